import { expect, test } from 'vitest';
import { type CaseDocument, calculate, parseCase } from '../../src/index.ts';
import { caseWith, prior } from './rap-sheet.ts';

/**
 * The work that one record can ask for is bounded: it grows with the square of the number of priors at most. Work is
 * counted in the facts of priors that the calculation reads, so that a slow machine changes nothing.
 */
function readsOf(document: unknown): number {
	const parsed = parseCase(document);
	let reads = 0;
	const counted = (parsed.priors ?? []).map(
		(given) =>
			new Proxy(given, {
				get(target, key) {
					reads++;
					return Reflect.get(target, key);
				},
			}),
	);
	calculate({ ...parsed, priors: counted } as CaseDocument);
	return reads;
}

const dayOf = (index: number): string =>
	`20${String(index % 10).padStart(2, '0')}-${1 + (index % 9)}`.replace('-', '-0');

type Shape = (index: number, ids: readonly string[]) => Record<string, unknown>;
const others = (index: number, ids: readonly string[]) => ids.filter((_, at) => at !== index);
const before = (index: number, ids: readonly string[]) => ids.slice(0, index);

const shapes: [string, Shape][] = [
	['each tied to every other', (i, ids) => ({ consecutiveTo: others(i, ids), sameChargesAs: others(i, ids) })],
	['each consecutive to all before it', (i, ids) => ({ consecutiveTo: before(i, ids), sameChargesAs: before(i, ids) })],
	['a chain', (i, ids) => (i === 0 ? {} : { consecutiveTo: ids[i - 1], sameChargesAs: ids[i - 1] })],
	['a fan', (i, ids) => (i === 0 ? {} : { consecutiveTo: ids[0], sameChargesAs: ids[0] })],
	[
		'juveniles in a chain',
		(i, ids) => ({
			...(i === 0 ? {} : { consecutiveTo: ids[i - 1] }),
			ageAtOffense: 16,
			convictedAsAdult: i % 2 === 0,
		}),
	],
	['crimes of violence of one day', () => ({ kinds: ['crime-of-violence'] })],
	[
		'one revocation of all',
		(i) => ({
			sentencedOn: `${dayOf(i)}-15`,
			convictedOn: `${dayOf(i)}-15`,
			conductFrom: '1999-01-01',
			arrestedOn: '1999-01-02',
			releasedOn: '2012-01-01',
			revocations: [{ on: '2011-01-01', term: '60 days' }],
		}),
	],
	[
		'all apart',
		(i) => ({
			sentencedOn: `${dayOf(i)}-15`,
			convictedOn: `${dayOf(i)}-15`,
			conductFrom: '1999-01-01',
			arrestedOn: '1999-01-02',
			releasedOn: '2012-01-01',
		}),
	],
];

test.each(shapes)('twice the priors, %s: no more than six times the work', (_, shape) => {
	for (const edition of ['1990', '2006', '2015', '2018', '2025']) {
		const of = (number: number): number => {
			const ids = Array.from({ length: number }, (_, index) => `p${index}`);
			const priors = ids.map((id, index) => prior({ id, arrestedOn: '2007-12-01', ...shape(index, ids) }));
			return readsOf(caseWith(edition, priors));
		};
		expect(of(80) / of(40), edition).toBeLessThan(6);
	}
});
