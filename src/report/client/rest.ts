// What comes after prison, and what the page does not know.
import { dollars } from '../../calculation/chapter-five/fine.ts';
import type { Months } from '../../case/months.ts';
import type { Result } from '../../result/result.ts';
import type { Noted } from './noted.ts';
import { lengthInWords } from './words.ts';

/** Supervised release and the fine; nothing after the sentence. */
export function afterPrison({ supervisedRelease, fine, reduction }: Result, noted: Noted): string[] {
	if (reduction !== undefined) return [];
	const term = supervisedRelease?.term;
	return [
		...(term === undefined
			? []
			: [
					noted(
						`The judge may also order supervised release: rules to follow after prison. Its length here: ${spanOf(term)}.`,
						[term.provision],
					),
				]),
		noted(
			`The guidelines also give a fine: ${dollars(fine.minimumDollars)} to ${dollars(fine.maximumDollars)}. A judge may order less if you cannot pay.`,
			[fine.provision],
		),
	];
}

function spanOf({ minimumMonths: from, maximumMonths: to }: { minimumMonths: Months; maximumMonths: Months }): string {
	return from === to ? lengthInWords(to) : `${lengthInWords(from)} to ${lengthInWords(to)}`;
}

/** What the answer leaves out, so that nobody takes it for more. */
export function unknowns({ partialDates = [], edition }: Result): string[] {
	return [
		'It rests on what was entered. Facts that nobody entered are not counted.',
		'It does not say how long you will be in prison. Time already served and good conduct are counted later, by others.',
		'It says nothing about immigration.',
		...(partialDates.length === 0
			? []
			: ['Some dates were entered as a month or a year. Every day in them leads to this range.']),
		...(edition.verified ? [] : ['A newer book of rules could not be checked. It may change the range.']),
	];
}
