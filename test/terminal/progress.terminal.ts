import { afterEach, describe, expect, test } from 'vitest';
import { Terminal } from './tmux.ts';

let terminal: Terminal;
afterEach(() => terminal.end());

/** Cases that come in two halves, with enough time between them for the work to count as long. */
const slowly = [
	`yes '{"edition":"2011","baseOffenseLevel":20,"criminalHistoryCategory":"I"}' | head -12345 > half`,
	'mkfifo cases',
	'(cat half; sleep 2; cat half; sleep 3) > cases &',
].join('; ');

const batch = (options: string, columns: number): Terminal => {
	terminal = new Terminal(`batch ${options} < cases > results`, { columns, before: `${slowly} true` });
	return terminal;
};

describe('the progress of a batch', () => {
	test.each([
		[80, /^1\d,\d{3} records, [\d,]+ a second$/m],
		[24, /^1\d,\d{3} records, [\d,]+( a?)?$/m],
	])('stands on one row of %i columns, and is wiped away at the end', async (columns, row) => {
		const screen = await batch('', columns).shows(row);
		expect(screen.split('\n').filter((line) => /record|second/.test(line)).length).toBe(1);
		expect(await terminal.status()).toBe('0');
		expect(terminal.screen()).not.toContain('record');
		expect(terminal.read('results').split('\n').length).toBe(24_691);
	});

	test('is not shown with --quiet', async () => {
		const looks = batch('--quiet', 80);
		const seen: string[] = [];
		const looking = setInterval(() => seen.push(looks.screen()), 100);
		expect(await looks.status()).toBe('0');
		clearInterval(looking);
		expect(seen.length).toBeGreaterThan(10);
		expect(seen.filter((screen) => screen.includes('record'))).toEqual([]);
	});
});
