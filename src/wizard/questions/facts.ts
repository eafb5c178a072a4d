// Questions about facts in place of conclusions.
import { suggestedBy } from '../../calculation/criminal-history/kinds-of-label.ts';
import { hasMonthOrYear } from '../../case/dates-of-case.ts';
import { type InputError, isMissingFact } from '../../case/errors.ts';
import type { GivenPrior } from '../../case/schema.ts';
import type { Provisions } from '../../law/schema.ts';
import { resultOf } from './calculated.ts';
import { explain } from './explanations.ts';
import { documentsToWeigh, factsNotAsked } from './facts-not-asked.ts';
import type { FieldPath } from './field-schema.ts';
import { fieldQuestion } from './fields.ts';
import { forDayThatDecides, isInexact } from './inexact-dates.ts';
import { withSupervision } from './prior-supervision.ts';
import { priorWords } from './prior-words.ts';
import { type CaseSoFar, type Choice, type Context, isUnknown, type Question, same } from './question.ts';
import { isDrawnFromFacts } from './statute-answer.ts';

/** The answer that leads to the priors in place of a category. */
export const fromPriors = { fromPriors: true } as const;

/** The facts of a §2L1.2 case: the increase and the criminal history are drawn from them. */
export const reentryFacts = (context: Context): Question[] => (isDrawnFromFacts(context) ? facts(context) : []);

/** The priors alone: the criminal history is drawn from them, the offense level was given. */
export const historyFacts = (context: Context): Question[] =>
	!isDrawnFromFacts(context) && same(context.answers['criminalHistory'] ?? null, fromPriors) ? facts(context) : [];

function facts(context: Context): Question[] {
	return [commencedOn(context), priors(context), ...missingFacts(context)];
}

function commencedOn(context: Context): Question {
	return fieldQuestion(['instantOffense', 'commencedOn'], context.known, {
		id: 'instantOffense/commencedOn',
		ask: 'On what day did the offense begin, relevant conduct included?',
		short: 'Offense began',
		provision: context.provisions['4A1.2'].provision,
		does: 'The periods within which earlier sentences count run back from this day.',
		explanation: explain('commenced-on', context),
	});
}

/** The list of priors, which has a screen of its own. */
function priors(context: Context): Question {
	return {
		id: 'priors',
		ask: 'Prior sentences?',
		short: 'Priors',
		provision: context.provisions['4A1.2'].provision,
		does: `Each sentence scores points; the points make the category. ${factsNotAsked(context)}`.trim(),
		explanation: explain('priors', context),
		choices: [{ value: [], label: 'none' }],
		read: () => [],
		isListOfPriors: true,
		say: (value) => (value as GivenPrior[]).map(nameOf).join('; '),
		fields: (value) => ({ priors: value as GivenPrior[] }),
	};
}

/** What a prior is called: its label, as far as no other has the same. */
export const nameOf = ({ id = '' }: GivenPrior): string => id;

/**
 * The facts that rules of the edition need and the case lacks, asked as the rule asks for them: those said to be not
 * known yet, and the next one that is missing whichever way they come out.
 */
function missingFacts(context: Context): Question[] {
	const found = new Map<string, Question>();
	const probe = (document: CaseSoFar): void => {
		const missing = missingIn(document, context);
		const question = missing && factQuestion(missing, document, context);
		if (!question) return;
		found.set(question.id, question);
		if (!isUnknown(context.answers[question.id])) return;
		for (const value of question.possibilities ?? []) probe({ ...document, ...question.fields(value) });
	};
	if (context.known.priors !== undefined) documentsToWeigh(context).forEach(probe);
	return [...found.values()];
}

function missingIn(document: CaseSoFar, context: Context): InputError | undefined {
	const result = resultOf(document, context);
	return isMissingFact(result) ? result : undefined;
}

/** The day of a month or a year, where it decides: a case by conclusions lacks nothing else. */
export function datesThatMatter(context: Context): Question[] {
	if (!hasMonthOrYear(context.known)) return [];
	const missing = missingIn(context.known, context);
	return missing !== undefined && isInexact(missing, context.known)
		? [factQuestion(missing, context.known, context)]
		: [];
}

function factQuestion(missing: InputError, document: CaseSoFar, context: Context): Question {
	const question = questionFor(missing, document, context);
	return isInexact(missing, document) ? forDayThatDecides(question, missing, document, context) : question;
}

function questionFor({ path, question, message }: InputError, document: CaseSoFar, context: Context): Question {
	const keys = fieldPathOf(path);
	const [field, index, key] = keys;
	const words = { does: 'A rule of this edition needs it.', explanation: explain('facts', context) };
	if (field === 'priors' && typeof index === 'number' && typeof key === 'string') {
		const id = `facts/priors/${document.priors?.[index]?.id}/${key}`;
		return priorQuestion({ index, key: key as keyof GivenPrior }, document, context, { ...words, id });
	}
	const guideline = field.startsWith('removal') && context.provisions.guideline(document.guideline);
	const short = factShorts[path] ?? String(keys.at(-1));
	return fieldQuestion(keys, document, {
		...words,
		id: `facts${path}`,
		ask: question ?? message,
		short,
		provision: (guideline || context.provisions['4A1.2']).provision,
	});
}

const factShorts: Record<string, string> = {
	'/removalOrders': 'Removal orders',
	'/removals': 'Removals',
	'/instantOffense/endedOn': 'Offense ended',
	'/instantOffense/underCriminalJusticeSentence': 'Under sentence',
};

/** `/priors/0/grade` as a path of keys. */
export function fieldPathOf(pointer: string): FieldPath {
	const keys = pointer
		.slice(1)
		.split('/')
		.map((key) => (/^\d+$/.test(key) ? Number(key) : key));
	return keys as unknown as FieldPath;
}

/** A question about one key of a prior, with the prior named in it. */
export function priorQuestion(
	{ index, key }: { index: number; key: keyof GivenPrior },
	known: CaseSoFar,
	context: Pick<Context, 'provisions' | 'editionDate'>,
	words: Pick<Question, 'id' | 'does' | 'explanation'>,
): Question {
	const prior = known.priors?.[index] as GivenPrior;
	const { ask, short } = priorWords[key];
	const others = (known.priors ?? []).filter((other) => other !== prior);
	const names = others.map((other) => ({ value: other.id as string, label: nameOf(other) }));
	const namesOthers = key === 'sameChargesAs' || key === 'consecutiveTo';
	const question = fieldQuestion(['priors', index, key], known, {
		...words,
		ask: `Prior ${nameOf(prior)}: ${ask}`,
		short: `${nameOf(prior)}, ${short}`,
		provision: context.provisions['4A1.2'].provision,
		...(namesOthers ? { names } : {}),
	});
	if (key === 'suspended') return { ...question, choices: [nothing], default: nothing.value };
	if (key === 'supervision') return withSupervision(question);
	return key === 'kinds' ? withLabelRead(question, prior.label ?? '', context.provisions) : question;
}

/** The kinds of which the label speaks stand ready; where it speaks of none, none is taken by Enter alone. */
function withLabelRead(question: Question, label: string, provisions: Provisions): Question {
	const suggested = [...new Set(suggestedBy(label, provisions['prior-labels']).map(({ kind }) => kind))];
	if (suggested.length === 0) return { ...question, mustChoose: true };
	const choices = question.choices.filter(({ value }) => !same(value, suggested));
	const ready: Choice = { value: suggested, label: question.say?.(suggested) ?? '', effect: 'as its label says' };
	return { ...question, choices: [...choices, ready], default: suggested };
}

/** Nothing suspended: what Enter says. */
const nothing: Choice = { value: '0', label: 'none', key: 'n', typed: ['0'] };
