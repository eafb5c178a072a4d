import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Option } from '../../src/wizard/screen/meant.ts';
import type { Page } from '../../src/wizard/screen/page.ts';
import { replyOf } from '../../src/wizard/screen/plain.ts';
import { questions } from '../commands/run.ts';
import { onScreen } from './screens.ts';
import { banuelos, converse } from './script.ts';
import { down, enter } from './virtual-terminal.ts';

/** The page that stands after some lines. */
const after = async (...lines: string[]): Promise<Page> => (await converse(lines)).pages.at(-1) as Page;
const reply = (text: string, page: Page): Option => {
	const given = replyOf(text, page);
	if (typeof given === 'string') throw new Error(given);
	return given;
};

const fastTrack = ['2018', '2L1.2', 'none', 'none', 'none', '', '2', 'II', '', ''];

describe('what people write', () => {
	test.each(['4', '-4', '−4', '–4', '4 levels', '-4 levels', '−4 levels'])(
		'%s is four levels of fast track',
		async (text) => {
			expect(reply(text, await after(...fastTrack))).toMatchObject({ value: 4 });
		},
	);

	test.each(['1 level', '-1', '−1 level'])('%s is one level', async (text) => {
		expect(reply(text, await after(...fastTrack))).toMatchObject({ value: 1 });
	});

	test('a change in levels with the minus that the program prints', async () => {
		const page = await after('1995', '2L1.2', '(b)(2)');
		expect(reply('−2 §3B1.2 minor role', page)).toMatchObject({
			value: { levels: -2, provision: '§3B1.2', label: 'minor role' },
		});
		expect(reply('-2\u00a0§3B1.2', page)).toMatchObject({ value: { levels: -2, provision: '§3B1.2' } });
	});

	test.each([
		['drugs', '2D1.1'],
		['Drugs', '2D1.1'],
		['fraud', '2B1.1'],
		['felon in possession', '2K2.1'],
		['smuggling', '2L1.1'],
		['USSG § 2k2.1', '2K2.1'],
	])('%s leads to §%s', async (text, section) => {
		expect(reply(text, await after('2018'))).toMatchObject({ value: section });
	});

	test.each(['§2L1.2', '§ 2L1.2', '2l1.2', 'reentry', 'illegal reentry'])(
		'%s is that of unlawful reentry',
		async (text) => {
			expect(reply(text, await after('2018'))).toMatchObject({ value: '2L1.2' });
		},
	);

	// Appendix A: §§ 1253 and 1326 of title 8 to §2L1.2, § 1324(a) to §2L1.1, § 841(a) and (b)(1) to (3) of title 21 to §2D1.1.
	test.each([
		['1326', '8:1326', '§2L1.2 unlawful reentry'],
		['1326(b)(2)', '8:1326(b)(2)', '§2L1.2 unlawful reentry'],
		['§ 1326', '8:1326', '§2L1.2 unlawful reentry'],
		['8 U.S.C. 1326', '8:1326', '§2L1.2 unlawful reentry'],
		['8 USC 1326(a)', '8:1326(a)', '§2L1.2 unlawful reentry'],
		['8 U.S.C. § 1253', '8:1253', '§2L1.2 unlawful reentry'],
		['8 USC 1324(a)(1)(A)(ii)', '8:1324(a)(1)(A)(ii)', '§2L1.1 alien smuggling'],
		['21:841(b)(1)(A)', '21:841(b)(1)(A)', '§2D1.1 drug trafficking'],
		['21 USC 846, 841(b)(1)(B)', '21:846,21:841(b)(1)(B)', '§2D1.1 drug trafficking'],
		['18 U.S.C. § 1546', '18:1546', 'the guideline is asked next'],
	])('%s is a statute, and says where it leads', async (text, statute, where) => {
		const option = reply(text, await after('2018'));
		expect(option.value).toEqual({ statute });
		expect(option.label).toMatch(new RegExp(`: ${where}$`));
	});

	test.each([
		['18 U.S.C. 1326', 'is not among the statutes held. Type the section of its guideline'],
		['8 U.S.C. 1326 and 21 U.S.C. 841', 'names more than one offense. Type the statute of one count'],
		['844', 'can mean 18 U.S.C. § 844 and 21 U.S.C. § 844. Type it with its title'],
		['drug traficking', 'is not an offense known here. Did you mean drug trafficking?'],
		['balloon', 'is not an offense known here. Type the section of its guideline'],
	])('%s is not, and what to do is said', async (text, refusal) => {
		expect(reply(text, await after('2018')).refusal).toContain(refusal);
	});
});

describe('what can mean several things is asked again, and what it can mean is listed', () => {
	test('6 is category VI or six points (10 points or more are category V, 13 or more VI)', async () => {
		const page = await after('1995', '2L1.2', 'u', '', 'u');
		expect(reply('6', page).matches?.map(({ label }) => label)).toEqual(['VI', '6 points: category III']);
		expect(reply('VI', page)).toMatchObject({ value: { category: 'VI' } });
		expect(reply('6 points', page)).toMatchObject({ value: { points: 6 } });
		expect(reply('7', page)).toMatchObject({ value: { points: 7 } });
	});

	test.each(['b', 'felony', '(b)', 'conduct'])('%s is no increase of §2L1.2(b)(2), which has several', async (text) => {
		const option = reply(text, await after('2018', '2L1.2', 'none'));
		expect(option.refusal).toBeDefined();
		expect(option.value).toBeNull();
	});

	test('what only one choice says is that choice', async () => {
		expect(reply('five years', await after('2018', '2L1.2', 'none'))).toMatchObject({ value: '(b)(2)(A)' });
	});

	test.each(['no', 'n', 'No'])('%s is never "not known yet"', async (text) => {
		for (const lines of [
			['1995', '2L1.2'],
			['1995', '2L1.2', 'u', ''],
			['1995', '2L1.2', 'u', '', 'u'],
			banuelos.slice(0, 6),
			fastTrack,
		]) {
			const page = await after(...lines);
			expect(page.options.map(({ label }) => label)).toContain('not known yet');
			expect(reply(text, page).value, page.ask).not.toEqual({ unknown: true });
			expect(page.typed(text)[0]?.value, page.ask).not.toEqual({ unknown: true });
		}
	});

	test.each(['u', 'unknown', 'not known', 'not known yet', 'Unanswered'])('%s is', async (text) => {
		expect(reply(text, await after('1995', '2L1.2'))).toMatchObject({ value: { unknown: true } });
	});

	test('at the menus too', async () => {
		const page = await after(...banuelos);
		expect(reply('the', page).matches?.length).toBeGreaterThan(1);
		expect(reply('save', page)).toMatchObject({ value: 'save' });
	});
});

test('Word is docx, and why there is no PDF is said', async () => {
	const folder = mkdtempSync(join(tmpdir(), 'ussg-forms-'));
	writeFileSync(
		join(folder, 'a.json'),
		JSON.stringify({ edition: '1995', baseOffenseLevel: 20, criminalHistoryCategory: 'I' }),
	);
	const said = await questions(folder, 'a.json', ['', 'write', 'pdf', 'Word', '', 'finish']);
	expect(said.replace(/\s+/g, ' ')).toContain(
		'pdf: not possible: no PDF is written. Choose docx and save it as PDF in Word, or choose html and print it to PDF',
	);
	expect(readFileSync(join(folder, 'report.docx')).subarray(0, 2).toString()).toBe('PK');
	rmSync(folder, { recursive: true });
});

describe('the word draft', () => {
	test('is a command at a question, and text where any text is an answer', async () => {
		const priors = ['1995', 'another', '20', '', '0', 'count', '1995-05-01', 'add'];
		const { pages, files, said } = await converse([...priors, 'draft evasion']);
		expect(pages.at(-2)?.ask).toMatch(/What was it for/);
		expect(said.join('\n')).toContain('draft evasion');
		expect(pages.at(-1)?.ask).toMatch(/draft evasion: Felony or misdemeanor/);
		expect(files.size).toBe(0);
		const alone = await converse([...priors, 'draft']);
		expect(alone.pages.at(-1)?.ask).toMatch(/Felony or misdemeanor/);
		const wanted = await converse([...priors, ':draft', 'd.json', 'draft evasion']);
		expect([...wanted.files.keys()]).toEqual(['d.json']);
		expect(wanted.pages.at(-1)?.ask).toMatch(/draft evasion: Felony or misdemeanor/);
	});

	test('how it is asked for stands in the hint of such a question', async () => {
		const { pages } = await converse([...banuelos.slice(0, -1), 'add: caption']);
		expect(pages.at(-1)?.hint).toBe('any text (:draft to finish later)');
	});
});

describe('at the question for a file', () => {
	test.each([
		['a report', [...banuelos, 'write', 'text']],
		['the case document', [...banuelos, 'save']],
		['a draft', ['draft']],
	])('of %s, ? explains it and asks again', async (_, lines) => {
		const { pages, said } = await converse([...lines, '?']);
		expect(said.join('\n')).toMatch(/The name of a file, with its folder/);
		expect(pages.at(-1)?.ask).toBe(pages.at(-2)?.ask);
	});

	test('whether to overwrite, ? explains it and asks again', async () => {
		const { pages, files } = await converse([...banuelos, 'save', 'a.json', '?'], { files: { 'a.json': 'precious' } });
		expect(pages.at(-1)?.ask).toBe('a.json exists. Overwrite it?');
		expect(files.get('a.json')).toBe('precious');
	});

	test.each([
		['~/a.json', '/home/counsel/a.json'],
		["'My Cases/a.json'", 'My Cases/a.json'],
		['"My Cases/a.json"', 'My Cases/a.json'],
		['My\\ Cases/a.json', 'My Cases/a.json'],
		['draft.json', 'draft.json'],
		['draft', 'draft'],
	])('%s is %s', async (typed, path) => {
		const { files, said } = await converse([...banuelos, 'save', typed, '']);
		expect([...files.keys()]).toEqual([path]);
		const word = path.includes(' ') ? `'${path}'` : path;
		expect(said.join('\n')).toContain(`ussg calc --case ${word}. To open it here: ussg --case ${word}`);
	});
});

describe('Tab', () => {
	const tab = '\t';

	test.each([
		[
			'an increase',
			['1995', enter, '2L1.2', enter],
			['(b)(2', tab, enter],
			/✓ Which increase of §2L1\.2\(b\) applies\? \(b\)\(2\) deported/,
		],
		[
			'what is chosen with the arrows',
			['1995', enter, '2L1.2', enter],
			[down, down, tab, enter],
			/✓ Which increase .*\(b\)\(2\) deported/,
		],
		['a section', ['1995', enter], ['2D1.1', tab, enter], /✓ What is the client .*§2D1\.1 drug trafficking/],
		['a day', [], ['3/15/2013', tab, enter], /✓ Which Manual: .*March 15, 2013/],
		[
			'nothing typed',
			['1995', enter, '2L1.2', enter, '(b)(2)', enter],
			[tab, enter],
			/✓ Any other change in levels.*none/,
		],
		['what is no answer', ['1995', enter], ['xyz', tab, enter], /\? What is the client[\s\S]*xyz\n- xyz: not possible/],
	])('completes to an answer that Enter takes: %s', async (_, before, keys, shown) => {
		for (const columns of [80, 40]) {
			const terminal = await onScreen({ columns, rows: 40 });
			await terminal.type(...before);
			await terminal.type(...keys);
			expect(terminal.whole().replace(/\n +/g, ' ')).toMatch(shown);
		}
	});
});
