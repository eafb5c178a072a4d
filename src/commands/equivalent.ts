// The command line that gives the same answer as a case.
import { Command } from 'commander';
import { calculate } from '../calculation/calculate.ts';
import type { CaseDocument } from '../case/schema.ts';
import { shellWord } from '../case/shell.ts';
import { readCount } from '../case/statute-names.ts';
import { bundledLaw } from '../law/bundled.ts';
import { harmless, toAscii } from '../report/words.ts';
import { addCaseFlags, flagOfField, withFlags } from './flags.ts';

type Document = Partial<CaseDocument>;

/** A command line, or the fields of the case that no command line of flags can carry, where there are any. */
export type Equivalent = { command: string; left?: never } | { left: (keyof CaseDocument)[]; command?: never };

interface Circumstances {
	/** The terminal shows nothing but ASCII. */
	ascii?: boolean;
	/** The day it is for the user, as an ISO date. */
	today?: string | undefined;
}

/**
 * The `ussg calc` command line that gives the answer of a case document. What it says is read back as `calc` reads it:
 * a field counts as said only where it comes back the same, so that no command is offered that leaves anything out.
 */
export function calcCommandFor(document: Document, { ascii = false, today }: Circumstances = {}): Equivalent {
	const fields = Object.entries(document).filter(([field, value]) => value !== undefined && !isEmpty(field, value));
	const said = fields.map(([field, value]) => ({ field, value, words: wordsOf(field, value, ascii) }));
	const left = said.filter(
		({ field, value, words }) => !sameValue(field, value, readBack(words)[field as keyof CaseDocument]),
	);
	const all = [...left.map(({ field }) => field), ...missedWhereEmpty(document, today)] as (keyof CaseDocument)[];
	if (all.length > 0) return { left: all };
	return { command: ['ussg calc', ...said.flatMap(({ words }) => words.map(shellWord))].join(' ') };
}

/** An empty list, or no fact, of what a flag can say: no flag says it. */
const isEmpty = (field: string, value: unknown): boolean =>
	flagOfField[field] !== undefined && typeof value === 'object' && value !== null && Object.keys(value).length === 0;

/** The empty fields without which the answer is another one. */
function missedWhereEmpty(document: Document, today: string | undefined): string[] {
	const empty = Object.entries(document).filter(([field, value]) => isEmpty(field, value));
	const answerTo = (given: Document): string => {
		try {
			return JSON.stringify(calculate(given as CaseDocument, bundledLaw, { today }));
		} catch (error) {
			return String(error);
		}
	};
	const answer = empty.length === 0 ? '' : answerTo(document);
	return empty.map(([field]) => field).filter((field) => answerTo({ ...document, [field]: undefined }) !== answer);
}

/** The flags of a field, each with its value; none where it has no flag or a terminal cannot show its value as it is. */
function wordsOf(field: string, value: unknown, ascii: boolean): string[] {
	const flag = flagOfField[field];
	if (flag === undefined) return [];
	if (typeof value === 'boolean') return [value ? flag : flag.replace('--', '--no-')];
	const values = (field === 'offense' ? factsIn(value) : [value].flat().map(flagValue)).map((word) =>
		ascii ? word.replace(/^§/, '') : word,
	);
	const isShown = (word: string) => harmless(word) === word && (!ascii || toAscii(word) === word);
	return values.every(isShown) ? values.flatMap((word) => joined(flag, word)) : [];
}

/** `aliens=24`, each fact by its name. */
const factsIn = (facts: unknown): string[] =>
	Object.entries(facts as object).map(([name, value]) => `${name}=${value}`);

/** A value that looks like an option is joined to its flag. */
const joined = (flag: string, word: string): string[] => (/^-(?!\d)/.test(word) ? [`${flag}=${word}`] : [flag, word]);

/** A value as its flag reads it: `(b)(1)(A):no-points`, `21:846,21:841(b)(1)(A):one-prior`, `-2:§3B1.2 minor role`, `120`. */
function flagValue(value: unknown): string {
	if (typeof value !== 'object' || value === null) return String(value);
	const given = value as Record<string, unknown>;
	if (given['id'] === 'other') return penaltiesIn(given);
	const { id, object, receivesPoints, circumstance, levels, provision, label } = given;
	const points = receivesPoints === undefined ? undefined : receivesPoints ? 'points' : 'no-points';
	if (id !== undefined) return joinedBy(':', joinedBy(',', id, object), circumstance, points);
	return joinedBy(':', levels, joinedBy(' ', provision, label) || undefined);
}

/** A count whose statute is not held, with its penalties: `18 U.S.C. § 9999=60-240`. */
const penaltiesIn = ({ label, minimumMonths, maximumMonths }: Record<string, unknown>): string =>
	`${label}=${joinedBy('-', minimumMonths, maximumMonths)}`;

const joinedBy = (between: string, ...parts: unknown[]): string =>
	parts.filter((part) => part !== undefined).join(between);

/** The case that `calc` makes of flags; an empty one where it would refuse them. */
function readBack(words: readonly string[]): Document {
	const silent = { writeOut: () => {}, writeErr: () => {} };
	try {
		const command = addCaseFlags(new Command()).exitOverride().configureOutput(silent).parse(words, { from: 'user' });
		return withFlags({}, command.opts()) as Document;
	} catch {
		return {};
	}
}

const sameValue = (field: string, a: unknown, b: unknown): boolean => {
	const readable = inParts[field] ?? ((given: unknown) => given);
	return inOneForm(readable(a)) === inOneForm(readable(b));
};

/** Fields that a flag gives in another form than a document may: what they say, in one form. */
const inParts: Record<string, (given: unknown) => unknown> = {
	statutes: (counts) => (Array.isArray(counts) ? counts.map(countInParts) : counts),
	offense: (facts) =>
		Object.entries((facts ?? {}) as object).map(([name, value]) => ({ id: name, value: String(value) })),
};

/** A count of conviction in the parts that its text names. */
function countInParts(count: unknown): unknown {
	const read = typeof count === 'string' ? readCount(count) : undefined;
	if (read === undefined) return count;
	const { sections, circumstance, penalties } = read;
	const [id, object, ...more] = sections;
	if (penalties) return { id: 'other', ...penalties };
	return more.length > 0 ? count : { id, object, circumstance };
}

/** An id alone and an object that holds nothing else say the same; the order of keys says nothing. */
function inOneForm(value: unknown): string {
	if (Array.isArray(value)) return `[${value.map(inOneForm).join()}]`;
	if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? '';
	const entries = Object.entries(value).filter(([, part]) => part !== undefined);
	const [[key, only] = [], another] = entries;
	if (key === 'id' && another === undefined) return inOneForm(only);
	return `{${entries
		.map(([name, part]) => `${JSON.stringify(name)}:${inOneForm(part)}`)
		.sort()
		.join()}}`;
}
