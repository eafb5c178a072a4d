import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { banuelos, Terminal } from './tmux.ts';

let terminal: Terminal;
const open = (...given: ConstructorParameters<typeof Terminal>): Terminal => {
	terminal = new Terminal(...given);
	return terminal;
};
afterEach(() => terminal.end());

describe('keys', () => {
	test.each([
		[80, 24],
		[40, 24],
		[132, 43],
	])('Banuelos-Rodriguez at %i by %i', async (columns, rows) => {
		const { press, status, isAsBefore } = bound(open('', { columns, rows }));
		await press(...banuelos.map(([shown, ...keys]): [string | RegExp, ...string[]] => [loose(shown), ...keys]), [
			/What next/,
			'Enter',
		]);
		expect(await status()).toBe('0');
		expect(terminal.screen('-S', '-')).toMatch(/Guideline range\s+70–87\s+months/);
		expect(terminal.screen('-S', '-')).toMatch(/^ +21 +57–71 +\[70–87\] +77–96$/m);
		expect(isAsBefore()).toBe(true);
	});

	test('arrows, ?, < and Escape', async () => {
		const { press, shows } = bound(open('', { rows: 40 }));
		await press(
			['Which Manual', '1995'],
			['Manual of November 1, 1995', 'Enter'],
			['What is the client', '2L1.2', 'Enter'],
		);
		await press(['Which increase', 'Down', 'Down'], ['❯ (b)(2)', '?'], ['the list in Note 7', '<']);
		await press([/\? What is the client/, 'Escape'], [/\? Which Manual/, 'Enter']);
		await press([/\? What is the client/, '2L1.2', 'Enter'], ['❯ not known yet', 'Up']);
		await shows('❯ not known yet');
	});
});

test.each([
	[80, 24],
	[40, 16],
])('back over several questions, no line of one that is open again stays, at %i by %i', async (columns, rows) => {
	const { press, shows } = bound(open('', { columns, rows }));
	await press(...banuelos.slice(0, 5).map(([shown, ...keys]): [RegExp, ...string[]] => [loose(shown), ...keys]));
	await press([/\? Acceptance/, '?'], [/keeps\s+a\s+draft/, '<'], [/\? Any other/, '<'], [/\? Which increase/, '<']);
	const screen = await shows(/\? What is the client/);
	// On a small screen the list of offenses leaves no room for the line above it.
	const left = screen.match(/✓.*/g) ?? [];
	expect(left.filter((line) => !line.startsWith('✓ Which Manual'))).toEqual([]);
	expect(screen).not.toContain('clearly');
});

const loose = (shown: string | RegExp): RegExp =>
	typeof shown === 'string' ? new RegExp(shown.replace(/[()?]/g, '\\$&').replaceAll(' ', '\\s+')) : shown;

/** The methods of a terminal, to be called without it. */
function bound(of: Terminal) {
	return {
		press: of.press.bind(of),
		shows: of.shows.bind(of),
		status: of.status.bind(of),
		isAsBefore: of.isAsBefore.bind(of),
	};
}

test('a whole case pasted at once, and typed ahead of its questions', async () => {
	const { shows, press, status, isAsBefore } = bound(open('', { rows: 60 }));
	await shows('Which Manual');
	terminal.tmux('set-buffer', ['1995', '2L1.2', '(b)(2)', 'none', '3', 'V', 'none', '', '', ''].join('\r'));
	terminal.tmux('paste-buffer');
	await press(['What next', 'Enter']);
	expect(await status()).toBe('0');
	expect(terminal.screen('-S', '-')).toMatch(/Guideline range\s+70–87\s+months/);
	expect(isAsBefore()).toBe(true);
});

describe('a new size', () => {
	test('draws the question afresh, once', async () => {
		const { press, shows } = bound(open(''));
		await press(
			['Which Manual', '2018'],
			['Manual of November 1, 2018', 'Enter'],
			['What is the client', '2L1.2', 'Enter'],
		);
		await shows('Which increase');
		await terminal.resize(40, 24);
		expect((await shows(/\? Which increase/)).match(/\? Which increase/g)).toHaveLength(1);
		await terminal.resize(100, 30);
		expect((await shows(/\? Which increase/)).match(/\? Which increase/g)).toHaveLength(1);
		await press(['(b)(1)(A)', 'Down', 'Enter']);
		await shows('✓ Which increase of §2L1.2(b)(1) applies? (b)(1)(A) earlier felony');
	});
});

describe('being stopped', () => {
	test('Ctrl-C: exit 130, the terminal as it was, nothing written', async () => {
		const { press, status, isAsBefore } = bound(open(''));
		await press(['Which Manual', 'Enter'], ['Last day of the offense', 'C-c']);
		expect(await status()).toBe('130');
		expect(isAsBefore()).toBe(true);
		expect(readdirSync(terminal.folder).toSorted()).toEqual(['after', 'before', 'status']);
	});

	test.each([
		['with a text half typed', [['What is the client', 'balloon']], 'balloon'],
		['at the review', banuelos.slice(2, -1), 'All answers'],
		['where a file is named', [...banuelos.slice(2), ['What next', 'save', 'Enter']], 'Save the case'],
		[
			'in a what-if',
			[...banuelos.slice(2), ['What next', 'what', 'Enter'], ['What if', 'change Ed', 'Enter']],
			'Which Manual',
		],
	] as const)('Ctrl-C %s: the same, and the last line says what was kept', async (_, steps, shown) => {
		const { press, shows, status, isAsBefore } = bound(open('', { rows: 60 }));
		await press(...banuelos.slice(0, 2), ...(steps as typeof banuelos));
		await press([new RegExp(`\\? .*${shown}`), 'C-c']);
		expect(await status()).toBe('130');
		expect(isAsBefore()).toBe(true);
		expect(await shows('over')).toMatch(/Stopped\. No draft was kept\.\s+over$/);
		expect(readdirSync(terminal.folder).toSorted()).toEqual(['after', 'before', 'status']);
	});

	test.each(['SIGTERM', 'SIGINT', 'SIGHUP', 'SIGQUIT'] as const)('%s: the same', async (signal) => {
		const { press, shows, status, isAsBefore } = bound(open('', { before: 'ulimit -c unlimited' }));
		await press(['Which Manual', 'Enter']);
		await shows('Last day of the offense');
		terminal.signal(signal);
		expect(await status()).toBe('130');
		expect(isAsBefore()).toBe(true);
		expect(readdirSync(terminal.folder).toSorted()).toEqual(['after', 'before', 'status']);
	});

	test('the end of the conversation, line by line', async () => {
		const { press, status } = bound(open('--plain', { rows: 100 }));
		const lines = banuelos.filter(([shown]) => shown !== 'Manual of November 1, 1995');
		const entered = lines.map(([shown, ...keys]): [string | RegExp, ...string[]] => [
			loose(shown),
			...keys.filter((key) => key !== 'Enter'),
			'Enter',
		]);
		await press(...entered, ['What next', 'Enter']);
		expect(await status()).toBe('0');
		expect(terminal.screen()).toMatch(/Guideline range +70–87 months/);
	});

	test('Ctrl-C and the end of the input, line by line', async () => {
		const first = bound(open('--plain'));
		await first.press(['Which Manual', 'C-c']);
		expect(await first.status()).toBe('130');
		expect(first.isAsBefore()).toBe(true);
		terminal.end();
		const second = bound(open('--plain'));
		await second.press(['Which Manual', 'C-d']);
		expect(await second.status()).toBe('130');
	});
});

describe('what is typed', () => {
	test('draft evasion is text; draft is a command where Enter says so; ? explains the question for its file', async () => {
		const { press, shows, status } = bound(open('', { rows: 60 }));
		await press(
			...banuelos.slice(0, 2),
			['What is the client', 'draft'],
			['keep every answer in a draft file', 'Enter'],
		);
		await press(
			['Keep a draft in which file', '?'],
			[/The name of a file, with its folder/, "'my draft.json'", 'Enter'],
		);
		expect(await shows('Every answer is now kept in my draft.json')).toContain("ussg --draft 'my draft.json'");
		await press(['What is the client', 'C-c']);
		expect(await status()).toBe('130');
		expect(JSON.parse(terminal.read('my draft.json')).trail).toBeUndefined();
		expect(JSON.parse(terminal.read('my draft.json')).interview.trail).toEqual(['edition']);
	});

	test('Tab completes, and Enter takes what it completed', async () => {
		const { press, shows } = bound(open('', { rows: 40 }));
		await press(
			...banuelos.slice(0, 3).slice(0, 2),
			['What is the client', '2L1.2', 'Enter'],
			['Which increase', '(b)(2', 'Tab'],
		);
		await press([/\? Which increase.*\(§2L1\.2\(b\)\) \(b\)\(2\)$/m, 'Enter']);
		await shows(/✓ Which increase of §2L1\.2\(b\) applies\? \(b\)\(2\)/);
	});
});

test('lines that are pasted answer one question, and the terminal is as before', async () => {
	const { press, shows, status, isAsBefore } = bound(open(''));
	await shows('Which Manual');
	terminal.tmux('set-buffer', '1995\n\n(b)(2)\n');
	terminal.tmux('paste-buffer', '-p');
	await press([/\? Which Manual.*1995 \(b\)\(2\)/, 'Escape']);
	terminal.tmux('set-buffer', '1995\n');
	await press([/\? Which Manual[^()]*\(§1B1\.11\(a\)\)$/m]);
	terminal.tmux('paste-buffer', '-p');
	await press(['Manual of November 1, 1995', 'Enter'], [/\? What is the client/, 'C-c']);
	expect(await status()).toBe('130');
	expect(isAsBefore()).toBe(true);
});

describe('a draft', () => {
	test.each(['SIGKILL', 'SIGTERM'] as const)('goes on after %s', async (signal) => {
		const { press, shows } = bound(
			open('--draft d.json', {
				after: `clear; echo again; ${process.execPath} ${process.cwd()}/bin/ussg.cjs --draft d.json`,
				rows: 40,
			}),
		);
		await press(...banuelos.slice(0, 6));
		await shows('Criminal history category');
		terminal.signal(signal);
		await shows(/^again\n(.|\n)*\? Criminal history category/);
		await press(...banuelos.slice(6));
		await shows(/Guideline range\s+70–87 months/);
		expect(statSync(`${terminal.folder}/d.json`).mode & 0o777).toBe(0o600);
	});

	test('outlives a terminal that is closed', async () => {
		const { press, shows } = bound(open('--draft d.json'));
		await press(...banuelos.slice(0, 6));
		await shows('Criminal history category');
		const draft = terminal.read('d.json');
		terminal.tmux('respawn-pane', '-k', 'sleep 600');
		expect(JSON.parse(draft).interview.answers.acceptance).toBe(3);
		expect(terminal.read('d.json')).toBe(draft);
	});

	test('that may not grow is said, the answers stay, and nothing of it is left', async () => {
		const ussg = `${process.execPath} ${process.cwd()}/bin/ussg.cjs`;
		const limited = `bash -c "ulimit -c unlimited; prlimit --fsize=200 --pid \\$\\$; exec ${ussg} --draft d.json"`;
		const { press, shows, status } = bound(open('--version', { rows: 40, before: `${limited}; echo $? > limited` }));
		await press(...banuelos.slice(0, 6));
		await shows(/This answer is not kept: cannot write "d\.json": the file is larger than\s+the\s+system\s+allows/);
		await press(['Criminal history category', 'C-c']);
		expect(await status()).toBe('0');
		expect(terminal.read('limited').trim()).toBe('130');
		expect(JSON.parse(terminal.read('d.json')).interview.answers.edition).toEqual({ edition: '1995' });
		expect(readdirSync(terminal.folder).toSorted()).toEqual(['after', 'before', 'd.json', 'limited', 'status']);
	});

	test('that is none is refused, and left alone', async () => {
		const { status } = bound(open('--draft before'));
		expect(await status()).toBe('2');
		expect(terminal.read('before')).toContain('speed');
	});
});

describe('a case document', () => {
	const folder = mkdtempSync(join(tmpdir(), 'ussg-case-'));
	const file = join(folder, 'case.json');
	const document = {
		edition: '1995',
		guideline: '2L1.2',
		enhancements: ['(b)(2)'],
		acceptance: 3,
		criminalHistoryCategory: 'V',
		chapterThree: ['§3C1.1'],
	};
	writeFileSync(file, JSON.stringify(document));
	afterAll(() => rmSync(folder, { recursive: true, force: true }));

	test('opens at the review, and is saved with what is not asked', async () => {
		const { press, shows, status } = bound(open(`--case ${file}`, { rows: 60 }));
		await shows('? All answers');
		await shows('Also in the document: Chapter Three: §3C1.1');
		await press(['All answers', 'Acceptance', 'Enter'], [/\? Acceptance/, '0', 'Enter'], [/\? All answers/, 'Enter']);
		await press(['What next', 'save', 'Enter'], ['Save the case', 'new.json', 'Enter'], ['readable by', 'C-c']);
		expect(await status()).toBe('130');
		expect(JSON.parse(terminal.read('new.json'))).toEqual({ ...document, acceptance: 0 });
		expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(document);
	});

	test.each([
		['that is not there', '--case away.json', /cannot read "away\.json": no such file/],
		['from standard input', '--case -', /Give the case as a file/],
		['before a command', `--case ${file} calc`, /unknown option '--case'/],
		['beside a draft', `--case ${file} --draft ${file}`, /already holds a draft, and --case opens a case as well/],
	])('%s is refused, exit 2', async (_, args, message) => {
		const { status } = bound(open(args, { columns: 200 }));
		expect(await status()).toBe('2');
		expect(terminal.screen()).toMatch(message);
	});
});

describe('where the answer goes', () => {
	test('--json: the result document alone on standard output', async () => {
		const { press, status } = bound(open('--json > result.json', { rows: 40 }));
		await press(...banuelos, ['What next', 'Enter']);
		expect(await status()).toBe('0');
		expect(JSON.parse(terminal.read('result.json')).guidelineRange).toEqual({ minimumMonths: 70, maximumMonths: 87 });
	});

	test('text into a file holds no colours', async () => {
		const { press, status } = bound(open('> result.txt', { rows: 40 }));
		await press(...banuelos, ['What next', 'Enter']);
		expect(await status()).toBe('0');
		expect(terminal.read('result.txt')).toMatch(/^Guideline range {3}70–87 months/);
		expect(terminal.read('result.txt')).not.toContain('\x1b');
	});

	test('a saved case is readable by its owner alone, and is not overwritten unasked', async () => {
		const { press, shows } = bound(open('', { rows: 50 }));
		await press(
			...banuelos,
			['What next', 'save', 'Enter'],
			['case.json', 'Enter'],
			['readable by you alone', 'save', 'Enter'],
		);
		await press(['Save the case document', 'case.json', 'Enter'], ['case.json exists. Overwrite it?', 'Enter']);
		await press(['❯ case-2.json', 'Escape']);
		await shows('What next');
		expect(existsSync(`${terminal.folder}/case-2.json`)).toBe(false);
		expect(statSync(`${terminal.folder}/case.json`).mode & 0o777).toBe(0o600);
	});

	test('a folder that is not there is said plainly, and the file asked for again', async () => {
		const { press, shows } = bound(open('', { rows: 50 }));
		await press(...banuelos, ['What next', 'save', 'Enter'], ['case.json', 'away/a.json', 'Enter']);
		await shows(/Not written: cannot write "away\/a\.json": there is no folder "away"\. Make it\s+first/);
		await press(['❯ away/a.json', 'a.json', 'Enter']);
		await shows('Written to a.json, readable by you alone.');
	});

	test('a report, into a folder given by its name: no line but those of the questions', async () => {
		const { press, shows } = bound(open('', { rows: 50 }));
		await press(...banuelos, ['What next', 'report', 'Enter'], ['In which form', 'html', 'Enter']);
		await press(['❯ report.html', './', 'Enter'], [/\.\/ is a folder[\s\S]*❯ \.\/report\.html/, 'Enter']);
		const screen = await shows('Written to ./report.html');
		expect(screen).not.toMatch(/node:\d|Warning:/);
		expect(terminal.read('report.html')).toContain('70–87 months');
	});

	test('at 80 by 24 the range stands above the menu, however long the answer', async () => {
		const { press, shows } = bound(open(''));
		await press(...banuelos);
		expect(await shows('? What next?')).toContain('Range 70–87 months · level 21 · category V');
	});

	test('without a terminal there are no questions', async () => {
		const { status } = bound(open('< /dev/null 2> error'));
		expect(await status()).toBe('2');
		expect(terminal.read('error')).toMatch(/ussg calc.*ussg batch/);
		expect(existsSync(`${terminal.folder}/result.json`)).toBe(false);
	});
});

describe('looks', () => {
	const colored = /\x1b\[(?:\d+;)*3[0-7]m/;

	test.each([
		['colour', '', {}, true],
		['--no-color', '--no-color', {}, false],
		['NO_COLOR', '', { NO_COLOR: '1' }, false],
		['--plain', '--plain', {}, false],
	])('%s', async (_, args, env, expected) => {
		const { shows } = bound(open(args, { env }));
		await shows('Which Manual');
		expect(colored.test(terminal.screen('-e'))).toBe(expected);
	});

	test('--ascii', async () => {
		const { press, shows } = bound(open('--ascii'));
		await press(['Which Manual', '1995', 'Enter'], ['What is the client', '2L1.2', 'Enter']);
		expect(await shows('Which increase')).toMatch(/^[\n\x20-\x7e]*$/);
	});
});
