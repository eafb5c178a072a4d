import { describe, expect, test } from 'vitest';
import { cutPeriods } from '../../src/calculation/months-and-years/cut-days.ts';
import { daysTogether } from '../../src/calculation/months-and-years/days-together.ts';
import { mayBeGrouped } from '../../src/calculation/months-and-years/may-be-grouped.ts';
import { daysOf, sidesOf } from '../../src/calculation/months-and-years/period.ts';
import { parseCase } from '../../src/index.ts';
import { caseWith, prior } from './rap-sheet.ts';

const itself = (day: string): string => day;
const tenYearsBefore = (day: string): string => `${Number(day.slice(0, 4)) - 10}${day.slice(4)}`;

/** How the days of some dates lie among each other and among days that are known, in every combination tried. */
function ordersOf(dates: Record<string, string>, known: Record<string, string> = {}): Set<string> {
	const names = [...Object.keys(dates), ...Object.keys(known)];
	const compared = names.flatMap((one, index) =>
		names.slice(index + 1).map((other) => ({ one, other, ofOne: itself, ofOther: itself })),
	);
	const sides = sidesOf(compared);
	const days = new Map(Object.entries(known));
	const periods = Object.entries(dates).map(([path, date]) => ({ path, days: daysOf(date), cuts: [] }));
	const found = [...daysTogether(cutPeriods(periods, sides, days), { sides, known: days, contradicts: () => false })];
	return new Set(
		found.map((chosen) => {
			const all = names.map((name) => chosen.get(name) ?? (known[name] as string));
			const places = [...new Set(all)].sort();
			return all.map((day) => places.indexOf(day)).join('');
		}),
	);
}

describe('the days that are tried', () => {
	test('the days of a month and of a year', () => {
		expect(daysOf('2012-02')).toHaveLength(29);
		expect(daysOf('2011')).toHaveLength(365);
		expect([daysOf('2011')[0], daysOf('2011').at(-1)]).toEqual(['2011-01-01', '2011-12-31']);
	});

	// So many ways are there to put three things in order, or four, where some may be equal.
	test.each([
		[{ a: '2012-05', b: '2012-05' }, 3],
		[{ a: '2012-05', b: '2012-05', c: '2012-05' }, 13],
		[{ a: '2012', b: '2012', c: '2012', d: '2012' }, 75],
	])('every order of %o', (dates, orders) => expect(ordersOf(dates).size).toBe(orders));

	test('every order of two among a known day', () => {
		expect(ordersOf({ a: '2012-05', b: '2012-05' }, { c: '2012-05-17' }).size).toBe(13);
	});

	test('dates of different months have one order', () => {
		expect(ordersOf({ a: '2012-05', b: '2012-06' }).size).toBe(1);
	});

	test('some years apart: before, on and after the day', () => {
		const sides = sidesOf([{ one: 'a', other: 'b', ofOne: itself, ofOther: tenYearsBefore }]);
		const periods = ['2002-05', '2012'].map((date, index) => ({
			path: 'ab'.charAt(index),
			days: daysOf(date),
			cuts: [],
		}));
		const found = [
			...daysTogether(cutPeriods(periods, sides, new Map()), { sides, known: new Map(), contradicts: () => false }),
		];
		const signs = found.map((days) => {
			const [a, b] = [days.get('a') ?? '', tenYearsBefore(days.get('b') ?? '')];
			return Math.sign(a < b ? -1 : a > b ? 1 : 0);
		});
		expect(new Set(signs)).toEqual(new Set([-1, 0, 1]));
	});
});

describe('priors that may be one sentence', () => {
	const grouped = (...priors: unknown[]) => mayBeGrouped(parseCase(caseWith('2018', priors)));

	test('by a day that can be the same, by their charges, and through a third', () => {
		const b = prior({ id: 'b', sentencedOn: '2008', convictedOn: undefined });
		const c = prior({ id: 'c', sentencedOn: '2008-12-01', convictedOn: undefined });
		const d = prior({ id: 'd', sentencedOn: '2010-12-01', convictedOn: undefined });
		const isGrouped = grouped(prior(), b, c, d);
		expect([isGrouped(0, 1), isGrouped(0, 2), isGrouped(0, 3), isGrouped(3)]).toEqual([true, true, false, false]);
		expect(grouped(prior(), { ...d, sameChargesAs: 'a' })(0, 1)).toBe(true);
	});
});
