// The case without a fact that is missing.
import type { CaseDocument, GivenPrior } from '../../case/schema.ts';

/**
 * The case without what a missing fact belongs to: the prior, the removals, the orders, the sentence being served. Each
 * of these only raises a range, so no value of the fact leads to a lower one. Undefined where that is not so, and where
 * the case gives nothing that could be left out.
 */
export function withoutFact(document: CaseDocument, path: string): CaseDocument | undefined {
	const [field, at] = path.slice(1).split('/');
	const { priors, instantOffense } = document;
	switch (field) {
		case 'removals':
		case 'removalOrders':
			return document[field] === undefined ? { ...document, [field]: [] } : undefined;
		case 'instantOffense':
			return at === 'underCriminalJusticeSentence' && instantOffense?.underCriminalJusticeSentence === undefined
				? { ...document, instantOffense: { ...instantOffense, underCriminalJusticeSentence: false } }
				: undefined;
		case 'priors': {
			const prior = priors?.[Number(at)];
			return prior && priors ? { ...document, priors: withoutPrior(priors, prior) } : undefined;
		}
		default:
			return undefined;
	}
}

/** The other priors, tied to it no more. */
function withoutPrior(priors: readonly GivenPrior[], left: GivenPrior): GivenPrior[] {
	const others = (ties: GivenPrior['sameChargesAs']) => [ties ?? []].flat().filter((tie) => tie !== left.id);
	return priors
		.filter((prior) => prior !== left)
		.map((prior) => ({
			...prior,
			...(prior.sameChargesAs === undefined ? {} : { sameChargesAs: others(prior.sameChargesAs) }),
			...(prior.consecutiveTo === undefined ? {} : { consecutiveTo: others(prior.consecutiveTo) }),
		}));
}
