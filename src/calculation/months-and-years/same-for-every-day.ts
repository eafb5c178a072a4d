// One answer of those that the days of a month or a year lead to, with nothing in it of the days that were tried.
import { longDate } from '../../case/dates.ts';
import { datesOfCase, monthsAndYears } from '../../case/dates-of-case.ts';
import type { InputError } from '../../case/errors.ts';
import type { CaseDocument } from '../../case/schema.ts';
import type { Law } from '../../law/schema.ts';
import { numbersOf, words } from '../../result/numbers-of-result.ts';
import type { Result } from '../../result/result.ts';
import { factName } from '../steps/fact-names.ts';
import { measuresOf } from './measures-of-law.ts';
import type { Days } from './period.ts';

const anyDay =
	/\b\d{4}-\d\d-\d\d\b|\b(?:January|February|March|April|May|June|July|August|September|October|November|December) \d{1,2}, \d{4}\b/g;

const withoutDays = (text: string): string => text.replace(anyDay, '*');

/** What an answer says beside words: the same for two answers that differ in nothing else, or in the days they name. */
export const numbersWithoutDays = (result: Result): string => numbersOf(result, withoutDays);

/**
 * The answer that all days lead to, with the dates as the case gives them, and a note that it does. Throws the error where no
 * day has an answer.
 */
export function sameForEveryDay(
	outcomes: readonly { days: Days; result?: Result }[],
	{ given, law }: { given: CaseDocument; law: Law },
	refusal: () => InputError,
): Result {
	const inexact = monthsAndYears(given);
	const exact = new Set([...datesOfCase(given).map(({ date }) => date), ...measuresOf(law).days]);
	const answers = outcomes.flatMap(({ result, days }) => {
		if (result === undefined) return [];
		const tried = inexact.map(({ path, date }) => ({ day: days.get(path) ?? '', date }));
		// A day that is given for another date as well, or is one of the law, stays where it is said of that one.
		const own = tried.filter(({ day }) => !exact.has(day));
		return [{ result: withDatesGiven(result, own, '') as Result, isOwn: own.length === tried.length }];
	});
	answers.sort((a, b) => Number(b.isOwn) - Number(a.isOwn));
	const [first, ...others] = answers.map(({ result }) => result);
	if (first === undefined) throw refusal();
	const said = others.map(({ warnings }) => new Set(warnings.map(({ code, message }) => code + withoutDays(message))));
	const inAll = (all: Result['warnings']) =>
		all.filter(({ code, message }) => said.every((each) => each.has(code + withoutDays(message))));
	const [one, ...rest] = [first, ...others].map((result) => ({ ...result, warnings: inAll(result.warnings) }));
	const { steps, warnings, ...before } = inCommon(one, rest, '') as Result;
	// By its id alone a prior is named in few words.
	const unlabeled = { ...given, priors: given.priors?.map(({ label: _, ...prior }) => prior) } as CaseDocument;
	const partialDates = inexact.map(({ path, date }) => ({ path, date: factName(path, unlabeled), given: date }));
	return { ...before, partialDates, steps, warnings };
}

/** An answer in whose words the dates stand as they were given. */
function withDatesGiven(value: unknown, own: readonly { day: string; date: string }[], key: string): unknown {
	if (typeof value === 'string') {
		if (!words.has(key) && key !== 'message') return value;
		return own.reduce(
			(text, { day, date }) => text.replaceAll(day, date).replaceAll(longDate(day), longDate(date)),
			value,
		);
	}
	if (typeof value !== 'object' || value === null) return value;
	if (Array.isArray(value)) return value.map((each) => withDatesGiven(each, own, key));
	return Object.fromEntries(Object.entries(value).map(([at, inner]) => [at, withDatesGiven(inner, own, at)]));
}

/** What answers have in common that differ in nothing but words. */
function inCommon(one: unknown, others: readonly unknown[], key: string): unknown {
	if (typeof one === 'string') return others.every((other) => other === one) ? one : inWords(one, others, key);
	if (typeof one !== 'object' || one === null) return one;
	const inner = (at: string) => others.map((other) => (other as Record<string, unknown>)[at]);
	if (Array.isArray(one)) return one.map((each, index) => inCommon(each, inner(String(index)), key));
	return Object.fromEntries(Object.entries(one).map(([at, each]) => [at, inCommon(each, inner(at), at)]));
}

function inWords(one: string, others: readonly unknown[], key: string): string {
	if (words.has(key)) return 'every day in the dates given leads to this';
	if (key === 'provision') return [...new Set([one, ...others])].join(' or ');
	// A day in it that is counted from one that was tried.
	const same = new Set(one.match(anyDay));
	for (const other of others) {
		const days = new Set(String(other).match(anyDay));
		for (const day of same) if (!days.has(day)) same.delete(day);
	}
	return one.replace(anyDay, (day) => (same.has(day) ? day : 'that day'));
}
