// The fields that a selection names.
import { InputError, shown } from '../../../case/errors.ts';
import { nearest } from '../../../case/nearest.ts';
import type { Answer } from '../records/records.ts';

/** The path of a field in the result: `guidelineRange.minimumMonths`. Through a list it means that of each. */
export type Field = readonly string[];

/** What a table of results holds where nothing else is asked for. */
export const usualFields: readonly Field[] = [
	'id',
	'caption',
	'edition.effectiveDate',
	'edition.verified',
	'offenseLevel.base',
	'offenseLevel.enhancements',
	'offenseLevel.adjustments',
	'offenseLevel.acceptance',
	'offenseLevel.fastTrack',
	'offenseLevel.total',
	'criminalHistoryCategory',
	'tableRange.minimumMonths',
	'tableRange.maximumMonths',
	'tableRange.zone',
	'guidelineRange.minimumMonths',
	'guidelineRange.maximumMonths',
	'statutoryEffect.minimum',
	'statutoryEffect.maximum',
	'floor.becomesGuidelineSentenceAtOrBelowLevel',
	'floor.noEffectAtOrAboveLevel',
	'fastTrack.available',
	'fastTrack.effect',
	'warnings.code',
	'totalRange.minimumMonths',
	'totalRange.maximumMonths',
].map((path) => path.split('.'));

/** Whether one of the fields is this one, or within it. */
export const asksFor = (fields: readonly Field[] | undefined, ...path: string[]): boolean =>
	fields?.some((field) => path.every((name, at) => field[at] === name)) ?? false;

/** The answer with the range at the fast-track levels that the case gives, in a place of its own; none where it gives none. */
export function withOffered(answer: Answer): object {
	const { fastTrack } = answer;
	const outcome = fastTrack.outcomes.find(({ levels }) => levels === fastTrack.levels);
	if (outcome === undefined) return answer;
	return { ...answer, fastTrack: { ...fastTrack, offered: outcome.totalRange ?? outcome.range } };
}

/** Reads `a,b.c`; each must be one of the fields known. Throws InputError naming another. */
export function readFields(text: string, known: readonly string[]): Field[] {
	const paths = text.split(',').map((path) => path.trim());
	for (const path of paths) {
		if (known.includes(path)) continue;
		const meant = nearest(path, known);
		const hint = meant === undefined ? 'See the fields with ussg batch --select help' : `Did you mean ${shown(meant)}?`;
		throw new InputError('invalid-value', '--select', `the result has no field ${shown(path)}. ${hint}`);
	}
	return [...new Set(paths)].map((path) => path.split('.'));
}

/** The value of a field; of a list, the values in a list. */
export function valueAt(value: unknown, field: Field): unknown {
	const [name, ...rest] = field;
	if (name === undefined) return value;
	if (Array.isArray(value)) return value.map((one) => valueAt(one, field));
	if (typeof value !== 'object' || value === null) return undefined;
	return valueAt((value as Record<string, unknown>)[name], rest);
}

/** The fields that are wanted of a document, each with those wanted of it; all of it where it has none. */
type Wanted = Map<string, Wanted>;

/** The same document with nothing but the fields, in the document's own order. */
export function selecting(fields: readonly Field[]): (document: object) => object {
	const wanted = wantedOf(fields);
	return (document) => narrowed(document, wanted) as object;
}

function wantedOf(fields: readonly Field[]): Wanted {
	if (fields.some((field) => field.length === 0)) return new Map();
	const names = [...new Set(fields.map(([name]) => name as string))];
	const within = (name: string) => fields.filter((field) => field[0] === name).map((field) => field.slice(1));
	return new Map(names.map((name) => [name, wantedOf(within(name))]));
}

function narrowed(value: unknown, wanted: Wanted): unknown {
	if (wanted.size === 0 || typeof value !== 'object' || value === null) return value;
	if (Array.isArray(value)) return value.map((one) => narrowed(one, wanted));
	const kept: Record<string, unknown> = {};
	for (const name in value) {
		const inner = wanted.get(name);
		if (inner !== undefined) kept[name] = narrowed((value as Record<string, unknown>)[name], inner);
	}
	return kept;
}
