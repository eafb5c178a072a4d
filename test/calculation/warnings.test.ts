import { describe, expect, test } from 'vitest';
import { calculate } from '../../src/calculation/calculate.ts';
import { underEditions } from '../../src/calculation/comparison.ts';
import { inOrder } from '../../src/calculation/steps/warnings-in-order.ts';
import type { CaseDocument } from '../../src/case/schema.ts';
import { bundledLaw as law } from '../../src/law/bundled.ts';
import type { Warning } from '../../src/result/result.ts';
import { openQuestions, warningCodes } from '../../src/result/warning-codes.ts';

describe('the most serious warning comes first', () => {
	test('every code has one place, the unsettled questions among them', () => {
		expect(new Set(warningCodes).size).toBe(warningCodes.length);
		expect(warningCodes).toEqual(expect.arrayContaining([...openQuestions]));
		for (const code of warningCodes) expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
	});

	test('a sentence that no statute allows stands before what the case leaves open', () => {
		const document: CaseDocument = {
			edition: '2025',
			baseOffenseLevel: 20,
			criminalHistoryCategory: 'I',
			acceptance: 'full',
			statutoryMaximumMonths: 60,
			sentenceImposedMonths: 72,
		};
		const codes = calculate(document, law).warnings.map(({ code }) => code);
		expect(codes[0]).toBe('sentence-above-maximum');
		expect(codes).toContain('acceptance-motion-assumed');
	});

	test('warnings of one code become one, and one that is said twice is said once', () => {
		const warning = (code: Warning['code'], message: string): Warning => ({ code, message });
		const given = [
			warning('level-beyond-table', 'a note'),
			warning('statute-unverified', 'one statute'),
			warning('statute-unverified', 'another statute.'),
			warning('statute-unverified', 'one statute'),
			warning('sole-consecutive-count', 'not the range'),
		];
		expect(inOrder(given)).toEqual([
			warning('sole-consecutive-count', 'not the range'),
			warning('statute-unverified', 'one statute. Another statute.'),
			warning('level-beyond-table', 'a note'),
		]);
	});

	test('also where a case is compared under several editions', () => {
		const document: CaseDocument = {
			edition: '2012',
			guideline: '2L1.2',
			enhancements: ['(b)(1)(A)'],
			criminalHistoryCategory: 'III',
			acceptance: 'full',
		};
		const [, later] = underEditions(document, law, ['2012', '2018']);
		const codes = later && 'warnings' in later ? later.warnings.map(({ code }) => code) : [];
		expect(codes).toEqual([...codes].sort((one, other) => warningCodes.indexOf(one) - warningCodes.indexOf(other)));
	});
});
