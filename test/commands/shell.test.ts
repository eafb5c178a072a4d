import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { ussg } from './run.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'ussg-shell-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A folder for PATH in which the built program is called ussg, as npm would put it there. */
const path = join(folder, 'path');
mkdirSync(path);
writeFileSync(join(path, 'ussg'), `#!/bin/sh\nexec '${process.execPath}' '${root}bin/ussg.cjs' "$@"\n`);
chmodSync(join(path, 'ussg'), 0o755);

function bash(script: string): string {
	const env = { ...process.env, PATH: `${path}:${process.env['PATH']}` };
	const { stdout, stderr, status } = spawnSync('bash', ['-c', script], { encoding: 'utf8', cwd: folder, env });
	expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
	return stdout;
}

/** What TAB offers in bash after some words, the last of them begun. */
function offeredByBash(...words: string[]): string[] {
	const quoted = ['ussg', ...words].map((word) => `'${word}'`).join(' ');
	return bash(
		`source <(ussg completion bash); COMP_WORDS=(${quoted}); COMP_CWORD=${words.length}; _ussg; printf '%s\\n' "\${COMPREPLY[@]}"`,
	)
		.split('\n')
		.filter((word) => word !== '');
}

const offered = (...words: string[]): string[] =>
	ussg(['complete', '--', ...words])
		.stdout.split('\n')
		.filter((line) => line !== '' && !line.startsWith(':'))
		.map((line) => line.split('\t')[0] as string);

describe('completion', () => {
	test('commands, without the one that completes', () => {
		expect(offered('')).toEqual(expect.arrayContaining(['calc', 'batch', 'editions', 'completion']));
		expect(offered('')).not.toContain('complete');
		expect(offered('ed')).toEqual(['editions']);
	});

	test('options and their values', () => {
		expect(offered('batch', '--form')).toEqual(['--format']);
		expect(offered('batch', '--format', '')).toEqual(['jsonl', 'csv', 'tsv']);
		expect(offered('calc', '--category', 'V')).toEqual(['V', 'VI']);
		expect(offered('schema', '')).toEqual(['case', 'result']);
	});

	test('editions by year and by date', () => {
		expect(offered('calc', '--edition', '2003-1')).toEqual(['2003-10-27', '2003-11-01', '2003-11-05']);
		expect(offered('calc', '--edition', '2010')).toEqual(['2010', '2010-11-01']);
		expect(offered('editions', '1987')).toEqual(['1987', '1987-11-01']);
	});

	test('the enhancements of the edition that was chosen', () => {
		expect(offered('calc', '--edition', '1990', '--enhancement', '')).toEqual(['(b)(1)']);
		expect(offered('calc', '--edition', '2012', '--enhancement', '(b)(1)(A')).toEqual(['(b)(1)(A)']);
		expect(offered('calc', '--edition', '2018', '--enhancement', '(b)(3)').length).toBe(5);
	});

	test('files', () => {
		writeFileSync(join(folder, 'cases.jsonl'), '');
		expect(offered('batch', `${folder}/cas`)).toEqual([`${folder}/cases.jsonl`]);
		expect(offered('calc', '--case', `${folder}/pa`)).toEqual([`${folder}/path/`]);
	});

	test('bash: an id is offered so that it can stand on the command line', () => {
		expect(offeredByBash('calc', '--edition', '2012', '--enhancement', '')[0]).toBe('\\(b\\)\\(1\\)\\(A\\)');
		expect(offeredByBash('calc', '--edition', '2012', '--enhancement', '\\(b\\)\\(1\\)\\(C')).toEqual([
			'\\(b\\)\\(1\\)\\(C\\)',
		]);
		expect(offeredByBash('calc', '--edition', '2012', '--enhancement', '"(b)(1)(C')).toEqual(['\\(b\\)\\(1\\)\\(C\\)']);
		expect(offeredByBash('ba')).toEqual(['batch']);
	});

	test('bash: what was typed is not run', () => {
		offeredByBash('calc', `$(touch ${folder}/ran)`, '');
		expect(() => readFileSync(join(folder, 'ran'))).toThrow('ENOENT');
	});

	test.each(['zsh', 'fish', 'powershell'])('a script for %s that asks the program', (shell) => {
		const { status, stdout } = ussg(['completion', shell]);
		expect(status).toBe(0);
		expect(stdout).toMatch(/ussg complete '?--/);
	});

	test('no other shell', () => {
		expect(ussg(['completion', 'tcsh']).status).toBe(2);
	});
});

describe('mistyped', () => {
	test.each([
		[['clac'], 'did you mean calc?'],
		[['clac', '--json'], 'did you mean calc?'],
		[['--asci'], 'did you mean --ascii?'],
		[['calc', '--categry', 'V'], 'Did you mean --category?'],
		[['batch', '--formt', 'csv'], 'Did you mean --format?'],
		[['frobnicate'], 'ussg --help lists them'],
	])('%s', (args, hint) => {
		const { status, stdout, stderr } = ussg(args);
		expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
		expect(stderr).toContain(hint);
	});
});

test('the manual page names every command and every option that the help names', () => {
	const page = readFileSync(join(root, 'dist/ussg.1'), 'utf8').replaceAll('\\-', '-');
	const commands = ['calc', 'batch', 'compare', 'table', 'editions', 'schema', 'completion'];
	for (const command of commands) {
		expect(page).toContain(`.SH USSG ${command.toUpperCase()}\n`);
		const help = ussg([command, '--help']).stdout;
		const names = [...help.matchAll(/^ {2}(--[a-z-]+)/gm)].map(([, name]) => name as string);
		expect(names.length).toBeGreaterThan(0);
		for (const name of names) expect(page).toContain(`.B ${name}`);
	}
});
