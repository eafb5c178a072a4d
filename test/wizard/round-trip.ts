import { Command } from 'commander';
import { calculate } from '../../src/calculation/calculate.ts';
import { InputError } from '../../src/case/errors.ts';
import { parseCase } from '../../src/case/parse.ts';
import { addAnswerFlags } from '../../src/commands/calc.ts';
import { calcCommandFor } from '../../src/commands/equivalent.ts';
import { addCaseFlags, withFlags } from '../../src/commands/flags.ts';
import { bundledLaw } from '../../src/law/bundled.ts';
import { brokenCommand } from '../../src/wizard/conversation/save-answer.ts';
import { decodeDraft, encodeDraft } from '../../src/wizard/interview/draft.ts';
import { caseOf, type Interview, nextQuestion } from '../../src/wizard/interview/interview.ts';
import { interviewOf } from '../../src/wizard/interview/opened-case.ts';
import { outcomesOf } from '../../src/wizard/interview/outcomes.ts';
import { shellWords } from '../commands/shell-words.ts';

export const setting = { law: bundledLaw, today: '2025-12-01' };

/** What `calc` answers to a document, as text: the result, or why there is none. */
export function answerTo(given: unknown): { text: string; isResult: boolean } {
	try {
		return { text: JSON.stringify(calculate(parseCase(given), setting.law, { today: setting.today })), isResult: true };
	} catch (error) {
		return { text: refusalText(error), isResult: false };
	}
}

/** The same where a document is opened at the questions and written again as it is, with a draft between. */
function answerOfSaved(given: unknown): { text: string; saved?: string; interview?: Interview } {
	try {
		const opened = interviewOf(parseCase(given), setting);
		const { interview } = decodeDraft(encodeDraft({ interview: opened, scenarios: [] }));
		const saved = JSON.stringify(caseOf(interview, setting));
		return { text: answerTo(JSON.parse(saved)).text, saved, interview };
	} catch (error) {
		return { text: refusalText(error) };
	}
}

function refusalText(error: unknown): string {
	if (!(error instanceof InputError)) throw error;
	return JSON.stringify([error.code, error.path, error.message]);
}

/** What is lost or changed where a document is opened and written again; undefined where nothing is. */
export function lostInQuestions(given: unknown, { text, isResult } = answerTo(given)): string | undefined {
	const { text: after, saved, interview } = answerOfSaved(given);
	if (after !== text) return `the answer: ${text} became ${after}`;
	if (saved !== undefined && saved !== JSON.stringify(given)) return `the document became ${saved}`;
	if (!isResult || interview === undefined) return undefined;
	const next = nextQuestion(interview, setting);
	if (next) return `a question, though the document needs no more: ${next.ask}`;
	const shown = outcomesOf(interview, setting)?.map(({ result }) => JSON.stringify(result));
	return shown?.length === 1 && shown[0] === text ? undefined : `the answer at the questions is ${shown}`;
}

/** What the equivalent command of a document that has an answer leaves out or changes; undefined where nothing is. */
export function lostInCommand(
	given: unknown,
	{ text } = answerTo(given),
): { kind: 'command' | 'document'; left: string[]; lost?: string } {
	const { command, left } = calcCommandFor(parseCase(given), { today: setting.today });
	if (command === undefined)
		return { kind: 'document', left: [...left], ...(left.length === 0 && { lost: 'no field named' }) };
	const answer = answerOfCommand(shellWords(command));
	if (answer !== text) return { kind: 'command', left: [], lost: `${command} answers ${answer}` };
	const broken = brokenCommand(command, 79);
	const isSame = shellWords(broken).join('\0') === shellWords(command).join('\0');
	return { kind: 'command', left: [], ...(isSame ? {} : { lost: broken }) };
}

/** What `ussg calc` answers to the words of a command line. */
function answerOfCommand([program, name, ...words]: readonly string[]): string {
	if (program !== 'ussg' || name !== 'calc') throw new Error(`${program} ${name}`);
	try {
		const silent = { writeOut: () => {}, writeErr: () => {} };
		const calc = addAnswerFlags(addCaseFlags(new Command('calc')))
			.exitOverride()
			.configureOutput(silent);
		return answerTo(withFlags({}, calc.parse(words, { from: 'user' }).opts())).text;
	} catch (error) {
		return String(error);
	}
}
