// The penalties of each statute of conviction.
import { disagreement, InputError, shown } from '../../case/errors.ts';
import { isStated, type NamedStatute, namedStatutes, nameOf } from '../../case/named-counts.ts';
import { offenseDayOf } from '../../case/offense-day.ts';
import type { CaseDocument } from '../../case/schema.ts';
import { type NamedCount, readCount } from '../../case/statute-names.ts';
import type { Provisions } from '../../law/schema.ts';
import { heldRows } from './held-rows.ts';
import { circumstanceOfObject, rowOfObject } from './object-statutes.ts';
import { type StatedCount, statedRow } from './other-count.ts';
import { resolveCount, unknownStatute } from './resolve.ts';
import type { CountFacts, HeldRow, Row } from './row.ts';
import { asOfSentencing, rowInForce } from './row-in-force.ts';

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
		const row = asOfSentencing(rowOf(given, path, { document, sentencedFrom: notBefore }, provisions), notBefore);
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

function rowOf(
	given: NamedStatute,
	path: string,
	{ document, sentencedFrom }: { document: CaseDocument; sentencedFrom: string },
	provisions: Provisions,
): Row {
	if (typeof given !== 'string' && isStated(given)) return statedRow(given, path, provisions);
	const name = nameOf(given);
	const named = readCount(name);
	if (named?.penalties !== undefined) return statedRow(statedIn(name, named.penalties, path), path, provisions);
	if (named === undefined) throw unknownStatute(name, [], path, provisions);
	const facts: CountFacts = typeof given === 'string' ? {} : given;
	const circumstance = (typeof given === 'string' ? undefined : given.circumstance) ?? named.circumstance;
	const { id, objectStatute } = resolveCount(name, named.sections, path, provisions);
	const offenseDate = offenseDayOf(document);
	const ofObject = objectStatute === undefined ? circumstance : circumstanceOfObject(objectStatute, circumstance);
	const held = rowInForce(
		{ id, rows: heldRows(provisions, id), circumstance: ofObject },
		path,
		{ offenseDate, sentencingDate: document.sentencingDate, sentencedFrom },
		provisions.statutes,
	);
	const row =
		objectStatute === undefined
			? held
			: rowOfObject(objectStatute, held, { circumstance, path, offenseDate }, provisions);
	return { ...row, facts: factsOf(row, facts, path) };
}

/** A count with its penalties, as a text gives it: `18 U.S.C. § 9999=60-240`. */
function statedIn(
	name: string,
	{ label, minimumMonths, maximumMonths }: NonNullable<NamedCount['penalties']>,
	path: string,
): StatedCount {
	const isTerm = (value: number | string | undefined): value is number | 'life' =>
		value === 'life' || (typeof value === 'number' && value >= 0);
	if (isTerm(maximumMonths) && maximumMonths !== 0 && (minimumMonths === undefined || isTerm(minimumMonths))) {
		return { label, minimumMonths, maximumMonths };
	}
	throw new InputError(
		'invalid-value',
		path,
		`${shown(name)} does not give penalties`,
		`Give the maximum, or the minimum and the maximum, in months or as "life", such as "${label}=60-240"`,
	);
}

/** What is known of the count beside its statute. Throws InputError where the case denies what the statute says. */
function factsOf(row: HeldRow, given: CountFacts, path: string): CountFacts {
	if (row.victim === 'minor' && given.minorVictim === false) {
		throw disagreement(`${path}/minorVictim`, `false contradicts ${row.provision}, which requires a minor victim`);
	}
	const ledToDeath = row.circumstance?.startsWith('death') ? true : undefined;
	return {
		minorVictim: row.victim === 'minor' ? true : given.minorVictim,
		riskOfDeathOrInjury: ledToDeath ?? given.riskOfDeathOrInjury,
	};
}
