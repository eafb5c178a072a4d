// The Manual used and the dates that were given, in words.
import { longDate } from '../case/dates.ts';
import type { Result } from '../result/result.ts';
import type { Statement } from './statement.ts';
import { rangeInMonths } from './words.ts';

/** Which dates were given as a month or a year, and that their days do not matter. */
function datesStatement(partial: Result['partialDates'] = []): Statement[] {
	if (partial.length === 0) return [];
	const named = partial.map(({ date, given }) => `${date}, ${longDate(given)}`).join('; ');
	const inThem = partial.length === 1 ? 'it' : 'them';
	const text = `Given as a month or a year: ${named}. Every day in ${inThem} leads to this answer.`;
	return [{ label: 'Dates', text }];
}

/** The dates that were given as months or years, the Manual, and those that were weighed. */
export function editionStatements({ edition, editionChoice, partialDates }: Result): Statement[] {
	const manual = `Guidelines Manual of ${longDate(edition.effectiveDate)}, ${edition.reason}`;
	return [
		...datesStatement(partialDates),
		{ label: 'Edition', text: manual },
		...(editionChoice === undefined
			? []
			: [{ label: '', text: `${editionChoice.provision}: ${editionChoice.reason}.` }]),
		...(editionChoice?.considered ?? []).map(
			({ effectiveDate, inForceOn, offenseLevel, criminalHistoryCategory, guidelineRange, totalRange }) => ({
				label: '',
				text: `${longDate(effectiveDate)} (${inForceOn}): level ${offenseLevel}, category ${criminalHistoryCategory}, ${rangeInMonths(guidelineRange)}${totalRange ? `, ${rangeInMonths(totalRange)} for all counts` : ''}`,
			}),
		),
	];
}
