// What a prior scores, in words.
import { longDate } from '../../case/dates.ts';
import { InputError } from '../../case/errors.ts';
import type { GivenPrior } from '../../case/schema.ts';
import type { Context } from './question.ts';
import { scoresOf } from './scores-of-priors.ts';

/** `felony, March 5, 2010, 3 years`. */
export const describe = (prior: GivenPrior): string =>
	[prior.grade, prior.sentencedOn && longDate(prior.sentencedOn), termText(prior)].filter(Boolean).join(', ');

/** `3 years`; where part was suspended, `65 days to serve, 300 days suspended` (§4A1.2(b)(2)). */
function termText(prior: GivenPrior): string | undefined {
	const { sentence } = prior;
	if (!isSuspendedInPart(prior)) return sentence;
	return `${sentence === '0' ? 'nothing' : sentence} to serve, ${prior.suspended} suspended`;
}

const isSuspendedInPart = ({ sentence, suspended = '0' }: GivenPrior): boolean =>
	sentence !== undefined && /[1-9]|life/i.test(suspended);

/** `3 points (§4A1.1(a)): 36 months, imposed 2010-03-05`, as far as it can be told yet. */
export function scoreText(prior: GivenPrior, priors: readonly GivenPrior[], context: Context): string {
	const together = scoresOf(priors, context.known, context);
	const scores = together instanceof InputError ? scoresOf([alone(prior)], context.known, context) : together;
	const score = scores instanceof InputError ? undefined : scores.scores.get(prior.id ?? '');
	if (!score) return 'points not known before the facts that are asked next';
	return `${score.points} ${score.points === 1 ? 'point' : 'points'} (${score.provision}): ${score.reason}`;
}

/** The score, after the term that it comes from where part of that was suspended. */
export function termAndScore(prior: GivenPrior, priors: readonly GivenPrior[], context: Context): string {
	const score = scoreText(prior, priors, context);
	return isSuspendedInPart(prior) ? `${termText(prior)}: ${score}` : score;
}

/** The prior without its ties to others. */
const alone = ({ sameChargesAs: _, consecutiveTo: __, ...prior }: GivenPrior): GivenPrior => prior;

/** `So far: 4 points for prior sentences`; undefined where there are none, or a fact is missing. */
export function totalText(priors: readonly GivenPrior[], context: Context): string | undefined {
	const scores = scoresOf(priors, context.known, context);
	if (priors.length === 0 || scores instanceof InputError) return undefined;
	return `So far: ${scores.total} ${scores.total === 1 ? 'point' : 'points'} for prior sentences`;
}
