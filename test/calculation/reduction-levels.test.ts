import { describe, expect, test } from 'vitest';
import { calculate } from '../../src/calculation/calculate.ts';
import { parseCase } from '../../src/case/parse.ts';
import { bundledLaw as law } from '../../src/law/bundled.ts';
import { noneInTheWay } from './criteria.ts';
import { refusal as refusalOf } from './rap-sheet.ts';

/**
 * §1B1.10(b)(1): the court substitutes "only the amendments listed in subsection (d)" for what was applied at sentencing.
 * What each lowers: 706 and 782 the Drug Quantity Table by two levels (reasons for amends. 706, 782), 505 the levels 42
 * and 40 to 38, 821 Part B by the two levels of §4C1.1.
 */
const sentenced = {
	edition: '2006',
	baseOffenseLevel: 32,
	criminalHistoryCategory: 'I',
	acceptance: 3,
	sentenceImposedMonths: 87,
};
const caseOf = (reduction: object, document: object = {}) => ({
	...sentenced,
	...document,
	reduction: { orderDate: '2016-01-05', ...reduction },
});
const answer = (...given: Parameters<typeof caseOf>) => calculate(parseCase(caseOf(...given)), law);
const messagesOf = (code: string, ...given: Parameters<typeof answer>) =>
	answer(...given)
		.warnings.filter((warning) => warning.code === code)
		.map(({ message }) => message);
const refusal = (...given: Parameters<typeof caseOf>) => refusalOf(caseOf(...given));

const beyond = 'reduction-not-of-amendment';

describe('several amendments are weighed together', () => {
	test('both stand in the answer, and the change is that of both', () => {
		const { reduction, warnings } = answer({ amendment: ['750A', '782'], levels: -6 });
		expect(reduction?.amendments.map(({ id, listed }) => [id, listed])).toEqual([
			['750A', true],
			['782', true],
		]);
		expect(reduction?.amendment).toEqual(reduction?.amendments[0]);
		// Level 32 - 3 = 29, less 6 is 23: category I 46-57.
		expect(reduction?.amended).toMatchObject({ offenseLevel: 23, range: { minimumMonths: 46, maximumMonths: 57 } });
		expect(reduction?.reasons[0]?.description).toBe(
			'amendment 750, Part A and amendment 782 are listed in §1B1.10(d) and lower the range',
		);
		expect(warnings.map(({ code }) => code)).toEqual([]);
	});

	test('one that does not count for the order is named: the change would be that of both', () => {
		// Amendment 782 may be the ground of an order from November 1, 2015 on (§1B1.10(e)(1)).
		const early = refusal({ amendment: ['750A', '782'], levels: -6, orderDate: '2015-02-01' });
		expect(early).toMatchObject({ code: 'disagrees', path: '/reduction/amendment' });
		expect(early.message).toContain('amendment 782 does not count here: an order based on amendment 782 may not take');
		expect(early.message).toContain('give the change that amendment 750, Part A makes without it');
		expect(refusal({ amendment: ['782', '742'], levels: -2 }).message).toContain('amendment 742 is not listed');
		expect(refusal({ amendment: ['750A', '782'], levels: -2 }, { edition: '2012' }).message).toContain(
			'amendment 750, Part A does not count here: amendment 750, Part A has been in the Manual since November 1, 2010',
		);
	});

	test('none that counts: each says why', () => {
		const { reduction } = answer({ amendment: ['742', '738'], levels: -2 });
		expect(reduction?.authorized).toBe(false);
		expect(reduction?.reasons.map(({ description }) => description)).toEqual([
			'amendment 742 is not listed in §1B1.10(d) on that date',
			'amendment 738 is not listed in §1B1.10(d) on that date',
		]);
	});

	test('one named twice is rejected', () => {
		expect(refusal({ amendment: ['782', 'amendment 782'], levels: -2 })).toMatchObject({
			code: 'repeated',
			path: '/reduction/amendment',
		});
	});

	// §4A1.1(e) of 2023 and §4C1.1: 2 points for status alone are none under Part A, and Part B takes 2 levels off.
	test('both parts of amendment 821: no points are left, and the levels of §4C1.1 come off by themselves', () => {
		const document = {
			edition: '2018',
			criminalHistoryCategory: undefined,
			criminalHistoryPoints: 2,
			zeroPointOffender: noneInTheWay,
			sentenceImposedMonths: 97,
		};
		const { reduction, warnings } = answer(
			{ amendment: ['821A', '821B1'], criminalHistoryPoints: 0, orderDate: '2024-03-01' },
			document,
		);
		// 29/II is 97-121; level 27, category I is 70-87.
		expect(reduction?.originalRange).toEqual({ minimumMonths: 97, maximumMonths: 121 });
		expect(reduction?.amended).toMatchObject({ offenseLevel: 27, range: { minimumMonths: 70, maximumMonths: 87 } });
		expect(warnings.map(({ code }) => code)).not.toContain(beyond);
	});
});

describe('levels that the amendments do not lower', () => {
	test('six levels under 782 alone', () => {
		const [message] = messagesOf(beyond, { amendment: '782', levels: -6 });
		expect(message).toContain('6 levels, which is not the change that amendment 782 makes');
		// 29 - 6 = 23/I 46-57; 29 - 2 = 27/I 70-87.
		expect(message).toContain('As entered, the amended range is 46 to 57 months. With 2 levels, it is 70 to 87 months');
	});

	test('four levels under 706', () => {
		const before = { amendment: '706', orderDate: '2008-06-01' };
		expect(messagesOf(beyond, { ...before, levels: -4 })).toHaveLength(1);
		expect(messagesOf(beyond, { ...before, levels: -2 })).toEqual([]);
	});

	test('an amended base offense level is held against them as well', () => {
		expect(messagesOf(beyond, { amendment: '782', baseOffenseLevel: 26 })).toHaveLength(1);
		expect(messagesOf(beyond, { amendment: '782', baseOffenseLevel: 30 })).toEqual([]);
	});

	test('one level and none are possible: §2D1.1(a)(5), or the highest and lowest rows', () => {
		expect(messagesOf(beyond, { amendment: '782', levels: -1 })).toEqual([]);
		expect(messagesOf(beyond, { amendment: '782', levels: 0 })).toEqual([]);
	});

	test('together they lower the sum', () => {
		const both = { amendment: ['706', '782'] };
		expect(messagesOf(beyond, { ...both, levels: -4 })).toEqual([]);
		expect(messagesOf(beyond, { ...both, levels: -5 })).toHaveLength(1);
	});

	test('less than the two levels of §4C1.1', () => {
		const zero = { edition: '2018', criminalHistoryCategory: undefined, criminalHistoryPoints: 0 };
		const found = refusal({ amendment: '821B1', levels: -1, orderDate: '2024-03-01' }, zero);
		expect(found.path).toBe('/zeroPointOffender');
	});

	test('an amendment that lowers by no fixed number is said not to be checked', () => {
		const [message] = messagesOf('reduction-levels-not-checked', { amendment: '599', levels: -5 }, { edition: '1998' });
		expect(message).toContain('The program uses the change of 5 levels as entered and could not check it');
		expect(message).toContain('With that change, the amended range is 51 to 63 months');
	});

	/**
	 * Amendment 750, Part A (the text of amend. 748) against amendment 706: the least quantity of cocaine base, in grams, of
	 * each level in §2D1.1(c).
	 */
	test('amendment 750, Part A lowers by eight levels at the most', () => {
		const levels = [38, 36, 34, 32, 30, 28, 26, 24, 22, 20, 18, 16, 14];
		const of2007 = [4500, 1500, 500, 150, 50, 35, 20, 5, 4, 3, 2, 1, 0.5];
		const of2010 = [8400, 2800, 840, 280, 196, 112, 28, 22.4, 16.8, 11.2, 5.6, 2.8, 1.4];
		const levelOf = (least: number[], grams: number) => levels[least.findIndex((from) => grams >= from)] ?? 12;
		const drops = [...of2007, ...of2010].map((grams) => levelOf(of2007, grams) - levelOf(of2010, grams));
		const most = law.tables['covered-amendments']
			.flatMap(({ amendments }) => amendments)
			.find(({ id }) => id === '750A')?.lowers?.mostLevels;
		expect(most).toBe(Math.max(...drops));
	});

	test('every listed amendment says how far it lowers, or that this is no fixed number', () => {
		for (const { id, adds, lowers } of law.tables['covered-amendments'].flatMap(({ amendments }) => amendments)) {
			if (adds === undefined && id !== '821A') expect(lowers?.words, id).toBeDefined();
		}
	});
});

describe('a reduction never raises a range', () => {
	test.each([
		[{ levels: 2 }, 'levels'],
		[{ baseOffenseLevel: 34 }, 'baseOffenseLevel'],
		[{ criminalHistoryCategory: 'II' }, 'criminalHistoryCategory'],
	])('%j', (change, field) => {
		expect(refusal({ amendment: '782', ...change })).toMatchObject({
			code: 'disagrees',
			path: `/reduction/${field}`,
		});
	});

	test('more points than at sentencing', () => {
		const points = { criminalHistoryCategory: undefined, criminalHistoryPoints: 3 };
		expect(refusal({ amendment: '782', criminalHistoryPoints: 4 }, points).path).toBe(
			'/reduction/criminalHistoryPoints',
		);
	});

	test('whatever is given, the amended range is no higher', () => {
		for (const edition of ['1989', '1995', '2000', '2006']) {
			for (let levels = -8; levels <= 0; levels++) {
				for (const baseOffenseLevel of [6, 17, 32, 43]) {
					const given = { amendment: ['706', '782'], levels, substantialAssistance: false };
					const { reduction } = answer(given, {
						edition,
						baseOffenseLevel,
						acceptance: 'full',
						sentenceImposedMonths: 1,
					});
					const { originalRange: before, amended } = reduction ?? {};
					const number = (months: unknown) => (months === 'life' ? 999 : Number(months));
					expect(number(amended?.range.minimumMonths)).toBeLessThanOrEqual(number(before?.minimumMonths));
					expect(number(amended?.range.maximumMonths)).toBeLessThanOrEqual(number(before?.maximumMonths));
				}
			}
		}
	});
});

/** Pub. L. 115-391 § 404(b): a reduced sentence as if sections 2 and 3 of the Fair Sentencing Act of 2010 were in effect. */
describe('section 404 of the First Step Act is not an amendment', () => {
	test('the number is that of an amendment that is not listed, and the other motion is named', () => {
		const { reduction } = answer({ amendment: '404', levels: -2 });
		expect(reduction).toMatchObject({ authorized: false, amendment: { id: '404', listed: false } });
		expect(reduction?.reasons).toEqual(
			expect.arrayContaining([
				expect.objectContaining({ description: 'amendment 404 is not listed in §1B1.10(d) on that date' }),
				{
					provision: 'Pub. L. 115-391 § 404(b), 132 Stat. 5222',
					description: expect.stringMatching(
						/^if you mean section 404 of the First Step Act of 2018.*not one under §1B1\.10/,
					),
				},
			]),
		);
	});

	test.each(['First Step Act § 404', 'FSA 404', 'First Step Act', 'section 404'])('%s', (amendment) => {
		const found = refusal({ amendment, levels: -2 });
		expect(found).toMatchObject({ code: 'invalid-value', path: '/reduction/amendment' });
		expect(found.message).toContain('is a separate motion, not one under §1B1.10');
	});
});
