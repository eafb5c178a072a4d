import { InputError, shown } from '../../case/errors.ts';
import type { Months } from '../../case/months.ts';
import type { OffenseClass } from '../../case/offense-class.ts';
import type { CaseDocument } from '../../case/schema.ts';
import type { Provisions } from '../../law/schema.ts';

/** What a table holds of one statute for one span of offense dates. */
export type Row = Provisions['statutes']['penalties'][number];

/** The penalties of one count of conviction. */
export interface StatuteOfConviction {
	provision: string;
	description: string;
	minimumMonths?: Months;
	maximumMonths: Months;
	offenseClass: OffenseClass;
	/** True where the term runs after every other and stands apart from the range (§5G1.2(a)). */
	consecutive: boolean;
	/** The provision that lets such terms run together with each other. */
	mayRunTogether?: string;
	/** There where the range for all counts has its term in it (§4B1.1(c)). */
	inTotalRange?: true;
}

/**
 * The penalties of each statute of conviction, by the date of the offense; `day` is the one that the edition stands
 * for, on which the sentence is taken to be imposed where the case does not say, and `until` gives the one on which it was
 * superseded. Throws InputError where a statute is not held, where its penalties turn on a date that the case lacks, or
 * where the case names its statutes twice.
 */
export function statutesOf(
	document: CaseDocument,
	provisions: Provisions,
	day: string,
	until: () => string | undefined,
): Row[] {
	const notBefore = document.sentencingDate ?? day;
	return namedStatutes(document).map(({ given, path }) => {
		const row = asOfSentencing(rowOf(given, path, document, provisions), notBefore);
		const { laterLaw, note } = row;
		if (laterLaw === undefined || isSentencedBefore(laterLaw.sentencedFrom, document, until)) return row;
		return { ...row, note: `${note}; ${laterLaw.note}` };
	});
}

/** Whether the dates of a case, or its edition where that was superseded before, leave no sentence from a day on. */
export function isSentencedBefore(from: string, document: CaseDocument, until: () => string | undefined): boolean {
	const { edition, sentencingDate } = document;
	if (sentencingDate !== undefined) return sentencingDate < from;
	const superseded = edition === undefined ? undefined : until();
	return superseded !== undefined && superseded <= from && (offenseDayOf(document) ?? '') < from;
}

type Given = NonNullable<CaseDocument['statutes']>[number];

/** The statutes of conviction, wherever the case names them. Throws InputError where it names them twice. */
function namedStatutes({ statutes, instantOffense }: CaseDocument): { given: Given; path: string }[] {
	const ofOffense = instantOffense?.statute;
	if (statutes !== undefined && ofOffense !== undefined) {
		throw new InputError(
			'disagrees',
			'/instantOffense/statute',
			`${shown(ofOffense)} stands beside statutes; name the statutes of conviction in one of the two`,
		);
	}
	if (ofOffense !== undefined) return [{ given: ofOffense, path: '/instantOffense/statute' }];
	return (statutes ?? []).map((given, index) => ({ given, path: `/statutes/${index}` }));
}

/** The day of the offense, its last one where it went on. */
export const offenseDayOf = ({ offenseDate, instantOffense }: CaseDocument): string | undefined =>
	[offenseDate, instantOffense?.endedOn]
		.filter((date) => date !== undefined)
		.sort()
		.at(-1);

/** A section as it is written in a row, or as the Code is cited: `8:1326(b)(2)`, `8 U.S.C. § 1326(b)(2)`. */
const plain = (statute: string): string => statute.replace(/u\.?s\.?c\.?|[\s§:]+/gi, '').toLowerCase();

export const namesStatutes = ({ statutes, instantOffense }: CaseDocument): boolean =>
	statutes !== undefined || instantOffense?.statute !== undefined;

/** Whether a count is one under any of the sections, as the Code is cited. */
export const isUnder = ({ provision }: Pick<StatuteOfConviction, 'provision'>, sections: readonly string[]): boolean =>
	sections.some((section) => provision.startsWith(section));

/** The first statute of conviction that the case names under one of the sections, as it names it. */
export function namedUnder(document: CaseDocument, sections: readonly string[]): string | undefined {
	if (!namesStatutes(document)) return undefined;
	const ids = namedStatutes(document).map(({ given }) => (typeof given === 'string' ? given : given.id));
	return ids.find((id) => sections.some((section) => plain(id).startsWith(plain(section))));
}

function rowOf(given: Given, path: string, document: CaseDocument, provisions: Provisions): Row {
	const { id, circumstance } = typeof given === 'string' ? { id: given, circumstance: undefined } : given;
	const ofId = provisions.statutes.penalties.filter((row) => plain(row.id) === plain(id));
	if (ofId.length === 0) {
		const elsewhere = provisions.statutes.penaltiesElsewhere.find((one) => plain(one.id) === plain(id));
		if (elsewhere)
			throw new InputError('no-such-statute', path, `${shown(id)} is not held by itself: ${elsewhere.remedy}`);
		const ids = [...new Set(provisions.statutes.penalties.map((row) => row.id))].join(', ');
		throw new InputError(
			'no-such-statute',
			path,
			`${shown(id)} is not held; give statutoryMinimumMonths and statutoryMaximumMonths instead, or one of ${ids}`,
		);
	}
	const rows = ofId.filter((row) => row.circumstance === circumstance);
	if (rows.length === 0) {
		const known = [...new Set(ofId.map((row) => row.circumstance ?? 'none'))].join(', ');
		throw new InputError(
			'no-such-statute',
			path,
			`${shown(id)} is not held with the circumstance ${shown(circumstance)}; its circumstances are ${known}`,
		);
	}
	return rowInForce(rows, path, offenseDayOf(document));
}

/** The row, with what a later law makes of it for sentences from a day on; the sentence was imposed on `notBefore` or later. */
function asOfSentencing(row: Row, notBefore: string): Row {
	const { sentencedFrom } = row;
	if (sentencedFrom === undefined || notBefore < sentencedFrom.date) return row;
	const { minimumMonths, note, description = row.description } = sentencedFrom;
	return { ...row, minimumMonths, note, description, laterLaw: undefined };
}

function rowInForce(rows: readonly Row[], path: string, offenseDate: string | undefined): Row {
	const [first] = rows as [Row];
	if (offenseDate === undefined) {
		if (rows.every((row) => samePenalties(row, first))) return rows.findLast((row) => !row.confidence) ?? first;
		const dates = rows.map((row) => row.offensesFrom).join(' and ');
		throw new InputError(
			'facts-missing',
			'/offenseDate',
			`on what day was the offense (its last day, where it went on)? The penalties of ${first.provision} differ for offenses from ${dates}; give offenseDate`,
		);
	}
	const found = rows.find(
		(row) => row.offensesFrom <= offenseDate && (row.offensesBefore === undefined || offenseDate < row.offensesBefore),
	);
	if (found) return found;
	throw new InputError(
		'no-such-statute',
		path,
		`the penalties of ${first.provision} are not held for an offense of ${offenseDate}; ${remedyFor(first)}`,
	);
}

/** A term that runs after every other is neither a floor of the range nor a ceiling: stated as one, it would make a wrong range. */
function remedyFor({ consecutive }: Row): string {
	if (!consecutive) return 'give statutoryMinimumMonths and statutoryMaximumMonths instead';
	return 'its term runs after every other and is no minimum of the range: leave this count out, and add its term, which the case does not hold, after the range yourself';
}

const samePenalties = (one: Row, other: Row): boolean =>
	one.minimumMonths === other.minimumMonths && one.maximumMonths === other.maximumMonths;

/** A statutory maximum fine for one count, in dollars. */
export interface StatutoryFine {
	dollars: number;
	provision: string;
	/** Why the amount could not be verified. */
	unverified?: string;
	/** The offense date that the amount supposes, where the case gives none. */
	supposesOffensesFrom?: string;
}

/** The greatest fine that a statute of conviction sets itself, by the date of the offense. */
export function fineOfStatutes(
	rows: readonly Row[],
	document: CaseDocument,
	{ statutes }: Provisions,
	edition: string,
): StatutoryFine | undefined {
	const offenseDate = offenseDayOf(document);
	const day = offenseDate ?? edition;
	const fines = rows.flatMap(({ id, circumstance = 'none', provision }) => {
		const found = statutes.fines.find(
			(fine) =>
				fine.id === id &&
				fine.circumstances.some((one) => one === circumstance) &&
				fine.offensesFrom <= day &&
				(fine.offensesBefore === undefined || day < fine.offensesBefore),
		);
		return found === undefined ? [] : [{ ...found, provision }];
	});
	const [first] = fines;
	if (!first) return undefined;
	const { dollars, provision, offensesFrom, note } = fines.reduce(
		(most, fine) => (fine.dollars > most.dollars ? fine : most),
		first,
	);
	return {
		dollars,
		provision,
		...(note === undefined ? {} : { unverified: note }),
		...(offenseDate === undefined ? { supposesOffensesFrom: offensesFrom } : {}),
	};
}

/** A row as the result shows it. */
export function shownPenalties(row: Row): StatuteOfConviction {
	const { provision, description, minimumMonths, maximumMonths, offenseClass, consecutive, mayRunTogether } = row;
	return {
		provision,
		description,
		...(minimumMonths === undefined ? {} : { minimumMonths }),
		maximumMonths,
		offenseClass,
		consecutive: consecutive === true,
		...(mayRunTogether === undefined ? {} : { mayRunTogether }),
	};
}
