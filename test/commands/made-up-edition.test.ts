import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { tablesWithMadeUpEdition } from '../law/made-up-edition.ts';
import { builtFrom } from './built-program.ts';
import { conversation, json, type Run, runOf } from './run.ts';

/**
 * The program built from tables to which somebody added a Manual of November 1, 2026, and nothing else. It is made up
 * (test/law/made-up-2026), and changes
 *   - §2L1.2(b)(2)(A): 12 levels (10 before), and (b)(4), 1 level for whoever was removed before: none stood there, amend. 9001
 *   - the cell of level 14 and category V: 34–42 (33–41 before), and Zone B in category I: to level 12 (11 before), 9002
 *   - §3E1.1(b): two levels (one before), so that full acceptance is 2 + 2 = 4, 9003
 *   - the fine of levels 14 and 15: $8,000 to $80,000 ($7,500 to $75,000 before), 9004
 *   - §2L9.1, which there was not: facts by name, priors by their dates, and both in one characteristic, 9005
 *
 * The case: 8 + 12 − 2 (minor role) = 18, less 4 = 14. Category V: 34–42, the new cell; its fine is the new row.
 * Under the Manual of 2025 it is 8 + 10 − 2 = 16, less 3 = 13. Category V: 30–37; levels 12–13: $5,500 to $55,000.
 */
const reentry = {
	guideline: '2L1.2',
	enhancements: ['(b)(2)(A)'],
	adjustments: [{ levels: -2, provision: '§3B1.2(b)', label: 'minor participant' }],
	acceptance: 'full',
	criminalHistoryCategory: 'V',
};
const flags = ['--guideline', '2L1.2', '--enhancement', '(b)(2)(A)', '--adjust', '-2:§3B1.2(b) minor participant'];
const whole = [...flags, '--acceptance', 'full', '--category', 'V'];
const underMadeUp = {
	edition: { effectiveDate: '2026-11-01', verified: true },
	offenseLevel: { base: 8, enhancements: 12, adjustments: -2, acceptance: -4, total: 14 },
	tableRange: { minimumMonths: 34, maximumMonths: 42, zone: 'D' },
	guidelineRange: { minimumMonths: 34, maximumMonths: 42 },
};
const underBefore = {
	edition: { effectiveDate: '2025-11-01', verified: true },
	offenseLevel: { base: 8, enhancements: 10, adjustments: -2, acceptance: -3, total: 13 },
	guidelineRange: { minimumMonths: 30, maximumMonths: 37 },
};

let program = '';
let folder = '';
const ussg = (args: string[], input = ''): Run => runOf(program, args, input);
/** What a command answers: on one line, without any complaint. */
function said(args: string[], input = ''): string {
	const { status, stdout, stderr } = ussg(args, input);
	expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
	return stdout.replace(/\s+/g, ' ');
}
const answer = (args: string[], input = '') => JSON.parse(said([...args, '--json'], input));

beforeAll(() => {
	const tables = tablesWithMadeUpEdition();
	({ program, folder } = builtFrom(tables));
	rmSync(dirname(tables), { recursive: true });
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true }));

describe('calc', () => {
	test('level, cell, acceptance and fine', () => {
		const result = answer(['calc', '--edition', '2026', ...whole]);
		expect(result).toMatchObject({ ...underMadeUp, fine: { minimumDollars: 8_000, maximumDollars: 80_000 } });
		expect(result.steps).toContainEqual(expect.objectContaining({ provision: '§2L1.2(b)(2)(A)', levels: 12 }));
		expect(result.steps).toContainEqual(expect.objectContaining({ provision: '§3E1.1(a), (b)', levels: -4 }));
		const text = said(['calc', '--edition', '2026', ...whole]);
		expect(text).toMatch(/^Guideline range 34–42 months offense level 14 · category V · Zone D/);
		expect(text).toContain('acceptance of responsibility −4 14');
		expect(text).toContain('Fine $8,000 to $80,000');
		expect(text).toContain('Guidelines Manual of November 1, 2026');
	});

	test('the date of the sentence finds it, and the day before the Manual of 2025', () => {
		expect(answer(['calc', '--sentencing-date', '2026-11-01', ...whole])).toMatchObject(underMadeUp);
		const before = answer(['calc', '--sentencing-date', '2026-10-31', ...whole]);
		expect(before).toMatchObject({ ...underBefore, fine: { minimumDollars: 5_500, maximumDollars: 55_000 } });
	});

	test('with both days the two Manuals are weighed (§1B1.11)', () => {
		// The later Manual has 34–42 and the one in force at the offense 30–37: the lower one governs (§1B1.11(b)(1)).
		const days = ['--sentencing-date', '2026-12-01', '--offense-date', '2026-03-01'];
		expect(answer(['calc', ...days, ...whole])).toMatchObject(underBefore);
	});

	test('the zone', () => {
		const at = (edition: string, level: string) =>
			answer(['calc', '--edition', edition, '--base-level', level, '--category', 'I']).tableRange;
		expect(at('2026', '12')).toEqual({ minimumMonths: 10, maximumMonths: 16, zone: 'B' });
		expect(at('2025', '12')).toEqual({ minimumMonths: 10, maximumMonths: 16, zone: 'C' });
		expect(at('2026', '13')).toEqual({ minimumMonths: 12, maximumMonths: 18, zone: 'C' });
	});

	test('full is two levels below level 16', () => {
		const result = answer([
			'calc',
			'--edition',
			'2026',
			'--base-level',
			'15',
			'--acceptance',
			'full',
			'--category',
			'I',
		]);
		expect(result.offenseLevel).toMatchObject({ acceptance: -2, total: 13 });
	});

	test('two levels are possible, three are not', () => {
		const given = ['calc', '--edition', '2026', ...flags, '--category', 'V', '--acceptance'];
		// 18 − 2 = 16, category V: 41–51.
		expect(answer([...given, '2']).guidelineRange).toEqual({ minimumMonths: 41, maximumMonths: 51 });
		const { status, stdout, stderr } = ussg([...given, '3']);
		expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
		expect(stderr.replace(/\s+/g, ' ')).toContain(
			'--acceptance: this edition has no 3-level reduction: §3E1.1(b) takes off 2 levels in addition to the 2 of §3E1.1(a). Use 2 or "full"',
		);
	});

	test('the warning of the motion goes by both levels', () => {
		const { warnings } = answer(['calc', '--edition', '2026', ...whole]);
		const motion = warnings.find(({ code }: { code: string }) => code === 'acceptance-motion-assumed');
		expect(motion.message).toContain('the range is 34 to 42 months. Without it: 41 to 51 months');
	});

	test('a career offender, for whom the table of §4B1.1(c)(3) has no range of four levels, is told so', () => {
		const { status, stdout, stderr } = ussg(['calc', '--case', '-'], JSON.stringify(careerWithFirearm));
		expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
		expect(stderr.replace(/\s+/g, ' ')).toContain('§4B1.1(c)(3) has no range for 4 levels of acceptance');
		// The table as amended on November 1, 2002 (amend. 642): 292–365 with a reduction of two levels.
		const two = answer(['calc', '--case', '-'], JSON.stringify({ ...careerWithFirearm, acceptance: 2 }));
		expect(two.totalRange).toMatchObject({ minimumMonths: 292, maximumMonths: 365 });
	});
});

/** One count of 18 U.S.C. § 924(c) and no other. */
const careerWithFirearm = {
	edition: '2026',
	offenseDate: '2026-11-20',
	baseOffenseLevel: 20,
	criminalHistoryCategory: 'III',
	acceptance: 'full',
	statutes: ['18:924(c)(1)(A)(i)'],
	careerOffender: {},
};

describe('batch', () => {
	const records = Array.from({ length: 200 }, (_, index) => ({
		...reentry,
		id: `${index}`,
		edition: index % 2 === 0 ? '2026' : '2025',
	}));
	const lines = records.map((record) => `${JSON.stringify(record)}\n`).join('');

	test('record by record, and the same in threads', () => {
		const { status, stdout, stderr } = ussg(['batch', '--quiet'], lines);
		expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
		const results = json(stdout);
		expect(results).toHaveLength(200);
		results.forEach((result, index) => {
			expect(result).toMatchObject({ id: `${index}`, ...(index % 2 === 0 ? underMadeUp : underBefore) });
		});
		expect(ussg(['batch', '--quiet', '--jobs', '2'], lines)).toEqual({ status, stdout, stderr });
	});

	test('as CSV', () => {
		const row = 'edition,guideline,enhancements,adjustments,acceptance,criminalHistoryCategory\n';
		const select = 'edition.effectiveDate,offenseLevel.acceptance,guidelineRange.minimumMonths,fine.minimumDollars';
		const { stdout } = ussg(
			['batch', '--format', 'csv', '--select', select],
			`${row}2026,2L1.2,(b)(2)(A),-2:§3B1.2(b) minor,full,V\n`,
		);
		expect(stdout.split('\n')[1]).toMatch(/^2026-11-01,'?-4,34,8000,/);
	});
});

describe('compare', () => {
	test('one case under the Manuals before and after', () => {
		expect(answer(['compare', '--editions', '2025,2026', ...whole])).toMatchObject([underBefore, underMadeUp]);
		const text = said(['compare', '--editions', '2025,2026', ...whole]);
		expect(text).toContain('Levels added 8 +10 −2 −3 * 8 +12 −2 −4');
		expect(text).toContain('Guideline range 30–37 months * 34–42 months');
	});

	test('one that is announced and not held is answered by the one before it, with its warning', () => {
		const [result] = answer(['compare', '--editions', '2027', ...whole]);
		expect(result).toMatchObject({ ...underMadeUp, edition: { effectiveDate: '2026-11-01', verified: false } });
		expect(result.warnings[0].code).toBe('edition-unverified');
		expect(said(['compare', '--editions', 'all', ...whole.slice(-2), '--base-level', '18'])).toContain(
			'Left out: the edition of November 1, 2027, which was not verified.',
		);
	});

	test('under all of them, it has a line of its own', () => {
		// 18 − 4 = 14 in place of 18 − 3 = 15, category V: 37–46.
		const level = ['--base-level', '18', '--acceptance', 'full', '--category', 'V'];
		expect(said(['compare', '--editions', 'all', ...level])).toMatch(
			/2025-11-01 15 V 37–46 D 37–46 .* 2026-11-01 \* 14 V \* 34–42 D \* 34–42/,
		);
	});
});

describe('reduction', () => {
	test('an order under it, of a sentence under an earlier Manual', () => {
		// 27 and I: 70–87. Amendment 782 takes off 2 or less here by quantity, as counsel says: 25 and I, 57–71.
		const sentence = ['--edition', '2013', '--base-level', '27', '--category', 'I', '--imposed', '70'];
		const text = said(['reduction', ...sentence, '--amendment', '782', '--levels=-2', '--order-date', '2026-12-01']);
		expect(text).toContain('authorized, but not below 57 months (§1B1.10 of November 1, 2026');
		expect(text).not.toContain('could not be verified');
	});

	test('a sentence under it: an amendment that it already holds lowers nothing', () => {
		const order = ['--imposed', '34', '--amendment', '782', '--levels=-2', '--order-date', '2027-12-01'];
		const { reduction, ...result } = answer(['reduction', '--edition', '2026', ...whole, ...order]);
		expect(result).toMatchObject(underMadeUp);
		expect(reduction.authorized).toBe(false);
	});
});

test('table', () => {
	const text = said(['table', '--edition', '2026', '--level', '14', '--category', 'V']);
	expect(text).toContain('14 15–21 18–24 21–27 27–33 [34–42] 37–46');
	expect(text).toContain('Zone B to level 12, 10, 9, 7, 6, 5');
	expect(said(['table', '--edition', '2025', '--level', '14', '--category', 'V'])).toContain('[33–41] 37–46');
});

test('editions', () => {
	expect(said(['editions'])).toMatch(
		/2025-11-01 .* 2026-11-01 november amendments 9001-9004 2027-11-01 november NOT VERIFIED/,
	);
	expect(said(['editions', '2026'])).toContain('(b)(2)(A) +12 conduct before the first removal order');
	expect(said(['editions', '2025'])).toContain('(b)(2)(A) +10 conduct before the first removal order');
	expect(answer(['editions']).at(-2)).toMatchObject({ effectiveDate: '2026-11-01', verified: true });
	expect(said(['--version'])).toContain('editions 1987-11-01 to 2026-11-01');
});

test('guideline', () => {
	const text = said(['guideline', '2L1.2', '--edition', '2026']);
	expect(text).toContain('in force since November 1, 2026 (made-up amend. 9001)');
	expect(text).toContain('(b)(2)(A) +12 conduct before the first removal order');
	const { characteristics } = answer(['guideline', '2L1.2', '--edition', '2026']);
	expect(characteristics[1].rows[0]).toMatchObject({ id: '(b)(2)(A)', levels: 12 });
});

/** One prior: a drug felony of two years, imposed in 2020, with three points; then an order of removal and a removal. */
const balloonist = {
	edition: '2026',
	guideline: '2L9.1',
	offense: { passengers: 4, night: true },
	removalOrders: ['2021-01-01'],
	removals: ['2021-02-01'],
	instantOffense: { commencedOn: '2026-11-10', endedOn: '2026-11-10', underCriminalJusticeSentence: false },
	priors: [
		{
			id: 'drugs',
			grade: 'felony',
			kinds: ['drug-trafficking'],
			conductFrom: '2019-06-01',
			arrestedOn: '2019-06-01',
			sentencedOn: '2020-01-01',
			sentence: '2 years',
			releasedOn: '2020-12-01',
		},
	],
};

describe('a guideline that there was not', () => {
	const given = ['calc', '--edition', '2026', '--guideline', '2L9.1'];

	test('from flags: its facts by name, and a characteristic for a prior by its id', () => {
		// (a)(1) 14, (b)(1)(B) 12 passengers +4, (b)(2)(A) with points +8: 26.
		const flags = ['--fact', 'passengers=12', '--fact', 'night=true', '--enhancement'];
		const result = answer([...given, ...flags, '(b)(2)(A):points', '--category', 'III']);
		expect(result.offenseLevel).toMatchObject({ base: 14, enhancements: 12, total: 26 });
		expect(result.chapterTwo).toMatchObject({
			base: '(a)(1)',
			applied: ['(b)(1)(B)', '(b)(2)(A)'],
			notApplied: [{ id: '(b)(3)' }],
		});
		// Without points (b)(2)(A) has 5 levels.
		const without = answer([...given, ...flags, '(b)(2)(A):no-points', '--category', 'III']);
		expect(without.offenseLevel.total).toBe(23);
	});

	test('from facts: the greatest of the rows on priors, and one that asks for a fact too', () => {
		// 14 + 2 (4 passengers) + 8 (24 months, more than 13, three points) + 2 (at night, convicted before the order) = 26.
		const result = answer(['calc', '--case', '-'], JSON.stringify(balloonist));
		expect(result.offenseLevel).toMatchObject({ base: 14, enhancements: 12, total: 26 });
		expect(result.chapterTwo.applied).toEqual(['(b)(1)(A)', '(b)(2)(A)', '(b)(3)']);
		const text = said(['calc', '--case', '-'], JSON.stringify(balloonist));
		expect(text).toContain('§2L9.1(b)(3) at night after a felony before the first removal order: based on drugs +2 26');
		expect(text).toContain('(b)(2)(B) deported after any other felony: based on drugs (not added: only the greatest');
	});

	test('at least level 24', () => {
		// 14 + 3 ((b)(2)(B): no drug felony) + 2 = 19, raised to 24.
		const priors = balloonist.priors.map((prior) => ({ ...prior, kinds: [] }));
		const other = { ...balloonist, offense: { passengers: 0, night: true }, priors };
		expect(answer(['calc', '--case', '-'], JSON.stringify(other)).offenseLevel.total).toBe(24);
	});

	test('a fact that nobody gave is named as not applied, and one that denies it is an answer', () => {
		const found = (offense: object) =>
			answer(['calc', '--case', '-'], JSON.stringify({ ...balloonist, offense })).chapterTwo;
		const ids = (offense: object) => found(offense).notApplied.map(({ id }: { id: string }) => id);
		expect(ids({ passengers: 4 })).toEqual(['(a)(1)', '(b)(3)']);
		expect(ids({ passengers: 4, night: false })).toEqual([]);
		expect(found({ passengers: 50, night: false }).crossReferences).toMatchObject([{ id: '(c)(1)' }]);
	});

	test('a date that decides is asked for, and an id that the priors contradict is rejected', () => {
		const { removalOrders: _, ...undated } = balloonist;
		const missing = ussg(['calc', '--case', '-'], JSON.stringify(undated));
		expect(missing).toMatchObject({ status: 2, stdout: '' });
		expect(missing.stderr.replace(/\s+/g, ' ')).toContain('On what dates were final orders');
		const other = ussg(['calc', '--case', '-'], JSON.stringify({ ...balloonist, enhancements: ['(b)(2)(B)'] }));
		expect(other).toMatchObject({ status: 2, stdout: '' });
		expect(other.stderr.replace(/\s+/g, ' ')).toContain(
			'the enhancements named add 3 levels, but in this edition the facts give 10',
		);
	});

	test('in CSV, completion and the list', () => {
		const header = 'edition,guideline,offense,enhancements,criminalHistoryCategory\n';
		const row = '2026,2L9.1,"{""passengers"":12,""night"":true}",(b)(2)(A):points,III\n';
		const { stdout } = ussg(['batch', '--format', 'csv', '--select', 'offenseLevel.total'], header + row);
		expect(stdout.split('\n')[1]).toMatch(/^26,/);
		const offered = (...words: string[]) => said(['complete', '--', ...given, ...words]);
		expect(offered('--enhancement', '(b)(2)')).toContain('+8 deported after a drug felony');
		expect(offered('--fact', '')).toContain('passengers= How many passengers');
		expect(offered('--base', '')).toContain('(a)(1) level 14');
		expect(said(['guideline', '--edition', '2026'])).toContain('§2L9.1 returning by balloon');
		expect(said(['guideline', '2L9.1', '--edition', '2026'])).toContain('(b)(2)(A) +8 deported after a drug felony');
		expect(said(['explain', '2L9.1(b)(2)(A)', '--edition', '2026'])).toContain('8 levels');
		expect(ussg(['guideline', '2L9.1', '--edition', '2025']).status).toBe(2);
	});
});

describe('explain', () => {
	test.each([
		['2L1.2(b)(2)(A)', '12 levels', 'November 1, 2026 (made-up amend. 9001): conduct before'],
		['3E1.1', 'minus 2 more (b)', 'November 1, 2026 (made-up amend. 9003): (b) takes off two levels'],
		['5E1.2', 'made-up amend. 9004', 'November 1, 2026 (made-up amend. 9004): higher amounts'],
		['Ch. 5, Pt. A', '', 'November 1, 2026 (made-up amend. 9002): the range of level 14'],
	])('%s', (provision, rule, line) => {
		const text = said(['explain', provision, '--edition', '2026']);
		expect(text).toContain(rule);
		const history = text.slice(text.indexOf('History'));
		expect(history.slice(history.indexOf('November 1, 2026'))).toContain(line);
	});
});

test('verify', () => {
	const source = { citation: 'made up', says: 'see above' };
	const given = { ...reentry, edition: '2026' };
	const cases = join(folder, 'cases');
	mkdirSync(cases);
	const write = (name: string, expected: unknown) =>
		writeFileSync(join(cases, name), JSON.stringify({ name, source, given, expected }));
	write('a.json', underMadeUp);
	expect(ussg(['verify', cases])).toMatchObject({ status: 0, stdout: '1 passed, 0 failed\n' });
	write('b.json', underBefore);
	expect(ussg(['verify', cases])).toMatchObject({ status: 1, stdout: expect.stringContaining('1 passed, 1 failed') });
});

test('schema: the documents are what they were', () => {
	const schemaOf = (document: string) => JSON.parse(ussg(['schema', document]).stdout);
	expect(schemaOf('case').properties.acceptance.anyOf).toEqual([
		expect.objectContaining({ enum: [0, 2, 3] }),
		expect.objectContaining({ const: 'full' }),
	]);
	expect(schemaOf('result').properties.offenseLevel).toBeDefined();
});

test('completion', () => {
	const offered = (...words: string[]) => said(['complete', '--', ...words]);
	expect(offered('calc', '--edition', '2026')).toContain('2026-11-01 november');
	expect(offered('calc', '--edition', '2026', '--guideline', '2L1.2', '--enhancement', '(b)(2)(A)')).toContain('+12');
	expect(offered('calc', '--edition', '2025', '--guideline', '2L1.2', '--enhancement', '(b)(2)(A)')).toContain('+10');
	expect(said(['completion', 'bash'])).toContain('complete -F _ussg ussg');
});

describe('the questions', () => {
	const rangeIn = (stdout: string) =>
		stripVTControlCharacters(stdout)
			.split('\n')
			.find((line) => line.startsWith('Guideline range'))
			?.replace(/ +/g, ' ');
	const upToAcceptance = ['2026', '2L1.2', 'none', '(b)(2)(A)', 'none', 'none', '-2 §3B1.2(b) minor participant', ''];

	test.each(['full', '4', '-4'])('acceptance %s', async (acceptance) => {
		const lines = [...upToAcceptance, acceptance, 'V', '', '', '', '', 'finish'];
		const { status, stdout, stderr } = await conversation(program, folder, lines);
		const asked = stderr.replace(/\s+/g, ' ');
		expect(asked).toContain('Manual of November 1, 2026');
		expect(asked).toContain('sentence of five years or more; +12 levels');
		expect(asked).toContain('f. full: −4 levels from level 16 on, else −2 levels; If chosen: level 14');
		expect(asked).not.toContain('not possible');
		expect(asked).toContain('Range 34–42 months · level 14 · category V');
		expect({ status, range: rangeIn(stdout) }).toEqual({
			status: 0,
			range: 'Guideline range 34–42 months offense level 14 · category V · Zone D',
		});
	});

	test('what is not known yet gives the range of each possibility', async () => {
		// 14, 16 and 18 in category V: 34–42, 41–51, 51–63.
		const { stdout } = await conversation(program, folder, [...upToAcceptance, 'u', 'V', '', '', '', '', 'finish']);
		for (const range of ['34–42', '41–51', '51–63']) expect(stdout).toContain(range);
	});

	test('a case of the Manual before, brought to it: what reads otherwise is asked again', async () => {
		writeFileSync(join(folder, 'a.json'), JSON.stringify({ ...reentry, acceptance: 3, edition: '2025' }));
		const lines = ['Edition', '2026', '(b)(2)(A)', 'none', 'full', '', 'finish'];
		const { stdout } = await conversation(program, folder, lines, ['--case', 'a.json']);
		expect(rangeIn(stdout)).toBe('Guideline range 34–42 months offense level 14 · category V · Zone D');
	});
});
