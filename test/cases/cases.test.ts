import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { calculate, parseCase } from '../../src/index.ts';

/**
 * Cases whose answer comes from outside: published opinions, and the worked examples of the Manual and of
 * Appendix C. `expected` holds what the source says and nothing that the program printed.
 */
interface Case {
	name: string;
	source: { citation: string; says: string; url?: string };
	note?: string;
	given: Record<string, unknown>;
	expected: Record<string, unknown>;
}

for (const folder of ['opinions', 'commentary', 'manual', 'facts', 'after-range']) {
	const at = new URL(`${folder}/`, import.meta.url);
	describe(folder, () => {
		for (const file of readdirSync(at)) {
			const { name, source, given, expected } = JSON.parse(readFileSync(new URL(file, at), 'utf8')) as Case;
			test(`${file}: ${name}, ${source.citation}`, () => {
				expect(calculate(parseCase(given))).toMatchObject(expected);
			});
		}
	});
}
