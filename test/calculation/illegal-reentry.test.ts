import { describe, expect, test } from 'vitest';
import { answer, caseWith, codesOf, increaseOf, prior, refusal } from './rap-sheet.ts';

/** Shortly after the removal, so that nothing is too old to score. */
const soon = {
	instantOffense: { commencedOn: '2010-06-15', endedOn: '2010-06-15', underCriminalJusticeSentence: false },
};

describe('§2L1.2 from the same facts, edition by edition', () => {
	const violent = [prior({ kinds: ['crime-of-violence', 'aggravated-felony'], sentence: '2 years' })];

	test.each([
		['1987-11-01', 2],
		['1988-01-15', 0],
		['1989', 4],
		['1991', 4],
		['1997', 16],
		['2001', 16],
		['2003', 16],
		['2011', 16],
		['2012', 16],
		['2016', 8],
		['2018', 8],
		['2025', 8],
	])('a violent aggravated felony of two years, %s: +%i', (edition, increase) => {
		expect(increaseOf(caseWith(edition, violent))).toBe(increase);
	});

	test('the step names the prior it rests on', () => {
		expect(answer(caseWith('2018', violent)).steps[1]).toMatchObject({
			provision: '§2L1.2(b)(2)(B)',
			description: expect.stringContaining('on a'),
			levels: 8,
		});
	});

	test('a prior that raises nothing is shown, with the reason', () => {
		const late = [prior({ convictedOn: '2010-03-01', sentencedOn: '2010-03-01', sentence: '0' })];
		expect(answer(caseWith('2012', late)).steps.at(-1)).toMatchObject({
			levels: 0,
			description: expect.stringContaining('a: no enhancement'),
		});
	});
});

describe('length of sentence: inclusive and exclusive edges', () => {
	const drugs = (sentence: string) => [prior({ kinds: ['drug-trafficking', 'aggravated-felony'], sentence })];

	test.each([
		['13 months', 12],
		['13 months 1 day', 16],
		['1 day', 12],
	])('2001–2016, drug trafficking of %s: +%i', (sentence, increase) => {
		for (const edition of ['2001', '2003', '2011', '2015']) {
			expect(increaseOf(caseWith(edition, drugs(sentence), soon))).toBe(increase);
		}
	});

	test.each([
		['13 months', 4],
		['13 months 1 day', 6],
		['23 months', 6],
		['2 years', 8],
		['59 months', 8],
		['5 years', 10],
	])('since 2016, any felony of %s: +%i', (sentence, increase) => {
		for (const edition of ['2016', '2018', '2023', '2025'])
			expect(increaseOf(caseWith(edition, drugs(sentence)))).toBe(increase);
	});

	test('a drug sentence with nothing to serve leaves a question; the aggravated felony remains', () => {
		const suspended = [
			prior({ kinds: ['drug-trafficking', 'aggravated-felony'], sentence: '0', suspended: '3 years' }),
		];
		expect(increaseOf(caseWith('2008', suspended, soon))).toBe(8);
		expect(codesOf(caseWith('2008', suspended, soon))).toContain('wholly-suspended-drug-sentence');
		expect(increaseOf(caseWith('2002', suspended, soon))).toBe(12);
	});
});

describe('points: irrelevant, lowering, required', () => {
	const old = (kinds: string[], sentence = '2 years') => [
		prior({
			kinds,
			sentence,
			conductFrom: '1994-01-01',
			arrestedOn: '1994-01-02',
			convictedOn: '1995-01-01',
			sentencedOn: '1995-01-01',
			releasedOn: '1997-01-01',
		}),
	];

	test.each([
		['2008', ['crime-of-violence'], 16],
		['2011', ['crime-of-violence'], 12],
		['2015', ['crime-of-violence'], 12],
		['2016', ['crime-of-violence'], 0],
		['2011', ['drug-trafficking'], 12],
		['2011', ['aggravated-felony'], 8],
		['2011', [], 4],
		['2018', [], 0],
	] as const)('%s, a stale %j: +%i', (edition, kinds, increase) => {
		expect(increaseOf(caseWith(edition, old([...kinds])))).toBe(increase);
	});

	test('the step says which kind and dates matched, and why 16 and not 12 (§2L1.2(b)(1)(A))', () => {
		const [drugs, theft] = [prior({ kinds: ['drug-trafficking', 'aggravated-felony'] }), prior({ id: 'b' })];
		const step = (edition: string) => answer(caseWith(edition, [drugs, theft])).steps[1];
		const match = 'on a (drug trafficking, more than 13 months, convicted March 1, 2008, removed February 1, 2010)';
		expect(step('2012')).toMatchObject({ levels: 16, description: expect.stringContaining(match) });
		expect(step('2012')?.description).toMatch(/, which receives criminal history points: 16 levels, not 12$/);
		expect(step('2008')).toMatchObject({
			levels: 16,
			description: expect.stringMatching(/removed February 1, 2010\)$/),
		});
	});

	test('and why 12 and not 16 where the conviction is too old for points', () => {
		const [, step] = answer(caseWith('2012', old(['crime-of-violence', 'aggravated-felony']))).steps;
		expect(step).toMatchObject({ levels: 12, provision: '§2L1.2(b)(1)(A)' });
		expect(step?.description).toContain('receives no criminal history points');
		expect(step?.description).toMatch(/\(crime of violence, convicted January 1, 1995, .*\): 12 levels instead of 16$/);
	});

	test('two priors are told apart', () => {
		const both = ['a', 'b'].map((id) => prior({ id, kinds: ['crime-of-violence'], sentencedOn: '2008-03-01' }));
		expect(answer(caseWith('2008', both)).steps[1]?.description).toMatch(
			/: based on a, b \(a: crime of violence, .*; b: crime of violence,/,
		);
	});

	test('drug trafficking of 13 months or less without points: 8', () => {
		expect(increaseOf(caseWith('2011', old(['drug-trafficking'], '12 months')))).toBe(8);
	});
});

describe('the clock', () => {
	const felony = (facts: Record<string, unknown>) => [prior({ sentence: '2 years', ...facts })];

	test('2016–2018 by conviction, since 2018 by conduct; between the two lies a gap', () => {
		const between = felony({
			conductFrom: '2009-12-01',
			arrestedOn: '2009-12-02',
			convictedOn: '2010-03-01',
			sentencedOn: '2010-03-01',
			releasedOn: '2011-12-01',
		});
		expect(increaseOf(caseWith('2016', between))).toBe(0);
		expect(increaseOf(caseWith('2018', between))).toBe(8);
	});

	test.each([
		['2010-01-09', 8],
		['2010-01-11', 0],
	])('2016: convicted %s, ordered removed 2010-01-10: +%i', (on, increase) => {
		expect(increaseOf(caseWith('2016', felony({ convictedOn: on, sentencedOn: on })))).toBe(increase);
	});

	test('conduct on both sides: only (b)(2) since 2018, (b)(3) before', () => {
		const both = felony({
			conductFrom: '2009-12-01',
			conductTo: '2010-02-01',
			arrestedOn: '2010-02-01',
			convictedOn: '2010-03-01',
			sentencedOn: '2010-03-01',
			releasedOn: '2011-12-01',
		});
		const provisions = (edition: string) =>
			answer(caseWith(edition, both))
				.steps.filter(({ levels }) => levels === 8)
				.map(({ provision }) => provision);
		expect(provisions('2018')).toEqual(['§2L1.2(a)', '§2L1.2(b)(2)(B)']);
		expect(provisions('2016')).toEqual(['§2L1.2(a)', '§2L1.2(b)(3)(B)']);
	});

	test('the first order ever, not the last; before 2016 any removal after the conviction', () => {
		const orders = { removalOrders: ['2010-01-10', '2005-01-01'], removals: ['2005-02-01', '2010-02-01'] };
		const steps = answer(caseWith('2018', felony({}), orders)).steps.map(({ provision }) => provision);
		expect(steps[1]).toBe('§2L1.2(b)(3)(B)');
		expect(increaseOf(caseWith('2012', felony({}), orders))).toBe(4);
		expect(increaseOf(caseWith('2012', felony({}), { removalOrders: ['2005-01-01'], removals: ['2005-02-01'] }))).toBe(
			0,
		);
	});

	test('remained after an order that followed the conviction, since 1997', () => {
		const remained = { removalOrders: ['2010-01-10'], removals: [] };
		expect(increaseOf(caseWith('1996', felony({}), remained))).toBe(0);
		expect(increaseOf(caseWith('1997', felony({}), remained))).toBe(4);
		expect(increaseOf(caseWith('2012', felony({}), remained))).toBe(4);
	});

	test('groups are added since 2016, one number before', () => {
		const three = [
			prior({ id: 'before', sentence: '5 years' }),
			prior({
				id: 'reentry',
				kinds: ['illegal-reentry'],
				conductFrom: '2010-06-01',
				arrestedOn: '2010-06-02',
				convictedOn: '2010-08-01',
				sentencedOn: '2010-08-01',
				sentence: '6 months',
				releasedOn: '2010-12-01',
			}),
			prior({
				id: 'after',
				conductFrom: '2011-01-01',
				arrestedOn: '2011-01-02',
				convictedOn: '2011-03-01',
				sentencedOn: '2011-03-01',
				sentence: '5 years',
				releasedOn: '2014-01-01',
			}),
		];
		for (const edition of ['2016', '2018', '2025'])
			expect(answer(caseWith(edition, three)).offenseLevel.total).toBe(32);
		expect(increaseOf(caseWith('2015', three))).toBe(4);
	});

	test('never ordered removed leaves a question', () => {
		expect(codesOf(caseWith('2018', felony({}), { removalOrders: [], removals: [] }))).toContain(
			'never-ordered-removed',
		);
	});
});

describe('terms on revocation', () => {
	const revoked = (on: string) => [
		prior({
			kinds: ['drug-trafficking'],
			sentence: '12 months',
			revocations: [{ on, term: '18 months' }],
			releasedOn: '2013-01-01',
		}),
	];

	test.each([
		['2008', '2009-01-01', 16, false],
		['2008', '2011-01-01', 12, true],
		['2012', '2010-01-05', 16, false],
		['2012', '2010-01-31', 16, true],
		['2012', '2010-02-01', 12, false],
		['2012', '2011-01-01', 12, false],
		['2016', '2009-01-01', 8, false],
		['2016', '2011-01-01', 4, true],
		['2018', '2011-01-01', 8, false],
	] as const)('%s, revoked %s: +%i', (edition, on, increase, open) => {
		const document = caseWith(edition, revoked(on));
		expect(increaseOf(document)).toBe(increase);
		expect(codesOf(document).some((code) => code.startsWith('revocation-'))).toBe(open);
	});

	test('before November 2003 the text says nothing', () => {
		expect(codesOf(caseWith('2002', revoked('2009-01-01')))).toContain('revocation-not-mentioned');
	});

	test('a warning names both outcomes in levels and months', () => {
		const warning = answer(caseWith('2016', revoked('2011-01-01'))).warnings.find(
			({ code }) => code === 'revocation-after-order',
		);
		expect(warning?.message).toMatch(/level 12, category II, 12 to 18 months.*level 16, category II, 24 to 30 months/);
	});
});

describe('aggravated felonies: the frozen list of 1991, the statute since 1997, not used since 2016', () => {
	const of = (kinds: string[], facts = {}) => [prior({ kinds, ...facts })];

	test.each([
		[['murder'], '18 months', 16],
		[['drug-trafficking'], '0', 16],
		[['firearms-trafficking'], '18 months', 16],
		[['money-laundering'], '18 months', 16],
		[['crime-of-violence'], '5 years', 16],
		[['crime-of-violence'], '59 months', 4],
		[['aggravated-felony'], '5 years', 4],
	])('1991–1997: %j of %s: +%i', (kinds, sentence, increase) => {
		for (const edition of ['1991', '1995'])
			expect(increaseOf(caseWith(edition, of(kinds, { sentence })))).toBe(increase);
	});

	test('five years pronounced count although suspended', () => {
		expect(
			increaseOf(caseWith('1995', of(['crime-of-violence'], { sentence: '6 months', suspended: '54 months' }))),
		).toBe(16);
	});

	test('since 1997 what counsel judges one, a misdemeanor too', () => {
		const misdemeanor = of(['aggravated-felony'], { grade: 'misdemeanor' });
		expect(increaseOf(caseWith('1997', misdemeanor))).toBe(16);
		expect(increaseOf(caseWith('2012', misdemeanor))).toBe(8);
		expect(increaseOf(caseWith('2016', misdemeanor))).toBe(0);
	});

	test('a foreign one counts, a foreign felony does not', () => {
		const foreign = of(['aggravated-felony', 'crime-of-violence'], { neverCounted: 'foreign' });
		expect(increaseOf(caseWith('2008', foreign))).toBe(8);
		expect(increaseOf(caseWith('2018', foreign))).toBe(0);
	});
});

describe('immigration felonies', () => {
	test.each([
		['1989', 0],
		['1996', 0],
		['1997', 4],
		['2015', 4],
		['2016', 4],
		['2025', 4],
	])('an illegal reentry, %s: +%i', (edition, increase) => {
		expect(increaseOf(caseWith(edition, [prior({ kinds: ['illegal-reentry'] })]))).toBe(increase);
	});

	test('two misdemeanors of improper entry: +2 since 2016, never on top of a felony', () => {
		const entry = (id: string, on: string) =>
			prior({
				id,
				grade: 'misdemeanor',
				kinds: ['improper-entry'],
				sentence: '30 days',
				sentencedOn: on,
				convictedOn: on,
			});
		const two = [entry('a', '2008-03-01'), entry('b', '2009-03-01')];
		expect(increaseOf(caseWith('2016', two))).toBe(2);
		expect(increaseOf(caseWith('2016', two.slice(1)))).toBe(0);
		expect(
			increaseOf(
				caseWith('2016', [
					...two,
					prior({ id: 'c', kinds: ['illegal-reentry'], sentencedOn: '2009-06-01', convictedOn: '2009-06-01' }),
				]),
			),
		).toBe(4);
	});

	test('alien smuggling: for profit until November 2003', () => {
		expect(increaseOf(caseWith('2002', [prior({ kinds: ['alien-smuggling'] })]))).toBe(4);
		expect(increaseOf(caseWith('2002', [prior({ kinds: ['alien-smuggling-for-profit'] })]))).toBe(16);
		expect(increaseOf(caseWith('2003', [prior({ kinds: ['alien-smuggling'] })]))).toBe(16);
	});
});

describe('three misdemeanors', () => {
	const petty = (id: string, facts: Record<string, unknown>) =>
		prior({ id, grade: 'misdemeanor', kinds: ['crime-of-violence'], sentence: '30 days', ...facts });
	const on = (day: string) => ({
		sentencedOn: day,
		convictedOn: day,
		conductFrom: day,
		arrestedOn: day,
		releasedOn: `${day.slice(0, 7)}-28`,
	});
	const before = ['2008-01-01', '2008-03-01', '2008-05-01'].map((day, n) => petty(`m${n}`, on(day)));

	test.each([
		['1996', 0],
		['1997', 4],
		['2001', 4],
		['2015', 4],
		['2016', 2],
		['2025', 2],
	])('%s: +%i', (edition, increase) => {
		expect(increaseOf(caseWith(edition, before))).toBe(increase);
		expect(increaseOf(caseWith(edition, before.slice(1)))).toBe(0);
	});

	test('two before and one after the first order do not make three', () => {
		expect(increaseOf(caseWith('2018', [...before.slice(1), petty('late', on('2011-03-01'))]))).toBe(0);
	});

	test('those of one single sentence are one', () => {
		const together = before.map((each) => ({ ...each, ...on('2008-03-01') }));
		expect(increaseOf(caseWith('2012', together))).toBe(0);
		expect(increaseOf(caseWith('2018', together))).toBe(0);
	});

	test('misdemeanor drug offenses leave a question from 1997 to 2001', () => {
		const drugs = before.map((each) => ({ ...each, kinds: ['drug-trafficking'] }));
		expect(codesOf(caseWith('1997', drugs))).toContain('misdemeanor-drug-offense');
		expect(codesOf(caseWith('2003', drugs))).not.toContain('misdemeanor-drug-offense');
	});
});

describe('other traps', () => {
	test('consecutive terms of a single sentence are added since 2016', () => {
		const pair = [
			prior({ id: 'a', arrestedOn: '2007-12-01', sentence: '1 year' }),
			prior({ id: 'b', conductFrom: '2007-11-10', arrestedOn: '2007-12-01', sentence: '1 year', consecutiveTo: 'a' }),
		];
		expect(increaseOf(caseWith('2018', pair))).toBe(8);
		expect(codesOf(caseWith('2018', pair))).toContain('consecutive-terms');
	});

	test('an offense before eighteen counts only as an adult conviction, since November 2003', () => {
		const minor = (convictedAsAdult: boolean) => [
			prior({ kinds: ['crime-of-violence'], ageAtOffense: 17, convictedAsAdult }),
		];
		for (const edition of ['2003', '2012', '2018']) expect(increaseOf(caseWith(edition, minor(false), soon))).toBe(0);
		expect(increaseOf(caseWith('2003', minor(true), soon))).toBe(16);
		expect(codesOf(caseWith('2001', minor(false), soon))).toContain('juvenile-adjudication');
	});

	test('enhancements named beside the facts must agree with them', () => {
		const priors = [prior({ kinds: ['crime-of-violence'] })];
		expect(answer(caseWith('2012', priors, { enhancements: ['(b)(1)(A)'], acceptance: 3 })).offenseLevel.total).toBe(
			21,
		);
		expect(refusal(caseWith('2012', priors, { enhancements: ['(b)(1)(D)'] }))).toMatchObject({
			code: 'disagrees',
			path: '/enhancements',
		});
	});

	test('a category or points given beside the priors must agree with them', () => {
		const priors = [prior()];
		expect(
			answer(caseWith('2012', priors, { criminalHistoryCategory: 'II', criminalHistoryPoints: 3 }))
				.criminalHistoryCategory,
		).toBe('II');
		expect(refusal(caseWith('2012', priors, { criminalHistoryCategory: 'III' }))).toMatchObject({
			code: 'disagrees',
			path: '/criminalHistoryCategory',
		});
		expect(refusal(caseWith('2012', priors, { criminalHistoryPoints: 4 }))).toMatchObject({
			code: 'disagrees',
			path: '/criminalHistoryPoints',
		});
	});
});
