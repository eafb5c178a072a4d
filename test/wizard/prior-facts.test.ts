import { describe, expect, test } from 'vitest';
import { converse } from './script.ts';

const begin = ['2018', '§2L1.2 unlawful reentry, worked', '2018-06-01'];
const prior = (label: string, sentencedOn = '2010-03-05') => ['add', label, 'felony', sentencedOn, '3 years', ''];
const list = (...lines: string[]) => [...lines, '', 'these'];

describe('the kinds of a conviction', () => {
	const page = async (label: string, ...more: string[]) => {
		const { pages } = await converse([...begin, ...list(...prior(label)), 'no', ...more]);
		return pages.at(-1);
	};

	test('are not none by Enter alone', async () => {
		const asked = await page('theft');
		expect(asked?.ask).toContain('Of what kinds');
		expect(asked?.selected?.label).toBe('not answered yet');
		expect(asked?.options.map(({ label }) => label)).toContain('none');
		expect((await page('theft', ''))?.ask).toContain('Of what kinds');
		expect((await page('theft', 'none'))?.ask).not.toContain('Of what kinds');
	});

	test.each([
		['Illegal reentry, 8 U.S.C. § 1326', 'illegal reentry'],
		['possession of heroin with intent to distribute', 'drug trafficking'],
		['robbery with a firearm', 'firearms, crime of violence'],
	])('%s: what the label says stands ready', async (label, kinds) => {
		expect((await page(label))?.selected).toMatchObject({ label: kinds, effect: 'as its label says' });
	});

	test('edited on the screen of the prior, they stay as they are where nothing is answered', async () => {
		const { pages } = await converse([...begin, ...list(...prior('theft')), '<', 'theft', 'kinds: ', '']);
		expect(pages.at(-1)?.ask).toBe('Prior theft');
		expect(pages.at(-1)?.options.map(({ label }) => label)).toContain('kinds: not given');
	});
});

describe('the status by the dates', () => {
	test('what runs into the offense is not asked for', async () => {
		const served = [...prior('robbery', '2016-03-05'), 'revocations', '2018-08-10 1 year'];
		const { pages, said } = await converse([...begin, ...list(...served), 'crime of violence', 'none']);
		expect(pages.map(({ ask }) => ask).join('\n')).not.toMatch(/criminal justice sentence/);
		expect(said.join('\n')).toMatch(/Prior robbery: 3 points/);
	});

	test('supervision that ended, said with the prior, answers it too', async () => {
		const ended = [...prior('robbery'), 'supervision', 'supervised release until May 1, 2015'];
		const { pages } = await converse([...begin, ...list(...ended), '2012-06-01']);
		expect(pages.map(({ ask }) => ask).join('\n')).not.toMatch(/criminal justice sentence/);
	});

	test.each([
		['parole until 5/1/2015', 'parole until May 1, 2015'],
		['probation 2015-05-01', 'probation until May 1, 2015'],
		['none', 'none'],
	])('supervision typed as %s', async (text, shown) => {
		const { said, pages } = await converse([...begin, ...prior('robbery'), 'supervision', text]);
		expect(JSON.stringify([said, pages.at(-1)])).toContain(shown);
	});

	test('a supervision that cannot be read is asked again', async () => {
		const { pages } = await converse([...begin, ...prior('robbery'), 'supervision', 'parole until 2015-02-30']);
		expect(pages.at(-1)?.ask).toContain('Probation, parole or supervised release on it');
	});
});
