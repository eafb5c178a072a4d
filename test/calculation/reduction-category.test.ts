import { describe, expect, test } from 'vitest';
import { calculate, parseCase } from '../../src/index.ts';

const amendedBy = (document: object, reduction: object) => {
	const given = {
		edition: '2018',
		...document,
		reduction: { amendment: '821A', orderDate: '2024-03-01', ...reduction },
	};
	const result = calculate(parseCase(given));
	return { ...result, reduction: result.reduction as NonNullable<typeof result.reduction> };
};

const months = (minimumMonths: number, maximumMonths: number | 'life') => ({ minimumMonths, maximumMonths });

/** §4B1.1(b): "in every case ... Category VI"; §1B1.10(a)(2)(B), comment. (n.1(A)(ii)): not lowered by the operation of another guideline. */
describe('a career offender stays in category VI whatever the amendment does to the points', () => {
	const career = { criminalHistoryPoints: 8, careerOffender: { offenseStatutoryMaximumMonths: 240 } };
	const { criminalHistoryPoints: _, ...unscored } = career;
	// Sentencing Table: 32/VI is 210-262, 36/VI 324-405, 29/VI 151-188.
	test.each([
		[{ ...career, baseOffenseLevel: 30, sentenceImposedMonths: 210 }, { criminalHistoryPoints: 6 }, [210, 262]],
		[
			{ ...career, careerOffender: { offenseStatutoryMaximumMonths: 480 }, baseOffenseLevel: 36, acceptance: 0 },
			{ criminalHistoryPoints: 6 },
			[324, 405],
		],
		[
			{ ...career, baseOffenseLevel: 30, acceptance: 3, statutoryMinimumMonths: 120, sentenceImposedMonths: 151 },
			{ criminalHistoryPoints: 6 },
			[151, 188],
		],
		[
			{ ...unscored, baseOffenseLevel: 30, criminalHistoryCategory: 'VI' },
			{ criminalHistoryCategory: 'IV' },
			[210, 262],
		],
		[{ ...unscored, baseOffenseLevel: 30, criminalHistoryCategory: 'IV' }, { criminalHistoryPoints: 6 }, [210, 262]],
	] as const)('%j, %j', (document, reduction, [from, to]) => {
		const found = amendedBy({ sentenceImposedMonths: 330, ...document }, reduction).reduction;
		expect(found).toMatchObject({ originalRange: months(from, to), lowersRange: false, authorized: false });
		expect(found.amended).toMatchObject({ criminalHistoryCategory: 'VI', range: months(from, to) });
		expect(found.reasons).toContainEqual(expect.objectContaining({ provision: '§1B1.10(a)(2)(B)' }));
	});

	test('one whose offense has no level in the table of §4B1.1 is none: the points decide', () => {
		const careerOffender = { offenseStatutoryMaximumMonths: 12 };
		const document = { ...career, careerOffender, baseOffenseLevel: 10, sentenceImposedMonths: 15 };
		// 10/IV is 15-21, 10/III 10-16.
		expect(amendedBy(document, { criminalHistoryPoints: 6 }).reduction.amended).toMatchObject({
			criminalHistoryCategory: 'III',
			range: months(10, 16),
		});
	});
});

/** §3A1.4(b): "In each such case ... Category VI". */
test('§3A1.4 keeps category VI', () => {
	const document = { baseOffenseLevel: 26, criminalHistoryPoints: 8, chapterThree: ['§3A1.4'] };
	const found = amendedBy({ ...document, sentenceImposedMonths: 360 }, { criminalHistoryPoints: 6 }).reduction;
	// 38/VI is 360-life.
	expect(found).toMatchObject({ originalRange: months(360, 'life'), lowersRange: false, authorized: false });
	expect(found.amended).toMatchObject({ criminalHistoryCategory: 'VI', range: months(360, 'life') });
});

/** §4B1.4(c)(3): category IV at least, (c)(2): VI where the firearm went with a crime; the case does not say which. */
test('an armed career criminal whose points fall keeps level 34 and category IV, and is told of the other range', () => {
	const document = { baseOffenseLevel: 34, criminalHistoryPoints: 8, statutes: ['18:924(e)(1)'] };
	const { reduction, warnings } = amendedBy({ ...document, sentenceImposedMonths: 210 }, { criminalHistoryPoints: 6 });
	// 34/IV is 210-262.
	expect(reduction.amended.range).toEqual(months(210, 262));
	const found = warnings.find(({ message }) => message.includes('About the amended range'));
	expect(found?.message).toContain('210 to 262 months: level 34, category IV');
});

/** Without a category that a provision commands, the points as amended decide: §1B1.10(b)(1). */
test('the category of the amended points where nothing commands another', () => {
	const document = { baseOffenseLevel: 30, criminalHistoryPoints: 8, sentenceImposedMonths: 135 };
	const found = amendedBy(document, { criminalHistoryPoints: 6 }).reduction;
	// 30/IV is 135-168, 30/III 121-151.
	expect(found).toMatchObject({ originalRange: months(135, 168), authorized: true, lowestTermMonths: 121 });
});
