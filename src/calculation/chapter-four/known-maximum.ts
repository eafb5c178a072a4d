import { compareMonths, longer, type Months } from '../../case/months.ts';
import type { CaseDocument } from '../../case/schema.ts';
import type { Provisions } from '../../law/schema.ts';
import { isUnder, type StatuteOfConviction } from '../statutes/statutes.ts';
import { careerCountsOf, countsOfTable } from './career-counts.ts';
import { withoutIncreases } from './career-offender-maximum.ts';

/** The case with the statutory maximum of a career offender's offense, where its statutes of conviction leave no other. */
export function withKnownMaximum(
	document: CaseDocument,
	provisions: Provisions,
	statutes: readonly StatuteOfConviction[],
): CaseDocument {
	const { careerOffender } = document;
	if (careerOffender === undefined || careerOffender.offenseStatutoryMaximumMonths !== undefined) return document;
	const maximum = knownMaximum(document, provisions, statutes);
	if (maximum === undefined) return document;
	return { ...document, careerOffender: { ...careerOffender, offenseStatutoryMaximumMonths: maximum } };
}

/** Undefined where the counts leave a choice, or do not show that one of them is violent or for drugs. */
function knownMaximum(
	document: CaseDocument,
	provisions: Provisions,
	statutes: readonly StatuteOfConviction[],
): Months | undefined {
	const { greatestCount, felonInPossession, statutoryMaximum } = provisions['4B1.1'];
	const { otherCountQualifies: stated } = document.careerOffender ?? {};
	const counts = countsOfTable(provisions, statutes);
	const drugs = counts.filter((count) => isUnder(count, greatestCount?.statutes ?? []));
	const isPossession = counts.every((count) => isUnder(count, felonInPossession?.statutes ?? []));
	const isAlone = careerCountsOf(document, provisions, statutes).firearm.length === 0;
	if (stated === false || isPossession || (drugs.length === 0 && stated !== true && !isAlone)) return undefined;
	const isOpen = statutoryMaximum.priorRecordIncreases !== 'included';
	const maximumsOf = (count: StatuteOfConviction): Months[] =>
		isOpen ? [count.maximumMonths, withoutIncreases(count, provisions)] : [count.maximumMonths];
	const least = drugs.map((count) => maximumsOf(count).at(-1) as Months).reduce(longer, 0);
	const possible = new Set(counts.flatMap(maximumsOf).filter((maximum) => compareMonths(maximum, least) >= 0));
	return possible.size === 1 ? [...possible][0] : undefined;
}
