// The amendments that §1B1.10 lists: (d) from November 1, 1989, (c) from November 1, 1994 (amendment 504), (d) again
// from November 1, 2014 (amendment 780).

import { date } from "./edition.ts";

export type CoveredAmendment = {
  amendment: number;
  asAmendedBy: number | null;
  // as printed in the list
  parts: string | null;
  // §1B1.10(e): no order with an earlier effective date
  ordersEffectiveFrom: string | null;
};

export type CoveredAmendments = { provision: string | null; amendments: CoveredAmendment[] };

// Each line: the day, the amendments added that day, the amendment of §1B1.10 that added them.
const ADDED: readonly (readonly [string, string])[] = [
  // Amendment 306 created §1B1.10 and does not print its list. Amendment 712 prints the list of 2007; take away what
  // the amendments below added, and these remain. Amendment 360 found 269 at the end.
  ["1989-11-01", "126 130 156 176 269"],
  ["1990-11-01", "329 341"], // 360
  ["1991-11-01", "379 380"], // 423
  ["1992-11-01", "433 461"], // 469
  ["1993-11-01", "454 484 488 490 499"], // 502
  ["1994-11-01", "371 506"], // 504
  ["1995-11-01", "505 516"], // 536
  ["2000-11-01", "591 599 606"], // 607
  ["2003-11-05", "657"], // 662
  ["2007-11-01", "702"], // 710
  ["2008-03-03", "706"], // 713: "706 as amended by 711"
  ["2008-05-01", "715"], // 716
  ["2011-11-01", "750"], // 759: "750 (parts A and C only)"
  ["2014-11-01", "782"], // 788: "782 (subject to subsection (e)(1))"
  // 825, by the historical note; the list in the 2025 Manual, p. 28: "821 (parts A and B, subpart 1 only and subject to
  // subsection (e)(2))"
  ["2023-11-01", "821"],
];

const AS_AMENDED_BY: Readonly<Record<number, number>> = { 706: 711 };

const PARTS: Readonly<Record<number, string>> = {
  750: "parts A and C only",
  821: "parts A and B, subpart 1 only",
};

const ORDERS_EFFECTIVE_FROM: Readonly<Record<number, string>> = {
  782: "2015-11-01", // (e)(1): "unless the effective date of the court's order is November 1, 2015, or later"
  821: "2024-02-01", // (e)(2): "unless the effective date of the court's order is February 1, 2024, or later"
};

// The list in force on the day of the reduction (§1B1.10 n.9), in the order of the numbers.
export function coveredAmendments(day: string): CoveredAmendments {
  const today = date(day);
  const amendments = ADDED.filter(([from]) => from <= today)
    .flatMap(([, numbers]) => numbers.split(" ").map(Number))
    .sort((a, b) => a - b)
    .map((amendment) => ({
      amendment,
      asAmendedBy: AS_AMENDED_BY[amendment] ?? null,
      parts: PARTS[amendment] ?? null,
      ordersEffectiveFrom: ORDERS_EFFECTIVE_FROM[amendment] ?? null,
    }));
  return { provision: provisionOn(today), amendments };
}

function provisionOn(today: string): string | null {
  if (today < "1989-11-01") return null;
  return today >= "1994-11-01" && today < "2014-11-01" ? "§1B1.10(c)" : "§1B1.10(d)";
}
