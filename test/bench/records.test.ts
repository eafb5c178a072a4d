import { expect, test } from 'vitest';
import { calculate, parseCase } from '../../src/index.ts';
// @ts-expect-error the benchmark runs as it stands, without types.
import { records } from './records.mjs';

test('every record of the benchmark is answered', () => {
	const all = [...records(400), ...records(200, { unique: 1, seed: 2 })] as unknown[];
	for (const record of all) expect(() => calculate(parseCase(record)), JSON.stringify(record)).not.toThrow();
});
