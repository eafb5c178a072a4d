// The Sentencing Table, Chapter Five, Part A: a second transcription, made from the text of the 2025 Manual
// (pp. 387-388) and carried back in time by the four amendments in its historical note:
// 270 (November 1, 1989), 418 (November 1, 1991), 462 (November 1, 1992), 738 (November 1, 2010).

export type Months = number | "life";
export type Category = "I" | "II" | "III" | "IV" | "V" | "VI";
export type Zone = "A" | "B" | "C" | "D";
export type Range = { minimumMonths: Months; maximumMonths: Months };

export const CATEGORIES: readonly Category[] = ["I", "II", "III", "IV", "V", "VI"];

// One row a level, 1 to 43; the columns are categories I to VI, as printed.
export const PRINTED_ROWS: readonly string[] = [
  "0-6 0-6 0-6 0-6 0-6 0-6", // 1
  "0-6 0-6 0-6 0-6 0-6 1-7", // 2
  "0-6 0-6 0-6 0-6 2-8 3-9", // 3
  "0-6 0-6 0-6 2-8 4-10 6-12", // 4
  "0-6 0-6 1-7 4-10 6-12 9-15", // 5
  "0-6 1-7 2-8 6-12 9-15 12-18", // 6
  "0-6 2-8 4-10 8-14 12-18 15-21", // 7
  "0-6 4-10 6-12 10-16 15-21 18-24", // 8
  "4-10 6-12 8-14 12-18 18-24 21-27", // 9
  "6-12 8-14 10-16 15-21 21-27 24-30", // 10
  "8-14 10-16 12-18 18-24 24-30 27-33", // 11
  "10-16 12-18 15-21 21-27 27-33 30-37", // 12
  "12-18 15-21 18-24 24-30 30-37 33-41", // 13
  "15-21 18-24 21-27 27-33 33-41 37-46", // 14
  "18-24 21-27 24-30 30-37 37-46 41-51", // 15
  "21-27 24-30 27-33 33-41 41-51 46-57", // 16
  "24-30 27-33 30-37 37-46 46-57 51-63", // 17
  "27-33 30-37 33-41 41-51 51-63 57-71", // 18
  "30-37 33-41 37-46 46-57 57-71 63-78", // 19
  "33-41 37-46 41-51 51-63 63-78 70-87", // 20
  "37-46 41-51 46-57 57-71 70-87 77-96", // 21
  "41-51 46-57 51-63 63-78 77-96 84-105", // 22
  "46-57 51-63 57-71 70-87 84-105 92-115", // 23
  "51-63 57-71 63-78 77-96 92-115 100-125", // 24
  "57-71 63-78 70-87 84-105 100-125 110-137", // 25
  "63-78 70-87 78-97 92-115 110-137 120-150", // 26
  "70-87 78-97 87-108 100-125 120-150 130-162", // 27
  "78-97 87-108 97-121 110-137 130-162 140-175", // 28
  "87-108 97-121 108-135 121-151 140-175 151-188", // 29
  "97-121 108-135 121-151 135-168 151-188 168-210", // 30
  "108-135 121-151 135-168 151-188 168-210 188-235", // 31
  "121-151 135-168 151-188 168-210 188-235 210-262", // 32
  "135-168 151-188 168-210 188-235 210-262 235-293", // 33
  "151-188 168-210 188-235 210-262 235-293 262-327", // 34
  "168-210 188-235 210-262 235-293 262-327 292-365", // 35
  "188-235 210-262 235-293 262-327 292-365 324-405", // 36
  "210-262 235-293 262-327 292-365 324-405 360-life", // 37
  "235-293 262-327 292-365 324-405 360-life 360-life", // 38
  "262-327 292-365 324-405 360-life 360-life 360-life", // 39
  "292-365 324-405 360-life 360-life 360-life 360-life", // 40
  "324-405 360-life 360-life 360-life 360-life 360-life", // 41
  "360-life 360-life 360-life 360-life 360-life 360-life", // 42
  "life life life life life life", // 43
];

// Amendment 462, November 1, 1992: "at Offense Level 7, Criminal History Category I, by deleting '1-7' and
// inserting in lieu thereof '0-6'; and at Offense Level 8, Criminal History Category I, by deleting '2-8' and
// inserting in lieu thereof '0-6'."
const STRUCK_BY_462: Readonly<Record<string, string>> = { "7 I": "1-7", "8 I": "2-8" };

// Amendment 270, November 1, 1989: "deleting '0-1, 0-2, 0-3, 0-4, and 0-5' wherever it appears, and inserting in
// each instance '0-6'". It does not say where each stood. The cells with a zero minimum were then those whose
// level and column number add up to 7 or less, and they ran 0-1 at level 1, category I, up to 0-6 along the
// diagonal: the maximum is level + column - 1.
function struckBy270(level: number, column: number): string {
  return `0-${level + column - 1}`;
}

// Amendment 418, November 1, 1991, touched Note 3 only (the words on §§4B1.1 and 4B1.4): no cell, no zone.

function printedCell(manual: string, level: number, category: Category): string {
  const column = CATEGORIES.indexOf(category) + 1;
  let text = PRINTED_ROWS[level - 1].split(" ")[column - 1];
  if (manual < "1992-11-01") text = STRUCK_BY_462[`${level} ${category}`] ?? text;
  if (manual < "1989-11-01" && text.startsWith("0-")) text = struckBy270(level, column);
  return text;
}

// The months of a cell, in the Manual that took effect on the date `manual` (YYYY-MM-DD).
export function cell(manual: string, level: number, category: Category): Range {
  const text = printedCell(manual, level, category);
  if (text === "life") return { minimumMonths: "life", maximumMonths: "life" }; // level 43
  const [low, high] = text.split("-");
  return { minimumMonths: Number(low), maximumMonths: high === "life" ? "life" : Number(high) };
}

// Zones by the minimum of the range, in the words of the amendments. There were none before November 1, 1992.
export function zone(manual: string, range: Range): Zone | null {
  const minimum = range.minimumMonths;
  if (manual < "1992-11-01") return null;
  if (minimum === "life") return "D";
  if (minimum === 0) return "A"; // amendments 462 and 738: "having a minimum of zero months"
  if (manual < "2010-11-01") {
    // Amendment 462, November 1, 1992
    if (minimum >= 1 && minimum <= 6) return "B"; // "at least one but not more than six months"
    if (minimum === 8 || minimum === 9 || minimum === 10) return "C"; // "eight, nine, or ten months"
    if (minimum >= 12) return "D"; // "twelve months or more"
  } else {
    // Amendment 738, November 1, 2010
    if (minimum >= 1 && minimum <= 9) return "B"; // "at least one but not more than nine months"
    if (minimum >= 10 && minimum <= 12) return "C"; // "at least ten but not more than twelve months"
    if (minimum >= 15) return "D"; // "fifteen months or more"
  }
  throw new Error(`no zone holds a minimum of ${minimum} months`);
}
