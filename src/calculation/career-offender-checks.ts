import { toCategory } from '../case/category.ts';
import { InputError } from '../case/errors.ts';
import { inMonths, type Months } from '../case/months.ts';
import type { CaseDocument } from '../case/schema.ts';
import type { Provisions } from '../law/schema.ts';
import type { StatuteOfConviction } from './statutes.ts';

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
	if (statutes.length === 0) return;
	refuseOtherOffense(provisions, statutes);
	refuseOtherMaximum(document.careerOffender.offenseStatutoryMaximumMonths, provisions, statutes);
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
	throw new InputError(
		'disagrees',
		'/careerOffender',
		`a career offender has ${predicates.number} prior felony sentences that are counted (${predicates.provision}), so at least ${predicates.number} points, and the case gives ${stated}; correct one of them, or leave careerOffender out`,
	);
}

function refuseOtherOffense(
	{ statutes: { noCareerOffense } }: Provisions,
	statutes: readonly StatuteOfConviction[],
): void {
	const isNone = ({ provision }: StatuteOfConviction) =>
		noCareerOffense.statutes.some((one) => provision.startsWith(one));
	if (!statutes.every(isNone)) return;
	throw new InputError(
		'disagrees',
		'/careerOffender',
		`the instant offense of a career offender is a crime of violence or a controlled substance offense (${noCareerOffense.provision}), and ${statutes.map(({ provision }) => provision).join(', ')} is neither; correct one of them, or leave careerOffender out`,
	);
}

/**
 * The maximum is that of a count of conviction. Which one is open where several counts have different ones; and where
 * the edition does not take the increases for a prior record in, either may be meant. The table of §4B1.1(b) is not for
 * counts under 18 U.S.C. § 924(c) where the edition has ranges of their own.
 */
function refuseOtherMaximum(
	given: Months | undefined,
	{ '4B1.1': rule, statutes: { penalties } }: Provisions,
	statutes: readonly StatuteOfConviction[],
): void {
	const counts = rule.firearmRanges ? statutes.filter(({ consecutive }) => !consecutive) : statutes;
	if (given === undefined || counts.length === 0) return;
	const possible = counts.map(({ maximumMonths }) => maximumMonths);
	if (possible.includes(given)) return;
	const isOpen = rule.statutoryMaximum.priorRecordIncreases !== 'included';
	const isWithout = counts.some(({ provision }) =>
		penalties.some(
			(row) => row.provision === provision && row.circumstance === undefined && row.maximumMonths === given,
		),
	);
	if (isOpen && isWithout) return;
	const found = [...new Set(possible)].map(inMonths).join(' or ');
	throw new InputError(
		'disagrees',
		'/careerOffender/offenseStatutoryMaximumMonths',
		`${inMonths(given)} does not agree with the statutes of conviction, which make it ${found} (${rule.statutoryMaximum.citation.section}); correct one of them`,
	);
}
