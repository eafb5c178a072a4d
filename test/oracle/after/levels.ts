// §5C1.2(b) and the table of §4B1.1.

import { edition as inForce, wholeNumber } from "./edition.ts";

export type SafetyValveFloor = { level: 17 } | { range: [24, 30] } | null;

// For a defendant who meets §5C1.2(a). Null: there is no floor (or, before September 23, 1994, no §5C1.2).
export function safetyValveFloor(edition: string, statutoryMinimumMonths: number | "life"): SafetyValveFloor {
  const manual = inForce(edition);
  // (b)(2): "for whom the statutorily required minimum sentence is at least five years"
  const fiveYears = statutoryMinimumMonths === "life" || statutoryMinimumMonths >= 5 * 12;
  if (!fiveYears || manual < "2001-11-01") return null;
  // Amendment 624, November 1, 2001: "the offense level applicable from Chapters Two (Offense Conduct) and Three
  // (Adjustments) shall be not less than level 17"
  if (manual < "2023-11-01") return { level: 17 };
  // Amendment 817; 2025 Manual, p. 403: "the applicable guideline range shall not be less than 24 to 30 months of
  // imprisonment"
  return { range: [24, 30] };
}

export type CareerOffender = { level: number; category: "VI"; provisions: string[] };

type Row = { leastYears: number | "life"; level: number };

// What amendment 48 deleted; it also had "(E) More than 1 year, but less than 5 years 12" and "(F) 1 year or less 4".
const UNTIL_JANUARY_14_1988: readonly Row[] = [
  { leastYears: "life", level: 37 }, // (A)
  { leastYears: 20, level: 34 }, // (B)
  { leastYears: 10, level: 26 }, // (C)
  { leastYears: 5, level: 19 }, // (D)
];

// What it inserted; 2025 Manual, p. 373. (G), since November 1, 2011 (7): "More than 1 year, but less than 5 years 12".
const SINCE_JANUARY_15_1988: readonly Row[] = [
  { leastYears: "life", level: 37 }, // (A) (1)
  { leastYears: 25, level: 34 }, // (B) (2)
  { leastYears: 20, level: 32 }, // (C) (3)
  { leastYears: 15, level: 29 }, // (D) (4)
  { leastYears: 10, level: 24 }, // (E) (5)
  { leastYears: 5, level: 17 }, // (F) (6)
];

// The level of the table, before §3E1.1; it applies if greater than the level otherwise applicable. Null: no row.
// Whether the maximum includes a recidivist's increase is for the caller: not from November 1, 1994 to October 31, 1997
// (amendments 506, 567). Not §4B1.1(c).
export function careerOffender(edition: string, offenseStatutoryMaximumMonths: number | "life"): CareerOffender | null {
  const manual = inForce(edition);
  const first = manual < "1988-01-15";
  const months = offenseStatutoryMaximumMonths;
  if (months !== "life") wholeNumber(months, "offense statutory maximum");
  // Amendment 642, November 1, 2002, divided the section into (a), (b), (c)
  const provisions = [manual < "2002-11-01" ? "§4B1.1" : "§4B1.1(b)"];
  for (const { leastYears, level } of first ? UNTIL_JANUARY_14_1988 : SINCE_JANUARY_15_1988) {
    const reached = leastYears === "life" ? months === "life" : months === "life" || months >= leastYears * 12;
    if (reached) return { level, category: "VI", provisions };
  }
  if ((months as number) > 12) return { level: 12, category: "VI", provisions };
  return first ? { level: 4, category: "VI", provisions } : null;
}
