import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type FactCase, factCase } from '../oracle/facts-cases.ts';
import { answer, caseWith, codesOf, increaseOf, messageOf, pointsOf, prior, refusal } from './rap-sheet.ts';

const instantOffense = (commencedOn: string, endedOn: string | undefined = commencedOn) => ({
	commencedOn,
	...(endedOn ? { endedOn } : {}),
	underCriminalJusticeSentence: false,
});

describe('8 U.S.C. § 1101(a)(43) names it, and the case does not call it an aggravated felony', () => {
	const code = 'aggravated-felony-not-said';

	test.each([
		['drug-trafficking', 4, 24],
		['murder', 4, 24],
		['firearms-trafficking', 4, 24],
		['child-pornography', 4, 24],
		['money-laundering', 4, 24],
		['alien-smuggling', 4, 24],
		['crime-of-violence', 4, 24],
	])('1997, %s: +%i, and a warning with level %i', (kind, increase, level) => {
		for (const edition of ['1997', '2000']) {
			const document = caseWith(edition, [prior({ kinds: [kind] })]);
			expect(increaseOf(document)).toBe(increase);
			expect(messageOf(document, code)).toMatch(new RegExp(`Prior a: .*level 12,.*level ${level},.*1101`));
		}
	});

	test('2001 to 2016, where only (b)(1)(C) reaches it', () => {
		const document = (edition: string) => caseWith(edition, [prior({ kinds: ['money-laundering'] })]);
		for (const edition of ['2001', '2012', '2015']) {
			expect(messageOf(document(edition), code)).toMatch(/level 12,.*level 16,/);
		}
		for (const edition of ['1995', '2016', '2018']) expect(codesOf(document(edition))).not.toContain(code);
	});

	test('no warning where it is said, where the level stays, for a misdemeanor, or for violence of less than a year', () => {
		for (const facts of [
			{ kinds: ['murder', 'aggravated-felony'] },
			{ kinds: ['money-laundering'], grade: 'misdemeanor', sentence: '6 months' },
			{ kinds: ['crime-of-violence'], sentence: '11 months' },
		]) {
			expect(codesOf(caseWith('1997', [prior(facts)]))).not.toContain(code);
		}
		expect(codesOf(caseWith('2002', [prior({ kinds: ['drug-trafficking'] })]))).not.toContain(code);
	});
});

describe('an aggravated felony only by a revocation after the removal (216 F.3d 1019 (11th Cir. 2000))', () => {
	const code = 'aggravated-felony-by-revocation';
	const revoked = (on: string, facts: Record<string, unknown> = {}) =>
		prior({
			label: 'theft',
			kinds: ['aggravated-felony'],
			sentence: '0',
			releasedOn: '2012-12-01',
			revocations: [{ on, term: '18 months' }],
			...facts,
		});

	test.each([
		['1997', 12, 24],
		['1998', 12, 24],
		['2001', 12, 16],
		['2008', 12, 16],
		['2012', 12, 16],
	])('%s: level %i, and %i if it was one all the same', (edition, level, other) => {
		const document = caseWith(edition, [revoked('2011-06-01')]);
		expect(answer(document).offenseLevel.total).toBe(level);
		expect(messageOf(document, code)).toMatch(
			new RegExp(`Prior a \\(theft\\): .*level ${level},.*level ${other},.*216 F.3d 1019`),
		);
	});

	test.each([
		['revoked before the removal', revoked('2009-06-01')],
		[
			'suspended for a year from the first (8 U.S.C. § 1101(a)(43), (48)(B))',
			revoked('2011-06-01', { suspended: '1 year' }),
		],
		['a year from the first', revoked('2011-06-01', { sentence: '1 year' })],
		['of a kind that takes no term', revoked('2011-06-01', { kinds: ['aggravated-felony', 'murder'] })],
		[
			'less than a year with the revocation',
			revoked('2011-06-01', { revocations: [{ on: '2011-06-01', term: '6 months' }] }),
		],
	])('no question: %s', (_, one) => {
		const document = caseWith('1998', [one]);
		expect(increaseOf(document)).toBe(16);
		expect(codesOf(document)).not.toContain(code);
	});

	test('removed again after the revocation: it was one then', () => {
		const document = caseWith('1998', [revoked('2011-06-01')], { removals: ['2010-02-01', '2013-02-01'] });
		expect(increaseOf(document)).toBe(16);
	});
});

// §1B1.11, comment. (n.2) (amendment 474): the last date of the offense of conviction is the controlling date, "even if" relevant conduct
// included an act after a revised Manual took effect. Its dates are October 15 to 28, 1991, and an act on November 2, 1991.
describe('the last date of the offense of conviction controls (§1B1.11, comment. (n.2))', () => {
	const dates = (offenseDate: string, endedOn: string) => {
		const { edition: _, ...rest } = caseWith('2018', [prior({ sentence: '5 years' })]);
		return {
			...rest,
			offenseDate,
			sentencingDate: '2017-03-01',
			instantOffense: instantOffense('2014-06-15', endedOn),
		};
	};
	// Murder, deported after six years in prison: four levels in 1990 (8 + 4 − 2, 8–14 in category II), sixteen since November 1, 1991.
	const ofNote = (offenseDate: string, endedOn: string) => ({
		sentencingDate: '1993-06-01',
		offenseDate,
		guideline: '2L1.2',
		acceptance: 'full',
		instantOffense: { commencedOn: '1991-10-15', endedOn },
		removalOrders: ['1984-03-15'],
		removals: ['1984-04-01'],
		priors: [
			{
				id: 'murder',
				grade: 'felony',
				kinds: ['murder', 'aggravated-felony', 'crime-of-violence'],
				conductFrom: '1979-05-01',
				sentencedOn: '1980-03-01',
				sentence: '6 years',
				releasedOn: '1984-03-01',
				supervision: { kind: 'none' },
			},
		],
	});

	test('relevant conduct on November 2, 1991 does not bring in the Manual of the day before', () => {
		const document = ofNote('1991-10-28', '1991-11-02');
		const { edition, guidelineRange } = answer(document);
		expect([edition.effectiveDate, guidelineRange]).toEqual(['1990-11-01', { minimumMonths: 8, maximumMonths: 14 }]);
		expect(messageOf(document, 'offense-dates-differ')).toContain('41 to 51 months');
		expect(answer(ofNote('1991-11-02', '1991-11-02')).guidelineRange).toEqual({ minimumMonths: 41, maximumMonths: 51 });
	});

	test('nothing to say where they agree, or where both days lead to one answer', () => {
		expect(codesOf(dates('2015-06-01', '2015-06-01'))).not.toContain('offense-dates-differ');
		expect(codesOf(ofNote('1991-10-16', '1991-10-28'))).not.toContain('offense-dates-differ');
	});

	test.each([
		['2016-11-15', '2015-06-01', '/instantOffense/endedOn'],
		['2014-06-14', '2015-06-01', '/offenseDate'],
	])(
		'an offense of conviction of %s is not inside an offense until %s that commenced on June 15, 2014',
		(day, endedOn, path) => {
			expect(refusal(dates(day, endedOn))).toMatchObject({ code: 'disagrees', path });
		},
	);

	test('the fine goes by that date too: §5E1.2(h) for offenses before November 1, 2015', () => {
		const fine = (document: unknown) => answer(document).fine?.tableOf;
		const given = (offenseDate: string, endedOn: string) => ({ ...dates(offenseDate, endedOn), edition: '2016' });
		expect(fine(given('2015-06-01', '2016-02-01'))).toBe(fine(given('2015-06-01', '2015-06-01')));
		expect(fine(given('2015-06-01', '2016-02-01'))).not.toBe(fine(given('2016-02-01', '2016-02-01')));
	});
});

describe('a misdemeanor of more than one year (§2L1.2, comment. (n.2); §4A1.2(o))', () => {
	const code = 'misdemeanor-over-one-year';
	const of = (facts: Record<string, unknown>) => caseWith('2018', [prior({ grade: 'misdemeanor', ...facts })]);

	test('the warning names the prior and both outcomes', () => {
		expect(messageOf(of({}), code)).toMatch(/Prior a: .*level 8,.*felony.*level 14,/);
		expect(codesOf(of({ sentence: '6 months', suspended: '8 months' }))).toContain(code);
	});

	test('one year, or more than that only with revocations, is none', () => {
		expect(codesOf(of({ sentence: '1 year' }))).not.toContain(code);
		expect(codesOf(of({ sentence: '6 months', revocations: [{ on: '2009-01-01', term: '8 months' }] }))).not.toContain(
			code,
		);
	});
});

describe('facts out of order', () => {
	const sentenced = (facts: Record<string, unknown>) => ({ sentencingDate: '2015-01-01', ...facts });

	test.each([
		[[prior({ sentencedOn: '2015-01-02' })], {}, '/priors/0/sentencedOn'],
		[[prior({ revocations: [{ on: '2015-01-02', term: '1 month' }] })], {}, '/priors/0/revocations/0/on'],
		[[prior()], { removalOrders: ['2010-01-10', '2015-01-02'] }, '/removalOrders/1'],
	])('after the sentencing date: %#', (priors, facts, path) => {
		expect(refusal(caseWith('2012', priors, sentenced(facts)))).toMatchObject({ code: 'disagrees', path });
	});

	test('on the sentencing date is not after it', () => {
		const document = caseWith('2012', [prior({ sentencedOn: '2015-01-01' })], sentenced({}));
		expect(() => answer(document)).not.toThrow();
	});

	test('a removal before the first order given presupposes an earlier one', () => {
		const document = (removals: string[]) => caseWith('2018', [prior()], { removals });
		expect(messageOf(document(['2005-02-01', '2010-02-01']), 'removal-before-order')).toMatch(
			/February 1, 2005.*January 10, 2010.*With an order on the date of that removal: level/,
		);
		expect(codesOf(document(['2010-01-10']))).not.toContain('removal-before-order');
	});

	test('an order after the offense ended is no order before it', () => {
		const late = caseWith('2018', [prior()], { removalOrders: ['2014-06-16'], removals: [] });
		expect(increaseOf(late)).toBe(increaseOf({ ...late, removalOrders: [] }));
		expect(codesOf(late)).toContain('never-ordered-removed');
	});

	test('a felony is no minor offense (§4A1.2(c))', () => {
		const felony = prior({ neverCounted: ['foreign', 'minor-offense'] });
		expect(refusal(caseWith('2018', [felony]))).toMatchObject({ code: 'disagrees', path: '/priors/0/neverCounted' });
	});

	test.each([
		['2012', { removals: [], removalOrders: ['2014-07-01'] }],
		['2018', { removalOrders: ['2014-07-01'] }],
	])('%s, %j: what is not before the offense began asks when it ended', (edition, facts) => {
		const document = caseWith(edition, [prior()], {
			...facts,
			instantOffense: { commencedOn: '2014-06-15', underCriminalJusticeSentence: false },
		});
		expect(refusal(document)).toMatchObject({ code: 'facts-missing', path: '/instantOffense/endedOn' });
	});

	test.each([
		['2012', { removals: ['2014-06-15'], removalOrders: [] }],
		['1987-11-01', { removals: ['2014-07-01'] }],
	])(
		'%s, %j: no removal that the case gives came after the offense, so that its end is not asked for',
		(edition, facts) => {
			const given = { commencedOn: '2014-06-15', underCriminalJusticeSentence: false };
			const document = (instantOffense: object) => caseWith(edition, [prior()], { ...facts, instantOffense });
			const ended = increaseOf(document({ ...given, endedOn: '2014-07-01' }));
			expect(increaseOf(document(given))).toBe(ended);
			expect(ended).toBeGreaterThan(0);
			expect(refusal(document({ ...given, endedOn: '2014-06-14' })).code).toBe('disagrees');
		},
	);

	test('a known earlier removal decides without it', () => {
		const document = caseWith('2012', [prior()], {
			removals: ['2010-02-01', '2014-07-01'],
			instantOffense: { commencedOn: '2014-06-15', underCriminalJusticeSentence: false },
		});
		expect(increaseOf(document)).toBe(4);
	});
});

describe('terms that run one after the other', () => {
	const term = (id: string, sentence: string, facts = {}) =>
		prior({ id, sentence, arrestedOn: '2008-01-01', releasedOn: '2013-01-01', ...facts });
	const fan = (b: string, c: string) => [
		term('a', '6 months'),
		term('b', b, { consecutiveTo: 'a' }),
		term('c', c, { consecutiveTo: 'a' }),
	];

	test('two consecutive to a third run beside each other: the longer is added', () => {
		expect(pointsOf(caseWith('2018', fan('6 months', '7 months')))).toBe(2); // 13 months, not 19
		expect(pointsOf(caseWith('2018', fan('6 months', '8 months')))).toBe(3); // 14 months
		expect(increaseOf(caseWith('2018', fan('10 months', '9 months')))).toBe(6); // 16 months, not 25
	});

	test('a chain is a sum, and so are terms consecutive to each other', () => {
		const chain = [
			term('a', '5 months'),
			term('b', '5 months', { consecutiveTo: 'a' }),
			term('c', '5 months', { consecutiveTo: ['a', 'b'] }),
		];
		expect(pointsOf(caseWith('2018', chain))).toBe(3);
		const mutual = [term('a', '7 months', { consecutiveTo: 'b' }), term('b', '7 months', { consecutiveTo: 'a' })];
		expect(pointsOf(caseWith('2018', mutual))).toBe(3);
	});

	test('the reason names every term of the sum, and no other', () => {
		const reason = answer(caseWith('2018', fan('6 months', '8 months'))).criminalHistory?.priors.find(
			({ points }) => points === 3,
		)?.reason;
		expect(reason).toContain('14 months');
		expect(reason).toContain('a 6 months');
		expect(reason).toContain('c 8 months');
		expect(reason).not.toContain('b 6 months');
	});

	test('many terms, each consecutive to two others, are soon added up', () => {
		const many = Array.from({ length: 60 }, (_, n) =>
			term(
				`t${n}`,
				'1 day',
				n < 2 ? {} : { consecutiveTo: n % 2 ? [`t${n - 2}`, `t${n - 3}`] : [`t${n - 1}`, `t${n - 2}`] },
			),
		);
		expect(pointsOf(caseWith('2018', many))).toBe(1);
	});
});

test('a minor convicted as an adult, over 13 months within 15 years, needs no release date', () => {
	const { releasedOn: _, ...minor } = prior({ ageAtOffense: 17, convictedAsAdult: true });
	expect(pointsOf(caseWith('2018', [minor]))).toBe(3);
});

describe('words that read the right way', () => {
	test('consecutive terms, before and since November 2016', () => {
		const pair = [
			prior({ id: 'a', arrestedOn: '2007-12-01', sentence: '10 months', kinds: ['drug-trafficking'] }),
			prior({
				id: 'b',
				conductFrom: '2007-11-10',
				arrestedOn: '2007-12-01',
				sentence: '10 months',
				kinds: ['drug-trafficking'],
				consecutiveTo: 'a',
			}),
		];
		expect(messageOf(caseWith('2012', pair), 'consecutive-terms')).toMatch(
			/If they are not, as shown: .* If they are, as courts/,
		);
		expect(messageOf(caseWith('2018', pair), 'consecutive-terms')).toMatch(
			/If they are, as courts held, as shown: .* If they are not: /,
		);
	});

	test('a drug sentence with nothing to serve, before and since November 2003', () => {
		const suspended = [prior({ kinds: ['drug-trafficking'], sentence: '0', suspended: '3 years' })];
		const document = (edition: string) =>
			caseWith(edition, suspended, { instantOffense: instantOffense('2010-06-15') });
		const code = 'wholly-suspended-drug-sentence';
		expect(messageOf(document('2002'), code)).toMatch(/If it is, as shown.*If it is not/);
		expect(messageOf(document('2008'), code)).toMatch(/If it is not.*as shown.*If it is:/);
	});

	test('a term that months cannot measure, and no one day begins, is asked for in the same unit', () => {
		const revoked = (...terms: string[]) =>
			prior({ sentence: '0', revocations: terms.map((term, index) => ({ on: `2009-1${index}-01`, term })) });
		expect(refusal(caseWith('2012', [revoked('1 month', '1 month')])).message).toContain('in days');
	});

	// §2L1.2(b)(2)(B): two years or more. From March 1, 2008, two years are 730 days.
	test('days are measured against years from the date of the sentence', () => {
		expect(increaseOf(caseWith('2018', [prior({ sentence: '730 days' })]))).toBe(8);
		expect(increaseOf(caseWith('2018', [prior({ sentence: '729 days' })]))).toBe(6);
	});
});

describe('why a prior raises nothing', () => {
	const reasons = (document: unknown) =>
		answer(document)
			.steps.filter(({ description }) => description.includes('no enhancement'))
			.map(({ description }) => description)
			.join('\n');

	test.each([
		[
			'1989',
			{ kinds: ['illegal-reentry'] },
			'immigration felony, which this edition excludes (§2L1.2(b)(1), App. C, amend. 193)',
		],
		[
			'1989',
			{ convictedOn: '2013-09-01', sentencedOn: '2013-09-01', releasedOn: '2014-01-01' },
			'the conviction was on September 1, 2013, after the only removal, February 1, 2010',
		],
		[
			'2012',
			{ convictedOn: '2013-09-01', sentencedOn: '2013-09-01', releasedOn: '2014-01-01' },
			'the conviction was on September 1, 2013, after the last removal or order, February 1, 2010',
		],
		['2001', { ageAtOffense: 16, convictedAsAdult: false }, 'before the age of 18, without an adult conviction'],
		['2012', { ageAtOffense: 16, convictedAsAdult: false }, 'before the age of 18, without an adult conviction'],
		[
			'2018',
			{
				sentencedOn: '2003-01-01',
				convictedOn: '2003-01-01',
				conductFrom: '2002-01-01',
				arrestedOn: '2002-01-01',
				sentence: '30 days',
			},
			'it receives no criminal history points (§2L1.2, comment. (n.3))',
		],
		['2012', { neverCounted: 'foreign' }, 'foreign or tribal conviction'],
		['2012', { grade: 'misdemeanor', sentence: '30 days' }, 'misdemeanor'],
		[
			'2012',
			{ grade: 'misdemeanor', sentence: '30 days', kinds: ['crime-of-violence'] },
			'fewer than 3 such convictions',
		],
	])('%s, %j: %s', (edition, facts, words) => {
		expect(reasons(caseWith(edition, [prior(facts)]))).toContain(words);
	});

	test('the levels that one prior implies stand in one step', () => {
		const steps = answer(caseWith('2018', [prior({ sentence: '2 years' })])).steps;
		const implied = steps.filter(({ levels, description }) => levels === 0 && description.includes('greatest'));
		expect(implied).toHaveLength(1);
		expect(implied[0]?.provision).toBe('§2L1.2(b)(2)(C), (D)');
		expect(implied[0]?.description).toContain('on a');
	});
});

test('no text of any result speaks of undefined or NaN', () => {
	fc.assert(
		fc.property(factCase, (document: FactCase) => {
			let text: string;
			try {
				text = JSON.stringify(answer(document));
			} catch (error) {
				text = (error as Error).message;
			}
			expect(text).not.toMatch(/undefined|NaN/);
		}),
		{ numRuns: 1500 },
	);
});
