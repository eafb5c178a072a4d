// Classes of offenses (18 U.S.C. § 3559(a)) and supervised release: §§5D1.1, 5D1.2 (§§5D3.1, 5D3.2 before
// November 1, 1989); 18 U.S.C. § 3583(b).

import { edition as inForce, section, wholeNumber } from "./edition.ts";

export type FelonyClass = "A" | "B" | "C" | "D" | "E";
export type MisdemeanorClass = "A-misdemeanor" | "B-misdemeanor" | "C-misdemeanor";
export type OffenseClass = FelonyClass | MisdemeanorClass | "infraction";

// 18 U.S.C. § 3559(a), the text in force today, for an offense that its own section does not classify. Whole months: a
// maximum of 1 is taken for thirty days, of 0 for five days or none.
export function offenseClass(maximumMonths: number | "life"): OffenseClass {
  if (maximumMonths === "life") return "A"; // (1) "life imprisonment, or if the maximum penalty is death"
  wholeNumber(maximumMonths, "maximum of the offense");
  if (maximumMonths >= 25 * 12) return "B"; // (2) "twenty-five years or more"
  if (maximumMonths >= 10 * 12) return "C"; // (3) "less than twenty-five years but ten or more years"
  if (maximumMonths >= 5 * 12) return "D"; // (4) "less than ten years but five or more years"
  if (maximumMonths > 12) return "E"; // (5) "less than five years but more than one year"
  if (maximumMonths > 6) return "A-misdemeanor"; // (6) "one year or less but more than six months"
  if (maximumMonths > 1) return "B-misdemeanor"; // (7) "six months or less but more than thirty days"
  if (maximumMonths === 1) return "C-misdemeanor"; // (8) "thirty days or less but more than five days"
  return "infraction"; // (9) "five days or less, or if no imprisonment is authorized"
}

export type SupervisedRelease = {
  imposition:
    | "required"
    // 1987 to 2025, where the length of the imprisonment is not given: "may" up to one year, "shall" above
    | "required-if-more-than-one-year"
    | "may"
    // since November 1, 2025: "should ... when warranted by an individualized assessment"
    | "should-when-warranted"
    | "ordinarily-should-not";
  minimumYears: number;
  maximumYears: number;
  provisions: string[];
};

export type ReleaseFacts = {
  // the least term of supervised release that a statute requires; more than 0 means that a statute requires release
  statutoryMinimumYears?: number;
  imprisonmentMonths?: number;
  // "a deportable alien who likely will be deported after imprisonment"
  deportable?: boolean;
  requiredByStatute?: boolean;
};

// A sentence of imprisonment is supposed. Not considered: terms up to life for terrorism and sex offenses (amendments
// 615, 637, 664; 18 U.S.C. § 3583(j), (k)), relief from a statutory minimum (§5C1.2, § 3553(e)), departures.
export function supervisedRelease(
  edition: string,
  offense: FelonyClass | "A-misdemeanor",
  facts: ReleaseFacts = {},
): SupervisedRelease {
  const manual = inForce(edition);
  const least = facts.statutoryMinimumYears ?? 0;
  if (!(least >= 0)) throw new RangeError(`statutory minimum of supervised release: ${least}`);
  const byStatute = facts.requiredByStatute === true || least > 0;
  const whether = imposition(manual, byStatute, facts);
  const term = length(manual, offense, byStatute, least);
  return {
    imposition: whether.imposition,
    minimumYears: term.minimumYears,
    maximumYears: term.maximumYears,
    provisions: [whether.provision, ...term.provisions],
  };
}

type Whether = { imposition: SupervisedRelease["imposition"]; provision: string };

function imposition(manual: string, byStatute: boolean, facts: ReleaseFacts): Whether {
  const { imprisonmentMonths: months, deportable } = facts;

  // Amendment 835; 2025 Manual, p. 405
  if (manual >= "2025-11-01") {
    // (a) "The court shall order a term of supervised release to follow imprisonment when required by statute"
    if (byStatute) return { imposition: "required", provision: "§5D1.1(a)" };
    // (c) "ordinarily should not impose a term of supervised release in a case in which supervised release is not
    // required by statute and the defendant is a deportable alien who likely will be deported after imprisonment"
    if (deportable) return { imposition: "ordinarily-should-not", provision: "§5D1.1(c)" };
    // (b) "should order a term ... when warranted by an individualized assessment of the need for supervision"
    return { imposition: "should-when-warranted", provision: "§5D1.1(b)" };
  }

  // Amendment 756
  if (manual >= "2011-11-01") {
    // (a)(1) "when required by statute (see 18 U.S.C. § 3583(a))"
    if (byStatute) return { imposition: "required", provision: "§5D1.1(a)(1)" };
    // (c), as today
    if (deportable) return { imposition: "ordinarily-should-not", provision: "§5D1.1(c)" };
    // (a)(2) "except as provided in subsection (c), when a sentence of imprisonment of more than one year is imposed"
    return byLength(months, "§5D1.1(a)(2)", "§5D1.1(b)");
  }

  // What amendment 756 struck, in force since 1987 (note 1, struck by amendment 529): "when a sentence of imprisonment
  // of more than one year is imposed, or when required by statute"; (b) "in any other case"
  const provision = section(manual, "§5D1.1", "(a)");
  if (byStatute) return { imposition: "required", provision };
  return byLength(months, provision, section(manual, "§5D1.1", "(b)"));
}

function byLength(months: number | undefined, above: string, other: string): Whether {
  if (months === undefined) return { imposition: "required-if-more-than-one-year", provision: above };
  return months > 12 ? { imposition: "required", provision: above } : { imposition: "may", provision: other };
}

type Years = readonly [minimum: number, maximum: number];
type Terms = { from: string; AB: Years; CD: Years; E: Years };

// By class A or B; C or D; E or Class A misdemeanor.
const TERMS: readonly Terms[] = [
  // Amendment 52 prints what it deleted: "three years", "two years", "one year for a defendant convicted of a Class E
  // felony or a misdemeanor"
  { from: "1987-11-01", AB: [3, 3], CD: [2, 2], E: [1, 1] },
  // Amendment 52: "at least three years but not more than five years", "at least two years but not more than three
  // years", "one year for a defendant convicted of a Class E felony or a Class A misdemeanor"
  { from: "1988-01-15", AB: [3, 5], CD: [2, 3], E: [1, 1] },
  // Amendment 756: "in subdivision (1) by striking 'three' and inserting 'two'"; "in subdivision (2) by striking 'two
  // years' and inserting 'one year'"
  { from: "2011-11-01", AB: [2, 5], CD: [1, 3], E: [1, 1] },
  // Amendment 835; 2025 Manual, pp. 407-408: "Not more than five years", "three years", "one year" (§ 3583(b)); no
  // minimum but that of a statute
  { from: "2025-11-01", AB: [0, 5], CD: [0, 3], E: [0, 1] },
];

function length(manual: string, offense: string, byStatute: boolean, least: number) {
  // §5D1.2(a), struck by amendment 529 on November 1, 1995: "If a defendant is convicted under a statute that requires
  // a term of supervised release, the term shall be at least three years but not more than five years, or the minimum
  // period required by statute, whichever is greater."
  if (manual < "1995-11-01" && byStatute) return atLeast([3, 5], least, [section(manual, "§5D1.2", "(a)")]);

  const terms = TERMS.findLast((row) => row.from <= manual) as Terms;
  const [years, subdivision] = rowFor(terms, offense);
  // the general rule was (b) until amendment 529
  const letter = manual < "1995-11-01" ? "(b)" : "(a)";
  const provisions = [section(manual, "§5D1.2", `${letter}(${subdivision})`)];
  // "not less than any statutorily required term of supervised release": (b) by amendment 529, (c) by amendment 664
  // (November 1, 2004), in (a) itself since amendment 835
  if (least > years[0] && manual < "2025-11-01") provisions.push(manual < "2004-11-01" ? "§5D1.2(b)" : "§5D1.2(c)");
  return atLeast(years, least, provisions);
}

function rowFor(terms: Terms, offense: string): readonly [Years, number] {
  if (offense === "A" || offense === "B") return [terms.AB, 1];
  if (offense === "C" || offense === "D") return [terms.CD, 2];
  if (offense === "E" || offense === "A-misdemeanor") return [terms.E, 3];
  throw new RangeError(`§5D1.2 has no term for ${offense}`);
}

// Amendment 786 (§5D1.2 n.6, 2014): two to five years with a statutory minimum of three are three to five; with a
// statutory minimum of five, "the term of supervised release provided by the guidelines is five years".
function atLeast([minimum, maximum]: Years, least: number, provisions: string[]) {
  return { minimumYears: Math.max(minimum, least), maximumYears: Math.max(maximum, least), provisions };
}

// 18 U.S.C. § 3583(b): "Except as otherwise provided, the authorized terms of supervised release are ..."
export function authorizedReleaseYears(offense: FelonyClass | "A-misdemeanor"): number {
  if (offense === "A" || offense === "B") return 5; // (1) "for a Class A or Class B felony, not more than five years"
  if (offense === "C" || offense === "D") return 3; // (2) "for a Class C or Class D felony, not more than three years"
  return 1; // (3) "for a Class E felony, or for a misdemeanor (other than a petty offense), not more than one year"
}
