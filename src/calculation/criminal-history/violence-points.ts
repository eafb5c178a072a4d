// Points for crimes of violence inside a single sentence (§4A1.1).
import type { Provisions } from '../../law/schema.ts';
import type { Readings } from '../steps/readings.ts';
import { all, factOf, gradeOf, isOfAdult, kindsOf, type Prior } from './facts.ts';
import type { ScoredPrior } from './points.ts';

/** A crime of violence whose points stand with another sentence of its group scores a point of its own. */
export function addViolencePoints(scored: ScoredPrior[], provisions: Provisions, readings: Readings): void {
	const rule = provisions['4A1.1'].crimesOfViolence;
	if (!rule.inForce) return;
	const isViolent = (prior: Prior): boolean => isCrimeOfViolence(prior, rule, provisions, readings);
	let left = rule.most;
	for (const each of scored) {
		const others = (each.group ?? []).filter((other) => other !== each.prior);
		const isCandidate =
			left > 0 &&
			others.length > 0 &&
			!each.carries &&
			!each.beyondCap &&
			all([
				() => each.alone().points > 0,
				() => isViolent(each.prior),
				() => withOther(each.prior, others, rule, { isViolent, readings }),
			]);
		if (!isCandidate) continue;
		left--;
		Object.assign(each, {
			points: rule.points,
			provision: rule.provision,
			reason: `crime of violence that receives no other points: ${each.reason}`,
			violencePoint: true,
		});
	}
}

const isCrimeOfViolence = (
	prior: Prior,
	{ kinds }: ViolenceRule,
	provisions: Provisions,
	readings: Readings,
): boolean =>
	all([
		() => kindsOf(prior).some((kind) => kinds.includes(kind)),
		() => gradeOf(prior, provisions, readings) === 'felony',
		() => isOfAdult(prior, provisions),
	]);

type ViolenceRule = Extract<Provisions['4A1.1']['crimesOfViolence'], { inForce: true }>;

function withOther(
	prior: Prior,
	others: readonly Prior[],
	rule: ViolenceRule,
	{ isViolent, readings }: { isViolent: (prior: Prior) => boolean; readings: Readings },
): boolean {
	const violent = others.filter(isViolent);
	if (violent.length === 0) return !rule.otherMustBeViolent && !readings.other('violence-point-alone');
	if (!rule.notSameOccasion || violent.some((other) => !overlaps(prior, other))) return true;
	return readings.other('same-occasion');
}

function overlaps(a: Prior, b: Prior): boolean {
	const question = 'When was the offense committed?';
	const asked = { question, problem: 'It decides whether two crimes of violence were committed on one occasion' };
	const from = (prior: Prior) => factOf(prior, 'conductFrom', asked);
	const to = (prior: Prior) => prior.given.conductTo ?? from(prior);
	return from(a) <= to(b) && from(b) <= to(a);
}
