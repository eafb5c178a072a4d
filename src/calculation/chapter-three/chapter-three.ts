import { longDate } from '../../case/dates.ts';
import { InputError } from '../../case/errors.ts';
import { chapterOf } from '../../case/provision.ts';
import type { CaseDocument } from '../../case/schema.ts';
import type { Provisions } from '../../law/schema.ts';
import { levelForThird } from '../chapter-four/career-offender.ts';
import type { Trace } from '../steps/trace.ts';
import type { Warning } from '../warnings.ts';
import { addNamed, namedAdjustments } from './named-adjustments.ts';

/**
 * Chapters Two and Three, Parts A to C: beside what the case gives by name, what it gives in levels stands before it
 * where it is of Chapter Two or of Part A, as §1B1.1 orders them, and after it otherwise: a least level turns on that.
 * Throws InputError where the edition has no adjustment of that name, where two exclude each other, or where a least
 * level turns on an adjustment whose place in that order the case does not say.
 */
export function applyAdjustments(trace: Trace, document: CaseDocument, provisions: Provisions): void {
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
const isLater = (provision: string): boolean => /^\s*(?:USSG|U\.S\.S\.G\.)?\s*§?\s*3[B-D]/.test(provision);

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

/**
 * Acceptance of responsibility (§3E1.1). Throws InputError where the case claims a third level that the
 * edition or the offense level does not allow.
 */
export function applyAcceptance(trace: Trace, document: CaseDocument, provisions: Provisions): Warning[] {
	const claimed = document.acceptance ?? 0;
	if (claimed === 0) return [];
	const { decrease, additionalDecrease: additional } = provisions['3E1.1'];
	const most = decrease.levels + (additional.inForce ? additional.levels : 0);
	const allowed = additional.inForce && trace.level >= additional.fromLevel;
	const levels = claimed === 'full' ? (allowed ? most : decrease.levels) : claimed;
	if (levels <= decrease.levels) {
		trace.add(decrease.provision, 'acceptance of responsibility', -levels);
		return [];
	}
	if (!additional.inForce) {
		throw new InputError(
			'acceptance-not-available',
			'/acceptance',
			`${levels} levels are not to be had in this edition: the third level begins ${longDate(additional.begins)}; give ${decrease.levels} or "full"`,
		);
	}
	if (!allowed) {
		const ofCareer = document.careerOffender && levelForThird(document, provisions);
		const open = ofCareer
			? `. For a career offender it is open whether the level asked for is that one or the ${ofCareer} of §4B1.1; "full" gives the range for both`
			: '';
		throw new InputError(
			'acceptance-not-available',
			'/acceptance',
			`${levels} levels need an offense level of ${additional.fromLevel} or more before acceptance (§3E1.1(b)), and it is ${trace.level}; give ${decrease.levels} or "full"${open}`,
		);
	}
	trace.add(additional.provision, 'acceptance of responsibility', -levels);
	if (claimed !== 'full' || !additional.needsGovernmentMotion) return [];
	return [
		{
			code: 'acceptance-motion-assumed',
			message: `"full" counts the third level of §3E1.1(b), which in this edition takes the government's motion; without it the offense level is ${additional.levels} higher`,
		},
	];
}
