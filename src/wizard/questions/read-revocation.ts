// A revocation as it is typed.
import { isDate, isMonthOrYear } from '../../case/dates.ts';
import { readTerm } from '../../case/typed-terms.ts';
import { readDate } from '../../case/typed-values.ts';
import type { Value } from './question.ts';

interface Revocation {
	on: string;
	term: string;
}

/** The day, in one word or three, or a month in two; then the term. */
export function readRevocation(text: string): Value {
	const words = text.split(/[\s]+/);
	const read = [3, 2, 1].map((count) => ({
		on: readDate(words.slice(0, count).join(' ').replace(/[,:]$/, '')),
		term: readTerm(words.slice(count).join(' ')),
	}));
	const found =
		read.find(({ on, term }) => term !== '' && (isDate(on) || isMonthOrYear(on))) ?? (read[2] as Revocation);
	return { ...found };
}
