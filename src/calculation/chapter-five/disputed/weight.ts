// What the weight of a drug is worth, and its purity.
import { purityPercent } from '../../../case/drug-quantity.ts';
import type { GivenDrug } from '../../../case/drugs-schema.ts';
import type { DisputedFact, Result } from '../../../result/result.ts';
import { amountOf } from '../../chapter-two/drugs/amounts.ts';
import { countedAmount } from '../../chapter-two/drugs/counted-amount.ts';
import { decimal, decimalText, sum } from '../../chapter-two/drugs/decimal.ts';
import { columnOf, type DrugLaw } from '../../chapter-two/drugs/drug-law.ts';
import { drugLevelOf } from '../../chapter-two/drugs/drug-quantity.ts';
import { substanceName, substanceNamed } from '../../chapter-two/drugs/substances.ts';
import { kept, type Varied, variedQuantity, waysAround } from './amounts.ts';
import { type Disputed, outcomesOf } from './outcomes.ts';

/** A drug of the case, by its place. */
interface OneOf {
	drugs: readonly GivenDrug[];
	index: number;
	drug: GivenDrug;
	law: DrugLaw;
}

const levelOf = ({ drugQuantity }: Result): { drugLevel?: number } =>
	drugQuantity === undefined ? {} : { drugLevel: drugQuantity.baseOffenseLevel };

/** For each drug, the weights around that of the case at which the level of the drugs changes (§2D1.1(c)). */
export function weightsDisputed(disputed: Disputed, law: DrugLaw): DisputedFact[] {
	const { drugs = [] } = disputed.given;
	return drugs.map((drug, index) => {
		const { ways, distances } = waysAround(disputed.given, variedWeight({ drugs, index, drug, law }, disputed));
		return {
			kind: 'weight',
			subject: nameOf(drug, law),
			provision: law.quantity.provision,
			asGiven: ways.find(({ asInCase }) => asInCase)?.fact ?? drug.quantity,
			...distances,
			...outcomesOf(ways, disputed, levelOf),
		};
	});
}

const nameOf = ({ substance, form }: GivenDrug, law: DrugLaw): string => {
	const named = substanceNamed(substance, law, '');
	return substanceName(named.substance, form ?? named.form, law);
};

function variedWeight(one: OneOf, { given }: Disputed): Varied {
	const { drugs, index, drug, law } = one;
	const counted = countedAmount(drug, law, `/drugs/${index}`);
	const withDrug = (of: bigint): GivenDrug[] => drugs.toSpliced(index, 1, counted.drug(of));
	const withSteps = (of: bigint) => ({ ...given, drugs: withDrug(of) });
	const value = (of: bigint) => drugLevelOf(withDrug(of), law).found.baseOffenseLevel;
	return variedQuantity(counted, { withSteps, value }, breaksOf(one).map(counted.stepsIn));
}

/** The weights of cocaine base at which another rule on it with other drugs applies (2007 to 2010): a greater weight may have a lower level there. */
function breaksOf({ drugs, index, drug, law }: OneOf): bigint[] {
	const { byLevel, combined } = law.conversions;
	const amounts = drugs.map((each, at) => amountOf(each, law, `/drugs/${at}`));
	const { substance } = amountOf(drug, law, `/drugs/${index}`);
	const alike = amounts.filter((each, at) => at !== index && each.substance === substance);
	const others = sum(alike.map(({ forms }) => forms.get('mixture') ?? 0n));
	const ofLevels = byLevel?.substance === substance ? (columnOf(law, substance, 'mixture')?.rows ?? []) : [];
	const ofRule = combined?.substance === substance ? [combined.exceptGramsBelow, combined.exceptGramsFrom] : [];
	return [...ofLevels.map(({ from }) => from), ...ofRule]
		.map((from) => decimal(from) - others)
		.filter((from) => from > 0n)
		.toSorted((a, b) => (a < b ? -1 : 1));
}

/** For each mixture whose purity matters, from what purity on the level of the drugs changes (§2D1.1(c), note (B)). */
export function puritiesDisputed(disputed: Disputed, law: DrugLaw): DisputedFact[] {
	const { drugs = [] } = disputed.given;
	return drugs.flatMap((drug, index): DisputedFact[] => {
		const named = substanceNamed(drug.substance, law, `/drugs/${index}/substance`);
		const isActual = (drug.form ?? named.form) === 'actual';
		const hasPure = columnOf(law, named.substance, 'actual') !== undefined;
		if (isActual || !hasPure || !law.quantity.greaterOf.substances.includes(named.substance)) return [];
		const { ways, distances } = waysAround(disputed.given, variedPurity({ drugs, index, drug, law }, disputed));
		if (ways.length === 1) return [];
		return [
			{
				kind: 'purity',
				subject: nameOf(drug, law),
				provision: law.quantity.greaterOf.provision,
				asGiven: drug.purity ?? 'not given',
				...distances,
				...outcomesOf(ways, disputed, levelOf),
			},
		];
	});
}

const whole = 100n;

function variedPurity({ drugs, index, drug, law }: OneOf, { given }: Disputed): Varied {
	const said = drug.purity === undefined ? undefined : purityPercent(drug.purity, `/drugs/${index}/purity`);
	const places = Math.max(said?.split('.')[1]?.length ?? 0, 1);
	const size = decimal(`0.${'1'.padStart(places, '0')}`);
	const amount = (of: bigint): string => decimalText(of * size);
	const { purity: _, ...unknown } = drug;
	const withDrug = (of: bigint): GivenDrug[] =>
		drugs.toSpliced(index, 1, of === 0n ? unknown : { ...drug, purity: `${amount(of)}%` });
	return {
		steps: said === undefined ? 0n : decimal(said) / size,
		unit: 'percent',
		amount,
		words: (of) => `${amount(of)} percent pure`,
		asGiven: said === undefined ? 'purity not given' : `${said} percent pure`,
		withSteps: (of) => ({ ...given, drugs: withDrug(of) }),
		at: kept((of) => drugLevelOf(withDrug(of), law).found.baseOffenseLevel),
		most: (whole * decimal('1')) / size,
		breaks: [],
	};
}
