// Facts that contradict each other are rejected.
import { refuseCountedTwice } from './counted-twice.ts';
import { refuseTwoAnswers } from './criteria-checks.ts';
import { refuseImpossibleOrder } from './date-order.ts';
import { disagreement, shown } from './errors.ts';
import type { CaseDocument, GivenPrior } from './schema.ts';
import { circumstanceOf } from './statute-names.ts';
import { refuseOtherSupervision } from './supervision-checks.ts';

/** What no edition's law is needed to see about the facts of a case. Throws InputError naming the fact and the one it contradicts. */
export function refuseContradictoryFacts(document: CaseDocument): void {
	refuseContradictoryRole(document);
	refuseContradictoryDeath(document);
	refuseContradictoryPoints(document);
	refuseTwoAnswers(document);
	const priors = document.priors ?? [];
	refuseUnknownIds(priors);
	for (const [index, prior] of priors.entries()) refuseContradictoryPrior(prior, `/priors/${index}`);
	refuseImpossibleOrder(document);
	refuseCountedTwice(document);
}

/** The adjustments of Chapter Three that the case names for its other Groups. */
export const namedInOtherGroups = ({ otherGroups = [] }: CaseDocument): string[] =>
	otherGroups.flatMap((group) => ('chapterThree' in group ? (group.chapterThree ?? []) : []));

/** The adjustment for an aggravating role that the case takes, in any of its Groups, as it is given. */
export function aggravatingRole(document: CaseDocument): string | undefined {
	const isRole = (provision: string | undefined) => /3B1\.1(?!\d)/.test(provision ?? '');
	const inLevels = document.adjustments?.find(({ levels, provision }) => levels > 0 && isRole(provision));
	const named = [...(document.chapterThree ?? []), ...namedInOtherGroups(document)];
	return named.find(isRole) ?? inLevels?.provision;
}

/** An aggravating role that the case counts is not denied in the answers to the criteria. */
function refuseContradictoryRole(document: CaseDocument): void {
	const { safetyValve, zeroPointOffender } = document;
	const counted = aggravatingRole(document);
	if (counted === undefined) return;
	const denied =
		safetyValve?.leaderOrContinuingEnterprise === false
			? '/safetyValve/leaderOrContinuingEnterprise'
			: zeroPointOffender?.aggravatingRole === false
				? '/zeroPointOffender/aggravatingRole'
				: undefined;
	if (denied === undefined) return;
	throw disagreement(denied, `false contradicts ${shown(counted)}, which the case applies`);
}

/** A death that a count of conviction rests on is not denied in the answers to the criteria. */
function refuseContradictoryDeath({ statutes = [], safetyValve, zeroPointOffender }: CaseDocument): void {
	const denied =
		safetyValve?.deathOrSeriousInjury === false
			? 'safetyValve'
			: zeroPointOffender?.deathOrSeriousInjury === false
				? 'zeroPointOffender'
				: undefined;
	if (denied === undefined) return;
	const ofDeath = statutes.find((one) => circumstanceOf(one)?.startsWith('death'));
	if (ofDeath === undefined) return;
	throw disagreement(
		`/${denied}/deathOrSeriousInjury`,
		'false contradicts a count of conviction that rests on a death',
	);
}

/** The answers on criminal history fit the points. */
function refuseContradictoryPoints({ safetyValve, criminalHistoryPoints }: CaseDocument): void {
	if (safetyValve === undefined) return;
	const points = safetyValve.criminalHistoryPoints ?? criminalHistoryPoints;
	if (points === undefined) return;
	const { pointsFromOnePointOffenses: ofOne = 0, threePointOffense, twoPointViolentOffense } = safetyValve;
	const left = points - ofOne - (threePointOffense ? 3 : 0);
	const beside = ofOne === 0 ? '' : `, ${ofOne} of them from 1-point offenses`;
	const refuse = (key: string, words: string): never => {
		throw disagreement(
			`/safetyValve/${key}`,
			`${words} with ${points} points in all${key === 'pointsFromOnePointOffenses' ? '' : beside}`,
		);
	};
	if (ofOne > points) refuse('pointsFromOnePointOffenses', `${ofOne} points from 1-point offenses do not agree`);
	if (left < 0) refuse('threePointOffense', 'a 3-point offense does not agree');
	const words = `a 2-point offense${threePointOffense ? ' in addition to a 3-point offense' : ''} does not agree`;
	if (twoPointViolentOffense && left < 2) refuse('twoPointViolentOffense', words);
}

function refuseUnknownIds(priors: readonly GivenPrior[]): void {
	const ids = new Set(priors.map((prior) => prior.id));
	const seen = new Set<string | undefined>();
	for (const [index, prior] of priors.entries()) {
		if (prior.id !== undefined && seen.has(prior.id)) {
			throw disagreement(
				`/priors/${index}/id`,
				`${shown(prior.id)} is the id of two priors`,
				'give each prior its own id',
			);
		}
		seen.add(prior.id);
		for (const key of ['sameChargesAs', 'consecutiveTo'] as const) {
			const unknown = [prior[key] ?? []].flat().find((id) => id === prior.id || !ids.has(id));
			if (unknown !== undefined) {
				throw disagreement(
					`/priors/${index}/${key}`,
					`no other prior has the id ${shown(unknown)}`,
					'give the id of another prior',
				);
			}
		}
	}
}

function refuseContradictoryPrior(prior: GivenPrior, path: string): void {
	refuseOtherSupervision(prior, path);
	const { grade, neverCounted = [] } = prior;
	if (grade !== 'felony' || ![neverCounted].flat().includes('minor-offense')) return;
	throw disagreement(
		`${path}/neverCounted`,
		'"minor-offense" does not fit the grade felony, because a felony always counts (§4A1.2(c))',
	);
}
