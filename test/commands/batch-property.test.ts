import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseJson } from '../../src/case/json.ts';
import { newEngine, sourceOf } from '../../src/commands/batch/answer/engine.ts';
import { calculate, InputError, parseCase } from '../../src/index.ts';
import { asJson } from './as-json.ts';
import { ussg } from './run.ts';

/** Case documents, right ones and some that are refused, with ids and captions of any kind. */
const text = fc.oneof(
	fc.string({ unit: 'grapheme' }),
	fc.string({ unit: 'binary' }),
	fc.stringMatching(/^[A-Za-z0-9][\w.:#/-]*$/),
	fc.constantFrom(
		'"',
		'\\',
		'\\"',
		'\u007fid\u007f',
		'\u007fcaption\u007f',
		'{"id":"x"}',
		',"id":"',
		'}}',
		'[{',
		'\ufeff',
		'\ud800',
	),
);
const rarely = <T>(value: T) =>
	fc.oneof({ weight: 9, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: fc.constant(value) });
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const document = fc
	.record({
		id: maybe(text),
		caption: maybe(text),
		edition: fc.constantFrom('1987', '2011', '2024', '2025'),
		guideline: maybe(fc.constant('2L1.2')),
		baseOffenseLevel: maybe(fc.integer({ min: 0, max: 43 })),
		enhancements: maybe(fc.subarray(['(b)(1)(A)', '(b)(1)(C)', { id: '(b)(1)(A)', receivesPoints: true }])),
		adjustments: maybe(fc.array(fc.record({ levels: fc.integer({ min: -4, max: 4 }), label: text }), { maxLength: 2 })),
		acceptance: maybe(fc.constantFrom(0, 2, 3, 'full')),
		criminalHistoryCategory: fc.constantFrom('I', 'VI', 3),
		statutoryMinimumMonths: maybe(fc.constantFrom(60, 120, 'life')),
		unknown: rarely(1),
	})
	.map((fields) => Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)));

/** The same document written otherwise: keys in another order, spaces, and characters escaped. */
const written = fc.tuple(document, fc.infiniteStream(fc.nat(1_000_000))).map(([value, stream]) => {
	const next = (below: number): number => (stream.next().value as number) % below;
	return { value, line: write(value, next) };
});

function write(value: unknown, next: (below: number) => number): string {
	const space = () => [' ', '\t', '  ', '', '', '', '', ''][next(8)];
	if (typeof value === 'string') return writeText(value, next);
	if (typeof value !== 'object' || value === null) return JSON.stringify(value);
	if (Array.isArray(value)) return `[${value.map((one) => `${space()}${write(one, next)}${space()}`).join(',')}]`;
	const entries = Object.entries(value);
	for (let at = entries.length - 1; at > 0; at--) {
		const other = next(3) === 0 ? next(at + 1) : at;
		[entries[at], entries[other]] = [entries[other] as [string, unknown], entries[at] as [string, unknown]];
	}
	const parts = entries.map(
		([key, one]) => `${space()}${writeText(key, next)}${space()}:${space()}${write(one, next)}${space()}`,
	);
	return `{${parts.join(',')}}`;
}

function writeText(value: string, next: (below: number) => number): string {
	if (next(4) !== 0) return JSON.stringify(value);
	const escaped = Array.from({ length: value.length }, (_, at) =>
		next(2) === 0 ? `\\u${value.charCodeAt(at).toString(16).padStart(4, '0')}` : JSON.stringify(value[at]).slice(1, -1),
	);
	return `"${escaped.join('')}"`;
}

/** What calc answers to the case, as a line. */
function alone(value: unknown, line: number): string {
	try {
		return asJson(calculate(parseCase(value)));
	} catch (error) {
		if (!(error instanceof InputError)) throw error;
		const { code, path, message } = error;
		const { id } = value as { id?: string };
		return asJson({ line, ...(id === undefined ? {} : { id }), error: { code, path, message } });
	}
}

/** Answers lines as batch does, remembering what it answered; each test begins with nothing remembered. */
async function newBatch(): Promise<(lines: string[]) => string[]> {
	const { answerBlock } = await newEngine({ format: 'jsonl', select: undefined, map: undefined, summary: false });
	const source = await sourceOf({ kind: 'jsonl' });
	return (lines) => {
		const { output } = answerBlock({ bytes: Buffer.from(lines.join('\n')) }, source, () => 1);
		return Buffer.from(output).toString().split('\n').slice(0, -1);
	};
}

describe('batch answers a line as calc answers the case', () => {
	test('any document in any spelling, twice, so that the second is remembered', async () => {
		const answer = await newBatch();
		fc.assert(
			fc.property(fc.array(written, { minLength: 1, maxLength: 4 }), (records) => {
				const lines = records.map(({ line }) => line);
				const expected = records.map(({ value, line }, at) => alone(JSON.parse(line), at + 1) && alone(value, at + 1));
				expect(answer(lines)).toEqual(expected);
				expect(answer(lines)).toEqual(expected);
			}),
			{ numRuns: 2000 },
		);
	});

	test('one case under many ids and captions', async () => {
		const answer = await newBatch();
		fc.assert(
			fc.property(document, fc.array(fc.tuple(text, text), { minLength: 2, maxLength: 6 }), (value, names) => {
				const records = names.map(([id, caption]) => ({ ...value, id, caption }));
				expect(answer(records.map((record) => JSON.stringify(record)))).toEqual(
					records.map((record, at) => alone(JSON.parse(JSON.stringify(record)), at + 1)),
				);
			}),
			{ numRuns: 500 },
		);
	});

	test('one case and caption under many ids, with and without spaces between', async () => {
		const rest = '"edition":"2011","baseOffenseLevel":34,"criminalHistoryCategory":"I"}';
		for (const space of ['', ' ', '  ']) {
			const answer = await newBatch();
			const ids = ['a1', 'a2', 'a3', 'a4', 'a5'];
			const lines = ids.map((id) => `{"id":"${id}",${space}"caption":"United States v. Alcaraz",${space}${rest}`);
			const answered = answer(lines).map((line) => JSON.parse(line));
			expect(answered.map(({ id, caption }) => [id, caption])).toEqual(
				ids.map((id) => [id, 'United States v. Alcaraz']),
			);
		}
	});

	test('a line damaged at any place is not taken for one that was answered before', async () => {
		const answer = await newBatch();
		const rest = '"edition":"2011","baseOffenseLevel":34,"criminalHistoryCategory":"I"}';
		const [id, plainId, caption] = ['"id":"a b"', '"id":"D-1"', '"caption":"c d"'];
		const whole = [
			`{${id},${caption},${rest}`,
			`{${plainId},${caption},${rest}`,
			`{${id},${rest}`,
			`{${plainId},${rest}`,
			`{${caption},${rest}`,
			`{${rest}`,
			`{ ${id} , ${rest}`,
		];
		const pieces = [
			'',
			'"',
			'{',
			'}',
			',',
			':',
			' ',
			'\\',
			'\t',
			'\u0001',
			'[',
			'\u007f',
			'é',
			id,
			`${caption},`,
			`"{${rest}`,
		];
		const damaged = whole.flatMap((line) =>
			Array.from({ length: line.length }, (_, at) =>
				pieces.flatMap((piece) => [0, 1, 2, 3].map((cut) => line.slice(0, at) + piece + line.slice(at + cut))),
			).flat(),
		);
		const read = (line: string, at: number): string => {
			try {
				return alone(parseJson(line), at + 1);
			} catch (error) {
				const { code, path, message } = error as InputError;
				return asJson({ line: at + 1, error: { code, path, message } });
			}
		};
		const lines = [...whole, ...whole, ...whole, ...damaged];
		const answers = answer(lines);
		expect(answers.length).toBe(lines.length);
		const wrong = lines.flatMap((line, at) => (answers[at] === read(line, at) ? [] : [line]));
		expect(wrong).toEqual([]);
	});

	test('the built program too, in one thread and in two', () => {
		const records = fc.sample(written, { numRuns: 3000, seed: 7 });
		const input = records.map(({ line }) => line).join('\n');
		const expected = records.map(({ value }, at) => `${alone(value, at + 1)}\n`).join('');
		expect(ussg(['batch'], input).stdout).toBe(expected);
		expect(ussg(['batch', '--jobs', '2'], input).stdout).toBe(expected);
	});
});
