import type { CaseDocument } from '../case/schema.ts';
import type { IllegalReentry } from '../law/schema.ts';
import { commencedOn, convictedOn, factOf, needed, type Prior } from './facts.ts';
import type { Readings } from './readings.ts';

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

/** The first final order of exclusion, deportation or removal; undefined where there was none. */
export function firstOrderOf(document: CaseDocument): string | undefined {
	return [...ordersOf(document)].sort()[0];
}

/** The removals, and orders after which the defendant remained, that came after a conviction, in their order. */
export function removalsAfter(convicted: string, document: CaseDocument): string[] {
	const events = [...removalsOf(document), ...(document.removalOrders ?? [])];
	return previous(events, document)
		.filter((event) => event >= convicted)
		.sort();
}

export const wasDeported = (document: CaseDocument): boolean => previous(removalsOf(document), document).length > 0;

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

/** What came before the instant offense ended: nothing later was a previous removal. */
function previous(dates: readonly string[], document: CaseDocument): string[] {
	const ended = document.instantOffense?.endedOn;
	return dates.filter((date) => ended === undefined || date <= ended);
}

function removedAfter(
	convicted: string,
	events: readonly string[],
	document: CaseDocument,
	readings: Readings,
): boolean {
	const after = previous(events, document);
	return after.some((event) => convicted < event) || after.some((event) => isBefore(convicted, event, readings));
}

/** One known removal or order after the conviction is enough; where none is known, both must be told. */
function removedOrOrderedAfter(convicted: string, document: CaseDocument, readings: Readings): boolean {
	const known = [...(document.removals ?? []), ...(document.removalOrders ?? [])];
	if (previous(known, document).some((event) => convicted < event)) return true;
	return removedAfter(convicted, [...removalsOf(document), ...ordersOf(document)], document, readings);
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
