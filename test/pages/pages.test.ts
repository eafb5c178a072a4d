import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { caseJsonSchema } from '../../src/case/json-schema.ts';
import { calculate, parseCase } from '../../src/index.ts';
import { countedPages, countsIn, withCounts } from './counts.ts';
import { examplesOf, missingTool, newRun } from './examples.ts';
import { keysOf, keysShown, type Schema, withKeys } from './keys.ts';
import { anchorsOf, linkedPages, linksOf, type Page, pages, root } from './pages.ts';
import { picturesOf } from './picture.ts';
import { recordedIn, recordings } from './recordings.ts';

/**
 * Each `console` block of README.md and of docs/ is a session: lines after `$ ` are commands, and the lines below each are
 * what it prints. The sessions of a page run in order, in a folder of their own, with the files that any page shows. A
 * `text` block is a recorded screen. `npm run pages` writes both anew.
 */
describe.each(pages)('the examples of $name', (page) => {
	const run = newRun();
	for (const { command, output } of examplesOf(page)) {
		test.skipIf(missingTool(command))(command, () => {
			expect(run(command).trimEnd()).toBe(output.trimEnd());
			expect(output, 'the example does not run where the pages run it').not.toMatch(/no such f|command not found/);
		});
	}

	test('every other block is a recorded screen, code for the library, or a file', () => {
		const blocks = [...page.text.matchAll(/^ *```(.+)$/gm)].map(([, kind]) => kind as string);
		expect(blocks.filter((kind) => !/^(console|json|ts|text \w+)$/.test(kind))).toEqual([]);
		expect(page.text).not.toMatch(/^ {4,}\$ ussg/m);
	});
});

describe('the screens', () => {
	let screens: Readonly<Record<string, string>> = {};
	beforeAll(async () => {
		screens = await recordings();
	});
	test.each(pages.flatMap((page) => recordedIn(page).map(([screen, shown]) => ({ page: page.name, screen, shown }))))(
		'$screen of $page',
		({ screen, shown }) => {
			expect(shown).toBe(screens[screen]);
		},
	);

	test('the pictures are of the session', () => {
		for (const [file, svg] of picturesOf(screens['session'] ?? '')) {
			expect(readFileSync(join(root, 'docs', file), 'utf8'), file).toBe(svg);
		}
	});
});

describe('the library', () => {
	/** `name.of.value; // what it is`, below statements of plain JavaScript. */
	test.each(pages.flatMap(({ text }) => [...text.matchAll(/```ts\n([\s\S]*?)```/g)].map(([, code]) => code as string)))(
		'%s',
		(code) => {
			const body = code
				.replace("import { calculate, parseCase } from 'ussg';\n", '')
				.replaceAll(/^([\w.]+); \/\/ (.*)$/gm, 'compare($1, $2);');
			expect(body).toContain('compare(');
			new Function('calculate', 'parseCase', 'compare', body)(calculate, parseCase, (one: unknown, other: unknown) =>
				expect(one).toEqual(other),
			);
		},
	);
});

describe('the pages', () => {
	test.each(linkedPages)('every link of $name to this repository leads to a file, and to a heading of it', (page) => {
		for (const { link, file, heading } of linksOf(page)) {
			expect(existsSync(join(root, file)), link).toBe(true);
			if (heading !== undefined) expect(anchorsOf(readFileSync(join(root, file), 'utf8')), link).toContain(heading);
		}
	});

	test('README has at most 150 lines, and leads to every page of docs/', () => {
		const [readme, ...others] = pages as [Page, ...Page[]];
		expect(readme.text.trimEnd().split('\n').length).toBeLessThanOrEqual(150);
		expect(linksOf(readme).map(({ file }) => file)).toEqual(expect.arrayContaining(others.map(({ name }) => name)));
	});

	test('README says how to set up in two lines', () => {
		expect(pages[0]?.text.match(/^ {4}npm ci && npm .*$/gm)).toHaveLength(2);
	});

	test.each(countedPages)(
		'the numbers of cases and amendments in %s are those of today (npm run pages writes them)',
		(name) => {
			const text = readFileSync(join(root, name), 'utf8');
			expect(countsIn(text)).toBeGreaterThan(0);
			expect(withCounts(text)).toBe(text);
		},
	);

	test('the page on the case document holds every key of the schema, with what the schema says of it', () => {
		const { text } = pages.find(({ name }) => name === 'docs/case-document.md') as Page;
		expect(withKeys(text)).toBe(text);
		const schema = caseJsonSchema() as Schema;
		const upToTwo = keysOf(schema).flatMap(([key, one]) => [key, ...keysOf(one).map(([inner]) => `${key}.${inner}`)]);
		const shown = keysShown(text);
		expect(upToTwo.filter((key) => !shown.includes(key) && !key.startsWith('underOffenseDateManual.'))).toEqual([]);
	});
});
