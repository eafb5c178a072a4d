import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { calculate } from '../../src/calculation/calculate.ts';
import { InputError } from '../../src/case/errors.ts';
import { parseCase } from '../../src/case/parse.ts';
import { bundledLaw } from '../../src/law/bundled.ts';
import type { Law } from '../../src/law/schema.ts';
import { rangeText } from '../../src/report/words.ts';
import type { Range, Result } from '../../src/result/result.ts';
import { notHeldFrom } from '../law/not-held.ts';
import type { Draft } from '../random/random.ts';

/** A stored case: an id, which begins with the edition it was drawn for, and the document. */
export interface GoldenCase {
	id: string;
	case: Draft;
}

export const casesFile = fileURLToPath(new URL('cases.jsonl', import.meta.url));
export const answersFile = fileURLToPath(new URL('answers.txt', import.meta.url));

/** The day for cases that name no edition: never that of the machine. */
const today = '2025-12-01';

export const storedCases = (): GoldenCase[] =>
	readFileSync(casesFile, 'utf8')
		.trimEnd()
		.split('\n')
		.map((line) => JSON.parse(line));

/** The edition for which a case was drawn. */
export const editionOf = ({ id }: GoldenCase): string => id.slice(0, 'YYYY-MM-DD'.length);

/** The law through the last edition that cases were drawn for: one that was added since is as one that is not held. */
export function lawOfCases(cases: readonly GoldenCase[]): Law {
	const drawn = cases.map(editionOf).sort().at(-1) ?? '';
	const next = bundledLaw.editions.editions.find(({ effectiveDate }) => effectiveDate > drawn);
	return next ? notHeldFrom(next.effectiveDate) : bundledLaw;
}

/** What the program answers to each case, one line a case, in the order of their ids. */
export function answersTo(cases: readonly GoldenCase[], law = lawOfCases(cases)): string {
	return cases
		.map((golden) => `${[golden.id, ...answerTo(golden, law)].join(' | ')}\n`)
		.sort()
		.join('');
}

/** Stands for the answers in CHANGELOG.md: another one for any other answers. */
export const fingerprintOf = (answers: string): string =>
	createHash('sha256').update(answers).digest('hex').slice(0, 8);

/** The result of a case, or why it is rejected. Throws what is a fault of the program. */
export function resultOf(document: unknown, law = bundledLaw): Result | InputError {
	try {
		return calculate(parseCase(document), law, { today });
	} catch (error) {
		if (error instanceof InputError) return error;
		throw error;
	}
}

function answerTo({ id, case: document }: GoldenCase, law: Law): string[] {
	const result = resultOf(document, law);
	if (result instanceof InputError) return [`rejected: ${result.code} ${result.path}`.trimEnd()];
	return [...rangeOf(result, id), ...aroundTheRange(result), ...warningsOf(result)];
}

const ascii = (range: Range): string => rangeText(range).replace('–', '-');

function rangeOf(result: Result, id: string): string[] {
	const { edition, offenseLevel, criminalHistoryCategory, guidelineRange, totalRange, statutoryEffect } = result;
	const { minimum, maximum } = statutoryEffect;
	const used = edition.effectiveDate;
	return [
		`${offenseLevel.total} ${criminalHistoryCategory} ${ascii(guidelineRange)}`,
		...(id.startsWith(used) ? [] : [`Manual ${used}`]),
		...(totalRange ? [`total ${ascii(totalRange)}`] : []),
		...(minimum === 'none' ? [] : [`minimum ${minimum}`]),
		...(maximum === 'none' ? [] : [`maximum ${maximum}`]),
	];
}

function aroundTheRange(result: Result): string[] {
	const { fastTrack, relief, reduction, supervisedRelease, sentencingOptions, fine, criminalHistory } = result;
	const outcomes = fastTrack.outcomes.map(({ range }) => ascii(range)).join(' ');
	return [
		`fast track ${fastTrack.available ? '' : 'not available '}${fastTrack.effect} ${outcomes}`,
		...(criminalHistory ? [`${criminalHistory.points} points`] : []),
		...(relief ? [`${relief.kind} ${relief.granted ? 'granted' : 'not granted'}`] : []),
		...(reduction ? [reductionOf(reduction)] : []),
		`zone ${sentencingOptions.zone}`,
		`fine ${fine.minimumDollars}-${fine.maximumDollars}`,
		...(supervisedRelease ? [`release ${ascii(supervisedRelease.term)}`] : []),
	];
}

function reductionOf({ authorized, amended, lowestTermMonths }: NonNullable<Result['reduction']>): string {
	const lowest = lowestTermMonths === undefined ? '' : ` lowest ${lowestTermMonths}`;
	return `reduction ${authorized ? 'authorized' : 'not authorized'} ${ascii(amended.range)}${lowest}`;
}

const warningsOf = ({ warnings }: Result): string[] =>
	warnings.length === 0 ? [] : [`warns ${warnings.map(({ code }) => code).join(' ')}`];
