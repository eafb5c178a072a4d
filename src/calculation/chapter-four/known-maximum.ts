// The offense statutory maximum, where the counts leave no choice.
import { compareMonths, longer, type Months } from '../../case/months.ts';
import type { CaseDocument } from '../../case/schema.ts';
import type { Provisions } from '../../law/schema.ts';
import type { StatuteOfConviction } from '../../result/result.ts';
import { isUnder } from '../statutes/row.ts';
import { countsOfTable, firearmCounts } from './career-counts.ts';
import { leastMaximum } from './career-offender-maximum.ts';

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
	const { greatestCount, felonInPossession } = provisions['4B1.1'];
	const { otherCountQualifies: stated } = document.careerOffender ?? {};
	const counts = countsOfTable(provisions, statutes);
	const drugs = counts.filter((count) => isUnder(count, greatestCount?.statutes ?? []));
	const isPossession = counts.every((count) => isUnder(count, felonInPossession?.statutes ?? []));
	const isAlone = firearmCounts(provisions, statutes).length === 0;
	if (stated === false || isPossession || (drugs.length === 0 && stated !== true && !isAlone)) return undefined;
	const leastOf = (count: StatuteOfConviction): Months => leastMaximum(count, provisions);
	const least = drugs.map(leastOf).reduce(longer, 0);
	const maximums = counts.flatMap((count) => [count.maximumMonths, leastOf(count)]);
	const possible = new Set(maximums.filter((maximum) => compareMonths(maximum, least) >= 0));
	return possible.size === 1 ? [...possible][0] : undefined;
}
