import { describe, expect, test } from 'vitest';
import { ussg } from './run.ts';

describe('explain', () => {
	test('a rule of an edition: its words, values, citation, history and cases', () => {
		const { status, stdout } = ussg(['explain', '§2L1.2(b)(2)(B)', '--edition', '2018']);
		expect(status).toBe(0);
		// Manual of 2025, §2L1.2(b)(2)(B), as amended by amendment 809 on November 1, 2018.
		expect(stdout).toContain('felony');
		expect(stdout).toContain('levels: 8');
		expect(stdout).toContain('App. C, amend. 809');
		expect(stdout).toMatch(/History\n {2}November 1, 2016 \(App\. C, amend\. 802\)/);
		expect(stdout).toContain('Tested by');
	});

	test('another edition says what it had then', () => {
		// Amendment 450: six to 24 aliens were 2 levels; amendment 543 made them 3.
		expect(ussg(['explain', '2L1.1(b)(2)(A)', '--edition', '1993']).stdout).toContain('levels: 2');
		expect(ussg(['explain', '2L1.1(b)(2)(A)', '--edition', '1998']).stdout).toContain('levels: 3');
		expect(ussg(['explain', '2L1.1(b)(2)(A)', '--edition', '1988']).stdout).toContain('not in this edition');
	});

	test.each(['2l1.2(B)(2)(b)', '§ 2L1.2(b)(2)(B)', 'USSG §2L1.2(b)(2)(B)'])('as people write it: %s', (given) => {
		expect(ussg(['explain', given, '--edition', '2018'])).toEqual(
			ussg(['explain', '§2L1.2(b)(2)(B)', '--edition', '2018']),
		);
	});

	test('a section of the Code', () => {
		expect(ussg(['explain', '8 U.S.C. § 1326(b)(2)']).stdout).toContain('maximum months: 240');
	});

	// Am. 782 wrote the Drug Quantity Table anew (2014); am. 738 moved the zones of the Sentencing Table (2010).
	test.each([
		['2D1.1', 'November 1, 2014 (App. C, amend. 782;'],
		['Ch. 5, Pt. A', 'November 1, 2010 (App. C, amend. 738;'],
	])('the history of %s has a version of which the table alone is new: %s', (provision, line) => {
		const { stdout } = ussg(['explain', provision, '--edition', '2025']);
		const history = stdout.slice(stdout.indexOf('History')).replace(/\s+/g, ' ');
		expect(history).toContain(line);
		expect(history.slice(history.indexOf(line))).toMatch(/^[^:]*: the table changed/);
	});

	test('what is not held is rejected, with the nearest that is', () => {
		const { status, stdout, stderr } = ussg(['explain', '§2L1.2(b)(2)(G)']);
		expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
		expect(stderr).toMatch(/is not held\. Did you mean §2L1\.2\(b\)\(2\)/);
	});
});
