// A ZIP archive on which the clock leaves no mark.
/** Signatures of the ZIP format and where a record keeps its time: two bytes of time, then two of date. */
const records = [
	{ signature: 0x04034b50, time: 10 },
	{ signature: 0x02014b50, time: 12 },
];
const endOfDirectory = 0x06054b50;
/** The first day the format knows. */
const firstDay = 0x0021;

/** The same archive with the first day of the format on every file in it, so that the clock leaves no mark. */
export function withoutDates(archive: Uint8Array): Uint8Array {
	const bytes = Uint8Array.from(archive);
	const view = new DataView(bytes.buffer);
	const [local, central] = records as [(typeof records)[number], (typeof records)[number]];
	const end = endOffset(view);
	const count = view.getUint16(end + 10, true);
	let at = view.getUint32(end + 16, true);
	for (let file = 0; file < count; file++) {
		stamp(view, at, central);
		stamp(view, view.getUint32(at + 42, true), local);
		at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
	}
	return bytes;
}

function endOffset(view: DataView): number {
	for (let at = view.byteLength - 22; at >= 0; at--) {
		if (view.getUint32(at, true) === endOfDirectory) return at;
	}
	throw new RangeError('no archive');
}

function stamp(view: DataView, at: number, { signature, time }: (typeof records)[number]): void {
	if (view.getUint32(at, true) !== signature) throw new RangeError('no archive');
	view.setUint16(at + time, 0, true);
	view.setUint16(at + time + 2, firstDay, true);
}
