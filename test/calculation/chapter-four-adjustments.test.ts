import { describe, expect, test } from 'vitest';
import { criteriaMet, noneInTheWay } from './criteria.ts';
import { answer, caseWith, codesOf, prior, refusal } from './rap-sheet.ts';

describe('§4B1.1 career offender', () => {
	const career = (edition: string, months: number | 'life', facts = {}) => ({
		edition,
		baseOffenseLevel: 8,
		criminalHistoryCategory: 'III',
		careerOffender: { offenseStatutoryMaximumMonths: months },
		...facts,
	});

	test.each([
		['1987-11-01', 'life', 37],
		['1987-11-01', 240, 34],
		['1987-11-01', 239, 26],
		['1987-11-01', 120, 26],
		['1987-11-01', 119, 19],
		['1987-11-01', 60, 19],
		['1987-11-01', 59, 12],
		['1988-01-15', 300, 34],
		['1988-01-15', 299, 32],
		['1988-01-15', 240, 32],
		['2025', 239, 29],
		['2025', 180, 29],
		['2025', 179, 24],
		['2025', 120, 24],
		['2025', 119, 17],
		['2025', 60, 17],
		['2025', 59, 12],
		['2025', 'life', 37],
	] as const)('%s, maximum %s: level %i, category VI', (edition, months, level) => {
		const { offenseLevel, criminalHistoryCategory } = answer(career(edition, months));
		expect([offenseLevel.total, criminalHistoryCategory]).toEqual([level, 'VI']);
	});

	test.each([
		['1988-01-15', 34],
		['1989', 32],
		['1992', 31],
		['2025', 31],
	])('acceptance in %s: level %i', (edition, level) => {
		expect(answer(career(edition, 480, { baseOffenseLevel: 28, acceptance: 'full' })).offenseLevel.total).toBe(level);
	});

	test('§4B1.1, comment. (n.3(E)): a maximum of 40 years, three levels for acceptance, 188–235 months', () => {
		expect(answer(career('2025', 480, { baseOffenseLevel: 26, acceptance: 3 })).tableRange).toMatchObject({
			minimumMonths: 188,
			maximumMonths: 235,
		});
	});

	test('only where greater; the category in every case', () => {
		const { offenseLevel, criminalHistoryCategory } = answer(career('2018', 240, { baseOffenseLevel: 38 }));
		expect([offenseLevel.total, criminalHistoryCategory]).toEqual([38, 'VI']);
	});

	test('two prior felonies, counted separately, where the case gives its priors', () => {
		const violent = (id: string, facts = {}) => prior({ id, kinds: ['crime-of-violence'], ...facts });
		const other = { sentencedOn: '2008-06-01', convictedOn: '2008-06-01' };
		const withPriors = (priors: unknown[]) => ({
			...caseWith('2018', priors),
			guideline: undefined,
			baseOffenseLevel: 8,
			careerOffender: { offenseStatutoryMaximumMonths: 240 },
		});
		expect(answer(withPriors([violent('a'), violent('b', other)])).offenseLevel.total).toBe(32);
		expect(answer(withPriors([violent('a'), violent('b')])).offenseLevel.total).toBe(8);
		expect(
			answer(withPriors([violent('a'), violent('b', { ...other, grade: 'misdemeanor' })])).offenseLevel.total,
		).toBe(8);
		expect(
			answer(withPriors([violent('a'), violent('b', { ...other, neverCounted: 'foreign' })])).offenseLevel.total,
		).toBe(8);
	});

	// §4B1.1(a)(2): the instant offense is a felony.
	test('a maximum of one year or less is no felony, and the answer says that the guideline does not apply', () => {
		const { offenseLevel, criminalHistoryCategory, steps } = answer(career('2018', 12));
		expect([offenseLevel.total, criminalHistoryCategory]).toEqual([8, 'III']);
		expect(steps.at(-1)).toMatchObject({ provision: '§4B1.1(b)', levels: 0 });
	});

	test('the maximum is asked for', () => {
		expect(
			refusal({ edition: '2018', baseOffenseLevel: 8, criminalHistoryCategory: 'III', careerOffender: {} }),
		).toMatchObject({
			code: 'facts-missing',
			path: '/careerOffender/offenseStatutoryMaximumMonths',
		});
	});

	test('whether §3F1.1 comes off the level is an open question since November 2025, and was none for §5K3.1', () => {
		const document = career('2025', 240, { acceptance: 2, fastTrackLevels: 2 });
		expect(answer(document).offenseLevel.total).toBe(30);
		expect(codesOf(document)).toContain('career-offender-early-disposition');
		expect(codesOf({ ...document, edition: '2018' })).not.toContain('career-offender-early-disposition');
		expect(answer({ ...document, edition: '2018' }).fastTrack.outcomes[1]?.offenseLevel).toBe(28);
	});
});

describe('§4C1.1 zero-point offenders', () => {
	const zero = (edition: string, answers: Record<string, boolean>, facts = {}) => ({
		edition,
		baseOffenseLevel: 20,
		criminalHistoryPoints: 0,
		zeroPointOffender: answers,
		...facts,
	});

	test('two levels since November 2023', () => {
		expect(answer(zero('2023', noneInTheWay)).offenseLevel.total).toBe(18);
		expect(answer(zero('2018', noneInTheWay)).offenseLevel.total).toBe(20);
	});

	test('it does not touch the level that the third level of §3E1.1(b) asks for', () => {
		expect(answer(zero('2024', noneInTheWay, { baseOffenseLevel: 16, acceptance: 3 })).offenseLevel.total).toBe(11);
	});

	test.each(Object.keys(noneInTheWay))('%s bars it', (criterion) => {
		expect(answer(zero('2024', { ...noneInTheWay, [criterion]: true })).offenseLevel.total).toBe(20);
	});

	test('every criterion must be answered, unless one of them bars', () => {
		const { sexOffense: _, ...unanswered } = noneInTheWay;
		expect(refusal(zero('2024', unanswered))).toMatchObject({
			code: 'facts-missing',
			path: '/zeroPointOffender/sexOffense',
		});
		expect(answer(zero('2024', { terrorism: true })).offenseLevel.total).toBe(20);
	});

	test('one point is no zero; category I alone does not say', () => {
		expect(answer(zero('2024', noneInTheWay, { criminalHistoryPoints: 1 })).offenseLevel.total).toBe(20);
		const { criminalHistoryPoints: _, ...document } = zero('2024', noneInTheWay);
		expect(refusal({ ...document, criminalHistoryCategory: 'I' })).toMatchObject({
			code: 'facts-missing',
			path: '/criminalHistoryPoints',
		});
		expect(answer({ ...document, criminalHistoryCategory: 'II' }).offenseLevel.total).toBe(20);
	});

	test('in 2023 the last two criteria stood together: one alone leaves a question', () => {
		const role = { ...noneInTheWay, aggravatingRole: true };
		expect(codesOf(zero('2023', role))).toContain('role-or-enterprise');
		expect(codesOf(zero('2024', role))).not.toContain('role-or-enterprise');
	});

	test('a case that may have it and does not raise it is told', () => {
		const { zeroPointOffender: _, ...silent } = zero('2024', noneInTheWay);
		expect(codesOf(silent)).toContain('zero-point-offender-not-raised');
		expect(codesOf({ ...silent, edition: '2018' })).not.toContain('zero-point-offender-not-raised');
		expect(codesOf({ ...silent, adjustments: [{ levels: -2, provision: '§4C1.1' }] })).not.toContain(
			'zero-point-offender-not-raised',
		);
	});

	// §4C1.1(a)(1): no criminal history points; the point may stand among the answers of the safety valve alone.
	test('nobody with a point is told', () => {
		const {
			zeroPointOffender: _,
			criminalHistoryPoints: __,
			...silent
		} = zero('2024', noneInTheWay) as Record<string, unknown>;
		const valve = {
			convictedOn: '2024-01-01',
			pointsFromOnePointOffenses: 0,
			...criteriaMet,
		};
		const codes = (criminalHistoryPoints: number) =>
			codesOf({
				...silent,
				criminalHistoryCategory: 'I',
				statutoryMinimumMonths: 60,
				safetyValve: { ...valve, criminalHistoryPoints, pointsFromOnePointOffenses: criminalHistoryPoints },
			});
		expect(codes(0)).toContain('zero-point-offender-not-raised');
		expect(codes(1)).not.toContain('zero-point-offender-not-raised');
	});
});

describe('8 U.S.C. § 1326 by the date of the offense', () => {
	const offense = (statute: string, endedOn: string, facts = {}) => ({
		edition: '2012',
		baseOffenseLevel: 24,
		criminalHistoryCategory: 'VI',
		instantOffense: { statute, endedOn },
		...facts,
	});

	test.each([
		['8 U.S.C. § 1326(a)', '2012-01-01', 24, 'E'],
		['8 U.S.C. § 1326(b)(1)', '1994-09-13', 120, 'C'],
		['8 U.S.C. § 1326(b)(2)', '1994-09-13', 240, 'C'],
		['8 U.S.C. § 1326(b)(1)', '1994-09-12', 60, 'D'],
		['8 U.S.C. § 1326(b)(2)', '1988-11-18', 180, 'C'],
		['8 USC 1326(b)(2)', '2024-01-01', 240, 'C'],
	])('%s on %s: %i months, class %s', (statute, on, months, letter) => {
		expect(answer(offense(statute, on)).statutes).toMatchObject([{ maximumMonths: months, offenseClass: letter }]);
	});

	test('the plea to § 1326(a) caps the range at two years', () => {
		expect(answer(offense('8 U.S.C. § 1326(a)', '2012-01-01')).guidelineRange).toEqual({
			minimumMonths: 24,
			maximumMonths: 24,
		});
	});

	test('what stood before the Code that was read says that it could not be verified', () => {
		expect(codesOf(offense('8 U.S.C. § 1326(b)(2)', '1990-01-01'))).toContain('statute-unverified');
		expect(codesOf(offense('8 U.S.C. § 1326(b)(2)', '2023-03-31'))).toContain('statute-unverified');
		expect(codesOf(offense('8 U.S.C. § 1326(b)(2)', '2023-04-01'))).not.toContain('statute-unverified');
	});

	test('before November 18, 1988 there was no subsection (b)', () => {
		expect(refusal(offense('8 U.S.C. § 1326(b)(2)', '1988-11-17'))).toMatchObject({ code: 'no-such-statute' });
	});

	test('a maximum given beside it must agree', () => {
		expect(refusal(offense('8 U.S.C. § 1326(a)', '2012-01-01', { statutoryMaximumMonths: 240 }))).toMatchObject({
			code: 'disagrees',
		});
	});
});

describe('§1B1.11 with facts: each edition draws its own points and levels', () => {
	const facts = (sentencingDate: string, offenseDate: string) => {
		const { edition: _, ...document } = caseWith('', [prior({ kinds: ['drug-trafficking'], sentence: '12 months' })], {
			instantOffense: { commencedOn: '2010-06-15', endedOn: offenseDate, underCriminalJusticeSentence: false },
		});
		return { ...document, sentencingDate, offenseDate };
	};

	test('the later is used where it is lower', () => {
		const { edition, editionChoice, offenseLevel } = answer(facts('2017-03-01', '2016-05-01'));
		expect([edition.effectiveDate, offenseLevel.total]).toEqual(['2016-11-01', 12]);
		expect(editionChoice?.considered.map((each) => each.offenseLevel)).toEqual([20, 12]);
	});

	test('the earlier, whole, where the later is higher: another felony of 1996 is an aggravated felony of 1997', () => {
		const dates = {
			conductFrom: '1989-01-01',
			arrestedOn: '1989-01-02',
			convictedOn: '1990-03-01',
			sentencedOn: '1990-03-01',
			releasedOn: '1991-06-01',
		};
		const { edition, offenseLevel, editionChoice } = answer({
			guideline: '2L1.2',
			sentencingDate: '1998-03-01',
			offenseDate: '1996-05-01',
			removalOrders: ['1992-01-10'],
			removals: ['1992-02-01'],
			instantOffense: { commencedOn: '1996-05-01', endedOn: '1996-05-01', underCriminalJusticeSentence: false },
			priors: [prior({ kinds: ['aggravated-felony'], ...dates })],
		});
		expect([edition.effectiveDate, offenseLevel.total]).toEqual(['1995-11-01', 12]);
		expect(editionChoice).toMatchObject({
			provision: '§1B1.11(b)(1)',
			considered: [{ offenseLevel: 12 }, { offenseLevel: 24 }],
		});
	});

	test('an edition of the middle of a year: the offense of September 1, 2016 has that of August 1', () => {
		expect(answer(facts('2017-03-01', '2016-09-01')).editionChoice?.considered[0]?.effectiveDate).toBe('2016-08-01');
	});

	test('the end of the offense is its date (§1B1.11, comment. (n.2))', () => {
		const { offenseDate: _, ...document } = facts('2017-03-01', '2016-05-01');
		expect(answer(document).editionChoice).toEqual(answer(facts('2017-03-01', '2016-05-01')).editionChoice);
	});
});
