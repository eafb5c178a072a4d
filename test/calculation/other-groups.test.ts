import { describe, expect, test } from 'vitest';
import { noneInTheWay } from './criteria.ts';
import { answer, refusal } from './rap-sheet.ts';

/** What Chapter Three finds in another Group holds for the defendant, and not for the level of that Group alone. */
const with2L22 = (chapterThree: string[], more: object = {}) => ({
	edition: '2025',
	baseOffenseLevel: 10,
	criminalHistoryPoints: 0,
	otherGroups: [{ guideline: '2L2.2', sameHarm: false, chapterThree }],
	...more,
});

// §3A1.4(a), (b): level 32 and category VI; 8 of §2L2.2 is raised to 32. Level 32 is 210–262 in category VI.
test('terrorism in another Group makes category VI', () => {
	const found = answer(with2L22(['§3A1.4']));
	expect([found.offenseLevel.total, found.criminalHistoryCategory]).toEqual([32, 'VI']);
	expect(found.guidelineRange).toEqual({ minimumMonths: 210, maximumMonths: 262 });
});

describe('§4C1.1(a)(2), (9), (10) and 18 U.S.C. § 3553(f)(4)', () => {
	test.each([
		['§3A1.4', 'terrorism'],
		['§3A1.1(b)(1)', 'hateCrimeOrVulnerableVictim'],
		['§3B1.1(a)', 'aggravatingRole'],
	])('%s in another Group is not denied', (id, criterion) => {
		expect(refusal(with2L22([id], { zeroPointOffender: noneInTheWay })).path).toBe(`/zeroPointOffender/${criterion}`);
	});

	test('nor is the role in the safety valve', () => {
		const safetyValve = {
			criminalHistoryPoints: 0,
			violenceOrWeapon: false,
			deathOrSeriousInjury: false,
			leaderOrContinuingEnterprise: false,
			truthfulDisclosure: true,
		};
		expect(refusal(with2L22(['§3B1.1(a)'], { safetyValve, statutoryMinimumMonths: 60 })).path).toBe(
			'/safetyValve/leaderOrContinuingEnterprise',
		);
	});
});
