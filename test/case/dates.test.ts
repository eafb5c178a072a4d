import { describe, expect, test } from 'vitest';
import { isDate, longDate } from '../../src/case/dates.ts';

describe('calendar dates', () => {
	test.each(['2000-02-29', '2012-02-29', '1987-11-01', '2016-12-31'])('%s exists', (date) => {
		expect(isDate(date)).toBe(true);
	});

	test.each(['1900-02-29', '2013-02-29', '2012-04-31', '2012-13-01', '2012-00-10', '2012-1-1', '2012-11-01T00:00', ''])(
		'%s does not',
		(date) => {
			expect(isDate(date)).toBe(false);
		},
	);

	test('are written as the Manual writes them', () => {
		expect(longDate('2003-10-27')).toBe('October 27, 2003');
	});
});
