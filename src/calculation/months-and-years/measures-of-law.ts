// The days, lengths and years of the tables by which a case may be measured.
import { isDate } from '../../case/dates.ts';
import { type Duration, parseDuration } from '../../case/durations.ts';
import type { Law, Provisions } from '../../law/schema.ts';

interface Measures {
	/** All days of the tables, as ISO dates: those on which something took effect, began or ended. */
	days: readonly string[];
	/** All lengths that a term is held against. */
	lengths: readonly Duration[];
	/** Within so many years a release from a foreign sentence must lie (§2L1.2 of 1991). */
	releaseYears: readonly number[];
}

/** What the tables of all editions measure by. They are looked through once, when a case first needs it. */
export function measuresOf(law: Law): Measures {
	const known = found.get(law) ?? readMeasures(law);
	found.set(law, known);
	return known;
}

const found = new WeakMap<Law, Measures>();

const lengthKeys = new Set(['exceeds', 'atLeast', 'atMost']);

function readMeasures(law: Law): Measures {
	const days = new Set<string>();
	const lengths = new Set<string>();
	const releaseYears = new Set<number>();
	const read = (value: unknown, key: string): void => {
		if (typeof value === 'string') {
			if (lengthKeys.has(key)) lengths.add(value);
			else if (isDate(value)) days.add(value);
		} else if (typeof value === 'number') {
			if (key === 'releasedWithinYears') releaseYears.add(value);
		} else if (typeof value === 'object' && value !== null) {
			for (const [name, inner] of Object.entries(value)) read(inner, name);
		}
	};
	read([law.tables, law.editions], '');
	return {
		days: [...days].sort(),
		lengths: [...lengths].flatMap((text) => parseDuration(text) ?? []),
		releaseYears: [...releaseYears],
	};
}

type Tables = Law['tables'];

/** The years of recency, of every edition (§4A1.1(e)). */
export const recentYears = (tables: Tables): number[] =>
	tables['4A1.1'].flatMap(({ recency }) => (recency.inForce ? [recency.withinYears] : []));

/** The years within which a prior sentence counts, of every edition (§4A1.2(e); and (d), for an offense before eighteen). */
export const countedYears = (tables: Tables, withMinors = true): number[] =>
	tables['4A1.2'].flatMap(({ periods, underEighteen: { confinement, other } }: Provisions['4A1.2']) => [
		...periods.map(({ years }) => years),
		...(withMinors ? [confinement.years, other.years] : []),
	]);
