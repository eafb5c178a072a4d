// The floor and the top for the client.
import type { Result } from '../../result/result.ts';
import { apartOf, type Noted } from './noted.ts';
import { lengthInWords } from './words.ts';

/** The floor and the top that the law sets, and what each does here. */
export function limits(result: Result, noted: Noted): string[] {
	const { floor, ceiling, statutoryEffect, statutes = [], guidelineSentence } = result;
	const rules = statutes.map(({ provision }) => provision);
	if (guidelineSentence !== undefined) return [noted(`The law itself sets the sentence. ${exceptions}`, rules)];
	const sets = apartOf(result) === undefined ? 'The law sets' : 'For the other counts, the law sets';
	const lowest =
		floor === undefined
			? noneLowest(result, sets)
			: `${sets} a lowest sentence of ${lengthInWords(floor.minimumMonths)}. ${floorWords[statutoryEffect.minimum]}`;
	const highest =
		ceiling === undefined
			? highestOf(statutes)
			: `${sets} a highest sentence of ${lengthInWords(ceiling.maximumMonths)}. ${topWords[statutoryEffect.maximum]}`;
	return [lowest, highest].filter((each) => each !== '').map((each) => noted(each, rules));
}

/** No floor in the answer: none that was entered, or none that the statutes of the counts within the range set. */
function noneLowest({ statutes = [] }: Result, sets: string): string {
	const within = statutes.filter(({ consecutive }) => !consecutive);
	if (within.length === 0) return 'No lowest sentence was entered. Ask your lawyer if the law sets one.';
	const least = within.find(({ minimumMonths }) => minimumMonths !== undefined && minimumMonths !== 0);
	return least?.minimumMonths === undefined
		? `${sets} no lowest sentence.`
		: `${sets} a lowest sentence of ${lengthInWords(least.minimumMonths)}.`;
}

const exceptions =
	'The judge can go below it only if a special rule fits, such as helping the government. Ask your lawyer if one fits you.';

const floorWords: Record<Result['statutoryEffect']['minimum'], string> = {
	none: `It does not change the range. ${exceptions}`,
	'raises-low-end': `It cuts off the bottom of the range. ${exceptions}`,
	'becomes-guideline-sentence': `It is higher than the range, so it takes the place of the range. ${exceptions}`,
	relieved: 'A special rule lets the judge go below it in this case.',
};

const topWords: Record<Result['statutoryEffect']['maximum'], string> = {
	none: 'The range stays below it.',
	'caps-high-end': 'It cuts off the top of the range.',
	'becomes-guideline-sentence': 'It is lower than the range, so it takes the place of the range.',
};

function highestOf(statutes: NonNullable<Result['statutes']>): string {
	const [only, another] = statutes;
	if (only === undefined || another !== undefined) return '';
	return `The law sets a highest sentence of ${lengthInWords(only.maximumMonths)}.`;
}
