// The case document that was opened.
import { parseField } from '../../case/parse.ts';
import type { CaseSoFar, Value } from '../questions/question.ts';
import { fuller, partsLeft, sameParts, withChanges } from './merge.ts';

type Answers = Readonly<Record<string, Value>>;

/** A case document that was opened, beside the answers: no question's answer, so nothing asks for it. */
export const openedCase = 'openedCase';
/** Where the answers hold what the document says beyond the questions. It counts while it is asked, and nothing asks for it again. */
export const heldFields = 'heldFields';
/** The question whether that stays. */
export const keptId = 'keptFields';

interface Opened {
	document: CaseSoFar;
	/** What its answers came to when it was opened. */
	before: CaseSoFar;
}

/** The document that was opened; undefined where there is none, or where the user left out what it says beyond the questions. */
export function openedIn(answers: Answers): Opened | undefined {
	const opened = answers[openedCase] as unknown as Opened | undefined;
	if (opened === undefined || answers[keptId] === null) return undefined;
	return isPartOfCase(opened?.document) && typeof opened.before === 'object' ? opened : undefined;
}

/** What the document says beyond the questions; undefined where it is nothing. */
export function heldIn(answers: Answers): CaseSoFar | undefined {
	const held = answers[heldFields];
	return isPartOfCase(held) ? held : undefined;
}

/** All that is carried along and no question shows: what the document says beyond them, and an increase that it names in more words than they do. */
export function carriedIn(answers: Answers): CaseSoFar {
	const held = heldIn(answers) ?? {};
	const { document, before } = openedIn({ ...answers, [keptId]: true }) ?? {};
	const more = fuller(document?.enhancements ?? [], before?.enhancements ?? []) as CaseSoFar['enhancements'];
	return more?.length ? { ...held, enhancements: [...(held.enhancements ?? []), ...more] } : held;
}

/** What the answers come to now, in the document that was opened: what they changed since, and nothing else. */
export function changedCase(answers: Answers, now: CaseSoFar): CaseSoFar {
	const opened = openedIn(answers);
	if (opened === undefined) return now;
	const { document, before } = opened;
	const changed = withChanges(document, before, now) as CaseSoFar;
	const isChanged = (field: keyof CaseSoFar) => !sameParts(before[field], now[field]);
	const held = Object.keys(heldIn(answers) ?? {}) as (keyof CaseSoFar)[];
	const stale = held.filter((field) => !isChanged(field) && saysAgain[field]?.some(isChanged));
	const left = Object.entries(changed).filter(([field]) => !stale.includes(field as keyof CaseSoFar));
	return withNamesOfTies(Object.fromEntries(left), now);
}

/** What a document may say in other words beside the answers: it is not carried on where these fields change. */
const saysAgain: Partial<Record<keyof CaseSoFar, (keyof CaseSoFar)[]>> = {
	criminalHistoryCategory: ['criminalHistoryPoints', 'priors'],
	criminalHistoryPoints: ['criminalHistoryCategory', 'priors'],
	baseOffenseLevel: ['guideline', 'edition', 'sentencingDate'],
};

/** A prior that the document does not name, and that another one now names, gets the name that it had at the questions. */
function withNamesOfTies(document: CaseSoFar, { priors: named = [] }: CaseSoFar): CaseSoFar {
	const { priors } = document;
	const ties = new Set(
		named.flatMap(({ sameChargesAs = [], consecutiveTo = [] }) => [sameChargesAs, consecutiveTo].flat()),
	);
	const needs = (index: number) => priors?.[index]?.id === undefined && ties.has(named[index]?.id ?? '');
	if (priors === undefined || !priors.some((_, index) => needs(index))) return document;
	return {
		...document,
		priors: priors.map((prior, index) => (needs(index) ? { id: named[index]?.id, ...prior } : prior)),
	};
}

/** The fields of a document, or the parts of them, that the answers do not come to. */
export const leftOver = (document: CaseSoFar, known: CaseSoFar): CaseSoFar =>
	(partsLeft(document, known) ?? {}) as CaseSoFar;

/** A draft may come from another hand. */
function isPartOfCase(held: unknown): held is CaseSoFar {
	if (typeof held !== 'object' || held === null || Array.isArray(held)) return false;
	const known = checked.get(held) ?? isMadeOfFields(held);
	checked.set(held, known);
	return known;
}

/** What is opened does not change, and is looked at again with every answer. */
const checked = new WeakMap<object, boolean>();

function isMadeOfFields(held: object): boolean {
	try {
		for (const [field, value] of Object.entries(held)) parseField(field as keyof CaseSoFar, value);
		return true;
	} catch {
		return false;
	}
}
