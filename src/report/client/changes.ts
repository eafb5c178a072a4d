// What could change the range, for the client.
import { isReentry } from '../../case/reentry.ts';
import type { CaseDocument } from '../../case/schema.ts';
import type { Range, Result } from '../../result/result.ts';
import { openQuestions } from '../../result/warning-codes.ts';
import type { Noted } from './noted.ts';
import { rangeForClient } from './words.ts';

/** What the client, the government or the judge may still change; points that are not settled by their number alone. */
export function changes({ given, result }: { given: CaseDocument; result: Result }, noted: Noted): string[] {
	const { offenseLevel, warnings, guidelineSentence, fastTrack, totalRange, guidelineRange, reduction } = result;
	const isSentencing = reduction === undefined && guidelineSentence === undefined;
	const shown = totalRange ?? guidelineRange;
	const open: ReadonlySet<string> = new Set(openQuestions);
	const unsettled = warnings.filter(({ code }) => open.has(code)).length;
	const others = warnings.length - unsettled;
	return [
		...(isSentencing && offenseLevel.acceptance === 0
			? ['If you accept responsibility for the offense, the range is often lower. It is not counted here.']
			: []),
		...(isSentencing && warnings.some(({ code }) => code === 'acceptance-motion-assumed')
			? ['One level depends on the government asking for it. If it does not ask, the range goes up.']
			: []),
		...(isSentencing && (isReentry(given) || fastTrack.levels > 0) ? fastTrackText(fastTrack, shown, noted) : []),
		'A mistake about a past case, a date or a fact can move the range. Tell your lawyer about anything that is wrong.',
		...(unsettled === 0
			? []
			: [
					`Lawyers and judges do not agree on ${unsettled === 1 ? 'one point' : `${unsettled} points`} in this case. ${unsettled === 1 ? 'It' : 'Each'} could move the range. Your lawyer has the list.`,
				]),
		...(others === 0 ? [] : ['Your lawyer also has a list of things to check before you rely on this range.']),
		'The judge will look at you as a person: your life, your family, your work, and what happened in this case.',
	];
}

function fastTrackText(fastTrack: Result['fastTrack'], shown: Range, noted: Noted): string[] {
	if (!fastTrack.available) return [];
	const isSame = ({ minimumMonths, maximumMonths }: Range) =>
		minimumMonths === shown.minimumMonths && maximumMonths === shown.maximumMonths;
	const outcomes = fastTrack.outcomes.map(({ levels, range, totalRange }) => ({ levels, range: totalRange ?? range }));
	const asked = outcomes.find(({ levels }) => levels === fastTrack.levels) ?? outcomes.at(-1);
	const what =
		'Some prosecutors offer a fast-track deal: you plead guilty early, and the government asks for less time.';
	const does =
		asked === undefined || isSame(asked.range)
			? 'Here it would not change the range.'
			: `With ${asked.levels} levels off, the range would be ${rangeForClient(asked.range)}.`;
	return [noted(`${what} It is up to the government. ${does}`, [fastTrack.provision])];
}
