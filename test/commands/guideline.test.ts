import { expect, test } from 'vitest';
import { ussg } from './run.ts';

test('the guidelines held, §2L1.2 among them, in the order of the Manual', () => {
	const { status, stdout } = ussg(['guideline', '--edition', '2018']);
	const sections = stdout.split('\n').flatMap((line) => /§\S+/.exec(line) ?? []);
	expect({ status, sections }).toEqual({
		status: 0,
		sections: '2D1.1 2D1.2 2D1.5 2D2.1 2L1.1 2L1.2 2L2.1 2L2.2 2L2.5 2X1.1'.split(' ').map((one) => `§${one}`),
	});
});

test('§2L1.2: its levels in the edition', () => {
	// §2L1.2(b)(1)(A) was 16 levels in the Manual of 2012; since 2016 it is 4 (am. 802).
	expect(ussg(['guideline', '2l1.2', '--edition', '2012']).stdout).toMatch(/\(b\)\(1\)\(A\) +\+16 /);
	expect(ussg(['guideline', '§2L1.2', '--edition', '2018']).stdout).toMatch(/\(b\)\(1\)\(A\) +\+4 /);
	const { base } = JSON.parse(ussg(['guideline', '2L1.2', '--edition', '2018', '--json']).stdout);
	expect(base.rows[0].levels).toBe(8);
});

test('one that is not held is rejected, with those that are', () => {
	const { status, stdout, stderr } = ussg(['guideline', '2B1.1', '--edition', '2018']);
	expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
	expect(stderr.replace(/\s+/g, ' ')).toContain('2D1.1, 2D1.2, 2D1.5, 2D2.1, 2L1.1, 2L1.2, 2L2.1, 2L2.2, 2L2.5, 2X1.1');
});
