import { describe, expect, test } from 'vitest';
import { calculate } from '../../src/calculation/calculate.ts';
import { parseCase } from '../../src/case/parse.ts';
import { notHeldFrom } from '../law/not-held.ts';

/** §1B1.11(a): the Manual in force at sentencing; (b)(1): if that is worse, the one in force when the offense was committed. */
const warnings = (document: object) =>
	calculate(parseCase({ baseOffenseLevel: 13, criminalHistoryCategory: 'I', ...document }), law).warnings;
/** Of the Manual of November 1, 2026 (91 FR 24088) no more is known than that it is announced. */
const law = notHeldFrom('2026-11-01');
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
		[{ edition: '2018', sentencingDate: '2026-11-10' }, 'that of November 1, 2026, which was not verified; the'],
		[{ edition: '2018', offenseDate: '2026-11-10' }, 'the Manual of November 1, 2025 is used instead (§1B1.11(b)(1))'],
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

// §1B1.11(a), (b)(1): the Manual in force at sentencing, unless the one in force on the offense date has a lower range.
describe('a Manual that is named beside both dates is not weighed under §1B1.11', () => {
	const code = 'edition-not-weighed';
	const of = (document: object) => warnings(document).find((warning) => warning.code === code)?.message;
	// Amendment 821: status points fell away in 2023. Three points and two for status until then: III, 15–21 at level 12; 3 points, II, 12–18.
	const facts = {
		baseOffenseLevel: undefined,
		criminalHistoryCategory: undefined,
		guideline: '2L1.2',
		acceptance: 'full',
		sentencingDate: '2024-03-01',
		offenseDate: '2022-05-01',
		instantOffense: { commencedOn: '2022-05-01', endedOn: '2022-05-01' },
		removalOrders: ['2021-02-01'],
		removals: ['2021-02-10'],
		priors: [
			{
				grade: 'felony',
				kinds: [],
				conductFrom: '2019-05-01',
				sentencedOn: '2020-01-15',
				sentence: '18 months',
				releasedOn: '2021-01-15',
				supervision: { kind: 'supervised-release', endsOn: '2024-01-15' },
			},
		],
	};

	test('facts: the Manual and the range to which the dates lead', () => {
		expect(of({ ...facts, edition: '2018' })).toContain(
			'The dates lead to the Manual of November 1, 2023: level 12, category II, 12 to 18 months, not 15 to 21 months',
		);
	});

	test.each([
		['the Manual that the dates lead to', { ...facts, edition: '2023' }],
		[
			'one date',
			{
				...facts,
				edition: '2018',
				offenseDate: undefined,
				instantOffense: { ...facts.instantOffense, endedOn: undefined },
			},
		],
		['one Manual in force on both', { edition: '2014', offenseDate: '2014-12-01', sentencingDate: '2015-03-01' }],
	])('nothing to say: %s', (_, document) => {
		expect(of(document)).toBeUndefined();
	});

	test('levels of one Manual: the other was not compared', () => {
		const dates = { offenseDate: '2012-05-01', sentencingDate: '2015-03-01' };
		expect(of({ ...dates, edition: '2014' })).toContain(
			'Manual of November 1, 2011, in force on the offense date, was not compared',
		);
		expect(of({ ...dates, edition: '2011' })).toContain(
			'The Manual of November 1, 2014, in force at sentencing, was not compared',
		);
	});
});
