// Whether the earlier Manual can evaluate what the case states.
import type { CaseDocument } from '../../case/schema.ts';
import { countsPriors } from '../../law/guidelines.ts';
import type { Provisions } from '../../law/schema.ts';
import { drawsOnPriors } from '../chapter-two/characteristics.ts';
import { characteristicRules, idMissing, isSameRule, otherRules } from './designations.ts';

/** The two Manuals that are weighed: the case is stated for the one, and is held against the other. */
export interface Manuals {
	from: Provisions;
	to: Provisions;
}

/**
 * Why the Manual of `to` cannot evaluate the offense as the case states it for the Manual of `from`, leaving aside the
 * fields that are `stated` for `to` itself; undefined where it can. Facts can be evaluated under any Manual. A level
 * that the case states as a number is of one Manual alone; an id carries over where it names the same rule, and no
 * other characteristic there could apply in its place.
 */
export function notEvaluated(
	given: CaseDocument,
	manuals: Manuals,
	stated: readonly (keyof CaseDocument)[] = [],
): string | undefined {
	const document = without(given, stated);
	return (
		baseNotEvaluated(document, manuals, stated) ??
		idsNotEvaluated(document, manuals) ??
		(isNamedAlone(given, manuals.from) && !stated.includes('enhancements')
			? silenceNotEvaluated(document, manuals)
			: undefined) ??
		levelsNotEvaluated(document, manuals)
	);
}

/** The case without some of its fields. */
export function without(document: CaseDocument, fields: readonly (keyof CaseDocument)[]): CaseDocument {
	const kept = Object.entries(document).filter(([field]) => !fields.includes(field as keyof CaseDocument));
	return Object.fromEntries(kept) as CaseDocument;
}

/** Whether an edition has the guideline of a case as a table. */
export const holdsGuideline = (document: CaseDocument, provisions: Provisions): boolean =>
	provisions.guideline(document.guideline) !== undefined;

function baseNotEvaluated(
	document: CaseDocument,
	{ from, to }: Manuals,
	stated: readonly (keyof CaseDocument)[],
): string | undefined {
	const isStated = stated.includes('baseOffenseLevel') || (stated.includes('base') && holdsGuideline(document, to));
	if (isStated) return undefined;
	if (!holdsGuideline(document, from))
		return 'the base offense level is stated as a number, which belongs to one Manual';
	return holdsGuideline(document, to) ? undefined : `the program does not hold §${document.guideline} of that Manual`;
}

/** Whether the case names the increases for its priors, and gives no facts from which they could be drawn. */
function isNamedAlone(document: CaseDocument, { guideline }: Provisions): boolean {
	const held = guideline(document.guideline);
	return countsPriors(held) && !drawsOnPriors(document, held);
}

/** Facts decide a guideline that counts priors whatever the ids beside them. */
function idsNotEvaluated(document: CaseDocument, { from, to }: Manuals): string | undefined {
	const { enhancements, ...others } = document;
	const held = from.guideline(document.guideline);
	const ids = drawsOnPriors(document, held) ? others : document;
	const [other] = otherRules(ids, from, to);
	if (other) return `${other.id} is a different rule in that Manual, "${other.after}"`;
	const decides = countsPriors(held) && characteristicRules(document, to).length === 0;
	const missing = idMissing(decides ? others : ids, to);
	return missing && `it has no ${missing}, and the case does not say what applies instead`;
}

/** The characteristics that the case does not name: what its ids deny in one Manual they may not deny in another. */
function silenceNotEvaluated(document: CaseDocument, { from, to }: Manuals): string | undefined {
	const before = characteristicRules(document, from);
	const other = characteristicRules(document, to).find(
		(rule) => !before.some((each) => each.id === rule.id && isSameRule(each, rule)),
	);
	return other && unaddressed(other);
}

/** In words, why a characteristic that the case does not speak of leaves the other Manual undecided. */
const unaddressed = ({ id, description }: { id: string; description: string }): string =>
	`${id} is different in that Manual, "${description}", and the case does not say whether it applies`;

/** Changes in levels, but for those that a provision of Chapter Three makes in both Manuals, as the tables have it. */
function levelsNotEvaluated(
	{ adjustments = [], otherGroups = [] }: CaseDocument,
	{ from, to }: Manuals,
): string | undefined {
	if (otherGroups.length > 0) {
		return 'the offense levels of the other Groups are stated as numbers, which belong to one Manual';
	}
	const isOfBoth = ({ levels, provision }: (typeof adjustments)[number]): boolean => {
		const [before, after] = [from, to].map((provisions) =>
			provisions['chapter-three'].adjustments.find(({ id }) => id === withSign(provision)),
		);
		return before?.levels === levels && after?.levels === levels && before.description === after.description;
	};
	const typed = adjustments.find((adjustment) => !isOfBoth(adjustment));
	if (typed === undefined) return undefined;
	const { levels, provision, label } = typed;
	const what = [provision, label].filter(Boolean).join(' ');
	return `a change of ${levels > 0 ? '+' : ''}${levels}${what === '' ? '' : ` (${what})`} is stated in levels, which belong to one Manual`;
}

/** A provision as the tables write it: `§3C1.1`. */
const withSign = (provision = ''): string => `§${provision.replace(/^\s*(?:USSG|U\.S\.S\.G\.)?\s*§?\s*/, '').trim()}`;
