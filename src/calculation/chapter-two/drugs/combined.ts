// The level of several drugs, converted and added up.
import { InputError } from '../../../case/errors.ts';
import { key, said } from '../../../case/wording.ts';
import type { Amount } from './amounts.ts';
import { type Converted, convertedOf, leastLevelOf, totalOf } from './converted.ts';
import { type Decimal, decimal, decimalText, sum, times } from './decimal.ts';
import { type Column, columnOf, type DrugLaw } from './drug-law.ts';
import { type DrugLevel, estimateNotes, inWords, listed, type Note } from './drug-level.ts';
import { oneDrug } from './one-drug.ts';
import { substanceName } from './substances.ts';
import { type Place, placeIn } from './table-lookup.ts';

/**
 * The level of several drugs, or of one without a column: each is converted, the sum is looked up, and the caps and least
 * levels of its class hold (§2D1.1, comment., the notes on several drugs). Throws InputError where a drug has no conversion.
 */
export function severalDrugs(amounts: readonly Amount[], law: DrugLaw): DrugLevel {
	const all = amounts.map(
		(amount) => convertedByLevel(amount, amounts, law) ?? convertedOf(amount, law) ?? refuse(amount, law),
	);
	const { grams, capped } = totalOf(all);
	const { level, place } = combinedLevel(grams, all, amounts, law);
	const { provision } = law.conversions;
	const caps: Note[] = capped.map(({ title, most }) => ({
		provision: most?.citation.section ?? provision,
		words: `${title}: capped at ${kilograms(decimal(most?.grams ?? '0'))}, the most they may convert to`,
	}));
	return {
		found: {
			baseOffenseLevel: level.level,
			method: 'converted-weight',
			drugs: listed(amounts, law, all),
			convertedGrams: decimalText(grams),
			unit: 'g',
			thisLevelFrom: place.from,
			nextLevelAt: place.next?.from ?? null,
		},
		words: `${all.map((one) => termOf(one, law)).join(' + ')}, together ${kilograms(grams)} of ${sumName(law)}`,
		notes: [...estimateNotes(amounts), ...caps, ...level.notes],
		gap: place.inGap && place.next ? { lower: place.level, upper: place.next.level } : undefined,
	};
}

const thousandth = 1000n;
const kilograms = (grams: Decimal): string => `${decimalText(grams / thousandth)} kg`;

const sumName = ({ conversions }: DrugLaw): string =>
	conversions.sum === 'marihuana' ? 'marihuana' : 'converted drug weight';

const termOf = ({ amount, form, factor, grams }: Converted, law: DrugLaw): string => {
	const weight = inWords(amount.forms.get(form) ?? 0n, amount, form, law);
	return `${weight} × ${factor} g = ${kilograms(grams)}`;
};

function columnOfSum(law: DrugLaw): Column {
	const name = law.conversions.sum === 'marihuana' ? 'marihuana' : 'converted-drug-weight';
	const column = columnOf(law, name, 'mixture', 'grams');
	if (column === undefined) throw new Error(`the Drug Quantity Table has no column for ${name}`);
	return column;
}

function placeOfSum(grams: Decimal, law: DrugLaw): Place {
	const place = placeIn(columnOfSum(law), grams);
	if (place) return place;
	throw new InputError('not-held', '/drugs', 'the quantity is below the lowest row of the Drug Quantity Table');
}

interface CombinedLevel {
	level: { level: number; notes: Note[] };
	place: Place;
}

/** The level of the sum, with the least level of the classes, and what the edition makes of cocaine base among others. */
function combinedLevel(
	grams: Decimal,
	all: readonly Converted[],
	amounts: readonly Amount[],
	law: DrugLaw,
): CombinedLevel {
	const place = placeOfSum(grams, law);
	const least = leastLevelOf([...new Set(all.map(({ group }) => group))]);
	const notes: Note[] = [];
	let { level } = place;
	const reduced = reducedForCocaineBase(level, all, amounts, law);
	if (reduced) {
		level = reduced.level;
		notes.push(reduced.note);
	}
	if (least && least.level > level) {
		level = least.level;
		notes.push({ provision: law.conversions.provision, words: `${least.title}: at least level ${least.level}` });
		return { level: { level, notes }, place: { ...place, from: '0', next: rowAbove(level, law) } };
	}
	return { level: { level, notes }, place };
}

/** The first row with a higher level than the least that a class allows. */
function rowAbove(level: number, law: DrugLaw): Place['next'] {
	const row = columnOfSum(law).rows.findLast((one) => one.level > level);
	return row === undefined ? null : { level: row.level, from: row.from };
}

/** In 2007 a gram of cocaine base converted by the level of the cocaine base alone. */
function convertedByLevel(amount: Amount, amounts: readonly Amount[], law: DrugLaw): Converted | undefined {
	const rule = law.conversions.byLevel;
	const weight = amount.forms.get('mixture');
	const group = law.conversions.groups.find(({ id }) => id === rule?.group);
	if (rule?.substance !== amount.substance || weight === undefined || group === undefined) return undefined;
	const alone = oneDrug(
		amounts.filter(({ substance }) => substance === rule.substance),
		law,
	);
	const factor = rule.rows.find(({ level }) => level === alone?.found.baseOffenseLevel)?.grams;
	if (factor === undefined) return undefined;
	return { amount, form: 'mixture', group, factor, grams: times(weight, decimal(factor)) };
}

function refuse(amount: Amount, law: DrugLaw): never {
	throw new InputError(
		'no-conversion',
		amount.path,
		`this edition has no conversion for ${substanceName(amount.substance, undefined, law)}`,
		said`Use the most closely related substance (§2D1.1, comment.), or give ${key('baseOffenseLevel')} instead of the drugs`,
	);
}

/**
 * From 2008 to 2010 a case with cocaine base and other drugs took two levels off, unless there was very much or very little
 * of the cocaine base, or the others alone came to more.
 */
function reducedForCocaineBase(
	level: number,
	all: readonly Converted[],
	amounts: readonly Amount[],
	law: DrugLaw,
): { level: number; note: Note } | undefined {
	const rule = law.conversions.combined;
	const others = all.filter(({ amount }) => amount.substance !== rule?.substance);
	if (rule === undefined || others.length === 0 || others.length === all.length) return undefined;
	const ofRule = amounts.filter(({ substance }) => substance === rule.substance);
	const weight = sum(ofRule.map(({ forms }) => forms.get('mixture') ?? 0n));
	if (weight >= decimal(rule.exceptGramsFrom) || weight < decimal(rule.exceptGramsBelow)) return undefined;
	const reduced = level + rule.levels;
	if (placeOfSum(totalOf(others).grams, law).level > reduced) return undefined;
	const words = `cocaine base with other drugs: ${-rule.levels}-level reduction`;
	return { level: reduced, note: { provision: rule.citation.section, words } };
}
