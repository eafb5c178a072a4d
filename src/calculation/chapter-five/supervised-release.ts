// Supervised release (§§5D1.1, 5D1.2).
import { compareMonths, longer, type Months, monthsInYear } from '../../case/months.ts';
import { offenseDayOf } from '../../case/offense-day.ts';
import type { CaseDocument } from '../../case/schema.ts';
import type { Provisions } from '../../law/schema.ts';
import type { Relief, SupervisedRelease } from '../../result/result.ts';
import { boundOfClass } from '../statutes/class-of-offense.ts';
import { consecutiveTermOf } from '../statutes/consecutive-terms.ts';
import type { Penalties } from '../statutes/penalties.ts';
import { type LongerRelease, longerRelease, longestRelease } from './longer-release.ts';

/** What supervised release turns on; `day` is that of the edition. */
export interface ReleaseGrounds {
	document: CaseDocument;
	provisions: Provisions;
	penalties: Penalties;
	relief: { relief?: Relief };
	day: string;
}

/** Undefined where the class of the offense is not known, or is one that the guideline does not cover. */
export function supervisedReleaseOf({
	document,
	provisions,
	penalties,
	relief: { relief },
	day,
}: ReleaseGrounds): SupervisedRelease | undefined {
	const { offenseClass, supervisedReleaseMinimumMonths: byStatute = 0 } = penalties;
	if (!offenseClass) return undefined;
	const term = provisions['5D1.2'].terms.find(({ classes }) => classes.includes(offenseClass.class));
	if (!term) return undefined;
	const granted = relief?.granted === true && byStatute !== 0 ? relief : undefined;
	const kept = penalties.safetyValve.releaseBeyond ?? 0;
	const isLifted = granted?.kind === 'safety-valve' && compareMonths(kept, byStatute) < 0;
	const minimum = isLifted ? kept : byStatute;
	const { statuteMayAllowMore } = provisions['5D1.2'];
	const longer = longerRelease(penalties.rows, provisions, offenseDayOf(document) ?? day);
	const { recommendedBy } = longer;
	return {
		offenseClass: offenseClass.class,
		classProvision: offenseClass.provision,
		...orderOf(document, provisions['5D1.1'], minimum, {
			least: leastImprisonment(document, penalties),
			isAlwaysWithin: isAlwaysWithin(penalties, provisions),
		}),
		term: withLongerTerm(termOf(provisions['5D1.2'], term, minimum), longer, provisions['5D1.2']),
		...(recommendedBy === undefined
			? {}
			: {
					recommended: {
						months: longestRelease(longer, term.maximumYears * monthsInYear),
						provision: recommendedBy,
					},
				}),
		...(minimum !== 0 && statuteMayAllowMore !== undefined && longer.authorizedBy === undefined
			? { statuteMayAllowMore }
			: {}),
		...(isLifted ? { relievedOfMonths: byStatute } : {}),
		...(granted?.kind === 'substantial-assistance'
			? { mayGoBelow: { minimumMonths: byStatute, provision: granted.provision } }
			: {}),
	};
}

type Order = Pick<SupervisedRelease, 'order' | 'provision' | 'requiredAboveMonths' | 'deportableProvision'>;

function orderOf(
	document: CaseDocument,
	rule: Provisions['5D1.1'],
	minimum: Months,
	imprisonment: { least: Months; isAlwaysWithin: (months: number) => boolean },
): Order {
	if (minimum !== 0) return { order: 'shall', provision: rule.requiredByStatute };
	if (rule.deportable && document.deportable === true) {
		return { order: 'ordinarily-not', provision: rule.deportable.provision };
	}
	const asks =
		rule.deportable && document.deportable === undefined ? { deportableProvision: rule.deportable.provision } : {};
	const { requiredAfter, otherwise } = rule;
	if (!requiredAfter) return { ...otherwise, ...asks };
	const { moreThanMonths, provision } = requiredAfter;
	if (compareMonths(imprisonment.least, moreThanMonths) > 0) return { order: 'shall', provision, ...asks };
	const isKnown = document.sentenceImposedMonths !== undefined;
	if (isKnown || imprisonment.isAlwaysWithin(moreThanMonths)) return { ...otherwise, ...asks };
	return { order: 'shall-above-one-year', provision, requiredAboveMonths: moreThanMonths, ...asks };
}

/** The longest term on one count or another that is known: the sentence or the minimum that binds, and a consecutive term. */
function leastImprisonment(document: CaseDocument, { limits, statutes }: Penalties): Months {
	const least = document.sentenceImposedMonths ?? limits.minimum ?? 0;
	return longer(least, consecutiveTermOf(statutes)?.leastMonths ?? 0);
}

/**
 * Whether no sentence can exceed so many months: by the statutory maximum, or where none is given by what the class of
 * each count allows.
 */
function isAlwaysWithin({ limits, offenseClass, counts = 1 }: Penalties, provisions: Provisions) {
	const bound = boundOfClass(offenseClass?.class, provisions['offense-class']);
	return (months: number): boolean => {
		if (limits.maximum !== undefined) return compareMonths(limits.maximum, months) <= 0;
		return bound !== undefined && counts * (bound - 1) <= months;
	};
}

/** The term of the class; a longer statutory minimum takes its place, at both ends where it exceeds both (§5D1.2, n.6). */
function termOf(
	rule: Provisions['5D1.2'],
	byClass: Provisions['5D1.2']['terms'][number],
	minimum: Months,
): SupervisedRelease['term'] {
	const required = minimum !== 0 && rule.whereStatuteRequires;
	const { minimumYears, maximumYears, provision } = required || byClass;
	const [low, high] = [minimumYears * monthsInYear, maximumYears * monthsInYear];
	return {
		minimumMonths: longer(low, minimum),
		maximumMonths: longer(high, minimum),
		provision:
			compareMonths(minimum, low) > 0 && !provision.startsWith(rule.statutoryMinimum)
				? `${provision}, ${rule.statutoryMinimum}`
				: provision,
	};
}

/** The same, up to life where a statute authorizes that and the Manual takes it up, or leaves the most to the statute. */
function withLongerTerm(
	term: SupervisedRelease['term'],
	{ authorizedBy, upToLife }: LongerRelease,
	{ statuteMayAllowMore }: Provisions['5D1.2'],
): SupervisedRelease['term'] {
	if (authorizedBy === undefined) return term;
	if (upToLife !== undefined) return { ...term, maximumMonths: 'life', provision: `${term.provision}, ${upToLife}` };
	if (statuteMayAllowMore === undefined) return term;
	return { ...term, maximumMonths: 'life', provision: `${term.provision}, ${authorizedBy}` };
}
