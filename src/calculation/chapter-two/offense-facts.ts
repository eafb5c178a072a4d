import { InputError, shown } from '../../case/errors.ts';
import type { CaseDocument } from '../../case/schema.ts';
import type { Guideline, GuidelineFact } from '../../law/guideline-schema.ts';

/** Throws InputError where the case states a fact that the guideline does not use, or one of the wrong kind or out of range. */
export function checkFacts({ offense = {} }: CaseDocument, guideline: Guideline): void {
	for (const [name, value] of Object.entries(offense)) {
		const path = `/offense/${name}`;
		const fact = guideline.facts.find((each) => each.name === name);
		if (!fact) {
			const known = guideline.facts.map((each) => each.name).join(', ') || 'none';
			throw new InputError(
				'no-such-fact',
				path,
				`${shown(name)} is not a fact that ${guideline.provision} uses in this edition. It uses: ${known}`,
			);
		}
		const wrong = remedyFor(fact, value);
		if (wrong)
			throw new InputError('invalid-value', path, `${shown(value)} does not answer "${fact.question}". ${wrong}`);
	}
}

/** What to give in place of a value that does not answer the question; undefined where it does. */
function remedyFor(fact: GuidelineFact, value: boolean | number | string): string | undefined {
	if (fact.kind === 'yes-no') return typeof value === 'boolean' ? undefined : 'Use true or false';
	if (fact.kind === 'number') {
		const fits = typeof value === 'number' && Number.isSafeInteger(value) && value >= fact.least;
		return fits ? undefined : `Use a whole number of ${fact.unit}, ${fact.least} or more`;
	}
	const values = fact.choices.map((choice) => choice.value);
	return values.includes(value as string) ? undefined : `Use ${values.join(', ')}`;
}
