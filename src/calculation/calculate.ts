import { type Category, toCategory } from '../case/category.ts';
import { InputError, isMissingFact } from '../case/errors.ts';
import type { CaseDocument } from '../case/schema.ts';
import { type ChosenEdition, dayNamed, nextEdition, provisionsOf } from '../law/editions.ts';
import type { Law, Provisions } from '../law/schema.ts';
import { categoryOfPoints } from '../law/sentencing-table.ts';
import { type Amended, reductionOf } from './after-sentencing/reduction.ts';
import { afterRange, fieldsAfterRange } from './chapter-five/after-range.ts';
import { sensitivityOf } from './chapter-five/sensitivity.ts';
import { refuseContradictoryCareer } from './chapter-four/career-offender-checks.ts';
import { withKnownMaximum } from './chapter-four/known-maximum.ts';
import { categoryOfPartB, leastCategoryOf } from './chapter-four/part-b.ts';
import { fastTrackOf } from './chapter-three/early-disposition.ts';
import { categoryCommanded, commandedBy } from './chapter-three/named-adjustments.ts';
import { withGuidelineOfDrugs } from './chapter-two/drugs/of-case.ts';
import type { ChapterTwo } from './chapter-two/guideline.ts';
import type { ScoredHistory } from './criminal-history/chapter-four.ts';
import { fewestPoints, scoreOfPriors, withPriorsRead } from './criminal-history/history-read.ts';
import type { SentencedApart } from './criminal-history/single-sentences.ts';
import { withNeededFacts } from './needed-facts.ts';
import { offenseLevelOf } from './offense-level.ts';
import { present } from './present.ts';
import { ceilingOf, deriveRange, floorOf, positionIn, type Range } from './range/chapter-five.ts';
import { fastTrackForAll } from './range/fast-track-for-all.ts';
import { refuseMissingLevel, setTermOf, setTermStep, withoutLevel } from './range/set-term.ts';
import { totalFound } from './range/total-outcomes.ts';
import { minimumBeside, reliefOf, withoutRelief } from './relief/relief.ts';
import { withSafetyValveOf } from './relief/safety-valve.ts';
import { refuseOtherPriors } from './relief/safety-valve-priors.ts';
import { piercedMinimum } from './relief/substantial-assistance.ts';
import type { Result } from './result.ts';
import { warningsOf } from './result-warnings.ts';
import { withChargedDrugs } from './statutes/charged-drugs.ts';
import { penaltiesOf } from './statutes/penalties.ts';
import type { StatuteOfConviction } from './statutes/statutes.ts';
import { fieldsOfOutcome, withOpenQuestions } from './steps/open-questions.ts';
import { newReadings, type Readings } from './steps/readings.ts';
import { inOrder } from './warnings.ts';
import { chooseEdition } from './which-manual/one-book.ts';

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
export function calculate(document: CaseDocument, law: Law, options: CalculateOptions & WantedFields = {}): Result {
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
function calculateGiven(given: CaseDocument, law: Law, options: CalculateOptions & WantedFields): Result {
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

/** The whole calculation under one edition: one book in its entirety (§1B1.11(b)(2)). */
function calculateUnder(given: CaseDocument, law: Law, run: Run): Result {
	const { edition, readings, options } = run;
	const inForce = provisionsOf(law, edition.effectiveDate);
	const stated = withChargedDrugs(withPriorsRead(given, inForce, readings), inForce);
	const sentencingDay = stated.sentencingDate ?? (stated.edition === undefined ? options.today : undefined);
	const provisions = withSafetyValveOf(sentencingDay, stated, amendedDrugs(inForce, run.amended), law);
	const found = scoreOfPriors(stated, provisions, readings, options.apart);
	const day = stated.edition === undefined ? edition.effectiveDate : dayNamed(law, stated.edition);
	const until = () => nextEdition(law, edition.effectiveDate);
	const penalties = penaltiesOf(stated, provisions, day, until);
	const document = withKnownMaximum(withoutLevel(stated, penalties.setTerm), provisions, penalties.statutes);
	refuseContradictoryCareer(document, provisions, penalties.statutes);
	refuseOtherPriors(document, found, provisions, readings);
	const counted = withPoints(document, found);
	const fewest = (points: number) => fewestPoints(points, given, provisions, readings);
	const reliefFound = reliefOf(counted, provisions, penalties, { until, fewest });
	const { relief } = reliefFound;
	const relieved = relief?.granted === true;
	const level = offenseLevelOf(counted, provisions, { found, relief, statutes: penalties.statutes, readings });
	const { partB } = level;
	const ofPartA = categoryCommanded(
		document,
		provisions,
		run.amended?.category ?? categoryOf(document, provisions, found),
	);
	const category = categoryOfPartB(partB, provisions, ofPartA, readings);
	const setTerm = setTermOf(document, provisions, penalties.setTerm, partB.firearm);
	refuseMissingLevel(document, setTerm);
	const limits = {
		minimum: minimumBeside(relief, penalties),
		maximum: penalties.limits.maximum,
		leastRange: relief?.leastRange,
		setTerm,
	};
	const derived = deriveRange(provisions, level.parts.total, category, limits);
	const { cell, range, effect } = derived;
	const { statutes } = penalties;
	const bearing = {
		provisions,
		partB,
		level: level.parts.total,
		category,
		ofPartA,
		statutes,
		limits,
		derived,
		readings,
	};
	const total = totalFound(bearing);
	const { totalRange } = total;
	const { withoutFastTrack } = level;
	const requested = document.fastTrackLevels ?? 0;
	const fastTrack = wants(options, 'fastTrack', 'warnings')
		? fastTrackForAll(
				fastTrackOf(provisions, withoutFastTrack, category, limits, requested, partB.least),
				total,
				(level) => deriveRange(provisions, level, category, limits),
			)
		: undefined;
	const binding = { ...penalties, limits };
	const pierced = piercedMinimum(relief, penalties, provisions, level.parts.total, category);
	const after = wants(options, ...fieldsAfterRange, 'warnings')
		? afterRange(document, law, edition, {
				penalties: binding,
				relief,
				pierced,
				level,
				decidingCell: total.decidingCell ?? derived.decidingCell,
			})
		: undefined;
	const inThisEdition = (other: CaseDocument, amended?: Amended) =>
		calculateUnder(other, law, {
			edition,
			readings,
			options: { today: options.today, apart: options.apart },
			amended,
		});
	const outcomeIn = (other: CaseDocument) =>
		calculateUnder(other, law, {
			edition,
			readings,
			options: { today: options.today, apart: options.apart, fields: fieldsOfOutcome(other) },
		});
	const reduction = reductionOf(document, law, { stated: penalties.limits, readings, calculateUnder: inThisEdition });
	return present({
		id: document.id,
		caption: document.caption,
		edition,
		offenseLevel: level.parts,
		chapterTwo: withoutDrugs(level.chapterTwo),
		drugQuantity: level.chapterTwo?.drugs?.found,
		criminalHistoryCategory: category,
		criminalHistory: found?.history,
		tableRange: { ...cell },
		guidelineRange: range,
		guidelineSentence: setTerm && { ...range, provisions: setTerm.provisions },
		totalRange,
		statutoryEffect:
			relieved && penalties.limits.minimum !== undefined && limits.minimum === undefined
				? { ...effect, minimum: 'relieved' as const }
				: effect,
		relief,
		floor: limits.minimum ? floorOf(provisions, category, limits.minimum) : undefined,
		ceiling: limits.maximum && limits.maximum !== 'life' ? ceilingOf(provisions, category, limits.maximum) : undefined,
		fastTrack,
		sentenceImposed: sentenceBlock(document, totalRange ?? range),
		statutes: inTotalRange(statutes, totalRange ? total.firearm : []),
		...after,
		sensitivity: options.sensitivity
			? sensitivityOf(provisions, level.parts.total, category, {
					limits,
					withoutRelief: withoutRelief(reliefFound, penalties.limits),
					leastLevel: relief?.leastLevel,
					fixed: partB.least?.level,
					leastCategory: leastCategoryOf(partB, provisions),
					commanded: commandedBy(document, provisions, level.steps),
				})
			: undefined,
		reduction: reduction?.reduction,
		steps: [...level.steps, ...total.steps, ...(setTerm ? [setTermStep(setTerm, level.parts.total)] : [])],
		warnings:
			fastTrack && after
				? warningsOf({
						document: counted,
						history: found,
						law,
						edition,
						provisions,
						relief: reliefFound,
						penalties,
						binding,
						level,
						category,
						derived,
						total,
						fastTrack,
						after,
						pierced,
						reductionWarnings: reduction?.warnings ?? [],
						until,
						inThisEdition: outcomeIn,
					})
				: [],
	}) as Result;
}

/** The provisions of the edition with what amendments change in the level of drugs. */
function amendedDrugs(provisions: Provisions, amended: Amended | undefined): Provisions {
	if (amended?.drugLevels === undefined) return provisions;
	return Object.create(provisions, { drugLevels: { value: amended.drugLevels } });
}

/** The guideline of the case; what its drugs come to stands beside it in the result. */
function withoutDrugs(found: ChapterTwo | undefined): Result['chapterTwo'] {
	if (found?.drugs === undefined) return found;
	const { drugs: _, ...chapterTwo } = found;
	return chapterTwo;
}

/** The case with the points that its priors make, for the rules that ask for points alone. */
function withPoints(document: CaseDocument, found: ScoredHistory | undefined): CaseDocument {
	return found === undefined ? document : { ...document, criminalHistoryPoints: found.history.points };
}

/** The category stated, or that of the points stated or drawn from the priors; where more than one is given they must agree. */
function categoryOf(document: CaseDocument, provisions: Provisions, found: ScoredHistory | undefined): Category {
	const given = document.criminalHistoryCategory;
	const stated = given === undefined ? undefined : toCategory(given);
	const drawn = found?.history.points;
	const points = drawn ?? document.criminalHistoryPoints;
	if (points === undefined) return stated as Category;
	if (document.criminalHistoryPoints !== undefined && document.criminalHistoryPoints !== points) {
		throw new InputError(
			'disagrees',
			'/criminalHistoryPoints',
			`${document.criminalHistoryPoints} points do not agree with the priors, which make ${points} in this edition; leave them out or correct one of them`,
		);
	}
	const fromPoints = categoryOfPoints(provisions['sentencing-table'], points);
	if (stated !== undefined && stated !== fromPoints) {
		throw new InputError(
			'disagrees',
			'/criminalHistoryCategory',
			`category ${stated} does not agree with ${points} criminal history points, which are category ${fromPoints}; correct one of them`,
		);
	}
	return fromPoints;
}

function sentenceBlock(document: CaseDocument, range: Range): Result['sentenceImposed'] {
	const months = document.sentenceImposedMonths;
	return months === undefined ? undefined : { months, position: positionIn(range, months) };
}

/** The counts, those marked whose terms are in the range for all counts; undefined where none is named. */
function inTotalRange(
	statutes: readonly StatuteOfConviction[],
	counted: readonly StatuteOfConviction[],
): StatuteOfConviction[] | undefined {
	if (statutes.length === 0) return undefined;
	return statutes.map((count) => (counted.includes(count) ? { ...count, inTotalRange: true } : count));
}
