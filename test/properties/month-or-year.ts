import { InputError } from '../../src/case/errors.ts';
import { calculate, parseCase, type Result } from '../../src/index.ts';
import { randomCase } from '../random/cases.ts';
import { randomFacts } from '../random/facts.ts';
import { type Draft, dayAfter, newRandom, type Random } from '../random/random.ts';
import { numbersOf } from './property.ts';

/** What the months and years of one random case showed. */
export type Shown = 'answered' | 'asked' | 'missing' | 'rejected' | { wrong: string; draft: Draft };

type Keys = readonly (string | number)[];

/** Days that the rest of the case rules out are no days that it can mean. */
const contradictions = new Set(['disagrees', 'offense-after-sentencing']);

const editions = ['1990', '1995', '1998', '2002', '2005', '2008', '2011', '2015', '2016', '2018', '2023', '2025'];

/** A random case with one to three of its dates as a month or a year. */
export function tried(seed: number): Shown {
	const random = newRandom(seed);
	const exact = random.often(15) ? caseOfDates(random) : recordCase(random);
	const places = placesIn(exact);
	if (places.length === 0) return 'rejected';
	const chosen = chosenOf(places, random);
	// Each is moved near another, mostly near one that is chosen as well: only together do these decide.
	const close = chosen.reduce(
		(draft, keys) => nearOther(draft, keys, random.often(60) ? chosen : places, random),
		exact,
	);
	const inexact = chosen.reduce(
		(draft, keys) => withValue(draft, keys, shortened(dayAt(draft, keys), random)) as Draft,
		close,
	);
	const answer = answerOf(inexact);
	if (answer instanceof InputError && answer.code !== 'facts-missing') return 'rejected';
	const paths = chosen.map((keys) => `/${keys.join('/')}`);
	if (answer instanceof InputError && !paths.includes(answer.path)) return 'missing';
	return answer instanceof InputError
		? checkAsked(inexact, chosen, answer)
		: checkAnswered(inexact, chosen, answer, random);
}

/** One place, or up to three, the commencement of the offense often among them: the periods run back from it. */
function chosenOf(places: readonly Keys[], random: Random): Keys[] {
	if (random.often(40)) return [random.pick(places)];
	const anchor = places.find((keys) => keys.at(-1) === 'commencedOn');
	const others = Array.from({ length: random.between(1, 2) }, () => random.pick(places));
	return anchor !== undefined && random.often(60) ? [anchor, ...others] : [random.pick(places), ...others];
}

/** No day within the dates may lead to another answer, or to none that the case does not contradict. */
function checkAnswered(draft: Draft, chosen: readonly Keys[], answer: Result, random: Random): Shown {
	for (let round = 0; round < 40; round++) {
		const exact = chosen.reduce(
			(one, keys) => withValue(one, keys, dayWithin(one, keys, draft, random)) as Draft,
			draft,
		);
		const other = answerOf(exact);
		if (other instanceof InputError && contradictions.has(other.code)) continue;
		const [a, b] = [numbersOf(answer), numbersOf(other)];
		if (a !== b) return { wrong: `${a} by the month or year; on ${daysOf(exact, chosen)}: ${b}`, draft };
	}
	return 'answered';
}

/** Where one date alone is asked for, it matters: two of its days lead to different answers. */
function checkAsked(draft: Draft, chosen: readonly Keys[], asked: InputError): Shown {
	const [keys, another] = chosen as [Keys, Keys?];
	if (another !== undefined || asked.values['isTooMany'] === true) return 'asked';
	const period = dayAt(draft, keys);
	const found = new Set<string>();
	for (let day = firstOf(period); day.startsWith(period) && found.size < 2; day = dayAfter(day, 1)) {
		const answer = answerOf(withValue(draft, keys, day) as Draft);
		if (answer instanceof InputError) {
			if (contradictions.has(answer.code)) continue;
			found.add(`${answer.code} ${answer.path}`);
		} else found.add(wholeOf(answer));
	}
	return found.size > 1 ? 'asked' : { wrong: `asked in vain: ${asked.message}`, draft };
}

/** All that an answer says but words, and days in warnings. A prior may score as much by one rule as by another. */
function wholeOf({ warnings, criminalHistory, ...rest }: Result): string {
	const codes = warnings.map(({ code, message }) => code + message.replace(/\d+/g, ''));
	const scores = criminalHistory?.priors.map(({ points }) => points);
	const words = new Set(['description', 'reason']);
	return JSON.stringify({ ...rest, codes, criminalHistory: { ...criminalHistory, priors: scores } }, (key, value) =>
		words.has(key) ? undefined : value,
	);
}

function answerOf(draft: Draft): Result | InputError {
	try {
		return calculate(parseCase(draft));
	} catch (error) {
		if (error instanceof InputError) return error;
		throw error;
	}
}

function recordCase(random: Random): Draft {
	const edition = random.pick(editions);
	const offense = random.often(75) ? { guideline: '2L1.2' } : { baseOffenseLevel: random.between(4, 30) };
	return {
		edition,
		...offense,
		...randomFacts(random, Number(edition)),
		...(random.often(50) ? { acceptance: 2 } : {}),
	};
}

/** A case whose Manual and statutes go by its dates. */
function caseOfDates(random: Random): Draft {
	const { edition: _, ...draft } = randomCase(random);
	const year = random.between(1988, 2024);
	const sentencingDate = `${year}-${random.pick(['02-10', '10-20', '11-01', '11-15', '12-30'])}`;
	return { ...draft, sentencingDate, ...(random.often(60) ? { offenseDate: `${year - 1}-10-28` } : {}) };
}

const isDay = (value: unknown): value is string => typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value);

function placesIn(value: unknown, within: Keys = []): Keys[] {
	if (isDay(value)) return within.at(-1) === 'orderDate' ? [] : [within];
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value).flatMap(([key, inner]) =>
		placesIn(inner, [...within, Array.isArray(value) ? Number(key) : key]),
	);
}

const dayAt = (draft: Draft, keys: Keys): string =>
	keys.reduce<unknown>((value, key) => (value as Record<string | number, unknown>)[key], draft) as string;

function withValue(target: unknown, [key, ...rest]: Keys, value: string): unknown {
	const inner =
		rest.length === 0 ? value : withValue((target as Record<string | number, unknown>)[key as string], rest, value);
	return Array.isArray(target) ? target.with(Number(key), inner) : { ...(target as object), [key as string]: inner };
}

/** Mostly the date is moved to where it matters: near another one, or some years from it. */
function nearOther(draft: Draft, keys: Keys, places: readonly Keys[], random: Random): Draft {
	if (!random.often(70) || !isDay(dayAt(draft, keys))) return draft;
	const other = dayAt(draft, random.pick(places));
	if (!isDay(other)) return draft;
	const years = random.pick([0, 0, 0, 2, 5, 10, 15, -2, -10, -15]);
	const moved = `${Number(other.slice(0, 4)) - years}${other.slice(4)}`;
	const day = dayAfter(moved.replace('02-29', '02-28'), random.between(-12, 12));
	return withValue(draft, keys, day) as Draft;
}

const shortened = (day: string, random: Random): string => (isDay(day) ? day.slice(0, random.often(65) ? 7 : 4) : day);

const firstOf = (period: string): string => `${period}-01-01`.slice(0, 10);

/** A day within a month or a year, often one on which another date of the case falls, or some years from one. */
function dayWithin(draft: Draft, keys: Keys, { ...given }: Draft, random: Random): string {
	const period = dayAt(given, keys);
	const inside = (day: string) => day.startsWith(period) && isReal(day);
	const others = placesIn(draft).map((place) => dayAt(draft, place).slice(5));
	const near = others.flatMap((monthAndDay) => {
		const day = `${period.slice(0, 4)}-${monthAndDay}`;
		return isReal(day) ? [dayAfter(day, random.between(-1, 1))] : [];
	});
	const good = near.filter(inside);
	if (good.length > 0 && random.often(60)) return random.pick(good);
	const days = period.length === 4 ? 366 : 31;
	for (;;) {
		const day = dayAfter(firstOf(period), random.below(days));
		if (inside(day)) return day;
	}
}

const isReal = (day: string): boolean => !Number.isNaN(Date.parse(day)) && dayAfter(day, 0) === day;

const daysOf = (draft: Draft, chosen: readonly Keys[]): string =>
	chosen.map((keys) => `/${keys.join('/')} ${dayAt(draft, keys)}`).join(', ');
