// One question as a page.
import { InputError } from '../../case/errors.ts';
import { type Standing, standingLine, standingOf, standingText } from '../interview/answer-so-far.ts';
import { fits } from '../interview/fits.ts';
import { type Interview, type Setting, settledQuestions } from '../interview/interview.ts';
import { answerLoweringAcceptance } from '../interview/lowered-acceptance.ts';
import { isProgramFault } from '../questions/calculated.ts';
import { type Choice, isUnknown, type Question, same, unknown, type Value } from '../questions/question.ts';
import { meant, type Option, refusedBy } from './meant.ts';

/** One question as it is put, without colours, widths or keys. */
export interface Page {
	ask: string;
	provision?: string | undefined;
	does?: string | undefined;
	hint?: string | undefined;
	/** Any text is an answer, also one that asks for something at other questions. */
	takesAnyText?: boolean | undefined;
	options: readonly Option[];
	/** The option that Enter takes. */
	selected?: Option | undefined;
	/** What a typed text may mean: fitting options, or one that says why there is none. */
	typed: (text: string) => readonly Option[];
	/** Where the case stands. */
	standing?: string | undefined;
}

/** A question with its choices, each with what it would come to. */
export function pageOf(interview: Interview, setting: Setting, question: Question): Page {
	const soFar = standingLine(interview, setting);
	const optionOf = (choice: Choice): Option =>
		withOutcome(
			choice,
			soFar,
			isUnknown(choice.value) ? undefined : previewOf(interview, setting, question, choice.value),
		);
	const kept = interview.answers[question.id];
	const before = fits(question, kept) ? kept : undefined;
	const listed = listedIn(question);
	const isListed = before === undefined || listed.some(({ value }) => same(value, before));
	const options = (isListed ? listed : [choiceOf(question, before), ...listed]).map(optionOf).map(withTwin);
	const byDefault = question.default === undefined ? unknown : question.default;
	const selected = options.find(({ value }) => same(value, before === undefined ? byDefault : before)) ?? options[0];
	return {
		ask: question.ask,
		provision: question.provision,
		does: question.does,
		...readingOf(question),
		options,
		selected,
		typed: (text) =>
			meant(text, options, {
				...readingOf(question),
				read: question.read && ((given) => typedOption(question, given, optionOf)),
			}),
		standing: soFar,
	};
}

/** A typed text as an option, with what has to be known of it. Throws InputError where it is no answer. */
function typedOption(question: Question, text: string, optionOf: (choice: Choice) => Option): Option {
	const option = optionOf(choiceOf(question, question.read?.(text) as Value));
	const note = question.note?.(text);
	return note === undefined ? option : { ...option, note };
}

/** A question by itself, without what it would come to. */
export function fieldPage(question: Question, given: Value | undefined): Page {
	const choices = question.mustChoose && given === undefined ? [notAnswered, ...question.choices] : question.choices;
	const listed = given === undefined || choices.some(({ value }) => same(value, given));
	const options = listed ? choices : [choiceOf(question, given), ...choices];
	const preferred = given ?? question.default;
	const { ask, provision, does, read } = question;
	return {
		ask,
		provision,
		does,
		...readingOf(question),
		options,
		selected: options.find(({ value }) => preferred !== undefined && same(value, preferred)) ?? options[0],
		typed: (text) =>
			meant(text, options, { ...readingOf(question), read: read && ((typed) => choiceOf(question, read(typed))) }),
	};
}

const readingOf = ({ hint, takesAnyText }: Question): Pick<Page, 'hint' | 'takesAnyText'> => ({ hint, takesAnyText });

/** Where nothing is taken for granted, "not known yet" stands first, so that Enter alone decides nothing. */
function listedIn({ choices, possibilities, default: byDefault, mustChoose }: Question): readonly Choice[] {
	if (mustChoose && byDefault === undefined) return [notAnswered, ...choices];
	if (possibilities === undefined) return choices;
	const open = possibilities.length > 1 ? notKnown : { ...notKnown, effect: 'the answer says what it would do' };
	return byDefault === undefined ? [open, ...choices] : [...choices, open];
}

/** A "no" or its first letter is the answer to a question, and not this. */
const notAnswered: Choice = {
	value: unknown,
	label: 'not answered yet',
	effect: 'choose or type an answer',
	key: 'u',
	fewestLetters: 3,
};
const notKnown: Choice = {
	value: unknown,
	label: 'not known yet',
	effect: 'shows each possibility',
	key: 'u',
	typed: ['unknown', 'unanswered', 'not known'],
	fewestLetters: 3,
};

/** What an answer would make of the case, or why it is not possible. */
const previewOf = (interview: Interview, setting: Setting, question: Question, value: Value) =>
	standingOf(answerLoweringAcceptance(interview, setting, question, value), setting);

/** What a choice would come to, unless the case stands there already. */
function withOutcome(choice: Choice, soFar: string | undefined, standing: Standing | InputError | undefined): Option {
	if (isProgramFault(standing)) return { ...choice, outcome: 'If chosen: not calculated, a fault in the program' };
	if (standing instanceof InputError) return { ...choice, ...refusedBy(standing) };
	const text = standing && standingText(standing);
	return text === undefined || soFar === `So far: ${text}` ? choice : { ...choice, outcome: `If chosen: ${text}` };
}

/** What a shorthand stands for, where the case settles it: the choice that comes to the same. */
function withTwin(option: Option & Pick<Choice, 'isShorthand'>, _: number, options: readonly Option[]): Option {
	const { isShorthand, ...itself } = option;
	if (!isShorthand || option.outcome === undefined) return itself;
	const twin = options.find(({ value, outcome }) => value !== option.value && outcome === option.outcome);
	return twin === undefined ? itself : { ...itself, effect: `here the same as ${twin.label}` };
}

/** A list of things to do, put like a question. */
export function menu(ask: string, options: readonly Option[], more: Partial<Page> = {}): Page {
	return { ask, options, selected: options[0], typed: (text) => meant(text, options), ...more };
}

/** A text to be typed, such as the name of a file, and how it is read. */
export function entry(ask: string, hint: string, suggested: string, read: (text: string) => string): Page {
	const options = [{ value: suggested, label: suggested, key: '' }];
	const named = (text: string): Option => ({ value: read(text), label: read(text), isRead: true });
	return { ask, hint, takesAnyText: true, options, selected: options[0], typed: (text) => [named(text)] };
}

/** A settled question, and its answer in the words in which it was chosen or read. */
export interface Settled {
	question: Question;
	answer: string;
}

/** The answers so far, in the order they are asked. */
export function settledOf(interview: Interview, setting: Setting): Settled[] {
	return settledQuestions(interview, setting).map((question) => ({
		question,
		answer: answerText(question, interview.answers[question.id] as Value),
	}));
}

export function answerText(question: Question, value: Value): string {
	if (isUnknown(value)) return notKnown.label;
	const { label, effect } = choiceOf(question, value);
	return [label, effect].filter(Boolean).join(', ');
}

function choiceOf(question: Question, value: Value): Choice {
	const listed = question.choices.find((choice) => same(choice.value, value));
	return listed ?? { value, label: question.say?.(value) ?? String(value) };
}
