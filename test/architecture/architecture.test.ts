// Holds the source to the rules of the house, and shows that each rule can fail.
// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the samples hold templates
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { describe, expect, test } from 'vitest';
import allowed from './allowed.json' with { type: 'json' };
import { functionsOf } from './functions.ts';
import { messagesReadIn } from './messages.ts';
import listed from './over-size.json' with { type: 'json' };
import * as rules from './rules.ts';
import { againstSizes, overSize, type Sizes } from './sizes.ts';
import { importsOf, piecesOf } from './source.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const sources: rules.Sources = Object.fromEntries(
	['src', 'bin']
		.flatMap((house) => readdirSync(`${root}${house}`, { recursive: true }).map((file) => `${house}/${file}`))
		.filter((file) => /\.(ts|mjs|cjs)$/.test(file) && !file.endsWith('.d.ts'))
		.map((file) => [file, readFileSync(root + file, 'utf8')]),
);

describe('the house', () => {
	test('the arrows point one way: bin, commands, wizard and report, calculation, law; result and case are leaves', () => {
		expect(rules.wrongArrows(sources)).toEqual([]);
	});

	test('inside the calculation and a batch, a part imports only what comes before it', () => {
		expect(rules.partsOutOfOrder(sources)).toEqual([]);
	});

	test('no files import each other in a circle, type imports included', () => {
		expect(rules.circles(sources)).toEqual([]);
	});

	test('small: what is over a measure stands in over-size.json, and that list only shrinks', () => {
		expect(againstSizes(overSize(sources), listed)).toEqual([]);
	});

	test('messages are output only: nothing reads one to learn what it means', () => {
		const reading = Object.entries(sources).map(([file, source]) => [file, messagesReadIn(source)]);
		expect(reading.filter(([, read]) => read?.length !== 0)).toEqual([]);
	});

	test('a fact that is missing is asked for in a question', () => {
		const elsewhere = Object.keys(sources).filter((file) => sources[file]?.includes("InputError('facts-missing'"));
		expect(elsewhere).toEqual(['src/case/errors.ts']);
	});

	test('every file of src opens with one line that says what it holds', () => {
		expect(rules.withoutOpeningLine(sources)).toEqual([]);
	});

	test('the library imports nothing of Node', () => {
		expect(rules.nodeInTheLibrary(sources)).toEqual([]);
	});

	test('only the wizard asks with @inquirer, and only schema files load zod', () => {
		expect(rules.packagesOutOfPlace(sources)).toEqual([]);
	});

	test('a run loads the schema of the case and no other', () => {
		expect(rules.schemasAtRunTime(sources)).toEqual([]);
	});

	test('no date and no year of the law in src, but in examples', () => {
		expect(rules.against(rules.datesIn(sources), allowed.dates)).toEqual([]);
	});

	test('no number of the law in src', () => {
		expect(rules.against(rules.numbersIn(sources), allowed.numbers)).toEqual([]);
	});

	test('every exception has a reason', () => {
		for (const { reason } of [...allowed.dates, ...allowed.numbers]) expect(reason.length).toBeGreaterThan(10);
	});
});

describe('each rule can fail', () => {
	test.each([
		['src/case/a.ts', "import { b } from '../law/b.ts';"],
		['src/case/a.ts', "import type { B } from '../calculation/b.ts';"],
		['src/case/a.ts', "import type { B } from '../result/b.ts';"],
		['src/result/a.ts', "import type { B } from '../law/b.ts';"],
		['src/law/a.ts', "export { b } from '../calculation/b.ts';"],
		['src/calculation/a.ts', "import '../report/b.ts';"],
		['src/report/a.ts', "const { b } = await import('../commands/b.ts');"],
		['src/report/a.ts', "let b: import('../wizard/b.ts').B;"],
		['src/wizard/a.ts', "import {\n\tb,\n\tc,\n} from '../commands/b.ts';"],
		['src/index.ts', "import { b } from './report/b.ts';"],
		['src/commands/a.ts', "import { b } from '../../bin/b.mjs';"],
		['src/calculation/a.ts', "import { b } from '../index.ts';"],
		['src/new/a.ts', "import { b } from '../case/b.ts';"],
		['bin/a.mjs', "import { b } from '../src/report/b.ts';"],
	])('arrows: %s with %s', (file, source) => {
		expect(rules.wrongArrows({ [file]: source })).toHaveLength(1);
	});

	test('an arrow in a comment or a text is none', () => {
		const source = "// import { b } from '../law/b.ts'\nconst text = `import '../law/b.ts'`;\nexport const from = 1;";
		expect(rules.wrongArrows({ 'src/case/a.ts': source })).toEqual([]);
	});

	test('a part of the calculation or of a batch that imports a later one, or has no place in the order', () => {
		const importing = (file: string, from: string, house = 'calculation') =>
			rules.partsOutOfOrder({ [`src/${house}/${file}`]: `import type { B } from '${from}';` });
		expect(importing('formats/a.ts', '../answer/b.ts', 'commands/batch')).toHaveLength(1);
		expect(importing('formats/a.ts', '../run.ts', 'commands/batch')).toHaveLength(1);
		expect(importing('other/a.ts', '../records/b.ts', 'commands/batch')).not.toEqual([]);
		expect(importing('answer/a.ts', '../formats/b.ts', 'commands/batch')).toEqual([]);
		expect(importing('run.ts', './threads/b.ts', 'commands/batch')).toEqual([]);
		expect(importing('chapter-two/a.ts', '../relief/b.ts')).toHaveLength(1);
		expect(importing('chapter-two/drugs/a.ts', '../../statutes/b.ts')).toHaveLength(1);
		expect(importing('chapter-five/a.ts', '../calculate.ts')).toHaveLength(1);
		expect(importing('chapter-six/a.ts', '../range/b.ts')).not.toEqual([]);
		expect(importing('relief/a.ts', '../chapter-two/b.ts')).toEqual([]);
		expect(importing('calculate.ts', './after-sentencing/b.ts')).toEqual([]);
		expect(importing('chapter-two/a.ts', '../../result/b.ts')).toEqual([]);
	});

	test('a circle, through types too', () => {
		const circle = {
			'src/law/a.ts': "import { b } from './b.ts';",
			'src/law/b.ts': "import type { C } from '../case/c.ts';",
			'src/case/c.ts': "export type { A } from '../law/a.ts';",
			'src/law/d.ts': "import { a } from './a.ts';",
		};
		expect(rules.circles(circle)).toEqual([['src/case/c.ts', 'src/law/a.ts', 'src/law/b.ts']]);
		expect(rules.circles({ ...circle, 'src/law/b.ts': '' })).toEqual([]);
	});

	test('a file that does not say what it holds', () => {
		expect(rules.withoutOpeningLine({ 'src/a.ts': "import { b } from './b.ts';\n" })).toEqual(['src/a.ts']);
		expect(rules.withoutOpeningLine({ 'src/a.ts': "// What a holds.\nimport { b } from './b.ts';\n" })).toEqual([]);
	});

	test('what is over a measure, what grew, and what is listed without need', () => {
		const none: Sizes = { fileLines: {}, functionLines: {}, parameters: {} };
		const source = `const f = (a, b, c, d, e) => {${'\n'.repeat(61)}};`;
		const found = overSize({ 'src/a.ts': source, 'src/b.ts': `${'\n'.repeat(150)}const a = 1;` });
		expect(found).toEqual({
			fileLines: { 'src/b.ts': 151 },
			functionLines: { 'src/a.ts f': 62 },
			parameters: { 'src/a.ts f': 5 },
		});
		expect(againstSizes(found, none)).toHaveLength(3);
		expect(againstSizes(found, found)).toEqual([]);
		expect(againstSizes(found, { ...found, parameters: { 'src/a.ts f': 6 } })).toEqual([]);
		expect(againstSizes(none, found)).toHaveLength(3);
	});

	test.each(["import fs from 'node:fs';", "import { join } from 'path';", "const fs = await import('fs');"])(
		'node in the library: %s',
		(source) => {
			for (const house of ['case', 'result', 'law', 'calculation']) {
				expect(rules.nodeInTheLibrary({ [`src/${house}/a.ts`]: source })).toHaveLength(1);
			}
			expect(rules.nodeInTheLibrary({ 'src/commands/a.ts': source })).toEqual([]);
		},
	);

	test('@inquirer out of the wizard', () => {
		const source = "const { input } = await import('@inquirer/prompts');";
		expect(rules.packagesOutOfPlace({ 'src/commands/a.ts': source })).toHaveLength(1);
		expect(rules.packagesOutOfPlace({ 'src/wizard/a.ts': source })).toEqual([]);
	});

	test('zod out of a schema, or in a part that more than schemas load', () => {
		const zod = "import * as z from 'zod';";
		const part = { 'src/law/part.ts': zod, 'src/law/schema.ts': "import { date } from './part.ts';" };
		expect(rules.packagesOutOfPlace({ 'src/law/a.ts': zod })).toHaveLength(1);
		expect(rules.packagesOutOfPlace({ 'src/law/a.ts': "import { type z } from 'zod';" })).toHaveLength(1);
		expect(rules.packagesOutOfPlace({ 'src/law/a.ts': "import type * as z from 'zod';" })).toEqual([]);
		expect(rules.packagesOutOfPlace(part)).toEqual([]);
		expect(rules.packagesOutOfPlace({ ...part, 'src/law/a.ts': "import { date } from './part.ts';" })).toHaveLength(1);
	});

	test('a schema of tables or results loaded by a run', () => {
		const load = (what: string) => rules.schemasAtRunTime({ 'src/law/a.ts': `${what} from './schema.ts';` });
		expect(load('import { tableSchemas }')).toHaveLength(1);
		expect(load('import type { Law }')).toEqual([]);
	});

	test.each(["const from = '2003-10-27';", 'if (year < 1992) return;', 'const text = `since ${2003}`;', "'2025-11'"])(
		'a date: %s',
		(source) => {
			expect(rules.against(rules.datesIn({ 'src/report/a.ts': source }), [])).toHaveLength(1);
			expect(rules.datesIn({ 'src/report/a.ts': `/** ${source} */\n// ${source}` })).toEqual([]);
		},
	);

	test.each(['const most = 4;', 'if (level >= 16) return;', 'const text = `${13 + more} months`;', 'levels[43]'])(
		'a number where the answer is made: %s',
		(source) => {
			expect(rules.numbersIn({ 'src/calculation/a.ts': source })).toHaveLength(1);
		},
	);

	test('elsewhere, a number against months, levels or points; widths are free', () => {
		expect(
			rules.numbersIn({ 'src/report/a.ts': 'if (sentence.months > 13) x(); offenseLevel.total - 4;' }),
		).toHaveLength(2);
		expect(rules.numbersIn({ 'src/report/a.ts': 'const width = 80; levels > 0; text.slice(0, 57);' })).toEqual([]);
	});

	test('an exception that is no longer needed', () => {
		const stale = { file: 'src/case/a.ts', text: '43', reason: 'bounds of the case document' };
		expect(rules.against([], [stale])).toEqual(['src/case/a.ts: 43 is allowed, but is not there']);
	});
});

describe('the reader of sources', () => {
	test('tells code from texts, nested templates, expressions and comments', () => {
		const source = 'a(1, `b${c ? `d${2}e` : "f\\"3"}g`, /[/"]4\\//u, 5 / 6); // 7\n/* 8 */ 9';
		const of = (kind: string) =>
			piecesOf(source)
				.filter((piece) => piece.kind === kind)
				.map((piece) => piece.text)
				.join('|');
		expect(of('code').match(/\d/g)).toEqual(['1', '2', '5', '6', '9']);
		expect(of('text').match(/\d/g)).toEqual(['3', '4']);
		expect(of('comment').match(/\d/g)).toEqual(['7', '8']);
	});

	test('finds functions of every kind, with their names', () => {
		const source =
			'export async function a(x: X, { y }: Y): Promise<void> {\n}\nconst b = <T>(x: T): T => x;\nclass C { d(): void {\n\n} }\nlist.map((one) => one);';
		expect(functionsOf(source)).toEqual([
			{ name: 'a', lines: 2, parameters: 2 },
			{ name: 'b', lines: 1, parameters: 1 },
			{ name: 'd', lines: 3, parameters: 0 },
			{ name: 'unnamed', lines: 1, parameters: 1 },
		]);
	});

	test('finds where a message is read', () => {
		const reads = [
			'error.message.match(/x/)',
			"message.split('; ')",
			'/x/u.test(found.message)',
			'message\n.replace(a, b)',
			'const text = error.message; text.slice(0, 2)',
			'const f = ({ message: text = "" }) => text.includes("missing")',
			'(error instanceof Error ? error.message : String(error)).replace(a, b)',
			"issue?.message === 'missing'",
			"({ refusal: reason }) => reason.endsWith('?')",
		];
		for (const source of reads) expect(messagesReadIn(source), source).toHaveLength(1);
		for (const source of [
			'say(error.message)',
			"text.split(';')",
			"// error.message.split(';')",
			'a.message === b',
			'({ message: text }); text.split()',
		]) {
			expect(messagesReadIn(source), source).toEqual([]);
		}
	});

	test('finds the run-time imports that the bundler finds', async () => {
		const { metafile } = await build({
			entryPoints: ['src/commands/start.ts', 'src/index.ts'],
			absWorkingDir: root,
			bundle: true,
			metafile: true,
			write: false,
			outdir: 'out',
			format: 'esm',
			platform: 'node',
			packages: 'external',
			logLevel: 'silent',
		});
		for (const [file, { imports }] of Object.entries(metafile.inputs)) {
			if (!file.startsWith('src/')) continue;
			const bundled = imports.map((edge) => edge.original ?? edge.path);
			const read = importsOf(sources[file] as string).filter((edge) => edge.atRunTime);
			expect(read.map((edge) => edge.from).sort(), file).toEqual(bundled.sort());
		}
	});
});
