import { categories } from '../../src/case/category.ts';
import { bundledLaw } from '../../src/law/bundled.ts';
import { rowsOf } from '../../src/law/guidelines.ts';
import type { Draft, Random } from '../random/random.ts';

/**
 * One thing moved in a case, and what its range may then never do. `change` gives the case as moved, undefined where
 * there is nothing to move.
 */
export interface Relation {
	name: string;
	/** What the moved case's range may not be. */
	never: 'lower' | 'higher';
	change(draft: Draft, random: Random): Draft | undefined;
	/** The law by which the range of these cases moves the other way all the same. */
	unless?: (draft: Draft, moved: Draft) => string | undefined;
}

const number = (draft: Draft, key: string): number | undefined =>
	typeof draft[key] === 'number' ? draft[key] : undefined;

const having = <T>(draft: Draft, key: string, change: (value: T) => unknown): Draft | undefined => {
	if (draft[key] === undefined) return undefined;
	const changed = change(draft[key] as T);
	return changed === undefined ? undefined : { ...draft, [key]: changed };
};

const without = (draft: Draft, key: string): Draft | undefined => {
	const { [key]: removed, ...rest } = draft;
	return removed === undefined ? undefined : rest;
};

/** §3D1.4(c): a Group nine levels or more below the highest makes no Unit, so that a higher Group may count for less. */
const groups = ({ otherGroups }: Draft): string | undefined =>
	Array.isArray(otherGroups) && otherGroups.length > 0 ? '§3D1.4(c)' : undefined;

/**
 * §3E1.1 before §4B1.1(b): the third level is weighed at the level of Chapters Two and Three, and comes off the level of
 * the career offender's table, so that a lower level there may keep a higher one here. Whether it does is unsettled.
 */
const careerAcceptance = ({ careerOffender, acceptance }: Draft): string | undefined =>
	careerOffender !== undefined && acceptance === 'full' ? '§3E1.1(b), §4B1.1(b)' : undefined;

const byLevel = (draft: Draft): string | undefined => groups(draft) ?? careerAcceptance(draft);

const levels: Relation[] = [
	{
		name: 'a higher base offense level',
		never: 'lower',
		change: (draft, random) =>
			having<number>(draft, 'baseOffenseLevel', (level) => Math.min(43, level + random.between(1, 5))),
		unless: byLevel,
	},
	{
		name: 'more levels in an adjustment',
		never: 'lower',
		change: (draft, random) =>
			having<Draft[]>(draft, 'adjustments', (given) => {
				const at = random.below(given.length);
				return given.map((one, index) =>
					index === at ? { ...one, levels: Math.min(43, Number(one['levels']) + random.between(1, 4)) } : one,
				);
			}),
		unless: byLevel,
	},
	{
		name: 'a further adjustment upward',
		never: 'lower',
		change: (draft, random) => ({
			...draft,
			adjustments: [
				...((draft['adjustments'] as Draft[]) ?? []),
				{ levels: random.between(1, 6), provision: '§3C1.1' },
			],
		}),
		unless: byLevel,
	},
	{
		name: 'an enhancement of §2L1.2 more',
		never: 'lower',
		change: (draft, random) =>
			having<unknown[]>(draft, 'enhancements', (given) => {
				const ids = (bundledLaw.guidelines['2L1.2'] ?? []).flatMap((table) =>
					table.inForce ? rowsOf(table).map(({ id }) => id) : [],
				);
				return [...given, random.pick(ids)];
			}),
		unless: byLevel,
	},
	{
		name: 'a greater number in a fact of the guideline',
		never: 'lower',
		change: (draft, random) =>
			having<Draft>(draft, 'offense', (facts) => {
				const numbers = Object.keys(facts).filter((name) => typeof facts[name] === 'number');
				const name = random.pick(numbers);
				return name === undefined ? undefined : { ...facts, [name]: Number(facts[name]) + random.between(1, 100) };
			}),
		unless: byLevel,
	},
	{
		name: 'no named adjustment, in place of mitigating ones',
		never: 'lower',
		change: (draft) =>
			having<string[]>(draft, 'chapterThree', (given) =>
				given.length > 0 && given.every((id) => id.startsWith('§3B1.2')) ? [] : undefined,
			),
		unless: byLevel,
	},
	{
		name: 'a further Group of counts',
		never: 'lower',
		change: (draft, random) => {
			const given = (draft['otherGroups'] as Draft[]) ?? [];
			return { ...draft, otherGroups: [...given, { offenseLevel: random.between(1, 43) }] };
		},
		unless: (draft) => groups(draft) ?? careerAcceptance(draft),
	},
];

const reductions: Relation[] = [
	{
		name: 'more acceptance of responsibility',
		never: 'higher',
		change: (draft, random) => {
			const given = draft['acceptance'] ?? 0;
			const more = given === 0 ? random.pick([2, 3, 'full']) : given === 2 ? random.pick([3, 'full']) : undefined;
			return more === undefined ? undefined : { ...draft, acceptance: more };
		},
	},
	{
		name: 'more levels of fast track',
		never: 'higher',
		change: (draft, random) => {
			const given = number(draft, 'fastTrackLevels') ?? 0;
			return given === 4 ? undefined : { ...draft, fastTrackLevels: random.between(given + 1, 4) };
		},
	},
	{
		name: 'a criterion of §4C1.1 in the way',
		never: 'lower',
		change: (draft, random) =>
			having<Draft>(draft, 'zeroPointOffender', (answers) => ({
				...answers,
				[random.pick(Object.keys(answers))]: true,
			})),
	},
	{ name: '§4C1.1 not raised', never: 'lower', change: (draft) => without(draft, 'zeroPointOffender') },
];

/**
 * §5C1.2(b), 2001 to 2023: a floor for those with at most one criminal history point. One with more, whom § 3553(f)(1) lets
 * in since December 21, 2018, has none; from November 1, 2023 on that is so where the earlier Manual is used.
 */
export const floorOfOnePoint = ({ statutoryMinimumRelief, safetyValve, sentencingDate }: Draft): string | undefined =>
	(statutoryMinimumRelief === 'safety-valve' || safetyValve !== undefined) &&
	(sentencingDate === undefined || String(sentencingDate) >= '2018-12-21')
		? '§5C1.2(b)'
		: undefined;

const history: Relation[] = [
	{
		name: 'a higher category',
		never: 'lower',
		unless: floorOfOnePoint,
		change: (draft, random) =>
			having<string | number>(draft, 'criminalHistoryCategory', (given) => {
				const at = typeof given === 'number' ? given - 1 : categories.indexOf(given as (typeof categories)[number]);
				return at === 5 ? undefined : categories[random.between(at + 1, 5)];
			}),
	},
	{
		name: 'more criminal history points',
		never: 'lower',
		unless: floorOfOnePoint,
		change: (draft, random) => having<number>(draft, 'criminalHistoryPoints', (given) => given + random.between(1, 5)),
	},
	{
		name: 'career offender',
		never: 'lower',
		change: (draft, random) =>
			draft['careerOffender'] === undefined
				? { ...draft, careerOffender: { offenseStatutoryMaximumMonths: random.pick([60, 240, 480, 'life']) } }
				: undefined,
		unless: (_, moved) => careerAcceptance(moved),
	},
	{
		name: 'a greater maximum of the career offender',
		never: 'lower',
		change: (draft, random) =>
			having<Draft>(draft, 'careerOffender', ({ offenseStatutoryMaximumMonths: given }) =>
				given === 'life'
					? undefined
					: { offenseStatutoryMaximumMonths: random.pick([Number(given) + random.between(1, 120), 'life']) },
			),
	},
];

const limits: Relation[] = [
	{
		name: 'a higher statutory minimum',
		never: 'lower',
		change: (draft, random) => {
			const given = draft['statutoryMinimumMonths'] ?? 0;
			return given === 'life'
				? undefined
				: { ...draft, statutoryMinimumMonths: random.pick([Number(given) + random.between(1, 120), 'life']) };
		},
	},
	{
		name: 'a lower statutory maximum',
		never: 'higher',
		change: (draft, random) => {
			const given = draft['statutoryMaximumMonths'] ?? 'life';
			const lower = given === 'life' ? random.between(1, 480) : Number(given) - random.between(1, 100);
			return lower < 1 ? undefined : { ...draft, statutoryMaximumMonths: lower };
		},
	},
	{
		name: 'relief from the minimum',
		never: 'higher',
		change: (draft, random) =>
			draft['statutoryMinimumRelief'] === undefined && draft['safetyValve'] === undefined
				? { ...draft, statutoryMinimumRelief: random.pick(['safety-valve', 'substantial-assistance']) }
				: undefined,
	},
	{
		name: 'a criterion of the safety valve that is not met',
		never: 'lower',
		change: (draft, random) =>
			draft['statutoryMinimumRelief'] === undefined
				? having<Draft>(draft, 'safetyValve', (answers) => ({
						...answers,
						[random.pick(['violenceOrWeapon', 'deathOrSeriousInjury', 'leaderOrContinuingEnterprise'])]: true,
					}))
				: undefined,
	},
	{
		name: 'a further count',
		never: 'lower',
		change: (draft, random) => having<unknown[]>(draft, 'statutes', (given) => [...given, random.pick(given)]),
	},
];

/** The relations by what they move. */
export const relationsOf = { levels, reductions, history, limits };

/** Every relation that is searched. */
export const relations: readonly Relation[] = [...levels, ...reductions, ...history, ...limits];
