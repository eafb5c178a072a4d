// Second and later counts under 18 U.S.C. § 924(c) in one case.
import { longDate } from '../../case/dates.ts';
import { factMissing } from '../../case/errors.ts';
import { compareMonths, inMonths, type Months } from '../../case/months.ts';
import { offenseDayOf } from '../../case/offense-day.ts';
import type { CaseDocument } from '../../case/schema.ts';
import type { Provisions } from '../../law/schema.ts';
import type { Warning } from '../../result/result.ts';
import { type ConsecutiveTerm, consecutiveTermOf } from './consecutive-terms.ts';
import { heldRows } from './held-rows.ts';
import { type Row, shownPenalties } from './row.ts';

/** Several counts of one case under 18 U.S.C. § 924(c), each named as a first one, where every one but the first had a longer term. */
interface Stacked {
	/** The places of those counts, and what the statute made of each count as a later one. */
	firsts: readonly number[];
	later: readonly (Row | undefined)[];
	/** What the terms come to in months, by which of the counts is the first. */
	totals: readonly Months[];
}

/** Undefined where a sentence imposed on that day had no such longer term for a second count of the same case. */
function stackedOf(
	rows: readonly Row[],
	provisions: Provisions,
	offense: string | undefined,
	imposed: string,
): Stacked | undefined {
	if (rows.length < 2) return undefined;
	const later = rows.map((row) => rowAsSubsequent(row, provisions, offense, imposed));
	const firsts = later.flatMap((row, index) => (row === undefined ? [] : [index]));
	if (firsts.length < 2) return undefined;
	const totals = firsts.map((first) => termOf(withFirst(rows, later, first)));
	return { firsts, later, totals: [...new Set(totals)].sort(compareMonths) };
}

const withFirst = (rows: readonly Row[], later: readonly (Row | undefined)[], first: number): Row[] =>
	rows.map((row, index) => (index === first ? row : (later[index] ?? row)));

const termOf = (rows: readonly Row[]): Months =>
	(consecutiveTermOf(rows.map(shownPenalties)) as ConsecutiveTerm).leastMonths;

/** `300 months (18 U.S.C. § 924(c)(1)(C)(i))`, and the ids to name, each once. */
function laterCounts({ firsts, later }: Stacked): { terms: string; names: string } {
	const byId = new Map(firsts.map((index) => [later[index]?.id, later[index] as Row]));
	const each = [...byId.values()];
	return {
		terms: each.map((one) => `${inMonths(one.minimumMonths as Months)} (${one.provision})`).join(' or '),
		names: each.map(({ id }) => `"${id}"`).join(' or '),
	};
}

/**
 * The counts, each under 18 U.S.C. § 924(c) but the first with the longer term that it had as a second or subsequent
 * conviction, where the dates of the offense and the sentence are known. Throws InputError where it turns on which was first.
 */
export function withSubsequentCounts(
	rows: readonly Row[],
	document: CaseDocument,
	provisions: Provisions,
): readonly Row[] {
	const { sentencingDate } = document;
	const offense = offenseDayOf(document);
	if (sentencingDate === undefined || offense === undefined) return rows;
	const stacked = stackedOf(rows, provisions, offense, sentencingDate);
	if (stacked === undefined) return rows;
	if (stacked.totals.length === 1) return withFirst(rows, stacked.later, stacked.firsts[0] as number);
	const { citation } = provisions.statutes.subsequentCounts;
	const totals = stacked.totals.map((total) => inMonths(total)).join(' or ');
	throw factMissing('/statutes', {
		question: 'Which of the counts under 18 U.S.C. § 924(c) came first?',
		problem: `Every other count is a second or subsequent conviction, even in the same case (${citation.authority}), so the consecutive term is at least ${totals}, depending on the answer`,
		remedy: `Name each count after the first as ${laterCounts(stacked).names}`,
	});
}

/**
 * The same, where one of the dates is not known: both terms. `day` is the one that the edition stands for, on which the
 * sentence is taken to be imposed where the case does not say.
 */
export function subsequentCountWarnings(
	rows: readonly Row[],
	document: CaseDocument,
	provisions: Provisions,
	day: string,
): Warning[] {
	const stacked = stackedOf(rows, provisions, offenseDayOf(document), document.sentencingDate ?? day);
	const row = stacked?.later[stacked.firsts[0] as number];
	if (stacked === undefined || row?.sentencedFrom === undefined) return [];
	const { terms, names } = laterCounts(stacked);
	const shown = inMonths(termOf(rows));
	const totals = stacked.totals.map((total) => inMonths(total)).join(' or ');
	const turning = stacked.totals.length > 1 ? ', depending on which of the counts came first' : '';
	const { date, authority } = row.sentencedFrom;
	const { citation } = provisions.statutes.subsequentCounts;
	const isKnown = document.sentencingDate !== undefined;
	const when = isKnown ? '' : ` for a sentence imposed before ${longDate(date)}`;
	const since = isKnown
		? ''
		: ` For a sentence on or after that date it is ${shown}, as shown, unless an earlier conviction had become final (${authority}).`;
	const remedy = isKnown ? 'the offense date' : 'the sentencing date and the offense date';
	const message = `THE CONSECUTIVE TERM SHOWN IS TOO LOW${when}: the case names each of ${stacked.firsts.length} counts as a first conviction. Every count after the first is a second or subsequent conviction (${citation.authority}), with at least ${terms}. The consecutive term is then at least ${totals}${turning}, not ${shown}.${since} Name each count after the first as ${names}, or give ${remedy}.`;
	return [{ code: 'second-or-subsequent-count', message }];
}

/** What the statute made of the count as a second or subsequent one; undefined where it is no first one, or made nothing of it. */
function rowAsSubsequent(
	{ id }: Row,
	provisions: Provisions,
	offense: string | undefined,
	imposed: string,
): Row | undefined {
	const as = provisions.statutes.subsequentCounts.rows.find(({ first }) => first === id)?.subsequent;
	if (as === undefined) return undefined;
	const found = heldRows(provisions, as).find(
		({ sentencedFrom, offensesFrom, offensesBefore = '' }) =>
			sentencedFrom !== undefined &&
			imposed < sentencedFrom.date &&
			(offense === undefined || (offensesFrom <= offense && offense < offensesBefore)),
	);
	return found && { ...found, facts: {} };
}
