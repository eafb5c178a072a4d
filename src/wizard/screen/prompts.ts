// Asking on a screen that is redrawn.
import { search } from '@inquirer/prompts';
import type { Dress } from '../../report/dress.ts';
import { toAscii, wrap } from '../../report/words.ts';
import { type Asker, cleanFor, isRefused, type Reply, type Wish, wishIn } from './asker.ts';
import { type Layout, layOut } from './layout.ts';
import type { Option } from './meant.ts';
import { narrow } from './narrow-screen.ts';
import type { Page } from './page.ts';

/** A terminal that can be redrawn. */
export interface Terminal {
	input: NodeJS.ReadableStream;
	output: NodeJS.WritableStream;
	columns: () => number;
	rows: () => number;
	dress: Dress;
	/** Aborts where the program is told to stop, with the error that ends it. */
	stopped: AbortSignal;
	/** Stops the program, as Ctrl-Z does, and resolves when it goes on. */
	suspend: () => Promise<void>;
	/** Hears that the program goes on after another stopped it; answers how to hear no longer. */
	onResumed: (listener: () => void) => () => void;
}

/** What was said, to be laid out afresh at another width. */
interface Said {
	lines: (width: number) => string[];
	/** Of the question that it settles. */
	id?: string | undefined;
	explains?: boolean;
}

/** Asks at a terminal that can be redrawn: a list that narrows as one types, and says what each choice would come to. */
export function promptAsker(terminal: Terminal): Asker {
	const { output, dress } = terminal;
	const clean = cleanFor(dress);
	const width = (): number => terminal.columns() - 1;
	let said: Said[] = [];
	/** How many lines below the first a question has come, since all was drawn: beyond those of the screen, some have scrolled away. */
	let reached = 0;
	const write = (lines: readonly string[]): void => {
		for (const line of lines) output.write(`${line}\n`);
	};
	const put = (entry: Said): void => {
		said.push(entry);
		write(entry.lines(width()));
	};
	const broken = (paragraphs: readonly string[]) => (columns: number) =>
		paragraphs.flatMap((paragraph) => wrap(clean(paragraph), columns));
	const linesOf = (entries: readonly Said[]): string[] => entries.flatMap(({ lines }) => lines(width()));
	const redraw = (): void => {
		output.write('\x1b[H\x1b[2J');
		write(linesOf(said).slice(-terminal.rows()));
		reached = 0;
	};
	/** Takes entries away, and draws afresh from the first of them on. */
	const strike = (isStruck: (entry: Said) => boolean | undefined): void => {
		const first = said.findIndex(isStruck);
		if (first === -1) return;
		const { length } = linesOf(said.slice(first));
		said = said.filter((entry) => !isStruck(entry));
		if (reached >= terminal.rows()) redraw();
		else {
			output.write(`\x1b[${length}A\x1b[J`);
			write(linesOf(said.slice(first)));
		}
	};
	const places: Places = new WeakMap();
	return {
		columns: width,
		close: () => {},
		clean,
		say: (...paragraphs) => put({ lines: broken(paragraphs) }),
		explain: (...paragraphs) => put({ lines: broken(paragraphs), explains: true }),
		show: (text) => put(asShown(dress.ascii ? toAscii(text) : text)),
		shown: (text) => void said.push({ lines: (columns) => narrow(text, columns).replace(/\n$/, '').split('\n') }),
		settled: (question, answer, id) => {
			strike((entry) => entry.id !== undefined && entry.id === id);
			put({ lines: (columns) => settledLines(clean(question), clean(answer), columns, dress), id });
		},
		unsettle: (isOpen, backTo) =>
			strike(({ id, explains }) => (explains && backTo !== undefined) || (id !== undefined && isOpen(id))),
		ask: async (page) => {
			for (;;) {
				const layout = layOut(page, width(), terminal.rows(), clean);
				reached = Math.max(reached, linesOf(said).length + layout.height);
				const reply = await askOnce(page, layout, terminal, places);
				if (reply === 'suspended') await terminal.suspend();
				if (reply === 'redrawn' || reply === 'suspended') redraw();
				else if (reply !== 'cleared') return reply;
			}
		},
	};
}

function asShown(text: string): Said {
	const lines = text.replace(/\n$/, '').split('\n');
	return { lines: () => lines };
}

/** Where the list stood when a question was left for an explanation or a new size: it is asked again from there. */
type Places = WeakMap<Page, { active: Option | undefined; text: string }>;

function settledLines(question: string, answer: string, columns: number, dress: Dress): string[] {
	return wrap(`${question} ${answer}`, columns - 2).map((line, index) => {
		const mark = index === 0 ? dress.strong(dress.ascii ? '*' : '✓') : ' ';
		return `${mark} ${index === 0 && line.startsWith(question) ? `${question}${dress.bold(line.slice(question.length))}` : line}`;
	});
}

/** The text that Tab makes of what was typed: a name of the option that is chosen, which Enter then takes. A long label goes by what it begins with. */
function completed(active: Option | undefined, text: string, page: Page): string {
	const { label = '', key = '', typed = [] } = active ?? {};
	const isTaken = (name: string) => name !== '' && wishIn(name, page) === undefined && page.typed(name)[0] === active;
	const short = label.length > longestCompletion ? typed.filter((name) => label.startsWith(name)) : [];
	return [...short, label, ...typed, key].find(isTaken) ?? text;
}

const longestCompletion = 30;

/** What the word stands for at any question. */
const toDraft: Option = { value: null, label: 'keep every answer in a draft file, to finish later' };

/** Why a question that was left is asked again: the screen is drawn afresh, after a stop too, or what was typed is cleared. */
type Interruption = 'redrawn' | 'suspended' | 'cleared';

async function askOnce(page: Page, layout: Layout, terminal: Terminal, places: Places): Promise<Reply | Interruption> {
	const { dress, input, output } = terminal;
	terminal.stopped.throwIfAborted(); // The library would ask, and hold on to the input for ever.
	const place = places.get(page) ?? { active: page.selected, text: '' };
	const wish = new AbortController();
	const here = { ...place, isRefused: false };
	const leave = (reason: Wish | Interruption): void => {
		if (!wish.signal.aborted) places.set(page, { active: here.active, text: here.text });
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
	/** What was typed is no answer: says why, above the list, of which nothing can be taken as long as it stands there. */
	const refusedWith = (meant: readonly Option[]) => {
		const others = page.options.filter((option) => !meant.includes(option));
		const lines = [...meant, ...others].flatMap((option) => layout.optionText(option).name.split('\n  '));
		return { value: meant[0] as Option, name: lines.slice(0, layout.pageSize).join('\n  '), disabled: ' ' };
	};
	const onKey = (_: unknown, key: { name?: string } | undefined): void => {
		if (key?.name === 'tab') {
			if (!here.isRefused) here.text = completed(here.active, here.text, page);
			leave('cleared');
		}
		const isArrow = key?.name === 'up' || key?.name === 'down';
		if (key?.name !== 'escape' && !(isArrow && here.isRefused)) return;
		const isTyped = here.text !== '';
		here.text = '';
		leave(isTyped ? 'cleared' : 'back');
	};
	const onRedraw = (): void => leave('redrawn');
	const onSuspend = (): void => leave('suspended');
	input.on('keypress', onKey);
	input.on('suspend', onSuspend);
	output.on('resize', onRedraw);
	const hearNoLonger = terminal.onResumed(onRedraw);
	try {
		const chosen = await search<Option>(
			{
				message: layout.message,
				source: (typed = '') => {
					const text = typed.trim();
					const wanted = text === here.text ? undefined : wishIn(text, page);
					// A word may go on and be an answer: Enter says that it is one.
					if (wanted === 'draft') return [{ value: toDraft, name: toDraft.label }];
					if (wanted) leave(wanted);
					else here.text = text;
					const meant = text === '' ? page.options : page.typed(text);
					here.isRefused = text !== '' && isRefused(meant);
					return here.isRefused ? [refusedWith(meant)] : meant.map(choiceOf);
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
		return chosen === toDraft ? 'draft' : chosen;
	} catch (error) {
		if (!wish.signal.aborted || terminal.stopped.aborted) throw error;
		return wish.signal.reason as Wish | Interruption;
	} finally {
		input.off('keypress', onKey);
		input.off('suspend', onSuspend);
		output.off('resize', onRedraw);
		hearNoLonger();
	}
}
