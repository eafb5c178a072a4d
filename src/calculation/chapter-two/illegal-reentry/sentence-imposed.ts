// The sentence imposed, as a guideline counts it.

import { addDurations, type Duration, isNoTime, noTime } from '../../../case/durations.ts';
import { attempt, InputError } from '../../../case/errors.ts';
import type { CaseDocument } from '../../../case/schema.ts';
import type { PriorRules } from '../../../law/priors-schema.ts';
import type { OpenQuestion } from '../../../result/warning-codes.ts';
import { comesBefore, convictedDay } from '../../criminal-history/days.ts';
import {
	convictedOn,
	type LengthTest,
	meets,
	originalTerm,
	type Prior,
	type Revocation,
	revocationTerms,
} from '../../criminal-history/facts.ts';
import { leastTerm, mostTerm, withTerm } from '../../criminal-history/untold-term.ts';
import type { CaseAndLaw } from '../../steps/context.ts';
import type { Readings } from '../../steps/readings.ts';
import { firstOrderOf, removalsAfter } from './timing.ts';

type Rule = NonNullable<PriorRules['sentenceImposed']>;

/**
 * Whether the sentence imposed, as the edition defines it for the guideline, meets a length test. `together` are the
 * sentences whose terms run one after the other with it, itself among them.
 */
export function meetsSentence(
	prior: Prior,
	{ test, together, rule }: { test: LengthTest; together: () => readonly Prior[]; rule: Rule },
	{ document, readings }: Pick<CaseAndLaw, 'document' | 'readings'>,
): boolean {
	const chain = together();
	const isAdded = chain.length > 1 && (rule.consecutiveTerms === 'added') !== readings.other('consecutive-terms');
	const members = isAdded ? chain : [prior];
	const isMet = (sentences: readonly Prior[]): boolean => {
		const term = sentences.map((each) => sentenceImposed(each, rule, document, readings)).reduce(addDurations, noTime);
		if (!meets(term, test, prior)) return false;
		if (!('atMost' in test) || !isNoTime(term)) return true;
		return (rule.whollySuspended === 'counts-as-short') !== readings.other('wholly-suspended-drug-sentence');
	};
	const found = attempt(() => isMet(members));
	if (!(found instanceof InputError)) return found;
	// Terms on revocation may be long enough whatever the first one was.
	const [least, most] = [leastTerm, mostTerm].map((untold) =>
		attempt(() => isMet(members.map((each) => withTerm(each, untold)))),
	);
	if (typeof least === 'boolean' && least === most) return least;
	throw found;
}

/** The sentence imposed, as the edition defines it for the guideline: what was not suspended, with the terms on revocation that count. */
export function sentenceImposed(prior: Prior, rule: Rule, document: CaseDocument, readings: Readings): Duration {
	if ((prior.given.revocations ?? []).length === 0) return originalTerm(prior);
	const isOther = rule.openQuestion !== undefined && readings.other(rule.openQuestion as OpenQuestion);
	const counted = isOther ? (rule.otherReading as Rule['revocations']) : rule.revocations;
	const terms = revocationTerms(prior, (each) => isCounted(each, prior, counted, document));
	return addDurations(originalTerm(prior), terms);
}

function isCounted({ on }: Revocation, prior: Prior, rule: Rule['revocations'], document: CaseDocument): boolean {
	switch (rule) {
		case 'counted':
			return true;
		case 'not-counted':
			return false;
		case 'counted-before-removal':
			// No removal before the revocation is after it, so that the day of the conviction is not needed.
			return on < (removalsAfter('', document).at(-1) ?? '');
		case 'counted-before-first-removal':
			return on < (removalsAfter(convictedOn(prior), document)[0] ?? '');
		case 'counted-before-first-order': {
			const order = firstOrderOf(document);
			return order === undefined || on < order || !comesBefore(convictedDay(prior, document), order);
		}
	}
}
