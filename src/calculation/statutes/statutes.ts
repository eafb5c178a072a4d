import { InputError, shown } from '../../case/errors.ts';
import type { CaseDocument } from '../../case/schema.ts';
import { isWithin, type NamedCount, readCount, sectionOf } from '../../case/statute-names.ts';
import type { Provisions } from '../../law/schema.ts';
import { heldRows } from './held.ts';
import { circumstanceOfObject, rowOfObject } from './object-statutes.ts';
import { type StatedCount, statedRow } from './other-count.ts';
import { resolveCount, unknownStatute } from './resolve.ts';
import { type CountFacts, type HeldRow, offenseDayOf, type Row } from './row.ts';
import { rowInForce } from './row-in-force.ts';

export { isUnder, offenseDayOf, type Row, type StatuteOfConviction } from './row.ts';

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

export const namesStatutes = ({ statutes, instantOffense }: CaseDocument): boolean =>
	statutes !== undefined || instantOffense?.statute !== undefined;

/** The first statute of conviction that the case names under one of the sections, as it names it. */
export function namedUnder(document: CaseDocument, sections: readonly string[]): string | undefined {
	if (!namesStatutes(document)) return undefined;
	const asked = sections.flatMap((section) => sectionOf(section) ?? []);
	const names = namedStatutes(document).map(({ given }) => nameOf(given));
	return names.find((name) => readCount(name)?.sections.some((one) => asked.some((section) => isWithin(one, section))));
}

/** A count in the words of the case: `18:922(g)`, or `21:846,21:841(b)(1)(A)`. */
function nameOf(given: Given): string {
	if (typeof given === 'string') return given;
	if (isStated(given)) return given.label;
	return given.object === undefined ? given.id : `${given.id},${given.object}`;
}

const isStated = (given: Exclude<Given, string>): given is Extract<Exclude<Given, string>, { id: 'other' }> =>
	given.id === 'other' && 'label' in given;

function rowOf(given: Given, path: string, document: CaseDocument, provisions: Provisions): Row {
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
		{ offenseDate, sentencingDate: document.sentencingDate },
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
		`${shown(name)} does not give penalties. Give the most, or the least and the most, in months or as "life", such as "${label}=60-240"`,
	);
}

/** What is known of the count beside its statute. Throws InputError where the case denies what the statute says. */
function factsOf(row: HeldRow, given: CountFacts, path: string): CountFacts {
	if (row.victim === 'minor' && given.minorVictim === false) {
		throw new InputError(
			'disagrees',
			`${path}/minorVictim`,
			`false does not agree with ${row.provision}, which has a minor as its victim; correct one of them`,
		);
	}
	const ledToDeath = row.circumstance?.startsWith('death') ? true : undefined;
	return {
		minorVictim: row.victim === 'minor' ? true : given.minorVictim,
		riskOfDeathOrInjury: ledToDeath ?? given.riskOfDeathOrInjury,
	};
}

/** The row, with what a later law makes of it for sentences from a day on; the sentence was imposed on `notBefore` or later. */
function asOfSentencing(row: Row, notBefore: string): Row {
	const { sentencedFrom } = row;
	if (sentencedFrom === undefined || notBefore < sentencedFrom.date) return row;
	const { minimumMonths, note, description = row.description } = sentencedFrom;
	return { ...row, minimumMonths, note, description, laterLaw: undefined };
}
