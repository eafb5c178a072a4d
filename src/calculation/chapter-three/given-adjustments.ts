// The adjustments that a case gives, each in its chapter.
import { chapterOf } from '../../case/provision.ts';
import type { CaseDocument } from '../../case/schema.ts';
import type { Provisions } from '../../law/schema.ts';
import type { Trace } from '../steps/trace.ts';
import { refuseOtherDirection } from './direction.ts';
import { addNamed, namedAdjustments } from './named-adjustments.ts';

/**
 * Chapters Two and Three, Parts A to C: beside what the case gives by name, what it gives in levels stands before it
 * where it is of Chapter Two or of Part A, as §1B1.1 orders them, and after it otherwise: a least level turns on that.
 * Throws InputError where levels go against their provision, where the edition has no adjustment of that name, where two exclude each other, or where a least
 * level turns on an adjustment whose place in that order the case does not say.
 */
export function applyAdjustments(trace: Trace, document: CaseDocument, provisions: Provisions): void {
	refuseOtherDirection(document, provisions);
	const named = namedAdjustments(document, provisions);
	const given = (document.adjustments ?? []).filter(({ provision }) => !isChapterFour(provision));
	const isEarlier = ({ provision }: Adjustment) => provision !== undefined && !isLater(provision);
	const earlier = named.length > 0 ? given.filter(isEarlier) : [];
	const add = (one: Adjustment) => addAdjustment(trace, one, provisions['1B1.1'].adjustments);
	for (const one of earlier) add(one);
	const unplaced = given
		.filter(({ provision }) => provision === undefined)
		.reduce((sum, { levels }) => sum + levels, 0);
	for (const one of named) addNamed(trace, one, unplaced);
	for (const one of given) if (!earlier.includes(one)) add(one);
}

/** Parts B to D of Chapter Three follow on Part A, where the least levels stand. */
const isLater = (provision: string): boolean => /^\s*(?:USSG|U\.S\.S\.G\.)?\s*§?\s*3[B-D]/i.test(provision);

/** Chapter Four adjustments come after acceptance, and so do not touch the level that §3E1.1(b) asks for. */
export function applyChapterFourAdjustments(trace: Trace, document: CaseDocument, provisions: Provisions): void {
	for (const adjustment of document.adjustments ?? []) {
		if (isChapterFour(adjustment.provision)) addAdjustment(trace, adjustment, provisions['1B1.1'].criminalHistory);
	}
}

const isChapterFour = (provision = ''): boolean => chapterOf(provision) === 4;

type Adjustment = NonNullable<CaseDocument['adjustments']>[number];

function addAdjustment(trace: Trace, { levels, provision, label }: Adjustment, otherwise: string): void {
	trace.add(provision ?? otherwise, label ?? 'adjustment, as given', levels);
}
