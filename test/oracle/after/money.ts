// Fines (§5E1.2; §5E4.2 before November 1, 1989) and special assessments (18 U.S.C. § 3013; §5E1.3).

import { date, edition as inForce, section, treatedAs } from "./edition.ts";
import type { OffenseClass } from "./release.ts";

// The rows that amendment 281 deleted on November 1, 1989.
const STRUCK_BY_281 = `
  1            $25      $250
  2-3          $100     $1,000
  4-5          $250     $2,500`;

// The rows that it inserted.
const INSERTED_BY_281 = `
  3-and-below  $100     $5,000
  4-5          $250     $5,000`;

// The other rows of the table that amendment 791 struck on November 1, 2015. No amendment in the historical note of
// §5E1.2 touches them before, so they are those of November 1, 1987.
const OTHER_ROWS_STRUCK_BY_791 = `
  6-7          $500     $5,000
  8-9          $1,000   $10,000
  10-11        $2,000   $20,000
  12-13        $3,000   $30,000
  14-15        $4,000   $40,000
  16-17        $5,000   $50,000
  18-19        $6,000   $60,000
  20-22        $7,500   $75,000
  23-25        $10,000  $100,000
  26-28        $12,500  $125,000
  29-31        $15,000  $150,000
  32-34        $17,500  $175,000
  35-37        $20,000  $200,000
  38-and-above $25,000  $250,000`;

// 2025 Manual, p. 420, as inserted by amendment 791.
const PRINTED_2025 = `
  3-and-below  $200     $9,500
  4-5          $500     $9,500
  6-7          $1,000   $9,500
  8-9          $2,000   $20,000
  10-11        $4,000   $40,000
  12-13        $5,500   $55,000
  14-15        $7,500   $75,000
  16-17        $10,000  $95,000
  18-19        $10,000  $100,000
  20-22        $15,000  $150,000
  23-25        $20,000  $200,000
  26-28        $25,000  $250,000
  29-31        $30,000  $300,000
  32-34        $35,000  $350,000
  35-37        $40,000  $400,000
  38-and-above $50,000  $500,000`;

type Row = { first: number; last: number; minimumDollars: number; maximumDollars: number };

function read(printed: string): Row[] {
  return printed
    .trim()
    .split("\n")
    .map((line) => {
      const [levels, minimum, maximum] = line.trim().split(/ +/) as [string, string, string];
      const [first, last] = levels
        .replace(/^3-and-below$/, "1-3")
        .replace(/^38-and-above$/, "38-43")
        .split("-") as [string, string?];
      return {
        first: Number(first),
        last: Number(last ?? first),
        minimumDollars: dollars(minimum),
        maximumDollars: dollars(maximum),
      };
    });
}

function dollars(printed: string): number {
  return Number(printed.replace("$", "").replaceAll(",", ""));
}

const TABLES = {
  "1987-11-01": read(STRUCK_BY_281 + OTHER_ROWS_STRUCK_BY_791),
  "1989-11-01": read(INSERTED_BY_281 + OTHER_ROWS_STRUCK_BY_791),
  "2015-11-01": read(PRINTED_2025),
};

export type FineTableDate = keyof typeof TABLES;

export type FineRange = {
  minimumDollars: number;
  maximumDollars: number;
  table: FineTableDate;
  // (c)(1)(B), (c)(2)(B)-(C), until amendment 384 struck them on November 1, 1991: the gain can raise the minimum,
  // twice the loss or three times the gain the maximum
  gainOrLossCanRaiseIt: boolean;
  // (c)(4): the maximum does not bind under a statute that authorizes a fine greater than this
  noMaximumIfStatuteExceedsDollars: number;
  provisions: string[];
};

// The table of §5E1.2(c)(3). A rule of Chapter Two for fines takes precedence (b) and is not considered.
export function fineRange(edition: string, offenseLevel: number, offenseDate?: string): FineRange {
  const manual = inForce(edition);
  const level = treatedAs(offenseLevel);
  // (h)(1): "For offenses committed prior to November 1, 2015, use the applicable fine guideline range that was set
  // forth in the version of §5E1.2(c) that was in effect on November 1, 2014"
  const older = manual >= "2015-11-01" && offenseDate !== undefined && date(offenseDate) < "2015-11-01";
  const version = older ? "2014-11-01" : manual;
  const table = (Object.keys(TABLES) as FineTableDate[]).findLast((from) => from <= version) as FineTableDate;
  const row = TABLES[table].find(({ first, last }) => first <= level && level <= last) as Row;
  return {
    minimumDollars: row.minimumDollars,
    maximumDollars: row.maximumDollars,
    table,
    gainOrLossCanRaiseIt: version < "1991-11-01",
    // Amendment 791: "by striking '$250,000' and inserting '$500,000'"
    noMaximumIfStatuteExceedsDollars: version < "2015-11-01" ? 250_000 : 500_000,
    provisions: [section(manual, "§5E1.2", "(c)(3)"), ...(older ? ["§5E1.2(h)(1)"] : [])],
  };
}

export type SpecialAssessment = { dollars: number | null; provisions: string[] };

// For each count, on an individual (§5E1.3 n.2; 2025 Manual, pp. 423-424). Null where the list names no amount.
export function specialAssessment(offenseDate: string, offense: OffenseClass): SpecialAssessment {
  const day = date(offenseDate);
  const felony = ["A", "B", "C", "D", "E"].includes(offense);
  const provisions = ["18 U.S.C. § 3013", "§5E1.3"];
  // "PRIOR TO NOVEMBER 18, 1988: (I) $50, if convicted of a felony; (J) $25, if convicted of a misdemeanor."
  if (day < "1988-11-18") {
    if (offense === "infraction") return { dollars: null, provisions };
    return { dollars: felony ? 50 : 25, provisions };
  }
  // "ON OR AFTER APRIL 24, 1996: (A) $100, if convicted of a felony"; "ON OR AFTER NOVEMBER 18, 1988 BUT PRIOR TO APRIL
  // 24, 1996: (E) $50, if convicted of a felony"
  if (felony) return { dollars: day < "1996-04-24" ? 50 : 100, provisions };
  // (B), (F) "$25, if convicted of a Class A misdemeanor"; (C), (G) "$10 ... Class B"; (D), (H) "$5, if convicted of a
  // Class C misdemeanor or an infraction"
  if (offense === "A-misdemeanor") return { dollars: 25, provisions };
  if (offense === "B-misdemeanor") return { dollars: 10, provisions };
  return { dollars: 5, provisions };
}
