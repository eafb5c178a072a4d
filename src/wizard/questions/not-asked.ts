// What the wizard does not ask, in words.
import type { CaseSoFar } from './question.ts';

/** What a case document may say and the wizard does not ask, in words. */
export const notAsked: Partial<Record<keyof CaseSoFar, string>> = {
	statutes: 'statutes of conviction, with their penalties',
	chapterThree: 'adjustments of Chapter Three by their names',
	careerOffender: 'career offender (§4B1.1)',
	counts: 'the number of counts',
	armedCareerCriminal: 'armed career criminal (§4B1.4)',
	underOffenseDateManual: 'the offense under the Manual of the offense date (§1B1.11)',
	drugs: 'drugs by weight (§2D1.1)',
	otherGroups: 'other Groups of counts (§3D1.4)',
	safetyValve: 'the criteria of the safety valve',
	offenseClass: 'the class of the offense',
	supervisedReleaseMinimumMonths: 'a minimum of supervised release',
	deportable: 'whether deportation is likely (§5D1.1)',
	reduction: 'a later reduction (§1B1.10)',
	base: 'which base offense level of the guideline applies',
	offense: 'facts of the guideline, by name',
	id: 'an id',
};

/** The first of them, for a line on the review screen; all of them where it is explained. */
const leading = 4;

/** `Not asked: statutes of conviction, …` */
export function notAskedLine(known: CaseSoFar): string {
	const words = left(known).map(([, word]) => word);
	const others = words.length - leading;
	const more = others > 0 ? `; and ${others} more` : '';
	return `Not asked: ${words.slice(0, leading).join('; ')}${more}. ? names them all and says how to add them.`;
}

/** Each with the flag of `ussg calc`, or else the field of the case document, that adds it. */
export function notAskedExplained(known: CaseSoFar, flagOf: (field: string) => string | undefined): string[] {
	const each = left(known).map(([field, word]) => `${word}: ${flagOf(field) ?? field}`);
	return [
		`Not asked here, and each can move the range or the answer: ${each.join('; ')}.`,
		'Save the case, then give the flag to ussg calc --case FILE, or write the field into the file and open it again with ussg --case FILE: it stays with the answers. A change of Chapter Three can also be given in levels, under other changes.',
	];
}

const left = (known: CaseSoFar): [string, string][] =>
	Object.entries(notAsked).filter(([field]) => known[field as keyof CaseSoFar] === undefined);
