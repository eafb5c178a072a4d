// Questions about the guideline, its base level and its characteristics.
import { usesDrugs } from '../../calculation/chapter-two/drugs/of-case.ts';
import { parseField } from '../../case/parse.ts';
import { isReentry } from '../../case/reentry.ts';
import { readNumber } from '../../case/typed-values.ts';
import type { Characteristic, Provisions } from '../../law/schema.ts';
import type { Result } from '../../result/result.ts';
import { givesLevelOfDrugs } from './drugs.ts';
import { explain } from './explanations.ts';
import { tableOf } from './guideline-facts.ts';
import { levelsText } from './levels.ts';
import type { Choice, Context, Question, Value } from './question.ts';

/** The base offense level of a guideline that is not held. */
export function baseOffenseLevel(context: Context): Question[] {
	const { known, provisions } = context;
	const table = tableOf(context);
	if (isReentry(known) || (table && !(usesDrugs(table) && givesLevelOfDrugs(context)))) return [];
	const { lowest, highest } = provisions['sentencing-table'].levelLimits;
	return [
		{
			id: 'baseOffenseLevel',
			ask: 'Base offense level?',
			short: 'Base offense level',
			provision: provisions['1B1.1'].baseOffenseLevel,
			does: 'The level from which adjustments and acceptance are counted.',
			explanation: explain('base-level', context),
			choices: [],
			read: (text) => parseField('baseOffenseLevel', readNumber(text)) as number,
			say: (value) => `offense level ${value}`,
			hint: `a level from ${lowest} to ${highest}`,
			fields: (value) => ({ baseOffenseLevel: value as number }),
		},
	];
}

/** The specific offense characteristics of §2L1.2: one question a group, since the greatest in each group counts. */
export function characteristics(context: Context): Question[] {
	const { known, provisions, answers } = context;
	if (known.enhancements === undefined || !isReentry(known)) return [];
	const rule = provisions['2L1.2'];
	const groups = [...new Set(rule.characteristics.map(({ group }) => group))];
	return groups.flatMap((group) => {
		const question = characteristicsOf(group, groups, context);
		const chosen = rule.characteristics.find(({ id }) => id === answers[question.id]);
		return chosen?.points === 'lowers' ? [question, receivesPoints(chosen, context)] : [question];
	});
}

function characteristicsOf(group: string, groups: readonly string[], context: Context): Question {
	const rule = context.provisions['2L1.2'];
	const members = rule.characteristics.filter((characteristic) => characteristic.group === group);
	const place = `${rule.provision}${members.length > 1 ? group : members[0]?.id}`;
	const greatest = members.length > 1 ? 'Where several apply, only the greatest counts: choose that one.' : '';
	const added = groups.length > 1 ? 'It is added to those of the other groups.' : '';
	const byLevels = [...members].sort(
		(a, b) => a.levels - b.levels || (a.levelsWithoutPoints ?? 0) - (b.levelsWithoutPoints ?? 0),
	);
	return {
		id: idOfGroup(group, members),
		ask: members.length > 1 ? `Which increase of ${place} applies?` : `Does the increase of ${place} apply?`,
		short: place,
		provision: place,
		does: [greatest, added, exclusionOf(members, context)].filter(Boolean).join(' ') || 'Raises the offense level.',
		explanation: explain('2L1.2', context),
		choices: [
			...members.map(choiceOf),
			{ value: null, label: 'none of these', effect: levelsText(0), typed: ['none', '0'] },
		],
		possibilities: [null, ...byLevels.map(({ id }) => id)],
		fields: (value) => {
			const chosen = members.find(({ id }) => id === value);
			return chosen === undefined || chosen.points === 'lowers' ? {} : { enhancements: [chosen.id] };
		},
	};
}

/** What no characteristic of a group counts, whatever its words: `Not counted: convictions without points; …` */
function exclusionOf(members: readonly Characteristic[], { provisions }: Context): string {
	const needPoints = members.every(({ points }) => points === 'required');
	const excluded = [
		needPoints ? 'convictions without points' : '',
		provisions['2L1.2'].underEighteen
			? `offenses before age ${provisions['4A1.2'].underEighteen.age}, unless an adult conviction`
			: '',
	].filter(Boolean);
	return excluded.length === 0 ? '' : `Not counted: ${excluded.join('; ')}.`;
}

/** Whether a question is one about the increases of §2L1.2, by its id. */
export const isIncrease = (id: string): boolean => id.startsWith('2L1.2(');

/** Of which increase a question asks whether its conviction receives points, by its id. */
export const pointsAskedOf = (id: string): string | undefined => /^2L1\.2(.+)points@/.exec(id)?.[1];

const idOfGroup = (group: string, members: readonly Characteristic[]): string => `2L1.2${group}@${since(members)}`;

/** The answers to the questions of §2L1.2 that a result comes to: for whoever goes from facts to conclusions. */
export function drawnIncreases({ steps }: Result, provisions: Provisions): Record<string, Value> {
	const { characteristics, provision } = provisions['2L1.2'];
	const groups = [...new Set(characteristics.map(({ group }) => group))];
	const answers = groups.map((group): [string, Value] => {
		const members = characteristics.filter((member) => member.group === group);
		const isDrawn = ({ id }: Characteristic) =>
			steps.some((step) => step.provision === `${provision}${id}` && step.levels > 0);
		return [idOfGroup(group, members), members.find(isDrawn)?.id ?? null];
	});
	return Object.fromEntries(answers);
}

/** Since when these characteristics read as they do: under the same id another text is another question. */
const since = (members: readonly Characteristic[]): string | undefined =>
	members
		.map(({ citation }) => citation.effectiveDate)
		.sort()
		.at(-1);

function choiceOf({ id, description, levels, levelsWithoutPoints }: Characteristic): Choice {
	const effect =
		levelsWithoutPoints === undefined
			? levelsText(levels)
			: `${levelsText(levels)}, or +${levelsWithoutPoints} without points`;
	return { value: id, label: `${id} ${description}`, effect, typed: [id, `+${levels}`] };
}

/** Asked in the editions where the increase of a characteristic depends on it. */
function receivesPoints(characteristic: Characteristic, context: Context): Question {
	const { id, levels, levelsWithoutPoints = 0 } = characteristic;
	const rule = context.provisions['2L1.2'];
	return {
		id: `2L1.2${id}points@${since([characteristic])}`,
		ask: `Does the conviction behind ${id} receive criminal history points?`,
		short: 'Receives points',
		provision: rule.pointsRule?.provision ?? rule.provision,
		does: `${levelsText(levels)} if it does, ${levelsText(levelsWithoutPoints)} if it does not.`,
		explanation: explain('receives-points', context),
		choices: [
			{ value: true, label: 'yes, it receives points', effect: levelsText(levels) },
			{ value: false, label: 'no, it receives none', effect: levelsText(levelsWithoutPoints) },
		],
		possibilities: [false, true],
		fields: (value) => ({ enhancements: [{ id, receivesPoints: value === true }] }),
	};
}
