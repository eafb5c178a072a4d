// The characteristics that a case names by id.
import { disagreement, factMissing, InputError, shown } from '../../case/errors.ts';
import type { CaseDocument } from '../../case/schema.ts';
import type { Guideline, GuidelineRow } from '../../law/guideline-schema.ts';
import { rowsOf } from '../../law/guidelines.ts';
import type { Truth } from './conditions.ts';

type Given = NonNullable<CaseDocument['enhancements']>[number];

/** A characteristic that the case names, by its id alone or with what is said of the points of its conviction. */
export const givenEnhancement = (given: Given): { id: string; receivesPoints?: boolean | undefined } =>
	typeof given === 'string' ? { id: given } : given;

/** A characteristic that the case names, where, and what it says of it. */
export interface Named {
	id: string;
	path: string;
	receivesPoints: boolean | undefined;
}

/** The characteristics that the case names by id, in its order. Throws InputError for one that the guideline does not have. */
export function namedRows({ enhancements }: CaseDocument, guideline: Guideline): readonly Named[] {
	if (enhancements === undefined) return none;
	const rows = rowsOf(guideline);
	return enhancements.map((given, index) => {
		const { id, receivesPoints } = givenEnhancement(given);
		const path = `/enhancements/${index}`;
		if (!rows.some((row) => row.id === id)) throw notOne(id, path, guideline);
		return { id, path, receivesPoints };
	});
}

const none: readonly Named[] = [];

function notOne(id: string, path: string, guideline: Guideline): InputError {
	const { provision, characteristics } = guideline;
	const group = characteristics.find((one) => one.id === id);
	const rows = group?.rows ?? rowsOf(guideline);
	const known = rows.map((row) => row.id).join(', ') || 'none';
	return new InputError(
		'no-such-enhancement',
		path,
		group
			? `${shown(id)} of ${provision} has several levels. Name one of them: ${known}`
			: `${shown(id)} is not a characteristic of ${provision} in this edition. It has ${known}`,
	);
}

/** The row that the case names by its id, where a fact decides between two under one id as the fact says. Throws InputError where facts exclude it, or none decides. */
export function rowNamed(
	id: string,
	rows: readonly GuidelineRow[],
	truthOf: (row: GuidelineRow) => Truth,
	guideline: Guideline,
): GuidelineRow {
	const under = rows.filter((row) => row.id === id);
	const possible = under.filter((row) => truthOf(row) !== false);
	const [first] = possible;
	if (!first) throw contradicted(under[0] as GuidelineRow, guideline);
	const sure = possible.find((row) => truthOf(row) === true);
	if (sure || possible.length === 1) return sure ?? first;
	const levels = possible.map((row) => `${row.levels} levels: ${row.description}`).join('; ');
	const question = `Which level of ${guideline.provision}${id} applies?`;
	throw factMissing('/offense', { question, problem: levels, remedy: 'State the fact that decides' });
}

function contradicted({ id, description }: GuidelineRow, { provision }: Guideline): InputError {
	return disagreement(
		'/enhancements',
		`the facts of the case rule out ${provision}${id} (${description})`,
		'Correct the fact or leave out the enhancement',
	);
}

/** What the criminal history points of its conviction make of a characteristic: nothing, a lower increase, or none at all. */
export function levelsNamed(row: GuidelineRow, { receivesPoints, path }: Named): number {
	const { id, levels, levelsWithoutPoints = 0, points = 'irrelevant' } = row;
	if (points === 'irrelevant') return levels;
	if (points === 'lowers' && receivesPoints === undefined) {
		throw factMissing(`${path}/receivesPoints`, {
			question: `Does the conviction behind ${id} receive criminal history points?`,
			problem: `In this edition it adds ${levels} levels if so and ${levelsWithoutPoints} if not`,
			remedy: `give {"id": "${id}", "receivesPoints": true} or false`,
			values: { id },
		});
	}
	return receivesPoints === false ? levelsWithoutPoints : levels;
}
