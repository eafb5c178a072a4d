// What the count that was named brings of limits and relief.
import { InputError } from '../../case/errors.ts';
import { longer, type Months } from '../../case/months.ts';
import { penaltiesOf, rowsNamed } from './count-rows.ts';
import type { Context } from './question.ts';
import { namedOffense } from './statute-answer.ts';

/** Whether the statute that was named brings penalties, so that no minimum and no maximum is asked for. */
export function bringsPenalties({ answers, provisions }: Pick<Context, 'answers' | 'provisions'>): boolean {
	const named = namedOffense(answers['guideline']);
	return named !== undefined && rowsNamed(named.sections, provisions).ids.length > 0;
}

/** The highest minimum that the counts of the case bring; undefined where there is none, or it cannot be told yet. */
export function minimumOfCounts(context: Context): Months | undefined {
	const rows = penaltiesOf(context.known.statutes ?? [], context);
	if (rows instanceof InputError) return undefined;
	const all = rows.flatMap(({ minimumMonths }) =>
		minimumMonths === undefined || minimumMonths === 0 ? [] : [minimumMonths],
	);
	return all.length === 0 ? undefined : all.reduce(longer);
}

/** Whether the safety valve extends to a count of the case (18 U.S.C. § 3553(f)). */
export function allowsSafetyValve(context: Context): boolean {
	const rows = penaltiesOf(context.known.statutes ?? [], context);
	return !(rows instanceof InputError) && rows.some((row) => row.safetyValve === true);
}
