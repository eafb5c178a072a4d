import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import { ussg } from './run.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'ussg-shell-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A folder for PATH in which the built program is called ussg, as npm would put it there. */
const path = join(folder, 'path');
mkdirSync(path);
writeFileSync(join(folder, 'two words.json'), '');
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

/** Some machines have no other shell than this one. */
function isMissing(shell: string): boolean {
	return spawnSync(shell, ['--version']).status !== 0;
}

/** The lines that a shell prints in the folder. */
function inside(shell: string, args: string[]): string[] {
	const env = { ...process.env, PATH: `${path}:${process.env['PATH']}`, HOME: folder };
	const { stdout, stderr, status } = spawnSync(shell, args, { encoding: 'utf8', cwd: folder, env });
	expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
	return stdout.trimEnd().split('\n');
}

/** Types $typed and TAB at a zsh in a terminal of its own, and prints the line as it then stands. */
const zshAtTerminal = `
	zmodload zsh/zpty
	zpty z 'stty -echo; zsh -f -i'
	shown() { print -r -- "[[$BUFFER]]" }
	zpty -w z 'autoload -Uz compinit; compinit -u -D; source <(ussg completion zsh); unsetopt autoremoveslash; zle -N shown; bindkey "^X" shown'
	zpty -w z "$(functions shown); print rea""dy"
	zpty -r z line '*ready*'
	zpty -w -n z "$typed"$'\\t\\C-X'
	zpty -r z line '*\\]\\]*'
	line=\${line##*\\[\\[}
	print -r -- "\${\${line%%\\]\\]*}% }"
	zpty -d z`;

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

	test('the enhancements of the edition of the sentencing date', () => {
		expect(offered('calc', '--sentencing-date', '1990-12-01', '--enhancement', '')).toEqual(['(b)(1)']);
	});

	test('editions in a list, behind those before', () => {
		expect(offered('compare', '--editions', '2011,2003-10')).toEqual(['2011,2003-10-27']);
	});

	test("the program's own options, and of them a command's only those it takes", () => {
		expect(offered('--ver')).toEqual(['--version']);
		expect(offered('batch', '--as')).toEqual(['--ascii']);
		expect(offered('batch', '--pla')).toEqual([]);
		expect(offered('table', '--he')).toEqual(['--help']);
	});

	test('files are left to the shell', () => {
		const asked = (...words: string[]) => ussg(['complete', '--', ...words]).stdout.includes(':files\n');
		expect(asked('batch', '')).toBe(true);
		expect(asked('calc', '--case', 'pa')).toBe(true);
		expect(asked('calc', '--output=')).toBe(true);
		expect(asked('calc', '--category', '')).toBe(false);
		expect(asked('')).toBe(false);
	});

	test('PowerShell: an empty word comes as two quotes', () => {
		expect(offered('schema', '""')).toEqual(['case', 'result']);
	});

	test('bash: an id is offered so that it can stand on the command line', () => {
		expect(offeredByBash('calc', '--edition', '2012', '--enhancement', '')[0]).toBe('\\(b\\)\\(1\\)\\(A\\)');
		expect(offeredByBash('calc', '--edition', '2012', '--enhancement', '\\(b\\)\\(1\\)\\(C')).toEqual([
			'\\(b\\)\\(1\\)\\(C\\)',
		]);
		expect(offeredByBash('calc', '--edition', '2012', '--enhancement', '"(b)(1)(C')).toEqual(['(b)(1)(C)']);
		expect(offeredByBash('ba')).toEqual(['batch']);
	});

	test('bash: a value after the sign, which readline makes a word of its own', () => {
		expect(offeredByBash('calc', '--edition', '=', '2003-10-')).toEqual(['2003-10-27']);
		expect(offeredByBash('calc', '--category', '=')).toEqual(['I', 'II', 'III', 'IV', 'V', 'VI']);
		expect(offeredByBash('calc', '--edition', '=', '1990', '--enhancement', '')).toEqual(['\\(b\\)\\(1\\)']);
	});

	test('a statute, with what sets its penalties apart, and with its object', () => {
		expect(offered('calc', '--statute', '18:2252A(g')).toEqual(['18:2252A(g)']);
		expect(offered('calc', '--statute', '18:1341')).toEqual([
			'18:1341',
			'18:1341:financial-institution',
			'18:1341:disaster',
		]);
		expect(offered('calc', '--statute', '21:846')).toEqual(['21:846,']);
	});

	test('bash: a value with a colon, at which readline begins a word', () => {
		expect(offeredByBash('calc', '--statute', '18', ':', '1341')).toEqual([
			'1341',
			'1341:financial-institution',
			'1341:disaster',
		]);
		expect(offeredByBash('calc', '--statute', '18', ':', '1341', ':', 'd')).toEqual(['disaster']);
		expect(offeredByBash('calc', '--statute', '=', '18', ':', '2260')).toEqual(['2260A']);
		expect(offeredByBash('calc', '--statute', '18:2260')).toEqual(['18:2260A']);
	});

	test('bash: what was typed is not run', () => {
		offeredByBash('calc', `$(touch ${folder}/ran)`, '');
		expect(() => readFileSync(join(folder, 'ran'))).toThrow('ENOENT');
	});

	/** A command line, and what stands there after TAB. */
	const typed: [line: string, completed: string][] = [
		['ussg ed', 'ussg editions'],
		['ussg calc --cat', 'ussg calc --category'],
		['ussg calc --edition 2003-10', 'ussg calc --edition 2003-10-27'],
		['ussg calc --edition=2003-10', 'ussg calc --edition=2003-10-27'],
		['ussg calc --edition 1990 --enhancement ', 'ussg calc --edition 1990 --enhancement \\(b\\)\\(1\\)'],
		['ussg calc --edition 2012 --enhancement "(b)(1)(C', 'ussg calc --edition 2012 --enhancement "(b)(1)(C)"'],
		['ussg calc --case two', 'ussg calc --case two\\ words.json'],
		['ussg calc --case=two', 'ussg calc --case=two\\ words.json'],
		['ussg calc "$(touch ran)" --cat', 'ussg calc "$(touch ran)" --category'],
	];

	// A terminal on a busy machine may take a key before the shell is ready for it.
	test.skipIf(isMissing('zsh'))('zsh: what TAB makes of a line', { timeout: 60_000, retry: 2 }, () => {
		const lines = typed.map(([line]) => `'${line}'`).join(' ');
		expect(inside('zsh', ['-f', '-c', `for typed in ${lines}; do\n${zshAtTerminal}\ndone`])).toEqual(
			typed.map(([, completed]) => completed),
		);
		expect(() => readFileSync(join(folder, 'ran'))).toThrow('ENOENT');
	});

	test.skipIf(isMissing('fish'))(
		'fish: what is offered for a line, which it quotes itself',
		{ timeout: 60_000 },
		() => {
			const lines = typed.map(([line]) => `'${line}'`).join(' ');
			const script = `ussg completion fish | source; for typed in ${lines}; complete -C "$typed" | string replace -r '\t.*' ''; end`;
			expect(inside('fish', ['--no-config', '-c', script])).toEqual([
				'editions',
				'--category',
				'2003-10-27',
				'--edition=2003-10-27',
				'(b)(1)',
				'(b)(1)(C)',
				'two words.json',
				'--case=two words.json',
				'--category',
			]);
			expect(() => readFileSync(join(folder, 'ran'))).toThrow('ENOENT');
		},
	);

	test('a script for PowerShell that asks the program', () => {
		const { status, stdout } = ussg(['completion', 'powershell']);
		expect(status).toBe(0);
		expect(stdout).toMatch(/^Register-ArgumentCompleter -Native -CommandName ussg /);
		expect(stdout).toContain("ussg complete '--' @typed");
	});

	test('no other shell', () => {
		expect(ussg(['completion', 'tcsh']).status).toBe(2);
	});
});

describe('mistyped', () => {
	test('the help and what is wrong are in ASCII where it is asked for; control characters are not passed on', () => {
		const shown = [
			['calc', '--help'],
			['calc', '--category', 'Ü'],
			['calc', '--edition', '2012', '--base-level', '12', '--acceptance', '3', '--category', 'I'],
		];
		for (const args of shown) {
			const { stdout, stderr } = ussg([...args, '--ascii']);
			expect(stdout + stderr).toMatch(/^[\n\x20-\x7e]+$/);
		}
		expect(ussg(['calc', '--\u001b[31mfoo']).stderr).toBe("ussg: unknown option '-- [31mfoo'\n");
	});

	test.each([
		[['clac'], 'Did you mean calc?'],
		[['clac', '--json'], 'Did you mean calc?'],
		[['--asci'], 'Did you mean --ascii?'],
		[['calc', '--categry', 'V'], 'Did you mean --category?'],
		[['batch', '--formt', 'csv'], 'Did you mean --format?'],
		[['calc', '--edtion=2012'], "unknown option '--edtion=2012'\n(Did you mean --edition?)\n"],
		[['calc', '--json=1'], "unknown option '--json=1'\n(Did you mean --json?)\n"],
		[['frobnicate'], 'See ussg --help'],
	])('%s', (args, hint) => {
		const { status, stdout, stderr } = ussg(args);
		expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
		expect(stderr).toContain(hint);
		expect(stderr.split('id you mean').length).toBeLessThanOrEqual(2);
	});
});

const commands = ['calc', 'batch', 'compare', 'reduction', 'table', 'editions', 'schema', 'completion'];

describe('help', () => {
	const helpOf = (command: string): string => ussg([...(command === '' ? [] : [command]), '--help']).stdout;

	test('-h is --help', () => {
		expect(ussg(['-h'])).toEqual(ussg(['--help']));
		expect(ussg(['calc', '-h']).stdout).toBe(helpOf('calc'));
	});

	/** Every line of the examples but `ussg` alone, which asks, and what the shells of the completions read. */
	const examples = ['', ...commands].flatMap((command) =>
		[...helpOf(command).matchAll(/^ {2}((?:[a-z]+ .*\| )?ussg [a-z].*)$/gm)]
			.map(([, example]) => example as string)
			.filter((example) => !example.startsWith('ussg completion')),
	);
	const record = '{"edition":"2018","baseOffenseLevel":24,"acceptance":"full","criminalHistoryPoints":8}';
	for (const name of ['case.json', 'plea.json', 'trial.json', 'cases.jsonl']) writeFileSync(join(folder, name), record);
	writeFileSync(join(folder, 'cases.jsonl.gz'), gzipSync(record));
	writeFileSync(join(folder, 'cases.csv'), 'edition,baseOffenseLevel,criminalHistoryCategory\n2018,24,III\n');
	writeFileSync(join(folder, 'clients.csv'), 'Client,BOL,criminalHistoryCategory\nDoe,24,III\n');
	writeFileSync(join(folder, 'opafy.csv'), 'AMENDYR,XFOLSOR,XCRHISSR,GLMIN,GLMAX\n2018,24,3,63,78\n');

	test('every command has examples', () => {
		for (const command of ['', ...commands]) expect(helpOf(command)).toContain('\nExamples:\n');
		expect(examples.length).toBeGreaterThan(15);
	});

	test.each(examples)('%s', (example) => {
		const env = { ...process.env, PATH: `${path}:${process.env['PATH']}` };
		const { status, stderr } = spawnSync('bash', ['-c', example], { encoding: 'utf8', cwd: folder, env });
		expect({ status, stderr: stderr.split('\n')[0] }).toEqual({
			status: 0,
			stderr: example.includes('--summary') ? '1 record: 1 answered, 0 rejected' : '',
		});
	});
});

test('the manual page names every command and every option that the help names', () => {
	const page = readFileSync(join(root, 'dist/ussg.1'), 'utf8').replaceAll('\\-', '-');
	for (const command of commands) {
		expect(page).toContain(`.SH USSG ${command.toUpperCase()}\n`);
		const help = ussg([command, '--help']).stdout;
		const names = [...help.matchAll(/^ {2}((?:-h, )?--[a-z-]+)/gm)].map(([, name]) => name as string);
		expect(names.length).toBeGreaterThan(0);
		for (const name of names) expect(page).toContain(`.B ${name}`);
	}
});
