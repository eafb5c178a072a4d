import { deriveRange, type Range } from '../../calculation/range/chapter-five.ts';
import type { Result } from '../../calculation/result.ts';
import { InputError, shown } from '../../case/errors.ts';
import type { Months } from '../../case/months.ts';
import { provisionsOf } from '../../law/editions.ts';
import type { Law } from '../../law/schema.ts';
import { categoryOfPoints, readRange } from '../../law/sentencing-table.ts';
import type { Agreement, AgreementClass } from './agreement.ts';
import { type ByteText, fromByteText } from './bytes.ts';
import { cellsAt, type Delimiter, headerOf } from './cells.ts';
import { type Given, idMark, type Source } from './records.ts';

/**
 * The columns of the Commission's Individual Offender datafiles that are read, with what its codebook says of them, as
 * the archived datafiles bring it along (Monitoring of Federal Criminal Sentences: ICPSR 3496 for fiscal year 2000,
 * 3497 for 2001, 4290 for 2003). First what is read into the case; then what the row says of the range, which is
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
	'IS924C', // 1: at least one charge under 18 U.S.C. § 924(c)
	'IS1028A', // 1: the same for § 1028A, by its name; that label was not found
	'GUNMIN1', // mandatory minimum in months under § 924(c). GUNMIN2 is § 924(e), which runs with the rest
] as const;
const neededColumns = ['XFOLSOR', 'XCRHISSR', 'AMENDYR', 'GLMIN', 'GLMAX'];

/** Rows of a datafile under its header, in any order and among any others. Throws InputError where one is missing. */
export function datafileSource(header: ByteText, delimiter: Delimiter): Source {
	const names = headerOf(header, delimiter).map((name) => name.toUpperCase());
	for (const name of neededColumns) {
		if (!names.includes(name)) throw new InputError('missing', `/${name}`, `the header has no column ${name}`);
	}
	const columns = [...caseColumns, ...recordedColumns]
		.map((name) => ({ name, place: names.indexOf(name) }))
		.filter(({ place }) => place >= 0)
		.sort((a, b) => a.place - b.place);
	const places = columns.map(({ place }) => place);
	const idAt = columns.findIndex(({ name }) => name === 'USSCIDN');
	const given = (cells: readonly ByteText[]): Given => {
		const row = columns.map(({ name }, at) => [name, fromByteText(cells[at] as ByteText).trim()] as const);
		return caseOf(Object.fromEntries(row.filter(([, text]) => text !== '' && text !== '.')));
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
function caseOf(row: Record<string, string>): Given {
	const { USSCIDN: id } = row;
	const limit = (name: string, value = months(name, row[name])) => (value === 0 ? undefined : value);
	const given = {
		id,
		edition: editionIn(row),
		baseOffenseLevel: number('XFOLSOR', row['XFOLSOR']),
		criminalHistoryCategory: number('XCRHISSR', row['XCRHISSR']),
		statutoryMinimumMonths: limit('STATMIN'),
		statutoryMaximumMonths: limit('STATMAX'),
	};
	const present = Object.entries(given).filter(([, value]) => value !== undefined);
	return { document: Object.fromEntries(present), recorded: row };
}

/** The Manual's year. A number that went through a spreadsheet or a data frame may be written 2012.0. */
function editionIn(row: Record<string, string>): string | undefined {
	const year = number('AMENDYR', row['AMENDYR']);
	return year === undefined ? undefined : String(year < 100 ? 1900 + year : year);
}

/**
 * The codebook's codes for life and death in a number of months (ICPSR 4290). Life counts as 470 months in lengths of
 * sentences (SENTTOT there); no source was found that it does so in ranges, so such a row has a class of its own.
 */
const [lifeCode, deathCode, lifeInReports] = [9996, 9997, 470];
/** Codes from here on are no months: life, death and those that say why there is none. */
const firstCode = 9990;
/** Life and death in the datafiles of fiscal years up to 2001 (ICPSR 3496, 3497), and months in later ones. */
const earlierCodes: readonly number[] = [996, 997];

function number(name: string, text: string | undefined): number | undefined {
	if (text === undefined) return undefined;
	const value = Number(text);
	if (/^\d{1,6}(\.\d*)?$/.test(text) && Number.isInteger(value)) return value;
	throw new InputError('invalid-value', `/${name}`, `${shown(text)} is not possible here; give a whole number`);
}

/** Throws InputError at a code that is not known, or could be months too: it is not guessed. */
function months(name: string, text: string | undefined): Months | undefined {
	const value = number(name, text);
	const refused = (why: string) => new InputError('invalid-value', `/${name}`, why);
	if (value !== undefined && earlierCodes.includes(value)) {
		throw refused(`${value} is a code up to fiscal year 2001, and months later; write life as ${lifeCode}`);
	}
	if (value === undefined || value < firstCode) return value;
	// A maximum of death caps no term of imprisonment, as one of life does not.
	if (value === lifeCode || (value === deathCode && name === 'STATMAX')) return 'life';
	if (value === deathCode) throw refused(`the code ${value} is death, for which there is no range`);
	throw refused(`the code ${value} is not known; ${lifeCode} is life`);
}

/** The class of a row, tried in the order of `agreementClasses`: the plainest explanation first. */
export function agreementOf(row: Record<string, string>, result: Result, law: Law): Agreement {
	const recorded = rangeIn(row, 'GLMIN', 'GLMAX');
	const printed = rangeIn(row, 'XMINSOR', 'XMAXSOR');
	const provisions = provisionsOf(law, result.edition.effectiveDate);
	const points = number('TOTCHPTS', row['TOTCHPTS']);
	const added = recorded === undefined ? undefined : addedTerm(recorded, result.tableRange);
	const found = classOf(row, recorded, added, result, law);
	return {
		class: found,
		recorded: recorded ?? {},
		...(printed === undefined ? {} : { tableRangeAgrees: isSame(printed, result.tableRange) }),
		...(row['ZONE'] === undefined ? {} : { zoneAgrees: row['ZONE'] === (result.tableRange.zone ?? '') }),
		...(points === undefined
			? {}
			: {
					pointsAgree: categoryOfPoints(provisions['sentencing-table'], points) === result.criminalHistoryCategory,
				}),
		...(found === 'consecutive term' && added !== undefined ? { consecutiveMonths: added } : {}),
	};
}

function classOf(
	row: Record<string, string>,
	recorded: Range | undefined,
	added: number | undefined,
	result: Result,
	law: Law,
): AgreementClass {
	if (recorded === undefined) return 'not recorded';
	if (isSame(recorded, result.tableRange)) return 'equal';
	if (isSame(recorded, result.guidelineRange)) return 'trumped';
	const read = { minimumMonths: asLife(recorded.minimumMonths), maximumMonths: asLife(recorded.maximumMonths) };
	if (isSame(read, result.tableRange) || isSame(read, result.guidelineRange)) return 'life code';
	if (row['CAROFFAP'] === '1' && careerRanges(row, result, law).some((range) => isSame(recorded, range))) {
		return 'career offender';
	}
	return added !== undefined && hasConsecutiveTerm(row) ? 'consecutive term' : 'unexplained';
}

function rangeIn(row: Record<string, string>, low: string, high: string): Range | undefined {
	const [minimumMonths, maximumMonths] = [months(low, row[low]), months(high, row[high])];
	return minimumMonths === undefined || maximumMonths === undefined ? undefined : { minimumMonths, maximumMonths };
}

const isSame = (a: Range, b: Range): boolean =>
	a.minimumMonths === b.minimumMonths && a.maximumMonths === b.maximumMonths;

const asLife = (value: Months): Months => (value === lifeInReports ? 'life' : value);

/** The ranges of §4B1.1 that the row's own level and category do not show: category VI, and the firearm ranges. */
function careerRanges(row: Record<string, string>, result: Result, law: Law): Range[] {
	const provisions = provisionsOf(law, result.edition.effectiveDate);
	const rule = provisions['4B1.1'];
	const [minimum, maximum] = [months('STATMIN', row['STATMIN']), months('STATMAX', row['STATMAX'])];
	const limits = { minimum: minimum || undefined, maximum: maximum || undefined };
	const { cell, range } = deriveRange(provisions, result.offenseLevel.total, rule.category, limits);
	const firearm = (rule.firearmRanges?.rows ?? []).map((one) => readRange(one.cell));
	return [cell, range, ...firearm];
}

/** What lies between two ranges that differ by one term at both ends; life stays life. */
function addedTerm(recorded: Range, cell: Range): number | undefined {
	const { minimumMonths: low, maximumMonths: high } = recorded;
	if (low === 'life' || cell.minimumMonths === 'life') return undefined;
	const added = low - cell.minimumMonths;
	const isLife = high === 'life' && cell.maximumMonths === 'life';
	const same = high !== 'life' && cell.maximumMonths !== 'life' && high - cell.maximumMonths === added;
	return added > 0 && (isLife || same) ? added : undefined;
}

function hasConsecutiveTerm(row: Record<string, string>): boolean {
	return row['IS924C'] === '1' || row['IS1028A'] === '1' || (months('GUNMIN1', row['GUNMIN1']) ?? 0) !== 0;
}
