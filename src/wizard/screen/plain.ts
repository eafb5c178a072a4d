// Asking line by line, for screen readers.
import { createInterface } from 'node:readline';
import { screenWidth, toAscii, wrap } from '../../report/words.ts';
import { same } from '../questions/question.ts';
import { type Asker, cleanFor, interrupted, type Reply, wishIn } from './asker.ts';
import { isNamed, type Option, refusalText, unclear } from './meant.ts';
import type { Page } from './page.ts';
import type { Terminal } from './redrawn-terminal.ts';

/** Asks line by line, for screen readers: nothing is drawn twice, choices are numbered, the terminal edits the line. */
export function plainAsker(terminal: Terminal): Asker {
	const { input, output, dress, stopped, onResumed } = terminal;
	const reader = createInterface({ input, terminal: false });
	const lines = reader[Symbol.asyncIterator]();
	const end = whenAborted(stopped);
	const clean = cleanFor(dress);
	const width = (): number => Math.min(terminal.columns(), screenWidth) - 1;
	const line = (text: string): void => {
		output.write(`${wrap(clean(text), width()).join('\n')}\n`);
	};
	line('Each choice has a key before it. At any question, ? explains it, and < goes back.');
	return {
		columns: width,
		close: () => reader.close(),
		clean,
		say: (...paragraphs) => paragraphs.forEach(line),
		explain: (...paragraphs) => paragraphs.forEach(line),
		show: (text) => {
			output.write(dress.ascii ? toAscii(`${text}\n`) : `${text}\n`);
		},
		settled: (question, answer) => line(`${question} ${answer}.`),
		shown: () => {},
		unsettle: (_, backTo) => {
			if (backTo !== undefined) line(`Back to: ${backTo}`);
		},
		ask: async (page) => {
			line(questionLine(page));
			for (const option of page.options) line(keyedLine(option, page.options));
			for (;;) {
				const prompt = (): boolean => output.write(`${wrap(clean(promptLine(page)), width()).join('\n')} `);
				prompt();
				const hearNoLonger = onResumed(prompt);
				const text = await nextLine(lines, end).finally(hearNoLonger);
				const reply = replyOf(text.trim(), page);
				if (typeof reply !== 'string' && reply.note !== undefined) line(`${reply.label}: ${reply.note}.`);
				if (typeof reply === 'string' || reply.refusal === undefined) return reply;
				line(
					`${reply.label}: ${reply.matches ? 'can mean any of these. Type a key, or one in full.' : refusalText(reply)}`,
				);
				for (const match of reply.matches ?? []) line(keyedLine(match, page.options));
			}
		},
	};
}

async function nextLine(lines: AsyncIterator<string>, end: Promise<never>): Promise<string> {
	const line = await Promise.race([lines.next(), end]);
	if (line.done) throw interrupted();
	return line.value;
}

/** One promise for all questions: a listener for each would be too many for one signal. */
function whenAborted(stopped: AbortSignal): Promise<never> {
	const end = new Promise<never>((_, reject) => {
		if (stopped.aborted) reject(stopped.reason);
		stopped.addEventListener('abort', () => reject(stopped.reason), { once: true });
	});
	end.catch(() => {});
	return end;
}

function questionLine({ ask, provision, does, standing }: Page): string {
	return [`${ask}${provision === undefined ? '' : ` (${provision})`}`, does, standing].filter(Boolean).join(' ');
}

/** What chooses each option: its own key, or else its number among those that have none. */
function keysOf(options: readonly Option[]): string[] {
	let number = 0;
	return options.map(({ key }) => key ?? String(++number));
}

/** `3. −3 levels; If chosen: level 21`; what was read has no key, and a key that is the label need not be said twice. */
function keyedLine(option: Option, options: readonly Option[]): string {
	const { label, effect, outcome, refusal } = option;
	const key = keysOf(options)[options.indexOf(option)];
	const tail = refusal === undefined ? outcome : refusalText(option);
	const words = [label, effect, tail].filter(Boolean).join('; ');
	return !key || key.toLowerCase() === label.toLowerCase() ? words : `${key}. ${words}`;
}

function promptLine({ options, selected, hint }: Page): string {
	const keys = options.some(({ key }) => key !== '') ? 'the key of a choice' : undefined;
	const typed = [keys, hint].filter(Boolean).join(', or ');
	return `Type ${typed}.${selected === undefined ? '' : ` Enter: ${selected.label}.`}`;
}

/**
 * What a line means: a wish, the key of a choice, or what the question reads from it; nothing is the choice that Enter
 * takes. What can mean several things is none of them, and comes back with all that it can mean.
 */
export function replyOf(text: string, page: Page): Reply {
	const wish = wishIn(text, page);
	if (wish) return wish;
	if (text === '' && page.selected) return page.selected;
	const keys = keysOf(page.options);
	const keyed = page.options.filter((_, index) => keys[index] === text.toLowerCase());
	const found = page.typed(text);
	const isSure = (option: Option) => option.isRead || (page.options.includes(option) && isNamed(text, option));
	const sure = distinct([...keyed, ...found.filter(isSure)]);
	const meant = sure.length > 0 ? sure : distinct(found);
	return meant.length === 1 ? (meant[0] as Option) : unclear(text, meant);
}

/** Options of different values. */
const distinct = (options: readonly Option[]): Option[] =>
	options.filter(({ value }, index) => options.findIndex((other) => same(other.value, value)) === index);
