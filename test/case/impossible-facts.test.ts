import { describe, expect, test } from 'vitest';
import { answer, caseWith, codesOf, increaseOf, prior, refusal } from '../calculation/rap-sheet.ts';

/** Facts that cannot all be so, whatever the law says; and those that can, and seldom are. */

const offense = (commencedOn: string, endedOn = commencedOn) => ({
	instantOffense: { commencedOn, endedOn, underCriminalJusticeSentence: false },
});

describe('dates that no case can have', () => {
	test.each([
		['2018', [prior({ sentencedOn: '2200-01-01' })], {}, '/priors/0/sentencedOn'],
		['2018', [prior()], { removals: ['9999-01-01'] }, '/removals/0'],
		['2018', [prior()], { removalOrders: ['1066-10-14'] }, '/removalOrders/0'],
		['2018', [prior()], offense('1700-01-01', '2014-01-01'), '/instantOffense/commencedOn'],
		['2018', [prior({ revocations: [{ on: '2100-01-01', term: '1 month' }] })], {}, '/priors/0/revocations/0/on'],
	])('%s: %#', (edition, priors, facts, path) => {
		expect(refusal(caseWith(edition, priors, facts))).toMatchObject({ code: 'invalid-value', path });
	});

	test.each(['1900-02-28', '2000-02-29', '2096-02-29', '2099-12-31'])('%s is a day', (on) => {
		expect(() =>
			answer({ edition: '2018', baseOffenseLevel: 8, criminalHistoryCategory: 'I', removals: [on] }),
		).not.toThrow();
	});

	test.each(['1899-12-31', '1900-02-29', '2019-02-29', '2019-04-31', '2019-13-01', '2019-00-10'])(
		'%s is none',
		(on) => {
			const document = { edition: '2018', baseOffenseLevel: 8, criminalHistoryCategory: 'I', removals: [on] };
			expect(refusal(document)).toMatchObject({ code: 'invalid-value', path: '/removals/0' });
		},
	);
});

describe('two dates in an order that cannot be', () => {
	test.each([
		['released before the conduct', [prior({ releasedOn: '2000-01-01' })], {}, '/priors/0/releasedOn', '2007-11-01'],
		[
			'an earlier release before it',
			[prior({ earlierReleases: ['2007-10-31'] })],
			{},
			'/priors/0/earlierReleases/0',
			'2007-11-01',
		],
		[
			'an earlier release after the last',
			[prior({ earlierReleases: ['2010-01-01'] })],
			{},
			'/priors/0/releasedOn',
			'2010-01-01',
		],
		['removed after the offense ended', [prior()], { removals: ['2014-06-16'] }, '/removals/0', '2014-06-15'],
		[
			'removed after the sentencing',
			[prior()],
			{ sentencingDate: '2014-12-01', removals: ['2014-12-02'] },
			'/removals/0',
			'2014-12-01',
		],
		[
			'a prior sentenced after the sentencing',
			[prior({ sentencedOn: '2014-12-02' })],
			{ sentencingDate: '2014-12-01' },
			'/priors/0/sentencedOn',
			'2014-12-01',
		],
	])('%s', (_, priors, facts, path, other) => {
		const refused = refusal(caseWith('2012', priors, facts));
		expect(refused).toMatchObject({ code: 'disagrees', path });
		expect(refused.message).toContain(other);
	});

	test('a removal after the offense of conviction, and before the end of the relevant conduct, is not after the offense', () => {
		const instantOffense = { commencedOn: '2014-06-15', endedOn: '2014-08-01', underCriminalJusticeSentence: false };
		const dates = { offenseDate: '2014-06-20', instantOffense };
		const document = caseWith('2012', [prior()], { ...dates, removals: ['2014-07-01'] });
		expect(() => answer(document)).not.toThrow();
		expect(refusal({ ...document, removals: ['2014-08-02'] })).toMatchObject({ path: '/removals/0' });
	});

	test('a term served in jail before the sentence is possible, and seldom so: a warning names both dates', () => {
		const early = caseWith('2018', [prior({ releasedOn: '2008-02-01' })]);
		const warning = answer(early).warnings.find(({ code }) => code === 'release-before-sentence');
		expect(warning?.message).toMatch(/a: released February 1, 2008, sentenced March 1, 2008/);
		expect(codesOf(caseWith('2018', [prior({ releasedOn: '2008-03-01' })]))).not.toContain('release-before-sentence');
	});
});

describe('ages', () => {
	const aged = (ageAtOffense: number, facts = {}) => prior({ ageAtOffense, convictedAsAdult: true, ...facts });

	test.each([0, 5, 111])('%i is not an age at an offense', (age) => {
		expect(refusal(caseWith('2018', [aged(age)]))).toMatchObject({
			code: 'out-of-range',
			path: '/priors/0/ageAtOffense',
		});
	});

	test.each([
		[16, 40, true],
		[16, 12, true],
		[16, 19, false],
		[16, 20, false],
		[16, 18, false],
	])('%i in 2007, %i in 2011: impossible %s', (first, second, isImpossible) => {
		const later = {
			id: 'b',
			conductFrom: '2011-03-01',
			arrestedOn: '2011-03-01',
			convictedOn: '2011-06-01',
			sentencedOn: '2011-06-01',
			releasedOn: '2012-06-01',
		};
		const document = caseWith('2018', [aged(first), aged(second, later)]);
		if (!isImpossible) expect(() => answer(document)).not.toThrow();
		else expect(refusal(document)).toMatchObject({ code: 'disagrees', path: '/priors/1/ageAtOffense' });
	});

	/** §4A1.2(d): only an offense before eighteen can lead to a juvenile adjudication. */
	test.each([[{}], [{ ageAtOffense: 18 }], [{ ageAtOffense: 30 }]])('no juvenile adjudication: %j', (facts) => {
		const refused = refusal(caseWith('2018', [prior({ ...facts, convictedAsAdult: false })]));
		expect(refused).toMatchObject({ code: 'disagrees', path: '/priors/0/convictedAsAdult' });
	});
});

describe('counted twice', () => {
	const base = { edition: '2018', baseOffenseLevel: 24, criminalHistoryCategory: 'I' };

	test.each([
		[{ acceptance: 3, adjustments: [{ levels: -3, provision: '§3E1.1' }] }],
		[{ acceptance: 'full', adjustments: [{ levels: -1, provision: 'USSG 3E1.1(b)' }] }],
		[{ fastTrackLevels: 2, adjustments: [{ levels: -2, provision: '§5K3.1' }] }],
		[{ edition: '2025', fastTrackLevels: 2, adjustments: [{ levels: -2, provision: '§3F1.1' }] }],
		[{ otherGroups: [{ offenseLevel: 24 }], adjustments: [{ levels: 2, provision: '§3D1.4' }] }],
		[{ chapterThree: ['§3B1.1(a)'], adjustments: [{ levels: 4, provision: '3B1.1(a)' }] }],
		[{ chapterThree: ['§3B1.2(b)'], adjustments: [{ levels: -2, provision: '§3B1.2' }] }],
		[{ careerOffender: { offenseStatutoryMaximumMonths: 240 }, adjustments: [{ levels: 8, provision: '§4B1.1(b)' }] }],
	])('%j', (facts) => {
		expect(refusal({ ...base, ...facts })).toMatchObject({ code: 'counted-twice', path: '/adjustments/0' });
	});

	test('an enhancement in levels as well', () => {
		const { baseOffenseLevel: _, ...rest } = base;
		const document = { ...rest, guideline: '2L1.2', enhancements: ['(b)(2)(B)'] };
		const adjustments = [{ levels: 8, provision: '§2L1.2(b)(2)(B)' }];
		expect(refusal({ ...document, adjustments })).toMatchObject({ code: 'counted-twice', path: '/adjustments/0' });
		expect(increaseOf({ ...document, adjustments: [{ levels: 2, provision: '§3C1.1' }] })).toBe(8);
	});

	test.each([
		[{ adjustments: [{ levels: -3, provision: '§3E1.1' }] }],
		[{ acceptance: 0, adjustments: [{ levels: -3, provision: '§3E1.1' }] }],
		[{ acceptance: 2, adjustments: [{ levels: 2, provision: '§3C1.1' }] }],
		[{ chapterThree: ['§3C1.1'], adjustments: [{ levels: 4, provision: '§3B1.1(a)' }] }],
	])('once is no fault: %j', (facts) => {
		expect(() => answer({ ...base, ...facts })).not.toThrow();
	});

	test.each([
		[
			[
				{ id: '(b)(1)(A)', receivesPoints: true },
				{ id: '(b)(1)(A)', receivesPoints: false },
			],
		],
	])('one enhancement with points and without: %j', (enhancements) => {
		const document = { edition: '2012', guideline: '2L1.2', criminalHistoryCategory: 'III', enhancements };
		expect(refusal(document)).toMatchObject({ code: 'disagrees', path: '/enhancements/1' });
	});
});
