// A drug in marihuana or converted drug weight.
import type { DrugConversions } from '../../../law/drug-schema.ts';
import type { Amount } from './amounts.ts';
import { type Decimal, decimal, sum, times } from './decimal.ts';
import { type DrugLaw, type Form, linesBySubstance } from './drug-law.ts';

type Group = DrugConversions['groups'][number];

/** A drug as converted: in the form that gives the most, by the group of the conversion tables it belongs to. Grams. */
export interface Converted {
	amount: Amount;
	form: Form;
	group: Group;
	factor: string;
	grams: Decimal;
}

const per = { grams: 'gram', units: 'unit', plants: 'plant', milliliters: 'milliliter' } as const;

/** A drug in grams of marihuana or of converted drug weight (§2D1.1, comment.). Undefined where the edition has no factor for it. */
export function convertedOf(amount: Amount, { conversions }: DrugLaw): Converted | undefined {
	const all = (linesBySubstance(conversions).get(amount.substance) ?? []).flatMap(
		({ line, group, factor, form }): Converted[] => {
			const weight = amount.forms.get(form);
			if (weight === undefined || line.per !== per[amount.measure]) return [];
			return [{ amount, form, group, factor: line.grams, grams: times(weight, factor) }];
		},
	);
	return all.reduce<Converted | undefined>((best, one) => (best && best.grams >= one.grams ? best : one), undefined);
}

/** What several drugs come to together, each class held to the most that it and its like may reach, the narrowest first. Grams. */
export function totalOf(all: readonly Converted[]): { grams: Decimal; capped: Group[] } {
	const byGroup = new Map<string, Decimal>();
	for (const { group, grams } of all) byGroup.set(group.id, (byGroup.get(group.id) ?? 0n) + grams);
	const capped: Group[] = [];
	const groups = [...new Set(all.map(({ group }) => group))];
	const limited = groups.filter(({ most }) => most !== undefined);
	for (const group of limited.toSorted((a, b) => (a.most?.of.length ?? 0) - (b.most?.of.length ?? 0))) {
		const { of = [], grams: most = '0' } = group.most ?? {};
		const inIt = of.filter((id) => byGroup.has(id));
		const together = sum(inIt.map((id) => byGroup.get(id) ?? 0n));
		if (together <= decimal(most)) continue;
		capped.push(group);
		for (const id of inIt) byGroup.delete(id);
		byGroup.set(group.id, decimal(most));
	}
	return { grams: sum([...byGroup.values()]), capped };
}

/** The least level that the classes of the drugs allow, alone or together (§2D1.1, comment., notes to the conversion tables). */
export function leastLevelOf(groups: readonly Group[]): { level: number; title: string } | undefined {
	const ids = groups.map(({ id }) => id);
	const holding = groups.filter(
		({ id, leastLevel }) =>
			leastLevel !== undefined &&
			(leastLevel.with === undefined || ids.every((one) => one === id || leastLevel.with?.includes(one))),
	);
	const [first] = holding.toSorted((a, b) => (b.leastLevel?.level ?? 0) - (a.leastLevel?.level ?? 0));
	return first?.leastLevel === undefined ? undefined : { level: first.leastLevel.level, title: first.title };
}
