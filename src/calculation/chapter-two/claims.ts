// The rows of a characteristic that the case names, and those that its facts bear out.
import type { Guideline, GuidelineRow } from '../../law/guideline-schema.ts';
import { timedRows } from '../../law/guidelines.ts';
import { type Claim, levelAfter } from './claims-in-steps.ts';
import { type Grounds, truthOf } from './conditions.ts';
import { findingsOf } from './illegal-reentry/findings.ts';
import type { Finding, PriorFacts } from './illegal-reentry/prior-facts.ts';
import { levelsNamed, type Named, rowNamed } from './named-rows.ts';

/** What the case names, and what is drawn from its priors. */
export interface Drawn {
	facts: PriorFacts;
	/** Whether rows that turn on prior convictions are drawn from the facts, so that ids only have to agree. */
	isDrawn: boolean;
	named: readonly Named[];
	findings: Finding[];
	/** The increases that the case names where they are drawn as well. */
	increases: { group: string; levels: number }[];
}

/** The rows that apply, before the greatest is taken; and whether one is left that nothing in the case addresses. */
interface Claims {
	claims: Claim[];
	isOpen: boolean;
}

/** The rows of a characteristic that its facts bear out, in its order, then those that the case names besides. */
export function claimsOf(
	{ id: group, rows }: Guideline['characteristics'][number],
	drawn: Drawn,
	grounds: Grounds,
): Claims {
	const timed = timedRows(rows);
	const { claims, isOpen } = claimsOfFacts(rows, timed, drawn, grounds);
	for (const said of drawn.named) {
		if (!rows.some((row) => row.id === said.id)) continue;
		const row = rowNamed(said.id, rows, (each) => truthOf(each.when, grounds), drawn.facts.guideline);
		const isTimed = timed.has(row);
		if (isTimed && drawn.isDrawn) {
			const found = said.receivesPoints === undefined ? drawn.findings.find((each) => each.row === row) : undefined;
			drawn.increases.push({ group, levels: found?.levels ?? levelsNamed(row, said) });
		} else if (isTimed || !claims.some((claim) => claim.row === row)) {
			claims.push({ row, levels: levelsNamed(row, said), words: row.description, isTimed, on: '' });
		}
	}
	return { claims, isOpen };
}

function claimsOfFacts(
	rows: readonly GuidelineRow[],
	timed: ReadonlySet<GuidelineRow>,
	drawn: Drawn,
	grounds: Grounds,
): Claims {
	const { level = 0 } = grounds;
	const comesTo = (row: GuidelineRow, levels: number): number => levelAfter(row, levels, level);
	const ofPriors =
		drawn.isDrawn && timed.size > 0 ? findingsOf(timed, drawn.facts, grounds, comesTo) : { found: [], isOpen: false };
	drawn.findings.push(...ofPriors.found);
	const claims: Claim[] = [];
	let isOpen = ofPriors.isOpen || (timed.size > 0 && !drawn.isDrawn);
	for (const row of rows) {
		if (timed.has(row)) {
			const finding = ofPriors.found.find((each) => each.row === row);
			if (finding) claims.push(claimOn(finding));
			continue;
		}
		const truth = truthOf(row.when, grounds);
		if (truth === true) claims.push({ row, levels: row.levels, words: row.description, isTimed: false, on: '' });
		isOpen ||= truth === undefined;
	}
	return { claims, isOpen };
}

function claimOn({ row, levels, priors, matched }: Finding): Claim {
	const lowered = levels === row.levelsWithoutPoints ? ', which receives no criminal history points' : '';
	const each = matched.map((words, index) => (priors.length === 1 ? words : `${priors[index]}: ${words}`));
	const met = each.length === 0 ? '' : ` (${each.join('; ')})`;
	const on = priors.length === 0 ? '' : `: based on ${priors.join(', ')}${lowered}`;
	return { row, levels, words: row.description + on + met + whyNotTheOther(row, levels), isTimed: true, on };
}

/** In the editions where the level depends on criminal history points, why it is this one. */
function whyNotTheOther({ levels, levelsWithoutPoints }: GuidelineRow, counted: number): string {
	if (levelsWithoutPoints === undefined) return '';
	if (counted === levelsWithoutPoints) return `: ${counted} levels instead of ${levels}`;
	return `, which receives criminal history points: ${counted} levels, not ${levelsWithoutPoints}`;
}
