// The file of rejected lines.
import { openPrivate } from '../files/private-file.ts';
import type { SourceKind } from './engine.ts';

/**
 * The file of `--rejects`: rejected lines as they came, under the header of their input where it has one. It takes the
 * place of what was there when the run has ended, and not before. Throws as `openPrivate` does.
 */
export async function rejectsFile(path: string) {
	const { write, keep, discard } = await openPrivate(path);
	let last: SourceKind | undefined;
	return {
		keep,
		discard,
		async add(lines: Uint8Array, source: SourceKind): Promise<void> {
			if (source !== last && 'header' in source) await write(Buffer.from(`${source.header}\n`, 'latin1'));
			last = source;
			await write(lines);
		},
	};
}
