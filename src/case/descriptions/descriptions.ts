// The description of each key of the case document.
import type { Description } from './description.ts';
import { chapterFour, history, prior } from './history.ts';
import { offenseLevel, theCase } from './offense.ts';
import { counts, relief } from './sentence.ts';

const descriptions: Readonly<Record<string, Description>> = {
	...theCase,
	...offenseLevel,
	...history,
	...prior,
	...chapterFour,
	...counts,
	...relief,
};

/** The description of a key by its path, such as "priors.sentence"; a key within another that has none is that of the case. */
export function descriptionOf(path: string): Description | undefined {
	const within = path.indexOf('.');
	return descriptions[path] ?? (within === -1 ? undefined : descriptionOf(path.slice(within + 1)));
}

/** The paths of all keys that have a description of their own. */
export const describedPaths: readonly string[] = Object.keys(descriptions);
