import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../', import.meta.url));

/** The commands of commands.txt, one a line. */
export const commands: string[] = readFileSync(new URL('commands.txt', import.meta.url), 'utf8')
	.split('\n')
	.filter((line) => line !== '' && !line.startsWith('#'));

export interface Seen {
	status: number | null;
	stdout: string;
	stderr: string;
}

const made: string[] = [];

/** A folder that `sweep` takes away. */
export function madeFolder(): string {
	const folder = mkdtempSync(join(tmpdir(), 'ussg-binary-test-'));
	made.push(folder);
	return folder;
}

export const sweep = (): void =>
	made.forEach((folder) => {
		rmSync(folder, { recursive: true });
	});

/** A folder with the documents that the commands name, and a program called `ussg` that is the line given. */
export function workplace(program: string): string {
	const folder = madeFolder();
	const put = (name: string, content: string | Uint8Array) => writeFileSync(join(folder, name), content);
	const document = { id: 'a', caption: 'United States v. A', edition: '2012', baseOffenseLevel: 24 };
	const whole = { ...document, acceptance: 3, criminalHistoryCategory: 'V', statutoryMaximumMonths: 240 };
	const line = JSON.stringify(whole);
	put('case.json', JSON.stringify(whole, null, '\t'));
	put('broken.json', '{"edition": ');
	put('duplicate.json', '{"edition": "2012", "edition": "2011"}');
	put('latin1.json', Buffer.from('{"caption": "é"}', 'latin1'));
	put('deep.json', '['.repeat(200_000));
	put('proto.json', '{"__proto__": {"edition": "2012"}}');
	put('lines.jsonl', [line, '', '{}', 'not json', `\ufeff${line}`, line.replace('"V"', '"VII"'), line].join('\n'));
	put('many.jsonl', Array.from({ length: 20_000 }, (_, id) => JSON.stringify({ ...whole, id: `${id}` })).join('\n'));
	put('ussg', `#!/bin/sh\nexec ${program} "$@"\n`);
	chmodSync(join(folder, 'ussg'), 0o755);
	return folder;
}

/** What a shell sees of a command there. Each is given the same environment: nothing but where programs are. */
export function seen(folder: string, command: string, env: Record<string, string> = {}): Seen {
	const { status, stdout, stderr } = spawnSync('bash', ['--norc', '-c', command], {
		cwd: folder,
		encoding: 'latin1',
		env: { PATH: `${folder}:/usr/bin:/bin`, ...env },
		maxBuffer: 1 << 28,
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	return { status, stdout, stderr };
}

/** True where a tool is on this machine. */
export const has = (tool: string): boolean => spawnSync('sh', ['-c', `command -v ${tool}`]).status === 0;
