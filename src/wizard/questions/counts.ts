// The count of conviction: which penalties of the statute named apply.
import { heldRows } from '../../calculation/statutes/held-rows.ts';
import type { HeldRow } from '../../calculation/statutes/row.ts';
import { InputError } from '../../case/errors.ts';
import { citedAs } from '../../case/statute-names.ts';
import { countOfDrugs, readCharged, rowOfDrugs, sayCharged, tierOf } from './charged-drugs.ts';
import {
	byWeight,
	type Count,
	circumstancesOf,
	countOf,
	type NamedRows,
	penaltyText,
	rowsNamed,
} from './count-rows.ts';
import { explain } from './explanations.ts';
import { offenseDay } from './offense-day.ts';
import { type CaseSoFar, type Choice, type Context, isUnknown, type Question, type Value } from './question.ts';
import { type NamedOffense, namedOffense } from './statute-answer.ts';

/** The questions that settle the penalties of the statute named: which subparagraph, and what sets its penalties apart. */
export function counts(context: Context): Question[] {
	const named = namedOffense(context.answers['guideline']);
	if (!named) return [];
	const rows = rowsNamed(named.sections, context.provisions);
	const asked = rows.ids.length > 1 ? [subparagraph(named, rows, context)] : [];
	const id = rows.ids.length === 1 ? rows.ids[0] : chosenRow(named, rows, context);
	const given = context.answers[idOfSubparagraph(named)];
	const isOpen = id === undefined && (given === undefined || !isCharged(given));
	const all = isOpen ? (given === undefined ? [] : rows.ids) : id === undefined ? [] : [id];
	const possible = all.flatMap((one) => possibleCounts(one, named, rows, context));
	const charged =
		id === undefined && !isOpen ? [countOfDrugs(given as Value, tierOf(rows.ids, context.provisions), rows)] : [];
	const several = id !== undefined && named.circumstance === undefined && circumstancesOf(id, rows, context).length > 1;
	return [
		...asked,
		...offenseDay([...possible, ...charged], named.sections[0] as string, context),
		...(several ? [circumstance(id, named, rows, context)] : []),
	];
}

const isCharged = (value: Value): boolean => typeof value === 'object' && value !== null && 'drugs' in value;

/** The counts that a row can still come to, by what sets its penalties apart. */
const possibleCounts = (id: string, named: NamedOffense, rows: NamedRows, context: Context): Count[] =>
	named.circumstance === undefined
		? circumstancesOf(id, rows, context).map((one) => countOf(id, rows, one))
		: [countOf(id, rows, named.circumstance)];

/** What the statute named says of the count, where it leaves nothing to ask. */
export function countFields(named: NamedOffense, context: Context): CaseSoFar {
	const rows = rowsNamed(named.sections, context.provisions);
	const [id, more] = rows.ids;
	return id === undefined || more !== undefined ? {} : fieldsOf(id, named, rows, context);
}

/** The count by its row, unless what sets its penalties apart is to be asked. */
function fieldsOf(id: string, named: NamedOffense, rows: NamedRows, context: Context): CaseSoFar {
	const all = circumstancesOf(id, rows, context);
	if (named.circumstance === undefined && all.length > 1) return {};
	return { statutes: [countOf(id, rows, named.circumstance ?? all[0] ?? null)] };
}

const idOfSubparagraph = ({ statute }: NamedOffense): string => `count/${statute}`;

function subparagraph(named: NamedOffense, rows: NamedRows, context: Context): Question {
	const tier = tierOf(rows.ids, context.provisions);
	const inOrder = byWeight(rows.ids, (id) => countOf(id, rows, circumstancesOf(id, rows, context)[0] ?? null), context);
	return {
		id: idOfSubparagraph(named),
		ask: `Which penalties of ${named.sections.map(citedAs).join(', ')}?`,
		short: 'Count',
		provision: citedAs(named.sections[0] as string),
		does: 'Sets the minimum, the maximum and the class, by what the indictment charges and the client admitted or a jury found.',
		explanation: explain('count', context),
		choices: rows.ids.map((id) => rowChoice(id, rows, context)),
		...(tier === undefined ? {} : { read: readCharged, hint: 'the drugs charged, such as 500 g methamphetamine' }),
		say: (value) => sayCharged(value, tier, rows, context),
		possibilities: inOrder,
		fields: (value) => {
			if (typeof value === 'string') return fieldsOf(value, named, rows, context);
			const id = rowOfDrugs(value, tier, rows, context);
			const one = countOfDrugs(value, tier, rows);
			return id instanceof InputError || circumstancesOf(id, rows, context).length < 2 ? { statutes: [one] } : {};
		},
		from: () => undefined,
	};
}

function rowChoice(id: string, rows: NamedRows, context: Context): Choice {
	const count = countOf(id, rows, circumstancesOf(id, rows, context)[0] ?? null);
	const { provision, description } = heldRows(context.provisions, id).at(-1) as HeldRow;
	return {
		value: id,
		label: `${provision.replace(/^\d+ U\.S\.C\. /, '')} ${plainDescription(id, context) ?? description}`,
		effect: penaltyText(count, context),
		typed: [id, provision, ...endsOf(provision)],
	};
}

/** What the plain offense of a row is, as it stands last. */
const plainDescription = (id: string, { provisions }: Context): string | undefined =>
	heldRows(provisions, id).findLast((row) => row.circumstance === undefined)?.description;

/** `(a)(1)(B)(ii)`, `(1)(B)(ii)`, `(B)(ii)` and `(ii)`: what people type of a subparagraph. */
function endsOf(provision: string): string[] {
	const parts = provision.match(/\([^)]*\)/g) ?? [];
	return parts.map((_, index) => parts.slice(index).join(''));
}

/** The row that was answered; undefined where it was not, or cannot be told yet. */
function chosenRow(named: NamedOffense, rows: NamedRows, context: Context): string | undefined {
	const value = context.answers[idOfSubparagraph(named)];
	if (value === undefined || isUnknown(value)) return undefined;
	if (typeof value === 'string') return rows.ids.includes(value) ? value : undefined;
	const id = rowOfDrugs(value, tierOf(rows.ids, context.provisions), rows, context);
	return id instanceof InputError ? undefined : id;
}

/** What sets the penalties apart from those of the plain offense, such as an earlier conviction or a death. */
function circumstance(id: string, named: NamedOffense, rows: NamedRows, context: Context): Question {
	const all = circumstancesOf(id, rows, context);
	const held = heldRows(context.provisions, id);
	const labelOf = (one: string | null): string =>
		one === null ? 'none of these' : (held.findLast((row) => row.circumstance === one)?.description ?? one);
	const count = (one: string | null): Count => {
		const charged = context.answers[idOfSubparagraph(named)];
		if (charged === undefined || !isCharged(charged)) return countOf(id, rows, one);
		const ofDrugs = countOfDrugs(charged, tierOf(rows.ids, context.provisions), rows) as object;
		return { ...ofDrugs, ...(one === null ? {} : { circumstance: one }) } as Count;
	};
	return {
		id: `circumstance/${id}`,
		ask: `Does anything set the penalties of ${citedAs(id)} apart?`,
		short: 'Penalties',
		provision: citedAs(id),
		does: 'Such as an earlier conviction that the government must prove or file (21 U.S.C. § 851), or a death.',
		explanation: explain('count', context),
		choices: all.map((one) => ({
			value: one,
			label: labelOf(one),
			effect: penaltyText(count(one), context),
			typed: one === null ? ['none', 'no'] : [one, one.replaceAll('-', ' ')],
		})),
		possibilities: byWeight(all, count, context),
		fields: (value) => ({ statutes: [count(value as string | null)] }),
		from: () => undefined,
	};
}
