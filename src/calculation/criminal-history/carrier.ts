// Which sentence of a group carries its points.
import { compareDurations } from '../../case/durations.ts';
import { attempt, InputError } from '../../case/errors.ts';
import type { Score } from '../../result/result.ts';
import type { Prior } from './facts.ts';
import { type Scoring, scoredTerm } from './points.ts';
import { mostPointsOf, scoreOf } from './score.ts';
import { leastTerm, mostTerm, withTerm } from './untold-term.ts';

/** Sentences that run one after the other, with what they score together. */
type Chain = { chain: Prior[]; score: Score };

/** The run that scores best. One that lacks a fact is asked about only where it could score more than the others. */
export function bestOf(runs: readonly Prior[][], scoring: Scoring): Chain {
	const [only, another] = runs;
	if (only && !another) return { chain: only, score: scoreOf(only, scoring) };
	const judged = runs.map((chain) => ({ chain, score: attempt(() => scoreOf(chain, scoring)) }));
	const known = judged.filter((each): each is Chain => !(each.score instanceof InputError));
	const points = Math.max(-1, ...known.map(({ score }) => score.points));
	for (const { chain, score } of judged) {
		if (score instanceof InputError && mostPointsOf(chain, scoring) > points) throw score;
	}
	return known.reduce((a, b) => (isBetter(b, a, scoring) ? b : a));
}

function isBetter(a: Chain, b: Chain, scoring: Scoring): boolean {
	if (a.score.points !== b.score.points) return a.score.points > b.score.points;
	const isViolent = ({ chain }: Chain) => chain.some(({ given }) => given.kinds?.includes('crime-of-violence'));
	const order = byTerm(a.chain, b.chain, scoring);
	// What does not carry the points may have one of its own as a crime of violence.
	const isOpen = order instanceof InputError && isViolent(a) !== isViolent(b);
	if (isOpen && scoring.provisions['4A1.1'].crimesOfViolence.inForce) throw order;
	const known = knownOrder(order);
	return known > 0 || (known === 0 && isViolent(a) && !isViolent(b));
}

/** Which of two runs is longer; the question for a term that is not told, where either may be. */
function byTerm(a: readonly Prior[], b: readonly Prior[], scoring: Scoring): number | InputError {
	const term = (run: readonly Prior[], untold?: string) =>
		scoredTerm(untold === undefined ? run : run.map((prior) => withTerm(prior, untold)), scoring);
	const order = attempt(() => compareDurations(term(a), term(b)));
	if (!(order instanceof InputError)) return order;
	if (compareDurations(term(a, leastTerm), term(b, mostTerm)) > 0) return 1;
	return compareDurations(term(a, mostTerm), term(b, leastTerm)) < 0 ? -1 : order;
}

const knownOrder = (order: number | InputError): number => (order instanceof InputError ? 0 : order);

/** The fewest sentences of a chain, the weightiest first, that reach its points. */
export function carriersOf(chain: readonly Prior[], points: number, scoring: Scoring): Prior[] {
	if (chain.length === 1) return [...chain];
	const pointsOf = (some: readonly Prior[]): number => {
		const score = attempt(() => scoreOf(some, scoring));
		return score instanceof InputError ? -1 : score.points;
	};
	const weightiest = [...chain].sort((a, b) => pointsOf([b]) - pointsOf([a]) || knownOrder(byTerm([b], [a], scoring)));
	const enough = weightiest.findIndex((_, index) => pointsOf(weightiest.slice(0, index + 1)) >= points);
	return enough === -1 ? weightiest : weightiest.slice(0, enough + 1);
}
