import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

/**
 * Screens as text. A line after `# ` says where the numbers below come from, a line after `$ ` is a command, what follows
 * is what it prints on both streams, and `[2]` at the end is its exit status where it is not 0. The commands of a
 * file run in order in one folder.
 */
const here = fileURLToPath(new URL('.', import.meta.url));
const bin = fileURLToPath(new URL('../../bin/ussg.cjs', import.meta.url));

for (const file of readdirSync(here).filter((name) => name.endsWith('.txt'))) {
	describe(file, () => {
		const folder = mkdtempSync(join(tmpdir(), 'ussg-transcript-'));
		writeFileSync(join(folder, 'ussg'), `#!/bin/sh\nexec "${process.execPath}" "${bin}" "$@"\n`, { mode: 0o755 });
		const text = readFileSync(join(here, file), 'utf8').replace(/^#.*\n/gm, '');
		for (const part of text.split(/^\$ /m).slice(1)) {
			const [command = '', ...expected] = part.trimEnd().split('\n');
			test(command, () => {
				const { stdout, stderr, status } = spawnSync('bash', ['--norc', '-c', command], {
					cwd: folder,
					encoding: 'utf8',
					env: { PATH: `${folder}:${process.env['PATH']}` },
				});
				const screen = (stdout + stderr).trimEnd();
				const lines = screen === '' ? [] : screen.split('\n');
				expect(status === 0 ? lines : [...lines, `[${status}]`]).toEqual(expected);
			});
		}
	});
}
