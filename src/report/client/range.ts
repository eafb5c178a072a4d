// The range for the client, and after the sentence the new one.
import type { Result } from '../../result/result.ts';
import { apartOf, type Noted } from './noted.ts';
import { lengthInWords, rangeForClient } from './words.ts';

/** The range, what comes on top of it, and that the judge decides. */
export function rangeParagraphs(result: Result, noted: Noted): string[] {
	const { guidelineRange, totalRange, statutoryEffect, guidelineSentence, reduction } = result;
	const range = totalRange ?? guidelineRange;
	const rules = [...(totalRange ?? guidelineSentence ?? statutoryEffect).provisions, 'Chapter Five, Part A'];
	if (reduction !== undefined) return reductionParagraphs(reduction, noted);
	const apart = apartOf(result);
	const more = apart && lengthInWords(apart.leastMonths);
	return [
		noted(`The guidelines point to ${rangeForClient(range)}.`, rules),
		...(more === undefined
			? []
			: [
					noted(
						`At least ${more} more comes on top of that. It starts when the rest is done.`,
						apart?.provisions ?? [],
					),
				]),
		noted(
			'The judge starts with this range and then decides. The judge may go above it or below it, as far as the law allows. No one can promise you a sentence.',
			['18 U.S.C. § 3553(a)'],
		),
	];
}

function reductionParagraphs(reduction: NonNullable<Result['reduction']>, noted: Noted): string[] {
	const { originalRange, amended, authorized, lowestTermMonths, provision, reasons: grounds } = reduction;
	const lowest =
		lowestTermMonths === undefined ? '' : ` The new sentence may not be less than ${lengthInWords(lowestTermMonths)}.`;
	const rules = [provision, ...grounds.map((each) => each.provision)];
	return [
		`At your sentencing, the range was ${rangeForClient(originalRange)}.`,
		noted(
			authorized
				? `The rules have changed since then. The new range is ${rangeForClient(amended.range)}.${lowest}`
				: 'The rules have changed since then. But that change does not let the judge lower your sentence.',
			rules,
		),
		...(authorized
			? [
					noted(
						'The judge may lower your sentence but does not have to. The judge will also look at how you have done in prison. No one can promise you a lower sentence.',
						['18 U.S.C. § 3582(c)(2)'],
					),
				]
			: []),
	];
}
