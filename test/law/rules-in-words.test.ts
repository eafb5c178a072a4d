import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { longDate } from '../../src/case/dates.ts';
import { bundledLaw } from '../../src/law/bundled.ts';
import { isAt, namesIn } from '../../src/law/provision-names.ts';
import type { RuleInWords } from '../../src/law/words-schema.ts';
import { citationsOf, faultOf } from '../second-reading/citations.ts';

const rows: RuleInWords[] = JSON.parse(readFileSync(new URL('../../dist/rule-words.json', import.meta.url), 'utf8'));

describe('the rules in words', () => {
	test.each(rows)('$provision: each citation agrees with Appendix C, and its day is that of the span', ({ spans }) => {
		expect(citationsOf(spans).map(([, citation]) => faultOf(citation) ?? '')).toEqual(spans.map(() => ''));
		expect(spans.map(({ citation }) => citation.effectiveDate)).toEqual(spans.map(({ from }) => from));
	});

	test('say nothing twice: no two spans of a row that follow each other are the same', () => {
		const same = rows.filter(({ spans }) => spans.some(({ text }, at) => at > 0 && text === spans[at - 1]?.text));
		expect(same.map(({ provision }) => provision)).toEqual([]);
	});
});

/** Tables whose rows are put in words one by one, or are too many: ussg table and ussg guideline print them. */
const printedElsewhere = [
	'2L1.2',
	'statutes-8',
	'statutes-18',
	'statutes-21',
	'statutory-index',
	'drug-quantity',
	'drug-conversions',
	'drug-tiers',
	'prior-labels',
	'explanations',
	'open-questions',
];
/** Numbers by which the program works and which the law does not have: halves of units, a month at least, levels a cap starts from. */
const workings = [
	'mostLevels',
	'inManualSince',
	'maximumBelowMonths',
	'verifiedFrom',
	'halfUnits',
	'atMostHalfUnits',
	'leastDropMonths',
	'quantityLevels',
	'upToLevelsLess',
	'lastLevel',
];
const notOfTheRule = ['citation', 'effectiveDate', 'begins', 'authority', 'note', 'rows', 'levelLimits', 'zones'];

type Node = Record<string, unknown>;
interface Value {
	name: string;
	key: string;
	value: string | number;
}

const nameOf = ({ id, provision, citation }: Node): string | undefined => {
	if (typeof id === 'string' && id.startsWith('§')) return id;
	if (typeof provision === 'string') return provision;
	return typeof citation === 'object' && citation !== null ? String((citation as Node)['section']) : undefined;
};

/** Every number, term, category and day in a table, with the provision that it stands under. */
function* valuesIn(node: unknown, name: string, key = ''): Generator<Value> {
	if (Array.isArray(node)) for (const one of node) yield* valuesIn(one, name, key);
	else if (typeof node === 'object' && node !== null) {
		const own = nameOf(node as Node) ?? name;
		for (const [inner, one] of Object.entries(node)) {
			if (workings.includes(inner) || (notOfTheRule.includes(inner) && !(inner === 'rows' && hasNumbers(own))))
				continue;
			yield* valuesIn(one, own, inner);
		}
	} else if (typeof node === 'number' && node !== 0) yield { name, key, value: Math.abs(node) };
	else if (typeof node === 'string' && isOfTheLaw(node, key)) yield { name, key, value: node };
}

/** The Sentencing Table is printed by ussg table; the other rows are in words. */
const hasNumbers = (name: string): boolean => !name.startsWith('Ch. 5');
const isOfTheLaw = (text: string, key: string): boolean =>
	/^\d+ (months|days|years)$|^(I|II|III|IV|V|VI)$|^\d+-(\d+|life)$|^\d{4}-\d\d-\d\d$/.test(text) || key === 'zone';

const spelled = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];

/** Whether words say a value: in digits or spelled, months also as years. */
function isSaid({ name, key, value }: Value, words: string): boolean {
	const numbers = new Set((words.replace(/(\d),(?=\d{3})/g, '$1').match(/\d+(\.\d+)?/g) ?? []).map(Number));
	for (const [at, word] of spelled.entries()) if (new RegExp(`\\b${word}\\b`, 'i').test(words)) numbers.add(at + 1);
	if (typeof value === 'number') return formsOf(value, key).some((form) => numbers.has(form));
	if (/^\d{4}/.test(value)) return words.includes(longDate(value)) || daysOf(name).includes(value);
	if (key === 'zone') return words.includes(`Zone ${value}`);
	return /^[IV]+$/.test(value)
		? new RegExp(`\\b${value}\\b`).test(words)
		: (value.match(/\d+/g) ?? []).every((number) => formsOf(Number(number), value).some((form) => numbers.has(form)));
}

/** The days of the spans of a provision, and that of the first Manual. */
const daysOf = (name: string): string[] => [
	'1987-11-01',
	...rows.filter(({ provision }) => provision === name).flatMap(({ spans }) => spans.map(({ from }) => from)),
];

/** 60 months are 5 years, one is 30 days, and a term from 13 months up is more than 1 year. */
function formsOf(value: number, unit: string): number[] {
	if (!/month/i.test(unit)) return [value];
	const years = [value / 12, (value - 1) / 12].filter((number) => number > 0 && Number.isInteger(number));
	return [value, value - 1, ...years, ...(value === 1 ? [30] : [])];
}

/** What is said of a provision and its parts on a day; of a statute on any day. */
const saidOf = (name: string, day: string): string[] =>
	rows
		.filter(({ provision }) => namesIn(name).some((one) => isAt(provision, one)))
		.flatMap(({ provision, spans }) =>
			/^\d/.test(provision) ? spans : [spans.findLast(({ from }) => from <= day) ?? { text: undefined }],
		)
		.flatMap(({ text }) => text ?? []);

test('every number of the tables stands in the words of its provision, as they were in the same edition', () => {
	const missing = Object.entries(bundledLaw.tables).flatMap(([table, versions]) =>
		printedElsewhere.includes(table)
			? []
			: versions.flatMap((version) =>
					[...valuesIn(version, version.provision)].flatMap((value) => {
						const said = saidOf(value.name, version.effectiveDate);
						return said.length === 0 || isSaid(value, said.join(' '))
							? []
							: [`${table}/${version.effectiveDate} ${value.name}: ${value.key} ${value.value}`];
					}),
				),
	);
	expect(missing).toEqual([]);
});

test('a number that the words do not say is noticed', () => {
	expect(isSaid({ name: '§3E1.1', key: 'levels', value: 3 }, 'minus 2 levels')).toBe(false);
	expect(isSaid({ name: '§5B1.2', key: 'maximumMonths', value: 60 }, 'at most 5 years')).toBe(true);
	expect(isSaid({ name: '§4A1.2', key: 'exceeds', value: '13 months' }, 'more than 14 months')).toBe(false);
});
