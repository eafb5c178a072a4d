// Probation, split sentences, imprisonment: §§5B1.1, 5B1.2, 5C1.1 (§5C2.1 before November 1, 1989).

import { zone as zoneOf } from "../sentencing-table.ts";
import type { Range, Zone } from "../sentencing-table.ts";
import { edition as inForce, section, treatedAs } from "./edition.ts";

export type SentencingOptions = {
  probationAllowed: boolean;
  // probation only with intermittent or community confinement (home detention too since November 1, 1989, amendment
  // 271) that makes up the minimum of the range
  probationNeedsConfinement: boolean;
  splitSentenceAllowed: boolean;
  // of a split sentence; 0 where none is asked, or where there is no split sentence. Half of 9 is 4.5.
  minimumImprisonmentMonths: number;
  // the whole minimum of the range, in imprisonment
  imprisonmentRequired: boolean;
  provisions: string[];
};

// The range is one of the Sentencing Table's. `zone` may be null: it is then read from the minimum, as the Manual
// itself does ("i.e., the minimum term of imprisonment specified in the applicable guideline range is ...", §5C1.1
// nn.2-4, 8). Not considered: the class of the offense and the other bars in §5B1.1(b), a term that Chapter Two
// requires (§5C1.1(b)), a statutory minimum.
export function sentencingOptions(edition: string, range: Range, zone: Zone | null): SentencingOptions {
  const manual = inForce(edition);
  if (manual < "1992-11-01") return byMinimum(manual, range);
  const found = zoneOf(manual, range);
  if (zone !== null && zone !== found) {
    throw new RangeError(`a minimum of ${range.minimumMonths} months is in Zone ${found}, not ${zone}`);
  }
  return byZone(found as Zone, range);
}

// What amendment 462 struck (with the numbers of the sections as amendment 302 found them).
function byMinimum(manual: string, range: Range): SentencingOptions {
  const provision = (subsection: string) => section(manual, "§5C1.1", subsection);
  const minimum = range.minimumMonths;
  // §5B1.1(a)(1): "if the minimum term of imprisonment in the range specified by the Sentencing Table in Part A, is
  // zero months"; §5C1.1(b)
  if (minimum === 0) return nothingRequired(["§5B1.1(a)(1)", provision("(b)")]);
  // (f): "more than ten months, the guidelines require that the minimum term be satisfied by a sentence of
  // imprisonment"
  if (minimum === "life" || minimum > 10) return onlyImprisonment([provision("(f)")]);
  // (c): "at least one but not more than six months ... provided that at least one-half of the minimum term, but in no
  // event less than one month, is satisfied by imprisonment"; (c)(2) is probation, (c)(3) the split sentence
  if (minimum >= 1 && minimum <= 6) {
    const served = Math.max(1, minimum / 2);
    return probationOrSplit(served, ["§5B1.1(a)(2)", provision("(c)(2)"), provision("(c)(3)")]);
  }
  // (d): "more than six months but not more than ten months ... provided that at least one-half of the minimum term is
  // satisfied by imprisonment"
  if (minimum > 6) return splitOnly(minimum / 2, [provision("(d)(2)")]);
  throw new RangeError(`minimum of the range: ${minimum}`);
}

// Amendment 462, in the words of the 2025 Manual, pp. 389, 399-400. Amendment 738 moved the zones, not these rules.
function byZone(zone: Zone, range: Range): SentencingOptions {
  // §5B1.1(a)(1); §5C1.1(b): "a sentence of imprisonment is not required"
  if (zone === "A") return nothingRequired(["§5B1.1(a)(1)", "§5C1.1(b)"]);
  // §5C1.1(c)(2): "provided that at least one month is satisfied by imprisonment"; (c)(3): "a sentence of probation
  // that includes a condition or combination of conditions that substitute intermittent confinement ..."
  if (zone === "B") return probationOrSplit(1, ["§5B1.1(a)(2)", "§5C1.1(c)(2)", "§5C1.1(c)(3)"]);
  // §5C1.1(d)(2): "provided that at least one-half of the minimum term is satisfied by imprisonment"
  if (zone === "C") return splitOnly((range.minimumMonths as number) / 2, ["§5C1.1(d)(2)"]);
  // §5C1.1(f): "the minimum term shall be satisfied by a sentence of imprisonment"
  return onlyImprisonment(["§5C1.1(f)"]);
}

// With a minimum of zero months any sentence up to the maximum conforms (§5C1.1(a)): a split sentence is allowed, and
// no part of it need be imprisonment; but no provision speaks of one.
function nothingRequired(provisions: string[]): SentencingOptions {
  return {
    probationAllowed: true,
    probationNeedsConfinement: false,
    splitSentenceAllowed: true,
    minimumImprisonmentMonths: 0,
    imprisonmentRequired: false,
    provisions,
  };
}

function probationOrSplit(served: number, provisions: string[]): SentencingOptions {
  return {
    probationAllowed: true,
    probationNeedsConfinement: true,
    splitSentenceAllowed: true,
    minimumImprisonmentMonths: served,
    imprisonmentRequired: false,
    provisions,
  };
}

function splitOnly(served: number, provisions: string[]): SentencingOptions {
  return {
    probationAllowed: false,
    probationNeedsConfinement: false,
    splitSentenceAllowed: true,
    minimumImprisonmentMonths: served,
    imprisonmentRequired: false,
    provisions,
  };
}

function onlyImprisonment(provisions: string[]): SentencingOptions {
  return {
    probationAllowed: false,
    probationNeedsConfinement: false,
    splitSentenceAllowed: false,
    minimumImprisonmentMonths: 0,
    imprisonmentRequired: true,
    provisions,
  };
}

export type ProbationTerm = { minimumYears: number; maximumYears: number; provisions: string[] };

// §5B1.2 (2025 Manual, p. 391): "Effective November 1, 1987", never amended. 18 U.S.C. § 3561(c) (a felony: "not less
// than one nor more than five years") is not laid over it.
export function probationTerm(edition: string, offenseLevel: number): ProbationTerm {
  inForce(edition);
  // (a)(1): "at least one year but not more than five years if the offense level is 6 or greater"
  if (treatedAs(offenseLevel) >= 6) return { minimumYears: 1, maximumYears: 5, provisions: ["§5B1.2(a)(1)"] };
  // (a)(2): "no more than three years in any other case"
  return { minimumYears: 0, maximumYears: 3, provisions: ["§5B1.2(a)(2)"] };
}
