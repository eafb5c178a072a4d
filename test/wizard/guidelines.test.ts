import { describe, expect, test } from 'vitest';
import { bundledLaw } from '../../src/law/bundled.ts';
import type { Guideline } from '../../src/law/guideline-schema.ts';
import type { Law } from '../../src/law/schema.ts';
import type { Page } from '../../src/wizard/screen/page.ts';
import { answerTo } from './round-trip.ts';
import { converse } from './script.ts';

const heading = (printed: string): string => printed.trim().split('\n')[0] ?? '';
const optionsOf = (page: Page | undefined) => page?.options.map(({ label, effect }) => [label, effect]) ?? [];
const pageAsking = (pages: readonly Page[], ask: RegExp): Page | undefined => pages.find((page) => ask.test(page.ask));

/** What a case is saved as, and that it comes back the same where it is opened again. */
async function savedAndOpened(lines: string[], circumstances = {}) {
	const { printed, files, error } = await converse([...lines, 'save', 'c.json', 'finish'], circumstances);
	expect(error).toBeUndefined();
	const saved = JSON.parse(files.get('c.json') as string);
	const again = await converse(['', 'save', 'd.json', 'finish'], { ...circumstances, opened: saved });
	expect(again.error).toBeUndefined();
	expect(again.pages[0]?.ask).toMatch(/^All answers/);
	expect(JSON.parse(again.files.get('d.json') as string)).toEqual(saved);
	expect(heading(again.printed)).toBe(heading(printed));
	return { printed, saved };
}

describe('a smuggling case, from its statute', () => {
	// §2L1.1 (2018): (a)(3) 12; (b)(2)(A) 24 aliens +3; (b)(6) +2, at least 18; acceptance −3: level 15, category II, 21–27.
	const begin = ['2018', '8 USC 1324(a)(1)(A)(ii)', '(B)(i)', 'none'];
	const facts = ['yes', '', '24', '', '', '', '', '', 'yes', '', '', ''];
	const rest = ['', '', 'full', 'II', '', ''];
	const lines = [...begin, ...facts, ...rest];

	test('comes to 21 to 27 months, and the count brings its maximum', async () => {
		const { printed, saved } = await savedAndOpened(lines);
		expect(heading(printed)).toMatch(/^Guideline range {3}21–27 months .*level 15 · category II/);
		expect(printed).toMatch(/8 U\.S\.C\. § 1324\(a\)\(1\)\(B\)\(i\).*up to 120\s+months/s);
		expect(saved).toEqual({
			edition: '2018',
			guideline: '2L1.1',
			statutes: ['8:1324(a)(1)(B)(i)'],
			offense: { forProfit: true, aliens: 24, substantialRisk: true },
			acceptance: 'full',
			criminalHistoryCategory: 'II',
			fastTrackLevels: 0,
		});
	});

	test('says what each answer does, with the provision and where the case would stand', async () => {
		const { pages } = await converse(lines);
		const aliens = pageAsking(pages, /^How many unlawful aliens/);
		expect(aliens?.provision).toBe('§2L1.1');
		expect(optionsOf(aliens)).toEqual([
			['not raised: not applied', undefined],
			['(b)(2)(A) 6 to 24 unlawful aliens', '+3 levels'],
			['(b)(2)(B) 25 to 99 unlawful aliens', '+6 levels'],
			['(b)(2)(C) 100 or more unlawful aliens', '+9 levels'],
			['not known yet', 'shows each possibility'],
		]);
		expect(aliens?.options[2]?.outcome).toMatch(/^If chosen: level 18 /);
		expect(aliens?.typed('24')[0]?.label).toBe('24 unlawful aliens: +3 levels: 6 to 24 unlawful aliens');
		expect(aliens?.typed('25')[0]?.label).toBe('25 unlawful aliens: +6 levels: 25 to 99 unlawful aliens');
		expect(aliens?.typed('5')[0]?.label).toBe('5 unlawful aliens: no change');
		expect(aliens?.typed('0')[0]?.refusal).toContain('a whole number of unlawful aliens');
		const risk = pageAsking(pages, /substantial risk/);
		expect(optionsOf(risk)[1]).toEqual([
			'yes',
			'+2 levels, at least level 18: substantial risk of death or serious bodily injury',
		]);
		const profit = pageAsking(pages, /for profit/);
		expect(optionsOf(profit)[2]).toEqual(['no', "−3 levels: not for profit, or only the client's spouse or child"]);
	});

	test('asks nothing of §1327, of reentry, of drugs, nor for a minimum or a maximum', async () => {
		const { pages } = await converse(lines);
		const asked = pages.map(({ ask }) => ask).join('\n');
		expect(asked).not.toMatch(/§ 1327|emoval|drug|Statutory m|Relief/);
	});

	test('a band can be chosen in place of the number; it is named by its id', async () => {
		const { saved } = await savedAndOpened([...begin, 'yes', '', '(b)(2)(B)', ...facts.slice(3), ...rest]);
		expect(saved).toMatchObject({ enhancements: ['(b)(2)(B)'], offense: { forProfit: true, substantialRisk: true } });
	});

	test('what outdoes a fact is not asked again: a weapon that was used was possessed', async () => {
		const { pages } = await converse([...begin, 'yes', '', '24', '', '', '', 'yes']);
		expect(pages.map(({ ask }) => ask).join('\n')).not.toMatch(/possessed\?/);
	});

	test('a fact that is not known yet shows the range on each side of every threshold', async () => {
		const { printed } = await converse([...begin, 'yes', '', 'u', ...facts.slice(3), ...rest, '']);
		// 12 + 2, raised to 18; 12 + 3 + 2, raised to 18; 12 + 6 + 2 = 20; 12 + 9 + 2 = 23; 3 off each.
		expect([...printed.matchAll(/level (\d+) {2}II/g)].map(([, level]) => level)).toEqual(['15', '15', '17', '20']);
	});

	test('? explains the fact, < goes back, what if changes it, and a draft keeps it', async () => {
		const { said, printed, error, files } = await converse(
			[
				...begin,
				'yes',
				'',
				'?',
				'<',
				'',
				'24',
				...facts.slice(3),
				...rest,
				'what',
				'change Aliens',
				'25',
				'',
				'finish',
				'yes',
			],
			{ draft: 'd.json' },
		);
		expect(error).toBeUndefined();
		expect(said.join('\n')).toMatch(/§2L1\.1, smuggling.*\+6 levels: 25 to 99 unlawful aliens/);
		expect(heading(printed)).toContain('21–27 months');
		expect(said.join('\n')).toMatch(/ {2}B {2}27–33 months +level 17/);
		const again = await converse(['', 'finish'], { draft: 'd.json', files: Object.fromEntries(files) });
		expect(heading(again.printed)).toBe(heading(printed));
	});

	test('the equivalent command names the facts and the count', async () => {
		const { said } = await converse([...lines, 'command', 'finish']);
		const command = said.join(' ').replace(/\\?\s+/g, ' ');
		expect(command).toContain('--guideline 2L1.1');
		expect(command).toContain("--fact 'aliens=24'");
		expect(command).toContain("--statute '8:1324(a)(1)(B)(i)'");
	});
});

describe('a drug case: United States v. Alcaraz, 108–135 months in the table, 120–135 by the minimum', () => {
	const count = ['2011', '21:841(b)(1)(A)', '2011-05-01', 'none'];
	const rest = ['', '', '', '', 'full', 'I', '', '', ''];

	test('from the drug to the level, and from the statute to the floor', async () => {
		const { printed, saved } = await savedAndOpened([...count, '1.5 kg methamphetamine', '', ...rest]);
		expect(heading(printed)).toMatch(/^Guideline range {3}120–135 months .*level 31 · category I/);
		expect(saved).toMatchObject({
			guideline: '2D1.1',
			statutes: ['21:841(b)(1)(A)'],
			drugs: [{ substance: 'methamphetamine', quantity: '1.5 kg' }],
		});
	});

	test('500 g of the charged drug choose the subparagraph: 21 U.S.C. § 841(b)(1)(A)', async () => {
		const { printed, saved } = await savedAndOpened([
			...['2011', '21 USC 846', '2D1.1', '500 g methamphetamine', '2011-05-01', 'none', '1.5 kg meth', '', ...rest],
		]);
		expect(heading(printed)).toContain('120–135 months');
		expect(saved.statutes).toEqual([
			{ id: '21:846', object: '21:841(b)(1)', drugs: [{ quantity: '500 g', substance: 'methamphetamine' }] },
		]);
	});

	// §2D1.1(c) (2011): 500 g to 1.5 kg of a mixture is level 32, 500 g to 1.5 kg of the drug itself 36; 28.35 g an ounce, 453.6 g a pound.
	test.each([
		['500 g meth', '500 g of meth: level 32 from 500 g; next level at 1.5 kg'],
		['499.9 g methamphetamine', '499.9 g of methamphetamine: level 30 from 350 g; next level at 500 g'],
		['500 g methamphetamine (actual)', '500 g of methamphetamine (actual): level 36 from 500 g; next level at 1.5 kg'],
		['500 g of meth, 83% pure', '500 g of meth, 83% pure: level 36 from 500 g; next level at 1.5 kg'],
		['2 lbs crank', '2 lbs of crank: level 32 from 500 g; next level at 1.5 kg'],
	])('%s is said at once with its level', async (text, label) => {
		const { pages } = await converse(count);
		expect(pages.at(-1)?.ask).toBe('Which drug, and how much?');
		expect(pages.at(-1)?.typed(text)[0]?.label).toBe(label);
	});

	test.each([
		['metamphetamine', 'did you mean methamphetamine?'],
		['0 g meth', 'give a quantity above zero'],
		['500 g xyzzy', 'the program does not know the drug'],
		['40 plants of heroin', 'heroin'],
	])('%s is refused with what to do', async (text, remedy) => {
		const { pages } = await converse(count);
		expect(pages.at(-1)?.typed(text)[0]?.refusal?.toLowerCase()).toContain(remedy.toLowerCase());
	});

	test('the form is asked only where the edition distinguishes it, and an amount by itself takes its unit', async () => {
		const { pages, error } = await converse([...count, 'cocaine', '500']);
		expect((error as Error).message).toContain('"500" has no unit');
		expect(pages.at(-1)?.ask).toBe('How much Cocaine?');
		const asked = await converse([...count, 'cocaine', '500 g']);
		expect(asked.pages.at(-1)?.ask).toBe('Another drug?');
		const methamphetamine = await converse([...count, 'meth', '500 g']);
		expect(methamphetamine.pages.at(-1)?.ask).toMatch(/^Is that a mixture/);
	});

	test('several drugs are converted and added up', async () => {
		// 2011: 500 g × 2 kg + 1 kg of cocaine × 200 g = 1,200 kg of marihuana, level 32.
		const { printed, saved } = await savedAndOpened([...count, '500 g meth', '', '1 kilo of cocaine', ...rest]);
		expect(saved.drugs).toHaveLength(2);
		expect(printed).toMatch(/together 1200 kg of marihuana\s+32\b/);
	});

	test('an amount that is not known gives the range at each level of the column', async () => {
		const { printed } = await converse([...count, 'meth', 'u', '', ...rest, '']);
		const levels = [...printed.matchAll(/level (\d+) {2}I /g)].map(([, level]) => Number(level));
		// Levels 12 to 38 of the column for a mixture, less two below level 16 and less three from there on.
		expect(levels).toEqual([10, 12, 13, 15, 17, 19, 21, 23, 25, 27, 29, 31, 33, 35]);
	});

	test('where nothing is known of the drug, the base offense level is asked', async () => {
		const { printed, error } = await converse([...count, 'base offense level', '34', ...rest.slice(1), '']);
		expect(error).toBeUndefined();
		expect(heading(printed)).toContain('120–135 months');
	});

	test('a part that the case raises is chosen from the list, and its facts come next', async () => {
		const { printed, saved } = await savedAndOpened([
			// Enter alone: the part was chosen, so its one fact is taken as it was raised.
			...[...count, '1.5 kg meth', '', '', '(b)(1)', '', '', '', '', 'full', 'I', '', '', ''],
		]);
		expect(saved.offense).toEqual({ weapon: true });
		expect(printed).toMatch(/§2D1\.1\(b\)\(1\) +dangerous weapon possessed +\+2 +36/);
	});

	test('the safety valve is offered where the statute allows it, and not under 18 U.S.C. § 922(g) or § 844(i)', async () => {
		const relief = async (lines: string[]) => pageAsking((await converse(lines)).pages, /^Relief/);
		const drugs = await relief([...count, '1.5 kg methamphetamine', '', ...rest]);
		expect(drugs?.options.map(({ label }) => label)).toContain('safety valve');
		const arson = ['2018', '18:844(i)', '2K1.4', 'none', '24', '', '0', 'I'];
		const other = await relief(arson);
		expect(other?.options.map(({ label }) => label)).not.toContain('safety valve');
		expect(other?.options.map(({ label }) => label)).toContain('no relief: the minimum binds');
	});
});

describe('a document case: 18 U.S.C. § 1546 goes to two guidelines', () => {
	test('is asked which, and comes to §2L2.1', async () => {
		// §2L2.1 (2018): 11; (b)(2)(B) 30 documents +6; (b)(5)(A) United States passport +4: 21; −3: level 18, category I, 27–33.
		const which = await converse(['2018', '18 U.S.C. § 1546']);
		expect(which.pages.at(-1)?.ask).toBe('Which guideline covers 18 U.S.C. § 1546?');
		expect(
			which.pages
				.at(-1)
				?.options.slice(1, 3)
				.map(({ value }) => value),
		).toEqual(['2L2.1', '2L2.2']);
		const lines = ['2018', '18 U.S.C. § 1546', '2L2.1', 'u', 'yes', '', '30', '', '', 'yes', '', 'full', 'I'];
		const asked = await converse(lines);
		expect(asked.pages.at(-1)?.standing).toMatch(/level 18 .*27–33 months/);
	});
});

describe('a guideline that is not held', () => {
	test('is said, with what to bring; its levels and its statute make the range', async () => {
		// 24 + 2 − 3 = 23, category III: 57–71; 18 U.S.C. § 922(g) carried ten years until June 25, 2022.
		const first = await converse(['2018', '18 U.S.C. § 922(g)']);
		expect(first.pages.at(-1)?.does).toContain(
			'The Appendix A of November 1, 2025 was read, and not that of this edition',
		);
		const { printed, saved } = await savedAndOpened([
			...['2018', '18 U.S.C. § 922(g)', '2K2.1', '2019-01-01', '24', '+2 §2K2.1(b)(4) stolen firearm', ''],
			...['full', 'III', '', ''],
		]);
		expect(heading(printed)).toMatch(/57–71 months .*level 23 · category III/);
		expect(printed).toContain('the 120-month maximum does not change this range');
		expect(saved).toMatchObject({ guideline: '2K2.1', baseOffenseLevel: 24, statutes: ['18:922(g)'] });
	});

	test('by its name too', async () => {
		const { pages } = await converse(['2025', 'felon in possession']);
		expect(pages.at(-1)?.ask).toBe('Base offense level?');
		expect(pages[1]?.typed('felon in possession')[0]?.note).toMatch(
			/§2K2\.1 .*is not held\. Take its base offense level/,
		);
	});
});

describe('reentry from its statute', () => {
	test('the count brings its maximum, and conclusions or facts are asked', async () => {
		const { printed, saved } = await savedAndOpened([
			...['2018', '8 U.S.C. § 1326', '', '(a)', 'none', '(b)(2)(A)', 'none', '', 'full', 'V', '', ''],
		]);
		// 8 + 10 − 3 = 15, category V: 37–46; 8 U.S.C. § 1326(a) carries two years (§5G1.1(a)).
		expect(heading(printed)).toMatch(/^Guideline range {3}24 months/);
		expect(saved).toMatchObject({ guideline: '2L1.2', enhancements: ['(b)(2)(A)'], statutes: ['8:1326(a)'] });
		const facts = await converse(['2018', '8 U.S.C. § 1326', 'facts', '(a)']);
		expect(facts.pages.at(-1)?.ask).toMatch(/^On what day did the offense begin/);
	});
});

describe('a made-up guideline, added as a table', () => {
	const citation = { section: '§2Z9.1', authority: 'App. C, amend. 999', effectiveDate: '2016-11-01' };
	const row = (
		id: string,
		levels: number,
		when: Guideline['characteristics'][number]['rows'][number]['when'],
		description: string,
	) => ({
		...{ id, description, levels, when, citation },
	});
	const kites: Guideline = {
		...{ provision: '§2Z9.1', effectiveDate: '2016-11-01', citation, inForce: true },
		...{ title: 'flying a kite without leave', alsoCalled: ['kite flying'], statutes: ['8 U.S.C. § 1253'] },
		facts: [
			{ name: 'kites', kind: 'number', question: 'How many kites were flown?', unit: 'kites', least: 1 },
			{ name: 'atNight', kind: 'yes-no', question: 'Were they flown at night?' },
			{
				...{ name: 'color', kind: 'choice', question: 'Of what color were they?' },
				choices: [
					{ value: 'plain', words: 'plain' },
					{ value: 'gaudy', words: 'of many colors' },
				],
			},
		],
		base: {
			apply: 'first',
			rows: [
				{ id: '(a)(1)', levels: 20, description: 'at an airport', when: { fact: 'color', is: 'gaudy' }, citation },
				{ id: '(a)(2)', levels: 10, description: 'elsewhere', citation },
			],
			limits: [],
		},
		characteristics: [
			{
				...{ id: '(b)(1)', description: 'number of kites' },
				rows: [
					row('(b)(1)(A)', 2, { fact: 'kites', atLeast: 3, atMost: 9 }, '3 to 9 kites'),
					row('(b)(1)(B)', 4, { fact: 'kites', atLeast: 10 }, '10 or more kites'),
				],
			},
			{ id: '(b)(2)', description: 'by night', rows: [row('(b)(2)', 3, { fact: 'atNight', is: true }, 'by night')] },
		],
		...{ caps: [], crossReferences: [], grouping: { by: 'harm', citation } },
	};
	const law: Law = { ...bundledLaw, guidelines: { ...bundledLaw.guidelines, '2Z9.1': [kites] } };

	test.each(['kite flying', '2Z9.1', '§ 2z9.1'])('is found by %s, and asked with no new code', async (text) => {
		// 10 + 4 + 3 − 3 = 14, category II: 18–24.
		const lines = ['2018', text, '10', 'yes', 'plain', '', 'full', 'II', 'none', '', '', '', 'finish'];
		const { printed, pages, error } = await converse(lines, { law });
		expect(error).toBeUndefined();
		expect(heading(printed)).toMatch(/18–24 months .*level 14 · category II/);
		expect(optionsOf(pageAsking(pages, /How many kites/))).toEqual([
			['not raised: not applied', undefined],
			['(b)(1)(A) 3 to 9 kites', '+2 levels'],
			['(b)(1)(B) 10 or more kites', '+4 levels'],
			['not known yet', 'shows each possibility'],
		]);
		expect(optionsOf(pageAsking(pages, /Of what color/)).slice(1, 3)).toEqual([
			['plain', 'no change'],
			['of many colors', 'base offense level 20: at an airport'],
		]);
	});

	test('its statute leads to it as well', async () => {
		const { pages } = await converse(['2018', '8 U.S.C. § 1253'], { law });
		expect(pages.at(-1)?.options.map(({ value }) => value)).toEqual(expect.arrayContaining(['2L1.2', '2Z9.1']));
	});
});

test('what is saved at the prompt gives the answer of calc', async () => {
	const facts = ['', '', 'no', '', '7', ...new Array<string>(9).fill('')];
	const lines = ['2018', 'smuggling', ...facts, '§3B1.2(b)', '', 'full', 'I', 'none', '', '', ''];
	const { files, printed } = await converse([...lines, 'save', 'c.json', 'finish'], { json: true });
	expect(answerTo(JSON.parse(files.get('c.json') as string)).text).toBe(printed.trim());
});
