// Warnings: a fact that decides the range for all counts is missing.
import type { Category } from '../../case/category.ts';
import type { Provisions } from '../../law/schema.ts';
import { rangeInWords } from '../../result/range-words.ts';
import type { TotalRange, Warning } from '../../result/result.ts';
import type { FirearmOffender, PartB } from '../chapter-four/part-b-found.ts';
import { provisionsIn } from '../statutes/row.ts';

/** A range that the case may have, and the answer to the open question that leads to it. */
export interface Outcome {
	when: 'as-shown' | 'connected' | 'only-count' | 'no-other-qualifies';
	total: TotalRange;
	/** The level and the category of the table that it comes from, where it comes from one. */
	of?: { level: number; category: Category };
}

/** Where a fact that decides between ranges is missing: the ranges, what each takes, and where to say which. */
export function undecidedWarnings(provisions: Provisions, partB: PartB, outcomes: readonly Outcome[]): Warning[] {
	const { firearm } = partB;
	if (firearm && (firearm.hasOthers === undefined || firearm.qualifies === undefined)) {
		return [{ code: 'career-offender-firearm', message: firearmMessage(provisions, firearm, outcomes) }];
	}
	return [{ code: 'armed-career-criminal', message: armedMessage(partB, outcomes) }];
}

function firearmMessage(
	{ '4B1.1': { firearmRanges, felonInPossession } }: Provisions,
	{ firearm, hasOthers }: FirearmOffender,
	outcomes: readonly Outcome[],
): string {
	const named = provisionsIn(firearm);
	if (hasOthers === undefined) {
		return `THE RANGE FOR ALL COUNTS DEPENDS ON A COUNT THAT THE CASE DOES NOT NAME. If ${named} is the only count, the range is ${inWords(outcomes, 'only-count')}. If there is another, with the maximum given, the range is ${inWords(outcomes, 'as-shown')}. Name every count, or leave out the career offender maximum if there is no other.`;
	}
	return `THE RANGE FOR ALL COUNTS TURNS ON THE FIREARM. Unlawful possession of a firearm is a crime of violence only if the firearm is one described in ${felonInPossession?.unlessFirearmOf} (${felonInPossession?.provision}). If it is, the range is ${inWords(outcomes, 'as-shown')}. If it is not, ${named} alone makes the client a career offender (${firearmRanges?.otherCountsAlone}), and the range is ${inWords(outcomes, 'no-other-qualifies')}. Say whether it is, or whether another count is a crime of violence or a controlled substance offense.`;
}

function armedMessage({ armed }: PartB, outcomes: readonly Outcome[]): string {
	const undecided = armed?.undecided;
	return `THE RANGE OF THE ARMED CAREER CRIMINAL TURNS ON THE FIREARM. As shown it is ${withLevel(outcomes, 'as-shown')}. If ${undecided?.words}, it is ${withLevel(outcomes, 'connected')}. Answer both questions on the firearm.`;
}

function withLevel(outcomes: readonly Outcome[], answer: Outcome['when']): string {
	const { total, of } = outcomes.find(({ when }) => when === answer) ?? {};
	if (total === undefined) return 'not known';
	return `${rangeInWords(total)}: level ${of?.level}, category ${of?.category} (${total.provisions.join(', ')})`;
}

function inWords(outcomes: readonly Outcome[], answer: Outcome['when']): string {
	const total = outcomes.find(({ when }) => when === answer)?.total;
	return total === undefined ? 'not known' : `${rangeInWords(total)} (${total.provisions.join(', ')})`;
}
