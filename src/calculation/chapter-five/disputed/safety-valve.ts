// What the safety valve is worth: the statutory minimum lifted, and the decrease of the guideline where the edition has one.
import type { CaseDocument } from '../../../case/schema.ts';
import type { DisputedFact, Relief } from '../../../result/result.ts';
import { factsUsed, saysYes } from '../../chapter-two/offense-facts.ts';
import { criteriaFact } from '../../relief/decrease-of-criteria.ts';
import { type Disputed, outcomesOf, type Way } from './outcomes.ts';

/** The relief that the case has, and whether there is a statutory minimum to lift. */
interface Relieved {
	relief: Relief | undefined;
	hasMinimum: boolean;
}

/** The case with the criteria met and not met (18 U.S.C. § 3553(f), §5C1.2); undefined where nothing turns on them. */
export function safetyValveDisputed(disputed: Disputed, { relief, hasMinimum }: Relieved): DisputedFact | undefined {
	const { given, provisions } = disputed;
	const { inForce, provision } = provisions['5C1.2'];
	const held = given.guideline === undefined ? undefined : provisions.guideline(given.guideline);
	const facts = held === undefined ? [] : factsUsed(held, given.offense, provisions);
	const hasDecrease = facts.some(({ name }) => name === criteriaFact);
	const lifts = inForce && hasMinimum && relief?.kind !== 'substantial-assistance';
	if (!lifts && !hasDecrease) return undefined;
	const found = (isMet: boolean): CaseDocument => withCriteria(given, isMet, { lifts, hasDecrease });
	const isTaken = saysYes(given.offense?.[criteriaFact]);
	const isGranted = relief?.kind === 'safety-valve' && relief.granted;
	const isMet = (lifts ? isGranted : isTaken) && (hasDecrease ? isTaken : isGranted);
	const isNotMet = !isTaken && !isGranted;
	const met = [lifts ? ['the statutory minimum does not bind'] : [], hasDecrease ? ["the guideline's decrease"] : []];
	const ways: Way[] = [
		{ fact: 'criteria not met', other: found(false), asInCase: isNotMet },
		...(isMet || isNotMet ? [] : [{ fact: 'as given', other: given, asInCase: true }]),
		{ fact: `criteria met: ${met.flat().join(', and ')}`, other: found(true), asInCase: isMet },
	];
	const asGiven = isMet ? 'criteria met' : isNotMet ? 'criteria not met, or not addressed' : 'met in part';
	return { kind: 'safety-valve', subject: 'safety valve', provision, asGiven, ...outcomesOf(ways, disputed) };
}

function withCriteria(
	given: CaseDocument,
	isMet: boolean,
	{ lifts, hasDecrease }: { lifts: boolean; hasDecrease: boolean },
): CaseDocument {
	const { safetyValve: _, statutoryMinimumRelief: stated, ...rest } = given;
	const kept = stated === 'substantial-assistance' ? { statutoryMinimumRelief: stated } : {};
	return {
		...rest,
		...kept,
		...(lifts && isMet ? { statutoryMinimumRelief: 'safety-valve' as const } : {}),
		...(hasDecrease ? { offense: { ...given.offense, [criteriaFact]: isMet } } : {}),
	};
}
