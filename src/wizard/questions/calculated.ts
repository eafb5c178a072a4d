// The result of the answers, or why there is none.
import { calculate } from '../../calculation/calculate.ts';
import { InputError, shortened } from '../../case/errors.ts';
import { parseCase } from '../../case/parse.ts';
import type { Result } from '../../result/result.ts';
import type { CaseSoFar, Context } from './question.ts';

/** The result of a case as it stands, or why there is none. */
export function resultOf(
	document: CaseSoFar,
	{ law, today }: Pick<Context, 'law' | 'today'>,
	disputedFacts = false,
): Result | InputError {
	try {
		return calculate(parseCase(document), law, { today, disputedFacts });
	} catch (error) {
		return error instanceof InputError ? error : programFault(error);
	}
}

/** The same result with what each disputed fact is worth, where the case is one of drugs. */
export function withDisputedFacts(
	{ document, result }: { document: CaseSoFar; result: Result },
	context: Pick<Context, 'law' | 'today'>,
): Result {
	if (result.drugQuantity === undefined) return result;
	const found = resultOf(document, context, true);
	return found instanceof InputError ? result : found;
}

/** The code of what is no fault of the answers. */
const programFaultCode = 'program-fault';

export const isProgramFault = (error: unknown): error is InputError =>
	error instanceof InputError && error.code === programFaultCode;

/** A calculation that broke, told like an answer that does not fit: the conversation goes on, and nothing is lost. */
function programFault(error: unknown): InputError {
	const message = `a fault in the program stopped the calculation (${faultWords(error)}). Your answers are kept: change one, or type draft to finish later`;
	return new InputError(programFaultCode, '', message);
}

/** What broke, in a line. */
export const faultWords = (error: unknown): string =>
	shortened(onOneLine(error instanceof Error ? error.message : String(error)));

const onOneLine = (text: string): string => text.replace(/\s+/g, ' ');
