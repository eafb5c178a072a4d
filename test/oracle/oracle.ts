// A second, independent calculation of the guideline range, for differential tests. See README.md.
// It takes cases that state conclusions (enhancements and a criminal history category or points), not facts.

import { CATEGORIES, cell, zone } from "./sentencing-table.ts";
import type { Category, Months, Range, Zone } from "./sentencing-table.ts";

export type CaseDocument = Readonly<Record<string, unknown>>;

export type OracleRefusal = { refused: true; path: string };

export type OracleResult = {
  edition: { effectiveDate: string; verified: boolean };
  offenseLevel: {
    base: number;
    enhancements: number;
    adjustments: number;
    acceptance: number;
    fastTrack: number;
    total: number;
  };
  criminalHistoryCategory: Category;
  tableRange: Range & { zone: Zone | null };
  guidelineRange: Range;
  statutoryEffect: { minimum: MinimumEffect; maximum: MaximumEffect };
  floor:
    | { minimumMonths: Months; becomesGuidelineSentenceAtOrBelowLevel: number | null; noEffectAtOrAboveLevel: number | null }
    | undefined;
  fastTrack: {
    available: boolean;
    provision: "§5K3.1" | "§3F1.1";
    kind: "departure" | "adjustment";
    effect: FastTrackEffect;
    outcomes: { levels: number; offenseLevel: number; tableRange: Range; range: Range }[];
  };
};

type MinimumEffect = "none" | "raises-low-end" | "becomes-guideline-sentence" | "relieved";
type MaximumEffect = "none" | "caps-high-end" | "becomes-guideline-sentence";
type FastTrackEffect = "none" | "high-end-only" | "lowers-range";

class Refused extends Error {
  readonly path: string;
  constructor(path: string) {
    super(`refused at ${path}`);
    this.path = path;
  }
}

function refuse(path: string): never {
  throw new Refused(path);
}

function wholeNumber(value: unknown, least: number, most: number, path: string): number {
  if (typeof value !== "number" || !Number.isInteger(value) || value < least || value > most) refuse(path);
  return value;
}

function record(value: unknown, path: string): Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) refuse(path);
  return value as Readonly<Record<string, unknown>>;
}

function onlyKeys(value: Readonly<Record<string, unknown>>, allowed: string, path: string): void {
  for (const key of Object.keys(value)) {
    if (!allowed.split(" ").includes(key)) refuse(`${path}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`);
  }
}

// ---------------------------------------------------------------------------------------------------------------
// Editions

// The dates on which the Manual changed, in the words of the prefaces of Appendix C and of the historical notes.
const EFFECTIVE_DATES_AS_PRINTED = [
  // the historical notes of the 2025 Manual: "Effective November 1, 1987."
  "November 1, 1987",
  // Appendix C, Volume I (amendments 1 to 575), preface
  "January 15, 1988; June 15, 1988; October 15, 1988; November 1, 1989; November 1, 1990; November 1, 1991",
  "November 27, 1991; November 1, 1992; November 1, 1993; September 23, 1994; November 1, 1994; November 1, 1995",
  "November 1, 1996; May 1, 1997; November 1, 1997",
  // Appendix C, Volume II (amendments 576 to 662), preface
  "November 1, 1998; May 1, 2000; November 1, 2000; December 16, 2000; May 1, 2001; November 1, 2001",
  "November 1, 2002; January 25, 2003; April 30, 2003; October 27, 2003; November 1, 2003; November 5, 2003",
  // amendment 650 (§2A4.1), in Volume II but not in its preface: "The effective date of this amendment is May 30, 2003."
  "May 30, 2003",
  // Appendix C, Volume III (amendments 663 to 760), preface
  "November 1, 2004; October 24, 2005; November 1, 2005; March 27, 2006; September 12, 2006; November 1, 2006",
  "May 1, 2007; November 1, 2007; February 6, 2008; March 3, 2008; May 1, 2008; November 1, 2008",
  "November 1, 2009; November 1, 2010; November 1, 2011",
  // Supplement to Appendix C (amendments 761 to 804), preface
  "November 1, 2012; November 1, 2013; November 1, 2014; November 1, 2015; August 1, 2016; November 1, 2016",
  // amendments 805 to 836, by the historical notes of the 2025 Manual (none in 2017, nor in 2019 to 2022)
  "November 1, 2018; November 1, 2023; November 1, 2024; November 1, 2025",
];

const MONTH_NAMES =
  "January February March April May June July August September October November December".split(" ");

function isoDate(printed: string): string {
  const [month, day, year] = printed.replace(",", "").split(" ") as [string, string, string];
  return [year, String(MONTH_NAMES.indexOf(month) + 1).padStart(2, "0"), day.padStart(2, "0")].join("-");
}

export const EFFECTIVE_DATES: readonly string[] = EFFECTIVE_DATES_AS_PRINTED.flatMap((line) => line.split("; "))
  .map(isoDate)
  .sort();

// The amendments of November 1, 2026 are not held: from that day on the 2025 Manual stands in, unverified.
const NOT_HELD_FROM = "2026-11-01";

function calendarDate(value: unknown, path: string): string {
  if (typeof value !== "string" || !/^\d{4}-\d{2}-\d{2}$/.test(value)) refuse(path);
  const [year, month, day] = value.split("-").map(Number) as [number, number, number];
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1];
  if (days === undefined || day < 1 || day > days) refuse(path);
  return value;
}

// "a year: the law in force on November 1 of that year"; a date: the law in force that day.
function dayOfTheLaw(c: CaseDocument): { day: string; path: string } {
  if (c.sentencingDate !== undefined) calendarDate(c.sentencingDate, "/sentencingDate");
  if (c.offenseDate !== undefined) calendarDate(c.offenseDate, "/offenseDate");
  if (c.edition !== undefined) {
    const year = typeof c.edition === "string" && /^\d{4}$/.test(c.edition);
    return { day: year ? `${c.edition}-11-01` : calendarDate(c.edition, "/edition"), path: "/edition" };
  }
  if (c.sentencingDate === undefined) refuse("/edition");
  return { day: c.sentencingDate as string, path: "/sentencingDate" };
}

function findEdition(c: CaseDocument): { effectiveDate: string; verified: boolean } {
  const { day, path } = dayOfTheLaw(c);
  const effectiveDate = EFFECTIVE_DATES.findLast((date) => date <= day);
  if (effectiveDate === undefined) refuse(path);
  return { effectiveDate, verified: day < NOT_HELD_FROM };
}

// ---------------------------------------------------------------------------------------------------------------
// §2L1.2

// A line is a Manual: date, base offense level, then the characteristics. Semicolons part groups that are added to
// one another (§1B1.1 n.4(A)); of the items in one group only the greatest
// counts. "16/12" is the level where the conviction receives criminal history points, then where it does not.
const SECTION_2L1_2_AS_AMENDED = [
  // Amendment 38 prints what it deleted: base level 6, "increase by 2 levels"
  "1987-11-01 = 6 ; (b)(1) 2",
  // Amendment 38: "deleting '6' and inserting in lieu thereof '8'"; subsection (b) deleted
  "1988-01-15 = 8",
  // Amendment 193: (b)(1) felony other than an immigration law violation, 4 levels
  "1989-11-01 = 8 ; (b)(1) 4",
  // Amendment 375: (b)(2) aggravated felony, 16 levels; "If more than one applies, use the greater"
  "1991-11-01 = 8 ; (b)(1) 4 (b)(2) 16",
  // Amendment 562: (b)(1)(A) and (B), "if more than one applies, use the greater"
  "1997-11-01 = 8 ; (b)(1)(A) 16 (b)(1)(B) 4",
  // Amendment 632 (its reason: 16, 12 and 8 levels); the text as amendment 802 strikes it, less amendment 754
  "2001-11-01 = 8 ; (b)(1)(A) 16 (b)(1)(B) 12 (b)(1)(C) 8 (b)(1)(D) 4 (b)(1)(E) 4",
  // Amendment 754: "or by 12 levels", "or by 8 levels if the conviction does not receive criminal history points";
  // Note 1(C): (C), (D) and (E) "apply without regard to whether the conviction receives criminal history points"
  "2011-11-01 = 8 ; (b)(1)(A) 16/12 (b)(1)(B) 12/8 (b)(1)(C) 8 (b)(1)(D) 4 (b)(1)(E) 4",
  // Amendment 802; Note 3: "use only those convictions that receive criminal history points". Amendment 809 (2018)
  // changed which convictions fall in (b)(2) and (b)(3), not the levels: 2025 Manual, pp. 256-257
  "2016-11-01 = 8 ; (b)(1)(A) 4/0 (b)(1)(B) 2/0" +
    " ; (b)(2)(A) 10/0 (b)(2)(B) 8/0 (b)(2)(C) 6/0 (b)(2)(D) 4/0 (b)(2)(E) 2/0" +
    " ; (b)(3)(A) 10/0 (b)(3)(B) 8/0 (b)(3)(C) 6/0 (b)(3)(D) 4/0 (b)(3)(E) 2/0",
];

type Characteristic = { group: number; scored: number; unscored: number };
type Section2L12 = { from: string; base: number; characteristics: Map<string, Characteristic> };

function readSection(line: string): Section2L12 {
  const [head, ...groups] = line.split(" ; ");
  const [from, base] = (head as string).split(" = ");
  const characteristics = new Map<string, Characteristic>();
  groups.forEach((text, group) => {
    for (const [, id, scored, unscored] of text.matchAll(/(\(\S+) (\d+)(?:\/(\d+))?/g)) {
      characteristics.set(id, { group, scored: Number(scored), unscored: Number(unscored ?? scored) });
    }
  });
  return { from, base: Number(base), characteristics };
}

const SECTION_2L1_2 = SECTION_2L1_2_AS_AMENDED.map(readSection);

function section2L12(manual: string): Section2L12 {
  return SECTION_2L1_2.findLast((section) => section.from <= manual)!;
}

function baseLevel(c: CaseDocument, manual: string): number {
  if (c.guideline !== undefined && c.guideline !== "2L1.2") refuse("/guideline");
  const stated =
    c.baseOffenseLevel === undefined ? undefined : wholeNumber(c.baseOffenseLevel, 1, 43, "/baseOffenseLevel");
  if (c.guideline === undefined) return stated ?? refuse("/baseOffenseLevel");
  const printed = section2L12(manual).base;
  if (stated !== undefined && stated !== printed) refuse("/baseOffenseLevel");
  return printed;
}

// The level that one claimed characteristic gives.
function claimedLevel(claim: unknown, manual: string, path: string): { group: number; levels: number } {
  const object = typeof claim === "string" ? { id: claim } : record(claim, path);
  onlyKeys(object, "id receivesPoints", path);
  const { id, receivesPoints } = object as { id?: unknown; receivesPoints?: unknown };
  const characteristic = section2L12(manual).characteristics.get(id as string);
  if (characteristic === undefined) refuse(path);
  if (receivesPoints !== undefined && typeof receivesPoints !== "boolean") refuse(`${path}/receivesPoints`);
  const { group, scored, unscored } = characteristic;
  // Amendment 754 to amendment 802: two levels are possible, and the case must say which
  if (unscored > 0 && unscored !== scored && receivesPoints === undefined) refuse(path);
  return { group, levels: receivesPoints === false ? unscored : scored };
}

function enhancementLevels(c: CaseDocument, manual: string): number {
  if (c.enhancements === undefined) return 0;
  if (!Array.isArray(c.enhancements)) refuse("/enhancements");
  if (c.guideline === undefined && c.enhancements.length > 0) refuse("/enhancements");
  const greatest = [0, 0, 0];
  c.enhancements.forEach((claim, index) => {
    const { group, levels } = claimedLevel(claim, manual, `/enhancements/${index}`);
    greatest[group] = Math.max(greatest[group], levels);
  });
  return greatest[0] + greatest[1] + greatest[2];
}

// ---------------------------------------------------------------------------------------------------------------
// Chapters Three and Four

function adjustmentLevels(c: CaseDocument): { beforeAcceptance: number; afterAcceptance: number } {
  let beforeAcceptance = 0;
  let afterAcceptance = 0;
  if (c.adjustments !== undefined && !Array.isArray(c.adjustments)) refuse("/adjustments");
  (c.adjustments ?? []).forEach((item: unknown, index: number) => {
    const path = `/adjustments/${index}`;
    const adjustment = record(item, path);
    onlyKeys(adjustment, "levels provision label", path);
    const levels = wholeNumber(adjustment.levels, -1000, 1000, `${path}/levels`);
    for (const key of ["provision", "label"]) {
      if (adjustment[key] !== undefined && typeof adjustment[key] !== "string") refuse(`${path}/${key}`);
    }
    // §1B1.1: acceptance is step (a)(5), Parts B and C of Chapter Four are step (a)(6)
    if (/^\s*(U\.?S\.?S\.?G\.?\s*)?§?\s*4/i.test(String(adjustment.provision ?? ""))) afterAcceptance += levels;
    else beforeAcceptance += levels;
  });
  return { beforeAcceptance, afterAcceptance };
}

// §3E1.1: 2 levels in every Manual. The third came with amendment 459, November 1, 1992, where "the offense level
// determined prior to the operation of subsection (a) is level 16 or greater".
function acceptanceLevels(c: CaseDocument, manual: string, levelBefore: number): number {
  const most = manual >= "1992-11-01" && levelBefore >= 16 ? 3 : 2;
  const asked = c.acceptance ?? 0;
  if (asked === "full") return most;
  if (asked !== 0 && asked !== 2 && asked !== 3) refuse("/acceptance");
  if (asked > most) refuse("/acceptance");
  return asked;
}

// The heads of the columns: 0 or 1; 2 or 3; 4, 5, 6; 7, 8, 9; 10, 11, 12; 13 or more (Ch. 5 Pt. A n.3)
export const LEAST_POINTS = [0, 2, 4, 7, 10, 13];

function criminalHistoryCategory(c: CaseDocument): Category {
  const { criminalHistoryCategory: stated, criminalHistoryPoints: points } = c;
  if (stated === undefined && points === undefined) refuse("/criminalHistoryCategory");
  const column = typeof stated === "number" ? stated - 1 : CATEGORIES.indexOf(stated as Category);
  if (stated !== undefined && CATEGORIES[column] === undefined) refuse("/criminalHistoryCategory");
  if (points === undefined) return CATEGORIES[column];
  const counted = wholeNumber(points, 0, Number.MAX_SAFE_INTEGER, "/criminalHistoryPoints");
  const columnByPoints = LEAST_POINTS.findLastIndex((least) => least <= counted);
  if (stated !== undefined && column !== columnByPoints) refuse("/criminalHistoryCategory");
  return CATEGORIES[columnByPoints];
}

// Ch. 5 Pt. A n.2: "A total offense level of less than 1 is to be treated as an offense level of 1. An offense
// level of more than 43 is to be treated as an offense level of 43."
export function treatedAs(total: number): number {
  if (total < 1) return 1;
  if (total > 43) return 43;
  return total;
}

// ---------------------------------------------------------------------------------------------------------------
// §5G1.1

export type Statute = { minimum: Months | undefined; maximum: Months | undefined; relieved: boolean };

function less(a: Months, b: Months): boolean {
  if (a === "life") return false;
  return b === "life" || a < b;
}

function statutoryMonths(value: unknown, path: string): Months | undefined {
  if (value === undefined || value === "life") return value;
  return wholeNumber(value, 0, Number.MAX_SAFE_INTEGER, path);
}

function readStatute(c: CaseDocument): Statute {
  const minimum = statutoryMonths(c.statutoryMinimumMonths, "/statutoryMinimumMonths");
  const maximum = statutoryMonths(c.statutoryMaximumMonths, "/statutoryMaximumMonths");
  if (minimum !== undefined && maximum !== undefined && less(maximum, minimum)) refuse("/statutoryMinimumMonths");
  const relief = c.statutoryMinimumRelief;
  if (relief !== undefined && relief !== "safety-valve" && relief !== "substantial-assistance") {
    refuse("/statutoryMinimumRelief");
  }
  return { minimum, maximum, relieved: relief !== undefined }; // 18 U.S.C. § 3553(e), (f)
}

export function underSection5G11(table: Range, statute: Statute) {
  const { minimumMonths: low, maximumMonths: high } = table;
  const minimum = statute.relieved ? undefined : statute.minimum;
  const { maximum } = statute;
  const untouched: MinimumEffect = statute.relieved && statute.minimum !== undefined ? "relieved" : "none";
  const answer = (l: Months, h: Months, onMinimum: MinimumEffect, onMaximum: MaximumEffect) => ({
    range: { minimumMonths: l, maximumMonths: h },
    statutoryEffect: { minimum: onMinimum, maximum: onMaximum },
  });

  // (a) "Where the statutorily authorized maximum sentence is less than the minimum of the applicable guideline range"
  if (maximum !== undefined && less(maximum, low)) {
    return answer(maximum, maximum, untouched, "becomes-guideline-sentence");
  }
  // (b) "Where a statutorily required minimum sentence is greater than the maximum of the applicable guideline range"
  if (minimum !== undefined && less(high, minimum)) {
    return answer(minimum, minimum, "becomes-guideline-sentence", "none");
  }
  // (c) "In any other case ... provided that the sentence (1) is not greater than the statutorily authorized maximum
  // sentence, and (2) is not less than any statutorily required minimum sentence"
  const caps = maximum !== undefined && less(maximum, high);
  const raises = minimum !== undefined && less(low, minimum);
  return answer(
    raises ? minimum : low,
    caps ? maximum : high,
    raises ? "raises-low-end" : untouched,
    caps ? "caps-high-end" : "none",
  );
}

const LEVELS = Array.from({ length: 43 }, (_, index) => index + 1);

export function statutoryFloor(statute: Statute, manual: string, category: Category): OracleResult["floor"] {
  const { minimum } = statute;
  if (minimum === undefined || minimum === 0 || statute.relieved) return undefined;
  return {
    minimumMonths: minimum,
    // §5G1.1(b): the whole range lies below the minimum
    becomesGuidelineSentenceAtOrBelowLevel:
      LEVELS.findLast((level) => less(cell(manual, level, category).maximumMonths, minimum)) ?? null,
    // §5G1.1(c)(2): no part of the range lies below it
    noEffectAtOrAboveLevel:
      LEVELS.find((level) => !less(cell(manual, level, category).minimumMonths, minimum)) ?? null,
  };
}

// ---------------------------------------------------------------------------------------------------------------
// Early disposition

function fastTrackLevels(c: CaseDocument, manual: string): number {
  // §5K3.1: "not more than 4 levels"; §3F1.1: "not more than 4 levels"
  const levels = c.fastTrackLevels === undefined ? 0 : wholeNumber(c.fastTrackLevels, 0, 4, "/fastTrackLevels");
  if (levels > 0 && manual < "2003-10-27") refuse("/fastTrackLevels"); // amendment 651
  return levels;
}

// §3F1.1 replaced §5K3.1 on November 1, 2025 (amendment 836): a change of the offense level, no longer a departure
export function isAdjustment(manual: string): boolean {
  return manual >= "2025-11-01";
}

export function compareRanges(without: Range, reduced: Range): FastTrackEffect {
  if (reduced.minimumMonths !== without.minimumMonths) return "lowers-range";
  return reduced.maximumMonths === without.maximumMonths ? "none" : "high-end-only";
}

// ---------------------------------------------------------------------------------------------------------------

const KEYS =
  "id caption edition offenseDate sentencingDate guideline baseOffenseLevel enhancements adjustments acceptance " +
  "criminalHistoryCategory criminalHistoryPoints statutoryMinimumMonths statutoryMaximumMonths " +
  "statutoryMinimumRelief fastTrackLevels sentenceImposedMonths";

function calculate(c: CaseDocument): OracleResult {
  onlyKeys(c, KEYS, "");
  const edition = findEdition(c);
  const manual = edition.effectiveDate;

  const base = baseLevel(c, manual);
  const enhancements = enhancementLevels(c, manual);
  const { beforeAcceptance, afterAcceptance } = adjustmentLevels(c);
  const acceptance = acceptanceLevels(c, manual, base + enhancements + beforeAcceptance);
  const category = criminalHistoryCategory(c);
  const statute = readStatute(c);
  const asked = fastTrackLevels(c, manual);

  const sum = base + enhancements + beforeAcceptance - acceptance + afterAcceptance;
  // A departure leaves the offense level alone and counts from it; an adjustment is part of the sum
  const levelReducedBy = (levels: number) =>
    isAdjustment(manual) ? treatedAs(sum - levels) : treatedAs(treatedAs(sum) - levels);
  const inTheSum = isAdjustment(manual) ? asked : 0;
  const total = levelReducedBy(inTheSum);

  const table = cell(manual, total, category);
  const { range: guidelineRange, statutoryEffect } = underSection5G11(table, statute);

  const outcomes = [1, 2, 3, 4].map((levels) => {
    const offenseLevel = levelReducedBy(levels);
    const tableRange = cell(manual, offenseLevel, category);
    return { levels, offenseLevel, tableRange, range: underSection5G11(tableRange, statute).range };
  });
  const without = underSection5G11(cell(manual, levelReducedBy(0), category), statute).range;
  const measured = asked === 0 ? 4 : asked;

  return {
    edition,
    offenseLevel: {
      base,
      enhancements,
      adjustments: beforeAcceptance + afterAcceptance,
      acceptance: 0 - acceptance,
      fastTrack: 0 - inTheSum,
      total,
    },
    criminalHistoryCategory: category,
    tableRange: { ...table, zone: zone(manual, table) },
    guidelineRange,
    statutoryEffect,
    floor: statutoryFloor(statute, manual, category),
    fastTrack: {
      available: manual >= "2003-10-27", // amendment 651, effective October 27, 2003
      provision: isAdjustment(manual) ? "§3F1.1" : "§5K3.1",
      kind: isAdjustment(manual) ? "adjustment" : "departure",
      effect: compareRanges(without, outcomes[measured - 1].range),
      outcomes,
    },
  };
}

const FACTS = ["removalOrders", "removals", "instantOffense", "priors"];

export function oracle(caseDocument: CaseDocument): OracleResult | OracleRefusal {
  const fact = FACTS.find((key) => key in caseDocument);
  if (fact !== undefined) throw new Error(`the oracle takes conclusions only, not ${fact}`);
  try {
    return calculate(caseDocument);
  } catch (error) {
    if (error instanceof Refused) return { refused: true, path: error.path };
    throw error;
  }
}
