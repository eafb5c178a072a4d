// The subparagraph of 21 U.S.C. § 841(b)(1) or § 960(b) for the drugs charged.
import { longDate } from '../../case/dates.ts';
import { drugQuantity } from '../../case/drug-quantity.ts';
import type { GivenDrug } from '../../case/drugs-schema.ts';
import { disagreement, factMissing, InputError, shown } from '../../case/errors.ts';
import { offenseDayOf } from '../../case/offense-day.ts';
import type { CaseDocument } from '../../case/schema.ts';
import { key, said } from '../../case/wording.ts';
import type { DrugTiers } from '../../law/drug-schema.ts';
import type { Provisions } from '../../law/schema.ts';
import { type Amount, amountOf } from '../chapter-two/drugs/amounts.ts';
import { type Decimal, decimal, sum } from '../chapter-two/drugs/decimal.ts';
import { type DrugLaw, drugLawOf, type Form } from '../chapter-two/drugs/drug-law.ts';
import { substanceName } from '../chapter-two/drugs/substances.ts';
import { isInForce } from './row-in-force.ts';

type Tiers = DrugTiers['statutes'][number];
type Threshold = Tiers['tiers'][number]['thresholds'][number];

/**
 * The case with the subparagraph in place of each count that states what was charged, under the law on the date of the
 * offense (21 U.S.C. §§ 841(b), 960(b)): each drug by itself, never added to another, and the heaviest decides. Throws
 * InputError where the statute does not turn on drugs, the date is missing and decides, or a drug is in none of its classes.
 */
export function withChargedDrugs(document: CaseDocument, provisions: Provisions): CaseDocument {
	const { statutes } = document;
	if (!statutes?.some((count) => typeof count === 'object' && 'drugs' in count && count.drugs !== undefined))
		return document;
	return {
		...document,
		statutes: statutes.map((count, index) => {
			if (typeof count !== 'object' || !('drugs' in count) || count.drugs === undefined) return count;
			const { drugs, ...rest } = count;
			const path = `/statutes/${index}`;
			const ofObject = rest.object !== undefined && tiersOf(rest.object, provisions) !== undefined;
			const tiers = tiersOf(ofObject ? rest.object : rest.id, provisions);
			if (tiers === undefined) throw notOfDrugs(rest.id, path, provisions);
			const id = tierOf({ drugs, path }, tiers, offenseDayOf(document), provisions);
			return ofObject ? { ...rest, object: id } : { ...rest, id };
		}),
	};
}

const tiersOf = (id: string | undefined, provisions: Provisions): Tiers | undefined =>
	provisions['drug-tiers'].statutes.find((one) => one.id === id?.replaceAll(' ', ''));

function notOfDrugs(id: string, path: string, provisions: Provisions): InputError {
	const known = provisions['drug-tiers'].statutes.map((one) => one.id).join(' or ');
	return disagreement(
		`${path}/drugs`,
		`${shown(id)} does not use drugs: drugs select the subparagraph only under ${known}`,
		'Name that, or leave the drugs out',
	);
}

function tierOf(
	{ drugs, path }: { drugs: readonly GivenDrug[]; path: string },
	tiers: Tiers,
	offenseDate: string | undefined,
	provisions: Provisions,
): string {
	const law = drugLawOf(provisions);
	const [scheduleThree, ...lighter] = tiers.classes.map(({ id }) => id);
	// The heaviest first: schedule III is punished more than small amounts of marihuana, these as schedule IV.
	const order = [...tiers.tiers.map(({ id }) => id), tiers.otherwise, scheduleThree, tiers.light.id, ...lighter];
	const amounts = drugs.map((drug, index) => chargedAmount(drug, law, `${path}/drugs/${index}`));
	const found = together(amounts).map((amount) => tierOfOne(amount, tiers, offenseDate, law));
	return found.reduce((heaviest, id) => (order.indexOf(id) < order.indexOf(heaviest) ? id : heaviest));
}

/** What was charged: plants are counted, LSD has the weight of its paper, and no weight is worked out from a number of doses. */
function chargedAmount(drug: GivenDrug, law: DrugLaw, path: string): Amount {
	const { unit, amount } = drugQuantity(drug.quantity, `${path}/quantity`);
	const measured = amountOf(drug, law, path);
	if (unit === 'plants') return { ...measured, measure: 'plants', forms: new Map([['mixture', decimal(amount)]]) };
	if (measured.estimate === undefined) return measured;
	const problem = `the statute depends on weight, but ${shown(drug.quantity)} is not a weight`;
	throw new InputError('invalid-value', `${path}/quantity`, problem, 'give the weight charged, with any carrier');
}

/** What a count charges of one drug is one quantity, however many entries give it; beside that each entry stands as it is. */
function together(amounts: readonly Amount[]): Amount[] {
	const sums = amounts.flatMap((first, index): Amount[] => {
		const alike = amounts.filter(
			({ substance, measure }) => substance === first.substance && measure === first.measure,
		);
		if (alike.length === 1 || amounts.indexOf(alike[0] as Amount) !== index) return [];
		const forms = [...first.forms.keys()].flatMap((form): [Form, Decimal][] => {
			const weights = alike.flatMap((each) => weightOf(each, form) ?? []);
			return weights.length === alike.length ? [[form, sum(weights)]] : [];
		});
		return forms.length === 0 ? [] : [{ ...first, forms: new Map(forms) }];
	});
	return [...sums, ...amounts];
}

/** The weight to hold against a threshold: ice is a mixture to the statute. */
function weightOf({ forms }: Amount, form: Form): Decimal | undefined {
	return form === 'mixture' ? (forms.get('mixture') ?? forms.get('ice')) : forms.get(form);
}

function tierOn(offenseDate: string, amount: Amount, tiers: Tiers, law: DrugLaw): string {
	const heaviest = tiers.tiers.find(({ thresholds }) =>
		thresholds.some((one) => isReached(one, amount) && isInForce(one, offenseDate)),
	);
	if (heaviest) return heaviest.id;
	const { light, classes, otherwise, otherwiseGroups } = tiers;
	const weight = weightOf(amount, 'mixture') ?? weightOf(amount, 'actual') ?? 0n;
	const isLight = light.limits.some(
		({ substance, measure, below }) =>
			substance === amount.substance && measure === amount.measure && weight < decimal(below),
	);
	if (isLight) return light.id;
	const ofClass = classes.find(({ substances }) => substances.includes(amount.substance));
	if (ofClass) return ofClass.id;
	const groups = law.conversions.groups.filter(({ id }) => otherwiseGroups.includes(id));
	const isHeld =
		groups.some(({ conversions }) => conversions.some(({ substance }) => substance === amount.substance)) ||
		tiers.tiers.some(({ thresholds }) => thresholds.some(({ substance }) => substance === amount.substance));
	if (isHeld) return otherwise;
	throw new InputError(
		'statute-not-held',
		amount.path,
		`the schedule of ${substanceName(amount.substance, undefined, law)} is not held`,
		`name the subparagraph of the statute instead of the drugs, such as ${shown(otherwise)}`,
	);
}

function isReached({ substance, form, measure, from }: Threshold, amount: Amount): boolean {
	const weight = weightOf(amount, form ?? 'mixture');
	return (
		substance === amount.substance && measure === amount.measure && weight !== undefined && weight >= decimal(from)
	);
}

/** The subparagraph for one drug; without a date, where it was the same at all times. Throws InputError where it was not. */
function tierOfOne(amount: Amount, tiers: Tiers, offenseDate: string | undefined, law: DrugLaw): string {
	if (offenseDate !== undefined) return tierOn(offenseDate, amount, tiers, law);
	const days = tiers.tiers.flatMap(({ thresholds }) =>
		thresholds.filter(({ substance }) => substance === amount.substance).map(({ offensesFrom }) => offensesFrom),
	);
	const changes = [...new Set(days)].sort();
	const found = new Set((changes.length === 0 ? [''] : changes).map((day) => tierOn(day, amount, tiers, law)));
	const [only] = found;
	if (only !== undefined && found.size === 1) return only;
	const since = changes.slice(1).map(longDate).join(' and on ');
	throw factMissing('/offenseDate', {
		question: 'When was the offense committed?',
		problem: `The amount of ${substanceName(amount.substance, undefined, law)} that sets its penalty changed on ${since}`,
		remedy: said`Give ${key('offenseDate')}`,
	});
}
