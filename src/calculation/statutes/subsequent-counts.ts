import { longDate } from '../../case/dates.ts';
import { compareMonths, inMonths, type Months } from '../../case/months.ts';
import type { CaseDocument } from '../../case/schema.ts';
import type { Provisions } from '../../law/schema.ts';
import type { Warning } from '../warnings.ts';
import { type ConsecutiveTerm, consecutiveTermOf } from './consecutive-terms.ts';
import { heldRows } from './held.ts';
import { offenseDayOf, type Row, shownPenalties } from './row.ts';

/**
 * Several counts of one case under 18 U.S.C. § 924(c), each named as a first one, for a sentence imposed when the second
 * of them had the longer term of a second or subsequent conviction. `day` is the one that the edition stands for, on
 * which the sentence is taken to be imposed where the case does not say.
 */
export function subsequentCountWarnings(
	rows: readonly Row[],
	document: CaseDocument,
	provisions: Provisions,
	day: string,
): Warning[] {
	if (rows.length < 2) return [];
	const imposed = document.sentencingDate ?? day;
	const offense = offenseDayOf(document);
	const later = rows.map((row) => rowAsSubsequent(row, provisions, offense, imposed));
	const firsts = later.flatMap((row, index) => (row === undefined ? [] : [index]));
	const row = firsts.length < 2 ? undefined : later[firsts[0] as number];
	if (row?.sentencedFrom === undefined) return [];
	const shown = consecutiveTermOf(rows.map(shownPenalties)) as ConsecutiveTerm;
	const totals = firsts.map((first) => {
		const counted = rows.map((each, index) => (index === first ? each : (later[index] ?? each)));
		return (consecutiveTermOf(counted.map(shownPenalties)) as ConsecutiveTerm).leastMonths;
	});
	const [least, ...others] = [...new Set(totals)].sort(compareMonths) as [Months, ...Months[]];
	const order = others.map((total) => ` or ${inMonths(total)}`).join('');
	const turning = others.length > 0 ? ', by which of the counts is the first' : '';
	const { date, authority } = row.sentencedFrom;
	const asLater = firsts.map((index) => later[index] as Row);
	const terms = inEither(asLater.map((one) => `${inMonths(one.minimumMonths as Months)} (${one.provision})`));
	const names = inEither(asLater.map(({ id }) => `"${id}"`));
	const { citation } = provisions.statutes.subsequentCounts;
	const isKnown = document.sentencingDate !== undefined;
	const when = isKnown ? '' : ` for a sentence imposed before ${longDate(date)}`;
	const since = isKnown
		? ''
		: ` For a sentence from that day on it is ${inMonths(shown.leastMonths)}, as shown, unless an earlier conviction had become final (${authority}).`;
	const remedy = isKnown ? '' : ', or give the date of sentencing';
	const message = `THE CONSECUTIVE TERM SHOWN IS TOO LOW${when}: each of ${firsts.length} counts is named as a first one, and every one but the first is a second or subsequent conviction (${citation.authority}), with at least ${terms}. The consecutive term is then at least ${inMonths(least)}${order}${turning}, not ${inMonths(shown.leastMonths)}.${since} Name each count after the first as ${names}${remedy}.`;
	return [{ code: 'second-or-subsequent-count', message }];
}

const inEither = (words: readonly string[]): string => [...new Set(words)].join(' or ');

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
