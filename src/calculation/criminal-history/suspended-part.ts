// The suspended part of a sentence (§4A1.2(b)(2)).
import { type Duration, dayAfter, daysBetween, durationText, isNoTime, parseDuration } from '../../case/durations.ts';
import type { CaseDocument, GivenPrior } from '../../case/schema.ts';
import type { Readings } from '../steps/readings.ts';

/**
 * The case as its suspended terms are read: `sentence` is what was to be served and `suspended` stands beside it
 * (§4A1.2(b)(2)). Who writes the whole term as `sentence` gets other points, so the other reading is an open question.
 */
export function withSuspendedRead(document: CaseDocument, readings: Readings): CaseDocument {
	if (document.priors?.every((prior) => prior.suspended === undefined) ?? true) return document;
	const priors = document.priors?.map((prior, index) => {
		const rest = restOf(prior);
		const isOther = rest !== undefined && readings.other('suspended-part', prior.id ?? String(index + 1));
		return isOther ? { ...prior, sentence: rest } : prior;
	});
	return { ...document, ...(priors ? { priors } : {}) };
}

/** What would be left to serve if the suspended part were contained in the sentence; undefined where it cannot be. */
function restOf({ sentence, suspended, sentencedOn }: GivenPrior): string | undefined {
	const [whole, part] = [parseDuration(sentence ?? ''), parseDuration(suspended ?? '')];
	if (isLife(whole) || isLife(part) || isNoTime(part)) return undefined;
	const rest = { months: whole.months - part.months, days: whole.days - part.days };
	if (rest.months >= 0 && rest.days >= 0) return isNoTime(rest) ? '0' : durationText(rest);
	if (sentencedOn === undefined) return undefined;
	// Five years, all but four years and 305 days: as many days as the calendar has after them.
	const days = daysBetween(dayAfter(sentencedOn, part), dayAfter(sentencedOn, whole));
	return days < 0 ? undefined : days === 0 ? '0' : durationText({ months: 0, days });
}

const isLife = (term: Duration | undefined): term is undefined | 'life' => term === undefined || term === 'life';
