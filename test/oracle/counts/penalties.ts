/**
 * The terms of imprisonment of statutes of conviction, as their sections of the United States Code stood in April 2023.
 * A term is in years, or in months with an `m`; `plus` runs after every other term, by the words of the section.
 */

import type { Months } from './months.ts';

export type Penalty = { minimum: Months; maximum: Months; consecutive: boolean };

const AS_PRINTED = `
	8:1253(a)(1)  -4                         | listed-class  -10
	8:1324(a)(1)(B)(i)  -10                  | ongoing-organization  -20
	8:1324(a)(1)(B)(ii)  -5
	8:1324(a)(1)(B)(iii)  -20                | ongoing-organization  -30
	8:1324(a)(1)(B)(iv)  -life
	8:1324(a)(2)(A)  -1
	8:1324(a)(2)(B)(ii)  3-10                | third-violation  5-15
	8:1324(a)(3)(A)  -5
	8:1325(a)  -6m                           | one-prior  -2
	8:1325(c)  -5
	8:1326(a)  -2
	8:1326(b)(1)  -10
	8:1326(b)(2)  -20
	8:1326(b)(3)  10-10 plus
	8:1326(b)(4)  -10
	8:1327  -10
	8:1328  -10
	18:371  -5
	18:641  -10                              | value-1000-or-less  -1
	18:751(a)  -5                            | misdemeanor-or-immigration  -1
	18:844(e)  -10
	18:844(h)  10-10 plus                    | second-conviction  20-20 plus
	18:844(i)  5-20                          | injury  7-40     | death  -life
	18:922(a)(6)  -10
	18:922(g)  -15
	18:922(j)  -10
	18:922(k)  -5
	18:922(n)  -5
	18:924(c)(1)(A)(i)  5-life plus
	18:924(c)(1)(A)(ii)  7-life plus
	18:924(c)(1)(A)(iii)  10-life plus
	18:924(c)(1)(B)(i)  10-life plus
	18:924(c)(1)(B)(ii)  30-life plus
	18:924(c)(1)(C)(i)  25-life plus
	18:924(c)(1)(C)(ii)  life-life plus
	18:924(e)(1)  15-life
	18:1001  -5                              | terrorism  -8    | sex-offense-matter  -8
	18:1028A(a)(1)  2-2 plus
	18:1028A(a)(2)  5-5 plus
	18:1341  -20                             | financial-institution  -30   | disaster  -30
	18:1343  -20                             | financial-institution  -30   | disaster  -30
	18:1344  -30
	18:1425  -10         | third-offense  -15    | drug-trafficking  -20   | terrorism  -25
	18:1542  -10         | third-offense  -15    | drug-trafficking  -20   | terrorism  -25
	18:1546(a)  -10      | third-offense  -15    | drug-trafficking  -20   | terrorism  -25
	18:1546(b)  -5
	18:1591(b)(1)  15-life
	18:1591(b)(2)  10-life
	18:1591(d)  -25
	18:1951  -20
	18:1957  -10
	18:2113(a)  -20
	18:2113(b)  -10                          | value-1000-or-less  -1
	18:2113(d)  -25
	18:2113(e)  10-life                      | death  life-life
	18:2119(1)  -15
	18:2119(2)  -25
	18:2119(3)  -life
	18:2241(a)  -life
	18:2241(c)  30-life                      | one-prior  life-life
	18:2250(a)  -10
	18:2250(d)  5-30 plus
	18:2251  15-30       | one-prior  25-50      | two-priors  35-life     | death  30-life
	18:2252(b)(1)  5-20                      | one-prior  15-40
	18:2252(b)(2)  -10                       | prepubescent-minor  -20  | one-prior  10-20
	18:2260A  10-10 plus
	18:2422(a)  -20
	18:2422(b)  10-life
	18:2423(a)  10-life
	18:2423(b)  -30
	21:841(b)(1)(A)  10-life  | one-prior  15-life  | two-priors  25-life  | death  20-life  | death-with-prior  life-life
	21:841(b)(1)(B)  5-40     | one-prior  10-life  | death  20-life  | death-with-prior  life-life
	21:841(b)(1)(C)  -20      | one-prior  -30      | death  20-life  | death-with-prior  life-life
	21:841(b)(1)(D)  -5       | one-prior  -10
	21:841(b)(1)(E)  -10      | one-prior  -20      | death  -15      | death-with-prior  -30
	21:841(b)(2)  -5          | one-prior  -10
	21:841(b)(3)  -1          | one-prior  -4
	21:843(d)(1)  -4          | one-prior  -8
	21:844  -1                | flunitrazepam  -3
	21:856  -20
	21:960(b)(1)  10-life     | one-prior  15-life  | death  20-life  | death-with-prior  life-life
	21:960(b)(2)  5-40        | one-prior  10-life  | death  20-life  | death-with-prior  life-life
	21:960(b)(3)  -20         | one-prior  -30      | death  20-life  | death-with-prior  life-life
`;

function term(text: string): Months {
	if (text === '') return 0;
	if (text === 'life') return 'life';
	return text.endsWith('m') ? Number(text.slice(0, -1)) : 12 * Number(text);
}

function penalty(words: readonly string[]): Penalty {
	const [minimum = '', maximum = ''] = (words[0] ?? '').split('-');
	return { minimum: term(minimum), maximum: term(maximum), consecutive: words[1] === 'plus' };
}

function readLine(line: string): [string, Penalty][] {
	const [plain = '', ...others] = line.split('|').map((part) => part.trim());
	const [id = '', ...words] = plain.split(/\s+/);
	const rest = others.map((part): [string, Penalty] => {
		const [circumstance, ...of] = part.split(/\s+/);
		return [`${id} ${circumstance}`, penalty(of)];
	});
	return [[id, penalty(words)], ...rest];
}

const HELD = new Map(
	AS_PRINTED.split('\n')
		.filter((line) => line.trim() !== '')
		.flatMap((line) => readLine(line.trim())),
);

/** The names by which penalties are held: an id, or an id and its circumstance. */
export const PENALTY_NAMES: readonly string[] = [...HELD.keys()];

/** From June 25, 2022: fifteen years for § 922(g), in § 924(a)(8); before it ten, in § 924(a)(2) (Pub. L. 117-159). */
export const FIFTEEN_YEARS_FROM = '2022-06-25';

export function penaltyOf(name: string, offenseDate: string): Penalty {
	const held = HELD.get(name);
	if (held === undefined) throw new Error(`no penalty: ${name}`);
	return name === '18:922(g)' && offenseDate < FIFTEEN_YEARS_FROM ? { ...held, maximum: 120 } : held;
}
