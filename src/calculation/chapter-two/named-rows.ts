// The characteristics that a case names by id.
import { disagreement, factMissing, InputError, shown } from '../../case/errors.ts';
import type { CaseDocument } from '../../case/schema.ts';
import type { Guideline } from '../../law/guideline-schema.ts';
import type { Truth } from './conditions.ts';

type Row = Guideline['characteristics'][number]['rows'][number];

/** The ids of the characteristics that the case names. Throws InputError for one that the guideline does not have. */
export function namedRows({ enhancements = [] }: CaseDocument, guideline: Guideline): ReadonlySet<string> {
	const ids = enhancements.map((given) => (typeof given === 'string' ? given : given.id));
	for (const [index, id] of ids.entries()) {
		const rows = guideline.characteristics.flatMap((one) => one.rows);
		if (rows.some((row) => row.id === id)) continue;
		const group = guideline.characteristics.find((one) => one.id === id);
		const known = (group?.rows ?? rows).map((row) => row.id).join(', ') || 'none';
		throw new InputError(
			'no-such-enhancement',
			`/enhancements/${index}`,
			group
				? `${shown(id)} of ${guideline.provision} has several levels. Name one of them: ${known}`
				: `${shown(id)} is not a characteristic of ${guideline.provision} in this edition. It has ${known}`,
		);
	}
	return new Set(ids);
}

/** The row that the case names by its id, where a fact decides between two under one id as the fact says. Throws InputError where facts exclude it, or none decides. */
export function rowNamed(id: string, rows: readonly Row[], truths: ReadonlyMap<Row, Truth>, guideline: Guideline): Row {
	const under = rows.filter((row) => row.id === id);
	const possible = under.filter((row) => truths.get(row) !== false);
	const [first] = possible;
	if (!first) throw contradicted(under[0] as Row, guideline);
	const sure = possible.find((row) => truths.get(row) === true);
	if (sure || possible.length === 1) return sure ?? first;
	const levels = possible.map((row) => `${row.levels} levels: ${row.description}`).join('; ');
	const question = `Which level of ${guideline.provision}${id} applies?`;
	throw factMissing('/offense', { question, problem: levels, remedy: 'State the fact that decides' });
}

function contradicted({ id, description }: Row, { provision }: Guideline): InputError {
	return disagreement(
		'/enhancements',
		`the facts of the case rule out ${provision}${id} (${description})`,
		'Correct the fact or leave out the enhancement',
	);
}
