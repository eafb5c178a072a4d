import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { newEngine, sourceOf } from '../../src/commands/batch/answer/engine.ts';
import { ussg } from '../commands/run.ts';

/**
 * Every input that the program once answered wrongly, or failed on, with what the law or the contract says: a case (as
 * `ussg verify` reads it), a line of a batch, or the words of a command line.
 */
interface Entry {
	name: string;
	given?: Record<string, unknown>;
	line?: string;
	words?: string[];
	expected: Record<string, unknown>;
}

const folder = new URL('corpus/', import.meta.url);

async function answerTo(line: string): Promise<unknown> {
	const { answerBlock } = await newEngine({ format: 'jsonl', select: undefined, map: undefined, summary: false });
	const { output } = answerBlock({ bytes: Buffer.from(line) }, await sourceOf({ kind: 'jsonl' }), () => 1);
	return JSON.parse(Buffer.from(output).toString());
}

describe('every fault ever found', () => {
	test.each(readdirSync(folder))('%s', async (file) => {
		const { name, given, line, words, expected } = JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Entry;
		if (words === undefined) {
			expect(await answerTo(line ?? JSON.stringify(given)), name).toMatchObject(expected);
			return;
		}
		const { status, stdout, stderr } = ussg(words);
		const { stderr: said, ...rest } = expected;
		expect({ status, stdout }, name).toMatchObject(rest);
		expect(stderr, name).toContain(said ?? '');
	});
});
