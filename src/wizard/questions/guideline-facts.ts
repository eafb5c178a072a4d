// The questions of a guideline, drawn from its table: one for each fact, in printed order.
import { isReentry } from '../../case/reentry.ts';
import type { CaseDocument } from '../../case/schema.ts';
import { isStatuteUnder, statutesNamed } from '../../case/statute.ts';
import type { Guideline, GuidelineFact } from '../../law/guideline-schema.ts';
import { withOwnLevel } from '../../law/guidelines.ts';
import { explain } from './explanations.ts';
import { cannotMatter, effectsOf } from './fact-effects.ts';
import { bandsOf, type FactScope } from './fact-scope.ts';
import { partsInWords, possibilitiesOf, readFact, sayFact, valuesOf } from './fact-values.ts';
import { noChange } from './levels.ts';
import type { Choice, Context, Question } from './question.ts';
import { raisedFacts } from './raised.ts';
import { namedOffense } from './statute-answer.ts';

/** The guideline of the case as a table; undefined where it has none, or questions of its own kind. */
export const tableOf = ({ known, provisions }: Pick<Context, 'known' | 'provisions'>): Guideline | undefined =>
	isReentry(known) ? undefined : withOwnLevel(provisions.guideline(known.guideline));

/** The facts of the guideline of the case. A guideline with very many asks first which of its parts the case raises. */
export function guidelineFacts(context: Context): Question[] {
	const guideline = tableOf(context);
	if (!guideline) return [];
	const scope: FactScope = {
		id: `offense/${context.known.guideline}`,
		guideline,
		known: context.known,
		fields: (part) => part,
		given: (document) => document,
	};
	return factQuestions(scope, context);
}

/** Beyond this many facts, nobody answers them one by one. */
const mostInOrder = 15;

/** The questions about the facts of one count. */
function factQuestions(scope: FactScope, context: Context): Question[] {
	const facts = scope.guideline.facts.filter((fact) => isAsked(fact, scope, context));
	if (facts.length > mostInOrder)
		return raisedFacts(facts, scope, context, (fact) => factQuestion(fact, scope, context));
	return facts.map((fact) => factQuestion(fact, scope, context));
}

/** Whether the case can raise a fact: not one of other statutes than the counts are of, nor one that nothing turns on any more. */
function isAsked(fact: GuidelineFact, { guideline, known }: FactScope, { answers }: Context): boolean {
	const named = statutesNamed(known as CaseDocument) ?? namedOffense(answers['guideline'])?.sections;
	const of = fact.convictedUnder;
	if (named && of && !named.some((statute) => of.some((section) => isStatuteUnder(statute, section)))) return false;
	return known.offense?.[fact.name] !== undefined || !cannotMatter(fact, { guideline, known });
}

const notRaised: Choice = {
	value: null,
	label: 'not raised: not applied',
	typed: ['not raised', 'skip', 'none'],
};

/** One fact, with what each answer does. */
function factQuestion(fact: GuidelineFact, scope: FactScope, context: Context): Question {
	const { guideline, fields, given, id } = scope;
	const choices = choicesOf(fact, scope);
	const rows = fact.kind === 'number' ? bandsOf(fact, guideline) : [];
	return {
		id: `${id}/${fact.name}`,
		ask: fact.question,
		short: inWords(fact.name),
		provision: guideline.provision,
		does: 'Each answer says what it does. Not raised, it is not applied, and the answer lists it so.',
		explanation: [
			`${guideline.provision}, ${guideline.title}. ${partsInWords(fact, scope)}`,
			...explain('guideline-fact', context),
		],
		choices: [notRaised, ...choices],
		read: (text) => readFact(fact, text),
		say: (value) => sayFact(fact, value, scope),
		...(fact.kind === 'number' ? { hint: `a whole number of ${fact.unit}` } : {}),
		default: null,
		possibilities: possibilitiesOf(fact, scope),
		fields: (value) => {
			if (value === null) return {};
			if (typeof value === 'object') return fields({ enhancements: [(value as { row: string }).row] });
			return fields({ offense: { [fact.name]: value } });
		},
		from: (document) => {
			const { offense = {}, enhancements = [] } = given(document) ?? {};
			const stated = offense[fact.name];
			const row = rows.find((one) => enhancements.includes(one.id));
			return stated ?? (row === undefined ? null : { row: row.id });
		},
		path: ['offense', fact.name],
	};
}

/** `unaccompaniedMinor` is the unaccompanied minor. */
const inWords = (name: string): string => {
	const words = name.replace(/[A-Z]+/g, (letters) => ` ${letters.toLowerCase()}`);
	return words.charAt(0).toUpperCase() + words.slice(1);
};

/** Every value with its effect; the bands of a number by the part of the guideline that each is. */
function choicesOf(fact: GuidelineFact, scope: FactScope): Choice[] {
	if (fact.kind === 'number') {
		return bandsOf(fact, scope.guideline).map(({ id, description, effect }) => ({
			value: { row: id },
			label: description,
			effect,
			typed: [id],
		}));
	}
	const values = valuesOf(fact);
	const effects = effectsOf(
		fact,
		values.map(({ value }) => value),
		scope,
	);
	return values.map(({ value, label, typed }, index) => ({
		value,
		label,
		typed,
		effect: effects[index]?.text || noChange,
	}));
}
