// Chapter Four, Part B: who is a career offender or an armed career criminal, and at what level.
import { type Category, greaterCategory } from '../../case/category.ts';
import { disagreement } from '../../case/errors.ts';
import { namesSection } from '../../case/provision.ts';
import type { CaseDocument } from '../../case/schema.ts';
import type { Provisions } from '../../law/schema.ts';
import type { StatuteOfConviction } from '../../result/result.ts';
import type { OpenQuestion } from '../../result/warning-codes.ts';
import type { ScoredPrior } from '../criminal-history/points.ts';
import type { CaseAndLaw } from '../steps/context.ts';
import type { Readings } from '../steps/readings.ts';
import type { Trace } from '../steps/trace.ts';
import { type ArmedClaim, applyArmedCareer, armedClaimOf, levelOfArmed } from './armed-career-criminal.ts';
import { applyCareerOffender, type CareerClaim, careerClaimOf } from './career-offender.ts';
import type { PartB } from './part-b-found.ts';

/** Who the defendant is by Chapter Four, Part B: asked before acceptance, since the third level may go by its level. */
export interface PartBClaims {
	career: ReturnType<typeof careerClaimOf>;
	armed: ReturnType<typeof armedClaimOf>;
}

interface Grounds {
	scored: readonly ScoredPrior[] | undefined;
	statutes: readonly StatuteOfConviction[];
	readings: Readings;
}

export function partBClaims(
	document: CaseDocument,
	provisions: Provisions,
	{ scored, statutes, readings }: Grounds,
): PartBClaims {
	const claims = {
		career: careerClaimOf({ document, provisions, readings }, scored, statutes),
		armed: armedClaimOf(document, provisions, statutes),
	};
	if (isCareer(claims.career) || isArmed(claims.armed)) refuseAcceptanceInLevels(document, provisions);
	return claims;
}

/** Acceptance given in levels alone would come off the level of Chapters Two and Three, and not off that of Part B. */
function refuseAcceptanceInLevels({ adjustments = [] }: CaseDocument, { '3E1.1': rule }: Provisions): void {
	const index = adjustments.findIndex(({ provision = '' }) => namesSection(provision, rule.provision));
	if (index < 0) return;
	throw disagreement(
		`/adjustments/${index}`,
		`the case lists ${adjustments[index]?.provision} as an adjustment, but acceptance of responsibility also lowers the levels of Chapter Four, Part B`,
		'Enter it as acceptance instead',
	);
}

const isCareer = (claim: PartBClaims['career']): claim is CareerClaim => claim !== undefined && 'counts' in claim;
const isArmed = (claim: PartBClaims['armed']): claim is ArmedClaim => claim !== undefined && 'rule' in claim;

/** A level before acceptance that the defendant has in place of that of Chapters Two and Three, and the question that it raises. */
export interface LevelInstead {
	level: number;
	question: OpenQuestion;
}

/** The greatest level of Part B from which §3E1.1 is taken off as it is earned. */
export function levelInstead({ career, armed }: PartBClaims, provisions: Provisions): LevelInstead | undefined {
	const levels: LevelInstead[] = [];
	const isEarned = provisions['4B1.1'].acceptance.reduction === 'as-earned';
	if (isCareer(career) && career.ofTable && isEarned) {
		levels.push({ level: career.ofTable.level, question: 'career-offender-third-level' });
	}
	if (isArmed(armed) && armed.rule.acceptance.reduction === 'as-earned') {
		levels.push({ level: levelOfArmed(armed), question: 'armed-career-third-level' });
	}
	return levels.reduce<LevelInstead | undefined>(
		(most, one) => (most && most.level >= one.level ? most : one),
		undefined,
	);
}

/** Whether §4B1.1(c) has a range for the case, which goes by the levels of acceptance alone. */
export const hasFirearmRange = ({ career }: PartBClaims, { '4B1.1': { firearmRanges } }: Provisions): boolean =>
	firearmRanges !== undefined && isCareer(career) && career.counts.firearm.length > 0;

/** What the level has become before Part B, in levels. */
interface Beside {
	statutes: readonly StatuteOfConviction[];
	acceptance: number;
	/** Those by which the table of §4B1.1(c)(3) goes. */
	acceptanceOfTable: number;
	earlyDisposition: number;
}

/** Chapter Four, Part B: the steps of §§4B1.1 and 4B1.4, and what each makes of the case. */
export function applyPartB(
	trace: Trace,
	law: Pick<CaseAndLaw, 'provisions' | 'readings'>,
	claims: PartBClaims,
	beside: Beside,
): PartB {
	const { provisions, readings } = law;
	const { career: claimed, armed: armedClaimed } = claims;
	const otherwise = trace.level;
	const career = isCareer(claimed)
		? applyCareerOffender(trace, law, claimed, beside)
		: claimed && none(trace, claimed.provision, `career offender not applied: ${claimed.because}`);
	const isCareerLevel = trace.level > otherwise;
	const armed = isArmed(armedClaimed)
		? applyArmedCareer(trace, armedClaimed, { ...beside, isCareerLevel }, readings)
		: armedClaimed && none(trace, provisions['4B1.4'].provision, `not applied: it begins ${armedClaimed.begins}`);
	const found = [career, armed].filter((one) => one !== undefined);
	return {
		...(career ? { career } : {}),
		...(isCareer(claimed) && hasFirearmRange(claims, provisions)
			? { firearm: { ...claimed.counts, acceptance: beside.acceptanceOfTable, otherwise } }
			: {}),
		...(armed ? { armed } : {}),
		...(found.length === 0
			? {}
			: {
					least: {
						level: Math.max(...found.map(({ level }) => level)),
						takesEarlyDisposition: found.some((one) => one.takesEarlyDisposition),
					},
				}),
	};
}

function none(trace: Trace, provision: string, words: string): undefined {
	trace.add(provision, words, 0);
	return undefined;
}

/** The category of Part A, or the one that Part B puts in its place. */
export function categoryOfPartB(
	{ career, firearm, armed }: PartB,
	{ '4B1.1': { category: ofCareer } }: Provisions,
	ofPartA: Category,
	readings: Readings,
): Category {
	if (career) return ofCareer;
	if (!armed) return ofPartA;
	const isCareerCategory = firearm !== undefined && !readings.other('armed-career-category');
	return greaterCategory(isCareerCategory ? ofCareer : ofPartA, armed.category);
}

/** The category below which no argument over the points of Part A goes; undefined where none is set. */
export function leastCategoryOf({ career, armed }: PartB, { '4B1.1': rule }: Provisions): Category | undefined {
	return career ? rule.category : armed?.category;
}
