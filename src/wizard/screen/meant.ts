// What a typed answer means.
import { attempt, InputError, reworded, shortened } from '../../case/errors.ts';
import { plainMarks, plainSign } from '../../case/typed-values.ts';
import { inQuestions } from '../questions/in-questions.ts';
import { same, type Value } from '../questions/question.ts';

/** One line to choose: an answer, what it does to the offense level, and where the case would stand. */
export interface Option {
	value: Value;
	label: string;
	effect?: string | undefined;
	outcome?: string | undefined;
	/** What has to be known of what was typed, beside what it is taken for. */
	note?: string | undefined;
	/** Why it cannot be chosen. */
	refusal?: string | undefined;
	/** The reason says itself that it is not possible. */
	saysImpossible?: boolean | undefined;
	key?: string | undefined;
	typed?: readonly string[] | undefined;
	/** How many letters of a name have to be typed, where one would say too little. */
	fewestLetters?: number | undefined;
	/** It was read from what was typed. */
	isRead?: boolean | undefined;
	/** What was typed can mean any of these, so that it is none of them. */
	matches?: readonly Option[] | undefined;
}

/** How a question reads what is no name of a choice. */
export interface Reading {
	read?: ((text: string) => Option) | undefined;
	hint?: string | undefined;
	/** Any text is an answer, so that reading it says nothing against a choice of that name. */
	takesAnyText?: boolean | undefined;
}

/**
 * What a typed text may mean: options named so, then what is read from it, then options that begin so or have such a
 * word. Where it is more than one of the first two, it is none: it has to be typed in full.
 */
export function meant(text: string, options: readonly Option[], reading: Reading = {}): Option[] {
	const found = namedBy(text, options);
	const listed = [...found.exact, ...found.begun, ...found.inside];
	const read = readFrom(text, reading);
	if (read instanceof InputError) return listed.length > 0 ? listed : [refused(text, read, reading.hint)];
	if (read === undefined) return listed.length > 0 ? listed : [refusal(text, 'choose one of the list')];
	if (found.exact.some(({ value }) => same(value, read.value))) return listed;
	const others = listed.filter((each) => !found.exact.includes(each) && !same(each.value, read.value));
	if (found.exact.length === 0) return [{ ...read, isRead: true }, ...others];
	return reading.takesAnyText ? [...found.exact, read, ...others] : [unclear(text, [...found.exact, read])];
}

function namedBy(text: string, options: readonly Option[]): Record<'exact' | 'begun' | 'inside', Option[]> {
	const wanted = plainMarks(text).toLowerCase();
	const exact = options.filter((option) => isNamed(text, option));
	const others = options.filter((option) => !exact.includes(option) && wanted.length >= (option.fewestLetters ?? 1));
	const begun = others.filter((option) => namesOf(option).some((name) => name.startsWith(wanted)));
	const inside = others.filter(
		(option) => !begun.includes(option) && namesOf(option).some((name) => name.includes(` ${wanted}`)),
	);
	return { exact, begun, inside };
}

/** Whether a text is a name of an option, in full. */
export const isNamed = (text: string, option: Option): boolean =>
	namesOf(option).includes(plainMarks(text).toLowerCase());

const namesOf = ({ label, key = '', typed = [] }: Option): string[] =>
	[label, key, ...typed].filter((name) => name !== '').map((name) => plainMarks(name).toLowerCase());

function readFrom(text: string, { read, takesAnyText }: Reading): Option | InputError | undefined {
	return attempt(() => read?.(takesAnyText ? text.trim() : plainSign(text)));
}

function refused(text: string, error: InputError, hint: string | undefined): Option {
	const cannotBeRead = error.code === 'invalid-value' && hint !== undefined;
	return {
		value: null,
		label: shortened(text),
		...refusedBy(cannotBeRead ? reworded(error, { remedy: `give ${hint}` }) : error),
	};
}

/** Why an option cannot be chosen, where it leads to an error. */
export const refusedBy = (error: InputError | undefined): Pick<Option, 'refusal' | 'saysImpossible'> => ({
	refusal: error && inQuestions(error),
	saysImpossible: error?.values['given'] !== undefined,
});

/** A text that would fill the screen is cut: the reason stands behind it. */
const refusal = (text: string, message: string): Option => ({
	value: null,
	label: shortened(text),
	refusal: message,
});

/** A text that can mean several things. */
export function unclear(text: string, matches: readonly Option[]): Option {
	const names = matches.map(({ label, effect }) => (effect === undefined ? label : `${label} (${effect})`));
	return { ...refusal(text, `can mean ${names.join(' or ')}. Type the one you mean in full`), matches };
}

/** Why an option cannot be chosen: `not possible: type a date`, said once. */
export const refusalText = ({ refusal: reason = '', matches, saysImpossible }: Option): string =>
	matches !== undefined || saysImpossible ? reason : `not possible: ${reason}`;
