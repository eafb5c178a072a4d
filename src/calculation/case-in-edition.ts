// A case put into one edition of the Manual, before and after its priors and counts are read.
import type { CaseDocument } from '../case/schema.ts';
import { dayNamed, nextEdition, provisionsOf } from '../law/editions.ts';
import type { Law, Provisions } from '../law/schema.ts';
import type { ChosenEdition } from '../result/result.ts';
import { refuseContradictoryCareer } from './chapter-four/career-offender-checks.ts';
import { withKnownMaximum } from './chapter-four/known-maximum.ts';
import type { ScoredHistory } from './criminal-history/criminal-history.ts';
import { withPriorsRead } from './criminal-history/history-read.ts';
import { withSafetyValveOf } from './relief/safety-valve.ts';
import { refuseOtherPriors } from './relief/safety-valve-priors.ts';
import { withChargedDrugs } from './statutes/charged-drugs.ts';
import type { Penalties } from './statutes/penalties.ts';
import type { Amended, Context, CountedContext } from './steps/context.ts';
import type { Readings } from './steps/readings.ts';
import { withoutLevel } from './total-range/set-term.ts';

/** In which edition a case is worked out, and how what it leaves unsettled is read. */
interface Setting {
	edition: ChosenEdition;
	readings: Readings;
	amended?: Amended | undefined;
	options: { today?: string | undefined };
}

/** The case and the law of one edition: one book in its entirety (§1B1.11(b)(2)). */
export function caseInEdition(given: CaseDocument, law: Law, setting: Setting): Context {
	const { edition, readings, amended, options } = setting;
	const inForce = provisionsOf(law, edition.effectiveDate);
	const document = withChargedDrugs(withPriorsRead(given, inForce, readings), inForce);
	const isNamed = document.edition !== undefined;
	const sentencingDay = document.sentencingDate ?? (isNamed ? undefined : options.today);
	return {
		given,
		document,
		law,
		edition,
		provisions: withSafetyValveOf(sentencingDay, document, withAmendedDrugs(inForce, amended), law),
		readings,
		day: document.edition === undefined ? edition.effectiveDate : dayNamed(law, document.edition),
		until: () => nextEdition(law, edition.effectiveDate),
		amended,
	};
}

/** The provisions of the edition with what amendments change in the level of drugs. */
function withAmendedDrugs(provisions: Provisions, amended: Amended | undefined): Provisions {
	if (amended?.drugLevels === undefined) return provisions;
	return Object.create(provisions, { drugLevels: { value: amended.drugLevels } });
}

/**
 * The case with what its priors and its counts make known. Throws InputError where what it claims of a career offender or of
 * the safety valve does not fit them, or where it gives no offense level and needs one.
 */
export function withPriorsAndCounts(
	context: Context,
	history: ScoredHistory | undefined,
	penalties: Penalties,
): CountedContext {
	const { provisions, readings } = context;
	const stated = withoutLevel(context.document, penalties.setTerm);
	const document = withKnownMaximum(stated, provisions, penalties.statutes);
	refuseContradictoryCareer(document, provisions, penalties.statutes);
	refuseOtherPriors(document, history, provisions, readings);
	const points = history?.history.points;
	const counted = points === undefined ? document : { ...document, criminalHistoryPoints: points };
	return { ...context, document, counted };
}
