// The Commission's datafile as input.
import { InputError } from '../../../case/errors.ts';
import { isMissing } from '../formats/cell-values.ts';
import { fieldsOf, type HeaderReading } from '../formats/columns.ts';
import { tableReading } from '../formats/table-reading.ts';
import { type ByteText, fromByteText } from '../records/bytes.ts';
import { cellsAt, type Delimiter, headerOf } from '../records/cells.ts';
import { type Given, idMark, type Source } from '../records/records.ts';
import { number, type Row } from './codes.ts';
import { limitIn, minimumOfOthers } from './consecutive-terms.ts';

/**
 * The columns of the Commission's Individual Offender datafiles that are read, with what its codebook says of them, as
 * the archived datafiles bring it along (Monitoring of Federal Criminal Sentences: ICPSR 3496 for fiscal year 2000,
 * 3497 for 2001, 4110 for 2002, 4290 for 2003). First what is read into the case; then what the row says of the range, which is
 * compared with its result.
 */
const caseColumns = [
	'USSCIDN', // unique case number
	'XFOLSOR', // final offense level
	'XCRHISSR', // final criminal history category
	'STATMIN', // total statutory minimum prison term in months
	'STATMAX', // total statutory maximum prison term in months
	'AMENDYR', // guideline amendment year used in the calculation, at first two digits
] as const;
const recordedColumns = [
	'GLMIN', // adjusted guideline range minimum
	'GLMAX', // adjusted guideline range maximum
	'XMINSOR', // minimum of the guideline range for imprisonment
	'XMAXSOR', // maximum of the guideline range for imprisonment
	'ZONE', // A to D; blank is missing
	'TOTCHPTS', // total of criminal history points applied
	'CAROFFAP', // 1: career offender status applied
	'ACCTRESP', // number of levels subtracted for acceptance of responsibility (ICPSR 4110, fiscal year 2002)
	'IS924C', // 1: at least one charge under 18 U.S.C. § 924(c)
	'IS1028A', // 1: the same for § 1028A, by its name; that label was not found
	'GUNMIN1', // mandatory minimum in months under § 924(c). GUNMIN2 is § 924(e), which runs with the rest
	'IDMIN', // the same under § 1028A, by its name; that label was not found
] as const;
/** The columns that are read, by the Commission's names. */
export const datafileColumns: readonly string[] = [...caseColumns, ...recordedColumns];
const neededColumns = ['XFOLSOR', 'XCRHISSR', 'AMENDYR', 'GLMIN', 'GLMAX'];

/** Rows of a datafile under its header, in any order and among any others. Throws InputError where one is missing. */
export function datafileSource(header: ByteText, delimiter: Delimiter, reading: HeaderReading = {}): Source {
	const own = headerOf(header, delimiter);
	const names = fieldsOf(
		own.map((name) => (reading.columns?.[name] === undefined ? name.toUpperCase() : name)),
		{ ...reading, carry: true },
		datafileColumns,
	);
	for (const name of neededColumns) {
		if (!names.includes(name)) throw new InputError('missing', `/${name}`, `the header has no column ${name}`);
	}
	const columns = datafileColumns
		.map((name) => ({ name, place: names.indexOf(name) }))
		.filter(({ place }) => place >= 0)
		.sort((a, b) => a.place - b.place);
	const places = columns.map(({ place }) => place);
	const idAt = columns.findIndex(({ name }) => name === 'USSCIDN');
	const given = (cells: readonly ByteText[]): Given => {
		const row = columns.map(({ name }, at) => [name, fromByteText(cells[at] as ByteText).trim()] as const);
		return caseOf(Object.fromEntries(row.filter(([, text]) => !isMissing(text))));
	};
	const replaced = (line: ByteText, forId: string) => {
		if (line.includes('"')) return undefined;
		const cells = cellsAt(line, delimiter, places);
		const id = cells[idAt]?.trim() ?? '';
		if (!plainId.test(id)) return undefined;
		if (id !== '') cells[idAt] = forId;
		return { cells, id: id || undefined };
	};
	return {
		...tableReading(own, delimiter, reading),
		cut(line) {
			const found = replaced(line, '*');
			return found && { key: found.cells.join(delimiter), id: found.id, caption: undefined };
		},
		readMarked: (line) => given(replaced(line, idMark)?.cells ?? []),
		read: (line) => given(cellsAt(line, delimiter, places)),
		idOf: (line) =>
			line.includes('"') ? undefined : cellsAt(line, delimiter, places)[idAt]?.match(plainId)?.[0] || undefined,
	};
}

const plainId = /^[\w-]*$/;

/** A row as a case of its own edition, level and category, and as what it says of the range. */
function caseOf(row: Row): Given {
	const { USSCIDN: id } = row;
	const maximum = limitIn(row, 'STATMAX');
	const given = {
		id,
		edition: editionIn(row),
		baseOffenseLevel: number('XFOLSOR', row['XFOLSOR']),
		criminalHistoryCategory: number('XCRHISSR', row['XCRHISSR']),
		statutoryMinimumMonths: minimumOfOthers(row),
		statutoryMaximumMonths: maximum,
	};
	const present = Object.entries(given).filter(([, value]) => value !== undefined);
	return { document: Object.fromEntries(present), recorded: row };
}

/** The Manual's year. A number that went through a spreadsheet or a data frame may be written 2012.0. */
function editionIn(row: Row): string | undefined {
	const year = number('AMENDYR', row['AMENDYR']);
	return year === undefined ? undefined : String(year < 100 ? 1900 + year : year);
}
