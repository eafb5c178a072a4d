import { search } from '@inquirer/prompts';
import type { Dress } from '../report/text.ts';
import { toAscii, wrap } from '../report/words.ts';
import { type Asker, cleanFor, type Reply, type Wish, wishes } from './asker.ts';
import { layOut } from './layout.ts';
import type { Option, Page } from './page.ts';

/** A terminal that can be redrawn. */
export interface Terminal {
	input: NodeJS.ReadableStream;
	output: NodeJS.WritableStream;
	columns: () => number;
	rows: () => number;
	dress: Dress;
	/** Aborts where the program is told to stop. */
	stopped: AbortSignal;
}

type Said = (width: number) => string[];

/** Asks at a terminal that can be redrawn: a list that narrows as one types, and says what each choice would come to. */
export function promptAsker(terminal: Terminal): Asker {
	const { output, dress } = terminal;
	const clean = cleanFor(dress);
	const width = (): number => terminal.columns() - 1;
	const said: Said[] = [];
	const write = (lines: readonly string[]): void => {
		for (const line of lines) output.write(`${line}\n`);
	};
	const put = (entry: Said): void => {
		said.push(entry);
		write(entry(width()));
	};
	const redraw = (): void => {
		output.write('\x1b[H\x1b[2J');
		write(said.flatMap((entry) => entry(width())).slice(-terminal.rows()));
	};
	let lastSettled: Said | undefined;
	const places: Places = new WeakMap();
	return {
		columns: width,
		close: () => {},
		clean,
		say: (...paragraphs) => put((columns) => paragraphs.flatMap((paragraph) => wrap(clean(paragraph), columns))),
		show: (text) => {
			const lines = (dress.ascii ? toAscii(text) : text).replace(/\n$/, '').split('\n');
			put(() => lines);
		},
		settled: (question, answer) => {
			lastSettled = (columns) => settledLines(clean(question), clean(answer), columns, dress);
			put(lastSettled);
		},
		unsettle: () => {
			if (lastSettled === undefined || said.at(-1) !== lastSettled) return;
			const { length } = (said.pop() as Said)(width());
			output.write(`\x1b[${length}A\x1b[J`);
			lastSettled = undefined;
		},
		ask: async (page) => {
			for (;;) {
				const reply = await askOnce(page, terminal, places);
				if (reply === 'resized') redraw();
				else if (reply !== 'cleared') return reply;
			}
		},
	};
}

/** Where the list stood when a question was left for an explanation or a new size: it is asked again from there. */
type Places = WeakMap<Page, { active: Option | undefined; text: string }>;

function settledLines(question: string, answer: string, columns: number, dress: Dress): string[] {
	return wrap(`${question} ${answer}`, columns - 2).map((line, index) => {
		const mark = index === 0 ? dress.strong(dress.ascii ? '*' : '✓') : ' ';
		return `${mark} ${index === 0 && line.startsWith(question) ? `${question}${dress.bold(line.slice(question.length))}` : line}`;
	});
}

async function askOnce(page: Page, terminal: Terminal, places: Places): Promise<Reply | 'resized' | 'cleared'> {
	const { dress, input, output } = terminal;
	const layout = layOut(page, terminal.columns() - 1, terminal.rows(), cleanFor(dress));
	const place = places.get(page) ?? { active: page.selected, text: '' };
	const wish = new AbortController();
	const here = { ...place };
	const leave = (reason: Wish | 'resized' | 'cleared'): void => {
		if (!wish.signal.aborted) places.set(page, { ...here });
		wish.abort(reason);
	};
	const choiceOf = (option: Option) => {
		const { name, outcome } = layout.optionText(option);
		return {
			value: option,
			name,
			// The reason stands in the name, which is broken to the width; the library wants a text all the same.
			...(option.refusal === undefined ? {} : { disabled: ' ' }),
			...(outcome === undefined ? {} : { description: outcome }),
		};
	};
	const onKey = (_: unknown, key: { name?: string } | undefined): void => {
		if (key?.name !== 'escape') return;
		const isTyped = here.text !== '';
		here.text = '';
		leave(isTyped ? 'cleared' : 'back');
	};
	const onResize = (): void => leave('resized');
	input.on('keypress', onKey);
	output.on('resize', onResize);
	try {
		return await search<Option>(
			{
				message: layout.message,
				source: (typed = '') => {
					const text = typed.trim();
					const wanted = Object.hasOwn(wishes, text) ? wishes[text] : undefined;
					if (wanted) leave(wanted);
					else here.text = text;
					return (text === '' ? page.options : page.typed(text)).map(choiceOf);
				},
				...(place.active === undefined ? {} : { default: place.active }),
				...(place.text === '' ? {} : { initialValue: place.text }),
				pageSize: layout.pageSize,
				theme: {
					prefix: { idle: dress.strong('?'), done: '' },
					icon: { cursor: dress.ascii ? '>' : '❯' },
					style: {
						message: (text: string) => dress.bold(text),
						highlight: (text: string) => {
							here.active = page.options.find((option) => text.endsWith(layout.optionText(option).name));
							return dress.strong(text);
						},
						disabled: (text: string) => `- ${text.trimEnd()}`,
						description: (text: string) => dress.bold(text),
						searchTerm: (text: string) => text,
						error: (text: string) => dress.alert(text),
						keysHelpTip: () => layout.footer,
					},
				},
			},
			{ input, output, signal: AbortSignal.any([wish.signal, terminal.stopped]), clearPromptOnDone: true },
		);
	} catch (error) {
		if (!wish.signal.aborted || terminal.stopped.aborted) throw error;
		return wish.signal.reason as Wish | 'resized' | 'cleared';
	} finally {
		input.off('keypress', onKey);
		output.off('resize', onResize);
	}
}
