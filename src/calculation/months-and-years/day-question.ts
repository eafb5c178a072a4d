// How the day of a date is asked for.
import { longDate } from '../../case/dates.ts';
import type { GivenDate } from '../../case/dates-of-case.ts';
import type { CaseDocument } from '../../case/schema.ts';

/** The question for a day itself: `On what day was the client released on prior a?` */
export const onWhatDay = (lead: string): string => `On what day ${lead.charAt(0).toLowerCase()}${lead.slice(1)}?`;

/** The question about a date as far as its day: `Was the client released on prior a`. */
export function leadOf({ key, prior, date }: GivenDate, { priors = [] }: CaseDocument): string {
	if (prior === undefined) return (leads[key] ?? leads['date'])(longDate(date));
	const id = priors[prior]?.id ?? String(prior + 1);
	return (leadsOfPrior[key] ?? leads['date'])(longDate(date), `prior ${id}`);
}

type Lead = (date: string, prior?: string) => string;

const leads: Record<string, Lead> & { date: Lead } = {
	date: (date) => `Was it, given as ${date},`,
	offenseDate: () => 'Was the last day of the offense',
	sentencingDate: () => 'Was the sentencing',
	convictedOn: () => 'Was the client convicted in this case',
	commencedOn: () => 'Did the offense begin',
	endedOn: () => 'Did the offense end',
	removalOrders: (date) => `Was the removal order of ${date} made`,
	removals: (date) => `Was the removal of ${date}`,
};

const leadsOfPrior: Record<string, Lead> = {
	conductFrom: (_, prior) => `Did the conduct of ${prior} begin`,
	conductTo: (_, prior) => `Did the conduct of ${prior} end`,
	arrestedOn: (_, prior) => `Was the client arrested for ${prior}`,
	convictedOn: (_, prior) => `Was the client convicted of ${prior}`,
	sentencedOn: (_, prior) => `Was the sentence for ${prior} imposed`,
	releasedOn: (_, prior) => `Was the client released on ${prior}`,
	earlierReleases: (date, prior) => `Was the release of ${date} on ${prior}`,
	on: (date, prior) => `Was the revocation of ${date} on ${prior}`,
	endsOn: (_, prior) => `Did supervision on ${prior} end`,
};
