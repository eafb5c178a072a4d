// What has to be answered before anything can be said of the range.
import { countsPriors } from '../../law/guidelines.ts';
import { contextOf, type Interview, type Setting } from './interview.ts';

/** The guideline is not held, and its base offense level is asked next. */
export function awaitsLevel(interview: Interview, setting: Setting): boolean {
	const { known, provisions } = contextOf(interview, setting);
	const { guideline, baseOffenseLevel } = known;
	if (guideline === undefined || baseOffenseLevel !== undefined) return false;
	return provisions.guideline(guideline) === undefined;
}

/** By facts, nothing can be said before the priors: every increase and category is still possible. */
export function awaitsFacts(interview: Interview, setting: Setting): boolean {
	const { known, provisions } = contextOf(interview, setting);
	const { enhancements, priors } = known;
	return countsPriors(provisions.guideline(known.guideline)) && enhancements === undefined && priors === undefined;
}
