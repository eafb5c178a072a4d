import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { newEngine, sourceOf } from '../../src/commands/batch/answer/engine.ts';
import { calculate, parseCase } from '../../src/index.ts';
import { faultsIn } from '../calculation/message-rules.ts';
import { asJson } from './as-json.ts';
import { json, ussg } from './run.ts';

const folder = mkdtempSync(join(tmpdir(), 'ussg-cells-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const rows = (text: string, delimiter = ',') =>
	text
		.split('\n')
		.slice(0, -1)
		.map((line) => line.split(delimiter));

describe('CSV and TSV in', () => {
	test('a header with the names of the contract; each cell as the case document has it', () => {
		const csv = [
			'id,edition,guideline,enhancements,adjustments,acceptance,criminalHistoryCategory,statutoryMaximumMonths,caption',
			'a,2012,2L1.2,(b)(1)(A):points;(b)(1)(B):no-points,-2:§3B1.2 minor role,full,v,20y,"Doe, ""J."""',
			'b,2018,2L1.2,(b)(2)(B);(b)(3)(D),,3,5,240,',
			'c,2018,,"[""(b)(2)(B)""]",,,,,',
		].join('\r\n');
		const { status, stdout } = ussg(['batch'], csv);
		expect(status).toBe(3);
		const [a, b, c] = json(stdout);
		const document = {
			id: 'a',
			edition: '2012',
			guideline: '2L1.2',
			enhancements: [
				{ id: '(b)(1)(A)', receivesPoints: true },
				{ id: '(b)(1)(B)', receivesPoints: false },
			],
			adjustments: [{ levels: -2, provision: '§3B1.2', label: 'minor role' }],
			acceptance: 'full',
			criminalHistoryCategory: 'V',
			statutoryMaximumMonths: 240,
			caption: 'Doe, "J."',
		};
		expect(a).toEqual(JSON.parse(JSON.stringify(calculate(parseCase(document)))));
		expect(b.offenseLevel).toMatchObject({ base: 8, enhancements: 12, acceptance: -3, total: 17 });
		expect(c).toMatchObject({ line: 4, id: 'c', error: { code: 'missing' } });
	});

	test('statutes, Chapter Three and yes or no', () => {
		const csv = [
			'edition,baseOffenseLevel,criminalHistoryCategory,offenseDate,statutes,chapterThree,deportable',
			'2018,20,I,2019-01-15,8:1326(b)(2);21:841(b)(1)(C),§3B1.2(b);§3C1.1,true',
			'2018,20,I,2019-01-15,8:1326(b)(2),,maybe',
		].join('\n');
		const [answered, refused] = json(ussg(['batch'], csv).stdout);
		const document = {
			edition: '2018',
			baseOffenseLevel: 20,
			criminalHistoryCategory: 'I',
			offenseDate: '2019-01-15',
			statutes: ['8:1326(b)(2)', '21:841(b)(1)(C)'],
			chapterThree: ['§3B1.2(b)', '§3C1.1'],
			deportable: true,
		};
		expect(answered).toEqual(JSON.parse(JSON.stringify(calculate(parseCase(document)))));
		expect(refused.error.path).toBe('/deportable');
	});

	test('a count whose statute is not held, a circumstance and an object in a cell', () => {
		const csv = [
			'edition,baseOffenseLevel,criminalHistoryCategory,offenseDate,statutes',
			'2018,20,I,2019-01-15,"18 U.S.C. § 9999=60-240;21:841(b)(1)(C):one-prior;21:846,841(b)(1)(C)"',
		].join('\n');
		const [answered] = json(ussg(['batch'], csv).stdout);
		const document = {
			edition: '2018',
			baseOffenseLevel: 20,
			criminalHistoryCategory: 'I',
			offenseDate: '2019-01-15',
			statutes: [
				{ id: 'other', label: '18 U.S.C. § 9999', minimumMonths: 60, maximumMonths: 240 },
				{ id: '21:841(b)(1)(C)', circumstance: 'one-prior' },
				{ id: '21:846', object: '21:841(b)(1)(C)' },
			],
		};
		expect(answered).toEqual(JSON.parse(JSON.stringify(calculate(parseCase(document)))));
	});

	test.each(['1', '2'])('the same rows under two headers are two cases, in %s threads', (jobs) => {
		const columns = ['baseOffenseLevel', 'sentenceImposedMonths'];
		const files = [columns, [...columns].reverse()].map((names, at) => {
			const file = join(folder, `columns${at}.csv`);
			writeFileSync(file, `id,edition,${names},criminalHistoryCategory\n${'x,2011,20,24,I\n'.repeat(5)}`);
			return file;
		});
		const { stdout } = ussg(['batch', '--jobs', jobs, ...files, ...files]);
		const levels = json(stdout).map(({ offenseLevel }) => offenseLevel.total);
		expect(levels).toEqual([20, 24, 20, 24].flatMap((level) => Array.from({ length: 5 }, () => level)));
	});

	test('TSV, an id in quotes, columns in any order', () => {
		const tsv = 'criminalHistoryCategory\tbaseOffenseLevel\tedition\tid\nI\t34\t2011\t"x\ty"\n';
		expect(json(ussg(['batch'], tsv).stdout)[0]).toMatchObject({ id: 'x\ty', offenseLevel: { total: 34 } });
	});

	test('a line with quotes that do not fit, or cells too many, harms no neighbour', () => {
		const csv = [
			'id,edition,baseOffenseLevel,criminalHistoryCategory',
			'a,2011,34,I',
			'b,"2011,34,I',
			'c,2011,34,I',
			'"d"x,2011,34,I',
			'e,2011,34,I,',
			'f,2011,34',
			'g,2011,34,I',
			',2011,34,I',
			'h,2011,34,{',
		].join('\n');
		const records = json(ussg(['batch'], csv).stdout);
		expect(records.map((record) => record.id)).toEqual([
			'a',
			undefined,
			'c',
			undefined,
			undefined,
			undefined,
			'g',
			undefined,
			'h',
		]);
		expect(records.filter((record) => record.error).map(({ line, error }) => [line, error.code])).toEqual([
			...[3, 5, 6, 7].map((line) => [line, 'invalid-csv']),
			[10, 'invalid-json'],
		]);
		expect(records[7].guidelineRange).toEqual(records[0].guidelineRange);
	});

	test.each([
		['id,edition,categry', 'unknown column "categry"'],
		['id,edition,baseOffenseLevl', 'Did you mean "baseOffenseLevel"?'],
		['id,edition,id', 'appears twice'],
	])('the header %s is refused', (header, message) => {
		const { status, stdout, stderr } = ussg(['batch'], `${header}\na,2011,1\n`);
		expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
		expect(stderr).toContain(message);
	});

	test('a first line that is neither a document nor a header is one refused record', () => {
		const records = json(
			ussg(['batch'], 'hello, world\n{"edition":"2011","baseOffenseLevel":34,"criminalHistoryCategory":"I"}\n').stdout,
		);
		expect(records[0]).toMatchObject({ line: 1, error: { code: 'invalid-json' } });
		expect(records[1].offenseLevel.total).toBe(34);
	});

	test('refused lines go to the rejects file under their header', () => {
		const file = join(folder, 'again.csv');
		ussg(
			['batch', '--rejects', file],
			'id,edition,baseOffenseLevel,criminalHistoryCategory\na,2011,34,I\nb,2011,44,I\nc,2011,,I\n',
		);
		expect(readFileSync(file, 'utf8')).toBe(
			'id,edition,baseOffenseLevel,criminalHistoryCategory\nb,2011,44,I\nc,2011,,I\n',
		);
	});

	describe('the rejects of two files', () => {
		const files = (second: string): [string, string, string] => {
			const paths = ['first.csv', 'second.csv', 'rejects.csv'].map((name) => join(folder, name));
			const [one = '', other = '', rejects = ''] = paths;
			writeFileSync(one, 'id,edition,baseOffenseLevel,criminalHistoryCategory\na,2011,44,I\n');
			writeFileSync(other, second);
			return [one, other, rejects];
		};

		test('stand under the one header that both have', () => {
			const [one, other, rejects] = files('id,edition,baseOffenseLevel,criminalHistoryCategory\nb,2011,45,I\n');
			expect(ussg(['batch', one, other, '--rejects', rejects]).status).toBe(3);
			expect(readFileSync(rejects, 'utf8')).toBe(
				'id,edition,baseOffenseLevel,criminalHistoryCategory\na,2011,44,I\nb,2011,45,I\n',
			);
		});

		test('are refused under two: three points would be read as category III when they are run again', () => {
			const [one, other, rejects] = files('id,edition,baseOffenseLevel,criminalHistoryPoints\nb,2011,45,3\n');
			rmSync(rejects, { force: true });
			const { status, stdout, stderr } = ussg(['batch', one, other, '--rejects', rejects]);
			expect([status, stdout, existsSync(rejects)]).toEqual([2, '', false]);
			expect(stderr).toContain('has a different header');
		});
	});

	test('any case as a row, with any id: as calc answers it', async () => {
		const { answerBlock } = await newEngine({ format: 'jsonl', select: undefined, map: undefined, summary: false });
		const columns = [
			'id',
			'caption',
			'edition',
			'baseOffenseLevel',
			'acceptance',
			'criminalHistoryCategory',
			'statutoryMinimumMonths',
		];
		const source = await sourceOf({ kind: 'cells', header: columns.join(','), delimiter: ',' });
		const name = fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => !/[\r\n]/.test(text));
		const one = fc.record({
			id: name,
			caption: name,
			edition: fc.constantFrom('1990', '2011', '2025'),
			baseOffenseLevel: fc.integer({ min: 1, max: 43 }),
			acceptance: fc.constantFrom(0, 2, 'full'),
			criminalHistoryCategory: fc.constantFrom('I', 'IV'),
			statutoryMinimumMonths: fc.constantFrom(12, 'life'),
		});
		const quoted = (text: string) => (/[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
		fc.assert(
			fc.property(fc.array(one, { minLength: 1, maxLength: 5 }), (documents) => {
				const lines = documents.map((document) =>
					Object.values(document)
						.map((value) => quoted(String(value)))
						.join(','),
				);
				const { output } = answerBlock({ bytes: Buffer.from(`${lines.join('\n')}\n`) }, source, () => 2);
				expect(Buffer.from(output).toString()).toBe(
					documents.map((document) => `${asJson(calculate(parseCase(document)))}\n`).join(''),
				);
			}),
			{ numRuns: 500 },
		);
	});
});

describe('what is written', () => {
	const good = {
		edition: '2011',
		baseOffenseLevel: 34,
		acceptance: 3,
		criminalHistoryCategory: 'I',
		statutoryMinimumMonths: 120,
	};
	const input = [
		JSON.stringify({ id: 'a,b', ...good, acceptance: 'full' }),
		JSON.stringify({ id: 'c', ...good, acceptance: 1 }),
		JSON.stringify({ id: '=HYPERLINK(1)', ...good }),
		JSON.stringify({ id: '-5', ...good }),
	].join('\n');

	test('CSV: a column a field, and the refusal in its place', () => {
		const { status, stdout } = ussg(
			['batch', '--format', 'csv', '--select', 'id,guidelineRange.minimumMonths,warnings.code'],
			input,
		);
		expect(status).toBe(3);
		expect(stdout.split('\n')).toEqual([
			'id,guidelineRange.minimumMonths,warnings.code,line,error.code,error.path,error.message',
			'"a,b",120,acceptance-motion-assumed,,,,',
			expect.stringMatching(/^c,,,2,invalid-value,\/acceptance,"?1 is not valid here\./),
			"'=HYPERLINK(1),120,,,,,",
			'-5,120,,,,,',
			'',
		]);
	});

	test('TSV without a selection has the same number of cells in every line', () => {
		const table = rows(ussg(['batch', '--format', 'tsv'], input).stdout, '\t');
		expect(new Set(table.map((cells) => cells.length)).size).toBe(1);
		const [header, first] = table as [string[], string[]];
		const cell = (name: string) => first[header.indexOf(name)];
		expect(cell('id')).toBe('a,b');
		expect([cell('tableRange.minimumMonths'), cell('guidelineRange.minimumMonths')]).toEqual(['108', '120']);
		expect(cell('floor.noEffectAtOrAboveLevel')).toBe('32');
	});

	test('a selection keeps the fields where they are in the document', () => {
		const { stdout } = ussg(['batch', '--select', 'fastTrack.outcomes.range,guidelineRange.maximumMonths,id'], input);
		expect(json(stdout)[0]).toEqual({
			id: 'a,b',
			guidelineRange: { maximumMonths: 135 },
			fastTrack: {
				outcomes: [121, 120, 120, 120].map((maximumMonths) => ({ range: { minimumMonths: 120, maximumMonths } })),
			},
		});
	});

	test('a text with a line break stays on its line, written as JSON writes it', () => {
		const record = JSON.stringify({
			id: 'a\nb\r"c"',
			edition: '2012',
			baseOffenseLevel: 24,
			criminalHistoryCategory: 'III',
		});
		const { stdout } = ussg(
			['batch', '--format', 'csv', '--select', 'id,offenseLevel.total'],
			`${record}\n${record}\n`,
		);
		const row = String.raw`"a\nb\r""c""",24,,,,`;
		expect(stdout.split('\n').slice(1)).toEqual([row, row, '']);
	});

	test('an input that is refused whole has no header', () => {
		const unknown = ussg(['batch', '--format', 'csv'], 'id,foo\na,b\n');
		const missing = ussg(['batch', '--format', 'csv', join(folder, 'none')]);
		for (const { status, stdout } of [unknown, missing]) expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
	});

	test('a field that the result does not have is refused', () => {
		const { status, stdout, stderr } = ussg(['batch', '--select', 'guidelineRange.minimum'], input);
		expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
		expect(stderr).toContain('guidelineRange.minimumMonths');
	});

	test('the closing table counts what was answered and refused', () => {
		const { stderr } = ussg(['batch', '--summary'], input);
		expect(stderr).toContain('4 records: 3 answered, 1 rejected');
		expect(stderr).toMatch(/3 +75\.0 % {2}120-135/);
		expect(stderr).toMatch(/3 +75\.0 % {2}raises-low-end/);
		expect(stderr).toMatch(/1 +25\.0 % {2}invalid-value/);
		expect(ussg(['batch', '--summary', '--jobs', '2'], input).stderr).toBe(stderr);
	});
});

describe('--map ussc', () => {
	const header =
		'USSCIDN,AMENDYR,XFOLSOR,XCRHISSR,TOTCHPTS,STATMIN,STATMAX,GLMIN,GLMAX,XMINSOR,XMAXSOR,ZONE,CAROFFAP,IS924C,GUNMIN1,GUNMIN2';
	/** Ranges from the Sentencing Table of the 2012 Manual: level 20, category III is 41-51; 43 is life; 31, I is 108-135. */
	const cases: [string, string, string][] = [
		['equal', '1,2012,20,3,5,0,240,41,51,41,51,D,0,0,,', 'the cell itself'],
		['trumped', '2,2012,31,1,0,120,9996,120,135,108,135,D,0,0,,', 'a minimum of 120 (§5G1.1(c)(2))'],
		['trumped', '3,2012,20,3,5,60,480,60,60,41,51,D,0,0,,', 'a minimum above the range (§5G1.1(b))'],
		['equal', '4,2012,43,1,0,0,9996,9996,9996,9996,9996,D,0,0,,', '9996 is life'],
		['life code', '5,2012,43,1,0,0,9996,470,470,,,D,0,0,,', 'life as 470 months'],
		['consecutive term', '6,2012,20,3,5,60,9996,101,111,41,51,D,0,1,60,', '60 months for 18 U.S.C. § 924(c)'],
		['career offender', '7,2012,20,3,5,0,9996,262,327,,,D,1,1,60,', '§4B1.1(c)(3), three levels for acceptance'],
		['career offender', '8,2012,20,3,5,0,9996,70,87,,,D,1,0,,', 'category VI at level 20'],
		['unexplained', '9,2012,20,3,5,0,240,262,327,,,D,0,0,,', 'the same without the flag'],
		['unexplained', '10,2012,20,3,5,0,240,101,111,,,D,0,0,,', 'a shift without such a conviction'],
		['unexplained', '11,2012,20,3,5,180,9996,221,231,,,D,0,0,,180', 'GUNMIN2 is § 924(e), no consecutive term'],
		['equal', '12,92,20,3,5,0,240,41,51,,,D,0,0,,', 'two digits of a year, as in the files up to 1998'],
		['equal', '13,2012.0,20.0,3.0,5.0,0.0,240.0,41.0,51.0,,,D,0,0,,', 'as a data frame writes numbers'],
		['equal', '14,2012,43,1,0,0,9997,9996,9996,,,D,0,0,,', 'a maximum of death caps no imprisonment'],
		['not recorded', '15,2012,20,3,5,0,240,,.,,,D,0,0,,', 'no range'],
	];
	const input = [header, ...cases.map(([, row]) => row)].join('\n');
	const records = json(ussg(['batch', '--map', 'ussc'], input).stdout);

	test.each(cases.map(([name, , why], at) => [name, why, at] as const))('%s: %s', (name, _why, at) => {
		expect(records[at]).toMatchObject({ id: String(at + 1), agreement: { class: name } });
	});

	test('the row is read as a case of its own edition, and what else it says is compared', () => {
		expect(records[1]).toMatchObject({
			edition: { effectiveDate: '2012-11-01' },
			offenseLevel: { total: 31 },
			criminalHistoryCategory: 'I',
			tableRange: { minimumMonths: 108, maximumMonths: 135 },
			guidelineRange: { minimumMonths: 120, maximumMonths: 135 },
			agreement: {
				recorded: { minimumMonths: 120, maximumMonths: 135 },
				tableRangeAgrees: true,
				zoneAgrees: true,
				pointsAgree: true,
			},
		});
		expect(records[5].agreement.consecutiveMonths).toBe(60);
	});

	/**
	 * 18 U.S.C. § 924(c)(1)(D)(ii), § 1028A(b)(2); §5G1.2(a): the term runs after the others, "independently", so it is no
	 * minimum of theirs. 18/II is 30-37, 19/II 33-41; 18/V 51-63; 19/IV 46-57.
	 */
	describe('a term that runs after every other is no minimum of the other counts', () => {
		const columns =
			'USSCIDN,AMENDYR,XFOLSOR,XCRHISSR,STATMIN,STATMAX,GLMIN,GLMAX,CAROFFAP,IS924C,GUNMIN1,IS1028A,IDMIN,ACCTRESP';
		const recordOf = (row: string) => json(ussg(['batch', '--map', 'ussc'], `${columns}\n${row}\n`).stdout)[0];

		test.each([
			// A brandished firearm, 84 months in all: the other counts have no minimum.
			['1,2012,19,2,84,9996,117,125,0,1,84,0,,', [33, 41], 'consecutive term', 84],
			['1,2012,19,2,84,9996,117,125,0,1,,0,,', [33, 41], 'consecutive term', 84],
			// Five years for drugs beside five for the firearm: the five that are left are the minimum of the others.
			['1,2012,19,2,120,9996,120,120,0,1,60,0,,', [60, 60], 'consecutive term', 60],
			// Two years under § 1028A.
			['1,2012,19,2,24,9996,57,65,0,0,,1,24,', [33, 41], 'consecutive term', 24],
			// A shift that is not the row's term, or no term that the statute has, or more than the total minimum.
			['1,2012,19,4,60,9996,47,58,0,1,60,0,,', [46, 57], 'unexplained', undefined],
			['1,2012,19,4,0,9996,47,58,0,1,,0,,', [46, 57], 'unexplained', undefined],
			['1,2012,19,4,60,9996,130,141,0,1,,0,,', [46, 57], 'unexplained', undefined],
			['1,2012,19,4,60,9996,106,117,0,1,84,0,,', [46, 57], 'unexplained', undefined],
			// Sixty and eighty-four months, two counts.
			['1,2012,19,4,144,9996,190,201,0,1,,0,,', [46, 57], 'consecutive term', 144],
		])('%s', (row, [minimumMonths, maximumMonths], name, months) => {
			const { guidelineRange, fastTrack, agreement } = recordOf(row as string);
			expect(guidelineRange).toEqual({ minimumMonths, maximumMonths });
			expect([agreement.class, agreement.consecutiveMonths]).toEqual([name, months]);
			if (minimumMonths === 33) expect(fastTrack.effect).toBe('lowers-range');
		});

		test('a term that the row does not give is told', () => {
			const codes = (row: string) => {
				const { warnings } = recordOf(row);
				for (const { code, message } of warnings) expect(faultsIn(code, message)).toEqual([]);
				return warnings.map(({ code }: { code: string }) => code);
			};
			expect(codes('1,2012,19,2,84,9996,117,125,0,1,,0,,')).toContain('minimum-of-other-counts');
			expect(codes('1,2012,19,2,84,9996,117,125,0,1,84,0,,')).not.toContain('minimum-of-other-counts');
		});

		test.each([
			// §4B1.1(c)(3): 29/VI is 151-188, with 60 months 211-248; the table by the levels of acceptance.
			['1,2012,29,6,60,9996,262,327,1,1,60,0,,3', [262, 327], 'career offender'],
			['1,2012,29,6,60,9996,262,327,1,1,60,0,,-3', [262, 327], 'career offender'],
			['1,2012,30,6,60,9996,292,365,1,1,60,0,,2', [292, 365], 'career offender'],
			['1,2012,32,6,60,9996,360,9996,1,1,60,0,,0', [360, 'life'], 'career offender'],
			// Three levels: not the range for none or two.
			['1,2012,29,6,60,9996,360,9996,1,1,60,0,,3', [262, 327], 'unexplained'],
			['1,2012,29,6,60,9996,211,248,1,1,60,0,,3', [262, 327], 'unexplained'],
			// 34/VI is 262-327; with 84 months 346-411, or the table alone where there is no other count: not decided.
			['1,2012,34,6,84,9996,346,411,1,1,84,0,,3', undefined, 'career offender'],
			// Without acceptance given, each of the three is possible.
			['1,2012,29,6,60,9996,292,365,1,1,60,0,,', undefined, 'career offender'],
			// Before November 2002 the term is added to the range of category VI.
			['1,2001,29,6,60,9996,211,248,1,1,60,0,,3', undefined, 'consecutive term'],
		])('career offender: %s', (row, total, name) => {
			const found = recordOf(row as string);
			const { minimumMonths, maximumMonths } = found.totalRange ?? {};
			expect(found.totalRange && [minimumMonths, maximumMonths]).toEqual(total);
			expect(found.agreement.class).toBe(name);
		});
	});

	test('columns in any order, in small letters, among thousands of others; quoted or not', () => {
		const names = [
			'glmax',
			'x1',
			'xfolsor',
			...Array.from({ length: 3000 }, (_, at) => `y${at}`),
			'xcrhissr',
			'glmin',
			'amendyr',
		];
		const row = (level: string) =>
			['51', 'a', level, ...Array.from({ length: 3000 }, () => ''), '3', '41', '2012'].join(',');
		const file = join(folder, 'opafy.csv');
		writeFileSync(file, [names.join(','), row('20'), row('"20"'), row('20.0')].join('\r\n'));
		const { stdout } = ussg(['batch', '--map', 'ussc', '--select', 'agreement.class', file]);
		expect(stdout).toBe('{"agreement":{"class":"equal"}}\n'.repeat(3));
	});

	test.each([
		['STATMAX', '0,9998,41,51', 'is not known'],
		['STATMAX', '0,996,41,51', 'that. Write life as 9996'],
		['STATMIN', '9997,9997,41,51', 'means death'],
		['GLMAX', '0,240,360,996', 'that. Write life as 9996'],
	])('a code in %s that is not known, or could be months, is refused: %s', (column, limitsAndRange, why) => {
		const { stdout } = ussg(['batch', '--map', 'ussc'], `${header}\n1,2012,20,3,5,${limitsAndRange},,,D,0,0,,\n`);
		const [{ id, error }] = json(stdout) as [{ id: string; error: { code: string; path: string; message: string } }];
		expect({ id, code: error.code, path: error.path }).toEqual({ id: '1', code: 'invalid-value', path: `/${column}` });
		expect(error.message).toContain(why);
	});

	test('a datafile without a needed column is refused whole', () => {
		const { status, stdout, stderr } = ussg(['batch', '--map', 'ussc'], 'USSCIDN,XFOLSOR\n1,20\n');
		expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
		expect(stderr).toContain('XCRHISSR');
	});

	test('the closing table counts the classes', () => {
		const { stderr } = ussg(['batch', '--map', 'ussc', '--summary'], input);
		expect(stderr).toMatch(/2 +13\.3 % {2}trumped: /);
	});

	test('as CSV, with what the row recorded', () => {
		const [names, first] = rows(ussg(['batch', '--map', 'ussc', '--format', 'csv'], input).stdout) as [
			string[],
			string[],
		];
		expect(first[names.indexOf('agreement.class')]).toBe('equal');
		expect(first[names.indexOf('agreement.recorded.minimumMonths')]).toBe('41');
	});
});
