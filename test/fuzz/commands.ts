import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Run } from '../commands/run.ts';
import type { Random } from '../random/random.ts';
import type { Fault } from './batches.ts';
import { commandLine, writeFiles } from './command-lines.ts';
import { runHere } from './in-process.ts';

/** Runs so many command lines in this process, and says which went wrong. */
export async function commandFaults(times: number, random: Random): Promise<Fault[]> {
	const folder = mkdtempSync(join(tmpdir(), 'ussg-fuzz-'));
	const files = writeFiles(folder, random);
	const faults: Fault[] = [];
	process.chdir(folder);
	try {
		for (let at = 0; at < times; at++) {
			const words = commandLine(random, files);
			const before = process.cpuUsage();
			const run = await runHere(words);
			const seconds = process.cpuUsage(before).user / 1e6;
			const what = seconds > mostSeconds ? `${seconds} seconds` : wrongIn(run, words);
			if (what !== undefined) faults.push({ what, input: JSON.stringify(words) });
		}
	} finally {
		process.chdir('/');
		rmSync(folder, { recursive: true, force: true });
	}
	return faults;
}

const mostSeconds = 10;
const [answered, failed, wrong, someRejected] = [0, 1, 2, 3];

/** What no run may say or do. */
function wrongIn({ status, stdout, stderr }: Run, words: readonly string[]): string | undefined {
	if (![answered, failed, wrong, someRejected].includes(status ?? -1)) return `ends with ${status}`;
	// A folder that cannot be read, and conformance cases that do not pass, end with it too.
	if (status === failed && !/cannot (read|write)/.test(stderr) && !/ failed\n$/.test(stdout)) return `fails: ${stderr}`;
	if (status === wrong && stdout !== '') return `rejects, and writes ${stdout.slice(0, 200)}`;
	if (status === wrong && !/^ussg: \S/m.test(stderr)) return `rejects without a reason: ${stderr}`;
	const said = /^\s+at .*:\d+:\d+\)?$|\[object |\bundefined\b|\bNaN\b|TypeError|RangeError/m.exec(stderr)?.[0];
	if (said !== undefined && !words.some((word) => word.includes(said))) return `says ${said} in ${stderr}`;
	return /\x1b|[\x80-\x9f\u202e]/.test(stderr) ? `passes control characters on: ${JSON.stringify(stderr)}` : undefined;
}
