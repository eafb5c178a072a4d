// npm run proof: every proof, one after the other, and a table of what each measured.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const at = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

const proofs: [string, string[]][] = [
	['changes to the law tables', [at('tables.ts')]],
	['changes to the code', [at('code.ts')]],
	['hostile input', [at('fuzz.ts')]],
	['ranges that move the right way', [at('metamorphic.ts')]],
	['properties of every answer', [at('properties.ts')]],
	['questions that matter', [at('questions.ts')]],
	['open, then save', [at('round-trip.ts'), '100000']],
	['each call of the disk fails', [at('failing-io.ts')]],
	['killed while it writes', [at('killed.ts')]],
];

let failed = 0;
const rows = proofs.map(([name, args]) => {
	const began = performance.now();
	const { status, stdout } = spawnSync(process.execPath, args, {
		encoding: 'utf8',
		stdio: ['ignore', 'pipe', 'inherit'],
		maxBuffer: 1 << 28,
	});
	if (status !== 0) failed++;
	const last = stdout.trimEnd().split('\n').at(-1) ?? '';
	const seconds = Math.round((performance.now() - began) / 1000);
	return `${status === 0 ? 'holds ' : 'FAILS '} ${name.padEnd(32)} ${String(seconds).padStart(6)} s  ${last}`;
});
console.log(rows.join('\n'));
process.exitCode = failed === 0 ? 0 : 1;
