// The amounts around that of a case at which something changes.

import { attempt, InputError } from '../../../case/errors.ts';
import type { CaseDocument } from '../../../case/schema.ts';
import { amountInWords } from '../../../result/amount-words.ts';
import type { DisputedFact } from '../../../result/result.ts';
import type { CountedAmount } from '../../chapter-two/drugs/counted-amount.ts';
import { decimal } from '../../chapter-two/drugs/decimal.ts';
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

/** More than any case has, in grams or units. */
const most = decimal('1000000000');

/** A quantity of a drug that is varied: what the case is with so many steps of it, and the value that changes along them. */
export function variedQuantity(
	{ steps, unit, amount, stepsIn }: CountedAmount,
	{ withSteps, value }: Pick<Varied, 'withSteps'> & { value: Varied['at'] },
	breaks: readonly bigint[] = [],
): Varied {
	const words = (of: bigint): string => amountInWords(amount(of), unit);
	return {
		...{ steps, unit, amount, words, asGiven: words(steps), withSteps },
		...{ at: kept(value), most: stepsIn(most), breaks },
	};
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
		if (!known.has(steps)) {
			const found = attempt(() => value(steps));
			known.set(steps, found instanceof InputError ? undefined : found);
		}
		return known.get(steps);
	};
}
