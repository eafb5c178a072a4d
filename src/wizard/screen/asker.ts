// What asks: the type, and what a reply can be.
import type { Dress } from '../../report/dress.ts';
import { harmless, toAscii, unbroken } from '../../report/words.ts';
import type { Option } from './meant.ts';
import type { Page } from './page.ts';

/** What came back from a question: an option, or a wish that has nothing to do with it. */
export type Reply = Option | Wish;
export type Wish = 'explain' | 'back' | 'draft';

/** What may be typed at any question in place of an answer. */
const wishes: Readonly<Record<string, Wish>> = { '?': 'explain', '<': 'back', ':draft': 'draft' };

/** The wish in a text: by itself, or at the end of a text that is no answer with it. Where any text is an answer, the word alone is one too. */
export function wishIn(text: string, page: Page): Wish | undefined {
	if (Object.hasOwn(wishes, text)) return wishes[text];
	if (text === 'draft' && !page.takesAnyText) return 'draft';
	const last = text.at(-1) ?? '';
	return (last === '?' || last === '<') && isRefused(page.typed(text)) ? wishes[last] : undefined;
}

/** Whether a typed text is no answer in any way. */
export const isRefused = (meant: readonly Option[]): boolean => meant.every(({ refusal }) => refusal !== undefined);

/** The terminal as the conversation sees it. There is one for eyes and one for ears. */
export interface Asker {
	ask: (page: Page) => Promise<Reply>;
	/** Paragraphs, broken to the width. */
	say: (...paragraphs: readonly string[]) => void;
	/** The same for what explains a question: it goes where one goes back. */
	explain: (...paragraphs: readonly string[]) => void;
	/** Lines as they are: a report, a table. */
	show: (text: string) => void;
	/** A report that was printed: it stands on the screen already, narrowed to it. */
	shown: (text: string) => void;
	/** The line that stays of an answered question, in place of an earlier one of the same id. */
	settled: (question: string, answer: string, id?: string) => void;
	/** Takes away the lines of the questions that are open again; where that cannot be, says to which one it went back. */
	unsettle: (isOpen: (id: string) => boolean, backTo?: string) => void;
	/** Lets go of the input, so that the program can end. */
	close: () => void;
	/** A text as it may stand here, before it is laid out. */
	clean: (text: string) => string;
	/** Characters in a line. */
	columns: () => number;
}

/** A text as it may stand on this terminal: one harmless line, in ASCII where nothing else is known. Longer in ASCII, so it comes before the layout. */
export const cleanFor =
	({ ascii }: Pick<Dress, 'ascii'>) =>
	(text: string): string =>
		ascii ? harmless(text).split(unbrokenSpace).map(toAscii).join(unbrokenSpace) : harmless(text);

/** `wrap` needs it yet, and writes it as a space. */
const unbrokenSpace = unbroken(' ');

/** Known to the program by its name, as the error of a prompt that was left. */
export const interrupted = (): Error => Object.assign(new Error('interrupted'), { name: 'ExitPromptError' });
