// Which days of a case the rules hold against each other.
import { isMonthOrYear } from '../../case/dates.ts';
import type { GivenDate } from '../../case/dates-of-case.ts';
import type { CaseDocument, GivenPrior } from '../../case/schema.ts';
import type { Law } from '../../law/schema.ts';
import { mayBeGrouped } from './may-be-grouped.ts';
import { agesOf, itself, type Move, newMoves } from './moves.ts';

/** Two dates of a case, by their JSON pointers, and what of each a rule may hold against the other. */
export interface Compared {
	one: string;
	other: string;
	ofOne: Move;
	ofOther: Move;
	/** No rule compares the two: only that one cannot be later than the other, so that any days in that order will do. */
	isOrderOnly?: boolean;
}

/**
 * All comparisons of a month or a year with the other dates of a case that any rule may make, of any edition. More than are
 * made does no harm: it costs calculations. The rules that measure from a day: §4A1.2(e) and §4A1.1(e) back from the
 * commencement of the offense, §2L1.2 of 1997 and later back from a removal; status (§4A1.1(d)) and a release that is later
 * than its term, on from a sentence or a revocation; the ages at two offenses.
 */
export function comparedDays(dates: readonly GivenDate[], document: CaseDocument, law: Law): Compared[] {
	const isGrouped = mayBeGrouped(document);
	const isOpen = lacksFacts(document);
	const movesOf = newMoves(document, law);
	const compared: Compared[] = [];
	for (const [index, one] of dates.entries()) {
		for (const other of dates.slice(index + 1)) {
			if (!isMonthOrYear(one.date) && !isMonthOrYear(other.date)) continue;
			const paths = { one: one.path, other: other.path };
			const kind = isOpen ? 'rule' : kindOf(one, other, isGrouped);
			if (kind === 'order') compared.push({ ...paths, ofOne: itself, ofOther: itself, isOrderOnly: true });
			const pairs = kind === 'rule' ? allOf(movesOf(one, other), movesOf(other, one)) : [];
			for (const [ofOne, ofOther] of [...pairs, ...agesOf(one, other, document)]) {
				compared.push({ ...paths, ofOne, ofOther });
			}
		}
	}
	return compared;
}

/**
 * Dates of two priors are compared where the two may be one sentence (§4A1.2(a)(2)); else only their days of sentence. Of one
 * prior, what came up to the sentence is compared with nothing else of it where the prior stands alone, but has its order.
 * With the dates of the offense and the removals all others are compared, or may be; the arrest is not.
 */
function kindOf(
	one: GivenDate,
	other: GivenDate,
	isGrouped: (a: number, b?: number) => boolean,
): 'rule' | 'order' | undefined {
	const [a, b] = [one.prior, other.prior];
	if (a === undefined || b === undefined) {
		const ofPrior = a === undefined ? other : one;
		return ofPrior.key === 'arrestedOn' ? undefined : 'rule';
	}
	if (a !== b)
		return isGrouped(a, b) || (one.key === 'sentencedOn' && other.key === 'sentencedOn') ? 'rule' : undefined;
	return !isGrouped(a) && (beforeSentence.has(one.key) || beforeSentence.has(other.key)) ? 'order' : 'rule';
}

const beforeSentence = new Set(['conductFrom', 'conductTo', 'arrestedOn', 'convictedOn']);

/** Where a day is missing that stands between others, these may bound it, and so be compared. */
function lacksFacts({ instantOffense, priors = [] }: CaseDocument): boolean {
	const { commencedOn, endedOn } = instantOffense ?? {};
	const isUntold = (prior: GivenPrior) => prior.sentencedOn === undefined || prior.conductFrom === undefined;
	return priors.length > 0 && (commencedOn === undefined || endedOn === undefined || priors.some(isUntold));
}

function allOf(some: readonly Move[], others: readonly Move[]): [Move, Move][] {
	return some.flatMap((ofOne) => others.map((ofOther): [Move, Move] => [ofOne, ofOther]));
}
