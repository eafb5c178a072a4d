import { globSync, readFileSync } from 'node:fs';
import { test } from 'vitest';
import { calculate } from '../../src/calculation/calculate.ts';
import { parseCase } from '../../src/case/parse.ts';
import { bundledLaw } from '../../src/law/bundled.ts';
import { resultOf, storedCases } from '../golden/answers.ts';
import { ofMoves } from '../properties/moves.ts';
import type { Program } from '../properties/program.ts';
import type { Property, Trial } from '../properties/property.ts';
import { ofRanges } from '../properties/ranges.ts';
import { ofResults } from '../properties/results.ts';
import { ofSameness } from '../properties/sameness.ts';
import { trialOf } from '../properties/search.ts';
import { type Draft, newRandom } from '../random/random.ts';
import { shared } from './shared.ts';

/** What holds of every answer, in each stored case and each case with a source: all of one answer, and one of those that ask more. */
const folder = new URL('../cases/', import.meta.url);
const documents: Draft[] = [
	...storedCases().map((one) => one.case),
	...globSync('**/*.json', { cwd: folder }).map(
		(file) => JSON.parse(readFileSync(new URL(file, folder), 'utf8')).given,
	),
];
const askingMore = [...ofMoves, ...ofSameness];

const program = {
	parse: parseCase,
	calculate: (document, fields) => calculate(parseCase(document), bundledLaw, { today: '2025-12-01', fields }),
} as Program;

test.each(documents.map((draft, at) => ({ draft, at })))('%o', ({ draft, at }) => {
	shared.answer = resultOf(draft);
	const base = trialOf(draft, program);
	if (base === undefined) return;
	const trial: Trial = Object.assign(Object.create(base), { random: newRandom(at) });
	const more = askingMore[at % askingMore.length] as Property;
	const wrong = [...ofRanges, ...ofResults, more].flatMap((property) => {
		const verdict = property.check(trial);
		return typeof verdict === 'string' ? [`${property.name}: ${verdict}`] : [];
	});
	if (wrong.length > 0) throw new Error(wrong.join('; '));
});
