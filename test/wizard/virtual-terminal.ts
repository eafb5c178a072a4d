import { PassThrough, Writable } from 'node:stream';
import xterm from '@xterm/headless';
import { plainDress } from '../../src/report/dress.ts';
import type { Terminal } from '../../src/wizard/screen/redrawn-terminal.ts';

type Cell = NonNullable<
	ReturnType<NonNullable<ReturnType<InstanceType<typeof xterm.Terminal>['buffer']['active']['getLine']>>['getCell']>
>;

/** A terminal without a window: what is written to `output` stands on its screen, what is typed comes from `input`. */
export interface VirtualTerminal {
	input: PassThrough;
	output: Writable & { columns: number; rows: number };
	/** Types characters, or keys by their bytes, and waits until the program has answered. */
	type: (...keys: string[]) => Promise<void>;
	resize: (columns: number, rows: number) => Promise<void>;
	/** The screen as text, without what has scrolled away. */
	screen: () => string;
	/** All that was written, scrolled away or not. */
	whole: () => string;
	/** The lines that the terminal had to break because they were too long for it. */
	tooLong: () => string[];
	/** The screen with the dress of each word: `{bold}word{}`. */
	dressed: () => string;
	isCursorHidden: () => boolean;
}

/** A terminal of 80 columns and 24 rows that nobody resizes, stops or suspends; what it reads from and writes to stands beside it. */
export const stillTerminal: Omit<Terminal, 'input' | 'output'> = {
	columns: () => 80,
	rows: () => 24,
	dress: plainDress,
	stopped: new AbortController().signal,
	suspend: async () => {},
	onResumed: () => () => {},
};

export const enter = '\r';
export const escapeKey = '\x1b';
export const down = '\x1b[B';
export const up = '\x1b[A';

export function virtualTerminal(columns: number, rows: number): VirtualTerminal {
	const terminal = new xterm.Terminal({
		cols: columns,
		rows,
		allowProposedApi: true,
		convertEol: true,
		scrollback: 1000,
	});
	let hidden = false;
	const output = Object.assign(
		new Writable({
			write: (chunk: Buffer, _, done) => {
				const text = String(chunk);
				const [last] = [...text.matchAll(/\x1b\[\?25([lh])/g)].slice(-1);
				if (last) hidden = last[1] === 'l';
				terminal.write(text);
				done();
			},
		}),
		{ columns, rows },
	);
	// A prompt ends its output; a terminal does not end with it.
	output.end = () => output;
	const input = new PassThrough();
	const settle = async (): Promise<void> => {
		for (let turn = 0; turn < 12; turn++) await new Promise((resolve) => setImmediate(resolve));
		await new Promise<void>((resolve) => terminal.write('', resolve));
	};
	const lineAt = (at: number) => terminal.buffer.active.getLine(at);
	const lines = (from: number, to: number): string =>
		Array.from({ length: to - from }, (_, index) => lineAt(from + index)?.translateToString(true) ?? '')
			.join('\n')
			.trimEnd();
	return {
		input,
		output,
		type: async (...keys) => {
			for (const key of keys) {
				input.write(key);
				await settle();
				// A lone escape is told from the beginning of a longer key by the time that follows it.
				if (key === escapeKey) await new Promise((resolve) => setTimeout(resolve, 600));
			}
		},
		resize: async (width, height) => {
			terminal.resize(width, height);
			Object.assign(output, { columns: width, rows: height });
			output.emit('resize');
			await settle();
		},
		screen: () => lines(terminal.buffer.active.viewportY, terminal.buffer.active.viewportY + terminal.rows),
		whole: () => lines(0, terminal.buffer.active.length),
		tooLong: () =>
			Array.from({ length: terminal.buffer.active.length }, (_, at) => lineAt(at))
				.filter((line) => line?.isWrapped)
				.map((line) => line?.translateToString(true) ?? ''),
		dressed: () => {
			const from = terminal.buffer.active.viewportY;
			return Array.from({ length: terminal.rows }, (_, index) => dressedLine(lineAt(from + index), terminal.cols))
				.join('\n')
				.trimEnd();
		},
		isCursorHidden: () => hidden,
	};
}

function dressedLine(line: { getCell: (x: number) => Cell | undefined } | undefined, columns: number): string {
	let text = '';
	let dress = '';
	for (let column = 0; column < columns; column++) {
		const cell = line?.getCell(column);
		if (!cell || cell.getWidth() === 0) continue;
		const next = dressOf(cell);
		if (next !== dress) text += `{${next}}`;
		dress = next;
		text += cell.getChars() || ' ';
	}
	return (dress === '' ? text : `${text}{}`).trimEnd();
}

const colors = ['black', 'red', 'green', 'yellow', 'blue', 'magenta', 'cyan', 'white'];

function dressOf(cell: Cell): string {
	const color = cell.isFgPalette() ? colors[cell.getFgColor()] : undefined;
	return [cell.isBold() ? 'bold' : undefined, color].filter(Boolean).join(' ');
}
