import { InputError } from '../../case/errors.ts';
import type { CaseDocument } from '../../case/schema.ts';
import type { Guideline } from '../../law/guideline-schema.ts';
import type { Provisions } from '../../law/schema.ts';
import { applyBase, applyCharacteristics } from '../chapter-two/guideline.ts';
import { newTrace } from '../steps/trace.ts';
import { addNamed, namedAdjustments } from './named-adjustments.ts';

/** Another Group of counts, with its adjusted offense level. */
export interface Group {
	label: string;
	/** Whether the case gives the label. */
	isNamed: boolean;
	offenseLevel: number;
	/** A count of the same harm as that of the case: one Group with it (§3D1.2). */
	isJoined: boolean;
}

type Given = NonNullable<CaseDocument['otherGroups']>[number];
type Count = Extract<Given, { guideline: string }>;

/**
 * A Group as the case gives it: by its level, or by its guideline and facts. Throws InputError where the guideline is
 * not held, where its counts are grouped by adding quantities up, or where the case does not say whether it is one harm.
 */
export function groupOf(given: Given, index: number, document: CaseDocument, provisions: Provisions): Group {
	const isNamed = given.label !== undefined;
	if ('offenseLevel' in given) {
		return { label: given.label ?? 'another Group', isNamed, offenseLevel: given.offenseLevel, isJoined: false };
	}
	const path = `/otherGroups/${index}`;
	const guideline = provisions.guideline(given.guideline);
	if (guideline === undefined) {
		throw new InputError(
			'guideline-not-held',
			`${path}/guideline`,
			`§${given.guideline} is not held in this edition. Give the adjusted offense level of the Group as offenseLevel`,
		);
	}
	const isJoined = isSameGroup(given, path, document, guideline, provisions);
	const label = given.label ?? `the count under ${guideline.provision}`;
	return { label, isNamed, offenseLevel: levelOf(given, path, guideline, provisions), isJoined };
}

/** §3D1.2: counts whose level turns on an amount are added up; of others the same harm decides, and is asked. */
function isSameGroup(
	{ sameHarm }: Count,
	path: string,
	document: CaseDocument,
	guideline: Guideline,
	provisions: Provisions,
): boolean {
	const { by, citation } = guideline.grouping;
	if (by === 'aggregate' && document.guideline === guideline.provision.slice(1)) {
		throw new InputError(
			'counts-added-up',
			path,
			`counts under ${guideline.provision} are one Group, and their numbers are added up (${citation.section}). State the total in offense, and leave this count out`,
		);
	}
	if (sameHarm !== undefined) return sameHarm;
	throw new InputError(
		'facts-missing',
		`${path}/sameHarm`,
		`is the count under ${guideline.provision} of substantially the same harm as the first one: the same victim and the same act or plan, or conduct that the other guideline counts (§3D1.2(a) to (c))? Give sameHarm: a count of the same harm joins its Group, another adds to the Units of ${provisions['3D1.4'].provision}`,
	);
}

/** The offense level of the count by itself, with the adjustments of Chapter Three that are its own. */
function levelOf(count: Count, path: string, guideline: Guideline, provisions: Provisions): number {
	const { base, offense, enhancements, chapterThree } = count;
	const document: CaseDocument = { guideline: count.guideline, base, offense, enhancements, chapterThree };
	const trace = newTrace();
	try {
		applyCharacteristics(trace, document, guideline, provisions, applyBase(trace, document, guideline, provisions));
		for (const one of namedAdjustments(document, provisions)) addNamed(trace, one, 0);
	} catch (error) {
		if (!(error instanceof InputError)) throw error;
		throw new InputError(error.code, path + error.path, error.message);
	}
	return trace.level;
}
