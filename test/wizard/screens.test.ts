import { describe, expect, test } from 'vitest';
import { onScreen } from './screens.ts';
import { down, enter, escapeKey, up } from './virtual-terminal.ts';

const banuelos = ['1995', enter, enter, '(b)(2)', enter, enter, '3', enter, 'V', enter, enter, enter];

describe('on a screen that can be redrawn', () => {
	test('Banuelos-Rodriguez, key by key', async () => {
		const terminal = await onScreen();
		await terminal.type(...banuelos, enter);
		expect(terminal.printed()).toContain('Guideline range   70–87 months');
		await terminal.type(enter);
		expect(await terminal.over).toBeUndefined();
		expect(terminal.isCursorHidden()).toBe(false);
	});

	test('arrows move, and what is chosen stays as a line', async () => {
		const terminal = await onScreen();
		await terminal.type('1995', enter, enter, down, down);
		expect(terminal.screen()).toMatch(/❯ \(b\)\(2\) deported after an aggravated felony · \+16 levels/);
		expect(terminal.screen()).toContain('If chosen: level 24 · category I to VI · within 51–125 months');
		await terminal.type(up, enter);
		expect(terminal.screen()).toMatch(/✓ Which increase of §2L1\.2\(b\) applies\? \(b\)\(1\) deported after a felony/);
	});

	test('? explains at once, and the same question stands again', async () => {
		const terminal = await onScreen();
		await terminal.type('1995', enter, enter, '?');
		expect(terminal.whole()).toContain('Trap: an aggravated felony is one on the fixed list of Note 7');
		expect(terminal.screen()).toContain('? Which increase of §2L1.2(b) applies?');
	});

	test('? leaves the choice where it was', async () => {
		const terminal = await onScreen();
		await terminal.type('1995', enter, enter, down, down, '?');
		expect(terminal.screen()).toMatch(/❯ \(b\)\(2\)/);
	});

	test.each([['<'], [escapeKey]])('%j goes back and takes the line away', async (key) => {
		const terminal = await onScreen();
		await terminal.type('1995', enter);
		expect(terminal.screen()).toContain('✓ Which Manual');
		await terminal.type(key);
		expect(terminal.screen()).not.toContain('✓ Which Manual');
		expect(terminal.screen()).toMatch(/❯ Manual of November 1, 1995/);
	});

	test.each([
		[80, 24],
		[40, 16],
	])(
		'going back over several questions leaves no line of one that is open again, at %i by %i',
		async (columns, rows) => {
			const terminal = await onScreen({ columns, rows });
			await terminal.type('1995', enter, enter, '(b)(2)', enter, enter, '3', enter);
			await terminal.type('<', '?', '<', '<', '<');
			expect(terminal.screen()).toMatch(/\? Which guideline covers/);
			expect(terminal.screen().match(/✓.*/g)).toEqual([expect.stringContaining('✓ Which Manual')]);
			expect(terminal.screen()).not.toContain('clearly shows');
		},
	);

	test('a changed answer has one line, and what it puts out of the case has none', async () => {
		const terminal = await onScreen({ rows: 70 });
		await terminal.type(...banuelos, 'Acceptance', enter, '2', enter);
		expect(terminal.screen().match(/✓ Acceptance.*/g)).toEqual([expect.stringContaining('−2 levels')]);
		await terminal.type('Edition', enter, '2018', enter, 'none', enter, 'none', enter, 'none', enter, enter);
		expect(terminal.screen()).toContain('? All answers');
		expect(terminal.screen()).not.toContain('§2L1.2(b) applies');
		expect(terminal.screen().match(/✓ Which Manual/g)).toHaveLength(1);
	});

	test('the range that was printed stays on the screen when a line is taken away', async () => {
		const terminal = await onScreen({ rows: 90 });
		await terminal.type(...banuelos, enter, 'change', enter, 'Acceptance', enter, '2', enter);
		expect(terminal.screen()).toContain('Guideline range   70–87 months');
		expect(terminal.screen().match(/✓ Acceptance/g)).toHaveLength(1);
	});

	test.each([40, 120])('and when the terminal gets a new size, of %i columns', async (columns) => {
		const terminal = await onScreen({ rows: 90 });
		await terminal.type(...banuelos, enter);
		await terminal.resize(columns, 90);
		expect(terminal.screen()).toMatch(/Guideline range\s+70–87 months/);
		expect(terminal.screen()).toContain('? What next?');
		expect(terminal.tooLong()).toEqual([]);
	});

	test('inside a prior too', async () => {
		const terminal = await onScreen({ rows: 40 });
		await terminal.type('2018', enter, '§2L1.2 unlawful reentry, worked', enter, '2018-06-01', enter, 'add', enter);
		await terminal.type('robbery', enter, 'felony', enter, '2010-03-05', enter, '<', '<', '<');
		expect(terminal.screen()).toContain('? Prior robbery: What was it for?');
		expect(terminal.screen()).not.toContain('✓ Prior');
	});

	test('Escape clears what is typed before it goes back', async () => {
		const terminal = await onScreen();
		await terminal.type('1995', enter, '201', escapeKey);
		expect(terminal.screen()).toContain('? Which guideline');
		expect(terminal.screen()).not.toContain('201');
		expect(terminal.screen()).toContain('✓ Which Manual');
		await terminal.type(escapeKey);
		expect(terminal.screen()).not.toContain('✓ Which Manual');
	});

	test('what cannot be read says so while it is typed, and Enter does not take it', async () => {
		const terminal = await onScreen();
		await terminal.type('1986', enter);
		expect(terminal.screen()).toContain('before the first Guidelines Manual');
		expect(terminal.screen()).toContain('? Which Manual');
	});

	describe('what is not in the list', () => {
		const atIncrease = async (look = {}) => {
			const terminal = await onScreen(look);
			await terminal.type('1995', enter, enter, 'balloon');
			return terminal;
		};

		test('is said plainly, the list stays, and Enter takes nothing', async () => {
			const terminal = await atIncrease();
			expect(terminal.screen()).toContain('- balloon: not possible: choose one of the list');
			expect(terminal.screen()).toContain('  (b)(2) deported after an aggravated felony · +16 levels');
			await terminal.type(enter);
			expect(terminal.screen()).toContain('? Which increase');
			expect(terminal.screen()).toContain('balloon');
		});

		test('? explains all the same', async () => {
			const terminal = await atIncrease();
			await terminal.type('?');
			expect(terminal.whole()).toContain('Trap: an aggravated felony is one on the fixed list of Note 7');
			expect(terminal.screen()).not.toContain('balloon?');
		});

		test('< goes back all the same', async () => {
			const terminal = await atIncrease();
			await terminal.type('<');
			expect(terminal.screen()).toMatch(/\? Which guideline covers/);
		});

		test.each([[down], [up]])('%j brings the list back, to choose from', async (key) => {
			const terminal = await atIncrease();
			await terminal.type(key);
			expect(terminal.screen()).not.toContain('balloon');
			await terminal.type(down, enter);
			expect(terminal.screen()).toMatch(/✓ Which increase of §2L1\.2\(b\) applies\? \(b\)\(1\)/);
		});

		test('a day half typed can be explained, and free text may hold the same characters', async () => {
			const terminal = await onScreen({ rows: 60 });
			await terminal.type('1986', '?');
			expect(terminal.whole()).toContain('Trap: editions also took effect between Novembers');
			await terminal.type(escapeKey, ...banuelos, 'caption', enter, 'United States v. A?', enter);
			expect(terminal.screen()).toContain('✓ Caption of the case, for the report? United States v. A?');
		});

		test.each([[24], [12]])('a narrow terminal of %i rows keeps question and list', async (rows) => {
			const terminal = await atIncrease({ columns: 40, rows });
			expect(terminal.screen()).toContain('? Which increase');
			expect(terminal.screen()).toContain('balloon: not possible');
		});
	});

	test('a new size is drawn afresh, nothing cut off', async () => {
		const terminal = await onScreen();
		await terminal.type('2018', enter, enter);
		await terminal.resize(40, 24);
		const lines = terminal.screen().split('\n');
		expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(40);
		expect(lines.filter((line) => line.startsWith('? Which increase'))).toHaveLength(1);
		await terminal.resize(100, 30);
		expect(terminal.screen().match(/\? Which increase/g)).toHaveLength(1);
		await terminal.type('(b)(1)(A)', enter);
		expect(terminal.screen()).toMatch(/\(b\)\(1\)\(A\) earlier felony conviction for illegal reentry,\s+\+4 levels/);
	});

	test('Ctrl-C ends it, with the cursor given back', async () => {
		const terminal = await onScreen();
		await terminal.type('1995', enter, enter, '\x03');
		expect(await terminal.over).toMatchObject({ name: 'ExitPromptError' });
		expect(terminal.isCursorHidden()).toBe(false);
		expect(terminal.screen()).toContain('Stopped. No draft was kept.');
	});

	test('told to stop, it stops likewise', async () => {
		const terminal = await onScreen();
		await terminal.type('1995', enter, enter);
		terminal.stop();
		expect(await terminal.over).toMatchObject({ name: 'AbortPromptError' });
		expect(terminal.isCursorHidden()).toBe(false);
	});
});

describe('line by line', () => {
	const typed = (lines: readonly string[]) => lines.map((line) => `${line}\n`);

	test('Banuelos-Rodriguez, without a single control character', async () => {
		const terminal = await onScreen({ plain: true, rows: 200 });
		let bytes = '';
		terminal.output.on('pipe', () => {});
		const write = terminal.output.write.bind(terminal.output);
		terminal.output.write = ((chunk: string) => {
			bytes += chunk;
			return write(chunk);
		}) as typeof terminal.output.write;
		await terminal.type(...typed(['1995', '', '(b)(2)', '', '3', 'V', '', '', '', '']));
		expect(await terminal.over).toBeUndefined();
		expect(terminal.printed()).toContain('Guideline range   70–87 months');
		expect(bytes).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f]/);
	});

	test('choices have keys: numbers, or the number of levels itself', async () => {
		const terminal = await onScreen({ plain: true, rows: 200 });
		await terminal.type(...typed(['1995', '', '2', '']));
		expect(terminal.whole()).toMatch(
			/u\. not known yet.*\n3\. −3 levels \(§3E1\.1\(a\), \(b\)\); If chosen: level 21(.|\n)*\n2\. −2 levels/,
		);
		await terminal.type(...typed(['3', '5', 'V', '', '', '']));
		expect(terminal.whole()).toMatch(
			/5: can mean any of these\. Type a key, or one in full\.\nV; 10 to 12 points;(.|\n)*5 points: category III/,
		);
		expect(terminal.printed()).toContain('70–87 months');
	});

	test('what is not in the list is said plainly; ? and < go on working', async () => {
		const terminal = await onScreen({ plain: true, rows: 200 });
		await terminal.type(...typed(['1995', '', 'balloon', 'balloon?', 'balloon <']));
		const text = terminal.whole().replaceAll('\n', '');
		expect(text).toContain('balloon: not possible: choose one of the list');
		expect(text).toContain('Trap: an aggravated felony');
		expect(text).toMatch(/Back to: Which guideline/);
	});

	test('going back says to which question', async () => {
		const terminal = await onScreen({ plain: true, rows: 200 });
		await terminal.type(...typed(['1995', '', '<', '<']));
		expect(
			terminal
				.whole()
				.replaceAll('\n', '')
				.match(/Back to: [^?]*\?/g),
		).toEqual(['Back to: Which guideline covers the offense?', 'Back to: Which Manual: sentencing date, or edition?']);
	});

	test('the end of the input ends it', async () => {
		const terminal = await onScreen({ plain: true });
		terminal.input.end();
		expect(await terminal.over).toMatchObject({ name: 'ExitPromptError' });
	});
});

describe('nothing is left for the terminal to break', () => {
	const looks = [
		{ columns: 40, rows: 24 },
		{ columns: 40, rows: 24, color: true },
		{ columns: 40, rows: 24, ascii: true },
		{ columns: 80, rows: 24, color: true },
		{ columns: 80, rows: 24, ascii: true },
	];
	const keys = [
		...[
			'2012',
			enter,
			enter,
			'(b)(1)(B)',
			enter,
			'yes',
			enter,
			enter,
			'full',
			enter,
			'I',
			enter,
			enter,
			enter,
			'4',
			enter,
		],
		...['add: caption', enter, '合衆国対被告人'.repeat(8), enter, enter, 'what', enter, 'change Edition', enter],
		...['1995', enter, '(b)(1)', enter, 'change Fast', enter, '2', enter, enter],
	];
	test.each(looks)('%o', async (look) => {
		const terminal = await onScreen(look);
		await terminal.type(...keys);
		expect(terminal.whole()).toMatch(/Warning|WARNING/);
		expect(terminal.whole()).toMatch(/\bB +\d+/);
		expect(terminal.tooLong()).toEqual([]);
	});

	test.each([[80], [40]])('line by line, at %i', async (columns) => {
		const terminal = await onScreen({ plain: true, columns, rows: 300 });
		const lines = ['2012', '', '(b)(1)(B)', 'yes', '', 'f', 'I', '', '', '4', '', '2', '1', '?', '1995', '1', ''];
		for (const line of lines) {
			terminal.output.write(`${line}\n`);
			await terminal.type(`${line}\n`);
		}
		expect(terminal.printed()).toMatch(/Guideline range/);
		expect(terminal.tooLong()).toEqual([]);
	});
});

test('a report in colours is narrowed as one without', async () => {
	const warned = async (color: boolean) => {
		const terminal = await onScreen({ columns: 40, rows: 100, color });
		const answers = ['2012', '', '(b)(1)(B)', 'yes', '', 'full', 'I', '', '', '0', ''];
		await terminal.type(...answers.flatMap((answer) => (answer === '' ? [enter] : [answer, enter])));
		expect(terminal.whole()).toMatch(/^ {2}Warning The acceptance/m);
		return terminal.whole();
	};
	expect(await warned(true)).toBe(await warned(false));
});

describe('the screens', () => {
	const sizes = [
		[80, 24],
		[40, 24],
		[132, 43],
	] as const;
	const dresses = [
		['', {}],
		['-color', { color: true }],
		['-ascii', { ascii: true }],
	] as const;
	for (const [columns, rows] of sizes) {
		for (const [name, look] of dresses) {
			test(`${columns} by ${rows}${name}`, async () => {
				const terminal = await onScreen({ columns, rows, ...look });
				const screens: string[] = [];
				const shoot = (title: string) => {
					const text = name === '-color' ? terminal.dressed() : terminal.screen();
					if (name !== '-color')
						expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(columns);
					if (name === '-ascii') {
						expect(text).toMatch(/^[\n\x20-\x7e]*$/);
						expect(text).not.toMatch(/\w\?\w|\?\?/);
					}
					screens.push(`---- ${title}\n${text}\n`);
				};
				shoot('the first question');
				await terminal.type('2018', enter, enter, down, '?');
				shoot('an increase, explained');
				await terminal.type('(b)(1)(A)', enter, '(b)(2)(B)');
				shoot('another, typed');
				await terminal.type(enter, enter, enter, '3', enter, 'V');
				shoot('a category, typed');
				await terminal.type(enter, '10y');
				shoot('a minimum, typed');
				await terminal.type(enter, enter, enter, enter);
				shoot('all answers');
				await terminal.type(enter);
				shoot('the range');
				await terminal.type('what', enter, 'change Acc', enter, '2', enter);
				shoot('what if');
				await expect(screens.join('\n')).toMatchFileSnapshot(`../transcripts/wizard/${columns}x${rows}${name}.txt`);
			});
		}
	}
});
