import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { CaseDocument, GivenPrior } from '../../src/case/schema.ts';
import { calculate, parseCase } from '../../src/index.ts';
import { bundledLaw } from '../../src/law/bundled.ts';
import { answer, caseOf, type Interview, newInterview, nextQuestion } from '../../src/wizard/interview/interview.ts';
import type { Question, Value } from '../../src/wizard/questions/question.ts';
import { converse } from './script.ts';

const setting = { law: bundledLaw, today: '2025-12-01' };
const folder = new URL('../cases/facts/', import.meta.url);
const cases = readdirSync(folder)
	.map((file) => JSON.parse(readFileSync(new URL(file, folder), 'utf8')))
	.filter(({ given, expected }) => given.priors !== undefined && expected.error === undefined)
	.map(({ name, given }) => [name as string, given as CaseDocument] as const);

const askedFirst: (keyof GivenPrior)[] = ['id', 'label', 'grade', 'sentencedOn', 'sentence'];
const saidOnlyIfSo: (keyof GivenPrior)[] = [
	...(['suspended', 'revocations', 'ageAtOffense', 'neverCounted', 'sameChargesAs', 'consecutiveTo'] as const),
	...(['convictedOn', 'conductTo', 'earlierReleases'] as const),
];

/** A prior with what is asked about each, and no more: the rest is to be asked where a rule needs it. */
const begun = (prior: GivenPrior): GivenPrior =>
	Object.fromEntries(
		Object.entries(prior).filter(([key]) => [...askedFirst, ...saidOnlyIfSo].includes(key as keyof GivenPrior)),
	);

const numbered = (document: CaseDocument): GivenPrior[] =>
	(document.priors ?? []).map((prior, index) => ({ ...prior, id: prior.id ?? String(index + 1) }));

/** The answer that a case document holds to a question. */
function answerFrom(document: CaseDocument, { id, default: byDefault, choices }: Question): Value {
	const priors = numbered(document);
	if (id === 'edition') {
		const { edition, sentencingDate } = document;
		return edition === undefined ? { sentencingDate: sentencingDate as string } : { edition };
	}
	if (id === 'guideline')
		return document.guideline === undefined ? null : document.enhancements === undefined ? 'facts' : '2L1.2';
	if (id === 'criminalHistory') return { fromPriors: true };
	if (id === 'priors') return priors.map(begun) as unknown as Value;
	const [, list, prior, key] = id.split('/');
	if (list === 'priors') return priors.find((each) => each.id === prior)?.[key as keyof GivenPrior] as Value;
	const path = id.replace(/^facts\//, '').split('/');
	const given = path.reduce<unknown>((value, part) => (value as Record<string, unknown> | undefined)?.[part], document);
	if (given !== undefined) return given as Value;
	if (id.startsWith('facts/') || id.startsWith('instantOffense'))
		throw new Error(`${id} is asked, and the case does not have it`);
	return byDefault === undefined ? (choices.at(-1)?.value as Value) : byDefault;
}

describe('facts', () => {
	test('there are cases to go through', () => expect(cases.length).toBeGreaterThan(10));

	test.each(cases)('%s: asks no more than the rules need, and comes to the same', (_, document) => {
		let interview: Interview = newInterview;
		const asked: string[] = [];
		for (let question = nextQuestion(interview, setting); question; question = nextQuestion(interview, setting)) {
			expect(asked, 'asked twice').not.toContain(question.id);
			asked.push(question.id);
			const value = question.id === 'acceptance' ? (document.acceptance ?? 0) : answerFrom(document, question);
			interview = answer(interview, question, value);
		}
		const found = calculate(parseCase({ ...caseOf(interview, setting), adjustments: document.adjustments }));
		const expected = calculate(parseCase(document));
		expect(found.criminalHistory?.points).toEqual(expected.criminalHistory?.points);
		expect(found.offenseLevel.enhancements).toEqual(expected.offenseLevel.enhancements);
		expect(found.criminalHistoryCategory).toEqual(expected.criminalHistoryCategory);
	});
});

describe('the list of priors', () => {
	const begin = ['2018', '§2L1.2 unlawful reentry, worked', '2018-06-01'];
	const robbery = ['add', 'robbery', 'felony', '2010-03-05', '3 years', '', ''];
	const theft = ['add', 'theft', 'misdemeanor', '3/5/2015', '30 days', '', ''];

	test('shows points as they are entered: 3 for three years, 1 for thirty days (§4A1.1(a), (c))', async () => {
		const { said, pages } = await converse([...begin, ...robbery, ...theft]);
		expect(said).toContain('Prior robbery: 3 points (§4A1.1(a)): 36 months, imposed March 5, 2010');
		expect(said.find((line) => line.startsWith('Prior theft: 1 point (§4A1.1(c))'))).toBeDefined();
		const list = pages.at(-1);
		expect(list?.standing).toBe('So far: 4 points for prior sentences');
		expect(list?.options.map(({ label }) => label)).toEqual([
			'these are all',
			'add a prior sentence',
			'robbery',
			'theft',
		]);
	});

	test('edited in a what-if, or left there half edited, the case keeps its own', async () => {
		const toRange = [...begin, ...robbery, 'these', 'n', 'none', '2012-05-01', 'none', '2', '', '', '', ''];
		const edit = ['what', 'change Prior', 'robbery', 'sentence: ', '60 days', 'back to the list'];
		const { said, printed, files } = await converse(
			[...toRange, ...edit, 'these', ...edit.slice(1), '<', 'back', 'draft', ''],
			{ files: {} },
		);
		const rows = said.filter((line) => /^ {2}[AB] {2}/.test(line)).slice(-2);
		// Level 14, category II; with sixty days (b)(2)(D) and two points: level 10, category II.
		expect(rows[0]).toMatch(/^ {2}A {2}18–24 months/);
		expect(rows[1]).toMatch(/^ {2}B {2}8–14 months .* robbery: felony, March 5, 2010, 60 days$/);
		expect(printed).toContain('18–24 months');
		const [draft] = [...files.values()].map((text) => JSON.parse(text));
		expect(draft.interview.answers.priors[0].sentence).toBe('3 years');
		expect(draft.scenarios[0].answers.priors[0].sentence).toBe('60 days');
	});

	test('a prior can be edited: two months instead of three years are 2 points (§4A1.1(b))', async () => {
		const { pages } = await converse([...begin, ...robbery, 'robbery', 'sentence: ', '60 days', 'back to the list']);
		expect(pages.at(-1)?.standing).toBe('So far: 2 points for prior sentences');
	});

	test('what was suspended stands beside the sentence: 65 days to serve are 2 points, also of a year (§4A1.2(b)(2))', async () => {
		const { said, pages } = await converse([...begin, ...theft.slice(0, 4), '65 days', '300 days', '']);
		expect(
			said.find((line) => line.startsWith('Prior theft: 65 days to serve, 300 days suspended: 2 points')),
		).toBeDefined();
		expect(pages.at(-1)?.options.at(-1)?.effect).toMatch(/, 65 days to serve, 300 days suspended$/);
		expect(pages.at(-1)?.standing).toBe('So far: 2 points for prior sentences');
	});

	test('with all of it suspended there is nothing to serve, and 1 point (§4A1.1(c))', async () => {
		const { pages } = await converse([...begin, ...theft.slice(0, 4), '0', '2 years', '']);
		expect(pages.at(-1)?.options.at(-1)?.effect).toMatch(/nothing to serve, 2 years suspended$/);
		expect(pages.at(-1)?.standing).toBe('So far: 1 point for prior sentences');
	});

	test('two of the same name are told apart', async () => {
		const { pages } = await converse([...begin, ...robbery, ...robbery.slice(0, 3), '2012-03-05', '3 years', '', '']);
		expect(
			pages
				.at(-1)
				?.options.map(({ label }) => label)
				.slice(-2),
		).toEqual(['robbery', 'robbery 2']);
	});

	test('copied', async () => {
		const { pages } = await converse([
			...begin,
			...robbery,
			'robbery',
			'copy',
			'burglary',
			'',
			'2012-03-05',
			'',
			'',
			'',
		]);
		expect(pages.at(-1)?.options.map(({ label }) => label)).toContain('burglary');
		expect(pages.at(-1)?.standing).toBe('So far: 6 points for prior sentences');
	});

	test('and removed, also where another names it', async () => {
		const tied = [
			'add',
			'theft',
			'misdemeanor',
			'2010-03-05',
			'30 days',
			'',
			'same',
			'robbery',
			'',
			'2010-01-05',
			'2010-01-05',
		];
		const { pages, said } = await converse([...begin, ...robbery, ...tied, 'robbery', 'remove']);
		expect(pages.at(-1)?.options.map(({ label }) => label)).toEqual(['these are all', 'add a prior sentence', 'theft']);
		expect(said.some((line) => line.includes('no other prior'))).toBe(false);
	});

	test('< goes back inside a prior, and out of it without a trace', async () => {
		const { pages } = await converse([...begin, 'add', 'robbery', '<', 'burglary', 'felony', '<', '<', '<']);
		expect(pages.at(-1)?.options.map(({ label }) => label)).toEqual(['none', 'add a prior sentence']);
	});

	test('what cannot be a term is refused with the remedy', async () => {
		const { pages } = await converse([...begin, 'add', 'robbery', 'felony', '2010-03-05']);
		expect(pages.at(-1)?.typed('a while')[0]?.refusal).toMatch(/^"a while" is not valid here. Give a term: 18 months/);
	});

	test('days in words stand in lists too: several revocations, each with its term', async () => {
		const revoked = 'March 14, 2012 6 months, 2013-01-02 60 days, 5 May 2014 1 year';
		const { files } = await converse([...begin, ...robbery.slice(0, -1), 'revocations', revoked, ''], {
			draft: 'd.json',
		});
		expect(JSON.parse(files.get('d.json') as string).interview.answers.priors[0].revocations).toEqual([
			{ on: '2012-03-14', term: '6 months' },
			{ on: '2013-01-02', term: '60 days' },
			{ on: '2014-05-05', term: '1 year' },
		]);
	});

	test('is kept in a draft prior by prior', async () => {
		const { files } = await converse([...begin, ...robbery], { draft: 'd.json' });
		const text = files.get('d.json') as string;
		const { pages } = await converse([], { draft: 'd.json', files: { 'd.json': text } });
		expect(pages[0]?.options.map(({ label }) => label)).toContain('robbery');
	});

	test('the criminal history alone can come from it, with an increase that counsel names', async () => {
		const lines = [
			'2018',
			'2L1.2',
			'none',
			'(b)(2)(A)',
			'none',
			'',
			'3',
			'p',
			'2018-06-01',
			...robbery,
			'these',
			'no',
			'',
			'',
			'',
			'',
		];
		const { printed, error } = await converse([...lines, '']);
		expect(error).toBeUndefined();
		expect(printed).toMatch(/offense level 15 · category II\b/);
	});
});

describe('what was asked about a prior after the list', () => {
	const begin = ['2018', '§2L1.2 unlawful reentry, worked', '2018-06-01'];
	const robbery = ['add', 'robbery', 'felony', '2010-03-05', '3 years', '', '', 'these'];
	const facts = ['no', 'none', '2012-05-01', 'none', '0', '', '', ''];

	test('stands on the screen of that prior, and is changed there', async () => {
		const { pages, error } = await converse([
			...begin,
			...robbery,
			'no',
			'crime of violence',
			'<',
			'<',
			'<',
			'robbery',
			'kinds: ',
		]);
		const edit = pages.findLast(({ ask }) => ask === 'Prior robbery');
		expect(edit?.options.map(({ label }) => label)).toContain('kinds: ["crime-of-violence"]');
		expect(pages.at(-1)?.selected?.label).toBe('crime of violence');
		expect(error).toMatchObject({ name: 'ExitPromptError' });
	});

	test('is not taken over by another prior of the same name', async () => {
		const again = ['Priors', 'robbery', 'remove', ...robbery];
		const { pages } = await converse([...begin, ...robbery, ...facts, ...again]);
		expect(pages.at(-1)?.ask).not.toMatch(/All answers/);
	});
});

describe('before the priors', () => {
	test('nothing is said about the range', async () => {
		const { pages } = await converse(['2018', '§2L1.2 unlawful reentry, worked']);
		expect(pages.at(-1)?.standing).toBe('So far: not known before priors and removals');
	});
});

describe('from facts to conclusions and back', () => {
	const begin = [
		'2018',
		'§2L1.2 unlawful reentry, worked',
		'2018-06-01',
		'add',
		'robbery',
		'felony',
		'2010-03-05',
		'3 years',
		'',
		'',
		'these',
	];
	const facts = ['no', 'none', '2012-05-01', '', '0', '', '', ''];

	test('what was drawn stands ready as the answer', async () => {
		const over = ['Offense', '§2L1.2 unlawful reentry', '', '', '', '', ''];
		const { printed, pages, error } = await converse([...begin, ...facts, ...over, '', '', '']);
		expect(error).toBeUndefined();
		const asked = pages.slice(-12).map(({ ask, selected }) => `${ask} ${selected?.label.split(' ')[0]}`);
		expect(asked).toContain('Which increase of §2L1.2(b)(2) applies? (b)(2)(B)');
		expect(asked).toContain('Which increase of §2L1.2(b)(3) applies? none');
		expect(asked).toContain('Criminal history category, or points? 3');
		expect(printed).toMatch(/offense level 16 · category II\b/);
	});

	test('the facts are still there', async () => {
		const over = ['Offense', '§2L1.2 unlawful reentry', '', '', '', ''];
		const again = ['Offense', '§2L1.2 unlawful reentry, worked'];
		const { printed, error } = await converse([...begin, ...facts, ...over, ...again, '', '', '']);
		expect(error).toBeUndefined();
		expect(printed).toContain('robbery');
	});
});

describe('a fact that is not known yet', () => {
	test('leaves no other fact unasked, and shows each way it may come out', async () => {
		const begin = ['2018', '§2L1.2 unlawful reentry, worked', '2018-06-01'];
		const robbery = ['add', 'robbery', 'felony', '2010-03-05', '3 years', '', '', 'these'];
		const facts = ['u', 'none', '2012-05-01'];
		const { printed, pages, error } = await converse([...begin, ...robbery, ...facts, '', '0', '', '', '', '', '']);
		expect(pages.map(({ ask }) => ask)).toContain('Prior robbery: Of what kinds is the conviction, as you judge it?');
		expect(error).toBeUndefined();
		expect(printed).toMatch(/Not known yet: Under sentence/);
	});
});

describe('a fact that both editions need', () => {
	test('is asked also where only the edition of the offense date needs it', async () => {
		const lines = ['2016-12-01', '2015-06-01', '§2L1.2 unlawful reentry, worked', '2015-06-01'];
		const { pages } = await converse([
			...lines,
			'add',
			'drugs',
			'felony',
			'2010-03-05',
			'3 years',
			'',
			'',
			'these',
			'no',
		]);
		expect(pages.at(-1)?.ask).not.toBe('Any other change in levels, such as a role in the offense?');
	});
});
