import { describe, expect, test } from 'vitest';
import { calculate, parseCase } from '../../src/index.ts';

/** §1B1.11(a): the Manual in force at sentencing; (b)(1): if that is worse, the one in force when the offense was committed. */
const warnings = (document: object) =>
	calculate(parseCase({ baseOffenseLevel: 13, criminalHistoryCategory: 'I', ...document })).warnings;
const message = (document: object) => warnings(document).find(({ code }) => code === 'edition-not-of-dates')?.message;

describe('a Manual that is named, and no date of the case supports it', () => {
	test.each([
		[
			{ edition: '2009', sentencingDate: '2015-03-01' },
			'on the sentencing date, March 1, 2015, that of November 1, 2014',
		],
		[{ edition: '1990', offenseDate: '2000-03-01' }, 'on the offense date, March 1, 2000, that of November 1, 1998'],
		[{ edition: '2010', offenseDate: '2015-02-01' }, 'that of November 1, 2014 (§1B1.11(b)(1))'],
		[{ edition: '2012', offenseDate: '2010-05-01', sentencingDate: '2015-03-01' }, 'November 1, 2014 (§1B1.11(a)); on'],
		// The Manual in force that day is that of November 1, 2026 (91 FR 24088), whose text is not held.
		[{ edition: '2018', sentencingDate: '2026-11-10' }, 'that of November 1, 2026, which could not be verified'],
		[{ edition: '2018', offenseDate: '2026-11-10' }, 'for which that of November 1, 2025 stands in (§1B1.11(b)(1))'],
		[{ edition: '1990', instantOffense: { endedOn: '2000-03-01' } }, 'on the offense date, March 1, 2000'],
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

	test.each([
		[1, { edition: '2025', sentencingDate: '2026-11-15' }],
		[1, { edition: '2025', offenseDate: '2026-11-15' }],
		[1, { edition: '2026', sentencingDate: '2026-11-15' }],
		[0, { edition: '2025', sentencingDate: '2026-10-31' }],
		[0, { edition: '2025', offenseDate: '2025-12-01' }],
		[0, { edition: '2025', sentencingDate: '2025-11-01' }],
	])('%i warnings that the Manual in force is not the one used: %o', (number, document) => {
		expect(warnings(document).filter(({ code }) => code === 'edition-unverified')).toHaveLength(number);
	});

	test('one that took effect after the sentencing has a warning of its own', () => {
		const codes = warnings({ edition: '2012', sentencingDate: '2010-05-01' }).map(({ code }) => code);
		expect(codes).toContain('edition-after-sentencing');
		expect(codes).not.toContain('edition-not-of-dates');
	});
});
