import { spawn, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export const bin = fileURLToPath(new URL('../../bin/ussg.cjs', import.meta.url));

export interface Run {
	status: number | null;
	stdout: string;
	stderr: string;
}

/** Runs the built program as a user's shell would, with no terminal on any stream. */
export function ussg(args: string[], input: string | Uint8Array = '', env: Record<string, string> = {}): Run {
	const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...args], {
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
export function questions(folder: string, file: string, lines: readonly string[]): Promise<string> {
	const args = ['--require', asTerminal, bin, '--plain', '--case', file];
	const program = spawn(process.execPath, args, { cwd: folder });
	let stderr = '';
	program.stderr.setEncoding('utf8').on('data', (text: string) => {
		stderr += text;
	});
	program.stdin.write(`${lines.join('\n')}\n`);
	return new Promise((resolve) => program.on('close', () => resolve(stderr)));
}
