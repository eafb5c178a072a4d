import { InputError, shown } from '../../case/errors.ts';
import type { Guideline } from '../../law/guideline-schema.ts';
import { type Grounds, truthOf } from './conditions.ts';

type Row = Guideline['base']['rows'][number];

/**
 * The base offense level of a guideline: the one the case names, or the first (or the greatest) that its facts and
 * statutes bear out, or the one that applies otherwise (§1B1.2(b)). Throws InputError where the case names one that
 * its facts exclude, or where nothing decides among several.
 */
export function baseRowOf(guideline: Guideline, grounds: Grounds): Row {
	const { rows, apply } = guideline.base;
	const named = grounds.document.base;
	if (named !== undefined) return namedRow(named, guideline, grounds);
	const [only] = rows;
	if (only && rows.length === 1) return only;
	const holding = rows.filter(({ when }) => when && truthOf(when, grounds) === true);
	const [first] = apply === 'first' ? holding : holding.toSorted((a, b) => b.levels - a.levels);
	const found = first ?? rows.find(({ when }) => when === undefined);
	if (found) return found;
	const choices = rows
		.map(({ id, levels, description }) => `${id}, level ${levels}${description ? `: ${description}` : ''}`)
		.join('; ');
	throw new InputError(
		'facts-missing',
		'/base',
		`which base offense level of ${guideline.provision} applies? ${choices}. Name it as base, or state the facts`,
	);
}

function namedRow(named: string, guideline: Guideline, grounds: Grounds): Row {
	const { rows } = guideline.base;
	const row = rows.find(({ id }) => id === named);
	if (!row) {
		const known = rows.map(({ id, levels }) => `${id} (level ${levels})`).join(', ');
		throw new InputError(
			'no-such-base',
			'/base',
			`${shown(named)} is not a base offense level of ${guideline.provision} in this edition. It has ${known}`,
		);
	}
	if (row.when && truthOf(row.when, grounds) === false) {
		throw new InputError(
			'disagrees',
			'/base',
			`the facts or statutes of the case exclude ${named} of ${guideline.provision} (${row.description}). Correct one of them`,
		);
	}
	return row;
}
