import fc from 'fast-check';
import { InputError } from '../../src/case/errors.ts';
import { editions } from '../../src/index.ts';
import type { Result } from '../../src/result/result.ts';
import { randomCase } from '../random/cases.ts';
import { randomFacts } from '../random/facts.ts';
import { randomCase as caseOfSchema } from '../random/of-schema.ts';
import { type Draft, newRandom, type Random } from '../random/random.ts';
import { answerOf, type Program } from './program.ts';
import type { Property, Trial, Verdict } from './property.ts';

/** How often a property held, and the first case in which it did not. */
export interface Found {
	held: number;
	failure?: { seed: number; draft: Draft; wrong: string };
}

interface Search {
	program: Program;
	/** How often each property is to be tried. */
	runs: number;
	seed: number;
	told?: (found: ReadonlyMap<string, Found>) => void;
}

/** After so many cases for each one that is wanted, a property that says nothing of them is left. */
const mostRounds = 60;
const casesOfRound = 1000;

/**
 * Tries each property in so many cases that are answered, in every edition. Cases are drawn by fast-check's numbers and shared:
 * what one property asked of a case, the next need not ask again.
 */
export function search(properties: readonly Property[], { program, runs, seed, told }: Search): Map<string, Found> {
	const found = new Map(properties.map(({ name }): [string, Found] => [name, { held: 0 }]));
	const isLeft = ({ name, share = 1 }: Property): boolean => {
		const { held, failure } = found.get(name) as Found;
		return held < runs * share && failure === undefined;
	};
	const left = () => properties.filter(isLeft);
	// Many of the cases that are drawn are rejected: where, nobody reads.
	Error.stackTraceLimit = 0;
	const most = Math.ceil((runs * mostRounds) / casesOfRound);
	for (let round = 0; left().length > 0 && round < most; round++) {
		const tried = left();
		const ofSeed = fc.property(fc.noShrink(fc.nat(0xffff_ffff)), (one) =>
			tryAll(tried.filter(isLeft), one, program, found),
		);
		fc.assert(ofSeed, { numRuns: Math.min(runs, casesOfRound), seed: seed + round, endOnFailure: true });
		told?.(found);
	}
	return found;
}

function tryAll(properties: readonly Property[], seed: number, program: Program, found: Map<string, Found>): void {
	const random = newRandom(seed);
	const ofAny = newBase(() => trialOf(anyCase(random), program));
	const ofRecord = newBase(() => trialOf(recordCase(random), program));
	for (const [at, property] of properties.entries()) {
		const base = property.ofRecord ? ofRecord() : ofAny();
		const check = (of: Base): Verdict =>
			property.check(Object.assign(Object.create(of), { random: newRandom(seed + at) }));
		const verdict = check(base);
		const counted = found.get(property.name) as Found;
		if (verdict === true) counted.held++;
		if (typeof verdict !== 'string' || counted.failure) continue;
		const draft = smallest(base.draft, (one) => {
			const trial = trialOf(one, program);
			return trial !== undefined && typeof check(trial) === 'string';
		});
		const trial = trialOf(draft, program) ?? base;
		counted.failure = { seed, draft, wrong: String(check(trial)) };
	}
}

type Base = Omit<Trial, 'random'>;

/** A random case of any kind: one of eight from the schema, with texts and keys of every kind; few that tell the priors. */
function anyCase(random: Random): Draft {
	if (random.often(12)) return JSON.parse(JSON.stringify(caseOfSchema(random.below(0x7fff_ffff))));
	const draft = randomCase(random);
	return 'priors' in draft && random.often(70) ? anyCase(random) : draft;
}

/** A random case with its priors, in any edition. */
function recordCase(random: Random): Draft {
	const { effectiveDate: edition } = random.pick(editions.filter(({ verified }) => verified));
	const offense = random.often(70) ? { guideline: '2L1.2' } : { baseOffenseLevel: random.between(4, 30) };
	const draw = (): Draft => randomFacts(random, Number(edition.slice(0, 4)));
	const first = draw();
	const facts = (first['priors'] as Draft[]).length < 2 ? draw() : first;
	return { edition, ...offense, ...facts, ...(random.often(50) ? { acceptance: random.pick([2, 'full']) } : {}) };
}

/** The first case drawn that is answered, drawn when it is first asked for. */
function newBase(draw: () => Base | undefined): () => Base {
	let base: Base | undefined;
	return () => {
		while (base === undefined) base = draw();
		return base;
	};
}

const numbers: ReadonlySet<keyof Result> = new Set<keyof Result>([
	...(['offenseLevel', 'criminalHistory', 'guidelineRange', 'totalRange', 'fastTrack', 'relief', 'steps'] as const),
]);

/** The case with its answer; undefined where it is rejected. */
export function trialOf(draft: Draft, program: Program): Base | undefined {
	const result = answerOf(program, draft, numbers);
	if (result instanceof InputError) return undefined;
	const known = new Map<Draft, Result | InputError>([[draft, result]]);
	let whole: Result | undefined;
	return {
		program,
		draft,
		result,
		get whole() {
			whole ??= program.calculate(draft);
			return whole;
		},
		numbers(document) {
			const answer = known.get(document) ?? answerOf(program, document, numbers);
			known.set(document, answer);
			return answer;
		},
	};
}

/** The case without whatever may be left out of it while it still fails. */
function smallest(draft: Draft, fails: (draft: Draft) => boolean): Draft {
	for (const smaller of withoutOne(draft)) {
		if (fails(smaller as Draft)) return smallest(smaller as Draft, fails);
	}
	return draft;
}

/** A value without one of its parts, at any depth, for each of them. */
function* withoutOne(value: unknown): Generator<unknown> {
	if (typeof value !== 'object' || value === null) return;
	for (const key of Object.keys(value)) {
		const at = Number(key);
		const inner = (value as Draft)[key];
		if (Array.isArray(value)) {
			yield value.toSpliced(at, 1);
			for (const part of withoutOne(inner)) yield value.with(at, part);
		} else {
			const { [key]: _, ...rest } = value as Draft;
			yield rest;
			for (const part of withoutOne(inner)) yield { ...value, [key]: part };
		}
	}
}
