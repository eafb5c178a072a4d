// The criminal histories that another Manual may make of a record.
import { type Category, toCategory } from '../../case/category.ts';
import type { CaseDocument } from '../../case/schema.ts';
import type { Provisions } from '../../law/schema.ts';
import { categoryOfPoints } from '../../law/sentencing-table.ts';
import type { Manuals } from './as-stated.ts';

/** A criminal history as one Manual may have it, where the record behind it is not given. */
export interface PossibleHistory {
	category: Category;
	/** The points that make it, where the case states points; those stated where they can. */
	points?: number;
}

/**
 * What the Manual `to` may make of a record that the case states as points or as a category of the Manual `from`
 * (Chapter Four, Part A): the same where the two Manuals have one rule, more where only one of them has points for
 * status or recency, and anything where sentences are counted by other rules. In the order of the categories.
 */
export function possibleHistories(document: CaseDocument, { from, to }: Manuals): PossibleHistory[] {
	const { criminalHistoryPoints: stated, criminalHistoryCategory: given } = document;
	const category = stated === undefined && given !== undefined ? toCategory(given) : undefined;
	const isOf = (points: number): boolean =>
		stated === undefined ? categoryIn(from, points) === category : points === stated;
	const most = Math.max(mostPoints(from), stated ?? 0);
	const found = new Map<Category, number>();
	for (const { sentences, circumstances } of recordsUpTo(most, from, to)) {
		if (!isOf(total(sentences, circumstances, from))) continue;
		for (const there of sentencesThere(sentences, most, from, to)) {
			const points = total(there, circumstances, to);
			const known = found.get(categoryIn(to, points)) ?? points;
			found.set(categoryIn(to, points), points === stated ? points : Math.min(known, points));
		}
	}
	const inOrder = [...found].sort(([, a], [, b]) => a - b);
	return inOrder.map(([each, points]) => (stated === undefined ? { category: each } : { category: each, points }));
}

/** Whether the offense was committed under a sentence, and soon after release. */
interface Circumstances {
	isUnder: boolean;
	isRecent: boolean;
}

const categoryIn = (provisions: Provisions, points: number): Category =>
	categoryOfPoints(provisions['sentencing-table'], points);

/** The points from which on every record has the last category. */
const mostPoints = (provisions: Provisions): number =>
	Math.max(...provisions['sentencing-table'].criminalHistoryCategories.map(({ minimumPoints }) => minimumPoints));

/** Every record of so many points for sentences; without one that counts nobody is under it, unless a Manual does not ask that it count. */
function recordsUpTo(most: number, from: Provisions, to: Provisions) {
	const isOpen = [from, to].some((each) => each['4A1.1'].status.ofSentencesThatCount === 'open');
	const isRecentOf = (sentences: number, { '4A1.1': { recency } }: Provisions): boolean =>
		recency.inForce && sentences >= recency.ofSentencesWith;
	return Array.from({ length: most + 1 }, (_, sentences) => {
		const under = sentences > 0 || isOpen ? [false, true] : [false];
		const recent = [from, to].some((each) => isRecentOf(sentences, each)) ? [false, true] : [false];
		return under.flatMap((isUnder) => recent.map((isRecent) => ({ sentences, circumstances: { isUnder, isRecent } })));
	}).flat();
}

/** The points of §4A1.1 for sentences, status and recency together. */
function total(sentences: number, { isUnder, isRecent }: Circumstances, { '4A1.1': rule }: Provisions): number {
	const { status, recency } = rule;
	const ofStatus = isUnder && sentences >= status.fromPoints ? status.points : 0;
	const withStatus = ofStatus > 0 ? 'pointsWithStatus' : 'points';
	return sentences + ofStatus + (isRecent && recency.inForce ? recency[withStatus] : 0);
}

/** The points that sentences of so many points in one Manual may have in the other: all but none where other rules count them. */
const sentencesThere = (sentences: number, most: number, from: Provisions, to: Provisions): number[] =>
	sentences === 0 || sentenceRules(from) === sentenceRules(to) ? [sentences] : upTo(most);

const upTo = (most: number): number[] => Array.from({ length: most }, (_, index) => index + 1);

/**
 * The rules by which sentences are counted, as text that can be compared. What an earlier Manual leaves open is read here
 * as the later one has it: a traffic stop is no arrest.
 */
function sentenceRules({ '4A1.1': points, '4A1.2': definitions }: Provisions): string {
	const { sentences, crimesOfViolence } = points;
	const { periods, underEighteen, neverCounted, revocationOfSeveral, multipleSentences } = definitions;
	const { rule, interveningArrestSeparates } = multipleSentences;
	const compared = [sentences, crimesOfViolence, periods, underEighteen, neverCounted, revocationOfSeveral, rule];
	const isOfText = (key: string): boolean => ['citation', 'provision', 'scoredUnder'].includes(key);
	return JSON.stringify([...compared, interveningArrestSeparates], (key, value) => (isOfText(key) ? undefined : value));
}
