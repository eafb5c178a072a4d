import { spawnSync } from 'node:child_process';
import { linkSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { draftFile } from '../../src/commands/files/draft-file.ts';
import { isPartOf } from '../../src/commands/files/left-parts.ts';

let folder: string;
let file: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'ussg-draft-file-'));
	file = join(folder, 'd.json');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));
const text = () => readFileSync(file, 'utf8');

describe('two sessions on one draft', () => {
	test('the second to write after the other is told, and what the other wrote stays', async () => {
		writeFileSync(file, 'first');
		const [one, two] = [draftFile(), draftFile()];
		expect([await one.read(file), await two.read(file)]).toEqual(['first', 'first']);
		await one.write(file, 'of one');
		await expect(two.write(file, 'of two')).rejects.toMatchObject({ name: 'InputError', code: 'draft-changed' });
		expect(text()).toBe('of one');
		await one.write(file, 'of one again');
		expect(text()).toBe('of one again');
	});

	test('to open a draft, and to answer nothing, changes nothing', async () => {
		writeFileSync(file, 'first');
		const [one, two] = [draftFile(), draftFile()];
		await one.read(file);
		const before = statSync(file);
		await two.write(file, (await two.read(file)) as string);
		expect(statSync(file)).toMatchObject({ ino: before.ino, mtimeMs: before.mtimeMs });
		await one.write(file, 'of one');
		expect(text()).toBe('of one');
	});

	test('one that both begin anew', async () => {
		const [one, two] = [draftFile(), draftFile()];
		expect([await one.read(file), await two.read(file)]).toEqual([undefined, undefined]);
		await one.write(file, 'of one');
		await expect(two.write(file, 'of two')).rejects.toMatchObject({ code: 'draft-changed' });
		expect(text()).toBe('of one');
	});

	test('a draft that was taken away is written again', async () => {
		const one = draftFile();
		await one.write(file, 'of one');
		rmSync(file);
		await one.write(file, 'of one');
		expect(text()).toBe('of one');
	});
});

describe('parts that a killed session left', () => {
	const old = (name: string, content = 'left'): void => {
		writeFileSync(join(folder, name), content);
		utimesSync(join(folder, name), 0, 0);
	};
	const random = '0123456789abcdef'.repeat(2);

	test('go when the draft is opened; those of others, and young ones, stay', async () => {
		writeFileSync(file, 'kept');
		const others = ['d.json.4711.part', `.e.json.${random}.part`, `.d.json.${random}.part.txt`, '.d.json.part'];
		for (const name of [...others, `.d.json.${random}.part`]) old(name);
		writeFileSync(join(folder, `.d.json.${random.replaceAll('0', 'f')}.part`), 'being written');
		expect(readdirSync(folder).filter((name) => isPartOf(name, file))).toHaveLength(2);
		expect(await draftFile().read(file)).toBe('kept');
		expect(readdirSync(folder).toSorted()).toEqual(
			[basename(file), ...others, `.d.json.${random.replaceAll('0', 'f')}.part`].toSorted(),
		);
	});

	test('a draft with another name elsewhere keeps what stands there', async () => {
		writeFileSync(file, 'first');
		linkSync(file, join(folder, 'backup.json'));
		const one = draftFile();
		await one.read(file);
		await one.write(file, 'second');
		expect(readFileSync(join(folder, 'backup.json'), 'utf8')).toBe('first');
		expect(statSync(file).mode & 0o777).toBe(0o600);
	});
});

test.each([
	['a device without end', () => '/dev/zero'],
	['a device that keeps nothing', () => '/dev/null'],
	[
		'a pipe that nobody writes to',
		() => {
			expect(spawnSync('mkfifo', [file]).status).toBe(0);
			return file;
		},
	],
])('%s holds no draft, and none is kept there', async (_, named) => {
	const other = named();
	await expect(draftFile().read(other)).rejects.toMatchObject({ name: 'InputError', code: 'not-a-file' });
	await expect(draftFile().write(other, 'answers')).rejects.toMatchObject({ name: 'InputError', code: 'not-a-file' });
});
