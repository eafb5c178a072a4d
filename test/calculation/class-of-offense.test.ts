import { describe, expect, test } from 'vitest';
import { calculate, parseCase } from '../../src/index.ts';
import { bundledLaw } from '../../src/law/bundled.ts';
import { textReport } from '../../src/report/formats/text.ts';

const answer = (document: object) =>
	calculate(parseCase({ edition: '2010', baseOffenseLevel: 20, criminalHistoryCategory: 'I', ...document }));

/**
 * The line of Class B: 25 years in 18 U.S.C. § 3559(a)(2) as read; the first table of §4B1.1, which its background says
 * was drawn on the classes of § 3559, was divided at 20 years (App. C, amend. 48). The text of 1987 was not read.
 */
describe('Class B before November 18, 1988 (18 U.S.C. § 3559(a); App. C, amend. 48)', () => {
	const of = (maximum: number | 'life', document: object) => {
		const { supervisedRelease, warnings } = answer({ edition: '1988', statutoryMaximumMonths: maximum, ...document });
		const message = warnings.find(({ code }) => code === 'statute-unverified')?.message;
		return { offenseClass: supervisedRelease?.offenseClass, term: supervisedRelease?.term, message };
	};

	// §5D3.2(b) since January 15, 1988 (amend. 52): Class A or B three to five years, C or D two to three; §5B1.1(b)(1).
	test.each([240, 299])('a maximum of %i months: both classes are named, and what each decides', (maximum) => {
		const { offenseClass, term, message } = of(maximum, { offenseDate: '1988-11-17' });
		expect([offenseClass, term?.minimumMonths, term?.maximumMonths]).toEqual(['B', 36, 60]);
		expect(message).toMatch(
			/If it was 20 years, as shown: class B, supervised release of 36 to 60 months.*no probation/,
		);
		expect(message).toMatch(
			/If it was 25 years: class C, supervised release of 24 to 36 months.*does not bar probation/,
		);
		expect(message).toContain('§5B1.1(b)(1)');
	});

	test('from that day on the line read in print decides, and nothing is open', () => {
		const { offenseClass, term, message } = of(240, { offenseDate: '1988-11-18' });
		expect([offenseClass, term?.minimumMonths, term?.maximumMonths, message]).toEqual(['C', 24, 36, undefined]);
		expect(of(240, { edition: '1989' })).toMatchObject({ offenseClass: 'C', message: undefined });
	});

	test('without a day of the offense a Manual of before that day supposes an offense before it', () => {
		expect(of(240, {}).message).toContain('as shown: class B');
	});

	test.each([
		[239, 'C'],
		[300, 'B'],
		['life', 'A'],
	] as const)('a maximum of %s is of class %s by both lines: nothing to say', (maximum, offenseClass) => {
		expect(of(maximum, { offenseDate: '1988-06-01' })).toMatchObject({ offenseClass, message: undefined });
	});

	test('a class that the case states stands', () => {
		const { supervisedRelease, warnings } = answer({ edition: '1988', offenseClass: 'C', offenseDate: '1988-06-01' });
		expect(supervisedRelease?.offenseClass).toBe('C');
		expect(warnings.map(({ code }) => code)).not.toContain('statute-unverified');
	});

	// 18 U.S.C. § 3559(a): "an offense that is not specifically classified by a letter grade in the section defining it".
	test('a class stated beside a maximum of another class is taken, and said', () => {
		const message = (document: object) =>
			answer({ offenseClass: 'E', ...document }).warnings.find(({ code }) => code === 'class-not-of-maximum')?.message;
		expect(message({ statutoryMaximumMonths: 240 })).toMatch(
			/Class E, but an offense with a maximum of 240 months is Class C/,
		);
		expect(message({ statutoryMaximumMonths: 59 })).toBeUndefined();
		expect(message({ statutoryMaximumMonths: 72, counts: 3 })).toBeUndefined();
		expect(message({ statutes: ['8:1326(a)'] })).toBeUndefined();
		const before = { edition: '1988', offenseDate: '1988-06-01', statutoryMaximumMonths: 240 };
		expect(message({ ...before, offenseClass: 'C' })).toBeUndefined();
		expect(message({ ...before, offenseClass: 'B' })).toBeUndefined();
	});

	test('a statute of twenty years is put in the class of its day: 21 U.S.C. § 841(b)(1)(C)', () => {
		const drugs = (offenseDate: string) =>
			answer({ edition: '1988', statutes: ['21:841(b)(1)(C)'], offenseDate, baseOffenseLevel: 6 });
		const before = drugs('1988-06-01');
		expect(before.statutes?.[0]?.offenseClass).toBe('B');
		expect(before.sentencingOptions.probation.barredBy).toBe('Class B felony, §5B1.1(b)(1)');
		expect(before.warnings.some(({ message }) => /If it was 25 years: class C/.test(message))).toBe(true);
		const after = drugs('1988-12-01');
		expect(after.statutes?.[0]?.offenseClass).toBe('C');
		expect(after.sentencingOptions.probation.authorized).toBe(true);
	});
});

/** §5D1.1(a): after a sentence of more than one year; 18 U.S.C. § 3559(a)(6): a Class A misdemeanor carries one year at most. */
describe('when supervised release is to be ordered (§5D1.1(a))', () => {
	const release = (document: object) => answer(document).supervisedRelease;
	const text = (document: object) => textReport(answer(document), bundledLaw).replace(/\s+/g, ' ');

	test('a Class A misdemeanor never asks for it, with or without its maximum', () => {
		expect(release({ offenseClass: 'A-misdemeanor' })).toMatchObject({ order: 'may', provision: '§5D1.1(b)' });
		const both = { offenseClass: 'A-misdemeanor', statutoryMaximumMonths: 12 };
		expect(release(both)).toMatchObject({ order: 'may', provision: '§5D1.1(b)' });
		expect(text({ offenseClass: 'A-misdemeanor' })).not.toContain('more than 12 months');
		const first = { edition: '1987', offenseClass: 'C-misdemeanor' };
		expect(release(first)).toMatchObject({ order: 'may', provision: '§5D3.1(b)' });
	});

	test('two such counts may come to more than a year, and so may a Class E felony', () => {
		expect(release({ offenseClass: 'A-misdemeanor', counts: 2 })).toMatchObject({ requiredAboveMonths: 12 });
		expect(release({ offenseClass: 'E' })).toMatchObject({ requiredAboveMonths: 12 });
	});

	// 18 U.S.C. § 1028A(a)(1), (b)(2): two years, after every other term.
	test('a consecutive term of more than a year asks for it, however short the sentence on the other counts', () => {
		const theft = { statutes: ['18:1028A(a)(1)', '8:1326(a)'], offenseDate: '2009-01-15', edition: '2009' };
		expect(release(theft)).toMatchObject({ order: 'shall', provision: '§5D1.1(a)' });
		expect(release({ ...theft, sentenceImposedMonths: 6 })).toMatchObject({ order: 'shall' });
		expect(release(theft)).not.toHaveProperty('requiredAboveMonths');
	});

	test('so does a statutory minimum of more than a year, unless it is lifted', () => {
		const minimum = { statutoryMinimumMonths: 24, statutoryMaximumMonths: 120 };
		expect(release(minimum)).toMatchObject({ order: 'shall', provision: '§5D1.1(a)' });
		expect(release({ ...minimum, statutoryMinimumMonths: 12 })?.order).toBe('shall-above-one-year');
		const lifted = { ...minimum, statutoryMinimumRelief: 'substantial-assistance' };
		expect(release(lifted)?.order).toBe('shall-above-one-year');
		expect(release({ ...minimum, sentenceImposedMonths: 10 })?.order).toBe('may');
	});
});
