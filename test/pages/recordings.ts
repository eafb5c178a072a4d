import { onScreen } from '../wizard/screens.ts';
import { enter } from '../wizard/virtual-terminal.ts';
import type { Page } from './pages.ts';

/** What the questions show in the case of Banuelos-Rodriguez, by the name that a `text` block of a page gives. */
export async function recordings(): Promise<Readonly<Record<string, string>>> {
	const terminal = await onScreen();
	await terminal.type('1995', enter, '2L1.2', enter, '(b)(2)');
	const question = terminal.whole().trimEnd();
	await terminal.type(enter, enter, '3', enter, 'V', enter, enter, enter, enter);
	const session = terminal.whole().trimEnd();
	await terminal.type('what', enter, 'change Accept', enter, '0', enter, 'change Crim', enter, 'VI', enter);
	const scenarios = [...terminal.screen().matchAll(/^ {2}[A-C] {2}\d.*$/gm)].map(([line]) => line);
	terminal.stop();
	return { session: `$ ussg\n${session}`, question, scenarios: scenarios.slice(-3).join('\n') };
}

const recordedBlock = /(?<=```text )(\S+)\n([\s\S]*?)\n(?=```)/g;

/** The recorded screens of a page: the name of the recording, and what the page shows. */
export const recordedIn = ({ text }: Page): [name: string, shown: string][] =>
	[...text.matchAll(recordedBlock)].map(([, name, shown]) => [name as string, shown as string]);

/** The text of a page with its screens as they are now. */
export const withRecordings = (text: string, screens: Readonly<Record<string, string>>): string =>
	text.replaceAll(recordedBlock, (_, name: string) => `${name}\n${screens[name]}\n`);
