import { describe, expect, test } from 'vitest';
import { calculate } from '../../../src/calculation/calculate.ts';
import { truthOf } from '../../../src/calculation/chapter-two/conditions.ts';
import { parseCase } from '../../../src/case/parse.ts';
import { bundledLaw } from '../../../src/law/bundled.ts';
import { guidelineIn } from '../../../src/law/guidelines.ts';

/**
 * §2D1.1(b), (d) and (e), worked by hand from the amendments named beside each line (Appendix C) and from the Manuals of
 * 2016 and 2025: the level of the Drug Quantity Table, the facts, and the whole offense level, with that of a role in
 * Chapter Three where the line has one: 2 for §3B1.1(c), 4 and 2 less for §3B1.2(a) and (b).
 */
const resultIn = (edition: string, more: object) =>
	calculate(parseCase({ edition, guideline: '2D1.1', criminalHistoryCategory: 'I', ...more }), bundledLaw);
const heldIn = (edition: string) => {
	const held = guidelineIn(bundledLaw, '2D1.1', edition);
	if (!held) throw new Error(`§2D1.1 is not held in ${edition}`);
	return held;
};

type Line = [why: string, edition: string, table: number, offense: object, level: number, role?: string];
const minimal = '§3B1.2(a)';
const minor = '§3B1.2(b)';
const manager = '§3B1.1(c)';
const lifeRisk = { methamphetamineRisk: 'life-or-environment' };
const minorRisk = { methamphetamineRisk: 'minor-or-incompetent' };
const allThree = { motivatedByRelationshipOrThreat: true, monetaryCompensation: false, minimalKnowledge: true };
const safety = { safetyValveCriteria: true };

const lines: Line[] = [
	['124: weapon', '1987-11-01', 20, { weapon: true }, 22],
	['134: at least 26', '1989-11-01', 12, { privateAircraft: true }, 26],
	['134: 24 and 2', '1989-11-01', 24, { craftOfficer: true }, 26],
	['134: 26 and 2', '1989-11-01', 26, { craftOfficer: true }, 28],
	['514: prison', '1995-11-01', 14, { prison: true }, 16],
	['515: from 26, 2 off', '1995-11-01', 26, safety, 24],
	['515: under 26, nothing off', '1995-11-01', 24, safety, 24],
	['624: under 26, 2 off', '2001-11-01', 24, safety, 22],
	['555: methamphetamine imported', '1997-11-01', 26, { importedMethamphetamine: true }, 28],
	['555: not with a mitigating role', '1997-11-01', 26, { importedMethamphetamine: true }, 24, minor],
	['608: waste and risk are added', '2000-12-16', 26, { hazardousSubstance: true, ...lifeRisk }, 31],
	['620: waste or risk', '2001-11-01', 26, { hazardousSubstance: true, ...lifeRisk }, 29],
	['608: at least 27', '2000-12-16', 20, lifeRisk, 27],
	['608: 24 and 3', '2000-12-16', 24, lifeRisk, 27],
	['608: 26 and 3', '2000-12-16', 26, lifeRisk, 29],
	['608: a minor, at least 30', '2000-12-16', 22, minorRisk, 30],
	['608: a minor, 26 and 6', '2000-12-16', 26, minorRisk, 32],
	['667: mass-marketing', '2004-11-01', 20, { massMarketing: true }, 22],
	['681: steroids, both', '2006-03-27', 12, { steroidMaskingAgent: true, steroidToAthlete: true }, 16],
	['705: § 860a distributing, at least 14', '2007-11-01', 10, { minorPremises: 'distributing' }, 14],
	['705: § 860a distributing, 14 and 2', '2007-11-01', 14, { minorPremises: 'distributing' }, 16],
	['705: § 860a manufacturing, at least 27', '2007-11-01', 14, { minorPremises: 'manufacturing' }, 27],
	['705: the greatest', '2007-11-01', 14, { minorPremises: 'manufacturing', ...minorRisk }, 30],
	['728: submersible, at least 26', '2009-11-01', 20, { submersible: true }, 26],
	['748: weapon and violence are added', '2010-11-01', 20, { weapon: true, violence: true }, 24],
	['748: bribery and premises', '2010-11-01', 20, { bribery: true, premises: true }, 24],
	['748: two of five factors, once', '2010-11-01', 20, { livelihood: true, directlyImported: true }, 24, manager],
	['748: none without an aggravating role', '2010-11-01', 20, { livelihood: true }, 20],
	['748: minimal, three factors', '2010-11-01', 30, allThree, 24, minimal],
	['748: two of three', '2010-11-01', 30, { ...allThree, monetaryCompensation: true }, 26, minimal],
	['748: not for a minor role', '2010-11-01', 30, allThree, 28, minor],
	['783: cultivation', '2014-11-01', 20, { cultivationOnOthersLand: true }, 24, manager],
	['783: none without an aggravating role', '2014-11-01', 20, { cultivationOnOthersLand: true }, 20],
	['807: fentanyl', '2018-11-01', 24, { fentanylKnowingly: true }, 28],
	['818: willful blindness', '2023-11-01', 24, { fentanylWillfulBlindness: true }, 26],
	['833: reckless disregard', '2025-11-01', 24, { fentanylReckless: true }, 26],
	['833: the greater', '2025-11-01', 24, { fentanylReckless: true, fentanylKnowingly: true }, 28],
	['in the order printed: 26, then 2 off', '2025-11-01', 12, { craftOfficer: true, ...safety }, 24],
	['in the order printed: 22, then at least 26', '2025-11-01', 20, { weapon: true, privateAircraft: true }, 26],
];

describe('specific offense characteristics (§2D1.1(b))', () => {
	test.each(lines)('%s (%s): %i, %j, %i %s', (_why, edition, baseOffenseLevel, offense, level, role) => {
		const chapterThree = role === undefined ? [] : [role];
		expect(resultIn(edition, { baseOffenseLevel, offense, chapterThree }).offenseLevel.total).toBe(level);
	});

	/** The number of the last under (b) in each Manual. */
	test.each([
		['1987-11-01', 1],
		['1989-11-01', 2],
		['1994-11-01', 2],
		['1995-11-01', 4],
		['1997-11-01', 6],
		['2000-12-16', 7],
		['2001-11-01', 6],
		['2004-11-01', 7],
		['2006-03-27', 9],
		['2007-11-01', 11],
		['2010-11-01', 16],
		['2014-11-01', 17],
		['2018-11-01', 18],
		['2025-11-01', 18],
	])('%s has (b)(1) to (b)(%i), without a gap', (edition, count) => {
		const ids = heldIn(edition).characteristics.map(({ id }) => id);
		expect(ids).toEqual(Array.from({ length: count }, (_, index) => `(b)(${index + 1})`));
	});
});

describe('by statute of conviction', () => {
	const holds = (edition: string, id: string, statute: string, offense = {}) => {
		const { characteristics, crossReferences } = heldIn(edition);
		const row = [...characteristics.flatMap(({ rows }) => rows), ...crossReferences].find((one) => one.id === id);
		if (!row) throw new Error(`${id} is not in ${edition}`);
		const document = { edition, statutes: [`21 U.S.C. § ${statute}`], offense };
		return truthOf(row.when, { document, base: '(a)(5)', applied: [] });
	};
	test.each<[why: string, edition: string, id: string, statute: string, holds: boolean]>([
		['705', '2007-11-01', '(b)(5)', '865', true],
		['705', '2007-11-01', '(b)(9)', '841(g)(1)(A)', true],
		['2025 Manual', '2025-11-01', '(b)(6)', '841(b)(1)(C)', false],
		['2025 Manual', '2025-11-01', '(b)(10)', '841(g)(1)(B)', false],
		['556', '1997-11-01', '(d)(2)', '841(b)(7)', true],
		['556', '1997-11-01', '(d)(2)', '841(b)(1)(C)', false],
	])('%s (%s): %s under § %s, %s', (_why, edition, id, statute, expected) => {
		expect(holds(edition, id, statute)).toBe(expected);
	});

	test('667: the special instruction applies only where (d)(2) does not', () => {
		expect(holds('2004-11-01', '(e)(1)', '841(b)(1)(C)', { sexualOffense: true })).toBe(true);
		expect(holds('2004-11-01', '(e)(1)', '841(b)(7)', { sexualOffense: true })).toBe(false);
	});
});

describe('cross references (§2D1.1(d), §2D2.1(b))', () => {
	const referred = (edition: string, more: object) =>
		resultIn(edition, more).chapterTwo?.crossReferences.map(({ id }) => id) ?? [];

	test('479: a victim killed, since November 1, 1993', () => {
		const killed = { baseOffenseLevel: 20, offense: { victimKilled: true } };
		expect(referred('1993-11-01', killed)).toContain('(d)(1)');
		expect(() => referred('1992-11-01', killed)).toThrow(/victimKilled/);
	});

	test('684: since November 1, 2006 only where the level there is greater', () => {
		const rule = (edition: string) => heldIn(edition).crossReferences.find(({ id }) => id === '(d)(1)');
		expect(rule('2006-03-27')).toMatchObject({ guideline: '2A1.1', onlyIfGreater: false });
		expect(rule('2006-11-01')?.onlyIfGreater).toBe(true);
	});

	test('304, 748: more than 5 grams of cocaine base, from November 1, 1989 until November 1, 2010', () => {
		const more = { guideline: '2D2.1', offense: { substance: 'cocaine-base', cocaineBaseOverFiveGrams: true } };
		expect(referred('1989-11-01', more)).toContain('(b)(1)');
		expect(referred('2009-11-01', more)).toContain('(b)(1)');
		expect(() => referred('2010-11-01', more)).toThrow(/cocaineBaseOverFiveGrams/);
	});

	test('514: possession in a prison, (b)(2) until November 1, 2010', () => {
		const more = { guideline: '2D2.1', offense: { substance: 'other', prison: true } };
		expect(referred('1995-11-01', more)).toContain('(b)(2)');
		expect(referred('2010-11-01', more)).toEqual(['(b)(1)']);
	});
});
