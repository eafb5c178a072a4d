import { calculate } from '../../src/calculation/calculate.ts';
import { parseCase } from '../../src/case/parse.ts';
import { calcCommandFor } from '../../src/commands/equivalent.ts';
import { flagOfField } from '../../src/commands/flags.ts';
import { bundledLaw } from '../../src/law/bundled.ts';
import type { Law } from '../../src/law/schema.ts';
import { textReport } from '../../src/report/formats/text.ts';
import type { Host } from '../../src/wizard/conversation/dialog.ts';
import { runSession } from '../../src/wizard/conversation/session.ts';
import { decodeDraft } from '../../src/wizard/interview/draft.ts';
import { interviewOf } from '../../src/wizard/interview/opened-case.ts';
import type { Asker } from '../../src/wizard/screen/asker.ts';
import type { Page } from '../../src/wizard/screen/page.ts';
import { replyOf } from '../../src/wizard/screen/plain.ts';

export interface Conversation {
	/** Every page put, in order. */
	pages: Page[];
	/** What was said, line by line. */
	said: string[];
	printed: string;
	files: Map<string, string>;
	/** Why it ended before its end. */
	error: unknown;
}

export interface Circumstances {
	today?: string;
	law?: Law;
	json?: boolean;
	files?: Record<string, string>;
	draft?: string;
	/** A case document that is opened. */
	opened?: unknown;
	/** Throws where writing fails. */
	onWrite?: (file: string) => void;
	/** Throws where a report cannot be made. */
	onReport?: () => void;
	/** Throws where a question cannot be put. */
	onAsk?: (ask: string) => void;
}

/** Holds the conversation with typed lines for answers, `''` for Enter alone. It ends where the lines end. */
export async function converse(lines: readonly string[], given: Circumstances = {}): Promise<Conversation> {
	const { today = '2025-12-01', law = bundledLaw, json = false, draft } = given;
	const conversation: Conversation = {
		pages: [],
		said: [],
		printed: '',
		files: new Map(Object.entries(given.files ?? {})),
		error: undefined,
	};
	const { pages, said, files } = conversation;
	const left = [...lines];
	const asker: Asker = {
		columns: () => 79,
		close: () => {},
		clean: (text) => text,
		say: (...paragraphs) => void said.push(...paragraphs),
		explain: (...paragraphs) => void said.push(...paragraphs),
		show: (text) => void said.push(...text.split('\n')),
		settled: (question, answer) => void said.push(`${question} ${answer}`),
		shown: () => {},
		unsettle: () => {},
		ask: async (page) => {
			given.onAsk?.(page.ask);
			pages.push(page);
			const line = left.shift();
			if (line === undefined) throw ended('no line left');
			const reply = replyOf(line, page);
			if (typeof reply !== 'string' && reply.refusal !== undefined) throw ended(`${line}: ${reply.refusal}`);
			return reply;
		},
	};
	const write = async (file: string, text: string | Uint8Array): Promise<void> => {
		given.onWrite?.(file);
		files.set(file, String(text));
	};
	const host: Host = {
		setting: { law, today },
		asker,
		print: async (text) => {
			conversation.printed += text;
		},
		printsToScreen: !json,
		json,
		textReport: (result) => textReport(result, law),
		paths: { home: '/home/counsel', backslashParts: false },
		standsAt: async (file) =>
			files.has(file)
				? 'file'
				: [...files.keys()].some((each) => each.startsWith(`${file.replace(/\/$/, '')}/`))
					? 'folder'
					: 'nothing',
		areSameFile: (one, other) => one === other,
		write,
		writeDraft: write,
		commandFor: calcCommandFor,
		flagOf: (field) => flagOfField[field],
		forms: [
			{
				name: 'text',
				alsoCalled: ['txt'],
				ending: '.txt',
				disagreement: () => undefined,
				holdsScenarios: true,
				write: async (document) => {
					given.onReport?.();
					return textReport(calculate(parseCase(document), law), law);
				},
			},
		],
	};
	const text = draft === undefined ? undefined : files.get(draft);
	try {
		const opened = given.opened === undefined ? undefined : interviewOf(parseCase(given.opened), host.setting);
		const begun = opened && { interview: opened, scenarios: [] };
		await runSession(host, text === undefined ? begun : decodeDraft(text), draft);
	} catch (error) {
		conversation.error = error;
	}
	return conversation;
}

/** United States v. Banuelos-Rodriguez, 215 F.3d 969 (9th Cir. 2000): the answers that lead to the range, Enter alone as ''. */
export const banuelos = ['1995', '2L1.2', '(b)(2)', '', '3', 'V', '', '', ''];

/** The conversation ends here, as where the user leaves it: no fault of the program. */
const ended = (message: string): Error => Object.assign(new Error(message), { name: 'ExitPromptError' });
