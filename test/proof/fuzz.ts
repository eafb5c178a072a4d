// npm run proof:fuzz [-- --json 1000000 --csv 100000 --commands 20000 --drafts 10000 --tables 20000 --seed 1]
// Feeds the program what is nearly right: no fault, no hang, as many lines out as in.
import { parseArgs } from 'node:util';
import { type Fault, newBatchCheck } from '../fuzz/batches.ts';
import { commandFaults } from '../fuzz/commands.ts';
import { draftFaults } from '../fuzz/drafts.ts';
import { csvHeader, csvLine, jsonLine } from '../fuzz/lines.ts';
import { tableFaults } from '../fuzz/tables.ts';
import { newRandom, type Random } from '../random/random.ts';

const count = { type: 'string' } as const;
const { values } = parseArgs({
	options: { json: count, csv: count, commands: count, drafts: count, tables: count, seed: count },
});
const seed = Number(values.seed ?? 1);
const blockLines = 50;

async function json(lines: number, random: Random): Promise<Fault[]> {
	const check = await newBatchCheck('jsonl', { kind: 'jsonl' });
	const faults: Fault[] = [];
	for (let at = 0; at < lines; at += blockLines) {
		const block = Array.from({ length: Math.min(blockLines, lines - at) }, (_, index) => jsonLine(random, at + index));
		faults.push(...check(block));
	}
	return faults;
}

async function csv(lines: number, random: Random): Promise<Fault[]> {
	const faults: Fault[] = [];
	for (let at = 0; at < lines; at += blockLines * 4) {
		const delimiter = random.pick([',', '\t'] as const);
		const header = csvHeader(random, delimiter);
		const check = await newBatchCheck(random.pick(['jsonl', 'csv', 'tsv']), { kind: 'cells', header, delimiter });
		for (let from = at; from < Math.min(at + blockLines * 4, lines); from += blockLines) {
			const block = Array.from({ length: blockLines }, (_, index) => csvLine(random, header, delimiter, from + index));
			faults.push(...check(block).map((fault) => ({ ...fault, input: `${header}\n${fault.input}` })));
		}
	}
	return faults;
}

const parts = {
	json: { usual: 1_000_000, run: json },
	csv: { usual: 100_000, run: csv },
	drafts: { usual: 10_000, run: draftFaults },
	tables: { usual: 20_000, run: tableFaults },
	commands: { usual: 20_000, run: commandFaults },
};

let found = 0;
for (const [name, { usual, run }] of Object.entries(parts)) {
	const times = Number(values[name as keyof typeof parts] ?? usual);
	const began = performance.now();
	const faults = times === 0 ? [] : await run(times, newRandom(seed));
	found += faults.length;
	const seconds = Math.round((performance.now() - began) / 1000);
	console.log(`${name}: ${times} in ${seconds} s, ${faults.length} faults`);
	for (const { what, input } of faults.slice(0, 10)) console.log(`\n${what}\n${input.slice(0, 3000)}`);
}
process.exitCode = found === 0 ? 0 : 1;
