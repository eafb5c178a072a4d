// One term on revocation that several sentences share.
import type { CaseDocument } from '../../case/schema.ts';
import type { Provisions } from '../../law/schema.ts';
import type { Readings } from '../steps/readings.ts';
import type { Prior, Revocation } from './facts.ts';
import type { CountsRevocation } from './points.ts';
import { scoreOf } from './score.ts';

const everyRevocation: CountsRevocation = () => true;

/**
 * One term given on the revocation of several sentences that are counted separately is added to the one where it
 * adds the most points (§4A1.2, comment. (n.11)). Such a term stands with each of them, on the same day and of the same length.
 */
export function sharedRevocations(
	groups: readonly (readonly Prior[])[],
	document: CaseDocument,
	provisions: Provisions,
	readings: Readings,
): CountsRevocation {
	if (!provisions['4A1.2'].revocationOfSeveral.inForce) return everyRevocation;
	if (!groups.some((group) => group.some(({ given }) => given.revocations !== undefined))) return everyRevocation;
	const holders = new Map<string, (readonly Prior[])[]>();
	for (const group of groups) {
		for (const key of new Set(group.flatMap(({ given }) => (given.revocations ?? []).map(keyOf)))) {
			holders.set(key, [...(holders.get(key) ?? []), group]);
		}
	}
	const shared = [...holders].filter(([, sharing]) => sharing.length > 1);
	if (shared.length === 0 || readings.other('shared-revocation')) return everyRevocation;
	const kept = new Map<string, readonly Prior[]>();
	const counts: CountsRevocation = (prior, revocation) =>
		kept.get(keyOf(revocation))?.some(({ path }) => path === prior.path) ?? true;
	const scoring = { document, provisions, countsRevocation: counts, readings };
	const scoreIn = (group: readonly Prior[]) => Math.max(...group.map((prior) => scoreOf([prior], scoring).points));
	for (const [key, sharing] of shared) {
		kept.set(key, []);
		const without = sharing.map(scoreIn);
		const gains = sharing.map((owner, index) => {
			kept.set(key, owner);
			return scoreIn(owner) - (without[index] as number);
		});
		kept.set(key, sharing[gains.indexOf(Math.max(...gains))] as readonly Prior[]);
	}
	return counts;
}

const keyOf = ({ on, term }: Revocation): string => `${on} ${term}`;
