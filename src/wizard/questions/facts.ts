// Questions about facts in place of conclusions.
import { suggestedBy } from '../../calculation/criminal-history/kinds-of-label.ts';
import { InputError, isMissingFact } from '../../case/errors.ts';
import type { GivenPrior } from '../../case/schema.ts';
import type { Provisions } from '../../law/schema.ts';
import { resultOf } from './calculated.ts';
import { explain } from './explanations.ts';
import { documentsToWeigh, factsNotAsked } from './facts-not-asked.ts';
import type { FieldPath } from './field-schema.ts';
import { fieldQuestion } from './fields.ts';
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

function factQuestion({ path, question, message }: InputError, document: CaseSoFar, context: Context): Question {
	const keys = fieldPathOf(path);
	const [field, index, key] = keys;
	const words = { does: 'A rule of this edition needs it.', explanation: explain('facts', context) };
	if (field === 'priors' && typeof index === 'number' && typeof key === 'string') {
		const id = `facts/priors/${document.priors?.[index]?.id}/${key}`;
		return priorQuestion({ index, key: key as keyof GivenPrior }, document, context, { ...words, id });
	}
	const rule = field.startsWith('removal') ? context.provisions['2L1.2'] : context.provisions['4A1.2'];
	const short = factShorts[path] ?? String(keys.at(-1));
	return fieldQuestion(keys, document, {
		...words,
		id: `facts${path}`,
		ask: question ?? message,
		short,
		provision: rule.provision,
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

/** What a prior scores, in words; undefined where a fact that decides it is missing. */
export interface PriorScore {
	points: number;
	provision: string;
	reason: string;
}

/**
 * The scores of priors as far as they can be told before the rest of the case is known, and the fact that is missing. Of
 * the status nothing is taken but what the dates say; where they do not, it changes no score.
 */
export function scoresOf(
	priors: readonly GivenPrior[],
	known: CaseSoFar,
	{ law, today, provisions }: Pick<Context, 'law' | 'today' | 'provisions'>,
	isSettledByDates = true,
): { scores: Map<string, PriorScore>; total: number; category: string } | InputError {
	const { edition, sentencingDate, instantOffense } = known;
	const { underCriminalJusticeSentence: _, ...offense } = instantOffense ?? {};
	const said = isSettledByDates ? {} : { underCriminalJusticeSentence: false };
	const document: CaseSoFar = {
		edition,
		sentencingDate,
		baseOffenseLevel: provisions['sentencing-table'].levelLimits.lowest,
		instantOffense: { endedOn: instantOffense?.commencedOn, ...offense, ...said },
		priors: [...priors],
	};
	const result = resultOf(document, { law, today });
	if (result instanceof InputError) {
		const isStatus = result.path === '/instantOffense/underCriminalJusticeSentence';
		return isStatus && isSettledByDates ? scoresOf(priors, known, { law, today, provisions }, false) : result;
	}
	const { priors: scored = [], category = '' } = result.criminalHistory ?? {};
	const scores = scored.map(({ id, ...score }): [string, PriorScore] => [id, score]);
	return { scores: new Map(scores), total: scored.reduce((sum, { points }) => sum + points, 0), category };
}
