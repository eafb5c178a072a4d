// Lengths of imprisonment: "18 months", "1 year 1 day", "life", "0".

import { addDays, addMonths, type Day } from "./dates.ts";

export type Term = { readonly life: boolean; readonly months: number; readonly days: number };

export const NO_TERM: Term = { life: false, months: 0, days: 0 };
export const ONE_YEAR_ONE_MONTH: Term = { life: false, months: 13, days: 0 };
export const SIXTY_DAYS: Term = { life: false, months: 0, days: 60 };
export const TWO_YEARS: Term = { life: false, months: 24, days: 0 };
export const FIVE_YEARS: Term = { life: false, months: 60, days: 0 };

export function parseTerm(given: string): Term {
  const words = given.trim().toLowerCase();
  if (words === "life") return { life: true, months: 0, days: 0 };
  if (words === "0") return NO_TERM;
  let months = 0;
  let days = 0;
  const rest = words.replace(/(\d+)\s*(year|month|week|day)s?/g, (_all, count: string, unit: string) => {
    if (unit === "year") months += 12 * Number(count);
    if (unit === "month") months += Number(count);
    if (unit === "week") days += 7 * Number(count);
    if (unit === "day") days += Number(count);
    return "";
  });
  if (rest.replace(/and|,|\s/g, "") !== "" || rest === words) throw new Error(`not a term of imprisonment: ${given}`);
  return { life: false, months, days };
}

export function add(a: Term, b: Term): Term {
  return { life: a.life || b.life, months: a.months + b.months, days: a.days + b.days };
}

export function subtract(a: Term, b: Term): Term {
  if (b.life) return NO_TERM;
  if (a.life) return a;
  const left = nominalDays(a) - nominalDays(b);
  if (left <= 0) return NO_TERM;
  const days = a.days - b.days;
  const months = a.months - b.months;
  return days >= 0 && months >= 0 ? { life: false, months, days } : { life: false, months: 0, days: left };
}

/** A year is 365 days and a month 30, so that 60 days is 2 months, 395 days 1 year 1 month, 730 days 2 years. */
export function nominalDays(term: Term): number {
  if (term.life) return Number.POSITIVE_INFINITY;
  return Math.floor(term.months / 12) * 365 + (term.months % 12) * 30 + term.days;
}

/** A way to compare two terms: below zero, zero, above zero. */
export type Comparison = (a: Term, b: Term) => number;

export const byNominalDays: Comparison = (a, b) => {
  const left = nominalDays(a);
  const right = nominalDays(b);
  return left === right ? 0 : left - right;
};

/** The other way: let both terms run from the day of sentence and see which ends later. */
export function byCalendarFrom(day: Day): Comparison {
  return (a, b) => {
    if (a.life || b.life) return Number(a.life) - Number(b.life);
    const left = addDays(addMonths(day, a.months), a.days);
    const right = addDays(addMonths(day, b.months), b.days);
    return left < right ? -1 : left > right ? 1 : 0;
  };
}
