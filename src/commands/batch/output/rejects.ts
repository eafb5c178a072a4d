// The file of rejected lines.
import { disagreement } from '../../../case/errors.ts';
import { inputName } from '../../files/failures.ts';
import { openPrivate } from '../../files/private-file.ts';
import type { SourceKind } from '../answer/engine.ts';

/**
 * The file of `--rejects`: rejected lines as they came, under the header of their input where it has one. It takes the
 * place of what was there when the run has ended, and not before. Throws as `openPrivate` does, and InputError at an input
 * of another layout.
 */
export async function rejectsFile(path: string) {
	const { write, keep, discard } = await openPrivate(path);
	const layout = oneLayout();
	let isBegun = false;
	return {
		keep,
		discard,
		async add(lines: Uint8Array, source: SourceKind): Promise<void> {
			layout(source);
			if (!isBegun && 'header' in source) await write(Buffer.from(`${source.header}\n`, 'latin1'));
			isBegun = true;
			await write(lines);
		},
	};
}

/** Refuses an input of another layout than the first: its lines would stand under columns of other names. Throws InputError. */
export function oneLayout(): (source: SourceKind) => void {
	let first: string | undefined;
	return (source) => {
		const own = 'header' in source ? `${source.delimiter}${source.header}` : '';
		first ??= own;
		if (own === first) return;
		throw disagreement(
			'--rejects',
			`${inputName(source.file ?? '-')} has a different header from the file before it, and one file of rejects cannot hold both`,
			'Run each file by itself',
		);
	};
}
