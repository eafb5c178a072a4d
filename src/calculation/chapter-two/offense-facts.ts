// The facts of the offense, under the names that the guideline gives them.
import { InputError, shown } from '../../case/errors.ts';
import type { CaseDocument } from '../../case/schema.ts';
import type { Guideline, GuidelineFact } from '../../law/guideline-schema.ts';
import type { LevelByReference } from '../../law/reference-schema.ts';
import type { Provisions } from '../../law/schema.ts';

type Value = boolean | number | string;

/**
 * The case with the facts of its offense as the guideline names them. Throws InputError where the case states a fact
 * that the guideline does not use, or one of the wrong kind or out of range.
 */
export function withFacts(document: CaseDocument, guideline: Guideline, provisions: Provisions): CaseDocument {
	if (document.offense === undefined) return document;
	const facts = factsUsed(guideline, document.offense, provisions);
	const offense: Record<string, Value> = {};
	for (const [name, given] of Object.entries(document.offense)) {
		const path = `/offense/${name}`;
		const fact = facts.find((each) => each.name === name);
		if (!fact) {
			const known = facts.map((each) => each.name).join(', ') || 'none';
			throw new InputError(
				'no-such-fact',
				path,
				`${shown(name)} is not a fact that ${guideline.provision} uses in this edition. It uses: ${known}`,
			);
		}
		offense[name] = answerGiven(fact, given);
	}
	return { ...document, offense };
}

/** The answer that a value is to the question of a fact, as people write it. Throws InputError where it is none. */
export function answerGiven(fact: GuidelineFact, given: Value): Value {
	const value = answerTo(fact, given);
	if (value !== undefined) return value;
	const problem = `${shown(given)} does not answer "${fact.question}". ${remedyFor(fact)}`;
	throw new InputError('invalid-value', `/offense/${fact.name}`, problem);
}

/** The facts that a guideline uses for an offense: its own, and those of the guidelines whose level it takes. */
export function factsUsed(
	guideline: Guideline,
	offense: CaseDocument['offense'],
	provisions: Provisions,
): readonly GuidelineFact[] {
	const sections = guideline.base.rows.flatMap(({ levels }) =>
		typeof levels === 'object' ? (sectionReferred(levels, offense) ?? []) : [],
	);
	if (sections.length === 0) return guideline.facts;
	const others = [...new Set(sections)].flatMap((section) => provisions.guideline(section) ?? []);
	const all = [guideline.facts, ...others.map((other) => factsUsed(other, offense, provisions))].flat();
	return all.filter(({ name }, index) => all.findIndex((one) => one.name === name) === index);
}

/** The section whose level it is; undefined where no fact names one. */
export function sectionReferred({ from }: LevelByReference, offense: CaseDocument['offense'] = {}): string | undefined {
	if (typeof from === 'string') return from;
	const [named] = /\d[a-z]\d\.\d+/.exec(asText(offense[from.fact])) ?? [];
	return named?.toUpperCase();
}

/** Whether a fact is answered yes, as people write it: `true`, `"yes"`, or `"true"` as a flag gives it. */
export const saysYes = (given: Value | undefined): boolean => /^(true|yes)$/.test(asText(given));

const asText = (given: Value | undefined): string => String(given).trim().toLowerCase();

/** The answer that a value is to the question of a fact, as people write it; undefined where it is none. */
function answerTo(fact: GuidelineFact, given: Value): Value | undefined {
	const text = asText(given);
	if (fact.kind === 'yes-no') return saysYes(given) ? true : /^(false|no)$/.test(text) ? false : undefined;
	if (fact.kind === 'choice') {
		const word = given === false ? 'no' : text.replaceAll(' ', '-');
		return fact.choices.find(({ value }) => value === word)?.value;
	}
	const number = typeof given === 'boolean' || text === '' ? Number.NaN : Number(text);
	return Number.isSafeInteger(number) && number >= fact.least ? number : undefined;
}

function remedyFor(fact: GuidelineFact): string {
	if (fact.kind === 'yes-no') return 'Use true or false';
	if (fact.kind === 'number') return `Use a whole number of ${fact.unit}, ${fact.least} or more`;
	return `Use ${fact.choices.map(({ value }) => value).join(', ')}`;
}
