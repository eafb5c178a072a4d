import { describe, expect, test } from 'vitest';
import { ussg } from './run.ts';

describe('explain', () => {
	test('a rule of an edition: its words, values, citation, history and cases', () => {
		const { status, stdout } = ussg(['explain', '§2L1.2(b)(2)(B)', '--edition', '2018']);
		expect(status).toBe(0);
		// Manual of 2025, §2L1.2(b)(2)(B), as amended by amendment 809 on November 1, 2018.
		expect(stdout).toContain('felony');
		expect(stdout).toContain('; 8 levels');
		expect(stdout).toContain('App. C, amend. 809');
		expect(stdout).toMatch(/History\n {2}November 1, 2016 \(App\. C, amend\. 802\)/);
		expect(stdout).toContain('Tested by');
	});

	test('another edition says what it had then', () => {
		// Amendment 450: six to 24 aliens were 2 levels; amendment 543 made them 3.
		expect(ussg(['explain', '2L1.1(b)(2)(A)', '--edition', '1993']).stdout).toContain('; 2 levels');
		expect(ussg(['explain', '2L1.1(b)(2)(A)', '--edition', '1998']).stdout).toContain('; 3 levels');
		expect(ussg(['explain', '2L1.1(b)(2)(A)', '--edition', '1988']).stdout).toContain(
			'not in this edition: in force since November 1, 1992',
		);
	});

	test.each(['2l1.2(B)(2)(b)', '§ 2L1.2(b)(2)(B)', 'USSG §2L1.2(b)(2)(B)'])('as people write it: %s', (given) => {
		expect(ussg(['explain', given, '--edition', '2018'])).toEqual(
			ussg(['explain', '§2L1.2(b)(2)(B)', '--edition', '2018']),
		);
	});

	test('a section of the Code', () => {
		// 8 U.S.C. § 1326(b)(2) since Pub. L. 103-322 § 130001(b): 20 years; 21 U.S.C. § 841(b)(1)(B): 5 to 40 years.
		expect(ussg(['explain', '8 U.S.C. § 1326(b)(2)']).stdout).toContain('maximum 20 years; Class C');
		expect(ussg(['explain', '21 usc 841(b)(1)(B)']).stdout).toMatch(
			/minimum 5 years, maximum 40\s+years; Class B felony/,
		);
	});

	test('a guideline outside Chapter Two: its rule as the edition has it, in words', () => {
		// Amendment 624 added (b), amendment 817 changed it; amendment 459 added the third level.
		expect(ussg(['explain', '§5C1.2(b)', '--edition', '2018']).stdout).toContain('not less than 17');
		expect(ussg(['explain', '§5C1.2(b)', '--edition', '2023']).stdout).toContain('not less than 24 to 30 months');
		const { stdout } = ussg(['explain', '§3E1.1(b)', '--edition', '2016']);
		expect(stdout).toMatch(/the level before \(a\)\s+is\s+16\s+or\s+greater/);
		expect(stdout).toMatch(/History\n {2}November 1, 1992 \(App\. C, amend\. 459\)/);
	});

	test('an edition without the provision says when the law had it', () => {
		const text = ussg(['explain', '§3F1.1', '--edition', '2024']).stdout;
		expect(text).toContain('not in this edition: in force since November 1, 2025');
		const former = ussg(['explain', '§5K3.1', '--edition', '2025']).stdout;
		expect(former).toContain('from October 27, 2003 until November 1, 2025');
	});

	test('a statute that changed while an edition was in force has a text for each time', () => {
		// Pub. L. 115-391 took effect on December 21, 2018, under the Manual of November 1, 2018.
		const { stdout } = ussg(['explain', '18 USC 3553(f)(1)', '--edition', '2018']);
		expect(stdout).toContain('before December 21, 2018: ');
		expect(stdout).toContain('since December 21, 2018: ');
	});

	test('a part without an explanation of its own is explained by the provision above it', () => {
		const { stdout } = ussg(['explain', '§3E1.1(b)(2)', '--edition', '1995']);
		expect(stdout).toContain('(2) is explained under §3E1.1(b):');
		expect(ussg(['explain', '§3E1.1, comment. (n.6)']).stdout).toContain('is explained under §3E1.1:');
	});

	test.each(['3e1.1b', 'USSG 3e1.1(b)', '§ 3E1.1 (b)', '3E1.1(B)'])('in any spelling: %s', (given) => {
		expect(ussg(['explain', given])).toEqual(ussg(['explain', '§3E1.1(b)']));
	});

	test('as JSON: the rule in words, its parts, and the rows of the tables', () => {
		const { stdout } = ussg(['explain', '§5D1.2(a)', '--edition', '2012', '--json']);
		const { provision, inWords, parts, rules, history } = JSON.parse(stdout);
		expect(provision).toBe('§5D1.2(a)');
		// Amendment 756, November 1, 2011.
		expect(inWords).toHaveLength(1);
		expect(inWords[0].text).toContain('2 to 5 years for Class A or B');
		expect({ parts, rules }).toEqual({ parts: ['(1)', '(2)', '(3)'], rules: [] });
		expect(history.map(({ effectiveDate }: { effectiveDate: string }) => effectiveDate)).toContain('2011-11-01');
	});

	test.each([
		['§3E1.1(c)', '§3E1.1(b)'],
		['§5C1.1(h)', '§5C1.1(f)'],
		['§4A1.1(g)', '§4A1.1(f)'],
		['§5K9.1', '§5K3.1'],
	])('%s is a slip: did you mean %s?', (given, near) => {
		expect(ussg(['explain', given])).toMatchObject({
			status: 2,
			stdout: '',
			stderr: expect.stringContaining(`Did you mean ${near}?`),
		});
	});

	// Am. 782 wrote the Drug Quantity Table anew (2014); am. 738 moved the zones of the Sentencing Table (2010).
	test.each([
		['2D1.1(c)', 'November 1, 2014 (App. C, amend. 782): most quantities fall by two levels'],
		['Ch. 5, Pt. A', 'November 1, 2010 (App. C, amend. 738): zones B and C are each widened'],
	])('the history of %s has the version of which the table alone is new: %s', (provision, line) => {
		const { stdout } = ussg(['explain', provision, '--edition', '2025']);
		expect(stdout.slice(stdout.indexOf('History')).replace(/\s+/g, ' ')).toContain(line);
	});

	test('what is not held is rejected, with the nearest that is', () => {
		const { status, stdout, stderr } = ussg(['explain', '§2L1.2(b)(2)(G)']);
		expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
		expect(stderr).toMatch(/is not held\. Did you mean §2L1\.2\(b\)\(2\)/);
	});
});
