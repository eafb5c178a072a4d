// Questions about the guideline, its base level and its characteristics.
import { usesDrugs } from '../../calculation/chapter-two/drugs/of-case.ts';
import { parseField } from '../../case/parse.ts';
import { isReentry } from '../../case/reentry.ts';
import { readNumber } from '../../case/typed-values.ts';
import type { Guideline } from '../../law/guideline-schema.ts';
import { type RowOfGroup, rowsOf } from '../../law/guidelines.ts';
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

/** The specific offense characteristics of a guideline that counts priors: one question a group, since the greatest in each group counts. */
export function characteristics(context: Context): Question[] {
	const { known, provisions, answers } = context;
	const rule = provisions.guideline(known.guideline);
	if (known.enhancements === undefined || !rule?.priors) return [];
	return rule.characteristics.flatMap(({ id: group }) => {
		const question = characteristicsOf(group, rule, context);
		const chosen = rowsOf(rule).find(({ id }) => id === answers[question.id]);
		return chosen?.points === 'lowers' ? [question, receivesPoints(chosen, rule, context)] : [question];
	});
}

function characteristicsOf(group: string, rule: Guideline, context: Context): Question {
	const members = rowsOf(rule).filter((row) => row.group === group);
	const place = `${rule.provision}${members.length > 1 ? group : members[0]?.id}`;
	const greatest = members.length > 1 ? 'Where several apply, only the greatest counts: choose that one.' : '';
	const added = rule.characteristics.length > 1 ? 'It is added to those of the other groups.' : '';
	const notCounted = exclusionOf(members, rule, context);
	const byLevels = [...members].sort(
		(a, b) => a.levels - b.levels || (a.levelsWithoutPoints ?? 0) - (b.levelsWithoutPoints ?? 0),
	);
	return {
		id: idOfGroup(rule, group, members),
		ask: members.length > 1 ? `Which increase of ${place} applies?` : `Does the increase of ${place} apply?`,
		short: place,
		provision: place,
		does: [greatest, added, notCounted].filter(Boolean).join(' ') || 'Raises the offense level.',
		explanation: explain(sectionOf(rule), context),
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
function exclusionOf(members: readonly RowOfGroup[], { priors }: Guideline, { provisions }: Context): string {
	const needPoints = members.every(({ points }) => points === 'required');
	const { age } = provisions['4A1.2'].underEighteen;
	const excluded = [
		needPoints ? 'convictions without points' : '',
		priors?.underEighteen ? `offenses before age ${age}, unless an adult conviction` : '',
	].filter(Boolean);
	return excluded.length === 0 ? '' : `Not counted: ${excluded.join('; ')}.`;
}

/** Whether a question is one about the increases of a guideline that counts priors, by its id. */
export const isIncrease = (id: string): boolean => /^\d[A-Z]\d\.\d+\(/.test(id);

/** Of which increase a question asks whether its conviction receives points, by its id. */
export const pointsAskedOf = (id: string): string | undefined => /^\d[A-Z]\d\.\d+(.+)points@/.exec(id)?.[1];

const sectionOf = ({ provision }: Guideline): string => provision.replace('§', '');

const idOfGroup = (rule: Guideline, group: string, members: readonly RowOfGroup[]): string =>
	`${sectionOf(rule)}${group}@${since(members)}`;

/** The answers to those questions that a result comes to: for whoever goes from facts to conclusions. */
export function drawnIncreases({ steps }: Result, { provisions, known }: Context): Record<string, Value> {
	const rule = provisions.guideline(known.guideline);
	if (!rule?.priors) return {};
	const answers = rule.characteristics.map(({ id: group }): [string, Value] => {
		const members = rowsOf(rule).filter((member) => member.group === group);
		const isDrawn = ({ id }: RowOfGroup) =>
			steps.some((step) => step.provision === `${rule.provision}${id}` && step.levels > 0);
		return [idOfGroup(rule, group, members), members.find(isDrawn)?.id ?? null];
	});
	return Object.fromEntries(answers);
}

/** Since when these characteristics read as they do: under the same id another text is another question. */
const since = (members: readonly RowOfGroup[]): string | undefined =>
	members
		.map(({ citation }) => citation.effectiveDate)
		.sort()
		.at(-1);

function choiceOf({ id, description, levels, levelsWithoutPoints }: RowOfGroup): Choice {
	const effect =
		levelsWithoutPoints === undefined
			? levelsText(levels)
			: `${levelsText(levels)}, or +${levelsWithoutPoints} without points`;
	return { value: id, label: `${id} ${description}`, effect, typed: [id, `+${levels}`] };
}

/** Asked in the editions where the increase of a characteristic depends on it. */
function receivesPoints(row: RowOfGroup, rule: Guideline, context: Context): Question {
	const { id, levels, levelsWithoutPoints = 0 } = row;
	return {
		id: `${sectionOf(rule)}${id}points@${since([row])}`,
		ask: `Does the conviction behind ${id} receive criminal history points?`,
		short: 'Receives points',
		provision: rule.priors?.pointsRule?.provision ?? rule.provision,
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
