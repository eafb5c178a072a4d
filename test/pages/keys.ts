import type * as z from 'zod';
import { dateTitle } from '../../src/case/dates.ts';
import { caseJsonSchema } from '../../src/case/json-schema.ts';

export type Schema = z.core.JSONSchema.JSONSchema;

/** The keys of an object, or of the objects that a value may be or hold. */
export function keysOf(schema: Schema): [key: string, schema: Schema][] {
	const { properties = {}, items, anyOf = [] } = schema;
	const below = [...(isSchema(items) ? [items] : []), ...anyOf.filter(isSchema)].flatMap(keysOf);
	const own = Object.entries(properties).filter((entry): entry is [string, Schema] => isSchema(entry[1]));
	return [...new Map([...below, ...own])];
}

const isSchema = (node: unknown): node is Schema => typeof node === 'object' && node !== null && !Array.isArray(node);

/** Every key of the schema with its path, such as "priors.sentence". */
export const allKeys = (schema: Schema, path = ''): [path: string, schema: Schema][] =>
	keysOf(schema).flatMap(([key, one]) => [[`${path}${key}`, one], ...allKeys(one, `${path}${key}.`)]);

const keyBlock = /<!-- keys (of )?([\w ]+?) -->[\s\S]*?<!-- end of keys -->/g;

/** The page with its tables of keys, between `<!-- keys id caption -->` or `<!-- keys of priors -->` and `<!-- end of keys -->`. */
export const withKeys = (text: string): string =>
	text.replaceAll(keyBlock, (_, within: string | undefined, names: string) => {
		const keys = keysOf(caseJsonSchema() as Schema);
		const wanted = names.split(' ');
		const named = keys
			.filter(([key]) => wanted.includes(key))
			.sort(([a], [b]) => wanted.indexOf(a) - wanted.indexOf(b));
		const shown = within === undefined ? named : named.flatMap(([, one]) => keysOf(one));
		return `<!-- keys ${within ?? ''}${names} -->\n\n${tableOf(shown)}\n\n<!-- end of keys -->`;
	});

/** The keys that the tables of a page hold, each with the one it is within: "priors.sentence". */
export const keysShown = (text: string): string[] =>
	[...text.matchAll(keyBlock)].flatMap(([block, within, names = '']) =>
		[...block.matchAll(/^\| `(\w+)`/gm)].map(([, key]) => (within === undefined ? (key as string) : `${names}.${key}`)),
	);

function tableOf(keys: readonly [string, Schema][]): string {
	const rows = keys.map(([key, one]) => [
		`\`${key}\``,
		one.description ?? '',
		takes(one).replace(/\d$|\d(?=,)/, `$&${key.endsWith('Months') ? ' months' : ''}`),
		`\`${JSON.stringify(one.examples?.[0])}\``,
	]);
	const head = ['key', 'what it says', 'value', 'example'];
	const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => (row[column] as string).length)));
	const line = (cells: readonly string[]) =>
		`| ${cells.map((cell, column) => cell.padEnd(widths[column] as number)).join(' | ')} |`;
	return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
}

/** What a key takes, in words. */
function takes(schema: Schema): string {
	if (schema.anyOf) return [...new Set(schema.anyOf.filter(isSchema).map(takes))].join(', or ');
	if (schema.const !== undefined) return `\`${schema.const}\``;
	if (schema.enum) return schema.enum.map((one) => `\`${one}\``).join(', ');
	if (schema.type === 'array') return `list of: ${isSchema(schema.items) ? takes(schema.items) : 'values'}`;
	if (schema.type === 'boolean') return 'true or false';
	if (schema.type === 'integer') return `${schema.minimum} to ${schema.maximum}`;
	if (schema.type === 'object') return 'object';
	if (schema.title === dateTitle) return 'date, month or year';
	if (schema.format === 'date') return 'date';
	return schema.pattern?.includes('months?') ? 'term' : 'text';
}
