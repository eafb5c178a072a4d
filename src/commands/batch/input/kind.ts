// What kind of input a file is.
import documentFields from '#fields' with { type: 'json' };
import { InputError, shown } from '../../../case/errors.ts';
import { inputName } from '../../files/failures.ts';
import type { Plan, SourceKind } from '../answer/engine.ts';
import type { ByteText } from '../records/bytes.ts';
import type { Delimiter } from '../records/cells.ts';
import type { Opening } from './opening.ts';

/** What an input is, by how it begins and by the name of its file. Throws InputError. */
export async function kindOf(opening: Opening, file: string, plan: Plan): Promise<SourceKind> {
	const { header, separator } = opening;
	const byName = delimiterByName(file);
	const isTable = byName ?? separator ?? plan.map;
	if (isTable === undefined && isDocument(header)) return documentsOf(file, plan);
	const known =
		plan.map === 'ussc' ? (await import('../ussc/datafile.ts')).datafileColumns : documentFields.caseDocument;
	const { delimiterOf } = await import('../formats/delimited.ts');
	const columns = plan.columns && (await import('../formats/columns.ts')).readColumns(plan.columns, known);
	const meaningful = [...known, ...Object.keys(columns ?? {})];
	const delimiterIn = (line: ByteText): Delimiter | undefined =>
		delimiterOf(line, meaningful) ?? (plan.map && delimiterOf(line.toUpperCase(), meaningful));
	const found = delimiterIn(header);
	if (found === undefined) refuseTitle(opening, delimiterIn);
	const delimiter = separator ?? found ?? byName ?? guessed(opening, file) ?? (plan.map && ',');
	if (delimiter === undefined) return documentsOf(file, plan);
	return { kind: plan.map === 'ussc' ? 'datafile' : 'cells', header, delimiter, columns, carry: plan.carry };
}

function delimiterByName(file: string): Delimiter | undefined {
	const name = /\.(csv|tsv)(\.gz)?$/i.exec(file)?.[1]?.toLowerCase();
	return name === undefined ? undefined : name === 'tsv' ? '\t' : ',';
}

const isDocument = (line: ByteText): boolean => /^\s*[{[]/.test(line);

/** A table under a header that says nothing to the program is a table still, and is told which columns there are. */
function guessed({ header, following }: Opening, file: string): Delimiter | undefined {
	const next = following.find((line) => line.trim() !== '');
	if (next === undefined || isDocument(next) || /\.(jsonl|ndjson|json)(\.gz)?$/i.test(file)) return undefined;
	return (['\t', ';', ','] as const).find((delimiter) => header.includes(delimiter) && next.includes(delimiter));
}

/** A line above the header is no header, and is named as what it is. */
function refuseTitle(
	{ header, following, before, through }: Opening,
	delimiterIn: (line: ByteText) => Delimiter | undefined,
): void {
	if (isDocument(header)) return;
	const below = following.findIndex((line) => !isDocument(line) && delimiterIn(line) !== undefined);
	if (below < 0) return;
	const title = header.replace(/[,;\t\s]+$/, '');
	throw new InputError(
		'title-line',
		'',
		`line ${before + 1}, ${shown(Buffer.from(title, 'latin1').toString())}, is a title. The header is line ${through + below + 1}`,
		'Delete the lines above it',
	);
}

/** JSON Lines have no columns to name or to carry. */
function documentsOf(file: string, { columns, carry }: Plan): SourceKind {
	if (columns === undefined && !carry) return { kind: 'jsonl' };
	const flag = columns === undefined ? '--carry' : '--columns';
	throw new InputError(
		'invalid-value',
		flag,
		`${inputName(file)} has no header with these columns`,
		`Use ${flag} with CSV or TSV`,
	);
}
