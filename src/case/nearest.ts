// The word that a slip was meant to be.
/** The candidate that differs least from a word, where the difference is small enough to be a slip. */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
	const most = Math.max(1, Math.floor(word.length * 0.4));
	const ranked = candidates
		.map((candidate) => ({ candidate, distance: distance(word.toLowerCase(), candidate.toLowerCase()) }))
		.sort((a, b) => a.distance - b.distance);
	const best = ranked[0];
	return best && best.distance <= most ? best.candidate : undefined;
}

/** Letters to add, drop, change or swap with their neighbour to make one word of the other (Damerau). */
function distance(a: string, b: string): number {
	let before: number[] = [];
	let row = Array.from({ length: b.length + 1 }, (_, at) => at);
	for (let i = 1; i <= a.length; i++) {
		const next = [i];
		for (let j = 1; j <= b.length; j++) {
			const changed = (row[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1);
			const swaps = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
			const swapped = swaps ? (before[j - 2] as number) + 1 : changed;
			next.push(Math.min(changed, swapped, (row[j] as number) + 1, (next[j - 1] as number) + 1));
		}
		before = row;
		row = next;
	}
	return row[b.length] as number;
}
