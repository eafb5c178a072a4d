// The fine that a statute authorizes.
import { offenseDayOf } from '../../case/offense-day.ts';
import type { CaseDocument } from '../../case/schema.ts';
import type { Provisions } from '../../law/schema.ts';
import { finesOfTitle } from './held-rows.ts';
import type { Row } from './row.ts';
import { asRead, isInForce } from './row-in-force.ts';

/** A statutory maximum fine for one count, in dollars. */
export interface StatutoryFine {
	dollars: number;
	provision: string;
	/** Why the amount could not be verified. */
	unverified?: string;
	/** The offense date that the amount supposes, where the case gives none. */
	supposesOffensesFrom?: string;
}

/** The greatest fine that a statute of conviction sets itself, by the date of the offense. */
export function fineOfStatutes(
	rows: readonly Row[],
	document: CaseDocument,
	provisions: Provisions,
	edition: string,
): StatutoryFine | undefined {
	const offenseDate = offenseDayOf(document);
	const day = offenseDate ?? edition;
	const fines = rows.flatMap(({ id, circumstance = 'none', provision, fineTimes = 1 }) => {
		const found = finesOfTitle(provisions, id).find(
			(fine) => fine.id === id && fine.circumstances.includes(circumstance) && isInForce(fine, day),
		);
		if (found === undefined) return [];
		return [{ ...asRead(found, offenseDate, provisions.statutes), provision, dollars: found.dollars * fineTimes }];
	});
	const [first] = fines;
	if (!first) return undefined;
	const { dollars, provision, offensesFrom, note } = fines.reduce(
		(most, fine) => (fine.dollars > most.dollars ? fine : most),
		first,
	);
	return {
		dollars,
		provision,
		...(note === undefined ? {} : { unverified: note }),
		...(offenseDate === undefined ? { supposesOffensesFrom: offensesFrom } : {}),
	};
}
