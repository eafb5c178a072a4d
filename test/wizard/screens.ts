import { Chalk } from 'chalk';
import { calcCommandFor } from '../../src/commands/equivalent.ts';
import { flagOfField } from '../../src/commands/flags.ts';
import { bundledLaw } from '../../src/law/bundled.ts';
import { type Dress, plainDress } from '../../src/report/dress.ts';
import { textReport } from '../../src/report/formats/text.ts';
import type { Host } from '../../src/wizard/conversation/dialog.ts';
import { runSession } from '../../src/wizard/conversation/session.ts';
import { interrupted } from '../../src/wizard/screen/asker.ts';
import { plainAsker } from '../../src/wizard/screen/plain.ts';
import { promptAsker } from '../../src/wizard/screen/prompts.ts';
import { type VirtualTerminal, virtualTerminal } from './virtual-terminal.ts';

export interface OnScreen extends VirtualTerminal {
	printed: () => string;
	/** Settles when the conversation is over; holds its error. */
	over: Promise<unknown>;
	stop: () => void;
}

export interface Look {
	columns?: number;
	rows?: number;
	color?: boolean;
	ascii?: boolean;
	plain?: boolean;
}

const chalk = new Chalk({ level: 1 });
/** Dresses its first argument alone: `map` gives more. */
const only = (paint: (text: string) => string) => (text: string) => paint(text);

/** Begins a conversation on a virtual terminal, as the program does on a real one. */
export async function onScreen({
	columns = 80,
	rows = 24,
	color = false,
	ascii = false,
	plain = false,
}: Look = {}): Promise<OnScreen> {
	const terminal = virtualTerminal(columns, rows);
	const { input, output } = terminal;
	const dress: Dress = color
		? { ascii, bold: only(chalk.bold), strong: only(chalk.bold.magenta), alert: only(chalk.red) }
		: { ...plainDress, ascii };
	const stopped = new AbortController();
	const of = {
		...{ input, output, columns: () => output.columns, rows: () => output.rows, dress, stopped: stopped.signal },
		suspend: async () => {},
		onResumed: () => () => {},
	};
	let printed = '';
	const host: Host = {
		setting: { law: bundledLaw, today: '2025-12-01' },
		asker: plain ? plainAsker(of) : promptAsker(of),
		print: async (text) => {
			printed += text;
			output.write(text);
		},
		printsToScreen: true,
		json: false,
		textReport: (result) => textReport(result, bundledLaw, dress),
		paths: { home: '/home/counsel', backslashParts: false },
		standsAt: async () => 'nothing',
		areSameFile: (one, other) => one === other,
		write: async () => {},
		writeDraft: async () => {},
		commandFor: calcCommandFor,
		flagOf: (field) => flagOfField[field],
		forms: [],
	};
	const over = runSession(host).then(
		() => undefined,
		(error: unknown) => error,
	);
	await terminal.type();
	await terminal.type('');
	return { ...terminal, printed: () => printed, over, stop: () => stopped.abort(interrupted()) };
}
