import type { Category } from '../../case/category.ts';
import { isDate, longDate } from '../../case/dates.ts';
import { InputError, shown } from '../../case/errors.ts';
import type { CaseDocument } from '../../case/schema.ts';
import { type ChosenEdition, editionNamed, editionOn, provisionsOf } from '../../law/editions.ts';
import type { Law } from '../../law/schema.ts';
import { givenEnhancement } from '../chapter-two/chapter-two.ts';
import { isLower, type Range } from '../range/chapter-five.ts';
import type { TotalRange } from '../range/total-range.ts';
import { wholeRange } from '../range/whole-range.ts';
import type { Result } from '../result.ts';
import { offenseDayOf } from '../statutes/statutes.ts';
import { withNamedEdition } from './named-edition.ts';

/** The two editions that §1B1.11 weighs, and why one of them was used. */
export interface EditionChoice {
	provision: string;
	reason: string;
	considered: {
		effectiveDate: string;
		inForceOn: 'offense date' | 'sentencing date';
		offenseLevel: number;
		criminalHistoryCategory: Category;
		guidelineRange: Range;
		/** There where the edition sets one range for all counts. */
		totalRange?: TotalRange;
	}[];
}

type CalculateUnder = (edition: ChosenEdition) => Result;

/**
 * The result under the edition that the case names; or under the one in force at sentencing, unless its range is
 * higher than that of the edition in force when the offense was committed (§1B1.11; Peugh v. United States).
 */
export function chooseEdition(
	document: CaseDocument,
	law: Law,
	today: string | undefined,
	calculateUnder: CalculateUnder,
): Result {
	const { edition, offenseDate } = document;
	const atOffense =
		offenseDate === undefined ? undefined : editionOfOffense(law, offenseDayOf(document) ?? offenseDate);
	if (edition !== undefined) return withNamedEdition(calculateUnder(editionNamed(law, edition)), document, law);
	const atSentencing = editionAtSentencing(document, law, today);
	const later = calculateUnder(atSentencing);
	if (!atOffense || atOffense.effectiveDate === atSentencing.effectiveDate) return later;
	const [changed] = changedEnhancements(document, law, atSentencing, atOffense);
	if (changed !== undefined) return notCompared(later, atOffense, `${changed.id} means something else there`);
	try {
		return lowerOf(later, calculateUnder(atOffense), law);
	} catch (error) {
		if (!(error instanceof InputError)) throw error;
		return notCompared(later, atOffense, `${error.path} ${error.message}`);
	}
}

/** An id of §2L1.2 that the case gives, and what it stands for in two editions. */
export interface ChangedEnhancement {
	id: string;
	before: string;
	after: string;
}

/**
 * The enhancements of the case whose ids stand for something else in another edition: `(b)(1)(A)` is 16 levels
 * in 2012 and 4 in 2018. Such a case cannot be carried from one edition to the other by its ids.
 */
export function changedEnhancements(
	document: CaseDocument,
	law: Law,
	from: ChosenEdition,
	to: ChosenEdition,
): ChangedEnhancement[] {
	const meaning = ({ effectiveDate }: ChosenEdition, id: string): string | undefined =>
		provisionsOf(law, effectiveDate)['2L1.2'].characteristics.find((candidate) => candidate.id === id)?.description;
	return (document.enhancements ?? []).flatMap((given) => {
		const { id } = givenEnhancement(given);
		const [before, after] = [meaning(from, id), meaning(to, id)];
		return before === undefined || after === undefined || before === after ? [] : [{ id, before, after }];
	});
}

function editionOfOffense(law: Law, offenseDate: string): ChosenEdition {
	return editionOn(law, offenseDate, 'in force on the offense date', '/offenseDate');
}

/** Without a sentencing date, today stands for it where the caller says what day that is. */
function editionAtSentencing({ sentencingDate }: CaseDocument, law: Law, today: string | undefined): ChosenEdition {
	if (sentencingDate !== undefined) {
		return editionOn(law, sentencingDate, 'in force on the sentencing date', '/sentencingDate');
	}
	if (today !== undefined && !isDate(today)) {
		throw new InputError(
			'invalid-value',
			'/today',
			`${shown(today)} is not possible here; give a date that exists, as YYYY-MM-DD`,
		);
	}
	if (today !== undefined) return editionOn(law, today, 'in force today', '/edition');
	throw new InputError(
		'edition-missing',
		'/edition',
		'missing; give an edition ("2012" or "2012-11-01"), or a sentencingDate to use the one in force that day',
	);
}

function lowerOf(later: Result, earlier: Result, law: Law): Result {
	const rule = provisionsOf(law, later.edition.effectiveDate)['1B1.11'];
	const higher = isLower(wholeRange(earlier), wholeRange(later));
	const used = higher ? earlier : later;
	const reason = higher
		? `the edition in force at sentencing gives a higher range than the one in force when the offense was committed (${longDate(earlier.edition.effectiveDate)}), so the earlier is used, whole`
		: `the edition in force at sentencing gives no higher range than the one in force when the offense was committed (${longDate(earlier.edition.effectiveDate)}), so it is used`;
	const editionChoice: EditionChoice = {
		provision: higher ? rule.exPostFacto : rule.provision,
		reason,
		considered: [considered(earlier, 'offense date'), considered(later, 'sentencing date')],
	};
	const { edition, ...rest } = used;
	const { id, caption } = used;
	return {
		...(id === undefined ? {} : { id }),
		...(caption === undefined ? {} : { caption }),
		edition,
		editionChoice,
		...rest,
	};
}

function considered(result: Result, inForceOn: EditionChoice['considered'][number]['inForceOn']) {
	return {
		effectiveDate: result.edition.effectiveDate,
		inForceOn,
		offenseLevel: result.offenseLevel.total,
		criminalHistoryCategory: result.criminalHistoryCategory,
		guidelineRange: result.guidelineRange,
		...(result.totalRange === undefined ? {} : { totalRange: result.totalRange }),
	};
}

function notCompared(later: Result, atOffense: ChosenEdition, why: string): Result {
	const message = `the edition in force on the offense date (${longDate(atOffense.effectiveDate)}) could not be compared, as §1B1.11(b) asks: ${why}`;
	return { ...later, warnings: [...later.warnings, { code: 'editions-not-compared', message }] };
}
