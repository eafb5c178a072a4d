// Questions about statutory limits, relief and fast track.
import { InputError } from '../../case/errors.ts';
import { compareMonths, type Months } from '../../case/months.ts';
import { parseField } from '../../case/parse.ts';
import { isReentry } from '../../case/reentry.ts';
import { monthsHint, readMonths } from '../../case/typed-values.ts';
import { monthsText } from '../../report/words.ts';
import { allowsSafetyValve, bringsPenalties, minimumOfCounts } from './count-limits.ts';
import { explain } from './explanations.ts';
import { levelsText } from './levels.ts';
import type { CaseSoFar, Context, Question, Value } from './question.ts';

/** `120 months (10 years)`. */
function sayMonths(value: Value): string {
	const months = monthsText(value as Months);
	if (typeof value !== 'number' || value === 0 || value % 12 !== 0) return months;
	return `${months} (${value / 12} ${value === 12 ? 'year' : 'years'})`;
}

type Limit = 'statutoryMinimumMonths' | 'statutoryMaximumMonths';

/** A question for months of imprisonment, or for none. */
function limitQuestion(
	id: Limit,
	words: Pick<Question, 'ask' | 'short' | 'provision' | 'does' | 'explanation'> & {
		none: string;
		takenForGranted: boolean;
	},
	check: (months: Months) => void = () => {},
): Question {
	const { none, takenForGranted, ...said } = words;
	return {
		id,
		...said,
		choices: [{ value: null, label: none, key: 'n' }],
		read: (text) => {
			const months = parseField(id, readMonths(text)) as Months;
			check(months);
			return months;
		},
		say: sayMonths,
		hint: monthsHint,
		...(takenForGranted ? { default: null } : {}),
		possibilities: [null],
		fields: (value) => (value === null ? {} : { [id]: value as Months }),
	};
}

/** The statutory minimum of the count, unless the statute named brings it. */
export const statutoryMinimum = (context: Context): Question[] =>
	bringsPenalties(context)
		? []
		: [
				limitQuestion('statutoryMinimumMonths', {
					ask: 'Statutory minimum?',
					short: 'Statutory minimum',
					provision: context.provisions['5G1.1'].minimumBecomesSentence,
					does: 'Raises the low end, or becomes the sentence where it is above the range.',
					explanation: explain('statutory-minimum', context),
					none: 'none',
					// Unlawful reentry seldom has one, and statutes that are given bring their own; of any other offense nobody can say.
					takenForGranted: isReentry(context.known) || context.known.statutes !== undefined,
				}),
			];

/** Relief from the minimum: only where there is one. */
export function statutoryRelief(context: Context): Question[] {
	const { known } = context;
	const ofCounts = bringsPenalties(context) ? minimumOfCounts(context) : undefined;
	if ((known.statutoryMinimumMonths ?? ofCounts) === undefined) return [];
	const allowed = known.statutoryMinimumMonths !== undefined || allowsSafetyValve(context);
	return [
		{
			id: 'statutoryMinimumRelief',
			ask: 'Relief from the statutory minimum?',
			short: 'Relief',
			provision: '18 U.S.C. § 3553(e), (f)',
			does: 'With relief the minimum no longer binds. The levels that a drug guideline takes off as well are not counted by it: give them under other changes.',
			explanation: explain('relief', context),
			choices: [
				{ value: null, label: 'no relief: the minimum binds' },
				...(allowed ? [{ value: 'safety-valve', label: 'safety valve' }] : []),
				{ value: 'substantial-assistance', label: "substantial assistance, on the government's motion" },
			],
			default: null,
			possibilities: [allowed ? 'safety-valve' : 'substantial-assistance', null],
			fields: (value) =>
				value === null ? {} : { statutoryMinimumRelief: value as NonNullable<CaseSoFar['statutoryMinimumRelief']> },
		},
	];
}

/** The statutory maximum of the count, unless the statute named brings it. */
export const statutoryMaximum = (context: Context): Question[] =>
	bringsPenalties(context)
		? []
		: [
				limitQuestion(
					'statutoryMaximumMonths',
					{
						ask: 'Statutory maximum?',
						short: 'Statutory maximum',
						provision: context.provisions['5G1.1'].maximumBecomesSentence,
						does: 'Caps the high end, or becomes the sentence where it is below the range.',
						explanation: explain('statutory-maximum', context),
						none: 'none',
						takenForGranted: true,
					},
					(maximum) => refuseBelow(context.known.statutoryMinimumMonths, maximum),
				),
			];

function refuseBelow(minimum: Months | undefined, maximum: Months): void {
	if (minimum === undefined || compareMonths(minimum, maximum) <= 0) return;
	const problem = `the minimum of ${monthsText(minimum)} is above the maximum of ${monthsText(maximum)}`;
	throw new InputError('minimum-above-maximum', '/statutoryMaximumMonths', problem, 'correct one of them');
}

/** A fast-track reduction, in the editions that know one. */
export function fastTrack(context: Context): Question[] {
	const rule = context.provisions['early-disposition'];
	if (!rule.inForce) return [];
	const counts = Array.from({ length: rule.maximumLevels + 1 }, (_, levels) => levels);
	return [
		{
			id: 'fastTrackLevels',
			ask: 'Fast-track reduction, agreed or assumed?',
			short: 'Fast track',
			provision: rule.provision,
			does:
				rule.kind === 'departure'
					? 'A departure: the guideline range stays what it is; the answer shows what it would do.'
					: 'Part of the offense level: it moves the range itself.',
			explanation: explain('fast-track', context),
			choices: counts.map((levels) => ({
				value: levels,
				label: levels === 0 ? 'none' : levelsText(-levels),
				key: String(levels),
				typed: [`${levels} levels`, `${levels} level`, String(-levels), `-${levels} level`],
			})),
			default: 0,
			// A departure leaves the guideline range alone: the result without one says what each number of levels would lead to.
			possibilities: rule.kind === 'departure' ? [0] : counts.toReversed(),
			extremes: [rule.maximumLevels, 0],
			mayBeLeftOut: rule.kind === 'departure',
			fields: (value) => ({ fastTrackLevels: value as number }),
		},
	];
}
