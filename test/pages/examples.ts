import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Page, pages, root } from './pages.ts';

/** One command of a page, and what the page says that it prints. */
export interface Example {
	readonly command: string;
	readonly output: string;
}

const sessionBlock = /(?<=```console\n)[\s\S]*?(?=```)/g;

/** The commands of a page, in order: those of its `console` blocks, in which a command begins with `$ `. */
export const examplesOf = ({ text }: Page): Example[] =>
	[...text.matchAll(sessionBlock)].flatMap(([session]) => examplesIn(session));

const examplesIn = (session: string): Example[] =>
	session
		.split(/^\$ /m)
		.slice(1)
		.map((part) => {
			const lines = part.split('\n');
			// A command goes on over lines that end with a backslash.
			const last = lines.findIndex((line) => !line.endsWith('\\'));
			return { command: lines.slice(0, last + 1).join('\n'), output: lines.slice(last + 1).join('\n') };
		});

/** The page with what its commands print now. A command whose tool this machine lacks keeps what it has. */
export const withOutputs = (page: Page, run: (command: string) => string): string =>
	page.text.replaceAll(sessionBlock, (session) =>
		examplesIn(session)
			.map(({ command, output }) => {
				const printed = missingTool(command) ? output : run(command);
				return `$ ${command}\n${printed.trimEnd()}${printed.trim() === '' ? '' : '\n'}`;
			})
			.join(''),
	);

/** Runs commands one after the other in a folder of their own, with the files that any page shows; gives what each prints. */
export function newRun(): (command: string) => string {
	const folder = mkdtempSync(join(tmpdir(), 'ussg-pages-'));
	const program = `#!/bin/sh\nexec "${process.execPath}" "${join(root, 'bin/ussg.cjs')}" "$@"\n`;
	writeFileSync(join(folder, 'ussg'), program, { mode: 0o755 });
	for (const { text } of pages) {
		for (const [, name, content] of text.matchAll(/^`([\w-]+\.json)`:\n\n```json\n([\s\S]*?)```/gm)) {
			writeFileSync(join(folder, name as string), content as string);
		}
	}
	// For the conformance suite, which a reader has in the folder of the repository.
	mkdirSync(join(folder, 'test'));
	symlinkSync(join(root, 'test/cases'), join(folder, 'test/cases'));
	const env = { ...process.env, PATH: `${folder}:${process.env['PATH']}`, NO_COLOR: '1' };
	return (command) => {
		const { stdout, stderr } = spawnSync('bash', ['-c', command], { cwd: folder, encoding: 'utf8', env });
		return stdout + stderr;
	};
}

/** Recipes use tools that a machine need not have; without the tool there is nothing to compare. */
export function missingTool(command: string): boolean {
	const tools = ['jq', 'parallel', 'duckdb'].filter((tool) => new RegExp(`(^|[|;&] *)${tool} `).test(command));
	return tools.some((tool) => spawnSync('which', [tool]).status !== 0);
}
