import { describe, expect, test } from 'vitest';
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

	test.each([['Ma 14, 2012'], ['Marsh 14, 2012'], ['14, 2012'], ['March 2012'], ['March 14, 12'], ['soon']])(
		'%s comes back as it is',
		(text) => expect(readDate(text)).toBe(text),
	);

	test('Sept is September', () => expect(readDate('Sept. 9, 2001')).toBe('2001-09-09'));
});

describe('a term as people type it', () => {
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
