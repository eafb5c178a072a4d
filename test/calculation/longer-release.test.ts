import { describe, expect, test } from 'vitest';
import { calculate, parseCase } from '../../src/index.ts';
import { refusal } from './rap-sheet.ts';

const caseOf = (edition: string, offenseDate: string, statute: string | object) => ({
	edition,
	offenseDate,
	baseOffenseLevel: 24,
	criminalHistoryCategory: 'I',
	statutes: [statute],
});
const answer = (...given: Parameters<typeof caseOf>) => calculate(parseCase(caseOf(...given)));
const term = (...given: Parameters<typeof caseOf>) => {
	const release = answer(...given).supervisedRelease;
	return [release?.term.minimumMonths, release?.term.maximumMonths, release?.recommended?.months];
};

describe('sex offenses against a minor', () => {
	test.each<[string, string, number, number | 'life', number | 'life' | undefined, string]>([
		['2000', '2000-06-01', 24, 36, undefined, 'no such rule before November 1, 2001'],
		[
			'2001',
			'2002-01-01',
			24,
			36,
			36,
			'App. C, amend. 615: the statutory maximum is recommended, three years (§ 3583(b)(2))',
		],
		['2002', '2003-04-29', 24, 36, 36, 'the day before the PROTECT Act'],
		['2003', '2003-04-30', 24, 36, 'life', '§ 3583(k) of April 30, 2003: any term of years or life'],
		['2004', '2003-04-29', 24, 36, 36, 'amend. 664 cannot go beyond what the statute of the day authorized'],
		['2004', '2003-04-30', 24, 'life', 'life', 'App. C, amend. 664: not less than (a)(2), and up to life'],
		['2007', '2006-07-26', 24, 'life', 'life', 'the day before the Adam Walsh Act'],
		['2007', '2006-07-27', 60, 'life', 'life', 'App. C, amend. 701; § 3583(k): not less than 5, or life'],
		['2011', '2012-06-01', 60, 'life', 'life', 'amend. 756 lowers (a) alone'],
		['2016', '2015-06-01', 60, 'life', 'life', 'Manual of 2016, § 5D1.2, comment. (n.6), last example'],
		[
			'2025',
			'2024-06-01',
			60,
			'life',
			undefined,
			'Manual of 2025, § 5D1.2(a): except as otherwise provided by statute',
		],
	])(
		'Manual of %s, offense of %s: %s to %s months, recommended %s (%s)',
		(edition, day, least, most, recommended, _) => {
			expect(term(edition, day, '18:2252A(b)(1)')).toEqual([least, most, recommended]);
		},
	);

	// § 3583(k) requires five years: § 5D1.1(a).
	test('release is to be ordered, and each provision is named', () => {
		expect(answer('2016', '2015-06-01', '18:2422(b)').supervisedRelease).toMatchObject({
			order: 'shall',
			term: { minimumMonths: 60, maximumMonths: 'life', provision: '§5D1.2(a)(1), §5D1.2(c), §5D1.2(b)(2)' },
			recommended: { months: 'life', provision: '§5D1.2(b)' },
		});
		expect(answer('2025', '2024-06-01', '18:2422(b)').supervisedRelease).toMatchObject({
			order: 'shall',
			term: { minimumMonths: 60, maximumMonths: 'life', provision: '§5D1.2(a)(1), 18 U.S.C. § 3583(k)' },
		});
	});

	// App. C, amend. 701 adds 18 U.S.C. §§ 1201 and 1591 to the definition; § 3583(k) had § 1591 before.
	test.each([
		['2006', 60, 60],
		['2007', 60, 'life'],
		['2016', 60, 'life'],
	])('18 U.S.C. § 1591 in the Manual of %s: %s to %s', (edition, least, most) => {
		expect(term(edition, '2006-10-01', '18:1591(b)(2)').slice(0, 2)).toEqual([least, most]);
	});

	// App. C, amend. 786: "Such term does not include an offense under 18 U.S.C. § 2250"; n.6: the term is five years.
	test('failure to register is none since November 1, 2014, and the courts were divided before', () => {
		expect(term('2016', '2015-06-01', '18:2250(a)')).toEqual([60, 60, undefined]);
		const codes = (edition: string) => answer(edition, '2012-06-01', '18:2250(a)').warnings.map(({ code }) => code);
		expect(codes('2013')).toContain('release-fact-not-given');
		expect(codes('2016')).not.toContain('release-fact-not-given');
	});

	test.each([
		[true, 60, 'life', 'life'],
		[false, 60, 60, undefined],
		[undefined, 60, 60, undefined],
	])('a victim who need not be a minor (§ 2422(a)), minor: %s', (minorVictim, least, most, recommended) => {
		const count = { id: '18:2422(a)', ...(minorVictim === undefined ? {} : { minorVictim }) };
		expect(term('2016', '2015-06-01', count)).toEqual([least, most, recommended]);
		const warning = answer('2016', '2015-06-01', count).warnings.find(({ code }) => code === 'release-fact-not-given');
		expect(warning !== undefined).toBe(minorVictim === undefined);
		if (warning) expect(warning.message).toMatch(/60 months to life.*if not, 60 months, as shown/);
	});

	test('nothing is asked where no answer changes the term: the Manual of 2025 leaves it to the statute', () => {
		const result = answer('2025', '2024-06-01', '18:2422(a)');
		expect(result.supervisedRelease?.term).toMatchObject({ minimumMonths: 60, maximumMonths: 'life' });
		expect(result.warnings.map(({ code }) => code)).not.toContain('release-fact-not-given');
	});

	test('a minor who is an element of the offense cannot be denied', () => {
		expect(refusal(caseOf('2016', '2015-06-01', { id: '18:2252A(b)(1)', minorVictim: false }))).toMatchObject({
			code: 'disagrees',
			path: '/statutes/0/minorVictim',
		});
	});

	// § 3583(k): "any offense under section 1201 involving a minor victim"; a Class A felony otherwise has two to five years.
	test.each([
		[true, 60, 'life'],
		[false, 24, 60],
	])('kidnapping, minor victim: %s', (minorVictim, least, most) => {
		expect(term('2016', '2015-06-01', { id: '18:1201(a)', minorVictim }).slice(0, 2)).toEqual([least, most]);
	});
});

describe('terrorism', () => {
	test.each<[string, boolean, number, number | 'life', string]>([
		['2001', true, 24, 36, 'not in the Manual of 2001'],
		['2002', true, 24, 'life', 'App. C, amend. 637'],
		['2002', false, 24, 36, 'no death, no serious injury and no risk of either'],
		['2016', true, 12, 'life', 'Manual of 2016, § 5D1.2(b)(1)'],
		['2016', false, 12, 36, 'the same'],
	])('arson under § 844(i), Manual of %s, risk: %s: %s to %s (%s)', (edition, riskOfDeathOrInjury, least, most, _) => {
		expect(term(edition, '2002-06-01', { id: '18:844(i)', riskOfDeathOrInjury })).toEqual([least, most, undefined]);
	});

	test('a death says it, and a case that does not say has both outcomes', () => {
		expect(term('2016', '2015-06-01', '18:844(i):death').slice(0, 2)).toEqual([24, 'life']);
		const { warnings } = answer('2016', '2015-06-01', '18:844(i)');
		expect(warnings.find(({ code }) => code === 'release-fact-not-given')?.message).toContain('§5D1.2(b)(1)');
	});

	test('since November 1, 2025, by § 3583(j) alone', () => {
		expect(term('2025', '2024-06-01', '18:844(i)')).toEqual([0, 'life', undefined]);
		expect(term('2025', '2024-06-01', '18:844(f)(1)')).toEqual([0, 36, undefined]);
	});
});

test('a case that names no statute has no guess', () => {
	const document = { ...caseOf('2016', '2015-06-01', '18:371'), statutes: undefined, offenseClass: 'C' };
	const { supervisedRelease, warnings } = calculate(parseCase(document));
	expect(supervisedRelease?.term).toMatchObject({ minimumMonths: 12, maximumMonths: 36 });
	expect(warnings.map(({ code }) => code)).not.toContain('release-fact-not-given');
});
