import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { runProgram } from '../../src/commands/main.ts';
import type { Run } from '../commands/run.ts';

const system = fs.writeSync;
const said = { 1: '', 2: '' };

/** Keeps what the program writes to its streams, in place of showing it. Standard input is at its end. */
function capture(): () => void {
	const keep = (stream: 1 | 2, bytes: string | Uint8Array): void => {
		said[stream] += typeof bytes === 'string' ? bytes : Buffer.from(bytes).toString();
	};
	fs.writeSync = ((fd: number, bytes: string | Uint8Array, ...rest: never[]) => {
		if (fd !== 1 && fd !== 2) return system(fd, bytes as string, ...rest);
		keep(fd, bytes);
		return Buffer.byteLength(bytes);
	}) as typeof fs.writeSync;
	syncBuiltinESMExports();
	const streams = [process.stdout, process.stderr].map((stream, at) => {
		const { write } = stream;
		stream.write = ((bytes: string | Uint8Array, ...rest: unknown[]) => {
			keep(at === 0 ? 1 : 2, bytes);
			const told = rest.find((one) => typeof one === 'function') as (() => void) | undefined;
			if (told) process.nextTick(told);
			return true;
		}) as typeof stream.write;
		return () => {
			stream.write = write;
		};
	});
	return () => {
		fs.writeSync = system;
		syncBuiltinESMExports();
		for (const restore of streams) restore();
	};
}

/** Runs the program in this process with the words of a command line. */
export async function runHere(words: readonly string[]): Promise<Run> {
	said[1] = '';
	said[2] = '';
	const restore = capture();
	try {
		process.exitCode = undefined;
		const status = await runProgram(words);
		return { status, stdout: said[1], stderr: said[2] };
	} finally {
		restore();
		process.exitCode = undefined;
	}
}
