// The drugs that the answers so far come to.
import { columnOf, type DrugLaw, drugLawOf } from '../../calculation/chapter-two/drugs/drug-law.ts';
import { drugLevelOf } from '../../calculation/chapter-two/drugs/drug-quantity.ts';
import { type Named, substanceName, substanceNamed } from '../../calculation/chapter-two/drugs/substances.ts';
import { type DrugInWords, drugInWords } from '../../case/drug-quantity.ts';
import type { GivenDrug } from '../../case/drugs-schema.ts';
import { attempt, InputError } from '../../case/errors.ts';
import type { Provisions } from '../../law/schema.ts';
import { amountInWords } from '../../result/amount-words.ts';
import { type Context, isNotGiven, isUnknown, type Value } from './question.ts';

type Answers = Context['answers'];
type Part = 'quantity' | 'form';

export const idOfDrug = (number: number, part?: Part): string => `drugs/${number}${part ? `/${part}` : ''}`;

/** The drug that is asked about: its number, and those before it. */
export interface DrugPlace {
	number: number;
	earlier: readonly GivenDrug[];
	law: DrugLaw;
	context: Context;
}

/** What was said of a drug in one line: its name, and perhaps its amount and purity. */
export type NamedDrug = Pick<DrugInWords, 'substance'> & Partial<DrugInWords>;

const stated = (value: Value | undefined): Value | undefined =>
	value === undefined || value === null || isUnknown(value) || isNotGiven(value) ? undefined : value;

/** The drug of that number as it was named; undefined where there is none. */
export const drugNamed = (number: number, answers: Answers): NamedDrug | undefined =>
	stated(answers[idOfDrug(number)]) as NamedDrug | undefined;

/** The drug of that number as all its answers make it; undefined as long as it has no amount. */
export function drugOf(number: number, answers: Answers, law: DrugLaw): GivenDrug | undefined {
	const named = drugNamed(number, answers);
	const quantity = named?.quantity ?? stated(answers[idOfDrug(number, 'quantity')]);
	if (named === undefined || quantity === undefined) return undefined;
	const form = asksForm(named, law) ? answers[idOfDrug(number, 'form')] : undefined;
	const drug = { substance: named.substance, quantity: quantity as string };
	return { ...drug, ...(named.purity === undefined ? {} : { purity: named.purity }), ...formFields(form) };
}

/** What the answer about form and purity says of the drug: a form by name, or a purity with or without one. */
export function formFields(value: Value | undefined): Pick<GivenDrug, 'form' | 'purity'> {
	const said = stated(value);
	if (said === undefined) return {};
	return typeof said === 'string' ? { form: said as NonNullable<GivenDrug['form']> } : (said as object);
}

/** The drugs before that number. */
export const drugsBefore = (number: number, answers: Answers, law: DrugLaw): GivenDrug[] =>
	Array.from({ length: number - 1 }, (_, index) => drugOf(index + 1, answers, law)).flatMap((drug) => drug ?? []);

/** The substance of a name; undefined where none is known by it. */
export function substanceIn(name: string, law: DrugLaw): Named | undefined {
	const found = attempt(() => substanceNamed(name, law, '/drugs'));
	return found instanceof InputError ? undefined : found;
}

/** Forms beside a mixture that the edition distinguishes. */
export const formsOf = (substance: string, law: DrugLaw): ('actual' | 'ice')[] =>
	(['actual', 'ice'] as const).filter((form) => columnOf(law, substance, form) !== undefined);

/** Whether the form or the purity of a drug is still to be asked: the edition distinguishes it, and its name does not say it. */
export function asksForm({ substance, purity }: NamedDrug, law: DrugLaw): boolean {
	const found = substanceIn(substance, law);
	return (
		found !== undefined && found.form === undefined && purity === undefined && formsOf(found.substance, law).length > 0
	);
}

/** `level 26 from 500 g; next level at 2 kg`. Throws InputError where a drug, its unit or its form does not fit the edition. */
export function levelOfDrugs(drugs: readonly GivenDrug[], provisions: Provisions): string {
	const { found } = drugLevelOf(drugs, drugLawOf(provisions));
	const { baseOffenseLevel, method, thisLevelFrom, nextLevelAt, unit } = found;
	const of = method === 'table' ? '' : ' of converted weight';
	const from = thisLevelFrom === '0' ? '' : ` from ${amountInWords(thisLevelFrom, unit)}${of}`;
	const next = nextLevelAt === null ? 'the highest level' : `next level at ${amountInWords(nextLevelAt, unit)}${of}`;
	return `level ${baseOffenseLevel + (provisions.drugLevels ?? 0)}${from}; ${next}`;
}

/** A drug as people name it, with or without its amount before it. Throws InputError where the drug or its amount is not one of the edition. */
export function readDrug(text: string, earlier: readonly GivenDrug[], provisions: Provisions): NamedDrug {
	const path = `/drugs/${earlier.length}`;
	const law = drugLawOf(provisions);
	if (!/\d\s*[a-z]/i.test(text) || substanceIn(text, law)) {
		const { substance, form } = substanceNamed(text, law, `${path}/substance`);
		return { substance: form === undefined ? substanceName(substance, undefined, law) : text.trim() };
	}
	const drug = drugInWords(text, path);
	drugLevelOf([...earlier, drug], law);
	return { ...drug };
}
