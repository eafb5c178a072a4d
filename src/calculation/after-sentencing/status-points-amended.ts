// The points that the amendment of the status points leaves.
import type { CaseDocument } from '../../case/schema.ts';
import { provisionsOf } from '../../law/editions.ts';
import type { Law } from '../../law/schema.ts';
import type { Amendment, Result } from '../../result/result.ts';
import { statesChange } from './amended-case.ts';

type Given = NonNullable<CaseDocument['reduction']>;

/**
 * The change with the criminal history points that the amendment of the status points leaves (§4A1.1), where it is the only
 * one, the case states no change, and the points at sentencing were drawn from the priors. Where points for recency turned
 * on those of status, the change is left to the case.
 */
export function withStatusAmended(
	given: Given,
	amendments: readonly Amendment[],
	asSentenced: Result,
	law: Law,
): Given {
	const [only, ...more] = amendments;
	const isOfStatus = law.tables['covered-amendments'].some(({ ofStatusPoints }) => ofStatusPoints === only?.id);
	const { criminalHistory } = asSentenced;
	if (statesChange(given) || only === undefined || more.length > 0 || !isOfStatus || criminalHistory === undefined)
		return given;
	const { points, status } = criminalHistory;
	const { recency } = provisionsOf(law, asSentenced.edition.effectiveDate)['4A1.1'];
	if (recency.inForce && status.points > 0) return given;
	const after = provisionsOf(law, only.inManualSince)['4A1.1'].status;
	const without = points - status.points;
	const kept = status.points > 0 && without >= after.fromPoints ? after.points : 0;
	return { ...given, criminalHistoryPoints: without + kept };
}
