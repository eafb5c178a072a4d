import { describe, expect, test } from 'vitest';
import { calculate, parseCase } from '../../src/index.ts';

const career = { baseOffenseLevel: 20, acceptance: 3, criminalHistoryCategory: 'VI' };
const withMaximum = (maximum: number | 'life', document: object) => ({
	...career,
	careerOffender: { offenseStatutoryMaximumMonths: maximum },
	...document,
});
const answer = (document: object) => calculate(parseCase(document));
const disagrees = (path: string) => expect.objectContaining({ code: 'disagrees', path });
const ofMaximum = disagrees('/careerOffender/offenseStatutoryMaximumMonths');

/** §4B1.1, comment. (n.2): the maximum of the offense of conviction; of several, that of the count that has the greatest. */
describe('the offense statutory maximum is that of a count of conviction', () => {
	const drugs = (circumstance?: string) => ({
		statutes: [circumstance ? { id: '21:841(b)(1)(C)', circumstance } : '21:841(b)(1)(C)'],
	});
	const in2018 = { edition: '2018', offenseDate: '2019-02-01' };

	test('20 years under § 841(b)(1)(C): level 32 less 3, 151-188; life is refused', () => {
		const { guidelineRange } = answer(withMaximum(240, { ...in2018, ...drugs() }));
		expect(guidelineRange).toEqual({ minimumMonths: 151, maximumMonths: 188 });
		expect(() => answer(withMaximum('life', { ...in2018, ...drugs() }))).toThrow(ofMaximum);
	});

	// App. C, amend. 567, from November 1, 1997: with the increases for a prior record.
	test('30 years with one prior, since November 1997: level 34 less 3, 188-235; 20 years are refused', () => {
		const in1998 = { edition: '1998', offenseDate: '1998-12-01', ...drugs('one-prior') };
		const { guidelineRange } = answer(withMaximum(360, in1998));
		expect(guidelineRange).toEqual({ minimumMonths: 188, maximumMonths: 235 });
		expect(() => answer(withMaximum(240, in1998))).toThrow(ofMaximum);
	});

	// App. C, amend. 506: without them, November 1994 to October 1997. Before it the note did not say.
	test.each(['1990', '1996'])('in %s either may be meant, and no other', (edition) => {
		const given = { edition, offenseDate: `${edition}-11-15`, acceptance: 2, ...drugs('one-prior') };
		expect(() => answer(withMaximum(240, given))).not.toThrow();
		expect(() => answer(withMaximum(360, given))).not.toThrow();
		expect(() => answer(withMaximum(480, given))).toThrow(ofMaximum);
	});

	// App. C, amend. 267, from November 1, 1989: the count that authorizes the greatest maximum; 2025 Manual, §4B1.1 n.2.
	test.each([
		[['21:841(b)(1)(A)', '21:841(b)(1)(C)'], 'life', 240, { minimumMonths: 262, maximumMonths: 327 }],
		[['21:841(b)(1)(B)', '21:841(b)(1)(C)'], 480, 240, { minimumMonths: 188, maximumMonths: 235 }],
		[['21:960(b)(3)', '21:841(b)(1)(D)'], 240, 60, { minimumMonths: 151, maximumMonths: 188 }],
	] as const)('of the drug counts %j the greatest: %s, and not %s', (statutes, greatest, lesser, range) => {
		expect(answer(withMaximum(greatest, { ...in2018, statutes })).guidelineRange).toEqual(range);
		expect(() => answer(withMaximum(lesser, { ...in2018, statutes }))).toThrow(ofMaximum);
	});

	test('without the increases for a prior record, November 1989 to October 1997, where they are not taken in', () => {
		const in1996 = { edition: '1996', offenseDate: '1996-12-01' };
		const statutes = ['21:841(b)(1)(C)', { id: '21:841(b)(1)(D)', circumstance: 'one-prior' }];
		expect(() => answer(withMaximum(240, { ...in1996, statutes }))).not.toThrow();
		expect(() => answer(withMaximum(120, { ...in1996, statutes }))).toThrow(ofMaximum);
	});

	test('before November 1989 no note said which of several counts decides', () => {
		const given = { edition: '1988', offenseDate: '1988-11-01', statutes: ['21:841(b)(1)(C)', '21:841(b)(1)(B)'] };
		expect(() => answer(withMaximum(240, { ...given, acceptance: 2 }))).not.toThrow();
	});

	test('not that of § 924(c), which has ranges of its own (§4B1.1(c))', () => {
		const counts = { ...in2018, statutes: ['21:841(b)(1)(C)', '21:841(b)(1)(B)', '18:924(c)(1)(A)(i)'] };
		expect(() => answer(withMaximum(480, counts))).not.toThrow();
		expect(() => answer(withMaximum('life', counts))).toThrow(ofMaximum);
		expect(() => answer(withMaximum(480, { ...in2018, statutes: ['18:924(c)(1)(A)(i)'] }))).not.toThrow();
	});
});

/** §4B1.1, comment. (n.2): it is the maximum of one count, and the statutory maximum of the case is that of all counts. */
describe('where no statute is named, it is not above the statutory maximum', () => {
	test.each([
		[240, 120],
		['life', 480],
	] as const)('%s is refused beside %s', (maximum, statutoryMaximumMonths) => {
		expect(() => answer(withMaximum(maximum, { edition: '2018', statutoryMaximumMonths }))).toThrow(ofMaximum);
	});
	test.each([240, 480, 'life'] as const)('240 stands beside %s', (statutoryMaximumMonths) => {
		expect(() => answer(withMaximum(240, { edition: '2018', statutoryMaximumMonths }))).not.toThrow();
	});
});

/** §4B1.2(c): two prior felony sentences counted under §4A1.1(a), (b) or (c), so one point each at the least. */
describe('a career offender has two sentences that are counted', () => {
	const points = (document: object) =>
		withMaximum(240, { edition: '2018', criminalHistoryCategory: undefined, ...document });
	test.each([{ criminalHistoryPoints: 0 }, { criminalHistoryPoints: 1 }, { criminalHistoryCategory: 'I' }])(
		'not with %o',
		(document) => {
			expect(() => answer(points(document))).toThrow(disagrees('/careerOffender'));
		},
	);
	test.each([{ criminalHistoryPoints: 2 }, { criminalHistoryCategory: 2 }])('with %o', (document) => {
		expect(answer(points(document)).guidelineRange).toEqual({ minimumMonths: 151, maximumMonths: 188 });
	});
});

/** §4B1.1(a)(2), §4B1.2(a), (b): the instant offense is a crime of violence or a controlled substance offense. */
describe('reentry is no offense of a career offender', () => {
	const given = (statutes: string[]) => withMaximum(240, { edition: '2018', offenseDate: '2018-12-01', statutes });
	test('alone it is refused, beside another count not', () => {
		expect(() => answer(given(['8:1326(b)(2)']))).toThrow(disagrees('/careerOffender'));
		expect(() => answer(given(['8:1326(b)(2)', '21:841(b)(1)(C)']))).not.toThrow();
	});
});

/** App. C, amend. 567: United States v. LaBonte, 520 U.S. 751 (1997), held the note of amendment 506 invalid. */
describe('the maximum without the increases for a prior record', () => {
	const message = (maximum: number, edition: string) => {
		const offenseDate = `${edition}-12-01`;
		const statutes = [{ id: '21:841(b)(1)(C)', circumstance: 'one-prior' }];
		const { warnings } = answer(withMaximum(maximum, { edition, offenseDate, acceptance: 2, statutes }));
		return warnings.find(({ code }) => code === 'career-offender-maximum')?.message;
	};
	// 30 years in place of 20: level 34 less 2 in place of 32 less 2; category VI, 210-262.
	test('names the range with them, November 1994 to October 1997', () => {
		expect(message(240, '1996')).toContain(
			'With the enhancement, the maximum is 360 months: level 32, category VI, 210 to 262 months',
		);
		expect(message(240, '1996')).toContain('United States v. LaBonte, 520 U.S. 751 (1997)');
		expect(message(360, '1993')).toBeUndefined();
		expect(message(240, '1993')).toBeUndefined();
	});

	// 30 years with the increase: level 34 less 2; by the note 20 years, level 32 less 2: level 30 in category VI is 168-210.
	test('is named where the maximum given takes the increase in, and so is the range by the note', () => {
		expect(message(360, '1996')).toContain(
			'Under the note, the maximum is 240 months: level 30, category VI, 168 to 210 months',
		);
		expect(message(360, '1996')).toContain('United States v. LaBonte, 520 U.S. 751 (1997)');
	});

	// § 841(b)(1)(B): 40 years, with one prior life. Level 37 less 3 is 262-327; by the note 34 less 3, 188-235.
	test('the step says whether the increase is taken in', () => {
		const statutes = [{ id: '21:841(b)(1)(B)', circumstance: 'one-prior' }];
		const of = (maximum: number | 'life') =>
			answer(withMaximum(maximum, { edition: '1995', offenseDate: '1995-12-01', statutes }));
		const words = (maximum: number | 'life') => of(maximum).steps.find(({ provision }) => provision === '§4B1.1');
		expect(words('life')?.description).toContain(
			'level 37 for a maximum, with the increase for a prior record, of life',
		);
		expect(of('life').guidelineRange).toEqual({ minimumMonths: 262, maximumMonths: 327 });
		expect(of('life').warnings).toContainEqual(
			expect.objectContaining({ message: expect.stringContaining('level 31, category VI, 188 to 235 months') }),
		);
		expect(words(480)?.description).toContain('without increases for a prior record');
	});

	// Death makes § 841(b)(1)(C) life without any prior record: 20 years are not its maximum.
	test('what death adds is no increase for a prior record', () => {
		const statutes = [{ id: '21:841(b)(1)(C)', circumstance: 'death' }];
		const given = { edition: '1996', offenseDate: '1996-12-01', statutes };
		expect(() => answer(withMaximum(240, given))).toThrow(ofMaximum);
	});
});

/**
 * §4B1.2, comment. (n.2), by App. C, amend. 433: from November 1, 1991, unlawful possession of a firearm by a felon is no crime
 * of violence; by amend. 674, from November 1, 2004, save of a firearm described in 26 U.S.C. § 5845(a).
 */
describe('a maximum of felon in possession alone', () => {
	const messageOf = (maximum: number | 'life', edition: string, statutes: string[]) =>
		answer(withMaximum(maximum, { edition, offenseDate: `${edition}-12-01`, acceptance: 2, statutes })).warnings.find(
			({ code }) => code === 'career-offender-possession',
		)?.message;

	test.each([
		[120, '2018', ['18:922(g)']],
		['life', '2018', ['18:924(e)(1)']],
		[120, '2018', ['18:922(g)', '21:841(b)(1)(D)']],
		[120, '1991', ['18:922(g)']],
	] as const)('%s in %s, of %j, is warned of', (maximum, edition, statutes) => {
		expect(messageOf(maximum, edition, [...statutes])).toContain('NOT A CRIME OF VIOLENCE');
	});

	test.each([
		[240, '2018', ['18:922(g)', '21:841(b)(1)(C)']],
		[120, '1990', ['18:922(g)']],
	] as const)('%s in %s, of %j, is not', (maximum, edition, statutes) => {
		expect(messageOf(maximum, edition, [...statutes])).toBeUndefined();
	});

	test('the exception for firearms of § 5845(a) is named from November 2004', () => {
		expect(messageOf(120, '2003', ['18:922(g)'])).not.toContain('5845');
		expect(messageOf(120, '2004', ['18:922(g)'])).toContain('26 U.S.C. § 5845(a)');
	});
});
