// The drugs of the offense: substance, amount and form, one drug after the other.
import { type DrugLaw, drugLawOf } from '../../calculation/chapter-two/drugs/drug-law.ts';
import { usesDrugs } from '../../calculation/chapter-two/drugs/of-case.ts';
import { substanceNamed } from '../../calculation/chapter-two/drugs/substances.ts';
import type { GivenDrug } from '../../case/drugs-schema.ts';
import { quantityQuestion } from './drug-amount.ts';
import {
	asksForm,
	type DrugPlace,
	drugNamed,
	drugsBefore,
	idOfDrug,
	levelOfDrugs,
	type NamedDrug,
	readDrug,
	substanceIn,
} from './drug-answers.ts';
import { formQuestion } from './drug-form.ts';
import { explain } from './explanations.ts';
import { tableOf } from './guideline-facts.ts';
import { type Choice, type Context, isUnknown, type Question, type Value } from './question.ts';

/** The drugs of a guideline whose base offense level turns on them, one after the other until there is no more. */
export function drugs(context: Context): Question[] {
	const guideline = tableOf(context);
	if (!guideline || !usesDrugs(guideline)) return [];
	const { answers, provisions } = context;
	const law = drugLawOf(provisions);
	const questions: Question[] = [];
	for (let number = 1; ; number++) {
		const place: DrugPlace = { number, earlier: drugsBefore(number, answers, law), law, context };
		questions.push(substanceQuestion(place));
		const named = drugNamed(number, answers);
		if (named === undefined) return questions;
		if (named.quantity === undefined) questions.push(quantityQuestion(named, place));
		const isOpen = named.quantity === undefined && answers[idOfDrug(number, 'quantity')] === undefined;
		if (isOpen || isUnknown(answers[idOfDrug(number)])) return questions;
		if (asksForm(named, law)) questions.push(formQuestion(named, place));
	}
}

/** Whether the user gives the base offense level in place of drugs. */
export const givesLevelOfDrugs = ({ answers }: Pick<Context, 'answers'>): boolean => answers[idOfDrug(1)] === null;

function substanceQuestion({ number, earlier, law, context }: DrugPlace): Question {
	const { provisions } = context;
	const isFirst = number === 1;
	return {
		id: idOfDrug(number),
		ask: isFirst ? 'Which drug, and how much?' : 'Another drug?',
		short: isFirst ? 'Drug' : `Drug ${number}`,
		provision: provisions['drug-quantity'].provision,
		does: isFirst
			? 'The whole amount of relevant conduct sets the base offense level.'
			: 'Several drugs are converted and added up. More of a drug that is named already is added to it.',
		explanation: explain('drugs', context),
		choices: [...(isFirst ? [] : [noMore]), ...substancesOf(law), ...(isFirst ? [levelKnown] : [])],
		read: (text) => ({ ...readDrug(text, earlier, provisions) }),
		say: (value) => {
			const { substance, quantity, purity } = readAgain(value, law);
			if (quantity === undefined) return substance;
			const drug = { substance, quantity, ...(purity === undefined ? {} : { purity }) };
			const pure = purity === undefined ? '' : `, ${purity} pure`;
			return `${quantity} of ${substance}${pure}: ${levelOfDrugs([...earlier, drug], provisions)}`;
		},
		hint: 'a drug, with its amount: 500 g methamphetamine, 2 lbs marijuana',
		...(isFirst ? { mustChoose: true } : { default: null }),
		fields: (value) => {
			const { quantity } = (value ?? {}) as NamedDrug;
			return quantity === undefined ? {} : { drugs: [...earlier, { ...(value as unknown as GivenDrug) }] };
		},
		from: ({ drugs: given, baseOffenseLevel }) => {
			const drug = given?.[number - 1];
			if (drug) return { substance: drug.substance };
			return isFirst && given === undefined && baseOffenseLevel === undefined ? undefined : null;
		},
		path: ['drugs'],
	};
}

/** The drug of an answer. Throws InputError where the edition knows none by that name. */
function readAgain(value: Value, law: DrugLaw): NamedDrug {
	const named = value as unknown as NamedDrug;
	substanceNamed(named.substance, law, '/drugs');
	return named;
}

const noMore: Choice = { value: null, label: 'no more', key: 'n', typed: ['none', 'no'] };
const levelKnown: Choice = {
	value: null,
	label: 'weight or drug not known: I give the base offense level, such as that of the PSR',
	typed: ['unknown', 'not known', 'base offense level'],
};

/** The substances of the Drug Quantity Table, by name, with what people call them. */
function substancesOf(law: DrugLaw): Choice[] {
	const ids = [...new Set(law.quantity.columns.map(({ substance }) => substance))];
	/** A name that says the form too is read as it was typed. */
	const isPlain = (name: string): boolean => substanceIn(name, law)?.form === undefined;
	return ids.flatMap((id): Choice[] => {
		const named = law.names.substances.find((one) => one.id === id);
		if (named === undefined) return [];
		return [{ value: { substance: named.name }, label: named.name, typed: (named.alsoCalled ?? []).filter(isPlain) }];
	});
}
