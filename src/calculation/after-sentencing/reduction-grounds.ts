// Whether the list of the day reaches the case (§1B1.10(a)).
import { longDate } from '../../case/dates.ts';
import { attempt, disagreement, InputError, isMissingFact } from '../../case/errors.ts';
import type { CaseDocument } from '../../case/schema.ts';
import { provisionsOf } from '../../law/editions.ts';
import type { Law } from '../../law/schema.ts';
import type { Amendment, Result, Warning } from '../../result/result.ts';
import { countWarnings, zeroPointBar } from '../chapter-four/zero-point-offender.ts';
import type { Readings } from '../steps/readings.ts';
import type { ReductionRule } from './reduction-rule.ts';

/** What can be said of the amendments before any range is compared. */
export interface Grounds {
	/** False where none of the amendments changes anything in this case. */
	reaches: boolean;
	refusals: { provision: string; description: string }[];
	/** What in the case speaks against the answers on which an amendment reaches the case. */
	warnings?: Warning[];
}

interface Found {
	asSentenced: Result;
	law: Law;
	readings: Readings;
}

/**
 * Whether the list and the day of the order bear a reduction, and whether the amendments reach the case at all. What an
 * amendment itself asks of a case is asked only where the rest does not already bar the order: then throws InputError
 * `facts-missing` for what is not answered; and `disagrees` where one of several amendments counts and another does not, since
 * the change that the case gives is that of them all (§1B1.10(b)(1)).
 */
export function groundsOf(
	document: CaseDocument,
	rule: ReductionRule,
	amendments: readonly Amendment[],
	found: Found,
): Grounds {
	if (amendments.length === 0) return { reaches: true, refusals: noneClaimed(rule) };
	const each = amendments.map((amendment) => ({ amendment, ...groundsOfOne(document, rule, amendment, found) }));
	const counted = each.filter(({ reaches, refusals }) => reaches && refusals.length === 0);
	const barred = each.filter((one) => !counted.includes(one));
	const [first] = barred;
	if (first !== undefined && counted.length > 0) {
		const others = counted.map(({ amendment }) => amendment.name).join(' and ');
		const why = first.refusals.map(({ provision, description }) => `${description} (${provision})`).join('; ');
		throw disagreement(
			'/reduction/amendment',
			`${first.amendment.name} does not count here: ${why}`,
			`Leave it out, and give the change that ${others} ${counted.length === 1 ? 'makes' : 'make'} without it`,
		);
	}
	const all = each.flatMap(({ refusals }) => refusals);
	const isSame = (one: (typeof all)[number], other: (typeof all)[number]) =>
		one.provision === other.provision && one.description === other.description;
	return {
		reaches: each.some(({ reaches }) => reaches),
		refusals: all.filter((one, index) => all.findIndex((other) => isSame(one, other)) === index),
		warnings: each.flatMap(({ warnings = [] }) => warnings),
	};
}

function groundsOfOne(
	document: CaseDocument,
	rule: ReductionRule,
	amendment: Amendment,
	{ asSentenced, law, readings }: Found,
): Grounds {
	const refusals = [...listRefusals(rule, amendment), ...orderRefusals(document, amendment)];
	// Only listed amendments are substituted in the range (§1B1.10(b)(1)).
	if (!amendment.listed && rule.amendedRange.onlyListedAmendments) return { reaches: false, refusals };
	const used = asSentenced.edition.effectiveDate;
	if (amendment.inManualSince <= used) {
		const description = `${amendment.name} has been in the Manual since ${longDate(amendment.inManualSince)}; the Manual used at sentencing, of ${longDate(used)}, already includes it, so it has not lowered the range since`;
		return { reaches: false, refusals: [...refusals, { provision: rule.authority, description }] };
	}
	if (document.sentencingDate !== undefined && amendment.inManualSince <= document.sentencingDate) {
		const description = `${amendment.name} has been in the Manual since ${longDate(amendment.inManualSince)}, before the sentence of ${longDate(document.sentencingDate)}, so it has not lowered the range since`;
		return { reaches: false, refusals: [...refusals, { provision: rule.authority, description }] };
	}
	const criteria = provisionsOf(law, amendment.inManualSince)['4C1.1'];
	if (amendment.adds?.provision !== criteria.provision || !criteria.inForce) return { reaches: true, refusals };
	const points = document.reduction?.criminalHistoryPoints ?? asSentenced.criminalHistory?.points;
	const bar = attempt(() => zeroPointBar(document, points ?? document.criminalHistoryPoints, criteria, readings));
	if (bar instanceof InputError) {
		// Where the order is barred already, nothing more is asked.
		if (refusals.length === 0 || !isMissingFact(bar)) throw bar;
		return { reaches: true, refusals };
	}
	if (bar === undefined) return { reaches: true, refusals, warnings: countWarnings(document, criteria) };
	const notReached = {
		provision: rule.noListedAmendment,
		description: `${amendment.name} does not apply to this case`,
	};
	return { reaches: false, refusals: [...refusals, notReached, { provision: bar.provision, description: bar.bars }] };
}

const noneClaimed = (rule: ReductionRule): Grounds['refusals'] => [
	{ provision: rule.noListedAmendment, description: `the case names no amendment listed in ${rule.list}` },
];

function listRefusals(rule: ReductionRule, { name, ...amendment }: Amendment): Grounds['refusals'] {
	if (amendment.listed) return [];
	const { listedSince, listedParts, otherMotion } = amendment;
	const later = listedSince === undefined ? '' : `; it is listed from ${longDate(listedSince)} on`;
	const others =
		listedParts === undefined ? '' : `; the only parts of that amendment ever listed are ${listedParts.join(' and ')}`;
	const description = `${name} is not listed in ${rule.list} on that date${later}${others}`;
	return [{ provision: rule.noListedAmendment, description }, ...(otherMotion === undefined ? [] : [otherMotion])];
}

function orderRefusals(document: CaseDocument, amendment: Amendment): Grounds['refusals'] {
	const { orderDate } = document.reduction as NonNullable<CaseDocument['reduction']>;
	const orders = amendment.ordersFrom;
	if (!orders || !amendment.listed || orderDate >= orders.date) return [];
	const first = longDate(orders.date);
	const description = `an order based on ${amendment.name} may not take effect before ${first}. The court may enter it earlier if it takes effect then or later (${orders.enteredEarlier}). Give the date it takes effect as the date of the order`;
	return [{ provision: orders.provision, description }];
}
