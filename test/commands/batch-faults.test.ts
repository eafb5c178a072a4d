import { spawn, spawnSync } from 'node:child_process';
import {
	appendFileSync,
	closeSync,
	fstatSync,
	mkdtempSync,
	openSync,
	readFileSync,
	rmSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { damagedProgram } from './damaged.ts';
import { bin, json as records, ussg } from './run.ts';

const folder = mkdtempSync(join(tmpdir(), 'ussg-faults-'));
const damaged = damagedProgram();
afterAll(() => {
	rmSync(folder, { recursive: true });
	damaged.remove();
});

const line = (id: string, baseOffenseLevel = 20) =>
	`{"id":"${id}","edition":"2011","baseOffenseLevel":${baseOffenseLevel},"criminalHistoryCategory":"I"}\n`;
const many = (count: number, from = 0) => Array.from({ length: count }, (_, at) => line(`r${from + at}`)).join('');
const file = (name: string, bytes: string | Uint8Array): string => {
	const path = join(folder, name);
	writeFileSync(path, bytes);
	return path;
};
/** As `ussg`, of the copy with the damaged table; 20 seconds are a hang. */
const faulty = (args: string[], input: string) =>
	spawnSync(process.execPath, [damaged.bin, 'batch', ...args], {
		input,
		encoding: 'utf8',
		timeout: 20_000,
		maxBuffer: 1 << 26,
	});

describe('a record on which the program fails', () => {
	const input = many(40) + line('fault', 42) + many(300, 40) + line('fault', 42) + line('wrong', 50) + many(300, 340);
	const expected = [...Array(40).keys(), 'fault', ...[...Array(300).keys()].map((at) => at + 40), 'fault', 'wrong'];
	const ids = [...expected, ...[...Array(300).keys()].map((at) => at + 340)].map((id) =>
		typeof id === 'number' ? `r${id}` : id,
	);

	test.each(['1', '2', '4'])('is answered by that in its place, and all others as ever (%s threads)', (jobs) => {
		const { status, stdout, stderr } = faulty(['--jobs', jobs], input);
		expect(status).toBe(1);
		const answers = records(stdout);
		expect(answers.map(({ id }) => id)).toEqual(ids);
		const refused = answers.filter(({ error }) => error !== undefined);
		expect(refused.map(({ error, line }) => [error.code, line])).toEqual([
			['program-fault', 41],
			['program-fault', 342],
			['out-of-range', 343],
		]);
		expect(stderr).toMatch(/^ussg: the program failed on 2 records, .*program-fault.*\n$/);
	});

	test('the same in one thread and in two, byte for byte', () => {
		expect(faulty(['--jobs', '2'], input).stdout).toBe(faulty([], input).stdout);
	});

	test('goes to the rejects with those that are wrong, and is counted', () => {
		const path = join(folder, 'again.jsonl');
		const { stderr } = faulty(['--rejects', path, '--summary'], line('a') + line('b', 42) + line('c', 50));
		expect(readFileSync(path, 'utf8')).toBe(line('b', 42) + line('c', 50));
		expect(stderr).toMatch(/1\s+33\.3 %\s+program-fault/);
	});

	test('in CSV it has its place too', () => {
		const header = 'id,edition,baseOffenseLevel,criminalHistoryCategory\n';
		const { status, stdout } = faulty(['--format', 'csv'], `${header}a,2011,20,I\nb,2011,42,I\nc,2011,20,I\n`);
		expect(status).toBe(1);
		expect(stdout.split('\n')[2]).toMatch(/^b,.*,3,program-fault,/);
		expect(stdout.split('\n')[3]).toMatch(/^c,/);
	});
});

describe('a thread that ends before its work', () => {
	const preload = fileURLToPath(new URL('./kill-thread.cjs', import.meta.url));

	test.each(['0', '40', '150'])('ends the run with an error and a complete output, after %s ms', (after) => {
		const distinct = Array.from({ length: 20_000 }, (_, at) => line(`r${at}`).replace('}', `,"caption":"${at}"}`));
		const input = file('distinct.jsonl', distinct.join(''));
		const { status, stdout, stderr } = spawnSync(
			process.execPath,
			['--require', preload, bin, 'batch', '--jobs', '3', input],
			{ encoding: 'utf8', env: { ...process.env, KILL_AFTER: after }, timeout: 60_000, maxBuffer: 1 << 28 },
		);
		expect(status).toBe(1);
		expect(stderr).toMatch(/^ussg: a thread ended before it finished its work/);
		const answers = records(stdout);
		expect(answers.map(({ id }) => id)).toEqual(Array.from({ length: answers.length }, (_, at) => `r${at}`));
		if (answers.length > 0) expect(stderr).toContain(`complete through line ${answers.length} of `);
	});
});

describe('a run that cannot go on says how far its output is complete, and ends with 1', () => {
	test.each(['1', '2'])('an input that is not there, after one that is (%s threads)', (jobs) => {
		const first = file('first.jsonl', many(20));
		const { status, stdout, stderr } = ussg(['batch', '--jobs', jobs, first, join(folder, 'nope.jsonl')]);
		expect(status).toBe(1);
		expect(records(stdout)).toHaveLength(20);
		expect(stderr).toMatch(/^ussg: cannot read ".*nope.*": no such file\. The output is complete through line 20 of /);
	});

	test('the only input that is not there: nothing was read, and the command line is wrong', () => {
		const { status, stdout, stderr } = ussg(['batch', join(folder, 'nope.jsonl')]);
		expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
		expect(stderr).toMatch(/^ussg: cannot read .*: no such file\n$/);
	});

	const whole = gzipSync(many(1500));
	test.each([
		['cut short', whole.subarray(0, whole.length - 300), 'its gzip data is cut short'],
		['cut in its last byte', whole.subarray(0, -1), 'its gzip data is cut short'],
		['with another sum', Buffer.from(whole).fill(7, whole.length - 8, whole.length - 4), 'its gzip data is damaged'],
		['followed by text', Buffer.concat([whole, Buffer.from('garbage')]), 'it has other data after its gzip'],
		['followed by other bytes', Buffer.concat([whole, Buffer.from([0x1f, 1])]), 'it has other data after its gzip'],
	])('gzip %s: the complete lines are answered', (_, bytes, words) => {
		for (const jobs of ['1', '2']) {
			const { status, stdout, stderr } = ussg(['batch', '--jobs', jobs, file('cut.gz', bytes)]);
			expect(status).toBe(1);
			const answers = records(stdout);
			expect(answers.map(({ id }) => id)).toEqual(Array.from({ length: answers.length }, (_, at) => `r${at}`));
			expect(stderr).toContain(words);
			expect(stderr).toContain(`complete through line ${answers.length} of `);
			if (!words.includes('cut short') || bytes.length > whole.length - 10) expect(answers).toHaveLength(1500);
		}
	});

	test('gzip files one after the other, and zeros after the last, are read to the end', () => {
		const bytes = Buffer.concat([gzipSync(many(300)), gzipSync(''), gzipSync(many(300, 300)), Buffer.alloc(5000)]);
		const { status, stdout } = ussg(['batch', file('several.gz', bytes)]);
		expect(status).toBe(0);
		expect(records(stdout)).toHaveLength(600);
	});

	test('a file of rejects that takes no more', () => {
		const script = `trap '' XFSZ; ulimit -f 100; "$0" "$1" batch --rejects "$2" "$3" > /dev/null`;
		const input = file('long.jsonl', `${many(100)}${'x'.repeat(90)}\n${many(100)}`.repeat(6) + 'y\n'.repeat(60_000));
		const args = ['-c', script, process.execPath, bin, join(folder, 'full.jsonl'), input];
		const { status, stderr } = spawnSync('bash', args, { encoding: 'utf8' });
		expect(status).toBe(1);
		expect(stderr).toMatch(/^ussg: cannot write .*full.*complete through line \d+ of /);
	});
});

describe('one Ctrl-C ends a batch', () => {
	let unread: string;
	beforeAll(() => {
		unread = file('unread.jsonl', many(20_000));
	});
	/** The status of a run that is interrupted once: a second after it was started, or as soon as `begun` says. */
	const interrupted = (
		args: string[],
		stdio: ('pipe' | 'ignore' | number)[],
		begun: (after: number) => boolean = (after) => after >= 1000,
	): Promise<unknown> => {
		const child = spawn(process.execPath, [bin, 'batch', ...args], { stdio: stdio as ['pipe'] });
		const start = Date.now();
		const soon = setInterval(() => {
			if (!begun(Date.now() - start)) return;
			clearInterval(soon);
			child.kill('SIGINT');
		}, 5);
		const late = setTimeout(() => child.kill('SIGKILL'), 15_000);
		return new Promise((resolve) =>
			child.on('exit', (status, signal) => {
				clearTimeout(late);
				clearInterval(soon);
				// What a shell makes of it, also where the program had not yet begun to listen.
				resolve(signal === 'SIGINT' ? 130 : (status ?? signal));
			}),
		);
	};

	test.each(['1', '2'])('that waits for its input (%s threads)', async (jobs) => {
		expect(await interrupted(['--jobs', jobs], ['pipe', 'ignore', 'ignore'])).toBe(130);
	});

	test.each(['1', '2'])('whose output nobody reads (%s threads)', async (jobs) => {
		expect(await interrupted(['--jobs', jobs, unread], ['ignore', 'pipe', 'ignore'])).toBe(130);
	});

	test.each(['1', '2'])('that reads a long file (%s threads)', async (jobs) => {
		const long = file('long-file.jsonl', '');
		for (let at = 0; at < 40; at++) appendFileSync(long, many(20_000, at * 20_000));
		const out = openSync(join(folder, 'out.jsonl'), 'w');
		// A fast machine reads the whole file within a second, so the first answers are the signal.
		const answered = () => fstatSync(out).size > 0;
		expect(await interrupted(['--jobs', jobs, long], ['ignore', out, 'ignore'], answered)).toBe(130);
		closeSync(out);
		// The file may be longer than a text can be.
		expect(spawnSync('tail', ['-c', '2', join(folder, 'out.jsonl')], { encoding: 'utf8' }).stdout).toBe('}\n');
	});

	test('that waits for a pipe to which nobody writes', async () => {
		const pipe = join(folder, 'pipe');
		expect(spawnSync('mkfifo', [pipe]).status).toBe(0);
		expect(await interrupted([pipe], ['ignore', 'ignore', 'ignore'])).toBe(130);
	});
});

test('a pipe is read by its name, from whoever comes to write to it', async () => {
	const pipe = join(folder, 'named-pipe');
	expect(spawnSync('mkfifo', [pipe]).status).toBe(0);
	const writer = spawn('sh', ['-c', `sleep 0.5; cat > '${pipe}'`], { stdio: ['pipe', 'ignore', 'ignore'] });
	writer.stdin.end(many(3000));
	const reader = spawn(process.execPath, [bin, 'batch', pipe]);
	let text = '';
	reader.stdout.setEncoding('utf8').on('data', (more: string) => {
		text += more;
	});
	expect(await new Promise((resolve) => reader.on('close', resolve))).toBe(0);
	expect(records(text)).toHaveLength(3000);
});
