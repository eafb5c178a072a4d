// How much of a drug there was.
import { columnOf, type DrugLaw } from '../../calculation/chapter-two/drugs/drug-law.ts';
import type { GivenDrug } from '../../case/drugs-schema.ts';
import { type DrugPlace, idOfDrug, levelOfDrugs, type NamedDrug, substanceIn } from './drug-answers.ts';
import { explain } from './explanations.ts';
import type { Question, Value } from './question.ts';

/** The amount of a drug; not known, it is that of each level of its column. */
export function quantityQuestion(named: NamedDrug, { number, earlier, law, context }: DrugPlace): Question {
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
