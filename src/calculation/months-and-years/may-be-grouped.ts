// Which priors may be one sentence by what a case tells.
import { firstDayOf, lastDayOf } from '../../case/dates.ts';
import type { CaseDocument, GivenPrior } from '../../case/schema.ts';

/**
 * Whether two priors, by their places, may be treated as one (§4A1.2(a)(2)), each with the other or through further ones:
 * charged together, or sentenced on days that can be the same. Asked of one alone, whether with any other.
 */
export function mayBeGrouped({ priors = [] }: CaseDocument): (a: number, b?: number) => boolean {
	const groupOf = priors.map((_, index) => index);
	for (const [a, one] of priors.entries()) {
		for (const [b, other] of priors.entries()) {
			if (a < b && mayBeOne(one, other, [a, b])) join(groupOf, a, b);
		}
	}
	return (a, b) => groupOf.some((group, index) => group === groupOf[a] && index !== a && (b ?? index) === index);
}

function join(groupOf: number[], a: number, b: number): void {
	const [kept, joined] = [groupOf[a], groupOf[b]] as [number, number];
	for (const [index, group] of groupOf.entries()) if (group === joined) groupOf[index] = kept;
}

function mayBeOne(one: GivenPrior, other: GivenPrior, [a, b]: [number, number]): boolean {
	const names = (prior: GivenPrior, id: string) => [prior.sameChargesAs ?? []].flat().includes(id);
	if (names(one, other.id ?? String(b + 1)) || names(other, one.id ?? String(a + 1))) return true;
	if (one.sentencedOn === undefined || other.sentencedOn === undefined) return true;
	return (
		firstDayOf(one.sentencedOn) <= lastDayOf(other.sentencedOn) &&
		firstDayOf(other.sentencedOn) <= lastDayOf(one.sentencedOn)
	);
}
