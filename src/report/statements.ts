// The range and what bears on it, in words.
import { termsApart } from '../calculation/total-range/whole-range.ts';
import type { Result } from '../result/result.ts';
import { severalCountsStatements } from './several-counts.ts';
import type { Statement } from './statement.ts';
import { hasOtherTotal, inAllStatement, withTermsText } from './total-range.ts';
import { monthsText, rangeInMonths, rangeText, termText, unbroken } from './words.ts';

const minimumWords = {
	none: 'does not change this range',
	'raises-low-end': 'raises the low end of this range',
	'becomes-guideline-sentence': 'is above the range and becomes the guideline sentence',
	relieved: 'no longer binds',
};

const maximumWords = {
	none: 'does not change this range',
	'caps-high-end': 'caps the high end of this range',
	'becomes-guideline-sentence': 'is below the range and becomes the guideline sentence',
};

const positionWords = {
	below: 'below the guideline range',
	'at-low-end': 'at the low end of the guideline range',
	within: 'within the guideline range',
	'at-high-end': 'at the high end of the guideline range',
	above: 'above the guideline range',
};

/** Where a sentence lies, in the range for all counts where that is another than the guideline range; empty without a sentence. */
export function positionText(result: Result): string {
	const { sentenceImposed, guidelineSentence } = result;
	if (sentenceImposed?.position === 'at-low-end' && isOneTerm(guidelineSentence)) return 'the guideline sentence';
	const words = sentenceImposed === undefined ? '' : positionWords[sentenceImposed.position];
	return hasOtherTotal(result) ? words.replace('guideline range', 'range for all counts') : words;
}

const isOneTerm = (term: Result['guidelineSentence']): boolean =>
	term !== undefined && term.minimumMonths === term.maximumMonths;

export const tableRangeLabel = 'Table range';

/** What the statutory limits do to the range, and where a sentence lies in it. */
export function statutoryStatements(result: Result): Statement[] {
	const { tableRange, guidelineRange, statutoryEffect, sentenceImposed, warnings } = result;
	const apart = termsApart(result) ? ', without the consecutive terms' : '';
	const isPierced = warnings.some(({ code }) => code === 'substantial-assistance-range');
	const without = isPierced ? ', without the statutory minimum' : '';
	const provisions = statutoryEffect.provisions.join(', ');
	const differs = !result.guidelineSentence && rangeText(tableRange) !== rangeText(guidelineRange);
	const label = tableRangeLabel;
	return [
		...setTermStatement(result),
		...(differs ? [{ label, text: `${rangeInMonths(tableRange)}, before the statutory limits (${provisions})` }] : []),
		...floorStatement(result),
		...ceilingStatement(result),
		...underCounts(severalCountsStatements(result), result),
		...inAllStatement(result),
		...(sentenceImposed
			? [
					{
						label: 'Sentence',
						text: `${monthsText(sentenceImposed.months)}: ${positionText(result)}${apart}${without}${withTermsText(result, sentenceImposed.months)}`,
					},
				]
			: []),
	];
}

/** What sets the guideline sentence where no offense level does: the last step of the calculation. */
const setTermStatement = ({ guidelineSentence, steps }: Result): Statement[] =>
	guidelineSentence === undefined
		? []
		: [{ label: 'Set by', text: `${steps.at(-1)?.provision}: ${steps.at(-1)?.description}` }];

/** The first of them begins a row of its own where no ceiling stands above. */
const underCounts = (statements: Statement[], { ceiling }: Result): Statement[] =>
	statements.map((one, index) => (index === 0 && ceiling === undefined ? { ...one, label: 'Counts' } : one));

function floorStatement({ floor, statutoryEffect, criminalHistoryCategory, fastTrack }: Result): Statement[] {
	if (!floor) return [];
	const parts = [
		...atLevel('is the guideline sentence at or below', floor.becomesGuidelineSentenceAtOrBelowLevel),
		...atLevel('has no effect at or above', floor.noEffectAtOrAboveLevel),
	];
	const minimum = `the ${termText(floor.minimumMonths)} minimum ${minimumWords[statutoryEffect.minimum]}.`;
	const never = fastTrack.available ? 'No fast-track reduction goes below it.' : '';
	const words = [minimum, inCategory(criminalHistoryCategory, parts), never].filter((part) => part !== '');
	return [{ label: 'Floor', text: words.join(' ') }];
}

function ceilingStatement({ ceiling, statutoryEffect, criminalHistoryCategory }: Result): Statement[] {
	if (!ceiling) return [];
	const parts = [
		...atLevel('has no effect at or below', ceiling.noEffectAtOrBelowLevel),
		...atLevel('is the guideline sentence at or above', ceiling.becomesGuidelineSentenceAtOrAboveLevel),
	];
	const words = `the ${termText(ceiling.maximumMonths)} maximum ${maximumWords[statutoryEffect.maximum]}. ${inCategory(criminalHistoryCategory, parts)}`;
	return [{ label: 'Ceiling', text: words.trim() }];
}

const atLevel = (does: string, level: number | null): string[] => (level === null ? [] : [`it ${does} level ${level}`]);

const inCategory = (category: string, parts: string[]): string =>
	parts.length === 0 ? '' : `In category ${category} ${parts.join(', and ')}.`;

/** Whether a fast-track reduction bears on the case: after the sentence it does only where it was counted. */
export const bearsFastTrack = ({ fastTrack, reduction, guidelineSentence }: Result): boolean =>
	guidelineSentence === undefined && (reduction === undefined || fastTrack.levels > 0);

export function fastTrackStatements(result: Result): Statement[] {
	const { fastTrack } = result;
	if (!bearsFastTrack(result)) return [];
	if (!fastTrack.available) return [{ label: 'Fast track', text: fastTrack.reason ?? 'not available' }];
	const kind =
		fastTrack.kind === 'departure'
			? `${fastTrack.provision}, a departure: the guideline range above does not change`
			: `${fastTrack.provision}, an adjustment that is part of the offense level`;
	const asked =
		fastTrack.levels === 0
			? ''
			: fastTrack.kind === 'departure'
				? ` Levels requested: ${fastTrack.levels}.`
				: ` Levels applied above: ${fastTrack.levels}.`;
	const cells = fastTrack.outcomes.map(({ levels, range }) => unbroken(`${levels}: ${rangeText(range)}`));
	const ofOthers = hasOtherTotal(result) ? ', for the other counts' : '';
	return [
		{ label: 'Fast track', text: fastTrack.explanation },
		{ label: '', text: `It requires a government motion (${kind}).${asked}` },
		{ label: '', text: `By number of levels${ofOthers}: ${cells.join(' · ')}` },
	];
}
