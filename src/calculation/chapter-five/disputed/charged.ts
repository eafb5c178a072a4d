// What the weight charged is worth.
import type { CaseDocument } from '../../../case/schema.ts';
import type { DisputedFact } from '../../../result/result.ts';
import { countedAmount } from '../../chapter-two/drugs/counted-amount.ts';
import type { DrugLaw } from '../../chapter-two/drugs/drug-law.ts';
import { substanceName, substanceNamed } from '../../chapter-two/drugs/substances.ts';
import { withChargedDrugs } from '../../statutes/charged-drugs.ts';
import { type Varied, variedQuantity, waysAround } from './amounts.ts';
import { type Disputed, outcomesOf } from './outcomes.ts';

type Count = Exclude<NonNullable<CaseDocument['statutes']>[number], string>;
type DrugCount = Extract<Count, { drugs?: unknown }> & { drugs: NonNullable<CaseDocument['drugs']> };

/** A count of the case that states what was charged, by its place. */
interface OneOf {
	count: DrugCount;
	at: number;
	index: number;
}

/** For each drug of a count, the weights around the one charged at which the statutory tier changes (21 U.S.C. §§ 841(b), 960(b)). */
export function chargedDisputed(disputed: Disputed, law: DrugLaw): DisputedFact[] {
	const { statutes = [] } = disputed.given;
	const counts = statutes.flatMap((count, at) => (isOfDrugs(count) ? [{ count, at }] : []));
	return counts.flatMap(({ count, at }) =>
		count.drugs.flatMap((drug, index): DisputedFact[] => {
			const { ways, distances } = waysAround(disputed.given, variedCharge({ count, at, index }, disputed, law));
			if (ways.length === 1) return [];
			const { provision } = withStatute(disputed, at);
			return [
				{
					kind: 'charged-weight',
					subject: substanceName(substanceNamed(drug.substance, law, '').substance, drug.form, law),
					provision,
					asGiven: ways.find(({ asInCase }) => asInCase)?.fact ?? drug.quantity,
					...distances,
					...outcomesOf(ways, disputed, ({ statutes }) => ({ statute: statutes?.[at]?.provision ?? provision })),
				},
			];
		}),
	);
}

const isOfDrugs = (count: NonNullable<CaseDocument['statutes']>[number]): count is DrugCount =>
	typeof count === 'object' && 'drugs' in count && count.drugs !== undefined;

const withStatute = ({ given, inThisEdition }: Disputed, at: number): { provision: string } => ({
	provision: inThisEdition(given).statutes?.[at]?.provision ?? '',
});

function variedCharge({ count, at, index }: OneOf, { given, provisions }: Disputed, law: DrugLaw): Varied {
	const drug = count.drugs[index] as DrugCount['drugs'][number];
	const counted = countedAmount(drug, law, `/statutes/${at}/drugs/${index}`);
	const withSteps = (of: bigint): CaseDocument => {
		const drugs = count.drugs.toSpliced(index, 1, counted.drug(of));
		return { ...given, statutes: given.statutes?.toSpliced(at, 1, { ...count, drugs }) };
	};
	const value = (of: bigint) => JSON.stringify(withChargedDrugs(withSteps(of), provisions).statutes?.[at]);
	return variedQuantity(counted, { withSteps, value });
}
