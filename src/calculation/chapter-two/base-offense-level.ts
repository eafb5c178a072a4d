// The base offense level of a guideline.
import { disagreement, factMissing, InputError, shown } from '../../case/errors.ts';
import { key, said } from '../../case/wording.ts';
import type { Guideline } from '../../law/guideline-schema.ts';
import { type Grounds, truthOf } from './conditions.ts';

type Row = Guideline['base']['rows'][number];
/** A base offense level that applies, in levels: that of the Drug Quantity Table is worked out from the drugs of the case. */
export type BaseRow = Omit<Row, 'levels'> & { levels: number };

/** The level of a row that is that of the Drug Quantity Table or of another guideline; undefined where the case does not say. */
export type LevelOf = (row: Row) => number | undefined;

/**
 * The base offense level of a guideline: the one the case names, or the first (or the greatest) that its facts and
 * statutes bear out, or the one that applies otherwise (§1B1.2(b)). Throws InputError where the case names one that
 * its facts exclude, or where nothing decides among several.
 */
export function baseRowOf(guideline: Guideline, grounds: Grounds, levelOf: LevelOf): BaseRow {
	const { rows, apply } = guideline.base;
	const named = grounds.document.base;
	if (named !== undefined) return inLevels(namedRow(named, guideline, grounds), guideline, levelOf);
	const [only] = rows;
	if (only && rows.length === 1) return inLevels(only, guideline, levelOf);
	const holding = rows.filter(({ when }) => when && truthOf(when, grounds) === true);
	const otherwise = rows.filter(({ when }) => when === undefined);
	if (apply === 'first' || (holding.length === 0 && otherwise.length < several)) {
		const found = holding[0] ?? otherwise[0];
		if (found) return inLevels(found, guideline, levelOf);
		throw undecided(guideline);
	}
	const known = otherwise.filter((row) => row.levels !== 'drug-quantity' || levelOf(row) !== undefined);
	const all = [...holding, ...known].map((row) => inLevels(row, guideline, levelOf));
	return all.reduce((best, row) => (row.levels > best.levels ? row : best));
}

const several = 2;

function inLevels(row: Row, { provision }: Guideline, levelOf: LevelOf): BaseRow {
	const { levels } = row;
	if (typeof levels === 'number') return { ...row, levels };
	const found = levelOf(row);
	if (found !== undefined) return { ...row, levels: found };
	if (levels !== 'drug-quantity') throw new RangeError(`no level for ${provision}${row.id}`);
	throw factMissing('/drugs', {
		question: 'Which drugs, and how much of each?',
		problem: `The base offense level of ${provision}${row.id} comes from the Drug Quantity Table`,
		remedy: said`Give the drugs with their quantities, or give ${key('baseOffenseLevel')} from that table`,
	});
}

/** A base offense level in words. */
export function levelText({ levels }: Row): string {
	if (typeof levels === 'number') return `level ${levels}`;
	if (levels === 'drug-quantity') return 'the level of the Drug Quantity Table';
	const { from, plus } = levels;
	const other = typeof from === 'string' ? `the level of §${from}` : 'the level of another guideline';
	return plus === 0 ? other : `${plus} plus ${other}`;
}

function undecided({ provision, base: { rows } }: Guideline): InputError {
	const choices = rows
		.map((row) => `${row.id}, ${levelText(row)}${row.description ? `: ${row.description}` : ''}`)
		.join('; ');
	return factMissing('/base', {
		question: `Which base offense level of ${provision} applies?`,
		problem: choices,
		remedy: said`Give its id as ${key('base')}, or state the facts`,
	});
}

function namedRow(named: string, guideline: Guideline, grounds: Grounds): Row {
	const { rows } = guideline.base;
	const row = rows.find(({ id }) => id === named);
	if (!row) {
		const known = rows.map((one) => `${one.id} (${levelText(one)})`).join(', ');
		throw new InputError(
			'no-such-base',
			'/base',
			`${shown(named)} is not a base offense level of ${guideline.provision} in this edition. It has ${known}`,
		);
	}
	if (row.when && truthOf(row.when, grounds) === false) {
		throw disagreement(
			'/base',
			`the facts or statutes of the case rule out ${named} of ${guideline.provision} (${row.description})`,
			'Correct one of them',
		);
	}
	const other = rows.find(
		(one) => one !== row && comesBefore(one, row, guideline) && one.when && truthOf(one.when, grounds) === true,
	);
	if (other === undefined) return row;
	throw disagreement(
		'/base',
		`the facts or statutes of the case lead to base offense level ${other.id} of ${guideline.provision} (${other.description}), not ${named}`,
		'Correct one of them',
	);
}

/** Whether a base offense level that applies is taken over another: the greater one, or the one that stands first. */
function comesBefore(one: Row, other: Row, { base: { apply, rows } }: Guideline): boolean {
	if (apply === 'first') return rows.indexOf(one) < rows.indexOf(other);
	if (typeof one.levels !== 'number') return false;
	return typeof other.levels !== 'number' || one.levels > other.levels;
}
