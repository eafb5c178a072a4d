// What Tab makes of what was typed.
import { wishIn } from './asker.ts';
import type { Option } from './meant.ts';
import type { Page } from './page.ts';

/** The text that Tab makes of what was typed: a name of the option that is chosen, which Enter then takes. A long label goes by what it begins with. */
export function completed(active: Option | undefined, text: string, page: Page): string {
	const { label = '', key = '', typed = [] } = active ?? {};
	const isTaken = (name: string) => name !== '' && wishIn(name, page) === undefined && page.typed(name)[0] === active;
	const short = label.length > longestCompletion ? typed.filter((name) => label.startsWith(name)) : [];
	return [...short, label, ...typed, key].find(isTaken) ?? text;
}

const longestCompletion = 30;
