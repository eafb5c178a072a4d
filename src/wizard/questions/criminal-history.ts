// Questions about criminal history.
import { type Category, toCategory } from '../../case/category.ts';
import { InputError } from '../../case/errors.ts';
import { parseField } from '../../case/parse.ts';
import { categoryOfPoints } from '../../law/sentencing-table.ts';
import { explain } from './explanations.ts';
import { fromPriors } from './facts.ts';
import { levelsText } from './levels.ts';
import { type CaseSoFar, type Context, type Question, same, type Value } from './question.ts';
import { scoresOf } from './scores-of-priors.ts';
import { isDrawnFromFacts } from './statute-answer.ts';

/** The category, or the points that make it. */
export function criminalHistory(context: Context): Question[] {
	if (context.known.priors !== undefined || isDrawnFromFacts(context)) return [];
	const table = context.provisions['sentencing-table'];
	const rows = table.criminalHistoryCategories;
	return [
		{
			id: 'criminalHistory',
			ask: 'Criminal history category, or points?',
			short: 'Criminal history',
			provision: context.provisions['1B1.1'].criminalHistory,
			does: 'Chooses the column of the Sentencing Table.',
			explanation: explain('criminal-history', context),
			choices: [
				...rows.map(({ category, minimumPoints, maximumPoints }, index) => ({
					value: { category },
					label: category,
					effect: pointsOf(minimumPoints, maximumPoints),
					key: category,
					typed: [String(index + 1)],
				})),
				{ value: fromPriors, label: 'count the points from the prior sentences', key: 'p' },
			],
			read: readHistory,
			say: (value) => {
				const { points } = value as { points: number };
				return `${points} ${points === 1 ? 'point' : 'points'}: category ${categoryOfPoints(table, points)}`;
			},
			hint: 'I to VI, or points such as 10 points',
			possibilities: rows.map(({ category }) => ({ category })),
			fields: (value) => {
				if (same(value, fromPriors)) return {};
				const { category, points } = value as { category?: Category; points?: number };
				return category === undefined ? { criminalHistoryPoints: points } : { criminalHistoryCategory: category };
			},
		},
	];
}

/** `2 or 3 points`, `10 to 12 points`, `13 points or more`. */
function pointsOf(fewest: number, most: number | null): string {
	if (most === null) return `${fewest} points or more`;
	return `${fewest} ${most === fewest + 1 ? 'or' : 'to'} ${most} ${most === 1 ? 'point' : 'points'}`;
}

/** `10 points`, `10` or `V`. What could be a category as well is listed as one first. */
function readHistory(text: string): Value {
	const points = /^(\d+)\s*(p(oin)?t?s?)?$/i.exec(text)?.[1];
	if (points !== undefined) return { points: parseField('criminalHistoryPoints', Number(points)) as number };
	const category = toCategory(parseField('criminalHistoryCategory', text.toUpperCase()) as Category);
	return { category: category as Category };
}

/** Zero-point offenders, in the editions that know them: only where there can be no points. */
export function zeroPointOffender(context: Context): Question[] {
	const rule = context.provisions['4C1.1'];
	if (!rule.inForce || !mayHaveNone(context)) return [];
	const bars = rule.criteria.map(({ bars }) => bars).join('; ');
	return [
		{
			id: 'zeroPointOffender',
			ask: 'Zero-point offender: no points at all, and none of the criteria in the way?',
			short: 'Zero-point offender',
			provision: rule.provision,
			does: `Lowers the offense level by ${rule.decrease.levels}.`,
			explanation: [...explain('zero-point-offender', context), `In the way: ${bars}.`],
			choices: [
				{ value: false, label: 'no, or not raised', effect: levelsText(0), key: 'n' },
				{
					value: true,
					label: 'yes: no points, no criterion in the way',
					effect: levelsText(-rule.decrease.levels),
					key: 'y',
				},
			],
			default: false,
			possibilities: [true, false],
			fields: (value) => (value === true ? raised(context, rule.criteria) : {}),
		},
	];
}

/** Category I has one point as well as none. */
function mayHaveNone(context: Context): boolean {
	const { criminalHistoryCategory, criminalHistoryPoints: points, priors } = context.known;
	if (priors !== undefined) {
		const scores = scoresOf(priors, context.known, context);
		return !(scores instanceof InputError) && scores.total === 0;
	}
	return points === 0 || (points === undefined && criminalHistoryCategory === 'I');
}

/** None of the criteria in the way; and no points, where only the category says how many there are. */
function raised({ known }: Context, criteria: readonly { criterion: string }[]): CaseSoFar {
	const answers = Object.fromEntries(criteria.map(({ criterion }) => [criterion, false]));
	return {
		zeroPointOffender: answers,
		...(known.priors === undefined ? { criminalHistoryPoints: 0 } : {}),
	};
}
