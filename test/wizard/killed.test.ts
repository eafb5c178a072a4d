import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { draftFile } from '../../src/commands/files/draft-file.ts';
import { isPartOf } from '../../src/commands/files/left-parts.ts';
import { decodeDraft } from '../../src/wizard/interview/draft.ts';
import { answerKept, killedWhileSaving } from './kill-saver.ts';

const folder = mkdtempSync(join(tmpdir(), 'ussg-killed-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A hundred with `npm run test:terminal`; each costs a start of the program. */
const times = process.env['USSG_TEST_WHOLE'] === '1' ? 100 : 10;

test(`killed at ${times} random moments while saving, no acknowledged answer is lost and no file unreadable`, async () => {
	let left = times;
	let caught = 0;
	const run = async (): Promise<void> => {
		while (left-- > 0) {
			const file = join(folder, `draft-${left}.json`);
			const acknowledged = await killedWhileSaving(file, Math.random() * 25);
			const { interview } = decodeDraft(readFileSync(file, 'utf8'));
			const kept = answerKept(interview);
			expect(kept).toBeGreaterThanOrEqual(acknowledged);
			expect(kept).toBeLessThanOrEqual(acknowledged + 1);
			expect(statSync(file).mode & 0o777).toBe(0o600);
			const parts = () => readdirSync(folder).filter((name) => isPartOf(name, file));
			caught += parts().length;
			for (const part of parts()) utimesSync(join(folder, part), 0, 0);
			expect(decodeDraft((await draftFile().read(file)) as string).interview).toEqual(interview);
			expect(parts()).toEqual([]);
		}
	};
	await Promise.all([run(), run(), run()]);
	if (times === 100) expect(caught).toBeGreaterThan(0);
}, 120_000);
