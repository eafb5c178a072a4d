// Every rule of the tables, for reading and searching.
import { keyInWords } from '../case/wording.ts';
import type { Law } from './schema.ts';

/** A rule as a table holds it: its provision, its values in the table's own terms, and what it rests on. */
export interface Rule {
	/** As the Manual writes it: `§2L1.2(b)(2)(B)`. */
	provision: string;
	/** In our own words, where the table has some. */
	description: string | undefined;
	/** Its numbers, dates and conditions, by their names. */
	values: [name: string, value: string][];
	section: string;
	authority: string;
	/** When the version of the table that holds it took effect. */
	effectiveDate: string;
}

type Node = Record<string, unknown>;

/** Every rule of every version of the tables, in their order, the versions of a table oldest first. What explains, questions, spells or indexes the rules is none. */
export function rulesOf(law: Law): Rule[][] {
	const { explanations: _, 'open-questions': __, 'drug-names': ___, 'statutory-index': ____, ...rules } = law.tables;
	const tables = [...Object.values(rules), ...Object.values(law.guidelines)] as unknown as Node[][];
	return tables.map((versions) => versions.flatMap((version) => rulesIn(version, version)));
}

function rulesIn(node: unknown, version: Node): Rule[] {
	if (Array.isArray(node)) return node.flatMap((one) => rulesIn(one, version));
	if (typeof node !== 'object' || node === null) return [];
	const own = ruleOf(node as Node, version);
	const below = Object.entries(node).flatMap(([key, one]) => (key === 'citation' ? [] : rulesIn(one, version)));
	return own === undefined ? below : [own, ...below];
}

function ruleOf(node: Node, version: Node): Rule | undefined {
	const { section, authority } = sourceOf(node) ?? {};
	if (section === undefined || authority === undefined) return undefined;
	const words = ['description', 'text', 'question', 'title', 'reason'].map((key) => node[key]);
	return {
		provision: nameOf(node, version, section),
		description: words.find((word) => typeof word === 'string') as string | undefined,
		values: valuesOf(node),
		section,
		authority,
		effectiveDate: String(version['effectiveDate']),
	};
}

/** Where a rule says that it stands: in its citation, or for a penalty in its own row. */
function sourceOf({ citation, provision, authority }: Node): { section?: string; authority?: string } | undefined {
	if (typeof citation === 'object' && citation !== null) return citation;
	return typeof provision === 'string' && typeof authority === 'string' ? { section: provision, authority } : undefined;
}

function nameOf({ id, provision }: Node, version: Node, section: string): string {
	if (typeof id === 'string' && id.startsWith('(')) return `${String(version['provision'])}${id}`;
	if (typeof id === 'string' && id.startsWith('§')) return id;
	return typeof provision === 'string' ? provision : section;
}

const named = new Set([
	'id',
	'provision',
	'citation',
	'effectiveDate',
	'description',
	'text',
	'question',
	'title',
	'reason',
	'note',
	'authority',
	'group',
]);

/** What stands in the rule itself; rules inside it speak for themselves. */
function valuesOf(node: Node, before = ''): [string, string][] {
	return Object.entries(node).flatMap(([key, value]): [string, string][] => {
		if (named.has(key)) return [];
		const name = `${before}${keyInWords(key)}`;
		if (Array.isArray(value)) {
			return value.every((one) => typeof one !== 'object') ? [[name, value.map(shownValue).join(', ')]] : [];
		}
		if (typeof value !== 'object' || value === null) return [[name, shownValue(value)]];
		return 'citation' in value ? [] : valuesOf(value as Node, `${name}: `);
	});
}

const shownValue = (value: unknown): string =>
	value === true ? 'yes' : value === false ? 'no' : value === null ? 'none' : String(value);
