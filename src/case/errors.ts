// The error for input that cannot be answered.
import { inDocument, type NameOf, type Words, worded } from './wording.ts';

/** One thing wrong with the input: a stable code, the JSON pointer of the field, and what to do about it. */
export interface Problem {
	code: string;
	path: string;
	message: string;
}

/** What is wrong, as it is written to JSON. */
export const problemIn = ({ code, path, message }: Problem): Problem => ({ code, path, message });

/** What an error says, in its parts. They make one message: `missing. Give an edition`, `On what day …? Give offenseDate`. */
export interface Said {
	/** What is asked, where a fact is missing. */
	question?: string;
	/** What is wrong, or why it is asked. */
	problem?: Words | undefined;
	/** What to do about it. It becomes a sentence of its own. */
	remedy?: Words | undefined;
	/** One more sentence. */
	more?: string;
	/** What the error is about, by name, for a reader that words the remedy itself. */
	values?: Readonly<Record<string, unknown>>;
}

/**
 * The input cannot be answered. The message is for the reader of a case document; whoever reads something else words it
 * by its parts with `reworded`. Nothing reads the message to learn what it means.
 */
export class InputError extends Error implements Problem {
	override readonly name = 'InputError';
	readonly code: string;
	readonly path: string;
	/** What is said, in its parts. */
	readonly said: Said;

	/** What is wrong, and what to do about it; or all the parts. */
	constructor(code: string, path: string, words: Words | Said, remedy?: Words) {
		const said = isWords(words) ? { problem: words, remedy } : words;
		super(messageOf(said));
		this.code = code;
		this.path = path;
		this.said = said;
	}

	/** What is asked, where a fact is missing. */
	get question(): string | undefined {
		return this.said.question;
	}

	/** What to do about it. */
	get remedy(): string | undefined {
		return this.said.remedy === undefined ? undefined : worded(this.said.remedy);
	}

	/** What the error is about, by name. */
	get values(): Readonly<Record<string, unknown>> {
		return this.said.values ?? {};
	}
}

const isWords = (words: Words | Said): words is Words => typeof words === 'string' || Array.isArray(words);

/** The parts as one text. */
function messageOf({ question, problem, remedy, more }: Said): string {
	const why = problem === undefined ? undefined : worded(problem);
	const lead = question === undefined || why === undefined ? (question ?? why) : `${question} ${why}`;
	const text = withRemedy(lead, remedy);
	if (more === undefined) return text;
	return why === undefined && remedy === undefined ? `${text} ${more}` : `${text}. ${more}`;
}

/** What to do is a sentence of its own. */
function withRemedy(lead: string | undefined, words: Words | undefined): string {
	if (words === undefined) return lead ?? '';
	const remedy = worded(words);
	if (lead === undefined) return remedy;
	return `${lead}${/[.?!]$/.test(lead) ? ' ' : '. '}${remedy.charAt(0).toUpperCase()}${remedy.slice(1)}`;
}

/** The question for a fact that is missing; with it, why it is asked and how the fact is given. */
export type Asked = string | (Said & { question: string });

/** A fact that the answer needs and the case lacks. */
export const factMissing = (path: string, asked: Asked, more: Said = {}): InputError =>
	new InputError('facts-missing', path, { ...(typeof asked === 'string' ? { question: asked } : asked), ...more });

/** Two things that the case says and that cannot both be right. */
export const disagreement = (path: string, problem: Words, remedy: Words = 'correct one of them'): InputError =>
	new InputError('disagrees', path, problem, remedy);

/** A value that its field cannot have, which `values` gives. */
export const notPossible = (path: string, given: unknown, remedy: Words, code = 'invalid-value'): InputError =>
	new InputError(code, path, { problem: `${shown(given)} is not valid here`, remedy, values: { given } });

/** The same error as another reader is told it: at another place, with other names of keys, or with other parts. */
export function reworded(
	{ code, path, said }: InputError,
	{ path: at = path, nameOf = inDocument, ...other }: { path?: string; nameOf?: NameOf } & Said,
): InputError {
	const named = (words: Words | undefined) => words && worded(words, nameOf);
	return new InputError(code, at, { ...said, problem: named(said.problem), remedy: named(said.remedy), ...other });
}

/** Whether an answer lacks but a fact, which the error asks for. */
export const isMissingFact = (error: unknown): error is InputError =>
	error instanceof InputError && error.code === 'facts-missing';

/** A value as it may stand in a message: short, and on one line. */
export function shown(value: unknown): string {
	const isNumber = typeof value === 'number';
	return shortened((isNumber ? undefined : JSON.stringify(value)) ?? String(value));
}

/** The beginning of a text that would fill a screen. */
export const shortened = (text: string): string => (text.length > 60 ? `${text.slice(0, 57)}…` : text);

/** JSON pointer (RFC 6901) of a path of keys. */
export function pointer(keys: readonly PropertyKey[]): string {
	return keys.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

/** What is found; or the InputError that stands in its way, such as a fact that is missing. */
export function attempt<T>(find: () => T): T | InputError {
	try {
		return find();
	} catch (error) {
		if (error instanceof InputError) return error;
		throw error;
	}
}
