import { spawn, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export const bin = fileURLToPath(new URL('../../bin/ussg.cjs', import.meta.url));

export interface Run {
	status: number | null;
	stdout: string;
	stderr: string;
}

/** Runs the built program as a user's shell would, with no terminal on any stream. */
export const ussg = (args: string[], input: string | Uint8Array = '', env: Record<string, string> = {}): Run =>
	runOf(bin, args, input, env);

/** Runs a program that was built elsewhere in the same way. */
export function runOf(
	program: string,
	args: string[],
	input: string | Uint8Array = '',
	env: Record<string, string> = {},
): Run {
	const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
		input,
		encoding: 'utf8',
		env: { PATH: process.env['PATH'] ?? '', ...env },
		maxBuffer: 1 << 28,
	});
	return { status, stdout, stderr };
}

/** The records of JSON Lines, each ended by a line break. */
export const json = (text: string) =>
	text
		.split('\n')
		.slice(0, -1)
		.map((line) => JSON.parse(line));

const asTerminal = fileURLToPath(new URL('../wizard/as-terminal.cjs', import.meta.url));

/** What the questions about a case document say on standard error, where they are answered line by line to the end. */
export async function questions(folder: string, file: string, lines: readonly string[]): Promise<string> {
	return (await conversation(bin, folder, lines, ['--case', file])).stderr;
}

/** The questions of a program, answered line by line to the end. */
export function conversation(
	program: string,
	folder: string,
	lines: readonly string[],
	args: readonly string[] = [],
): Promise<Run> {
	const child = spawn(process.execPath, ['--require', asTerminal, program, '--plain', ...args], { cwd: folder });
	const said = { stdout: '', stderr: '' };
	for (const stream of ['stdout', 'stderr'] as const) {
		child[stream].setEncoding('utf8').on('data', (text: string) => {
			said[stream] += text;
		});
	}
	child.stdin.end(`${lines.join('\n')}\n`);
	return new Promise((resolve) => child.on('close', (status) => resolve({ status, ...said })));
}
