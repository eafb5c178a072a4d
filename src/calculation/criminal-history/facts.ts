// The facts of a prior sentence, and the question for one that is missing.
import {
	addDurations,
	type Duration,
	dayAfter,
	differenceInDays,
	durationText,
	noTime,
	parseDuration,
} from '../../case/durations.ts';
import { type Asked, factMissing, InputError } from '../../case/errors.ts';
import type { CaseDocument, GivenPrior } from '../../case/schema.ts';
import type { Provisions } from '../../law/schema.ts';
import type { Readings } from '../steps/readings.ts';

/** One prior sentence, with its place in the case document. */
export interface Prior {
	given: GivenPrior;
	id: string;
	/** JSON pointer of the prior. */
	path: string;
}

/** A length test of a table, as the text of the Manual has it. */
export type LengthTest = { exceeds: string } | { atLeast: string } | { atMost: string };

export function priorsOf(document: CaseDocument): Prior[] {
	return (document.priors ?? []).map((given, index) => ({
		given,
		id: given.id ?? String(index + 1),
		path: `/priors/${index}`,
	}));
}

/** A fact that a rule needs. Throws InputError `facts-missing`, with its pointer and the question in words, where the case lacks it. */
export function needed<T>(fact: T | undefined, path: string, asked: Asked): T {
	if (fact !== undefined) return fact;
	throw factMissing(path, asked);
}

/** The questions for facts of a prior that more than one rule asks for. */
export const questions = {
	sentence: 'What term of imprisonment was imposed, not counting any suspended part ("0" for none)?',
	sentencedOn: 'When was the sentence imposed?',
	convictedAsAdult: 'The offense was committed before the age of eighteen. Was the client convicted as an adult?',
	releasedOn: 'When was the client last released from imprisonment on this sentence?',
} as const;

/** The error for a fact of a prior that the case lacks, with the question that names the prior. */
export const missingFact = ({ id, path }: Prior, key: keyof GivenPrior, asked: Asked): InputError =>
	factMissing(`${path}/${key}`, asked, { remedy: `Give ${key} for prior ${id}` });

/** The fact of a prior under a key. Throws InputError `facts-missing` where the case lacks it. */
export function factOf<K extends keyof GivenPrior>(prior: Prior, key: K, asked: Asked): NonNullable<GivenPrior[K]> {
	const fact = prior.given[key];
	if (fact !== undefined) return fact as NonNullable<GivenPrior[K]>;
	throw missingFact(prior, key, asked);
}

export const sentencedOn = (prior: Prior): string => factOf(prior, 'sentencedOn', questions.sentencedOn);

/** The day of the conviction; the day of the sentence where the case gives no other. */
export const convictedOn = (prior: Prior): string => prior.given.convictedOn ?? sentencedOn(prior);

export const releasedOn = (prior: Prior): string => factOf(prior, 'releasedOn', questions.releasedOn);

export const kindsOf = (prior: Prior): readonly string[] =>
	factOf(prior, 'kinds', 'What kinds of conviction is it ([] for none of those listed)?');

export const neverCountedAs = (prior: Prior): readonly string[] => [prior.given.neverCounted ?? []].flat();

/** Whether an offense was committed at the age given or later; left out, it was. */
export const isAdult = ({ given }: Prior, age: number): boolean => (given.ageAtOffense ?? age) >= age;

/** Whether a conviction is that of an adult: by the age at the offense, or as it was entered. Throws InputError `facts-missing`. */
export const isOfAdult = (prior: Prior, provisions: Provisions): boolean =>
	isAdult(prior, provisions['4A1.2'].underEighteen.age) || isAdultConviction(prior);

/** Whether an offense before eighteen led to an adult conviction. */
export const isAdultConviction = (prior: Prior): boolean =>
	factOf(prior, 'convictedAsAdult', questions.convictedAsAdult);

/** The commencement of the instant offense, relevant conduct included (§4A1.2, comment. (n.8)). */
export function commencedOn(document: CaseDocument): string {
	return needed(document.instantOffense?.commencedOn, '/instantOffense/commencedOn', {
		question: 'When did the instant offense begin, including relevant conduct?',
		problem: 'The time periods of §4A1.2(e) run back from that date',
	});
}

/** The term to be served (§4A1.2(b)(2)), without the part suspended and without terms given on revocation. */
export function originalTerm(prior: Prior): Duration {
	if (prior.given.disposition === 'fine') return noTime;
	const text = factOf(prior, 'sentence', questions.sentence);
	return parseDuration(text) as Duration;
}

/** The term pronounced: the part to be served and the part suspended. */
export function wholeTerm(prior: Prior): Duration {
	return addDurations(originalTerm(prior), parseDuration(prior.given.suspended ?? '0') as Duration);
}

export type Revocation = NonNullable<GivenPrior['revocations']>[number];

/** The terms given on the revocations that count. */
export function revocationTerms(prior: Prior, counts: (revocation: Revocation) => boolean = () => true): Duration {
	const terms = (prior.given.revocations ?? []).filter(counts).map(({ term }) => parseDuration(term) as Duration);
	return terms.reduce(addDurations, noTime);
}

/** Terms as text, added up; what is left out is none. */
export const addedTerms = (terms: readonly (string | undefined)[]): Duration =>
	terms.map((text) => parseDuration(text ?? '0') ?? noTime).reduce(addDurations, noTime);

/** Whether a term meets a length test; undefined where months cannot be measured in days. */
function isMet(term: Duration, test: LengthTest): boolean | undefined {
	const { words, limit } = partsOf(test);
	const { least, most } = differenceInDays(term, limit);
	const isMetBy = (days: number) => (words === 'exceeds' ? days > 0 : words === 'atLeast' ? days >= 0 : days <= 0);
	const answer = isMetBy(least);
	return answer === isMetBy(most) ? answer : undefined;
}

interface TestParts {
	words: 'exceeds' | 'atLeast' | 'atMost';
	limit: Duration;
}

/** A test of a table does not change, and terms are held against it time and again. */
function partsOf(test: LengthTest): TestParts {
	const known = testParts.get(test);
	if (known !== undefined) return known;
	const [words, threshold] = Object.entries(test)[0] as [TestParts['words'], string];
	const parts = { words, limit: parseDuration(threshold) as Duration };
	testParts.set(test, parts);
	return parts;
}

const testParts = new WeakMap<LengthTest, TestParts>();

/** Whether a term meets a length test, or may, where months cannot be measured in days. */
export const mayMeet = (term: Duration, test: LengthTest): boolean => isMet(term, test) !== false;

/** Whether a term meets a length test. Throws InputError where months cannot be measured in days. */
export function meets(term: Duration, test: LengthTest | undefined, prior: Prior): boolean {
	if (test === undefined) return true;
	const answer = isMet(term, test) ?? isMetByCalendar(term, test, prior);
	if (answer !== undefined) return answer;
	const [threshold] = Object.values(test) as [string];
	throw factMissing(`${prior.path}/sentence`, {
		question: `Is the term of ${durationText(term)} longer or shorter than ${threshold}?`,
		remedy: `Months have no fixed number of days. Give the sentence of prior ${prior.id} in ${unitOf(threshold)}`,
	});
}

/**
 * Whether a term meets a length test by the calendar, from the day on which it was imposed; a term given on revocation
 * from its own day. Undefined where the case does not give that day, or several terms were given.
 */
function isMetByCalendar(term: Duration, test: LengthTest, { given }: Prior): boolean | undefined {
	const { sentencedOn, sentence = '0', revocations = [] } = given;
	const { words, limit } = partsOf(test);
	const [revocation, ...more] = revocations;
	const original = revocation === undefined ? noTime : (parseDuration(sentence) as Duration);
	const from = revocation?.on ?? sentencedOn;
	if (from === undefined || more.length > 0 || term === 'life' || limit === 'life' || original === 'life')
		return undefined;
	const [rest, most] = [term, limit].map(({ months, days }) => ({
		months: months - original.months,
		days: days - original.days,
	})) as [Exclude<Duration, 'life'>, Exclude<Duration, 'life'>];
	if ([rest, most].some(({ months, days }) => months < 0 || days < 0)) return undefined;
	const [ends, limitEnds] = [dayAfter(from, rest), dayAfter(from, most)];
	return words === 'exceeds' ? ends > limitEnds : words === 'atLeast' ? ends >= limitEnds : ends <= limitEnds;
}

/** The unit of a term, in the plural: `years` of `5 years`. */
const unitOf = (term: string): string => `${(term.split(' ').at(-1) as string).replace(/s$/, '')}s`;

type Grade = NonNullable<GivenPrior['grade']>;

/**
 * The grade that the case gives, or a felony in the other reading of a misdemeanor whose term is longer than one can
 * be; undefined where the case gives none.
 */
export function knownGrade({ given, id }: Prior, provisions: Provisions, readings: Readings): Grade | undefined {
	const { grade, sentence, suspended = '0' } = given;
	if (grade !== 'misdemeanor' || sentence === undefined) return grade;
	const length = provisions['open-questions'].questions.find(({ code }) => code === doubtful)?.length;
	if (length === undefined || !('exceeds' in length)) return grade;
	const [served, rest, limit] = [sentence, suspended, length.exceeds].map((text) => parseDuration(text) as Duration);
	const term = addDurations(served as Duration, rest as Duration);
	return differenceInDays(term, limit as Duration).least > 0 && readings.other(doubtful, id) ? 'felony' : grade;
}

const doubtful = 'misdemeanor-over-one-year';

export function gradeOf(prior: Prior, provisions: Provisions, readings: Readings): Grade {
	const grade = knownGrade(prior, provisions, readings);
	if (grade === undefined) throw missingFact(prior, 'grade', 'Felony (punishable by more than a year) or misdemeanor?');
	return grade;
}

/** Whether all conditions hold. One that fails decides, whatever facts the others lack; else the first fact lacking is asked for. */
export const all = (conditions: readonly (() => boolean)[]): boolean => decide(conditions, false);

/** Whether any condition holds. One that holds decides, whatever facts the others lack; else the first fact lacking is asked for. */
export const any = (conditions: readonly (() => boolean)[]): boolean => decide(conditions, true);

function decide(conditions: readonly (() => boolean)[], decisive: boolean): boolean {
	let missing: InputError | undefined;
	for (const holds of conditions) {
		try {
			if (holds() === decisive) return decisive;
		} catch (error) {
			if (!(error instanceof InputError)) throw error;
			missing ??= error;
		}
	}
	if (missing) throw missing;
	return !decisive;
}
