// Which of the rows of one characteristic counts, and the steps of those that do not.
import type { GuidelineRow } from '../../law/guideline-schema.ts';

/** A row that the case names or its facts bear out, in levels. */
export interface Claim {
	row: GuidelineRow;
	levels: number;
	/** Its step where it counts. */
	words: string;
	/** Where it turns on prior convictions. */
	isTimed: boolean;
	/** The priors it rests on, in words; empty where it rests on none. */
	on: string;
}

/** The level after a row of so many levels: what it adds or takes off, then the level it sets at least or at most. */
export function levelAfter({ leastLevel, mostLevel }: GuidelineRow, levels: number, level: number): number {
	const raised = Math.max(level + levels, leastLevel ?? Number.NEGATIVE_INFINITY);
	return Math.min(raised, mostLevel ?? Number.POSITIVE_INFINITY);
}

/** The row with the greatest resulting level, which alone counts; the first of those that come to the same. */
export function greatestOf(claims: readonly Claim[], level: number): Claim | undefined {
	let best: Claim | undefined;
	for (const one of claims) {
		const isGreater = !best || levelAfter(one.row, one.levels, level) > levelAfter(best.row, best.levels, level);
		if (isGreater) best = one;
	}
	return best;
}

/** A step of 0 levels. */
interface Step {
	ids: string;
	words: string;
}

/** The steps of the rows that do not count, by the row at which each stands: those that the same priors meet are one. */
export function lesserSteps(
	claims: readonly Claim[],
	best: Claim | undefined,
	group: string,
): ReadonlyMap<Claim, Step> {
	const steps = new Map<Claim, Step>();
	const lesser = claims.filter((claim) => claim !== best);
	for (const claim of lesser) {
		const { row, isTimed, on } = claim;
		if (!isTimed) {
			steps.set(claim, { ids: row.id, words: `${row.description} (not added: ${best?.row.id} adds at least as much)` });
			continue;
		}
		const alike = lesser.filter((each) => each.on !== '' && each.on === on);
		if (alike.length < 2)
			steps.set(claim, {
				ids: row.id,
				words: `${row.description}${on} (not added: only the greatest in its group counts)`,
			});
		else if (claim === alike[0]) steps.set(claim, sharedStep(alike, group));
	}
	return steps;
}

/** What the same priors meet as well within a group, on one line. */
function sharedStep(claims: readonly Claim[], group: string): Step {
	const [first = '', ...others] = claims.map(({ row }) => row.id);
	const ids = [first, ...others.map((id) => id.replace(group, ''))].join(', ');
	return { ids, words: `also met${claims[0]?.on} (not added: only the greatest in its group counts)` };
}
