import fc from 'fast-check';
import { expect, test } from 'vitest';
import { editions } from '../../src/index.ts';
import { rangeFacts as facts, program } from './compare.ts';
import { EFFECTIVE_DATES, oracle } from './oracle.ts';

/**
 * The program against the second implementation: every cell, statutory limits that sentences really carry, and
 * every fast-track reduction. `npm run test:whole` does so for every edition; the ordinary run takes those in
 * which the table, §3E1.1 or the fast track changed.
 */
const whole = process.env['USSG_TEST_WHOLE'] === '1';
const changed = ['1987-11-01', '1989-11-01', '1992-11-01', '2003-04-30', '2003-10-27', '2010-11-01', '2025-11-01'];

const limits = [
	{},
	...[12, 24, 60, 120, 180, 240, 300, 360, 'life'].map((statutoryMinimumMonths) => ({ statutoryMinimumMonths })),
	...[6, 12, 24, 60, 120, 240, 360, 480].map((statutoryMaximumMonths) => ({ statutoryMaximumMonths })),
	{ statutoryMinimumMonths: 60, statutoryMaximumMonths: 480 },
	{ statutoryMinimumMonths: 120, statutoryMaximumMonths: 'life' },
	{ statutoryMinimumMonths: 24, statutoryMaximumMonths: 24 },
	// The oracle does not know the floors of §5C1.2(b), which after-range.test.ts compares; assistance has none.
	{ statutoryMinimumMonths: 120, statutoryMinimumRelief: 'substantial-assistance' },
];

test('both implementations hold the same editions', () => {
	const verified = editions.filter((edition) => edition.verified).map((edition) => edition.effectiveDate);
	const missing = 'EFFECTIVE_DATES of test/oracle/oracle.ts has other editions than tables/ (tables/README.md, step 7)';
	expect(verified, missing).toEqual(EFFECTIVE_DATES);
});

for (const edition of whole ? EFFECTIVE_DATES : changed) {
	test(`43 levels, 6 categories, statutory limits and fast track in the edition of ${edition}`, {
		timeout: 600_000,
	}, () => {
		for (let baseOffenseLevel = 1; baseOffenseLevel <= 43; baseOffenseLevel++) {
			for (let criminalHistoryCategory = 1; criminalHistoryCategory <= 6; criminalHistoryCategory++) {
				for (const limit of limits) {
					for (const fastTrackLevels of whole ? [0, 1, 2, 3, 4] : [0, 4]) {
						compare({ edition, baseOffenseLevel, criminalHistoryCategory, fastTrackLevels, ...limit });
					}
				}
			}
		}
	});
}

/** Every id that any edition has, so that the ids an edition lacks are refused by both. */
const ids = [
	...['(b)(1)', '(b)(2)'],
	...['1', '2', '3'].flatMap((group) => ['A', 'B', 'C', 'D', 'E'].map((letter) => `(b)(${group})(${letter})`)),
];
const enhancement = fc.oneof(
	fc.constantFrom(...ids),
	fc.record({ id: fc.constantFrom(...ids), receivesPoints: fc.boolean() }),
);

const isBothWays = (all: readonly (string | { id: string; receivesPoints: boolean })[]): boolean =>
	all.some(
		(one) =>
			typeof one !== 'string' &&
			all.some((other) =>
				typeof other === 'string'
					? other === one.id
					: other.id === one.id && other.receivesPoints !== one.receivesPoints,
			),
	);

test('§2L1.2: each enhancement alone, in every edition', () => {
	for (const edition of EFFECTIVE_DATES) {
		for (const id of ids) {
			for (const given of [id, { id, receivesPoints: true }, { id, receivesPoints: false }]) {
				compare({ edition, guideline: '2L1.2', enhancements: [given], criminalHistoryPoints: 5, acceptance: 'full' });
			}
		}
	}
});

test('§2L1.2: any enhancements with any adjustments, acceptance and points, in any edition', () => {
	const anyCase = fc.record(
		{
			edition: fc.constantFrom(...EFFECTIVE_DATES),
			guideline: fc.constant('2L1.2'),
			// One named twice in two ways is no case: the program rejects it or takes one for the other, the oracle has no view.
			enhancements: fc.array(enhancement, { maxLength: 4 }).filter((all) => !isBothWays(all)),
			adjustments: fc.array(
				// §3B1.2 and §4C1.1 only lower the level, §3C1.1 only raises it.
				fc.oneof(
					fc.record({ levels: fc.integer({ min: -10, max: 0 }), provision: fc.constantFrom('§3B1.2', '§4C1.1') }),
					fc.record({ levels: fc.integer({ min: 0, max: 25 }), provision: fc.constant('§3C1.1') }),
				),
				{ maxLength: 2 },
			),
			acceptance: fc.constantFrom(0, 2, 3, 'full'),
			criminalHistoryPoints: fc.integer({ min: 0, max: 20 }),
			statutoryMaximumMonths: fc.constantFrom(24, 120, 240),
			fastTrackLevels: fc.integer({ min: 0, max: 4 }),
		},
		{ requiredKeys: ['edition', 'guideline', 'criminalHistoryPoints'] },
	);
	fc.assert(
		fc.property(anyCase, (document) => compare(document)),
		{ numRuns: whole ? 100_000 : 5_000 },
	);
});

function compare(document: Record<string, unknown>): void {
	const mine = answer(document);
	const other = mine === 'refused' ? facts(oracle(document)) : withAnyAnswer(document);
	if (JSON.stringify(mine) !== JSON.stringify(other)) expect(mine, JSON.stringify(document)).toEqual(other);
}

type Named = string | { id: string; receivesPoints: boolean };

/** What the oracle says; where it needs to know whether a conviction receives points, what it says either way, if that is one answer. */
function withAnyAnswer(document: Record<string, unknown>): unknown {
	const first = facts(oracle(document));
	const named = (document['enhancements'] ?? []) as Named[];
	const at = named.findIndex((one) => typeof one === 'string');
	if (first !== 'refused' || at < 0) return first;
	const either = [true, false].map((receivesPoints) =>
		withAnyAnswer({ ...document, enhancements: named.with(at, { id: named[at] as string, receivesPoints }) }),
	);
	// An answer with which the rest of the case cannot be is none: three levels of acceptance take a level of 16.
	const [one = first, ...others] = either.filter((each) => each !== 'refused');
	return others.every((other) => JSON.stringify(other) === JSON.stringify(one)) ? one : first;
}

const answer = (document: Record<string, unknown>): unknown => facts(program(document));
