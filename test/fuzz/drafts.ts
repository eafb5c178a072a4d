import { InputError } from '../../src/case/errors.ts';
import { bundledLaw } from '../../src/law/bundled.ts';
import { standingOf } from '../../src/wizard/interview/answer-so-far.ts';
import { decodeDraft, encodeDraft } from '../../src/wizard/interview/draft.ts';
import { fits } from '../../src/wizard/interview/fits.ts';
import {
	answer,
	caseOf,
	type Interview,
	missingIn,
	newInterview,
	nextQuestion,
	type Setting,
} from '../../src/wizard/interview/interview.ts';
import type { Question, Value } from '../../src/wizard/questions/question.ts';
import { pageOf, settledOf } from '../../src/wizard/screen/page.ts';
import type { Random } from '../random/random.ts';
import type { Fault } from './batches.ts';
import { mutatedText, mutatedValue } from './mutate.ts';

const setting: Setting = { law: bundledLaw, today: '2025-12-01' };

/** Reads so many drafts, right and damaged ones, asks on from each, and says which went wrong. */
export function draftFaults(times: number, random: Random): Fault[] {
	return Array.from({ length: times }, () => {
		const text = draft(random);
		try {
			askOn(decodeDraft(text).interview, random);
		} catch (error) {
			if (!(error instanceof InputError)) return { what: String((error as Error).stack), input: text };
		}
		return undefined;
	}).filter((fault) => fault !== undefined);
}

/** The text of a draft: an interview broken off somewhere, or something near one. */
function draft(random: Random): string {
	let interview = newInterview;
	for (let left = random.between(0, 25); left > 0; left--) {
		const question = nextQuestion(interview, setting);
		if (!question) break;
		const value = reply(random, question);
		if (!fits(question, value)) break;
		interview = answer(interview, question, value);
	}
	const text = encodeDraft({ interview, scenarios: random.often(20) ? [interview] : [] });
	if (random.often(30)) return text;
	const ids = Object.keys(interview.answers);
	const changed = mutatedValue(random, JSON.parse(text), [...ids, 'priors', 'edition', 'trail', '__proto__']);
	const written = JSON.stringify(changed) ?? '';
	return random.often(10) ? mutatedText(random, written) : written;
}

const typed = [
	'2012',
	'2012-11-05',
	'11/5/2012',
	'34',
	'-2 minor role',
	'3',
	'none',
	'V',
	'10y',
	'life',
	'x',
	'§2L1.2',
	'',
];

function reply(random: Random, question: Question): Value | undefined {
	const { choices, read } = question;
	if (choices.length > 0 && (!read || random.often(75))) return random.pick(choices).value;
	const text = random.pick(typed);
	try {
		return read?.(text) as Value;
	} catch {
		return undefined;
	}
}

/** What a session does with the answers of a draft before it asks again, and a few questions further. */
function askOn(from: Interview, random: Random): void {
	let interview = from;
	for (let left = 6; left > 0; left--) {
		caseOf(interview, setting);
		settledOf(interview, setting);
		missingIn(interview, setting);
		standingOf(interview, setting);
		const question = nextQuestion(interview, setting);
		if (!question) return;
		pageOf(interview, setting, question);
		const value = reply(random, question);
		if (!fits(question, value)) return;
		interview = answer(interview, question, value);
	}
}
