// Whether an amount is that of a mixture or of the drug itself.
import { substanceName } from '../../calculation/chapter-two/drugs/substances.ts';
import type { GivenDrug } from '../../case/drugs-schema.ts';
import {
	type DrugPlace,
	drugOf,
	formFields,
	formsOf,
	idOfDrug,
	levelOfDrugs,
	type NamedDrug,
	substanceIn,
} from './drug-answers.ts';
import { explain } from './explanations.ts';
import type { Choice, Question, Value } from './question.ts';

/** The form of a drug, or the purity of its mixture, where the edition distinguishes them. */
export function formQuestion(named: NamedDrug, { number, earlier, law, context }: DrugPlace): Question {
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
