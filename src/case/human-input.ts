// Values as people write them, in the form of the case document.
import type * as z from 'zod';
import { dateTitle, isDate, isMonthOrYear } from './dates.ts';
import { readTerm } from './typed-terms.ts';
import { readDate, readMonths } from './typed-values.ts';

/**
 * Values as people write them, brought into the form of the case document: citations in the usual styles, American
 * dates, typographic dashes, quotes and spaces, numbers and yes or no as text. What is not understood stays as it is, to
 * be rejected by name. Free text (id, caption, label) stays as it was written.
 */
export function asCaseDocument(value: unknown, schema: z.ZodType): unknown {
	return read(value, schema, '');
}

type Definition = z.core.$ZodTypes['_zod']['def'];
const definitionOf = (schema: z.core.$ZodType): Definition => (schema as z.core.$ZodTypes)._zod.def;

function read(value: unknown, schema: z.core.$ZodType, key: string): unknown {
	const def = definitionOf(schema);
	switch (def.type) {
		case 'optional':
			return value === undefined ? value : read(value, def.innerType, key);
		case 'object':
			return isObject(value) ? readObject(value, def.shape, key) : value;
		case 'array':
			return Array.isArray(value) ? value.map((one) => read(one, def.element, key)) : value;
		case 'union':
			return readUnion(value, def.options, key);
		default:
			return fits(value, schema) ? value : readPlain(value, schema, key);
	}
}

const isObject = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

const fits = (value: unknown, schema: z.core.$ZodType): boolean => (schema as z.ZodType).safeParse(value).success;

/** A key without a value is one that was left out. A key that is not known stays, to be rejected by name. */
function readObject(
	given: Record<string, unknown>,
	shape: Readonly<Record<string, z.core.$ZodType>>,
	within: string,
): unknown {
	const entries = Object.entries(given).filter(([key, value]) => value !== null || !Object.hasOwn(shape, key));
	const readOne = (key: string, value: unknown): unknown => {
		const field = Object.hasOwn(shape, key) ? shape[key] : undefined;
		return field === undefined ? value : read(value, field, key === 'id' && isProvision(within) ? within : key);
	};
	return Object.fromEntries(entries.map(([key, value]) => [key, readOne(key, value)]));
}

/** The first form that the value fits once it is read; as it was where it fits none. */
function readUnion(value: unknown, options: readonly z.core.$ZodType[], key: string): unknown {
	if (options.some((option) => fits(value, option)) && !isProvision(key)) return value;
	for (const option of options) {
		const found = read(value, option, key);
		if (fits(found, option)) return found;
	}
	return value;
}

/** A field of the case for a day says so beside its pattern, and so does one that takes a month or a year as well. */
const isDay = (schema: z.core.$ZodType, def: Definition): boolean =>
	('format' in def && def.format === 'date') || (schema as z.ZodType).meta()?.title === dateTitle || isExact(schema);
const isExact = (schema: z.core.$ZodType): boolean => (schema as z.ZodType).meta()?.['format'] === 'date';

const freeText = new Set(['id', 'caption', 'label']);
const provisions = new Set(['enhancements', 'base', 'guideline', 'chapterThree']);
const terms = new Set(['sentence', 'suspended', 'term']);
const isProvision = (key: string): boolean => provisions.has(key);

function readPlain(value: unknown, schema: z.core.$ZodType, key: string): unknown {
	const def = definitionOf(schema);
	if (def.type === 'string' && typeof value === 'number') return String(value);
	if (def.type === 'boolean' && (value === 1 || value === 0)) return value === 1;
	if (typeof value !== 'string') return value;
	const text = plainText(value);
	if (def.type === 'number') return readWhole(text);
	if (def.type === 'boolean') return readYesOrNo(text);
	if (def.type === 'enum') return oneOf(text, Object.values(def.entries));
	if (def.type === 'literal') return oneOf(text, def.values);
	if (freeText.has(key)) return value;
	if (isDay(schema, def)) return readDay(text);
	if (terms.has(key)) return readTerm(text);
	return readProvision(text, key);
}

/** Typographic dashes, minus signs, quotes and spaces as a keyboard has them. */
const plainText = (text: string): string =>
	text
		.replace(/[\u00a0\u2000-\u200a\u202f\u205f\u3000]/g, ' ')
		.replace(/[\u2010-\u2015\u2212]/g, '-')
		.replace(/[\u2018\u2019\u201a\u2032]/g, "'")
		.replace(/[\u201c\u201d\u201e\u2033]/g, '"')
		.replace(/[\u200b-\u200d\u2060\ufeff]/g, '')
		.trim();

/** `20`, `20.0`, `+2`, `10 years` as whole months; as it was where it is no number. */
function readWhole(text: string): unknown {
	const whole = /^([+-]?\d{1,9})(?:\.0*)?$/.exec(text)?.[1];
	return whole === undefined ? readMonths(text) : Number(whole);
}

function readYesOrNo(text: string): unknown {
	if (/^(true|yes|y|1)$/i.test(text)) return true;
	return /^(false|no|n|0)$/i.test(text) ? false : text;
}

/** The word of a list that the text is, in whatever case; a number of the list as a number. */
function oneOf(text: string, words: readonly unknown[]): unknown {
	const whole = readWhole(text);
	return words.find((word) => word === whole || String(word).toLowerCase() === text.toLowerCase()) ?? text;
}

function readDay(text: string): string {
	const day = readDate(text);
	return isDate(day) || isMonthOrYear(day) ? day : text;
}

function readProvision(text: string, key: string): string {
	if (key === 'guideline') return sectionOf(text);
	if (key === 'enhancements' || key === 'base') return idOf(text);
	if (key === 'chapterThree') return provisionOf(text);
	return text;
}

const sectionForm = /^(?:u\.?s\.?s\.?g\.?)? *(?:sec(?:tion|\.)?)? *§* *(\d[a-z]\d\.\d{1,2})/i;

/** `§ 2l1.2` is `2L1.2`. */
function sectionOf(text: string): string {
	const [whole = '', section] = sectionForm.exec(text) ?? [];
	return section !== undefined && whole.length === text.length ? section.toUpperCase() : text;
}

/** `§2L1.2(B)(1)(a)` and `(b) (1) (A)` are `(b)(1)(A)`: a capital letter stands behind a number, and there alone. */
function idOf(text: string): string {
	const rest = text.replace(sectionForm, '').replaceAll(' ', '');
	if (!/^(\([a-z0-9]+\))+$/i.test(rest)) return text;
	const parts = [...rest.matchAll(/\(([^)]+)\)/g)].map(([, part = '']) => part);
	const isCapital = (at: number) => /^\d/.test(parts[at - 1] ?? '');
	return parts.map((part, at) => `(${isCapital(at) ? part.toUpperCase() : part.toLowerCase()})`).join('');
}

/** `3b1.2 (B)` is `§3B1.2(b)`. */
function provisionOf(text: string): string {
	const [whole = '', section] = sectionForm.exec(text) ?? [];
	if (section === undefined) return text;
	const rest = text.slice(whole.length);
	return `§${section.toUpperCase()}${rest.includes('(') ? idOf(rest) : rest.trim()}`;
}
