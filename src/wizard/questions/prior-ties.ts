// The ties of a prior to others.
import type { GivenPrior } from '../../case/schema.ts';

/** A prior that is removed is named by no other. */
export function withoutTies(prior: GivenPrior, { id }: GivenPrior): GivenPrior {
	const left = (ties: GivenPrior['sameChargesAs']) => [ties ?? []].flat().filter((tie) => tie !== id);
	const { sameChargesAs, consecutiveTo, ...rest } = prior;
	return {
		...rest,
		...(sameChargesAs === undefined ? {} : { sameChargesAs: left(sameChargesAs) }),
		...(consecutiveTo === undefined ? {} : { consecutiveTo: left(consecutiveTo) }),
	};
}
