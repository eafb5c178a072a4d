// A base offense level that is that of another guideline: §§2D1.2, 2D1.5 and 2X1.1, with §1B1.5(b).
import { describe, expect, test } from 'vitest';
import { calculate } from '../../../src/calculation/calculate.ts';
import { parseCase } from '../../../src/case/parse.ts';
import { bundledLaw } from '../../../src/law/bundled.ts';

const answer = (document: object) =>
	calculate(parseCase({ edition: '2018', criminalHistoryCategory: 'I', ...document }), bundledLaw);
const level = (document: object): [number, string | undefined] => {
	const { offenseLevel, chapterTwo } = answer(document);
	return [offenseLevel.total, chapterTwo?.base];
};
const heroin = (quantity: string, direct?: boolean) => ({
	substance: 'heroin',
	quantity,
	...(direct === undefined ? {} : { direct }),
});

describe('§2D1.2', () => {
	const near = (document: object) => level({ guideline: '2D1.2', ...document });

	test('2 plus the level for the drugs directly involved, 1 plus the level for all of them: the greatest', () => {
		// 2018: heroin 100 g 24, 80 g 22.
		const drugs = (part: string, rest: string) => ({ drugs: [heroin(part, true), heroin(rest, false)] });
		expect(near(drugs('80 g', '10 g'))).toEqual([24, '(a)(1)']);
		expect(near(drugs('80 g', '20 g'))).toEqual([25, '(a)(2)']);
		expect(near({ drugs: [heroin('100 g')], offense: { allDirect: true } })).toEqual([26, '(a)(1)']);
	});

	test('at least 26 with an individual under 18, and 13 in every case', () => {
		// 2018: less than 10 g of heroin is level 12; 1 kg of marihuana level 8.
		const little = { drugs: [heroin('5 g', true)] };
		expect(near({ ...little, offense: { minor: true } })).toEqual([26, '(a)(3)']);
		const marihuana = { drugs: [{ substance: 'marihuana', quantity: '1 kg', direct: true }] };
		expect(near(marihuana)).toEqual([13, '(a)(4)']);
		expect(near({ drugs: [heroin('1 kg', true)], offense: { minor: true } })).toEqual([32, '(a)(1)']);
	});

	test('the whole of §2D1.1 counts, its floors before the 2 levels: an aircraft makes at least 26, so 28', () => {
		const drugs = [heroin('5 g', true)];
		expect(near({ drugs, offense: { weapon: true } })).toEqual([16, '(a)(1)']);
		expect(near({ drugs, offense: { privateAircraft: true } })).toEqual([28, '(a)(1)']);
		// Level 34 falls to 31 with a mitigating role (§2D1.1(a)(5)(B)(ii)); 33 with the 2 levels, 31 after §3B1.2(b).
		expect(near({ drugs: [heroin('10 kg', true)], chapterThree: ['§3B1.2(b)'] })).toEqual([31, '(a)(1)']);
	});

	test('which drugs are direct is asked, and a drug of §2D1.1 is not said to be', () => {
		expect(() => near({ drugs: [heroin('5 g')] })).toThrow(/directly involve the protected location/);
		expect(() => near({ drugs: [heroin('5 g', true), heroin('5 g')] })).toThrow(/directly involve/);
		expect(() => near({ drugs: [heroin('5 g', false)] })).toThrow(/none of the drugs is direct/);
		expect(() => level({ guideline: '2D1.1', drugs: [heroin('5 g', true)] })).toThrow(/does not ask whether drugs/);
	});

	test('until November 1, 1990, no level for all of the drugs', () => {
		// 1989 Manual: 5 g of heroin is level 14.
		expect(level({ edition: '1989', guideline: '2D1.2', drugs: [heroin('5 g')] })).toEqual([16, '(a)(1)']);
		expect(level({ edition: '1989', guideline: '2D1.2', drugs: [heroin('4 g')], offense: { minor: true } })).toEqual([
			26,
			'(a)(2)',
		]);
	});

	test('until November 1, 1989, three times or twice the drugs of a juvenile, beside the others', () => {
		// 1987 Manual, §2D1.1(c): heroin 10 g 16, 20 g 18; at least 13 with the youngest.
		const of = (age: string, edition: string, drugs: object[]) =>
			level({ edition, guideline: '2D1.2', drugs, offense: { age } })[0];
		expect(of('under-14', '1987', [heroin('5 g', true)])).toBe(16);
		expect(of('14-to-17', '1987', [heroin('5 g', true)])).toBe(16);
		expect(of('14-to-17', '1987', [heroin('4.9 g', true)])).toBe(14);
		expect(of('14-or-under', '1988-01-15', [heroin('5 g', true), heroin('5 g', false)])).toBe(18);
		const marihuana = { substance: 'marihuana', quantity: '100 g', direct: true };
		expect(of('under-14', '1987', [marihuana])).toBe(13);
	});
});

describe('§2D1.5', () => {
	test('4 plus the level of §2D1.1, and at least 38', () => {
		const enterprise = (quantity: string) => level({ guideline: '2D1.5', drugs: [heroin(quantity)] });
		// 2018: heroin 30 kg 36, 10 kg 34, 3 kg 32.
		expect(enterprise('30 kg')).toEqual([40, '(a)(1)']);
		expect(enterprise('3 kg')).toEqual([38, '(a)(2)']);
	});

	test('no adjustment for a role applies', () => {
		const document = { guideline: '2D1.5', drugs: [heroin('3 kg')] };
		expect(() => level({ ...document, chapterThree: ['§3B1.1(a)'] })).toThrow(/does not apply under §2D1.5/);
		expect(() => level({ ...document, adjustments: [{ levels: 4, provision: '§3B1.1' }] })).toThrow(/does not apply/);
	});

	test('before: 36 from October 15, 1988, and 32, 38 or 43 until then', () => {
		const at = (edition: string, offense = {}) => level({ edition, guideline: '2D1.5', offense });
		expect(at('1988-10-15')).toEqual([36, '(a)']);
		expect(at('1987')).toEqual([32, '(a)(1)']);
		expect(at('1987', { laterConviction: true })).toEqual([38, '(a)(2)']);
		expect(at('1987', { principalOfLarge: true, laterConviction: true })).toEqual([43, '(a)(3)']);
	});
});

describe('§2X1.1', () => {
	// 2018, §2L2.1: level 11, and 6 for 25 to 99 documents.
	const documents = { substantive: '2L2.1', documents: 30 };
	const of = (offense: object, more: object = {}) => level({ guideline: '2X1.1', offense, ...more })[0];

	test('the level of the substantive offense, less 3 levels unless the acts were done', () => {
		for (const inchoate of ['attempt', 'conspiracy']) {
			expect(of({ ...documents, inchoate, completed: false })).toBe(14);
			expect(of({ ...documents, inchoate, completed: true })).toBe(17);
		}
		const solicitation = { ...documents, inchoate: 'solicitation', completed: false };
		expect(of({ ...solicitation, treatedAlike: false })).toBe(14);
		expect(of({ ...solicitation, treatedAlike: true })).toBe(17);
	});

	test('the level of a guideline that is not held is given', () => {
		const attempt = { inchoate: 'attempt', completed: false, substantive: 'other' };
		expect(of(attempt, { baseOffenseLevel: 24 })).toBe(21);
		expect(() => of(attempt)).toThrow(/what is the offense level of its guideline/);
		expect(() => of({ inchoate: 'attempt', completed: false })).toThrow(/Which guideline covers/);
	});

	test('an offense that another guideline expressly covers keeps its level, and (c)(1) is named', () => {
		const offense = { inchoate: 'conspiracy', completed: false, substantive: '2D1.1' };
		const found = answer({ guideline: '2X1.1', offense, drugs: [heroin('100 g')] });
		expect(found.offenseLevel.total).toBe(24);
		expect(found.chapterTwo?.crossReferences.map(({ id }) => id)).toContain('(c)(1)');
	});

	test('what nobody says of the acts is not applied, and listed', () => {
		const found = answer({ guideline: '2X1.1', offense: { ...documents, inchoate: 'attempt' } });
		expect(found.offenseLevel.total).toBe(17);
		expect(found.chapterTwo?.notApplied.map(({ id }) => id)).toContain('(b)(1)');
	});

	test('certain offenses keep the whole level: with terrorism since November 1, 2002, and always since November 1, 2004', () => {
		const attempt = { inchoate: 'attempt', completed: false, substantive: 'other', terrorism: true };
		const under = (label: string, edition: string, more: object = {}) =>
			of(
				{ ...attempt, ...more },
				{
					edition,
					baseOffenseLevel: 24,
					statutes: [{ id: 'other', label, minimumMonths: 0, maximumMonths: 240 }],
				},
			);
		expect(under('18 U.S.C. § 81', '2002')).toBe(24);
		expect(under('18 U.S.C. § 81', '2002', { terrorism: false })).toBe(21);
		expect(under('18 U.S.C. § 32', '2002')).toBe(21);
		expect(under('18 U.S.C. § 32', '2004', { terrorism: false })).toBe(24);
		expect(under('18 U.S.C. § 1993', '2004', { terrorism: false })).toBe(24);
		expect(under('18 U.S.C. § 1993', '2007', { terrorism: false })).toBe(21);
		expect(under('18 U.S.C. § 1992(a)(8)', '2007')).toBe(21);
		expect(under('18 U.S.C. § 1992(a)(9)', '2007')).toBe(24);
	});

	test('in 1987 an attempt or a solicitation lost 3 levels alike', () => {
		const of1987 = (offense: object) =>
			of({ substantive: 'other', ...offense }, { edition: '1987', baseOffenseLevel: 20 });
		expect(of1987({ inchoate: 'solicitation', completed: false, treatedAlike: false })).toBe(17);
		expect(of1987({ inchoate: 'solicitation', completed: false, treatedAlike: true })).toBe(20);
	});
});
