// Two Manuals weighed (§1B1.11(b)).
import { longDate } from '../../case/dates.ts';
import { disagreement } from '../../case/errors.ts';
import type { CaseDocument } from '../../case/schema.ts';
import { manualInForceOn, mayBeAmended, provisionsOf } from '../../law/editions.ts';
import { isLower } from '../../result/ranges.ts';
import type { ChosenEdition, EditionChoice, Result, Warning } from '../../result/result.ts';
import { factName } from '../steps/fact-names.ts';
import { wholeRange } from '../total-range/whole-range.ts';
import { category, type Earlier, earlierOf } from './earlier.ts';
import { earlierCase, statesHistory } from './earlier-case.ts';
import { withThirdLevel } from './third-level.ts';
import { unaddressedIn } from './unaddressed.ts';
import {
	ceilingWarning,
	historyOfOneManual,
	historyUndecided,
	laterManualUnknown,
	offenseManualNotHeld,
	rangesByCategory,
	undecided,
} from './undecided.ts';
import { manualsOf, type Weighing } from './weighing.ts';

/**
 * The result that §1B1.11 leads to, where both Manuals can evaluate the offense; otherwise the one of the Manual in
 * force at sentencing, with the warning `one-book-undecided`. Throws InputError where the case lacks a fact that the
 * Manual in force on the offense date needs, so that no lower range is passed over in silence.
 */
export function weighed(weighing: Weighing): Result {
	const { document, law, offenseDay, sentencingDay, atOffense, atSentencing, later } = weighing;
	if (manualInForceOn(law, offenseDay) === manualInForceOn(law, sentencingDay)) {
		refuseNeedlessLevels(document, atOffense);
		return mayBeAmended(law, offenseDay, sentencingDay) ? warned(later, laterManualUnknown(weighing)) : later;
	}
	// The term that the statutes set is the same under every Manual.
	if (later.guidelineSentence !== undefined && later.totalRange === undefined) return later;
	if (!atOffense.verified) return warned(later, offenseManualNotHeld(weighing));
	if (!atSentencing.verified) return underCeiling(weighing);
	const earlier = earlierOf(weighing, atOffense);
	if ('why' in earlier) return warned(later, undecided(weighing, earlier.why));
	if (!('possible' in earlier)) return withThirdLevel(lowerOf(weighing, earlier), weighing, atOffense);
	const { asStated, possible } = earlier;
	if (asStated === undefined) return warned(later, historyUndecided(weighing, possible));
	// What the case states of its record is taken under both Manuals, as the rest of it is.
	const decided = withThirdLevel(lowerOf(weighing, { result: asStated }), weighing, atOffense);
	return warned(decided, historyOfOneManual(weighing, possible));
}

function refuseNeedlessLevels({ underOffenseDateManual }: CaseDocument, { effectiveDate }: ChosenEdition): void {
	if (underOffenseDateManual === undefined) return;
	throw disagreement(
		'/underOffenseDateManual',
		`the Manual of ${longDate(effectiveDate)} was in force on both dates, so no other Manual applies`,
		'Leave it out or correct a date',
	);
}

/**
 * Where the Manual in force at sentencing is not held, the last one held stands in for it; but a range above that of
 * the Manual in force on the offense date may not be used, whatever the one that is not held says.
 */
function underCeiling(weighing: Weighing): Result {
	const { document, law, atOffense, later } = weighing;
	const isStandIn = atOffense.effectiveDate === later.edition.effectiveDate;
	const reason =
		'in force on the offense date; its range is the highest that can apply, and the Manual in force at sentencing is not held';
	const earlier: Earlier =
		isStandIn && document.underOffenseDateManual === undefined
			? { result: later }
			: earlierOf(weighing, { ...atOffense, verified: false, reason });
	const known = 'result' in earlier ? earlier.result : 'possible' in earlier ? earlier.asStated : undefined;
	const used = known && isLower(wholeRange(known), wholeRange(later)) ? known : later;
	const provisions = provisionsOf(law, atOffense.effectiveDate);
	const isOfLevels = known === later && 'why' in earlierCase(document, { from: provisions, to: provisions });
	const ceiling = known ? { range: wholeRange(known), isOfLevels } : { why: whyUnknown(earlier, document) };
	const result = warned(used, ceilingWarning(weighing, used, ceiling));
	const isOpen = 'possible' in earlier && known !== undefined;
	return isOpen ? warned(result, historyOfOneManual(weighing, earlier.possible)) : result;
}

function whyUnknown(earlier: Earlier, document: CaseDocument): string {
	if ('why' in earlier) return earlier.why;
	if ('possible' in earlier)
		return `the result depends on the criminal history (${rangesByCategory(earlier.possible)})`;
	return 'missing' in earlier ? `the case lacks ${factName(earlier.missing.path, document)}` : '';
}

type Decided = Exclude<Earlier, { why: string } | { possible: readonly Result[] }>;

/** Where a fact is missing, the least that the earlier Manual can give is no lower: its range is then not shown. */
function lowerOf({ document, law, atOffense, later }: Weighing, earlier: Decided): Result {
	const rule = provisionsOf(law, later.edition.effectiveDate)['1B1.11'];
	const known = 'result' in earlier ? earlier.result : undefined;
	const higher = known !== undefined && isLower(wholeRange(known), wholeRange(later));
	const other = `the one in force when the offense was committed (${longDate(atOffense.effectiveDate)})`;
	const unknown = 'missing' in earlier ? 'the missing facts' : earlier.whatever;
	const isStated = document.priors === undefined && !statesHistory(document.underOffenseDateManual ?? {});
	const asGiven =
		isStated && unknown !== category ? '. The criminal history that the case states makes no difference' : '';
	const clarifying =
		rule.entirety === undefined
			? ''
			: `. The court also considers later amendments that only clarify it (${rule.entirety})`;
	const silent =
		known?.chapterTwo !== undefined &&
		unaddressedIn(known.chapterTwo, manualsOf(law, later.edition, atOffense)).length > 0
			? '. Under both Manuals, the program applies only the characteristics that the case addresses'
			: '';
	const whatever = unknown === undefined ? '' : `, regardless of ${unknown}`;
	const reason = higher
		? `the Manual in force at sentencing gives a higher range than ${other}${whatever}, so the earlier Manual applies in its entirety${clarifying}${asGiven}${silent}`
		: `the Manual in force at sentencing does not give a higher range than ${other}${whatever}, so it applies${asGiven}${silent}`;
	const editionChoice: EditionChoice = {
		provision: higher ? rule.exPostFacto : rule.provision,
		reason,
		considered: [...(known ? [considered(known, 'offense date')] : []), considered(later, 'sentencing date')],
	};
	const { edition, ...rest } = higher ? known : later;
	const { id, caption } = later;
	return {
		...(id === undefined ? {} : { id }),
		...(caption === undefined ? {} : { caption }),
		edition,
		editionChoice,
		...rest,
	};
}

function considered(result: Result, inForceOn: EditionChoice['considered'][number]['inForceOn']) {
	return {
		effectiveDate: result.edition.effectiveDate,
		inForceOn,
		offenseLevel: result.offenseLevel.total,
		criminalHistoryCategory: result.criminalHistoryCategory,
		guidelineRange: result.guidelineRange,
		...(result.totalRange === undefined ? {} : { totalRange: result.totalRange }),
	};
}

/** With a warning more: its code decides where it stands (steps/warnings-in-order.ts). */
const warned = (result: Result, warning: Warning): Result => ({ ...result, warnings: [warning, ...result.warnings] });
