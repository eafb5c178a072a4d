import { describe, expect, test } from 'vitest';
import { calculate } from '../../src/calculation/calculate.ts';
import { categories } from '../../src/case/category.ts';
import { InputError } from '../../src/case/errors.ts';
import { parseCase } from '../../src/case/parse.ts';
import { bundledLaw as law } from '../../src/law/bundled.ts';
import { verifiedEditions } from '../../src/law/editions.ts';

/**
 * 18 U.S.C. § 3553(f), §5C1.2: who may be sentenced without regard to a statutory minimum, and what §5C1.2(b) asks for
 * where that minimum is at least five years: level 17 from November 1, 2001 (amend. 624), a range of at least 24 to 30
 * months from November 1, 2023 (amend. 817). Before December 21, 2018 only those with at most one criminal history point.
 */
const answered = (document: object) => {
	try {
		return calculate(parseCase({ statutoryMinimumRelief: 'safety-valve', ...document }), law);
	} catch (error) {
		if (error instanceof InputError) return error;
		throw error;
	}
};

const levels = [1, 12, 16, 17, 24, 43];
const minimums = [24, 59, 60, 120, 'life'] as const;

describe.each(verifiedEditions(law).map(({ effectiveDate }) => effectiveDate))(
	'relief in the Manual of %s',
	(edition) => {
		const all = categories.flatMap((criminalHistoryCategory) =>
			levels.flatMap((baseOffenseLevel) =>
				minimums.map((statutoryMinimumMonths) => ({
					edition,
					criminalHistoryCategory,
					baseOffenseLevel,
					statutoryMinimumMonths,
				})),
			),
		);

		test('is never granted without the conditions of its day', () => {
			for (const document of all) {
				const result = answered(document);
				const isEarly = edition < '2018-11-01';
				const where = JSON.stringify(document);
				if (edition < '1994-09-23' || (isEarly && document.criminalHistoryCategory !== 'I')) {
					expect(result, where).toBeInstanceOf(InputError);
					continue;
				}
				if (result instanceof InputError) throw result;
				const isFiveYears = document.statutoryMinimumMonths === 'life' || document.statutoryMinimumMonths >= 60;
				const isToldOf = result.warnings.some(({ code }) => code === 'safety-valve-floor');
				if (isFiveYears && edition >= '2001-11-01' && edition < '2023-11-01') {
					expect(result.offenseLevel.total >= 17 || isToldOf, where).toBe(true);
					if (document.criminalHistoryCategory === 'I') expect(isToldOf, where).toBe(false);
				}
				if (isFiveYears && edition >= '2023-11-01') {
					expect(
						Number(result.guidelineRange.minimumMonths === 'life' ? 999 : result.guidelineRange.minimumMonths),
						where,
					).toBeGreaterThanOrEqual(24);
				}
				if (!isFiveYears) expect(result.offenseLevel.total, where).toBe(document.baseOffenseLevel);
			}
		});
	},
);

/** The grid beside a case shows other categories: those that had no safety valve have the minimum. */
test('in the sensitivity of 2006 category II has the minimum, category I the least level', () => {
	const document = {
		edition: '2006',
		baseOffenseLevel: 12,
		criminalHistoryCategory: 'I',
		statutoryMinimumMonths: 60,
		statutoryMinimumRelief: 'safety-valve',
	};
	const rows = calculate(parseCase(document), law, { sensitivity: true }).sensitivity ?? [];
	const cell = (category: string) =>
		rows.find(({ offenseLevel }) => offenseLevel === 17)?.cells.find((one) => one.criminalHistoryCategory === category)
			?.range;
	expect(cell('I')).toEqual({ minimumMonths: 24, maximumMonths: 30 });
	expect(cell('II')).toEqual({ minimumMonths: 60, maximumMonths: 60 });
});

/** §5C1.2(a)(1) of 2004: 60 months within fifteen years are three points, felony or misdemeanor (§4A1.1(a)). */
test('an open question that leaves the points too many does not leave the relief', () => {
	const prior = {
		id: 'p',
		grade: 'misdemeanor',
		kinds: [],
		conductFrom: '1990-12-23',
		arrestedOn: '1991-06-05',
		sentencedOn: '1992-05-19',
		sentence: '5 years',
		releasedOn: '1996-06-27',
	};
	const result = answered({
		sentencingDate: '2004-12-21',
		guideline: '2L1.2',
		removalOrders: ['1998-05-22'],
		removals: ['1998-12-16'],
		instantOffense: { commencedOn: '2004-02-08', endedOn: '2004-04-13', underCriminalJusticeSentence: false },
		priors: [prior],
		acceptance: 0,
		statutoryMinimumMonths: 60,
	});
	expect(result).toMatchObject({ code: 'disagrees', path: '/statutoryMinimumRelief' });
});
