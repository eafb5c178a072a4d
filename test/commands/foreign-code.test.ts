import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { crc32 } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import { bin } from './run.ts';

/** No code but that of the package runs: none that another user of the machine left for it, none by way of a debugger. */
const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'ussg-foreign-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const call = ['calc', '--edition', '2012', '--base-level', '24', '--category', 'V'];

function run(file: string, temporary: string): string {
	const env = { PATH: process.env['PATH'] ?? '', TMPDIR: temporary };
	const { stdout, stderr } = spawnSync(process.execPath, [file, ...call], { encoding: 'utf8', env });
	return stdout + stderr;
}

describe('a cache of compiled code in the folder for temporary files', () => {
	/** The package where no record of its build is of this Node, and a shim that lets Node keep a cache. */
	const copy = join(folder, 'package');
	for (const part of ['bin/ussg.cjs', 'dist/cli', 'package.json'])
		cpSync(join(root, part), join(copy, part), { recursive: true });
	const main = join(copy, 'dist/cli/main.cjs');
	const careless = join(copy, 'bin/careless.cjs');
	writeFileSync(careless, `require('node:module').enableCompileCache(); require(${JSON.stringify(main)});`);

	/**
	 * What an attacker leaves there: Node's cache of another program of the same length, with the checksum of the true
	 * one written over its own. (Node's src/compile_cache.cc: five numbers, of which the fourth is that of the source.)
	 */
	function plant(temporary: string): void {
		const truth = readFileSync(main);
		const evil = Buffer.from("console.log('intruder'); process.exit();");
		writeFileSync(main, Buffer.concat([evil, Buffer.alloc(truth.length - evil.length, ' ')]));
		try {
			expect(run(careless, temporary)).toBe('intruder\n');
		} finally {
			writeFileSync(main, truth);
		}
		const checksum = Buffer.alloc(4);
		checksum.writeUInt32LE(crc32(truth));
		for (const entry of readdirSync(temporary, { recursive: true, withFileTypes: true })) {
			const path = join(entry.parentPath, entry.name);
			if (process.getuid?.() === 0) chownSync(path, 65_534, 65_534);
			if (!entry.isFile()) continue;
			const bytes = readFileSync(path);
			checksum.copy(bytes, 12);
			if (bytes.length > 64) writeFileSync(path, bytes);
		}
	}

	test('is not run, though Node would run it', () => {
		const temporary = mkdtempSync(join(folder, 'planted-'));
		plant(temporary);
		expect(run(careless, temporary)).toBe('intruder\n');
		expect(run(join(copy, 'bin/ussg.cjs'), temporary)).toContain('92–115 months');
	});

	test('is not made', () => {
		const temporary = mkdtempSync(join(folder, 'empty-'));
		for (const file of [bin, join(copy, 'bin/ussg.cjs')]) expect(run(file, temporary)).toContain('92–115 months');
		expect(readdirSync(temporary)).toEqual([]);
	});
});

describe.skipIf(process.platform === 'win32')("the signal that opens Node's debugger", () => {
	const start = () => {
		const program = spawn(process.execPath, ['--inspect-port=0', bin, 'batch']);
		let said = '';
		program.stderr.on('data', (chunk) => {
			said += chunk;
		});
		return { program, said: () => said, ended: once(program, 'close') };
	};

	const isOpen = (address: string): Promise<boolean> =>
		fetch(`http://${address}/json`).then(
			() => true,
			() => false,
		);

	test('does nothing', async () => {
		const { program, said, ended } = start();
		program.stdin.write('{"edition":"2012","baseOffenseLevel":8,"criminalHistoryCategory":"I"}\n');
		await once(program.stdout, 'data');
		program.kill('SIGUSR1');
		await pause(200);
		program.stdin.end();
		expect(await ended).toEqual([0, null]);
		expect(said()).toBe('');
	});

	test('leaves no debugger open where it came while Node started', { timeout: 180_000 }, async () => {
		const addresses: string[] = [];
		for (let milliseconds = 6; milliseconds < 60; milliseconds += 6) {
			const { program, said, ended } = start();
			await pause(milliseconds);
			program.kill('SIGUSR1');
			await pause(300);
			for (const [, address] of said().matchAll(/ws:\/\/([\d.:]+)\//g)) {
				addresses.push(address as string);
				await expect.poll(() => isOpen(address as string), { timeout: 10_000 }).toBe(false);
			}
			program.kill('SIGKILL');
			await ended;
		}
		expect(addresses.length).toBeGreaterThan(0);
	});
});
