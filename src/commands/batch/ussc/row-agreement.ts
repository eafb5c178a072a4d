// A row of the Commission's datafile against its recorded range.
import { plusTerm } from '../../../calculation/total-range/total-range.ts';
import type { Months } from '../../../case/months.ts';
import { provisionsOf } from '../../../law/editions.ts';
import type { Law } from '../../../law/schema.ts';
import { categoryOfPoints } from '../../../law/sentencing-table.ts';
import { isSame } from '../../../result/ranges.ts';
import type { Range, Result } from '../../../result/result.ts';
import type { Agreement, AgreementClass } from '../records/agreement.ts';
import type { Answer } from '../records/records.ts';
import { careerRanges, hasTotal, isCareer, withCareerTotal } from './career.ts';
import { lifeInReports, months, number, type Row } from './codes.ts';
import { hasConsecutiveTerm, isMinimumUnknown, isTermOf } from './consecutive-terms.ts';

/** The result of a row with the range for all counts where the row tells it, and how its recorded range agrees. */
export function comparedWithRow(row: Row, found: Result, law: Law): Answer {
	const result = withCareerTotal(row, found, law);
	const warnings = isMinimumUnknown(row) ? [...result.warnings, minimumUnknown(row)] : result.warnings;
	return { ...result, warnings, agreement: agreementOf(row, result, law) };
}

const minimumUnknown = (row: Row) => ({
	code: 'minimum-of-other-counts' as const,
	message: `The total statutory minimum of ${row['STATMIN']} months includes a consecutive term, and the row does not give that term separately (GUNMIN1, IDMIN). The range is that of the other counts without any minimum of their own. If they have one, the range may begin higher. Give the term so that their minimum can apply.`,
});

/** The class of a row, tried in the order of `agreementClasses`: the plainest explanation first. */
function agreementOf(row: Row, result: Result, law: Law): Agreement {
	const recorded = rangeIn(row, 'GLMIN', 'GLMAX');
	const printed = rangeIn(row, 'XMINSOR', 'XMAXSOR');
	const provisions = provisionsOf(law, result.edition.effectiveDate);
	const points = number('TOTCHPTS', row['TOTCHPTS']);
	const added = recorded === undefined ? undefined : termOf(row, recorded, result, law);
	const found = classOf(row, { recorded, added }, result, law);
	return {
		class: found,
		recorded: recorded ?? {},
		...(printed === undefined ? {} : { tableRangeAgrees: isSame(printed, result.tableRange) }),
		...(row['ZONE'] === undefined ? {} : { zoneAgrees: row['ZONE'] === (result.tableRange.zone ?? '') }),
		...(points === undefined
			? {}
			: { pointsAgree: categoryOfPoints(provisions['sentencing-table'], points) === result.criminalHistoryCategory }),
		...(found === 'consecutive term' && added !== undefined ? { consecutiveMonths: added } : {}),
	};
}

function classOf(
	row: Row,
	{ recorded, added }: { recorded: Range | undefined; added: number | undefined },
	result: Result,
	law: Law,
): AgreementClass {
	if (recorded === undefined) return 'not recorded';
	if (isSame(recorded, result.tableRange)) return 'equal';
	if (isSame(recorded, result.guidelineRange)) return 'trumped';
	const read = { minimumMonths: asLife(recorded.minimumMonths), maximumMonths: asLife(recorded.maximumMonths) };
	if (isSame(read, result.tableRange) || isSame(read, result.guidelineRange)) return 'life code';
	if (isCareer(row) && careerRanges(row, result, law).some((range) => isSame(recorded, range)))
		return 'career offender';
	return added === undefined ? 'unexplained' : 'consecutive term';
}

function rangeIn(row: Row, low: string, high: string): Range | undefined {
	const [minimumMonths, maximumMonths] = [months(low, row[low]), months(high, row[high])];
	return minimumMonths === undefined || maximumMonths === undefined ? undefined : { minimumMonths, maximumMonths };
}

const asLife = (value: Months): Months => (value === lifeInReports ? 'life' : value);

/** The term that added to both ends of the cell, or of the range, makes the recorded one: the row's own, or where it gives none a lawful one. */
function termOf(row: Row, recorded: Range, result: Result, law: Law): number | undefined {
	const { tableRange, guidelineRange, edition } = result;
	if (!hasConsecutiveTerm(row) || hasTotal(row, provisionsOf(law, edition.effectiveDate))) return undefined;
	const { minimumMonths: low } = recorded;
	for (const range of [tableRange, guidelineRange]) {
		if (low === 'life' || range.minimumMonths === 'life') continue;
		const added = low - range.minimumMonths;
		if (added > 0 && isSame(recorded, plusTerm(range, added)) && isTermOf(row, added, law)) return added;
	}
	return undefined;
}
