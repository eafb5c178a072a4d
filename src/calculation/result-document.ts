// The result document, put together from what the parts of the calculation found.
import type { Provisions } from '../law/schema.ts';
import { definedFields } from '../result/defined-fields.ts';
import { positionIn } from '../result/ranges.ts';
import type { Range, Result, StatuteOfConviction } from '../result/result.ts';
import { turnsOnPriorsAlone } from './chapter-two/chapter-two.ts';
import type { GuidelineFound } from './chapter-two/guideline.ts';
import { ceilingOf, floorOf } from './range/floor-and-ceiling.ts';
import { setTermStep } from './total-range/set-term.ts';
import type { WorkedOut } from './worked-out.ts';

/** What the answer has beside the ranges; undefined where it is not wanted. */
interface Beside {
	fastTrack: Result['fastTrack'] | undefined;
	/** The fields that the range and the class of the offense decide. */
	after: object | undefined;
	sensitivity: Result['sensitivity'] | undefined;
	disputedFacts: Result['disputedFacts'] | undefined;
	reduction: Result['reduction'] | undefined;
	warnings: Result['warnings'];
}

/** The result of a case. Fields that are not wanted, and those that do not apply, are not there. */
export function resultOf(found: WorkedOut, beside: Beside): Result {
	const { document, provisions, penalties, level, category, limits, derived, total } = found;
	const { cell, range } = derived;
	const { setTerm, minimum, maximum } = limits;
	const { totalRange } = total;
	return definedFields({
		id: document.id,
		caption: document.caption,
		edition: found.edition,
		offenseLevel: level.parts,
		chapterTwo: chapterTwoOf(level.chapterTwo, provisions),
		drugQuantity: level.chapterTwo?.drugs?.found,
		criminalHistoryCategory: category,
		criminalHistory: found.history?.history,
		tableRange: { ...cell },
		guidelineRange: range,
		guidelineSentence: setTerm && { ...range, provisions: setTerm.provisions },
		totalRange,
		statutoryEffect: effectOf(found),
		relief: found.relief.relief,
		floor: minimum ? floorOf(provisions, category, minimum) : undefined,
		ceiling: maximum && maximum !== 'life' ? ceilingOf(provisions, category, maximum) : undefined,
		fastTrack: beside.fastTrack,
		sentenceImposed: sentenceImposed(document.sentenceImposedMonths, totalRange ?? range),
		statutes: inTotalRange(penalties.statutes, totalRange ? total.firearm : []),
		...beside.after,
		sensitivity: beside.sensitivity,
		disputedFacts: beside.disputedFacts,
		reduction: beside.reduction,
		steps: [...level.steps, ...total.steps, ...(setTerm ? [setTermStep(setTerm, level.parts.total)] : [])],
		warnings: beside.warnings,
	}) as Result;
}

/**
 * The guideline of the case; what its drugs come to stands beside it in the result. One that turns on priors alone leaves
 * nothing open, and its steps say what each increase rests on.
 */
function chapterTwoOf(found: GuidelineFound | undefined, provisions: Provisions): Result['chapterTwo'] {
	const guideline = provisions.guideline(found?.guideline);
	if (found === undefined || (guideline && turnsOnPriorsAlone(guideline))) return undefined;
	const { drugs: _, ...chapterTwo } = found;
	return chapterTwo;
}

/** What the limits do to the range; a minimum from which relief was granted does nothing. */
function effectOf({
	relief: { relief },
	penalties,
	limits,
	derived: { effect },
}: WorkedOut): Result['statutoryEffect'] {
	const isRelieved = relief?.granted === true && penalties.limits.minimum !== undefined && limits.minimum === undefined;
	return isRelieved ? { ...effect, minimum: 'relieved' } : effect;
}

const sentenceImposed = (
	months: Range['minimumMonths'] | undefined,
	range: Range,
): Result['sentenceImposed'] | undefined =>
	months === undefined ? undefined : { months, position: positionIn(range, months) };

/** The counts, those marked whose terms are in the range for all counts; undefined where none is named. */
function inTotalRange(
	statutes: readonly StatuteOfConviction[],
	counted: readonly StatuteOfConviction[],
): StatuteOfConviction[] | undefined {
	if (statutes.length === 0) return undefined;
	return statutes.map((count) => (counted.includes(count) ? { ...count, inTotalRange: true } : count));
}
