// The fields that the columns of a header give, and their names in errors.
import { InputError, reworded, shown } from '../../../case/errors.ts';
import { nearest } from '../../../case/nearest.ts';
import { inDocument, type NameOf } from '../../../case/wording.ts';
import { splitCells } from '../records/cells.ts';

/** The field of the case document that a column of the user gives; an empty one where the column is not read. */
export type ColumnNames = Readonly<Record<string, string>>;

/** How the header of an input is understood. */
export interface HeaderReading {
	columns?: ColumnNames | undefined;
	/** Whether columns that give no field are fine, since every column is written. */
	carry?: boolean | undefined;
}

const flag = '--columns';

/**
 * Reads `Client=caption,BOL=baseOffenseLevel`; a name with a comma stands in quotes with its field. `Notes=` leaves a
 * column out. Throws InputError naming what is no pair, no field or given twice.
 */
export function readColumns(texts: readonly string[], known: readonly string[]): ColumnNames {
	const columns = new Map<string, string>();
	for (const pair of texts.flatMap((text) => splitCells(text, ','))) {
		const [, column = '', field = ''] = /^(.*)=(.*)$/s.exec(pair)?.map((part) => part.trim()) ?? [];
		if (column === '') {
			throw new InputError(
				'invalid-value',
				flag,
				`${shown(pair)} is not in the form COLUMN=FIELD. Use, for example, BOL=baseOffenseLevel`,
			);
		}
		if (field !== '' && !known.includes(field)) throw unknownField(flag, field, known);
		if (columns.has(column)) {
			throw new InputError('repeated', flag, `the column ${shown(column)} is given twice`, 'Give it once');
		}
		columns.set(column, field);
	}
	return Object.fromEntries(columns);
}

/** A name that is not one of the fields of the case document, behind a flag. */
export function unknownField(of: string, field: string, known: readonly string[]): InputError {
	const meant = nearest(field, known);
	const hint = meant === undefined ? 'The fields are those of "ussg schema case"' : `Did you mean ${shown(meant)}?`;
	return new InputError('invalid-value', of, `${shown(field)} is not a field of the case document. ${hint}`);
}

/** Which field each column gives, by its place; undefined where it gives none. Throws InputError naming the column. */
export function fieldsOf(
	names: readonly string[],
	{ columns = {}, carry = false }: HeaderReading,
	known: readonly string[],
): (string | undefined)[] {
	refuseAbsent(names, columns);
	const fields = names.map((name) => {
		const field = Object.hasOwn(columns, name) ? columns[name] : name;
		return field !== undefined && known.includes(field) ? field : undefined;
	});
	for (const [at, name] of names.entries()) {
		const field = fields[at];
		const isLeftOut = name === '' || columns[name] === '';
		if (field === undefined && !isLeftOut && !carry) throw unknownColumn(name, known);
		const first = field === undefined ? at : fields.indexOf(field);
		if (first !== at) throw givenTwice(names[first] as string, name, field as string);
	}
	return fields;
}

function refuseAbsent(names: readonly string[], columns: ColumnNames): void {
	const absent = Object.keys(columns).find((column) => !names.includes(column));
	if (absent === undefined) return;
	const own = names.filter((name) => name !== '');
	const meant = nearest(absent, own);
	const hint = meant === undefined ? `The columns are ${own.map(shown).join(', ')}` : `Did you mean ${shown(meant)}?`;
	throw new InputError('missing', flag, `the header has no column ${shown(absent)}. ${hint}`);
}

function givenTwice(first: string, second: string, field: string): InputError {
	const message =
		first === second
			? `the column ${shown(first)} appears twice. Keep one`
			: `the columns ${shown(first)} and ${shown(second)} both give ${field}. Leave one out with --columns "${second}="`;
	return new InputError('duplicate-key', `/${field}`, message);
}

function unknownColumn(name: string, known: readonly string[]): InputError {
	const meant = nearest(name, known);
	const hint = meant === undefined ? '' : `Did you mean ${shown(meant)}? `;
	return new InputError(
		'unknown-key',
		`/${name}`,
		`unknown column ${shown(name)}. ${hint}Say which field it gives with --columns "${name}=FIELD" (ussg schema case lists the fields), or keep it next to the answer with --carry`,
	);
}

/** Columns that are carried and not read although they are named almost as a field is: to be told of. */
export function almostFields(
	names: readonly string[],
	{ columns = {}, carry = false }: HeaderReading,
	known: readonly string[],
): [name: string, field: string][] {
	if (!carry) return [];
	return names.flatMap((name) => {
		if (name.length < 6 || known.includes(name) || Object.hasOwn(columns, name)) return [];
		const meant = nearest(name, known);
		return meant === undefined || names.includes(meant) ? [] : [[name, meant]];
	});
}

/** The same error in the words of the user's header, where a column of another name gave the field. */
export function namingColumn(error: InputError, columns: ColumnNames): InputError {
	const own = new Map(Object.entries(columns).map(([column, field]) => [field, column]));
	const nameOf: NameOf = (key) => {
		const column = own.get(key.key);
		if (column === undefined) return inDocument(key);
		return key.value === undefined ? column : `${column} ${key.value}`;
	};
	const { message } = reworded(error, { nameOf });
	const column = own.get(error.path.split('/')[1] ?? '');
	return new InputError(error.code, error.path, column === undefined ? message : `column ${shown(column)}: ${message}`);
}
