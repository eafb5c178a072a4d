import { PassThrough } from 'node:stream';
import { screen } from '@inquirer/testing/vitest';
import { expect, test } from 'vitest';
import { plainDress } from '../../src/report/formats/text.ts';
import type { Option, Page } from '../../src/wizard/screen/page.ts';
import { promptAsker } from '../../src/wizard/screen/prompts.ts';

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
		input: screen.input,
		output: Object.assign(new PassThrough(), { columns: 80, rows: 24 }),
		columns: () => 80,
		rows: () => 24,
		dress: plainDress,
		stopped: new AbortController().signal,
		suspend: async () => {},
		onResumed: () => () => {},
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
	['draft', 'draft'],
])('%s is a wish', async (typed, wish) => {
	const reply = asker().ask(page);
	await settled();
	screen.type(typed);
	expect(await reply).toBe(wish);
});

test('the word draft leaves nothing of itself behind: the list stands as before it', async () => {
	const open = asker();
	const [none, drugs] = ['none', 'drug trafficking'].map((label): Option => ({ value: label, label })) as [
		Option,
		Option,
	];
	const kinds: Page = {
		...page,
		options: [none, drugs],
		selected: none,
		typed: (text) => [none, drugs].filter(({ label }) => label.startsWith(text)),
	};
	const drafted = open.ask(kinds);
	for (const letter of 'draft') {
		await settled();
		screen.type(letter);
	}
	expect(await drafted).toBe('draft');
	const reply = open.ask(kinds);
	await settled();
	screen.keypress('enter');
	expect(await reply).toBe(none);
});

test('Escape goes back', async () => {
	const reply = asker().ask(page);
	await settled();
	screen.keypress('escape');
	expect(await reply).toBe('back');
});
