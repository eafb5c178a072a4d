// Asking on a screen that is redrawn.
import type { Dress } from '../../report/dress.ts';
import { toAscii, wrap } from '../../report/words.ts';
import { askOnce, type Places } from './ask-once.ts';
import { type Asker, cleanFor } from './asker.ts';
import { layOut } from './layout.ts';
import { narrow } from './narrow-screen.ts';
import type { Terminal } from './redrawn-terminal.ts';
import { newTranscript, type Said } from './transcript.ts';

/** Asks at a terminal that can be redrawn: a list that narrows as one types, and says what each choice would come to. */
export function promptAsker(terminal: Terminal): Asker {
	const { dress } = terminal;
	const clean = cleanFor(dress);
	const width = (): number => terminal.columns() - 1;
	const { put, add, strike, redraw, reachBy } = newTranscript(terminal, width);
	const broken = (paragraphs: readonly string[]) => (columns: number) =>
		paragraphs.flatMap((paragraph) => wrap(clean(paragraph), columns));
	const places: Places = new WeakMap();
	return {
		columns: width,
		close: () => {},
		clean,
		say: (...paragraphs) => put({ lines: broken(paragraphs) }),
		explain: (...paragraphs) => put({ lines: broken(paragraphs), explains: true }),
		show: (text) => put(asShown(dress.ascii ? toAscii(text) : text)),
		shown: (text) => add({ lines: (columns) => narrow(text, columns).replace(/\n$/, '').split('\n') }),
		settled: (question, answer, id) => {
			strike((entry) => entry.id !== undefined && entry.id === id);
			put({ lines: (columns) => settledLines(clean(question), clean(answer), columns, dress), id });
		},
		unsettle: (isOpen, backTo) =>
			strike(({ id, explains }) => (explains && backTo !== undefined) || (id !== undefined && isOpen(id))),
		ask: async (page) => {
			for (;;) {
				const layout = layOut(page, width(), terminal.rows(), clean);
				reachBy(layout.height);
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

function settledLines(question: string, answer: string, columns: number, dress: Dress): string[] {
	return wrap(`${question} ${answer}`, columns - 2).map((line, index) => {
		const mark = index === 0 ? dress.strong(dress.ascii ? '*' : '✓') : ' ';
		return `${mark} ${index === 0 && line.startsWith(question) ? `${question}${dress.bold(line.slice(question.length))}` : line}`;
	});
}
