// The whole calculation, in the order of §1B1.1.
import { isMissingFact } from '../case/errors.ts';
import { withProvisions } from '../case/provision.ts';
import type { CaseDocument } from '../case/schema.ts';
import type { Law } from '../law/schema.ts';
import type { ChosenEdition, Result } from '../result/result.ts';
import { reductionOf } from './after-sentencing/reduction.ts';
import { caseInEdition, withPriorsAndCounts } from './case-in-edition.ts';
import { afterRange, fieldsAfterRange } from './chapter-five/after-range.ts';
import { sensitivityFound } from './chapter-five/sensitivity.ts';
import { categoryFound } from './chapter-four/category.ts';
import { withGuidelineOfDrugs } from './chapter-two/drugs/of-case.ts';
import { criminalHistoryOf } from './criminal-history/criminal-history.ts';
import type { SentencedApart } from './criminal-history/single-sentences.ts';
import { withNeededFacts } from './needed-facts.ts';
import { offenseLevelOf } from './offense-level.ts';
import { deriveRange, type StatutoryLimits } from './range/guideline-range.ts';
import { reliefOf } from './relief/relief.ts';
import { piercedMinimum } from './relief/substantial-assistance.ts';
import { resultOf } from './result-document.ts';
import { warningsOf } from './result-warnings.ts';
import { penaltiesOf } from './statutes/penalties.ts';
import type { Amended } from './steps/context.ts';
import { fieldsOfOutcome, withOpenQuestions } from './steps/open-questions.ts';
import { newReadings, type Readings } from './steps/readings.ts';
import { inOrder } from './steps/warnings-in-order.ts';
import { fastTrackFound } from './total-range/fast-track-for-all.ts';
import { limitsThatBind } from './total-range/limits-that-bind.ts';
import { totalFound } from './total-range/total-outcomes.ts';
import { chooseEdition } from './which-manual/one-book.ts';
import type { WorkedOut } from './worked-out.ts';

export interface CalculateOptions {
	/** The day whose edition is used where the case names neither an edition nor a sentencing date. */
	today?: string | undefined;
	/** True to have the ranges around the case's level in every category. */
	sensitivity?: boolean | undefined;
}

/** Fields of the result that are wanted, where not all are: what costs time and is not among them is left out. */
interface WantedFields {
	fields?: ReadonlySet<keyof Result> | undefined;
	/** What is supposed of days that the case does not give. */
	apart?: SentencedApart | undefined;
}

/**
 * Works out the guideline range of a case: offense level (Chapters Two and Three), criminal history category
 * (Chapter Four), Sentencing Table and §5G1.1 (Chapter Five), in the edition that the case names or §1B1.11 chooses.
 * Pure: no clock, locale, file or environment. Throws InputError where the case cannot be answered in that edition,
 * whichever fields are wanted.
 */
export function calculate(given: CaseDocument, law: Law, options: CalculateOptions & WantedFields = {}): Result {
	const document = withProvisions(given);
	try {
		return calculateGiven(document, law, options);
	} catch (error) {
		if (!isMissingFact(error)) throw error;
		return withNeededFacts(document, law, (answered, fields, apart) =>
			calculateGiven(answered, law, { ...options, fields, apart }),
		);
	}
}

/** The same with the facts as they are given. Throws InputError for the first that a rule lacks, whether or not it matters. */
export function calculateGiven(given: CaseDocument, law: Law, options: CalculateOptions & WantedFields): Result {
	const document = withGuidelineOfDrugs(given, law);
	const run = (readings: Readings, fields = options.fields): Result =>
		chooseEdition(document, law, options.today, (given, edition) =>
			calculateUnder(given, law, { edition, readings, options: { ...options, fields } }),
		);
	if (!wants(options, 'warnings')) return run(newReadings());
	const result = withOpenQuestions(document, law, run);
	return { ...result, warnings: inOrder(result.warnings) };
}

const wants = ({ fields }: WantedFields, ...names: (keyof Result)[]): boolean =>
	fields === undefined || names.some((name) => fields.has(name));

/** In which edition a case is worked out, how its open questions are read, and what is asked for. */
interface Run {
	edition: ChosenEdition;
	readings: Readings;
	options: CalculateOptions & WantedFields;
	/** What an amendment after the sentence puts in the place of what the Manual makes of the case. */
	amended?: Amended | undefined;
}

/** The whole calculation under one edition: the ranges, what they decide besides, and what the answer warns of. */
function calculateUnder(given: CaseDocument, law: Law, run: Run): Result {
	const { edition, readings, options } = run;
	/** The case with other facts in the same edition, its open questions read the same. */
	const again = (other: CaseDocument, { amended, fields }: Pick<Run, 'amended'> & WantedFields): Result => {
		const { today, apart } = options;
		return calculateUnder(other, law, { edition, readings, amended, options: { today, apart, fields } });
	};
	const found = workOut(given, law, run);
	const fastTrack = wants(options, 'fastTrack', 'warnings') ? fastTrackFound(found) : undefined;
	const after = wants(options, ...fieldsAfterRange, 'warnings') ? afterRange(found) : undefined;
	const reduction = reductionOf(found, (other, amended) => again(other, { amended }));
	const inThisEdition = (other: CaseDocument) => again(other, { fields: fieldsOfOutcome(other) });
	const reductionWarnings = reduction?.warnings ?? [];
	return resultOf(found, {
		fastTrack,
		after,
		sensitivity: options.sensitivity ? sensitivityFound(found) : undefined,
		reduction: reduction?.reduction,
		warnings: fastTrack && after ? warningsOf({ ...found, fastTrack, after, reductionWarnings, inThisEdition }) : [],
	});
}

/**
 * The parts of the Manual in the order of §1B1.1, as far as the ranges. Criminal history and the statutes of conviction come
 * first, because the offense level asks for both: §2L1.2 for points, Chapter Four, Part B, for penalties.
 */
function workOut(given: CaseDocument, law: Law, run: Run): WorkedOut {
	const stated = caseInEdition(given, law, run);
	// Chapter Four, Part A, and the statutes of conviction.
	const history = criminalHistoryOf(stated, run.options.apart);
	const penalties = penaltiesOf(stated);
	const context = withPriorsAndCounts(stated, history, penalties);
	// Whether the court may go below a statutory minimum (§5C1.2, §5K1.1).
	const relief = reliefOf(context, penalties);
	// Chapters Two and Three; Chapter Four, Parts B and C.
	const level = offenseLevelOf(context, { history, relief: relief.relief, statutes: penalties.statutes });
	const { category, ofPartA } = categoryFound(context, history, level.partB);
	// Chapter Five, Part A, and §5G1.1; then the range for all counts (§4B1.1(c), §4B1.4).
	const limits = limitsThatBind(context, penalties, relief.relief, level.partB.firearm);
	const rangeWithin = (bounds: StatutoryLimits) => deriveRange(context.provisions, level.parts.total, category, bounds);
	const derived = rangeWithin(limits);
	const ranged = { ...context, history, penalties, relief, level, category, ofPartA, limits, derived };
	return { ...ranged, total: totalFound(ranged), pierced: piercedMinimum(relief.relief, penalties, rangeWithin) };
}
