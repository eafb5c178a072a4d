// A statutory minimum above the maximum is rejected.
import { InputError } from '../../case/errors.ts';
import { compareMonths, inMonths } from '../../case/months.ts';
import type { StatutoryLimits } from '../range/guideline-range.ts';
import type { Row } from './row.ts';
import { provisionsIn } from './row.ts';

/**
 * A statutory minimum that the case states, above the maximum of the counts of conviction, in months. (A maximum that
 * the case states must be theirs, and two limits that it states are compared when it is read.) Throws InputError
 * naming where each of the two comes from.
 */
export function refuseMinimumAboveMaximum({ minimum, maximum }: StatutoryLimits, counts: readonly Row[]): void {
	if (minimum === undefined || maximum === undefined || compareMonths(minimum, maximum) <= 0) return;
	const sections = provisionsIn(counts);
	const together = counts.length > 1 ? `${inMonths(maximum)} for all ${counts.length} counts` : inMonths(maximum);
	const message = `the minimum given, ${inMonths(minimum)}, is above the maximum under ${sections}, which is ${together}. Correct the minimum, the statutes or the date of the offense`;
	throw new InputError('minimum-above-maximum', '/statutoryMinimumMonths', message);
}
