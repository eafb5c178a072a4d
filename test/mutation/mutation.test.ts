import { existsSync, readFileSync } from 'node:fs';
import type { NodePath } from '@stryker-mutator/api/ignore';
import { describe, expect, test } from 'vitest';
import { calculate } from '../../src/index.ts';
import { changeSeen, takenAnswer } from './answers.ts';
import { wording } from './ignore.ts';
import { shared } from './shared.ts';
import { testFiles } from './tests.ts';

const root = new URL('../../', import.meta.url);

describe('what is not mutated', () => {
	const ignored = (value: string) =>
		wording.shouldIgnore({ node: { type: 'StringLiteral', value } } as unknown as NodePath) !== undefined;

	test.each(['of the sentence', 'months: the most', '; ', ', or ', ' and '])('words: %j', (text) => {
		expect(ignored(text)).toBe(true);
	});

	test.each([
		'§4A1.2(e)(1)',
		'18 U.S.C. § 3553(f)',
		'facts-missing',
		'/priors/0',
		'(b)(1)(A)',
		'21:841(b)(1)',
		' ',
		'',
	])('what decides an answer is mutated: %j', (text) => {
		expect(ignored(text)).toBe(false);
	});
});

test('every file of tests that is asked about a mutant is there', () => {
	const files = testFiles(root.pathname);
	expect(files.length).toBeGreaterThan(80);
	expect(files.filter((file) => !existsSync(new URL(file, root)))).toEqual([]);
});

test('a number that a mutant changes is told from words that it changes', () => {
	const fingerprintOf = (level: number) => {
		shared.answer = calculate({ edition: '2018', baseOffenseLevel: level, criminalHistoryCategory: 'I' });
		return takenAnswer();
	};
	const [plain, again, other] = [20, 20, 21].map(fingerprintOf);
	expect(changeSeen('nothing', plain, again)).toBe('nothing');
	expect(changeSeen('nothing', plain, other)).toBe('answer');
	expect(changeSeen('nothing', plain, ['other', 'other'])).toBe('answer');
	expect(changeSeen('nothing', plain, [plain?.[0] ?? '', 'other'])).toBe('words');
	expect(changeSeen('answer', plain, again)).toBe('answer');
});

test('the list of survivors names files that there are, and gives each a reason', () => {
	const [head, ...rows] = readFileSync(new URL('survivors.tsv', import.meta.url), 'utf8')
		.trimEnd()
		.split('\n');
	expect(head).toBe('file\tline\tcolumn\tmutator\treplacement\treason');
	const wrong = rows.filter((row) => {
		const [file = '', line, column, mutator, , reason] = row.split('\t');
		return !(existsSync(new URL(file, root)) && Number(line) > 0 && Number(column) > 0 && mutator && reason);
	});
	expect(wrong).toEqual([]);
});
