// The rules of the house, each as what breaks it in the source: imports, circles, packages, dates and numbers of the law.
import { isBuiltin } from 'node:module';
import { posix } from 'node:path';
import { importsOf, piecesOf } from './source.ts';

/** Source files by their path from the root of the repository. */
export type Sources = Record<string, string>;

/** The houses each house may import from (design: bin, commands, wizard and report, calculation, law; result and case are leaves). */
const mayImport: Record<string, string[]> = {
	bin: ['bin', 'commands', 'calculation', 'law', 'result', 'case'],
	commands: ['commands', 'wizard', 'report', 'calculation', 'law', 'result', 'case'],
	wizard: ['wizard', 'report', 'calculation', 'law', 'result', 'case'],
	report: ['report', 'calculation', 'law', 'result', 'case'],
	calculation: ['calculation', 'law', 'result', 'case'],
	law: ['law', 'result', 'case'],
	result: ['result', 'case'],
	case: ['case'],
	index: ['calculation', 'law', 'result', 'case'],
};
const pure = ['calculation', 'law', 'result', 'case', 'index'];

/** `src/law/schema.ts` stands in the house `law`; `src/index.ts` is a house of its own. */
const houseOf = (file: string): string => /^(?:src\/)?([a-z]+)/.exec(file)?.[1] ?? file;

const isOurs = (from: string): boolean => from.startsWith('.');
const resolved = (file: string, from: string): string => posix.join(posix.dirname(file), from);

/** Imports against the direction of the arrows. */
export function wrongArrows(sources: Sources): string[] {
	return edges(sources).flatMap(({ file, from }) => {
		if (!isOurs(from)) return [];
		const target = resolved(file, from);
		if (target.startsWith('dist/') || target === 'package.json') return [];
		return mayImport[houseOf(file)]?.includes(houseOf(target)) ? [] : [`${file} imports ${target}`];
	});
}

/**
 * The parts of the calculation in their order: each imports only what comes before it. It is the order of §1B1.1, but for two
 * parts that others ask again and again: the range of a level and a category, and the points that §2L1.2 counts by. The last
 * works all of them out again, for each day of a month or a year.
 */
const partsOfCalculation = [
	'steps',
	'range',
	'criminal-history',
	'chapter-two',
	'chapter-three',
	'statutes',
	'chapter-four',
	'relief',
	'total-range',
	'chapter-five',
	'which-manual',
	'after-sentencing',
	'months-and-years',
];

/** The parts of a batch: what a record is, how it is read and written, answered, put out, taken in, and shared among threads. */
const partsOfBatch = ['records', 'formats', 'ussc', 'answer', 'output', 'input', 'threads'];

/** Imports of a part that comes later, and folders that have no place in the order, inside the calculation and a batch. */
export const partsOutOfOrder = (sources: Sources): string[] => [
	...outOfOrder(sources, 'src/calculation/', partsOfCalculation),
	...outOfOrder(sources, 'src/commands/batch/', partsOfBatch),
];

/** The files that stand in no folder chain the parts, and import any of them. */
function outOfOrder(sources: Sources, house: string, parts: readonly string[]): string[] {
	const isInside = (file: string): boolean => file.startsWith(house);
	const placeOf = (file: string): number => {
		const [part = '', ...rest] = file.slice(house.length).split('/');
		return rest.length === 0 ? parts.length : parts.indexOf(part);
	};
	const unknown = Object.keys(sources).filter((file) => isInside(file) && placeOf(file) === -1);
	const wrong = edges(sources).flatMap(({ file, from }) => {
		const target = isOurs(from) ? resolved(file, from) : from;
		if (!isInside(file) || !isInside(target)) return [];
		return placeOf(target) > placeOf(file) ? [`${file} imports ${target}`] : [];
	});
	return [...unknown.map((file) => `${file} is in no part of the order`), ...wrong];
}

/** Files that import each other in a circle, type imports included: each circle once, its files in order of their names. */
export function circles(sources: Sources): string[][] {
	const importsOfFile = new Map<string, string[]>();
	for (const { file, from } of edges(sources)) {
		if (isOurs(from)) importsOfFile.set(file, [...(importsOfFile.get(file) ?? []), resolved(file, from)]);
	}
	const reached = new Map([...importsOfFile.keys()].map((file) => [file, reachedFrom(file, importsOfFile)]));
	const inCircle = [...reached.keys()].filter((file) => reached.get(file)?.has(file));
	const found = inCircle.map((file) =>
		inCircle.filter((other) => reached.get(file)?.has(other) && reached.get(other)?.has(file)).sort(),
	);
	return [...new Map(found.map((circle) => [circle.join(' '), circle])).values()];
}

function reachedFrom(start: string, importsOfFile: ReadonlyMap<string, string[]>): Set<string> {
	const reached = new Set<string>();
	const waiting = [...(importsOfFile.get(start) ?? [])];
	for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
		if (reached.has(file)) continue;
		reached.add(file);
		waiting.push(...(importsOfFile.get(file) ?? []));
	}
	return reached;
}

/** Files of src that do not open with one line that says what they hold. */
export const withoutOpeningLine = (sources: Sources): string[] =>
	Object.keys(sources).filter((file) => file.startsWith('src/') && !/^\/\/ [^\n]+[.:]\n/.test(sources[file] ?? ''));

/** The library runs in a browser as it is: nothing of Node in what it is made of. */
export function nodeInTheLibrary(sources: Sources): string[] {
	return edges(sources)
		.filter(({ file, from }) => pure.includes(houseOf(file)) && isBuiltin(from))
		.map(({ file, from }) => `${file} imports ${from}`);
}

/** Packages that only one house, or the files of one name, may use at run time. */
export function packagesOutOfPlace(sources: Sources): string[] {
	const all = edges(sources);
	const importersOf = (file: string) =>
		all.filter((edge) => edge.atRunTime && isOurs(edge.from) && resolved(edge.file, edge.from) === file);
	/** A schema file; or a part that only schema files are made of. */
	const isSchema = (file: string, seen: string[] = []): boolean => {
		if (/(^|[/-])schema\.ts$/.test(file) || seen.includes(file)) return true;
		const importers = importersOf(file);
		return importers.length > 0 && importers.every((edge) => isSchema(edge.file, [...seen, file]));
	};
	return all.flatMap(({ file, from, atRunTime }) => {
		const wrong =
			(from.startsWith('@inquirer/') && houseOf(file) !== 'wizard') ||
			(/^zod(\/|$)/.test(from) && atRunTime && !isSchema(file));
		return wrong ? [`${file} imports ${from}`] : [];
	});
}

/** A run checks cases, not tables: of the schemas, only that of the case is loaded by what is not a schema itself. */
export function schemasAtRunTime(sources: Sources): string[] {
	const isSchemaFile = (file: string): boolean => /(^|[/-])schema\.ts$/.test(file);
	return edges(sources).flatMap(({ file, from, atRunTime }) => {
		if (!atRunTime || !isOurs(from) || isSchemaFile(file) || houseOf(file) === 'bin') return [];
		const target = resolved(file, from);
		return isSchemaFile(target) && ['law', 'result', 'calculation'].includes(houseOf(target))
			? [`${file} loads ${target}`]
			: [];
	});
}

/** An exception to the rule on dates and numbers, with its reason. */
export interface Allowed {
	file: string;
	text: string;
	reason: string;
}

/** Dates and years of the law's time, in code and in texts; comments may name them. */
export function datesIn(sources: Sources): Omit<Allowed, 'reason'>[] {
	return found(sources, (piece) => (piece.kind === 'comment' ? [] : (piece.text.match(dateOrYear) ?? [])));
}

const dateOrYear = /\b(?:19|20)\d{2}-\d{2}(?:-\d{2})?\b|\b(?:198[7-9]|199\d|20[0-2]\d|2030)\b/g;

/**
 * Numbers in the code that decides the answer, and in any code where months, levels or points are compared or
 * changed by them. 0, 1 and 2 are how code counts and halves; any other number may be law.
 */
export function numbersIn(sources: Sources): Omit<Allowed, 'reason'>[] {
	return found(sources, (piece, file) => {
		if (piece.kind !== 'code') return [];
		const pattern = pure.includes(houseOf(file)) ? anyNumber : amountAgainstNumber;
		return [...piece.text.matchAll(pattern)]
			.map(([, number]) => number as string)
			.filter((number) => !/^[012]$/.test(number));
	});
}

const anyNumber = /(?<![\w.$])(\d[\d_]*(?:\.\d+)?)(?![\w.])/g;
const amountAgainstNumber = /(?:[mM]onths|[lL]evels?|[pP]oints|\btotal)\)?\s*(?:[<>]=?|[!=]==?|[-+*/%])\s*(\d[\d_]*)/g;

function found(sources: Sources, search: (piece: ReturnType<typeof piecesOf>[number], file: string) => string[]) {
	return Object.entries(sources).flatMap(([file, source]) =>
		piecesOf(source).flatMap((piece) => search(piece, file).map((text) => ({ file, text }))),
	);
}

/** What is found and not allowed, and what is allowed and no longer there. */
export function against(finds: Omit<Allowed, 'reason'>[], allowed: readonly Allowed[]): string[] {
	const same = (a: Omit<Allowed, 'reason'>, b: Omit<Allowed, 'reason'>): boolean =>
		a.file === b.file && a.text === b.text;
	return [
		...finds.filter((find) => !allowed.some((entry) => same(find, entry))).map(({ file, text }) => `${file}: ${text}`),
		...allowed
			.filter((entry) => !finds.some((find) => same(find, entry)))
			.map(({ file, text }) => `${file}: ${text} is allowed, but is not there`),
	];
}

function edges(sources: Sources) {
	return Object.entries(sources).flatMap(([file, source]) => importsOf(source).map((edge) => ({ file, ...edge })));
}
