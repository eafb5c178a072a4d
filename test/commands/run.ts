import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const bin = fileURLToPath(new URL('../../bin/ussg.cjs', import.meta.url));

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
