import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { caseSchema } from '../../src/case/schema.ts';
import { calculate, InputError, parseCase } from '../../src/index.ts';
import { bundledLaw } from '../../src/law/bundled.ts';
import type { Guideline } from '../../src/law/guideline-schema.ts';
import { guidelineIn } from '../../src/law/guidelines.ts';
import type { Law } from '../../src/law/schema.ts';
import { notAsked } from '../../src/wizard/questions/not-asked.ts';
import type { Page } from '../../src/wizard/screen/page.ts';
import { banuelos, converse } from './script.ts';

const heading = (printed: string): string => printed.trim().split('\n')[0] ?? '';

describe('United States v. Banuelos-Rodriguez, 215 F.3d 969 (9th Cir. 2000): 70 to 87 months', () => {
	test('takes no more than twelve answers from start to range', async () => {
		const { printed, pages, error } = await converse([...banuelos, '']);
		expect(heading(printed)).toMatch(/^Guideline range {3}70–87 months .*level 21 · category V/);
		expect(banuelos.length).toBe(9);
		expect(banuelos.length).toBeLessThanOrEqual(12);
		expect(pages).toHaveLength(banuelos.length + 1);
		expect(error).toBeUndefined();
	});

	test('before its increases are answered, a level is no range', async () => {
		const { pages } = await converse(banuelos.slice(0, 2));
		const [, guideline, increase] = pages as [Page, Page, Page];
		expect(guideline.options[1]?.outcome).toBe('If chosen: level 8, before the increases that are asked next');
		expect(increase.standing).toBe('So far: level 8, before the increases that are asked next');
		const reentry = await converse(['2018', '2L1.2', '(b)(1)(A)']);
		expect(reentry.pages.at(-1)?.standing).toBe('So far: level 12, before the increases that are asked next');
		expect(
			reentry.pages
				.slice(2)
				.flatMap(({ options }) => options.map(({ outcome }) => outcome ?? ''))
				.join(),
		).not.toContain('0–24');
	});

	test('what Enter takes stands among the choices, at every question', async () => {
		const { pages } = await converse([...banuelos, '']);
		for (const page of pages) expect(page.options, page.ask).toContain(page.selected);
	});

	test('Enter alone decides nothing that moves the range', async () => {
		const { pages } = await converse([...banuelos, '']);
		const moving = pages.filter(({ ask }) => /increase|Acceptance|category/.test(ask));
		expect(moving).toHaveLength(3);
		for (const page of moving) expect(page.selected?.label).toBe('not known yet');
	});

	test('each question names its provision and what it does, and each choice where it leads', async () => {
		const { pages } = await converse([...banuelos, '']);
		const [, , increase, , , category] = pages as [Page, Page, Page, Page, Page, Page];
		expect(increase.provision).toBe('§2L1.2(b)');
		expect(increase.options.find(({ label }) => label.startsWith('(b)(2)'))).toMatchObject({ effect: '+16 levels' });
		expect(category.options.find(({ label }) => label === 'V')).toMatchObject({
			effect: '10 to 12 points',
			outcome: 'If chosen: level 21 · category V · 70–87 months',
		});
		expect(category.standing).toBe('So far: level 21 · category I to VI · within 37–96 months');
	});

	test('a statutory minimum is not taken for granted outside of unlawful reentry', async () => {
		const { pages } = await converse(['2012', 'another', '34', 'none', '3', 'I']);
		expect(pages.at(-1)?.ask).toBe('Statutory minimum?');
		expect(pages.at(-1)?.selected).toMatchObject({
			label: 'not known yet',
			effect: 'the answer says what it would do',
		});
	});

	test('a section that is not held leads to its base offense level, and what to bring is said', async () => {
		const { pages } = await converse(['2012']);
		const [option] = (pages.at(-1) as Page).typed('2k2.1');
		expect(option?.note).toBe(
			'§2K2.1 (unlawful receipt, possession or transportation of firearms or ammunition) is not held. Take its base offense level and its specific offense characteristics from the PSR: both are asked next',
		);
		expect((pages.at(-1) as Page).typed('2L1.1')[0]?.note).toBeUndefined();
		expect((pages.at(-1) as Page).typed('2L1.2')[0]?.note).toBeUndefined();
	});

	test('what is worked out from priors and removals is explained', async () => {
		const { said } = await converse(['2012', '?']);
		expect(said.join('\n')).toMatch(/Worked out from priors and removals: you enter each prior sentence/);
	});

	test('from any question one can go back, and the range is the same', async () => {
		for (let at = 1; at < banuelos.length; at++) {
			const again = at === banuelos.length - 1 ? '' : (banuelos[at - 1] as string);
			const { printed, error } = await converse([...banuelos.slice(0, at), '<', again, ...banuelos.slice(at), '']);
			expect(error).toBeUndefined();
			expect(heading(printed)).toContain('70–87 months');
		}
	});

	test('any answer can be changed on the review screen without losing the rest', async () => {
		const { printed, pages } = await converse([...banuelos.slice(0, -1), 'Acceptance', '0', '', '']);
		expect(heading(printed)).toContain('92–115 months');
		expect(pages.at(-2)?.ask).toMatch(/^All answers/);
	});

	test('a question explains itself with its traps', async () => {
		const { said } = await converse(['1995', '2L1.2', '?', '(b)(2)']);
		expect(said.join('\n')).toMatch(/Watch for: an aggravated felony is one on the list in Note 7/);
	});
});

describe('the first lines', () => {
	test('say how a draft is kept, and that Ctrl-C keeps nothing', async () => {
		const { said, files } = await converse([]);
		expect(said[0]).toMatch(/type draft at any question: it asks for a file .* Ctrl-C ends and keeps nothing\.$/);
		expect(said.at(-1)).toBe('Stopped. No draft was kept.');
		expect(files.size).toBe(0);
	});

	test('say with a draft where the answers are', async () => {
		const { said } = await converse(['1995'], { draft: 'd.json' });
		expect(said[0]).toContain('Every answer is kept in d.json: Ctrl-C ends, and ussg --draft d.json goes on.');
		expect(said.at(-1)).toBe('Stopped. To go on: ussg --draft d.json');
	});
});

describe('what is not asked', () => {
	test('is named on the review, and ? says by which flag or field it is added', async () => {
		const { pages, said } = await converse([...banuelos.slice(0, -1), '?']);
		expect(pages.at(-1)?.does).toMatch(/^Not asked: statutes of conviction.*Chapter Three.*career offender/);
		const text = said.join('\n');
		expect(text).toMatch(/statutes of conviction, with their penalties: --statute;/);
		expect(text).toMatch(/adjustments of Chapter Three by their names: --chapter-three;/);
		expect(text).toMatch(/career offender \(§4B1\.1\): careerOffender;/);
	});

	test('with what is asked, is all that a case document may say', () => {
		const asked = [
			...['edition', 'sentencingDate', 'offenseDate', 'guideline', 'baseOffenseLevel', 'enhancements', 'adjustments'],
			...['acceptance', 'criminalHistoryCategory', 'criminalHistoryPoints', 'priors', 'removals', 'removalOrders'],
			...['instantOffense', 'zeroPointOffender', 'statutoryMinimumMonths', 'statutoryMinimumRelief'],
			...['statutoryMaximumMonths', 'fastTrackLevels', 'caption', 'sentenceImposedMonths'],
		];
		expect([...asked, ...Object.keys(notAsked)].toSorted()).toEqual(Object.keys(caseSchema.shape).toSorted());
	});
});

describe('acceptance', () => {
	test('has one wording, in the choices, the review and what is changed', async () => {
		const { pages, said } = await converse([...banuelos.slice(0, -1), '', 'what', 'change Acceptance', '2', '']);
		const words = '−3 levels (§3E1.1(a), (b))';
		expect(pages[4]?.options.map(({ label, effect }) => [label, effect])).toEqual([
			['not known yet', 'shows each possibility'],
			[words, undefined],
			['−2 levels (§3E1.1(a))', undefined],
			['none', undefined],
			// Level 24: the third level is to be had.
			['full: −3 levels from level 16 on, else −2 levels', 'here the same as −3 levels (§3E1.1(a), (b))'],
		]);
		expect(said).toContain(`Acceptance of responsibility? ${words}`);
		expect(pages[8]?.options.map(({ label }) => label)).toContain(`Acceptance: ${words}`);
		expect(said.join('\n')).toContain('Acceptance: −2 levels (§3E1.1(a))');
	});

	test.each([['3'], ['3 levels'], ['-3']])('%s is three levels', async (text) => {
		const page = (await converse(['1995', '2L1.2', '(b)(2)', ''])).pages.at(-1) as Page;
		expect(page.typed(text)[0]).toMatchObject({ value: 3 });
	});
});

describe('what is typed', () => {
	const typed = async (lines: string[], text: string) => (await converse(lines)).pages.at(-1)?.typed(text)[0];

	test.each([
		['a day that does not exist', [], '2023-02-30', 'Give a date that exists'],
		['a year before the Guidelines', [], '1986', 'before the first Guidelines Manual'],
		['a level above the table', ['1995', 'another'], '44', 'Give an offense level from 1 to 43'],
		['a category beyond VI', ['1995', '2L1.2', 'u', '', 'u'], 'VII', 'Give I to VI, or points'],
		['a fraction of a month', [...banuelos.slice(0, 6)], '1.5', 'Give whole months'],
		[
			'a maximum below the minimum',
			[...banuelos.slice(0, 6), '10y', ''],
			'60',
			'the minimum of 120 months is above the maximum of 60 months',
		],
		['an offense after its sentence', ['2012-11-05'], '2013-01-01', 'is after the sentencing date'],
	])('%s is refused with the remedy', async (_, lines, text, remedy) => {
		expect(await typed(lines, text)).toMatchObject({ refusal: expect.stringContaining(remedy) });
	});

	test.each([
		[
			'a month of one Manual',
			[],
			'March 2013',
			{ sentencingDate: '2013-03' },
			'March 2013: Manual of November 1, 2012',
			undefined,
		],
		[
			'the same in figures',
			[],
			'3/2013',
			{ sentencingDate: '2013-03' },
			'March 2013: Manual of November 1, 2012',
			undefined,
		],
		[
			'a year',
			[],
			'2013',
			{ edition: '2013' },
			'Manual of November 1, 2013',
			/^for a sentencing before November 1, 2013 give its date$/,
		],
		// No Manual took effect in 2017: all of it lies in that of 2016.
		['a year of one Manual', [], '2017', { edition: '2017' }, 'Manual of November 1, 2016', undefined],
		[
			'a day',
			[],
			'3/15/2013',
			{ sentencingDate: '2013-03-15' },
			'March 15, 2013: Manual of November 1, 2012',
			undefined,
		],
	])('%s names an edition, and what it leaves open is said', async (_, lines, text, value, label, note) => {
		const option = await typed(lines, text);
		expect(option).toMatchObject({ value, label });
		if (note === undefined) expect(option?.note).toBeUndefined();
		else expect(option?.note).toMatch(note);
	});

	test.each([
		// The Manual was amended on January 15, 1988 (53 Fed. Reg. 1286).
		[
			'a month of two Manuals',
			[],
			'January 1988',
			'January 1988 lies in two Manuals, of November 1, 1987 and of January 15, 1988. Give the day',
		],
		[
			'a year for the offense',
			['3/15/2013'],
			'2012',
			'2012 lies in two Manuals. Give the last day that the offense can have lasted (December 31, 2012 at the latest), or leave it out',
		],
		[
			'a bare number in words',
			[...banuelos.slice(0, 6)],
			'ten',
			'"ten" is not valid here. Give whole months, years (10y) or life',
		],
		[
			'what is no date',
			[],
			'soon',
			'"soon" is not valid here. Give a date (YYYY-MM-DD, M/D/YYYY or March 14, YYYY), or a year',
		],
	])('%s is refused in one sentence, with one remedy', async (_, lines, text, refusal) => {
		expect((await typed(lines, text))?.refusal).toBe(refusal);
	});

	test('a month for the offense is taken where all of it lies in one Manual', async () => {
		expect(await typed(['3/15/2013'], 'June 2012')).toMatchObject({
			value: '2012-06',
			label: 'June 2012: Manual of November 1, 2011',
		});
	});

	test('years may be in words', async () => {
		expect(await typed([...banuelos.slice(0, 6)], 'ten years')).toMatchObject({
			value: 120,
			label: '120 months (10 years)',
		});
	});

	test.each([
		['an American date', [], '11/5/2012', 'November 5, 2012: Manual of November 1, 2012'],
		['a year', [], '2003', 'Manual of November 1, 2003'],
		['the day of an edition between Novembers', [], '2003-10-27', 'Manual of October 27, 2003'],
		['years', [...banuelos.slice(0, 6)], '10y', '120 months (10 years)'],
		['points', ['1995', '2L1.2', 'u', '', 'u'], '10 points', '10 points: category V'],
		['a number that only points can be', ['1995', '2L1.2', 'u', '', 'u'], '7', '7 points: category IV'],
		['a role', ['1995', '2L1.2', 'u'], '-2 §3B1.2 minor role', '−2 levels §3B1.2 minor role'],
	])('%s is read, and said in words', async (_, lines, text, label) => {
		expect(await typed(lines, text)).toMatchObject({ label });
	});

	test('a number that may be a category or points is neither, and both are named', async () => {
		const page = (await converse(['1995', '2L1.2', 'u', '', 'u'])).pages.at(-1) as Page;
		const [option, ...others] = page.typed('5');
		expect(others).toEqual([]);
		expect(option?.matches?.map(({ label }) => label)).toEqual(['V', '5 points: category III']);
		expect(option?.refusal).toBe(
			'can mean V (10 to 12 points) or 5 points: category III. Type the one you mean in full',
		);
		expect(page.typed('V')[0]).toMatchObject({ value: { category: 'V' } });
		expect(page.typed('5 points')[0]).toMatchObject({ value: { points: 5 } });
	});

	test('what the level does not allow cannot be chosen, and says why', async () => {
		const page = (await converse(['1995', '2L1.2', '(b)(1)', ''])).pages.at(-1) as Page;
		expect(page.options.find(({ key }) => key === '3')?.refusal).toMatch(/require an offense level of 16 or more/);
		expect(page.options.find(({ key }) => key === '2')?.refusal).toBeUndefined();
	});
});

describe('after the range', () => {
	test('scenarios stand side by side, each from the same case', async () => {
		const { said, printed } = await converse([
			...[
				...banuelos,
				'what',
				'change Acceptance',
				'0',
				'change Criminal',
				'VI',
				'change Edition',
				'2018',
				'n',
				'n',
				'(b)(3)(A)',
				'',
				'',
			],
		]);
		const table = said.filter((line) => /^ {2}[A-D] {2}/.test(line)).slice(-4);
		expect(table[0]).toMatch(/^ {2}A {2}70–87 months {2,}level 21 +V /);
		expect(table[1]).toMatch(/^ {2}B {2}92–115 months {2,}level 24 +V .*Acceptance: none/);
		expect(table[2]).toMatch(/^ {2}C {2}77–96 months {2,}level 21 +VI .*Criminal history: VI/);
		expect(table[3]).toMatch(/^ {2}D /);
		expect(heading(printed)).toContain('70–87 months');
	});

	describe('another edition', () => {
		const drugs = ['2012', '2L1.2', '(b)(1)(B)', 'yes', '', '3', 'V', '', '', '4', ''];
		const change = (edition: string) => [...drugs, 'what', 'change Edition', edition];
		const rowB = (said: readonly string[]) => {
			const lines = said.slice(said.findLastIndex((line) => line.startsWith('  B')));
			return lines.slice(0, lines.indexOf('')).join(' ').replace(/\s+/g, ' ');
		};

		test('where a third level is not to be had: acceptance is lowered, and why is said (§3E1.1(b))', async () => {
			const { said, printed, error } = await converse([...change('1995'), '(b)(1)', '', 'finish', 'yes']);
			const why =
				'Acceptance lowered to 2 levels (§3E1.1(a)): 3 levels require an offense level of 16 or more before acceptance (§3E1.1(b)), but it is 12';
			expect(error).toBeUndefined();
			expect(said).toContain(`${why}.`);
			expect(rowB(said)).toMatch(/^ B 21–27 months level 10 V /);
			expect(rowB(said)).toContain(why);
			expect(heading(printed)).toContain('level 17');
		});

		test('that has no third level at all: likewise', async () => {
			const { said, error } = await converse([...change('1991'), '(b)(2)', '', 'finish', 'yes']);
			expect(error).toBeUndefined();
			expect(said).toContain(
				'Acceptance lowered to 2 levels (§3E1.1(a)): No third level in this edition: it begins November 1, 1992.',
			);
			expect(rowB(said)).toMatch(/level 22 V /);
		});

		test('where increases read otherwise: they are asked again, and it says so', async () => {
			const { said, pages } = await converse(change('1995'));
			expect(said.join('\n')).toMatch(/^§2L1\.2\(b\) reads otherwise in this edition/m);
			expect(pages.at(-1)?.ask).toMatch(/^Which increase/);
			expect(pages.at(-1)?.options.map(({ refusal }) => refusal)).toEqual([undefined, undefined, undefined, undefined]);
		});

		test('left before its increases are answered is no scenario, and that is said', async () => {
			const { said, pages } = await converse([...change('1995'), '<']);
			expect(said).toContain('No scenario is added: it would lack an answer that it needs.');
			expect(pages.at(-1)?.options.map(({ label }) => label)).not.toContain('take B as the case');
		});

		test('without fast track: it falls away, and why is said (§5K3.1 begins October 27, 2003)', async () => {
			const { said } = await converse([...change('1995'), '(b)(2)', '', '']);
			expect(said).toContain('Fast track (−4 levels) falls away: §5K3.1 begins October 27, 2003.');
			expect(rowB(said)).toContain('Fast track (−4 levels) falls away');
		});

		test('in which fast track is part of the level: that is said (§3F1.1, November 1, 2025)', async () => {
			const { said } = await converse([...change('2025'), 'none', 'none', '(b)(3)(A)', '', '']);
			expect(said).toContain('Fast track is part of the offense level here (§3F1.1).');
		});

		test('reading the same says nothing', async () => {
			const { said } = await converse([...change('2013'), '']);
			expect(said.filter((line) => /lowered|falls away|reads otherwise/.test(line))).toEqual([]);
			expect(rowB(said)).toMatch(/level 17 V fast track 30–37 months Edition: Manual of November 1, 2013$/);
		});
	});

	test('a decrease for no points falls away with points, and that is said (§4C1.1(a)(1))', async () => {
		const first = ['2023', 'another', '20', '', '3', 'I', 'y', '', '', '', ''];
		const { said, error } = await converse([...first, 'what', 'change Criminal', 'II', '', 'finish', 'yes']);
		expect(error).toBeUndefined();
		expect(said.join('\n')).toMatch(
			/Zero-point offender \(yes.*\) falls away: §4C1\.1 has no place in the case as changed\./,
		);
		expect(
			said
				.filter((line) => /^ {2}[AB] {2}/.test(line))
				.slice(-2)
				.map((line) => /level (\d+)/.exec(line)?.[1]),
		).toEqual(['15', '17']);
	});

	test('on the review screen too, an increase that leaves no third level lowers acceptance', async () => {
		const { said, printed } = await converse([...banuelos.slice(0, -1), '§2L1.2(b)', '(b)(1)', '', '']);
		expect(said.join('\n')).toContain('Acceptance lowered to 2 levels (§3E1.1(a))');
		expect(heading(printed)).toMatch(/21–27 months .*level 10 · category V/);
	});

	test('a fast-track departure shows beside the range that it leaves alone', async () => {
		const lines = [
			'2012',
			'2L1.2',
			'(b)(1)(A)',
			'yes',
			'',
			'3',
			'V',
			'',
			'',
			'',
			'',
			'what',
			'change Fast',
			'4',
			'',
			'',
		];
		const { said } = await converse(lines);
		expect(said.find((line) => line.startsWith('  B'))).toMatch(/70–87 months .*fast track 46–57 months/);
	});

	test('a scenario can be taken as the case', async () => {
		const { printed } = await converse([
			...banuelos,
			'what',
			'change Acceptance',
			'0',
			'take B',
			'',
			'change an answer',
			'',
			'',
		]);
		expect(heading(printed.slice(printed.lastIndexOf('Guideline range')))).toContain('92–115 months');
	});

	test('a scenario that is taken as the case keeps its letter, and what is kept names what it holds', async () => {
		const lines = ['what', 'change Acceptance', '0', 'change Criminal', 'IV', 'take B', ''];
		const { said, files, error } = await converse([
			...banuelos,
			...lines,
			'save',
			'b.json',
			'print',
			'write',
			'text',
			'b.txt',
			'finish',
		]);
		expect(error).toBeUndefined();
		// Level 24 without acceptance: 92–115 in category V. Level 21: 70–87 in V, 57–71 in IV.
		expect(said.filter((line) => /^ {2}[A-C] /.test(line)).slice(-3)).toEqual([
			expect.stringMatching(/^ {2}A {2}70–87 months +level 21 +V +Acceptance: −3 levels/),
			expect.stringMatching(/^ {2}B {2}92–115 months +level 24 +V +the case$/),
			expect.stringMatching(/^ {2}C {2}57–71 months +level 21 +IV +Acceptance: −3 levels.*;$/),
		]);
		expect(said.join('\n')).toContain('B is the case now');
		const alone = 'It holds the case, B (level 24, category V, 92–115 months). The scenarios A, C are not in it.';
		expect(said.filter((line) => line === alone)).toHaveLength(2);
		expect(said).toContain('It holds the case, B (level 24, category V, 92–115 months), and beside it A, C.');
		expect(calculate(parseCase(JSON.parse(files.get('b.json') as string))).guidelineRange.minimumMonths).toBe(92);
	});

	test('a draft keeps which of the scenarios is the case', async () => {
		const lines = ['what', 'change Acceptance', '0', 'take B', '', 'draft', 'd.json'];
		const { files } = await converse([...banuelos, ...lines]);
		const text = files.get('d.json') as string;
		const { said } = await converse(['', 'what'], { draft: 'd.json', files: { 'd.json': text } });
		expect(said.find((line) => line.startsWith('  B '))).toMatch(/92–115 months +level 24 +V +the case$/);
		const beyond = JSON.stringify({ ...JSON.parse(text), caseAt: 2 });
		const { error } = await converse([], { draft: 'd.json', files: { 'd.json': beyond } });
		expect(error).toMatchObject({ code: 'not-a-draft' });
	});

	test('without scenarios nothing is said of them', async () => {
		const { said } = await converse([...banuelos, 'save', 'b.json', 'print', 'write', 'text', 'b.txt', 'finish']);
		expect(said.join('\n')).not.toMatch(/scenario|It holds/);
	});

	test('the case document is saved, and calculates to the same range', async () => {
		const { files } = await converse([...banuelos, 'save', 'mine.json', '']);
		const document = JSON.parse(files.get('mine.json') as string);
		expect(calculate(parseCase(document)).guidelineRange).toEqual({ minimumMonths: 70, maximumMonths: 87 });
	});

	test('a file that exists is overwritten only on request', async () => {
		const files = { 'mine.json': 'precious' };
		const kept = await converse([...banuelos, 'save', 'mine.json', '', '', 'finish'], { files });
		expect(kept.files.get('mine.json')).toBe('precious');
		// After "no" the name is asked for again, with one that is free, and the answer is written there.
		expect(kept.files.get('mine-2.json')).toContain('"edition": "1995"');
		expect(kept.error).toBeUndefined();
		const overwritten = await converse([...banuelos, 'save', 'mine.json', 'yes', 'finish'], { files });
		expect(overwritten.files.get('mine.json')).toContain('"edition": "1995"');
		expect([...overwritten.files.keys()]).toEqual(['mine.json']);
	});

	test('after "no" to overwriting a report, its form is kept', async () => {
		const files = { 'report.txt': 'precious', 'report-2.txt': 'too' };
		const lines = ['write', 'text', '', 'no', '', 'no', '', 'finish'];
		const conversation = await converse([...banuelos, ...lines], { files });
		expect(conversation.error).toBeUndefined();
		expect(heading(conversation.files.get('report-3.txt') as string)).toContain('70–87 months');
		expect(conversation.files.get('report-2.txt')).toBe('too');
	});

	test.each(['papers', 'papers/'])('a folder, %s, is said to be one, and a file in it is offered', async (folder) => {
		const lines = ['write', 'text', folder, '', 'finish'];
		const { said, files, pages, error } = await converse([...banuelos, ...lines], {
			files: { 'papers/a.txt': 'precious' },
		});
		expect(error).toBeUndefined();
		expect(said).toContain(`${folder} is a folder: give the name of a file in it.`);
		expect(pages.map(({ ask }) => ask).join()).not.toContain('Overwrite');
		expect(heading(files.get('papers/report.txt') as string)).toContain('70–87 months');
	});

	test('Enter leaves at once only where nothing was done with the answer', async () => {
		const { pages } = await converse([...banuelos, 'print', '', 'save', 'a.json', '', '<']);
		const next = pages.filter(({ ask }) => ask === 'What next?').map(({ selected }) => selected?.value);
		expect(next).toEqual(['finish', 'command', 'command', 'save', 'save']);
	});

	test('scenarios that are in no file are not lost without a question', async () => {
		const lines = [...banuelos, 'what', 'change Acceptance', '0', ''];
		const asked = await converse([...lines, 'finish', '', 'write', 'text', 'a.txt', 'finish']);
		expect(asked.pages.filter(({ ask }) => ask.startsWith('The scenarios are in no file'))).toHaveLength(1);
		expect(asked.error).toBeUndefined();
		const left = await converse([...lines, 'finish', 'yes']);
		expect(left.error).toBeUndefined();
		const drafted = await converse([...lines, 'draft', 'd.json', 'finish']);
		expect(drafted.error).toBeUndefined();
	});

	test('the answer stands above the menu: range, what the minimum does, what fast track comes to', async () => {
		const lines = ['2012', 'another', '34', 'none', '3', 'I', '120', 'no relief', 'none', 'none', ''];
		const { said } = await converse(lines);
		expect(said.slice(-5, -2)).toEqual([
			'Range 120–135 months · level 31 · category I',
			'Floor · 120-month minimum: raises the low end',
			'With fast track, by levels 1: 120–121, 2 to 4: 120 months',
		]);
		const unknown = await converse([...lines.slice(0, -2), 'u', '']);
		expect(unknown.said.slice(-4, -2)).toEqual([
			'Range 120–135 months · level 31 · category I · fast track by levels 1: 120–121, 2 to 4: 120 months',
			'Floor · 120-month minimum: raises the low end',
		]);
	});

	test('a file that cannot be written does not end the conversation', async () => {
		const onWrite = () => {
			throw new InputError('cannot-write', '', 'cannot write "mine.json": ENOSPC');
		};
		const { said, error } = await converse([...banuelos, 'save', 'mine.json', '<', 'finish'], { onWrite });
		expect(said).toContain('Not written: cannot write "mine.json": ENOSPC.');
		expect(error).toBeUndefined();
	});

	test('a file that cannot be written is asked for again, with what was typed ready to be changed', async () => {
		const onWrite = (file: string) => {
			if (file.includes('/')) throw new InputError('cannot-write', '', `there is no folder`);
		};
		for (const [keys, written] of [
			[['save', 'away/mine.json', 'mine.json', 'finish'], 'mine.json'],
			[['write', 'text', 'away/mine.txt', 'mine.txt', 'finish'], 'mine.txt'],
			[['draft', 'away/d.json', 'd.json', 'finish'], 'd.json'],
		] as const) {
			const { files, pages, error } = await converse([...banuelos, ...keys], { onWrite });
			expect(error).toBeUndefined();
			expect([...files.keys()]).toEqual([written]);
			expect(pages.filter(({ options }) => options[0]?.label.startsWith('away/'))).toHaveLength(1);
		}
	});

	test('the equivalent command gives the range', async () => {
		const { said } = await converse([...banuelos, 'print', '']);
		expect(said.join('\n')).toContain(
			"ussg calc --edition 1995 --guideline 2L1.2 --enhancement '(b)(2)' \\\n  --acceptance 3 --category V",
		);
	});

	test('the report is written in the form chosen', async () => {
		const { files } = await converse([...banuelos, 'write', 'text', 'mine.txt', '']);
		expect(heading(files.get('mine.txt') as string)).toContain('70–87 months');
	});

	test('a caption and a sentence imposed can be added', async () => {
		const { printed } = await converse([
			...banuelos.slice(0, -1),
			'add: sentence',
			'70',
			'add: caption',
			'United States v. A',
			'',
			'',
		]);
		expect(printed).toContain('United States v. A');
		expect(printed).toMatch(/Sentence +70 months: at the low end/);
	});
});

describe('what is not known yet', () => {
	test('shows the range for each possibility', async () => {
		const { printed } = await converse([...banuelos.slice(0, 5), 'u', '', '', '', '']);
		expect(printed).toContain('Not known yet: Criminal history.');
		for (const range of ['37–46', '41–51', '46–57', '57–71', '70–87', '77–96'])
			expect(printed).toContain(`${range} months`);
	});

	test('a minimum not known yet says what it would do', async () => {
		const { printed } = await converse([...banuelos.slice(0, 6), 'u', '', '', '']);
		expect(heading(printed)).toContain('70–87 months');
		expect(printed).toMatch(
			/up to 70 months it changes nothing, above that\s+it raises the low end, above 87 months it becomes/,
		);
	});

	/** 108 to 135 in the table, 120 the minimum. Level 30 in category I is 97–121, 29 is 87–108, 28 is 78–97, 27 is 70–87. */
	const floored = ['3/15/2013', '6/30/2012', 'another', '34', 'none', '3', 'I', '120', 'no relief', 'none', 'u'];

	test('a departure for fast track: what each number of levels would lead to, with the floor and the warnings', async () => {
		const { printed, said } = await converse([...floored, '', '']);
		expect(heading(printed)).toMatch(/^Guideline range {3}120–135 months .*level 31 · category I/);
		expect(printed).toMatch(/By number of levels: 1: 120–121 · 2: 120 · 3: 120 · 4: 120/);
		expect(printed).toMatch(/Floor +the 120-month minimum raises the low end/);
		expect(printed).not.toContain('Department of Justice');
		expect(printed.replace(/\s+/g, ' ')).toContain(
			'Fast track not known yet: the guideline range stays 120–135 months; after the departure, by its levels, 1: 120–121, 2 to 4: 120 months.',
		);
		expect(said.at(-2)).toMatch(
			/^Range 120–135 months · level 31 · category I · fast track by levels 1: 120–121, 2 to 4: 120 months/,
		);
	});

	test('such a case is saved and reported without it: the result holds each number of levels', async () => {
		const { files, error } = await converse([...floored, '', 'save', 'a.json', 'write', 'text', 'a.txt', 'finish']);
		expect(error).toBeUndefined();
		const document = JSON.parse(files.get('a.json') as string);
		expect(document).not.toHaveProperty('fastTrackLevels');
		expect(files.get('a.txt')).toContain('By number of levels: 1: 120–121 · 2: 120 · 3: 120 · 4: 120');
	});

	test('beside other possibilities, the departure stands in the row of each, with what the minimum does there', async () => {
		const { printed } = await converse([...floored.slice(0, 5), 'u', ...floored.slice(6), '', '']);
		const rows = printed.replace(/\s+/g, ' ');
		expect(rows).toContain('The range for each possibility');
		// Without acceptance: level 34, 151–188; less one to four levels 135–168, 121–151, 120–135 (108–135), 120–121 (97–121).
		expect(rows).toMatch(
			/151–188 months level 34 I Acceptance: none; 120-month minimum: no effect; after fast track by levels 1: 135–168, 2: 121–151, 3: 120–135, 4: 120–121 months/,
		);
		expect(rows).toMatch(
			/120-month minimum: raises the low end; after fast track by levels 1: 120–121, 2 to 4: 120 months/,
		);
		expect(rows).not.toContain('Department of Justice');
		expect(rows.match(/level 31 I/g)).toHaveLength(1);
	});

	test('as an adjustment of the level itself, fast track has a row for each number of levels', async () => {
		const lines = ['2025-11-01', 'another', '34', 'none', '3', 'II', '120', 'no relief', 'none', 'u', '', ''];
		const { printed } = await converse(lines);
		// Levels 31 to 27 in category II: 121–151, 108–135, 97–121, 87–108, 78–97, each with a floor of 120.
		expect([...printed.matchAll(/(\S+) months +level (\d+)/g)].map(([, range, level]) => `${level}: ${range}`)).toEqual(
			['27: 120', '28: 120', '29: 120–121', '30: 120–135', '31: 121–151'],
		);
	});

	test('does not go into a case document', async () => {
		const { files, said } = await converse([...banuelos.slice(0, 5), 'u', '', '', '', 'save', '']);
		expect(files.size).toBe(0);
		expect(said.join('\n')).toContain('Not known yet: Criminal history.');
	});

	test('gives one result document a line as JSON', async () => {
		const { printed } = await converse([...banuelos.slice(0, 5), 'u', '', '', '', ''], { json: true });
		const lines = printed
			.trim()
			.split('\n')
			.map((line) => JSON.parse(line));
		expect(lines.map(({ criminalHistoryCategory }) => criminalHistoryCategory)).toEqual([
			'I',
			'II',
			'III',
			'IV',
			'V',
			'VI',
		]);
	});
});

describe('as JSON', () => {
	test('nothing but the result document is printed', async () => {
		const { printed, said } = await converse([...banuelos, ''], { json: true });
		expect(JSON.parse(printed).guidelineRange).toEqual({ minimumMonths: 70, maximumMonths: 87 });
		expect(said.join('\n')).toContain('70–87 months');
	});

	test('whatever is answered, the result is that of the case document', async () => {
		const choose = (page: Page, random: () => number) => {
			const open = page.options.filter(
				({ refusal, label }) =>
					refusal === undefined && !/not known yet|not answered yet|from priors|prior sentences|add:/.test(label),
			);
			// Most answers stay as they are, so that a guideline with many facts comes to an end.
			const stays = page.selected && open.includes(page.selected) && open.length > 6 && random() < 0.7;
			return stays ? page.selected : open[Math.floor(random() * open.length)];
		};
		const typedAt = ({ hint = '' }: Page) =>
			hint.includes('500 g') ? '20 g' : hint.includes('YYYY') ? '1990-01-01' : '20';
		await fc.assert(
			fc.asyncProperty(
				fc.constantFrom('1987', '1989', '1995', '2000', '2003', '2010', '2012', '2016', '2018', '2023', '2025-12-01'),
				fc.infiniteStream(fc.double({ min: 0, max: 0.999, noNaN: true })),
				async (edition, stream) => {
					const random = () => stream.next().value as number;
					const lines: string[] = [edition];
					for (let steps = 0; steps < 40; steps++) {
						const page = (await converse(lines)).pages.at(-1) as Page;
						if (page.ask.startsWith('All answers')) break;
						const option = choose(page, random);
						lines.push(option === undefined ? typedAt(page) : option.key || option.label);
					}
					const { printed, files, error } = await converse([...lines, '', 'save', 'c.json', 'finish'], { json: true });
					expect(error).toBeUndefined();
					expect(JSON.parse(printed)).toEqual(calculate(parseCase(JSON.parse(files.get('c.json') as string))));
				},
			),
			{ numRuns: 24 },
		);
	}, 120_000);
});

describe('a draft', () => {
	test('that can no longer be written says so at each answer, and the conversation goes on', async () => {
		let writes = 0;
		const onWrite = () => {
			if (++writes > 2) throw new InputError('cannot-write', '', 'cannot write "d.json": ENOSPC');
		};
		const { said, printed } = await converse([...banuelos, ''], { draft: 'd.json', onWrite });
		expect(said.filter((line) => line.startsWith('This answer is not kept'))).toHaveLength(banuelos.length - 2);
		expect(heading(printed)).toContain('70–87 months');
	});

	test('that another session writes too: the answers go on in a file of their own, and the other stays', async () => {
		let writes = 0;
		const onWrite = (file: string) => {
			if (++writes > 2 && file === 'd.json') throw new InputError('draft-changed', '', '');
		};
		const given = { draft: 'd.json', files: { 'd-2.json': 'of somebody' }, onWrite };
		const { said, files, error } = await converse([...banuelos.slice(0, 4), ''], given);
		expect(error).toMatchObject({ name: 'ExitPromptError' });
		expect(said.filter((line) => line.startsWith('Another session'))).toEqual([
			'Another session has changed d.json. Your answers here are kept in d-3.json from now on.',
		]);
		expect(said.at(-1)).toBe('Stopped. To go on: ussg --draft d-3.json');
		expect(Object.keys(JSON.parse(files.get('d.json') as string).interview.answers)).toHaveLength(1);
		expect(Object.keys(JSON.parse(files.get('d-3.json') as string).interview.answers).length).toBeGreaterThan(2);
		expect(files.get('d-2.json')).toBe('of somebody');
	});

	test('is written over by nothing else, as long as it is open', async () => {
		const keys = ['save', 'd.json', 'c.json', 'write', 'text', 'd.json', 'r.txt', 'finish'];
		const { said, files, error } = await converse([...banuelos, ...keys], { draft: 'd.json' });
		expect(error).toBeUndefined();
		expect(said.filter((line) => line === 'd.json is open in this session: give another name.')).toHaveLength(2);
		expect(JSON.parse(files.get('d.json') as string).ussgDraft).toBe(1);
		expect([...files.keys()].toSorted()).toEqual(['c.json', 'd.json', 'r.txt']);
	});

	test('nothing is written without agreement, wherever the conversation ends', async () => {
		for (let at = 0; at <= banuelos.length; at++) {
			const { files, said } = await converse(banuelos.slice(0, at));
			expect(files.size).toBe(0);
			expect(said.at(-1)).toBe('Stopped. No draft was kept.');
		}
	});

	test('goes on where it stopped, after any answer', async () => {
		for (let at = 0; at < banuelos.length; at++) {
			const stopped = await converse(banuelos.slice(0, at), { draft: 'd.json' });
			const text = stopped.files.get('d.json') as string;
			expect(stopped.said.at(-1)).toBe('Stopped. To go on: ussg --draft d.json');
			const { printed, pages } = await converse([...banuelos.slice(at), ''], {
				draft: 'd.json',
				files: { 'd.json': text },
			});
			expect(pages).toHaveLength(banuelos.length - at + 1);
			expect(heading(printed)).toContain('70–87 months');
		}
	});

	test('can be agreed to in the middle, and keeps scenarios too', async () => {
		const begun = await converse([
			'1995',
			'2L1.2',
			'draft',
			'd.json',
			...banuelos.slice(2),
			'what',
			'change Acceptance',
			'0',
		]);
		const text = begun.files.get('d.json') as string;
		const { said } = await converse(['', 'what'], { draft: 'd.json', files: { 'd.json': text } });
		expect(said.some((line) => /^ {2}B {2}92–115 months/.test(line))).toBe(true);
	});

	test.each([
		'',
		'{}',
		'[]',
		'null',
		'{"ussgDraft": 2}',
		'{"edition": "1995"}',
		'{"ussgDraft":1,"interview":{"answers":[],"trail":[]},"scenarios":[]}',
	])('%j is none, and is refused by name', async (text) => {
		const { error, files } = await converse([], { draft: 'd.json', files: { 'd.json': text } });
		expect(error).toMatchObject({ name: 'InputError' });
		expect(files.get('d.json')).toBe(text);
	});

	test('from another hand never breaks the conversation', async () => {
		const answers = fc.dictionary(
			fc.constantFrom(
				'edition',
				'offenseDate',
				'guideline',
				'2L1.2(b)@1991-11-01',
				'adjustments/1',
				'acceptance',
				'criminalHistory',
				'priors',
				'instantOffense/commencedOn',
				'statutoryMinimumMonths',
				'fastTrackLevels',
				'caption',
				'zeroPointOffender',
			),
			fc.oneof(
				fc.jsonValue({ maxDepth: 2 }),
				fc.constantFrom({ edition: '1995' }, { sentencingDate: '2012-01-01' }, 'facts', '2L1.2', { unknown: true }, [
					{ id: '1' },
				]),
			),
		);
		await fc.assert(
			fc.asyncProperty(answers, async (given) => {
				const draft = { ussgDraft: 1, interview: { answers: given, trail: Object.keys(given) }, scenarios: [] };
				const { error } = await converse([], { draft: 'd.json', files: { 'd.json': JSON.stringify(draft) } });
				expect(error).toMatchObject({ name: 'ExitPromptError' });
			}),
			{ numRuns: 300 },
		);
	});
});

describe('an edition made up', () => {
	const law: Law = structuredClone(bundledLaw);
	const citation = { section: '§2L1.2(b)', authority: 'App. C, amend. 999', effectiveDate: '2030-11-01' };
	law.editions.editions.push({
		effectiveDate: '2030-11-01',
		kind: 'november',
		amendments: '999',
		citation: 'made up',
		verified: true,
	});
	const newest = guidelineIn(law, '2L1.2', '2030-11-01') as Guideline;
	const characteristic = {
		id: '(b)(7)',
		levels: 5,
		points: 'irrelevant' as const,
		when: { timing: 'deported' as const },
		description: 'came by balloon',
		citation,
	};
	const other = { ...characteristic, id: '(b)(8)', levels: 7, description: 'came by kite' };
	law.guidelines['2L1.2']?.push({
		...newest,
		effectiveDate: '2030-11-01',
		characteristics: [{ id: '(b)', description: 'came by air', rows: [characteristic, other] }],
	});

	test('asks its own enhancements, with no new code', async () => {
		const { pages, printed } = await converse(['2030', '2L1.2', '(b)(8)', '', '0', 'II', '', '', '', '', ''], { law });
		expect(pages[2]?.options.map(({ label }) => label)).toEqual([
			'not known yet',
			'(b)(7) came by balloon',
			'(b)(8) came by kite',
			'none of these',
		]);
		expect(pages[2]?.options[2]).toMatchObject({ effect: '+7 levels' });
		expect(printed).toContain('came by kite');
		expect(heading(printed)).toMatch(/level 15 · category II/);
	});
});

describe('the guideline', () => {
	test.each([['2K2.1'], ['§2B1.1'], ['2k2.1']])('%s is not held: its base offense level is asked', async (section) => {
		const { pages } = await converse(['1995', section]);
		expect(pages.at(-1)?.ask).toBe('Base offense level?');
	});

	test('§2L1.2 is not', async () => {
		const { pages } = await converse(['1995', '§2L1.2']);
		expect(pages.at(-1)?.ask).toMatch(/^Which increase/);
	});
});

describe('what next', () => {
	test('comes with the answer in a line, also after something was done', async () => {
		const { said } = await converse([...banuelos, 'command']);
		expect(said.filter((line) => line === 'Range 70–87 months · level 21 · category V')).toHaveLength(2);
	});
});
