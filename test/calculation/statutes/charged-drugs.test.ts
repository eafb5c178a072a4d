import { describe, expect, test } from 'vitest';
import { calculate, InputError, parseCase } from '../../../src/index.ts';

const base = { edition: '2018', baseOffenseLevel: 34, criminalHistoryCategory: 'I', offenseDate: '2015-06-01' };
const provisionOf = (charged: string | object, more: object = {}, id = '21:841(b)(1)'): string | undefined => {
	const drugs = [charged].flat().map((one) => {
		if (typeof one !== 'string') return one;
		const [amount, unit, ...name] = one.split(' ');
		return { quantity: `${amount} ${unit}`, substance: name.join(' ') };
	});
	const result = calculate(parseCase({ ...base, statutes: [{ id, drugs }], ...more }));
	return result.statutes?.[0]?.provision.replace('21 U.S.C. § ', '');
};

// 21 U.S.C. § 841(b)(1)(A)(i)-(viii), (B)(i)-(viii), Code of April 2023.
const thresholds: [string, string, string][] = [
	['1000 g heroin', '999.999 g heroin', '99.999 g heroin'],
	['5 kg cocaine', '4.999999 kg cocaine', '499.999 g cocaine'],
	['280 g cocaine base', '279.999 g cocaine base', '27.999 g cocaine base'],
	['100 g PCP (actual)', '99.999 g PCP (actual)', '9.999 g PCP (actual)'],
	['1 kg PCP', '999.999 g PCP', '99.999 g PCP'],
	['10 g LSD', '9.999 g LSD', '0.999 g LSD'],
	['400 g fentanyl', '399.999 g fentanyl', '39.999 g fentanyl'],
	['100 g fentanyl analogue', '99.999 g fentanyl analogue', '9.999 g fentanyl analogue'],
	['1000 kg marihuana', '999.999 kg marihuana', '99.999 kg marihuana'],
	['1000 plants marihuana', '999 plants marihuana', '99 plants marihuana'],
	['50 g methamphetamine (actual)', '49.999 g methamphetamine (actual)', '4.999 g methamphetamine (actual)'],
	['500 g methamphetamine', '499.999 g methamphetamine', '49.999 g methamphetamine'],
];

describe('the subparagraph of 21 U.S.C. § 841(b)(1) from what was charged', () => {
	test.each(thresholds)('%s: (A); %s: (B); %s: (C)', (a, b, c) => {
		expect([a, b, c].map((one) => provisionOf(one))).toEqual(['841(b)(1)(A)', '841(b)(1)(B)', '841(b)(1)(C)']);
	});

	test('a mixture of known purity comes under either weight', () => {
		const mixture = { substance: 'methamphetamine', quantity: '60 g' };
		expect(provisionOf(mixture)).toBe('841(b)(1)(B)');
		expect(provisionOf({ ...mixture, purity: '90%' })).toBe('841(b)(1)(A)');
	});

	test('each drug by itself: two below a threshold stay below it, and the heaviest decides', () => {
		expect(provisionOf(['60 g heroin', '300 g cocaine'])).toBe('841(b)(1)(C)');
		// A violation "involving" 100 grams: the entries of one drug are one quantity.
		expect(provisionOf(['60 g heroin', '60 g heroin'])).toBe('841(b)(1)(B)');
		expect(provisionOf(['99 plants marihuana', '1 plants marihuana'])).toBe('841(b)(1)(B)');
		expect(provisionOf(['60 g heroin', '500 g cocaine', '10 kg marihuana'])).toBe('841(b)(1)(B)');
	});

	// (D): less than 50 kilograms of marihuana, except 50 or more plants; 10 kilograms of hashish; one kilogram of hashish oil.
	test.each([
		['49.999 kg marihuana', '841(b)(1)(D)'],
		['50 kg marihuana', '841(b)(1)(C)'],
		['49 plants marihuana', '841(b)(1)(D)'],
		['50 plants marihuana', '841(b)(1)(C)'],
		['9.999 kg hashish', '841(b)(1)(D)'],
		['10 kg hashish', '841(b)(1)(C)'],
		['0.999 kg hashish oil', '841(b)(1)(D)'],
		['1 kg hashish oil', '841(b)(1)(C)'],
	])('%s: %s', (charged, provision) => {
		expect(provisionOf(charged)).toBe(provision);
	});

	test('of the lighter ones too, in whatever order: schedule III before small amounts of marihuana, IV and V', () => {
		for (const other of ['10 units schedule IV', '10 units schedule V', '5 g marihuana']) {
			expect(provisionOf([other, '10 units schedule III'])).toBe('841(b)(1)(E)');
			expect(provisionOf(['10 units schedule III', other])).toBe('841(b)(1)(E)');
		}
		expect(provisionOf(['10 units schedule V', '5 g marihuana'])).toBe('841(b)(1)(D)');
	});

	test.each([
		['100 units schedule III', '841(b)(1)(E)'],
		['100 units schedule IV', '841(b)(2)'],
		['100 units schedule V', '841(b)(3)'],
		['100 g oxymorphone', '841(b)(1)(C)'],
	])('%s: %s', (charged, provision) => {
		expect(provisionOf(charged)).toBe(provision);
	});
});

describe('the law on the date of the offense', () => {
	// Pub. L. 111-220, August 3, 2010 (App. C, amend. 748, reason for amendment): 5 and 50 grams before, 28 and 280 since.
	test.each([
		['2010-08-02', '50 g crack', '841(b)(1)(A)'],
		['2010-08-03', '50 g crack', '841(b)(1)(B)'],
		['2010-08-02', '5 g crack', '841(b)(1)(B)'],
		['2010-08-03', '5 g crack', '841(b)(1)(C)'],
		// Pub. L. 105-277, October 21, 1998 (App. C, amend. 594, reason for amendment): half the amounts of before.
		['1998-10-20', '500 g methamphetamine', '841(b)(1)(B)'],
		['1998-10-21', '500 g methamphetamine', '841(b)(1)(A)'],
	])('%s: %s is %s', (offenseDate, charged, provision) => {
		const edition = offenseDate < '2000' ? '1998' : '2009';
		expect(provisionOf(charged, { offenseDate, edition })).toBe(provision);
	});

	test('without a date it is asked for, and only where it decides', () => {
		expect(() => provisionOf('50 g crack', { offenseDate: undefined })).toThrow(
			/When was the offense committed\?.*August 3, 2010/,
		);
		const { offenseDate: _, ...undated } = base;
		const statutes = [{ id: '21:841(b)(1)', drugs: [{ substance: 'oxymorphone', quantity: '5 g' }] }];
		expect(calculate(parseCase({ ...undated, statutes })).statutes?.[0]?.provision).toContain('(C)');
	});
});

test('import and export (21 U.S.C. § 960(b)): small amounts of marihuana go to § 841(b)(1)(D)', () => {
	expect(provisionOf('1 kg heroin', {}, '21:960(b)')).toBe('960(b)(1)');
	expect(provisionOf('100 g heroin', {}, '21:960(b)')).toBe('960(b)(2)');
	expect(provisionOf('99 g heroin', {}, '21:960(b)')).toBe('960(b)(3)');
	expect(provisionOf('40 kg marihuana', {}, '21:960(b)')).toBe('841(b)(1)(D)');
});

test('a prior conviction and death raise what the subparagraph sets', () => {
	const drugs = [{ substance: 'heroin', quantity: '1 kg' }];
	const minimum = (circumstance: string, sentencingDate: string) =>
		calculate(
			parseCase({
				...base,
				edition: undefined,
				sentencingDate,
				statutes: [{ id: '21:841(b)(1)', circumstance, drugs }],
			}),
		).statutes?.[0]?.minimumMonths;
	// § 841(b)(1)(A): 20 years before, 15 since December 21, 2018 (Pub. L. 115-391 § 401).
	expect(minimum('one-prior', '2018-12-20')).toBe(240);
	expect(minimum('one-prior', '2019-12-21')).toBe(180);
	expect(minimum('death', '2019-12-21')).toBe(240);
});

test('a conspiracy takes the subparagraph of its object', () => {
	const statutes = [{ id: '21:846', object: '21:841(b)(1)', drugs: [{ substance: 'cocaine', quantity: '5 kg' }] }];
	expect(calculate(parseCase({ ...base, statutes })).statutes?.[0]?.minimumMonths).toBe(120);
});

// 21 U.S.C. §§ 859(a), 860(a), 861(b): twice the maximum punishment of § 841(b); a term of not less than one year, unless
// § 841(b) provides a greater minimum. § 841(b)(1)(B): 5 to 40 years; (C): up to 20 years.
test.each([
	['21:859(a)', '500 g', 60, 960],
	['21:859(a)', '499.999 g', 12, 480],
	['21:860(a)', '500 g', 60, 960],
	['21:860(a)', '499.999 g', 12, 480],
	['21:861(b)', '500 g', 60, 960],
	['21:861(b)', '499.999 g', 12, 480],
])('%s with %s of cocaine: twice what the weight charged sets', (id, quantity, minimumMonths, maximumMonths) => {
	const statutes = [{ id, object: '21:841(b)(1)', drugs: [{ substance: 'cocaine', quantity }] }];
	const [term] = calculate(parseCase({ ...base, statutes })).statutes ?? [];
	expect(term).toMatchObject({ minimumMonths, maximumMonths });
});

test('import and export take the weight by the object of the conspiracy (21 U.S.C. § 963)', () => {
	const statutes = [{ id: '21:963', object: '21:960(b)', drugs: [{ substance: 'heroin', quantity: '100 g' }] }];
	const [term] = calculate(parseCase({ ...base, statutes })).statutes ?? [];
	expect(term).toMatchObject({ minimumMonths: 60, maximumMonths: 480 });
});

describe('rejected, with the fix', () => {
	const refusal = (charged: object | string, id?: string): string => {
		try {
			provisionOf(charged, {}, id);
		} catch (error) {
			if (error instanceof InputError) return `${error.path} ${error.message}`;
			throw error;
		}
		return 'was answered';
	};

	test('doses of LSD: the statute weighs the paper (Chapman v. United States, 500 U.S. 453 (1991))', () => {
		expect(refusal({ substance: 'LSD', quantity: '100 doses' })).toContain('depends on weight');
	});

	test('drugs beside a statute that names its subparagraph, or turns on none', () => {
		expect(refusal('5 g heroin', '21:841(b)(1)(C)')).toContain('/statutes/0/drugs');
		expect(refusal('5 g heroin', '18:1341')).toContain('Name that, or leave the drugs out');
	});
});
