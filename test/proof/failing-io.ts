// npm run proof:failing-io [-- "batch --rejects"]
// Each call of the system's files that a run makes fails once: the run ends with an error in words, what stood in its
// file before is whole or replaced whole, and what went to standard output is a beginning of the whole.
import { spawnSync } from 'node:child_process';
import { closeSync, openSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bin } from '../commands/run.ts';
import { leftOver, newFolder, oldText, type Scenario, scenarios, textOf } from './scenarios.ts';

const preload = fileURLToPath(new URL('failing-io.cjs', import.meta.url));

interface Ran {
	status: number | null;
	stdout: string;
	stderr: string;
	target: string | undefined;
	left: string[];
	calls: number;
	failed: string;
}

function run(scenario: Scenario, failAt: number, code: string): Ran {
	const folder = newFolder(scenario);
	const out = openSync(join(folder, 'stdout'), 'w');
	const { status, stderr } = spawnSync(process.execPath, ['--require', preload, bin, ...scenario.words], {
		cwd: folder,
		stdio: ['ignore', out, 'pipe'],
		encoding: 'utf8',
		timeout: 60_000,
		env: { ...process.env, FAIL_AT: String(failAt), FAIL_CODE: code, COUNT_FILE: join(folder, 'count.json') },
	});
	closeSync(out);
	const { calls, failed } = JSON.parse(readFileSync(join(folder, 'count.json'), 'utf8'));
	const target = scenario.target === undefined ? undefined : textOf(folder, scenario.target);
	const ran = {
		status,
		stderr,
		stdout: textOf(folder, 'stdout'),
		target,
		left: leftOver(folder, scenario),
		calls,
		failed,
	};
	rmSync(folder, { recursive: true });
	return ran;
}

/** What is wrong with a run in which a call failed, beside the one in which none did. */
function wrongIn(ran: Ran, whole: Ran): string | undefined {
	const isTolerated = ran.status === whole.status;
	if (!isTolerated && ran.status !== 1 && ran.status !== 2) return `ends with ${ran.status}`;
	if (isTolerated && (ran.stdout !== whole.stdout || ran.target !== whole.target))
		return 'ends well, and lacks something';
	if (!isTolerated && !/^ussg: [^\n]+\n$/.test(ran.stderr)) return 'says nothing in words';
	if (/UNCAUGHT|^\s+at /m.test(ran.stderr)) return 'shows the inside of the program';
	if (!whole.stdout.startsWith(ran.stdout)) return 'wrote something else to standard output';
	if (ran.status === 2 && ran.stdout !== '') return 'calls the input wrong after answering part of it';
	if (ran.target !== undefined && ran.target !== oldText && ran.target !== whole.target) return 'left a broken file';
	const isCleaning = /unlink|rm |close/.test(ran.failed);
	return ran.left.length > 0 && !isCleaning ? `left ${ran.left}` : undefined;
}

let [runs, faults] = [0, 0];
const [only] = process.argv.slice(2);
for (const scenario of scenarios.filter(({ name }) => only === undefined || name === only)) {
	const whole = run(scenario, 0, 'none');
	for (let at = 1; at <= whole.calls; at++) {
		for (const code of ['EIO', 'ENOSPC', 'EACCES']) {
			const ran = run(scenario, at, code);
			runs++;
			const wrong = wrongIn(ran, whole);
			if (wrong === undefined) continue;
			faults++;
			console.log(`${scenario.name}, call ${at} (${ran.failed}) ${code}: ${wrong}\n${ran.stderr}`);
		}
	}
	console.log(`${scenario.name}: ${whole.calls} calls, each failed with three errors`);
}
console.log(`${runs} runs, ${faults} faults`);
process.exitCode = faults === 0 ? 0 : 1;
