// Questions about adjustments and acceptance.
import { canBeStated } from '../../case/acceptance.ts';
import { longDate } from '../../case/dates.ts';
import { notPossible } from '../../case/errors.ts';
import { parseField } from '../../case/parse.ts';
import { type Adjustment, readAdjustment } from '../../case/typed-values.ts';
import { explain } from './explanations.ts';
import { schemaAt } from './field-schema.ts';
import { levelsText } from './levels.ts';
import { type CaseSoFar, type Choice, type Context, isUnknown, type Question, type Value } from './question.ts';

/** Other changes in levels, one question each, until the answer is none and no other was given after it. */
export function adjustments(context: Context): Question[] {
	const { answers } = context;
	const isGiven = (number: number): boolean => {
		const given = answers[idOf(number)];
		return given !== undefined && given !== null && !isUnknown(given);
	};
	const last = Array.from({ length: mostAdjustments }, (_, index) => index + 1).findLast(isGiven) ?? 0;
	return Array.from({ length: last + 1 }, (_, index) => adjustment(index + 1, context));
}

const mostAdjustments = schemaAt(['adjustments']).maxItems ?? 1;

const idOf = (number: number): string => `adjustments/${number}`;

function adjustment(number: number, context: Context): Question {
	return {
		id: idOf(number),
		ask: number === 1 ? 'Any other change in levels, such as a role in the offense?' : 'Another change in levels?',
		short: number === 1 ? 'Other changes' : 'Another change',
		provision: context.provisions['1B1.1'].adjustments,
		does: 'Adds or takes away the levels given, before acceptance.',
		explanation: explain('adjustments', context),
		choices: [{ value: null, label: number === 1 ? 'none' : 'no more', key: 'n' }],
		read: readChange,
		say: (value) => {
			const { levels, provision, label } = value as Adjustment;
			return [levelsText(levels), provision, label].filter(Boolean).join(' ');
		},
		hint: `levels and what for, such as ${example}`,
		default: null,
		fields: (value) => (value === null ? {} : { adjustments: [value as Adjustment] }),
	};
}

function readChange(text: string): Value {
	const given = readAdjustment(text);
	if (given) return parseField('adjustments', [given])?.[0] as Value;
	throw notPossible('/adjustments', text, `give levels with their sign and what for, such as ${example}`);
}

const example = '-2 §3B1.2 minor role';

/** Acceptance of responsibility: what this edition allows. Whether the level allows it the calculation says. */
export function acceptance(context: Context): Question[] {
	const { provision, decrease, additionalDecrease: additional } = context.provisions['3E1.1'];
	const typed = (levels: number) => [`${levels} levels`, `${levels} level`, String(-levels)];
	const choice = (levels: number, of: string): Choice => ({
		value: levels,
		label: `${levelsText(-levels)} (${of})`,
		key: String(levels),
		typed: typed(levels),
	});
	const least = levelsText(-decrease.levels);
	const most = additional.inForce ? decrease.levels + additional.levels : decrease.levels;
	const full = additional.inForce ? `${levelsText(-most)} from level ${additional.fromLevel} on, else ${least}` : least;
	const lower: Choice[] = [choice(decrease.levels, decrease.provision), { value: 0, label: 'none', key: '0' }];
	const asFull: Choice = { value: 'full', label: `full: ${full}`, key: 'f' };
	// A number of levels that no case document can state is said as "full" alone.
	const choices: Choice[] = canBeStated(most)
		? [...(additional.inForce ? [choice(most, additional.provision)] : []), ...lower, { ...asFull, isShorthand: true }]
		: [{ ...asFull, typed: [String(most), ...typed(most)] }, ...lower];
	return [
		{
			id: 'acceptance',
			ask: 'Acceptance of responsibility?',
			short: 'Acceptance',
			provision,
			does: additional.inForce
				? `The third level needs level ${additional.fromLevel} before acceptance, and a timely plea${additional.needsGovernmentMotion ? " with the government's motion" : ''}.`
				: `No third level in this edition: it begins ${longDate(additional.begins)}.`,
			explanation: explain('acceptance', context),
			choices,
			possibilities: choices.filter(({ isShorthand }) => !isShorthand).map(({ value }) => value),
			extremes: ['full', 0],
			fields: (value) => ({ acceptance: value as NonNullable<CaseSoFar['acceptance']> }),
		},
	];
}
