// The amounts around that of a case at which something changes.

import { InputError } from '../../../case/errors.ts';
import type { CaseDocument } from '../../../case/schema.ts';
import type { DisputedFact } from '../../../result/result.ts';
import type { Way } from './outcomes.ts';
import { firstAbove, lastBelow, type Stepped } from './thresholds.ts';

/** An amount in steps: how it is written, and the case with another one. */
export interface Varied extends Stepped {
	/** What the case has; 0 where it does not say. */
	steps: bigint;
	unit: string;
	/** So many steps as an exact decimal. */
	amount: (steps: bigint) => string;
	/** So many steps as people write them. */
	words: (steps: bigint) => string;
	asGiven: string;
	withSteps: (steps: bigint) => CaseDocument;
}

/** How many changes are shown on either side. */
const reach = 2;

/** The ways to find an amount: as given, and at the changes around it; and how far the nearest are. */
export function waysAround(
	given: CaseDocument,
	varied: Varied,
): { ways: Way[]; distances: Pick<DisputedFact, 'unit' | 'belowNext' | 'aboveThis'> } {
	const { steps, unit, amount, words, asGiven, withSteps } = varied;
	const above = changes(steps, (from) => firstAbove(from, varied), varied);
	const below = steps === 0n ? [] : changes(steps, (from) => lastBelow(from, varied), varied);
	const [next] = above;
	const [last] = below;
	return {
		ways: [
			...below.map((one) => ({ fact: `less than ${words(one + 1n)}`, other: withSteps(one) })).toReversed(),
			{ fact: asGiven, other: given, asInCase: true },
			...above.map((one) => ({ fact: `${words(one)} or more`, other: withSteps(one) })),
		],
		distances: {
			...(next === undefined && last === undefined ? {} : { unit }),
			...(next === undefined || steps === 0n ? {} : { belowNext: amount(next - steps) }),
			...(last === undefined ? {} : { aboveThis: amount(steps - last - 1n) }),
		},
	};
}

function changes(from: bigint, nextOf: (from: bigint) => bigint | undefined, { at }: Varied): bigint[] {
	const found: bigint[] = [];
	for (let next = nextOf(from); next !== undefined && found.length < reach; next = nextOf(next)) {
		if (at(next) === undefined) break;
		found.push(next);
	}
	return found;
}

/** A value for so many steps, kept; undefined where the case cannot be answered with them. */
export function kept<T>(value: (steps: bigint) => T): (steps: bigint) => T | undefined {
	const known = new Map<bigint, T | undefined>();
	return (steps) => {
		if (!known.has(steps)) known.set(steps, valueOr(value, steps));
		return known.get(steps);
	};
}

function valueOr<T>(value: (steps: bigint) => T, steps: bigint): T | undefined {
	try {
		return value(steps);
	} catch (error) {
		if (error instanceof InputError) return undefined;
		throw error;
	}
}
