import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { anchorsOf, examplesOf, filesShown, linkedPages, linksOf, pages, root } from './pages.ts';

/**
 * Each `console` block of README.md and of docs/ is a session: lines after `$ ` are commands, and the lines below each are
 * what it prints. The sessions of a page run in order, in a folder of their own, with the files that any page shows.
 */
describe.each(pages)('the examples of $name', (page) => {
	const folder = mkdtempSync(join(tmpdir(), 'ussg-pages-'));
	writeFileSync(join(folder, 'ussg'), `#!/bin/sh\nexec "${process.execPath}" "${join(root, 'bin/ussg.cjs')}" "$@"\n`, {
		mode: 0o755,
	});
	for (const [name, content] of pages.flatMap(filesShown)) writeFileSync(join(folder, name), content);

	test('every block that shows ussg at work is a session that runs, or a recording that another test makes', () => {
		const shown = [...page.text.matchAll(/^```(\w*)\n(\$ ussg[^\n]*)/gm)].map(([, kind, command]) => [kind, command]);
		expect(shown.filter(([kind, command]) => kind !== 'console' && command !== '$ ussg')).toEqual([]);
	});

	for (const [command, expected] of examplesOf(page)) {
		test.skipIf(missingTool(command))(command, () => {
			const { stdout, stderr } = spawnSync('bash', ['-c', command], {
				cwd: folder,
				encoding: 'utf8',
				env: { ...process.env, PATH: `${folder}:${process.env['PATH']}`, NO_COLOR: '1' },
			});
			expect((stdout + stderr).trimEnd()).toBe(expected.trimEnd());
		});
	}
});

describe('the pages', () => {
	test.each(linkedPages)('every link of $name to this repository leads to a file, and to a heading of it', (page) => {
		for (const { link, file, heading } of linksOf(page)) {
			expect(existsSync(join(root, file)), link).toBe(true);
			if (heading !== undefined) expect(anchorsOf(readFileSync(join(root, file), 'utf8')), link).toContain(heading);
		}
	});

	test('README has at most 150 lines, and leads to every page of docs/', () => {
		const [readme, ...others] = pages;
		expect(readme?.text.trimEnd().split('\n').length).toBeLessThanOrEqual(150);
		expect(linksOf(readme as (typeof pages)[number]).map(({ file }) => file)).toEqual(
			expect.arrayContaining(others.map(({ name }) => name)),
		);
	});

	test('README says how to set up in two lines', () => {
		expect(pages[0]?.text.match(/^ {4}npm ci && npm .*$/gm)).toHaveLength(2);
	});
});

/** Recipes use tools that a machine need not have; without the tool there is nothing to compare. */
function missingTool(command: string): boolean {
	const tools = ['jq', 'parallel', 'duckdb'].filter((tool) => new RegExp(`(^|[|;&] *)${tool} `).test(command));
	return tools.some((tool) => spawnSync('which', [tool]).status !== 0);
}
