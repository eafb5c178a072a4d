import { describe, expect, test } from 'vitest';
import { calculate, parseCase } from '../../src/index.ts';
import { bundledLaw } from '../../src/law/bundled.ts';
import { textReport } from '../../src/report/formats/text.ts';
import { reportOf } from '../report/hostile.ts';

/**
 * §2K2.4(b): the guideline sentence of a count under § 924(c) is the least term that the statute requires, and Chapters
 * Three and Four do not apply; §2B1.6(a) the same for § 1028A. §5G1.2(a): such a term is the statute's alone.
 */
const possessed = '18:924(c)(1)(A)(i)';
const brandished = '18:924(c)(1)(A)(ii)';
const theft = '18:1028A(a)(1)';
const plain = { edition: '2025', offenseDate: '2022-06-01', criminalHistoryCategory: 'I' };
const of = (document: object) => ({ ...plain, ...document });
const answer = (document: object) => calculate(parseCase(of(document)));
const textOf = (document: object) => textReport(answer(document), bundledLaw).replace(/\s+/g, ' ');
const range = (minimumMonths: unknown, maximumMonths: unknown = minimumMonths) => ({ minimumMonths, maximumMonths });

describe('counts whose term the statute sets, and no other', () => {
	test.each([
		[[possessed], range(60), ['§2K2.4(b)']],
		[[brandished, brandished], range(168), ['§2K2.4(b)']],
		[[theft], range(24), ['§2B1.6(a)']],
		[[theft, possessed], range(84), ['§2B1.6(a)', '§2K2.4(b)']],
		// § 1028A(b)(4): such terms may run together in whole or in part; §5G1.2, comment. (n.2(B)).
		[[theft, theft], range(24, 48), ['§2B1.6(a)', '18 U.S.C. § 1028A(b)(4)']],
		// No guideline speaks of § 1326(b)(3), "imprisoned for a period of 10 years": §5G1.2(a).
		[['8:1326(b)(3)'], range(120), ['§5G1.2(a)']],
		[
			[{ id: 'other', label: '18 U.S.C. § 9999', minimumMonths: 36, maximumMonths: 'life', consecutive: true }],
			range(36),
			['§5G1.2(a)'],
		],
	])('%o', (statutes, guidelineRange, provisions) => {
		const found = answer({ statutes });
		expect(found.guidelineRange).toEqual(guidelineRange);
		expect(found.guidelineSentence).toEqual({ ...guidelineRange, provisions });
		expect(found.statutoryEffect).toMatchObject({ minimum: 'none', maximum: 'none' });
		expect(found.sentencingOptions.zone).toBe('D');
	});

	test('a sentence is measured against the term, with nothing to add', () => {
		const position = (sentenceImposedMonths: number) =>
			answer({ statutes: [possessed], sentenceImposedMonths }).sentenceImposed?.position;
		expect([59, 60, 61].map(position)).toEqual(['below', 'at-low-end', 'above']);
		const text = textOf({ statutes: [possessed], sentenceImposedMonths: 60 });
		expect(text).toContain('60 months: the guideline sentence');
		expect(text).not.toContain('in all');
	});

	test('the screen and a report show the term, and no level, table or fast track', () => {
		const text = textOf({ statutes: [brandished, brandished] });
		expect(text).toContain('Guideline range 168 months');
		expect(text).toContain('the term that the statute requires (§2K2.4(b))');
		expect(text).not.toMatch(/offense level \d|Zone|Fast track|consecutive \(|see the warning/);
		const report = reportOf(of({ statutes: [brandished, brandished] }));
		expect(report.answer).toBe('Guideline range: 168 months (the term that the statute requires, §2K2.4(b))');
		expect(JSON.stringify(report.sections)).not.toMatch(/Fast track|The Sentencing Table|Sensitivity/);
	});

	test('nothing is asked or said of Chapters Three and Four', () => {
		expect(answer({ statutes: [possessed] }).warnings).toEqual([]);
		expect(() => answer({ statutes: [theft], acceptance: 3 })).not.toThrow();
	});

	// §2K2.4 has no level, so a level is that of the count in whose course the weapon was used.
	test('a level, a guideline or drugs beside them tell of a count that is not named', () => {
		for (const level of [
			{ baseOffenseLevel: 20 },
			{ guideline: '2L1.2' },
			{ drugs: [{ substance: 'heroin', quantity: '40 g' }] },
		]) {
			const { guidelineRange, guidelineSentence, statutes, warnings } = answer({
				statutes: [brandished, brandished],
				...level,
			});
			expect(guidelineSentence).toBeUndefined();
			expect(guidelineRange).not.toEqual(range(168));
			expect(statutes?.every(({ consecutive }) => consecutive)).toBe(true);
			expect(warnings[0]?.message).toMatch(/THAT THE CASE DOES NOT NAME.*168 months.*Name every count of conviction/);
		}
	});

	test('no fine range is established; title 18 authorizes one (§2K2.4, comment. (n.7); 18 U.S.C. § 3571(b)(3))', () => {
		const { fine } = answer({ statutes: [possessed] });
		expect(fine).toMatchObject({ minimumDollars: 0, maximumDollars: 250000, provision: '18 U.S.C. § 3571(b)(3)' });
		expect(fine.note).toContain('§2K2.4, comment. (n.7)');
	});

	// §2K2.4(d)(1) and n.7: by the level "that would have applied to the underlying offense absent a conviction" under § 924(c).
	// The same since November 1989 (App. C, amends. 190, 481, 600, 642), with other designations.
	test.each([
		['1988', undefined],
		['1991', '§2K2.4(b)(1); §2K2.4, comment. (n.4)'],
		['2001', '§2K2.4(b)(1); §2K2.4, comment. (n.5)'],
		['2016', '§2K2.4(d)(1); §2K2.4, comment. (n.7)'],
	])('beside another count in %s the fine range may be too low', (edition, words) => {
		const beside = {
			...{ edition, offenseDate: '2016-01-05', baseOffenseLevel: 20 },
			statutes: ['18:1951', possessed],
		};
		const { note = '' } = answer(beside).fine;
		if (words === undefined) expect(note).not.toContain('§2K2.4');
		else expect(note).toContain(words);
		expect(answer({ ...beside, statutes: ['18:1951', theft] }).fine.note ?? '').not.toContain('underlying');
	});

	// §1B1.11(b)(1): the same term under either Manual, so there is nothing to weigh.
	test('two dates', () => {
		const { edition: _, ...dates } = { ...plain, sentencingDate: '2024-06-01' };
		const found = calculate(parseCase({ ...dates, statutes: [possessed] }));
		expect([found.guidelineRange, found.warnings]).toEqual([range(60), []]);
	});

	test('every level and reduction leaves it as it is', () => {
		const found = calculate(parseCase(of({ statutes: [possessed] })), {
			sensitivity: true,
		});
		expect(found.fastTrack).toMatchObject({ effect: 'none' });
		expect(new Set(found.fastTrack.outcomes.map((one) => JSON.stringify(one.range))).size).toBe(1);
		expect(found.floor).toBeUndefined();
	});
});

describe('the base offense level', () => {
	test('is needed beside any other count, and where no statute is named', () => {
		expect(() => answer({ statutes: [possessed, '18:1951'] })).toThrow(/base offense level/);
		expect(() => answer({ statutes: ['18:1951'] })).toThrow(/base offense level/);
		expect(() => answer({})).toThrow(/base offense level/);
	});

	// Limits of further counts tell of one that is not named: its range needs a level, and the term runs after it.
	test('limits given tell of a count that is not named', () => {
		const further = { statutes: [possessed], statutoryMaximumMonths: 240 };
		expect(() => answer(further)).toThrow(/base offense level/);
		const found = answer({ ...further, baseOffenseLevel: 20 });
		expect(found.guidelineRange).toEqual(range(33, 41));
		expect(found.guidelineSentence).toBeUndefined();
	});

	// §§2K2.4(c), 4B1.1(c)(1): the guideline sentence is the range of the table of (c)(3).
	test('is not needed where a career offender has no other count', () => {
		for (const level of [{}, { baseOffenseLevel: 1 }]) {
			const found = answer({
				...{ criminalHistoryCategory: 'IV', statutes: [possessed], careerOffender: {}, acceptance: 2 },
				...level,
			});
			expect(found.totalRange).toMatchObject(range(292, 365));
			expect(found.guidelineRange).toEqual(range(292, 365));
			expect(found.sentencingOptions.zone).toBe('D');
		}
		const text = textOf({ criminalHistoryCategory: 'IV', statutes: [possessed], careerOffender: {}, acceptance: 2 });
		expect(text).toContain('Total range 292–365 months');
		expect(text).not.toContain('0–6');
	});
});
