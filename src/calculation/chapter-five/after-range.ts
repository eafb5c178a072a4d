// What the range decides besides imprisonment: options, supervised release, fine, assessment.
import type { CaseDocument } from '../../case/schema.ts';
import { provisionsOf } from '../../law/editions.ts';
import type { Law, Provisions } from '../../law/schema.ts';
import type { Cell, ChosenEdition, Fine, OffenseLevel, Relief, Result, Step } from '../../result/result.ts';
import type { DerivedRange, StatutoryLimits } from '../range/guideline-range.ts';
import type { PiercedMinimum } from '../relief/substantial-assistance.ts';
import type { Penalties } from '../statutes/penalties.ts';
import { fineOf, specialAssessmentOf } from './fine.ts';
import { fineWithoutLevel, noteBesideTerm } from './fine-beside-term.ts';
import { sentencingOptionsOf } from './sentencing-options.ts';
import { supervisedReleaseOf } from './supervised-release.ts';

/** What is known once the range is. */
interface Known {
	document: CaseDocument;
	law: Law;
	edition: ChosenEdition;
	/** By the statutes alone. */
	penalties: Penalties;
	/** Those that bind beside any relief. */
	limits: StatutoryLimits;
	/** It reaches a minimum term of supervised release as well. */
	relief: { relief?: Relief };
	/** The minimum that the sentence may go below, and that makes the guideline range all the same. */
	pierced: PiercedMinimum | undefined;
	/** The offense level, and the steps that lead to it. */
	level: { parts: OffenseLevel; steps: readonly Step[] };
	derived: Pick<DerivedRange, 'decidingCell'>;
	/** Its cell decides where the range for all counts has no level. */
	total: { decidingCell: Cell | undefined };
}

export const fieldsAfterRange = [
	'sentencingOptions',
	'supervisedRelease',
	'fine',
	'specialAssessment',
] as const satisfies (keyof Result)[];

type AfterRange = Pick<Result, (typeof fieldsAfterRange)[number]>;

/** What else the range and the class of the offense decide (Chapter Five, Parts B to E). */
export function afterRange(known: Known): AfterRange {
	const { document, law, edition, pierced, level, derived, total } = known;
	const provisions = provisionsOf(law, edition.effectiveDate);
	const penalties = { ...known.penalties, limits: known.limits };
	const counts = { document, provisions, penalties, relief: known.relief, day: edition.effectiveDate };
	const release = supervisedReleaseOf(counts);
	const assessment = specialAssessmentOf(document, provisions, penalties, edition.effectiveDate);
	const decidingCell = total.decidingCell ?? derived.decidingCell;
	return {
		sentencingOptions: sentencingOptionsOf(provisions, penalties, level, { cell: decidingCell, pierced }),
		...(release === undefined ? {} : { supervisedRelease: release }),
		fine:
			fineWithoutLevel(provisions, penalties, edition.effectiveDate) ??
			besideTerm(fineOf(counts, law, level.parts.total), provisions, penalties, edition),
		...(assessment === undefined ? {} : { specialAssessment: assessment }),
	};
}

function besideTerm(fine: Fine, provisions: Provisions, penalties: Penalties, edition: ChosenEdition): Fine {
	const note = noteBesideTerm(provisions, penalties, edition.effectiveDate);
	if (note === undefined) return fine;
	return { ...fine, note: fine.note === undefined ? note : `${note}; ${fine.note}` };
}
