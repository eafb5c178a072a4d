import { editions } from '../../src/index.ts';
import type { Result } from '../../src/result/result.ts';
import { withoutFacts } from '../questions/places.ts';
import type { Draft, Random } from '../random/random.ts';
import { answered, numbersOf, type Property, same, type Trial, type Verdict } from './property.ts';

const byYear = new Set(editions.map(({ effectiveDate }) => effectiveDate).filter((day) => day.endsWith('-11-01')));

const inAnyOrder = <T>(list: readonly T[], random: Random): T[] =>
	list
		.map((one) => ({ one, rank: random.below(1_000_000) }))
		.sort((a, b) => a.rank - b.rank)
		.map(({ one }) => one);

/** The value with the keys of every object in another order. */
function keysInAnyOrder(value: unknown, random: Random): unknown {
	if (typeof value !== 'object' || value === null) return value;
	if (Array.isArray(value)) return value.map((one) => keysInAnyOrder(one, random));
	const entries = Object.entries(value).map(([key, one]) => [key, keysInAnyOrder(one, random)]);
	return Object.fromEntries(inAnyOrder(entries, random));
}

function frozen<T>(value: T): T {
	if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(frozen);
	return value;
}

/** The document with a key more in one of its objects, the outermost or any within. */
function withKey(value: unknown, random: Random): unknown {
	if (typeof value !== 'object' || value === null) return undefined;
	const keys = Object.keys(value);
	const key = random.pick(keys);
	const inner = key !== undefined && random.often(70) ? withKey((value as Draft)[key], random) : undefined;
	if (Array.isArray(value)) return inner === undefined ? undefined : value.with(Number(key), inner);
	return inner === undefined
		? { ...value, unheardOf: random.pick([0, true, 'x', []]) }
		: { ...value, [key as string]: inner };
}

/** Keys on which an answer may rest beside the category where points are given in its place. */
const onPoints = ['safetyValve', 'statutoryMinimumRelief', 'zeroPointOffender', 'reduction', 'underOffenseDateManual'];

const givesNone = (draft: Draft, keys: readonly string[]): boolean => keys.every((key) => draft[key] === undefined);

const sameNumbers = ({ result, numbers }: Trial, other: Draft): Verdict =>
	same(numbersOf(result), numbersOf(numbers(other)));

function priorsInAnyOrder(trial: Trial): Verdict {
	const { draft, random, result, numbers } = trial;
	const { priors } = draft as { priors?: Draft[] };
	if (priors === undefined || priors.length < 2 || priors.some(({ id }) => id === undefined)) return undefined;
	const other = answered(numbers({ ...draft, priors: inAnyOrder(priors, random) }));
	if (other === undefined) return 'the case is rejected in that order';
	const levels = ({ steps }: typeof other) => steps.map((step) => step.levels).filter((one) => one !== 0);
	const of = (one: typeof other) => `${numbersOf({ ...one, steps: [] })} ${levels(one).toSorted()}`;
	return same(of(result), of(other));
}

function unknownFact({ draft, result, random, numbers }: Trial): Verdict {
	const { edition, instantOffense = {}, zeroPointOffender, careerOffender } = draft;
	// Without its dates a case is one of another Manual, and without its statute it has no maximum.
	if (edition === undefined || (instantOffense as Draft)['statute'] !== undefined) return undefined;
	// A day that cannot be right may have kept away what the other days show.
	const priors = (draft['priors'] ?? []) as Record<string, string>[];
	if (priors.some(({ releasedOn = '9', sentencedOn = '' }) => releasedOn < sentencedOn)) return undefined;
	let fewer = draft;
	for (let tries = 0; tries < 6 && fewer === draft; tries++) fewer = withoutFacts(draft, random);
	// Supervision of a prior tells the status by itself, and may tell another one than was given.
	const given = priors.some(({ supervision }) => supervision !== undefined) ? { instantOffense } : {};
	// Whoever does not raise §4C1.1 is told of it, and a maximum given for §4B1.1 tells of a count.
	const raised = Object.entries({ zeroPointOffender, careerOffender }).filter(([, value]) => value !== undefined);
	const found = fewer === draft ? undefined : answered(numbers({ ...fewer, ...given, ...Object.fromEntries(raised) }));
	if (found === undefined) return undefined;
	// What nothing in a case addresses is not applied, and the answer lists it.
	const applied = result.chapterTwo?.applied ?? [];
	const isListed = found.chapterTwo?.notApplied.some(({ id }) => applied.some((one) => one.startsWith(id)));
	return isListed ? undefined : same(numbersOf(result), numbersOf(found));
}

/** What a case may be without, or have, and give the same answer. */
export const ofSameness: readonly Property[] = [
	{
		name: 'the same case gives the same bytes in every time zone, and stays as it was',
		check({ draft, whole, random, program }) {
			const before = process.env['TZ'];
			process.env['TZ'] = random.pick([
				'Pacific/Kiritimati',
				'Pacific/Pago_Pago',
				'America/St_Johns',
				'Asia/Kathmandu',
			]);
			const again = program.calculate(frozen(structuredClone(draft)));
			process.env['TZ'] = before ?? '';
			if (before === undefined) delete process.env['TZ'];
			return same(JSON.stringify(whole), JSON.stringify(again));
		},
	},
	{
		name: 'the order of keys says nothing',
		check: (trial) => sameNumbers(trial, keysInAnyOrder(trial.draft, trial.random) as Draft),
	},
	{ name: 'the order of priors says nothing', ofRecord: true, check: priorsInAnyOrder },
	{
		name: 'id and caption change nothing but themselves',
		check(trial) {
			const { draft, result, random, numbers } = trial;
			const { id: _, caption: __, ...rest } = draft;
			const names = { id: random.pick(['', 'x', 'life']), caption: random.pick(['', '2012', '\u0000']) };
			const other = numbers({ ...rest, ...names });
			const { id, caption } = other as Result;
			if (id !== names.id || caption !== names.caption) return `${id}, ${caption} in place of ${JSON.stringify(names)}`;
			return same(numbersOf(result), numbersOf(other));
		},
	},
	{
		name: 'an edition by its year is the edition by its date',
		check(trial) {
			const { edition } = trial.draft;
			if (typeof edition !== 'string' || !byYear.has(`${edition.slice(0, 4)}-11-01`)) return undefined;
			if (edition.length > 4 && !edition.endsWith('-11-01')) return undefined;
			const other = edition.length === 4 ? `${edition}-11-01` : edition.slice(0, 4);
			return sameNumbers(trial, { ...trial.draft, edition: other });
		},
	},
	{
		name: 'a case by its sentencing date is the case in the edition of that day',
		check({ draft, result, numbers }) {
			// Of a record and of counts, the day of sentencing tells when they were at the latest.
			const dated = ['sentencingDate', 'edition', 'offenseDate', 'instantOffense', 'statutes'];
			const rest = Object.fromEntries(Object.entries(draft).filter(([key]) => !dated.includes(key)));
			if (!givesNone(rest, [...onPoints, 'priors', 'removals', 'removalOrders'])) return undefined;
			const day = result.edition.effectiveDate;
			const byEdition = answered(numbers({ ...rest, edition: day }));
			return byEdition && same(numbersOf(byEdition), numbersOf(numbers({ ...rest, sentencingDate: day })));
		},
	},
	{
		name: 'the category that points make gives the answer of the points',
		check({ draft, random, numbers }) {
			const { criminalHistoryPoints: _, criminalHistoryCategory: __, ...rest } = draft;
			// Where two Manuals are weighed, points tell more of what the other makes of the record than a category does.
			if (rest['edition'] === undefined || !givesNone(rest, ['priors', ...onPoints])) return undefined;
			const points = random.between(0, 15);
			const category = [1, 3, 6, 9, 12].filter((most) => points > most).length + 1;
			const byCategory = answered(numbers({ ...rest, criminalHistoryCategory: category }));
			return byCategory && same(numbersOf(byCategory), numbersOf(numbers({ ...rest, criminalHistoryPoints: points })));
		},
	},
	{
		name: 'a fact that is not known is asked for or named, or the answer is the same without it',
		ofRecord: true,
		check: unknownFact,
	},
	{
		name: 'a key that is not known is rejected, wherever it stands',
		check({ draft, random, numbers }) {
			const other = withKey(draft, random) as Draft;
			return answered(numbers(other)) === undefined || `answered: ${JSON.stringify(other)}`;
		},
	},
	{
		name: 'a minimum above the maximum is rejected',
		check({ draft, random, result, numbers }) {
			const maximum = result.ceiling?.maximumMonths;
			const stated = random.between(1, 400);
			const other =
				typeof maximum === 'number' && random.often(60)
					? { ...draft, statutoryMinimumMonths: maximum + random.between(1, 100) }
					: { ...draft, statutoryMinimumMonths: random.pick([stated + 1, 'life']), statutoryMaximumMonths: stated };
			return answered(numbers(other)) === undefined || `answered: ${JSON.stringify(other)}`;
		},
	},
];
