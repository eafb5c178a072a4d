import { spawnSync } from 'node:child_process';
import {
	chmodSync,
	existsSync,
	lchownSync,
	linkSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
	symlinkSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { threadFailed } from '../../../src/commands/files/failures.ts';
import { bin, type Run } from '../run.ts';

/** A client's file: written whole for its owner alone, or left as it was. */
let folder: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'ussg-files-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const at = (name: string): string => join(folder, name);
const put = (name: string, text: string, mode = 0o644): void => {
	writeFileSync(at(name), text);
	chmodSync(at(name), mode);
};
const modeOf = (name: string): number => statSync(at(name)).mode & 0o777;

/** A line of bash in the folder, in which `ussg` is the program. */
function bash(line: string): Run {
	const script = `ussg() { "$NODE" "$BIN" "$@"; }; ${line}`;
	const env = { ...process.env, NODE: process.execPath, BIN: bin };
	const { status, stdout, stderr } = spawnSync('bash', ['-c', script], { cwd: folder, encoding: 'utf8', env });
	return { status, stdout, stderr };
}

const calc = 'ussg calc --edition 2012 --base-level 24 --category V';
const document = '{"edition":"2012","baseOffenseLevel":24,"criminalHistoryCategory":"V"}';
const good = '{"id":"a","edition":"2012","baseOffenseLevel":8,"criminalHistoryCategory":"I"}\n';
const isRoot = process.getuid?.() === 0;

describe('--output', () => {
	test('is for its owner alone, also over a file that others could read, whatever the umask', () => {
		put('wide.txt', 'old', 0o666);
		expect(bash(`${calc} --output wide.txt; umask 0777; ${calc} --output new.txt`)).toMatchObject({ status: 0 });
		for (const name of ['wide.txt', 'new.txt']) {
			expect(modeOf(name)).toBe(0o600);
			expect(readFileSync(at(name), 'utf8')).toContain('92–115 months');
		}
		expect(readdirSync(folder).toSorted()).toEqual(['new.txt', 'wide.txt']);
	});

	test.each([
		['by its name', 'case.json', ''],
		['by another name', 'hard.json', ''],
		['by a link', 'soft.json', ''],
		['on standard input', 'case.json', '< case.json'],
	])('is never the case itself: %s', (_, output, input) => {
		put('case.json', document);
		linkSync(at('case.json'), at('hard.json'));
		symlinkSync('case.json', at('soft.json'));
		const { status, stdout, stderr } = bash(
			`ussg calc --case ${input === '' ? 'case.json' : '-'} --output ${output} ${input}`,
		);
		expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
		expect(stderr).toMatch(/^ussg: --output: "(case|hard|soft)\.json" .*an input. Name another file\n$/);
		expect(readFileSync(at('case.json'), 'utf8')).toBe(document);
	});

	test('goes through a link of the user, which stays', () => {
		put('there.txt', 'old');
		symlinkSync('there.txt', at('link.txt'));
		symlinkSync('nothing.txt', at('dangling.txt'));
		expect(bash(`${calc} --output link.txt && ${calc} --output dangling.txt`).status).toBe(0);
		for (const name of ['there.txt', 'nothing.txt']) expect(readFileSync(at(name), 'utf8')).toContain('92–115 months');
		expect(modeOf('there.txt')).toBe(0o600);
	});

	test.skipIf(!isRoot)('does not go through a link of another user, nor into a pipe of theirs', () => {
		mkdirSync(at('mine'));
		put('mine/precious.txt', 'old');
		symlinkSync('mine/precious.txt', at('link.txt'));
		symlinkSync('mine', at('there'));
		bash('mkfifo pipe.txt');
		for (const name of ['link.txt', 'there', 'pipe.txt']) lchownSync(at(name), 65_534, 65_534);
		for (const output of ['link.txt', 'there/precious.txt', 'there/new.txt', 'pipe.txt']) {
			const { status, stderr } = bash(`${calc} --output ${output}`);
			expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringContaining('belongs to another user') });
		}
		expect(readFileSync(at('mine/precious.txt'), 'utf8')).toBe('old');
		expect(readdirSync(at('mine'))).toEqual(['precious.txt']);
	});

	test('into what is open already, a pipe or a device, as it stands', () => {
		expect(bash(`${calc} --output /dev/stdout`).stdout).toContain('92–115 months');
		expect(bash(`${calc} --output /dev/fd/1 | cat`).stdout).toContain('92–115 months');
		expect(bash(`${calc} --output >(cat >&2); sleep 1`).stderr).toContain('92–115 months');
		expect(bash(`echo before > log; ${calc} --output /dev/stdout >> log; cat log`).stdout).toMatch(
			/^before\nGuideline/,
		);
		expect(bash(`mkfifo pipe; cat pipe & ${calc} --output pipe; wait`).stdout).toContain('92–115 months');
		expect(bash(`${calc} --output /dev/null`)).toEqual({ status: 0, stdout: '', stderr: '' });
	});

	test('where the disk takes no more, what was there stays, and so do the files of others', () => {
		put('page.html', 'old');
		put('page.html.4711.part', 'not ours');
		const { status, stderr } = bash(`ulimit -f 1; ${calc} --output page.html`);
		expect({ status, stderr }).toEqual({
			status: 1,
			stderr: expect.stringMatching(/^ussg: cannot write "page\.html"/),
		});
		expect(readFileSync(at('page.html'), 'utf8')).toBe('old');
		expect(readdirSync(folder).toSorted()).toEqual(['page.html', 'page.html.4711.part']);
	});

	test.each([
		['a folder', 'mkdir it', 'it', 2, 'it is a folder. Name a file in it'],
		['in no folder', 'true', 'no/it.txt', 2, 'there is no folder "no". Make it first, or name another'],
		['in a file', 'touch it', 'it/it.txt', 2, '"it" is not a folder. Name another'],
		['a circle of links', 'ln -s b a; ln -s a b', 'a', 2, 'its links lead in a circle. Name another place'],
		['a full device', 'true', '/dev/full', 1, 'the disk is full. Free some space, or name another place'],
		['a name too long', 'true', `${'x'.repeat(300)}.txt`, 2, 'the name is too long'],
	])('%s', (_, before, output, status, message) => {
		const run = bash(`${before}; ${calc} --output ${output}`);
		expect(run).toMatchObject({ status, stdout: '' });
		expect(run.stderr).toContain(message);
	});

	test('a name that a file may just have', () => {
		const name = `${'é'.repeat(125)}.txt`;
		expect(bash(`${calc} --output ${name}`)).toEqual({ status: 0, stdout: '', stderr: '' });
		expect(readdirSync(folder)).toEqual([name]);
	});
});

describe('batch --rejects', () => {
	const rejected = 'id,edition\na,1066\n';

	test.each([
		['its input', 'batch --rejects again.csv again.csv', 2, '"again.csv" is an input. Name another file'],
		[
			'its input by another name',
			'batch --rejects hard.csv again.csv',
			2,
			'"hard.csv" is the same file as "again.csv"',
		],
		['its input by a link', 'batch --rejects soft.csv again.csv', 2, '"soft.csv" is the same file as "again.csv"'],
		['its input as a folder', 'batch --rejects again.csv/ again.csv', 2, 'it is a folder. Name a file in it'],
		[
			'its input by way of a folder that is not there',
			'batch --rejects no/../again.csv again.csv',
			2,
			'no folder "no/.."',
		],
		['its input by way of a file', 'batch --rejects good.jsonl/../again.csv again.csv', 2, 'is not a folder'],
		['standard input', 'batch --rejects again.csv < again.csv', 2, 'is the same file as standard input, an input'],
		['one of several', 'batch --rejects again.csv good.jsonl ./again.csv', 2, 'is the same file as "./again.csv"'],
		[
			'where the results go',
			'batch --rejects again.csv good.jsonl >> again.csv',
			2,
			'the results also go to "again.csv"',
		],
		[
			'for an input that is not there',
			'batch --rejects again.csv nope.jsonl',
			2,
			'cannot read "nope.jsonl": no such file',
		],
		['for a folder', 'batch --rejects again.csv .', 2, 'cannot read ".": that is a folder, not a file'],
		['for a header it cannot use', 'batch --rejects again.csv odd.csv', 2, 'unknown column "what"'],
		['for a second such header', 'batch --rejects again.csv good.jsonl odd.csv', 2, 'unknown column "what"'],
		['for a field there is not', 'batch --rejects again.csv --select guideline good.jsonl', 2, 'has no field'],
	])('%s: nothing is answered, and what was there stays', (_, args, status, message) => {
		put('again.csv', rejected);
		put('good.jsonl', good);
		put('odd.csv', 'id,what\na,b\n');
		linkSync(at('again.csv'), at('hard.csv'));
		symlinkSync('again.csv', at('soft.csv'));
		const before = readdirSync(folder);
		const run = bash(`ussg ${args}`);
		expect(run).toMatchObject({ status, stdout: '' });
		expect(run.stderr).toContain(message);
		expect(readFileSync(at('again.csv'), 'utf8')).toBe(rejected);
		expect(modeOf('again.csv')).toBe(0o644);
		expect(readdirSync(folder)).toEqual(before);
	});

	test('for a second input that is not there: what was there stays, and the first is answered', () => {
		put('again.csv', rejected);
		put('good.jsonl', good);
		const { status, stdout, stderr } = bash('ussg batch --rejects again.csv good.jsonl nope.jsonl');
		expect({ status, answers: stdout.split('\n').length }).toEqual({ status: 1, answers: 2 });
		expect(stderr).toContain('cannot read "nope.jsonl": no such file');
		expect(readFileSync(at('again.csv'), 'utf8')).toBe(rejected);
	});

	test.each([
		'batch good.jsonl >> good.jsonl',
		'batch good.jsonl 1<> good.jsonl',
		'calc --case good.jsonl 1<> good.jsonl',
		'calc --case - < good.jsonl 1<> good.jsonl',
		'calc --case hard.json --json >> good.jsonl',
		'calc --case good.jsonl --output - 1<> good.jsonl',
		'calc --case good.jsonl --json --output /dev/stdout 1<> good.jsonl',
		'calc --case good.jsonl --json --output /dev/fd/5 5<> good.jsonl',
		'compare hard.json good.jsonl 1<> good.jsonl',
		'verify . 1<> good.jsonl',
		'reduction --case good.jsonl --imposed 70 --amendment 821A 1<> good.jsonl',
	])('%s is refused: a shell has emptied the input, or it would be written over', (args) => {
		put('good.jsonl', good);
		linkSync(at('good.jsonl'), at('hard.json'));
		const { status, stderr } = bash(`ussg ${args}`);
		expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringContaining('an input') });
		expect(readFileSync(at('good.jsonl'), 'utf8')).toBe(good);
	});

	test('takes the place of what was there when the run has ended, for its owner alone', () => {
		put('again.csv', 'old', 0o666);
		put('cases.jsonl', `${good}{}\n`);
		expect(bash('ussg batch --rejects again.csv cases.jsonl').status).toBe(3);
		expect(readFileSync(at('again.csv'), 'utf8')).toBe('{}\n');
		expect(modeOf('again.csv')).toBe(0o600);
		expect(readdirSync(folder).toSorted()).toEqual(['again.csv', 'cases.jsonl']);
	});

	test('stays as it was where the run is broken off, and the message says how far the answers are complete', () => {
		put('again.csv', 'old');
		writeFileSync(at('many.jsonl'), `${good}{}\n`.repeat(50_000));
		const run = bash(
			'gzip -k many.jsonl; head -c 2000 many.jsonl.gz > cut.gz; ussg batch --rejects again.csv many.jsonl cut.gz > out',
		);
		expect(run.status).toBe(1);
		const [, line, of] = /The output is complete through line (\d+) of "([^"]+)"\./.exec(run.stderr) ?? [];
		expect(run.stderr).toContain('"again.csv" is unchanged: the program writes it only');
		expect(readFileSync(at('again.csv'), 'utf8')).toBe('old');
		const answered = Number(line) + (of === 'cut.gz' ? 100_000 : 0);
		const out = readFileSync(at('out'), 'utf8').split('\n').slice(0, answered);
		expect(out).toHaveLength(answered);
		for (const answer of out) JSON.parse(answer);
		expect(readdirSync(folder).toSorted()).toEqual(['again.csv', 'cut.gz', 'many.jsonl', 'many.jsonl.gz', 'out']);
	});

	test('a disk that is full ends the run with exit status 1', () => {
		put('again.csv', 'old');
		writeFileSync(at('many.jsonl'), '{}\n'.repeat(50_000));
		const { status, stderr } = bash(
			'set -o pipefail; ulimit -f 20; ussg batch --rejects again.csv many.jsonl | cat > /dev/null',
		);
		expect({ status, stderr }).toEqual({ status: 1, stderr: expect.stringContaining('cannot write "again.csv"') });
		expect(readFileSync(at('again.csv'), 'utf8')).toBe('old');
		expect(readdirSync(folder).toSorted()).toEqual(['again.csv', 'many.jsonl']);
	});
});

describe.skipIf(!existsSync('/dev/full'))('a full disk under standard output', () => {
	test.each([
		'--version',
		'--help',
		'calc --help',
		calc.slice(5),
		`${calc.slice(5)} --json`,
		`${calc.slice(5)} --format html`,
		'compare --base-level 24 --category I --editions 2011,2016',
		'reduction --edition 2013 --base-level 32 --category I --imposed 121 --amendment 782 --levels -2 --order-date 2016-03-01',
		'table --edition 2012',
		'editions',
		'schema case',
		'completion bash',
		'batch --format csv good.jsonl',
		'complete -- calc --category V',
	])('ussg %s: exit 1 with a message', (args) => {
		put('good.jsonl', good);
		const { status, stderr } = bash(`ussg ${args} > /dev/full`);
		expect({ status, stderr }).toEqual({
			status: 1,
			stderr: expect.stringMatching(
				/^ussg: cannot write to standard output: the disk is full\. Free some space, .*\n$/,
			),
		});
		expect(bash(`set -o pipefail; ussg ${args} | true`)).toEqual({ status: 0, stdout: '', stderr: '' });
	});

	test('or under standard error: the exit status is what it would be', () => {
		expect(bash('ussg calc --base-level 99 2> /dev/full').status).toBe(2);
		expect(bash('ussg frobnicate 2> /dev/full').status).toBe(2);
		expect(bash('ussg calc --nothing 2>&-').status).toBe(2);
		expect(bash(`${calc} > /dev/full 2> /dev/full`).status).toBe(1);
		expect(bash('ussg batch --summary <<< "{}" 2> /dev/full').status).toBe(3);
	});
});

test.each([
	['EMFILE', 'a thread failed: too many files are open. Use --jobs 1'],
	['ERR_WORKER_INIT_FAILED', 'a thread failed: the system could not start it. Use --jobs 1'],
	['ERR_WORKER_OUT_OF_MEMORY', 'a thread failed: there is not enough memory. Use --jobs 1'],
])('a thread that ends with %s: said in words', (code, message) => {
	expect(threadFailed(Object.assign(new Error('of the system'), { code }))).toMatchObject({
		name: 'SystemFailure',
		message,
	});
});

test('an --output of no name', () => {
	put('case.json', document);
	expect(bash("ussg calc --case case.json --output ''")).toMatchObject({ status: 2, stdout: '' });
	expect(bash("ussg calc --case case.json --output ''").stderr).toContain('nothing can be written there');
});

test('standard input that is cut short is called so', () => {
	put('many.jsonl', document.repeat(50));
	const { status, stderr } = bash('gzip -c many.jsonl | head -c 60 | ussg batch');
	expect({ status, stderr }).toEqual({
		status: 1,
		stderr: expect.stringContaining('cannot read standard input: its gzip'),
	});
});

describe('what cannot be read', () => {
	test.each([
		['nothing there', 'calc --case no.json', 2, 'cannot read "no.json": no such file'],
		['a folder', 'calc --case .', 2, 'cannot read ".": that is a folder, not a file'],
		['a folder on standard input', 'calc --case - < .', 2, 'cannot read standard input: that is a folder, not a file'],
		['a circle of links', 'calc --case circle', 2, 'cannot read "circle": it is a link that leads back to itself'],
		['a disk that fails', 'calc --case /proc/self/mem', 1, 'cannot read "/proc/self/mem": the disk failed'],
		['a disk that fails, in batch', 'batch /proc/self/mem', 1, 'cannot read "/proc/self/mem": the disk failed'],
	])('%s', (_, args, status, message) => {
		symlinkSync('circle', at('circle'));
		const run = bash(`ussg ${args}`);
		expect(run).toMatchObject({ status, stdout: '' });
		expect(run.stderr).toContain(message);
	});

	test.skipIf(!isRoot)('what the user may not read', () => {
		put('case.json', document, 0o000);
		chmodSync(folder, 0o755);
		const run = bash(`setpriv --reuid 65534 --clear-groups "$NODE" "$BIN" calc --case case.json`);
		if (run.stderr.includes('setpriv')) return;
		expect(run).toMatchObject({
			status: 1,
			stderr: 'ussg: cannot read "case.json": you do not have permission to read it\n',
		});
	});
});
