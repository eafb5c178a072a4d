import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

/**
 * Every `console` block of the README is a session: lines after `$ ` are commands, the lines below each are what it
 * prints. A `json` block under a file name is that file. They are run in order, in a folder of their own, and must print just that.
 */
const root = fileURLToPath(new URL('..', import.meta.url));
const readme = readFileSync(join(root, 'README.md'), 'utf8');
const sessions = [...readme.matchAll(/```console\n([\s\S]*?)```/g)].map(([, session]) => session as string);

const folder = mkdtempSync(join(tmpdir(), 'ussg-readme-'));
writeFileSync(join(folder, 'ussg'), `#!/bin/sh\nexec "${process.execPath}" "${join(root, 'bin/ussg.cjs')}" "$@"\n`, {
	mode: 0o755,
});

for (const [, file, content] of readme.matchAll(/^`([\w-]+\.json)`:\n\n```json\n([\s\S]*?)```/gm)) {
	writeFileSync(join(folder, file as string), content as string);
}

describe('the README', () => {
	test('has sessions to hold it to', () => {
		expect(sessions.length).toBeGreaterThan(3);
	});

	for (const session of sessions) {
		for (const part of session.split(/^\$ /m).slice(1)) {
			const [command, expected] = splitCommand(part);
			test.skipIf(missingTool(command))(command, () => {
				const { stdout, stderr } = spawnSync('bash', ['-c', command], {
					cwd: folder,
					encoding: 'utf8',
					env: { ...process.env, PATH: `${folder}:${process.env['PATH']}`, NO_COLOR: '1' },
				});
				expect((stdout + stderr).trimEnd()).toBe(expected.trimEnd());
			});
		}
	}
});

/** Recipes use tools that a machine need not have; without the tool there is nothing to compare. */
function missingTool(command: string): boolean {
	const tools = ['jq', 'parallel', 'duckdb'].filter((tool) => new RegExp(`(^|[|;&] *)${tool} `).test(command));
	return tools.some((tool) => spawnSync('which', [tool]).status !== 0);
}

/** The command may go on over lines that end with a backslash. */
function splitCommand(part: string): [command: string, output: string] {
	const lines = part.split('\n');
	const last = lines.findIndex((line) => !line.endsWith('\\'));
	return [lines.slice(0, last + 1).join('\n'), lines.slice(last + 1).join('\n')];
}
