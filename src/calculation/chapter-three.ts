import { longDate } from '../case/dates.ts';
import { InputError, shown } from '../case/errors.ts';
import { chapterOf } from '../case/provision.ts';
import type { CaseDocument } from '../case/schema.ts';
import type { Provisions } from '../law/schema.ts';
import type { Trace } from './trace.ts';
import type { Warning } from './warnings.ts';

/** Chapters Two and Three, Parts A to D: the changes that the case gives by their own names. */
export function applyAdjustments(trace: Trace, document: CaseDocument, provisions: Provisions): void {
	for (const adjustment of document.adjustments ?? []) {
		if (!isChapterFour(adjustment.provision)) addAdjustment(trace, adjustment, provisions['1B1.1'].adjustments);
	}
}

/**
 * Chapter Three, Parts A to C, by the Manual's own designations: the edition knows the levels. Throws InputError
 * where the edition has no such adjustment, or two exclude each other.
 */
export function applyNamedAdjustments(trace: Trace, document: CaseDocument, provisions: Provisions): void {
	const named = document.chapterThree ?? [];
	if (named.length === 0) return;
	const { adjustments } = provisions['chapter-three'];
	const counted: typeof adjustments = [];
	for (const [index, id] of named.entries()) {
		const path = `/chapterThree/${index}`;
		const found = adjustments.find((adjustment) => adjustment.id === id);
		if (!found) {
			const known = adjustments.map((adjustment) => adjustment.id).join(', ');
			throw new InputError('no-such-adjustment', path, `${shown(id)} is not held in this edition; it has ${known}`);
		}
		const other = counted.find(
			({ excludes, id: counts }) => counts === id || (excludes && excludes === found.excludes),
		);
		if (other) {
			throw new InputError('excludes-another', path, `${shown(id)} cannot stand beside ${other.id}; keep one of them`);
		}
		counted.push(found);
		trace.add(found.id, found.description, found.levels);
	}
}

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
		throw new InputError(
			'acceptance-not-available',
			'/acceptance',
			`${levels} levels need an offense level of ${additional.fromLevel} or more before acceptance (§3E1.1(b)), and it is ${trace.level}; give ${decrease.levels} or "full"`,
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
