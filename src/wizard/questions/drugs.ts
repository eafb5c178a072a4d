// The drugs of the offense: substance, amount and form, one drug after the other.
import { columnOf, type DrugLaw, drugLawOf } from '../../calculation/chapter-two/drugs/drug-law.ts';
import { usesDrugs } from '../../calculation/chapter-two/drugs/of-case.ts';
import { substanceName, substanceNamed } from '../../calculation/chapter-two/drugs/substances.ts';
import type { GivenDrug } from '../../case/drugs-schema.ts';
import {
	asksForm,
	drugNamed,
	drugOf,
	drugsBefore,
	formFields,
	formsOf,
	idOfDrug,
	levelOfDrugs,
	type NamedDrug,
	readDrug,
	substanceIn,
} from './drug-answers.ts';
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
		const place: Place = { number, earlier: drugsBefore(number, answers, law), law, context };
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

/** The drug that is asked about: its number, and those before it. */
interface Place {
	number: number;
	earlier: readonly GivenDrug[];
	law: DrugLaw;
	context: Context;
}

function substanceQuestion({ number, earlier, law, context }: Place): Question {
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

function quantityQuestion(named: NamedDrug, { number, earlier, law, context }: Place): Question {
	const { provisions } = context;
	const drugWith = (quantity: Value): GivenDrug => ({ substance: named.substance, quantity: quantity as string });
	const rows = rowsOf(named, law);
	return {
		id: idOfDrug(number, 'quantity'),
		ask: `How much ${named.substance}?`,
		short: `Amount of ${named.substance}`,
		provision: provisions['drug-quantity'].provision,
		does:
			rows.length > 0
				? 'Not known, the answer shows the range at each level of the table.'
				: 'Sets the base offense level.',
		explanation: explain('drugs', context),
		choices: [],
		read: (text) => {
			levelOfDrugs([...earlier, drugWith(text)], provisions);
			return text.trim();
		},
		say: (value) => {
			const amount = String(value).startsWith(`${leastAmount} `) ? 'the least amount' : value;
			return `${amount}: ${levelOfDrugs([...earlier, drugWith(value)], provisions)}`;
		},
		hint: 'a number and its unit: 500 g, 1.5 kilos, 2 lbs, 3 oz',
		...(rows.length > 0 ? { possibilities: rows } : {}),
		fields: (value) => ({ drugs: [...earlier, drugWith(value)] }),
		from: ({ drugs: given }) => given?.[number - 1]?.quantity,
		path: ['drugs'],
	};
}

/** The least amount of each level for a drug that is looked up in a column of its own, the lowest level first. */
function rowsOf({ substance }: NamedDrug, law: DrugLaw): string[] {
	const found = substanceIn(substance, law);
	const column = found && columnOf(law, found.substance, found.form ?? 'mixture');
	if (!column) return [];
	const unit = column.measure === 'grams' ? 'g' : column.measure;
	const amounts = column.rows.map(({ from }) => (from === '0' ? `${leastAmount} ${unit}` : `${from} ${unit}`));
	return amounts.toReversed();
}

/** Some amount that is more than none: the lowest row of a column begins there. */
const leastAmount = '0.001';

function formQuestion(named: NamedDrug, { number, earlier, law, context }: Place): Question {
	const { provisions, answers } = context;
	const id = substanceIn(named.substance, law)?.substance ?? '';
	const drug = drugOf(number, { ...answers, [idOfDrug(number, 'form')]: null }, law);
	const withForm = (value: Value): GivenDrug[] =>
		drug ? [...earlier, { ...drug, ...formFields(value) }] : [...earlier];
	const effect = (value: Value): { effect?: string } => {
		try {
			return drug ? { effect: levelOfDrugs(withForm(value), provisions) } : {};
		} catch {
			return {};
		}
	};
	const forms = formsOf(id, law).map(
		(form): Choice => ({
			value: form,
			label: form === 'ice' ? '“Ice”' : `${substanceName(id, form, law)}: the weight is that of the pure drug`,
			typed: [form, ...(form === 'actual' ? ['pure'] : [])],
			...effect(form),
		}),
	);
	return {
		id: idOfDrug(number, 'form'),
		ask: `Is that a mixture, or ${named.substance} itself?`,
		short: `Form of ${named.substance}`,
		provision: provisions['drug-quantity'].greaterOf.provision,
		does: 'This edition counts the pure drug apart. Type the purity where a laboratory found it: the greater level applies.',
		explanation: explain('drugs', context),
		choices: [{ value: null, label: 'a mixture, purity not known', typed: ['mixture'], ...effect(null) }, ...forms],
		read: (text) => {
			const purity = /%|percent/i.test(text) ? text.trim() : `${text.trim()}%`;
			if (drug) levelOfDrugs(withForm({ purity }), provisions);
			return { purity };
		},
		say: (value) => {
			const { form, purity } = formFields(value);
			const words = [form, purity && `${purity} pure`].filter(Boolean).join(', ');
			return drug ? `${words}: ${levelOfDrugs(withForm(value), provisions)}` : words;
		},
		hint: 'its purity, such as 83%',
		default: null,
		fields: (value) => ({ drugs: withForm(value) }),
		from: ({ drugs: given }) => {
			const { form, purity } = given?.[number - 1] ?? {};
			if (purity !== undefined) return { ...(form === undefined ? {} : { form }), purity };
			return form ?? null;
		},
		path: ['drugs'],
	};
}
