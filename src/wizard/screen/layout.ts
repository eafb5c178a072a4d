// A page broken to the width of the screen.
import { unbroken, wrap } from '../../report/words.ts';
import { type Option, refusalText } from './meant.ts';
import type { Page } from './page.ts';

/** A page broken to a width: what stands above the list, in it and below it, and how many lines the list may take. */
export interface Layout {
	message: string;
	footer: string;
	pageSize: number;
	/** Lines that all of it takes. */
	height: number;
	optionText: (option: Option) => { name: string; outcome?: string };
}

const fewestLines = 3;

export function layOut(page: Page, width: number, rows: number, clean: (text: string) => string): Layout {
	const broken = (text: string | undefined, less = 0): string[] =>
		text === undefined ? [] : wrap(clean(text), width - less);
	const optionLines = (option: Option) => {
		const { label, effect, note, refusal } = option;
		const words = [[label, effect, note].filter(Boolean).join(' · '), refusal && refusalText(option)];
		return broken(words.filter(Boolean).join(': '), 2);
	};
	const outcomeOf = ({ outcome }: Option) => broken(outcome);
	const message = broken(page.provision === undefined ? page.ask : `${page.ask} (${page.provision})`, 2);
	const footer = [...broken(page.does || undefined), ...broken(page.standing), ...keysLines(page, broken)];
	const outcomeLines = Math.max(0, ...page.options.map((option) => outcomeOf(option).length));
	const room = Math.max(rows - message.length - outcomeLines - footer.length - 3, fewestLines);
	const listed = page.options.flatMap(optionLines).length;
	const hidden = listed > room;
	const more = hidden ? broken(`${page.options.length} choices: ↑↓ brings up the others`) : [];
	return {
		message: message.join('\n'),
		footer: [...more, ...footer].join('\n'),
		height: message.length + Math.min(listed, room) + outcomeLines + footer.length + 3,
		pageSize: hidden ? Math.max(room - more.length, fewestLines) : room,
		optionText: (option) => ({
			name: optionLines(option).join('\n  '),
			...(option.outcome === undefined ? {} : { outcome: outcomeOf(option).join('\n') }),
		}),
	};
}

/** What Escape does is said where that takes no line more. */
function keysLines(page: Page, broken: (text: string) => string[]): string[] {
	const lines = broken(keysText(page));
	const more = broken(`${keysText(page)} ${unbroken('· Esc clear, then back')}`);
	return more.length === lines.length ? more : lines;
}

function keysText({ hint }: Page): string {
	const typed = hint === undefined ? '' : `Type ${hint}. `;
	return `${typed}${['↑↓', 'Enter choose', '· ? explain', '· < back'].map(unbroken).join(' ')}`;
}
