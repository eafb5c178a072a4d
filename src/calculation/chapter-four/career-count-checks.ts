// What a career offender's case says of its counts, against those counts.
import { InputError } from '../../case/errors.ts';
import { inMonths } from '../../case/months.ts';
import type { CaseDocument } from '../../case/schema.ts';
import type { Provisions } from '../../law/schema.ts';
import type { StatuteOfConviction } from '../../result/result.ts';
import { isUnder } from '../statutes/row.ts';
import { countsOfRange, countsOfTable, firearmCounts } from './career-counts.ts';

/**
 * What the case says of the counts beside one under 18 U.S.C. § 924(c) or § 929(a), against the counts that it names and
 * the maximum that it gives. Throws InputError where they contradict.
 */
export function refuseContradictoryCounts(
	document: CaseDocument,
	provisions: Provisions,
	statutes: readonly StatuteOfConviction[],
): void {
	const { otherCountQualifies: stated, offenseStatutoryMaximumMonths: maximum } = document.careerOffender ?? {};
	const firearm = firearmCounts(provisions, statutes);
	const named = firearm.map(({ provision }) => provision).join(', ');
	if (firearm.length === 0) {
		if (stated === undefined) return;
		const message = `${stated} applies only with a count under 18 U.S.C. § 924(c) or § 929(a), and the case names none. Leave it out, or name the statutes of conviction`;
		throw refusal('otherCountQualifies', message);
	}
	const apart = firearm.find(({ consecutive }) => !consecutive);
	if (apart) {
		const message = `a term under ${apart.provision} is consecutive to every other term (§5G1.2(e)), but the count is not marked consecutive. Give "consecutive": true with it`;
		throw new InputError('disagrees', '/statutes', message);
	}
	const isOwn = firearm.some(({ maximumMonths }) => maximumMonths === maximum);
	if (stated === false) {
		const drug = statutes.find((count) => isUnder(count, provisions['4B1.1'].greatestCount?.statutes ?? []));
		if (drug) {
			const message = `false contradicts the count under ${drug.provision}, a controlled substance offense (§4B1.2). Correct one of them`;
			throw refusal('otherCountQualifies', message);
		}
		if (maximum === undefined || isOwn) return;
		const message = `${inMonths(maximum)} is given as the maximum of a crime of violence or drug offense other than ${named}, but otherCountQualifies says that there is none. Leave one of them out`;
		throw refusal('offenseStatutoryMaximumMonths', message);
	}
	refuseWithoutOtherCount(document, provisions, statutes, named);
}

/** No count that is named can be the one meant. */
function refuseWithoutOtherCount(
	{ careerOffender, statutoryMinimumMonths, statutoryMaximumMonths }: CaseDocument,
	provisions: Provisions,
	statutes: readonly StatuteOfConviction[],
	named: string,
): void {
	const { otherCountQualifies, offenseStatutoryMaximumMonths: maximum } = careerOffender ?? {};
	if (countsOfTable(provisions, statutes).length > 0) return;
	if (countsOfRange(provisions, statutes).length > 0) {
		if (maximum === undefined && otherCountQualifies !== true) return;
		const message = `no count other than ${named} is a crime of violence or a controlled substance offense (${provisions.statutes.noCareerOffense.provision}). Leave out the maximum and give otherCountQualifies as false, or correct the statutes`;
		throw refusal(maximum === undefined ? 'otherCountQualifies' : 'offenseStatutoryMaximumMonths', message);
	}
	const isMore = statutoryMinimumMonths !== undefined || statutoryMaximumMonths !== undefined;
	if (otherCountQualifies !== true || isMore) return;
	throw refusal(
		'otherCountQualifies',
		`true contradicts the statutes, which name no count other than ${named}. Name that count`,
	);
}

const refusal = (key: string, message: string): InputError =>
	new InputError('disagrees', `/careerOffender/${key}`, message);
