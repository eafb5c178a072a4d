// The rows of penalties that a statute can mean.

import { withChargedDrugs } from '../../calculation/statutes/charged-drugs.ts';
import { allRows, heldRows } from '../../calculation/statutes/held-rows.ts';
import type { Row } from '../../calculation/statutes/row.ts';
import { statutesOf } from '../../calculation/statutes/statutes.ts';
import { attempt, InputError } from '../../case/errors.ts';
import { compareMonths } from '../../case/months.ts';
import type { CaseDocument } from '../../case/schema.ts';
import { isWithin } from '../../case/statute-names.ts';
import type { Provisions } from '../../law/schema.ts';
import { yearsText } from '../../report/words.ts';
import type { CaseSoFar, Context } from './question.ts';

/** The rows that a statute can be punished by; for an attempt or a conspiracy those of its object, beside its own id. */
export interface NamedRows {
	ids: string[];
	objectStatute?: ObjectStatute | undefined;
}
type ObjectStatute = Provisions['statutes']['objectStatutes'][number];

/** One count of conviction, as the case document has it. */
export type Count = NonNullable<CaseSoFar['statutes']>[number];

/** The rows of the sections that name one count: `21:846` and `21:841(b)(1)(A)`, or one section alone. */
export function rowsNamed(sections: readonly string[], provisions: Provisions): NamedRows {
	const parts = sections.map((section) => rowsOf(section, provisions));
	const objectStatute = parts.find((part) => part.objectStatute)?.objectStatute;
	const lists = parts.flatMap(({ ids }) => (ids.length > 0 ? [ids] : []));
	const [first = [], ...others] = lists;
	const ids = first.filter((id) => others.every((list) => list.includes(id)));
	if (objectStatute === undefined || ids.length > 0) return { ids, objectStatute };
	return {
		ids: idsOf(allRows(provisions), (id) => objectStatute.objects.some((one) => id.startsWith(one))),
		objectStatute,
	};
}

/** The row of a section, of one of which it is a part, or of what punishes it; or else the rows of its parts. */
function rowsOf(section: string, provisions: Provisions): NamedRows {
	const { punishedBy, objectStatutes } = provisions.statutes;
	const is = ({ id }: { id: string }, at: string): boolean => id.toLowerCase() === at.toLowerCase();
	for (let at = section; at !== ''; at = at.endsWith(')') ? at.slice(0, at.lastIndexOf('(')) : '') {
		const [row] = heldRows(provisions, at);
		if (row) return { ids: [row.id] };
		const punished = punishedBy.find((one) => is(one, at));
		if (punished) return { ids: punished.rows };
		const objectStatute = objectStatutes.find((one) => is(one, at));
		if (objectStatute) return { ids: [], objectStatute };
	}
	return { ids: idsOf(allRows(provisions), (id) => isWithin(id, section)) };
}

const idsOf = (rows: readonly { id: string }[], has: (id: string) => boolean): string[] =>
	[...new Set(rows.map(({ id }) => id))].filter(has);

/** What sets a row apart from the plain offense, `null` for the plain one, among the rows that can be in force. */
export function circumstancesOf(id: string, { objectStatute }: NamedRows, context: Context): (string | null)[] {
	const { known, provisions, editionDate } = context;
	const day = known.offenseDate ?? known.sentencingDate ?? editionDate;
	const isPossible = ({
		offensesFrom,
		offensesBefore = '9',
	}: {
		offensesFrom: string;
		offensesBefore?: string | undefined;
	}) => offensesFrom <= day && (known.offenseDate === undefined || day < offensesBefore);
	const rows = heldRows(provisions, id).filter(isPossible);
	const all = [...new Set(rows.map(({ circumstance }) => circumstance ?? null))];
	const allowed = objectStatute?.circumstances;
	const left = allowed === undefined ? all : all.filter((one) => allowed.includes(one ?? 'none'));
	return objectStatute?.noMinimum === undefined ? left : [...left, objectStatute.noMinimum];
}

/** A count by its row, as the case document has it. */
export function countOf(id: string, { objectStatute }: NamedRows, circumstance: string | null = null): Count {
	if (objectStatute) return { id: objectStatute.id, object: id, ...(circumstance === null ? {} : { circumstance }) };
	return circumstance === null ? id : { id, circumstance };
}

/** The penalties of a count on the dates of the case; an InputError where they cannot be told yet. */
export function penaltiesOf(counts: readonly Count[], { known, provisions, editionDate }: Context): Row[] | InputError {
	const { offenseDate, sentencingDate, instantOffense } = known;
	const document = { offenseDate, sentencingDate, instantOffense, statutes: [...counts] } as CaseDocument;
	return attempt(() => statutesOf(withChargedDrugs(document, provisions), provisions, editionDate, () => undefined));
}

/** `10 years to life`, `up to 20 years`; why there is none where the penalties turn on the day of the offense. */
export function penaltyText(count: Count, context: Context): string {
	const rows = penaltiesOf([count], context);
	if (rows instanceof InputError) return rows.path === '/offenseDate' ? 'by the day of the offense' : '';
	const [{ minimumMonths, maximumMonths }] = rows as [Row];
	if (minimumMonths === undefined || minimumMonths === 0) return `up to ${yearsText(maximumMonths)}`;
	if (minimumMonths === maximumMonths) return yearsText(maximumMonths);
	return `${yearsText(minimumMonths)} to ${yearsText(maximumMonths)}`;
}

/** Counts from the lightest to the heaviest, as far as their penalties can be told. */
export function byWeight<T>(given: readonly T[], countOfOne: (one: T) => Count, context: Context): T[] {
	const weighed = given.map((one) => {
		const rows = penaltiesOf([countOfOne(one)], context);
		return { one, row: rows instanceof InputError ? undefined : rows[0] };
	});
	return weighed
		.sort(
			({ row: a }, { row: b }) =>
				compareMonths(a?.minimumMonths ?? 0, b?.minimumMonths ?? 0) ||
				compareMonths(a?.maximumMonths ?? 0, b?.maximumMonths ?? 0),
		)
		.map(({ one }) => one);
}
