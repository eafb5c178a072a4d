import { readdirSync, readFileSync } from 'node:fs';
import { caseSchema } from '../../src/case/schema.ts';
import { randomDrugCase, randomTierCase } from '../oracle/drugs-cases.ts';
import { randomCase } from '../random/cases.ts';
import { randomCase as caseOfSchema } from '../random/of-schema.ts';
import { type Draft, newRandom, type Random } from '../random/random.ts';

const keys = Object.keys(caseSchema.shape);
const folder = new URL('../cases/', import.meta.url);

/** What is given in each case of test/cases, and a case for each warning. */
const written: Draft[] = [
	...readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.filter((file) => file.endsWith('.json'))
		.map((file) => JSON.parse(readFileSync(new URL(file, folder), 'utf8')).given),
	...Object.values<Draft>(
		JSON.parse(readFileSync(new URL('../calculation/warning-cases.json', import.meta.url), 'utf8')),
	),
];

/** Documents for an edition, so many drawn at random and those of other tests: without names, in plain characters. */
export function documentsFor(edition: string, draws: number): Draft[] {
	const first = Number(edition.replaceAll('-', ''));
	const drawn = Array.from({ length: draws }, (_, at): Draft => {
		const random = newRandom(first + at);
		if (at % 8 === 0) return drugsOf(random, edition);
		if (at % 2 === 0) return randomCase(random, edition);
		return caseOfSchema(first + at, { edition, key: keys[at % keys.length] as string });
	});
	const moved = written.map((document) => ('edition' in document ? { ...document, edition } : document));
	return [...moved, ...drawn]
		.map(({ id: _, caption: __, ...document }) => document)
		.filter((document) => /^[ -[\]-~§]*$/.test(JSON.stringify(document)));
}

/** A case of §2D1.1 by its drugs, or one whose count is known by what was charged. */
function drugsOf(random: Random, edition: string): Draft {
	const history = { criminalHistoryPoints: random.between(0, 14) };
	if (random.often(30)) {
		const { section, offenseDate, drugs } = randomTierCase(random);
		const id = section === '841' ? '21:841(b)(1)' : '21:960(b)';
		return { edition, baseOffenseLevel: random.between(6, 38), ...history, offenseDate, statutes: [{ id, drugs }] };
	}
	const { drugs, off } = randomDrugCase(random);
	const roles = { 0: [], 2: ['§3B1.2(b)'], 3: ['§3B1.2'], 4: ['§3B1.2(a)'] };
	return { edition, guideline: '2D1.1', drugs, chapterThree: roles[off], ...history };
}
