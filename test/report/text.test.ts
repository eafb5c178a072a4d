import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { categories } from '../../src/case/category.ts';
import { calculate, editions, parseCase } from '../../src/index.ts';
import { bundledLaw } from '../../src/law/bundled.ts';
import { plainDress } from '../../src/report/dress.ts';
import { textReport } from '../../src/report/formats/text.ts';

const banuelos = {
	edition: '1995',
	guideline: '2L1.2',
	enhancements: ['(b)(2)'],
	acceptance: 3,
	criminalHistoryCategory: 'V',
};
const alcaraz = {
	edition: '2011',
	baseOffenseLevel: 34,
	acceptance: 3,
	criminalHistoryCategory: 'I',
	statutoryMinimumMonths: 120,
};

const report = (document: object, ascii = false): string =>
	textReport(calculate(parseCase(document)), bundledLaw, { ...plainDress, ascii });

/** A screen without the widths of its gaps: the words and numbers, in order. */
const words = (text: string): string => text.replace(/ +/g, ' ').replace(/\n\s*/g, '\n');

describe('terms that run after the range stand beside it', () => {
	const armed = { edition: '2018', baseOffenseLevel: 30, criminalHistoryCategory: 'III', offenseDate: '2019-03-01' };
	const other = '21:841(b)(1)(B)';
	const headline = (statutes: string[], document: object = {}) =>
		words(report({ ...armed, ...document, statutes }))
			.split('\n\n')[0]
			?.replaceAll('\n', ' ');

	test.each([
		// 18 U.S.C. § 924(c)(1)(A)(i), (D)(ii): five years, on top of any other term.
		[['21:841(b)(1)(B)', '18:924(c)(1)(A)(i)'], 'plus 60 months consecutive (18 U.S.C. § 924(c)(1)(A)(i))'],
		// Each such term runs after the other too.
		[[other, '18:924(c)(1)(A)(i)', '18:924(c)(1)(A)(ii)'], 'plus 144 months consecutive'],
		// 18 U.S.C. § 1028A(b)(4): two years each, which may run together with one another.
		[[other, '18:1028A(a)(1)', '18:1028A(a)(1)'], 'plus 24 to 48 months consecutive (18 U.S.C. § 1028A(a)(1))'],
		[[other, '18:1028A(a)(1)', '18:924(c)(1)(A)(i)'], 'plus 84 months consecutive'],
		[[other, '18:924(c)(1)(C)(ii)', '18:924(c)(1)(A)(i)'], 'plus life consecutive'],
	])('%s: %s', (statutes, expected) => {
		expect(headline(statutes)).toContain(expected);
		for (const line of report({ ...armed, statutes }).split('\n')) expect(line.length).toBeLessThanOrEqual(80);
	});

	test('counts under one statute stand together, and a sentence is measured without those terms', () => {
		const text = words(
			report({ ...armed, statutes: [other, '18:1028A(a)(1)', '18:1028A(a)(1)'], sentenceImposedMonths: 140 }),
		);
		expect(text.replaceAll('\n', ' ')).toContain(
			'2 counts of 18 U.S.C. § 1028A(a)(1), aggravated identity theft: 24 months, Class E felony',
		);
		expect(text.replaceAll('\n', ' ')).toContain('within the guideline range, without the consecutive terms');
		expect(text.match(/were not verified/g)).toHaveLength(1);
	});

	test('the line points to the warning where another range may be that of the case', () => {
		const unnamed = { statutoryMaximumMonths: 240 };
		expect(headline(['18:1028A(a)(1)'], unnamed)).toContain('another range may apply: see the warning');
		expect(headline(['21:841(b)(1)(B)', '18:924(c)(1)(A)(i)'])).not.toContain('see the warning');
	});

	// §4B1.1(c)(2)(B), (3): without acceptance 360 months to life.
	test('the range for all counts is the first line, and the guideline range is said to be of the other counts', () => {
		const career = { careerOffender: { offenseStatutoryMaximumMonths: 480 }, criminalHistoryCategory: 'VI' };
		const lines = report({ ...armed, ...career, statutes: ['21:841(b)(1)(B)', '18:924(c)(1)(A)(i)'] }).split('\n');
		expect(lines[0]).toBe('Total range       360 months to life');
		expect(lines[1]).toContain('all counts together (§4B1.1(c)(2)(B), §4B1.1(c)(3))');
		expect(lines[3]).toContain('Guideline range   262–327 months');
		expect(lines[4]).toContain('for the other counts alone');
	});

	// §5G1.2(a): imposed independently; the whole is their sum.
	test('the total of the range, and of a sentence, with the consecutive terms', () => {
		const statutes = ['21:841(b)(1)(C)', '18:924(c)(1)(A)(i)'];
		const said = (document: object) =>
			report({ ...armed, baseOffenseLevel: 26, criminalHistoryCategory: 'VI', ...document }).replace(/\s+/g, ' ');
		// Level 26 in category VI: 120-150.
		const text = said({ statutes, sentenceImposedMonths: 130 });
		expect(text).toContain('Total 180–210 months: the guideline range plus the consecutive terms');
		expect(text).toContain('the consecutive terms; with them, 190 months total');
		// Two terms of 24 months that may run together: 24 to 48 more.
		const identity = said({
			statutes: ['21:841(b)(1)(C)', '18:1028A(a)(1)', '18:1028A(a)(1)'],
			sentenceImposedMonths: 130,
		});
		expect(identity).toContain('Total 144–198 months:');
		expect(identity).toContain('with them, at least 154 months total');
		expect(said({ statutes: ['18:924(c)(1)(A)(i)'] })).not.toMatch(/Total \d/);
	});

	test('none where no statute adds one', () => {
		expect(headline(['21:841(b)(1)(B)'])).not.toContain('consecutive');
	});
});

describe('statutes and supervised release', () => {
	const one = { edition: '2018', baseOffenseLevel: 30, criminalHistoryCategory: 'I', offenseDate: '2019-03-01' };
	const shown = (statutes: unknown[]) => words(report({ ...one, statutes })).replaceAll('\n', ' ');

	test('an attempt or a conspiracy is cited with its object', () => {
		expect(shown(['21:846,841(b)(1)(C)'])).toContain('Statute 21 U.S.C. §§ 846, 841(b)(1)(C), attempt or conspiracy:');
	});

	test('a count whose statute is not held', () => {
		expect(shown([{ id: 'other', label: '18 U.S.C. § 9999', minimumMonths: 60, maximumMonths: 240 }])).toContain(
			'18 U.S.C. § 9999, penalties as the case states them: 60 months to 240 months, Class C felony',
		);
	});

	// §5D1.2(b)(2) and its policy statement; 18 U.S.C. § 3583(k).
	test('release up to life, and the recommendation of the longest term', () => {
		const text = shown(['18:2252A(a)(2)']);
		expect(text).toContain('the term is 5 years to life (§5D1.2(a)(2), §5D1.2(c), §5D1.2(b)(2); Class C felony');
		expect(text).toContain('the Manual recommends the longest term, life (§5D1.2(b), p.s.)');
	});
});

describe('the answer on the screen', () => {
	test('reads from the top down: range, steps, the cell among its neighbours, fast track, edition', () => {
		expect(words(report(banuelos))).toBe(
			[
				'Guideline range 70–87 months offense level 21 · category V · Zone D',
				'§2L1.2(a) base offense level 8',
				'§2L1.2(b)(2) deported after an aggravated felony +16 24',
				'§3E1.1(a), (b) acceptance of responsibility −3 21',
				'IV V VI',
				'20 51–63 63–78 70–87',
				'21 57–71 [70–87] 77–96',
				'22 63–78 77–96 84–105',
				'Fast track not in this edition: §5K3.1 begins October 27, 2003',
				'Options imprisonment for at least the low end of the range (§5C1.1(f))',
				'Fine $7,500 to $75,000 (§5E1.2(c))',
				'Edition Guidelines Manual of November 1, 1995, named in the case',
				'',
			].join('\n'),
		);
	});

	test('says that the minimum is the floor, where it stops to matter, and what fast track is worth', () => {
		const text = report(alcaraz).replace(/\s+/g, ' ');
		expect(text).toContain('Guideline range 120–135 months');
		expect(text).toContain('108–135 months, before the statutory limits (§5G1.1(c)(2))');
		expect(text).toContain(
			'it is the guideline sentence at or below level 29, and it has no effect at or above level 32',
		);
		expect(text).toContain(
			'the top of the range from 135 to 120 months. The low end does not move: the 120-month minimum is the floor.',
		);
		expect(text).toContain('It requires a government motion');
	});

	test('a column that is one of many carries exactly one marked cell', () => {
		expect(report(alcaraz).match(/\[[^\]]+\]/g)).toEqual(['[108–135]']);
	});

	test('text of the user cannot move the cursor, end the line or turn the direction', () => {
		const text = report({ ...banuelos, caption: 'one\u001b[2Jtwo\nthree\u202Efour\u0007' });
		expect(text).toContain('one [2Jtwo three four');
		expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/);
	});

	test('fits 80 columns and has an ASCII form, for any case', () => {
		const anyCase = fc.record(
			{
				edition: fc.constantFrom(...editions.map((edition) => edition.effectiveDate)),
				baseOffenseLevel: fc.integer({ min: 1, max: 43 }),
				criminalHistoryCategory: fc.constantFrom(...categories),
				acceptance: fc.constantFrom(2, 'full'),
				adjustments: fc.array(
					fc.record({
						levels: fc.integer({ min: -43, max: 43 }),
						provision: fc.constantFrom('§2D1.1(b)', '§5H1.6'),
						label: fc.oneof(fc.lorem({ maxCount: 30 }), fc.constant('x'.repeat(200))),
					}),
					{ maxLength: 3 },
				),
				statutoryMinimumMonths: fc.integer({ min: 1, max: 300 }),
				statutoryMaximumMonths: fc.oneof(fc.integer({ min: 300, max: 600 }), fc.constant('life')),
				caption: fc.lorem({ maxCount: 30 }),
			},
			{ requiredKeys: ['edition', 'baseOffenseLevel', 'criminalHistoryCategory'] },
		);
		fc.assert(
			fc.property(anyCase, (document) => {
				const [screen, ascii] = [report(document), report(document, true)];
				for (const line of `${screen}${ascii}`.split('\n')) expect(line.length, line).toBeLessThanOrEqual(80);
				expect(ascii).toMatch(/^[\n\x20-\x7e]*$/);
			}),
		);
	});
});

/** §2D1.1(c) (2018): 500 g but less than 2 kg of cocaine; 5,000 but less than 10,000 units; less than 10 g of heroin; 100 but less than 400 kg converted; 450 kg. */
test.each([
	[['600 g cocaine'], 'level 24 at 500 g or more; the next level begins at 2 kg'],
	[['6000 units ketamine'], 'level 12 at 5,000 units or more; the next level begins at 10,000 units'],
	[['2 g heroin'], 'level 12 at any amount; the next level begins at 10 g'],
	[
		['100 g heroin', '27.9 g cocaine base'],
		'level 24 at 100 kg of converted weight or more; the next level begins at 400 kg',
	],
	[['1000 kg cocaine'], 'level 38 at 450 kg or more; the highest level'],
])('the bounds of the drug quantity have their unit: %j', (quantities, expected) => {
	const drugs = quantities.map((text) => {
		const [number, unit, ...substance] = text.split(' ');
		return { substance: substance.join(' '), quantity: `${number} ${unit}` };
	});
	const text = report({ edition: '2021', guideline: '2D1.1', drugs, criminalHistoryCategory: 'I' });
	expect(words(text).replaceAll('\n', ' ')).toContain(`the Drug Quantity Table gives ${expected}`);
});
