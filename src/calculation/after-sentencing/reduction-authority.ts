// Whether the court could go below the statutory minimum, for a reduction (§1B1.10(c)).
import { disagreement, factMissing } from '../../case/errors.ts';
import { compareMonths, inMonths, type Months } from '../../case/months.ts';
import type { CaseDocument } from '../../case/schema.ts';
import { statedAssistance } from '../../case/stated-assistance.ts';
import { key, said, type Words } from '../../case/wording.ts';
import { isLower } from '../../result/ranges.ts';
import type { Range } from '../../result/result.ts';
import type { DerivedRange, StatutoryLimits } from '../range/guideline-range.ts';
import type { Readings } from '../steps/readings.ts';
import type { Grounds } from './reduction-grounds.ts';
import type { ReductionRule } from './reduction-rule.ts';

/** The case, and the policy statement of the day of the order that it is held against. */
interface Asked {
	document: CaseDocument;
	rule: ReductionRule;
	readings: Readings;
}

/** The statutory minimum of the case, and the ranges with and without it. */
interface Statutes {
	minimum: StatutoryLimits['minimum'];
	original: Range;
	amended: Range;
	tableRange: Range;
}

/**
 * Whether the amended range is taken without regard to §5G1.1: where the court had authority to go below the statutory
 * minimum for substantial assistance (§1B1.10(c)). Before the policy statement said so, courts were divided, and the
 * question is noted, unless the list or the day of the order bars a reduction by either answer. Throws InputError `facts-missing` where it matters and is not known.
 */
export function ignoresStatutes({ document, rule, readings }: Asked, grounds: Grounds, statutes: Statutes): boolean {
	if (rule.withoutStatutoryMinimum !== undefined) return couldGoBelow(document, grounds, statutes);
	const isOpen = grounds.reaches && grounds.refusals.length === 0;
	return isOpen && couldGoBelow(document, grounds, statutes) && readings.other('minimum-after-assistance');
}

/**
 * What bars a reduction where the statutory minimum took the place of the whole range: a sentence for substantial
 * assistance, at that minimum or below it, was not based on that range (18 U.S.C. § 3582(c)(2)). §1B1.10(c) cannot enlarge
 * the statute. For an order before the decision that settled it, the question is noted. Throws InputError `facts-missing`
 * where the sentence is below the minimum and the case does not say what let the court go there.
 */
export function displacedRefusals(
	{ document, rule: { displacedRange: rule }, readings }: Asked,
	grounds: Grounds,
	minimum: StatutoryLimits['minimum'],
	original: DerivedRange,
): Grounds['refusals'] {
	if (!rule || minimum === undefined || !grounds.reaches) return [];
	if (original.effect.minimum !== 'becomes-guideline-sentence') return [];
	const { sentenceImposedMonths: sentence, reduction } = document;
	const isBelow = sentence !== undefined && compareMonths(sentence, minimum) < 0;
	const isDecided = grounds.refusals.length > 0;
	const isSettled = (reduction?.orderDate ?? '') >= rule.settledFrom;
	if (isBelow && isSettled && !isDecided) checkWhatLiftedIt(document, minimum);
	const stated = statedAssistance(document);
	const wasAssisted = isBelow ? stated === true : statedAuthority(document, minimum) === true;
	if (!wasAssisted) return [];
	if (!isSettled && (isDecided || readings.other('range-displaced-by-minimum'))) return [];
	const { provision, case: decision } = rule;
	const term = minimum === 'life' ? 'life' : `${minimum} months`;
	const where = isBelow ? 'the sentence below it, for substantial assistance,' : 'the sentence';
	const description = `the statutory minimum of ${term} replaced the whole range, so ${where} was not based on a range that the amendment lowers (${decision})`;
	return [{ provision, description }];
}

/** The safety valve leaves the range in its place, assistance does not (§5C1.2, 18 U.S.C. § 3553(e), (f)), so the case must say which. */
function checkWhatLiftedIt(document: CaseDocument, minimum: Months): void {
	if (document.statutoryMinimumRelief !== undefined || statedAssistance(document) !== undefined) return;
	throw factMissing('/statutoryMinimumRelief', {
		question: `The sentence is below the statutory minimum of ${inMonths(minimum)}. Which allowed that, the safety valve or substantial assistance?`,
		problem: 'The sentence can be reduced only if the safety valve allowed it',
	});
}

/** Whether the court could go below the minimum, asked where the amended range turns on it. */
function couldGoBelow(
	document: CaseDocument,
	grounds: Grounds,
	{ minimum, original, amended, tableRange }: Statutes,
): boolean {
	if (minimum === undefined) return false;
	const stated = statedAuthority(document, minimum);
	if (stated !== undefined) return stated;
	const { sentenceImposedMonths: sentence, reduction } = document;
	const isSame = !isLower(tableRange, amended) && !isLower(amended, tableRange);
	if (sentence === undefined || isSame || !grounds.reaches) return false;
	const answered = reduction?.substantialAssistance;
	const matters = grounds.refusals.length === 0 && compareMonths(sentence, original.minimumMonths) < 0;
	if (answered === undefined ? !matters : !answered) return false;
	if (grounds.refusals.length > 0) return assisted(document) && compareMonths(sentence, minimum) < 0;
	return hasAuthority(document, sentence, minimum);
}

/**
 * Whether the court could go below the statutory minimum (18 U.S.C. § 3553(e)). A sentence below it for substantial
 * assistance shows that; else the case must say. Throws InputError `facts-missing` where it does not.
 */
export function hasAuthority(document: CaseDocument, sentence: Months, minimum: Months): boolean {
	const stated = statedAuthority(document, minimum);
	if (stated !== undefined) return stated;
	if (!assisted(document)) return false;
	if (compareMonths(sentence, minimum) < 0) return true;
	throw factMissing('/reduction/authorityBelowMinimum', {
		question: "Did the government's motion give authority to go below the statutory minimum (18 U.S.C. § 3553(e))?",
		problem: 'Only then does §1B1.10(c) set that minimum aside',
		remedy: said`give ${key('reduction/authorityBelowMinimum')}`,
	});
}

/** What the case says of the authority. Throws InputError where that does not agree with the motion or the sentence. */
export function statedAuthority(document: CaseDocument, minimum: Months): boolean | undefined {
	const { reduction, sentenceImposedMonths: sentence } = document;
	const { authorityBelowMinimum: authority, substantialAssistance } = reduction ?? {};
	const byRelief = document.statutoryMinimumRelief === 'substantial-assistance' ? true : undefined;
	const refuse = (other: Words): never => {
		throw disagreement('/reduction/authorityBelowMinimum', said`${String(authority)} does not agree with ${other}`);
	};
	if (authority && substantialAssistance === false) refuse('substantialAssistance, which is false');
	if (authority === false && byRelief) refuse(said`${key('statutoryMinimumRelief')}, which is substantial-assistance`);
	const isBelow = sentence !== undefined && compareMonths(sentence, minimum) < 0;
	if (authority === false && isBelow && substantialAssistance) {
		refuse(`a sentence for substantial assistance of ${sentence} months, below the statutory minimum`);
	}
	return authority ?? byRelief;
}

/** Whether the sentence was below the range on the government's motion. Throws InputError `facts-missing` where the case does not say. */
export function assisted(document: CaseDocument): boolean {
	const stated = statedAssistance(document);
	if (stated !== undefined) return stated;
	throw factMissing('/reduction/substantialAssistance', {
		question: "Was the sentence below the range on the government's motion for substantial assistance?",
		problem: 'The sentence may go below the amended minimum only if it was',
		remedy: said`give ${key('reduction/substantialAssistance')}`,
	});
}
