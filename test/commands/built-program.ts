import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The program of other tables, built as always in a copy of the package: where the program and its folder are. */
export function builtFrom(tables: string): { folder: string; program: string } {
	const folder = mkdtempSync(join(tmpdir(), 'ussg-package-'));
	for (const part of ['bin', 'src', 'package.json', 'tsconfig.json']) {
		cpSync(join(root, part), join(folder, part), { recursive: true });
	}
	cpSync(tables, join(folder, 'tables'), { recursive: true });
	mkdirSync(join(folder, 'test/cases'), { recursive: true });
	symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
	execFileSync(process.execPath, [join(folder, 'bin/build.mjs')], { stdio: 'pipe' });
	return { folder, program: join(folder, 'bin/ussg.cjs') };
}
