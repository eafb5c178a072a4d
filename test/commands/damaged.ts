import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

/**
 * A copy of the built program whose fine tables (§5E1.2) end at level 37: on a case above it the calculation fails, as
 * it would on any table that the build let through in error. Gives its entry point.
 */
export function damagedProgram(): { bin: string; remove: () => void } {
	const folder = mkdtempSync(join(tmpdir(), 'ussg-damaged-'));
	cpSync(join(root, 'bin/ussg.cjs'), join(folder, 'bin/ussg.cjs'));
	cpSync(join(root, 'dist/cli'), join(folder, 'dist/cli'), { recursive: true });
	for (const part of ['main.cjs', 'batch-worker.cjs']) {
		const file = join(folder, 'dist/cli', part);
		const whole = readFileSync(file, 'utf8');
		const damaged = whole.replaceAll('"38 and above","lastLevel":null', '"38 and above","lastLevel":37');
		if (damaged === whole) throw new Error(`${part} holds no fine table to damage`);
		writeFileSync(file, damaged);
	}
	return { bin: join(folder, 'bin/ussg.cjs'), remove: () => rmSync(folder, { recursive: true }) };
}
