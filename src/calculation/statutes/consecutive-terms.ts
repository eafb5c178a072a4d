import { inMonths, longer, type Months, plusMonths } from '../../case/months.ts';
import type { Provisions } from '../../law/schema.ts';
import type { Warning } from '../warnings.ts';
import type { Row, StatuteOfConviction } from './row.ts';

/** What runs after the range: the least that the statutes require in all, in months, and where they leave a choice the most. */
export interface ConsecutiveTerm {
	leastMonths: Months;
	mostMonths: Months;
	provisions: string[];
}

/**
 * The terms that statutes of conviction add to the range. Terms that may run together with one another need at least
 * the longest of them. Undefined where no statute adds one.
 */
export function consecutiveTermOf(statutes: readonly StatuteOfConviction[]): ConsecutiveTerm | undefined {
	const added = statutes.filter(({ consecutive }) => consecutive);
	if (added.length === 0) return undefined;
	const together = added.filter(({ mayRunTogether }) => mayRunTogether !== undefined).map(termOf);
	const apart = added.filter(({ mayRunTogether }) => mayRunTogether === undefined).map(termOf);
	return {
		leastMonths: sumOf([...apart, ...(together.length === 0 ? [] : [together.reduce(longer)])]),
		mostMonths: sumOf([...apart, ...together]),
		provisions: [...new Set(added.map(({ provision }) => provision))],
	};
}

const termOf = ({ minimumMonths, maximumMonths }: StatuteOfConviction): Months => minimumMonths ?? maximumMonths;

const sumOf = (terms: readonly Months[]): Months => terms.reduce(plusMonths, 0);

/** What a reader must know where no other count stands beside one whose term runs after every other; `day` is that of the edition. */
export function soleConsecutiveWarning(
	{ id, provision, minimumMonths, maximumMonths }: Row,
	{ statutes }: Provisions,
	day: string,
): Warning {
	const guideline = statutes.consecutiveGuidelines.findLast(
		({ section, from }) => id.startsWith(section) && from <= day,
	);
	const term = inMonths(minimumMonths ?? maximumMonths);
	const excludes = guideline?.excludes === undefined ? '' : `, and ${guideline.excludes}`;
	const ofCount =
		guideline === undefined
			? `The statute itself sets the term of that count, ${minimumMonths === maximumMonths ? '' : 'at least '}${term}`
			: `The guideline sentence of that count is the term the statute requires, ${term} (${guideline.provision})${excludes}`;
	return {
		code: 'sole-consecutive-count',
		message: `THE RANGE SHOWN IS NOT THAT OF ${provision}, the only count named that the guidelines cover. ${ofCount}. The range could only be that of a further count. Name that count, or leave the range aside.`,
	};
}
