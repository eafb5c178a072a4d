// The fine where a count has a term of its own and no offense level (§2K2.4).
import type { Provisions } from '../../law/schema.ts';
import type { Fine } from '../../result/result.ts';
import type { Penalties } from '../statutes/penalties.ts';
import { isUnder } from '../statutes/row.ts';
import { ordinaryLimitOf } from './fine.ts';

/** What §2K2.4 says of fines in the edition, where a count is one of those that it is about. */
function ruleOf({ statutes: { fineBesideTerm } }: Provisions, { statutes }: Penalties, day: string) {
	return fineBesideTerm.findLast((rule) => rule.from <= day && statutes.some((count) => isUnder(count, rule.statutes)));
}

/**
 * The fine of counts that have no offense level, in dollars: no row of the table is theirs, and title 18 alone limits it.
 * `day` is that of the edition. Undefined where the counts of the case have a level, or their class is not known.
 */
export function fineWithoutLevel(provisions: Provisions, penalties: Penalties, day: string): Fine | undefined {
	const { limits, statutoryFine } = penalties;
	const limit = ordinaryLimitOf(provisions, penalties);
	if (limits.setTerm === undefined || limit === undefined) return undefined;
	const isOwn = statutoryFine !== undefined && statutoryFine.dollars > limit.dollars;
	const rule = ruleOf(provisions, penalties, day);
	const because =
		rule === undefined
			? 'no count has an offense level, so the fine table does not apply'
			: `the guidelines set no fine range if there is no conviction for the underlying offense (${rule.commentary})`;
	const note = `${because}; the amount shown is what the statute authorizes for one count, or more if based on gain or loss (${limit.orGainOrLoss})`;
	return {
		minimumDollars: 0,
		maximumDollars: isOwn ? statutoryFine.dollars : limit.dollars,
		provision: isOwn ? statutoryFine.provision : limit.provision,
		tableOf: provisions['5E1.2'].effectiveDate,
		note,
	};
}

/** Beside such a count the fine goes by the level that the underlying offense would have without it; undefined where there is none. */
export function noteBesideTerm(provisions: Provisions, penalties: Penalties, day: string): string | undefined {
	const rule = ruleOf(provisions, penalties, day);
	const count = penalties.statutes.find((one) => rule && isUnder(one, rule.statutes));
	if (rule === undefined || count === undefined) return undefined;
	return `the fine range is that of the underlying offense alone, with any weapon or explosives enhancement that the count under ${count.provision} displaced (${rule.provision}; ${rule.commentary}). If the case leaves that enhancement out, these amounts may be too low: calculate the fine from a case with the enhancement and without that count`;
}
