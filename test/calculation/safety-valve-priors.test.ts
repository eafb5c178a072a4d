import { describe, expect, test } from 'vitest';
import { answer, refusal } from './rap-sheet.ts';

// 18 U.S.C. § 3553(f)(1): the defendant does not have "(A) more than 4 criminal history points, excluding any criminal
// history points resulting from a 1-point offense", "(B) a prior 3-point offense", "and (C) a prior 2-point violent offense";
// any one bars (Pulsifer v. United States, 601 U.S. 124 (2024)). §4A1.1(a) to (c): more than 13 months 3 points, at least
// 60 days 2, other sentences 1. 21 U.S.C. § 841(b)(1)(B): at least 60 months.

const prior = (id: string, sentence: string, facts: object = {}) => ({
	id,
	grade: 'felony',
	kinds: [],
	conductFrom: '2015-01-01',
	arrestedOn: '2015-01-01',
	sentencedOn: '2015-01-01',
	sentence,
	...facts,
});

const later = { commencedOn: '2019-04-01', endedOn: '2019-04-01', underCriminalJusticeSentence: false };

const drugCase = (baseOffenseLevel: number, priors: readonly unknown[], facts: object = {}) => ({
	edition: '2018',
	offenseDate: '2019-04-01',
	baseOffenseLevel,
	statutes: ['21:841(b)(1)(B)'],
	instantOffense: later,
	priors,
	...facts,
});

const valve = (change: object = {}) => ({
	safetyValve: {
		convictedOn: '2019-06-01',
		violenceOrWeapon: false,
		deathOrSeriousInjury: false,
		leaderOrContinuingEnterprise: false,
		truthfulDisclosure: true,
		pointsFromOnePointOffenses: 0,
		threePointOffense: false,
		twoPointViolentOffense: false,
		...change,
	},
});

const stated = { statutoryMinimumRelief: 'safety-valve' };
const underSentence = { instantOffense: { ...later, underCriminalJusticeSentence: true } };

const messagesOf = (document: unknown, code = 'safety-valve-priors'): string[] =>
	answer(document)
		.warnings.filter((warning) => warning.code === code)
		.map(({ message }) => message);

const separate = (sentence: string, ...years: number[]) =>
	years.map((year) => {
		const day = `${year}-03-01`;
		return prior(`of${year}`, sentence, { conductFrom: day, arrestedOn: day, sentencedOn: day });
	});

describe('answers on criminal history that the priors contradict are refused', () => {
	const fourteen = [prior('a', '14 months')];
	const ninety = [prior('a', '90 days')];
	const thirty = [prior('a', '30 days')];

	test.each([
		['a 3-point offense denied', fourteen, {}, 'threePointOffense', 'prior a, which has 3 points under §4A1.1(a)'],
		['one claimed of 2 points', ninety, { threePointOffense: true }, 'threePointOffense', 'none of them has 3 points'],
		[
			'2 points claimed of 3',
			fourteen,
			{ threePointOffense: true, twoPointViolentOffense: true },
			'twoPointViolentOffense',
			'none of them has 2 points',
		],
		[
			'2 points claimed of 1',
			thirty,
			{ pointsFromOnePointOffenses: 1, twoPointViolentOffense: true },
			'twoPointViolentOffense',
			'none of them has 2 points',
		],
		[
			'1-point offenses claimed of 2 points each',
			separate('90 days', 2013, 2014, 2015),
			{ pointsFromOnePointOffenses: 2 },
			'pointsFromOnePointOffenses',
			'2 contradicts the priors: their points from 1-point offenses are 0',
		],
		[
			'a 1-point offense denied',
			thirty,
			{},
			'pointsFromOnePointOffenses',
			'0 contradicts the priors: their points from 1-point offenses are 1',
		],
	] as const)('%s', (_, priors, change, key, words) => {
		for (const edition of ['2018', '2023']) {
			const refused = refusal(drugCase(20, priors, { edition, ...valve(change) }));
			expect(refused).toMatchObject({ code: 'disagrees', path: `/safetyValve/${key}` });
			expect(refused.message).toContain(words);
			expect(refused.message).toContain('Correct one of them');
		}
	});

	// Level 20, category II: 37 to 46; the minimum of 60 months is above it (§5G1.1(b)).
	test('answers that fit stand: a 3-point offense bars', () => {
		const { relief, guidelineRange } = answer(drugCase(20, fourteen, valve({ threePointOffense: true })));
		expect(relief?.granted).toBe(false);
		expect(guidelineRange).toEqual({ minimumMonths: 60, maximumMonths: 60 });
	});

	// Level 22, category III: 51 to 63; six points of 2-point offenses are more than 4.
	test('answers that fit stand: six points bar, of 2-point offenses', () => {
		const document = drugCase(22, separate('90 days', 2013, 2014, 2015), valve());
		expect(answer(document).relief?.granted).toBe(false);
		expect(answer(document).guidelineRange).toEqual({ minimumMonths: 60, maximumMonths: 63 });
	});

	test('answers that fit stand: 4 points of 1-point offenses and 2 others', () => {
		const priors = [...separate('30 days', 2011, 2012, 2013, 2014), ...separate('90 days', 2015)];
		const document = drugCase(22, priors, valve({ pointsFromOnePointOffenses: 4 }));
		expect(answer(document).relief?.granted).toBe(true);
		expect(messagesOf(document)).toEqual([]);
	});

	// §4A1.2(e)(3): a sentence outside the periods is not counted; whether its offense is a "3-point" one is the user's answer.
	test('an answer on a sentence that is too old stands either way', () => {
		const old = {
			conductFrom: '1990-01-01',
			arrestedOn: '1990-01-01',
			sentencedOn: '1990-01-01',
			releasedOn: '1991-03-01',
		};
		for (const threePointOffense of [true, false]) {
			const document = drugCase(20, [prior('a', '14 months', old)], valve({ threePointOffense }));
			expect(answer(document).relief?.granted).toBe(!threePointOffense);
		}
	});

	// §4A1.2(k)(2) does not say whether a term on revocation after the offense began reaches an older sentence: 3 points or 0.
	// A term that is revoked after the offense was still running when it was committed (§4A1.1, comment. (n.4)).
	test('a revocation after the offense speaks against "not under a sentence"', () => {
		const revoked = { on: '2019-05-01', term: '2 months' };
		const dates = { conductFrom: '2000-01-01', arrestedOn: '2000-01-01', sentencedOn: '2000-01-01' };
		const priors = [prior('a', '14 months', { ...dates, releasedOn: '2001-03-01', revocations: [revoked] })];
		expect(() => answer(drugCase(20, priors, valve()))).toThrow(expect.objectContaining({ code: 'disagrees' }));
	});

	// §4A1.2(a)(2): consecutive sentences of a single one are added; neither offense has 3 points alone.
	test('two sentences in a row that make 3 points together: either answer stands, and it is warned of', () => {
		const priors = [prior('a', '10 months'), prior('b', '10 months', { consecutiveTo: ['a'] })];
		const document = drugCase(20, priors, valve());
		expect(answer(document).criminalHistory?.points).toBe(3);
		expect(answer(document).relief?.granted).toBe(true);
		expect(messagesOf(document)).toHaveLength(1);
		expect(answer(drugCase(20, priors, valve({ threePointOffense: true }))).relief?.granted).toBe(false);
	});

	// 1 and twice 2 points, and 2 for status (§4A1.1(d)): 7, less the 1-point offense 6, less its status points as well 4.
	test('points for status are not those of a 1-point offense, unless it is so argued', () => {
		const priors = [...separate('30 days', 2014), ...separate('90 days', 2013, 2015)];
		const document = (ofOne: number) =>
			drugCase(22, priors, { ...underSentence, ...valve({ pointsFromOnePointOffenses: ofOne }) });
		expect(answer(document(1)).criminalHistory?.points).toBe(7);
		expect(answer(document(1)).relief?.granted).toBe(false);
		expect(answer(document(3)).relief?.granted).toBe(true);
		// Level 22, category IV: 63 to 78 either way.
		expect(messagesOf(document(3))).toHaveLength(1);
		expect(messagesOf(document(3))[0]).toContain('6 points remain, 18 U.S.C. § 3553(f)(1) allows 4');
		expect(refusal(document(4)).path).toBe('/safetyValve/pointsFromOnePointOffenses');
	});
});

// § 3553(g): a "violent offense" is a crime of violence of 18 U.S.C. § 16, which is not that of §4B1.2.
describe('a prior 2-point crime of violence', () => {
	const violent = [prior('a', '90 days', { kinds: ['crime-of-violence'] })];

	// Level 24, category II: 57 to 71, and 60 to 71 under the minimum.
	test.each([
		['answered', valve()],
		['stated', stated],
	])('relief %s: both ranges', (_, relief) => {
		const document = drugCase(24, violent, relief);
		expect(answer(document).guidelineRange).toEqual({ minimumMonths: 57, maximumMonths: 71 });
		const [message, ...others] = messagesOf(document);
		expect(others).toEqual([]);
		expect(message).toContain('prior a a crime of violence with 2 points');
		expect(message).toContain('18 U.S.C. § 16');
		expect(message).toMatch(/If one is such an offense, .*60 to 71 months; if none, as shown: 57 to 71 months/);
	});

	test('no word where it has other points, another kind, or bars by the answer', () => {
		const answered = drugCase(24, violent, valve({ twoPointViolentOffense: true }));
		expect(answer(answered).guidelineRange).toEqual({ minimumMonths: 60, maximumMonths: 71 });
		expect(messagesOf(answered)).toEqual([]);
		const short = [prior('a', '30 days', { kinds: ['crime-of-violence'] })];
		expect(messagesOf(drugCase(24, short, valve({ pointsFromOnePointOffenses: 1 })))).toEqual([]);
		expect(messagesOf(drugCase(24, [prior('a', '90 days', { kinds: ['money-laundering'] })], valve()))).toEqual([]);
	});
});

describe('relief that is stated beside priors that bar it', () => {
	const fourteen = [prior('a', '14 months')];

	test('a 3-point offense: the range of the minimum is named', () => {
		for (const edition of ['2018', '2024']) {
			const document = drugCase(20, fourteen, { edition, ...stated });
			expect(answer(document).guidelineRange).toEqual({ minimumMonths: 37, maximumMonths: 46 });
			expect(messagesOf(document)).toHaveLength(1);
			expect(messagesOf(document)[0]).toMatch(
				/prior a has 3 points under §4A1\.1\(a\), .*18 U\.S\.C\. § 3553\(f\)\(1\).*the range is 60 months, not 37 to 46 months/,
			);
		}
	});

	test('more than 4 points, none of a 1-point offense', () => {
		const document = drugCase(22, separate('90 days', 2013, 2014, 2015), stated);
		const [message] = messagesOf(document, 'safety-valve-points');
		expect(message).toContain('of 6 criminal history points, 0 come from 1-point offenses');
		expect(message).toContain('That leaves 6, and 18 U.S.C. § 3553(f)(1) allows 4');
		expect(message).toContain('the range is 60 to 63 months');
	});

	test('4 points or fewer beside those of 1-point offenses bar nothing', () => {
		const priors = [...separate('30 days', 2011, 2012, 2013, 2014), ...separate('90 days', 2015)];
		const document = drugCase(22, priors, stated);
		expect([...messagesOf(document), ...messagesOf(document, 'safety-valve-points')]).toEqual([]);
	});

	// The statute before Pub. L. 115-391 § 402 asked for not more than 1 point, and for nothing by offense.
	test('a sentence before December 21, 2018: the criterion of that day alone', () => {
		const commenced = { commencedOn: '2017-04-01', endedOn: '2017-04-01', underCriminalJusticeSentence: false };
		const early = {
			offenseDate: '2017-04-01',
			instantOffense: commenced,
			edition: undefined,
			sentencingDate: '2018-12-20',
		};
		const document = drugCase(20, fourteen, { ...early, ...stated });
		expect(refusal(document)).toMatchObject({ code: 'disagrees', path: '/statutoryMinimumRelief' });
		const after = drugCase(20, fourteen, { ...early, sentencingDate: '2018-12-21', ...stated });
		expect(messagesOf(after)).toHaveLength(1);
	});
});
