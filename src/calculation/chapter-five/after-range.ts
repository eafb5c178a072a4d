import type { CaseDocument } from '../../case/schema.ts';
import { provisionsOf } from '../../law/editions.ts';
import type { Law, Provisions } from '../../law/schema.ts';
import type { Cell, ChosenEdition, Fine, OffenseLevel, Relief, Result, Step } from '../../result/result.ts';
import type { PiercedMinimum } from '../relief/substantial-assistance.ts';
import type { Penalties } from '../statutes/penalties.ts';
import { fineOf, specialAssessmentOf } from './fine.ts';
import { fineWithoutLevel, noteBesideTerm } from './fine-beside-term.ts';
import { sentencingOptionsOf } from './sentencing-options.ts';
import { supervisedReleaseOf } from './supervised-release.ts';

/** What is known once the range is. */
export interface Known {
	/** With the limits that bind beside any relief. */
	penalties: Penalties;
	/** It reaches a minimum term of supervised release as well. */
	relief: Relief | undefined;
	/** The minimum that the sentence may go below, and that makes the guideline range all the same. */
	pierced: PiercedMinimum | undefined;
	/** The offense level, and the steps that lead to it. */
	level: { parts: OffenseLevel; steps: readonly Step[] };
	/** The cell whose zone decides on the sentencing options. */
	decidingCell: Cell;
}

export const fieldsAfterRange = [
	'sentencingOptions',
	'supervisedRelease',
	'fine',
	'specialAssessment',
] as const satisfies (keyof Result)[];

type AfterRange = Pick<Result, (typeof fieldsAfterRange)[number]>;

/** What else the range and the class of the offense decide (Chapter Five, Parts B to E). */
export function afterRange(document: CaseDocument, law: Law, edition: ChosenEdition, known: Known): AfterRange {
	const { penalties, relief, pierced, level, decidingCell } = known;
	const provisions = provisionsOf(law, edition.effectiveDate);
	const release = supervisedReleaseOf(document, provisions, penalties, relief, edition.effectiveDate);
	const assessment = specialAssessmentOf(document, provisions, penalties, edition.effectiveDate);
	return {
		sentencingOptions: sentencingOptionsOf(
			provisions,
			penalties,
			level,
			decidingCell,
			penalties.limits.minimum,
			pierced,
		),
		...(release === undefined ? {} : { supervisedRelease: release }),
		fine:
			fineWithoutLevel(provisions, penalties, edition.effectiveDate) ??
			besideTerm(fineOf(document, law, provisions, level.parts.total, penalties), provisions, penalties, edition),
		...(assessment === undefined ? {} : { specialAssessment: assessment }),
	};
}

function besideTerm(fine: Fine, provisions: Provisions, penalties: Penalties, edition: ChosenEdition): Fine {
	const note = noteBesideTerm(provisions, penalties, edition.effectiveDate);
	if (note === undefined) return fine;
	return { ...fine, note: fine.note === undefined ? note : `${note}; ${fine.note}` };
}
