// From a case document to the answers it comes to.
import { type Category, toCategory } from '../../case/category.ts';
import { firstDayOf } from '../../case/dates.ts';
import { InputError } from '../../case/errors.ts';
import type { CaseDocument, GivenPrior } from '../../case/schema.ts';
import { editionNamed, editionOn } from '../../law/editions.ts';
import { resultOf } from '../questions/calculated.ts';
import { isIncrease, pointsAskedOf } from '../questions/chapter-two.ts';
import { fromPriors } from '../questions/facts.ts';
import { type CaseSoFar, notGiven, type Question, type Value } from '../questions/question.ts';
import {
	answeredBy,
	type Interview,
	knownFrom,
	type Setting,
	settledQuestions,
	unsettledQuestions,
} from './interview.ts';
import { withoutPath, withParts } from './merge.ts';
import { heldFields, keptId, leftOver, openedCase } from './opened.ts';

/**
 * The answers that a case document comes to. The document itself is kept beside them, so that what no question asks for
 * is not lost; a question that it leaves open is left to be asked. Throws InputError where it names an edition that there is not.
 */
export function interviewOf(document: CaseDocument, setting: Setting): Interview {
	const result = resultOf(document, setting);
	refuseWithoutEdition(document, setting, result);
	const given = withIds(document);
	const beside = onlyGiven(given, ['caption', 'sentenceImposedMonths', 'offenseDate']) as Interview['answers'];
	const opening = { ...beside, [openedCase]: { document, before: {} } as unknown as Value, [keptId]: true };
	const answered = answeredFrom(given, { answers: opening, trail: [keptId] }, setting);
	// Where the document can be calculated as it is, what it leaves out need not be asked.
	const { answers, trail } = result instanceof InputError ? answered : answeredBy(answered, setting, () => notGiven);
	const before = knownFrom({ answers, trail }, setting);
	return { answers: { ...answers, [openedCase]: { document, before } as unknown as Value }, trail };
}

/** Without an edition nothing can be asked: what the calculation refuses is then said. */
function refuseWithoutEdition({ edition, sentencingDate }: CaseDocument, { law }: Setting, result: unknown): void {
	try {
		if (edition !== undefined) editionNamed(law, edition);
		else if (sentencingDate !== undefined) editionOn(law, firstDayOf(sentencingDate), '', '/sentencingDate');
	} catch (error) {
		throw result instanceof InputError ? result : error;
	}
}

/** Answers the questions from the document, until nothing that they do not ask for is left beside what is held of it. */
function answeredFrom(document: CaseDocument, start: Interview, setting: Setting): Interview {
	let held: CaseSoFar = {};
	for (let round = 0; ; round++) {
		const answers = { ...start.answers, [heldFields]: held as Value };
		const interview = answeredBy({ ...start, answers }, setting, (question) => valueIn(document, question));
		const asked = new Set(unsettledQuestions(interview, setting).map(({ id }) => id));
		const left = Object.entries(leftOver(document, knownFrom(interview, setting))).filter(
			([field]) => !asked.has(field),
		);
		if (left.length === 0 || round === mostRounds) return withoutAsked(interview, held, setting);
		held = withParts(held, Object.fromEntries(left)) as CaseSoFar;
	}
}

/** What is held can bring up questions, and these leave out others: that comes to an end soon. */
const mostRounds = 9;

/** What was held at first and is asked in the end is no longer held. */
function withoutAsked(interview: Interview, held: CaseSoFar, setting: Setting): Interview {
	const paths = settledQuestions(interview, setting).map(
		({ id, path }) => path ?? id.replace(/^facts\//, '').split('/'),
	);
	const left = paths.reduce<unknown>(withoutPath, held) ?? {};
	return { ...interview, answers: { ...interview.answers, [heldFields]: left as Value } };
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

/** The answer that a case document gives to a question; undefined where it gives none. */
function valueIn(document: CaseDocument, { id, choices, from, default: byDefault }: Question): Value | undefined {
	if (from) return from(document);
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
