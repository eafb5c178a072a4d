// Editions are named by the day on which they took effect; dates are YYYY-MM-DD and compare as strings.

const FIRST = "1987-11-01"; // the historical notes of the 2025 Manual: "Effective November 1, 1987."

export function date(value: string): string {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(value) ? Date.parse(value) : Number.NaN;
  const real = !Number.isNaN(time) && new Date(time).toISOString().startsWith(value);
  if (!real) throw new RangeError(`no date: ${value}`);
  return value;
}

export function edition(value: string): string {
  if (date(value) < FIRST) throw new RangeError(`no guidelines before ${FIRST}: ${value}`);
  return value;
}

// Amendment 302, November 1, 1989: "Sections 5C2.1, 5D3.1, 5D3.2 ... 5E4.2, 5E4.3 ... are amended by deleting the
// number designating the subpart ... and inserting in lieu thereof '1' in each instance."
const RENUMBERED: Readonly<Record<string, string>> = {
  "§5C1.1": "§5C2.1",
  "§5D1.1": "§5D3.1",
  "§5D1.2": "§5D3.2",
  "§5E1.2": "§5E4.2",
};

export function section(manual: string, today: string, subsection = ""): string {
  return (manual < "1989-11-01" ? (RENUMBERED[today] ?? today) : today) + subsection;
}

export function wholeNumber(value: number, what: string): number {
  if (!Number.isInteger(value) || value < 0) throw new RangeError(`${what}: ${value}`);
  return value;
}

// Ch. 5 Pt. A n.2: "A total offense level of less than 1 is to be treated as an offense level of 1. An offense level
// of more than 43 is to be treated as an offense level of 43."
export function treatedAs(level: number): number {
  if (!Number.isInteger(level)) throw new RangeError(`offense level: ${level}`);
  return Math.min(43, Math.max(1, level));
}
