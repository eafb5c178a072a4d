// Warnings about the adjustments of Chapter Three.
import { namesSection } from '../../case/provision.ts';
import type { CaseDocument } from '../../case/schema.ts';
import type { Provisions } from '../../law/schema.ts';
import type { Warning } from '../../result/result.ts';
import { asSentence } from '../steps/sentence.ts';
import { adjustmentsTaken, namedAdjustments } from './named-adjustments.ts';

/** Level, category and range of the case with other facts, in words. */
type OutcomeOf = (other: CaseDocument) => string;

/** What is open about the adjustments of a case, each with its outcomes. */
export function adjustmentWarnings(document: CaseDocument, provisions: Provisions, outcomeOf: OutcomeOf): Warning[] {
	const { adjustments = [], chapterThree = [] } = document;
	const given = adjustments.flatMap(({ provision }) => provision ?? []);
	if (given.length === 0 && chapterThree.length === 0) return [];
	return [
		...conditions(document, provisions, outcomeOf),
		...leastLevels(document, provisions, outcomeOf),
		...opposedRoles(document, outcomeOf),
	];
}

const without = (document: CaseDocument, section: string): CaseDocument => ({
	...document,
	chapterThree: (document.chapterThree ?? []).filter((id) => !id.startsWith(section)),
	adjustments: (document.adjustments ?? []).filter(({ provision = '' }) => !namesSection(provision, section)),
});

/** What a named adjustment asks of the facts, always or beside what else the case counts. */
function conditions(document: CaseDocument, provisions: Provisions, outcomeOf: OutcomeOf): Warning[] {
	const counted = adjustmentsTaken(document);
	return namedAdjustments(document, provisions).flatMap(({ id, conditions: asked = [] }) =>
		asked
			.filter(({ beside }) => beside === undefined || counted.some((one) => namesSection(one, beside)))
			.map(({ beside, falls = id, says, citation }): Warning => {
				const other =
					beside === undefined
						? ''
						: ` Both are applied here. Without ${falls}: ${outcomeOf(without(document, falls))}.`;
				return {
					code: 'adjustment-condition',
					message: `${asSentence(`${says} (${citation.section})`)}${other} Check the facts.`,
				};
			}),
	);
}

/** A least level or a category that is not applied because its adjustment is given in levels. */
function leastLevels(document: CaseDocument, provisions: Provisions, outcomeOf: OutcomeOf): Warning[] {
	const { adjustments = [], chapterThree = [] } = document;
	return provisions['chapter-three'].adjustments.flatMap(({ id, leastLevel, category }): Warning[] => {
		if (leastLevel === undefined) return [];
		const section = id.replace(/\(.*$/, '');
		const inLevels = adjustments.find(({ provision = '' }) => namesSection(provision, section))?.provision;
		if (inLevels === undefined) return [];
		const byName = { ...without(document, section), chapterThree: [...chapterThree, id] };
		const commands = `the minimum level of ${leastLevel.level}${category ? ` and category ${category.category}` : ''} that ${id} sets`;
		const message = `The case gives ${inLevels} in levels, so the program does not apply ${commands}. With it: ${outcomeOf(byName)}. Name ${id} as a Chapter Three adjustment, without levels, if it applies.`;
		return [{ code: 'least-level-not-applied', message }];
	});
}

/** An aggravating and a mitigating role are found for one offense, and seldom of one defendant. */
function opposedRoles(document: CaseDocument, outcomeOf: OutcomeOf): Warning[] {
	const { chapterThree = [] } = document;
	const [aggravating, mitigating] = [/^§3B1\.1(?!\d)/, /^§3B1\.2(?!\d)/].map((role) =>
		chapterThree.find((id) => role.test(id)),
	);
	if (aggravating === undefined || mitigating === undefined) return [];
	const outcomes = `With ${aggravating} alone: ${outcomeOf(without(document, mitigating))}. With ${mitigating} alone: ${outcomeOf(without(document, aggravating))}`;
	const message = `${aggravating} and ${mitigating} are both applied, but one is for an aggravating role and the other for a mitigating role. ${outcomes}. Leave out the one that the court did not find.`;
	return [{ code: 'roles-opposed', message }];
}
