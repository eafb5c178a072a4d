import { describe, expect, test } from 'vitest';
import { calculate } from '../../src/calculation/calculate.ts';
import { parseCase } from '../../src/case/parse.ts';
import { bundledLaw as law } from '../../src/law/bundled.ts';

/**
 * A plain case carries no warning but the edition's own: what the program does not know of the law of that edition, or of
 * its days, whatever the case. The offense, the sentencing and the edition have one day here.
 */
interface Own {
	code: string;
	/** The first and the last edition that have it; none is the last where it comes in each later one. */
	from: string;
	to?: string;
	why: string;
}

/** A Manual that is announced and not held has one that stands in for it. */
const ofEdition: readonly Own[] = law.editions.editions
	.filter(({ verified }) => !verified)
	.map(({ effectiveDate, note = '' }) => ({
		code: 'edition-unverified',
		from: effectiveDate,
		to: effectiveDate,
		why: note,
	}));

const ofStatutes: readonly Own[] = [
	...ofEdition,
	{
		code: 'statute-unverified',
		from: '1987-11-01',
		to: '2018-11-01',
		why: 'the statutes were read as of April 2023, and what they said on an earlier day was not',
	},
	{
		code: 'statutes-as-of',
		from: '2023-11-01',
		why: 'the statutes were read as of April 2023, and a later amendment is not held',
	},
];

/** A count of reentry makes fast track a question of the day's policy, asked for or not. */
const ofReentry: readonly Own[] = [
	...ofStatutes,
	{
		code: 'fast-track-policy',
		from: '2003-10-27',
		to: '2011-11-01',
		why: 'until January 31, 2012 a program had to be authorized for the district (PROTECT Act § 401(m)(2)(B))',
	},
	{
		code: 'fast-track-policy',
		from: '2025-11-01',
		why: 'whether the policy of January 31, 2012 is still in force since January 21, 2025 was not verified',
	},
];

const editions = law.editions.editions.map(({ effectiveDate }) => effectiveDate);

const codesOf = (document: object): string[] =>
	calculate(parseCase(document), law)
		.warnings.map(({ code }) => code)
		.sort();

const ownOf = (own: readonly Own[], edition: string): string[] =>
	own.flatMap(({ code, from, to = edition }) => (from <= edition && edition <= to ? [code] : [])).sort();

const conclusions = { baseOffenseLevel: 24, acceptance: 2, criminalHistoryPoints: 4 };

const onDayOf = (edition: string) => ({ edition, sentencingDate: edition, offenseDate: edition });

const year = (edition: string, before: number): number => Number(edition.slice(0, 4)) - before;

/** A felony of so many years before the edition, served and over. */
const prior = (edition: string, id: string, before: number, months: number) => ({
	id,
	grade: 'felony',
	kinds: [],
	conductFrom: `${year(edition, before)}-01-10`,
	arrestedOn: `${year(edition, before)}-01-11`,
	sentencedOn: `${year(edition, before)}-04-01`,
	sentence: `${months} months`,
	releasedOn: `${year(edition, before - 2)}-05-01`,
	ageAtOffense: 30,
});

const reentry = (edition: string) => ({
	...onDayOf(edition),
	guideline: '2L1.2',
	acceptance: 2,
	statutes: ['8:1326(a)'],
	instantOffense: {
		commencedOn: `${year(edition, 1)}-06-01`,
		endedOn: edition,
		underCriminalJusticeSentence: false,
	},
	removalOrders: [`${year(edition, 3)}-01-10`],
	removals: [`${year(edition, 3)}-02-10`],
	priors: [{ ...prior(edition, 'burglary', 9, 14) }, { ...prior(edition, 'theft', 7, 6) }],
});

describe.each(editions)('the Manual of %s', (edition) => {
	test.each([
		['conclusions, by edition', { edition, ...conclusions }],
		['conclusions, by the day of sentencing', { sentencingDate: edition, ...conclusions }],
		['conclusions, with both days', { ...onDayOf(edition), ...conclusions }],
		['a category', { edition, baseOffenseLevel: 24, acceptance: 2, criminalHistoryCategory: 'III' }],
		['a statutory maximum', { edition, ...conclusions, statutoryMaximumMonths: 120 }],
		['an adjustment', { edition, ...conclusions, adjustments: [{ levels: 2, provision: '§3B1.3' }] }],
	])('%s', (_, document) => {
		expect(codesOf(document)).toEqual(ownOf(ofEdition, edition));
	});

	test.each(['18:1341', '18:922(g)', '21:841(b)(1)(B)'])('a count under %s', (statute) => {
		const document = { ...onDayOf(edition), ...conclusions, statutes: [statute] };
		expect(codesOf(document)).toEqual(ownOf(ofStatutes, edition));
	});

	test('reentry, from facts with two ordinary priors', () => {
		expect(codesOf(reentry(edition))).toEqual(ownOf(ofReentry, edition));
	});
});

test('the first and the last edition of each warning are editions', () => {
	for (const { from, to = from } of ofReentry) expect(editions).toEqual(expect.arrayContaining([from, to]));
});
