// A page for the client: the answer in plain words.
import type { CaseDocument } from '../../case/schema.ts';
import type { Result } from '../../result/result.ts';
import { harmless } from '../words.ts';
import { changes } from './changes.ts';
import { limits } from './limits.ts';
import type { Noted } from './noted.ts';
import { rangeParagraphs } from './range.ts';
import { afterPrison, unknowns } from './rest.ts';

/** A page of short sentences. Numbers in brackets lead to the notes, which alone name rules. */
export interface ClientPage {
	title: string;
	/** The caption or id of the case: text of the user's. */
	caption: string | undefined;
	parts: { heading: string; paragraphs: string[] }[];
	notes: string[];
}

interface Told {
	given: CaseDocument;
	result: Result;
}

/** What to take home: the range, where it comes from, the floor and the top, what could change it, and what is not known. It promises no sentence. */
export function clientPage({ given, result }: Told): ClientPage {
	const notes: string[] = [];
	const noted = (sentence: string, rules: readonly string[]): string => {
		const rule = [...new Set(rules)].filter((each) => each !== '').join(', ');
		if (rule === '') return sentence;
		if (!notes.includes(rule)) notes.push(rule);
		return `${sentence} [${notes.indexOf(rule) + 1}]`;
	};
	const told = { given, result };
	const caption = result.caption ?? result.id;
	const parts = [
		{ heading: 'Your range', paragraphs: rangeParagraphs(result, noted) },
		{ heading: 'Where the range comes from', paragraphs: reasons(result, noted) },
		{ heading: 'The lowest and the highest sentence', paragraphs: limits(result, noted) },
		{ heading: 'What could change it', paragraphs: changes(told, noted) },
		{ heading: 'After prison', paragraphs: afterPrison(result, noted) },
		{ heading: 'What this page does not know', paragraphs: unknowns(result) },
	];
	return {
		title: 'Your sentencing range, in plain words',
		caption: caption === undefined ? undefined : harmless(caption),
		parts: parts.filter(({ paragraphs }) => paragraphs.length > 0),
		notes: notes.map(harmless),
	};
}

/** The offense and the past, each in a sentence or two. */
function reasons(result: Result, noted: Noted): string[] {
	if (result.guidelineSentence !== undefined) {
		return [
			noted('The law itself sets this sentence. Your past does not change it.', result.guidelineSentence.provisions),
		];
	}
	const { offenseLevel, criminalHistory, criminalHistoryCategory: category, steps } = result;
	const { base, acceptance, fastTrack, total } = offenseLevel;
	const facts = total - base - acceptance - fastTrack;
	const levels = (count: number) => `${count} ${count === 1 ? 'level' : 'levels'}`;
	const sentences = [
		`Two things make the range. The first is the offense. It starts at level ${base}.`,
		facts > 0 ? `The facts of the case add ${levels(facts)}.` : '',
		facts < 0 ? `The facts of the case take off ${levels(-facts)}.` : '',
		acceptance < 0 ? `Accepting responsibility takes off ${levels(-acceptance)}.` : '',
		fastTrack < 0 ? `The fast-track program takes off ${levels(-fastTrack)}.` : '',
		total === base ? '' : `The result is level ${total}.`,
	].filter((each) => each !== '');
	const points = criminalHistory?.points;
	const scored = criminalHistory?.priors.filter((each) => each.points > 0) ?? [];
	const listed = scored.map(({ id, points: score }) => `${harmless(id)} (${score})`).join(', ');
	const past = [
		`The second is your past. You are in category ${category}. Category I is the lowest, and VI is the highest.`,
		points === undefined ? '' : `Your past comes to ${points} ${points === 1 ? 'point' : 'points'}.`,
		listed === '' ? '' : `These sentences count: ${listed}.`,
	].filter((each) => each !== '');
	return [
		noted(
			sentences.join(' '),
			steps.map(({ provision }) => provision),
		),
		noted(past.join(' '), [criminalHistory === undefined ? 'Chapter Four, Part A' : '§§4A1.1, 4A1.2']),
	];
}
