// A question made from the schema of its field.
import { dateTitle, longDate } from '../../case/dates.ts';
import { InputError, shown } from '../../case/errors.ts';
import { parseField } from '../../case/parse.ts';
import { readTerm } from '../../case/typed-terms.ts';
import { dateHint, dateOrPeriodHint, readDate, readMonths, readNumber } from '../../case/typed-values.ts';
import { type FieldPath, type FieldSchema, schemaAt } from './field-schema.ts';
import type { CaseSoFar, Choice, Question, Value } from './question.ts';
import { readRevocation } from './read-revocation.ts';

/** What a question about a field says, beside what its schema gives. */
export type FieldWords = Pick<Question, 'id' | 'ask' | 'short' | 'provision' | 'does' | 'explanation'> & {
	names?: readonly Named[];
};

/** Something that a field may name: another prior, by its id. */
interface Named {
	value: string;
	label: string;
}

/** A question about one field of the case document, asked as its schema describes it. */
export function fieldQuestion(path: FieldPath, known: CaseSoFar, words: FieldWords): Question {
	const schema = schemaAt(path);
	const named = words.names ?? namesIn(schema.items?.enum ?? schema.enum ?? []);
	const isList = schema.type === 'array';
	const { choices, hint, possibilities } = choicesOf(schema, named);
	const read = (text: string): Value => {
		const value = isList ? readList(text, schema, named) : readOne(text, schema);
		validate(path, known, value);
		return value;
	};
	return {
		...words,
		choices,
		...(schema.type === 'boolean' || schema.enum ? {} : { read, hint }),
		takesAnyText: hint === anyText,
		...(possibilities ? { possibilities } : {}),
		say: (value) => sayValue(value, named),
		fields: (value) => withValue(known, path, value),
	};
}

function validate(path: FieldPath, known: CaseSoFar, value: Value): void {
	const [field] = path;
	parseField(field, withValue(known, path, value)[field]);
}

/** The case document's field with a value set inside it; nothing else of the document. */
function withValue(known: CaseSoFar, [field, ...rest]: FieldPath, value: Value): CaseSoFar {
	return { [field]: set(known[field], rest, value) };
}

function set(target: unknown, [key, ...rest]: readonly (string | number)[], value: Value): unknown {
	if (key === undefined) return value;
	if (typeof key === 'number') {
		const list = (target ?? []) as unknown[];
		return list.with(key, set(list[key], rest, value));
	}
	return { ...(target as object), [key]: set((target as Record<string, unknown> | undefined)?.[key], rest, value) };
}

/** `drug-trafficking` as it is read: `drug trafficking`. */
const inWords = (name: string): string => name.replaceAll('-', ' ');

const namesIn = (names: readonly string[]): Named[] => names.map((value) => ({ value, label: inWords(value) }));

function choicesOf(schema: FieldSchema, named: readonly Named[]): Pick<Question, 'choices' | 'hint' | 'possibilities'> {
	if (schema.type === 'boolean') {
		return {
			choices: [
				{ value: false, label: 'no', typed: ['n'] },
				{ value: true, label: 'yes', typed: ['y'] },
			],
			possibilities: [false, true],
		};
	}
	if (schema.enum) return { choices: named, possibilities: named.map(({ value }) => value) };
	if (schema.type !== 'array') return { choices: [], hint: hintOf(schema) };
	const none: Choice = { value: [], label: 'none', key: 'n' };
	return {
		choices: [none, ...named.map(({ value, label }): Choice => ({ value: [value], label }))],
		hint: named.length > 0 ? 'several with commas' : `${hintOf(schema.items ?? {})}; several with commas`,
	};
}

function hintOf(schema: FieldSchema): string {
	if (schema.title === dateTitle) return dateOrPeriodHint;
	if (schema.format === 'date') return dateHint;
	if (schema.type === 'integer') return 'a whole number';
	if (schema.type === 'object') return 'the day, then the term: YYYY-MM-DD 18 months';
	return schema.pattern !== undefined ? 'a term: 18 months, 1 year 1 day, 0' : anyText;
}

/** Where any text is an answer, the word alone would be one too. */
export const anyText = 'any text (:draft to finish later)';

function readOne(text: string, schema: FieldSchema): Value {
	if (schema.format === 'date' || schema.title === dateTitle) return readDate(text);
	if (schema.type === 'integer') return readNumber(text);
	if (schema.type === 'object') return readRevocation(text);
	if (schema.anyOf) return readMonths(text);
	return schema.pattern === undefined ? text : readTerm(text);
}

/** Several values with commas; what is named may be cut short as long as it stays the only one. */
function readList(text: string, schema: FieldSchema, named: readonly Named[]): Value {
	const parts = text
		.split(named.length > 0 ? ',' : betweenValues)
		.map((part) => part.trim())
		.filter((part) => part !== '');
	return parts.map((part) => (named.length > 0 ? nameOf(part, named) : readOne(part, schema.items ?? {})));
}

/** A comma, but not the one before the year of a day in words. */
const betweenValues = /,(?! *\d{4}(?![-\d]))/;

function nameOf(part: string, named: readonly Named[]): string {
	const wanted = inWords(part.toLowerCase());
	const isExact = ({ value, label }: Named) => [inWords(value), label.toLowerCase()].includes(wanted);
	const begins = ({ value, label }: Named) =>
		[inWords(value), label.toLowerCase()].some((name) => ` ${name}`.includes(` ${wanted}`));
	const [found, ...more] = named.some(isExact) ? named.filter(isExact) : named.filter(begins);
	if (found && more.length === 0) return found.value;
	const known = (found ? [found, ...more] : named).map(({ label }) => label).join(', ');
	throw new InputError('invalid-value', '', `${shown(part)} is ${found ? 'more than one of' : 'none of'} ${known}`);
}

function sayValue(value: Value, named: readonly Named[]): string {
	if (Array.isArray(value)) return value.length === 0 ? 'none' : value.map((each) => sayValue(each, named)).join(', ');
	if (typeof value === 'boolean') return value ? 'yes' : 'no';
	if (typeof value === 'object' && value !== null && 'on' in value) {
		const { on, term } = value as { on: string; term: string };
		return `${longDate(on)}: ${term}`;
	}
	const text = String(value);
	return named.find((name) => name.value === text)?.label ?? longDate(text);
}
