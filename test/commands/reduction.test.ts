import { describe, expect, test } from 'vitest';
import { ussg } from './run.ts';

const sentenced = ['--edition', '2013', '--base-level', '27', '--category', 'I', '--imposed', '70'];
const run = (...more: string[]) => ussg(['reduction', ...sentenced, ...more]);

describe('ussg reduction', () => {
	test('says first whether a reduction is authorized, and how far', () => {
		const { stdout, status } = run('--amendment', '782', '--order-date', '2016-06-01', '--levels=-3');
		expect(status).toBe(0);
		expect(stdout.replace(/\s+/g, ' ')).toContain('Reduction authorized, to no less than 51 months (§1B1.10 of');
		expect(stdout.indexOf('Reduction')).toBeLessThan(stdout.indexOf('Options'));
	});

	test('takes the same from a case document, in batch too', () => {
		const document = {
			edition: '2013',
			baseOffenseLevel: 27,
			criminalHistoryCategory: 'I',
			sentenceImposedMonths: 70,
			reduction: { amendment: '782', orderDate: '2016-06-01', levels: -3 },
		};
		const { stdout } = ussg(['batch'], JSON.stringify(document));
		expect(JSON.parse(stdout).reduction).toMatchObject({ authorized: true, lowestTermMonths: 51 });
		const command = ussg(['reduction', '--case', '-', '--json', '--levels=-2'], JSON.stringify(document));
		expect(JSON.parse(command.stdout).reduction).toMatchObject({ authorized: true, lowestTermMonths: 57 });
	});

	test('without an order date the policy statement of today governs', () => {
		const { stdout } = run('--amendment', '782', '--levels=-3', '--json');
		expect(JSON.parse(stdout).reduction.policyStatementOf >= '2025-11-01').toBe(true);
	});

	test('asks for the sentence, on standard error alone', () => {
		const { stdout, stderr, status } = ussg([
			'reduction',
			'--edition',
			'2013',
			'--base-level',
			'27',
			'--category',
			'I',
		]);
		expect([stdout, status]).toEqual(['', 2]);
		expect(stderr).toContain('what sentence was imposed?');
	});
});

describe('flags for what a case says besides its range', () => {
	test('statutes, counts, Chapter Three by name, deportable', () => {
		const { stdout } = ussg([
			...['calc', '--edition', '2018', '--base-level', '24', '--category', 'I', '--json', '--deportable'],
			...['--statute', '21:841(b)(1)(C):one-prior', '--offense-date', '2019-02-01', '--chapter-three', '3B1.2(b)'],
		]);
		const { offenseLevel, ceiling, supervisedRelease, specialAssessment } = JSON.parse(stdout);
		expect(offenseLevel.total).toBe(22);
		expect(ceiling.maximumMonths).toBe(360);
		expect(supervisedRelease).toMatchObject({ offenseClass: 'B', order: 'shall' });
		expect(specialAssessment.totalDollars).toBe(100);
	});

	test('an error of a flag names the flag', () => {
		const { stderr, status } = ussg(['calc', '--base-level', '24', '--category', 'I', '--statute', '8:9']);
		expect(status).toBe(2);
		expect(stderr).toContain('--statute: "8:9" is not held');
	});

	test('sensitivity on the screen keeps to 80 columns and has an ASCII form', () => {
		const args = ['calc', '--edition', '2018', '--base-level', '40', '--category', 'VI', '--sensitivity'];
		for (const line of ussg(args).stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
		expect(ussg([...args, '--ascii']).stdout).toContain('[360-life]');
	});
});
