// Runs the calculation as often as a case needs: for answers that are tried, for each edition, for each reading.
import { hasMonthOrYear } from '../case/dates-of-case.ts';
import { isMissingFact } from '../case/errors.ts';
import { withProvisions } from '../case/provision.ts';
import type { CaseDocument } from '../case/schema.ts';
import type { Law } from '../law/schema.ts';
import type { ChosenEdition, Result } from '../result/result.ts';
import { reductionOf } from './after-sentencing/reduction.ts';
import { afterRange, fieldsAfterRange } from './chapter-five/after-range.ts';
import { disputedFactsFound } from './chapter-five/disputed/disputed-facts.ts';
import { sensitivityFound } from './chapter-five/sensitivity.ts';
import { withGuidelineOfDrugs } from './chapter-two/drugs/of-case.ts';
import type { SentencedApart } from './criminal-history/single-sentences.ts';
import { answerForEveryDay } from './months-and-years/every-day.ts';
import { withNeededFacts } from './needed-facts.ts';
import { resultOf } from './result-document.ts';
import { warningsOf } from './result-warnings.ts';
import type { Amended } from './steps/context.ts';
import { fieldsOfOutcome, withOpenQuestions } from './steps/open-questions.ts';
import { newReadings, type Readings } from './steps/readings.ts';
import { inOrder } from './steps/warnings-in-order.ts';
import { fastTrackFound } from './total-range/fast-track-for-all.ts';
import { chooseEdition } from './which-manual/one-book.ts';
import type { WorkedOut } from './worked-out.ts';

export interface CalculateOptions {
	/** The day whose edition is used where the case names neither an edition nor a sentencing date. */
	today?: string | undefined;
	/** True to have the ranges around the case's level in every category. */
	sensitivity?: boolean | undefined;
	/** True to have what each disputed fact of a case of drugs is worth. */
	disputedFacts?: boolean | undefined;
}

/** Fields of the result that are wanted, where not all are: what costs time and is not among them is left out. */
interface WantedFields {
	fields?: ReadonlySet<keyof Result> | undefined;
	/** What is supposed of days that the case does not give. */
	apart?: SentencedApart | undefined;
}

export type RunOptions = CalculateOptions & WantedFields;

/** In which edition a case is worked out, how its open questions are read, and what is asked for. */
export interface Run {
	edition: ChosenEdition;
	readings: Readings;
	options: RunOptions;
	/** What an amendment after the sentence puts in the place of what the Manual makes of the case. */
	amended?: Amended | undefined;
}

/** The parts of the Manual in their order, as far as the ranges. */
type WorkOut = (given: CaseDocument, law: Law, run: Run) => WorkedOut;

/** The answer to a case. A missing fact stands in its way only where answers to it lead to different results. Throws InputError. */
export function answerTo(given: CaseDocument, law: Law, options: RunOptions, workOut: WorkOut): Result {
	const document = withProvisions(given);
	const answer = (each: CaseDocument, chosen = options) => answerToGiven(each, law, chosen, workOut);
	const answerLacking = (each: CaseDocument) =>
		withNeededFacts(each, law, (answered, fields, apart) => answer(answered, { ...options, fields, apart }));
	if (hasMonthOrYear(document)) {
		const whole = (each: CaseDocument) => answer(each, { ...options, fields: undefined });
		return answerForEveryDay({ given: document, law, today: options.today, answer: whole, answerLacking });
	}
	try {
		return answer(document);
	} catch (error) {
		if (!isMissingFact(error)) throw error;
		return answerLacking(document);
	}
}

/** The answer to the facts as they are given: of each edition that may apply, with its warnings in order. Throws InputError. */
export function answerToGiven(given: CaseDocument, law: Law, options: RunOptions, workOut: WorkOut): Result {
	const document = withGuidelineOfDrugs(given, law);
	const run = (readings: Readings, fields = options.fields): Result =>
		chooseEdition(document, law, options.today, (given, edition) =>
			answerUnder(given, law, { edition, readings, options: { ...options, fields } }, workOut),
		);
	if (!wants(options, 'warnings')) return run(newReadings());
	const result = withOpenQuestions(document, law, run);
	return { ...result, warnings: inOrder(result.warnings) };
}

const wants = ({ fields }: WantedFields, ...names: (keyof Result)[]): boolean =>
	fields === undefined || names.some((name) => fields.has(name));

/** The answer under one edition: the ranges, what they decide besides, and what the answer warns of. */
function answerUnder(given: CaseDocument, law: Law, run: Run, workOut: WorkOut): Result {
	const { edition, readings, options } = run;
	/** The case with other facts in the same edition, its open questions read the same. */
	const again = (other: CaseDocument, { amended, fields }: Pick<Run, 'amended'> & WantedFields): Result => {
		const { today, apart } = options;
		return answerUnder(other, law, { edition, readings, amended, options: { today, apart, fields } }, workOut);
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
		disputedFacts:
			options.disputedFacts && wants(options, 'disputedFacts') ? disputedFactsFound(found, inThisEdition) : undefined,
		reduction: reduction?.reduction,
		warnings: fastTrack && after ? warningsOf({ ...found, fastTrack, after, reductionWarnings, inThisEdition }) : [],
	});
}
