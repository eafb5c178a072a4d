/** Chapter Three, Parts A to C: the adjustments by name, and which cannot stand together. */

type Adjustment = {
	id: string;
	from: string;
	/** Exclusive. */
	until: string;
	levels: number;
	/** "but if the resulting offense level is less than" this, "increase to" it. */
	atLeast: number;
};

const ALWAYS = '9999';

/** A line: levels, then the least level if there is one; from when; until when; ids. In the order of the Manual. */
const AS_AMENDED: readonly (readonly [string, string, string, string])[] = [
	// Amendment 521 deletes §3A1.1 and inserts (a) and (b); 587 strikes (b) and inserts (b)(1) and (2)
	['2', '1987-11-01', '1995-11-01', '§3A1.1'],
	['3', '1995-11-01', ALWAYS, '§3A1.1(a)'],
	['2', '1995-11-01', '1998-11-01', '§3A1.1(b)'],
	['2', '1998-11-01', ALWAYS, '§3A1.1(b)(1) §3A1.1(b)(2)'],
	// Amendment 247: "If-- (a) ... or (b) ..., increase by 3 levels"; 663: 3, 6 and 6 levels
	['3', '1987-11-01', '1989-11-01', '§3A1.2'],
	['3', '1989-11-01', '2004-11-01', '§3A1.2(a) §3A1.2(b)'],
	['3', '2004-11-01', ALWAYS, '§3A1.2(a)'],
	['6', '2004-11-01', ALWAYS, '§3A1.2(b) §3A1.2(c)'],
	['2', '1987-11-01', ALWAYS, '§3A1.3'],
	// Amendments 526, 539, 565
	['12 32', '1995-11-01', ALWAYS, '§3A1.4'],
	// Amendment 765
	['2', '2012-11-01', ALWAYS, '§3A1.5(a)'],
	['4', '2012-11-01', ALWAYS, '§3A1.5(b)'],
	['4 37', '2012-11-01', ALWAYS, '§3A1.5(b)(1)'],
	['4', '1987-11-01', ALWAYS, '§3B1.1(a)'],
	['3', '1987-11-01', ALWAYS, '§3B1.1(b)'],
	['2', '1987-11-01', ALWAYS, '§3B1.1(c)'],
	['-4', '1987-11-01', ALWAYS, '§3B1.2(a)'],
	['-3', '1987-11-01', ALWAYS, '§3B1.2'],
	['-2', '1987-11-01', ALWAYS, '§3B1.2(b)'],
	['2', '1987-11-01', ALWAYS, '§3B1.3'],
	// Amendment 527
	['2', '1995-11-01', ALWAYS, '§3B1.4'],
	// Amendment 659
	['2', '2003-11-01', ALWAYS, '§3B1.5(2)(A)'],
	['4', '2003-11-01', ALWAYS, '§3B1.5(2)(B)'],
	['2', '1987-11-01', ALWAYS, '§3C1.1'],
	// Amendment 347
	['2', '1990-11-01', ALWAYS, '§3C1.2'],
	// Amendments 684, 689
	['3', '2006-11-01', ALWAYS, '§3C1.3'],
	['2', '2006-11-01', ALWAYS, '§3C1.4'],
];

const ALL: readonly Adjustment[] = AS_AMENDED.flatMap(([numbers, from, until, ids]) => {
	const [levels, atLeast = Number.NEGATIVE_INFINITY] = numbers.split(' ').map(Number) as [number, number?];
	return ids.split(' ').map((id) => ({ id, from, until, levels, atLeast }));
});

const heldIn = (manual: string): Adjustment[] => ALL.filter(({ from, until }) => from <= manual && manual < until);

export const adjustmentIds = (manual: string): string[] => heldIn(manual).map(({ id }) => id);

/** What stands beside another only where one of the two is wrong, in one edition. */
function excludes(manual: string, one: string, other: string): boolean {
	const bothOf = (ids: RegExp): boolean => ids.test(one) && ids.test(other);
	// "If-- (a) ... or (b)"; from amendment 643 until 663 two subsections, each with its levels; since 663 "Apply the greatest"
	if (bothOf(/^§3A1\.2/)) return manual < '2002-11-01' || manual >= '2004-11-01';
	if (bothOf(/^§3A1\.5/) || bothOf(/^§3B1\.1/) || bothOf(/^§3B1\.2/) || bothOf(/^§3B1\.5/)) return true;
	// Until amendment 346: "may not be employed in addition to that provided for in §3B1.1"
	const isTrust = (/^§3B1\.1/.test(one) && other === '§3B1.3') || (/^§3B1\.1/.test(other) && one === '§3B1.3');
	return isTrust && manual < '1990-11-01';
}

/** §3A1.1(b)(2): "If (A) subdivision (1) applies". */
const lacksFirst = (ids: readonly string[]): boolean => ids.includes('§3A1.1(b)(2)') && !ids.includes('§3A1.1(b)(1)');

export function canStand(manual: string, ids: readonly string[]): boolean {
	const clash = ids.some((one, at) => ids.slice(at + 1).some((other) => excludes(manual, one, other)));
	return !clash && !lacksFirst(ids);
}

/** The level after the adjustments named, each at its place in the Manual (§1B1.1(a)(3)). */
export function afterChapterThree(manual: string, level: number, ids: readonly string[]): number {
	return heldIn(manual)
		.filter(({ id }) => ids.includes(id))
		.reduce((soFar, { levels, atLeast }) => Math.max(soFar + levels, atLeast), level);
}

/** §3A1.4(b): "In each such case, the defendant's criminal history category ... shall be Category VI". */
export const isTerrorism = (ids: readonly string[]): boolean => ids.includes('§3A1.4');
