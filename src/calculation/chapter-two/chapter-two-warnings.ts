// The warnings of Chapter Two.
import type { CaseDocument } from '../../case/schema.ts';
import type { Range, Result, Warning } from '../../result/result.ts';
import type { Context } from '../steps/context.ts';
import type { GuidelineFound } from './guideline.ts';
import { increaseWarnings } from './illegal-reentry/increase-points.ts';
import { roleCapWarnings } from './role-cap.ts';

/** A case with its offense level and its range. */
interface Found extends Pick<Context, 'document' | 'provisions'> {
	level: { chapterTwo: GuidelineFound | undefined };
	derived: { range: Range };
	inThisEdition: (other: CaseDocument) => Result;
}

/** What Chapter Two warns of. */
export const chapterTwoWarnings = ({ document, provisions, level, derived, inThisEdition }: Found): Warning[] => [
	...increaseWarnings(document, provisions, inThisEdition),
	...(level.chapterTwo?.drugs ? [] : roleCapWarnings(document, provisions, derived.range, inThisEdition)),
];
