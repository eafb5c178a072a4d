// The row in force on the date of the offense.
import { longDate } from '../../case/dates.ts';
import { factMissing, InputError, shown } from '../../case/errors.ts';
import { key, said } from '../../case/wording.ts';
import type { Provisions } from '../../law/schema.ts';
import { circumstancesOf, statedInstead } from './near.ts';
import type { HeldRow } from './row.ts';

type Rules = Provisions['statutes'];

/** What a table says of the offenses that a row, or an object statute, is good for. */
interface Span {
	offensesFrom: string;
	offensesBefore?: string | undefined;
	verifiedFrom?: string | undefined;
	confidence?: 'unverified' | undefined;
	note?: string | undefined;
}

/** The same, with what is unverified of it for an offense of that day; where the day is not known, of what is in force now. */
export function asRead<T extends Span>(row: T, offenseDate: string | undefined, { codeRead }: Rules): T {
	const { verifiedFrom } = row;
	if (verifiedFrom === undefined || offenseDate === undefined || offenseDate >= verifiedFrom) return row;
	return { ...row, confidence: 'unverified', note: row.note ?? codeRead.unverifiedNote };
}

export const isInForce = ({ offensesFrom, offensesBefore }: Span, day: string): boolean =>
	offensesFrom <= day && (offensesBefore === undefined || day < offensesBefore);

/** The day of the offense; or, where that is not known, the day of the sentence, after which it cannot have been. */
interface Days {
	offenseDate: string | undefined;
	sentencingDate: string | undefined;
	/** The sentence was imposed on this day or later. */
	sentencedFrom: string;
}

/**
 * The row of a statute in force on the day of the offense. Throws InputError where the circumstance is none of the
 * statute's, where its penalties turn on a date that the case lacks, and where none is held for that date.
 */
export function rowInForce(
	{ id, rows, circumstance }: { id: string; rows: readonly HeldRow[]; circumstance: string | undefined },
	path: string,
	{ offenseDate, sentencingDate, sentencedFrom }: Days,
	rules: Rules,
): HeldRow {
	const all = rows.filter((row) => row.circumstance === circumstance);
	const isPossible = (row: HeldRow) => sentencingDate === undefined || row.offensesFrom <= sentencingDate;
	const ofCircumstance = offenseDate === undefined && all.some(isPossible) ? all.filter(isPossible) : all;
	const [first] = ofCircumstance;
	if (first === undefined) throw otherCircumstance(id, circumstance, rows, path);
	if (offenseDate !== undefined) {
		const found = ofCircumstance.find((row) => isInForce(row, offenseDate));
		if (found) return asRead(found, offenseDate, rules);
		throw notThen(first, offenseDate, path);
	}
	const asSentenced = ofCircumstance.map((row) => asOfSentencing(row, sentencedFrom));
	if (asSentenced.every((row) => samePenalties(row, asSentenced[0] as HeldRow))) {
		return ofCircumstance.findLast((row) => !row.confidence) ?? first;
	}
	throw factMissing('/offenseDate', {
		question: 'When was the offense committed (the last date, if it continued)?',
		problem: `The penalties of ${first.provision} changed ${changesOf(asSentenced)}`,
		remedy: said`give ${key('offenseDate')}`,
	});
}

/** The row, with what a later law makes of it for sentences from a day on; the sentence was imposed on `day` or later. */
export function asOfSentencing<
	T extends Pick<HeldRow, 'sentencedFrom' | 'minimumMonths' | 'description' | 'note' | 'laterLaw'>,
>(row: T, day: string): T {
	const { sentencedFrom } = row;
	if (sentencedFrom === undefined || day < sentencedFrom.date) return row;
	const { minimumMonths, note, description = row.description } = sentencedFrom;
	return { ...row, minimumMonths, note, description, laterLaw: undefined };
}

function otherCircumstance(
	id: string,
	circumstance: string | undefined,
	rows: readonly HeldRow[],
	path: string,
): InputError {
	const known = circumstancesOf(rows);
	const said =
		circumstance === undefined
			? `${shown(id)} has more than one penalty. Name the circumstance after a colon, such as ${shown(`${id}:${rows[0]?.circumstance}`)}. Its circumstances are ${known}`
			: `${shown(id)} is not held with the circumstance ${shown(circumstance)}. Its circumstances are ${known}`;
	return new InputError('no-such-statute', path, said);
}

/** `on July 30, 2002, and on June 25, 2022`: the days from which an offense has other penalties than before. */
function changesOf(rows: readonly HeldRow[]): string {
	const changes = rows.filter((row, index) => index > 0 && !samePenalties(row, rows[index - 1] as HeldRow));
	return changes.map(({ offensesFrom }) => `on ${longDate(offensesFrom)}`).join(', and ');
}

/** A term that runs after every other is neither a floor of the range nor a ceiling: it is stated as one that does. */
function notThen({ provision, consecutive }: HeldRow, offenseDate: string, path: string): InputError {
	const remedy = consecutive
		? `Enter the count with the term that the statute then required, such as {"id": "other", "label": "${provision}", "minimumMonths": 60, "maximumMonths": 60, "consecutive": true}`
		: statedInstead(provision);
	return new InputError(
		'no-such-statute',
		path,
		`the penalties of ${provision} are not held for an offense of ${longDate(offenseDate)}`,
		remedy,
	);
}

const samePenalties = (one: HeldRow, other: HeldRow): boolean =>
	one.minimumMonths === other.minimumMonths && one.maximumMonths === other.maximumMonths;
