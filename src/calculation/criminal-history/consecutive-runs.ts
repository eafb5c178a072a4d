// Single sentences whose terms run one after another.
import { addDurations, compareDurations, type Duration, noTime } from '../../case/durations.ts';
import type { Prior } from './facts.ts';

type TermOf = (prior: Prior) => Duration;

/** Sentences each of which is consecutive to the others of the circle; mostly one sentence alone. */
interface Circle {
	/** In the order of the group. */
	members: Prior[];
	/** What they were made consecutive to. */
	before: Circle[];
}

/**
 * The sentences of a group whose terms run one after the other, each run by itself: a sentence, and before it the
 * longest run of what it was made consecutive to. Two sentences consecutive to the same third run beside each other;
 * those consecutive to one another are added. Sentences that do not count are passed over. No run begins another.
 */
export function consecutiveRuns(
	group: readonly Prior[],
	term: TermOf,
	counts: (prior: Prior) => boolean = () => true,
): Prior[][] {
	if (group.length === 1) return group.every(counts) ? [[...group]] : [];
	const circles = circlesOf(group);
	const known = new Map<Circle, Prior[]>();
	const begun = new Set<Prior[]>();
	const terms = new Map<Prior, Duration>();
	const termOnce = (prior: Prior): Duration => {
		const found = terms.get(prior) ?? term(prior);
		terms.set(prior, found);
		return found;
	};
	const runTo = (circle: Circle): Prior[] => {
		const found = known.get(circle);
		if (found) return found;
		const first = longestOf(circle.before.map(runTo), termOnce);
		const run = [...first, ...circle.members.filter(counts)];
		begun.add(first);
		known.set(circle, run);
		return run;
	};
	const runs = circles.map(runTo);
	return runs.filter((run) => run.length > 0 && !begun.has(run));
}

/** The run whose terms come to most; the first among equals. Terms are not asked for where there is one run alone. */
export function longestOf(runs: readonly Prior[][], term: TermOf): Prior[] {
	const [only = [], ...more] = runs;
	if (more.length === 0) return only;
	const total = (run: readonly Prior[]) => run.map(term).reduce(addDurations, noTime);
	let best = { run: only, total: total(only) };
	for (const run of more) {
		const other = { run, total: total(run) };
		if (compareDurations(other.total, best.total) > 0) best = other;
	}
	return best.run;
}

/** The sentences of a group that a chain of consecutive terms joins to one of them, itself among them; one list for all of them. */
export function joinedTo(prior: Prior, group: readonly Prior[]): readonly Prior[] {
	if (group.length === 1) return group;
	return joinedIn(group).get(prior) ?? [prior];
}

/** A group does not change, and its ties are asked for time and again. */
function remembered<T>(find: (group: readonly Prior[]) => T): (group: readonly Prior[]) => T {
	const found = new WeakMap<readonly Prior[], T>();
	return (group) => {
		const known = found.get(group) ?? find(group);
		found.set(group, known);
		return known;
	};
}

const joinedIn = remembered((group): Map<Prior, Prior[]> => {
	const joined = new Map(group.map((prior) => [prior, [prior]]));
	for (const [prior, named] of namedIn(group)) {
		for (const other of named) {
			const [here, there] = [joined.get(prior), joined.get(other)] as [Prior[], Prior[]];
			if (here === there) continue;
			here.push(...there);
			for (const each of there) joined.set(each, here);
		}
	}
	const place = placesIn(group);
	for (const each of new Set(joined.values())) each.sort((a, b) => (place.get(a) ?? 0) - (place.get(b) ?? 0));
	return joined;
});

const placesIn = (group: readonly Prior[]) => new Map(group.map((prior, index) => [prior, index]));

/** What each sentence of a group was made consecutive to in it. */
function namedIn(group: readonly Prior[]): Map<Prior, Prior[]> {
	const byId = new Map(group.map((prior) => [prior.id, prior]));
	const named = ({ given }: Prior) => [given.consecutiveTo ?? []].flat().flatMap((id) => byId.get(id) ?? []);
	return new Map(group.map((prior) => [prior, named(prior)]));
}

/** The circles of a group. Two sentences are of one circle where each is reached from the other. */
const circlesOf = remembered((group): Circle[] => {
	const before = namedIn(group);
	const after = new Map(group.map((prior) => [prior, [] as Prior[]]));
	for (const [prior, named] of before) for (const other of named) after.get(other)?.push(prior);
	const finished = visited(group, before, () => {});
	const circleOf = new Map<Prior, Circle>();
	visited(finished.reverse(), after, (prior, first) => {
		const circle = circleOf.get(first) ?? { members: [], before: [] };
		circleOf.set(prior, circle);
		circle.members.push(prior);
	});
	return linked(group, before, circleOf);
});

function linked(group: readonly Prior[], before: Map<Prior, Prior[]>, circleOf: Map<Prior, Circle>): Circle[] {
	const place = placesIn(group);
	const circles = [...new Set(group.flatMap((prior) => circleOf.get(prior) ?? []))];
	for (const circle of circles) {
		circle.members.sort((a, b) => (place.get(a) ?? 0) - (place.get(b) ?? 0));
		const named = circle.members
			.flatMap((prior) => before.get(prior) ?? [])
			.flatMap((prior) => circleOf.get(prior) ?? []);
		circle.before = [...new Set(named)].filter((each) => each !== circle);
	}
	return circles;
}

/** Every sentence that can be reached, those reached from it before it; each is told with the one that the way began at. */
function visited(
	from: readonly Prior[],
	ways: ReadonlyMap<Prior, readonly Prior[]>,
	tell: (prior: Prior, first: Prior) => void,
): Prior[] {
	const seen = new Set<Prior>();
	const finished: Prior[] = [];
	const visit = (prior: Prior, first: Prior): void => {
		if (seen.has(prior)) return;
		seen.add(prior);
		tell(prior, first);
		for (const next of ways.get(prior) ?? []) visit(next, first);
		finished.push(prior);
	};
	for (const prior of from) visit(prior, prior);
	return finished;
}
