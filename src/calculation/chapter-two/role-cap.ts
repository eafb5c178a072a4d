// Warning: the base offense level that a mitigating role lowers (§2D1.1(a)(5)).
import { namedUnder, namesStatutes } from '../../case/named-counts.ts';
import { namesSection } from '../../case/provision.ts';
import type { CaseDocument } from '../../case/schema.ts';
import type { Provisions } from '../../law/schema.ts';
import { rangeInWords } from '../../result/range-words.ts';
import type { Result, Warning } from '../../result/result.ts';
import { outcomeOrQuestion } from '../steps/open-questions.ts';

type Rule = Extract<Provisions['mitigating-role-cap'], { inForce: true }>;
type OfGuideline = Rule['guidelines'][number];

/**
 * A base offense level that is typed for a drug or chemical guideline beside a mitigating role: that guideline then lowers
 * the level of its quantity table (§2D1.1(a)(5)), and the program cannot see whether the level given is lowered already.
 * Names both ranges. Silent where an adjustment of the case names the provision: then it is said to be counted.
 */
export function roleCapWarnings(
	document: CaseDocument,
	provisions: Provisions,
	shown: Result['guidelineRange'],
	inThisEdition: (other: CaseDocument) => Result,
): Warning[] {
	const rule = provisions['mitigating-role-cap'];
	const { baseOffenseLevel: base, adjustments = [] } = document;
	if (!rule.inForce || base === undefined || !rule.quantityLevels.includes(base)) return [];
	const role = roleOf(document, rule, provisions);
	const cap = role && capOf(document, rule);
	if (!cap) return [];
	if (adjustments.some(({ provision = '' }) => namesSection(provision, cap.provision))) return [];
	const lowered = loweredLevel(cap, base, role.isMinimal);
	if (lowered >= base) return [];
	const levels = lowered - base;
	const counted = { levels, provision: cap.provision };
	const other = outcomeOrQuestion(
		() => inThisEdition({ ...document, adjustments: [...adjustments, counted] }),
		document,
	);
	const part = cap.provision.replace(/(\(a\)).*/, '$1');
	const message = `${cap.provision} lowers the Drug Quantity Table level if ${role.provision} applies: level ${base} becomes ${lowered}. If your base offense level comes from the table: ${other}. If it is already lowered, or rests on another part of ${part}, as shown: ${rangeInWords(shown)}. Say which with an adjustment under ${cap.provision}: ${levels} levels, or 0 if your level already includes the cap.`;
	return [{ code: 'mitigating-role-cap', message }];
}

/** The mitigating role that the case takes, by name or in levels. */
function roleOf({ chapterThree = [], adjustments = [] }: CaseDocument, rule: Rule, provisions: Provisions) {
	const named = chapterThree.find((id) => namesSection(id, rule.role));
	if (named !== undefined) return { provision: named, isMinimal: named === rule.minimalRole };
	const given = adjustments.find(({ levels, provision = '' }) => levels < 0 && namesSection(provision, rule.role));
	if (given?.provision === undefined) return undefined;
	const minimal = provisions['chapter-three'].adjustments.find(({ id }) => id === rule.minimalRole);
	return { provision: given.provision, isMinimal: given.levels === minimal?.levels };
}

/**
 * The rule of the guideline that the case names, or that its adjustments or counts of conviction show; and that of §2D1.1
 * where nothing says what the offense is: few other guidelines have such levels.
 */
function capOf(document: CaseDocument, rule: Rule): OfGuideline | undefined {
	const { guideline, adjustments = [] } = document;
	const { guidelines } = rule;
	if (guideline !== undefined) return guidelines.find((one) => one.guideline === guideline);
	const shown = guidelines.findLast((one) =>
		adjustments.some(({ provision = '' }) => namesSection(provision, `§${one.guideline}`)),
	);
	if (shown) return shown;
	if (namesStatutes(document)) return namedUnder(document, rule.drugStatutes) ? guidelines[0] : undefined;
	const isOfChapterTwo = adjustments.some(({ provision = '' }) => /^\s*§?\s*2[A-Z]\d/.test(provision));
	return isOfChapterTwo ? undefined : guidelines[0];
}

function loweredLevel({ rows, minimalRoleAtMost }: OfGuideline, base: number, isMinimal: boolean): number {
	const row = rows.find(({ fromLevel }) => base >= fromLevel);
	const lowered = row?.toLevel ?? base - (row?.decrease ?? 0);
	return isMinimal && minimalRoleAtMost !== undefined ? Math.min(lowered, minimalRoleAtMost) : lowered;
}
