import type { Draft } from '../random/random.ts';
import { floorOfOnePoint, type Relation } from './relations.ts';

const priorsOf = (draft: Draft): Draft[] => (draft['priors'] as Draft[] | undefined) ?? [];

/** The case with one of its priors changed. */
function withPrior(draft: Draft, at: number, change: (prior: Draft) => Draft | undefined): Draft | undefined {
	const prior = priorsOf(draft)[at];
	const changed = prior && change(prior);
	return changed && { ...draft, priors: priorsOf(draft).map((one, index) => (index === at ? changed : one)) };
}

const isLinked = (draft: Draft): boolean =>
	priorsOf(draft).some((prior) => prior['sameChargesAs'] !== undefined || prior['consecutiveTo'] !== undefined);

/** Relations between cases that say what happened, in place of levels and a category. */
export const factRelations: readonly Relation[] = [
	{
		name: 'under a criminal justice sentence',
		never: 'lower',
		unless: floorOfOnePoint,
		change: (draft) => {
			const instant = draft['instantOffense'] as Draft | undefined;
			if (instant?.['underCriminalJusticeSentence'] !== false) return undefined;
			return { ...draft, instantOffense: { ...instant, underCriminalJusticeSentence: true } };
		},
	},
	{
		name: 'a prior that counts after all',
		never: 'lower',
		// §4A1.2(a)(2): one that counts may tie others together into one sentence.
		unless: (draft) => floorOfOnePoint(draft) ?? (isLinked(draft) ? '§4A1.2(a)(2)' : undefined),
		change: (draft, random) =>
			withPrior(draft, random.below(Math.max(priorsOf(draft).length, 1)), ({ neverCounted, ...prior }) =>
				neverCounted === undefined ? undefined : prior,
			),
	},
	{
		name: 'a prior more',
		never: 'higher',
		unless: floorOfOnePoint,
		change: (draft, random) => {
			const priors = priorsOf(draft);
			if (priors.length === 0 || isLinked(draft)) return undefined;
			const at = random.below(priors.length);
			return { ...draft, priors: priors.filter((_, index) => index !== at) };
		},
	},
	{
		name: 'a prior of one kind more',
		never: 'lower',
		unless: floorOfOnePoint,
		change: (draft, random) =>
			withPrior(draft, random.below(Math.max(priorsOf(draft).length, 1)), ({ kinds, ...prior }) =>
				Array.isArray(kinds)
					? { ...prior, kinds: [...new Set([...kinds, random.pick(['aggravated-felony', 'crime-of-violence'])])] }
					: undefined,
			),
	},
	{
		name: 'a longer prior sentence',
		never: 'lower',
		unless: floorOfOnePoint,
		change: (draft, random) =>
			withPrior(draft, random.below(Math.max(priorsOf(draft).length, 1)), (prior) => {
				const longer = { '0': '30 days', '30 days': '60 days', '60 days': '13 months', '13 months': '14 months' };
				const next = longer[prior['sentence'] as keyof typeof longer];
				return next === undefined || prior['suspended'] !== undefined ? undefined : { ...prior, sentence: next };
			}),
	},
];
