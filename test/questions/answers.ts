import { yearsBefore } from '../../src/case/dates.ts';
import { kinds } from '../../src/case/facts-schema.ts';
import { noneInTheWay } from '../calculation/criteria.ts';
import { type Draft, dayAfter, type Random } from '../random/random.ts';
import { keysOf, valueAt } from './places.ts';

const terms = [
	...['0', '1 day', '29 days', '30 days', '31 days', '59 days', '60 days', '61 days', '89 days', '90 days', '180 days'],
	...[
		'364 days',
		'365 days',
		'366 days',
		'367 days',
		'395 days',
		'13 months',
		'13 months 1 day',
		'23 months',
		'2 years',
	],
	...['4 years', '5 years', '6 years', '10 years', 'life'],
];
const ofKinds = [
	[],
	...kinds.map((kind) => [kind]),
	...[
		['crime-of-violence', 'drug-trafficking'],
		['aggravated-felony', 'illegal-reentry'],
		['aggravated-felony', 'drug-trafficking'],
		['aggravated-felony', 'crime-of-violence'],
	],
	[...kinds],
];

const isDay = (value: unknown): value is string => typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value);

function daysIn(value: unknown): string[] {
	if (isDay(value)) return [value];
	return typeof value === 'object' && value !== null ? Object.values(value).flatMap(daysIn) : [];
}

/** Days around every day of the case, and around the ends of the periods that run from it. */
function daysFor(document: Draft): string[] {
	const days = [...new Set(daysIn(document))];
	const shifted = days.flatMap((day) =>
		[2, 5, 10, 15].flatMap((years) => [yearsBefore(day, years), yearsBefore(day, -years)]),
	);
	const around = [...days, ...shifted].flatMap((day) => [dayAfter(day, -1), day, dayAfter(day, 1)]);
	const manuals = ['1988-01-01', '1990-01-01', '1994-09-13', '2010-08-03', '2018-12-21', '2022-01-01'];
	return [...new Set([...around, ...manuals])];
}

/** What may be answered where a fact is asked for. */
export function answersTo(path: string, document: Draft): unknown[] {
	const key = keysOf(path).at(-1) as string;
	if (/^(removals|removalOrders|earlierReleases)$/.test(key)) return [[], ...daysFor(document).map((day) => [day])];
	if (key === 'grade') return ['felony', 'misdemeanor'];
	if (key === 'kinds') return ofKinds;
	if (key === 'sentence') return terms;
	if (key === 'priors') return [[], document['priors'] ?? []];
	if (/Points|pointsFrom/.test(key)) return key === 'receivesPoints' ? [true, false] : [0, 1, 2, 3, 4, 5, 6, 10, 13];
	if (key === 'offenseStatutoryMaximumMonths') return [12, 60, 120, 240, 300, 'life'];
	if (key === 'zeroPointOffender') return [noneInTheWay, { ...noneInTheWay, sexOffense: true }];
	if (/On$|From$|Date$/.test(key)) return daysFor(document);
	return [true, false];
}

/** What the case would answer to a question. */
export type Answers = (path: string) => unknown;

/** Answers with which most rules apply, so that what is left decides. */
function telling(document: Draft, way: number): Answers {
	const { commencedOn = '2005-06-15', endedOn } = (document['instantOffense'] ?? {}) as {
		commencedOn?: string;
		endedOn?: string;
	};
	const bit = (of: number) => Math.floor(way / 2 ** of) % 2 === 1;
	const early = yearsBefore(commencedOn, bit(7) ? 1 : 4);
	const told: Draft = {
		commencedOn: bit(3) && endedOn !== undefined ? dayAfter(endedOn, bit(4) ? -30 : -700) : commencedOn,
		endedOn: bit(6) ? (endedOn ?? commencedOn) : dayAfter(commencedOn, 400),
		removals: bit(0) ? [dayAfter(commencedOn, -2)] : [],
		removalOrders: bit(0) ? [dayAfter(commencedOn, -2)] : [dayAfter(early, -1200)],
		conductFrom: dayAfter(early, -300),
		arrestedOn: bit(5) ? dayAfter(early, -299) : dayAfter(early, -100),
		convictedOn: dayAfter(early, -30),
		sentencedOn: early,
		releasedOn: bit(4) ? dayAfter(commencedOn, -400) : dayAfter(commencedOn, -1000),
		grade: bit(1) ? 'felony' : 'misdemeanor',
		kinds: bit(2) ? [...kinds] : [],
		sentence: bit(3) ? '10 years' : bit(4) ? '90 days' : '0',
		convictedAsAdult: true,
		underCriminalJusticeSentence: bit(1),
		earlierReleases: [dayAfter(commencedOn, -400)],
	};
	return (path) => {
		const [field, index, key = index ?? field] = keysOf(path) as [string, string, string];
		const { arrestedOn, conductFrom = arrestedOn } = (valueAt(document, `/${field}/${index}`) ?? {}) as Draft;
		if (key === 'releasedOn' && bit(5) && conductFrom !== undefined) return dayAfter(conductFrom as string, 1);
		return key in told ? told[key] : answersTo(path, document)[bit(2) ? 1 : 0];
	};
}

/** As the case was; with telling answers; and at random, so many times. */
export function* waysToAnswer(document: Draft, random: Random, times: number): Generator<Answers> {
	const asItWas: Answers = (path) => valueAt(document, path) ?? answersTo(path, document)[0];
	yield asItWas;
	for (let time = 0; time < times; time++) {
		const chosen = new Map<string, unknown>();
		const tell = telling(document, time < 40 ? time * 7 + 3 : random.below(256));
		yield (path) => {
			if (!chosen.has(path)) {
				const how = time < 40 ? 1 : random.pick([0, 0, 1, 1, 2]);
				chosen.set(path, how === 0 ? random.pick(answersTo(path, document)) : how === 1 ? tell(path) : asItWas(path));
			}
			return chosen.get(path);
		};
	}
}
