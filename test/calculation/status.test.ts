import { describe, expect, test } from 'vitest';
import { answer, caseWith, codesOf, messageOf, pointsOf, prior, refusal } from './rap-sheet.ts';

/**
 * Status points go by the sentences' own dates: a sentence counts that §4A1.2 counts and that has a custodial or
 * supervisory component, whether or not anybody supervised (§4A1.1, comment. (n.4) until October 31, 2023, (n.5)
 * since). Two points until then; since November 1, 2023, one, where the sentences have seven or more.
 */

const path = '/instantOffense/underCriminalJusticeSentence';
const during = (commencedOn: string, endedOn: string, underCriminalJusticeSentence?: boolean) => ({
	removalOrders: ['2001-06-10'],
	removals: ['2001-06-15'],
	instantOffense: {
		commencedOn,
		endedOn,
		...(underCriminalJusticeSentence === undefined ? {} : { underCriminalJusticeSentence }),
	},
});
const offense = (underCriminalJusticeSentence?: boolean) =>
	during('2004-05-01', '2007-01-15', underCriminalJusticeSentence);

const drug = prior({
	id: 'drug',
	conductFrom: '2000-01-01',
	arrestedOn: '2000-01-02',
	convictedOn: '2000-06-01',
	sentencedOn: '2000-06-01',
	sentence: '16 months',
	releasedOn: '2001-06-01',
});
const burglary = (facts: Record<string, unknown> = {}) =>
	prior({
		id: 'burglary',
		conductFrom: '2006-01-15',
		arrestedOn: '2006-01-15',
		convictedOn: '2006-04-01',
		sentencedOn: '2006-04-01',
		sentence: '3 years',
		releasedOn: '2008-07-01',
		...facts,
	});

const statusOf = (document: unknown) => answer(document).criminalHistory?.status;

describe('a sentence served during the offense (570 F.3d 1162 (9th Cir. 2009))', () => {
	test('no answer to the question is needed: 8 points, category IV', () => {
		const document = caseWith('2018', [drug, burglary()], offense());
		expect(answer(document)).toMatchObject({ criminalHistory: { points: 8 }, criminalHistoryCategory: 'IV' });
		expect(statusOf(document)?.reason).toContain('burglary');
	});

	test.each(['2018', '2012', '2006', '1998'])('%s: "no" is rejected by name, with the dates', (edition) => {
		const refused = refusal(caseWith(edition, [drug, burglary()], offense(false)));
		expect(refused).toMatchObject({ code: 'disagrees', path });
		for (const words of ['burglary', 'April 1, 2006', 'July 1, 2008', 'May 1, 2004', 'January 15, 2007']) {
			expect(refused.message).toContain(words);
		}
	});

	test('"yes" agrees', () => {
		expect(pointsOf(caseWith('2018', [drug, burglary()], offense(true)))).toBe(8);
	});

	test('since November 1, 2023, only from seven points on', () => {
		expect(pointsOf(caseWith('2025', [drug, burglary()], offense()))).toBe(6);
		expect(pointsOf(caseWith('2025', [drug, burglary()], offense(false)))).toBe(6);
		const third = prior({
			id: 'third',
			conductFrom: '2003-01-01',
			arrestedOn: '2003-01-01',
			convictedOn: '2003-02-01',
			sentencedOn: '2003-02-01',
			sentence: '90 days',
			releasedOn: '2003-05-01',
		});
		expect(pointsOf(caseWith('2025', [drug, burglary(), third], offense()))).toBe(9);
		expect(refusal(caseWith('2025', [drug, burglary(), third], offense(false)))).toMatchObject({ path });
	});

	test('a sentence that does not count gives none (n.4)', () => {
		const foreign = burglary({ neverCounted: 'foreign' });
		expect(pointsOf(caseWith('2018', [drug, foreign], offense(false)))).toBe(3);
		const old = prior({
			id: 'old',
			conductFrom: '1988-01-01',
			arrestedOn: '1988-01-01',
			convictedOn: '1989-01-01',
			sentencedOn: '1989-01-01',
			sentence: '1 year',
			releasedOn: '1989-10-01',
			supervision: { kind: 'probation', endsOn: '2005-01-01' },
		});
		expect(pointsOf(caseWith('2018', [drug, old], offense(false)))).toBe(3);
	});
});

describe('what shows that the offense was committed under a sentence', () => {
	const refused = (facts: Record<string, unknown>, when = offense(false)) =>
		refusal(caseWith('2018', [burglary(facts)], when));

	test.each([
		[
			'a release inside the offense',
			{
				conductFrom: '2003-01-01',
				sentencedOn: '2003-04-01',
				convictedOn: '2003-04-01',
				arrestedOn: '2003-01-01',
				releasedOn: '2005-07-01',
			},
		],
		[
			'a revocation inside the offense',
			{
				conductFrom: '2002-01-01',
				arrestedOn: '2002-01-01',
				sentencedOn: '2002-04-01',
				convictedOn: '2002-04-01',
				sentence: '6 months',
				releasedOn: '2002-10-01',
				revocations: [{ on: '2005-07-01', term: '0' }],
			},
		],
		[
			'a revocation after the offense',
			{
				conductFrom: '2002-01-01',
				arrestedOn: '2002-01-01',
				sentencedOn: '2002-04-01',
				convictedOn: '2002-04-01',
				sentence: '0',
				releasedOn: undefined,
				revocations: [{ on: '2008-07-01', term: '60 days' }],
			},
		],
		[
			'probation that ended in it',
			{
				conductFrom: '2002-01-01',
				arrestedOn: '2002-01-01',
				sentencedOn: '2002-04-01',
				convictedOn: '2002-04-01',
				sentence: '0',
				releasedOn: undefined,
				supervision: { kind: 'probation', endsOn: '2004-06-01' },
			},
		],
		[
			'parole that ran through it',
			{
				conductFrom: '2002-01-01',
				arrestedOn: '2002-01-01',
				sentencedOn: '2002-04-01',
				convictedOn: '2002-04-01',
				sentence: '1 year',
				releasedOn: '2003-01-01',
				supervision: { kind: 'parole', endsOn: '2010-06-01' },
			},
		],
		['unsupervised probation imposed in it', { sentence: '0', releasedOn: undefined, disposition: 'probation' }],
		['a sentence still served', { releasedOn: undefined }],
	])('%s', (_, facts) => {
		const given = Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
		const { releasedOn, ...rest } = burglary(facts) as Record<string, unknown>;
		const one = { ...rest, ...given, ...(releasedOn === undefined ? {} : { releasedOn }) };
		expect(refusal(caseWith('2018', [one], offense(false)))).toMatchObject({ code: 'disagrees', path });
		expect(statusOf(caseWith('2018', [one], offense()))?.points).toBe(2);
		expect(codesOf(caseWith('2018', [one], offense(true)))).not.toContain('status-after-sentence');
	});

	test('the other members of a single sentence count with it (§4A1.2(a)(2))', () => {
		const member = burglary({ id: 'longer', sentence: '4 years', releasedOn: '2009-07-01' });
		expect(refusal(caseWith('2018', [burglary(), member], offense(false)))).toMatchObject({ path });
		expect(refused({ sentence: '60 days', releasedOn: '2006-06-01' })).toMatchObject({ path });
	});
});

describe('what shows that it was not', () => {
	const early = (facts: Record<string, unknown>) =>
		burglary({
			conductFrom: '2002-01-01',
			arrestedOn: '2002-01-01',
			sentencedOn: '2002-04-01',
			convictedOn: '2002-04-01',
			sentence: '1 year',
			releasedOn: '2003-01-01',
			...facts,
		});

	test.each([
		['supervision ended before', early({ supervision: { kind: 'supervised-release', endsOn: '2004-04-30' } })],
		['released without supervision', early({ supervision: { kind: 'none' } })],
		['no supervision and nothing served', early({ sentence: '0', supervision: { kind: 'none' } })],
		['imposed after the offense', burglary({ convictedOn: '2007-01-16', sentencedOn: '2007-01-16' })],
	])('%s: no question, no points', (_, one) => {
		const status = statusOf(caseWith('2018', [one], offense()));
		expect(status?.points).toBe(0);
		expect(status?.reason).toContain('by its dates');
		expect(statusOf(caseWith('2018', [one], offense(false)))?.reason).toBe('not under a criminal justice sentence');
	});

	test('all imposed after the offense: "yes" is rejected', () => {
		const later = burglary({ convictedOn: '2007-01-16', sentencedOn: '2007-01-16' });
		expect(refusal(caseWith('2018', [later], offense(true)))).toMatchObject({ code: 'disagrees', path });
	});

	test('all ended before: a warrant may still have run (§4A1.2(m)), so "yes" stands, and both outcomes are named', () => {
		const document = caseWith(
			'2018',
			[drug, early({ supervision: { kind: 'none' } })].map((one) => ({ ...one, supervision: { kind: 'none' } })),
			offense(true),
		);
		expect(pointsOf(document)).toBe(7);
		expect(messageOf(document, 'status-after-sentence')).toMatch(/category IV,.*category III,/);
	});

	test('parole of which no end is told, or none at all: the question is asked', () => {
		for (const facts of [{}, { supervision: { kind: 'parole' } }, { sentence: '0' }]) {
			const refused = refusal(caseWith('2018', [early(facts)], offense()));
			expect(refused).toMatchObject({ code: 'facts-missing', path });
			expect(codesOf(caseWith('2018', [early(facts)], offense(false)))).not.toContain('status-against-dates');
		}
	});
});

describe('what makes it likely: both outcomes', () => {
	const at = (on: string, facts: Record<string, unknown>) =>
		prior({ id: 'x', conductFrom: '2002-01-01', arrestedOn: '2002-01-01', sentencedOn: on, convictedOn: on, ...facts });
	const without = ({ releasedOn: _, ...rest }: Record<string, unknown>) => rest;

	test.each([
		['a term that runs into it, and no release', without(at('2003-01-01', { sentence: '3 years' }))],
		['released before the term had run', at('2003-01-01', { sentence: '3 years', releasedOn: '2004-01-01' })],
		['a suspended term that runs into it', without(at('2003-01-01', { sentence: '0', suspended: '3 years' }))],
		['for life, and paroled', at('2003-01-01', { sentence: 'life', releasedOn: '2004-01-01' })],
		['something imposed in it, without a word of what', without(at('2005-01-01', { sentence: '0' }))],
		['released on the day on which it began', at('2003-01-01', { sentence: '1 year', releasedOn: '2004-05-01' })],
		['sentenced on the day on which it ended', at('2007-01-15', { sentence: '1 year', releasedOn: '2007-10-01' })],
		[
			'a revocation term that runs into it',
			without(at('2002-03-01', { sentence: '30 days', revocations: [{ on: '2004-01-01', term: '6 months' }] })),
		],
	])('%s', (_, one) => {
		// Of a sentence without imprisonment, one point: the category turns beside two others, not beside three.
		const beside = one['sentence'] === '0' ? { ...drug, sentence: '90 days' } : drug;
		const document = (said: boolean) => caseWith('2018', [beside, one], offense(said));
		const message = messageOf(document(false), 'status-against-dates') ?? '';
		const [no, yes] = [false, true].map((said) => answer(document(said)));
		expect((yes?.criminalHistory?.points ?? 0) - (no?.criminalHistory?.points ?? 0)).toBe(2);
		expect(message).toContain('Prior x (');
		for (const result of [no, yes]) expect(message).toContain(`category ${result?.criminalHistoryCategory}, `);
		expect(codesOf(document(true))).not.toContain('status-against-dates');
		expect(refusal(caseWith('2018', [drug, one], offense()))).toMatchObject({ code: 'facts-missing', path });
	});

	test('nothing to say where supervision is told, or the category stays', () => {
		const one = at('2003-01-01', { sentence: '3 years', releasedOn: '2004-01-01', supervision: { kind: 'none' } });
		expect(codesOf(caseWith('2018', [drug, one], offense(false)))).not.toContain('status-against-dates');
		const few = at('2003-01-01', { sentence: '0', suspended: '3 years' });
		expect(codesOf(caseWith('2025', [few], offense(false)))).not.toContain('status-against-dates');
	});
});

describe('disposition and supervision that do not fit the sentence', () => {
	test.each([
		[{ disposition: 'fine' }, 'disposition'],
		[{ sentence: '0', suspended: '1 year', disposition: 'fine' }, 'disposition'],
		[{ sentence: '0', disposition: 'fine', supervision: { kind: 'probation' } }, 'disposition'],
		[{ sentence: '0', disposition: 'fine', revocations: [{ on: '2009-01-01', term: '0' }] }, 'disposition'],
		[{ sentence: '0', disposition: 'imprisonment' }, 'disposition'],
		[{ disposition: 'probation', supervision: { kind: 'none' } }, 'supervision/kind'],
		[{ supervision: { kind: 'none', endsOn: '2010-01-01' } }, 'supervision/endsOn'],
		[{ supervision: { kind: 'probation', endsOn: '2008-02-01' } }, 'supervision/endsOn'],
		[{ supervision: { kind: 'supervised-release', endsOn: '2009-05-31' } }, 'supervision/endsOn'],
	])('%j', (facts, key) => {
		expect(refusal(caseWith('2018', [prior(facts)]))).toMatchObject({ code: 'disagrees', path: `/priors/0/${key}` });
	});

	test('a fine has no term to be told', () => {
		const { sentence: _, releasedOn: __, ...fined } = prior({ disposition: 'fine' }) as Record<string, unknown>;
		expect(pointsOf(caseWith('2018', [fined]))).toBe(1);
	});
});

describe('recency, until November 2010 (§4A1.1(e); App. C, amends. 259, 742)', () => {
	const reasonOf = (document: unknown) => answer(document).criminalHistory?.recency?.reason;

	test('the status never stands against imprisonment during the offense', () => {
		for (const edition of ['1987', '1995', '2006', '2009']) {
			for (const said of [undefined, true]) {
				const document = caseWith(edition, [drug, burglary()], offense(said));
				expect(answer(document).criminalHistory).toMatchObject({ status: { points: 2 }, recency: { points: 1 } });
				expect(reasonOf(document)).toContain('imprisoned on prior burglary until July 1, 2008');
			}
		}
	});

	test('sentenced on the day on which the offense ended: in imprisonment during it only if under a sentence', () => {
		const last = burglary({ sentencedOn: '2007-01-15', convictedOn: '2007-01-15' });
		expect(answer(caseWith('2006', [last], offense(false))).criminalHistory).toMatchObject({
			status: { points: 0 },
			recency: { points: 0 },
		});
		expect(answer(caseWith('2006', [last], offense(true))).criminalHistory).toMatchObject({
			status: { points: 2 },
			recency: { points: 1 },
		});
	});

	const early = (facts: Record<string, unknown>) =>
		burglary({
			conductFrom: '1999-01-01',
			arrestedOn: '1999-01-01',
			sentencedOn: '2000-04-01',
			convictedOn: '2000-04-01',
			sentence: '1 year',
			...facts,
		});

	test('the release that decides is named: an earlier one, where the last came after the offense', () => {
		const document = caseWith(
			'2006',
			[
				early({
					releasedOn: '2009-01-01',
					earlierReleases: ['2003-02-01'],
					revocations: [{ on: '2008-06-01', term: '6 months' }],
				}),
			],
			offense(),
		);
		expect(answer(document).criminalHistory?.recency?.points).toBe(1);
		expect(reasonOf(document)).toBe('less than 2 years after release on prior burglary (February 1, 2003)');
	});

	test('revoked within the two years before the offense: imprisoned in them, whatever the release was', () => {
		const { releasedOn: _, ...unreleased } = early({ revocations: [{ on: '2003-01-01', term: '6 months' }] }) as Record<
			string,
			unknown
		>;
		expect(answer(caseWith('2006', [unreleased], offense(false))).criminalHistory).toMatchObject({
			status: { points: 0 },
			recency: { points: 2 },
		});
	});

	test('the end of the offense is asked for only where it can decide', () => {
		const { endedOn: _, ...begun } = offense(false).instantOffense;
		const released = (releasedOn: string, facts = {}) =>
			caseWith('2006', [early({ releasedOn, supervision: { kind: 'none' }, ...facts })], {
				...offense(),
				instantOffense: begun,
			});
		expect(answer(released('2001-04-01')).criminalHistory?.recency?.points).toBe(0);
		expect(answer(released('2002-05-01')).criminalHistory?.recency?.points).toBe(0);
		expect(answer(released('2002-05-02')).criminalHistory?.recency?.points).toBe(2);
	});
});

// §4A1.2(m): a sentence whose violation warrant was outstanding counts, "even if that sentence would have expired absent such warrant".
describe('supervision that had ended before the offense, and was revoked after it', () => {
	const code = 'revoked-after-supervision';
	const found = (underCriminalJusticeSentence?: boolean) => ({
		instantOffense: { ...during('2020-03-01', '2020-03-01', underCriminalJusticeSentence).instantOffense },
	});
	const probation = {
		id: 'probation',
		grade: 'felony',
		kinds: [],
		conductFrom: '2015-02-01',
		sentencedOn: '2016-01-01',
		sentence: '0',
		disposition: 'probation',
		supervision: { kind: 'probation', endsOn: '2019-01-01' },
		revocations: [{ on: '2020-05-01', term: '6 months' }],
	};
	const of = (said?: boolean, facts: object = {}, edition = '2018') => ({
		edition,
		baseOffenseLevel: 20,
		priors: [{ ...probation, ...facts }],
		...found(said),
	});

	test('a warrant or a wrong date: both ranges', () => {
		expect(pointsOf(of())).toBe(4);
		expect(messageOf(of(), code)).toMatch(/41 to 51 months.*37 to 46 months/);
	});

	test('a release from the imprisonment that followed does not say more', () => {
		expect(messageOf(of(undefined, { releasedOn: '2020-10-01' }), code)).toMatch(/41 to 51 months.*37 to 46 months/);
	});

	test('"yes" settles it, "no" does not', () => {
		expect([pointsOf(of(true)), codesOf(of(true))]).toEqual([4, expect.not.arrayContaining([code])]);
		expect(pointsOf(of(false))).toBe(2);
		expect(messageOf(of(false), 'status-against-dates')).toContain('41 to 51 months');
	});

	test('supervision that ran into the offense needs no warrant', () => {
		const document = of(undefined, { supervision: { kind: 'probation', endsOn: '2020-03-02' } });
		expect([pointsOf(document), codesOf(document)]).toEqual([4, expect.not.arrayContaining([code])]);
	});

	test('before November 1, 1991 (amendment 381) the Manual says nothing of a warrant', () => {
		const dates = {
			conductFrom: '1984-02-01',
			sentencedOn: '1985-01-01',
			supervision: { kind: 'probation', endsOn: '1989-01-01' },
			revocations: [{ on: '1990-05-01', term: '6 months' }],
		};
		const { instantOffense } = during('1990-03-01', '1990-03-01');
		const document = { ...of(undefined, dates, '1989'), instantOffense };
		expect(messageOf(document, code)).not.toContain('§4A1.2(m)');
		expect(messageOf(document, code)).toContain('App. C, amend. 381');
	});
});

// §4A1.1, comment. (n.4) (amendment 381): "a sentence to pay a fine, by itself, would not be included".
describe('a fine is no criminal justice sentence', () => {
	const fine = {
		id: 'fine',
		grade: 'felony',
		kinds: [],
		conductFrom: '2011-12-01',
		sentencedOn: '2012-06-01',
		sentence: '0',
		disposition: 'fine',
	};
	const of = (priors: readonly object[], said?: boolean) => ({
		edition: '2018',
		baseOffenseLevel: 20,
		priors,
		instantOffense: during('2020-03-01', '2020-03-01', said).instantOffense,
	});
	// Twelve years before the offense, so not countable (§4A1.2(e)(2)), whatever runs on.
	const old = {
		...fine,
		id: 'old',
		conductFrom: '2006-05-01',
		sentencedOn: '2007-05-01',
		disposition: 'probation',
		supervision: { kind: 'probation', endsOn: '2021-05-01' },
	};

	test.each([[[fine]], [[old, fine]]])('"yes" gives no points, and both ranges are named: %#', (priors) => {
		expect([pointsOf(of(priors, true)), answer(of(priors, true)).guidelineRange.minimumMonths]).toEqual([1, 33]);
		expect(messageOf(of(priors, true), 'status-of-fine')).toMatch(/33 to 41 months.*37 to 46 months/);
	});

	test.each([undefined, false])('no question, no points: %s', (said) => {
		expect(statusOf(of([fine], said))).toMatchObject({
			points: 0,
			reason: 'a fine by itself is not a criminal justice sentence',
		});
	});

	test('nor is it one that had ended', () => {
		const ended = {
			...old,
			id: 'ended',
			sentencedOn: '2013-05-01',
			supervision: { kind: 'probation', endsOn: '2018-05-01' },
		};
		const message = messageOf(of([fine, ended], true), 'status-after-sentence');
		expect(message).toContain('Prior ended');
		expect(message).not.toContain('fine');
	});
});
