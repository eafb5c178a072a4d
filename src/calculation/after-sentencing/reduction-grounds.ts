import { longDate } from '../../case/dates.ts';
import type { CaseDocument } from '../../case/schema.ts';
import { provisionsOf } from '../../law/editions.ts';
import type { Law } from '../../law/schema.ts';
import { countWarnings, zeroPointBar } from '../chapter-four/zero-point-offender.ts';
import type { Result } from '../result.ts';
import type { Readings } from '../steps/readings.ts';
import type { Warning } from '../warnings.ts';
import type { Amendment } from './covered-amendments.ts';
import type { ReductionRule } from './reduction-extent.ts';

/** What can be said of the amendment before any range is compared. */
export interface Grounds {
	/** False where the amendment changes nothing in this case. */
	reaches: boolean;
	refusals: { provision: string; description: string }[];
	/** What in the case speaks against the answers on which it reaches the case. */
	warnings?: Warning[];
}

/**
 * Whether the list and the day of the order bear a reduction, and whether the amendment reaches the case at all.
 * What the amendment itself asks of a case is asked only where the rest does not already bar the order: then throws
 * InputError `facts-missing` for what is not answered.
 */
export function groundsOf(
	document: CaseDocument,
	rule: ReductionRule,
	amendment: Amendment | undefined,
	{ asSentenced, law, readings }: { asSentenced: Result; law: Law; readings: Readings },
): Grounds {
	const refusals = [...listRefusals(rule, amendment), ...orderRefusals(document, amendment)];
	if (amendment === undefined) return { reaches: true, refusals };
	const used = asSentenced.edition.effectiveDate;
	if (amendment.inManualSince <= used) {
		const description = `${amendment.name} is in the Manual since ${longDate(amendment.inManualSince)}; the one used at sentencing, of ${longDate(used)}, holds it, so the range has not since been lowered`;
		return { reaches: false, refusals: [...refusals, { provision: rule.authority, description }] };
	}
	if (document.sentencingDate !== undefined && amendment.inManualSince <= document.sentencingDate) {
		const description = `${amendment.name} is in the Manual since ${longDate(amendment.inManualSince)}, before the sentence of ${longDate(document.sentencingDate)}, so the range has not since been lowered`;
		return { reaches: false, refusals: [...refusals, { provision: rule.authority, description }] };
	}
	const criteria = provisionsOf(law, amendment.inManualSince)['4C1.1'];
	if (refusals.length > 0 || amendment.adds?.provision !== criteria.provision || !criteria.inForce) {
		return { reaches: true, refusals };
	}
	const points = document.reduction?.criminalHistoryPoints ?? asSentenced.criminalHistory?.points;
	const bar = zeroPointBar(document, points ?? document.criminalHistoryPoints, criteria, readings);
	if (bar === undefined) return { reaches: true, refusals, warnings: countWarnings(document, criteria) };
	const notReached = { provision: rule.noListedAmendment, description: `${amendment.name} does not reach this case` };
	return { reaches: false, refusals: [notReached, { provision: bar.provision, description: bar.bars }] };
}

function listRefusals(rule: ReductionRule, amendment: Amendment | undefined): Grounds['refusals'] {
	if (amendment?.listed) return [];
	const { listedSince, listedParts } = amendment ?? {};
	const later = listedSince === undefined ? '' : `, where it stands since ${longDate(listedSince)}`;
	const others = listedParts === undefined ? '' : `: of that amendment only ${listedParts.join(' and ')} ever were`;
	const description =
		amendment === undefined
			? `no amendment listed in ${rule.list} is claimed`
			: `${amendment.name} is not listed in ${rule.list} on that day${later}${others}`;
	return [{ provision: rule.noListedAmendment, description }];
}

function orderRefusals(document: CaseDocument, amendment: Amendment | undefined): Grounds['refusals'] {
	const { orderDate } = document.reduction as NonNullable<CaseDocument['reduction']>;
	const orders = amendment?.ordersFrom;
	if (!orders || !amendment?.listed || orderDate >= orders.date) return [];
	const first = longDate(orders.date);
	const description = `an order that rests on ${amendment.name} may take effect from ${first}, on, and not before. It may be entered before, if it takes effect then or later (${orders.enteredEarlier}): give the day on which it takes effect as the day of the order`;
	return [{ provision: orders.provision, description }];
}
