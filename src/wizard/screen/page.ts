import { InputError } from '../../case/errors.ts';
import { fits, type Interview, type Setting, settledQuestions } from '../interview/interview.ts';
import { type Standing, standingLine, standingOf, standingText } from '../interview/standing.ts';
import { answerYielding } from '../interview/yielding.ts';
import { type Choice, isUnknown, type Question, same, unknown, type Value } from '../questions/question.ts';

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
	key?: string | undefined;
	typed?: readonly string[] | undefined;
}

/** One question as it is put, without colours, widths or keys. */
export interface Page {
	ask: string;
	provision?: string | undefined;
	does?: string | undefined;
	hint?: string | undefined;
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
		hint: question.hint,
		options,
		selected,
		typed: (text) =>
			meant(text, options, question.read && ((given) => typedOption(question, given, optionOf)), question.hint),
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
	const { ask, provision, does, hint, read } = question;
	return {
		ask,
		provision,
		does,
		hint,
		options,
		selected: options.find(({ value }) => preferred !== undefined && same(value, preferred)) ?? options[0],
		typed: (text) => meant(text, options, read && ((typed) => choiceOf(question, read(typed))), hint),
	};
}

/** Where nothing is taken for granted, "not known yet" stands first, so that Enter alone decides nothing. */
function listedIn({ choices, possibilities, default: byDefault, mustChoose }: Question): readonly Choice[] {
	if (mustChoose && byDefault === undefined) return [notAnswered, ...choices];
	if (possibilities === undefined) return choices;
	const open = possibilities.length > 1 ? notKnown : { ...notKnown, effect: 'the answer says what it would do' };
	return byDefault === undefined ? [open, ...choices] : [...choices, open];
}

const notAnswered: Choice = { value: unknown, label: 'not answered yet', effect: 'choose or type an answer', key: 'u' };
const notKnown: Choice = { value: unknown, label: 'not known yet', effect: 'shows each possibility', key: 'u' };

/** What an answer would make of the case, or why it is not possible. */
const previewOf = (interview: Interview, setting: Setting, question: Question, value: Value) =>
	standingOf(answerYielding(interview, setting, question, value), setting);

/** What a choice would come to, unless the case stands there already. */
function withOutcome(choice: Choice, soFar: string | undefined, standing: Standing | InputError | undefined): Option {
	if (standing instanceof InputError) return { ...choice, refusal: standing.message };
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

/** A text to be typed, such as the name of a file. */
export function entry(ask: string, hint: string, suggested: string, more: Partial<Page> = {}): Page {
	const options = [{ value: suggested, label: suggested }];
	return {
		ask,
		hint,
		options,
		selected: options[0],
		typed: (text) => [{ value: text.trim(), label: text.trim() }],
		...more,
	};
}

/** What a typed text may mean: options named so, then what is read from it, then options that begin so or have such a word. */
function meant(text: string, options: readonly Option[], read?: (text: string) => Option, hint?: string): Option[] {
	const wanted = text.trim().toLowerCase();
	const names = ({ label, key, typed = [] }: Option) => [label, key ?? '', ...typed].map((name) => name.toLowerCase());
	const exact = options.filter((option) => names(option).includes(wanted));
	const others = options.filter((option) => !exact.includes(option));
	const begun = others.filter((option) => names(option).some((name) => name.startsWith(wanted)));
	const inside = others.filter(
		(option) => !begun.includes(option) && names(option).some((name) => name.includes(` ${wanted}`)),
	);
	const listed = [...exact, ...begun, ...inside];
	try {
		const option = read?.(text.trim());
		if (option === undefined) return listed.length > 0 ? listed : [refusal(text, 'choose one of the list')];
		if (exact.some(({ value }) => same(value, option.value))) return listed;
		return [...exact, option, ...listed.filter((each) => !exact.includes(each) && !same(each.value, option.value))];
	} catch (error) {
		if (!(error instanceof InputError)) throw error;
		if (listed.length > 0) return listed;
		const cannotBeRead = error.code === 'invalid-value' && hint !== undefined;
		return [refusal(text, cannotBeRead ? `${error.message.replace(/; give .*$/, '')}; give ${hint}` : error.message)];
	}
}

const refusal = (label: string, message: string): Option => ({ value: null, label, refusal: message });

/** Why an option cannot be chosen: `not possible: type a date`, said once. */
export const refusalText = (reason: string): string =>
	reason.includes('not possible') ? reason : `not possible: ${reason}`;

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
