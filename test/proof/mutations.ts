import { dayAfter } from '../random/random.ts';
import { isProse } from '../second-reading/values.ts';

/** One change to a table, as a slip of the hand would make it. */
export interface Mutation {
	path: string;
	change: string;
	table: unknown;
}

type Path = (string | number)[];

/** Every single change to a table: a number by one, a date by a day, a word exchanged, a row dropped, neighbors swapped. */
export function* mutationsOf(table: unknown): Generator<Mutation> {
	const words = wordsByKey(table);
	for (const { path, value, key } of valuesIn(table)) {
		for (const [change, other] of othersOf(value, words.get(key) ?? [])) {
			yield { path: pointer(path), change, table: replaced(table, path, other) };
		}
	}
	for (const { path, list } of listsIn(table)) {
		for (let index = 0; index < list.length; index++) {
			const dropped = list.toSpliced(index, 1);
			yield { path: pointer([...path, index]), change: 'dropped', table: replaced(table, path, dropped) };
			if (index + 1 === list.length || same(list[index], list[index + 1])) continue;
			const swapped = list.with(index, list[index + 1]).with(index + 1, list[index]);
			yield { path: pointer([...path, index]), change: 'swapped with the next', table: replaced(table, path, swapped) };
		}
	}
}

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
const pointer = (path: Path): string => path.map((key) => `/${key}`).join('');

function* valuesIn(node: unknown, path: Path = [], key = ''): Generator<{ path: Path; value: unknown; key: string }> {
	if (Array.isArray(node)) for (const [index, one] of node.entries()) yield* valuesIn(one, [...path, index], key);
	else if (typeof node === 'object' && node !== null) {
		for (const [name, one] of Object.entries(node))
			if (!isProse(name, pointer(path))) yield* valuesIn(one, [...path, name], name);
	} else yield { path, value: node, key };
}

function* listsIn(node: unknown, path: Path = []): Generator<{ path: Path; list: unknown[] }> {
	if (Array.isArray(node)) yield { path, list: node };
	if (typeof node !== 'object' || node === null) return;
	for (const [name, one] of Object.entries(node)) {
		if (!isProse(name, pointer(path))) yield* listsIn(one, [...path, Array.isArray(node) ? Number(name) : name]);
	}
}

/** The words that stand under each key, which a hand could exchange. */
function wordsByKey(table: unknown): Map<string, string[]> {
	const words = new Map<string, string[]>();
	for (const { key, value } of valuesIn(table)) {
		if (typeof value === 'string') words.set(key, [...new Set([...(words.get(key) ?? []), value])]);
	}
	return words;
}

function othersOf(value: unknown, words: readonly string[]): [string, unknown][] {
	if (typeof value === 'number')
		return [
			['+1', value + 1],
			['-1', value - 1],
		];
	if (typeof value === 'boolean') return [['turned', !value]];
	if (typeof value !== 'string') return [];
	if (/^\d{4}-\d\d-\d\d$/.test(value))
		return [
			['+1 day', dayAfter(value, 1)],
			['-1 day', dayAfter(value, -1)],
		];
	const number = /\d+/.exec(value);
	const changed: [string, unknown][] = number ? [['+1', value.replace(number[0], String(Number(number[0]) + 1))]] : [];
	const exchanged = words.find((word) => word !== value);
	return exchanged === undefined ? changed : [...changed, ['exchanged', exchanged]];
}

function replaced(node: unknown, [key, ...rest]: Path, value: unknown): unknown {
	if (key === undefined) return value;
	if (Array.isArray(node)) return node.with(key as number, replaced(node[key as number], rest, value));
	const object = node as Record<string, unknown>;
	return { ...object, [key]: replaced(object[key], rest, value) };
}
