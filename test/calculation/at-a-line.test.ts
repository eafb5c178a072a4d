import { describe, expect, test } from 'vitest';
import { calculate } from '../../src/index.ts';

/** Where a rule draws a line: what holds at it, and one month or level to either side. */
const case2018 = { edition: '2018', baseOffenseLevel: 20, criminalHistoryCategory: 'I' } as const;

describe('a statutory minimum of supervised release (§5D1.2(c): not less than any statutorily required term)', () => {
	const classA = { id: 'other', label: '18 U.S.C. § 9999', minimumMonths: 0, maximumMonths: 'life', offenseClass: 'A' };
	const releaseWith = (more: object) =>
		calculate({ ...case2018, statutes: [classA], ...more } as Parameters<typeof calculate>[0]).supervisedRelease;

	// §5D1.2(a)(1): two to five years for a Class A felony.
	test.each([
		[23, 24, 60, '§5D1.2(a)(1)'],
		[24, 24, 60, '§5D1.2(a)(1)'],
		[25, 25, 60, '§5D1.2(a)(1), §5D1.2(c)'],
		[60, 60, 60, '§5D1.2(a)(1), §5D1.2(c)'],
		[61, 61, 61, '§5D1.2(a)(1), §5D1.2(c)'],
	])('of %i months: %i to %i, by %s', (required, minimumMonths, maximumMonths, provision) => {
		expect(releaseWith({ supervisedReleaseMinimumMonths: required })?.term).toEqual({
			minimumMonths,
			maximumMonths,
			provision,
		});
	});

	test('substantial assistance goes below the term that a statute requires, and there is none to go below without one', () => {
		const assisted = { statutoryMinimumMonths: 120, statutoryMinimumRelief: 'substantial-assistance' };
		expect(releaseWith({ ...assisted, supervisedReleaseMinimumMonths: 60 })?.mayGoBelow).toEqual({
			minimumMonths: 60,
			provision: '18 U.S.C. § 3553(e)',
		});
		expect(releaseWith(assisted)).not.toHaveProperty('mayGoBelow');
	});
});

test('each Group, the highest too, is shown with its Units (§3D1.4: 1 to 4 levels lower is one Unit, 5 to 8 half, 9 none)', () => {
	const lower = [4, 5, 8, 9].map((less) => ({ offenseLevel: 20 - less }));
	const { steps } = calculate({ ...case2018, otherGroups: lower });
	const units = steps.flatMap(
		({ description }) => /adjusted offense level (\d+), (.*) Units?$/.exec(description) ?? [],
	);
	expect(units.filter((_, at) => at % 3 > 0)).toEqual(['20', '1', '16', '1', '15', '1/2', '12', '1/2', '11', '0']);
	// Three Units: three levels.
	expect(steps.at(-1)).toMatchObject({ provision: '§3D1.4', levels: 3, offenseLevel: 23 });
});

test('answers for §4C1.1 that an amended range needs add no step under a Manual before November 1, 2023', () => {
	const answers = { edition: '2022', zeroPointOffender: {} } as const;
	const named = (more: object) =>
		calculate({ ...case2018, ...answers, ...more }).steps.some(({ provision }) => provision === '§4C1.1');
	expect(named({})).toBe(true);
	const reduction = { amendment: '782', orderDate: '2024-03-01', baseOffenseLevel: 18 };
	expect(named({ reduction, sentenceImposedMonths: 33, sentencingDate: '2013-01-01', edition: '2012' })).toBe(false);
});

// §5D1.2(a) of 2025: "Except as otherwise provided by statute, the maximum term"; 18 U.S.C. § 3583(b)(1): five years.
test.each([
	[0, undefined],
	[36, '§5D1.2(a)'],
])(
	'of 2025, with a term of %i months required: what more a statute may allow is named by %s',
	(required, provision) => {
		const more = { edition: '2025', offenseClass: 'B', supervisedReleaseMinimumMonths: required } as const;
		const { supervisedRelease } = calculate({ ...case2018, ...more });
		expect(supervisedRelease?.term.maximumMonths).toBe(60);
		expect(supervisedRelease?.statuteMayAllowMore).toBe(provision);
	},
);

// Level 20: $15,000 to $150,000 (§5E1.2(c)(3)), and $7,500 to $75,000 in the table of 2014, which §5E1.2(h)(1) keeps.
test.each([
	['2015-10-31', 7500, 75_000],
	['2015-11-01', 15_000, 150_000],
])(
	'an offense of %s takes the fine of its day (§5E1.2(h)(1): committed prior to November 1, 2015)',
	(offenseDate, ...fine) => {
		const found = calculate({ ...case2018, offenseDate }).fine;
		expect([found.minimumDollars, found.maximumDollars]).toEqual(fine);
	},
);

test.each([
	[12, 'may', '§5D1.1(b)'],
	[13, 'shall', '§5D1.1(a)(2)'],
])(
	'supervised release after %i months: %s (§5D1.1(a)(2): imprisonment of more than one year)',
	(months, order, provision) => {
		const facts = { deportable: false, offenseClass: 'C', statutoryMaximumMonths: 120 } as const;
		const { supervisedRelease } = calculate({
			...case2018,
			...facts,
			baseOffenseLevel: 13,
			sentenceImposedMonths: months,
		});
		expect(supervisedRelease).toMatchObject({ order, provision });
	},
);

// Level 13, category I: 12 to 18 months, Zone C, of whose minimum one-half may be served in confinement of another kind (§5C1.1(d)(2)).
test.each([
	[6, { authorized: true, imprisonment: { months: 6 }, confinement: { months: 6 } }],
	[11, { authorized: true, imprisonment: { months: 11 }, confinement: { months: 1 } }],
	[12, { authorized: false }],
])(
	'a statutory minimum of %i months leaves of a split sentence what exceeds it',
	(statutoryMinimumMonths, splitSentence) => {
		const { sentencingOptions } = calculate({ ...case2018, baseOffenseLevel: 13, statutoryMinimumMonths });
		expect(sentencingOptions.splitSentence).toMatchObject(splitSentence);
	},
);

// Twenty years: Class C, below the 25 of Class B. The line of the days before is not verified, and the answer says so.
test('from November 18, 1988, a maximum of twenty years makes a Class C felony (18 U.S.C. § 3559(a)(2), (3))', () => {
	const classOn = (offenseDate: string) =>
		calculate({ ...case2018, edition: '1989', offenseDate, statutoryMaximumMonths: 240 });
	expect(classOn('1988-11-18').supervisedRelease).toMatchObject({
		offenseClass: 'C',
		classProvision: '18 U.S.C. § 3559(a)(3)',
	});
	expect(classOn('1988-11-17').warnings.map(({ code }) => code)).toContain('statute-unverified');
});

describe('imprisonment during any part of the fifteen years before the offense (§4A1.2(e)(1), (k)(2))', () => {
	const scoreOf = (revokedOn: string, released: object = {}) =>
		calculate({
			edition: '2014',
			baseOffenseLevel: 8,
			priors: [
				{
					id: 'old',
					grade: 'felony',
					conductFrom: '1990-01-01',
					sentencedOn: '1990-06-01',
					sentence: '14 months',
					revocations: [{ on: revokedOn, term: '6 months' }],
					...released,
				},
			],
			instantOffense: { commencedOn: '2015-06-01', endedOn: '2015-06-02', underCriminalJusticeSentence: false },
		} as Parameters<typeof calculate>[0]).criminalHistory?.points;

	test('a revocation on the first of those days, or later, settles it: the release is not asked for', () => {
		expect(['2000-06-01', '2000-06-02'].map((day) => scoreOf(day))).toEqual([3, 3]);
		expect(() => scoreOf('2000-05-31')).toThrow(expect.objectContaining({ path: '/priors/0/releasedOn' }));
	});

	test('of an earlier one the release decides, on the first of those days too', () => {
		expect(scoreOf('1999-12-01', { releasedOn: '2000-06-01' })).toBe(3);
		expect(scoreOf('1999-12-01', { releasedOn: '2000-05-31' })).toBe(0);
	});
});

/** A sentence of probation, revoked together with another for 45 days (§4A1.2, comment. (n.11), the example). */
const probation = (id: string, sentence: string, day: string) => ({
	id,
	grade: 'misdemeanor',
	kinds: [],
	...{ conductFrom: day, arrestedOn: day, sentencedOn: day, releasedOn: '2015-06-15' },
	sentence,
	disposition: 'probation',
	revocations: [{ on: '2015-05-01', term: '45 days' }],
});

test('one revocation of two sentences is added where it adds most, whichever came first: 15 and 45 days score two points', () => {
	const days = ['2013-01-01', '2014-01-01'] as const;
	const pointsOf = (first: string, second: string) => {
		const priors = [probation(first, first, days[0]), probation(second, second, days[1])];
		const instantOffense = { commencedOn: '2018-06-01', endedOn: '2018-06-02', underCriminalJusticeSentence: false };
		const document = { edition: '2018', baseOffenseLevel: 8, priors, instantOffense };
		return calculate(document as Parameters<typeof calculate>[0]).criminalHistory?.priors.map(({ points }) => points);
	};
	expect(pointsOf('0', '15 days')).toEqual([1, 2]);
	expect(pointsOf('15 days', '0')).toEqual([2, 1]);
});

test('whether a count is of the same harm is asked where it makes Units, and not of one nine levels lower (§3D1.4(c))', () => {
	const beside = (baseOffenseLevel: number) =>
		calculate({ ...case2018, baseOffenseLevel, otherGroups: [{ guideline: '2L2.2', offense: {} }] });
	expect(() => beside(10)).toThrow(expect.objectContaining({ code: 'facts-missing', path: '/otherGroups/0/sameHarm' }));
	expect(() => beside(16)).toThrow(expect.objectContaining({ code: 'facts-missing' }));
	expect(beside(17).offenseLevel.total).toBe(17);
});
