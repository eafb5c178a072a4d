// What a drug of the case weighs, in each form that the edition knows.
import { type DrugQuantity, drugQuantity, purityPercent } from '../../../case/drug-quantity.ts';
import type { GivenDrug } from '../../../case/drugs-schema.ts';
import { disagreement, InputError, shown } from '../../../case/errors.ts';
import { type Decimal, decimal, times } from './decimal.ts';
import { columnOf, columnsBySubstance, type DrugLaw, type Form, linesBySubstance, type Measure } from './drug-law.ts';
import { substanceName, substanceNamed } from './substances.ts';
import { gramsPer } from './units-of-weight.ts';

/** One drug of the case: what it weighs, or how many units there are, in each form in which the edition looks it up. */
export interface Amount {
	substance: string;
	measure: AmountMeasure;
	/** The amount in each form: of a mixture of known purity both its own weight and that of the drug in it. */
	forms: Map<Form, Decimal>;
	/** Where its weight was not given: what it was worked out from. */
	estimate?: { count: string; each: string; provision: string };
	path: string;
}

/** Some liquids are measured by volume and have no column of their own. */
type AmountMeasure = Measure | 'milliliters';

const hundredth = decimal('0.01');

/**
 * A drug as the edition measures it; `plantsInAll` are those of all its entries, where what a plant weighs turns on their
 * number. Throws InputError where the substance, the unit or the form is not known to the
 * edition, or where the form and the purity do not go together.
 */
export function amountOf(drug: GivenDrug, law: DrugLaw, path: string, plantsInAll?: Decimal): Amount {
	const named = substanceNamed(drug.substance, law, `${path}/substance`);
	const form = formOf(drug, named.form, path);
	const quantity = drugQuantity(drug.quantity, `${path}/quantity`);
	const { substance } = named;
	checkForm(substance, form, law, path);
	const measured = measuredIn({ substance, quantity, form, plantsInAll }, law, `${path}/quantity`);
	const forms = new Map<Form, Decimal>([[measured.form ?? form ?? 'mixture', measured.amount]]);
	if (drug.purity !== undefined) addPure(forms, { substance, purity: drug.purity }, law, path);
	const { measure, estimate } = measured;
	return { substance, measure, forms, path, ...(estimate === undefined ? {} : { estimate }) };
}

function formOf(drug: GivenDrug, said: Form | undefined, path: string): Form | undefined {
	if (drug.form !== undefined && said !== undefined && drug.form !== said) {
		const message = `${shown(drug.form)} does not agree with ${shown(drug.substance)}. Correct one of them`;
		throw new InputError('disagrees', `${path}/form`, message);
	}
	const form = drug.form ?? said;
	if (form === 'actual' && drug.purity !== undefined) {
		const message =
			'purity applies only to a mixture. Give the weight of the mixture and its purity, or only the weight of the pure drug';
		throw new InputError('disagrees', `${path}/purity`, message);
	}
	return form;
}

/** The edition distinguishes the form of the substance, by a column of its table or by a conversion. */
function checkForm(substance: string, form: Form | undefined, law: DrugLaw, path: string): void {
	if (form === undefined || form === 'mixture' || columnOf(law, substance, form) !== undefined) return;
	const lines = linesBySubstance(law.conversions).get(substance) ?? [];
	const isConverted = lines.some(({ line }) => line.form === form);
	if (isConverted) return;
	throw new InputError(
		'no-such-form',
		`${path}/form`,
		`this edition does not distinguish ${substanceName(substance, form, law)} from a mixture`,
		'give the weight of the mixture and leave out the form',
	);
}

/** The drug itself in a mixture of known purity, and from a certain purity of methamphetamine "Ice". */
function addPure(
	forms: Map<Form, Decimal>,
	{ substance, purity: given }: { substance: string; purity: string },
	law: DrugLaw,
	path: string,
): void {
	const whole = forms.get('ice') ?? forms.get('mixture');
	const percent = decimal(purityPercent(given, `${path}/purity`));
	const { ice, greaterOf } = law.quantity;
	if (whole === undefined || !greaterOf.substances.includes(substance)) {
		throw disagreement(
			`${path}/purity`,
			`the purity of ${substanceName(substance, undefined, law)} does not change its level in this edition`,
			'leave it out',
		);
	}
	const isIce = ice !== undefined && ice.substance === substance && percent >= decimal(ice.purityPercent);
	if (forms.has('ice') && !isIce) {
		throw disagreement(`${path}/purity`, `“Ice” is at least ${ice?.purityPercent} percent pure, but this is ${given}`);
	}
	if (columnOf(law, substance, 'actual')) forms.set('actual', times(times(whole, percent), hundredth));
	if (isIce) forms.set('ice', whole);
	forms.set('mixture', whole);
}

/** A drug as the case gives it; `plantsInAll` are those of all its entries. */
interface Given {
	substance: string;
	quantity: DrugQuantity;
	form: Form | undefined;
	plantsInAll: Decimal | undefined;
}

interface Measured {
	measure: AmountMeasure;
	amount: Decimal;
	/** The form that a typical weight is of. */
	form?: Form | undefined;
	estimate?: Amount['estimate'];
}

/** A quantity in grams, units or plants, as the edition measures the substance. Throws InputError where the unit does not fit. */
function measuredIn(given: Given, law: DrugLaw, path: string): Measured {
	const { substance, quantity, form, plantsInAll } = given;
	const amount = decimal(quantity.amount);
	const isLiquid = countedBy('milliliter', substance, law);
	if (quantity.unit === 'ml') {
		if (isLiquid) return { measure: 'milliliters', amount };
		throw wrongUnit(given, { isCounted: countedInUnits(substance, law), isLiquid }, law, path);
	}
	const grams = gramsPer(quantity.unit, law);
	const isCounted = countedInUnits(substance, law);
	if (grams !== undefined && !isCounted && !isLiquid) return { measure: 'grams', amount: times(amount, grams) };
	if (quantity.unit === 'plants') {
		const plants = plantsOf(substance, quantity.amount, plantsInAll, law);
		if (plants) return plants;
	} else if (isCounted && grams === undefined) return { measure: 'units', amount };
	else if (grams === undefined) {
		const each = weightOfOne(substance, quantity.unit, form, law);
		if (each) {
			const estimate = { count: `${quantity.amount} ${quantity.unit}`, each: each.grams, provision: each.provision };
			return { measure: 'grams', amount: times(amount, decimal(each.grams)), estimate, form: each.form };
		}
	}
	throw wrongUnit(given, { isCounted, isLiquid }, law, path);
}

/** The unit is not one in which the edition measures the substance. */
function wrongUnit(
	{ substance, quantity: { unit } }: Given,
	{ isCounted, isLiquid }: { isCounted: boolean; isLiquid: boolean },
	law: DrugLaw,
	path: string,
): InputError {
	const fitting = isCounted
		? 'units (pills, capsules or tablets)'
		: isLiquid
			? 'milliliters, such as "500 ml"'
			: 'a weight, such as "500 g"';
	const name = substanceName(substance, undefined, law);
	return new InputError('invalid-value', path, `${name} is not measured in ${unit} in this edition`, `give ${fitting}`);
}

const countedInUnits = (substance: string, law: DrugLaw): boolean =>
	(columnsBySubstance(law.quantity).get(substance) ?? []).some(({ measure }) => measure === 'units') ||
	countedBy('unit', substance, law);

const countedBy = (per: 'unit' | 'milliliter', substance: string, { conversions }: DrugLaw): boolean =>
	(linesBySubstance(conversions).get(substance) ?? []).some(({ line }) => line.per === per);

/** Plants by the column that counts them, or by what each weighs, which may turn on how many there are. */
function plantsOf(substance: string, count: string, inAll: Decimal | undefined, law: DrugLaw): Measured | undefined {
	const amount = decimal(count);
	if (columnOf(law, substance, 'mixture', 'plants')) return { measure: 'plants', amount };
	const { plants } = law.quantity;
	if (plants?.substance !== substance) return undefined;
	const each = plants.rows.find(({ fromPlants }) => (inAll ?? amount) >= decimal(`${fromPlants}`));
	if (each === undefined) return undefined;
	const estimate = { count: `${count} plants`, each: each.grams, provision: plants.provision };
	return { measure: 'grams', amount: times(amount, decimal(each.grams)), estimate };
}

/** What one dose, pill or capsule weighs where the edition says so. */
function weightOfOne(
	substance: string,
	unit: DrugQuantity['unit'],
	form: Form | undefined,
	law: DrugLaw,
): { grams: string; provision: string; form?: Form } | undefined {
	const { quantity, conversions } = law;
	const { dose } = quantity;
	if (dose?.substance === substance && unit === 'doses') return { grams: dose.grams, provision: dose.provision };
	const typical = conversions.typicalWeights.find(
		(one) => one.substance === substance && (form === undefined || (one.form ?? 'mixture') === form),
	);
	if (typical === undefined) return undefined;
	// A typical weight may be that of the drug itself; where the edition does not look that up, it is a low estimate of the mixture.
	const ofItself = typical.form !== undefined && columnOf(law, substance, typical.form) !== undefined;
	const provision = conversions.typicalWeightsCitation?.section ?? conversions.provision;
	return { grams: typical.grams, provision, ...(ofItself ? { form: typical.form as Form } : {}) };
}
