import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Interview } from '../../src/wizard/interview/interview.ts';

const saver = fileURLToPath(new URL('saver.mjs', import.meta.url));

/** Starts the saver, lets it save for a while, kills it, and gives the last answer that it acknowledged. */
export async function killedWhileSaving(file: string, milliseconds: number): Promise<number> {
	const child = spawn(process.execPath, [saver, file], { stdio: ['ignore', 'pipe', 'inherit'] });
	let said = '';
	child.stdout.on('data', (chunk) => {
		said += chunk;
	});
	const ended = once(child, 'close');
	await once(child.stdout, 'data');
	await new Promise((resolve) => setTimeout(resolve, milliseconds));
	child.kill('SIGKILL');
	await ended;
	return Number(said.slice(0, said.lastIndexOf('\n')).split('\n').at(-1));
}

/** The number of the answer that a draft kept. */
export const answerKept = (interview: Pick<Interview, 'answers'>): number =>
	Number(String(interview.answers['caption']).replace('answer ', ''));
