import { describe, expect, test } from 'vitest';
import { calculate, parseCase } from '../../src/index.ts';
import { clientPage } from '../../src/report/client/page.ts';
import { clientReport, clientText } from '../../src/report/formats/client.ts';

const pageOf = (document: object) => {
	const given = parseCase(document);
	return clientPage({ given, result: calculate(given) });
};
const textOf = (document: object): string => clientText(pageOf(document)).replace(/\s+/g, ' ');

const drugs = {
	edition: '2011',
	baseOffenseLevel: 34,
	acceptance: 3,
	criminalHistoryCategory: 'I',
	statutoryMinimumMonths: 120,
};

const reentry = {
	edition: '2018',
	guideline: '2L1.2',
	acceptance: 'full',
	removalOrders: ['2010-01'],
	removals: ['2010-02'],
	instantOffense: { commencedOn: '2014-06-15', endedOn: '2014-06-15', underCriminalJusticeSentence: false },
	priors: [
		{
			id: 'drugs',
			grade: 'felony',
			kinds: ['drug-trafficking'],
			conductFrom: '2007',
			sentencedOn: '2008-03',
			sentence: '2 years',
			releasedOn: '2009',
		},
	],
};

const cases: [string, object][] = [
	['a reentry by facts', reentry],
	['a drug case with a floor', drugs],
	['a minimum above the range', { ...drugs, baseOffenseLevel: 20 }],
	['a maximum below the range', { ...drugs, statutoryMinimumMonths: undefined, statutoryMaximumMonths: 60 }],
	['life', { edition: '2018', baseOffenseLevel: 43, criminalHistoryCategory: 'VI' }],
	['a range from zero', { edition: '2018', baseOffenseLevel: 6, criminalHistoryCategory: 'I' }],
	[
		'a consecutive term',
		{
			edition: '2018',
			baseOffenseLevel: 20,
			criminalHistoryCategory: 'I',
			statutes: ['18:924(c)(1)(A)(i)', '21:841(b)(1)(C)'],
		},
	],
	[
		'a reduction',
		{
			edition: '2011',
			baseOffenseLevel: 32,
			criminalHistoryCategory: 'I',
			sentenceImposedMonths: 121,
			reduction: { amendment: '782', orderDate: '2016-01-05', levels: -2 },
		},
	],
];

/** The grade in school that a text asks for, by its sentences, words and syllables (Flesch and Kincaid). */
function gradeOf(text: string): number {
	const sentences = text.split(/[.?!:](?:\s|$)/).filter((each) => /[a-z]/i.test(each));
	const words = text.match(/[a-z']+/gi) ?? [];
	const syllables = words.reduce(
		(sum, word) =>
			sum +
			Math.max(
				1,
				(
					word
						.toLowerCase()
						.replace(/(?:[^laeiouy]es|ed|[^laeiouy]e)$/, '')
						.match(/[aeiouy]{1,2}/g) ?? []
				).length,
			),
		0,
	);
	return 0.39 * (words.length / sentences.length) + 11.8 * (syllables / words.length) - 15.59;
}

describe('the page for the client', () => {
	test.each(cases)('%s: plain words, no rule named in them, no promise', (_, document) => {
		const { parts, notes } = pageOf(document);
		const text = parts.flatMap(({ paragraphs }) => paragraphs).join(' ');
		expect(text).not.toMatch(/§|U\.S\.C|statut|Chapter|\bUSSG\b/i);
		expect(text).toMatch(/No one can promise you a (?:lower )?sentence\./);
		expect(gradeOf(text)).toBeLessThan(8);
		expect(notes.some((note) => /§ 3553\(a\)|§ 3582\(c\)\(2\)/.test(note))).toBe(true);
		// Every number in brackets leads to a note.
		const numbers = [...text.matchAll(/\[(\d+)\]/g)].map(([, number]) => Number(number));
		expect(new Set(numbers)).toEqual(new Set(notes.map((_note, index) => index + 1)));
	});

	test.each(cases)('%s: one page', (_, document) => {
		const lines = clientText(pageOf(document)).split('\n');
		expect(lines.length).toBeLessThanOrEqual(66);
		for (const line of lines) expect(line.length).toBeLessThanOrEqual(68);
	});

	test('the range in months, and in years', () => {
		expect(textOf(reentry)).toContain(
			'The guidelines point to 15 to 21 months. That is 1 year and 3 months to 1 year and 9 months.',
		);
		expect(textOf(cases[4]?.[1] as object)).toContain('The guidelines point to life in prison.');
		expect(textOf(cases[5]?.[1] as object)).toContain('The guidelines point to 0 to 6 months.');
	});

	// §5G1.1(b), (c)(2): a minimum of 120 months against 108 to 135, and against 27 to 33.
	test('what the floor does', () => {
		expect(textOf(drugs)).toContain('The law sets a lowest sentence of 10 years. It cuts off the bottom of the range.');
		expect(textOf({ ...drugs, baseOffenseLevel: 20 })).toContain(
			'It is higher than the range, so it takes the place of the range.',
		);
		expect(textOf(reentry)).toContain('No lowest sentence was entered.');
	});

	test('what the top does', () => {
		expect(textOf(cases[3]?.[1] as object)).toContain(
			'The law sets a highest sentence of 5 years. It is lower than the range, so it takes the place of the range.',
		);
	});

	// Four levels below level 13, category II (§5K3.1).
	test('fast track stands where the case can raise it', () => {
		expect(textOf(reentry)).toContain('With 4 levels off, the range would be 6 to 12 months.');
		expect(textOf(drugs)).not.toContain('fast-track');
	});

	test('what is not known', () => {
		expect(textOf(reentry)).toContain('Some dates were entered as a month or a year.');
		expect(textOf(drugs)).not.toContain('Some dates');
		expect(textOf(drugs)).toContain('It says nothing about immigration.');
	});

	// 18 U.S.C. § 1028A(a)(1): two years, no more and no less (§2B1.6).
	test('a sentence that the law sets is never said to have no floor', () => {
		const text = textOf({ edition: '2018', criminalHistoryCategory: 'I', statutes: ['18:1028A(a)(1)'] });
		expect(text).toContain('The guidelines point to 24 months. That is 2 years.');
		expect(text).toContain('The law itself sets the sentence.');
		expect(text).not.toContain('no lowest sentence');
	});

	test('a reduction: the old range, the new one, and that nothing is promised', () => {
		const text = textOf(cases[7]?.[1] as object);
		expect(text).toContain('At your sentencing, the range was 121 to 151 months.');
		expect(text).toContain('The new range is 97 to 121 months.');
		expect(text).toContain('The judge may lower your sentence but does not have to.');
		expect(text).not.toContain('accept responsibility');
	});

	test('a term that runs after the range is told beside it', () => {
		expect(textOf(cases[6]?.[1] as object)).toContain('At least 5 years more comes on top of that.');
	});

	test('the same paragraphs stand in the report', () => {
		const page = pageOf(drugs);
		const { answer, sections } = clientReport(page);
		const texts = sections.flatMap(({ blocks }) =>
			blocks.flatMap((block) => (block.kind === 'note' ? [block.text] : [])),
		);
		expect([answer, ...texts].slice(0, page.parts.flatMap(({ paragraphs }) => paragraphs).length)).toEqual(
			page.parts.flatMap(({ paragraphs }) => paragraphs),
		);
	});
});
