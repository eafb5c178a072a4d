import { describe, expect, test } from 'vitest';
import { ussg } from './run.ts';

const plain = ['calc', '--edition', '2012', '--category', 'III'];

describe('a flag that takes one value is rejected when it appears twice', () => {
	test.each([
		['--base-level', [...plain, '--base-level', '20', '--base-level', '24']],
		['--base-level', [...plain, '--base-level', '20', '--base-level', '20']],
		['--category', [...plain, '--base-level', '20', '--category', 'I']],
		['--format', [...plain, '--base-level', '20', '--format', 'json', '--format', 'text']],
		['--fast-track', [...plain, '--base-level', '20', '--fast-track', '1', '--fast-track=2']],
		['--level', ['table', '--edition', '2012', '--level', '20', '--level', '21']],
		['--editions', ['compare', '--base-level', '20', '--category', 'I', '--editions', '2011', '--editions', '2012']],
		['--order-date', ['reduction', '--order-date', '2016-01-01', '--order-date', '2017-01-01']],
		['--draft', ['--draft', 'a.json', '--draft', 'b.json']],
	])('%s %j', (flag, args) => {
		const { status, stdout, stderr } = ussg(args);
		expect([status, stdout]).toEqual([2, '']);
		expect(stderr).toMatch(new RegExp(`^ussg: ${flag}: this flag takes one value, but you gave "[^"]+" and "[^"]+"`));
	});

	test('a flag beside the one that says no', () => {
		const args = ['reduction', '--substantial-assistance', '--no-substantial-assistance'];
		const { status, stdout, stderr } = ussg(args);
		expect([status, stdout]).toEqual([2, '']);
		expect(stderr).toContain('--substantial-assistance and --no-substantial-assistance contradict each other');
	});

	// §2L1.1(a)(3): 12; (b)(2)(A), 6 to 24 aliens: 3; (b)(5)(A), a firearm discharged: 6, and at least level 22.
	test('a fact of the guideline may be given again for another', () => {
		const facts = ['--fact', 'aliens=24', '--fact', 'firearmDischarged=yes'];
		const given = ['calc', '--edition', '2018', '--category', 'I', '--guideline', '2L1.1', '--json'];
		const { status, stdout } = ussg([...given, ...facts]);
		expect(status).toBe(0);
		expect(JSON.parse(stdout).offenseLevel.total).toBe(22);
		const twice = ussg([...given, '--fact', 'aliens=24', '--fact', 'aliens=7']);
		expect([twice.status, twice.stderr]).toEqual([2, expect.stringContaining('aliens is given twice')]);
	});

	test('what may be given again is counted each time', () => {
		const args = [...plain, '--base-level', '20', '--adjust=2:one', '--adjust=-1:other', '--json', '--json'];
		const { status, stdout } = ussg(args);
		expect(status).toBe(0);
		expect(JSON.parse(stdout).offenseLevel.total).toBe(21);
	});
});
