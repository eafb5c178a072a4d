import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { banuelos, Terminal } from './tmux.ts';

/** What a terminal does to a program besides showing it: it is stopped, brought back, taken away, or shared. */
let terminal: Terminal;
afterEach(() => terminal.end());

const ussg = `${process.execPath} ${process.cwd()}/bin/ussg.cjs`;
const steps = (...given: typeof banuelos): typeof banuelos => given;

/** A shell that does job control, where the program is called by hand. */
async function inShell(args: string, before = ussg): Promise<Terminal> {
	terminal = new Terminal('', { rows: 40, columns: 100, before: 'PS1="ready> " exec bash --norc -i' });
	await terminal.press(...steps(['ready>', `${before} ${args}`, 'Enter']));
	return terminal;
}

/** Whether the terminal's own line editing is on, as a shell without one of its own wants it. */
const isLineMode = (): boolean => !/ -icanon/.test(readFileSync(join(terminal.folder, 'modes'), 'utf8'));

describe('Ctrl-Z under a shell', () => {
	test.each([
		['with prompts', '', ['❯ (b)(1)']],
		['under npm or another program', '', ['❯ (b)(1)']],
	])('%s: it stops, the shell has the terminal, and fg brings all of it back', async (name, args, [choice]) => {
		await inShell(args, name.includes('npm') ? `sh -c 'true; ${ussg}; true'` : ussg);
		await terminal.press(
			...banuelos.slice(0, 2),
			[/What is the client/, '2L1.2', 'Enter'],
			[/\? Which increase/, '(b)'],
		);
		await terminal.press(
			[choice as string, 'C-z'],
			[/Stopped[\s\S]*ready>/, 'stty -a > modes; echo shell; jobs -l', 'Enter'],
		);
		await terminal.press([/^shell$[\s\S]*Stopped/m, 'fg', 'Enter']);
		const screen = await terminal.shows(/\? Which increase of §2L1\.2\(b\) applies\? .*\(b\)\n❯ \(b\)\(1\)/);
		expect(isLineMode()).toBe(true);
		expect(screen.match(/✓ Wh(?:ich|at)/g)).toHaveLength(2);
		expect(screen).not.toContain('Stopped');
		await terminal.press([choice as string, 'C-h', 'C-h', 'C-h', '(b)(2)', 'Enter'], ...banuelos.slice(4), [
			'What next',
			'Enter',
		]);
		await terminal.shows(/Guideline range +70–87 months/);
	});

	test('twice, with a draft that holds every answer', async () => {
		await inShell('--draft d.json');
		await terminal.press(
			...banuelos.slice(0, 2),
			[/\? What is the client/, 'C-z'],
			[/Stopped[\s\S]*ready>/, 'fg', 'Enter'],
		);
		await terminal.press(
			[/\? What is the client/, '2L1.2', 'Enter'],
			[/\? Which increase/, 'C-z'],
			[/Stopped[\s\S]*ready>/, 'fg', 'Enter'],
		);
		await terminal.press([/\? Which increase/, 'C-c']);
		await terminal.shows(/Stopped\. To go on: ussg --draft d\.json/);
		expect(Object.keys(JSON.parse(terminal.read('d.json')).interview.answers)).toEqual(['edition', 'guideline']);
	});

	test('line by line: the question is asked again', async () => {
		await inShell('--plain');
		await terminal.press([/Which Manual/, '1995', 'Enter'], [/Enter: not answered yet\.$/, 'C-z']);
		await terminal.press([/Stopped[\s\S]*ready>/, 'clear', 'Enter'], [/^ready>$/, 'fg', 'Enter']);
		await terminal.press([/Type the key of a choice/, 'C-c']);
		await terminal.shows(/Stopped\. No draft was kept/);
	});
});

test.each(['SIGSTOP', 'SIGTSTP'] as const)(
	'%s from elsewhere and SIGCONT: the question is drawn again',
	async (signal) => {
		terminal = new Terminal('', { rows: 40 });
		await terminal.press(...banuelos.slice(0, 2), [/\? What is the client/, 'unl']);
		terminal.signal(signal);
		terminal.tmux('send-keys', '-R');
		terminal.signal('SIGCONT');
		await terminal.press([/✓ Which Manual[\s\S]*\? What is the client.*unl\n❯/, 'Enter'], [/\? Which increase/, 'C-c']);
		expect(await terminal.status()).toBe('130');
		expect(terminal.isAsBefore()).toBe(true);
	},
);

describe('Ctrl-Z where no shell can bring the program back', () => {
	test.each([
		['below a shell without job control', ''],
		['as the first program of the session', `exec ${ussg}`],
	])('%s: nothing is lost, and the keys stay keys', async (_, before) => {
		terminal = new Terminal('', { rows: 40, before });
		await terminal.press(
			...banuelos.slice(0, 2),
			[/\? What is the client/, 'C-z'],
			[/\? What is the client/, 'C-z', 'unl'],
		);
		await terminal.press(
			[/\? What is the client.*unl\n❯/, 'Enter'],
			[/\? Which increase/, 'Down', 'Up', '(b)(2)', 'Enter'],
		);
		await terminal.press(...banuelos.slice(4), ['What next', 'Enter']);
		await terminal.shows(/Guideline range +70–87 months/);
		if (before !== '') return;
		expect(await terminal.status()).toBe('0');
		expect(terminal.isAsBefore()).toBe(true);
	});
});

describe('a terminal that goes away', () => {
	const over = (): Promise<void> =>
		vi.waitFor(() => expect(existsSync(join(terminal.folder, 'status'))).toBe(true), { timeout: 10_000 });

	test.each([
		['with prompts', ''],
		['line by line', '--plain'],
	])('%s, unheard: the program ends, and the draft holds what was answered', async (_, args) => {
		terminal = new Terminal(`${args} --draft d.json`, { before: 'trap "" HUP; ulimit -c unlimited' });
		await terminal.press(['Which Manual', '1995', 'Enter'], [/What is the client/]);
		// Another session keeps the server of tmux alive.
		terminal.tmux('new-session', '-d', 'sleep 600');
		terminal.tmux('kill-session', '-t', '0');
		await over();
		expect(terminal.read('status').trim()).toBe('130');
		expect(JSON.parse(terminal.read('d.json')).interview.answers).toEqual({ edition: { edition: '1995' } });
		expect(readdirSync(terminal.folder).filter((name) => name.startsWith('core'))).toEqual([]);
	});

	test('in the middle of the answer: the program ends', async () => {
		terminal = new Terminal('batch cases.jsonl 2> error', {
			before: `trap "" HUP; yes '{"edition":"2011","baseOffenseLevel":20,"criminalHistoryCategory":"I"}' | head -2000000 > cases.jsonl`,
		});
		await terminal.shows('effectiveDate');
		terminal.tmux('new-session', '-d', 'sleep 600');
		terminal.tmux('kill-session', '-t', '0');
		await over();
		expect(terminal.read('status').trim()).toBe('1');
		expect(terminal.read('error')).toMatch(/^ussg: cannot write to standard output: the disk failed\. /);
	});
});

test('two sessions on one draft: each keeps its answers, and says where', async () => {
	await inShell('--draft d.json');
	await terminal.press(
		...banuelos.slice(0, 2),
		[/\? What is the client/, 'C-z'],
		[/Stopped[\s\S]*ready>/, `clear; ${ussg} --draft d.json`, 'Enter'],
	);
	await terminal.press(
		[/✓ Which Manual[\s\S]*\? What is the client/, '2L1.2', 'Enter'],
		[/\? Which increase/, '(b)(1)', 'Enter'],
		[/\? Any other/, 'C-c'],
	);
	await terminal.press([/Stopped\. To go on: ussg --draft d\.json[\s\S]*ready>/, 'clear; fg', 'Enter']);
	await terminal.press(
		[/\? What is the client/, '2L1.2', 'Enter'],
		[/Another session has changed d\.json\. Your answers here are kept in d-2\.json/, '(b)(2)', 'Enter'],
	);
	await terminal.press([/\? Any other/, 'C-c']);
	await terminal.shows(/Stopped\. To go on: ussg --draft d-2\.json/);
	const chosen = (file: string) => JSON.stringify(JSON.parse(terminal.read(file)).interview.answers);
	expect([chosen('d.json').includes('(b)(1)'), chosen('d-2.json').includes('(b)(2)')]).toEqual([true, true]);
});

test('a size that changes while the program is stopped', async () => {
	await inShell('');
	await terminal.press(...banuelos.slice(0, 2), [/\? What is the client/, 'C-z']);
	await terminal.shows(/Stopped[\s\S]*ready>/);
	await terminal.resize(60, 30);
	await terminal.press([/ready>/, 'clear; fg', 'Enter']);
	const screen = await terminal.shows(/\? What is the client/);
	for (const line of screen.split('\n')) expect(line.length).toBeLessThanOrEqual(60);
});
