import { describe, expect, test } from 'vitest';
import { readTerm } from '../../src/case/typed-terms.ts';
import { readDate, readMonths } from '../../src/case/typed-values.ts';

describe('a day as people type it', () => {
	test.each([
		['2012-03-14'],
		['3/14/2012'],
		['03/14/2012'],
		['March 14, 2012'],
		['march 14 2012'],
		['Mar 14, 2012'],
		['Mar. 14, 2012'],
		['14 March 2012'],
		['14 Mar 2012'],
		['March 14th, 2012'],
	])('%s is the fourteenth of March', (text) => expect(readDate(text)).toBe('2012-03-14'));

	test.each([['Ma 14, 2012'], ['Marsh 14, 2012'], ['14, 2012'], ['13/2012'], ['2012-13'], ['March 14, 12'], ['soon']])(
		'%s comes back as it is',
		(text) => expect(readDate(text)).toBe(text),
	);

	test.each([['2012-03'], ['3/2012'], ['03/2012'], ['March 2012'], ['march, 2012'], ['Mar. 2012']])(
		'%s is March 2012',
		(text) => expect(readDate(text)).toBe('2012-03'),
	);

	test('a bare year is a year', () => expect(readDate('2012')).toBe('2012'));

	test('a month of four letters', () => expect(readDate('Sept. 2012')).toBe('2012-09'));

	test('Sept is September', () => expect(readDate('Sept. 9, 2001')).toBe('2001-09-09'));
});

describe('a term of imprisonment as people type it', () => {
	test.each([
		['13 mo.', '13 months'],
		['13 mos', '13 months'],
		['1 yr', '1 year'],
		['2 yrs. 6 mos.', '2 years 6 months'],
		['a year and a day', '1 year and 1 day'],
		['one year and one day', '1 year and 1 day'],
		['12 months & 1 day', '12 months and 1 day'],
		['eighteen months', '18 months'],
		['ninety days', 'ninety days'],
		['18-month', '18 months'],
		['18 months imprisonment', '18 months'],
		['LIFE', 'life'],
		['none', '0'],
		['0', '0'],
	])('%s', (text, term) => expect(readTerm(text)).toBe(term));

	// An indeterminate sentence counts by its maximum (§4A1.2, comment. (n.2)).
	test.each([
		['8 months to 5 years', '5 years'],
		['18-24 months', '24 months'],
		['18–24 months', '24 months'],
		['18 to 24 mos.', '24 months'],
		['1 to 3 years', '3 years'],
		['one to five years', '5 years'],
		['a year and a day to 3 years', '3 years'],
		['0-6 months', '6 months'],
		['5 years to life', 'life'],
	])('the maximum of %s is %s', (text, term) => expect(readTerm(text)).toBe(term));

	test.each(['time served', '5 years to 8 months', '24-18 months', 'soon', '18', '18-24', 'probation', ''])(
		'%s comes back as it is',
		(text) => expect(readTerm(text)).toBe(text),
	);
});

describe('months as people type them', () => {
	test.each([['120'], ['120 months'], ['120 mo'], ['120mo.'], ['10y'], ['10 y'], ['10 yrs'], ['10 years']])(
		'%s is 120 months',
		(text) => expect(readMonths(text)).toBe(120),
	);

	test.each([
		['one year', 12],
		['Ten Years', 120],
		['twenty-five years', 300],
		['thirty years', 360],
		['eighteen months', 18],
	])('%s is %i months', (text, months) => expect(readMonths(text)).toBe(months));

	test.each(['ten', 'twenty-ten years', 'twenty-thirty years', 'zero years', 'many years', '99999y'])(
		'%s is left as it is',
		(text) => expect(readMonths(text)).toBe(text),
	);

	test('life is life', () => expect(readMonths('Life')).toBe('life'));

	test.each([['ten decades'], ['10 days'], ['10.5 y'], ['y']])('%s comes back as it is', (text) =>
		expect(readMonths(text)).toBe(text),
	);
});
