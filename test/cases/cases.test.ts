import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { InputError } from '../../src/case/errors.ts';
import { differencesOf } from '../../src/commands/expected.ts';
import { calculate, parseCase } from '../../src/index.ts';

/**
 * Cases whose answer comes from outside: published opinions, and the worked examples of the Manual and of
 * Appendix C. `expected` holds what the source says and nothing that the program printed. Every JSON file in a
 * folder beside this file is one (docs/conformance.md).
 */
interface Case {
	name: string;
	source: { citation: string; says: string; url?: string };
	note?: string;
	given: Record<string, unknown>;
	expected: Record<string, unknown>;
}

const here = new URL('./', import.meta.url);
const files = readdirSync(here, { recursive: true, encoding: 'utf8' })
	.map((file) => file.replaceAll('\\', '/'))
	.filter((file) => file.endsWith('.json'))
	.sort();

for (const [folder, inFolder] of Map.groupBy(files, (file) => file.slice(0, file.lastIndexOf('/') + 1))) {
	describe(folder, () => {
		for (const file of inFolder) {
			const { name, source, given, expected } = JSON.parse(readFileSync(new URL(file, here), 'utf8')) as Case;
			test(`${file.slice(folder.length)}: ${name}, ${source.citation}`, () => {
				expect(Object.keys(expected)).not.toEqual([]);
				expect(differencesOf(expected, answerTo(given))).toEqual([]);
			});
		}
	});
}

function answerTo(given: unknown): unknown {
	try {
		return calculate(parseCase(given));
	} catch (error) {
		if (!(error instanceof InputError)) throw error;
		return { error: { code: error.code, path: error.path, message: error.message } };
	}
}
