// The list of mutants that no test notices, each with the reason why it is let be.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { MutantResult } from '@stryker-mutator/api/core';

const file = fileURLToPath(new URL('survivors.tsv', import.meta.url));
const head = 'file\tline\tcolumn\tmutator\treplacement\treason\n';

/** What is written of a survivor until somebody says more, by what it was seen to change. */
const reasons: Record<string, string> = {
	nothing: 'no answer differs: equivalent, or a case is wanted',
	words: 'message only',
	answer: 'an answer differs: not yet tested',
};
const untested = 'not yet tested';

/** What names a mutant wherever its line has moved to. */
const nameOf = (row: readonly string[]): string => [row[0], row[3], row[4]].join('\t');

/** Writes the survivors anew. A reason that was written by hand stays with its mutant. Returns how many have each reason. */
export function writeSurvivors(
	survivors: readonly MutantResult[],
	{ root, changes }: { root: string; changes: string },
): Map<string, number> {
	const seen = new Map(
		readFileSync(changes, 'utf8')
			.split('\n')
			.map((line) => line.split('\t') as [string, string]),
	);
	const before = new Map<string, string[]>();
	for (const row of stored()) before.set(nameOf(row), [...(before.get(nameOf(row)) ?? []), row[5] ?? untested]);
	const rows = survivors
		.map((one) => [...rowOf(one, root), reasons[seen.get(one.id) ?? ''] ?? untested])
		.sort(([file = '', line, column], [other = '', otherLine, otherColumn]) =>
			file === other ? Number(line) - Number(otherLine) || Number(column) - Number(otherColumn) : file < other ? -1 : 1,
		)
		.map((row) => {
			const kept = before.get(nameOf(row))?.shift();
			const isByHand = kept !== undefined && kept !== untested && !Object.values(reasons).includes(kept);
			return kept !== undefined && (isByHand || row[5] === untested) ? row.with(5, kept) : row;
		});
	writeFileSync(file, head + rows.map((row) => `${row.join('\t')}\n`).join(''));
	const counts = new Map<string, number>();
	for (const row of rows) counts.set(row[5] as string, (counts.get(row[5] as string) ?? 0) + 1);
	return counts;
}

const stored = (): string[][] =>
	existsSync(file)
		? readFileSync(file, 'utf8')
				.split('\n')
				.slice(1, -1)
				.map((line) => line.split('\t'))
		: [];

function rowOf({ fileName, location, mutatorName, replacement = '' }: MutantResult, root: string): string[] {
	const { line, column } = location.start;
	const short = replacement.replace(/\s+/g, ' ').slice(0, 120);
	return [fileName.slice(root.length), String(line + 1), String(column + 1), mutatorName, short];
}
