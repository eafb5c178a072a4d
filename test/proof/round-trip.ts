import { editionGiven } from '../../src/calculation/which-manual/designations.ts';
import { parseCase } from '../../src/case/parse.ts';
import { bundledLaw } from '../../src/law/bundled.ts';
import { editionsHeld, pathsOfCase, pathsOfSchema, randomCase } from '../random/of-schema.ts';
import { answerTo, lostInCommand, lostInQuestions } from '../wizard/round-trip.ts';

/**
 * Opened at the questions and written again, and turned into an equivalent command, a case document keeps its answer:
 * random documents of every key in every edition. `npm run proof:round-trip -- 100000 1`: so many that open,
 * from this seed on. Ends with exit status 1 where one does not keep it, or a key of the schema was not tried.
 */
const [wanted = 100_000, from = 1] = process.argv.slice(2).map(Number);
/** How many documents are drawn for a key in an edition, or for a value with an answer, that chance passed over. */
const mostTries = 10_000;
const counts = { answered: 0, rejected: 0, opened: 0, command: 0, document: 0, lost: 0 };
const answeredPaths = new Map<string, number>();
const openedKeys = new Set<string>();
const answeredKeys = new Set<string>();
const leftFields = new Map<string, number>();
const add = (map: Map<string, number>, key: string) => void map.set(key, (map.get(key) ?? 0) + 1);
const began = Date.now();
// Many of the documents are rejected: where, nobody reads.
Error.stackTraceLimit = 0;

let seed = from;
for (; counts.opened < wanted; seed++) prove(JSON.parse(JSON.stringify(randomCase(seed))));

const all = pathsOfSchema();
const keys = keysOf(all);
const pairs = editionsHeld.flatMap((edition) => keys.map((key) => ({ edition, key })));
const isOpened = ({ edition, key }: { edition: string; key: string }) => openedKeys.has(`${edition} ${key}`);
for (const pair of pairs) {
	drawWith(
		pair.key,
		() => isOpened(pair),
		() => pair.edition,
	);
}
for (const path of all) {
	drawWith(
		path,
		() => answeredPaths.has(path),
		(tries) => editionsHeld[tries % editionsHeld.length] as string,
	);
}

const untried = [
	...all.filter((path) => !answeredPaths.has(path)).map((path) => `${path} with an answer`),
	...pairs.filter((pair) => !isOpened(pair)).map(({ edition, key }) => `${edition} ${key}`),
];
const ranked = (map: Map<string, number>) => [...map].sort((a, b) => b[1] - a[1]).map((pair) => pair.join(' '));
console.log(`seeds ${from} to ${seed - 1}, ${seconds()} s: ${counts.lost} documents do not keep their answer
${counts.opened} documents open at the questions, ${counts.answered} of them with an answer; ${counts.answered + counts.rejected - counts.opened} more are no case and do not open
${counts.command} equivalent commands give the same result; ${counts.document} cases are offered as a document
${all.length} keys and listed values of the schema, ${all.filter((path) => answeredPaths.has(path)).length} of them in a document with an answer
${keys.length} keys in ${editionsHeld.length} editions, ${pairs.length} pairs: ${pairs.filter(isOpened).length} opened and saved, ${pairs.filter(({ edition, key }) => answeredKeys.has(`${edition} ${key}`)).length} with an answer
not said by a flag: ${ranked(leftFields).join(', ')}
not tried: ${untried.length === 0 ? 'nothing' : untried.join(', ')}`);
process.exitCode = counts.lost > 0 || untried.length > 0 ? 1 : 0;

/** Draws documents that have the field in which a path begins, until the path is tried. */
function drawWith(path: string, isTried: () => boolean, editionOf: (tries: number) => string): void {
	const key = path.split(/[/=]/)[0] as string;
	for (let tries = 0; tries < mostTries && !isTried(); tries++, seed++) {
		prove(JSON.parse(JSON.stringify(randomCase(seed, { edition: editionOf(tries), key }))));
	}
}

/** Opens a document, writes it again, and turns it into a command. */
function prove(given: unknown): void {
	const answer = answerTo(given);
	const lost = lostInQuestions(given, answer);
	if (lost !== undefined) report(given, lost);
	countOpened(given);
	if (!answer.isResult) {
		counts.rejected++;
		return;
	}
	counts.answered++;
	const command = lostInCommand(given, answer);
	if (command.lost !== undefined) report(given, command.lost);
	counts[command.kind]++;
	for (const field of command.left) add(leftFields, field);
	const paths = new Set(pathsOfCase(given));
	for (const path of paths) add(answeredPaths, path);
	for (const key of keysOf(paths)) answeredKeys.add(`${JSON.parse(answer.text).edition.effectiveDate} ${key}`);
}

function report(given: unknown, lost: string): void {
	counts.lost++;
	console.log(`seed ${seed}: ${JSON.stringify(given)}\n${lost}`);
}

/** Counts the keys that were opened and saved, each with the edition of its document. */
function countOpened(given: unknown): void {
	try {
		const edition = editionGiven(parseCase(given), bundledLaw)?.effectiveDate ?? editionsHeld.at(-1);
		if (++counts.opened % 5000 === 0) process.stderr.write(`${counts.opened} (${seconds()} s)\n`);
		for (const key of keysOf(pathsOfCase(given))) openedKeys.add(`${edition} ${key}`);
	} catch {
		// What is no case document is not opened.
	}
}

/** Paths without the values at their ends. */
function keysOf(paths: Iterable<string>): string[] {
	return [...new Set([...paths].map((path) => path.replace(/=.*$/s, '')))];
}

function seconds(): number {
	return Math.round((Date.now() - began) / 1000);
}
