import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { bin } from '../run.ts';

const line = '{"edition":"2011","baseOffenseLevel":99,"criminalHistoryCategory":"I"}\n';

// A window that is closed, and a process that is told to end: no part of a file with what clients said stays behind.
test.each(['SIGTERM', 'SIGHUP', 'SIGINT'] as const)('%s leaves no part of a file', async (signal) => {
	const folder = mkdtempSync(join(tmpdir(), 'ussg-ended-'));
	writeFileSync(join(folder, 'rejects.jsonl'), 'what stood here before\n');
	const child = spawn(process.execPath, [bin, 'batch', '--rejects', 'rejects.jsonl'], { cwd: folder });
	child.stdin.write(line.repeat(50));
	const ended = new Promise((resolve) => child.on('exit', (status, by) => resolve(by ?? status)));
	await new Promise((resolve) => child.stdout.once('data', resolve));
	expect(readdirSync(folder).some((name) => name.endsWith('.part'))).toBe(true);
	child.kill(signal);
	expect(await ended).toBe(signal === 'SIGINT' ? 130 : signal);
	expect(readdirSync(folder)).toEqual(['rejects.jsonl']);
});
