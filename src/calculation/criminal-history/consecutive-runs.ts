import { addDurations, compareDurations, type Duration, noTime } from '../../case/durations.ts';
import type { Prior } from './facts.ts';

type TermOf = (prior: Prior) => Duration;

/**
 * The sentences of a group whose terms run one after the other, each run by itself: a sentence, and before it the
 * longest run of what it was made consecutive to. Two sentences consecutive to the same third run beside each other;
 * those consecutive to one another are added. Sentences that do not count are passed over. No run is part of another.
 */
export function consecutiveRuns(
	group: readonly Prior[],
	term: TermOf,
	counts: (prior: Prior) => boolean = () => true,
): Prior[][] {
	const before = new Map(group.map((prior) => [prior, namedBy(prior, group)]));
	const reached = new Map(group.map((prior) => [prior, reachedFrom(prior, before)]));
	const isMutual = (a: Prior, b: Prior) => a === b || (reached.get(a)?.has(b) && reached.get(b)?.has(a));
	const known = new Map<Prior, Prior[]>();
	const runTo = (prior: Prior): Prior[] => {
		const found = known.get(prior);
		if (found) return found;
		const mutual = group.filter((each) => isMutual(prior, each));
		const named = mutual.flatMap((each) => before.get(each) ?? []).filter((each) => !mutual.includes(each));
		const run = [...longestOf(named.map(runTo), term), ...mutual.filter(counts)];
		for (const each of mutual) known.set(each, run);
		return run;
	};
	const runs = [...new Set(group.map(runTo))];
	const isPart = (run: Prior[], of: Prior[]) => of.length > run.length && run.every((prior) => of.includes(prior));
	return runs.filter((run) => run.length > 0 && !runs.some((other) => isPart(run, other)));
}

/** The sentences of a group that a chain of consecutive terms joins to one of them, itself among them. */
export function joinedTo(prior: Prior, group: readonly Prior[]): Prior[] {
	const beside = new Map(group.map((each) => [each, namedBy(each, group)]));
	for (const [each, named] of [...beside]) for (const other of named) beside.get(other)?.push(each);
	const reached = reachedFrom(prior, beside).add(prior);
	return group.filter((each) => reached.has(each));
}

/** The run whose terms come to most; the first among equals. Terms are not asked for where there is one run alone. */
export function longestOf(runs: readonly Prior[][], term: TermOf): Prior[] {
	const total = (run: readonly Prior[]) => run.map(term).reduce(addDurations, noTime);
	const distinct = [...new Set(runs)];
	if (distinct.length < 2) return distinct[0] ?? [];
	return distinct.reduce((best, run) => (compareDurations(total(run), total(best)) > 0 ? run : best));
}

const namedBy = ({ given }: Prior, group: readonly Prior[]): Prior[] =>
	group.filter(({ id }) => [given.consecutiveTo ?? []].flat().includes(id));

function reachedFrom(prior: Prior, before: ReadonlyMap<Prior, readonly Prior[]>): Set<Prior> {
	const reached = new Set<Prior>();
	const open = [prior];
	for (let next = open.pop(); next; next = open.pop()) {
		for (const each of before.get(next) ?? []) {
			if (reached.has(each)) continue;
			reached.add(each);
			open.push(each);
		}
	}
	return reached;
}
