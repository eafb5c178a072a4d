// node test/golden/draw.ts: gives each edition the cases that it lacks, and leaves those that are stored as they are.
// Run it when an edition is added, and npm run golden after it.
import { existsSync, writeFileSync } from 'node:fs';
import { InputError } from '../../src/case/errors.ts';
import { editions } from '../../src/index.ts';
import type { Result } from '../../src/result/result.ts';
import type { Draft } from '../random/random.ts';
import { casesFile, type GoldenCase, resultOf, storedCases } from './answers.ts';
import { documentsFor } from './documents.ts';

const casesOfEdition = 44;
const rejectedOfEdition = 6;
const draws = 1600;

interface Candidate {
	case: Draft;
	features: string[];
	isRejected: boolean;
	/** The edition that answers it, where no other was weighed. */
	used?: string;
}

Error.stackTraceLimit = 0;
const stored = existsSync(casesFile) ? storedCases() : [];
const seen = new Set<string>();
for (const { case: document } of stored) for (const one of candidateOf(document).features) seen.add(one);
const cases: GoldenCase[] = [...stored];
for (const { effectiveDate } of editions.filter(({ verified }) => verified)) {
	const held = stored.filter(({ id }) => id.startsWith(effectiveDate)).length;
	const candidates = held < casesOfEdition ? candidatesFor(effectiveDate) : [];
	for (const [at, chosen] of chosenFrom(candidates, casesOfEdition - held).entries()) {
		cases.push({ id: `${effectiveDate}/${String(held + at + 1).padStart(2, '0')}`, case: chosen.case });
	}
}
writeFileSync(
	casesFile,
	cases
		.map((one) => `${JSON.stringify(one)}\n`)
		.sort()
		.join(''),
);
console.log(`${cases.length} cases, ${cases.length - stored.length} of them new; ${seen.size} traits`);

function candidatesFor(edition: string): Candidate[] {
	return documentsFor(edition, draws)
		.map(candidateOf)
		.filter(({ used }) => used === undefined || used === edition);
}

/** The candidates that show the most that no other case shows, then the most that no other of the edition does. */
function chosenFrom(candidates: readonly Candidate[], count: number): Candidate[] {
	const inEdition = new Set<string>();
	const chosen: Candidate[] = [];
	let rejected = 0;
	const worth = ({ features, isRejected }: Candidate): number =>
		features.reduce((sum, one) => sum + (seen.has(one) ? 0 : 4) + (inEdition.has(one) ? 0 : 1), isRejected ? 3 : 0);
	while (chosen.length < count && candidates.length > 0) {
		const open = candidates.filter((one) => !chosen.includes(one) && (!one.isRejected || rejected < rejectedOfEdition));
		const best = open.reduce((most, one) => (worth(one) > worth(most) ? one : most));
		chosen.push(best);
		if (best.isRejected) rejected++;
		for (const one of best.features) {
			seen.add(one);
			inEdition.add(one);
		}
	}
	return chosen;
}

function candidateOf(document: Draft): Candidate {
	const result = resultOf(document);
	if (result instanceof InputError) {
		const path = result.path.replace(/\/\d+/g, '');
		return { case: document, features: [`${result.code} ${path}`], isRejected: true };
	}
	const given = Object.keys(document).map((key) => `gives ${key}`);
	const used = result.editionChoice ? {} : { used: result.edition.effectiveDate };
	return { case: document, features: [...given, ...traitsOf(result)], isRejected: false, ...used };
}

function traitsOf(result: Result): string[] {
	const { chapterTwo, statutoryEffect, fastTrack, relief, reduction, statutes = [], editionChoice } = result;
	return [
		`level ${result.offenseLevel.total}`,
		`category ${result.criminalHistoryCategory}`,
		`minimum ${statutoryEffect.minimum}`,
		`maximum ${statutoryEffect.maximum}`,
		`fast track ${fastTrack.effect}`,
		`total ${result.totalRange?.provisions}`,
		`relief ${relief?.kind} ${relief?.granted}`,
		`reduction ${reduction?.authorized} ${reduction?.amendments.map(({ id }) => id)}`,
		`chosen ${editionChoice?.considered.length} ${editionChoice?.provision}`,
		`drugs ${result.drugQuantity?.method}`,
		`guideline ${chapterTwo?.guideline} ${chapterTwo?.effectiveDate} ${chapterTwo?.base}`,
		...(chapterTwo?.applied ?? []).map((id) => `applied ${chapterTwo?.guideline}${id}`),
		...(result.drugQuantity?.drugs ?? []).map(({ substance }) => `drug ${substance}`),
		...statutes.map(({ provision, circumstance }) => `statute ${provision} ${circumstance}`),
		...result.steps.map(({ provision }) => `step ${provision}`),
		...result.warnings.map(({ code }) => `warning ${code}`),
	];
}
