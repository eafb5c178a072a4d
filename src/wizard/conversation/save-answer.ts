// Saving the case, the command line or a report.
import { shellWord } from '../../case/shell.ts';
import { nameOfField } from '../../report/as-given.ts';
import { jsonText } from '../../report/escape.ts';
import { caseOf, missingIn } from '../interview/interview.ts';
import type { CaseSoFar } from '../questions/question.ts';
import type { Option } from '../screen/meant.ts';
import { menu, type Page } from '../screen/page.ts';
import { askAndWrite } from './ask-file.ts';
import { filesOf, type Host, put, type Session } from './dialog.ts';
import { caseAmongScenarios, comparedCases } from './what-if.ts';

/** Saves the case document, which `ussg calc --case` and `ussg batch` read. */
export async function saveCase(session: Session): Promise<void> {
	if (isOpen(session)) return;
	const document = caseOf(session.interview, session.host.setting);
	const text = `${jsonText(document, '\t')}\n`;
	const suggested = session.host.caseFile ?? 'case.json';
	const file = await askAndWrite(filesOf(session), {
		ask: 'Save the case document as?',
		suggested,
		write: (to) => session.host.write(to, text),
		notOver: [session.draftFile],
	});
	if (file === undefined) return;
	const more = `To calculate it again: ussg calc --case ${shellWord(file)}. To open it here: ussg --case ${shellWord(file)}`;
	sayWritten(session, file, more, caseAlone(session));
}

/** Prints the command line that gives the same answer; where no flags can give it, offers the case document instead. */
export async function printCommand(session: Session): Promise<void> {
	if (isOpen(session)) return;
	const { host } = session;
	const { command, left = [] } = host.commandFor(caseOf(session.interview, host.setting));
	if (command === undefined) return offerDocument(session, left);
	host.asker.show(`\n${brokenCommand(command, host.asker.columns())}\n`);
	const alone = caseAlone(session);
	if (alone !== '') host.asker.say(alone, '');
}

/** Says what no flag carries, and asks whether to save the case document, which carries everything. */
async function offerDocument(session: Session, left: readonly (keyof CaseSoFar)[]): Promise<void> {
	const names = left.map(nameOfField).join(', ');
	session.host.asker.say(`Flags cannot give all of this case: ${names}. A case document can.`, '');
	const chosen = await put(
		session,
		menu('Save the case document instead?', [
			{ value: true, label: 'yes, save it', typed: ['y'] },
			{ value: false, label: 'no', typed: ['n'] },
		]),
	);
	if (chosen !== 'back' && chosen.value === true) await saveCase(session);
}

/** What a document of the case holds, where there are scenarios, which have no place in it. */
function caseAlone(session: Session): string {
	const named = caseAmongScenarios(session);
	if (!named) return '';
	return `It holds the case, ${named.itself}. ${named.others.includes(',') ? 'The scenarios' : 'The scenario'} ${named.others} ${named.others.includes(',') ? 'are' : 'is'} not in it.`;
}

/** What a report holds, where there are scenarios. */
function caseAndScenarios(session: Session): string {
	const named = caseAmongScenarios(session);
	return named ? `It holds the case, ${named.itself}, and beside it ${named.others}.` : '';
}

/** The command over several lines that a shell reads as one: it breaks only before an option, which stays with its value. */
export function brokenCommand(command: string, width: number): string {
	const options: string[] = [];
	for (const word of command.match(/(?:'[^']*'|\\'|[^\s'\\])+/g) ?? []) {
		if (options.length === 0 || word.startsWith('--')) options.push(word);
		else options.push(`${options.pop()} ${word}`);
	}
	const lines: string[] = [''];
	for (const option of options) {
		const line = lines.at(-1) as string;
		if (line !== '' && line.length + option.length + ' '.length + ' \\'.length > width) lines.push(`  ${option}`);
		else lines[lines.length - 1] = line === '' ? option : `${line} ${option}`;
	}
	return lines.join(' \\\n');
}

/** Writes the answer to a file, in one of the forms the program has. */
export async function writeReport(session: Session): Promise<void> {
	if (isOpen(session)) return;
	const { host } = session;
	const { forms } = host;
	const chosen = await put(session, formMenu(forms), formsExplained);
	const form = chosen === 'back' ? undefined : forms.find(({ name }) => name === chosen.value);
	if (!form) return;
	const report = await form.write(caseOf(session.interview, host.setting), comparedCases(session));
	const file = await askAndWrite(filesOf(session), {
		ask: 'Write the report to?',
		suggested: `report${form.ending}`,
		write: (to) => host.write(to, report),
		notOver: [session.draftFile, host.caseFile],
		objection: form.disagreement,
	});
	if (file === undefined) return;
	if (form.holdsScenarios) session.hasLooseScenarios = false;
	sayWritten(session, file, '', form.holdsScenarios ? caseAndScenarios(session) : caseAlone(session));
}

function formMenu(forms: Host['forms']): Page {
	const page = menu(
		'In which form?',
		forms.map(({ name, alsoCalled }) => ({ value: name, label: name, typed: alsoCalled })),
	);
	const noPdf: Option = { value: null, label: 'pdf', refusal: pdfExplained };
	return { ...page, typed: (text) => (/^\.?pdf$/i.test(text.trim()) ? [noPdf] : page.typed(text)) };
}

const pdfExplained = 'no PDF is written. Choose docx and save it as PDF in Word, or choose html and print it to PDF';

const formsExplained = [
	'docx is for Word; html opens in a browser, and prints; markdown and text are plain text; json is for other programs; client is a page in plain words to take home.',
	`For a PDF: ${pdfExplained}.`,
];

/** What is not known yet cannot stand in a document: says so. */
function isOpen({ interview, host }: Session): boolean {
	const open = missingIn(interview, host.setting);
	if (open.length > 0) host.asker.say(`Not known yet: ${open.join(', ')}. Give them first, or keep a draft.`, '');
	return open.length > 0;
}

const sayWritten = ({ host }: Session, file: string, more: string, holds: string): void =>
	host.asker.say(...[`Written to ${file}, readable by you alone. ${more}`.trim(), holds].filter(Boolean), '');
