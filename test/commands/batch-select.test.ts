import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { newEngine, sourceOf } from '../../src/commands/batch/answer/engine.ts';

type Document = Record<string, unknown>;

/** The cases with a source, and between each two neighbours one that takes half of its fields from the other: some are refused. */
const given = ['opinions', 'commentary', 'facts', 'after-range'].flatMap((folder) => {
	const at = new URL(`../cases/${folder}/`, import.meta.url);
	return readdirSync(at).map((file) => JSON.parse(readFileSync(new URL(file, at), 'utf8')).given as Document);
});
const twoManuals = {
	offenseDate: '2000-05-01',
	sentencingDate: '2004-05-01',
	underOffenseDateManual: { baseOffenseLevel: 20, adjustments: [] },
};
const mixed = given.flatMap((one, at) => {
	const other = given[(at + 1) % given.length] as Document;
	const half = Object.entries(other).filter((_, place) => place % 2 === 0);
	const { edition, ...undated } = one;
	return [
		{ ...one, ...Object.fromEntries(half) },
		{ ...one, statutes: ['21:841(b)(1)(A)'], offenseDate: '2012-05-01' },
		{ ...undated, offenseDate: '2000-05-01', sentencingDate: '2004-05-01' },
		{ ...undated, ...twoManuals },
	];
});
const documents = [...given, ...mixed];
const lines = documents.map((document) => JSON.stringify(document)).join('\n');

async function answers(select: string | undefined, summary = false): Promise<Document[]> {
	const { answerBlock } = await newEngine({ format: 'jsonl', select, map: undefined, summary });
	const { output } = answerBlock({ bytes: Buffer.from(lines) }, await sourceOf({ kind: 'jsonl' }), () => 1);
	const written = Buffer.from(output).toString().split('\n').slice(0, -1);
	return written.map((line) => JSON.parse(line) as Document);
}

describe('--select', async () => {
	const whole = await answers(undefined);
	const fields = [...new Set(whole.flatMap((answer) => Object.keys(answer)))].filter(
		(field) => field !== 'line' && field !== 'error',
	);

	test('the cases are many, some of them refused, and every field is in one of them', () => {
		expect(whole.filter(({ error }) => error === undefined).length).toBeGreaterThan(300);
		expect(whole.filter(({ error }) => error !== undefined).length).toBeGreaterThan(50);
		expect(fields).toEqual(
			expect.arrayContaining(['relief', 'statutes', 'reduction', 'editionChoice', 'fine', 'ceiling']),
		);
	});

	test.each(fields)(
		'%s alone is as it stands in the whole result, and what is refused stays refused',
		async (field) => {
			for (const summary of [false, true]) {
				const alone = await answers(field, summary);
				expect(alone).toEqual(
					whole.map((answer) =>
						answer['error'] !== undefined ? answer : field in answer ? { [field]: answer[field] } : {},
					),
				);
			}
		},
	);
});
