import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calculate as calculateUnder } from '../../src/calculation/calculate.ts';
import { type Category, categories } from '../../src/case/category.ts';
import { compareMonths, type Months } from '../../src/case/months.ts';
import { type CaseDocument, calculate, editions, InputError, parseCase, type Result } from '../../src/index.ts';
import { resultSchema } from '../../src/result/schema.ts';
import { notHeldFrom } from '../law/not-held.ts';

const names = editions.map((edition) => edition.effectiveDate);
const months = fc.oneof(fc.integer({ min: 1, max: 600 }), fc.constant<Months>('life'));

/** Any case by conclusions, for another guideline than §2L1.2. */
const anyCase: fc.Arbitrary<CaseDocument> = fc.record(
	{
		edition: fc.constantFrom(...names),
		baseOffenseLevel: fc.integer({ min: 1, max: 43 }),
		criminalHistoryCategory: fc.constantFrom(...categories),
		acceptance: fc.constantFrom(0, 2, 3, 'full' as const),
		adjustments: fc.array(fc.record({ levels: fc.integer({ min: -8, max: 8 }) }), { maxLength: 3 }),
		statutoryMinimumMonths: months,
		statutoryMaximumMonths: months,
		fastTrackLevels: fc.integer({ min: 0, max: 4 }),
	},
	{ requiredKeys: ['edition', 'baseOffenseLevel', 'criminalHistoryCategory'] },
) as fc.Arbitrary<CaseDocument>;

function answerOrUndefined(document: CaseDocument): Result | undefined {
	try {
		return calculate(parseCase(document));
	} catch (error) {
		if (error instanceof InputError) return undefined;
		throw error;
	}
}

function holds(property: (result: Result, document: CaseDocument) => void): void {
	fc.assert(
		fc.property(anyCase, (document) => {
			const result = answerOrUndefined(document);
			fc.pre(result !== undefined);
			property(result as Result, document);
		}),
		{ numRuns: 400 },
	);
}

describe('for any case', () => {
	test('the result fits its schema', () => {
		holds((result) => expect(() => resultSchema.parse(result)).not.toThrow());
	});

	test('the steps, added in order, are the offense level', () => {
		holds(({ steps, offenseLevel }) => {
			let level = 0;
			for (const step of steps) {
				level += step.levels;
				expect(step.offenseLevel).toBe(level);
				expect(step.provision).toMatch(/^(§|Ch\. )/);
			}
			expect(level).toBe(offenseLevel.total);
			expect(offenseLevel.total).toBeGreaterThanOrEqual(1);
			expect(offenseLevel.total).toBeLessThanOrEqual(43);
		});
	});

	test('the guideline range never leaves the statutory limits, and its ends are in order', () => {
		holds(({ guidelineRange: { minimumMonths, maximumMonths } }, document) => {
			expect(compareMonths(minimumMonths, maximumMonths)).toBeLessThanOrEqual(0);
			expect(compareMonths(minimumMonths, document.statutoryMinimumMonths ?? 0)).toBeGreaterThanOrEqual(0);
			expect(compareMonths(maximumMonths, document.statutoryMaximumMonths ?? 'life')).toBeLessThanOrEqual(0);
		});
	});

	test('the floor’s levels are those at which a case of that level says so', () => {
		holds(({ floor, edition, criminalHistoryCategory }) => {
			fc.pre(floor !== undefined);
			const at = (level: number | null | undefined) =>
				level && level >= 1 && level <= 43
					? effectAt(edition.effectiveDate, level, criminalHistoryCategory, floor?.minimumMonths)
					: null;
			const { becomesGuidelineSentenceAtOrBelowLevel: below, noEffectAtOrAboveLevel: above } = floor ?? {};
			if (below)
				expect([at(below), at(below + 1)]).toEqual([
					'becomes-guideline-sentence',
					below === 43 ? null : expect.not.stringMatching('becomes'),
				]);
			else expect(at(1)).not.toBe('becomes-guideline-sentence');
			if (above)
				expect([at(above), at(above - 1)]).toEqual(['none', above === 1 ? null : expect.not.stringMatching('none')]);
			else expect(at(43)).not.toBe('none');
		});
	});

	test('a statutory minimum never lowers a range, a maximum never raises one', () => {
		holds((result, document) => {
			const { statutoryMinimumMonths: _, ...without } = document;
			const bare = answerOrUndefined(without as CaseDocument) as Result;
			expect(
				compareMonths(result.guidelineRange.minimumMonths, bare.guidelineRange.minimumMonths),
			).toBeGreaterThanOrEqual(0);
			const { statutoryMaximumMonths: __, ...uncapped } = document;
			const free = answerOrUndefined(uncapped as CaseDocument) as Result;
			expect(compareMonths(result.guidelineRange.maximumMonths, free.guidelineRange.maximumMonths)).toBeLessThanOrEqual(
				0,
			);
		});
	});

	test('fast track: each outcome is what a case that many levels lower gets', () => {
		holds((result, document) => {
			const { fastTrackLevels: _, ...bare } = document;
			const without = answerOrUndefined(bare as CaseDocument) as Result;
			expect(result.fastTrack.outcomes).toEqual(without.fastTrack.outcomes);
			fc.pre(without.steps.every((step) => !step.provision.startsWith('Ch. 5')));
			for (const outcome of result.fastTrack.outcomes) {
				const lower = answerOrUndefined({
					...bare,
					adjustments: [...(bare.adjustments ?? []), { levels: -outcome.levels, provision: '§4B1.1' }],
				} as CaseDocument) as Result;
				expect([outcome.offenseLevel, outcome.range]).toEqual([lower.offenseLevel.total, lower.guidelineRange]);
			}
		});
	});
});

function effectAt(
	edition: string,
	baseOffenseLevel: number,
	criminalHistoryCategory: Category,
	minimum: Months | undefined,
) {
	const document = { edition, baseOffenseLevel, criminalHistoryCategory, statutoryMinimumMonths: minimum as Months };
	return calculate(parseCase(document)).statutoryEffect.minimum;
}

test('one month is named in the singular (Chapter Five, Part A: level 6, III is 2-8 months; level 5, III is 1-7)', () => {
	const document = { edition: '2018', baseOffenseLevel: 6, criminalHistoryCategory: 'III', fastTrackLevels: 1 };
	const { explanation } = calculate(parseCase(document)).fastTrack as { explanation?: string };
	expect(explanation).toContain('from 2 to 1 month and');
});

describe('editions', () => {
	const answer = (rest: Record<string, unknown>) =>
		calculate(parseCase({ baseOffenseLevel: 20, criminalHistoryCategory: 'I', ...rest }));

	test.each([
		['2012', '2012-11-01', 'named in the case'],
		['2012-11-01', '2012-11-01', 'named in the case'],
		['2017', '2016-11-01', 'in force on November 1, 2017'],
		['2021', '2018-11-01', 'in force on November 1, 2021'],
		['2003-10-27', '2003-10-27', 'named in the case'],
	])('%s is the Manual of %s', (edition, effectiveDate, reason) => {
		expect(answer({ edition }).edition).toEqual({ effectiveDate, verified: true, reason });
	});

	test.each([
		['2003-10-26', '2003-05-30'],
		['2003-10-27', '2003-10-27'],
		['2003-10-31', '2003-10-27'],
		['2003-11-01', '2003-11-01'],
		['2025-10-31', '2024-11-01'],
		['2025-11-01', '2025-11-01'],
	])('sentenced on %s: the Manual of %s', (sentencingDate, effectiveDate) => {
		expect(answer({ sentencingDate }).edition).toMatchObject({ effectiveDate, verified: true });
	});

	test.each([
		{ edition: '2026' },
		{ edition: '2026-11-01' },
		{ sentencingDate: '2026-11-01' },
		{ sentencingDate: '2031-01-01' },
	])('%j: the text could not be verified, the last verified edition is used, loudly', (rest) => {
		const document = parseCase({ baseOffenseLevel: 24, criminalHistoryCategory: 'I', ...rest });
		const { edition, warnings } = calculateUnder(document, notHeldFrom('2026-11-01'));
		expect(edition).toMatchObject({ effectiveDate: '2025-11-01', verified: false });
		expect(warnings.map((warning) => warning.code)).toContain('edition-unverified');
	});

	test('a cell of the 1987 table that was not read in print is marked', () => {
		const codes = (level: number) =>
			calculate(parseCase({ edition: '1987', baseOffenseLevel: level, criminalHistoryCategory: 'I' })).warnings.map(
				({ code }) => code,
			);
		expect(codes(5)).toContain('table-cell-derived');
		expect(codes(6)).not.toContain('table-cell-derived');
	});
});

// Amendment 270 made every 0-1 to 0-5 cell 0-6 on November 1, 1989. Levels of one Manual say nothing of the other (test/calculation/two-manuals.test.ts).
const level5 = { baseOffenseLevel: 5, criminalHistoryCategory: 'I', underOffenseDateManual: { baseOffenseLevel: 5 } };

describe('§1B1.11: two editions', () => {
	test('a range no higher at sentencing: that edition is used, both are shown', () => {
		const result = calculate(parseCase({ ...level5, offenseDate: '1991-12-01', sentencingDate: '1992-12-01' }));
		expect(result.edition.effectiveDate).toBe('1992-11-01');
		expect(result.editionChoice).toMatchObject({
			provision: '§1B1.11',
			considered: [{ effectiveDate: '1991-11-27' }, { effectiveDate: '1992-11-01' }],
		});
	});

	test('a higher range at sentencing: the earlier edition is used', () => {
		const result = calculate(parseCase({ ...level5, offenseDate: '1989-06-01', sentencingDate: '1990-02-01' }));
		expect(result.edition.effectiveDate).toBe('1988-10-15');
		expect(result.guidelineRange).toEqual({ minimumMonths: 0, maximumMonths: 5 });
		expect(result.editionChoice?.considered.map(({ guidelineRange }) => guidelineRange.maximumMonths)).toEqual([5, 6]);
	});
});

test('an offense date and no sentencing date: today stands for it', () => {
	const document = parseCase({ ...level5, offenseDate: '1989-06-01' });
	const result = calculate(document, { today: '1990-02-01' });
	expect(result.guidelineRange).toEqual({ minimumMonths: 0, maximumMonths: 5 });
	expect(() => calculate(document)).toThrow(expect.objectContaining({ code: 'edition-missing' }));
});
