// Ids that belong to one Manual.
import { firstDayOf, longDate } from '../../case/dates.ts';
import { InputError } from '../../case/errors.ts';
import type { CaseDocument } from '../../case/schema.ts';
import { editionNamed, editionOn, provisionsOf } from '../../law/editions.ts';
import type { Law, Provisions } from '../../law/schema.ts';
import type { ChosenEdition } from '../../result/result.ts';
import { givenEnhancement } from '../chapter-two/named-rows.ts';

/** The ids that a case may give: each belongs to one Manual. */
export type Designations = Pick<CaseDocument, 'guideline' | 'base' | 'enhancements' | 'chapterThree'>;

/** What an id stands for in one Manual. */
interface Rule {
	id: string;
	description: string;
	/** The conditions under which it applies, as text that can be compared. */
	test: string;
}

/** An id that the case gives, where it stands, and the rules it names in two Manuals. */
export interface OtherRule {
	path: string;
	id: string;
	before: string;
	after: string;
}

const ruleOf = ({
	id,
	description = '',
	when,
}: {
	id: string;
	description?: string | undefined;
	when?: unknown;
}): Rule => ({
	id,
	description,
	test: JSON.stringify(when ?? null),
});

/** The characteristics of a Chapter Two guideline in an edition, as rules; none where the edition does not hold it. */
export function characteristicRules({ guideline }: Designations, provisions: Provisions): Rule[] {
	return (provisions.guideline(guideline)?.characteristics ?? []).flatMap(({ rows }) => rows.map(ruleOf));
}

/** The base offense levels of a Chapter Two guideline in an edition, as rules. */
const baseRules = ({ guideline }: Designations, provisions: Provisions): Rule[] =>
	(provisions.guideline(guideline)?.base.rows ?? []).map(ruleOf);

/** The named adjustments of Chapter Three in an edition, as rules. */
const adjustmentRules = (_: Designations, provisions: Provisions): Rule[] =>
	provisions['chapter-three'].adjustments.map(({ id, description }) => ruleOf({ id, description }));

/** The ids that a case gives, where each stands, and the rules among which it is one. */
function idsGiven({ base, enhancements = [], chapterThree = [] }: Designations) {
	return [
		...(base === undefined ? [] : [{ path: '/base', id: base, rulesOf: baseRules }]),
		...enhancements.map((one, index) => ({
			path: `/enhancements/${index}`,
			id: givenEnhancement(one).id,
			rulesOf: characteristicRules,
		})),
		...chapterThree.map((id, index) => ({ path: `/chapterThree/${index}`, id, rulesOf: adjustmentRules })),
	];
}

export const isSameRule = (one: Rule, other: Rule): boolean =>
	one.description === other.description && one.test === other.test;

/**
 * The ids of a case that name one rule in one edition and a different rule in another: `(b)(1)(A)` is 16 levels for
 * a violent felony in 2005, and 4 for a reentry felony in 2018. An id that one of them lacks is not among them.
 */
export function otherRules(given: Designations, from: Provisions, to: Provisions): OtherRule[] {
	return idsGiven(given).flatMap(({ path, id, rulesOf }) => {
		const [before, after] = [from, to].map((provisions) => rulesOf(given, provisions).find((rule) => rule.id === id));
		if (before === undefined || after === undefined || isSameRule(before, after)) return [];
		return [{ path, id, before: before.description, after: after.description }];
	});
}

/** The first id of a case that an edition does not have. */
export const idMissing = (given: Designations, to: Provisions): string | undefined =>
	idsGiven(given).find(({ id, rulesOf }) => !rulesOf(given, to).some((rule) => rule.id === id))?.id;

/** The edition whose ids a case gives: the one it names, or the one in force at its sentencing; undefined where it says neither. */
export function editionGiven(
	{ edition, sentencingDate }: Pick<CaseDocument, 'edition' | 'sentencingDate'>,
	law: Law,
): ChosenEdition | undefined {
	if (edition !== undefined) return editionNamed(law, edition);
	return sentencingDate === undefined ? undefined : editionOn(law, firstDayOf(sentencingDate), '', '/sentencingDate');
}

/**
 * Ids belong to the edition for which they were given. Throws InputError where one of them names a different rule in
 * the edition that is used, saying both.
 */
export function refuseOtherRules(
	given: Designations,
	law: Law,
	from: Pick<ChosenEdition, 'effectiveDate'>,
	to: Pick<ChosenEdition, 'effectiveDate'>,
): void {
	if (from.effectiveDate === to.effectiveDate) return;
	const [first] = otherRules(given, provisionsOf(law, from.effectiveDate), provisionsOf(law, to.effectiveDate));
	if (first === undefined) return;
	const { path, id, before, after } = first;
	const message = `${id} is a different rule in the edition used: "${after}". In the Manual of ${longDate(from.effectiveDate)} it is "${before}". Use the id of the right rule in the edition used (ussg editions EDITION lists them)`;
	throw new InputError('different-rule', path, message);
}
