// npm run proof:killed [-- --times 500]
// Kills every command that writes at random moments: what stood in its file before is whole, or replaced whole.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { decodeDraft } from '../../src/wizard/interview/draft.ts';
import { bin } from '../commands/run.ts';
import { answerKept, killedWhileSaving } from '../wizard/kill-saver.ts';
import { newFolder, oldText, type Scenario, scenarios, textOf } from './scenarios.ts';

const { values } = parseArgs({ options: { times: { type: 'string', default: '500' } } });
const times = Number(values.times);
let faults = 0;

function fault(words: string): void {
	faults++;
	console.log(words);
}

/** Runs to its end, or until it is killed; gives the milliseconds it took. */
async function run(words: readonly string[], folder: string, killedAfter?: number): Promise<number> {
	const began = performance.now();
	const child = spawn(process.execPath, words, { cwd: folder, stdio: 'ignore' });
	const timer = killedAfter === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), killedAfter);
	await once(child, 'exit');
	clearTimeout(timer);
	return performance.now() - began;
}

async function commandKilled(scenario: Scenario & { target: string }): Promise<void> {
	const first = newFolder(scenario);
	const milliseconds = await run([bin, ...scenario.words], first);
	const whole = textOf(first, scenario.target);
	rmSync(first, { recursive: true });
	let [before, after] = [0, 0];
	for (let left = times; left > 0; left--) {
		const folder = newFolder(scenario);
		// Most of the time goes by before the first byte is written.
		await run([bin, ...scenario.words], folder, milliseconds * (0.4 + 0.7 * Math.random()));
		const text = textOf(folder, scenario.target);
		if (text === oldText) before++;
		else if (text === whole) after++;
		else fault(`${scenario.name}: ${scenario.target} has ${text.length} bytes of ${whole.length}`);
		rmSync(folder, { recursive: true });
	}
	console.log(`${scenario.name}: killed ${times} times, ${before} before the file was replaced and ${after} after`);
}

/** The session keeps each answer before it asks the next; it says each answer that it has taken. */
async function draftKilled(): Promise<void> {
	const folder = newFolder({ name: '', words: [] });
	for (let left = times; left > 0; left--) {
		const name = `draft-${left}.json`;
		const taken = await killedWhileSaving(join(folder, name), Math.random() * 25);
		const kept = answerKept(decodeDraft(textOf(folder, name)).interview);
		if (kept !== taken && kept !== taken + 1) fault(`a draft: ${taken} answers taken, ${kept} kept`);
	}
	rmSync(folder, { recursive: true });
	console.log(`a draft: killed ${times} times`);
}

for (const scenario of scenarios)
	if (scenario.target !== undefined) await commandKilled({ ...scenario, target: scenario.target });
await draftKilled();
console.log(`${faults} faults`);
process.exitCode = faults === 0 ? 0 : 1;
