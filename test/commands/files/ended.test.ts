import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openPrivate } from '../../../src/commands/files/private-file.ts';
import { bin } from '../run.ts';

const line = '{"edition":"2011","baseOffenseLevel":99,"criminalHistoryCategory":"I"}\n';

// A window that is closed, and a process that is told to end: no part of a file with what clients said stays behind.
test.each(['SIGTERM', 'SIGHUP', 'SIGINT', 'SIGQUIT'] as const)('%s leaves no part of a file', async (signal) => {
	const folder = mkdtempSync(join(tmpdir(), 'ussg-ended-'));
	writeFileSync(join(folder, 'rejects.jsonl'), 'what stood here before\n');
	const child = spawn(process.execPath, [bin, 'batch', '--rejects', 'rejects.jsonl'], { cwd: folder });
	child.stdin.write(line.repeat(50));
	const ended = new Promise((resolve) => child.on('exit', (status, by) => resolve(by ?? status)));
	await new Promise((resolve) => child.stdout.once('data', resolve));
	expect(readdirSync(folder).some((name) => name.endsWith('.part'))).toBe(true);
	child.kill(signal);
	expect(await ended).toBe(signal === 'SIGINT' ? 130 : signal);
	const left = readdirSync(folder).filter((name) => !name.startsWith('core'));
	expect(left).toEqual(['rejects.jsonl']);
});

// The wizard hears the signal and ends in its own time: the draft it is writing is complete by then.
test.each(['SIGTERM', 'SIGHUP'] as const)('%s that somebody hears takes no part away', async (signal) => {
	const folder = mkdtempSync(join(tmpdir(), 'ussg-ended-'));
	const heard: string[] = [];
	const hear = (name: string): void => void heard.push(name);
	process.on(signal, hear);
	try {
		const file = await openPrivate(join(folder, 'd.json'));
		await file.write(Buffer.from('answers'));
		process.emit(signal, signal);
		await file.keep();
	} finally {
		process.off(signal, hear);
	}
	expect(heard).toEqual([signal]);
	expect(readFileSync(join(folder, 'd.json'), 'utf8')).toBe('answers');
	expect(readdirSync(folder)).toEqual(['d.json']);
});
