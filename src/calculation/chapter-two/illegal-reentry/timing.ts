// Before or after the removal, the order or the offense.
import { attempt } from '../../../case/errors.ts';
import type { CaseDocument } from '../../../case/schema.ts';
import type { TimedConvictions } from '../../../law/priors-schema.ts';
import {
	comesBefore,
	commencedDay,
	conductFromDay,
	conductToDay,
	convictedDay,
	type Day,
	endedDay,
	firstOf,
	isSameDay,
	lastOf,
	maybeSameDay,
	mayComeBefore,
} from '../../criminal-history/days.ts';
import { all, any, needed, type Prior } from '../../criminal-history/facts.ts';
import type { Readings } from '../../steps/readings.ts';
import { conductAsked, endAsked, ordersAsked, removalsAsked } from './questions.ts';

type Timing = TimedConvictions['timing'];

/** Whether a prior stands on the side of the removal, the order or the offense that a characteristic asks for. */
export function isTimely(timing: Timing, prior: Prior, document: CaseDocument, readings: Readings): boolean {
	const convicted = convictedDay(prior, document);
	switch (timing) {
		case 'deported':
			return wasDeported(document);
		case 'deported-after':
			return removedAfter(convicted, removalsOf(document), document, readings);
		case 'deported-or-remained-after':
			return removedOrOrderedAfter(convicted, document, readings);
		case 'convicted-before-instant-offense':
			return isBeforeOffense(convicted, document, readings);
		case 'convicted-before-first-order':
			return isBefore(convicted, firstOrderOf(document), readings);
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

const ordersOf = ({ removalOrders }: CaseDocument): readonly string[] =>
	needed(removalOrders, '/removalOrders', ordersAsked);

const removalsOf = ({ removals }: CaseDocument): readonly string[] => needed(removals, '/removals', removalsAsked);

/** Whether it came before the instant offense ended: nothing later was a previous removal, or an order before it. */
function isPrevious(date: string, document: CaseDocument): boolean {
	const { endedOn } = document.instantOffense ?? {};
	if (endedOn !== undefined) return date <= endedOn;
	const problem = `It decides whether the removal or order of ${date} came first`;
	return !comesBefore(endedDay(document, endAsked(problem)), date);
}

/** Events of the same day come after a conviction only in the other reading, which is asked of where no later one decides. */
function removedAfter(convicted: Day, events: readonly string[], document: CaseDocument, readings: Readings): boolean {
	const sameDay = events.filter((event) => maybeSameDay(convicted, event));
	return any([
		() => isAnyAfter(convicted, events, document),
		...sameDay.map(
			(event) => () =>
				all([() => isPrevious(event, document), () => isSameDay(convicted, event), () => readings.other('same-day')]),
		),
	]);
}

/** Whether any of the events that came before the instant offense ended is of a later day than the conviction. */
const isAnyAfter = (convicted: Day, events: readonly string[], document: CaseDocument): boolean =>
	any(
		events
			.filter((event) => mayComeBefore(convicted, event))
			.map((event) => () => all([() => isPrevious(event, document), () => comesBefore(convicted, event)])),
	);

/** One known removal or order after the conviction is enough; where none is known, both must be told. */
function removedOrOrderedAfter(convicted: Day, document: CaseDocument, readings: Readings): boolean {
	const known = [...(document.removals ?? []), ...(document.removalOrders ?? [])];
	return any([
		() => isAnyAfter(convicted, known, document),
		() => removedAfter(convicted, [...removalsOf(document), ...ordersOf(document)], document, readings),
	]);
}

/** Before; on the same day only in the other reading; before an order that was never made only in the other reading. */
function isBefore(day: Day, event: string | undefined, readings: Readings): boolean {
	if (event === undefined) return readings.other('never-ordered-removed');
	if (typeof day === 'string') return day < event || (day === event && readings.other('same-day'));
	return any([() => comesBefore(day, event), () => isSameDay(day, event) && readings.other('same-day')]);
}

function isBeforeOffense(convicted: Day, document: CaseDocument, readings: Readings): boolean {
	const problem = 'It decides whether the offense was committed after the conviction';
	const commenced = commencedDay(document);
	if (lastOf(convicted) < firstOf(commenced)) return true;
	return any([
		() => comesBefore(convicted, commenced),
		() =>
			all([
				() => !comesBefore(endedDay(document, endAsked(problem)), convicted),
				() => attempt(() => comesBefore(convicted, commenced)) === true || !readings.other('conduct-during-offense'),
			]),
	]);
}

function isConductBefore(prior: Prior, document: CaseDocument, readings: Readings): boolean {
	const order = firstOrderOf(document);
	if (order === undefined) return readings.other('never-ordered-removed');
	return any([
		() => comesBefore(convictedDay(prior, document), order),
		() => isBefore(conductFromDay(prior, document, conductAsked), order, readings),
	]);
}

function isConductAfter(prior: Prior, document: CaseDocument, readings: Readings): boolean {
	const order = firstOrderOf(document);
	if (order === undefined) return false;
	return all([
		() => !comesBefore(convictedDay(prior, document), order),
		() => !isBefore(conductToDay(prior, document, conductAsked), order, readings),
	]);
}
