// The offense statutory maximum of §4B1.1, and warnings about it.
import { compareMonths, inMonths, longer, type Months } from '../../case/months.ts';
import type { CaseDocument } from '../../case/schema.ts';
import { sectionOf } from '../../case/statute-names.ts';
import type { Provisions } from '../../law/schema.ts';
import { clampLevel } from '../../law/sentencing-table.ts';
import { rangeInWords } from '../../result/range-words.ts';
import type { StatuteOfConviction, Warning } from '../../result/result.ts';
import { deriveRange, type StatutoryLimits } from '../range/guideline-range.ts';
import { heldRows } from '../statutes/held-rows.ts';
import { isUnder, provisionsIn } from '../statutes/row.ts';
import type { PartB } from './part-b-found.ts';

/** The row of §4B1.1(b) for a statutory maximum, in months; undefined where no row reaches so low. */
export const careerRowOf = ({ table }: Provisions['4B1.1'], maximum: Months) =>
	table.find(({ fromMonths }) => compareMonths(maximum, fromMonths) >= 0);

/** The circumstances that rest on a prior record, and what is left of each without it. */
const withoutPriorRecord = { 'one-prior': undefined, 'two-priors': undefined, 'death-with-prior': 'death' } as const;

/** The maximum of a count without what a prior record adds to it, in months. */
function withoutIncreases(
	{ provision, object = provision, circumstance, maximumMonths }: StatuteOfConviction,
	provisions: Provisions,
): Months {
	if (circumstance === undefined || !(circumstance in withoutPriorRecord)) return maximumMonths;
	const left = withoutPriorRecord[circumstance as keyof typeof withoutPriorRecord];
	const plain = heldRows(provisions, sectionOf(object) ?? '').find((row) => row.circumstance === left);
	return plain?.maximumMonths ?? maximumMonths;
}

/** The maximum of a count, without what a prior record adds to it where the edition does not take that in, in months. */
export const leastMaximum = (count: StatuteOfConviction, provisions: Provisions): Months =>
	provisions['4B1.1'].statutoryMaximum.priorRecordIncreases === 'included'
		? count.maximumMonths
		: withoutIncreases(count, provisions);

/** The count whose maximum is the one given and takes in an increase for a prior record, where none has it without. */
export function increasedCount(
	given: Months | undefined,
	statutes: readonly StatuteOfConviction[],
	provisions: Provisions,
): StatuteOfConviction | undefined {
	if (statutes.some((count) => withoutIncreases(count, provisions) === given)) return undefined;
	return statutes.find(({ maximumMonths }) => maximumMonths === given);
}

/**
 * Where the note that leaves out the increases for a prior record was held invalid: the level and the range with them if
 * the maximum given is without, and without them if it is with, in months.
 */
export function careerMaximumWarnings(
	{ careerOffender }: CaseDocument,
	provisions: Provisions,
	{ career, armed }: PartB,
	{ total, limits, statutes }: { total: number; limits: StatutoryLimits; statutes: readonly StatuteOfConviction[] },
): Warning[] {
	const given = careerOffender?.offenseStatutoryMaximumMonths;
	if (career === undefined || given === undefined) return [];
	const rule = provisions['4B1.1'];
	const { heldInvalid, citation } = rule.statutoryMaximum;
	if (heldInvalid === undefined) return [];
	const increased = increasedCount(given, statutes, provisions);
	const other = increased
		? withoutIncreases(increased, provisions)
		: statutes
				.filter((count) => withoutIncreases(count, provisions) === given)
				.map(({ maximumMonths }) => maximumMonths)
				.reduce(longer, given);
	const levelOf = (months: Months) => careerRowOf(rule, months)?.level ?? 0;
	const ofTable = career.level + levelOf(other) - levelOf(given);
	const sum = Math.max(career.otherwise, ofTable, armed?.level ?? ofTable);
	const level = clampLevel(provisions['sentencing-table'], sum);
	if (level === total) return [];
	const { category } = rule;
	const range = rangeInWords(deriveRange(provisions, level, category, limits).range);
	const note = `the note of this edition (${citation.section}, ${citation.authority})`;
	const found = `${inMonths(other)}: level ${level}, category ${category}, ${range}`;
	const message = increased
		? `The maximum of ${inMonths(given)} includes the enhancement for a prior conviction, which ${note} excludes. That note was HELD INVALID (${heldInvalid}). As shown, the level is ${total}. Under the note, the maximum is ${found}. Check which governed at sentencing.`
		: `The maximum of ${inMonths(given)} excludes the enhancement for a prior conviction, as ${note} says. That note was HELD INVALID (${heldInvalid}). As shown, the level is ${total}. With the enhancement, the maximum is ${found}. Give that maximum unless the note governed.`;
	return [{ code: 'career-offender-maximum', message }];
}

/** A maximum that is that of a count of unlawful possession of a firearm alone, which is no crime of violence. */
export function careerPossessionWarnings(
	{ careerOffender, armedCareerCriminal }: CaseDocument,
	provisions: Provisions,
	{ career, firearm }: PartB,
	statutes: readonly StatuteOfConviction[],
): Warning[] {
	const given = careerOffender?.offenseStatutoryMaximumMonths;
	if (career === undefined || firearm !== undefined || given === undefined) return [];
	const { felonInPossession: rule } = provisions['4B1.1'];
	if (rule === undefined) return [];
	if (rule.unlessFirearmOf !== undefined && armedCareerCriminal?.nationalFirearmsActFirearm === true) return [];
	const ofGiven = statutes.filter(
		(count) => count.maximumMonths === given || withoutIncreases(count, provisions) === given,
	);
	if (ofGiven.length === 0 || !ofGiven.every((count) => isUnder(count, rule.statutes))) return [];
	const named = provisionsIn(ofGiven);
	const unless = rule.unlessFirearmOf ? `, unless the firearm is one described in ${rule.unlessFirearmOf}` : '';
	const message = `The maximum of ${inMonths(given)} is that of ${named}, but unlawful possession of a firearm by a felon is NOT A CRIME OF VIOLENCE (${rule.provision}; ${rule.citation.authority})${unless}. If no other count is a crime of violence or a controlled substance offense, §4B1.1 does not apply: the level is ${career.otherwise} instead of ${career.level}, and the category comes from the criminal history alone. Leave §4B1.1 out then, or give the maximum of the count that qualifies.`;
	return [{ code: 'career-offender-possession', message }];
}
