// The date of the edition that the answers come to.
import { firstDayOf } from '../../case/dates.ts';
import { editionNamed, editionOn } from '../../law/editions.ts';
import type { Law } from '../../law/schema.ts';
import type { CaseSoFar } from '../questions/question.ts';

/** The effective date of the edition that a case comes to; without one, of that in force on the day it is. */
export function editionDateOf({ edition, sentencingDate }: CaseSoFar, law: Law, today: string): string {
	const chosen =
		edition === undefined ? editionOn(law, firstDayOf(sentencingDate ?? today), '', '') : editionNamed(law, edition);
	return chosen.effectiveDate;
}
