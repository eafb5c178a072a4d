import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { calculate } from '../../src/calculation/calculate.ts';
import { InputError } from '../../src/case/errors.ts';
import { parseCase } from '../../src/case/parse.ts';
import { bundledLaw as law } from '../../src/law/bundled.ts';
import { warningCodes } from '../../src/result/warning-codes.ts';
import { notHeldFrom } from '../law/not-held.ts';
import { randomCase } from '../random/cases.ts';
import { newRandom } from '../random/random.ts';
import { faultsIn } from './message-rules.ts';

/** A case for each code, as small as one can be that has the warning. */
const cases: Record<string, unknown> = JSON.parse(readFileSync(new URL('warning-cases.json', import.meta.url), 'utf8'));

/** The codes that are given no more, and the one that only a row of a datafile has (its message: test/commands/batch-cells.test.ts). */
const notOfCases = [
	'editions-not-compared',
	'enhancement-not-the-same',
	'offense-date-not-given',
	'minimum-of-other-counts',
];

test('every code has a case', () => {
	expect(Object.keys(cases).sort()).toEqual(warningCodes.filter((code) => !notOfCases.includes(code)).sort());
});

describe('a warning says what is uncertain and what to do, in the words of the reader', () => {
	test.each(Object.entries(cases))('%s', (code, document) => {
		const ofLaw = code === 'edition-unverified' ? notHeldFrom('2026-11-01') : law;
		const { warnings } = calculate(parseCase(document), ofLaw);
		expect(warnings.map((warning) => warning.code)).toContain(code);
		expect(warnings.flatMap((warning) => faultsIn(warning.code, warning.message))).toEqual([]);
	});

	test('in any case', () => {
		const random = newRandom(13);
		const faults = Array.from({ length: 4000 }, () => warningsOf(randomCase(random))).flat();
		expect(faults.flatMap(({ code, message }) => faultsIn(code, message))).toEqual([]);
	});
});

describe('several of a kind are one warning', () => {
	const messagesOf = (code: string, document: object) =>
		calculate(parseCase(document), law).warnings.flatMap((warning) => (warning.code === code ? [warning.message] : []));

	test('counts that the guidelines do not cover (§1B1.9), beside one that they do', () => {
		const statutes = ['8:1326(a)', '8:1325(a)', '8:1325(a)'];
		const document = { edition: '2018', baseOffenseLevel: 8, criminalHistoryCategory: 'II', statutes };
		expect(messagesOf('guidelines-do-not-apply', document)).toHaveLength(1);
	});

	test('priors with three points that bar the safety valve (18 U.S.C. § 3553(f)(1)(B))', () => {
		const prior = (id: string, label: string, year: number) => ({
			...{ id, label, grade: 'felony', kinds: [], sentence: '2 years' },
			...{ sentencedOn: `${year}-04-01`, arrestedOn: `${year}-01-01`, releasedOn: `${year + 2}-01-01` },
		});
		const document = {
			edition: '2018',
			baseOffenseLevel: 20,
			statutoryMinimumMonths: 60,
			statutoryMinimumRelief: 'safety-valve',
			sentencingDate: '2019-08-01',
			instantOffense: { commencedOn: '2019-04-01', underCriminalJusticeSentence: false },
			priors: [prior('1', 'Burglary', 2010), prior('2', 'Theft', 2013)],
		};
		const [message, ...others] = messagesOf('safety-valve-priors', document);
		expect(others).toEqual([]);
		expect(message).toContain('prior 1 (Burglary), prior 2 (Theft) have 3 points under §4A1.1(a)');
	});
});

function warningsOf(document: unknown) {
	try {
		return calculate(parseCase(document), law).warnings;
	} catch (error) {
		if (error instanceof InputError) return [];
		throw error;
	}
}
