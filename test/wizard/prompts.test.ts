import { PassThrough } from 'node:stream';
import { screen } from '@inquirer/testing/vitest';
import { describe, expect, test } from 'vitest';
import { interrupted } from '../../src/wizard/screen/asker.ts';
import { meant, type Option } from '../../src/wizard/screen/meant.ts';
import type { Page } from '../../src/wizard/screen/page.ts';
import { promptAsker } from '../../src/wizard/screen/prompts.ts';
import { stillTerminal } from './virtual-terminal.ts';

const options: Option[] = [
	{ value: 3, label: '3 levels', effect: '−3 levels', outcome: 'If chosen: level 21', key: '3' },
	{ value: 2, label: '2 levels', effect: '−2 levels', outcome: 'If chosen: level 22', key: '2' },
	{ value: 0, label: 'none', refusal: 'not today' },
];

const page: Page = {
	ask: 'Acceptance of responsibility?',
	provision: '§3E1.1',
	does: 'Lowers the offense level.',
	options,
	selected: options[1],
	typed: (text) => options.filter(({ key, label }) => key === text || label.startsWith(text)),
	standing: 'So far: level 24',
};

const asker = () =>
	promptAsker({
		...stillTerminal,
		input: screen.input,
		output: Object.assign(new PassThrough(), { columns: 80, rows: 24 }),
	});

const settled = () => new Promise((resolve) => setTimeout(resolve, 20));

test('a page: question, provision, choices, what the chosen one comes to, what the answer does, standing, keys', async () => {
	const reply = asker().ask(page);
	await settled();
	expect(
		screen
			.getScreen()
			.split('\n')
			.map((line) => line.trimEnd()),
	).toEqual([
		'? Acceptance of responsibility? (§3E1.1)',
		'  3 levels · −3 levels',
		'❯ 2 levels · −2 levels',
		'- none: not possible: not today',
		'',
		'If chosen: level 22',
		'Lowers the offense level.',
		'So far: level 24',
		'↑↓ Enter choose · ? explain · < back · Esc clear, then back',
	]);
	screen.keypress('enter');
	expect(await reply).toBe(options[1]);
});

test('a number that is typed is the choice of that name, not of that place', async () => {
	const reply = asker().ask(page);
	await settled();
	screen.type('3');
	await settled();
	screen.keypress('enter');
	expect(await reply).toBe(options[0]);
});

test('a program that was told to stop asks nothing more, and holds on to no input', async () => {
	const input = new PassThrough();
	const output = Object.assign(new PassThrough(), { columns: 80, rows: 24 });
	const stopped = AbortSignal.abort(interrupted());
	const ended = promptAsker({ ...stillTerminal, input, output, stopped }).ask(page);
	await expect(ended).rejects.toMatchObject({ name: 'ExitPromptError' });
	expect(input.eventNames().includes('keypress')).toBe(false);
	expect(input.readableFlowing).not.toBe(true);
});

test('what is refused is passed over', async () => {
	const reply = asker().ask(page);
	await settled();
	screen.keypress('down');
	await settled();
	screen.keypress('enter');
	expect(await reply).toBe(options[1]);
});

test.each([
	['?', 'explain'],
	['<', 'back'],
])('%s is a wish', async (typed, wish) => {
	const reply = asker().ask(page);
	await settled();
	screen.type(typed);
	expect(await reply).toBe(wish);
});

const type = async (text: string) => {
	for (const letter of text) {
		await settled();
		screen.type(letter);
	}
	await settled();
};

test.each(['draft', ':draft'])('%s is a wish once Enter says so, and leaves nothing of itself behind', async (word) => {
	const open = asker();
	const [none, drugs] = ['none', 'drug trafficking'].map((label): Option => ({ value: label, label })) as [
		Option,
		Option,
	];
	const kinds: Page = {
		...page,
		options: [none, drugs],
		selected: none,
		typed: (text) => meant(text, [none, drugs]),
	};
	const drafted = open.ask(kinds);
	await type(word);
	expect(screen.getScreen()).toContain('keep every answer in a draft file');
	screen.keypress('enter');
	expect(await drafted).toBe('draft');
	const reply = open.ask(kinds);
	await settled();
	screen.keypress('enter');
	expect(await reply).toBe(none);
});

describe('where any text is an answer', () => {
	const label: Page = {
		...page,
		takesAnyText: true,
		options: [],
		selected: undefined,
		typed: (text) => meant(text, [], { read: (read) => ({ value: read, label: read }), takesAnyText: true }),
	};

	test.each(['draft', 'draft evasion', 'draft dodging?', 'no', '-2', ':drafting'])('%s is text', async (text) => {
		const reply = asker().ask(label);
		await type(text);
		screen.keypress('enter');
		expect(await reply).toMatchObject({ value: text });
	});

	test.each([
		[':draft', 'draft'],
		['?', 'explain'],
		['<', 'back'],
	])('%s alone is a wish all the same', async (text, wish) => {
		const reply = asker().ask(label);
		await type(text);
		if (wish === 'draft') screen.keypress('enter');
		expect(await reply).toBe(wish);
	});
});

test('Escape goes back', async () => {
	const reply = asker().ask(page);
	await settled();
	screen.keypress('escape');
	expect(await reply).toBe('back');
});

test('a long text that is no answer is cut, so that the reason is seen', async () => {
	const reply = asker().ask({ ...page, typed: (text) => meant(text, options) });
	await settled();
	screen.type('x'.repeat(2000));
	await settled();
	expect(screen.getScreen()).toMatch(/x{57}…: not possible:\s+choose one of the list/);
	screen.keypress('escape');
	await settled();
	screen.keypress('enter');
	expect(options).toContain(await reply);
});
