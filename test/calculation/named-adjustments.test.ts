import { describe, expect, test } from 'vitest';
import { calculate, parseCase } from '../../src/index.ts';
import { refusal as refusalOf } from './rap-sheet.ts';

const caseOf = (edition: string, chapterThree: string[], more: object = {}) => ({
	edition,
	baseOffenseLevel: 10,
	criminalHistoryCategory: 'I',
	chapterThree,
	...more,
});
const answer = (...given: Parameters<typeof caseOf>) => calculate(parseCase(caseOf(...given)));

const refusal = (...given: Parameters<typeof caseOf>) => refusalOf(caseOf(...given));

/** What the Manual adds, from which edition to which, and where that is read (Appendix C, or the Manual of November 1, 2025). */
const levels: [id: string, first: string, last: string, levels: number, source: string][] = [
	['§3A1.1', '1987', '1994', 2, 'am. 521, text struck: "increase by 2 levels"'],
	['§3A1.1(a)', '1995', '2025', 3, 'am. 521: "a three-level increase"; 2025 Manual p. 327'],
	['§3A1.1(b)', '1995', '1997', 2, 'am. 587, text struck: "increase by 2 levels"'],
	['§3A1.1(b)(1)', '1998', '2025', 2, 'am. 587: "increase by 2 levels"; 2025 Manual p. 327'],
	['§3A1.2', '1987', '1988', 3, 'am. 247, text struck: "increase by 3 levels"'],
	['§3A1.2(a)', '1989', '2025', 3, 'ams. 247, 643 and 663: "increase by 3 levels"; 2025 Manual p. 329'],
	['§3A1.2(b)', '1989', '2003', 3, 'ams. 247 and 643: "increase by 3 levels"'],
	['§3A1.2(b)', '2004', '2025', 6, 'am. 663: "increase by 6 levels"; 2025 Manual p. 329'],
	['§3A1.2(c)', '2004', '2025', 6, 'am. 663: "increase by 6 levels"; 2025 Manual p. 329'],
	['§3A1.3', '1987', '2025', 2, '2025 Manual p. 330; ams. 249, 250 and 413 leave the levels'],
	['§3A1.5(a)', '2012', '2025', 2, 'am. 765: "increase by 2 levels"; 2025 Manual p. 331'],
	['§3A1.5(b)', '2012', '2025', 4, 'am. 765: "increase by 4 levels"; 2025 Manual p. 331'],
	['§3B1.4', '1995', '2025', 2, 'am. 527; 2025 Manual p. 338; ams. 540, 748, 750, 783 and 807 leave the levels'],
	['§3B1.5(2)(A)', '2003', '2025', 2, 'am. 659: "increase by 2 levels"; 2025 Manual p. 339'],
	['§3B1.5(2)(B)', '2003', '2025', 4, 'am. 659: "increase by 4 levels"; 2025 Manual p. 339'],
	['§3C1.2', '1990', '2025', 2, 'am. 347; 2025 Manual p. 343'],
	['§3C1.3', '2006', '2025', 3, 'am. 684: "increase the offense level by 3 levels"; 2025 Manual p. 343'],
	['§3C1.4', '2006', '2025', 2, 'am. 689: "increase by 2 levels"; 2025 Manual p. 344'],
];

describe('Chapter Three by its own names', () => {
	test.each(levels)('%s from %s to %s: %i levels (%s)', (id, first, last, each) => {
		for (const edition of [first, last]) {
			const { offenseLevel, steps } = answer(edition, [id]);
			expect(offenseLevel).toMatchObject({ adjustments: each, total: 10 + each });
			expect(steps.at(-1)).toMatchObject({ provision: id, levels: each });
		}
	});

	test.each([
		['§3A1.1(a)', '1994'],
		['§3A1.1', '1995'],
		['§3A1.1(b)(1)', '1997'],
		['§3A1.1(b)', '1998'],
		['§3A1.2(a)', '1988'],
		['§3A1.2', '1989'],
		['§3A1.2(c)', '2003'],
		['§3A1.4', '1994'],
		['§3A1.5(a)', '2011'],
		['§3B1.4', '1994'],
		['§3B1.5(2)(A)', '2002'],
		['§3C1.2', '1989'],
		['§3C1.3', '2005'],
		['§3C1.4', '2005'],
	])('%s is not in the edition of %s', (id, edition) => {
		expect(refusal(edition, [id])).toMatchObject({ code: 'no-such-adjustment', path: '/chapterThree/0' });
	});
});

describe('which of them stand together', () => {
	test('a large number of vulnerable victims adds 2 to the 2 of §3A1.1(b)(1), and never counts alone (am. 587)', () => {
		expect(answer('1998', ['§3A1.1(b)(2)', '§3A1.1(b)(1)']).offenseLevel.adjustments).toBe(4);
		expect(refusal('2018', ['§3A1.1(b)(2)'])).toMatchObject({ code: 'needs-another', path: '/chapterThree/0' });
	});

	test('hate crime and vulnerable victim are cumulative (§3A1.1 n.3, 2025 Manual p. 328)', () => {
		expect(answer('2025', ['§3A1.1(a)', '§3A1.1(b)(1)']).offenseLevel.adjustments).toBe(5);
	});

	test('obstruction and reckless flight are cumulative, where they rest on different conduct (§3C1.2 n.1)', () => {
		expect(answer('2025', ['§3C1.1', '§3C1.2']).offenseLevel.adjustments).toBe(4);
	});

	test.each([
		['2025', '§3A1.2(a)', '§3A1.2(b)', 'the greatest: §3A1.2, 2025 Manual p. 328'],
		['2025', '§3A1.2(a)', '§3A1.2(c)', 'the greatest: §3A1.2, 2025 Manual p. 328'],
		['1989', '§3A1.2(a)', '§3A1.2(b)', 'one increase for either: am. 247'],
		['2025', '§3A1.5(a)', '§3A1.5(b)', '(b) is any other such offense: 2025 Manual p. 331'],
		['2025', '§3B1.5(2)(A)', '§3B1.5(2)(B)', 'the greater: 2025 Manual p. 339'],
		['1989', '§3B1.1(a)', '§3B1.3', 'not in addition to §3B1.1 until am. 346'],
	])('in %s not %s beside %s (%s)', (edition, one, other) => {
		expect(refusal(edition, [one, other])).toMatchObject({ code: 'excludes-another', path: '/chapterThree/1' });
	});

	test('an abuse of trust may stand beside an aggravating role since November 1, 1990 (am. 346)', () => {
		expect(answer('1990', ['§3B1.1(a)', '§3B1.3']).offenseLevel.adjustments).toBe(6);
	});

	// Two sentences, each "increase by 3 levels" (am. 643); "apply the greatest" came on November 1, 2004 (am. 663).
	test.each(['2002', '2003'])(
		'in %s the text is silent on both limbs of §3A1.2: both count, and the warning has the other level',
		(edition) => {
			const { offenseLevel, warnings } = answer(edition, ['§3A1.2(a)', '§3A1.2(b)']);
			expect(offenseLevel.adjustments).toBe(6);
			const message = warnings.find(({ code }) => code === 'adjustment-condition')?.message;
			expect(message).toContain(`Without §3A1.2(b): level ${offenseLevel.total - 3}, `);
			expect(refusal(edition, ['§3A1.2(a)', '§3A1.2(a)'])).toMatchObject({ code: 'excludes-another' });
		},
	);
});

// §1B1.1(a)(2), (3): Chapter Two, then Chapter Three, Parts A, B and C.
test('levels of Chapter Two and of Part A stand before what is named, those of Parts B and C after it', () => {
	const adjustments = [
		{ levels: 2, provision: '§3C1.1' },
		{ levels: 14, provision: '§2B1.1(b)(1)(H)' },
		{ levels: 2, provision: '§3A1.3' },
	];
	const { steps, offenseLevel } = answer('2018', ['§3B1.3'], { adjustments });
	expect(steps.slice(1).map(({ provision }) => provision)).toEqual(['§2B1.1(b)(1)(H)', '§3A1.3', '§3B1.3', '§3C1.1']);
	expect(offenseLevel.total).toBe(30);
});

// App. C, amends. 526 (November 1, 1995) and 539 (November 1, 1996): international terrorism, then a federal crime of terrorism.
test.each([
	['1995', 'international terrorism'],
	['1996', 'terrorism'],
])('§3A1.4 in %s is of %s', (edition, description) => {
	expect(answer(edition, ['§3A1.4']).steps).toContainEqual(
		expect.objectContaining({ provision: '§3A1.4', description }),
	);
});

describe('a least level and a category (§§3A1.4, 3A1.5; 2025 Manual p. 331)', () => {
	test.each([
		['1995', 10, 32],
		['2025', 19, 32],
		['2025', 20, 32],
		['2025', 21, 33],
	])('terrorism in %s: level %i becomes %i, category VI', (edition, baseOffenseLevel, total) => {
		const result = answer(edition, ['§3A1.4'], { baseOffenseLevel });
		expect(result.offenseLevel.total).toBe(total);
		expect(result.criminalHistoryCategory).toBe('VI');
		expect(result.steps.at(-1)).toMatchObject({ provision: '§3A1.4(b)', levels: 0 });
	});

	test('level 32 in category VI is 210 to 262 months', () => {
		expect(answer('2025', ['§3A1.4']).tableRange).toMatchObject({ minimumMonths: 210, maximumMonths: 262 });
	});

	test('points keep their number, and the category is VI all the same', () => {
		const result = answer('2025', ['§3A1.4'], { criminalHistoryCategory: undefined, criminalHistoryPoints: 0 });
		expect(result.criminalHistoryCategory).toBe('VI');
	});

	test('Part A comes before Parts B, C and E (§1B1.1(a)(3), (5)): the least level is no floor for what follows', () => {
		const more = { acceptance: 3, adjustments: [{ levels: 2, provision: '§2D1.1(b)(1)' }] };
		const result = answer('2025', ['§3B1.2(b)', '§3A1.4', '§3A1.1(b)(1)'], more);
		expect(result.steps.map(({ provision, levels: each }) => [provision, each]).slice(1)).toEqual([
			['§2D1.1(b)(1)', 2],
			['§3A1.1(b)(1)', 2],
			['§3A1.4', 12],
			['§3A1.4(a)', 6],
			['§3A1.4(b)', 0],
			['§3B1.2(b)', -2],
			['§3E1.1(a), (b)', -3],
		]);
		expect(result.offenseLevel.total).toBe(27);
	});

	test('an adjustment of which nothing is known is asked for its provision, where its place matters', () => {
		const adjustments = [{ levels: 2 }];
		expect(refusal('2025', ['§3A1.4'], { adjustments })).toMatchObject({
			code: 'facts-missing',
			path: '/adjustments',
			message: expect.stringContaining('Give the provision of each'),
		});
		expect(answer('2025', ['§3A1.4'], { adjustments, baseOffenseLevel: 22 }).offenseLevel.total).toBe(36);
	});

	test('an adjustment of Part B or C given in levels comes after the least level', () => {
		const adjustments = [{ levels: 2, provision: '§3C1.1' }];
		expect(answer('2025', ['§3A1.4'], { adjustments }).offenseLevel.total).toBe(34);
	});

	test.each([
		['§3A1.5(b)', 34, 38],
		['§3A1.5(b)', 20, 24],
		['§3A1.5(b)(1)', 20, 37],
		['§3A1.5(b)(1)', 34, 38],
	])('%s at level %i makes %i', (id, baseOffenseLevel, total) => {
		expect(answer('2012', [id], { baseOffenseLevel }).offenseLevel.total).toBe(total);
	});
});

test.each([
	['§3A1.4', 'terrorism'],
	['§3A1.1(b)(1)', 'hateCrimeOrVulnerableVictim'],
	['§3A1.5(a)', 'hateCrimeOrVulnerableVictim'],
])('%s bars the decrease of §4C1.1, and is not denied there', (id, criterion) => {
	const more = {
		criminalHistoryCategory: undefined,
		criminalHistoryPoints: 0,
		zeroPointOffender: { [criterion]: false },
	};
	expect(refusal('2025', [id], more)).toMatchObject({ code: 'disagrees', path: `/zeroPointOffender/${criterion}` });
	const { steps } = answer('2025', [id], { ...more, zeroPointOffender: {} });
	expect(steps.at(-1)?.description).toContain('no zero-point reduction, because of');
});

describe('what a named adjustment asks of the facts is said', () => {
	const said = (code: string, ...given: Parameters<typeof answer>) =>
		answer(...given).warnings.flatMap((warning) => (warning.code === code ? [warning.message] : []));

	test.each([
		['2025', ['§3A1.1(a)', '§3A1.1(b)(1)'], '§3A1.1, comment. (n.3)'],
		['1990', ['§3B1.1(a)', '§3B1.3'], '§3B1.3'],
		['2025', ['§3C1.1', '§3C1.2'], '§3C1.2, comment. (n.1)'],
		['2025', ['§3A1.2(c)', '§3C1.2'], '§3C1.2, comment. (n.1)'],
		['2025', ['§3C1.3'], '§3C1.3, comment. (n.1)'],
		['2025', ['§3C1.4'], '18 U.S.C. § 3559(g)(1)'],
	])('%s, %j: %s', (edition, names, source) => {
		expect(said('adjustment-condition', edition, names)).toEqual([expect.stringContaining(`(${source})`)]);
	});

	test.each([[['§3A1.1(a)']], [['§3B1.3']], [['§3C1.2']], [['§3A1.1(b)(1)']]])('%j alone asks nothing', (names) => {
		expect(said('adjustment-condition', '2025', names)).toEqual([]);
	});

	test('the other may be given in levels', () => {
		const adjustments = [{ levels: 2, provision: '§3C1.1' }];
		expect(said('adjustment-condition', '2025', ['§3C1.2'], { adjustments })).toHaveLength(1);
	});

	test('§3A1.4 given in levels brings neither its least level nor its category, and the answer says so', () => {
		const adjustments = [{ levels: 12, provision: '§3A1.4' }];
		const [message] = said('least-level-not-applied', '2025', [], { adjustments });
		expect(message).toMatch(
			/minimum level of 32 and category VI .* With it: level 32, category VI, 210 to 262 months.* Name §3A1\.4/,
		);
		expect(said('least-level-not-applied', '1994', [], { adjustments })).toEqual([]);
		expect(said('least-level-not-applied', '2025', ['§3A1.4'])).toEqual([]);
	});
});

/** §4C1.1(a)(2), (9), (10), each a bar by itself since amend. 830 divided (a)(10) in 2024; a hint at the decrease leads nowhere. */
describe('the decrease of §4C1.1 is not suggested where an adjustment of the case bars it', () => {
	const suggested = (edition: string, more: object) =>
		calculate(parseCase({ edition, baseOffenseLevel: 20, criminalHistoryPoints: 0, ...more })).warnings.some(
			({ code }) => code === 'zero-point-offender-not-raised',
		);

	test.each(['§3A1.4', '§3B1.1(c)', '§3A1.1(b)(1)', '§3A1.5(a)'])('not beside %s', (id) => {
		expect(suggested('2024', { chapterThree: [id] })).toBe(false);
	});

	test('nor beside one given in levels', () => {
		expect(suggested('2024', { adjustments: [{ levels: 4, provision: '§3B1.1(a)' }] })).toBe(false);
	});

	test.each(['§3B1.3', '§3C1.1'])('beside %s it is', (id) => {
		expect(suggested('2024', { chapterThree: [id] })).toBe(true);
	});

	// §4C1.1(a)(10) as amend. 821 made it names both, joined by "and"; how that reads is an open question.
	test('in 2023 an aggravating role may bar it only together with a continuing criminal enterprise', () => {
		expect(suggested('2023', { chapterThree: ['§3B1.1(c)'] })).toBe(true);
	});
});
