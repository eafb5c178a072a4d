// Terms whose length turns on the calendar, from the very day on which they were imposed.
import type { GivenDate } from '../case/dates-of-case.ts';
import { type Duration, differenceInDays, parseDuration } from '../case/durations.ts';
import type { CaseDocument, GivenPrior } from '../case/schema.ts';
import type { Law } from '../law/schema.ts';
import { addedTerms } from './criminal-history/facts.ts';
import { measuresOf } from './measures-of-law.ts';

/**
 * Whether each day of a sentence or a revocation may have an answer of its own: a term in months is held against one in
 * days, or days are taken from months, and it is the calendar that says how many days they are.
 */
export function turnsOnCalendar({ key, prior }: GivenDate, { priors = [] }: CaseDocument, law: Law): boolean {
	if (key !== 'sentencedOn' && key !== 'on') return false;
	const given = priors[prior ?? 0];
	// Terms that run one after another are added up before they are measured.
	const isAdded = priors.some(({ consecutiveTo }) => consecutiveTo !== undefined);
	const [longestInDays = 0] = measuresOf(law)
		.lengths.flatMap((length) => (length === 'life' ? [] : [length.months === 0 ? length.days : 0]))
		.sort((a, b) => b - a);
	return (isAdded ? priors : given === undefined ? [] : [given]).some(
		(each) =>
			sumsOf(each).some((sum) => isUnclear(sum, law) || (isAdded && isMixedOrShort(sum, longestInDays))) ||
			takesDays(each),
	);
}

function sumsOf({ sentence, suspended, revocations = [] }: GivenPrior): Duration[] {
	const revoked = revocations.map(({ term }) => term);
	return [[sentence], [sentence, suspended], revoked, [sentence, ...revoked], [sentence, suspended, ...revoked]].map(
		addedTerms,
	);
}

const isUnclear = (term: Duration, law: Law): boolean =>
	measuresOf(law).lengths.some((length) => {
		const { least, most } = differenceInDays(term, length);
		return least < most && least <= 0 && most >= 0;
	});

const isMixedOrShort = (term: Duration, days: number): boolean =>
	term !== 'life' && (term.days > 0 || differenceInDays(term, { months: 0, days }).least <= 0);

/** Whether a suspended part is longer than the term in days or in months alone, so that days are counted. */
function takesDays({ sentence, suspended }: GivenPrior): boolean {
	const [whole, part] = [parseDuration(sentence ?? ''), parseDuration(suspended ?? '')];
	if (whole === undefined || part === undefined || whole === 'life' || part === 'life') return false;
	return part.months > whole.months !== part.days > whole.days;
}
