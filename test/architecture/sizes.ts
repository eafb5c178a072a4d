// What is larger than a file or a function may be, against the list in over-size.json.
import { functionsOf } from './functions.ts';
import type { Sources } from './rules.ts';

/** What a file or a function may come to (CONTRIBUTING.md, "Small and plain"). */
const most = { fileLines: 150, functionLines: 60, parameters: 4 };

export type Measure = keyof typeof most;
/** By its measure, what is over it: a file, or a function as `file name`, with its number. */
export type Sizes = Record<Measure, Record<string, number>>;

/** Everything that is over a measure. */
export function overSize(sources: Sources): Sizes {
	const over: Sizes = { fileLines: {}, functionLines: {}, parameters: {} };
	const note = (measure: Measure, what: string, size: number): void => {
		if (size > Math.max(most[measure], over[measure][what] ?? 0)) over[measure][what] = size;
	};
	for (const [file, source] of Object.entries(sources)) {
		note('fileLines', file, source.trimEnd().split('\n').length);
		for (const { name, lines, parameters } of functionsOf(source)) {
			note('functionLines', `${file} ${name}`, lines);
			note('parameters', `${file} ${name}`, parameters);
		}
	}
	return over;
}

/** What is over a measure and not listed, what grew, and what is listed and no longer over: the lists only shrink. */
export function againstSizes(found: Sizes, listed: Sizes): string[] {
	return (Object.keys(most) as Measure[]).flatMap((measure) => [
		...Object.entries(found[measure])
			.filter(([what, size]) => size > (listed[measure][what] ?? 0))
			.map(([what, size]) => `${measure}: ${what} has ${size}, and may have ${listed[measure][what] ?? most[measure]}`),
		...Object.keys(listed[measure])
			.filter((what) => !Object.hasOwn(found[measure], what))
			.map((what) => `${measure}: ${what} is listed, but is small enough`),
	]);
}
