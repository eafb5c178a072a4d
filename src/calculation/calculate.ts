import { type Category, toCategory } from '../case/category.ts';
import { longDate } from '../case/dates.ts';
import { InputError } from '../case/errors.ts';
import type { CaseDocument } from '../case/schema.ts';
import { type ChosenEdition, provisionsOf } from '../law/editions.ts';
import type { Law, Provisions } from '../law/schema.ts';
import { categoryOfPoints, clampLevel, isDerivedCell } from '../law/sentencing-table.ts';
import { ceilingOf, deriveRange, floorOf, positionIn, type Range, type StatutoryLimits } from './chapter-five.ts';
import { applyAcceptance, applyAdjustments, applyChapterFourAdjustments } from './chapter-three.ts';
import { applyBaseOffenseLevel, applyCharacteristics } from './chapter-two.ts';
import { applyEarlyDisposition, fastTrackOf } from './early-disposition.ts';
import { chooseEdition } from './one-book.ts';
import { present } from './present.ts';
import type { OffenseLevel, Result } from './result.ts';
import { newTrace, type Step } from './trace.ts';
import { editionWarnings, type Warning } from './warnings.ts';

export interface CalculateOptions {
	/** The day whose edition is used where the case names neither an edition nor a sentencing date. */
	today?: string | undefined;
}

/**
 * Works out the guideline range of a case: offense level (Chapters Two and Three), criminal history category
 * (Chapter Four), Sentencing Table and §5G1.1 (Chapter Five), in the edition that the case names or §1B1.11 chooses.
 * Pure: no clock, locale, file or environment. Throws InputError where the case cannot be answered in that edition.
 */
export function calculate(document: CaseDocument, law: Law, options: CalculateOptions = {}): Result {
	return chooseEdition(document, law, options.today, (edition) => calculateUnder(document, law, edition));
}

/** The whole calculation under one edition: one book in its entirety (§1B1.11(b)(2)). */
function calculateUnder(document: CaseDocument, law: Law, edition: ChosenEdition): Result {
	const provisions = provisionsOf(law, edition.effectiveDate);
	const level = offenseLevelOf(document, provisions);
	const category = categoryOf(document, provisions);
	const limits = bindingLimits(document);
	const { cell, range, effect } = deriveRange(provisions, level.parts.total, category, limits);
	return present({
		id: document.id,
		caption: document.caption,
		edition,
		offenseLevel: level.parts,
		criminalHistoryCategory: category,
		tableRange: { ...cell },
		guidelineRange: range,
		statutoryEffect: isRelieved(document) ? { ...effect, minimum: 'relieved' as const } : effect,
		floor: limits.minimum ? floorOf(provisions, category, limits.minimum) : undefined,
		ceiling: limits.maximum && limits.maximum !== 'life' ? ceilingOf(provisions, category, limits.maximum) : undefined,
		fastTrack: fastTrackOf(provisions, level.withoutFastTrack, category, limits, document.fastTrackLevels ?? 0),
		sentenceImposed: sentenceBlock(document, range),
		steps: level.steps,
		warnings: [
			...editionWarnings(edition, law),
			...(isDerivedCell(provisions['sentencing-table'], cell) ? [derivedCellWarning(provisions)] : []),
			...level.warnings,
			...caseWarnings(document, provisions),
		],
	});
}

interface LevelFound {
	parts: OffenseLevel;
	/** The levels added up without a fast-track reduction, before the table's end levels apply. */
	withoutFastTrack: number;
	steps: Step[];
	warnings: Warning[];
}

/** Adds up the offense level in the order of §1B1.1. */
function offenseLevelOf(document: CaseDocument, provisions: Provisions): LevelFound {
	const trace = newTrace();
	const warnings: Warning[] = [];
	const added = (apply: () => void): number => {
		const before = trace.level;
		apply();
		return trace.level - before;
	};
	const base = added(() => applyBaseOffenseLevel(trace, document, provisions));
	const enhancements = added(() => applyCharacteristics(trace, document, provisions));
	const adjustments = added(() => applyAdjustments(trace, document, provisions));
	const acceptance = added(() => warnings.push(...applyAcceptance(trace, document, provisions)));
	const fastTrack = added(() => applyEarlyDisposition(trace, document.fastTrackLevels ?? 0, provisions));
	const chapterFour = added(() => applyChapterFourAdjustments(trace, document, provisions));

	const sum = trace.level;
	const { levelLimits } = provisions['sentencing-table'];
	const total = clampLevel(provisions['sentencing-table'], sum);
	if (total !== sum) {
		trace.add(levelLimits.provision, `a level of ${sum} is treated as ${total}`, total - sum);
		warnings.push({
			code: 'level-beyond-table',
			message: `the levels add up to ${sum}; ${levelLimits.provision} treats that as ${total}, and a departure is counted from ${total}`,
		});
	}
	return {
		parts: { base, enhancements, adjustments: adjustments + chapterFour, acceptance, fastTrack, total },
		withoutFastTrack: sum - fastTrack,
		steps: trace.steps,
		warnings,
	};
}

/** The category stated, or that of the points; where both are given they must agree. */
function categoryOf(document: CaseDocument, provisions: Provisions): Category {
	const given = document.criminalHistoryCategory;
	const stated = given === undefined ? undefined : toCategory(given);
	const points = document.criminalHistoryPoints;
	if (points === undefined) return stated as Category;
	const fromPoints = categoryOfPoints(provisions['sentencing-table'], points);
	if (stated !== undefined && stated !== fromPoints) {
		throw new InputError(
			'disagrees',
			'/criminalHistoryCategory',
			`category ${stated} does not agree with ${points} criminal history points, which are category ${fromPoints}; correct one of them`,
		);
	}
	return fromPoints;
}

const isRelieved = (document: CaseDocument): boolean =>
	document.statutoryMinimumRelief !== undefined && document.statutoryMinimumMonths !== undefined;

function bindingLimits(document: CaseDocument): StatutoryLimits {
	return {
		minimum: isRelieved(document) ? undefined : document.statutoryMinimumMonths,
		maximum: document.statutoryMaximumMonths,
	};
}

function sentenceBlock(document: CaseDocument, range: Range): Result['sentenceImposed'] {
	const months = document.sentenceImposedMonths;
	return months === undefined ? undefined : { months, position: positionIn(range, months) };
}

function derivedCellWarning(provisions: Provisions): Warning {
	const { derivedCells, effectiveDate } = provisions['sentencing-table'];
	return {
		code: 'table-cell-derived',
		message: `this cell of the ${longDate(effectiveDate)} table was worked out from a later amendment, not read in print. ${derivedCells?.note ?? ''}`,
	};
}

function caseWarnings(document: CaseDocument, provisions: Provisions): Warning[] {
	const warnings: Warning[] = [];
	const rule = provisions['early-disposition'];
	if (rule.inForce && document.guideline !== '2L1.2') {
		warnings.push({
			code: 'fast-track-not-illegal-reentry',
			message: `the ${rule.policy.name} of ${longDate(rule.policy.date)} covers ${rule.policy.covers}; for other offenses few programs exist, and districts differ. A reduction takes the government's motion`,
		});
	}
	if (document.statutoryMinimumRelief !== undefined && document.statutoryMinimumMonths === undefined) {
		warnings.push({
			code: 'relief-without-minimum',
			message:
				'relief from a statutory minimum is given, but no statutoryMinimumMonths: there is nothing to be relieved of',
		});
	}
	return warnings;
}
