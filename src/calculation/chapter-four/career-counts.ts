// The counts that make a career offender.
import type { CaseDocument } from '../../case/schema.ts';
import type { Provisions } from '../../law/schema.ts';
import type { StatuteOfConviction } from '../../result/result.ts';
import { isUnder } from '../statutes/row.ts';
import type { CareerCounts } from './part-b-found.ts';

type Rule = Provisions['4B1.1'];

/** The statutes whose counts have ranges of their own (§4B1.1(c)), or before those took no part in §4B1.1. */
const firearmStatutes = ({ firearmRanges, excludedCounts }: Rule): readonly string[] =>
	(firearmRanges ?? excludedCounts)?.statutes ?? [];

/** The counts under 18 U.S.C. § 924(c) or § 929(a). */
export const firearmCounts = (
	provisions: Provisions,
	statutes: readonly StatuteOfConviction[],
): readonly StatuteOfConviction[] => statutes.filter((count) => isUnder(count, firearmStatutes(provisions['4B1.1'])));

/** The counts of the range: no term that runs after it, and no petty offense (§1B1.9). */
export const countsOfRange = (
	{ '1B1.9': { exemptClasses } }: Provisions,
	statutes: readonly StatuteOfConviction[],
): readonly StatuteOfConviction[] =>
	statutes.filter(({ consecutive, offenseClass }) => !consecutive && !exemptClasses.includes(offenseClass));

/** The counts to which the table of §4B1.1(b) may go: none under 18 U.S.C. § 924(c), and none that is neither violent nor for drugs. */
export function countsOfTable(
	provisions: Provisions,
	statutes: readonly StatuteOfConviction[],
): readonly StatuteOfConviction[] {
	const apart = [...firearmStatutes(provisions['4B1.1']), ...provisions.statutes.noCareerOffense.statutes];
	return countsOfRange(provisions, statutes).filter((count) => !isUnder(count, apart));
}

/** What the case says of the counts of a career offender, by its statutes of conviction and the maximum that it gives. */
export function careerCountsOf(
	document: CaseDocument,
	provisions: Provisions,
	statutes: readonly StatuteOfConviction[],
): CareerCounts {
	const firearm = firearmCounts(provisions, statutes);
	const stated = document.careerOffender?.otherCountQualifies;
	const hasOthers = stated === true || hasOtherCounts(document, countsOfRange(provisions, statutes), firearm);
	if (firearm.length === 0) return { firearm, hasOthers: true, qualifies: true };
	if (stated !== undefined || hasOthers === false) return { firearm, hasOthers, qualifies: stated === true };
	return { firearm, hasOthers, qualifies: otherQualifies(document, provisions, statutes) };
}

/**
 * A guideline, drugs, or the limits of further counts tell of counts that are not named; a maximum, or a level beside it, may.
 */
function hasOtherCounts(
	document: CaseDocument,
	others: readonly StatuteOfConviction[],
	firearm: readonly StatuteOfConviction[],
): boolean | undefined {
	if (others.length > 0) return true;
	const { guideline, drugs, statutoryMinimumMonths, statutoryMaximumMonths } = document;
	if ([guideline, drugs, statutoryMinimumMonths, statutoryMaximumMonths].some((given) => given !== undefined))
		return true;
	const given = document.careerOffender?.offenseStatutoryMaximumMonths;
	if (given === undefined) return false;
	const isOwn = firearm.some(({ maximumMonths }) => maximumMonths === given);
	return isOwn && document.baseOffenseLevel === undefined ? false : undefined;
}

/** The maximum given is that of the violent or drug offense; unlawful possession of a firearm is one by the kind of firearm alone. */
function otherQualifies(
	{ careerOffender, armedCareerCriminal }: CaseDocument,
	provisions: Provisions,
	statutes: readonly StatuteOfConviction[],
): boolean | undefined {
	const counts = countsOfTable(provisions, statutes);
	const isNamed = countsOfRange(provisions, statutes).length > 0;
	if (isNamed && counts.length === 0) return false;
	const given = careerOffender?.offenseStatutoryMaximumMonths;
	const meant = given === undefined ? counts : counts.filter(({ maximumMonths }) => maximumMonths === given);
	const { felonInPossession: possession } = provisions['4B1.1'];
	if (possession === undefined || meant.length === 0) return true;
	if (!meant.every((count) => isUnder(count, possession.statutes))) return true;
	return possession.unlessFirearmOf === undefined ? false : armedCareerCriminal?.nationalFirearmsActFirearm;
}
