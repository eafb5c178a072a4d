// The counts of a run.
import type { Answer } from './records.ts';

/** What the records have in common that one counter counts. */
export interface Counter {
	range: string;
	statutoryMinimum: string;
	fastTrack: string;
	agreement: string | undefined;
	records: number;
}

/** Counts for the closing table. As small as the number of different ranges and effects. */
export interface Tally {
	counterOf(answer: Answer): Counter;
	refused(code: string): void;
	totals(): Totals;
	/** Adds what was counted elsewhere. */
	merge(totals: Totals): void;
}

export interface Totals {
	counters: Counter[];
	refusals: Map<string, number>;
}

/** The fields of the result that are counted. */
export const countedFields = ['guidelineRange', 'statutoryEffect', 'fastTrack'] as const satisfies (keyof Answer)[];

/** Refusals are always counted, since they decide the exit status; answers where `all` are. */
export function newTally(all: boolean): Tally {
	const counters = new Map<string, Counter>();
	const refusals = new Map<string, number>();
	const uncounted: Counter = { range: '', statutoryMinimum: '', fastTrack: '', agreement: undefined, records: 0 };
	const counter = (range: string, statutoryMinimum: string, fastTrack: string, agreement?: string): Counter => {
		const key = `${range} ${statutoryMinimum} ${fastTrack} ${agreement}`;
		const known = counters.get(key);
		if (known !== undefined) return known;
		const added = { range, statutoryMinimum, fastTrack, agreement, records: 0 };
		counters.set(key, added);
		return added;
	};
	return {
		counterOf(answer) {
			if (!all) return uncounted;
			const { guidelineRange, statutoryEffect, fastTrack, agreement } = answer;
			const { minimumMonths, maximumMonths } = guidelineRange;
			const range = minimumMonths === maximumMonths ? `${minimumMonths}` : `${minimumMonths}-${maximumMonths}`;
			const effect = fastTrack.available ? fastTrack.effect : 'not available';
			return counter(range, statutoryEffect.minimum, effect, agreement?.class);
		},
		refused(code) {
			refusals.set(code, (refusals.get(code) ?? 0) + 1);
		},
		totals: () => ({ counters: [...counters.values()], refusals }),
		merge(totals) {
			for (const { range, statutoryMinimum, fastTrack, agreement, records } of totals.counters) {
				counter(range, statutoryMinimum, fastTrack, agreement).records += records;
			}
			for (const [code, count] of totals.refusals) refusals.set(code, (refusals.get(code) ?? 0) + count);
		},
	};
}
