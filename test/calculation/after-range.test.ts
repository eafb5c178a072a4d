import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calculate as calculateUnder } from '../../src/calculation/calculate.ts';
import { categories } from '../../src/case/category.ts';
import { calculate, editions, InputError, parseCase } from '../../src/index.ts';
import { bundledLaw } from '../../src/law/bundled.ts';
import { textReport } from '../../src/report/formats/text.ts';
import { resultSchema } from '../../src/result/schema.ts';
import { notHeldFrom } from '../law/not-held.ts';
import { criteriaMet } from './criteria.ts';

const case1 = { edition: '2018', baseOffenseLevel: 24, criminalHistoryCategory: 'I' };
const answer = (document: object, options = {}) => calculate(parseCase({ ...case1, ...document }), options);

function refusal(document: object): { code: string; path: string; message: string } {
	try {
		answer(document);
	} catch (error) {
		if (error instanceof InputError) return { code: error.code, path: error.path, message: error.message };
		throw error;
	}
	throw new Error('was answered');
}

const answers = {
	convictedOn: '2020-06-01',
	criminalHistoryPoints: 1,
	pointsFromOnePointOffenses: 1,
	...criteriaMet,
};

describe('a fact that a rule needs is asked for, and nothing is guessed', () => {
	const without = (key: keyof typeof answers) => {
		const { [key]: _, ...rest } = answers;
		// Five points, so that there may be a 3-point or a 2-point offense among them, and too many without 1-point offenses.
		const five = { criminalHistoryPoints: 5 };
		if (key === 'criminalHistoryPoints') return { statutoryMinimumMonths: 60, safetyValve: rest };
		return { statutoryMinimumMonths: 60, criminalHistoryCategory: 'III', safetyValve: { ...rest, ...five } };
	};
	test.each([
		['convictedOn', '/safetyValve/convictedOn', 'When was the conviction entered?'],
		['criminalHistoryPoints', '/safetyValve/criminalHistoryPoints', 'How many criminal history points'],
		['pointsFromOnePointOffenses', '/safetyValve/pointsFromOnePointOffenses', 'come from 1-point offenses?'],
		['threePointOffense', '/safetyValve/threePointOffense', 'Is there a prior 3-point offense?'],
		['twoPointViolentOffense', '/safetyValve/twoPointViolentOffense', 'Is there a prior 2-point violent offense?'],
	] as const)('safety valve without %s', (key, path, question) => {
		const { code, path: where, message } = refusal(without(key));
		expect([code, where]).toEqual(['facts-missing', path]);
		expect(message).toContain(question);
	});

	test.each(['threePointOffense', 'twoPointViolentOffense'] as const)(
		'one point, of a 1-point offense, leaves none for %s, which is not asked for (18 U.S.C. § 3553(f)(1))',
		(key) => {
			const { [key]: _, ...rest } = answers;
			const relief = (safetyValve: object) => answer({ statutoryMinimumMonths: 60, safetyValve }).relief?.granted;
			expect(relief(rest)).toBe(relief(answers));
		},
	);

	test('each of the other criteria is answered yes or no, or the document is refused', () => {
		expect(refusal(without('truthfulDisclosure'))).toMatchObject({
			code: 'missing',
			path: '/safetyValve/truthfulDisclosure',
		});
	});

	test('a statute whose penalties changed wants the offense date', () => {
		expect(refusal({ statutes: ['8:1326(b)(2)'] })).toMatchObject({ code: 'facts-missing', path: '/offenseDate' });
		expect(answer({ statutes: ['8:1326(a)'] }).ceiling?.maximumMonths).toBe(24);
	});

	test('a reduction wants the sentence, what the amendment changes, and why the sentence was below the range', () => {
		const reduction = { amendment: '782', orderDate: '2016-01-05' };
		expect(refusal({ edition: '2013', reduction: { ...reduction, levels: -2 } })).toMatchObject({
			code: 'facts-missing',
			path: '/sentenceImposedMonths',
		});
		expect(refusal({ edition: '2013', sentenceImposedMonths: 51, reduction })).toMatchObject({
			code: 'facts-missing',
			path: '/reduction/levels',
		});
		expect(
			refusal({ edition: '2013', sentenceImposedMonths: 40, reduction: { ...reduction, levels: -2 } }),
		).toMatchObject({
			code: 'facts-missing',
			path: '/reduction/substantialAssistance',
		});
		expect(
			refusal({ edition: '2013', sentenceImposedMonths: 51, reduction: { ...reduction, amendment: '750' } }),
		).toMatchObject({
			code: 'facts-missing',
			path: '/reduction/amendment',
			message: expect.stringContaining('750A or 750C'),
		});
	});
});

describe('what does not fit is refused by name', () => {
	test.each([
		[{ statutes: ['8:9999'] }, 'no-such-statute', '/statutes/0'],
		[{ statutes: [{ id: '8:1326(a)', circumstance: 'death' }] }, 'no-such-statute', '/statutes/0'],
		[{ statutes: ['8:1326(b)(2)'], offenseDate: '1988-01-01' }, 'no-such-statute', '/statutes/0'],
		[{ statutes: ['8:1326(a)'], statutoryMaximumMonths: 240 }, 'disagrees', '/statutoryMaximumMonths'],
		[{ statutes: ['8:1326(a)'], offenseClass: 'C' }, 'disagrees', '/offenseClass'],
		[{ chapterThree: ['§3Z9.9'] }, 'no-such-adjustment', '/chapterThree/0'],
		[{ chapterThree: ['§3B1.1(a)', '§3B1.1(c)'] }, 'excludes-another', '/chapterThree/1'],
		[{ chapterThree: ['§3C1.1', '§3C1.1'] }, 'excludes-another', '/chapterThree/1'],
		[{ edition: '1989', chapterThree: ['§3C1.2'] }, 'no-such-adjustment', '/chapterThree/0'],
		[
			{ edition: '1993', statutoryMinimumMonths: 60, safetyValve: answers },
			'safety-valve-not-in-force',
			'/safetyValve',
		],
		[
			{ statutes: ['18:924(e)(1)'], offenseDate: '2024-01-01', statutoryMinimumRelief: 'safety-valve' },
			'relief-not-available',
			'/statutoryMinimumRelief',
		],
		[
			{
				statutoryMinimumMonths: 60,
				statutoryMinimumRelief: 'safety-valve',
				safetyValve: { ...answers, violenceOrWeapon: true },
			},
			'disagrees',
			'/statutoryMinimumRelief',
		],
		[
			{ sentenceImposedMonths: 60, reduction: { orderDate: '1989-10-31' } },
			'reduction-not-in-force',
			'/reduction/orderDate',
		],
		[
			{ sentenceImposedMonths: 60, reduction: { orderDate: '2016-01-01', amendment: 'x' } },
			'invalid-value',
			'/reduction/amendment',
		],
		[{ reduction: { orderDate: '2016-01-01', unknown: 1 } }, 'unknown-key', '/reduction/unknown'],
	])('%j', (document, code, path) => {
		expect(refusal(document)).toMatchObject({ code, path });
	});
});

describe('relief', () => {
	test.each(['violenceOrWeapon', 'deathOrSeriousInjury', 'leaderOrContinuingEnterprise'])(
		'%s ends the safety valve',
		(key) => {
			const { relief, guidelineRange } = answer({
				statutoryMinimumMonths: 60,
				safetyValve: { ...answers, [key]: true },
			});
			expect(relief?.granted).toBe(false);
			expect(guidelineRange).toEqual({ minimumMonths: 60, maximumMonths: 63 });
		},
	);

	test('all criteria met lift the minimum without any word of relief', () => {
		const { relief, guidelineRange, statutoryEffect } = answer({ statutoryMinimumMonths: 60, safetyValve: answers });
		expect(relief?.granted).toBe(true);
		expect(statutoryEffect.minimum).toBe('relieved');
		expect(guidelineRange).toEqual({ minimumMonths: 51, maximumMonths: 63 });
	});

	test.each([{ edition: '1993' }, { edition: '1994', sentencingDate: '1994-09-22' }])(
		'the safety valve relieves nobody sentenced before September 23, 1994: %j',
		(when) => {
			const stated = { ...when, statutoryMinimumMonths: 60, statutoryMinimumRelief: 'safety-valve' };
			expect(refusal(stated)).toMatchObject({ code: 'not-in-force', path: '/statutoryMinimumRelief' });
		},
	);

	// 18 U.S.C. § 3553(f): "in the case of an offense under section 401, 404, or 406 of the Controlled Substances Act …".
	describe('the safety valve reaches the drug counts alone', () => {
		const armed = {
			offenseDate: '2023-05-01',
			statutes: ['21:841(b)(1)(B)', '18:924(e)(1)'],
			statutoryMinimumRelief: 'safety-valve',
			// §4B1.4(b)(3)(B), (c)(3): level 33 less 3 in category IV is 135-168.
			acceptance: 3,
		};

		test('fifteen years under § 924(e) bind beside five that are lifted', () => {
			const { guidelineRange, statutoryEffect, floor, relief, fastTrack } = answer(armed);
			expect(guidelineRange).toEqual({ minimumMonths: 180, maximumMonths: 180 });
			expect([statutoryEffect.minimum, floor?.minimumMonths]).toEqual(['becomes-guideline-sentence', 180]);
			expect(relief?.stillBinds).toEqual({ minimumMonths: 180, provision: '18 U.S.C. § 924(e)(1)' });
			expect(fastTrack.outcomes[3]?.range.minimumMonths).toBe(180);
			const text = textReport(answer(armed), bundledLaw).replace(/\s+/g, ' ');
			expect(text).toContain('It does not cover 18 U.S.C. § 924(e)(1), whose minimum of 180 months still binds.');
		});

		test('substantial assistance is not bound to an offense (§ 3553(e)), and a drug count alone leaves nothing', () => {
			const assisted = answer({ ...armed, statutoryMinimumRelief: 'substantial-assistance' });
			expect(assisted.guidelineRange).toEqual({ minimumMonths: 135, maximumMonths: 168 });
			const drugs = answer({ ...armed, statutes: ['21:841(b)(1)(B)'] });
			expect([drugs.statutoryEffect.minimum, drugs.relief?.stillBinds]).toEqual(['relieved', undefined]);
		});

		test('the least level of §5C1.2(b) requires five years on a count that it reaches', () => {
			const light = { ...armed, baseOffenseLevel: 12, criminalHistoryPoints: 1 };
			const least = (statutes: string[]) => answer({ ...light, statutes }).relief?.leastLevel?.level;
			expect(least(armed.statutes)).toBe(17);
			expect(least(['21:841(b)(1)(C)', '18:924(e)(1)'])).toBeUndefined();
		});

		test('nor is it lifted from the ranges that a reduction compares', () => {
			const reduction = { amendment: '782', orderDate: '2016-01-05', levels: -2 };
			const before = { ...armed, edition: '2013', offenseDate: '2013-05-01', sentenceImposedMonths: 180 };
			expect(answer({ ...before, reduction }).reduction).toMatchObject({
				authorized: false,
				lowersRange: false,
				amended: { range: { minimumMonths: 180, maximumMonths: 180 } },
			});
		});
	});

	// §5C1.2(b) (amend. 624) binds those who meet (a), whose first criterion is at most 1 point; Ch. 5, Pt. A: category I is 0
	// or 1 point, category II 2 or 3.
	describe('the category tells whether the least level binds', () => {
		const low = { baseOffenseLevel: 12, statutoryMinimumMonths: 60, statutoryMinimumRelief: 'safety-valve' };
		const floorOf = (document: object) => {
			const { offenseLevel, warnings } = answer({ ...low, ...document });
			return [offenseLevel.total, warnings.some(({ code }) => code === 'safety-valve-floor')];
		};

		test('in category I it does, and nothing is open', () => {
			expect(floorOf({})).toEqual([17, false]);
			expect(floorOf({ edition: '2001' })).toEqual([17, false]);
		});

		test('in category II it does not, as with 2 or 3 points', () => {
			const points = { criminalHistoryCategory: undefined, criminalHistoryPoints: 3 };
			expect(floorOf({ criminalHistoryCategory: 'II' })).toEqual([12, true]);
			expect(floorOf(points)).toEqual([12, true]);
		});

		// Pub. L. 115-391 § 402 came on December 21, 2018: before it nobody with more than one point was relieved.
		test.each([
			{ edition: '2006' },
			{ edition: '2015', offenseDate: '2016-02-01' },
			{ edition: undefined, sentencingDate: '2018-11-15' },
		])('a day before that law: category II does not fit the safety valve: %o', (document) => {
			const refused = refusal({ ...low, criminalHistoryCategory: 'II', ...document });
			expect(refused).toMatchObject({ code: 'disagrees', path: '/statutoryMinimumRelief' });
			expect(refused.message).toContain('category II is 2 to 3 criminal history points, but §5C1.2(a)(1) requires not');
		});

		test.each([
			{ edition: undefined, sentencingDate: '2018-12-21' },
			{ edition: '2015', sentencingDate: '2019-03-01' },
			{ edition: '2018' },
		])('from that law on the level is open, and each range is named: %o', (document) => {
			const { warnings } = answer({ ...low, criminalHistoryCategory: 'II', ...document });
			const message = warnings.map((warning) => warning.message).join(' ');
			expect(warnings.map(({ code }) => code)).toContain('safety-valve-floor');
			// 12/II is 12-18, 17/II 27-33; without the safety valve the minimum of 60 months is the sentence.
			expect(message).toContain('Without it, as shown, the range is 12 to 18 months');
			expect(message).toContain('If the court applies it, the range is 27 to 33 months');
			expect(message).toMatch(/before December 21, 2018.*the range is 60 months/);
		});

		test('at level 17 and above there is nothing to say', () => {
			const codes = answer({ ...low, edition: '2018', criminalHistoryCategory: 'II', baseOffenseLevel: 17 }).warnings;
			expect(codes.map(({ code }) => code)).not.toContain('safety-valve-floor');
		});

		// §4B1.1(b) makes it category VI in every case; §4B1.2(c) takes two sentences that are counted under §4A1.1.
		test('the category of a career offender tells of two points', () => {
			const career = { criminalHistoryCategory: 'VI', careerOffender: { offenseStatutoryMaximumMonths: 12 } };
			expect(floorOf(career)).toEqual([12, true]);
			const codes = (document: object) => answer({ ...low, ...career, ...document }).warnings.map(({ code }) => code);
			expect(refusal({ ...low, ...career, edition: '2012' }).path).toBe('/statutoryMinimumRelief');
			expect(codes({ offenseDate: '2019-06-01' })).not.toContain('safety-valve-points');
		});
	});

	test('a fast-track departure may go below the least range, an adjustment may not', () => {
		const relieved = { baseOffenseLevel: 17, statutoryMinimumMonths: 60, statutoryMinimumRelief: 'safety-valve' };
		const lowest = (edition: string) => answer({ ...relieved, edition }).fastTrack.outcomes[3]?.range.minimumMonths;
		expect(lowest('2024')).toBe(12);
		expect(lowest('2025')).toBe(24);
	});
});

describe('statutes', () => {
	test('counts add their maximums, and the greatest minimum binds', () => {
		const { ceiling, floor, specialAssessment } = answer({
			offenseDate: '2019-05-01',
			statutes: ['21:841(b)(1)(B)', '21:841(b)(1)(C)'],
		});
		expect([ceiling?.maximumMonths, floor?.minimumMonths]).toEqual([720, 60]);
		expect(specialAssessment).toMatchObject({ counts: 2, totalDollars: 200 });
	});

	test('the offense that the facts date is dated for penalties, fine and assessment too', () => {
		const instantOffense = { statute: '8 U.S.C. § 1326(b)(2)', endedOn: '1995-06-01' };
		const { statutes, fine, specialAssessment } = answer({ instantOffense });
		expect(statutes).toMatchObject([{ provision: '8 U.S.C. § 1326(b)(2)', maximumMonths: 240 }]);
		expect([fine.note, specialAssessment?.dollarsPerCount]).toEqual([undefined, 50]);
		expect(refusal({ instantOffense, statutes: ['8:1326(a)'] })).toMatchObject({
			code: 'disagrees',
			path: '/instantOffense/statute',
		});
	});

	test('what was not read in print warns', () => {
		const codes = (offenseDate: string) =>
			answer({ statutes: ['21:841(b)(1)(B)'], offenseDate }).warnings.map(({ code }) => code);
		expect(codes('2018-12-20')).toContain('statute-unverified');
		expect(codes('2018-12-21')).not.toContain('statute-unverified');
	});
});

describe('§5E1.2(c)(4): a statute that authorizes a greater fine lifts the maximum of the table', () => {
	const fine = (id: string, document: object = {}) =>
		answer({ baseOffenseLevel: 34, edition: '2018', offenseDate: '2019-01-15', statutes: [id], ...document }).fine;

	test.each([
		['21:841(b)(1)(A)', 10_000_000],
		['21:841(b)(1)(B)', 5_000_000],
		['21:841(b)(1)(C)', 1_000_000],
	])('%s: $%i (21 U.S.C. § 841)', (id, maximumDollars) => {
		expect(fine(id)).toMatchObject({ minimumDollars: 35_000, maximumDollars });
		expect(fine(id).provision).toContain('§5E1.2(c)(4)');
		expect(fine(id).note).toContain('$350,000');
	});

	test('an amount that does not exceed that of (c)(4) leaves the table alone', () => {
		expect(fine('21:841(b)(1)(D)')).toMatchObject({ maximumDollars: 350_000, provision: '§5E1.2(c)' });
		expect(fine('8:1326(b)(2)').maximumDollars).toBe(350_000);
		const onePrior = { statutes: [{ id: '21:841(b)(1)(D)', circumstance: 'one-prior' }] };
		expect(fine('', onePrior).maximumDollars).toBe(350_000);
		// Before November 1, 2015 (c)(4) spoke of $250,000.
		expect(fine('', { ...onePrior, edition: '2014', offenseDate: '2014-05-01' }).maximumDollars).toBe(500_000);
	});

	test('what was not read in print is said to be so', () => {
		expect(fine('21:841(b)(1)(A)', { offenseDate: '2017-01-15' }).note).toContain('was not verified');
		expect(fine('21:841(b)(1)(A)').note).not.toContain('was not verified');
	});

	test.each([
		['2018', '2019-01-15', '$500,000'],
		['2018', '2014-05-01', '$250,000'],
		['2012', '2012-05-01', '$250,000'],
	])(
		'in the Manual of %s, for an offense of %s, a statute that is not named could lift it from %s on',
		(edition, offenseDate, from) => {
			const { note, maximumDollars } = answer({ baseOffenseLevel: 34, edition, offenseDate }).fine;
			expect(note).toContain(`authorizes a fine above ${from}, or a fine for each day of violation`);
			expect(note).toContain('(§5E1.2(c)(4))');
			expect(maximumDollars).toBe(edition === '2018' && offenseDate > '2015' ? 350_000 : 175_000);
		},
	);

	test('nothing is open where the statutes are known: named, or those of §2L1.2, fined under title 18', () => {
		expect(fine('8:1326(b)(2)').note).not.toContain('no statute of conviction');
		const reentry = { baseOffenseLevel: 8, guideline: '2L1.2', edition: '2018', offenseDate: '2019-01-15' };
		expect(answer(reentry).fine.note ?? '').not.toContain('no statute of conviction');
	});
});

describe('what the range alone would hide', () => {
	const codes = (document: object) => answer(document).warnings.map(({ code }) => code);

	test('a mild zone beside a statutory minimum', () => {
		expect(codes({ baseOffenseLevel: 12, statutoryMinimumMonths: 12 })).toContain('options-under-statutory-minimum');
		expect(codes({ baseOffenseLevel: 12 })).not.toContain('options-under-statutory-minimum');
		expect(codes({ baseOffenseLevel: 24, statutoryMinimumMonths: 12 })).not.toContain(
			'options-under-statutory-minimum',
		);
		const relieved = { statutoryMinimumMonths: 12, statutoryMinimumRelief: 'substantial-assistance' };
		expect(codes({ baseOffenseLevel: 12, ...relieved })).not.toContain('options-under-statutory-minimum');
	});

	test('a Class B misdemeanor is outside the guidelines since June 15, 1988 (§1B1.9, amendment 6)', () => {
		expect(codes({ statutes: ['8:1325(a)'] })).toContain('guidelines-do-not-apply');
		expect(codes({ edition: '1988-01-15', offenseClass: 'B-misdemeanor' })).not.toContain('guidelines-do-not-apply');
		expect(codes({ edition: '1988-06-15', offenseClass: 'B-misdemeanor' })).toContain('guidelines-do-not-apply');
		expect(codes({ offenseClass: 'A-misdemeanor' })).not.toContain('guidelines-do-not-apply');
	});

	describe('a Class B misdemeanor beside a felony (§1B1.9, n.2; 18 U.S.C. § 3013(a))', () => {
		const counts = { offenseDate: '2018-01-01', statutes: ['8:1325(a)', '8:1326(a)'] };
		const { guidelineRange, ceiling, specialAssessment, warnings } = answer({
			...counts,
			baseOffenseLevel: 17,
			criminalHistoryCategory: 'IV',
		});

		test('adds nothing to the maximum of the range', () => {
			expect(guidelineRange).toEqual({ minimumMonths: 24, maximumMonths: 24 });
			expect(ceiling?.maximumMonths).toBe(24);
			expect(warnings.map(({ code }) => code)).toContain('guidelines-do-not-apply');
		});

		test('has an assessment of its own: $10 and $100', () => {
			expect(specialAssessment).toMatchObject({ dollarsPerCount: 100, counts: 2, totalDollars: 110 });
			expect(answer({ statutes: ['8:1325(a)'] }).specialAssessment?.totalDollars).toBe(10);
			const two = { statutes: ['8:1326(a)', '8:1326(a)'], offenseDate: '2018-01-01' };
			expect(answer(two).specialAssessment?.totalDollars).toBe(200);
		});
	});

	test('a class given without its maximum, and a range beyond it (18 U.S.C. § 3559(a), §5G1.1)', () => {
		expect(codes({ offenseClass: 'A-misdemeanor', baseOffenseLevel: 20 })).toContain('maximum-of-class');
		expect(codes({ offenseClass: 'D', baseOffenseLevel: 35 })).toContain('maximum-of-class');
		const capped = { offenseClass: 'D', baseOffenseLevel: 35, statutoryMaximumMonths: 60 };
		expect(codes(capped)).not.toContain('maximum-of-class');
		expect(codes({ offenseClass: 'D', baseOffenseLevel: 20 })).not.toContain('maximum-of-class');
		expect(codes({ offenseClass: 'B', baseOffenseLevel: 35 })).not.toContain('maximum-of-class');
		expect(codes({ offenseClass: 'A', baseOffenseLevel: 43 })).not.toContain('maximum-of-class');
	});

	test('a fine beyond what title 18 allows for one count (18 U.S.C. § 3571(b)(3), (5), (6))', () => {
		const note = (document: object) => answer(document).fine.note ?? '';
		const reentry = { statutes: ['8:1326(b)(2)'], offenseDate: '2018-01-01' };
		expect(note({ ...reentry, baseOffenseLevel: 29 })).toMatch(/3571\(b\)\(3\) .* \$250,000/);
		expect(note({ ...reentry, baseOffenseLevel: 20 })).not.toContain('3571');
		expect(note({ offenseClass: 'A-misdemeanor', baseOffenseLevel: 20 })).toContain('$100,000');
		expect(note({ statutes: ['8:1325(a)'], baseOffenseLevel: 8 })).toContain('$5,000');
		const drugs = { statutes: ['21:841(b)(1)(A)'], offenseDate: '2020-01-01', baseOffenseLevel: 35 };
		expect(note(drugs)).not.toContain('3571');
	});

	test('a leader (§3B1.1) who is a minor participant (§3B1.2) as well', () => {
		expect(codes({ chapterThree: ['§3B1.1(a)', '§3B1.2(b)'] })).toContain('roles-opposed');
		expect(codes({ chapterThree: ['§3B1.1(a)', '§3B1.3'] })).not.toContain('roles-opposed');
		expect(codes({ chapterThree: ['§3B1.2(b)'] })).not.toContain('roles-opposed');
	});

	test('a Manual that took effect after the sentencing (§1B1.11(a))', () => {
		expect(codes({ edition: '2003', sentencingDate: '2003-10-26' })).toContain('edition-after-sentencing');
		expect(codes({ edition: '2003', sentencingDate: '2003-11-01' })).not.toContain('edition-after-sentencing');
	});

	test('a death that a count rests on, beside the safety valve (18 U.S.C. § 3553(f)(3))', () => {
		const statutes = [{ id: '21:841(b)(1)(A)', circumstance: 'death' }];
		const ofDeath = { statutes, offenseDate: '2020-01-01', statutoryMinimumRelief: 'safety-valve' };
		expect(codes(ofDeath)).toContain('safety-valve-death');
		expect(refusal({ ...ofDeath, safetyValve: answers }).path).toBe('/safetyValve/deathOrSeriousInjury');
	});

	describe('21 U.S.C. § 841(b)(1)(A) and the date of the sentence', () => {
		const minimum = (edition: string, circumstance: string, offenseDate: string) =>
			answer({ edition, offenseDate, statutes: [{ id: '21:841(b)(1)(A)', circumstance }] }).statutes?.[0]
				?.minimumMonths;

		test('one prior, a sentence under a Manual later than December 21, 2018: fifteen years (Pub. L. 115-391 § 401)', () => {
			expect(minimum('2019', 'one-prior', '2018-06-01')).toBe(180);
			expect(minimum('2016', 'one-prior', '2016-06-01')).toBe(240);
		});

		test('two priors: life from November 18, 1988 (Pub. L. 100-690 § 6452), twenty years before', () => {
			expect(minimum('1988', 'two-priors', '1988-01-20')).toBe(240);
			expect(minimum('1989', 'two-priors', '1988-11-18')).toBe('life');
		});
	});

	test('answers of the safety valve without a minimum to be relieved of', () => {
		expect(codes({ safetyValve: answers })).toContain('relief-without-minimum');
	});

	test('until November 1, 1994 every amendment since sentencing counts', () => {
		const reduction = (orderDate: string) => ({
			edition: '1990',
			sentenceImposedMonths: 63,
			reduction: { amendment: '379', orderDate, levels: -2 },
		});
		expect(codes(reduction('1994-10-31'))).toContain('reduction-all-amendments');
		expect(codes(reduction('1994-11-01'))).not.toContain('reduction-all-amendments');
	});

	test('an order of a day whose Manual could not be verified', () => {
		const reduction = { amendment: '782', orderDate: '2026-11-05', levels: -2 };
		const document = parseCase({ ...case1, sentenceImposedMonths: 51, reduction });
		const { warnings } = calculateUnder(document, notHeldFrom('2026-11-01'));
		expect(warnings.map(({ code }) => code)).toContain('edition-unverified');
	});
});

describe('answers that contradict the case are refused', () => {
	const valve = (change: object, document: object = {}) => ({
		statutoryMinimumMonths: 60,
		safetyValve: { ...answers, ...change },
		...document,
	});
	const role = [{ levels: 2, provision: '§3B1.1(c)', label: 'organizer' }];
	test.each([
		[valve({}, { chapterThree: ['§3B1.1(c)'] }), '/safetyValve/leaderOrContinuingEnterprise'],
		[valve({}, { adjustments: role }), '/safetyValve/leaderOrContinuingEnterprise'],
		[
			{ zeroPointOffender: { aggravatingRole: false }, chapterThree: ['§3B1.1(a)'] },
			'/zeroPointOffender/aggravatingRole',
		],
		[{ zeroPointOffender: { aggravatingRole: false }, adjustments: role }, '/zeroPointOffender/aggravatingRole'],
		[valve({ pointsFromOnePointOffenses: 2 }), '/safetyValve/pointsFromOnePointOffenses'],
		[valve({}, { criminalHistoryPoints: 0 }), '/safetyValve/criminalHistoryPoints'],
		[valve({}, { criminalHistoryCategory: 'II' }), '/safetyValve/criminalHistoryPoints'],
		[
			valve(
				{ criminalHistoryPoints: 2, threePointOffense: true, pointsFromOnePointOffenses: 0 },
				{ criminalHistoryCategory: 'II' },
			),
			'/safetyValve/threePointOffense',
		],
		[valve({ twoPointViolentOffense: true }), '/safetyValve/twoPointViolentOffense'],
		// §4A1.1(a) to (c): a prior sentence gives 3, 2 or 1 points, so a 2-point offense needs 2 that no 1-point offense gave.
		[
			valve(
				{ criminalHistoryPoints: 2, pointsFromOnePointOffenses: 2, twoPointViolentOffense: true },
				{ criminalHistoryCategory: 'II' },
			),
			'/safetyValve/twoPointViolentOffense',
		],
		[
			valve(
				{ criminalHistoryPoints: 4, pointsFromOnePointOffenses: 2, threePointOffense: true },
				{ criminalHistoryCategory: 'III' },
			),
			'/safetyValve/threePointOffense',
		],
		[
			valve(
				{
					criminalHistoryPoints: 4,
					pointsFromOnePointOffenses: 0,
					threePointOffense: true,
					twoPointViolentOffense: true,
				},
				{ criminalHistoryCategory: 'III' },
			),
			'/safetyValve/twoPointViolentOffense',
		],
		// A conviction follows the offense and comes before the sentence.
		[valve({}, { offenseDate: '2020-06-02' }), '/safetyValve/convictedOn'],
		[valve({}, { instantOffense: { commencedOn: '2020-01-01', endedOn: '2020-06-02' } }), '/safetyValve/convictedOn'],
		[valve({}, { sentencingDate: '2020-05-31' }), '/safetyValve/convictedOn'],
		[{ counts: 2, statutes: ['8:1326(a)'] }, '/counts'],
	])('%j', (document, path) => {
		expect(refusal(document)).toMatchObject({ code: 'disagrees', path });
	});

	test('points that come of 1-point offenses are named among all of them', () => {
		const two = { criminalHistoryPoints: 2, pointsFromOnePointOffenses: 2, twoPointViolentOffense: true };
		const { message } = refusal(valve(two, { criminalHistoryCategory: 'II' }));
		expect(message).toContain('with 2 points in all, 2 of them from 1-point offenses. Correct one of them');
	});

	test('§3B1.2 is no aggravating role', () => {
		expect(answer(valve({}, { chapterThree: ['§3B1.2(b)'] })).relief?.granted).toBe(true);
		expect(answer({ counts: 1, statutes: ['8:1326(a)'] }).specialAssessment?.counts).toBe(1);
	});
});

describe('relief where the statute has a minimum of supervised release alone', () => {
	const cocaine = { statutes: ['21:841(b)(1)(C)'], offenseDate: '2019-01-15' };

	// §5C1.2, n.6; §5D1.2, n.4: "is not subject to any statutory minimum sentence of supervised release".
	test('the safety valve lifts it', () => {
		const relieved = { ...cocaine, statutoryMinimumRelief: 'safety-valve' };
		const { supervisedRelease, statutoryEffect, warnings } = answer(relieved);
		expect(supervisedRelease).toMatchObject({
			relievedOfMonths: 36,
			term: { minimumMonths: 12, maximumMonths: 36, provision: '§5D1.2(a)(2)' },
		});
		expect(statutoryEffect.minimum).toBe('none');
		expect(warnings.map(({ code }) => code)).not.toContain('relief-without-minimum');
	});

	// §5D1.2, n.5: "may be sentenced to a term of supervised release that is less than any minimum required by statute".
	test('for substantial assistance the term stays, and the court may go below it', () => {
		const assisted = { ...cocaine, statutoryMinimumRelief: 'substantial-assistance' };
		const { supervisedRelease, warnings } = answer(assisted);
		expect(supervisedRelease).toMatchObject({
			order: 'shall',
			term: { minimumMonths: 36, maximumMonths: 36 },
			mayGoBelow: { minimumMonths: 36, provision: '18 U.S.C. § 3553(e)' },
		});
		expect(supervisedRelease).not.toHaveProperty('relievedOfMonths');
		expect(warnings.map(({ code }) => code)).not.toContain('relief-without-minimum');
	});

	test('without relief the three years of 21 U.S.C. § 841(b)(1)(C) stand, for a deportable alien too', () => {
		const { supervisedRelease } = answer({ ...cocaine, deportable: true });
		expect(supervisedRelease).toMatchObject({ order: 'shall', term: { minimumMonths: 36, maximumMonths: 36 } });
	});
});

// §5D1.2(a) since amend. 835: "Except as otherwise provided by statute, the maximum term of supervised release is".
test.each([
	['2025', '2025-12-01', '§5D1.2(a)'],
	['2018', '2019-01-15', undefined],
])(
	'in the Manual of %s, for an offense of %s, a longer term by statute is open: %s',
	(edition, offenseDate, provision) => {
		const drugs = { edition, offenseDate, baseOffenseLevel: 33, statutes: ['21:841(b)(1)(A)'] };
		expect(answer(drugs).supervisedRelease?.statuteMayAllowMore).toBe(provision);
		const relieved = { ...drugs, statutoryMinimumRelief: 'safety-valve' };
		expect(answer(relieved).supervisedRelease?.statuteMayAllowMore).toBeUndefined();
	},
);

// 21 U.S.C. § 841(b)(1)(C): "at least 3 years"; §5D1.2(a) since November 2025: three years at the most, except as a statute provides.
test('a term of three years or more by statute, each provision cited once', () => {
	const given = { offenseDate: '2024-05-01', baseOffenseLevel: 14, statutes: ['21:841(b)(1)(C)'] };
	const textOf = (edition: string) => textReport(answer({ ...given, edition }), bundledLaw).replace(/\s+/g, ' ');
	expect(textOf('2025')).toContain('the term is 3 years or more (§5D1.2(a)(2); Class C felony');
	expect(textOf('2024')).toContain('the term is 3 years (§5D1.2(a)(2), §5D1.2(c); Class C felony');
});

test('where the statute allows no more than a year, no sentence of more than a year requires supervised release', () => {
	const misdemeanor = { baseOffenseLevel: 13, statutoryMaximumMonths: 12, offenseDate: '2018-12-01' };
	expect(answer(misdemeanor).supervisedRelease).toMatchObject({ order: 'may', provision: '§5D1.1(b)' });
});

describe('the safety valve beside a firearm', () => {
	const armed = { statutes: ['21:841(b)(1)(A)', '18:924(c)(1)(A)(i)'], offenseDate: '2020-01-15' };
	const message = (document: object) =>
		answer({ baseOffenseLevel: 30, ...armed, ...document }).warnings.find(({ code }) => code === 'safety-valve-firearm')
			?.message;

	// § 3553(f)(2): no firearm in connection with the offense. Level 30, category I: 97-121, with the minimum 120-121.
	test('names the criterion and the range with the minimum', () => {
		for (const relief of [{ statutoryMinimumRelief: 'safety-valve' }, { safetyValve: answers }]) {
			expect(message(relief)).toContain('18 U.S.C. § 3553(f)(2) is not met');
			expect(message(relief)).toContain('the range is 120 to 121 months');
		}
	});

	// Both are of a firearm, and neither says that it went with the drugs: §2D1.1(b)(1), "If a dangerous weapon (including a
	// firearm) was possessed"; 18 U.S.C. § 922(g), possession by a prohibited person.
	test.each([
		[{ statutes: ['21:841(b)(1)(A)', '18:922(g)'] }, 'a count under 18 U.S.C. § 922(g)', '120 to 121'],
		// §4B1.4(b)(3)(B), (c)(3): level 33 in category IV.
		[{ statutes: ['21:841(b)(1)(A)', '18:924(e)(1)'] }, 'a count under 18 U.S.C. § 924(e)(1)', '188 to 235'],
		// Level 30 is 28 and 2.
		[
			{
				...{ statutes: ['21:841(b)(1)(A)'], baseOffenseLevel: 28 },
				adjustments: [{ levels: 2, provision: '§2D1.1(b)(1)' }],
			},
			'the adjustment "§2D1.1(b)(1)"',
			'120 to 121',
		],
	])('so does %o', (document, beside, range) => {
		for (const relief of [{ statutoryMinimumRelief: 'safety-valve' }, { safetyValve: answers }]) {
			expect(message({ ...relief, ...document })).toContain(`together with ${beside}`);
			expect(message({ ...relief, ...document })).toContain(`the range is ${range} months`);
		}
	});

	test('another adjustment of §2D1.1 is none of a firearm', () => {
		const adjustments = [{ levels: 2, provision: '§2D1.1(b)(12)' }];
		const relieved = { statutoryMinimumRelief: 'safety-valve', statutes: ['21:841(b)(1)(A)'], adjustments };
		expect(message(relieved)).toBeUndefined();
	});

	test('says nothing of assistance, or where no such count stands there', () => {
		expect(message({ statutoryMinimumRelief: 'substantial-assistance' })).toBeUndefined();
		expect(message({ statutoryMinimumRelief: 'safety-valve', statutes: ['21:841(b)(1)(A)'] })).toBeUndefined();
	});
});

describe('a second count under 18 U.S.C. § 924(c) for an offense before December 21, 2018', () => {
	const second = { statutes: ['18:924(c)(1)(A)(i)', '18:924(c)(1)(C)(i)'], offenseDate: '2017-02-01' };
	const stacked = (sentencingDate: string) => answer({ ...second, edition: undefined, sentencingDate });
	const noteOf = (sentencingDate: string) =>
		stacked(sentencingDate).warnings.find(({ code }) => code === 'statute-unverified')?.message;

	// Pub. L. 115-391 § 403: until then a second or subsequent conviction, since then one after a final conviction.
	test.each([
		['2018-12-20', 'second or subsequent conviction under § 924(c)'],
		['2018-12-21', 'after an earlier conviction under § 924(c) became final'],
	])('sentenced on %s: %s', (sentencingDate, description) => {
		expect(stacked(sentencingDate).statutes?.[1]).toMatchObject({ description, minimumMonths: 300 });
		expect(noteOf(sentencingDate)).toContain('December 21, 2018');
	});

	test('sentenced since then, a second count of the same case is said to have the first term', () => {
		expect(noteOf('2018-12-21')).toContain('A second count in the same case carries the term for a first conviction');
	});
});

// 18 U.S.C. § 3553(f) applies to "the court" "at sentencing", from September 23, 1994 (Pub. L. 103-322 § 80001(c)); §1B1.11(b)
// brings in an older Manual, not an older statute.
describe('the safety valve beside a Manual older than §5C1.2', () => {
	const older = {
		edition: undefined,
		offenseDate: '1990-05-01',
		baseOffenseLevel: 26,
		underOffenseDateManual: { baseOffenseLevel: 26, criminalHistoryPoints: 0 },
	};
	const stated = { ...older, acceptance: 2, statutoryMinimumMonths: 60, statutoryMinimumRelief: 'safety-valve' };

	test('§1B1.11 compares both Manuals under it', () => {
		const { editionChoice, warnings, guidelineRange, relief } = answer({ ...stated, sentencingDate: '1995-03-01' });
		expect(warnings.map(({ code }) => code)).not.toContain('one-book-undecided');
		// Level 24, category I: 51-63 in either.
		expect(editionChoice?.considered.map((one) => one.guidelineRange)).toEqual([
			{ minimumMonths: 51, maximumMonths: 63 },
			{ minimumMonths: 51, maximumMonths: 63 },
		]);
		expect(guidelineRange).toEqual({ minimumMonths: 51, maximumMonths: 63 });
		expect(relief?.granted).toBe(true);
	});

	test('today stands for the sentencing day', () => {
		const { warnings } = answer(stated, { today: '2020-01-15' });
		expect(warnings.map(({ code }) => code)).not.toContain('one-book-undecided');
	});

	test('its answers count there as well, and the statute alone is cited', () => {
		const named = {
			...stated,
			underOffenseDateManual: undefined,
			edition: '1990',
			sentencingDate: '1995-03-01',
			statutoryMinimumRelief: undefined,
		};
		const { criminalHistoryPoints, ...others } = answers;
		const safetyValve = { ...others, criminalHistoryPoints, convictedOn: '1995-01-05' };
		expect(answer({ ...named, safetyValve }).relief).toMatchObject({ granted: true, provision: '18 U.S.C. § 3553(f)' });
		const leader = { ...safetyValve, leaderOrContinuingEnterprise: true };
		expect(answer({ ...named, safetyValve: leader }).relief).toMatchObject({ granted: false });
	});

	test('a sentence of the day before has none', () => {
		expect(refusal({ ...stated, sentencingDate: '1994-09-22' }).code).toBe('not-in-force');
	});
});

describe('the safety valve stated without its criteria', () => {
	const stated = { statutoryMinimumMonths: 60, statutoryMinimumRelief: 'safety-valve' };
	const told = (document: object) =>
		answer({ ...stated, ...document }).warnings.some(({ code }) => code === 'safety-valve-points');

	// 18 U.S.C. § 3553(f)(1) before Pub. L. 115-391 § 402: not more than 1 criminal history point.
	test.each([
		[{ edition: '2012', criminalHistoryCategory: 'I' }, false],
		[{ edition: '2012', criminalHistoryCategory: undefined, criminalHistoryPoints: 1 }, false],
		[{ edition: undefined, sentencingDate: '2020-01-06', criminalHistoryCategory: 'III' }, false],
		[{ edition: '2001', criminalHistoryCategory: 'I' }, false],
		[{ edition: '2018', criminalHistoryCategory: 'II', offenseDate: '2019-06-01' }, false],
		[{ edition: '2022', criminalHistoryCategory: 'VI', offenseDate: '2021-01-01' }, true],
		[{ edition: '2024', criminalHistoryCategory: undefined, criminalHistoryPoints: 9 }, true],
		[{ edition: '2024', criminalHistoryCategory: undefined, criminalHistoryPoints: 8 }, false],
	])('%o: told %s', (document, expected) => {
		expect(told(document)).toBe(expected);
	});

	test.each([
		{ edition: '2012', criminalHistoryCategory: 'II' },
		{ edition: '2012', criminalHistoryCategory: undefined, criminalHistoryPoints: 2 },
		{ edition: undefined, sentencingDate: '2018-12-20', criminalHistoryCategory: 'II' },
		{ edition: undefined, sentencingDate: '2005-03-01', criminalHistoryCategory: 'II' },
		{ edition: '1990', sentencingDate: '1995-03-01', criminalHistoryCategory: 'II' },
	])('more than one point before that law is a contradiction: %o', (document) => {
		expect(refusal({ ...stated, ...document })).toMatchObject({ code: 'disagrees', path: '/statutoryMinimumRelief' });
	});

	// §4B1.4(c) commands category IV or VI whatever the points; § 924(e) itself is no offense that the safety valve reaches.
	test('a category that a provision commands tells nothing of points', () => {
		const armed = {
			statutes: ['21:841(b)(1)(B)', '18:924(e)(1)'],
			offenseDate: '2012-06-01',
			criminalHistoryCategory: 'IV',
		};
		expect(answer({ ...stated, ...armed, statutoryMinimumMonths: undefined, edition: '2012' }).relief?.granted).toBe(
			true,
		);
		expect(
			answer({ ...stated, edition: '2012', criminalHistoryCategory: 'VI', chapterThree: ['§3A1.4'] }).relief?.granted,
		).toBe(true);
	});

	const messageOf = (code: string, document: object) =>
		answer({ ...stated, ...document }).warnings.find((warning) => warning.code === code)?.message;

	// § 3553(f)(1)(A): "more than 4 criminal history points, excluding any criminal history points resulting from a 1-point
	// offense"; §4A1.1(c) adds 1 point a sentence, at most 4.
	test('the bar named is that of the day, with the range that the minimum makes', () => {
		const points = { criminalHistoryCategory: undefined, criminalHistoryPoints: 10 };
		const message = messageOf('safety-valve-points', { ...points, edition: '2024', offenseDate: '2024-01-01' });
		expect(message).toContain('of 10 criminal history points, at most 4 can come from 1-point offenses');
		expect(message).toContain('That leaves 6 or more, and 18 U.S.C. § 3553(f)(1) allows 4');
		expect(message).toContain('the range stays 92 to 115 months');
		const sixth = messageOf('safety-valve-points', {
			edition: '2022',
			criminalHistoryCategory: 'VI',
			offenseDate: '2021-01-01',
		});
		expect(sixth).toContain('at least 13 criminal history points');
		expect(sixth).not.toContain('convicted before');
	});

	// § 3553(f)(4): "not an organizer, leader, manager, or supervisor of others in the offense".
	test.each([{ chapterThree: ['§3B1.1(c)'] }, { adjustments: [{ levels: 4, provision: '§3B1.1(a)' }] }])(
		'beside an aggravating role: %j',
		(document) => {
			expect(messageOf('safety-valve-role', document)).toContain('18 U.S.C. § 3553(f)(4) requires no organizer');
		},
	);

	test('no aggravating role, no word of one', () => {
		expect(messageOf('safety-valve-role', { chapterThree: ['§3B1.2(b)'] })).toBeUndefined();
	});
});

// § 3553(f)(2) to (4) and §4C1.1(a)(3), (4), (7), (10), (11) ask for the same facts.
describe('the safety valve beside the answers on the criteria of §4C1.1', () => {
	const none = { violenceOrThreats: false, firearmOrWeapon: false, deathOrSeriousInjury: false };
	const given = {
		edition: '2024',
		offenseDate: '2024-01-01',
		criminalHistoryCategory: undefined,
		criminalHistoryPoints: 0,
	};
	const barred = { ...given, statutoryMinimumMonths: 60, zeroPointOffender: none };

	test.each([
		['violenceOrThreats', '(f)(2)'],
		['firearmOrWeapon', '(f)(2)'],
		['deathOrSeriousInjury', '(f)(3)'],
		['aggravatingRole', '(f)(4)'],
		['continuingCriminalEnterprise', '(f)(4)'],
	])('stated relief, and %s is true: § 3553%s is named', (fact, criterion) => {
		const zeroPointOffender = { ...none, [fact]: true };
		const stated = { ...barred, statutoryMinimumRelief: 'safety-valve', zeroPointOffender };
		const told = answer(stated).warnings.filter(({ code }) => code === 'safety-valve-other-answers');
		expect(told).toHaveLength(1);
		expect(told[0]?.message).toContain(`18 U.S.C. § 3553${criterion} requires`);
	});

	const valve = { ...answers, convictedOn: '2024-06-01', criminalHistoryPoints: 0, pointsFromOnePointOffenses: 0 };
	test.each([
		[{}, { violenceOrThreats: true }, 'violenceOrWeapon'],
		[{}, { deathOrSeriousInjury: true }, 'deathOrSeriousInjury'],
		[{}, { continuingCriminalEnterprise: true }, 'leaderOrContinuingEnterprise'],
		[{ deathOrSeriousInjury: true }, {}, 'deathOrSeriousInjury'],
		[{ violenceOrWeapon: true }, {}, 'violenceOrWeapon'],
	])('the same fact answered twice, %j and %j', (one, other, key) => {
		const document = { ...barred, safetyValve: { ...valve, ...one }, zeroPointOffender: { ...none, ...other } };
		expect(refusal(document)).toMatchObject({ code: 'disagrees', path: `/safetyValve/${key}` });
	});

	// §4C1.1(a)(7) also speaks of a firearm received, sold or transferred; § 3553(f)(2) of one possessed.
	test('a firearm beside the answer that none was possessed is told', () => {
		const zeroPointOffender = { ...none, firearmOrWeapon: true };
		const { warnings } = answer({ ...barred, safetyValve: valve, zeroPointOffender });
		expect(warnings.map(({ code }) => code)).toContain('safety-valve-other-answers');
	});
});

describe('§5C1.2(b) and a fast-track reduction', () => {
	const relieved = { baseOffenseLevel: 17, statutoryMinimumMonths: 60, statutoryMinimumRelief: 'safety-valve' };
	const asked = (document: object) => {
		const { fastTrack, guidelineRange, warnings } = answer({ ...relieved, fastTrackLevels: 4, ...document });
		const message = warnings.find(({ code }) => code === 'safety-valve-departure')?.message;
		return { fastTrack, guidelineRange, message };
	};

	test.each([
		// "the applicable guideline range shall not be less than 24 to 30 months" (amend. 817); §5K3.1 departs from it.
		['2023', 'the guideline range at 24 to 30 months'],
		['2024', 'the guideline range at 24 to 30 months'],
		// "the offense level applicable from Chapters Two and Three shall be not less than level 17" (amend. 624).
		['2018', 'the offense level of Chapters Two and Three at 17'],
	])('in the Manual of %s a departure goes below %s, and that is said', (edition, bounded) => {
		const { fastTrack, guidelineRange, message } = asked({ edition, criminalHistoryCategory: 'I' });
		expect(guidelineRange).toEqual({ minimumMonths: 24, maximumMonths: 30 });
		expect(fastTrack.outcomes[3]?.range).toEqual({ minimumMonths: 12, maximumMonths: 18 });
		expect(message).toContain(bounded);
		expect(message).toContain('§5K3.1 is a departure');
	});

	test('since §3F1.1 the reduction is part of the range, which stays at 24 to 30 months', () => {
		const { fastTrack, guidelineRange, message } = asked({ edition: '2025' });
		expect(guidelineRange).toEqual({ minimumMonths: 24, maximumMonths: 30 });
		expect([fastTrack.effect, message]).toEqual(['none', undefined]);
		expect(fastTrack.explanation).toContain('the guideline range may not be lower (§5C1.2(b))');
	});

	test('nothing to say where no outcome falls below it', () => {
		expect(asked({ edition: '2023', baseOffenseLevel: 30 }).message).toBeUndefined();
		expect(asked({ edition: '2023', statutoryMinimumMonths: 48 }).message).toBeUndefined();
	});

	test('the headline names the zone of the guideline range', () => {
		const text = textReport(answer({ ...relieved, edition: '2025', fastTrackLevels: 4 }), bundledLaw);
		expect(text.split('\n')[0]).toMatch(/24–30 months .* Zone D$/);
	});
});

describe('an unrelieved statutory minimum of imprisonment', () => {
	const level9 = { edition: '2025', baseOffenseLevel: 9, statutoryMinimumMonths: 12 };

	test('bars probation and a split sentence, and says which months', () => {
		const { sentencingOptions } = answer(level9);
		expect(sentencingOptions.probation).toMatchObject({
			authorized: false,
			barredBy: 'statutory minimum of 12 months, §5B1.1(b)(3)',
		});
		expect(sentencingOptions.splitSentence).toMatchObject({
			authorized: false,
			barredBy: 'statutory minimum of 12 months',
		});
		expect(sentencingOptions.splitSentence.imprisonment).toBeUndefined();
	});

	// §5B1.1(b), since 1987: (1) Class A or B, (2) the statute precludes probation, (3) imprisonment is imposed as well.
	test.each([
		['1990', { statutoryMinimumMonths: 60 }, 'statutory minimum of 60 months, §5B1.1(b)(3)'],
		['2025', { statutoryMinimumMonths: 60 }, 'statutory minimum of 60 months, §5B1.1(b)(3)'],
		['2025', { offenseClass: 'B' }, 'Class B felony, §5B1.1(b)(1)'],
		['2025', { statutes: ['21:841(b)(1)(B)'], offenseDate: '2024-01-01' }, '21 U.S.C. § 841(b)(1)(B), §5B1.1(b)(2)'],
	])('in Zone A of %s with %o probation is barred by %s', (edition, document, barredBy) => {
		const { probation, provision } = answer({ edition, baseOffenseLevel: 6, ...document }).sentencingOptions;
		expect(probation).toMatchObject({ authorized: false, barredBy });
		expect(provision).toBe('§5C1.1(b)');
	});

	test('is said plainly: the statute, and not the subsection that asks for no imprisonment', () => {
		const text = (document: object) =>
			textReport(answer({ edition: '2018', baseOffenseLevel: 6, ...document }), bundledLaw).replace(/\s+/g, ' ');
		const withMinimum = text({ statutoryMinimumMonths: 60 });
		expect(withMinimum).toContain(
			'imprisonment, although the range alone would allow other options (statutory minimum of 60 months)',
		);
		expect(withMinimum).not.toContain('(§5C1.1(b))');
		expect(text({})).toContain('imprisonment is not required (§5C1.1(b))');
		// A split sentence that holds the whole statutory minimum stays open.
		expect(text({ baseOffenseLevel: 10, statutoryMinimumMonths: 5 })).toContain('imprisonment (§5C1.1(c))');
	});

	test('relieved, bars nothing', () => {
		const { probation, splitSentence } = answer({
			...level9,
			statutoryMinimumRelief: 'substantial-assistance',
		}).sentencingOptions;
		expect([probation.authorized, splitSentence.authorized]).toEqual([true, true]);
	});
});

describe('the term of probation keeps to 18 U.S.C. § 3561(c) where the class is known', () => {
	const term = (offenseClass: string | undefined, baseOffenseLevel: number) =>
		answer({ baseOffenseLevel, ...(offenseClass ? { offenseClass } : {}) }).sentencingOptions.probation.term;
	test.each([
		['E', 4, 12, 36],
		['C', 7, 12, 60],
		['A-misdemeanor', 4, 0, 36],
		['infraction', 4, 0, 12],
		['infraction', 7, 12, 12],
		[undefined, 4, 0, 36],
	])('%s at level %i: %i to %i months', (offenseClass, level, minimumMonths, maximumMonths) => {
		expect(term(offenseClass, level)).toMatchObject({ minimumMonths, maximumMonths });
	});
});

describe('a sole count that must run consecutively', () => {
	const codes = (statutes: string[]) =>
		answer({ edition: '2023', offenseDate: '2023-12-01', statutes }).warnings.map(({ code }) => code);
	test.each(['18:924(c)(1)(A)(i)', '18:1028A(a)(1)', '8:1326(b)(3)'])(
		'%s: a level beside it is of no count named',
		(id) => {
			expect(codes([id])).toContain('sole-consecutive-count');
			expect(codes([id, '8:1326(b)(2)'])).not.toContain('sole-consecutive-count');
		},
	);

	// §2B1.6 begins November 1, 2005 (App. C, amend. 677); §2K2.4 leaves Chapters Three and Four out since amendment 600, in
	// November 2000, and excepts §4B1.1(c) since amendment 642, in November 2002. § 1326(b)(3) sets ten years, no more and no less.
	test.each([
		['18:1028A(a)(1)', '2004', 24, '§5G1.2(a)', /\)$/],
		['18:1028A(a)(1)', '2018', 24, '§2B1.6(a)', /; Chapters Three and Four do not apply to it$/],
		['18:924(c)(1)(A)(i)', '1998', 60, '§2K2.4', /\)$/],
		['18:924(c)(1)(A)(i)', '2001', 60, '§2K2.4', /; Chapters Three and Four do not apply to it$/],
		[
			'18:924(c)(1)(A)(i)',
			'2018',
			60,
			'§2K2.4(b)',
			/; Chapters Three and Four do not apply to it, save what §4B1.1\(c\)/,
		],
		[
			'18:924(c)(1)(A)(i)',
			'2025',
			60,
			'§2K2.4(b)',
			/; Chapters Three, Parts A to E, and Four do not apply to it, save/,
		],
		['8:1326(b)(3)', '2018', 120, '§5G1.2(a)', /\)$/],
	] as const)('%s in %s: %i months (%s)', (id, edition, months, provision, words) => {
		const document = { guideline: undefined, baseOffenseLevel: undefined, acceptance: undefined };
		const { guidelineRange, steps } = answer({ ...document, edition, offenseDate: `${edition}-12-01`, statutes: [id] });
		expect(guidelineRange).toEqual({ minimumMonths: months, maximumMonths: months });
		expect(steps.at(-1)).toMatchObject({ provision, description: expect.stringMatching(words) });
	});

	test.each(['18:924(c)(1)(A)(i)', '18:1028A(a)(1)', '8:1326(b)(3)'])('%s bars probation and split sentence', (id) => {
		const options = (statutes: string[]) =>
			answer({ edition: '2023', offenseDate: '2023-12-01', baseOffenseLevel: 9, statutes }).sentencingOptions;
		expect(options([id])).toMatchObject({ probation: { authorized: false }, splitSentence: { authorized: false } });
		expect(options([id, '8:1326(b)(2)']).probation.authorized).toBe(false);
		expect(options([id, '8:1326(b)(2)']).splitSentence.authorized).toBe(true);
	});
});

describe('Pub. L. 115-391 § 401(c): the new minimum turns on the day of sentencing', () => {
	const minimum = (sentencingDate: string | undefined, circumstance = 'one-prior') => {
		const { floor, warnings } = answer({
			offenseDate: '2017-05-01',
			...(sentencingDate === undefined ? {} : { sentencingDate }),
			statutes: [{ id: '21:841(b)(1)(A)', circumstance }],
		});
		return [floor?.minimumMonths, warnings.some(({ code }) => code === 'statute-unverified')];
	};
	test('one prior and two priors, before and on the day', () => {
		expect(minimum('2018-12-20')).toEqual([240, true]);
		expect(minimum('2018-12-21')).toEqual([180, true]);
		expect(minimum(undefined)).toEqual([240, true]);
		expect(minimum('2018-12-21', 'two-priors')).toEqual([300, true]);
	});

	const noteOf = (statute: string, circumstance: string, sentencingDate?: string) =>
		answer({
			offenseDate: '2018-06-01',
			...(sentencingDate === undefined ? {} : { sentencingDate }),
			statutes: [{ id: statute, circumstance }],
		}).warnings.find(({ code }) => code === 'statute-unverified')?.message;

	// Pub. L. 115-391 § 401(a)(2)(A) lowered 20 years to 15 and life to 25 years in (A); in (B), § 401(a)(2)(B) replaced "felony
	// drug offense" and left the 10 years.
	test('in (B) no minimum was lowered: which prior counts changed', () => {
		expect(noteOf('21:841(b)(1)(B)', 'one-prior')).toContain('left this minimum at 10 years');
		expect(noteOf('21:841(b)(1)(B)', 'one-prior', '2019-06-01')).toContain('the 10-year minimum did not change');
		for (const day of [undefined, '2018-12-20', '2019-06-01']) {
			expect(noteOf('21:841(b)(1)(B)', 'one-prior', day)).not.toContain('lower minimum');
		}
	});

	test('in (A) the day is named where none is given, and nothing is said of it for a sentence before it', () => {
		const message = noteOf('21:841(b)(1)(A)', 'one-prior');
		expect(message).toContain('applies only to a sentence imposed on or after December 21, 2018');
		expect(message).not.toContain('turns on the day');
		expect(noteOf('21:841(b)(1)(A)', 'one-prior', '2018-12-20')).not.toContain('2018');
	});

	test('a death has 20 years before and after', () => {
		expect(noteOf('21:841(b)(1)(A)', 'death', '2018-12-20')).not.toContain('§ 401');
	});
});

describe('sensitivity', () => {
	const rows = (document: object) => answer(document, { sensitivity: true }).sensitivity ?? [];
	const cell = (document: object, level: number) =>
		rows(document)
			.find(({ offenseLevel }) => offenseLevel === level)
			?.cells.find(({ criminalHistoryCategory }) => criminalHistoryCategory === 'I');

	test('is left out unless it is asked for, and then holds nine levels of six categories', () => {
		expect(answer({}).sensitivity).toBeUndefined();
		expect(rows({}).map(({ cells }) => cells.length)).toEqual(Array(9).fill(categories.length));
		expect(rows({ baseOffenseLevel: 2 }).map(({ offenseLevel }) => offenseLevel)).toEqual([1, 2, 3, 4, 5, 6]);
	});

	test('under a minimum of 120 months the plateau of level 28 and the slope above it are marked', () => {
		const floor = { baseOffenseLevel: 30, statutoryMinimumMonths: 120 };
		expect(cell(floor, 28)).toMatchObject({ range: { minimumMonths: 120, maximumMonths: 120 }, oneLevelLess: 'none' });
		expect(cell(floor, 31)?.oneLevelLess).toBe('high-end-only');
		expect(cell(floor, 34)?.oneLevelLess).toBe('lowers-range');
	});

	test('the least level of 17 (§5C1.2(b), 2001 to 2023) is a plateau', () => {
		const relieved = {
			baseOffenseLevel: 17,
			criminalHistoryPoints: 0,
			statutoryMinimumMonths: 60,
			statutoryMinimumRelief: 'safety-valve',
		};
		const plateau = { range: { minimumMonths: 24, maximumMonths: 30 }, oneLevelLess: 'none' };
		expect(cell(relieved, 15)).toMatchObject(plateau);
		expect(cell(relieved, 17)).toMatchObject(plateau);
		expect(cell(relieved, 18)).toMatchObject({ oneLevelLess: 'lowers-range' });
		expect(cell({ ...relieved, edition: '2000' }, 17)).toMatchObject({ oneLevelLess: 'lowers-range' });
	});

	test('the edge of a zone is marked', () => {
		expect(cell({ baseOffenseLevel: 13 }, 14)).toMatchObject({ zone: 'D', zoneChanges: true });
		expect(cell({ baseOffenseLevel: 13 }, 15)).toMatchObject({ zone: 'D', zoneChanges: false });
	});
});

test('the third level of acceptance is lost where the amended level is too low, and the answer says so', () => {
	const { reduction, warnings } = answer({
		baseOffenseLevel: 17,
		acceptance: 3,
		sentenceImposedMonths: 18,
		edition: '2013',
		reduction: { amendment: '782', orderDate: '2016-01-05', levels: -2 },
	});
	expect(reduction?.amended.offenseLevel).toBe(13);
	expect(warnings.find(({ code }) => code === 'reduction-acceptance')?.message).toContain('1 lower');
});

test('any case with any of the new keys keeps its schema and its sum', () => {
	const anyCase = fc.record(
		{
			edition: fc.constantFrom(...editions.map((edition) => edition.effectiveDate)),
			baseOffenseLevel: fc.integer({ min: 1, max: 43 }),
			criminalHistoryCategory: fc.constantFrom(...categories),
			statutes: fc.constant(['8:1326(a)']),
			counts: fc.constant(1),
			deportable: fc.boolean(),
			statutoryMinimumRelief: fc.constant('substantial-assistance'),
			chapterThree: fc.subarray(['§3A1.3', '§3B1.1(a)', '§3C1.1']),
			otherGroups: fc.array(fc.record({ offenseLevel: fc.integer({ min: 1, max: 50 }) }), { maxLength: 5 }),
			sentenceImposedMonths: fc.integer({ min: 0, max: 500 }),
			supervisedReleaseMinimumMonths: fc.integer({ min: 0, max: 120 }),
		},
		{ requiredKeys: ['edition', 'baseOffenseLevel', 'criminalHistoryCategory'] },
	);
	fc.assert(
		fc.property(anyCase, (document) => {
			const result = calculate(parseCase(document), { sensitivity: true });
			expect(resultSchema.parse(result)).toEqual(result);
			const { base, enhancements, adjustments, acceptance, fastTrack, total } = result.offenseLevel;
			const sum = base + enhancements + adjustments + acceptance + fastTrack;
			expect(total).toBe(Math.min(Math.max(sum, 1), 43));
			expect(result.steps.reduce((level, step) => level + step.levels, 0)).toBe(total);
		}),
	);
});
