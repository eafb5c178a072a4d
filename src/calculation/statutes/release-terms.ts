// Terms of supervised release that statutes set.
import type { Provisions } from '../../law/schema.ts';
import { isUnderExactly, type Row } from './row.ts';
import { isInForce } from './row-in-force.ts';

type Rules = Provisions['statutes'];
type ReleaseTerm = Rules['supervisedRelease'][number];

/** Whether a list of offenses takes in a count. */
export const isListed = (row: Row, offenses: ReleaseTerm['offenses'], { terrorism }: Rules): boolean =>
	isUnderExactly(row, offenses === 'terrorism' ? terrorism.statutes : offenses);

/** The longer term of supervised release that a statute allows for a count (18 U.S.C. § 3583(j), (k)), for an offense of `day`. */
export const longerReleaseOf = (row: Row, rules: Rules, day: string): ReleaseTerm | undefined =>
	rules.supervisedRelease.find(
		(term) =>
			isInForce(term, day) &&
			isListed(row, term.offenses, rules) &&
			(term.needs === undefined || row.facts[term.needs] === true),
	);

/** The least term of supervised release that a count requires, in months; undefined where it requires none. */
export function leastReleaseOf(row: Row, rules: Rules, day: string): number | undefined {
	const required = [row.supervisedReleaseMinimumMonths, longerReleaseOf(row, rules, day)?.minimumMonths].filter(
		(months) => months !== undefined,
	);
	return required.length === 0 ? undefined : Math.max(...required);
}
