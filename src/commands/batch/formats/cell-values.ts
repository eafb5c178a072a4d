// What a cell holds, by the field it gives.
import { drugInWords } from '../../../case/drug-quantity.ts';
import { InputError, reworded } from '../../../case/errors.ts';
import { parseJson } from '../../../case/json.ts';
import { readDate, readMonths, readNumber } from '../../../case/typed-values.ts';
import { readAdjustmentFlag, readCategory, readEnhancement } from '../../flags.ts';
import { type ByteText, fromByteText } from '../records/bytes.ts';

/** What a cell holds, by the field it gives. Fields not named here hold text, or JSON. */
const readers: Record<string, (text: string) => unknown> = {
	edition: (text) => readDay(whole(text)),
	offenseDate: readDay,
	sentencingDate: readDay,
	baseOffenseLevel: (text) => readNumber(whole(text)),
	acceptance: (text) => readNumber(whole(text)),
	criminalHistoryCategory: (text) => readCategory(whole(text)),
	criminalHistoryPoints: (text) => readNumber(whole(text)),
	statutoryMinimumMonths: (text) => readMonths(whole(text)),
	statutoryMaximumMonths: (text) => readMonths(whole(text)),
	fastTrackLevels: (text) => readNumber(whole(text)),
	sentenceImposedMonths: (text) => readMonths(whole(text)),
	enhancements: list(readEnhancement),
	drugs: list((text) => drugInWords(text, '/drugs')),
	adjustments: list(readAdjustmentFlag),
	removalOrders: list(readDay),
	removals: list(readDay),
	statutes: list((text) => text),
	chapterThree: list((text) => text),
	counts: (text) => readNumber(whole(text)),
	supervisedReleaseMinimumMonths: (text) => readMonths(whole(text)),
	deportable: (text) => readYesOrNo(whole(text)),
};

/** A whole number that a data frame wrote with a decimal point. */
const whole = (text: string): string => (/^[+-]?\d+\.0*$/.test(text) ? text.slice(0, text.indexOf('.')) : text);

/** Anything else stays text, which the schema rejects by name. */
function readYesOrNo(text: string): unknown {
	if (/^(?:true|t|yes|y|1)$/i.test(text)) return true;
	return /^(?:false|f|no|n|0)$/i.test(text) ? false : text;
}

/** A date as people or programs write it; a spreadsheet's number of a day, and a time of day at midnight or without a zone. */
function readDay(text: string): string {
	const day = text.replace(/[T ]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?$/, '').replace(/[T ]00:00(?::00(?:\.0+)?)?Z$/, '');
	return /^\d{5}(?:\.\d*)?$/.test(day) ? dayNumbered(Math.floor(Number(day))) : readDate(day);
}

const dayMilliseconds = 86_400_000;
/** The number that spreadsheets give to the day from which UTC counts (January 1, 1900 is 1). */
const firstDay = 25_569;

const dayNumbered = (number: number): string =>
	new Date((number - firstDay) * dayMilliseconds).toISOString().slice(0, 'YYYY-MM-DD'.length);

function list(readOne: (text: string) => unknown) {
	return (text: string): unknown[] => text.split(';').map((part) => readOne(part.trim()));
}

const verbatim = new Set(['id', 'caption']);

/** No value, as Excel, R, SAS, Stata, SPSS and pandas write it. */
const missing = /^(?:|#?n\/a|na|null|#null!|nan|<na>|nat|\.[a-z_]?)$/i;

/** Whether a text says that there is no value. */
export const isMissing = (text: string): boolean => text.length < 8 && missing.test(text.trim());

/** The document without keys whose text says that there is no value; undefined where it has none. */
export function withoutMissing(document: unknown): unknown {
	if (typeof document !== 'object' || document === null || Array.isArray(document)) return undefined;
	const all = Object.entries(document);
	const given = all.filter(([key, value]) => verbatim.has(key) || typeof value !== 'string' || !isMissing(value));
	return given.length < all.length ? Object.fromEntries(given) : undefined;
}

/** The value of a cell by the field of the case document that it gives; undefined where it says there is none. Throws InputError naming the field, where it cannot be read. */
export function readCell(field: string, bytes: ByteText): unknown {
	const text = fromByteText(bytes);
	if (verbatim.has(field)) return text;
	const trimmed = text.trim();
	if (isMissing(trimmed)) return undefined;
	try {
		if (/^[[{]/.test(trimmed)) return parseJson(trimmed);
		return (readers[field] ?? ((value) => value))(trimmed);
	} catch (error) {
		if (!(error instanceof InputError)) throw error;
		const inside = error.path.startsWith('/') ? error.path : '';
		throw reworded(error, { path: `/${field}${inside}` });
	}
}
