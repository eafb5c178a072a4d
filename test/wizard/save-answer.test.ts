import { execFileSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { calcCommandFor } from '../../src/commands/equivalent.ts';
import { brokenCommand } from '../../src/wizard/conversation/save-answer.ts';

describe('the command on a narrow screen', () => {
	const { command = '' } = calcCommandFor({
		edition: '1995',
		guideline: '2L1.2',
		enhancements: ['(b)(2)'],
		acceptance: 3,
		caption: "It's --with words",
		criminalHistoryCategory: 'V',
	});
	const words = (text: string) =>
		execFileSync('bash', ['-c', `ussg() { printf '%s\\n' "$@"; }; ${text}`], { encoding: 'utf8' });

	test.each([[40], [60], [79]])('of %i columns is the same to a shell, in lines that fit', (width) => {
		const broken = brokenCommand(command, width);
		expect(words(broken)).toBe(words(command));
		expect(Math.max(...broken.split('\n').map((line) => line.length))).toBeLessThanOrEqual(width);
	});

	test('breaks only before options', () => {
		for (const line of brokenCommand(command, 40).split('\n').slice(1)) expect(line).toMatch(/^ {2}--/);
	});
});
