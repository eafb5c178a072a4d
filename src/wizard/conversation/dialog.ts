// The session: what it needs, and what it holds.
import { InputError } from '../../case/errors.ts';
import { shellWord } from '../../case/shell.ts';
import type { Result } from '../../result/result.ts';
import { loweredAcceptance } from '../interview/consequences.ts';
import { encodeDraft } from '../interview/draft.ts';
import { back, type Interview, nextQuestion, type Setting } from '../interview/interview.ts';
import type { CaseSoFar, Question, Value } from '../questions/question.ts';
import type { Option } from '../screen/meant.ts';
import { answerText, type Page } from '../screen/page.ts';
import { type AskingForFiles, askAndWrite, type Files, freeName } from './ask-file.ts';

/** What the wizard needs of the program around it: nothing here touches a file or a stream by itself. */
export interface Host extends Files {
	setting: Setting;
	/** Writes to standard output. */
	print: (text: string) => Promise<void>;
	/** Whether what is printed stands at once before the user's eyes: standard output is the terminal, and text is wanted. */
	printsToScreen: boolean;
	json: boolean;
	/** The answer as text, dressed for where it goes: the eyes of the user, or standard output. */
	textReport: (result: Result, place: 'screen' | 'output') => string;
	/** The case document that was opened. */
	caseFile?: string | undefined;
	/** Writes a file that only the user can read, whole or not at all. Throws InputError. */
	write: (file: string, text: string | Uint8Array) => Promise<void>;
	/** The same for a draft. Throws InputError `draft-changed` where another session has written there in the meantime. */
	writeDraft: (file: string, text: string) => Promise<void>;
	/** The command line that gives the same answer; or else the fields that no flag can carry. */
	commandFor: (document: CaseSoFar) => { command?: string; left?: readonly (keyof CaseSoFar)[] };
	/** The flag of `ussg calc` that fills a field. */
	flagOf: (field: string) => string | undefined;
	/** The forms in which the answer can be written: name, ending, and the writing itself. */
	forms: readonly ReportForm[];
}

interface ReportForm {
	name: string;
	/** What else people call it. */
	alsoCalled: readonly string[];
	/** What its files end in: `.md`. */
	ending: string;
	/** Why a file of this name is not to hold it, and what to do. */
	disagreement: (file: string) => string | undefined;
	holdsScenarios: boolean;
	/** The cases compared, the case itself first; none where there are no scenarios. */
	write: (document: CaseSoFar, compared: readonly Compared[]) => Promise<string | Uint8Array>;
}

/** The case or a scenario, to be compared: its name, what is otherwise than in the case, and the case document. */
export interface Compared {
	heading: string;
	changes: string;
	document: CaseSoFar;
	/** What is not known yet, so that it has no one answer. */
	open: readonly string[];
}

/** A conversation: the answers, the scenarios beside them, and where they are kept if the user agreed. */
export interface Session {
	host: Host;
	interview: Interview;
	/** In the order in which they came, without the case. */
	scenarios: readonly Interview[];
	/** The place of the case in that order: a scenario that is taken as the case keeps its letter. */
	caseAt: number;
	/** Scenarios were made that no file holds. */
	hasLooseScenarios: boolean;
	draftFile: string | undefined;
}

/** Puts a page until it is answered or left, explaining and starting a draft on the way. */
export async function put(session: Session, page: Page, explanation: readonly string[] = []): Promise<Option | 'back'> {
	const { asker } = session.host;
	for (;;) {
		const reply = await asker.ask(page);
		if (reply === 'back') return 'back';
		if (reply === 'explain')
			asker.explain('', ...explanation.flatMap((paragraph) => [paragraph, '']), ...wishesExplained);
		else if (reply === 'draft') await startDraft(session);
		else return reply;
	}
}

const wishesExplained = ['At any question: ? explains it, < goes back, draft keeps a draft in a file.', ''];

/** The line of an answer, in place of an earlier one where it is of the case itself; and what the answer did to acceptance. */
export function settle(
	{ host }: Session,
	question: Question,
	{ before, after }: { before: Interview; after: Interview },
	isCase = true,
): void {
	const { asker, setting } = host;
	const ask = isCase ? question.ask : `What if: ${question.ask}`;
	asker.settled(ask, answerText(question, after.answers[question.id] as Value), isCase ? question.id : undefined);
	const lowered = question.id === 'acceptance' ? [] : loweredAcceptance(before, after, setting);
	if (lowered.length > 0 && isCase) asker.unsettle((id) => id === 'acceptance');
	asker.say(...lowered);
}

/** One question back, where there is one. Its line is taken away, and so are those that no longer matter. */
export function goBack(session: Session): void {
	const { setting, asker } = session.host;
	const before = back(session.interview, setting);
	if (!before) return;
	session.interview = before;
	const isOpen = (id: string) => Object.hasOwn(before.answers, id) && !before.trail.includes(id);
	asker.unsettle(isOpen, nextQuestion(before, setting)?.ask);
}

/** Takes the answers as they now stand, and keeps them where the user agreed to a draft. */
export async function keepAnswers(
	session: Session,
	change: Partial<Pick<Session, 'interview' | 'scenarios' | 'caseAt'>>,
): Promise<void> {
	Object.assign(session, change);
	if (change.scenarios) session.hasLooseScenarios = change.scenarios.length > 0 && session.draftFile === undefined;
	try {
		await writeDraft(session);
	} catch (error) {
		if (!(error instanceof InputError)) throw error;
		session.host.asker.say(`This answer is not kept: ${error.message}.`);
	}
}

/**
 * Writes the draft, if there is one. Where another session writes there too, this one goes on in a file of its own.
 * Throws InputError where it cannot be written.
 */
export async function writeDraft(session: Session): Promise<void> {
	const { host, interview, scenarios, caseAt, draftFile } = session;
	if (draftFile === undefined) return;
	const text = encodeDraft({ interview, scenarios, caseAt });
	try {
		await host.writeDraft(draftFile, text);
	} catch (error) {
		if (!(error instanceof InputError) || error.code !== 'draft-changed') throw error;
		const free = await freeName(draftFile, host);
		await host.writeDraft(free, text);
		session.draftFile = free;
		const apart = `Another session has changed ${draftFile}. Your answers here are kept in ${free} from now on.`;
		host.asker.say(apart, '');
	}
}

/** What asks for a file in this conversation. */
export const filesOf = (session: Session): AskingForFiles => ({
	...session.host,
	put: (page, explanation) => put(session, page, explanation),
});

/** Asks where to keep a draft. From then on every answer is written there before the next question. */
export async function startDraft(session: Session): Promise<void> {
	const { interview, scenarios, caseAt, host } = session;
	const draftFile = await askAndWrite(filesOf(session), {
		ask: 'Keep a draft in which file?',
		suggested: 'ussg-draft.json',
		write: (file) => host.writeDraft(file, encodeDraft({ interview, scenarios, caseAt })),
		notOver: [host.caseFile],
	});
	if (draftFile === undefined) return;
	session.draftFile = draftFile;
	session.hasLooseScenarios = false;
	session.host.asker.say(
		`Every answer is now kept in ${draftFile}, readable by you alone. To go on later: ussg --draft ${shellWord(draftFile)}`,
	);
}
