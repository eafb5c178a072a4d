import type { Category } from '../../case/category.ts';
import { longDate } from '../../case/dates.ts';
import { InputError, shown } from '../../case/errors.ts';
import { compareMonths } from '../../case/months.ts';
import type { CaseDocument } from '../../case/schema.ts';
import { editionOn, provisionsOf } from '../../law/editions.ts';
import type { Law, Provisions } from '../../law/schema.ts';
import { categoryOfPoints } from '../../law/sentencing-table.ts';
import { type DerivedRange, deriveRange, isLower, type Range, type StatutoryLimits } from '../range/chapter-five.ts';
import { termsApart } from '../range/whole-range.ts';
import type { Result } from '../result.ts';
import type { Readings } from '../steps/readings.ts';
import { editionWarnings, type Warning } from '../warnings.ts';
import { type Amendment, amendmentOf } from './covered-amendments.ts';
import { amendmentWarnings } from './reduction-amendments.ts';
import { displacedRefusals, ignoresStatutes } from './reduction-authority.ts';
import {
	comparableUnknownWarning,
	type Extent,
	extentOf,
	type Ranges,
	type ReductionRule,
} from './reduction-extent.ts';
import { groundsOf } from './reduction-grounds.ts';
import { totalsOf } from './reduction-totals.ts';

/** Whether and how far the sentence may be reduced after an amendment (§1B1.10, 18 U.S.C. § 3582(c)(2)). */
export interface Reduction extends Extent {
	provision: string;
	/** The policy statement of the day of the order governs (§1B1.10, n.9). */
	policyStatementOf: string;
	orderDate: string;
	amendment: Amendment | null;
	/** The range that applied at sentencing, with the statutory minimum. */
	originalRange: Range;
	amended: { offenseLevel: number; criminalHistoryCategory: Category; tableRange: Range; range: Range };
	lowersRange: boolean;
}

/** What the reduction takes from the calculation of the case as sentenced. */
interface Sentencing {
	stated: StatutoryLimits;
	readings: Readings;
	calculateUnder: (document: CaseDocument, amendedCategory?: Category) => Result;
}

type Given = NonNullable<CaseDocument['reduction']>;

/**
 * The reduction that the case asks for; undefined where it asks for none. `calculateUnder` works out a case in the
 * edition of the sentence, also with the category of the points as amended: one that a provision commands stays. Throws
 * InputError where a fact is missing that the policy statement of that day asks for.
 */
export function reductionOf(
	document: CaseDocument,
	law: Law,
	{ stated, readings, calculateUnder }: Sentencing,
): { reduction: Reduction; warnings: Warning[] } | undefined {
	const { reduction: given, ...sentenced } = document;
	if (given === undefined) return undefined;
	refuseBeforeSentence(document, given);
	refuseServedBeyondSentence(document, given);
	const order = editionOn(law, given.orderDate, 'in force on the day of the order', '/reduction/orderDate');
	const rule = ruleOf(law, order.effectiveDate);
	const amendment = amendmentOf(given.amendment, law, order.effectiveDate);
	const asSentenced = calculateUnder(sentenced);
	const groundsOfList = groundsOf(document, rule, amendment, { asSentenced, law, readings });
	const provisions = provisionsOf(law, asSentenced.edition.effectiveDate);
	const asAmended = groundsOfList.reaches
		? calculateUnder(amendedCase(sentenced, given, amendment), amendedCategory(given, provisions))
		: asSentenced;
	const limits = limitsOf(document, stated, asSentenced);
	const category = asAmended.criminalHistoryCategory;
	const totals = totalsOf(asSentenced, document, limits.minimum, {
		sentenced: (changes) => calculateUnder({ ...withoutRelief(sentenced), ...changes }),
		amended: (changes, of) => {
			const relieved = { ...withoutRelief(sentenced), ...changes };
			const other = groundsOfList.reaches ? amendedCase(relieved, given, amendment) : relieved;
			return calculateUnder(other, of === 'amended' ? amendedCategory(given, provisions) : undefined);
		},
	});
	const original = deriveRange(provisions, asSentenced.offenseLevel.total, asSentenced.criminalHistoryCategory, limits);
	const displaced = totals ? [] : displacedRefusals(document, rule, groundsOfList, limits.minimum, original, readings);
	const grounds = { ...groundsOfList, refusals: [...groundsOfList.refusals, ...displaced] };
	const amended = deriveRange(provisions, asAmended.offenseLevel.total, category, limits);
	const tableRange = ends(amended.decidingCell);
	const minimum = totals?.minimum ?? limits.minimum;
	const originalRange = totals?.original ?? original.range;
	const withStatutes = {
		minimum,
		original: originalRange,
		amended: totals?.amended(false) ?? amended.range,
		tableRange: totals?.amended(true) ?? tableRange,
	};
	const ignored = ignoresStatutes(document, rule, grounds, withStatutes, readings);
	const rangeShown = ({ decidingCell, range }: DerivedRange) => (ignored ? ends(decidingCell) : range);
	const range = totals?.amended(ignored) ?? rangeShown(amended);
	const ranges: Ranges = {
		original: originalRange,
		amended: range,
		originalCell: totals ? originalRange : original.cell,
		amendedCell: totals ? range : amended.cell,
		...(minimum === undefined ? {} : { statutoryMinimum: { months: minimum, provision: provisions['5K1.1'].statute } }),
	};
	/** The range of the amendment with the category as sentenced; one that asks for no points does not reach these. */
	const alone = () => {
		if (amendment?.adds) return originalRange;
		if (totals) return totals.alone();
		const { total } = asAmended.offenseLevel;
		return rangeShown(deriveRange(provisions, total, asSentenced.criminalHistoryCategory, limits));
	};
	const extent = extentOf(document, rule, amendment, ranges, grounds);
	return {
		reduction: {
			provision: rule.provision,
			policyStatementOf: order.effectiveDate,
			orderDate: given.orderDate,
			amendment: amendment ?? null,
			originalRange,
			amended: { offenseLevel: asAmended.offenseLevel.total, criminalHistoryCategory: category, tableRange, range },
			lowersRange: isLower(range, originalRange),
			...extent,
		},
		warnings: [
			...(asSentenced.edition.verified ? editionWarnings(order, law) : []),
			...(grounds.warnings ?? []),
			...(grounds.reaches ? amendmentWarnings(document, law, amendment, { asSentenced, category, rule, alone }) : []),
			...orderBeforeEditionWarning(given, asSentenced),
			...acceptanceWarning(asSentenced, asAmended),
			...armedCareerWarning(asSentenced, asAmended),
			...allAmendmentsWarning(rule),
			...consecutiveTermWarning(asSentenced),
			...comparableUnknownWarning(document, rule, ranges, extent),
		],
	};
}

function ruleOf(law: Law, effectiveDate: string): ReductionRule {
	const rule = provisionsOf(law, effectiveDate)['1B1.10'];
	if (rule.inForce) return rule;
	throw new InputError(
		'reduction-not-in-force',
		'/reduction/orderDate',
		`${rule.provision} begins ${longDate(rule.begins)}; give a later day`,
	);
}

/** A minimum that the safety valve lifted never entered the range; one that only substantial assistance pierces did. */
function limitsOf(document: CaseDocument, stated: StatutoryLimits, { relief }: Result): StatutoryLimits {
	const lifted = relief?.granted === true && document.statutoryMinimumRelief !== 'substantial-assistance';
	return {
		...stated,
		minimum: lifted ? relief.stillBinds?.minimumMonths : stated.minimum,
		leastRange: relief?.leastRange,
	};
}

function refuseBeforeSentence({ sentencingDate }: CaseDocument, { orderDate }: Given): void {
	if (sentencingDate === undefined || orderDate >= sentencingDate) return;
	throw new InputError(
		'disagrees',
		'/reduction/orderDate',
		`${shown(orderDate)} is before the sentencing date, ${shown(sentencingDate)}; correct one of them`,
	);
}

function refuseServedBeyondSentence(
	{ sentenceImposedMonths: sentence }: CaseDocument,
	{ timeServedMonths }: Given,
): void {
	if (sentence === undefined || timeServedMonths === undefined || compareMonths(timeServedMonths, sentence) <= 0)
		return;
	throw new InputError(
		'disagrees',
		'/reduction/timeServedMonths',
		`${timeServedMonths} served contradicts the sentence imposed, ${sentence}: in months, no more is served than was imposed; give both as they were`,
	);
}

function withoutRelief({ statutoryMinimumRelief: _, ...document }: CaseDocument): CaseDocument {
	return document;
}

const ends = ({ minimumMonths, maximumMonths }: Range): Range => ({ minimumMonths, maximumMonths });

/** The case with what the amendment changes, and every other decision as it was (§1B1.10(b)(1)). */
function amendedCase(sentenced: CaseDocument, given: Given, amendment: Amendment | undefined): CaseDocument {
	const { levels, baseOffenseLevel, criminalHistoryPoints, criminalHistoryCategory } = given;
	const changes = [levels, baseOffenseLevel, criminalHistoryPoints, criminalHistoryCategory];
	if (amendment?.changes !== undefined && amendment.adds === undefined && changes.every((one) => one === undefined)) {
		throw new InputError(
			'facts-missing',
			'/reduction/levels',
			`what does ${amendment.name} change in this case? It amends ${amendment.changes}; give levels, baseOffenseLevel, criminalHistoryPoints or criminalHistoryCategory`,
		);
	}
	if (baseOffenseLevel !== undefined && (levels !== undefined || sentenced.guideline !== undefined)) {
		throw new InputError(
			'disagrees',
			'/reduction/baseOffenseLevel',
			`${shown(baseOffenseLevel)} cannot stand beside ${levels === undefined ? 'guideline' : 'levels'}; give the change as levels alone`,
		);
	}
	const provision = amendment?.adds?.provision ?? `App. C, amend. ${given.amendment ?? 'none'}`;
	const change = levels ?? amendment?.adds?.levels;
	const adjustments = change === undefined ? [] : [{ levels: change, provision, label: 'as amended' }];
	return {
		...sentenced,
		...(baseOffenseLevel === undefined ? {} : { baseOffenseLevel }),
		...(sentenced.acceptance === 3 ? { acceptance: 'full' as const } : {}),
		adjustments: [...(sentenced.adjustments ?? []), ...adjustments],
	};
}

function amendedCategory(given: Given, provisions: Provisions): Category | undefined {
	const { criminalHistoryPoints: points, criminalHistoryCategory: category } = given;
	const ofPoints = points === undefined ? undefined : categoryOfPoints(provisions['sentencing-table'], points);
	if (category !== undefined && ofPoints !== undefined && category !== ofPoints) {
		throw new InputError(
			'disagrees',
			'/reduction/criminalHistoryCategory',
			`category ${category} does not agree with ${points} criminal history points, which are category ${ofPoints}; correct one of them`,
		);
	}
	return category ?? ofPoints;
}

/** No sentence under a Manual comes before it, and no reduction of that sentence. */
function orderBeforeEditionWarning({ orderDate }: Given, { edition }: Result): Warning[] {
	if (orderDate >= edition.effectiveDate) return [];
	const message = `the order of ${longDate(orderDate)} is earlier than the Manual used at sentencing, which took effect on ${longDate(edition.effectiveDate)}: no sentence under it could yet be reduced. Correct the edition or the day of the order`;
	return [{ code: 'reduction-before-edition', message }];
}

function acceptanceWarning(sentenced: Result, amended: Result): Warning[] {
	const [before, after] = [sentenced.offenseLevel.acceptance, amended.offenseLevel.acceptance];
	if (before === after) return [];
	const message = `the amended level is too low for the third level of acceptance, so the amended range counts ${-after} in place of ${-before}; if that decision is held unaffected, the amended level is ${after - before} lower`;
	return [{ code: 'reduction-acceptance', message }];
}

/** The least level and category of §4B1.4 hold in the amended range too. */
function armedCareerWarning(sentenced: Result, amended: Result): Warning[] {
	if (amended === sentenced) return [];
	const found = amended.warnings.filter(({ code }) => code === 'armed-career-criminal');
	return found.map(({ code, message }) => ({ code, message: `of the amended range: ${message}` }));
}

/** A term that the statute sets and that runs after the others is no part of what an amendment can lower (§5G1.2(a)). */
function consecutiveTermWarning(result: Result): Warning[] {
	const term = termsApart(result);
	if (term === undefined) return [];
	const message = `the sentence is compared with a range that leaves out the consecutive term under ${term.provisions.join(', ')}: sentenceImposedMonths must be the sentence on the other counts alone, and that term runs on top of whatever they are reduced to`;
	return [{ code: 'reduction-consecutive-term', message }];
}

/** Before only the listed amendments counted, the amended range was that of the whole Manual of the day. */
function allAmendmentsWarning({ amendedRange }: ReductionRule): Warning[] {
	if (amendedRange.onlyListedAmendments) return [];
	const message = `on that day the amended range counts every amendment since sentencing, as if sentence were passed anew (${amendedRange.provision}); the change given must be that of them all`;
	return [{ code: 'reduction-all-amendments', message }];
}
