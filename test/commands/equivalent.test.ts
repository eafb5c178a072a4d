import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { calcCommandFor } from '../../src/commands/equivalent.ts';
import { calculate, parseCase } from '../../src/index.ts';

const bin = fileURLToPath(new URL('../../bin/ussg.cjs', import.meta.url));

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
		// Fault F2: the circumstance was dropped, and 240 months became 121 to 151.
		{
			...{ edition: '2018', offenseDate: '2019-02-01', baseOffenseLevel: 28, criminalHistoryCategory: 'IV' },
			statutes: [
				{ id: '21:841(b)(1)(B)', circumstance: 'death' },
				{ id: '21:846', object: '21:841(b)(1)(A)', circumstance: 'one-prior' },
				{ id: 'other', label: "18 U.S.C. § 9999, the 'old' text", minimumMonths: 12, maximumMonths: 'life' },
			],
		},
	])('run by a shell, gives the same result: %j', (given) => {
		const { command, left } = calcCommandFor(parseCase(given));
		expect(left).toEqual([]);
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
			const { command, left } = calcCommandFor(parseCase({ baseOffenseLevel: 8, criminalHistoryPoints: 0, statutes }));
			expect([command.includes('--statute'), left]).toEqual([false, ['statutes']]);
		}
	});

	test('names what no flag carries', () => {
		const { left } = calcCommandFor(
			parseCase({ caption: 'x', baseOffenseLevel: 8, criminalHistoryPoints: 0, zeroPointOffender: {} }),
		);
		expect(left).toEqual(['caption', 'zeroPointOffender']);
	});
});
