import type { Provisions } from '../../law/schema.ts';
import type { Readings } from '../steps/readings.ts';
import { factOf, type Prior, sentencedOn } from './facts.ts';

/**
 * Prior sentences that are treated as one (§4A1.2(a)(2)): the related cases of the editions before November 2007,
 * the single sentence since. Each group holds one sentence or several; the order of the priors does not matter.
 */
export function groupSentences(priors: readonly Prior[], provisions: Provisions, readings: Readings): Prior[][] {
	const rule = provisions['4A1.2'].multipleSentences;
	const groups: Prior[][] = [];
	for (const prior of [...priors].sort(byDates)) {
		let joined = [prior];
		for (const group of [...groups]) {
			if (!isLinkedTo(joined, group, rule, readings)) continue;
			groups.splice(groups.indexOf(group), 1);
			joined = [...group, ...joined];
		}
		groups.push(joined);
	}
	return groups;
}

/** One link joins two groups, unless an arrest keeps any of their members apart. */
function isLinkedTo(some: readonly Prior[], others: readonly Prior[], rule: Rule, readings: Readings): boolean {
	const pairs = some.flatMap((a) => others.map((b) => [a, b] as const)).filter(([a, b]) => isLinkedByFacts(a, b));
	return (
		pairs.some(([a, b]) => isLinked(a, b, rule, readings)) && !pairs.some(([a, b]) => isSeparated(a, b, rule, readings))
	);
}

/** The ids that a prior names as charged together with it; each list is searched time and again. */
function namedBy({ given }: Prior): ReadonlySet<string> {
	const { sameChargesAs } = given;
	if (!Array.isArray(sameChargesAs)) return new Set(sameChargesAs === undefined ? [] : [sameChargesAs]);
	const named = namedIn.get(sameChargesAs) ?? new Set(sameChargesAs);
	namedIn.set(sameChargesAs, named);
	return named;
}

const namedIn = new WeakMap<readonly string[], ReadonlySet<string>>();

const names = (prior: Prior, other: Prior): boolean => namedBy(prior).has(other.id);

const sharesCharges = (a: Prior, b: Prior): boolean => names(a, b) || names(b, a);

const isLinkedByFacts = (a: Prior, b: Prior): boolean => sharesCharges(a, b) || sentencedOn(a) === sentencedOn(b);

type Rule = Provisions['4A1.2']['multipleSentences'];

/** One charging instrument or one day of sentence; before 2007 that day alone leaves open whether the cases were consolidated. */
function isLinked(a: Prior, b: Prior, rule: Rule, readings: Readings): boolean {
	if (!isLinkedByFacts(a, b)) return false;
	if (isSeparated(a, b, rule, readings)) return false;
	return sharesCharges(a, b) || rule.rule === 'single-sentence' || !readings.other('cases-consolidated');
}

/** An arrest for the first offense before the second was committed keeps the two apart. */
function isSeparated(a: Prior, b: Prior, rule: Rule, readings: Readings): boolean {
	if (!rule.interveningArrestSeparates) return false;
	if (conductFrom(a) === conductFrom(b)) return false;
	const [first, second] = conductFrom(a) < conductFrom(b) ? [a, b] : [b, a];
	const secondFrom = conductFrom(second);
	const arrest = factOf(
		first,
		'arrestedOn',
		'Was there an arrest between the two offenses? On what day was the arrest for the first?',
	);
	if (arrest > (second.given.conductTo ?? secondFrom)) return false;
	if (first.given.arrestWasTrafficStop && (rule.trafficStop === 'no-arrest' || !readings.other('traffic-stop')))
		return false;
	return arrest < secondFrom || readings.other('arrest-during-offense');
}

const conductFrom = (prior: Prior): string =>
	factOf(
		prior,
		'conductFrom',
		'On what day did the conduct begin? It decides whether an arrest lies between two offenses.',
	);

function byDates(a: Prior, b: Prior): number {
	const key = ({ given, id }: Prior) => `${given.sentencedOn}|${given.conductFrom}|${id}`;
	return key(a) < key(b) ? -1 : 1;
}
