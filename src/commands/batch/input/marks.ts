// Marks at the beginning of a file: byte order, archives.
import { InputError, shown } from '../../../case/errors.ts';
import { inputName } from '../../files/failures.ts';

/** How many bytes tell what an input is. */
export const mostMark = 8;

interface Archive {
	marks: readonly string[];
	what: string;
	remedy: (file: string) => string;
}

const packed = (tool: string) => (file: string) =>
	file === '-' ? `Unpack it first: ${tool} | ussg batch` : `Unpack it first: ${tool} ${shown(file)} | ussg batch`;
const asCsv = 'In Excel, choose File > Save As > CSV UTF-8, and give that file';

/** By the first bytes, in hexadecimal. */
const archives: readonly Archive[] = [
	{
		marks: ['504b0304', '504b0506'],
		what: 'an Excel workbook or another zip file',
		remedy: (file) => (/\.zip$/i.test(file) ? 'Unpack it, and give the files in it' : asCsv),
	},
	{ marks: ['d0cf11e0a1b11ae1'], what: 'an Excel workbook', remedy: () => asCsv },
	{ marks: ['fd377a585a00'], what: 'packed with xz', remedy: packed('xz -dc') },
	{ marks: ['28b52ffd'], what: 'packed with zstd', remedy: packed('zstd -dc') },
	{ marks: ['425a68'], what: 'packed with bzip2', remedy: packed('bzip2 -dc') },
	{ marks: ['377abcaf271c'], what: 'a 7z file', remedy: () => 'Unpack it, and give the files in it' },
];

/** Throws InputError where an input is no text but an archive, with what to do about it. */
export function refuseArchive(file: string, first: Buffer): void {
	const start = first.subarray(0, mostMark).toString('hex');
	const archive = archives.find(({ marks }) => marks.some((mark) => start.startsWith(mark)));
	if (archive === undefined) return;
	throw new InputError('not-text', '', `${inputName(file)} is ${archive.what}. ${archive.remedy(file)}`);
}

type Utf16 = 'utf-16le' | 'utf-16be';

/** Which UTF-16 a byte order mark says; undefined where there is none. */
export function utf16In(first: Buffer): Utf16 | undefined {
	const [high, low] = first;
	if (high === 0xff && low === 0xfe) return 'utf-16le';
	return high === 0xfe && low === 0xff ? 'utf-16be' : undefined;
}

/** The same text in UTF-8, without its mark. Throws InputError where it is no UTF-16. */
export async function* fromUtf16(pieces: AsyncGenerator<Buffer>, encoding: Utf16): AsyncGenerator<Buffer> {
	const decoder = new TextDecoder(encoding, { fatal: true });
	try {
		for await (const piece of pieces) {
			const text = decoder.decode(piece, { stream: true });
			if (text !== '') yield Buffer.from(text);
		}
		const rest = decoder.decode();
		if (rest !== '') yield Buffer.from(rest);
	} catch (error) {
		if (!(error instanceof TypeError)) throw error;
		throw new InputError('invalid-utf16', '', 'not valid UTF-16', 'save the file as CSV UTF-8');
	}
}
