import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { calcCommandFor } from '../../src/commands/equivalent.ts';
import { calculate, parseCase } from '../../src/index.ts';
import { bin } from './run.ts';

describe('the equivalent command', () => {
	test.each([
		{ edition: '1995', guideline: '2L1.2', enhancements: ['(b)(2)'], acceptance: 3, criminalHistoryCategory: 'V' },
		{
			...{ edition: '2012', guideline: '2L1.2', enhancements: [{ id: '(b)(1)(A)', receivesPoints: false }] },
			...{ acceptance: 'full', criminalHistoryPoints: 10, fastTrackLevels: 4, sentenceImposedMonths: 46 },
		},
		{
			...{
				sentencingDate: '2016-12-01',
				offenseDate: '2015-06-01',
				baseOffenseLevel: 34,
				criminalHistoryCategory: 'I',
			},
			...{ statutoryMinimumMonths: 120, statutoryMaximumMonths: 'life', statutoryMinimumRelief: 'safety-valve' },
			adjustments: [{ levels: -2, provision: '§3B1.2', label: "courier's $role; rm -rf `x`" }, { levels: 3 }],
		},
		// Without the circumstance, 240 months would become 121 to 151.
		{
			...{ edition: '2018', offenseDate: '2019-02-01', baseOffenseLevel: 28, criminalHistoryCategory: 'IV' },
			statutes: [
				{ id: '21:841(b)(1)(B)', circumstance: 'death' },
				{ id: '21:846', object: '21:841(b)(1)(A)', circumstance: 'one-prior' },
				{ id: 'other', label: "18 U.S.C. § 9999, the 'old' text", minimumMonths: 12, maximumMonths: 'life' },
			],
		},
		{
			...{ edition: '2018', baseOffenseLevel: 30, criminalHistoryCategory: 'III', offenseDate: '2018-01-01' },
			...{ statutes: [{ id: '21:841(b)(1)(A)', circumstance: 'one-prior' }], deportable: true, caption: '--json' },
		},
		{ ...{ baseOffenseLevel: 8, criminalHistoryPoints: 0, deportable: false, id: '', counts: 2 }, edition: '2018' },
	])('run by a shell, gives the same result: %j', (given) => {
		const { command = '', left } = calcCommandFor(parseCase(given));
		expect(left).toBeUndefined();
		const line = `${command.replace(/^ussg/, `'${process.execPath}' '${bin}'`)} --json`;
		const { stdout } = spawnSync('sh', ['-c', line], { encoding: 'utf8' });
		expect(JSON.parse(stdout)).toEqual(calculate(parseCase(given)));
	});

	test('a count with more than a flag can say is left out whole, and named', () => {
		const counts = [
			[{ id: '18:2422(a)', minorVictim: true }],
			[{ id: 'other', label: 'x', maximumMonths: 9, offenseClass: 'D' }],
		];
		for (const statutes of counts) {
			const given = { baseOffenseLevel: 8, criminalHistoryPoints: 0, statutes };
			expect(calcCommandFor(parseCase(given))).toEqual({ left: ['statutes'] });
		}
	});

	test('is not given where a field has no flag: that field is named', () => {
		const given = { caption: 'x', baseOffenseLevel: 8, criminalHistoryPoints: 0, zeroPointOffender: {}, priors: [] };
		expect(calcCommandFor(parseCase(given))).toEqual({ left: ['zeroPointOffender', 'priors'] });
	});

	test.each([
		[
			'a provision that calc reads as part of the label',
			{ adjustments: [{ levels: 2, provision: 'plea', label: 'x' }] },
		],
		['a line break', { caption: 'United States v. A\nsealed' }],
		['an escape sequence', { caption: '\u001b[31mred' }],
	])('is not given where a flag would say something else: %s', (_, field) => {
		const given = { baseOffenseLevel: 8, criminalHistoryPoints: 0, ...field };
		expect(calcCommandFor(parseCase(given))).toEqual({ left: Object.keys(field) });
	});

	test('is not given for an empty list that changes the answer: no enhancement said, one is worked out from priors', () => {
		const given = { edition: '2018', guideline: '2L1.2', criminalHistoryPoints: 0, enhancements: [] };
		expect(calcCommandFor(parseCase(given)).left).toBeUndefined();
		const facts = {
			...{ removalOrders: ['2008-02-01'], removals: ['2008-02-15'] },
			instantOffense: { commencedOn: '2018-01-05', endedOn: '2018-01-05', underCriminalJusticeSentence: false },
			priors: [
				{
					...{ id: 'a', grade: 'felony', kinds: [], conductFrom: '2006-01-05' },
					...{ sentencedOn: '2006-09-12', sentence: '30 months', releasedOn: '2008-02-01' },
				},
			],
		};
		const { criminalHistoryPoints: _, ...rest } = given;
		expect(calcCommandFor(parseCase({ ...rest, ...facts })).left?.toSorted()).toEqual(
			['enhancements', 'instantOffense', 'priors', 'removalOrders', 'removals'].toSorted(),
		);
	});

	test('gives yes-or-no facts as words, and leaves out an empty list of facts', () => {
		const given = { edition: '2018', guideline: '2L1.1', criminalHistoryPoints: 0 };
		const facts = { ...given, offense: { aliens: 24, firearmDischarged: true } };
		expect(calcCommandFor(parseCase(facts)).command).toContain("--fact 'aliens=24' --fact 'firearmDischarged=true'");
		expect(calcCommandFor(parseCase({ ...given, offense: {} })).left).toBeUndefined();
	});

	test('gives a count that the document cites as the Code is cited', () => {
		const given = { edition: '2018', offenseDate: '2018-01-01', baseOffenseLevel: 8, criminalHistoryPoints: 0 };
		const { command } = calcCommandFor(parseCase({ ...given, statutes: ['8 U.S.C. § 1326(b)(2)'] }));
		expect(command).toContain("--statute '8 U.S.C. § 1326(b)(2)'");
	});

	test('is not given for a value that calc refuses, and nothing else is named', () => {
		const given = { edition: '2016', guideline: '2L1.1', offense: { 'a=b': true }, criminalHistoryPoints: 0 };
		expect(calcCommandFor(given)).toEqual({ left: ['offense'] });
	});

	test('in ASCII, the sign of a section is left out where calc adds it, and no command is given where it does not', () => {
		const given = { baseOffenseLevel: 8, criminalHistoryPoints: 0, chapterThree: ['§3C1.1'] };
		expect(calcCommandFor(parseCase(given), { ascii: true }).command).toContain('--chapter-three 3C1.1');
		const labelled = { ...given, adjustments: [{ levels: 2, provision: '§3B1.1' }] };
		expect(calcCommandFor(parseCase(labelled), { ascii: true })).toEqual({ left: ['adjustments'] });
	});
});
