// Whether a conviction was long enough only by a later revocation.

import { addDurations } from '../../../case/durations.ts';
import { attempt } from '../../../case/errors.ts';
import type { CaseDocument } from '../../../case/schema.ts';
import type { Conviction } from '../../../law/priors-schema.ts';
import type { OpenQuestion } from '../../../result/warning-codes.ts';
import { convictedOn, kindsOf, mayMeet, type Prior, revocationTerms, wholeTerm } from '../../criminal-history/facts.ts';
import type { Readings } from '../../steps/readings.ts';
import { removalsAfter } from './timing.ts';

type Rule = NonNullable<Conviction['termOnRevocation']>;

/**
 * Whether a conviction was what the case calls it when the defendant was removed: where its whole term was long enough
 * only with a term given on revocation after the last removal or order, that is an unsettled question.
 */
export function wasSoWhenRemoved(prior: Prior, rule: Rule, document: CaseDocument, readings: Readings): boolean {
	const { wholeTerm: test, unlessKinds, openQuestion } = rule;
	if ((prior.given.revocations ?? []).length === 0) return true;
	if (kindsOf(prior).some((kind) => unlessKinds.includes(kind))) return true;
	const revokedThen = () => {
		const removed = removalsAfter(convictedOn(prior), document).at(-1) ?? '';
		return revocationTerms(prior, ({ on }) => on < removed);
	};
	// Those terms may be long enough by themselves: then the first one is not asked for.
	if (attempt(() => mayMeet(revokedThen(), test)) === true) return true;
	const term = wholeTerm(prior);
	const withAll = addDurations(term, revocationTerms(prior));
	if (mayMeet(term, test) || !mayMeet(withAll, test)) return true;
	return mayMeet(addDurations(term, revokedThen()), test) || readings.other(openQuestion as OpenQuestion, prior.id);
}
