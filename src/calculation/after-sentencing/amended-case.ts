// The case as amendments after the sentence change it.
import { type Category, categories } from '../../case/category.ts';
import { disagreement, factMissing, InputError, shown } from '../../case/errors.ts';
import { compareMonths } from '../../case/months.ts';
import type { CaseDocument } from '../../case/schema.ts';
import { key, said } from '../../case/wording.ts';
import type { Provisions } from '../../law/schema.ts';
import { categoryOfPoints } from '../../law/sentencing-table.ts';
import type { Amendment, Result } from '../../result/result.ts';
import { capitalized } from '../steps/sentence.ts';

type Given = NonNullable<CaseDocument['reduction']>;

/** The names of several amendments as a sentence has them. */
export const namesOf = (amendments: readonly Amendment[]): string => amendments.map(({ name }) => name).join(' and ');

/** The levels that amendments change in every case they reach; undefined where none of them does. */
export function fixedLevels(amendments: readonly Amendment[]): number | undefined {
	const fixed = amendments.flatMap(({ adds }) => adds?.levels ?? []);
	return fixed.length === 0 ? undefined : fixed.reduce((sum, levels) => sum + levels, 0);
}

/**
 * The case with what the amendments change, and every other decision as it was (§1B1.10(b)(1)). Throws InputError where the
 * case does not say what a listed amendment changes in it, or says it twice. `ofDrugs` is what the amendments change in the
 * level of its drugs, which the calculation takes off where that level is found.
 */
export function amendedCase(
	sentenced: CaseDocument,
	given: Given,
	amendments: readonly Amendment[],
	ofDrugs: number | undefined,
): CaseDocument {
	const { levels, baseOffenseLevel } = given;
	askForChange(given, ofDrugs === undefined ? amendments : amendments.filter((one) => !one.ofDrugQuantity));
	if (baseOffenseLevel !== undefined && (levels !== undefined || sentenced.guideline !== undefined)) {
		throw disagreement(
			'/reduction/baseOffenseLevel',
			`${shown(baseOffenseLevel)} cannot be given together with ${levels === undefined ? 'guideline' : 'levels'}`,
			'give the change in levels only',
		);
	}
	const [only] = amendments;
	const numbers = amendments.map(({ id }) => id).join(', ');
	const cited =
		amendments.length === 0 ? 'amend. none' : `${amendments.length === 1 ? 'amend.' : 'amends.'} ${numbers}`;
	const provision = amendments.length === 1 && only?.adds ? only.adds.provision : `App. C, ${cited}`;
	const change = levels ?? fixedLevels(amendments);
	const adjustments = change === undefined ? [] : [{ levels: change, provision, label: 'as amended' }];
	return {
		...sentenced,
		// Beside drugs a level is the one of the Manual of the sentence.
		...(ofDrugs === undefined ? {} : { baseOffenseLevel: undefined }),
		...(baseOffenseLevel === undefined ? {} : { baseOffenseLevel }),
		...(sentenced.acceptance === 3 ? { acceptance: 'full' as const } : {}),
		adjustments: [...(sentenced.adjustments ?? []), ...adjustments],
	};
}

/** Whether the case says itself what the amendments change. */
export const statesChange = (given: Given): boolean =>
	[given.levels, given.baseOffenseLevel, given.criminalHistoryPoints, given.criminalHistoryCategory].some(
		(one) => one !== undefined,
	);

/** A listed amendment whose change is not the same in every case must be given with it. */
function askForChange(given: Given, amendments: readonly Amendment[]): void {
	if (statesChange(given)) return;
	const open = amendments.filter((one) => one.listed && one.adds === undefined && one.changes !== undefined);
	if (open.length === 0) return;
	const amends = open.map(({ name, changes: what }) => `${name} amends ${what}`).join(', and ');
	throw factMissing('/reduction/levels', {
		question: `What does ${namesOf(open)} change in this case?`,
		problem: capitalized(amends),
		remedy: said`give ${key('reduction/levels')}, ${key('reduction/baseOffenseLevel')}, ${key('reduction/criminalHistoryPoints')} or ${key('reduction/criminalHistoryCategory')}`,
	});
}

/** The category as amended, where the case gives one or the points that make it. Throws InputError where the two disagree. */
export function amendedCategory(given: Given, provisions: Provisions): Category | undefined {
	const { criminalHistoryPoints: points, criminalHistoryCategory: category } = given;
	const ofPoints = points === undefined ? undefined : categoryOfPoints(provisions['sentencing-table'], points);
	if (category !== undefined && ofPoints !== undefined && category !== ofPoints) {
		throw disagreement(
			'/reduction/criminalHistoryCategory',
			`category ${category} does not agree with ${points} criminal history points, which are category ${ofPoints}`,
		);
	}
	return category ?? ofPoints;
}

/** An order before the sentence, or more time served than was imposed. Throws InputError `disagrees`. */
export function refuseImpossibleOrder({ sentencingDate, sentenceImposedMonths }: CaseDocument, given: Given): void {
	const { orderDate, timeServedMonths } = given;
	if (sentencingDate !== undefined && orderDate < sentencingDate) {
		throw disagreement(
			'/reduction/orderDate',
			`${shown(orderDate)} is before the sentencing date, ${shown(sentencingDate)}`,
		);
	}
	if (sentenceImposedMonths === undefined || timeServedMonths === undefined) return;
	if (compareMonths(timeServedMonths, sentenceImposedMonths) <= 0) return;
	throw disagreement(
		'/reduction/timeServedMonths',
		`the time served, ${timeServedMonths} months, is longer than the sentence imposed, ${sentenceImposedMonths} months`,
		'correct one of them',
	);
}

/**
 * A listed amendment lowers a range or leaves it: a change that raises the level, the points or the category is a slip of
 * the sign, or of another case. Throws InputError `disagrees`.
 */
export function refuseRaised(sentenced: CaseDocument, given: Given, asSentenced: Result): void {
	const { levels, baseOffenseLevel: base, criminalHistoryPoints: points, criminalHistoryCategory: category } = given;
	const refuse = (field: string, message: string): never => {
		throw new InputError('disagrees', `/reduction/${field}`, message);
	};
	const only = 'a listed amendment never raises it (§1B1.10(a))';
	if (levels !== undefined && levels > 0) {
		refuse(
			'levels',
			`+${levels} would raise the offense level, but ${only}. Give the change with a minus sign, such as -${levels}`,
		);
	}
	if (base !== undefined && sentenced.baseOffenseLevel !== undefined && base > sentenced.baseOffenseLevel) {
		const before = `the base offense level at sentencing, ${sentenced.baseOffenseLevel}`;
		refuse('baseOffenseLevel', `${base} is above ${before}, but ${only}. Correct one of them`);
	}
	const before = asSentenced.criminalHistory?.points ?? sentenced.criminalHistoryPoints;
	if (points !== undefined && before !== undefined && points > before) {
		refuse(
			'criminalHistoryPoints',
			`${points} is above the points at sentencing, ${before}, but a listed amendment never raises them (§1B1.10(a)). Correct one of them`,
		);
	}
	const was = asSentenced.criminalHistoryCategory;
	if (category !== undefined && categories.indexOf(category) > categories.indexOf(was)) {
		refuse(
			'criminalHistoryCategory',
			`${category} is above the category at sentencing, ${was}, but ${only}. Correct one of them`,
		);
	}
}
