import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import { asJson } from './as-json.ts';
import { bin, json as parsed, ussg } from './run.ts';

const folder = mkdtempSync(join(tmpdir(), 'ussg-batch-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const good = { edition: '2011', baseOffenseLevel: 34, acceptance: 3, criminalHistoryCategory: 'I' };
const withId = (id: unknown) => JSON.stringify({ id, ...good });

/** Both ways to work: in one thread, and in several that share the lines among them. */
const ways: [string, string[]][] = [
	['one thread', []],
	['two threads', ['--jobs', '2']],
	['twelve threads', ['--jobs', '12']],
];

describe.each(ways)('a line that cannot be answered harms no neighbour, in %s', (_, jobs) => {
	const bad: [string, string | Uint8Array, string][] = [
		['duplicate keys', `{"id":"x","edition":"2012","edition":"2013"}`, 'duplicate-key'],
		['a duplicate id', `{"id":"a","id":"b",${JSON.stringify(good).slice(1)}`, 'duplicate-key'],
		['__proto__', `{"__proto__":{"edition":"2012"},${JSON.stringify(good).slice(1)}`, 'unknown-key'],
		['an id that is a list', withId([7]), 'invalid-value'],
		['NUL', `{"id":"a\u0000b",${JSON.stringify(good).slice(1)}`, 'invalid-json'],
		['NUL alone', '\u0000', 'invalid-json'],
		['nesting of 200,000', '['.repeat(200_000) + ']'.repeat(200_000), 'too-deep'],
		[
			'invalid UTF-8 in the id',
			Buffer.concat([Buffer.from('{"id":"\xff",', 'latin1'), Buffer.from(JSON.stringify(good).slice(1))]),
			'invalid-utf8',
		],
		[
			'UTF-8 cut short',
			Buffer.concat([
				Buffer.from('{"id":"'),
				Buffer.from([0xe2, 0x82]),
				Buffer.from(`",${JSON.stringify(good).slice(1)}`),
			]),
			'invalid-utf8',
		],
		['a record after an id and a caption', `{"id":"a","caption":"b"${JSON.stringify(good)}`, 'invalid-json'],
		['half a record', '{"id":"c",', 'invalid-json'],
		['two records', `${withId('a')}${withId('b')}`, 'invalid-json'],
		['a key of an inner object taken for the id', `{"x":{"id":"a"},${JSON.stringify(good).slice(1)}`, 'unknown-key'],
	];
	test.each(bad)('%s', (_name, line, code) => {
		const input = Buffer.concat(
			[withId('one'), '\n', line, '\n', withId('two'), '\n'].map((part) => Buffer.from(part)),
		);
		const { status, stdout } = ussg(['batch', ...jobs], input);
		const records = parsed(stdout);
		expect(status).toBe(3);
		expect(records.map((record) => record.id)).toEqual(['one', records[1].id, 'two']);
		expect(records[1]).toMatchObject({ line: 2, error: { code } });
		expect(records[0].guidelineRange).toEqual({ minimumMonths: 108, maximumMonths: 135 });
		expect({ ...records[2], id: 'one' }).toEqual(records[0]);
	});

	test('all of these one after the other, twice: as many lines come out as went in, in order', () => {
		const lines = [...bad, ...bad].flatMap(([, line], at) => [Buffer.from(line), Buffer.from(withId(`good ${at}`))]);
		const { stdout } = ussg(['batch', ...jobs], Buffer.concat(lines.flatMap((line) => [line, Buffer.from('\n')])));
		const records = parsed(stdout);
		expect(records.length).toBe(lines.length);
		expect(records.filter((_record, at) => at % 2 === 1).map((record) => record.id)).toEqual(
			[...bad, ...bad].map((_line, at) => `good ${at}`),
		);
		const refused = records.filter((_record, at) => at % 2 === 0);
		expect(refused.map((record) => record.error.code)).toEqual([...bad, ...bad].map(([, , code]) => code));
		expect(refused.map((record) => record.line)).toEqual(refused.map((_record, at) => 2 * at + 1));
	});

	test('a byte order mark, CRLF, blank lines and a last line without newline', () => {
		const input = `\ufeff${withId('a')}\r\n\r\n   \r\n${withId('b')}\n\n${withId('c')}`;
		const { status, stdout } = ussg(['batch', ...jobs], input);
		expect(status).toBe(0);
		expect(parsed(stdout).map((record) => record.id)).toEqual(['a', 'b', 'c']);
		expect(stdout).not.toContain('\ufeff');
	});

	test('the number of a refused line counts blank lines', () => {
		const { stdout } = ussg(['batch', ...jobs], `\n\n${withId('a')}\n\nno json\n`);
		expect(parsed(stdout)[1].line).toBe(5);
	});

	test('a file that ends in carriage returns and spaces has no further record', () => {
		expect(ussg(['batch', ...jobs], `${withId('a')}\n \r\n\t`).stdout.split('\n').length).toBe(2);
	});

	test('empty input has no records', () => {
		expect(ussg(['batch', ...jobs], '')).toEqual({ status: 0, stdout: '', stderr: '' });
	});

	test('many lines, more than are under way at once, stay in order', () => {
		const input = Array.from({ length: 20_000 }, (_line, at) =>
			at % 7 === 3 ? '{' : JSON.stringify({ id: `r${at}`, ...good, baseOffenseLevel: (at % 43) + 1, acceptance: 0 }),
		);
		const { stdout, stderr } = ussg(['batch', ...jobs], input.join('\n'));
		const records = parsed(stdout);
		expect(stderr).toBe('');
		expect(records.length).toBe(input.length);
		for (const [at, record] of records.entries()) {
			if (at % 7 === 3) expect(record.line).toBe(at + 1);
			else expect([record.id, record.offenseLevel.base]).toEqual([`r${at}`, (at % 43) + 1]);
		}
	});

	test('lines are counted in each file by itself, through lines longer than a block and lines refused', () => {
		const files = ['first.jsonl', 'second.jsonl'].map((name) => join(folder, name));
		const refused = (at: number) => at % 11 === 5;
		const lines = Array.from({ length: 3000 }, (_line, at) => {
			if (refused(at)) return '{';
			return at % 1000 === 999 ? withId('x'.repeat(100_000)) : withId(`r${at}`);
		});
		for (const file of files) writeFileSync(file, `\ufeff\n${lines.join('\n')}`);
		const rejects = join(folder, 'counted.jsonl');
		const { stdout } = ussg(['batch', ...jobs, '--rejects', rejects, ...files]);
		const numbers = lines.flatMap((_line, at) => (refused(at) ? at + 2 : []));
		const expected = files.flatMap((file) => numbers.map((line) => [file, line]));
		const got = parsed(stdout).flatMap(({ file, line, error }) => (error ? [[file, line]] : []));
		expect(got).toEqual(expected);
		expect(readFileSync(rejects, 'utf8')).toBe('{\n'.repeat(expected.length));
	});

	test('files that hold a header and no records, among files that hold many', () => {
		const [many, header] = ['many.jsonl', 'header.csv'].map((name) => join(folder, name)) as [string, string];
		writeFileSync(many, `${withId('a')}\n`.repeat(3000));
		writeFileSync(header, 'id,edition,baseOffenseLevel,criminalHistoryCategory\n');
		const { stdout, status } = ussg([
			'batch',
			...jobs,
			'--select',
			'id',
			...Array.from({ length: 6 }, () => [many, header]).flat(),
			many,
		]);
		expect([status, stdout]).toEqual([0, '{"id":"a"}\n'.repeat(7 * 3000)]);
	});

	test('a line that comes alone is answered before the next one comes', async () => {
		const child = spawn(process.execPath, [bin, 'batch', '--select', 'id', ...jobs], {
			stdio: ['pipe', 'pipe', 'ignore'],
		});
		for (const id of ['a', 'b', 'c']) {
			child.stdin.write(`${withId(id)}\n`);
			const [answer] = await once(child.stdout, 'data');
			expect(String(answer)).toBe(`{"id":"${id}"}\n`);
		}
		child.stdin.end();
		expect(await once(child, 'close')).toEqual([0, null]);
	});
});

test('an id stands in the result as JSON writes it, however it was written', () => {
	const ids = ['é', '\u2028', '"', '\\', '\t', '\u0001', '\ud83d\ude00', '\ufeffx', '=1', '\u007fid\u007f', '§', ' '];
	const escaped = (id: string) =>
		Array.from({ length: id.length }, (_, at) => `\\u${id.charCodeAt(at).toString(16).padStart(4, '0')}`).join('');
	const lines = ids.flatMap((id) => [
		withId(id),
		withId('X').replace('X', () => escaped(id)),
		withId(id).replace('{"id":', ' { "id" : '),
	]);
	const { stdout } = ussg(['batch'], lines.join('\n'));
	const lone = ussg(['calc', '--case', '-', '--json'], withId('X')).stdout;
	expect(stdout).toBe(ids.map((id) => lone.replace('"X"', () => asJson(id)).repeat(3)).join(''));
});

test('a lone surrogate in an id comes out as it came in', () => {
	const { stdout } = ussg(['batch'], `{"id":"\\ud800",${JSON.stringify(good).slice(1)}\n`);
	expect(stdout.startsWith('{"id":"\\ud800",')).toBe(true);
});

test('what a label says is never taken for the place of an id', () => {
	const adjustments = [{ levels: 2, label: '\u007fid\u007f' }];
	const lines = ['a', 'b'].map((id) => JSON.stringify({ id, ...good, adjustments }));
	const records = parsed(ussg(['batch'], lines.join('\n')).stdout);
	expect(records.map((record) => record.id)).toEqual(['a', 'b']);
	expect(records.map((record) => record.steps[1].description)).toEqual(['\u007fid\u007f', '\u007fid\u007f']);
});

describe('inputs', () => {
	const at = (name: string) => join(folder, name);
	writeFileSync(at('plain.jsonl'), `${withId('plain')}\n`);
	writeFileSync(at('packed.jsonl'), gzipSync(`${withId('packed')}\nno json\n`));
	writeFileSync(at('twice.gz'), Buffer.concat([gzipSync(`${withId('first')}\n`), gzipSync(`${withId('second')}\n`)]));
	writeFileSync(at('short.gz'), gzipSync(`${withId('packed')}\n`.repeat(1000)).subarray(0, 60));

	test('files plain and gzip, and standard input, in the order given', () => {
		const { status, stdout } = ussg(
			['batch', at('plain.jsonl'), '-', at('packed.jsonl'), at('twice.gz')],
			withId('stdin'),
		);
		expect(status).toBe(3);
		const records = parsed(stdout);
		expect(records.map((record) => record.id)).toEqual(['plain', 'stdin', 'packed', undefined, 'first', 'second']);
		expect(records[3]).toMatchObject({ file: at('packed.jsonl'), line: 2 });
	});

	test('each gzip file is closed when it is read', () => {
		const { stderr } = ussg(['batch', ...Array.from({ length: 20 }, () => at('twice.gz'))]);
		expect(stderr).toBe('');
	});

	test('gzip on standard input', () => {
		expect(parsed(ussg(['batch'], gzipSync(withId('z'))).stdout)[0].id).toBe('z');
	});

	test.each([
		['a file that is not there', 'nothing.jsonl', 'no such file', 2],
		['gzip data cut short', 'short.gz', 'cut short', 1],
		['a folder', '.', 'that is a folder, not a file', 2],
	] as const)('%s is an error', (_, name, message, expected) => {
		const { status, stderr } = ussg(['batch', at(name)]);
		expect(status).toBe(expected);
		expect(stderr).toContain(message);
	});
});

describe('a line of 100 MB', () => {
	test('is refused in bounded memory, and its neighbours are answered', () => {
		const file = join(folder, 'huge.jsonl');
		const out = join(folder, 'huge.out');
		writeFileSync(file, `${withId('one')}\n{"id":"${'x'.repeat(100_000_000)}"}\n${withId('two')}\n`);
		const [input, output] = [openSync(file, 'r'), openSync(out, 'w')];
		const script = `process.on('exit', () => require('node:fs').writeSync(2, String(process.resourceUsage().maxRSS)));`;
		const hook = join(folder, 'rss.cjs');
		writeFileSync(hook, script);
		const { status, stderr } = spawnSync(process.execPath, ['--require', hook, bin, 'batch'], {
			stdio: [input, output, 'pipe'],
			encoding: 'utf8',
		});
		closeSync(input);
		closeSync(output);
		expect(status).toBe(3);
		const records = parsed(readFileSync(out, 'utf8'));
		expect(records.map((record) => record.id)).toEqual(['one', undefined, 'two']);
		expect(records[1]).toMatchObject({ line: 2, error: { code: 'too-large' } });
		expect(Number(stderr) / 1024).toBeLessThan(200);
	});
});

describe('output', () => {
	const many = join(folder, 'many.jsonl');
	writeFileSync(many, `${withId('a')}\n`.repeat(20_000));
	const shell = (command: string) =>
		spawnSync('bash', ['-c', command], {
			encoding: 'utf8',
			env: { ...process.env, NODE: process.execPath, BIN: bin, MANY: many },
		});

	test('| head -1 ends quietly', () => {
		const { stdout, stderr } = shell('set -o pipefail; "$NODE" "$BIN" batch "$MANY" | head -1; echo $?');
		expect(stderr).toBe('');
		expect(stdout.split('\n')[0]).toContain('"id":"a"');
		expect(stdout.split('\n')[1]).toBe('0');
	});

	test.each(['', '--jobs 2'])('| head -1 ends also where the input does not (%s)', async (jobs) => {
		const env = { ...process.env, NODE: process.execPath, BIN: bin };
		const child = spawn('bash', ['-c', `"$NODE" "$BIN" batch ${jobs} | head -1 > /dev/null`], {
			stdio: ['pipe', 'ignore', 'ignore'],
			env,
		});
		child.stdin.on('error', () => {});
		const feed = setInterval(() => child.stdin.write(`${withId('a')}\n`.repeat(2000)), 20);
		await new Promise((resolve) => child.on('close', resolve));
		clearInterval(feed);
	});

	test('a full disk is an error', () => {
		const { status, stderr } = shell('"$NODE" "$BIN" batch "$MANY" > /dev/full');
		expect({ status, stderr }).toEqual({ status: 1, stderr: expect.stringContaining('the disk is full') });
	});

	test.each(['1', '2'])('a full disk ends it also where the input says nothing more (%s threads)', async (jobs) => {
		const full = openSync('/dev/full', 'w');
		const child = spawn(process.execPath, [bin, 'batch', '--jobs', jobs], { stdio: ['pipe', full, 'ignore'] });
		closeSync(full);
		child.stdin?.on('error', () => {});
		child.stdin?.write(`${withId('a')}\n`);
		expect(await once(child, 'close')).toEqual([1, null]);
	});

	test('a file that may not grow further is an error, also where part of the last piece still went in', () => {
		const file = join(folder, 'limited');
		const { stderr, status } = shell(`trap '' XFSZ; ulimit -f 100; "$NODE" "$BIN" batch "$MANY" > '${file}'`);
		expect(status).toBe(1);
		expect(stderr).toMatch(
			/the file is larger than the system allows\. The output may be incomplete from its first line\. [^\n]+\n$/,
		);
	});

	test('Ctrl-C finishes the record and exits 130', async () => {
		const child = spawn(process.execPath, [bin, 'batch'], { stdio: ['pipe', 'pipe', 'pipe'] });
		let stdout = '';
		child.stdout.on('data', (data) => {
			if (stdout === '') child.kill('SIGINT');
			stdout += data;
		});
		child.stdin.on('error', () => {});
		child.stdin.write(`${withId('a')}\n`.repeat(5000));
		child.stdin.write('{"id":"half');
		const status = await new Promise((resolve) => child.on('close', resolve));
		expect(status).toBe(130);
		expect(stdout.endsWith('\n')).toBe(true);
		for (const record of parsed(stdout)) expect(record.id).toBe('a');
	});

	test('refused lines as they came, in a file for their owner alone', () => {
		const file = join(folder, 'rejects.jsonl');
		const { status, stdout } = ussg(['batch', '--rejects', file], `${withId('a')}\nno json\n{"id":"b"}\r\n`);
		expect(status).toBe(3);
		expect(parsed(stdout).length).toBe(3);
		expect(readFileSync(file, 'utf8')).toBe('no json\n{"id":"b"}\n');
		expect(statSync(file).mode & 0o777).toBe(0o600);
	});

	test('a rejects file that cannot be written is an error before any record', () => {
		const { status, stdout, stderr } = ussg(['batch', '--rejects', folder], withId('a'));
		expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
		expect(stderr).toContain('cannot write');
	});
});
