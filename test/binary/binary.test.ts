import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
	chmodSync,
	copyFileSync,
	existsSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	statSync,
	writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, describe, expect, test } from 'vitest';
import { commands, has, madeFolder, root, seen, sweep, workplace } from './alike.ts';

/** `npm run test:binary`: what dist/bin/ holds, against npm's bin. What a machine has no tool for is skipped. */
const binaryOf = (target: string): string => join(root, 'dist/bin', `ussg-${target}`);
const here = `${process.platform}-${process.arch}`;
const binary = binaryOf(here);
const ofNpm = workplace(`"${process.execPath}" "${root}bin/ussg.cjs"`);
const case2012 = 'calc --edition 2012 --base-level 24 --acceptance 3 --category V';

afterAll(sweep);

/** A made system of nothing but the binary and the shared libraries it names. */
function bareSystem(): string {
	const system = madeFolder();
	const libraries = execFileSync('ldd', [binary], { encoding: 'utf8' }).match(/\/\S+(?= \()/g) ?? [];
	for (const library of libraries) {
		mkdirSync(join(system, dirname(library)), { recursive: true });
		copyFileSync(library, join(system, library));
	}
	copyFileSync(binary, join(system, 'ussg'));
	chmodSync(system, 0o755);
	return system;
}

describe(`the binary for ${here}`, () => {
	const alone = workplace(`"${binary}"`);

	test('answers a hundred commands', () => {
		expect(commands.length).toBeGreaterThanOrEqual(100);
	});

	test.each(commands)('%s', (command) => {
		expect(seen(alone, command)).toEqual(seen(ofNpm, command));
	});

	test('asks at a terminal as npm does, and ends there at Ctrl-C', () => {
		const typed = `(sleep 1; printf '\\003') | script -qec 'stty cols 80 rows 24; exec ussg' /dev/null`;
		expect(seen(alone, typed, { TERM: 'xterm' })).toEqual(seen(ofNpm, typed, { TERM: 'xterm' }));
	});

	test.each([
		['with prompts', 'ussg', ['2012']],
		['line by line', 'ussg --plain', ['2012', '1', '3']],
	])('answers at a terminal, %s, as npm does', (_, command, words) => {
		const typed = [...words, ...Array(14).fill('')].map(
			(word) => `printf '${word}'; sleep 0.3; printf '\\r'; sleep 0.4`,
		);
		const screen = `script -qec 'stty cols 80 rows 24; exec ${command} > answer' /dev/null > /dev/null`;
		const session = `(sleep 1; ${typed.join('; ')}; printf '\\003') | ${screen}; cat answer`;
		const answer = seen(alone, session, { TERM: 'xterm' });
		expect(answer.stdout).toContain('Not known yet: ');
		expect(answer).toEqual(seen(ofNpm, session, { TERM: 'xterm' }));
	});

	test('has at most 110 MB', () => {
		expect(statSync(binary).size).toBeLessThanOrEqual(110e6);
	});

	test.each([
		['an empty environment', {}],
		['no program to be found', { PATH: '/nonexistent' }],
		['another zone and locale', { TZ: 'Pacific/Kiritimati', LC_ALL: 'ar_EG.UTF-8', LANG: 'ar_EG.UTF-8' }],
	])('in %s the answer is the same', (_, env) => {
		const args = [...case2012.split(' '), '--json'];
		const run = (program: string, ...first: string[]) =>
			spawnSync(program, [...first, ...args], { env, cwd: '/', encoding: 'utf8' });
		const { status, stdout, stderr } = run(binary);
		expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
		expect(stdout).toBe(run(process.execPath, `${root}bin/ussg.cjs`).stdout);
		expect(JSON.parse(stdout).guidelineRange).toEqual({ minimumMonths: 70, maximumMonths: 87 });
	});

	test.each(['ar_EG', 'da_DK', 'ja_JP', 'th_TH', 'tr_TR', 'zh_CN'])('it answers in the locale %s too', (locale) => {
		const env = { LC_ALL: `${locale}.UTF-8`, LANG: `${locale}.UTF-8` };
		for (const command of [case2012, 'calc --basse-level 8', 'calc --case case.json --format html']) {
			expect(seen(alone, `ussg ${command}`, env)).toEqual(seen(ofNpm, `ussg ${command}`, env));
		}
	});

	test('the program asks for no other language, as its Node has none', () => {
		for (const part of readdirSync(join(root, 'dist/cli'))) {
			const code = readFileSync(join(root, 'dist/cli', part), 'latin1');
			expect(code.match(/\bIntl\.|\.toLocale\w*\(/g) ?? [], part).toEqual([]);
		}
	});

	test('NODE_OPTIONS and a file beside it do not get in', () => {
		writeFileSync(join(alone, 'intruder.cjs'), 'console.log("intruder");');
		writeFileSync(join(alone, 'main.cjs'), 'console.log("intruder");');
		const file = join(alone, 'intruder.cjs');
		const env = { NODE_OPTIONS: `--require ${file}`, NODE_PATH: alone, NODE_REPL_EXTERNAL_MODULE: file };
		expect(seen(alone, `ussg ${case2012}`, env)).toEqual(seen(alone, `ussg ${case2012}`));
		expect(seen(alone, `"${binary}" -e 'console.log("intruder")'`).status).toBe(2);
		expect(seen(alone, `"${binary}" --require ./intruder.cjs`).status).toBe(2);
	});

	test.each(['NODE_COMPILE_CACHE', 'NODE_V8_COVERAGE', 'OPENSSL_CONF'])('%s does nothing', (variable) => {
		const given = join(madeFolder(), 'given');
		const traced = `strace -f -o trace -e trace=file -- ussg ${case2012}`;
		const command = has('strace') ? traced : `ussg ${case2012}`;
		expect(seen(alone, command, { [variable]: given })).toEqual(seen(alone, `ussg ${case2012}`));
		expect(existsSync(given)).toBe(false);
		if (has('strace')) expect(readFileSync(join(alone, 'trace'), 'utf8')).not.toContain(given);
	});

	test('the signal that opens the debugger of Node does nothing, whenever it comes', async () => {
		for (let milliseconds = 4; milliseconds < 60; milliseconds += 4) {
			const program = spawn(binary, ['batch']);
			const ended = once(program, 'close');
			let said = '';
			program.stderr.on('data', (chunk) => {
				said += chunk;
			});
			await pause(milliseconds);
			program.kill('SIGUSR1');
			await pause(100);
			program.stdin.end();
			await ended;
			expect(said).toBe('');
		}
	});

	const isRoot = process.getuid?.() === 0;
	const chroot = '/usr/sbin/chroot';
	test.skipIf(!isRoot || !has(chroot))(
		'alone with its shared libraries, as nobody, where nothing can be written',
		() => {
			const system = bareSystem();
			const run = (args: string[], input = '') =>
				spawnSync('env', ['-i', chroot, '--userspec=65534:65534', system, '/ussg', ...args], {
					input,
					encoding: 'utf8',
				});
			expect(run([...case2012.split(' ')]).stdout).toContain('70–87 months');
			const line = { edition: '2012', baseOffenseLevel: 24, acceptance: 3, criminalHistoryCategory: 'V' };
			const { status, stdout } = run(['batch'], `${JSON.stringify(line)}\n{}\n`);
			expect([status, stdout.split('\n').length]).toEqual([2, 3]);
			expect(run([...case2012.split(' '), '--output', '/answer']).stderr).toContain(
				'cannot write "/answer": not allowed',
			);
			expect(run(['--help']).status).toBe(0);
		},
	);

	test.skipIf(!has('strace'))('opens no connection', () => {
		const trace = join(alone, 'trace');
		for (const command of [`ussg ${case2012}`, 'ussg batch lines.jsonl', 'ussg schema case', 'ussg editions']) {
			const traced = seen(alone, `strace -f -o "${trace}" -e trace=network,openat -- ${command}; cat "${trace}"`);
			expect(traced.stdout).toContain('openat(');
			expect(traced.stdout).not.toMatch(/\b(socket|connect|bind|sendto|sendmsg)\(/);
		}
	});
});

const ofArm = binaryOf('linux-arm64');
describe.skipIf(!existsSync(ofArm) || !has('qemu-aarch64-static'))('the binary for linux-arm64, under qemu', () => {
	const alone = workplace(`qemu-aarch64-static -L /usr/aarch64-linux-gnu "${ofArm}"`);
	test.each(commands.filter((_, index) => index % 4 === 0))('%s', { timeout: 120_000 }, (command) => {
		expect(seen(alone, command)).toEqual(seen(ofNpm, command));
	});
});

const ofWindows = binaryOf('win-x64.exe');
const wine = ['wine64', '/usr/lib/wine/wine64'].find(has);
describe.skipIf(!existsSync(ofWindows) || wine === undefined)('the binary for win-x64, under wine', () => {
	const system = madeFolder();
	const env = `LC_ALL=C.UTF-8 WINEPREFIX="${system}" WINEDEBUG=-all NODE_SKIP_PLATFORM_CHECK=1`;
	const run = join(system, 'run.sh');
	// Node writes into no pipe there, so it writes into files, and these are written on.
	const lines = [
		'at=$(mktemp -d); cat > $at/in',
		`${env} "${wine}" "${ofWindows}" "$@" < $at/in > $at/out 2> $at/err`,
		'status=$?; cat $at/err >&2; cat $at/out; rm -r $at; exit $status',
	];
	writeFileSync(run, lines.join('\n'));
	const alone = workplace(`sh "${run}"`);
	seen(alone, 'ussg --version');
	const first = seen(alone, 'ussg --version');
	const starts = first.status === 0;

	test.skipIf(starts)('stops where Node itself stops there: V8 gets no memory of the kind it asks for', () => {
		expect(first.stderr).toMatch(/^# Fatal process out of memory: SegmentedTable::InitializeTable/m);
	});

	// Not those that ask for what only the files of Linux have, or write elsewhere than into a file.
	const possible = commands.filter((command) => !/stat -c|\/dev\/full|>&-/.test(command));
	test.skipIf(!starts).each(possible)('%s', (command) => {
		expect(seen(alone, command)).toEqual(seen(ofNpm, command));
	});

	test.skipIf(!starts)('NODE_OPTIONS and a module for its prompt do not get in', () => {
		const set = { NODE_OPTIONS: '--require ./intruder.cjs', NODE_REPL_EXTERNAL_MODULE: 'intruder.cjs' };
		expect(seen(alone, `ussg ${case2012}`, set)).toEqual(seen(ofNpm, `ussg ${case2012}`));
	});
});
