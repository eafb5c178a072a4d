// Leaves in dist/compiled/ what V8 compiles of the program for the calls that are made most, so that the same Node need
// not compile it again: npm's bin takes it for main.cjs, and the binary holds it for every part.
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const dist = fileURLToPath(new URL('../dist', import.meta.url));
export const compiled = join(dist, 'compiled', `${process.version}-${process.platform}-${process.arch}`);

/** The record of a part holds what the first of these that loads it had compiled. */
const someCase = ['--edition', '2012', '--guideline', '2L1.2', '--enhancement', '(b)(1)(A):points', '--category', 'V'];
const calls = [
	['calc', '--json', ...someCase, '--acceptance', 'full', '--statutory-max', '20y'],
	['calc', ...someCase],
	['table', '--edition', '2012'],
	['editions', '2012'],
	['batch'],
];

export function compile() {
	mkdirSync(compiled, { recursive: true });
	const env = {
		...process.env,
		NODE_OPTIONS: '',
		FORCE_COLOR: '1',
		USSG_PARTS: join(dist, 'cli'),
		USSG_COMPILED: compiled,
	};
	for (const args of calls) {
		// V8 does one thing after the other, and so the same each time; the record serves a V8 that does not, too.
		const warm = ['--predictable', fileURLToPath(new URL('warm.cjs', import.meta.url)), ...args];
		const { status } = spawnSync(process.execPath, warm, { env, stdio: 'ignore' });
		if (status !== 0) throw new Error(`ussg ${args.join(' ')} ended with ${status}`);
	}
}
