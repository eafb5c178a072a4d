// The values of a fact: read, said and weighed.
import { answerGiven } from '../../calculation/chapter-two/offense-facts.ts';
import { InputError, shown } from '../../case/errors.ts';
import type { GuidelineFact } from '../../law/guideline-schema.ts';
import { effectsOf } from './fact-effects.ts';
import { bandsOf, type FactScope, numbersOf } from './fact-scope.ts';
import { noChange } from './levels.ts';
import type { Value } from './question.ts';

/** The values that can be chosen of a fact that is no number, in words. */
export function valuesOf(
	fact: Exclude<GuidelineFact, { kind: 'number' }>,
): { value: boolean | string; label: string; typed: string[] }[] {
	if (fact.kind === 'choice') return fact.choices.map(({ value, words }) => ({ value, label: words, typed: [value] }));
	return [
		{ value: true, label: 'yes', typed: ['y', 'true'] },
		{ value: false, label: 'no', typed: ['n', 'false'] },
	];
}

/** What stands in for a fact that is not known, from the lowest level to the highest. */
export function possibilitiesOf(fact: GuidelineFact, scope: FactScope): Value[] {
	const values = fact.kind === 'number' ? numbersOf(fact, scope.guideline) : valuesOf(fact).map(({ value }) => value);
	const effects = effectsOf(fact, values, scope);
	const order = values.map((value, index) => ({ value, levels: effects[index]?.levels ?? 0 }));
	return order.sort((a, b) => a.levels - b.levels).map(({ value }) => value);
}

/** A typed answer as the guideline reads it. Throws InputError where it is none. */
export function readFact(fact: GuidelineFact, text: string): boolean | number | string {
	const plain =
		fact.kind === 'number' ? text.replaceAll(',', '').replace(fact.unit, '').trim() : (shortForms[text] ?? text);
	try {
		return answerGiven(fact, plain);
	} catch (error) {
		if (!(error instanceof InputError)) throw error;
		throw new InputError('no-answer', '/offense', `${shown(text)} is not an answer here`, remedyFor(fact));
	}
}

const shortForms: Record<string, string> = { y: 'yes', Y: 'yes', n: 'no', N: 'no' };

function remedyFor(fact: GuidelineFact): string {
	if (fact.kind === 'number') return `give a whole number of ${fact.unit}, ${fact.least} or more`;
	return fact.kind === 'yes-no' ? 'type yes or no, or press Enter where nobody raises it' : 'choose one of the list';
}

/** The answer to a fact in words, a number with what it does. Throws InputError where it is none. */
export function sayFact(fact: GuidelineFact, value: Value, scope: FactScope): string {
	if (typeof value === 'object') {
		const row = bandsOf(fact, scope.guideline).find(({ id }) => id === (value as { row?: string } | null)?.row);
		if (row === undefined) throw new InputError('invalid-value', '/offense', 'that is not an answer');
		return row.description;
	}
	const read = readFact(fact, String(value));
	if (fact.kind === 'choice') return fact.choices.find((one) => one.value === read)?.words ?? String(read);
	if (fact.kind === 'yes-no') return read === true ? 'yes' : 'no';
	const [, effect] = effectsOf(fact, [fact.least, read], scope);
	const others = effectsOf(fact, [read, ...(numbersOf(fact, scope.guideline) as number[])], scope);
	const text = others[0]?.text || effect?.text || noChange;
	return `${read} ${fact.unit}: ${text}`;
}

/** The parts that turn on a fact, for whoever asks what the question is about. */
export function partsInWords(fact: GuidelineFact, scope: FactScope): string {
	const values = fact.kind === 'number' ? numbersOf(fact, scope.guideline) : valuesOf(fact).map(({ value }) => value);
	const texts = effectsOf(fact, values, scope).map(({ text }) => text);
	return [...new Set(texts.filter(Boolean))].join('; ') || 'It decides with other facts.';
}
