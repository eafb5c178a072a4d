// Start-up of the command line as ratios to `node -e 0` of the same Node. Each round runs every variant once, so that
// what else the machine does falls on all of them alike; the tenth percentile is what a quiet machine would show.
//   node test/bench/startup.mjs [ROUNDS] [NAME=COMMAND…]      further variants, as NAME=PROGRAM ARGUMENT…
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const calc = ['calc', '--json', ...['--edition', '2012', '--base-level', '24', '--acceptance', '3', '--category', 'V']];
const binary = `${root}dist/bin/ussg-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;

/** Median and tenth percentile, in milliseconds, of whole processes by name, in interleaved rounds. */
export function timeCommands(commands, rounds) {
	const times = Object.fromEntries(Object.keys(commands).map((name) => [name, []]));
	for (let round = -2; round < rounds; round++) {
		for (const [name, [program, ...args]] of Object.entries(commands)) {
			const start = process.hrtime.bigint();
			const { status, error } = spawnSync(program, args, { stdio: 'ignore' });
			const milliseconds = Number(process.hrtime.bigint() - start) / 1e6;
			if (status !== 0) throw new Error(`${name}: exit ${status} ${error ?? ''}`);
			if (round >= 0) times[name].push(milliseconds);
		}
	}
	return Object.fromEntries(Object.entries(times).map(([name, all]) => [name, summary(all)]));
}

function summary(times) {
	const sorted = times.toSorted((a, b) => a - b);
	return { median: sorted[sorted.length >> 1], p10: sorted[Math.floor(sorted.length / 10)] };
}

/** The variants that exist on this machine; the first one is the measure. */
export function startupCommands() {
	return {
		'node -e 0': [process.execPath, '-e', '0'],
		'npm bin, calc --json': [process.execPath, `${root}bin/ussg.cjs`, ...calc],
		'npm bin, --version': [process.execPath, `${root}bin/ussg.cjs`, '--version'],
		...(existsSync(binary)
			? { 'binary, calc --json': [binary, ...calc], 'binary, --version': [binary, '--version'] }
			: {}),
	};
}

export function printStartup(rounds = 60, further = {}) {
	const found = timeCommands({ ...startupCommands(), ...further }, rounds);
	const base = found['node -e 0'];
	console.log(`start-up, ${rounds} interleaved rounds, Node ${process.versions.node}`);
	console.log(`${'variant'.padEnd(28)} median ms    p10 ms   x node (median)   x node (p10)`);
	for (const [name, { median, p10 }] of Object.entries(found)) {
		const cells = [median.toFixed(1), p10.toFixed(1), (median / base.median).toFixed(2), (p10 / base.p10).toFixed(2)];
		console.log(
			`${name.padEnd(26)} ${cells[0].padStart(11)} ${cells[1].padStart(9)} ${cells[2].padStart(17)} ${cells[3].padStart(14)}`,
		);
	}
	return found;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
	const [rounds, ...further] = process.argv.slice(2);
	const variants = further.map((text) => [text.split('=', 1)[0], text.slice(text.indexOf('=') + 1).split(' ')]);
	printStartup(rounds === undefined ? undefined : Number(rounds), Object.fromEntries(variants));
}
