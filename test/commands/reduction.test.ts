import { describe, expect, test } from 'vitest';
import { ussg } from './run.ts';

const sentenced = ['--edition', '2013', '--base-level', '27', '--category', 'I', '--imposed', '70'];

/** The case above, of which a flag given again here is left out: a flag that takes one value may stand once. */
const run = (...more: string[]) => {
	const others = sentenced.filter((_, index) => !more.includes(sentenced[index - (index % 2)] as string));
	return ussg(['reduction', ...others, ...more]);
};

describe('ussg reduction', () => {
	test('says first whether a reduction is authorized, and how far', () => {
		const { stdout, status } = run('--amendment', '782', '--order-date', '2016-06-01', '--levels=-3');
		expect(status).toBe(0);
		expect(stdout.replace(/\s+/g, ' ')).toContain('Reduction authorized, but not below 51 months (§1B1.10 of');
		expect(stdout.indexOf('Reduction')).toBeLessThan(stdout.indexOf('Options'));
	});

	// §1B1.10, comment. (n.3): 70-87, 56 months (20 percent less), amended 51-63: about 41 months "may be appropriate".
	test('a comparable reduction reads as one, and no floor', () => {
		const args = ['--imposed', '56', '--amendment', '782', '--order-date', '2016-06-01', '--levels=-3'];
		const stdout = run(...args, '--substantial-assistance').stdout.replace(/\s+/g, ' ');
		expect(stdout).toContain('authorized; a comparable reduction would be to about 41 months (§1B1.10 of');
		expect(stdout).not.toContain('no less than');
	});

	// §5K3.1 is a departure at sentencing; §1B1.10(b)(1) leaves every other decision as it was.
	test('says nothing of a fast track that nobody asks for after the sentence', () => {
		const args = ['--amendment', '782', '--order-date', '2016-06-01', '--levels=-3'];
		expect(run(...args).stdout).not.toMatch(/fast.track|early disposition/i);
		const codes = (...more: string[]) =>
			JSON.parse(run(...args, '--json', ...more).stdout).warnings.map(({ code }: { code: string }) => code);
		expect(codes()).not.toContain('fast-track-not-illegal-reentry');
		expect(codes('--fast-track', '2')).toContain('fast-track-not-illegal-reentry');
		expect(run(...args, '--fast-track', '2').stdout).toContain('Levels requested: 2.');
		expect(ussg(['calc', ...sentenced]).stdout).toContain('Fast track');
	});

	// §1B1.10(b)(1) speaks of amendments.
	test('takes several amendments', () => {
		const args = ['reduction', '--edition', '2009', '--base-level', '30', '--category', 'I', '--imposed', '97'];
		const order = ['--order-date', '2016-01-05', '--levels=-6'];
		const { stdout, status } = ussg([...args, '--amendment', '750A', '--amendment', '782', ...order]);
		expect(status).toBe(0);
		expect(stdout.replace(/\s+/g, ' ')).toContain(
			'amendment 750, Part A and amendment 782 are listed in §1B1.10(d) and lower the range',
		);
		const json = JSON.parse(ussg([...args, '--amendment', '782', ...order, '--json']).stdout);
		expect(json.reduction.amendments).toHaveLength(1);
		expect(json.warnings.map(({ code }: { code: string }) => code)).toContain('reduction-not-of-amendment');
		const html = ussg([...args, '--amendment', '750A', '--amendment', '782', ...order, '--format', 'html']).stdout;
		expect(html).toContain('750A, 782');
	});

	test('more time served than imposed is refused under its flag', () => {
		const { status, stdout, stderr } = run('--amendment', '782', '--levels=-3', '--time-served', '71');
		expect([status, stdout]).toEqual([2, '']);
		expect(stderr).toContain('--time-served: the time served, 71 months, is longer than the sentence imposed, 70');
	});

	test('a refusal without a remedy of its own ends where it ends', () => {
		const { stderr } = run('--amendment', '782', '--sentencing-date', '2014-03-01', '--order-date', '2013-03-01');
		expect(stderr.trim().replace(/\s+/g, ' ')).toMatch(/^ussg: --order-date: .*Correct one of them$/);
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

	test('the criteria of §4C1.1 and the authority below the minimum have flags', () => {
		const zero = ['reduction', '--edition', '2018', '--base-level', '24', '--acceptance', '3', '--points', '0'];
		const order = ['--imposed', '37', '--amendment', '821B1', '--order-date', '2024-03-01'];
		const answer = (...more: string[]) => JSON.parse(ussg([...zero, ...order, '--json', ...more]).stdout).reduction;
		expect(answer('--zero-point-offender', 'none')).toMatchObject({ authorized: true, lowestTermMonths: 30 });
		const barred = answer('--zero-point-offender', 'sexOffense');
		expect(barred).toMatchObject({ authorized: false, reasons: [{}, { provision: '§4C1.1(a)(5)' }] });
		expect(ussg([...zero, ...order]).stderr).toContain('--zero-point-offender none');
		const wrong = ussg([...zero, ...order, '--zero-point-offender', 'weapon']);
		expect([wrong.status, wrong.stdout]).toEqual([2, '']);
		expect(wrong.stderr).toContain('"weapon" is not valid here. Give none, or any of terrorism');
	});

	test('whether the motion gave authority below the minimum is asked for, and yes and no have a flag', () => {
		const args = ['--amendment', '782', '--order-date', '2016-06-01', '--levels=-2', '--substantial-assistance'];
		const minimum = ['--base-level', '33', '--statutory-min', '120', '--imposed', '125'];
		const asked = run(...minimum, ...args);
		expect([asked.status, asked.stdout]).toEqual([2, '']);
		expect(asked.stderr).toContain('Give --authority-below-minimum or --no-authority-below-minimum');
		const lowEnd = (flag: string) =>
			JSON.parse(run(...minimum, ...args, flag, '--json').stdout).reduction.amended.range.minimumMonths;
		expect([lowEnd('--authority-below-minimum'), lowEnd('--no-authority-below-minimum')]).toEqual([108, 120]);
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
		expect(stderr).toMatch(/^ussg: --imposed: What sentence was imposed\?.* Give --imposed\n$/);
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
