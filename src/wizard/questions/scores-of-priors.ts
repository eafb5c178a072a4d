// What priors score, as far as the case is known.
import { InputError } from '../../case/errors.ts';
import type { GivenPrior } from '../../case/schema.ts';
import { resultOf } from './calculated.ts';
import type { CaseSoFar, Context } from './question.ts';

/** What a prior scores, in words; undefined where a fact that decides it is missing. */
export interface PriorScore {
	points: number;
	provision: string;
	reason: string;
}

/**
 * The scores of priors as far as they can be told before the rest of the case is known, and the fact that is missing. Of
 * the status nothing is taken but what the dates say; where they do not, it changes no score.
 */
export function scoresOf(
	priors: readonly GivenPrior[],
	known: CaseSoFar,
	{ law, today, provisions }: Pick<Context, 'law' | 'today' | 'provisions'>,
	isSettledByDates = true,
): { scores: Map<string, PriorScore>; total: number; category: string } | InputError {
	const { edition, sentencingDate, instantOffense } = known;
	const { underCriminalJusticeSentence: _, ...offense } = instantOffense ?? {};
	const said = isSettledByDates ? {} : { underCriminalJusticeSentence: false };
	const document: CaseSoFar = {
		edition,
		sentencingDate,
		baseOffenseLevel: provisions['sentencing-table'].levelLimits.lowest,
		instantOffense: { endedOn: instantOffense?.commencedOn, ...offense, ...said },
		priors: [...priors],
	};
	const result = resultOf(document, { law, today });
	if (result instanceof InputError) {
		const isStatus = result.path === '/instantOffense/underCriminalJusticeSentence';
		return isStatus && isSettledByDates ? scoresOf(priors, known, { law, today, provisions }, false) : result;
	}
	const { priors: scored = [], category = '' } = result.criminalHistory ?? {};
	const scores = scored.map(({ id, ...score }): [string, PriorScore] => [id, score]);
	return { scores: new Map(scores), total: scored.reduce((sum, { points }) => sum + points, 0), category };
}
