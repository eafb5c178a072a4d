import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calculate as calculateUnder } from '../../src/calculation/calculate.ts';
import { calculate, InputError, parseCase, type Result } from '../../src/index.ts';
import { notHeldFrom } from '../law/not-held.ts';
import { factCase } from '../oracle/facts-cases.ts';
import { prior, refusal } from './rap-sheet.ts';

/**
 * §1B1.11(a): the Manual in force at sentencing; (b)(1): the one in force on the offense date where the first would
 * violate the Ex Post Facto Clause, which a higher range does (Peugh v. United States, 569 U.S. 530 (2013)); (b)(2):
 * each in its entirety. Levels stated for one Manual say nothing of the other.
 */
const months = (minimumMonths: number, maximumMonths: number) => ({ minimumMonths, maximumMonths });
const answer = (document: unknown, today?: string): Result => calculate(parseCase(document), { today });
const undecided = ({ warnings }: Result) => warnings.find(({ code }) => code === 'one-book-undecided')?.message;

/** An answer that does not say which Manual gives the higher range. */
function expectUndecided(result: Result): string {
	expect(result.editionChoice).toBeUndefined();
	expect(JSON.stringify(result)).not.toMatch(/gives (a|no) higher range/);
	return undecided(result) ?? '';
}

// Peugh, 569 U.S. 530: bank fraud of 1999 and 2000, sentenced in May 2010. 30 to 37 months under the Manual of 1998 (level 19),
// 70 to 87 under that of 2009 (level 27).
const peugh = {
	offenseDate: '1999-06-01',
	sentencingDate: '2010-05-01',
	baseOffenseLevel: 7,
	adjustments: [
		{ levels: 18, provision: '§2B1.1(b)(1)(J)' },
		{ levels: 2, provision: '§3C1.1' },
	],
	criminalHistoryCategory: 'I',
};
const of1998 = {
	baseOffenseLevel: 6,
	adjustments: [{ levels: 13, label: 'loss, and what else was found' }],
	criminalHistoryCategory: 'I',
};

// 630 F.3d 39 (1st Cir. 2010): the four levels of §2K2.1(b)(5) came after the offense of June 2004; 70 to 87 months without them.
const trafficking = {
	offenseDate: '2004-06-15',
	sentencingDate: '2009-05-15',
	baseOffenseLevel: 27,
	adjustments: [{ levels: 4, provision: '§2K2.1(b)(5)' }],
	criminalHistoryCategory: 'I',
};

describe('levels of one Manual', () => {
	test.each([
		['Peugh', peugh, '2009-11-01', months(70, 87), 'November 1, 1998', '70 to 87 months or lower'],
		['630 F.3d 39', trafficking, '2008-11-01', months(108, 135), 'November 5, 2003', '108 to 135 months or lower'],
	])(
		'are answered under the Manual in force at sentencing, and not compared: %s',
		(_, document, edition, range, other, most) => {
			const result = answer(document);
			expect([result.edition.effectiveDate, result.guidelineRange]).toEqual([edition, range]);
			const message = expectUndecided(result);
			expect(message).toContain(`The Manual of ${other}, in force on the offense date, was not compared`);
			expect(message).toContain(most);
			expect(message).toContain('§1B1.11(b)(1); Peugh v. United States, 569 U.S. 530 (2013)');
		},
	);

	test('the other Groups of counts are levels of one Manual too (§3D1.4)', () => {
		const groups = { guideline: '2L1.2', otherGroups: [{ offenseLevel: 12 }], criminalHistoryCategory: 'I' };
		const result = answer({ ...groups, offenseDate: '2009-05-01', sentencingDate: '2010-05-01' });
		expect(expectUndecided(result)).toContain('other Groups');
	});

	test('are compared with nothing where one Manual was in force on both dates', () => {
		const result = answer({ ...peugh, offenseDate: '2009-12-01' });
		expect(result.guidelineRange).toEqual(months(70, 87));
		expect([undecided(result), result.editionChoice]).toEqual([undefined, undefined]);
	});

	test('the end of the offense is its date (§1B1.11, comment. (n.2)), and today is the sentencing date where none is given', () => {
		const { offenseDate, sentencingDate, ...levels } = peugh;
		const result = answer({ ...levels, instantOffense: { endedOn: offenseDate } }, sentencingDate);
		expect(result.edition.effectiveDate).toBe('2009-11-01');
		expect(expectUndecided(result)).toContain('November 1, 1998');
	});

	test('before §1B1.11 the rule is that of 18 U.S.C. § 3553(a)(4) and the Clause itself', () => {
		const levels = { baseOffenseLevel: 9, criminalHistoryCategory: 'I' };
		const result = answer({ ...levels, offenseDate: '1989-10-01', sentencingDate: '1991-02-01' });
		expect(expectUndecided(result)).toContain('18 U.S.C. § 3553(a)(4)');
	});

	test('an edition that the case names is used, and nothing is compared', () => {
		const { sentencingDate: _, ...levels } = peugh;
		const result = answer({ ...levels, edition: '1998' });
		expect(result.edition.effectiveDate).toBe('1998-11-01');
		expect(undecided(result)).toBeUndefined();
	});
});

describe('underOffenseDateManual: what the earlier Manual makes of the offense', () => {
	test('Peugh, 569 U.S. 530: 30 to 37 months under the Manual of 1998, whole', () => {
		const result = answer({ ...peugh, underOffenseDateManual: of1998 });
		expect([result.edition.effectiveDate, result.offenseLevel.total]).toEqual(['1998-11-01', 19]);
		expect(result.guidelineRange).toEqual(months(30, 37));
		expect(result.editionChoice).toMatchObject({
			provision: '§1B1.11(b)(1)',
			considered: [
				{ effectiveDate: '1998-11-01', offenseLevel: 19, guidelineRange: months(30, 37) },
				{ effectiveDate: '2009-11-01', offenseLevel: 27, guidelineRange: months(70, 87) },
			],
		});
		expect(undecided(result)).toBeUndefined();
	});

	test('630 F.3d 39 (1st Cir. 2010): 70 to 87 months without §2K2.1(b)(5)', () => {
		const result = answer({
			...trafficking,
			underOffenseDateManual: { baseOffenseLevel: 27, adjustments: [], criminalHistoryCategory: 'I' },
		});
		expect(result.guidelineRange).toEqual(months(70, 87));
	});

	// §1B1.11, comment. (n.1): level 9 and 4–10 months under the Manual of 1992, level 8 and 2–8 months under that of 1989.
	test('§1B1.11, comment. (n.1): not the level of 1989 with the table of 1992', () => {
		const antitrust = {
			offenseDate: '1989-11-15',
			sentencingDate: '1992-12-01',
			baseOffenseLevel: 9,
			criminalHistoryCategory: 'I',
			underOffenseDateManual: { baseOffenseLevel: 8, criminalHistoryCategory: 'I' },
		};
		const result = answer(antitrust);
		expect([result.edition.effectiveDate, result.guidelineRange]).toEqual(['1989-11-01', months(2, 8)]);
	});

	test('the later Manual where its range is no higher', () => {
		const result = answer({ ...peugh, underOffenseDateManual: { baseOffenseLevel: 30, adjustments: [] } });
		expect([result.edition.effectiveDate, result.guidelineRange]).toEqual(['2009-11-01', months(70, 87)]);
		expect(result.editionChoice?.provision).toBe('§1B1.11');
	});

	test('acceptance is a finding of fact: without a word it counts under both', () => {
		const result = answer({ ...peugh, acceptance: 3, underOffenseDateManual: of1998 });
		expect(result.editionChoice?.considered.map(({ offenseLevel }) => offenseLevel)).toEqual([16, 24]);
	});

	test('a third level that the earlier Manual does not have is the two that it has (amendment 459, November 1, 1992)', () => {
		const stated = { baseOffenseLevel: 20 };
		const document = { offenseDate: '1991-12-01', sentencingDate: '1993-02-01', baseOffenseLevel: 24, acceptance: 3 };
		const result = answer({ ...document, criminalHistoryCategory: 'I', underOffenseDateManual: stated });
		expect([result.edition.effectiveDate, result.offenseLevel.total]).toEqual(['1991-11-27', 18]);
	});

	test('a change in levels that it does not speak of is not carried over', () => {
		const result = answer({ ...peugh, underOffenseDateManual: { baseOffenseLevel: 6 } });
		expect(result.guidelineRange).toEqual(months(70, 87));
		expect(expectUndecided(result)).toContain('§2B1.1(b)(1)(J)');
	});

	test('nor a base offense level', () => {
		const result = answer({ ...peugh, underOffenseDateManual: { adjustments: [] } });
		expect(expectUndecided(result)).toContain('base offense level');
	});

	test('its ids are of the Manual of the offense date: 16 levels for (b)(1)(A) of 2003, 4 for that of 2018', () => {
		const result = answer({
			offenseDate: '2015-12-01',
			sentencingDate: '2019-02-01',
			guideline: '2L1.2',
			enhancements: ['(b)(2)(A)'],
			criminalHistoryCategory: 'I',
			underOffenseDateManual: { enhancements: [{ id: '(b)(1)(A)', receivesPoints: true }] },
		});
		expect(result.editionChoice?.considered.map(({ offenseLevel }) => offenseLevel)).toEqual([24, 18]);
	});

	test.each([
		[
			'a base level beside the edition named',
			{ ...peugh, sentencingDate: undefined, edition: '1998' },
			of1998,
			'/underOffenseDateManual',
		],
		['without an offense date', { ...peugh, offenseDate: undefined }, of1998, '/offenseDate'],
		[
			'where one Manual was in force on both dates',
			{ ...peugh, offenseDate: '2009-12-01' },
			of1998,
			'/underOffenseDateManual',
		],
		[
			'ids without a guideline',
			peugh,
			{ ...of1998, enhancements: ['(b)(1)(A)'] },
			'/underOffenseDateManual/enhancements',
		],
		['a level that is none', peugh, { baseOffenseLevel: 44 }, '/underOffenseDateManual/baseOffenseLevel'],
		['what is of no Manual', peugh, { sentencingDate: '2010-05-01' }, '/underOffenseDateManual/sentencingDate'],
		[
			'a third level of acceptance before its time',
			{ ...peugh, offenseDate: '1991-12-01' },
			{ ...of1998, acceptance: 3 },
			'/underOffenseDateManual/acceptance',
		],
		[
			'an adjustment that the earlier Manual does not have',
			peugh,
			{ ...of1998, chapterThree: ['§3C1.4'] },
			'/underOffenseDateManual/chapterThree/0',
		],
	])('is rejected: %s', (_, document, underOffenseDateManual, path) => {
		expect(refusal({ ...document, underOffenseDateManual }).path).toBe(path);
	});
});

// Amendment 821 (November 1, 2023) left of the two points for status one, from seven points on (§4A1.1(e)); amendment 742 (November 1, 2010)
// took out recency; amendments 709 (2007) and 382 (1991) changed which sentences count together. §1B1.11(b)(2): no level of one Manual with
// the category of another.
describe('a criminal history stated for one Manual', () => {
	// Level 12 is 12–18 in category II. Level 10: 8–14 in II, 10–16 in III. Three points for a sentence of 2008, in 2009 two more for status.
	const reentry = {
		sentencingDate: '2024-03-01',
		offenseDate: '2010-05-01',
		guideline: '2L1.2',
		enhancements: ['(b)(2)(C)'],
		acceptance: 2,
		underOffenseDateManual: { enhancements: ['(b)(1)(D)'], acceptance: 2 },
	};
	const earlier = (history: object) => ({ ...reentry.underOffenseDateManual, ...history });

	test.each([[{ criminalHistoryCategory: 'II' }], [{ criminalHistoryPoints: 3 }]])(
		'is taken under both, with what another that has points for status and recency may make of the record: %o',
		(history) => {
			const result = answer({ ...reentry, ...history });
			expect([result.edition.effectiveDate, result.guidelineRange]).toEqual(['2009-11-01', months(8, 14)]);
			const message = result.warnings.find(({ code }) => code === 'history-of-one-manual')?.message;
			expect(message).toContain('8 to 14 months in category II, or 10 to 16 months in category III');
			expect(message).toContain('Manual of November 1, 2009');
		},
	);

	test.each([[{ criminalHistoryCategory: 'III' }], [{ criminalHistoryPoints: 6 }]])(
		'stated for the other too: %o',
		(history) => {
			const result = answer({ ...reentry, criminalHistoryCategory: 'II', underOffenseDateManual: earlier(history) });
			expect(result.editionChoice?.considered).toMatchObject([
				{ criminalHistoryCategory: 'III', guidelineRange: months(10, 16) },
				{ criminalHistoryCategory: 'II', guidelineRange: months(12, 18) },
			]);
			expect([result.guidelineRange, undecided(result)]).toEqual([months(10, 16), undefined]);
		},
	);

	// Level 21, VI: 77–96, so 84–96 under the minimum; level 6 is less than 84 months in every category (§5G1.1(b), (c)(2)).
	test.each([
		[{ criminalHistoryCategory: 'VI' }, 'VI'],
		[{ criminalHistoryPoints: 50 }, 'VI'],
		[{ criminalHistoryPoints: 4 }, 'III'],
	])('stays as stated where the range is one and the same in every category: %o', (history, category) => {
		const dates = { offenseDate: '2004-12-15', sentencingDate: '2024-03-01' };
		const levels = { baseOffenseLevel: category === 'VI' ? 21 : 30, underOffenseDateManual: { baseOffenseLevel: 6 } };
		const result = answer({ ...dates, ...levels, ...history, statutoryMinimumMonths: 84 });
		expect([result.edition.effectiveDate, result.guidelineRange]).toEqual(['2004-11-01', months(84, 84)]);
		expect(result.criminalHistoryCategory).toBe(category);
	});

	test('no points are none under both: no sentence that counts, so no status and no recency', () => {
		const result = answer({ ...reentry, criminalHistoryPoints: 0 });
		expect([result.edition.effectiveDate, undecided(result)]).toEqual(['2009-11-01', undefined]);
	});

	test('the later Manual where no category makes the earlier range lower: level 12 under both, three points or five', () => {
		const levels = { baseOffenseLevel: 14, acceptance: 2, criminalHistoryPoints: 3 };
		const dates = { offenseDate: '2010-05-01', sentencingDate: '2024-03-01' };
		const result = answer({ ...dates, ...levels, underOffenseDateManual: { baseOffenseLevel: 14 } });
		expect([result.edition.effectiveDate, result.guidelineRange]).toEqual(['2023-11-01', months(12, 18)]);
		expect(undecided(result)).toBeUndefined();
	});

	test('eight points in 2023 are eight or nine in 2018, category IV', () => {
		const levels = { baseOffenseLevel: 24, acceptance: 3, criminalHistoryPoints: 8 };
		const dates = { offenseDate: '2023-10-31', sentencingDate: '2024-03-01' };
		const result = answer({ ...dates, ...levels, underOffenseDateManual: { baseOffenseLevel: 23 } });
		expect([result.edition.effectiveDate, result.guidelineRange]).toEqual(['2018-11-01', months(51, 63)]);
	});

	// §5C1.2(a)(1): one point at most, so a record with the relief is one of category I under both. Level 9 is 4–10 there.
	test('one that the relief claimed rules out is not weighed', () => {
		const result = answer({
			offenseDate: '2003-09-12',
			sentencingDate: '2009-02-09',
			baseOffenseLevel: 32,
			criminalHistoryPoints: 1,
			statutoryMinimumMonths: 12,
			statutoryMinimumRelief: 'safety-valve',
			underOffenseDateManual: { baseOffenseLevel: 9 },
		});
		expect([result.edition.effectiveDate, result.guidelineRange]).toEqual(['2003-05-30', months(4, 10)]);
		expect(undecided(result)).toBeUndefined();
	});

	// 1989: level 9 less 4 less 2, 3–9 in category VI (amend. 270); 1998: 27 less 4 less 3, 70–87. §5G1.1(b): 18 months.
	describe('where every category of the earlier Manual is lower, and a fact is open', () => {
		const aliens = {
			offenseDate: '1990-07-01',
			sentencingDate: '1998-11-02',
			guideline: '2L1.1',
			offense: {
				deportedAfterAggravatedFelony: true,
				forProfit: false,
				onlySpouseOrChild: false,
				aliens: 1,
				immigrationFelonies: 0,
				firearmDischarged: false,
				weaponUsed: false,
				weapon: true,
				substantialRisk: true,
				injury: 'none',
				murder: false,
			},
			criminalHistoryCategory: 'VI',
			chapterThree: ['§3B1.2(a)'],
			acceptance: 'full',
			statutoryMinimumMonths: 18,
		};

		test('the minimum makes them one range, shown in the category stated', () => {
			const result = answer(aliens);
			expect([result.edition.effectiveDate, result.guidelineRange]).toEqual(['1989-11-01', months(18, 18)]);
			expect(result.criminalHistoryCategory).toBe('VI');
		});

		test('relief from the minimum lowers it', () => {
			const result = answer({ ...aliens, statutoryMinimumRelief: 'substantial-assistance' });
			expect([result.edition.effectiveDate, result.guidelineRange]).toEqual(['1989-11-01', months(3, 9)]);
			expect(result.warnings.map(({ code }) => code)).toContain('history-of-one-manual');
		});
	});

	// §4B1.4 began on November 1, 1989, and commands category VI where the firearm was used so. 1988: level 6 less 2.
	test('the category stated is that of the earlier Manual, not one that a rule of the later one commands', () => {
		const result = answer({
			offenseDate: '1988-09-21',
			sentencingDate: '1992-11-18',
			guideline: '2L1.2',
			enhancements: [],
			criminalHistoryCategory: 'V',
			acceptance: 2,
			statutoryMinimumMonths: 60,
			armedCareerCriminal: { inConnectionWithViolenceOrDrugs: true },
		});
		expect([result.edition.effectiveDate, result.criminalHistoryCategory]).toEqual(['1988-06-15', 'V']);
	});

	test('one that does not agree with the priors', () => {
		const document = {
			...reentry,
			priors: [],
			removals: [],
			removalOrders: [],
			enhancements: [],
			criminalHistoryCategory: 'I',
		};
		const rejected = refusal({ ...document, underOffenseDateManual: { criminalHistoryCategory: 'III' } });
		expect(rejected.path).toBe('/underOffenseDateManual/criminalHistoryCategory');
	});
});

describe('ids of §2L1.2 under two Manuals', () => {
	const ids = (enhancements: unknown[], offenseDate: string, sentencingDate: string, more = {}) =>
		answer({ guideline: '2L1.2', enhancements, criminalHistoryCategory: 'I', offenseDate, sentencingDate, ...more });
	const levels = (result: Result) => result.editionChoice?.considered.map(({ offenseLevel }) => offenseLevel);

	// Amendment 754 (November 1, 2011) added the lower level for a conviction without points; 16 levels before.
	test('the same rule in both is compared', () => {
		expect(levels(ids([{ id: '(b)(1)(A)', receivesPoints: false }], '2011-03-01', '2012-03-01'))).toEqual([24, 20]);
	});

	test('the last two Manuals have one §2L1.2', () => {
		expect(levels(ids(['(b)(2)(A)'], '2024-12-15', '2025-12-15'))).toEqual([18, 18]);
	});

	// The guideline of January 15, 1988 has no specific offense characteristic (amendment 38), that of 1989 has one (amendment 193).
	test('a Manual without characteristics decides whatever the ids', () => {
		const result = ids(['(b)(1)'], '1989-06-01', '1990-02-01');
		expect([result.edition.effectiveDate, result.offenseLevel.total]).toEqual(['1988-10-15', 8]);
	});

	test.each([
		['another rule', ['(b)(1)(A)'], '2010-06-01', '2020-01-15', /\(b\)\(1\)\(A\) is a different rule in that Manual/],
		['an id that is not there', ['(b)(2)'], '1990-06-01', '1992-02-01', /it has no \(b\)\(2\)/],
		['a rule that the ids do not speak of', [], '2015-06-01', '2019-02-01', /the case does not say whether it applies/],
		[
			'the same, beside an id that means the same',
			['(b)(1)(A)'],
			'2018-06-01',
			'2019-02-01',
			/\(b\)\(2\)\(A\) is different in that Manual/,
		],
	])('not compared: %s', (_, enhancements, offense, sentencing, why) => {
		expect(expectUndecided(ids(enhancements, offense, sentencing))).toMatch(why);
	});

	test('a change in levels beside them, but for one that both Manuals name and hold', () => {
		const dates = ['2011-03-01', '2012-03-01'] as const;
		const minor = (provision: string) => ids(['(b)(1)(C)'], ...dates, { adjustments: [{ levels: -2, provision }] });
		expect(levels(minor('§3B1.2(b)'))).toEqual([14, 14]);
		expectUndecided(minor('§2L1.2(b)(9)'));
	});

	// Amendment 663 (November 1, 2004): §3A1.2(b) is since then of official victims, and the assault that it was of stands in (c).
	test('a named adjustment that is a different rule there', () => {
		const result = ids([], '2004-05-01', '2005-02-01', { chapterThree: ['§3A1.2(b)'] });
		expect(expectUndecided(result)).toMatch(/§3A1\.2\(b\) is a different rule in that Manual/);
	});
});

// Amendment 543 (May 1, 1997): base level 12 for 9, 6 levels for 4 where 25 to 99 aliens were smuggled; and what was (b)(3), an alien
// deported before, is gone. Level 13 is 12–18 months in category I, level 18 is 27–33.
describe('another guideline held in both Manuals', () => {
	const smuggling = {
		guideline: '2L1.1',
		criminalHistoryCategory: 'I',
		offenseDate: '1996-06-01',
		sentencingDate: '1998-02-01',
	};
	const aliens = { aliens: 30, forProfit: true };

	test('facts are evaluated under both, each with those it uses', () => {
		const result = answer({ ...smuggling, offense: { ...aliens, deportedBefore: false } });
		expect([result.edition.effectiveDate, result.guidelineRange]).toEqual(['1995-11-01', months(12, 18)]);
		expect(result.editionChoice?.considered.map(({ offenseLevel }) => offenseLevel)).toEqual([13, 18]);
	});

	const underNeither = 'Manuals, the program applies only the characteristics that the case addresses';

	// (b)(3) of 1995 raises to level 8 at least, and the level is 13 without it.
	test('a fact that only the earlier Manual uses', () => {
		const result = answer({ ...smuggling, offense: aliens });
		expect([result.edition.effectiveDate, result.guidelineRange]).toEqual(['1995-11-01', months(12, 18)]);
		expect(result.editionChoice?.reason).toContain(underNeither);
		expect(undecided(result)).toBeUndefined();
	});

	// 24 aliens: 9 + 2 and 12 + 3 levels, 6 + 2 and 9 + 3 not for profit; less 2 for acceptance, 4–10 months and 12–18, or 0–6 and 6–12.
	test('a fact that both use, each its own way', () => {
		const dates = { offenseDate: '1997-04-15', sentencingDate: '1997-09-01', acceptance: 'full' };
		const result = answer({ ...smuggling, ...dates, offense: { aliens: 24 } });
		expect([result.edition.effectiveDate, result.guidelineRange]).toEqual(['1996-11-01', months(4, 10)]);
		expect(undecided(result)).toBeUndefined();
	});

	// Amendment 702 (November 1, 2007) corrects "(a)(2)" to "(a)(3)": the table reads it so throughout.
	test('a text that differs in a misprint alone', () => {
		const dates = { offenseDate: '2007-06-15', sentencingDate: '2008-02-15', acceptance: 'full' };
		const result = answer({ ...smuggling, ...dates, offense: { aliens: 24 } });
		expect([result.edition.effectiveDate, result.guidelineRange]).toEqual(['2008-02-06', months(12, 18)]);
		expect(undecided(result)).toBeUndefined();
	});

	// Amendment 692 (November 1, 2006): the minor of (b)(4), the injuries of (b)(7), the detention of (b)(8) are new or read otherwise.
	test('facts that the case does not give are taken as not applied under both', () => {
		const dates = { offenseDate: '2006-05-01', sentencingDate: '2007-02-01' };
		const result = answer({ ...smuggling, ...dates, offense: { aliens: 3, forProfit: true } });
		expect([result.edition.effectiveDate, result.guidelineRange]).toEqual(['2006-11-01', months(10, 16)]);
		expect(result.editionChoice?.reason).toContain(underNeither);
		expect(result.chapterTwo?.notApplied.map(({ id }) => id)).toContain('(b)(4)');
	});

	// Amendment 807 (November 1, 2018) puts fentanyl at (b)(13) and moves what stood there to (b)(14); amendment 818 adds to it.
	// 600 g of cocaine: level 24 in each Manual; less 3, category II: 41–51 months.
	test.each([
		['2018-06-01', '2019-03-01', '2018-11-01'],
		['2023-06-01', '2024-03-01', '2023-11-01'],
	])('a characteristic under another number is no other rule: %s, %s', (offenseDate, sentencingDate, edition) => {
		const drugs = [{ substance: 'cocaine', quantity: '600 g' }];
		const history = { criminalHistoryCategory: 'II', acceptance: 'full' };
		const result = answer({ guideline: '2D1.1', drugs, offenseDate, sentencingDate, ...history });
		expect([result.edition.effectiveDate, result.guidelineRange]).toEqual([edition, months(41, 51)]);
		expect(result.editionChoice?.reason).toContain('does not give a higher range');
		expect(result.editionChoice?.reason).not.toContain(underNeither);
		expect(undecided(result)).toBeUndefined();
	});

	test('a fact that neither uses is rejected', () => {
		expect(refusal({ ...smuggling, offense: { ...aliens, drones: 2 } })).toMatchObject({
			code: 'no-such-fact',
			path: '/offense/drones',
		});
	});

	test('an id that is a different rule there', () => {
		const result = answer({
			...smuggling,
			enhancements: ['(b)(1)'],
			offense: { aliens: 3, forProfit: false, deportedBefore: false },
		});
		expect(expectUndecided(result)).toMatch(/\(b\)\(1\) is a different rule in that Manual, "not for profit"/);
	});

	test('levels of a guideline that is not held are compared with the levels stated for the other Manual', () => {
		const fraud = { ...smuggling, guideline: '2F1.1', baseOffenseLevel: 24 };
		expectUndecided(answer(fraud));
		const result = answer({ ...fraud, underOffenseDateManual: { baseOffenseLevel: 10 } });
		expect([result.edition.effectiveDate, result.offenseLevel.total]).toEqual(['1995-11-01', 10]);
	});
});

// 91 FR 24088 (May 4, 2026) amends the Manual on November 1, 2026: announced, and not held.
describe('a Manual that is not held', () => {
	const law = notHeldFrom('2026-11-01');
	const answer = (document: unknown, today?: string): Result => calculateUnder(parseCase(document), law, { today });
	const reentry = { guideline: '2L1.2', enhancements: ['(b)(2)(A)'], acceptance: 3, criminalHistoryCategory: 'II' };
	const ceiling = (result: Result): string => {
		const message = expectUndecided(result);
		expect(message).toContain(
			'The Manual of November 1, 2026, in force at sentencing, is not held and was not compared',
		);
		expect(message).toContain('a higher range under it (§1B1.11(b)(1)');
		expect(result.warnings.map(({ code }) => code)).toContain('edition-unverified');
		return message;
	};

	// Level 8 + 10 − 3 = 15, category II: 21–27. Under §3F1.1 (2025) four levels less: 11, 10–16.
	test('at sentencing: the range of the Manual of the offense date is the ceiling', () => {
		const result = answer({ ...reentry, fastTrackLevels: 4, offenseDate: '2024-12-15', sentencingDate: '2026-11-15' });
		expect(ceiling(result)).toMatch(
			/the Manual of November 1, 2024, in force on the offense date, is the ceiling, 21 to 27 months/,
		);
		expect(result.edition).toMatchObject({ effectiveDate: '2025-11-01', verified: false });
		expect(result.guidelineRange).toEqual(months(10, 16));
	});

	test('the last Manual held stands in for it, and its range is the ceiling of an offense under it', () => {
		const result = answer({ ...reentry, offenseDate: '2026-03-01', sentencingDate: '2026-11-15' });
		expect(ceiling(result)).toContain('is the ceiling, 21 to 27 months.');
		expect(result.guidelineRange).toEqual(months(21, 27));
	});

	test('and where levels are given, as far as they are levels of that Manual', () => {
		const levels = { baseOffenseLevel: 24, criminalHistoryCategory: 'I', sentencingDate: '2026-11-15' };
		expect(ceiling(answer({ ...levels, offenseDate: '2026-03-01' }))).toContain(
			'if the levels given are levels of that Manual',
		);
		const earlier = ceiling(answer({ ...levels, offenseDate: '2024-03-01' }));
		expect(earlier).toContain('The program did not calculate that range: the base offense level is stated as a number');
	});

	test('no range above the ceiling is shown', () => {
		const levels = { baseOffenseLevel: 24, criminalHistoryCategory: 'I', sentencingDate: '2026-11-15' };
		for (const offenseDate of ['2024-03-01', '2026-03-01']) {
			const result = answer({ ...levels, offenseDate, underOffenseDateManual: { baseOffenseLevel: 20 } });
			expect(result.guidelineRange).toEqual(months(33, 41));
			expect(ceiling(result)).toContain('is the ceiling, 33 to 41 months');
		}
	});

	test('on both dates: there is nothing to compare', () => {
		const result = answer({ ...reentry, offenseDate: '2026-11-05', sentencingDate: '2027-03-01' });
		expect([undecided(result), result.editionChoice]).toEqual([undefined, undefined]);
	});

	// Amendments take effect on November 1 (28 U.S.C. § 994(p)); which of November 1, 2027 there will be is not known.
	test('after the last Manual that is known, another may have come', () => {
		const at = (offenseDate: string) => undecided(answer({ ...reentry, offenseDate, sentencingDate: '2027-12-01' }));
		expect(at('2026-06-01')).toContain('The Manual of November 1, 2026 or a later one, in force at sentencing');
		expect(at('2027-01-05')).toContain('The program knows no Manual after that of November 1, 2026, but');
		expect(at('2027-11-02')).toBeUndefined();
	});

	test('today stands for the sentencing date', () => {
		ceiling(answer({ ...reentry, offenseDate: '2024-12-15' }, '2026-11-15'));
	});

	// Level 6 is 9–15 in category V and 12–18 in VI; the two points for status of 2021 may make VI of a record that is V since 2023.
	test('the ceiling of a category stated for the Manual at sentencing', () => {
		const result = answer({
			offenseDate: '2022-09-16',
			sentencingDate: '2027-09-01',
			baseOffenseLevel: 31,
			criminalHistoryCategory: 'V',
			chapterThree: ['§3A1.1(b)(1)'],
			underOffenseDateManual: { baseOffenseLevel: 4 },
		});
		expect(result.guidelineRange).toEqual(months(9, 15));
		expect(undecided(result)).toContain('is the ceiling, 9 to 15 months');
		const history = result.warnings.find(({ code }) => code === 'history-of-one-manual')?.message;
		expect(history).toContain('9 to 15 months in category V, or 12 to 18 months in category VI');
	});
});

describe('facts: both Manuals are applied, and neither is dropped for a fact or a reduction', () => {
	// A smuggling felony of two years, not called an aggravated felony: 4 levels under (b)(1)(B) of 1997, 16 under (b)(1)(A) of 2003.
	const smuggling = {
		guideline: '2L1.2',
		acceptance: 2,
		sentencingDate: '2004-06-01',
		offenseDate: '2001-09-01',
		instantOffense: { commencedOn: '2000-06-01', endedOn: '2001-09-01', underCriminalJusticeSentence: false },
		removalOrders: ['1998-01-01'],
		removals: ['1998-02-01'],
		priors: [
			{
				id: 'p',
				grade: 'felony',
				kinds: ['alien-smuggling'],
				conductFrom: '1994-01-01',
				sentencedOn: '1995-01-01',
				sentence: '2 years',
				releasedOn: '1996-12-01',
			},
		],
	};

	// §5K3.1 is of October 27, 2003 (amendment 651): under the Manual of May 1, 2001 there is nothing to take off.
	test.each([0, 1, 2, 3, 4])(
		'a fast-track reduction of %i levels leaves the lower range of the earlier Manual',
		(fastTrackLevels) => {
			const result = answer({ ...smuggling, fastTrackLevels });
			expect([result.edition.effectiveDate, result.guidelineRange]).toEqual(['2001-05-01', months(8, 14)]);
			expect(result.fastTrack.available).toBe(false);
		},
	);

	test('a third level of acceptance that is earned only under the later Manual raises nothing (§3E1.1(b))', () => {
		const full = answer({ ...smuggling, acceptance: 3 });
		expect(full.guidelineRange).toEqual(months(8, 14));
		expect(full.editionChoice?.considered.map(({ offenseLevel }) => offenseLevel)).toEqual([10, 21]);
	});

	// Since November 1, 2016 a conviction without points raises nothing (§2L1.2, comment. (n.3)); under the Manual of 2013 one for violence adds 12 levels.
	const { kinds: _, ...old } = prior({
		id: 'old',
		conductFrom: '1985-11-01',
		arrestedOn: '1985-11-02',
		convictedOn: '1986-03-01',
		sentencedOn: '1986-03-01',
		releasedOn: '1987-06-01',
	});
	const without = (...others: unknown[]) => ({
		guideline: '2L1.2',
		sentencingDate: '2019-03-01',
		instantOffense: { commencedOn: '2014-06-15', endedOn: '2014-06-15', underCriminalJusticeSentence: false },
		removalOrders: ['2010-01-10'],
		removals: ['2010-02-01'],
		priors: [old, ...others],
	});
	// Five years: 10 levels under (b)(2)(A) of 2018; another felony, 4 levels, under (b)(1)(D) of 2013.
	const longer = prior({ sentence: '5 years', suspended: '0', releasedOn: '2009-06-01' });

	test('a fact that the earlier Manual needs, and that could make its range the lower one, is asked for', () => {
		const missing = without(longer);
		const { code, path, message } = refusal(missing);
		expect([code, path]).toEqual(['facts-missing', '/priors/0/kinds']);
		expect(message).toContain(
			'The Manual of November 1, 2013, in force on the offense date, needs this fact (§1B1.11(b)(1))',
		);
		expect(refusal({ ...missing, acceptance: 2, fastTrackLevels: 4 })).toEqual({ code, path, message });
		const levels = [[], ['crime-of-violence']].map(
			(kinds) => answer({ ...missing, priors: [{ ...old, kinds }, longer] }).offenseLevel.total,
		);
		expect(levels).toEqual([12, 18]);
	});

	test('one that cannot is not', () => {
		const { editionChoice, edition, guidelineRange } = answer(without());
		expect([edition.effectiveDate, guidelineRange]).toEqual(['2018-11-01', months(0, 6)]);
		expect(editionChoice?.provision).toBe('§1B1.11');
		expect(editionChoice?.reason).toContain('regardless of the missing facts');
		expect(editionChoice?.considered.map(({ inForceOn }) => inForceOn)).toEqual(['sentencing date']);
	});

	// Amendment 742 (November 1, 2010) took the recency points away: five points under the Manual of 2009, three under that of 2010.
	test('points stated beside the priors are those of the later Manual; the earlier counts its own', () => {
		const result = answer({
			guideline: '2L1.2',
			sentencingDate: '2011-02-01',
			instantOffense: { commencedOn: '2010-06-15', endedOn: '2010-06-15', underCriminalJusticeSentence: false },
			removals: ['2010-02-01'],
			removalOrders: ['2010-01-10'],
			priors: [prior({ sentence: '14 months' })],
			criminalHistoryPoints: 3,
		});
		expect(result.editionChoice?.considered.map((each) => each.criminalHistoryCategory)).toEqual(['III', 'II']);
	});
});

describe('no reduction raises a range', () => {
	const none = { acceptance: 0, fastTrackLevels: 0 };
	const reductions = [
		...[2, 3, 'full'].map((acceptance) => ({ acceptance })),
		...[1, 4].map((fastTrackLevels) => ({ fastTrackLevels })),
		{ chapterThree: ['§3B1.2(b)'] },
		{ adjustments: [{ levels: -2, provision: '§3B1.2(b)' }] },
	];
	const rangeOf = (document: unknown): Result['guidelineRange'] | string => {
		try {
			return answer(document).guidelineRange;
		} catch (error) {
			if (error instanceof InputError) return error.code;
			throw error;
		}
	};
	const asNumber = (term: number | 'life') => (term === 'life' ? Number.POSITIVE_INFINITY : term);

	test('random facts, sentenced under the Manual of the offense or a later one', () => {
		fc.assert(
			fc.property(factCase, fc.integer({ min: 0, max: 4 }), ({ edition, ...facts }, later) => {
				const sentencingDate = `${Number(edition.slice(0, 4)) + 1 + later}-06-15`;
				const before = rangeOf({ ...facts, ...none, sentencingDate });
				if (typeof before === 'string') return;
				for (const reduction of reductions) {
					const after = rangeOf({ ...facts, ...none, ...reduction, sentencingDate });
					if (typeof after === 'string') expect(after).toMatch(/^(acceptance-not-available|fast-track-not-in-force)$/);
					else {
						expect(asNumber(after.minimumMonths)).toBeLessThanOrEqual(asNumber(before.minimumMonths));
						expect(asNumber(after.maximumMonths)).toBeLessThanOrEqual(asNumber(before.maximumMonths));
					}
				}
			}),
			{ numRuns: 100 },
		);
	});
});

// A question that the case leaves unsettled is turned in both Manuals: an outcome is the range that §1B1.11 then leaves.
test('an outcome of an unsettled question is the range of the Manual that it leads to', () => {
	// A drug felony of 14 months: 16 levels from November 1, 2001 on (amendment 632), 51–63 months; before, another felony, 4 levels, 10–16.
	const { warnings, guidelineRange } = answer({
		guideline: '2L1.2',
		sentencingDate: '2002-06-15',
		instantOffense: { commencedOn: '2000-09-15', endedOn: '2000-11-15', underCriminalJusticeSentence: false },
		removalOrders: ['1985-04-15'],
		removals: ['1985-05-15'],
		priors: [
			{
				id: 'a',
				grade: 'misdemeanor',
				kinds: ['drug-trafficking'],
				conductFrom: '1982-03-15',
				sentencedOn: '1982-09-15',
				sentence: '14 months',
				releasedOn: '1983-09-16',
			},
		],
	});
	expect(guidelineRange).toEqual(months(0, 6));
	const asked = warnings.find(({ code }) => code === 'misdemeanor-over-one-year')?.message;
	expect(asked).toContain('10 to 16 months, under the Manual of November 1, 2000');
	expect(asked).not.toContain('51 to 63 months');
});

// Amendment 649 (April 30, 2003): the third level takes a motion of the government; before, notice to the court or information was enough.
// Drug trafficking, 18 months: 8 + 16. Three levels, 21, category II: 41–51. Two, 22: 46–57.
describe('the third level of acceptance, before and after April 30, 2003', () => {
	const reentry = {
		sentencingDate: '2003-06-01',
		offenseDate: '2003-02-01',
		guideline: '2L1.2',
		instantOffense: { commencedOn: '2003-02-01', endedOn: '2003-02-01' },
		removalOrders: ['2000-06-05'],
		removals: ['2000-06-10'],
		priors: [
			{
				id: 'drug',
				grade: 'felony',
				kinds: ['drug-trafficking', 'aggravated-felony'],
				conductFrom: '1998-05-01',
				sentencedOn: '1999-03-01',
				sentence: '18 months',
				releasedOn: '2000-06-01',
				supervision: { kind: 'none' },
			},
		],
	};
	const messageOf = (result: Result, code: string) => result.warnings.find((each) => each.code === code)?.message;
	const code = 'third-level-without-motion';

	test('two levels may be for want of the motion alone: 41–51 under the Manual of January 25, 2003 is named', () => {
		const result = answer({ ...reentry, acceptance: 2 });
		expect(result.guidelineRange).toEqual(months(46, 57));
		expect(messageOf(result, code)).toMatch(/January 25, 2003.*41 to 51 months, lower than 46 to 57 months/);
	});

	test.each([
		[2, months(46, 57)],
		[3, months(41, 51)],
	])('%i levels stated for the earlier Manual settle it', (acceptance, range) => {
		const result = answer({ ...reentry, acceptance: 2, underOffenseDateManual: { acceptance } });
		expect([result.guidelineRange, messageOf(result, code)]).toEqual([range, undefined]);
	});

	test('"full": without the motion the earlier Manual governs, and its range is the same', () => {
		const result = answer({ ...reentry, acceptance: 'full' });
		expect(result.guidelineRange).toEqual(months(41, 51));
		const message = messageOf(result, 'acceptance-motion-assumed');
		expect(message).toMatch(/Without the motion, the Manual of January 25, 2003.*level 21, 41 to 51 months/);
		expect(message).not.toContain('higher');
	});

	test('nothing to say where both Manuals ask for the motion', () => {
		const later = {
			...reentry,
			sentencingDate: '2005-06-01',
			offenseDate: '2003-06-01',
			instantOffense: { commencedOn: '2003-06-01', endedOn: '2003-06-01' },
		};
		expect(messageOf(answer({ ...later, acceptance: 2 }), code)).toBeUndefined();
		expect(messageOf(answer({ ...later, acceptance: 'full' }), 'acceptance-motion-assumed')).toContain(
			'Without it: 46 to 57 months',
		);
	});
});
