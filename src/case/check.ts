// A case document checked without loading its schema.
import isCase from '#case-check';
import { isLater } from './dates.ts';
import { disagreement, InputError, shown } from './errors.ts';
import { refuseContradictoryFacts } from './fact-checks.ts';
import { compareMonths } from './months.ts';
import { withProvisions } from './provision.ts';
import type { CaseDocument } from './schema.ts';
import { key, said } from './wording.ts';

/**
 * The value itself where it is a case document, by the schema as the build compiled it: no zod is loaded.
 * Undefined where only `parseCase` can tell, and say what is wrong. Throws InputError where fields contradict.
 */
export function checkCase(value: unknown): CaseDocument | undefined {
	if (!isCase(value)) return undefined;
	const document = value as CaseDocument;
	refuseContradictions(document);
	return document;
}

/** What no edition's law is needed to see. */
export function refuseContradictions(given: CaseDocument): void {
	const document = withProvisions(given);
	const { statutoryMinimumMonths: minimum, statutoryMaximumMonths: maximum } = document;
	const mayHaveNoLevel =
		document.statutes !== undefined || document.drugs !== undefined || document.instantOffense?.statute !== undefined;
	if (document.guideline === undefined && document.baseOffenseLevel === undefined && !mayHaveNoLevel) {
		throw new InputError(
			'missing',
			'/baseOffenseLevel',
			'missing',
			said`give a base offense level from 1 to 43, or ${key('guideline', '2L1.2')}`,
		);
	}
	if (document.guideline === undefined && document.enhancements?.length && !document.drugs) {
		throw new InputError(
			'guideline-needed',
			'/enhancements',
			'enhancements are characteristics of a guideline',
			said`give ${key('guideline', '2L1.2')}, or use ${key('adjustments')}`,
		);
	}
	refuseLevelsOfNoManual(document);
	const { criminalHistoryCategory, criminalHistoryPoints, priors } = document;
	if (criminalHistoryCategory === undefined && criminalHistoryPoints === undefined && priors === undefined) {
		throw new InputError(
			'missing',
			'/criminalHistoryCategory',
			'missing',
			said`give ${key('criminalHistoryCategory')} ("I" to "VI"), ${key('criminalHistoryPoints')} or ${key('priors')}`,
		);
	}
	if (minimum !== undefined && maximum !== undefined && compareMonths(minimum, maximum) > 0) {
		throw new InputError(
			'minimum-above-maximum',
			'/statutoryMinimumMonths',
			`the minimum of ${shown(minimum)} is above the maximum of ${shown(maximum)} months`,
			'correct one of them',
		);
	}
	const { offenseDate, sentencingDate } = document;
	if (offenseDate !== undefined && sentencingDate !== undefined && isLater(offenseDate, sentencingDate)) {
		throw new InputError(
			'offense-after-sentencing',
			'/offenseDate',
			`${offenseDate} is after the sentencing date ${sentencingDate}`,
			'correct one of them',
		);
	}
	refuseContradictoryFacts(document);
}

/** What the case states of the Manual in force on the offense date is of use only where two Manuals are weighed. */
function refuseLevelsOfNoManual(document: CaseDocument): void {
	const { underOffenseDateManual: stated, edition, guideline, offenseDate, instantOffense } = document;
	if (stated === undefined) return;
	const path = '/underOffenseDateManual';
	if (edition !== undefined) {
		throw disagreement(
			path,
			`the case names the edition ${shown(edition)}, so the program compares no other Manual`,
			said`leave the edition out and give ${key('sentencingDate')} and ${key('offenseDate')}, or leave ${key('underOffenseDateManual')} out`,
		);
	}
	if ((offenseDate ?? instantOffense?.endedOn) === undefined) {
		throw new InputError(
			'missing',
			'/offenseDate',
			said`missing. Give it, because ${key('underOffenseDateManual')} applies to the Manual in force on that date`,
		);
	}
	if (guideline === undefined && (stated.enhancements?.length || stated.base !== undefined)) {
		throw new InputError(
			'guideline-needed',
			`${path}/${stated.base === undefined ? 'enhancements' : 'base'}`,
			'enhancements are characteristics of a guideline',
			said`give ${key('guideline', '2L1.2')}, or use ${key('adjustments')}`,
		);
	}
}
