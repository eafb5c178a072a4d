// Prior sentences treated as one (§4A1.2(a)(2)).
import type { CaseDocument } from '../../case/schema.ts';
import type { Provisions } from '../../law/schema.ts';
import type { Readings } from '../steps/readings.ts';
import {
	arrestedDay,
	comesBefore,
	conductFromDay,
	conductToDay,
	firstOf,
	isSameDay,
	knownDay,
	lastOf,
	maybeSameDay,
	mayComeBefore,
	sentencedDay,
} from './days.ts';
import { all, any, type Prior } from './facts.ts';

/**
 * Prior sentences that are treated as one (§4A1.2(a)(2)): the related cases of the editions before November 2007,
 * the single sentence since. Each group holds one sentence or several; the order of the priors does not matter.
 */
export function groupSentences(
	priors: readonly Prior[],
	document: CaseDocument,
	provisions: Provisions,
	weighed: { readings: Readings; apart: SentencedApart },
): Prior[][] {
	const context = { document, rule: provisions['4A1.2'].multipleSentences, ...weighed };
	const groups: Prior[][] = [];
	for (const prior of [...priors].sort(byDates)) {
		let joined = [prior];
		for (const group of [...groups]) {
			if (!isLinkedTo(joined, group, context)) continue;
			groups.splice(groups.indexOf(group), 1);
			joined = [...group, ...joined];
		}
		groups.push(joined);
	}
	return groups;
}

/** The paths of priors that are supposed to be sentenced on none of the days that the case gives for others. */
export type SentencedApart = ReadonlySet<string>;

/** What ties between sentences are weighed by. */
interface Context {
	document: CaseDocument;
	rule: Provisions['4A1.2']['multipleSentences'];
	readings: Readings;
	apart: SentencedApart;
}

/** One link joins two groups, unless an arrest keeps any of their members apart. */
function isLinkedTo(some: readonly Prior[], others: readonly Prior[], context: Context): boolean {
	const pairs: (readonly [Prior, Prior])[] = [];
	for (const a of some) for (const b of others) if (mayBeLinked(a, b, context)) pairs.push([a, b]);
	if (pairs.length === 0) return false;
	const each = (holds: Test) => pairs.map((pair) => () => holds(pair[0], pair[1], context));
	return all([() => any(each(isLinked)), () => !any(each(isKeptApart))]);
}

type Test = (a: Prior, b: Prior, context: Context) => boolean;

const isKeptApart: Test = (a, b, context) => isLinkedByFacts(a, b, context) && isSeparated(a, b, context);

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

const isLinkedByFacts: Test = (a, b, context) =>
	sharesCharges(a, b) ||
	(!areApart(a, b, context) && isSameDay(sentencedDay(a, context.document), sentencedDay(b, context.document)));

const mayBeLinked: Test = (a, b, context) =>
	sharesCharges(a, b) ||
	(!areApart(a, b, context) && maybeSameDay(sentencedDay(a, context.document), sentencedDay(b, context.document)));

/** Whether one of them is supposed to be sentenced on another day than the one given for the other. */
const areApart: Test = (a, b, { apart }) =>
	apart.size > 0 &&
	((apart.has(a.path) && b.given.sentencedOn !== undefined) ||
		(apart.has(b.path) && a.given.sentencedOn !== undefined));

/** One charging instrument or one day of sentence; before 2007 that day alone leaves open whether the cases were consolidated. */
function isLinked(a: Prior, b: Prior, context: Context): boolean {
	const { rule, readings } = context;
	return all([
		() => isLinkedByFacts(a, b, context),
		() => !isSeparated(a, b, context),
		() => sharesCharges(a, b) || rule.rule === 'single-sentence' || !readings.other('cases-consolidated'),
	]);
}

/** An arrest for the first offense before the second was committed keeps the two apart, whichever of them was the first. */
function isSeparated(a: Prior, b: Prior, context: Context): boolean {
	if (!context.rule.interveningArrestSeparates) return false;
	return any([() => isArrestedBefore(a, b, context), () => isArrestedBefore(b, a, context)]);
}

/** Whether the one was arrested for before the other was committed; during it only in the other reading. */
function isArrestedBefore(first: Prior, second: Prior, { document, rule, readings }: Context): boolean {
	const arrest = arrestedDay(first, document, arrestQuestion);
	const from = conductFromDay(second, document, conductQuestion);
	const isBefore = () => {
		const isOpen = mayComeBefore(arrest, from) && lastOf(arrest) >= firstOf(from);
		// The conduct is asked for before the arrest: it may show that the arrest does not matter.
		if (isOpen && typeof from !== 'string') return from.ask();
		if (isOpen && typeof arrest !== 'string') conductOfFirst();
		return comesBefore(arrest, from);
	};
	const conductOfFirst = () => knownDay(conductFromDay(first, document, conductQuestion));
	const isNoArrest = () =>
		first.given.arrestWasTrafficStop === true && (rule.trafficStop === 'no-arrest' || !readings.other('traffic-stop'));
	const isDuring = () =>
		all([
			() => !isBefore(),
			() => !comesBefore(conductToDay(second, document, conductQuestion), arrest),
			() => comesBefore(conductFromDay(first, document, conductQuestion), from),
		]);
	return any([
		() => isBefore() && !isNoArrest(),
		() => isDuring() && !isNoArrest() && readings.other('arrest-during-offense'),
	]);
}

const arrestQuestion = 'Was there an arrest between the two offenses? When was the arrest for the first one?';
const conductQuestion = {
	question: 'When did the conduct begin?',
	problem: 'It decides whether there was an intervening arrest',
};

function byDates(a: Prior, b: Prior): number {
	const key = ({ given, id }: Prior) => `${given.sentencedOn}|${given.conductFrom}|${id}`;
	return key(a) < key(b) ? -1 : 1;
}
