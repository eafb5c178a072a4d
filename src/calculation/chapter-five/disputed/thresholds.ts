// Where along a count of steps a value changes.

/**
 * A value along whole numbers from 1 on. Between two `breaks`, each the first number of what follows, what has changed once
 * does not change back.
 */
export interface Stepped {
	at: (steps: bigint) => unknown;
	most: bigint;
	breaks: readonly bigint[];
}

/** The first number above `from` that has another value; undefined where there is none. */
export function firstAbove(from: bigint, { at, most, breaks }: Stepped): bigint | undefined {
	const own = at(from);
	const isOther = (steps: bigint): boolean => at(steps) !== own;
	const starts = [...breaks.filter((one) => from < one && one <= most), most + 1n];
	let start = from;
	for (const next of starts) {
		const found = firstOf(start, next - 1n, isOther);
		if (found !== undefined) return found;
		if (next <= most && isOther(next)) return next;
		start = next;
	}
	return undefined;
}

/** The last number below `from` that has another value; undefined where there is none. */
export function lastBelow(from: bigint, { at, most, breaks }: Stepped): bigint | undefined {
	const mirrored = (steps: bigint): bigint => most + 1n - steps;
	const found = firstAbove(mirrored(from), {
		at: (steps) => at(mirrored(steps)),
		most,
		breaks: breaks.map((one) => mirrored(one - 1n)).toReversed(),
	});
	return found === undefined ? undefined : mirrored(found);
}

/** The first number after `from` and up to `to` for which a condition holds that, once it holds, holds up to there. */
function firstOf(from: bigint, to: bigint, holds: (steps: bigint) => boolean): bigint | undefined {
	if (to <= from || !holds(to)) return undefined;
	let [below, reached] = [from, to];
	for (let step = 1n; from + step < to; step *= 2n) {
		if (holds(from + step)) {
			reached = from + step;
			break;
		}
		below = from + step;
	}
	while (reached - below > 1n) {
		const middle = (below + reached) / 2n;
		if (holds(middle)) reached = middle;
		else below = middle;
	}
	return reached;
}
