// What a changed answer changes besides.
import { longDate } from '../../case/dates.ts';
import { reworded } from '../../case/errors.ts';
import { isIncrease } from '../questions/chapter-two.ts';
import { same } from '../questions/question.ts';
import { settledOf } from '../screen/page.ts';
import { answer, contextOf, type Interview, nextQuestion, type Setting, settledQuestions } from './interview.ts';
import { refusalOfAcceptance } from './lowered-acceptance.ts';

/** What had to change in a case beside the answer that was changed. */
export const consequences = (before: Interview, after: Interview, setting: Setting): string[] => [
	...loweredAcceptance(before, after, setting),
	...ofEdition(before, after, setting),
];

/** What an edition changes beside what it asks again: answers whose rule it does not have, or has otherwise. */
export const ofEdition = (before: Interview, after: Interview, setting: Setting): string[] => [
	...rulesNotInForce(before, after, setting),
	...otherKindOfFastTrack(before, after, setting),
];

/** `Acceptance lowered to 2 levels (§3E1.1(a)): 3 levels need an offense level of 16 or more before acceptance …` */
export function loweredAcceptance(before: Interview, after: Interview, setting: Setting): string[] {
	const [given, left] = [before.answers['acceptance'], after.answers['acceptance']];
	const question = settledQuestions(after, setting).find(({ id }) => id === 'acceptance');
	if (!question || given === undefined || left === undefined || same(given, left)) return [];
	const isOffered = question.choices.some(({ value }) => same(value, given));
	const refused = isOffered ? refusalOfAcceptance(answer(after, question, given), setting) : undefined;
	const why = isOffered ? refused && `${reworded(refused, { remedy: undefined }).message}.` : question.does;
	if (why === undefined) return [];
	const { levels, provision } = contextOf(after, setting).provisions['3E1.1'].decrease;
	return [`Acceptance lowered to ${levels} levels (${provision}): ${why}`];
}

/** Answers given that are not asked any more: the edition does not have their rule, or the case has no room for it. */
function rulesNotInForce(before: Interview, after: Interview, setting: Setting): string[] {
	const { provisions } = contextOf(after, setting);
	const rules = { fastTrackLevels: provisions['early-disposition'], zeroPointOffender: provisions['4C1.1'] };
	const asked = new Set(settledQuestions(after, setting).map(({ id }) => id));
	return settledOf(before, setting).flatMap(({ question: { id, short, default: byDefault }, answer: given }) => {
		const rule = rules[id as keyof typeof rules];
		if (rule === undefined || asked.has(id) || same(before.answers[id] ?? null, byDefault ?? null)) return [];
		const why = rule.inForce
			? `${rule.provision} has no place in the case as changed`
			: `${rule.provision} begins ${longDate(rule.begins)}`;
		return [`${short} (${given}) falls away: ${why}.`];
	});
}

/** Fast-track levels stay what they are, but not what they are taken from. */
function otherKindOfFastTrack(before: Interview, after: Interview, setting: Setting): string[] {
	const [then, now] = [before, after].map((each) => contextOf(each, setting).provisions['early-disposition']);
	const isGiven = [before, after].every(({ answers }) => ![undefined, 0].includes(answers['fastTrackLevels'] as 0));
	if (!then?.inForce || !now?.inForce || then.kind === now.kind || !isGiven) return [];
	const what =
		now.kind === 'adjustment' ? 'part of the offense level' : 'a departure, which leaves the guideline range as it is';
	return [`Fast track is ${what} here (${now.provision}).`];
}

/** An answer about an increase is not carried over to an edition where the increases read otherwise: says so before they are asked for. */
export function askedAgain(before: Interview, after: Interview, setting: Setting): string[] {
	const next = nextQuestion(after, setting);
	const known = settledQuestions(before, setting).filter(({ id }) => isIncrease(id));
	if (!next || !isIncrease(next.id) || known.length === 0 || known.some(({ id }) => id === next.id)) return [];
	return [
		`${next.provision} reads otherwise in this edition: what was answered cannot be carried over, and is asked again.`,
	];
}
