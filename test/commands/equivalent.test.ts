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
	])('run by a shell, gives the same result: %j', (given) => {
		const { command, left } = calcCommandFor(parseCase(given));
		expect(left).toEqual([]);
		const line = `${command.replace(/^ussg/, `'${process.execPath}' '${bin}'`)} --json`;
		const { stdout } = spawnSync('sh', ['-c', line], { encoding: 'utf8' });
		expect(JSON.parse(stdout)).toEqual(calculate(parseCase(given)));
	});

	test('names what no flag carries', () => {
		const { left } = calcCommandFor(
			parseCase({ caption: 'x', baseOffenseLevel: 8, criminalHistoryPoints: 0, zeroPointOffender: {} }),
		);
		expect(left).toEqual(['caption', 'zeroPointOffender']);
	});
});
