import { describe, expect, test } from 'vitest';
import { addDurations, dayAfter, differenceInDays, durationText, parseDuration } from '../../src/case/durations.ts';

const read = (text: string) => {
	const duration = parseDuration(text);
	if (!duration) throw new Error(`${text} is no duration`);
	return duration;
};

describe('durations', () => {
	test.each([
		['18 months', { months: 18, days: 0 }],
		['1 year 1 day', { months: 12, days: 1 }],
		['1 year and 1 day', { months: 12, days: 1 }],
		['2 years, 6 months', { months: 30, days: 0 }],
		['2 weeks', { months: 0, days: 14 }],
		['60 days', { months: 0, days: 60 }],
		['0', { months: 0, days: 0 }],
		['Life', 'life'],
	])('%s', (text, expected) => expect(parseDuration(text)).toEqual(expected));

	test.each(['', '18', 'time served', '-3 months', '1.5 years', '18 months or so', 'a year', '0 life'])(
		'%j is none',
		(text) => expect(parseDuration(text)).toBeUndefined(),
	);

	test.each([
		['13 months', '1 year 1 month', 'same'],
		['13 months 1 day', '13 months', 'longer'],
		['1 year 1 day', '13 months', 'shorter'],
		['397 days', '13 months', 'unknown'],
		['398 days', '13 months', 'longer'],
		['393 days', '13 months', 'unknown'],
		['392 days', '13 months', 'shorter'],
		['59 days', '60 days', 'shorter'],
		['60 days', '60 days', 'same'],
		['2 months', '60 days', 'unknown'],
		['3 months', '60 days', 'longer'],
		['1 month', '60 days', 'shorter'],
		['1461 days', '4 years', 'same'],
		['1462 days', '4 years', 'longer'],
		['1826 days', '5 years', 'unknown'],
		['life', '999 years', 'longer'],
		['life', '9999999 years', 'longer'],
		['30000 years', '360000 months', 'same'],
		['30000 years 1 day', '30000 years', 'longer'],
		['life', 'life', 'same'],
	])('%s is to %s: %s', (a, b, expected) => {
		const { least, most } = differenceInDays(read(a), read(b));
		const word = least === 0 && most === 0 ? 'same' : least > 0 ? 'longer' : most < 0 ? 'shorter' : 'unknown';
		expect(word).toBe(expected);
	});

	test('what is left of a long term can be read again', () => {
		for (const text of ['850 years', '10000 years', '9999999 years']) {
			expect(read(durationText(read(text)))).toEqual(read(text));
		}
	});

	test('sums', () => {
		expect(durationText(addDurations(read('12 months'), read('9 months 5 days')))).toBe('21 months 5 days');
		expect(addDurations('life', read('1 day'))).toBe('life');
	});

	test.each([
		['2006-04-01', '3 years', '2009-04-01'],
		['2008-02-29', '1 year', '2009-02-28'],
		['2010-01-31', '1 month', '2010-02-28'],
		['2010-12-31', '1 year 1 day', '2012-01-01'],
		['2000-01-01', '60 days', '2000-03-01'],
		['2001-03-01', '146097 days', '2401-03-01'],
		['2001-03-01', '0', '2001-03-01'],
		['2005-01-01', '900 years', '2905-01-01'],
		['2005-01-01', '30000 years', '9999-12-31'],
		['2005-01-01', '9999999 days', '9999-12-31'],
		['2005-01-01', 'life', '9999-12-31'],
	])('%s and %s: %s', (date, term, day) => expect(dayAfter(date, read(term))).toBe(day));
});
