import type { CaseDocument } from '../../../case/schema.ts';
import type { IllegalReentry } from '../../../law/schema.ts';
import { any, commencedOn, convictedOn, factOf, needed, type Prior } from '../../criminal-history/facts.ts';
import type { Readings } from '../../steps/readings.ts';

type Timing = IllegalReentry['characteristics'][number]['when'][number]['timing'];

/** Whether a prior stands on the side of the removal, the order or the offense that a characteristic of §2L1.2 asks for. */
export function isTimely(timing: Timing, prior: Prior, document: CaseDocument, readings: Readings): boolean {
	switch (timing) {
		case 'deported':
			return wasDeported(document);
		case 'deported-after':
			return removedAfter(convictedOn(prior), removalsOf(document), document, readings);
		case 'deported-or-remained-after':
			return removedOrOrderedAfter(convictedOn(prior), document, readings);
		case 'convicted-before-instant-offense':
			return isBeforeOffense(convictedOn(prior), document, readings);
		case 'convicted-before-first-order':
			return isBefore(convictedOn(prior), firstOrderOf(document), readings);
		case 'any-conduct-before-first-order':
			return isConductBefore(prior, document, readings);
		case 'any-conduct-after-first-order':
			return isConductAfter(prior, document, readings);
		case 'all-conduct-after-first-order':
			return firstOrderOf(document) !== undefined && !isConductBefore(prior, document, readings);
	}
}

/** The first final order of exclusion, deportation or removal; undefined where there was none before the instant offense ended. */
export function firstOrderOf(document: CaseDocument): string | undefined {
	const [first] = [...ordersOf(document)].sort();
	return first !== undefined && isPrevious(first, document) ? first : undefined;
}

/** The removals, and orders after which the defendant remained, that came after a conviction, in their order. */
export function removalsAfter(convicted: string, document: CaseDocument): string[] {
	const events = [...removalsOf(document), ...(document.removalOrders ?? [])];
	return events.filter((event) => event >= convicted && isPrevious(event, document)).sort();
}

/** The removals, and the orders where asked, before the instant offense ended, in their order. */
export function previousRemovals(document: CaseDocument, withOrders: boolean): string[] {
	const { removals = [], removalOrders = [] } = document;
	const events = [...new Set([...removals, ...(withOrders ? removalOrders : [])])];
	return events.filter((event) => isPrevious(event, document)).sort();
}

export const wasDeported = (document: CaseDocument): boolean =>
	any(removalsOf(document).map((removal) => () => isPrevious(removal, document)));

function ordersOf(document: CaseDocument): readonly string[] {
	return needed(
		document.removalOrders,
		'/removalOrders',
		'On what days were final orders of exclusion, deportation or removal made? Give removalOrders, [] where there was none',
	);
}

function removalsOf(document: CaseDocument): readonly string[] {
	return needed(
		document.removals,
		'/removals',
		'On what days was the defendant removed, or left while an order was outstanding? Give removals, [] where it never happened',
	);
}

/** Whether it came before the instant offense ended: nothing later was a previous removal, or an order before it. */
function isPrevious(date: string, document: CaseDocument): boolean {
	const { commencedOn: commenced, endedOn: ended } = document.instantOffense ?? {};
	if (ended === undefined && (commenced === undefined || date < commenced)) return true;
	return (
		date <=
		needed(
			ended,
			'/instantOffense/endedOn',
			`On what day did the instant offense end? It decides whether the removal or order of ${date} came before`,
		)
	);
}

function removedAfter(
	convicted: string,
	events: readonly string[],
	document: CaseDocument,
	readings: Readings,
): boolean {
	const onOrAfter = events.filter((event) => convicted <= event);
	return any([
		...onOrAfter.filter((event) => convicted < event).map((event) => () => isPrevious(event, document)),
		...onOrAfter.map((event) => () => isPrevious(event, document) && isBefore(convicted, event, readings)),
	]);
}

/** One known removal or order after the conviction is enough; where none is known, both must be told. */
function removedOrOrderedAfter(convicted: string, document: CaseDocument, readings: Readings): boolean {
	const known = [...(document.removals ?? []), ...(document.removalOrders ?? [])];
	return any([
		...known.filter((event) => convicted < event).map((event) => () => isPrevious(event, document)),
		() => removedAfter(convicted, [...removalsOf(document), ...ordersOf(document)], document, readings),
	]);
}

/** Before; on the same day only in the other reading; before an order that was never made only in the other reading. */
function isBefore(date: string, event: string | undefined, readings: Readings): boolean {
	if (event === undefined) return readings.other('never-ordered-removed');
	return date < event || (date === event && readings.other('same-day'));
}

function isBeforeOffense(convicted: string, document: CaseDocument, readings: Readings): boolean {
	if (convicted < commencedOn(document)) return true;
	const ended = needed(
		document.instantOffense?.endedOn,
		'/instantOffense/endedOn',
		'On what day did the instant offense end? It decides whether it was committed after the conviction',
	);
	return convicted <= ended && !readings.other('conduct-during-offense');
}

function isConductBefore(prior: Prior, document: CaseDocument, readings: Readings): boolean {
	const order = firstOrderOf(document);
	if (order === undefined) return readings.other('never-ordered-removed');
	return convictedOn(prior) < order || isBefore(conductFrom(prior), order, readings);
}

function isConductAfter(prior: Prior, document: CaseDocument, readings: Readings): boolean {
	const order = firstOrderOf(document);
	if (order === undefined || convictedOn(prior) < order) return false;
	return !isBefore(prior.given.conductTo ?? conductFrom(prior), order, readings);
}

const conductFrom = (prior: Prior): string =>
	factOf(
		prior,
		'conductFrom',
		'On what day did the conduct begin? It decides on which side of the first removal order it lies.',
	);
