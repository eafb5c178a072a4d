// The Groups of counts beside the first (§3D1.2).
import { factMissing, InputError, reworded } from '../../case/errors.ts';
import type { CaseDocument } from '../../case/schema.ts';
import type { Guideline } from '../../law/guideline-schema.ts';
import { countsPriors } from '../../law/guidelines.ts';
import type { Provisions } from '../../law/schema.ts';
import { startGuideline } from '../chapter-two/by-reference.ts';
import { applyCharacteristics } from '../chapter-two/characteristics.ts';
import { newReadings } from '../steps/readings.ts';
import { newTrace } from '../steps/trace.ts';
import { addNamed, namedAdjustments } from './named-adjustments.ts';

/** Another Group of counts, with its adjusted offense level. */
export interface Group {
	label: string;
	/** Whether the case gives the label. */
	isNamed: boolean;
	offenseLevel: number;
	/** A count of the same harm as that of the case: one Group with it (§3D1.2); undefined where the case does not say. */
	isJoined: boolean | undefined;
	/** Said to be of another harm, although both guidelines are of one Part of Chapter Two that has the public as its victim. */
	isDoubtful: boolean;
	/** Where the case gives it. */
	path: string;
}

type Given = NonNullable<CaseDocument['otherGroups']>[number];
type Count = Extract<Given, { guideline: string }>;

/**
 * A Group as the case gives it: by its level, or by its guideline and facts. Throws InputError where the guideline is
 * not held, or where its counts are grouped by adding quantities up.
 */
export function groupOf(given: Given, index: number, document: CaseDocument, provisions: Provisions): Group {
	const isNamed = given.label !== undefined;
	const path = `/otherGroups/${index}`;
	if ('offenseLevel' in given) {
		const label = given.label ?? 'another Group';
		return { label, isNamed, offenseLevel: given.offenseLevel, isJoined: false, isDoubtful: false, path };
	}
	const guideline = provisions.guideline(given.guideline);
	if (guideline === undefined || countsPriors(guideline)) throw notWorkedOut(given.guideline, guideline, path);
	refuseAddedUp(path, document, guideline);
	const label = given.label ?? `the count under ${guideline.provision}`;
	const isDoubtful = given.sameHarm === false && [given.guideline, document.guideline].every(isOfImmigration);
	const offenseLevel = levelOf(given, path, guideline, provisions);
	return { label, isNamed, offenseLevel, isJoined: given.sameHarm, isDoubtful, path };
}

/** Chapter Two, Part L. */
const isOfImmigration = (guideline: string | undefined): boolean => /^2L/.test(guideline ?? '');

function notWorkedOut(section: string, guideline: Guideline | undefined, path: string): InputError {
	const level = 'Give the adjusted offense level of the Group (offenseLevel)';
	const message = guideline
		? `§${section} can be worked out only as the guideline of the case itself. Make it the guideline of the case and put the other count here, or ${level}`
		: `§${section} is not held in this edition. G${level.slice(1)}`;
	return new InputError('guideline-not-held', `${path}/guideline`, message);
}

/** §3D1.2(d): counts of one guideline whose level turns on an amount are added up. */
function refuseAddedUp(path: string, document: CaseDocument, { provision, grouping }: Guideline): void {
	if (grouping.by !== 'aggregate' || document.guideline !== provision.slice(1)) return;
	throw new InputError(
		'counts-added-up',
		path,
		`counts under ${provision} are one Group, and their quantities are added (${grouping.citation.section})`,
		'Give the total in the facts of the main offense, and leave this count out',
	);
}

/** Of other counts the same harm decides, and is asked where the level turns on it. */
export const sameHarmMissing = ({ label, path }: Group, provisions: Provisions): InputError =>
	factMissing(`${path}/sameHarm`, {
		question: `Does ${label} involve substantially the same harm as the first count (§3D1.2)?`,
		problem:
			'It does if both counts are one act or one plan with the same victim (a, b). If the public is the victim, as in immigration and drug offenses, the interests harmed must be closely related. It also does if one count is conduct that the guideline of the other counts (c), or if both are of one general type with a level set by an amount (d)',
		remedy: `Give sameHarm. True puts the count in the Group of the first count; false adds it to the Units under ${provisions['3D1.4'].provision}`,
	});

/** The offense level of the count by itself, with the adjustments of Chapter Three that are its own. */
function levelOf(count: Count, path: string, guideline: Guideline, provisions: Provisions): number {
	const { base, offense, enhancements, chapterThree } = count;
	const document: CaseDocument = { guideline: count.guideline, base, offense, enhancements, chapterThree };
	const trace = newTrace();
	try {
		const counted = { document, provisions, readings: newReadings() };
		const found = startGuideline(trace, counted, guideline);
		applyCharacteristics(trace, counted, guideline, found);
		for (const one of namedAdjustments(document, provisions)) addNamed(trace, one, 0);
	} catch (error) {
		if (!(error instanceof InputError)) throw error;
		throw reworded(error, { path: path + error.path });
	}
	return trace.level;
}
