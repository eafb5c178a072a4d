// Reading gzip files, and saying what is wrong with one.
import { once } from 'node:events';
import { crc32, createInflateRaw } from 'node:zlib';

/** What a gzip file can be wrong with. The message says which. */
export class GzipError extends Error {}

/** Bytes on the way, of which as many are taken as are wanted. */
interface Reader {
	/** The next piece, whole; undefined at the end. */
	piece(): Promise<Buffer | undefined>;
	/** So many bytes. Throws GzipError where the file ends before. */
	bytes(count: number): Promise<Buffer>;
	/** Gives back what was taken and not needed. */
	giveBack(rest: Buffer): void;
}

/**
 * The files of a gzip stream (RFC 1952), one after the other, each checked against its sum. Whatever comes before a
 * fault is given first. Zeros after the last file are passed over, as gzip does. Throws GzipError.
 */
export async function* gunzipped(pieces: AsyncGenerator<Buffer>, chunkSize: number): AsyncGenerator<Buffer> {
	const reader = readerOf(pieces);
	try {
		for (let members = 0; ; members++) {
			if (members > 0 && !(await hasAnother(reader))) return;
			await skipHeader(reader);
			yield* member(reader, chunkSize);
		}
	} finally {
		// The file that the pieces come from is closed with them.
		await pieces.return(undefined);
	}
}

function readerOf(pieces: AsyncGenerator<Buffer>): Reader {
	let kept: Buffer = Buffer.alloc(0);
	const piece = async (): Promise<Buffer | undefined> => {
		if (kept.length > 0) {
			const taken = kept;
			kept = Buffer.alloc(0);
			return taken;
		}
		const next = await pieces.next();
		return next.done ? undefined : next.value;
	};
	return {
		piece,
		async bytes(count) {
			while (kept.length < count) {
				const before = Buffer.from(kept);
				kept = Buffer.alloc(0);
				const more = await piece();
				if (more === undefined) throw cutShort();
				kept = Buffer.concat([before, more]);
			}
			const taken = kept.subarray(0, count);
			kept = kept.subarray(count);
			return taken;
		},
		giveBack(rest) {
			kept = kept.length === 0 ? rest : Buffer.concat([rest, kept]);
		},
	};
}

const cutShort = () => new GzipError('its gzip data is cut short');
const damaged = () => new GzipError('its gzip data is damaged');

/** Whether a further file follows. Throws GzipError where something else does. */
async function hasAnother(reader: Reader): Promise<boolean> {
	for (let piece = await reader.piece(); piece !== undefined; piece = await reader.piece()) {
		const at = piece.findIndex((byte) => byte !== 0);
		if (at < 0) continue;
		reader.giveBack(piece.subarray(at));
		const isFirst = piece[at] === magic[0];
		if (isFirst && (await startsMember(reader))) return true;
		throw new GzipError('it has other data after its gzip data');
	}
	return false;
}

async function startsMember(reader: Reader): Promise<boolean> {
	const start = await reader.bytes(2);
	reader.giveBack(start);
	return start[1] === magic[1];
}

const magic = [0x1f, 0x8b];
const deflated = 8;
const [withSum, withExtra, withName, withComment, reserved] = [2, 4, 8, 16, 0xe0];

async function skipHeader(reader: Reader): Promise<void> {
	const head = await reader.bytes(10);
	if (head[0] !== magic[0] || head[1] !== magic[1] || head[2] !== deflated) throw damaged();
	const flags = head[3] as number;
	if (flags & reserved) throw damaged();
	if (flags & withExtra) await reader.bytes((await reader.bytes(2)).readUInt16LE());
	for (const text of [withName, withComment]) {
		if (flags & text) while ((await reader.bytes(1))[0] !== 0);
	}
	if (flags & withSum) await reader.bytes(2);
}

/** What one file holds. */
async function* member(reader: Reader, chunkSize: number): AsyncGenerator<Buffer> {
	const inflate = createInflateRaw({ chunkSize });
	let [sum, length] = [0, 0];
	const fed = feed(inflate, reader).catch((error: Error) => void inflate.destroy(error));
	try {
		for await (const chunk of inflate as AsyncIterable<Buffer>) {
			sum = crc32(chunk, sum);
			length = (length + chunk.length) >>> 0;
			yield chunk;
		}
		await fed;
	} catch (error) {
		const { code } = error as NodeJS.ErrnoException;
		if (code === 'Z_BUF_ERROR') throw cutShort();
		throw code?.startsWith('Z_') ? damaged() : error;
	} finally {
		inflate.destroy();
	}
	const trailer = await reader.bytes(8);
	if (trailer.readUInt32LE(0) !== sum || trailer.readUInt32LE(4) !== length) throw damaged();
}

/** Feeds the pieces, one at a time, until the file ends within one: the rest of that is given back. */
async function feed(inflate: ReturnType<typeof createInflateRaw>, reader: Reader): Promise<void> {
	let isOver = false;
	const over = once(inflate, 'close').finally(() => {
		isOver = true;
	});
	over.catch(() => {});
	let before = 0;
	for (;;) {
		const piece = await reader.piece();
		if (piece === undefined) {
			inflate.end();
			return;
		}
		await Promise.race([over, new Promise((resolve) => inflate.write(piece, resolve))]);
		const taken = inflate.bytesWritten - before;
		if (taken < piece.length || isOver) {
			reader.giveBack(piece.subarray(taken));
			return;
		}
		before += piece.length;
	}
}
