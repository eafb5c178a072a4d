// npm run bench [-- --records 2000000 --rounds 3 --growth]
// Rates as ratios, taken in one run in which the programs take turns. On one core it is the processor's time that
// counts, so that what else the machine does matters less; threads are measured by the clock, on a machine at rest.
// --growth also runs 10⁴ to 10⁷ records and says time and memory.
import { execFileSync, spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readSync, rmSync, statSync, writeFileSync, writeSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { calculate, parseCase } from '../../dist/src/index.js';
import { records } from './records.mjs';

const { values } = parseArgs({
	options: {
		records: { type: 'string', default: '2000000' },
		rounds: { type: 'string', default: '3' },
		growth: { type: 'boolean', default: false },
	},
});
const [count, rounds] = [Number(values.records), Number(values.rounds)];
const root = fileURLToPath(new URL('../..', import.meta.url));
const ussg = [process.execPath, join(root, 'bin/ussg.cjs')];
const folder = mkdtempSync(join(tmpdir(), 'ussg-bench-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

const has = (program) => spawnSync('sh', ['-c', `command -v ${program}`]).status === 0;
const pinned = has('taskset') ? ['taskset', '-c', String(cpus().length - 1)] : [];
const say = (text) => process.stdout.write(`${text}\n`);

function write(name, rows, line = JSON.stringify) {
	const path = join(folder, name);
	const file = openSync(path, 'w');
	let text = '';
	for (const row of rows) {
		text += `${line(row)}\n`;
		if (text.length > 1_000_000) {
			writeSync(file, text);
			text = '';
		}
	}
	writeSync(file, text);
	closeSync(file);
	return path;
}

const nowhere = openSync('/dev/null', 'w');
const hasBash = has('bash');

/** Seconds that a command takes with its output thrown away: by the clock, and of processors. */
function measure(command) {
	const timed = hasBash ? ['bash', '-c', 'TIMEFORMAT="%U %S"; time "$@"', 'bash', ...command] : command;
	const [program, ...args] = timed;
	const began = performance.now();
	const { status, stderr } = spawnSync(program, args, { stdio: ['ignore', nowhere, 'pipe'], encoding: 'utf8' });
	if (status !== 0) throw new Error(`${command.join(' ')}: ${stderr}`);
	const clock = (performance.now() - began) / 1000;
	const [user, system] = stderr.trim().split('\n').at(-1).split(' ').map(Number);
	return { clock, processor: hasBash ? user + system : clock };
}

/** The best of some rounds in which all commands take turns, in seconds, by name. */
function turns(commands, by = 'processor', times = rounds) {
	const best = Object.fromEntries(Object.keys(commands).map((name) => [name, Number.POSITIVE_INFINITY]));
	for (let round = 0; round < times; round++) {
		for (const [name, command] of Object.entries(commands)) best[name] = Math.min(best[name], measure(command)[by]);
	}
	return best;
}

const rate = (time, lines = count) =>
	`${Math.round(lines / time / 1000).toLocaleString('en')} k records/s`.padStart(20);
const times = (ratio) => `${ratio.toFixed(2)} x`.padStart(8);

/** The results of the first lines of a file, in a file. */
function sample(file, lines) {
	const memory = Buffer.alloc(1_000_000);
	const input = openSync(file, 'r');
	const text = memory.toString('utf8', 0, readSync(input, memory));
	closeSync(input);
	const head = write('head.jsonl', text.split('\n').slice(0, lines), (line) => line);
	const results = join(folder, 'results.jsonl');
	writeFileSync(results, execFileSync(ussg[0], [ussg[1], 'batch', head], { maxBuffer: 1 << 28 }));
	return results;
}

const few = 'id,offenseLevel.total,criminalHistoryCategory,guidelineRange.minimumMonths,guidelineRange.maximumMonths';
const file = write('records.jsonl', records(count));
const floor = (input, results) => [...pinned, process.execPath, join(root, 'test/bench/floor.mjs'), input, results];
const batch = (...args) => [...pinned, ...ussg, 'batch', ...args];

say(
	`${count} records of ${Math.round(statSync(file).size / count)} bytes, one core, processor time, best of ${rounds} rounds, Node ${process.version}`,
);
say('Every id its own; 3,000 cases recur, 3 in 100 records are like no other.\n');
const main = turns({
	floor: floor(file, sample(file, 500)),
	full: batch(file),
	selected: batch('--select', few, file),
	...(has('jq') ? { jq: [...pinned, 'jq', '-c', '.', file] } : {}),
});
say(`floor: parse each line, stringify a prepared result  ${rate(main.floor)} ${times(1)}`);
say(
	`ussg batch, full results                             ${rate(main.full)} ${times(main.floor / main.full)} the floor`,
);
say(
	`ussg batch --select of five fields                   ${rate(main.selected)} ${times(main.full / main.selected)} full results`,
);
if (main.jq) {
	say(`jq -c . on the same file                             ${rate(main.jq)}`);
	say(`  full results to jq ${times(main.jq / main.full)}, selected to jq ${times(main.jq / main.selected)}`);
}

const lone = Math.ceil(count / 10);
const unique = write('unique.jsonl', records(lone, { unique: 1, seed: 2 }));
const worst = turns({ floor: floor(unique, sample(unique, 500)), full: batch(unique) });
say(`\nNo case recurs (${lone} records):`);
say(`floor                                                ${rate(worst.floor, lone)}`);
say(
	`ussg batch, full results                             ${rate(worst.full, lone)} ${times(worst.floor / worst.full)} the floor`,
);

const cells = [
	'id',
	'edition',
	'baseOffenseLevel',
	'criminalHistoryCategory',
	'acceptance',
	'statutoryMinimumMonths',
	'statutoryMaximumMonths',
];
const plain = [...records(count, { unique: 0 })].filter((record) => record.baseOffenseLevel !== undefined);
const table = write('records.csv', [Object.fromEntries(cells.map((cell) => [cell, cell])), ...plain], (record) =>
	cells.map((cell) => record[cell] ?? '').join(','),
);
const csv = turns({ selected: batch('--format', 'csv', '--select', few, table) });
say(`\nCSV to CSV, five fields                              ${rate(csv.selected, plain.length)}`);

if (cpus().length > 1) {
	const scaled = (...inputs) => {
		const { one, two } = turns({ one: batch(...inputs), two: [...ussg, 'batch', '--jobs', '2', ...inputs] }, 'clock');
		return times(one / two);
	};
	const five = [1, 2, 3, 4, 5].map((seed) => write(`jobs${seed}.jsonl`, records(count, { seed: seed + 10 })));
	say(`\n--jobs 2 on two cores over one core, by the clock    ${scaled(file)}`);
	say(`  ${5 * count} records in five files`.padEnd(53) + scaled(...five));
	say(`  where no case recurs (${lone} records)`.padEnd(53) + scaled(unique));
	for (const one of five) rmSync(one);
}

const documents = [...records(20_000, { unique: 1, seed: 3 })].map((record) => parseCase(record));
let best = Number.POSITIVE_INFINITY;
for (let round = 0; round < 10; round++) {
	const began = performance.now();
	for (const document of documents) calculate(document);
	best = Math.min(best, performance.now() - began);
}
say(
	`\ncalculate(), the library alone                       ${((best * 1000) / documents.length).toFixed(1)} µs a case`,
);

const one = ['calc', '--edition', '2012', '--base-level', '20', '--category', 'III', '--json'];
const start = turns({ node: [process.execPath, '-e', '0'], calc: [...ussg, ...one] }, 'clock', 20);
say(`ussg calc --json over node -e 0                      ${times(start.calc / start.node)}`);

if (values.growth) {
	say('\nGrowth (full results; one thread on one core, then two threads on two):');
	const peak = `if (require('node:worker_threads').isMainThread) process.on('exit', () => require('node:fs').writeSync(2, String(process.resourceUsage().maxRSS)));`;
	writeFileSync(join(folder, 'peak.cjs'), peak);
	const run = (size, before, ...args) => {
		const command = [...before, ussg[0], '--require', join(folder, 'peak.cjs'), ussg[1], 'batch', ...args];
		const began = performance.now();
		const { stderr } = spawnSync(command[0], command.slice(1), {
			stdio: ['ignore', nowhere, 'pipe'],
			encoding: 'utf8',
		});
		const took = (performance.now() - began) / 1000;
		const resident = `${Math.round(Number(stderr) / 1024)} MB resident at most`;
		return { took, text: `${took.toFixed(1).padStart(6)} s ${rate(took, size)} ${resident}` };
	};
	for (const power of [4, 5, 6, 7]) {
		const size = 10 ** power;
		const millions = Array.from({ length: Math.ceil(size / 1_000_000) }, (_, at) => at);
		const part = Math.min(size, 1_000_000);
		const files = millions.map((at) => write(`part${at}.jsonl`, records(part, { seed: 4 + at })));
		const [one, two] = [run(size, pinned, ...files), run(size, [], '--jobs', '2', ...files)];
		say(`${String(size).padStart(10)} records ${one.text}`);
		say(`${''.padStart(18)} ${two.text} ${times(one.took / two.took)}`);
	}
}
