// What contradicts a claim to be a career offender.
import { toCategory } from '../../case/category.ts';
import { disagreement } from '../../case/errors.ts';
import { compareMonths, inMonths, longer, type Months } from '../../case/months.ts';
import type { CaseDocument } from '../../case/schema.ts';
import { key, said } from '../../case/wording.ts';
import type { Provisions } from '../../law/schema.ts';
import type { StatuteOfConviction } from '../../result/result.ts';
import { isUnder } from '../statutes/row.ts';
import { refuseContradictoryCounts } from './career-count-checks.ts';
import { countsOfTable } from './career-counts.ts';
import { leastMaximum } from './career-offender-maximum.ts';

/**
 * A case that says its defendant is a career offender (§4B1.1), against the points, the counts and their maximums that
 * it gives as well. Throws InputError where they contradict.
 */
export function refuseContradictoryCareer(
	document: CaseDocument,
	provisions: Provisions,
	statutes: readonly StatuteOfConviction[],
): void {
	if (document.careerOffender === undefined) return;
	refuseTooFewPoints(document, provisions);
	const given = document.careerOffender.offenseStatutoryMaximumMonths;
	refuseContradictoryCounts(document, provisions, statutes);
	if (statutes.length === 0) {
		refuseAboveMaximum(given, document.statutoryMaximumMonths);
		return;
	}
	refuseOtherOffense(provisions, statutes);
	refuseOtherMaximum(given, provisions, statutes);
	refuseLesserCount(given, provisions, statutes);
}

/** Each of the prior sentences that a career offender has is counted, so has a point at the least. */
function refuseTooFewPoints(
	{ priors, criminalHistoryPoints: points, criminalHistoryCategory: category }: CaseDocument,
	{ '4B1.1': { predicates }, 'sentencing-table': table }: Provisions,
): void {
	if (priors !== undefined) return;
	const ofCategory = category === undefined ? undefined : toCategory(category);
	const most =
		points ?? table.criminalHistoryCategories.find((row) => row.category === ofCategory)?.maximumPoints ?? Infinity;
	if (most >= predicates.number) return;
	const stated = points === undefined ? `category ${ofCategory}` : `${points} criminal history points`;
	throw disagreement(
		'/careerOffender',
		`a career offender has ${predicates.number} prior felony sentences that count (${predicates.provision}), and so at least ${predicates.number} points, but the case gives ${stated}`,
		said`correct one of them, or leave ${key('careerOffender')} out`,
	);
}

/** The maximum of one count is not above that of all of them. */
function refuseAboveMaximum(given: Months | undefined, maximum: Months | undefined): void {
	if (given === undefined || maximum === undefined || compareMonths(given, maximum) <= 0) return;
	throw disagreement(
		'/careerOffender/offenseStatutoryMaximumMonths',
		`${inMonths(given)} is given as the maximum of one count, but it is above the statutory maximum given, ${inMonths(maximum)}`,
	);
}

function refuseOtherOffense(
	{ statutes: { noCareerOffense } }: Provisions,
	statutes: readonly StatuteOfConviction[],
): void {
	if (!statutes.every((count) => isUnder(count, noCareerOffense.statutes))) return;
	throw disagreement(
		'/careerOffender',
		`the instant offense of a career offender must be a crime of violence or a controlled substance offense (${noCareerOffense.provision}), but ${statutes.map(({ provision }) => provision).join(', ')} is neither`,
		said`correct one of them, or leave ${key('careerOffender')} out`,
	);
}

/**
 * The maximum is that of a count of conviction; and where the edition does not take the increases for a prior record in,
 * it may be meant without them.
 */
function refuseOtherMaximum(
	given: Months | undefined,
	provisions: Provisions,
	statutes: readonly StatuteOfConviction[],
): void {
	const { '4B1.1': rule } = provisions;
	const counts = countsOfTable(provisions, statutes);
	if (given === undefined || counts.length === 0) return;
	const possible = counts.map(({ maximumMonths }) => maximumMonths);
	if (possible.includes(given)) return;
	if (counts.some((count) => leastMaximum(count, provisions) === given)) return;
	const found = [...new Set(possible)].map(inMonths).join(' or ');
	const isFirearms = statutes.some(({ consecutive, maximumMonths }) => consecutive && maximumMonths === given);
	const instead = isFirearms
		? '. Do not give the maximum of a count with a consecutive term. If no other count is a crime of violence or a controlled substance offense, give otherCountQualifies as false instead'
		: '';
	throw disagreement(
		'/careerOffender/offenseStatutoryMaximumMonths',
		`${inMonths(given)} does not agree with the statutes of conviction, which make it ${found} (${rule.statutoryMaximum.citation.section})`,
		`correct one of them${instead}`,
	);
}

/**
 * Of several counts of violent or drug offenses the greatest maximum decides. Which counts are violent the case does not
 * say, so a greater maximum than that of the drug counts may be meant, but never a lesser.
 */
function refuseLesserCount(
	given: Months | undefined,
	provisions: Provisions,
	statutes: readonly StatuteOfConviction[],
): void {
	const { greatestCount } = provisions['4B1.1'];
	if (given === undefined || greatestCount === undefined) return;
	const drugs = statutes.filter((count) => isUnder(count, greatestCount.statutes));
	const greatest = drugs.map((count) => leastMaximum(count, provisions)).reduce(longer, given);
	if (greatest === given) return;
	throw disagreement(
		'/careerOffender/offenseStatutoryMaximumMonths',
		`${inMonths(given)} is not the greatest maximum of the drug counts, ${inMonths(greatest)}, and the greatest maximum of the violent or drug counts controls (${greatestCount.provision})`,
		said`correct one of them. If the count with that maximum is not such an offense, give ${key('statutoryMinimumMonths')} and ${key('statutoryMaximumMonths')} instead of statutes`,
	);
}
