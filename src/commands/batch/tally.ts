import type { Answer } from './records.ts';

/** What the records have in common that one counter counts. */
export interface Counter {
	range: string;
	statutoryMinimum: string;
	fastTrack: string;
	agreement?: string;
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

export function newTally(): Tally {
	const counters = new Map<string, Counter>();
	const refusals = new Map<string, number>();
	const counter = (like: Omit<Counter, 'records'>): Counter => {
		const key = [like.range, like.statutoryMinimum, like.fastTrack, like.agreement].join(' ');
		const found = counters.get(key) ?? { ...like, records: 0 };
		counters.set(key, found);
		return found;
	};
	return {
		counterOf({ guidelineRange, statutoryEffect, fastTrack, agreement }) {
			const { minimumMonths, maximumMonths } = guidelineRange;
			return counter({
				range: minimumMonths === maximumMonths ? `${minimumMonths}` : `${minimumMonths}-${maximumMonths}`,
				statutoryMinimum: statutoryEffect.minimum,
				fastTrack: fastTrack.available ? fastTrack.effect : 'not available',
				...(agreement === undefined ? {} : { agreement: agreement.class }),
			});
		},
		refused(code) {
			refusals.set(code, (refusals.get(code) ?? 0) + 1);
		},
		totals: () => ({ counters: [...counters.values()], refusals }),
		merge(totals) {
			for (const { records, ...like } of totals.counters) counter(like).records += records;
			for (const [code, count] of totals.refusals) refusals.set(code, (refusals.get(code) ?? 0) + count);
		},
	};
}
