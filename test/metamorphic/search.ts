import { calculate } from '../../src/calculation/calculate.ts';
import { InputError } from '../../src/case/errors.ts';
import { compareMonths } from '../../src/case/months.ts';
import { parseCase } from '../../src/case/parse.ts';
import { bundledLaw } from '../../src/law/bundled.ts';
import type { Range, Result } from '../../src/result/result.ts';
import { randomCase } from '../random/cases.ts';
import { type Draft, newRandom } from '../random/random.ts';
import { factRelations } from './fact-relations.ts';
import { type Relation, relations } from './relations.ts';

export interface Violation {
	relation: string;
	draft: Draft;
	moved: Draft;
	range: Range;
	movedRange: Range;
}

export interface Found {
	/** Cases that the program answered. */
	cases: number;
	/** How often each relation was compared, and how often the law says otherwise. */
	compared: Map<string, { held: number; excepted: number }>;
	violations: Violation[];
}

const wanted = new Set<keyof Result>(['guidelineRange', 'offenseLevel', 'fastTrack', 'steps']);
const all = [...relations, ...factRelations];

/** The answer to a case, undefined where it is rejected. Throws what is a fault of the program. */
export function answerTo(draft: Draft): Result | undefined {
	try {
		return calculate(parseCase(draft), bundledLaw, { fields: wanted, today: '2025-12-01' });
	} catch (error) {
		if (error instanceof InputError) return undefined;
		throw error;
	}
}

/** Moves one thing in each of so many cases that can be answered, and compares the ranges. */
export function search(cases: number, seed: number, told: (done: number) => void = () => {}): Found {
	const found: Found = { cases: 0, compared: new Map(), violations: [] };
	for (let at = 0; found.cases < cases; at++) {
		const random = newRandom(seed + at);
		const draft = randomCase(random);
		const before = answerTo(draft);
		if (before === undefined) continue;
		found.cases++;
		told(found.cases);
		found.violations.push(...ownViolations(draft, before));
		for (const relation of new Set([random.pick(all), random.pick(all), random.pick(all)])) {
			const moved = relation.change(draft, random);
			const after = moved && answerTo(moved);
			if (moved && after) compare(relation, { draft, before, moved, after }, found);
		}
	}
	return found;
}

interface Pair {
	draft: Draft;
	before: Result;
	moved: Draft;
	after: Result;
}

function compare({ name, never, unless }: Relation, { draft, before, moved, after }: Pair, found: Found): void {
	const counted = found.compared.get(name) ?? { held: 0, excepted: 0 };
	found.compared.set(name, counted);
	const [range, movedRange] = [before.guidelineRange, after.guidelineRange];
	const [lower, higher] = never === 'lower' ? [movedRange, range] : [range, movedRange];
	if (isNotBelow(lower, higher)) counted.held++;
	else if ((unless?.(draft, moved) ?? notCompared(before, after)) !== undefined) counted.excepted++;
	else found.violations.push({ relation: name, draft, moved, range, movedRange });
}

/**
 * §1B1.11(b)(1): the lower of two Manuals is used where they can be compared. Where one of the cases does not say enough
 * for that, its range is said to be the most that can apply, and proves nothing.
 */
const notCompared = (...results: Result[]): string | undefined =>
	results.some(({ warnings }) => warnings.some(({ code }) => code === 'one-book-undecided'))
		? '§1B1.11(b)(1)'
		: undefined;

const isNotBelow = (one: Range, other: Range): boolean =>
	compareMonths(one.minimumMonths, other.minimumMonths) >= 0 &&
	compareMonths(one.maximumMonths, other.maximumMonths) >= 0;

/** What must hold in one answer by itself. */
function ownViolations(draft: Draft, result: Result): Violation[] {
	const { guidelineRange: range, fastTrack, offenseLevel, steps } = result;
	const wrong = (relation: string, movedRange: Range): Violation => ({
		relation,
		draft,
		moved: draft,
		range,
		movedRange,
	});
	const violations: Violation[] = [];
	if (compareMonths(range.minimumMonths, range.maximumMonths) > 0) violations.push(wrong('inverted', range));
	const levels = steps.reduce((sum, step) => sum + step.levels, 0);
	if (levels !== offenseLevel.total || levels < 1 || levels > 43) violations.push(wrong('steps add up', range));
	let last: Range | undefined = fastTrack.kind === 'departure' ? range : undefined;
	for (const { range: outcome } of fastTrack.outcomes) {
		if (last && !isNotBelow(last, outcome))
			violations.push(wrong('a fast-track outcome above the one before', outcome));
		last = outcome;
	}
	return violations;
}
