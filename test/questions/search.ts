import { calculate, calculateGiven } from '../../src/calculation/calculate.ts';
import { InputError } from '../../src/case/errors.ts';
import { parseCase } from '../../src/case/parse.ts';
import { bundledLaw } from '../../src/law/bundled.ts';
import type { Result } from '../../src/result/result.ts';
import { randomCase } from '../random/cases.ts';
import { randomFacts } from '../random/facts.ts';
import { type Draft, newRandom, type Random } from '../random/random.ts';
import { type Answers, answersTo, waysToAnswer } from './answers.ts';
import { keysOf, valueAt, withoutFacts, withValue } from './places.ts';

/** A question to which no two answers lead to different results, and the case that was asked it. */
interface Pointless {
	path: string;
	case: Draft;
}

export interface Found {
	/** Cases, facts taken away, that were asked for one. */
	cases: number;
	/** The questions, by what they ask for. */
	asked: Map<string, number>;
	pointless: Pointless[];
	/** Cases answered without a fact that changes the answer. */
	guessed: Guessed[];
}

/** A case answered without facts, and the one with them that is answered otherwise. */
interface Guessed {
	case: Draft;
	whole: Draft;
}

const fields: ReadonlySet<keyof Result> = new Set<keyof Result>([
	'offenseLevel',
	'criminalHistory',
	'guidelineRange',
	'totalRange',
	'relief',
	'statutes',
	'steps',
	'reduction',
]);
const editions = bundledLaw.editions.editions.map(({ effectiveDate }) => effectiveDate);

const withWarnings = new Set<keyof Result>([...fields, 'warnings', 'fine']);

/** What a warning says that the case comes to by another reading of the law. */
const outcomeInWords = /level \d+, category [IV]+, [^.;:]*/g;

/** The numbers of an answer, and the rules that make them; or the code and path of the rejection. */
type Outcome = { numbers: string; result: string } | { code: string; path: string };

/** What a case leads to; `given` where each question of a rule is put, whether or not its answer matters. */
function outcomeOf(document: Draft, wanted: ReadonlySet<keyof Result> = fields, given = false): Outcome {
	try {
		const work = given ? calculateGiven : calculate;
		const found = work(parseCase(document), bundledLaw, { fields: wanted, today: '2025-12-01' });
		const {
			offenseLevel,
			criminalHistory,
			criminalHistoryCategory,
			guidelineRange,
			totalRange,
			relief,
			steps,
			reduction,
		} = found;
		const numbers = JSON.stringify([
			...[offenseLevel, criminalHistory?.points, criminalHistoryCategory, guidelineRange, totalRange],
			...[relief?.granted, found.statutes, found.edition.effectiveDate, reduction],
		]);
		const rules = steps.map(({ provision, levels }) => `${provision} ${levels}`);
		const points = criminalHistory?.priors.map((each) => `${each.id} ${each.points}`);
		const others = found.warnings.flatMap(({ message }) => message.match(outcomeInWords) ?? []);
		return { numbers, result: JSON.stringify([numbers, rules, points, others, found.fine]) };
	} catch (error) {
		if (error instanceof InputError) return { code: error.code, path: error.path };
		throw error;
	}
}

const status = '/instantOffense/underCriminalJusticeSentence';
const stated = [status, '/reduction/criminalHistoryPoints', '/statutoryMinimumRelief'];

/** The result of a case whose questions are answered as they come; undefined where the answers cannot all be so. */
function resultOf(
	known: Draft,
	answers: Answers,
	{ wanted, given }: Pick<Search, 'wanted' | 'given'>,
): string | undefined {
	let document = known;
	for (let turn = 0; turn < 60; turn++) {
		const found = outcomeOf(document, wanted, given);
		if ('result' in found) return found.result;
		// The answer that shows a conclusion of the case to be wrong is no idle one.
		if (found.code === 'disagrees' && stated.some((key) => found.path.endsWith(key))) return found.path;
		const value = found.code === 'facts-missing' ? answers(found.path) : undefined;
		if (value === undefined || valueAt(document, found.path) === value) return undefined;
		document = withValue(document, found.path, value);
	}
	return undefined;
}

/** Whether two answers lead to different results, all that is asked after them being answered alike. */
function matters(path: string, known: Draft, whole: Draft, random: Random): boolean {
	const isFound = (times: number, wanted: Search['wanted'], given: boolean) =>
		differs(path, known, whole, { random, times, wanted, given });
	// To answer each question that a rule puts is faster; to answer those alone that matter, surer.
	return (
		isFound(8, fields, true) ||
		isFound(8, withWarnings, true) ||
		isFound(60, fields, true) ||
		isFound(8, fields, false) ||
		isFound(8, withWarnings, false) ||
		[60, 300, 300, 1500].some((times) => isFound(times, fields, false))
	);
}

interface Search {
	random: Random;
	/** In how many ways the other facts are answered. */
	times: number;
	wanted: ReadonlySet<keyof Result>;
	/** Whether each question that a rule puts is answered, or those alone that matter. */
	given: boolean;
}

/** Whether two answers to a question lead to different results in any of so many ways to answer the others. */
function differs(path: string, known: Draft, whole: Draft, { random, times, wanted, given }: Search): boolean {
	const candidates = answersTo(path, whole);
	let way = 0;
	for (const answers of waysToAnswer(whole, random, times)) {
		const results = new Set<string>();
		const step = Math.ceil(candidates.length / (way === 0 ? 90 : 30));
		const few = candidates.filter((_, at) => at % step === way % step);
		for (const value of [...sameDays(path, known, answers), ...few]) {
			const result = resultOf(withValue(known, path, value), answers, { wanted, given });
			if (result !== undefined) results.add(result);
			if (results.size > 1) return true;
		}
		way++;
	}
	return false;
}

/** The days of the other sentences, where that of one is asked for: sentences of one day may be one. */
function sameDays(path: string, known: Draft, answers: Answers): unknown[] {
	if (!path.endsWith('/sentencedOn')) return [];
	const places = ((known['priors'] ?? []) as Draft[]).map((_, index) => `/priors/${index}/sentencedOn`);
	return places.filter((place) => place !== path).map((place) => valueAt(known, place) ?? answers(place));
}

function newCase(random: Random, edition: string): Draft {
	const year = Number(edition.slice(0, 4));
	if (random.often(30)) return { ...randomCase(random), edition };
	const of = random.often(85) ? { guideline: '2L1.2' } : { baseOffenseLevel: random.between(8, 30) };
	return { edition, ...of, ...randomFacts(random, year) };
}

/** Takes facts away from cases of each edition in turn, and answers what is then asked until there is a result. */
export function search(cases: number, seed: number, told: (done: number) => void = () => {}): Found {
	const found: Found = { cases: 0, asked: new Map(), pointless: [], guessed: [] };
	for (let at = 0; found.cases < cases; at++) {
		const random = newRandom(seed + at);
		const whole = newCase(random, editions[at % editions.length] as string);
		const answer = outcomeOf(whole);
		if (!('result' in answer)) continue;
		const known = withoutFacts(whole, random);
		const without = outcomeOf(known);
		const isOther = 'result' in without && without.numbers !== answer.numbers;
		if (isOther && !isAgainstDates(whole, answer.numbers) && !isSupposed(whole, without.numbers))
			found.guessed.push({ case: known, whole });
		if (askedOf(known, whole, random, found)) told(++found.cases);
	}
	return found;
}

/** Whether the status that a case states is not what its dates make of it, which decide where it is not stated. */
function isAgainstDates(whole: Draft, numbers: string): boolean {
	const byDates = outcomeOf(withValue(whole, status, undefined));
	return 'result' in byDates && byDates.numbers !== numbers;
}

/** Whether an offense of the day of the edition is supposed, and warned of where its law is not that of the day. */
function isSupposed(whole: Draft, numbers: string): boolean {
	const supposed = outcomeOf(withValue(whole, '/offenseDate', whole['edition']));
	return 'result' in supposed && supposed.numbers === numbers;
}

function askedOf(known: Draft, whole: Draft, random: Random, found: Found): boolean {
	let document = known;
	for (let turn = 0; turn < 40; turn++) {
		const outcome = outcomeOf(document);
		if ('result' in outcome || outcome.code !== 'facts-missing') return turn > 0;
		const { path } = outcome;
		const name = keysOf(path)
			.filter((key) => !/^\d+$/.test(key))
			.join('/');
		found.asked.set(name, (found.asked.get(name) ?? 0) + 1);
		if (!matters(path, document, whole, random)) found.pointless.push({ path, case: document });
		const value = valueAt(whole, path);
		if (value === undefined || valueAt(document, path) === value) return true;
		document = withValue(document, path, value);
	}
	return true;
}
