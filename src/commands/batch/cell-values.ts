import { drugInWords } from '../../case/drug-quantity.ts';
import { InputError } from '../../case/errors.ts';
import { parseJson } from '../../case/json.ts';
import { readMonths, readNumber } from '../../case/typed.ts';
import { readAdjustmentFlag, readCategory, readEnhancement } from '../flags.ts';
import { type ByteText, fromByteText } from './bytes.ts';

/** What a cell holds, by the field it gives. Fields not named here hold text, or JSON. */
const readers: Record<string, (text: string) => unknown> = {
	baseOffenseLevel: readNumber,
	acceptance: readNumber,
	criminalHistoryCategory: readCategory,
	criminalHistoryPoints: readNumber,
	statutoryMinimumMonths: readMonths,
	statutoryMaximumMonths: readMonths,
	fastTrackLevels: readNumber,
	sentenceImposedMonths: readMonths,
	enhancements: list(readEnhancement),
	drugs: list((text) => drugInWords(text, '/drugs')),
	adjustments: list(readAdjustmentFlag),
	removalOrders: list((text) => text),
	removals: list((text) => text),
	statutes: list((text) => text),
	chapterThree: list((text) => text),
	counts: readNumber,
	supervisedReleaseMinimumMonths: readMonths,
	deportable: readYesOrNo,
};

/** Anything else stays text, which the schema rejects by name. */
function readYesOrNo(text: string): unknown {
	return text === 'true' ? true : text === 'false' ? false : text;
}

function list(readOne: (text: string) => unknown) {
	return (text: string): unknown[] => text.split(';').map((part) => readOne(part.trim()));
}

const verbatim = new Set(['id', 'caption']);

/** The value of a cell by the field of the case document that it gives. Throws InputError naming the field, where it cannot be read. */
export function readCell(field: string, bytes: ByteText): unknown {
	const text = fromByteText(bytes);
	if (verbatim.has(field)) return text;
	const trimmed = text.trim();
	try {
		if (/^[[{]/.test(trimmed)) return parseJson(trimmed);
		return (readers[field] ?? ((value) => value))(trimmed);
	} catch (error) {
		if (!(error instanceof InputError)) throw error;
		const inside = error.path.startsWith('/') ? error.path : '';
		throw new InputError(error.code, `/${field}${inside}`, error.message);
	}
}
