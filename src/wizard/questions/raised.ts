// Which parts of a guideline with many facts the case raises, one after the other.
import type { GuidelineFact } from '../../law/guideline-schema.ts';
import { explain } from './explanations.ts';
import { factsOf, rowText } from './fact-effects.ts';
import type { FactScope } from './fact-scope.ts';
import { noChange } from './levels.ts';
import type { Choice, Context, Question, Value } from './question.ts';

/** A numbered part of a guideline, with the facts on which it turns. */
interface Part {
	id: string;
	label: string;
	effect: string;
	facts: string[];
}

/**
 * Asks which part the case raises, then the facts of that part, until there is no more. What no part that was raised turns
 * on is not asked, and not applied.
 */
export function raisedFacts(
	facts: readonly GuidelineFact[],
	scope: FactScope,
	context: Context,
	ask: (fact: GuidelineFact) => Question,
): Question[] {
	const parts = partsOf(facts, scope);
	const questions: Question[] = [];
	const seen = new Set<string>();
	const taken: string[] = [];
	for (let number = 1; ; number++) {
		const question = raised(number, { parts, taken }, scope, context);
		questions.push(question);
		const part = parts.find(({ id }) => id === context.answers[question.id]);
		if (!part) return questions;
		taken.push(part.id);
		const asked = facts.filter(({ name }) => part.facts.includes(name) && !seen.has(name));
		for (const fact of asked) {
			seen.add(fact.name);
			questions.push(asked.length === 1 ? takenAsRaised(ask(fact)) : ask(fact));
		}
	}
}

/** A part that was chosen for its one fact: Enter takes the answer that brings it about, where there is just one. */
function takenAsRaised(question: Question): Question {
	const bringing = question.choices.filter(({ value, effect }) => value !== null && effect !== noChange);
	const [only, another] = bringing;
	return only === undefined || another !== undefined ? question : { ...question, default: only.value };
}

/** Every part that turns on one of the facts, in printed order. */
function partsOf(facts: readonly GuidelineFact[], { guideline }: FactScope): Part[] {
	const names = new Set(facts.map(({ name }) => name));
	const { base, characteristics, crossReferences } = guideline;
	const all: Part[] = [
		...base.rows.map(({ id, description = '', levels, when }) => ({
			id,
			label: `${id} ${description}`,
			effect: `base offense level ${levels}`,
			facts: factsOf(when),
		})),
		...characteristics.map(({ id, description, rows }) => ({
			id,
			label: `${id} ${description}`,
			effect: effectOf(rows),
			facts: rows.flatMap(({ when }) => factsOf(when)),
		})),
		...crossReferences.map(({ id, description, when }) => ({
			id,
			label: `${id} ${description}`,
			effect: 'cross reference',
			facts: factsOf(when),
		})),
	];
	return all
		.map((part) => ({ ...part, facts: part.facts.filter((name) => names.has(name)) }))
		.filter((part, index, list) => part.facts.length > 0 && list.findIndex(({ id }) => id === part.id) === index);
}

/** `+2 levels`, or the levels between which its rows lie. */
function effectOf(rows: Parameters<typeof rowText>[0][]): string {
	const texts = [...new Set(rows.map((row) => rowText({ ...row, description: '' }).replace(/: $/, '')))];
	return texts.join(' or ');
}

function raised(
	number: number,
	{ parts, taken }: { parts: readonly Part[]; taken: readonly string[] },
	scope: FactScope,
	context: Context,
): Question {
	const { guideline, given } = scope;
	const left = parts.filter(({ id }) => !taken.includes(id));
	const none: Choice = {
		value: null,
		label: number === 1 ? 'none of these' : 'no more',
		key: 'n',
		typed: ['none', 'no', 'no more'],
	};
	return {
		id: `raised/${scope.id}/${number}`,
		ask:
			number === 1
				? `Which of these does the case raise under ${guideline.provision}?`
				: `Anything else under ${guideline.provision}?`,
		short: number === 1 ? 'Raised' : 'Also raised',
		provision: guideline.provision,
		does: 'Choose one at a time: its facts are asked next. What is not raised is not applied.',
		explanation: [`${guideline.provision}, ${guideline.title}.`, ...explain('guideline-fact', context)],
		choices: [none, ...left.map(({ id, label, effect }): Choice => ({ value: id, label, effect, typed: [id] }))],
		default: null,
		fields: () => ({}),
		from: (document) => raisedIn(given(document)?.offense ?? {}, parts)[number - 1] ?? null,
		path: [],
	};
}

/** The parts whose facts a document states, each fact with the first part that turns on it. */
function raisedIn(offense: Readonly<Record<string, unknown>>, parts: readonly Part[]): Value[] {
	const stated = new Set(Object.keys(offense));
	return parts.flatMap(({ id, facts }) => {
		const own = facts.filter((name) => stated.has(name));
		for (const name of own) stated.delete(name);
		return own.length > 0 ? [id] : [];
	});
}
