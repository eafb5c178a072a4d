// A guideline as text.

import { longDate } from '../case/dates.ts';
import type { Condition } from '../law/condition-schema.ts';
import { conditionsIn } from '../law/conditions-in.ts';
import type { Guideline, GuidelineFact } from '../law/guideline-schema.ts';
import { pointsNote, withPoints } from './editions.ts';
import { screenWidth, signed, wrap } from './words.ts';

/** A Chapter Two guideline as the program holds it: its levels by id, how they combine, and the facts it uses. */
export function guidelineText(guideline: Guideline): string {
	const { provision, title, effectiveDate, citation, base, characteristics, caps, crossReferences, facts } = guideline;
	return [
		...wrap(`${provision} ${title}`, screenWidth),
		`  in force since ${longDate(effectiveDate)} (${citation.authority})`,
		...(facts.length === 0 ? [] : ['  In brackets: the facts that decide a line (--fact NAME=VALUE; see below)']),
		'',
		`Base offense level${base.rows.length > 1 ? `, the ${base.apply === 'first' ? 'first' : 'greatest'} that applies` : ''}`,
		...base.rows.flatMap(({ id, levels, description, when }) =>
			line(id, levelsText(levels), (description ?? '') + factsIn(when)),
		),
		...base.limits.flatMap(({ id, description }) => line(id, '', description)),
		...(characteristics.length === 0 ? [] : ['', 'Specific offense characteristics, in the order they apply']),
		...characteristics.flatMap(characteristicLines),
		...pointsNote(guideline),
		...caps.flatMap(({ after, mostLevel, description }) => line(after, `≤${mostLevel}`, description)),
		...(crossReferences.length === 0
			? []
			: ['', 'Cross references and special instructions (the program does not decide them)']),
		...crossReferences.flatMap(({ id, description }) => line(id, '', description)),
		...(guideline.priors ? ['', ...wrap(countedFacts, screenWidth)] : []),
		...(facts.length === 0 ? [] : ['', 'Facts, by name (--fact NAME=VALUE, or "offense" in a case document)']),
		...facts.flatMap(factLines),
		...wrap(factsElsewhere(guideline), screenWidth - 4).flatMap((text) => (text === '' ? [] : [`  ${text}`])),
	].join('\n');
}

const countedFacts =
	'Drawn from prior sentences, removals and removal orders ("priors", "removals", "removalOrders" and "instantOffense" in a case document), or named by id';
function levelsText(levels: Guideline['base']['rows'][number]['levels']): string {
	if (typeof levels === 'number') return String(levels);
	if (levels === 'drug-quantity') return '(c)';
	return levels.plus === 0 ? '' : signed(levels.plus);
}

/** Where the facts stand of the guidelines whose level it takes. */
function factsElsewhere({ base }: Guideline): string {
	const sections = base.rows.flatMap(({ levels }) =>
		typeof levels === 'object' && typeof levels.from === 'string' ? [levels.from] : [],
	);
	const [one] = sections;
	if (one !== undefined) return `and the facts of §${one}: ussg guideline ${one}`;
	const takesLevel = base.rows.some(({ levels }) => typeof levels === 'object');
	return takesLevel ? 'and the facts of the guideline whose level it takes: ussg guideline SECTION' : '';
}

/** A guideline that the program holds, on one line. */
export const guidelineLine = (provision: string, title: string): string => `  ${provision.padEnd(9)} ${title}`;

function characteristicLines({ id, description, rows }: Guideline['characteristics'][number]): string[] {
	const isGroup = rows.length > 1;
	return [
		...(isGroup ? line(id, '', `${description}: the greatest that applies`) : []),
		...rows.flatMap((row) => {
			const least = row.leastLevel === undefined ? '' : `; at least level ${row.leastLevel}`;
			const most = row.mostLevel === undefined ? '' : `; no higher than level ${row.mostLevel}`;
			return line(
				isGroup ? `  ${row.id}` : row.id,
				signed(row.levels),
				withPoints(row) + least + most + factsIn(row.when),
			);
		}),
	];
}

function factLines(fact: GuidelineFact): string[] {
	const kind =
		fact.kind === 'yes-no' ? 'yes or no' : fact.kind === 'number' ? `number of ${fact.unit}` : choicesOf(fact);
	return [
		...wrap(`${fact.name}: ${fact.question}`, screenWidth - 4).map((text, index) =>
			index === 0 ? `  ${text}` : `    ${text}`,
		),
		...wrap(`= ${kind}`, screenWidth - 4).map((text) => `    ${text}`),
	];
}

const choicesOf = ({ choices }: Extract<GuidelineFact, { kind: 'choice' }>): string =>
	choices.map(({ value }) => value).join(', ');

/** The facts that a condition asks for, by name: ` [aliens]`. */
function factsIn(when: Condition | undefined): string {
	const names = [...new Set(conditionsIn(when).flatMap((one) => ('fact' in one ? [one.fact] : [])))];
	return names.length === 0 ? '' : ` [${names.join(', ')}]`;
}

function line(id: string, levels: string, description: string): string[] {
	const head = `  ${id.padEnd(13)} ${levels.padStart(4)}  `;
	return wrap(description, screenWidth - head.length).map(
		(text, index) => (index === 0 ? head : ' '.repeat(head.length)) + text,
	);
}
