// Acceptance of responsibility (§3E1.1).
import { longDate } from '../../case/dates.ts';
import { InputError } from '../../case/errors.ts';
import type { CaseDocument } from '../../case/schema.ts';
import type { Provisions } from '../../law/schema.ts';
import type { OpenQuestion } from '../../result/warning-codes.ts';
import type { CaseAndLaw } from '../steps/context.ts';
import type { Readings } from '../steps/readings.ts';
import type { Trace } from '../steps/trace.ts';

/** What lets the third level of §3E1.1(b) go by another level than that of Chapters Two and Three. */
interface OtherLevels {
	/** A level of Chapter Four that the case has in its place, and the question that this raises. */
	instead: { level: number; question: OpenQuestion } | undefined;
	/** A range of Chapter Four goes by the levels of acceptance alone, whatever the offense level. */
	anyLevel: boolean;
}

/**
 * Acceptance of responsibility (§3E1.1). The third level goes by the offense level "determined prior to the operation of
 * subsection (a)": where Chapter Four has its own, from which §3E1.1 is then taken off, by that one. Throws InputError where
 * the case claims a third level that the edition or the offense level does not allow.
 */
export function applyAcceptance(
	trace: Trace,
	{ document, provisions, readings }: CaseAndLaw,
	other: OtherLevels,
): void {
	const claimed = document.acceptance ?? 0;
	if (claimed === 0) return;
	const { decrease, additionalDecrease: additional } = provisions['3E1.1'];
	const bears = (level: number): boolean => additional.inForce && level >= additional.fromLevel;
	const instead = other.instead && bears(other.instead.level) ? other.instead : undefined;
	const isBorne = (): boolean =>
		bears(trace.level) || (instead !== undefined && claimed !== decrease.levels && !readings.other(instead.question));
	const most = decrease.levels + (additional.inForce && isBorne() ? additional.levels : 0);
	const mayBeLess = instead !== undefined || (additional.inForce && other.anyLevel);
	const levels = claimed === 'full' ? most : mayBeLess ? Math.min(claimed, most) : claimed;
	if (levels <= decrease.levels) {
		trace.add(decrease.provision, 'acceptance of responsibility', -levels);
		return;
	}
	if (!additional.inForce) {
		throw new InputError(
			'acceptance-not-available',
			'/acceptance',
			`this edition has no third level of acceptance (it begins ${longDate(additional.begins)})`,
			`Use ${decrease.levels} or "full"`,
		);
	}
	if (claimed !== 'full' && claimed !== decrease.levels + additional.levels) {
		throw new InputError(
			'acceptance-not-available',
			'/acceptance',
			`this edition has no ${levels}-level reduction: §3E1.1(b) takes off ${additional.levels} levels in addition to the ${decrease.levels} of §3E1.1(a). Use ${decrease.levels} or "full"`,
		);
	}
	if (levels > most) {
		throw new InputError(
			'acceptance-not-available',
			'/acceptance',
			`${levels} levels require an offense level of ${additional.fromLevel} or more before acceptance (§3E1.1(b)), but it is ${trace.level}`,
			`use ${decrease.levels} or "full"`,
		);
	}
	trace.add(additional.provision, 'acceptance of responsibility', -levels);
}

/**
 * The levels of acceptance by which a range of Chapter Four goes that has no offense level (§4B1.1(c)(3)): the third as the
 * case claims it, and by the other reading as it was `earned` at the level of Chapters Two and Three.
 */
export function acceptanceWithoutLevel(
	{ acceptance: claimed = 0 }: CaseDocument,
	{ '3E1.1': { decrease, additionalDecrease: additional } }: Provisions,
	earned: number,
	readings: Readings,
): number {
	const isClaimed = claimed !== 0 && claimed !== decrease.levels;
	if (!additional.inForce || !isClaimed || earned > decrease.levels) return earned;
	return readings.other('career-offender-third-level') ? earned : decrease.levels + additional.levels;
}
