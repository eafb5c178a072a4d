import { describe, expect, test } from 'vitest';
import { calculate, parseCase } from '../../src/index.ts';
import { dayAfter } from '../random/random.ts';
import { refusal } from './rap-sheet.ts';

const caseOf = (statute: string, offenseDate: string) => ({
	edition: '2023',
	baseOffenseLevel: 24,
	criminalHistoryCategory: 'I',
	statutes: [statute],
	offenseDate,
});
const answer = (statute: string, day = '2023-04-15') => calculate(parseCase(caseOf(statute, day)));
const isUnverified = (statute: string, day: string): boolean =>
	answer(statute, day).warnings.some(({ code }) => code === 'statute-unverified');

type Printed = [
	statute: string,
	least: number | 'life' | undefined,
	most: number | 'life',
	letter: string,
	words: string,
];

/** The penalties in the words of the United States Code as of April 2023. */
const printed: Printed[] = [
	['8:1324(a)(1)(B)(i)', undefined, 120, 'C', '§ 1324(a)(1)(B)(i): "imprisoned not more than 10 years"'],
	['8:1324(a)(1)(B)(ii)', undefined, 60, 'D', '(ii): "not more than 5 years"'],
	['8:1324(a)(1)(B)(iii)', undefined, 240, 'C', '(iii): "not more than 20 years"'],
	[
		'8:1324(a)(1)(B)(iv)',
		undefined,
		'life',
		'A',
		'(iv): "punished by death or imprisoned for any term of years or for life"',
	],
	['8:1324(a)(1)(B)(i):ongoing-organization', undefined, 240, 'C', '(a)(4): "may be increased by up to 10 years"'],
	['8:1324(a)(2)(A)', undefined, 12, 'A-misdemeanor', '(a)(2)(A): "not more than one year"'],
	['8:1324(a)(2)(B)(i)', 36, 120, 'C', '(a)(2)(B): "not less than 3 nor more than 10 years"'],
	['8:1324(a)(2)(B)(ii)', 36, 120, 'C', '(a)(2)(B), likewise'],
	['8:1324(a)(2)(B)(iii)', undefined, 120, 'C', '(a)(2)(B): "not more than 10 years"'],
	['8:1324(a)(2)(B)(ii):third-violation', 60, 180, 'C', '(a)(2)(B): "not less than 5 nor more than 15 years"'],
	['8:1324(a)(3)(A)', undefined, 60, 'D', '(a)(3)(A): "not more than 5 years"'],
	[
		'8:1325(c)',
		undefined,
		60,
		'D',
		'§ 1325(c): "imprisoned for not more than 5 years, or fined not more than $250,000"',
	],
	['8:1327', undefined, 120, 'C', '§ 1327: "imprisoned not more than 10 years"'],
	['8:1328', undefined, 120, 'C', '§ 1328: "imprisoned not more than 10 years"'],
	['18:4', undefined, 36, 'E', '§ 4: "imprisoned not more than three years"'],
	['18:111(a):simple-assault', undefined, 12, 'A-misdemeanor', '§ 111(a): "not more than one year"'],
	['18:111(a):contact-or-felony-intent', undefined, 96, 'D', '§ 111(a): "not more than 8 years"'],
	['18:111(b)', undefined, 240, 'C', '§ 111(b): "not more than 20 years"'],
	['18:113(a)(1)', undefined, 240, 'C', '§ 113(a)(1): "not more than 20 years"'],
	['18:113(a)(2)', undefined, 120, 'C', '(2): "not more than ten years"'],
	['18:113(a)(3)', undefined, 120, 'C', '(3): "not more than ten years"'],
	['18:113(a)(4)', undefined, 12, 'A-misdemeanor', '(4): "not more than 1 year"'],
	['18:113(a)(5)', undefined, 6, 'B-misdemeanor', '(5): "not more than six months"'],
	[
		'18:113(a)(5):victim-under-16',
		undefined,
		12,
		'A-misdemeanor',
		'(5): "not attained the age of 16 years … not more than 1 year"',
	],
	['18:113(a)(6)', undefined, 120, 'C', '(6): "not more than ten years"'],
	['18:113(a)(7)', undefined, 60, 'D', '(7): "not more than 5 years"'],
	['18:113(a)(8)', undefined, 120, 'C', '(8): "not more than 10 years"'],
	['18:115(b)(1)(B)(ii)', undefined, 120, 'C', '§ 115(b)(1)(B)(ii): "not more than 10 years"'],
	['18:115(b)(4):threatened-assault', undefined, 72, 'D', '§ 115(b)(4): "threatened assault shall not exceed 6 years"'],
	['18:371', undefined, 60, 'D', '§ 371: "not more than five years"'],
	['18:641', undefined, 120, 'C', '§ 641: "not more than ten years"'],
	[
		'18:641:value-1000-or-less',
		undefined,
		12,
		'A-misdemeanor',
		'§ 641: "does not exceed the sum of $1,000 … not more than one year"',
	],
	['18:751(a)', undefined, 60, 'D', '§ 751(a): "not more than five years"'],
	['18:751(a):misdemeanor-or-immigration', undefined, 12, 'A-misdemeanor', '§ 751(a): "not more than one year"'],
	['18:844(d):injury', undefined, 240, 'C', '§ 844(d): "if personal injury results … not more than twenty years"'],
	['18:844(e)', undefined, 120, 'C', '§ 844(e): "not more than 10 years"'],
	['18:844(f)(1)', 60, 240, 'C', '§ 844(f)(1): "not less than 5 years and not more than 20 years"'],
	['18:844(f)(2)', 84, 480, 'B', '(f)(2): "not less than 7 years and not more than 40 years"'],
	['18:844(f)(3)', 240, 'life', 'A', '(f)(3): "not less than 20 years or for life"'],
	['18:844(h)', 120, 120, 'C', '§ 844(h): "be sentenced to imprisonment for 10 years"'],
	['18:844(h):second-conviction', 240, 240, 'C', '§ 844(h): "sentenced to imprisonment for 20 years"'],
	['18:844(i)', 60, 240, 'C', '§ 844(i): "not less than 5 years and not more than 20 years"'],
	['18:844(i):injury', 84, 480, 'B', '§ 844(i): "not less than 7 years and not more than 40 years"'],
	[
		'18:844(i):death',
		undefined,
		'life',
		'A',
		'§ 844(i): "any term of years, or to the death penalty or to life imprisonment"',
	],
	['18:844(m)', undefined, 240, 'C', '§ 844(m): "any term of years not exceeding 20"'],
	['18:875(c)', undefined, 60, 'D', '§ 875(c): "not more than five years"'],
	['18:875(d)', undefined, 24, 'E', '§ 875(d): "not more than two years"'],
	['18:922(d)', undefined, 180, 'C', '§ 924(a)(8): "subsection (d) or (g) … not more than 15 years"'],
	[
		'18:922(a)(6)',
		undefined,
		120,
		'C',
		'§ 924(a)(2): "subsection (a)(6), (h), (i), (j), or (o) … not more than 10 years"',
	],
	['18:922(o)', undefined, 120, 'C', '§ 924(a)(2), likewise'],
	['18:922(n)', undefined, 60, 'D', '§ 924(a)(1)(D): "any other provision of this chapter … not more than five years"'],
	['18:922(k)', undefined, 60, 'D', '§ 924(a)(1)(B): "subsection (a)(4), (f), (k), or (q)"'],
	['18:924(a)(1)(A)', undefined, 60, 'D', '§ 924(a)(1): "not more than five years"'],
	['18:924(a)(3)', undefined, 12, 'A-misdemeanor', '§ 924(a)(3): "not more than one year"'],
	['18:924(a)(7)', undefined, 36, 'E', '§ 924(a)(7): "not more than 3 years"'],
	['18:924(b)', undefined, 120, 'C', '§ 924(b): "not more than ten years"'],
	['18:924(h)', undefined, 180, 'C', '§ 924(h): "not more than 15 years"'],
	['18:924(o)', undefined, 240, 'C', '§ 924(o): "not more than 20 years"'],
	['18:924(o):machinegun', undefined, 'life', 'A', '§ 924(o): "any term of years or life"'],
	['18:932(c)(2)', undefined, 300, 'B', '§ 932(c)(2): "not more than 25 years"'],
	['18:933(b)', undefined, 180, 'C', '§ 933(b): "not more than 15 years"'],
	['18:1001(a)', undefined, 60, 'D', '§ 1001(a): "not more than 5 years"'],
	['18:1001(a):terrorism', undefined, 96, 'D', '§ 1001(a): "not more than 8 years"'],
	['18:1028(b)(1)', undefined, 180, 'C', '§ 1028(b)(1): "not more than 15 years"'],
	['18:1028(b)(4)', undefined, 360, 'B', '§ 1028(b)(4): "not more than 30 years"'],
	['18:1028A(a)(1)', 24, 24, 'E', '§ 1028A(a)(1): "a term of imprisonment of 2 years"'],
	['18:1029(c)(1)(A)(ii)', undefined, 180, 'C', '§ 1029(c)(1)(A)(ii): "not more than 15 years"'],
	['18:1111(b):first-degree', 'life', 'life', 'A', '§ 1111(b): "by death or by imprisonment for life"'],
	['18:1112(b):voluntary', undefined, 180, 'C', '§ 1112(b): "not more than 15 years"'],
	['18:1112(b):involuntary', undefined, 96, 'D', '§ 1112(b): "not more than 8 years"'],
	['18:1341', undefined, 240, 'C', '§ 1341: "not more than 20 years"'],
	[
		'18:1341:financial-institution',
		undefined,
		360,
		'B',
		'§ 1341: "affects a financial institution … not more than 30 years"',
	],
	['18:1343', undefined, 240, 'C', '§ 1343: "not more than 20 years"'],
	['18:1344', undefined, 360, 'B', '§ 1344: "fined not more than $1,000,000 or imprisoned not more than 30 years"'],
	['18:1349,1344', undefined, 360, 'B', '§ 1349: "the same penalties as those prescribed for the offense"'],
	['18:1425', undefined, 120, 'C', '§ 1425: "10 years (in the case of the first or second such offense …)"'],
	['18:1503(b)(3)', undefined, 120, 'C', '§ 1503(b)(3): "not more than 10 years"'],
	['18:1512(c)', undefined, 240, 'C', '§ 1512(c): "not more than 20 years"'],
	['18:1542:drug-trafficking', undefined, 240, 'C', '§ 1542: "20 years (… to facilitate a drug trafficking crime …)"'],
	['18:1546(a)', undefined, 120, 'C', '§ 1546(a): "10 years"'],
	['18:1546(a):third-offense', undefined, 180, 'C', '§ 1546(a): "15 years (in the case of any other offense)"'],
	['18:1546(a):terrorism', undefined, 300, 'B', '§ 1546(a): "25 years"'],
	['18:1546(b)', undefined, 60, 'D', '§ 1546(b): "not more than 5 years"'],
	['18:1591(b)(1)', 180, 'life', 'A', '§ 1591(b)(1): "any term of years not less than 15 or for life"'],
	['18:1591(b)(2)', 120, 'life', 'A', '§ 1591(b)(2): "not less than 10 years or for life"'],
	['18:1591(d)', undefined, 300, 'B', '§ 1591(d): "not to exceed 25 years"'],
	['18:1791(b)(1)', undefined, 240, 'C', '§ 1791(b)(1): "not more than 20 years"'],
	['18:1791(b)(2)', undefined, 120, 'C', '(2): "not more than 10 years"'],
	['18:1791(b)(3)', undefined, 60, 'D', '(3): "not more than 5 years"'],
	['18:1791(b)(4)', undefined, 12, 'A-misdemeanor', '(4): "not more than one year"'],
	['18:1791(b)(5)', undefined, 6, 'B-misdemeanor', '(5): "not more than 6 months"'],
	['18:1951(a)', undefined, 240, 'C', '§ 1951(a): "not more than twenty years"'],
	['18:1956(a)(1)', undefined, 240, 'C', '§ 1956(a)(1): "not more than twenty years"'],
	['18:1956(h),1957', undefined, 120, 'C', '§ 1956(h): "the same penalties as those prescribed for the offense"'],
	['18:1957(b)(1)', undefined, 120, 'C', '§ 1957(b)(1): "not more than ten years"'],
	['18:1959(a)(3)', undefined, 240, 'C', '§ 1959(a)(3): "not more than twenty years"'],
	['18:1959(a)(6)', undefined, 36, 'E', '§ 1959(a)(6): "not more than three years"'],
	['18:2113(a)', undefined, 240, 'C', '§ 2113(a): "not more than twenty years"'],
	['18:2113(b)', undefined, 120, 'C', '§ 2113(b): "not more than ten years"'],
	[
		'18:2113(b):value-1000-or-less',
		undefined,
		12,
		'A-misdemeanor',
		'§ 2113(b): "not exceeding $1,000 … not more than one year"',
	],
	['18:2113(d)', undefined, 300, 'B', '§ 2113(d): "not more than twenty-five years"'],
	['18:2113(e)', 120, 'life', 'A', '§ 2113(e): "not less than ten years"'],
	['18:2113(e):death', 'life', 'life', 'A', '§ 2113(e): "punished by death or life imprisonment"'],
	['18:2119(1)', undefined, 180, 'C', '§ 2119(1): "not more than 15 years"'],
	['18:2119(2)', undefined, 300, 'B', '§ 2119(2): "not more than 25 years"'],
	['18:2241(c)', 360, 'life', 'A', '§ 2241(c): "not less than 30 years or for life"'],
	['18:2243(a)', undefined, 180, 'C', '§ 2243(a): "not more than 15 years"'],
	['18:2244(a)(1)', undefined, 120, 'C', '§ 2244(a)(1): "not more than ten years"'],
	['18:2244(a)(3):victim-under-12', undefined, 48, 'E', '§ 2244(c): "twice that otherwise provided"'],
	['18:2250(a)', undefined, 120, 'C', '§ 2250(a): "not more than 10 years"'],
	['18:2250(d)', 60, 360, 'B', '§ 2250(d)(1): "not less than 5 years and not more than 30 years"'],
	['18:2251(e)', 180, 360, 'B', '§ 2251(e): "not less than 15 years nor more than 30 years"'],
	['18:2251(e):one-prior', 300, 600, 'B', '§ 2251(e): "not less than 25 years nor more than 50 years"'],
	['18:2251(e):two-priors', 420, 'life', 'A', '§ 2251(e): "not less than 35 years nor more than life"'],
	['18:2251(e):death', 360, 'life', 'A', '§ 2251(e): "not less than 30 years or for life"'],
	['18:2252(b)(1)', 60, 240, 'C', '§ 2252(b)(1): "not less than 5 years and not more than 20 years"'],
	['18:2252(b)(1):one-prior', 180, 480, 'B', '§ 2252(b)(1): "not less than 15 years nor more than 40 years"'],
	['18:2252(b)(2)', undefined, 120, 'C', '§ 2252(b)(2): "not more than 10 years"'],
	['18:2252(b)(2):prepubescent-minor', undefined, 240, 'C', '§ 2252(b)(2): "not more than 20 years"'],
	['18:2252A(b)(2):one-prior', 120, 240, 'C', '§ 2252A(b)(2): "not less than 10 years nor more than 20 years"'],
	['18:2252A(b)(3)', undefined, 180, 'C', '§ 2252A(b)(3): "not more than 15 years"'],
	['18:2252A(g)', 240, 'life', 'A', '§ 2252A(g)(1): "not less than 20 or for life"'],
	['18:2260A', 120, 120, 'C', '§ 2260A: "a term of imprisonment of 10 years"'],
	['18:2422(a)', undefined, 240, 'C', '§ 2422(a): "not more than 20 years"'],
	['18:2422(a):one-prior', undefined, 720, 'B', '§ 2426(a): "3 times the term of imprisonment otherwise provided"'],
	['18:2422(b)', 120, 'life', 'A', '§ 2422(b): "not less than 10 years or for life"'],
	['18:2423(a)', 120, 'life', 'A', '§ 2423(a): "not less than 10 years or for life"'],
	['18:2423(b)', undefined, 360, 'B', '§ 2423(b): "not more than 30 years"'],
	['21:841(b)(2)', undefined, 60, 'D', '§ 841(b)(2): "not more than 5 years"'],
	['21:841(b)(2):one-prior', undefined, 120, 'C', '§ 841(b)(2): "not more than 10 years"'],
	['21:841(b)(3)', undefined, 12, 'A-misdemeanor', '§ 841(b)(3): "not more than one year"'],
	['21:841(b)(3):one-prior', undefined, 48, 'E', '§ 841(b)(3): "not more than 4 years"'],
	['21:843(d)(1)', undefined, 48, 'E', '§ 843(d)(1): "not more than 4 years"'],
	['21:843(d)(1):one-prior', undefined, 96, 'D', '§ 843(d)(1): "not more than 8 years"'],
	['21:843(d)(2)', undefined, 120, 'C', '§ 843(d)(2): "not more than 10 years"'],
	['21:843(d)(2):one-prior', undefined, 240, 'C', '§ 843(d)(2): "not more than 20 years"'],
	['21:844(a)', undefined, 12, 'A-misdemeanor', '§ 844(a): "not more than 1 year"'],
	['21:844(a):one-prior', undefined, 24, 'E', '§ 844(a): "not less than 15 days but not more than 2 years"'],
	['21:844(a):two-priors', 3, 36, 'E', '§ 844(a): "not less than 90 days but not more than 3 years"'],
	['21:846,841(b)(1)(B)', 60, 480, 'B', '§ 846: "the same penalties as those prescribed for the offense"'],
	['21:846,841(b)(1)(A):one-prior', 180, 'life', 'A', '§ 846; § 841(b)(1)(A): "not less than 15 years"'],
	['21:856(b)', undefined, 240, 'C', '§ 856(b): "not more than 20 years"'],
	['21:859(a),841(b)(1)(C)', 12, 480, 'B', '§ 859(a): "twice the maximum punishment … not less than one year"'],
	['21:860(a),841(b)(1)(C)', 12, 480, 'B', '§ 860(a): "twice the maximum punishment … not less than one year"'],
	[
		'21:860(a),841(b)(1)(A)',
		120,
		'life',
		'A',
		'§ 860(a): "Except to the extent a greater minimum sentence is otherwise provided"',
	],
	[
		'21:860(a),841(b)(1)(D):five-grams-marihuana',
		undefined,
		120,
		'C',
		'§ 860(a): "shall not apply to offenses involving 5 grams or less of marihuana"',
	],
	['21:860(b),841(b)(1)(C)', 36, 'life', 'A', '§ 860(b): "not less than three years and not more than life"'],
	['21:861(b),841(b)(1)(D)', 12, 120, 'C', '§ 861(b): "twice the maximum punishment … not be less than one year"'],
	['21:861(c),841(b)(1)(D)', 12, 180, 'C', '§ 861(c): "three times the maximum punishment"'],
	['21:960(d):other-chemical', undefined, 120, 'C', '§ 960(d): "not more than 10 years"'],
	['21:963,960(b)(2)', 60, 480, 'B', '§ 963: "the same penalties as those prescribed for the offense"'],
];

describe('penalties, as they stood in April 2023', () => {
	test.each(printed)('%s: %s to %s, class %s (%s)', (statute, minimumMonths, maximumMonths, offenseClass) => {
		const { statutes, warnings } = answer(statute);
		expect(statutes).toHaveLength(1);
		expect(statutes?.[0]).toMatchObject({ maximumMonths, offenseClass });
		expect(statutes?.[0]?.minimumMonths).toBe(minimumMonths);
		expect(warnings.map(({ code }) => code)).not.toContain('statute-unverified');
	});

	test.each(printed.filter(([statute]) => !/^18:(922\(d\)|924\(h\)|932|933)/.test(statute)))(
		'%s: for an offense before the Code that was read, the penalties are marked',
		(statute) => {
			expect(isUnverified(statute, statute.startsWith('21:841(b)(1)') ? '2018-12-20' : '2023-03-31')).toBe(true);
		},
	);

	// 18 U.S.C. §§ 844(h), 1028A(b)(2), 2250(d)(2), 2260A: consecutive to the other punishment.
	test.each(['18:844(h)', '18:1028A(a)(1)', '18:2250(d)', '18:2260A'])('%s runs after the range', (statute) => {
		const { guidelineRange, statutes } = calculate(
			parseCase({ ...caseOf('18:1951(a)', '2023-04-15'), statutes: ['18:1951(a)', statute] }),
		);
		expect(guidelineRange).toEqual({ minimumMonths: 51, maximumMonths: 63 });
		expect(statutes?.map(({ consecutive }) => consecutive)).toEqual([false, true]);
	});

	// § 860(d), § 861(e): "probation shall not be granted".
	test.each([
		['21:860(a),841(b)(1)(D)', '21 U.S.C. § 860(a)'],
		['21:861(b),841(b)(1)(D)', '21 U.S.C. § 861(b)'],
	])('%s bars probation', (statute, provision) => {
		const { sentencingOptions } = calculate(parseCase({ ...caseOf(statute, '2023-04-15'), baseOffenseLevel: 4 }));
		expect(sentencingOptions.probation.authorized).toBe(false);
		expect(sentencingOptions.probation.barredBy).toContain(provision);
	});

	// § 844(h): "the court shall not place on probation".
	test('§ 844(h) bars probation', () => {
		const beside = { ...caseOf('18:1951(a)', '2023-04-15'), statutes: ['18:1951(a)', '18:844(h)'] };
		const { probation } = calculate(parseCase({ ...beside, baseOffenseLevel: 4 })).sentencingOptions;
		expect(probation.barredBy).toContain('18 U.S.C. § 844(h)');
	});

	// § 860(a)(2), § 861(b): at least twice the supervised release of § 841(b), which for (C) is three years.
	test.each([
		['21:860(a),841(b)(1)(C)', 72],
		['21:860(b),841(b)(1)(C)', 108],
		['21:861(b),841(b)(1)(C)', 72],
		['21:846,841(b)(1)(C)', 36],
		['21:841(b)(2)', 12],
	])('%s: supervised release of at least %i months', (statute, months) => {
		expect(answer(statute).supervisedRelease?.term.minimumMonths).toBe(months);
	});

	// §§ 1344, 1341: $1,000,000; § 860(a): twice the $1,000,000 of § 841(b)(1)(C); § 5E1.2(c)(4).
	test.each([
		['18:1344', 1_000_000],
		['18:1341:financial-institution', 1_000_000],
		['21:860(a),841(b)(1)(C)', 2_000_000],
		['21:846,841(b)(1)(C)', 1_000_000],
	])('%s: a fine of up to $%i', (statute, dollars) => {
		expect(answer(statute).fine.maximumDollars).toBe(dollars);
	});

	// 18 U.S.C. § 3553(f): "section 401, 404, or 406 …, section 1010 or 1013", and not 859 to 861.
	test.each([
		['21:846,841(b)(1)(A)', true],
		['21:963,960(b)(1)', true],
		['46 U.S.C. § 70503=120-life', true],
		['21:860(a),841(b)(1)(A)', false],
		['18:2113(e)', false],
		['18 U.S.C. § 9999=120-life', false],
	])('the safety valve extends to %s: %s', (statute, extends_) => {
		const document = { ...caseOf(statute, '2023-04-15'), statutoryMinimumRelief: 'safety-valve' };
		if (extends_) expect(calculate(parseCase(document)).statutoryEffect.minimum).toBe('relieved');
		else expect(refusal(document).code).toBe('relief-not-available');
	});
});

/** What a later law changed: the day, and what stood before it; undefined where that is not held. */
const changed: [statute: string, day: string, before: number | undefined, after: number | 'life', source: string][] = [
	['18:113(a)(4)', '2013-03-07', 6, 12, 'App. C, amend. 781: from six months to one year, by the Act of 2013'],
	['18:1341', '2002-07-30', 60, 240, 'App. C, amend. 647: from five to 20 years, by section 903 of the Act'],
	['18:1343', '2002-07-30', 60, 240, 'App. C, amend. 647'],
	['18:1112(b):involuntary', '1994-09-13', 36, 72, 'App. C, amend. 652: from three to six years in 1994'],
	[
		'18:2252(b)(1)',
		'2003-04-30',
		180,
		240,
		'App. C, amend. 664: from 15 to 20 years, by section 103 of the PROTECT Act',
	],
	['18:2252A(b)(2)', '2003-04-30', 60, 120, 'App. C, amend. 664: from five to ten years'],
	['18:922(d)', '2022-06-25', 120, 180, '§ 924(a)(8): 15 years, by Pub. L. 117-159'],
	['18:924(h)', '2022-06-25', 120, 180, '§ 924(h): 15 years, by Pub. L. 117-159'],
	['8:1327', '1990-11-30', 60, 120, 'Pub. L. 101-649 § 543(b)(4)'],
	['8:1324(a)(1)(B)(ii)', '1994-09-13', undefined, 60, 'Pub. L. 103-322 § 60024'],
	['8:1324(a)(2)(B)(ii)', '1996-09-30', undefined, 120, 'Pub. L. 104-208 § 203'],
	['18:111(b)', '2002-11-02', undefined, 240, 'Pub. L. 107-273'],
	['18:844(i)', '1996-04-24', undefined, 240, 'Pub. L. 104-132'],
	['18:1344', '1990-11-29', undefined, 360, 'Pub. L. 101-647'],
	['18:1347', '1996-08-21', undefined, 120, 'Pub. L. 104-191'],
	['18:1349,1343', '2002-07-30', undefined, 240, 'App. C, amend. 653: section 902 of the Act'],
	['18:1546(a)', '1996-09-30', undefined, 120, 'Pub. L. 104-208'],
	['18:1591(b)(1)', '2006-07-27', undefined, 'life', 'App. C, amend. 701: section 208 of the Adam Walsh Act'],
	['18:2250(a)', '2006-07-27', undefined, 120, 'App. C, amend. 701: section 141 of the Act'],
	['18:2251(e)', '2003-04-30', undefined, 360, 'Pub. L. 108-21'],
	['18:2422(b)', '2006-07-27', undefined, 'life', 'App. C, amend. 701: from 30 years to life'],
	['18:932(c)(1)', '2022-06-25', undefined, 180, 'Pub. L. 117-159'],
	['21:841(b)(2)', '2009-04-13', undefined, 60, 'Pub. L. 110-425'],
	['21:860(a),841(b)(1)(C)', '1990-11-29', undefined, 480, 'Pub. L. 101-647'],
];

const dayBefore = (day: string): string => dayAfter(day, -1);

test.each(changed)('%s changed on %s: %s before it, %s from it on (%s)', (statute, day, before, after) => {
	expect(answer(statute, day).statutes?.[0]?.maximumMonths).toBe(after);
	if (before === undefined) {
		const { code, message } = refusal(caseOf(statute, dayBefore(day)));
		expect(code).toBe('no-such-statute');
		expect(message).toContain('in months');
	} else {
		expect(answer(statute, dayBefore(day)).statutes?.[0]?.maximumMonths).toBe(before);
		expect(isUnverified(statute, dayBefore(day))).toBe(true);
	}
});

// Faults found from outside: all four rest on the Code of 2023 alone.
test.each(['8:1325(a)', '8:1326(a)', '8:1326(b)(1)', '8:1326(b)(2)', '8:1326(b)(4)'])(
	'%s: marked for an offense before the Code that was read, and not after',
	(statute) => {
		expect(isUnverified(statute, '2023-03-31')).toBe(true);
		expect(isUnverified(statute, '2023-04-01')).toBe(false);
	},
);

describe('one line for each kind', () => {
	const codes = (statutes: unknown[], offenseDate: string) => {
		const { warnings } = calculate(parseCase({ ...caseOf('18:371', offenseDate), statutes }));
		return warnings.filter(({ code }) => ['statute-unverified', 'statutes-as-of'].includes(code));
	};

	test('several counts that could not be verified are named in one warning', () => {
		const [only, ...more] = codes(['18:1951(a)', '18:371', '18:371'], '2015-01-01');
		expect(more).toEqual([]);
		expect(only?.message).toContain('18 U.S.C. § 1951(a) (');
		expect(only?.message.split('18 U.S.C. § 371 (').length).toBe(2);
	});

	// The Code was read as of April 2023; Pub. L. 119-26 of July 16, 2025, amended 21 U.S.C. §§ 841 and 960.
	test.each([
		['21:841(b)(1)(A)', '2023-04-30', false, false],
		['21:841(b)(1)(A)', '2023-05-01', true, false],
		['21:841(b)(1)(A)', '2025-07-15', true, false],
		['21:841(b)(1)(A)', '2025-07-16', true, true],
		['21:846,841(b)(1)(A)', '2026-09-01', true, true],
		['18:371', '2026-09-01', true, false],
		['18 U.S.C. § 9999=60', '2026-09-01', false, false],
	])('%s, offense of %s: the age of the Code is said (%s), with Pub. L. 119-26 (%s)', (statute, day, said, law) => {
		const found = codes([statute, '18 U.S.C. § 9998=0-60'], day);
		expect(found.map(({ code }) => code)).toEqual(said ? ['statutes-as-of'] : []);
		if (said) expect(found[0]?.message).toContain('April 2023');
		expect(found.some(({ message }) => message.includes('119-26'))).toBe(law);
	});
});
