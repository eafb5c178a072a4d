import { inflateRawSync } from 'node:zlib';

/** The files of a ZIP archive, read by its directory. */
export function unzipped(bytes: Uint8Array): Record<string, string> {
	const view = Buffer.from(bytes);
	const end = view.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
	const files: Record<string, string> = {};
	let at = view.readUInt32LE(end + 16);
	for (let index = 0; index < view.readUInt16LE(end + 10); index++) {
		const [method, size, name] = [view.readUInt16LE(at + 10), view.readUInt32LE(at + 20), view.readUInt16LE(at + 28)];
		const local = view.readUInt32LE(at + 42);
		const start = local + 30 + view.readUInt16LE(local + 26) + view.readUInt16LE(local + 28);
		const data = view.subarray(start, start + size);
		files[view.toString('utf8', at + 46, at + 46 + name)] = (method === 0 ? data : inflateRawSync(data)).toString(
			'utf8',
		);
		at += 46 + name + view.readUInt16LE(at + 30) + view.readUInt16LE(at + 32);
	}
	return files;
}
