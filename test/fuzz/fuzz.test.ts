import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const proof = fileURLToPath(new URL('../proof/fuzz.ts', import.meta.url));

// The whole of it is npm run proof:fuzz.
test('thousands of lines, and hundreds of drafts, tables and command lines, near right ones: no fault', () => {
	const seed = String(Date.now() % 1_000_000);
	const counts = [
		'--json',
		'3000',
		'--csv',
		'600',
		'--drafts',
		'150',
		'--tables',
		'300',
		'--commands',
		'200',
		'--seed',
		seed,
	];
	const { status, stdout, stderr } = spawnSync(process.execPath, [proof, ...counts], { encoding: 'utf8' });
	expect(stderr).toBe('');
	expect(status, `seed ${seed}\n${stdout}`).toBe(0);
}, 300_000);
