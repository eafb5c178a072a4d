import { longDate } from '../../case/dates.ts';
import { InputError } from '../../case/errors.ts';
import type { CaseDocument } from '../../case/schema.ts';
import { type ChosenEdition, provisionsOf } from '../../law/editions.ts';
import { isLower } from '../range/chapter-five.ts';
import type { Result } from '../result.ts';
import { factName } from '../steps/fact-names.ts';
import { unaddressedIn } from './as-stated.ts';
import { earlierCase } from './earlier-case.ts';
import { withoutFact } from './least-case.ts';
import type { Weighing } from './weighing.ts';

/**
 * What the Manual in force on the offense date makes of the case; or a fact that it lacks, which cannot make that range
 * the lower one; or why nothing is known of it.
 */
export type Earlier = { result: Result } | { missing: InputError } | { why: string };

/**
 * The case under `edition`, the Manual in force on the offense date. Throws InputError for a fact that it needs and
 * that could make its range the lower one, and for what the case states of that Manual where it cannot be right.
 */
export function earlierOf(weighing: Weighing, edition: ChosenEdition): Earlier {
	const { document, law, atSentencing } = weighing;
	const to = provisionsOf(law, edition.effectiveDate);
	const manuals = { from: provisionsOf(law, atSentencing.effectiveDate), to };
	const earlier = earlierCase(document, manuals);
	if ('why' in earlier) return earlier;
	const stated = document.underOffenseDateManual ?? {};
	try {
		const result = calculateEarlier(earlier.document, edition, weighing);
		const isById = Object.hasOwn(stated, 'enhancements');
		const why = result.chapterTwo && !isById ? unaddressedIn(result.chapterTwo, manuals) : undefined;
		return why === undefined ? { result } : { why };
	} catch (error) {
		if (!(error instanceof InputError)) throw error;
		const { code, path, message } = error;
		const field = path.split('/')[1] ?? '';
		if (Object.hasOwn(stated, field)) {
			throw new InputError(code, `/underOffenseDateManual${path}`, message);
		}
		if (path === '/base') return { why: 'nothing says which base offense level applies there' };
		if (code !== 'facts-missing')
			return { why: `it cannot be applied to the case unless ${factName(path, earlier.document)} changes` };
		const least = leastOf(earlier.document, error, edition, weighing);
		if (least !== undefined && !isLower(least.guidelineRange, weighing.later.guidelineRange)) {
			return { missing: error };
		}
		const why = `The Manual of ${longDate(edition.effectiveDate)}, in force on the offense date, needs this fact (${to['1B1.11'].exPostFacto})`;
		throw new InputError(code, path, `${message}. ${why}`);
	}
}

/** A third level of acceptance that the earlier Manual does not have, or not at this level, is as many levels as it has. */
function calculateEarlier(document: CaseDocument, edition: ChosenEdition, { calculateUnder, ...of }: Weighing): Result {
	try {
		return calculateUnder(document, edition);
	} catch (error) {
		const isStated = of.document.underOffenseDateManual?.acceptance !== undefined;
		if (!(error instanceof InputError) || error.code !== 'acceptance-not-available' || isStated) throw error;
		return calculateUnder({ ...document, acceptance: 'full' }, edition);
	}
}

/** The case without the facts of which one is missing, so that no range can be lower; undefined where that cannot be told. */
function leastOf(
	document: CaseDocument,
	missing: InputError,
	edition: ChosenEdition,
	weighing: Weighing,
): Result | undefined {
	const least = withoutFact(document, missing.path);
	if (least === undefined) return undefined;
	try {
		return calculateEarlier(least, edition, weighing);
	} catch (error) {
		if (!(error instanceof InputError)) throw error;
		return error.code === 'facts-missing' ? leastOf(least, error, edition, weighing) : undefined;
	}
}
