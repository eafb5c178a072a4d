// The types of the result document and of its parts, all derived from its schema. Only types: a run loads no schema.
import type * as z from 'zod';
import type { resultSchema } from './schema.ts';

/** The result document of the contract. */
export type Result = z.infer<typeof resultSchema>;

type Part<Name extends keyof Result> = NonNullable<Result[Name]>;

/** An edition of the Manual, and why it is the one used. */
export type ChosenEdition = Result['edition'];
/** The two editions that §1B1.11 weighs, and why one of them was used. */
export type EditionChoice = Part<'editionChoice'>;

/** The offense level and its parts, in levels. */
export type OffenseLevel = Result['offenseLevel'];
/** What a Chapter Two guideline makes of a case: which of its provisions apply, by their ids. */
export type ChapterTwo = Part<'chapterTwo'>;
/** What the drugs of a case come to under §2D1.1(c). */
export type DrugQuantityFound = Part<'drugQuantity'>;

/** Criminal history (Chapter Four, Part A), in points. */
export type CriminalHistory = Part<'criminalHistory'>;
/** What a sentence scores by itself, in criminal history points, and why. */
export type Score = CriminalHistory['status'];
/** Points for committing the offense soon after release (§4A1.1(e) until November 2010). */
export type Recency = NonNullable<CriminalHistory['recency']>;

/** One cell of the Sentencing Table (Chapter Five, Part A), in months. */
export type Cell = Result['tableRange'];
export type Zone = NonNullable<Cell['zone']>;
/** A range of imprisonment in months. */
export type Range = Result['guidelineRange'];
/** The range of imprisonment for all counts of a case together, in months, and the provisions that set it. */
export type TotalRange = Part<'totalRange'>;
/** What the statutory limits do to the range (§5G1.1). */
export type StatutoryEffect = Result['statutoryEffect'];
/** What the statutory minimum does across the levels of one category. */
export type Floor = Part<'floor'>;
/** What the statutory maximum does across the levels of one category. */
export type Ceiling = Part<'ceiling'>;
/** Where a sentence lies in the guideline range. */
export type Position = Part<'sentenceImposed'>['position'];

/** What a fast-track reduction is worth. */
export type FastTrack = Result['fastTrack'];

/** Whether, and by what, the court may go below the statutory minimum; and what the guidelines put in its place. */
export type Relief = Part<'relief'>;
/** What the guidelines put in place of a statutory minimum that the safety valve lifts (§5C1.2(b)). */
export type Least = Pick<Relief, 'leastLevel' | 'leastRange'>;
/** A range below which the guideline range may not lie, and the provision that says so. */
export type LeastRange = NonNullable<Least['leastRange']>;
/** One criterion of the safety valve, and whether the case meets it. */
export type Criterion = NonNullable<Relief['criteria']>[number];

/** The penalties of one count of conviction. */
export type StatuteOfConviction = Part<'statutes'>[number];

/** The ways in which the low end of the guideline range may be satisfied (§5B1.1, §5C1.1). */
export type SentencingOptions = Result['sentencingOptions'];
/** A part of the minimum term: months, and half a month where the guidelines halve an odd number. */
export type PartOfTerm = NonNullable<SentencingOptions['splitSentence']['imprisonment']>;
/** Supervised release after imprisonment (§§5D1.1, 5D1.2). Terms in months. */
export type SupervisedRelease = Part<'supervisedRelease'>;
/** The fine guideline range (§5E1.2(c)), in dollars. */
export type Fine = Result['fine'];
/** The special assessment (18 U.S.C. § 3013), in dollars. */
export type SpecialAssessment = Part<'specialAssessment'>;
/** The guideline ranges at one level, one for each category. */
export type SensitivityRow = Part<'sensitivity'>[number];
/** The guideline range at one level and category, and what one level less there would be worth. */
export type SensitivityCell = SensitivityRow['cells'][number];

/** What a disputed fact of a drug case is worth in months: the case worked out with each way to find it. */
export type DisputedFact = Part<'disputedFacts'>[number];

/** Whether and how far the sentence may be reduced after an amendment (§1B1.10, 18 U.S.C. § 3582(c)(2)). */
export type Reduction = Part<'reduction'>;
/** An amendment on which a reduction is to rest, and whether the list of the day holds it. */
export type Amendment = Reduction['amendments'][number];
/** How far a sentence may fall, and why. Terms in months. */
export type Extent = Pick<Reduction, 'authorized' | 'reasons' | 'lowestTermMonths' | 'comparableTermMonths'>;

/** One line of the calculation: a provision, what it adds, and the offense level after it. */
export type Step = Result['steps'][number];
/** The page of the Commission's worksheets: A offense level of a count, B multiple counts, D the guideline range. */
export type Worksheet = Step['worksheet'];
/** What is uncertain, between which results, and what to do. */
export type Warning = Result['warnings'][number];
