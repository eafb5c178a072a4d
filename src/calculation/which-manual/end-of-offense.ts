// Warning: relevant conduct after the offense of conviction.
import { longDate } from '../../case/dates.ts';
import { InputError } from '../../case/errors.ts';
import type { CaseDocument } from '../../case/schema.ts';
import type { Result } from '../../result/result.ts';
import { outcomeElsewhere, outcomeOrQuestion } from '../steps/open-questions.ts';

/**
 * The result, with a warning where relevant conduct went on after the last date of the offense of conviction, and the
 * case would come out otherwise had the offense of conviction gone on as long: that date alone controls (§1B1.11, comment.
 * (n.2)), and a document may mean another by it.
 */
export function withEndOfOffense(
	result: Result,
	document: CaseDocument,
	choose: (other: CaseDocument) => Result,
): Result {
	const { offenseDate, instantOffense } = document;
	const ended = instantOffense?.endedOn;
	if (offenseDate === undefined || ended === undefined || offenseDate === ended) return result;
	const here = outcomeOrQuestion(() => result, document);
	const other = outcomeElsewhere(
		() => chooseFor({ ...document, offenseDate: ended }, choose),
		document,
		result.edition.effectiveDate,
	);
	if (here === other.words) return result;
	const message = `The offense date is ${longDate(offenseDate)}, and the instant offense ended on ${longDate(ended)}. The last date of the offense of conviction controls, even if relevant conduct went on after it (§1B1.11, comment. (n.2)), so the program uses ${longDate(offenseDate)}: ${here}. If the offense of conviction itself continued until ${longDate(ended)}: ${other.words}${other.under}. Check which date is right, and give it as the offense date.`;
	return { ...result, warnings: [...result.warnings, { code: 'offense-dates-differ', message }] };
}

/** Where one Manual was in force on both dates, what the case states for another is of no use. */
function chooseFor(document: CaseDocument, choose: (other: CaseDocument) => Result): Result {
	try {
		return choose(document);
	} catch (error) {
		if (!(error instanceof InputError) || error.path !== '/underOffenseDateManual') throw error;
		return choose({ ...document, underOffenseDateManual: undefined });
	}
}
