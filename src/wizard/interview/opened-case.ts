import { type Category, toCategory } from '../../case/category.ts';
import type { CaseDocument, GivenPrior } from '../../case/schema.ts';
import { editionNamed, editionOn } from '../../law/editions.ts';
import { isIncrease, pointsAskedOf } from '../questions/chapter-two.ts';
import { fromFacts, fromPriors } from '../questions/facts.ts';
import { type CaseSoFar, type Question, same, unknown, type Value } from '../questions/question.ts';
import { editionOfIds, heldEdition } from './held-ids.ts';
import {
	answer,
	caseOf,
	fits,
	type Interview,
	newInterview,
	nextQuestion,
	type Setting,
	settledQuestions,
} from './interview.ts';
import { heldFields, keptId } from './kept-fields.ts';

/**
 * The answers that a case document comes to. What no question asks for is kept beside them; a question that the document
 * leaves open is left to be asked. Throws InputError where it names an edition that there is not.
 */
export function interviewOf(document: CaseDocument, setting: Setting): Interview {
	const { edition, sentencingDate } = document;
	if (edition !== undefined) editionNamed(setting.law, edition);
	else if (sentencingDate !== undefined) editionOn(setting.law, sentencingDate, '', '/sentencingDate');
	const given = withIds(document);
	const answers = onlyGiven(given, ['caption', 'sentenceImposedMonths', 'offenseDate']) as Interview['answers'];
	const { interview, held } = answeredFrom(given, { ...newInterview, answers }, setting);
	if (Object.keys(held).length === 0) return interview;
	const beside = { ...answers, [heldFields]: held as Value, [keptId]: true };
	const all = answeredFrom(given, { answers: beside, trail: [keptId] }, setting).interview;
	const asked = new Set(settledQuestions(all, setting).map(({ id }) => id));
	const unasked = Object.fromEntries(Object.entries(held).filter(([field]) => !asked.has(field)));
	const { effectiveDate } = editionOfIds(document, setting);
	return { ...all, answers: { ...all.answers, [heldFields]: unasked as Value, [heldEdition]: effectiveDate } };
}

/** Every prior gets a name, by which the questions know it. */
function withIds(document: CaseDocument): CaseDocument {
	if (document.priors === undefined) return document;
	const taken = new Set(document.priors.map(({ id }) => id));
	const named = (prior: GivenPrior, index: number): GivenPrior => {
		if (prior.id !== undefined) return prior;
		let number = index + 1;
		while (taken.has(String(number))) number++;
		taken.add(String(number));
		return { ...prior, id: String(number) };
	};
	return { ...document, priors: document.priors.map(named) };
}

const onlyGiven = (document: CaseDocument, fields: readonly (keyof CaseDocument)[]): CaseSoFar =>
	Object.fromEntries(fields.flatMap((field) => (document[field] === undefined ? [] : [[field, document[field]]])));

/** Answers the questions from the document as they come up, and tells what of the document they leave over. */
function answeredFrom(
	document: CaseDocument,
	start: Interview,
	setting: Setting,
): { interview: Interview; held: CaseSoFar } {
	let interview = start;
	let all = start;
	const open = new Set<string>();
	for (let question = nextQuestion(all, setting); question; question = nextQuestion(all, setting)) {
		const value = valueIn(document, question);
		const isGiven = value !== undefined && fits(question, value);
		const taken = isGiven ? value : filler(question);
		if (taken === undefined) break;
		if (isGiven) interview = answer(interview, question, taken);
		else open.add(question.id);
		all = answer(all, question, taken);
		if (nextQuestion(all, setting)?.id === question.id) break;
	}
	const left = leftOver(document as Record<string, unknown>, caseOf(all, setting) as Record<string, unknown>);
	return { interview, held: Object.fromEntries(Object.entries(left).filter(([field]) => !open.has(field))) };
}

/** What stands for an answer that is to be asked, so that the questions after it come up. */
const filler = ({ possibilities, default: byDefault, choices }: Question): Value | undefined =>
	byDefault ?? (possibilities === undefined ? choices[0]?.value : unknown);

/** The answer that a case document gives to a question; undefined where it gives none. */
function valueIn(document: CaseDocument, { id, choices, default: byDefault }: Question): Value | undefined {
	const asked = questionsOfFields[id];
	if (asked) return asked(document);
	if (id.startsWith('adjustments/')) return (document.adjustments?.[Number(id.split('/')[1]) - 1] ?? null) as Value;
	if (isIncrease(id))
		return increaseIn(
			document,
			id,
			choices.map(({ value }) => value),
		);
	const [first, ...rest] = id.replace(/^facts\//, '').split('/');
	if (first === 'priors' && rest.length === 2) {
		const prior = document.priors?.find((each) => each.id === rest[0]);
		return prior?.[rest[1] as keyof GivenPrior] as Value | undefined;
	}
	const given = [first, ...rest].reduce<unknown>(
		(value, key) => (value as Record<string, unknown> | undefined)?.[key as string],
		document,
	) as Value | undefined;
	return given ?? byDefault;
}

/** The questions whose answer is not simply the field they are named for. */
const questionsOfFields: Record<string, (document: CaseDocument) => Value | undefined> = {
	edition: ({ edition, sentencingDate }) => {
		const given = { ...(edition && { edition }), ...(sentencingDate && { sentencingDate }) };
		return Object.keys(given).length === 0 ? undefined : given;
	},
	guideline: ({ guideline, enhancements, priors }) =>
		guideline === undefined ? null : enhancements === undefined && priors !== undefined ? fromFacts : guideline,
	acceptance: ({ acceptance = 0 }) => acceptance,
	criminalHistory: ({ criminalHistoryCategory, criminalHistoryPoints: points, priors }) => {
		if (priors !== undefined) return fromPriors;
		if (points !== undefined) return { points };
		return { category: toCategory(criminalHistoryCategory as Category) as Category };
	},
	statutoryMinimumMonths: ({ statutoryMinimumMonths: minimum = null }) => minimum,
	zeroPointOffender: ({ zeroPointOffender: criteria }) =>
		criteria !== undefined && Object.values(criteria).every((criterion) => criterion === false),
};

/** The increase of a group that the document names, or whether its conviction receives points. */
function increaseIn({ enhancements = [] }: CaseDocument, id: string, values: readonly Value[]): Value | undefined {
	const named = enhancements.map((each) => (typeof each === 'string' ? { id: each, receivesPoints: undefined } : each));
	const asksPoints = pointsAskedOf(id);
	if (asksPoints !== undefined) return named.find((each) => each.id === asksPoints)?.receivesPoints;
	return named.find((each) => values.includes(each.id))?.id ?? null;
}

/** The fields of a document, or the parts of them, that the answers do not come to. */
function leftOver(document: Record<string, unknown>, known: Record<string, unknown>): Record<string, unknown> {
	const parts = Object.entries(document).flatMap(([field, given]): [string, unknown][] => {
		const left = partLeft(field, given, known[field]);
		return left === undefined ? [] : [[field, left]];
	});
	return Object.fromEntries(parts);
}

function partLeft(field: string, given: unknown, known: unknown): unknown {
	if (given === undefined || same(given as Value, (known ?? null) as Value)) return undefined;
	if (known === undefined) return field === 'criminalHistoryCategory' ? toCategory(given as Category) : given;
	if (field === 'enhancements' || field === 'adjustments') {
		const has = new Set((known as unknown[]).map(nameOfPart));
		const left = (given as unknown[]).filter((part) => !has.has(nameOfPart(part)));
		return left.length === 0 ? undefined : left;
	}
	if (field !== 'instantOffense') return toCategory(given as Category) === known ? undefined : given;
	const left = leftOver(given as Record<string, unknown>, known as Record<string, unknown>);
	return Object.keys(left).length === 0 ? undefined : left;
}

/** An increase is the same by whichever of its two forms. */
const nameOfPart = (part: unknown): string =>
	typeof part === 'object' && part !== null && 'id' in part
		? String(part.id)
		: typeof part === 'string'
			? part
			: JSON.stringify(part);
