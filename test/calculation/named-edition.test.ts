import { describe, expect, test } from 'vitest';
import { calculate, parseCase } from '../../src/index.ts';

/** §1B1.11(a): the Manual in force at sentencing; (b)(1): if that is worse, the one in force when the offense was committed. */
const warnings = (document: object) =>
	calculate(parseCase({ baseOffenseLevel: 13, criminalHistoryCategory: 'I', ...document })).warnings;
const message = (document: object) => warnings(document).find(({ code }) => code === 'edition-not-of-dates')?.message;

describe('a Manual that is named, and no date of the case supports it', () => {
	test.each([
		[{ edition: '2009', sentencingDate: '2015-03-01' }, 'on the sentencing date, 2015-03-01, that of November 1, 2014'],
		[{ edition: '1990', offenseDate: '2000-03-01' }, 'on the offense date, 2000-03-01, that of November 1, 1998'],
		[{ edition: '2010', offenseDate: '2015-02-01' }, 'that of November 1, 2014 (§1B1.11(b)(1))'],
		[{ edition: '2012', offenseDate: '2010-05-01', sentencingDate: '2015-03-01' }, 'November 1, 2014 (§1B1.11(a)); on'],
		[{ edition: '1990', instantOffense: { endedOn: '2000-03-01' } }, 'on the offense date, 2000-03-01'],
	])('%o', (document, words) => {
		expect(message(document)).toContain(words);
	});

	test.each([
		['in force at sentencing', { edition: '2014', sentencingDate: '2015-03-01' }],
		['at the offense', { edition: '2009', offenseDate: '2010-05-01', sentencingDate: '2015-03-01' }],
		['after the offense, no day of sentencing', { edition: '2018', offenseDate: '2010-05-01' }],
		['no date', { edition: '1990' }],
		['the last day of it', { edition: '2009', sentencingDate: '2010-10-31' }],
		['a year without amendments', { edition: '2021', sentencingDate: '2022-05-01' }],
		['standing in for one that could not be verified', { edition: '2025', sentencingDate: '2026-11-20' }],
	])('none: %s', (_, document) => {
		expect(message(document)).toBeUndefined();
	});

	test('one that took effect after the sentencing has a warning of its own', () => {
		const codes = warnings({ edition: '2012', sentencingDate: '2010-05-01' }).map(({ code }) => code);
		expect(codes).toContain('edition-after-sentencing');
		expect(codes).not.toContain('edition-not-of-dates');
	});
});
