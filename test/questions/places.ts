import type { Draft, Random } from '../random/random.ts';

export const keysOf = (path: string): string[] => path.slice(1).split('/');

/** What stands at a place of a document; undefined where nothing does. */
export function valueAt(document: unknown, path: string): unknown {
	return keysOf(path).reduce<unknown>((value, key) => (value as Draft | undefined)?.[key], document);
}

/** The document with a value at a place, or without what stands there. */
export function withValue(document: Draft, path: string, value: unknown): Draft {
	const copy = { ...document };
	let target: Draft = copy;
	const keys = keysOf(path);
	for (const key of keys.slice(0, -1)) {
		const inner = target[key] ?? {};
		const own = Array.isArray(inner) ? [...inner] : { ...(inner as Draft) };
		target[key] = own;
		target = own as Draft;
	}
	const last = keys.at(-1) as string;
	if (value === undefined) delete target[last];
	else target[last] = value;
	return copy;
}

const ofPriors = [
	...['grade', 'kinds', 'conductFrom', 'arrestedOn', 'sentencedOn', 'sentence', 'releasedOn', 'convictedAsAdult'],
];
const ofCase = ['/removals', '/removalOrders', '/offenseDate', '/zeroPointOffender', '/criminalHistoryPoints'];
const ofObjects = ['instantOffense', 'safetyValve', 'careerOffender'];

/** The facts that may be taken away from a case, by their places. */
function placesIn(draft: Draft): string[] {
	const priors = (draft['priors'] ?? []) as Draft[];
	const objects = ofObjects.flatMap((key) => Object.keys(draft[key] ?? {}).map((inner) => `/${key}/${inner}`));
	return [
		...ofCase,
		...objects,
		...priors.flatMap((_, index) => ofPriors.map((key) => `/priors/${index}/${key}`)),
	].filter((path) => valueAt(draft, path) !== undefined);
}

/** A case with few of its facts taken away, or many. */
export function withoutFacts(draft: Draft, random: Random): Draft {
	const percent = random.pick([5, 10, 30, 60]);
	return placesIn(draft)
		.filter(() => random.often(percent))
		.reduce((rest, path) => withValue(rest, path, undefined), draft);
}
