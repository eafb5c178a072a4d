// Calendar days as "YYYY-MM-DD" text. No Date object, so no time zone.
// Such texts sort as the days do: `a < b` is "a is an earlier day than b".

export type Day = string;

const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

function daysInMonth(year: number, month: number): number {
  return month === 2 && isLeapYear(year) ? 29 : (DAYS_IN_MONTH[month - 1] ?? 31);
}

function parts(day: Day): [number, number, number] {
  const [year, month, date] = day.split("-").map(Number);
  if (year === undefined || month === undefined || date === undefined) throw new Error(`not a day: ${day}`);
  return [year, month, date];
}

function text(year: number, month: number, date: number): Day {
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(date).padStart(2, "0")}`;
}

/** The same date so many months later. February 29, or the 31st, becomes the last day of a month that lacks it. */
export function addMonths(day: Day, months: number): Day {
  const [year, month, date] = parts(day);
  const count = year * 12 + (month - 1) + months;
  const newYear = Math.floor(count / 12);
  const newMonth = (count % 12) + 1;
  return text(newYear, newMonth, Math.min(date, daysInMonth(newYear, newMonth)));
}

export function addYears(day: Day, years: number): Day {
  return addMonths(day, years * 12);
}

export function addDays(day: Day, days: number): Day {
  let [year, month, date] = parts(day);
  date += days;
  while (date > daysInMonth(year, month)) {
    date -= daysInMonth(year, month);
    month += 1;
    if (month > 12) {
      month = 1;
      year += 1;
    }
  }
  return text(year, month, date);
}

/**
 * "Within N years of the commencement": the anniversary day is inside. §4A1.1 notes 1 to 3 say it from the
 * other side: out is what was imposed MORE than fifteen (ten) years before, and the anniversary day is not more.
 * An event after the commencement is inside. February 29 has its anniversary on February 28 of a common year.
 */
export function isWithinYears(event: Day, years: number, commencement: Day): boolean {
  return addYears(event, years) >= commencement;
}

/** "Less than two years after release" (§4A1.1(e) until 2010): the anniversary day is NOT inside. */
export function isLessThanYearsAfter(event: Day, years: number, release: Day): boolean {
  return event < addYears(release, years);
}

export function latest(days: readonly Day[]): Day | undefined {
  return days.reduce<Day | undefined>((best, day) => (best === undefined || day > best ? day : best), undefined);
}

export function earliest(days: readonly Day[]): Day | undefined {
  return days.reduce<Day | undefined>((best, day) => (best === undefined || day < best ? day : best), undefined);
}
