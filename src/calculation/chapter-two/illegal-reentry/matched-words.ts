// What a prior meets of a condition on kinds, in words.
import { longDate } from '../../../case/dates.ts';
import { attempt, InputError } from '../../../case/errors.ts';
import type { Conviction, TimedConvictions } from '../../../law/priors-schema.ts';
import { kindsOf } from '../../criminal-history/facts.ts';
import type { ScoredPrior } from '../../criminal-history/points.ts';
import type { PriorFacts } from './prior-facts.ts';
import { isConviction } from './prior-sentence.ts';
import { removalsAfter } from './timing.ts';

/** `drug trafficking, more than 13 months, convicted February 1, 2008, removed January 5, 2009`: what a prior meets of a condition on kinds. */
export function matchOf(
	scored: ScoredPrior,
	{ convictions = [], timing }: TimedConvictions,
	facts: PriorFacts,
): string[] {
	const { prior } = scored;
	const met = convictions.find((conviction) => isSurely(() => isConviction(scored, conviction, facts)));
	if (!met?.kinds || !convictionTimings.has(timing)) return [];
	const kinds = kindsOf(prior).filter((kind) => met.kinds?.includes(kind));
	const { convictedOn: convicted = prior.given.sentencedOn } = prior.given;
	const events = convicted === undefined ? [] : attempt(() => removalsAfter(convicted, facts.document));
	if (events instanceof InputError || events.length === 0) return [];
	const removal = events.find((event) => facts.document.removals?.includes(event));
	const after = `${removal === undefined ? 'ordered ' : ''}removed ${longDate(removal ?? (events[0] as string))}`;
	const on = `convicted ${longDate(convicted ?? '')}`;
	const words = [kinds.join(' and ').replaceAll('-', ' '), lengthText(met), on, after];
	return [words.filter(Boolean).join(', ')];
}

/** A fact that is missing for one kind of conviction is no matter where the prior is of another. */
const isSurely = (holds: () => boolean): boolean => attempt(holds) === true;

/** The conditions that ask whether the removal came after the conviction. */
const convictionTimings: ReadonlySet<TimedConvictions['timing']> = new Set([
	'deported-after',
	'deported-or-remained-after',
]);

function lengthText({ sentence, wholeTerm: whole }: Conviction): string {
	const test = sentence ?? whole;
	if (test === undefined) return '';
	if ('exceeds' in test) return `more than ${test.exceeds}`;
	return 'atLeast' in test ? `${test.atLeast} or more` : `${test.atMost} or less`;
}
