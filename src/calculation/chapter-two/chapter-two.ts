// Chapter Two of a case: from the table of its guideline, or by the rules of §2L1.2.
import { disagreement, factMissing, InputError, shown } from '../../case/errors.ts';
import { isReentry } from '../../case/reentry.ts';
import type { CaseDocument } from '../../case/schema.ts';
import { key, said } from '../../case/wording.ts';
import type { Characteristic, Provisions } from '../../law/schema.ts';
import type { Trace } from '../steps/trace.ts';
import { applyBase, type GuidelineFound } from './guideline.ts';
import { findingsOf } from './illegal-reentry/findings.ts';
import type { Finding, ReentryFacts } from './illegal-reentry/illegal-reentry.ts';
import { unusedPriors } from './illegal-reentry/unused-priors.ts';

/**
 * The base offense level and the specific offense characteristics of the case's guideline (§1B1.1(a)(1), (2)): from its
 * table, or the level that the case gives where the guideline is not held. Undefined where no table was used.
 */
export function startChapterTwo(
	trace: Trace,
	document: CaseDocument,
	provisions: Provisions,
): GuidelineFound | undefined {
	if (isReentry(document)) {
		refuseUnusedFacts(document);
		return applyReentryBase(trace, document, provisions);
	}
	const guideline = document.guideline === undefined ? undefined : provisions.guideline(document.guideline);
	if (guideline) return applyBase(trace, document, guideline, provisions);
	if (document.guideline === undefined && document.baseOffenseLevel === undefined && !document.drugs) {
		trace.add(provisions['1B1.1'].baseOffenseLevel, 'no offense level is given, and none is needed', 0);
		return undefined;
	}
	refuseFactsWithoutTable(document);
	const provision =
		document.guideline === undefined ? provisions['1B1.1'].baseOffenseLevel : `§${document.guideline}(a)`;
	trace.add(provision, 'base offense level, as given', document.baseOffenseLevel as number);
	return undefined;
}

/** The levels of §2L1.2 come from the priors and removal orders of the case, or from its characteristics by id. */
function refuseUnusedFacts({ base, drugs, offense }: CaseDocument): void {
	const isOther = base !== undefined && base !== '(a)';
	const [path] = [
		isOther && '/base',
		drugs && '/drugs',
		offense && Object.keys(offense).length > 0 && '/offense',
	].filter(Boolean);
	if (path === undefined) return;
	const message = `§2L1.2 does not use ${path === '/base' ? 'that base offense level' : path === '/drugs' ? 'drugs' : 'facts by name'}. Leave it out, and give the priors and removal orders, or the enhancements by id`;
	throw new InputError('disagrees', path as string, message);
}

/** Without a table there is no level but the one given, and nothing to hold facts against. */
function refuseFactsWithoutTable({
	guideline,
	baseOffenseLevel,
	base,
	drugs,
	offense,
	enhancements = [],
}: CaseDocument): void {
	const named = guideline === undefined ? 'without a guideline' : `§${guideline} is not held in this edition, so`;
	const [path] = [
		baseOffenseLevel === undefined && '/guideline',
		base && '/base',
		drugs && '/drugs',
		offense && '/offense',
		enhancements.length > 0 && '/enhancements',
	].filter(Boolean);
	if (path === undefined) return;
	const what = baseOffenseLevel === undefined ? 'its base offense level is not held' : 'the program cannot use it';
	const remedy = said`Give ${key('baseOffenseLevel')}, and the rest of Chapter Two as adjustments`;
	throw new InputError('guideline-not-held', path as string, `${named} ${what}`, remedy);
}

/** The base offense level of §2L1.2 in the edition. */
function applyReentryBase(trace: Trace, document: CaseDocument, provisions: Provisions): undefined {
	const { baseOffenseLevel } = provisions['2L1.2'];
	if (document.baseOffenseLevel !== undefined && document.baseOffenseLevel !== baseOffenseLevel.levels) {
		throw disagreement(
			'/baseOffenseLevel',
			`${document.baseOffenseLevel} is not the base offense level of ${baseOffenseLevel.provision} in this edition, which is ${baseOffenseLevel.levels}`,
			'leave it out or correct it',
		);
	}
	trace.add(baseOffenseLevel.provision, 'base offense level', baseOffenseLevel.levels);
}

/** A characteristic that the case names or its facts bear out, in levels, with what it rests on in words. */
interface Claim {
	characteristic: Characteristic;
	levels: number;
	on: string;
	/** What the priors meet, and why the level is this one of two. */
	because: string;
}

/** Whether the characteristics of §2L1.2 are drawn from facts, and not only named. */
export function drawsFromFacts(document: CaseDocument): boolean {
	const { enhancements, priors, removalOrders, removals } = document;
	if (!isReentry(document)) return false;
	return removalOrders !== undefined || removals !== undefined || (enhancements === undefined && priors !== undefined);
}

/**
 * The specific offense characteristics of §2L1.2: the greatest increase within each group counts (§2L1.2(b)),
 * and the groups are added (§1B1.1, comment. (n.4(A))). Those that do not count stay as steps of 0 levels, and so do priors that raise nothing.
 */
export function applyReentryCharacteristics(trace: Trace, facts: ReentryFacts): void {
	const { document } = facts;
	if (!isReentry(document)) return;
	const { enhancements } = document;
	const drawn = drawsFromFacts(document) ? findingsOf(facts) : undefined;
	const given = enhancements?.map((each, index) => claimOf(each, index, facts.provisions, drawn));
	if (given && drawn) refuseOtherClaims(given, drawn.map(claimOfFinding));
	const claims = drawn?.map(claimOfFinding) ?? given ?? [];
	addClaims(trace, claims);
	if (!drawn) return;
	for (const { id, reason } of unusedPriors(facts, drawn)) {
		trace.add(`§${document.guideline}(b)`, `${id}: no enhancement, because ${reason}`, 0);
	}
}

function addClaims(trace: Trace, claims: readonly Claim[]): void {
	const counted = countedOf(claims);
	const isLesser = (claim: Claim) => counted.get(claim.characteristic.group) !== claim;
	for (const claim of claims) {
		const { id, description, group } = claim.characteristic;
		const alike = claims.filter(
			(each) => isLesser(each) && each.on !== '' && each.on === claim.on && each.characteristic.group === group,
		);
		if (isLesser(claim) && alike.length > 1) {
			if (claim === alike[0]) addLesser(trace, alike);
			continue;
		}
		const counts = counted.get(group) === claim;
		const why = counts
			? claim.levels === 0
				? ' (receives no criminal history points)'
				: ''
			: ' (not added: only the greatest in its group counts)';
		const because = counts ? claim.because : '';
		trace.add(`§2L1.2${id}`, description + claim.on + because + why, counts ? claim.levels : 0);
	}
}

/** What the same priors meet as well within a group, on one line. */
function addLesser(trace: Trace, claims: readonly Claim[]): void {
	const [first, ...others] = claims.map(({ characteristic }) => characteristic) as [
		Characteristic,
		...Characteristic[],
	];
	const ids = [first.id, ...others.map(({ id }) => id.replace(first.group, ''))].join(', ');
	trace.add(`§2L1.2${ids}`, `also met${claims[0]?.on} (not added: only the greatest in its group counts)`, 0);
}

function countedOf(claims: readonly Claim[]): Map<string, Claim> {
	const counted = new Map<string, Claim>();
	for (const claim of claims) {
		const best = counted.get(claim.characteristic.group);
		if (!best || claim.levels > best.levels) counted.set(claim.characteristic.group, claim);
	}
	return counted;
}

function claimOfFinding({ characteristic, levels, priors, matched }: Finding): Claim {
	const { levelsWithoutPoints } = characteristic;
	const lowered = levels === levelsWithoutPoints ? ', which receives no criminal history points' : '';
	const each = matched.map((words, index) => (priors.length === 1 ? words : `${priors[index]}: ${words}`));
	const met = each.length === 0 ? '' : ` (${each.join('; ')})`;
	return {
		characteristic,
		levels,
		on: priors.length === 0 ? '' : `: based on ${priors.join(', ')}${lowered}`,
		because: met + whyNotTheOther(characteristic, levels),
	};
}

/** In the editions where the level depends on criminal history points, why it is this one. */
function whyNotTheOther({ levels, levelsWithoutPoints }: Characteristic, counted: number): string {
	if (levelsWithoutPoints === undefined) return '';
	if (counted === levelsWithoutPoints) return `: ${counted} levels instead of ${levels}`;
	return `, which receives criminal history points: ${counted} levels, not ${levelsWithoutPoints}`;
}

/** Enhancements named beside the facts must come to the same increase. */
function refuseOtherClaims(given: readonly Claim[], drawn: readonly Claim[]): void {
	const sum = (claims: readonly Claim[]) =>
		[...countedOf(claims).values()].reduce((total, { levels }) => total + levels, 0);
	if (sum(given) === sum(drawn)) return;
	const ids = drawn.map(({ characteristic }) => characteristic.id).join(', ') || 'none';
	throw disagreement(
		'/enhancements',
		`the enhancements named add ${sum(given)} levels, but in this edition the facts give ${sum(drawn)} (${ids})`,
		'leave enhancements out or correct one of them',
	);
}

type GivenEnhancement = NonNullable<CaseDocument['enhancements']>[number];

/** A characteristic that the case names, by its id alone or with what is said of the points of its conviction. */
export const givenEnhancement = (given: GivenEnhancement): { id: string; receivesPoints?: boolean | undefined } =>
	typeof given === 'string' ? { id: given } : given;

function claimOf(
	given: GivenEnhancement,
	index: number,
	provisions: Provisions,
	drawn: readonly Finding[] = [],
): Claim {
	const { id, receivesPoints } = givenEnhancement(given);
	const { characteristics } = provisions['2L1.2'];
	const path = `/enhancements/${index}`;
	const characteristic = characteristics.find((candidate) => candidate.id === id);
	if (!characteristic) {
		const known = characteristics.map((candidate) => candidate.id).join(', ');
		throw new InputError(
			'no-such-enhancement',
			path,
			`${shown(id)} is not a characteristic of §2L1.2 in this edition. ${known ? `It has ${known}` : 'It has none'}`,
		);
	}
	const finding =
		receivesPoints === undefined ? drawn.find((each) => each.characteristic === characteristic) : undefined;
	return {
		characteristic,
		levels: finding?.levels ?? levelsOf(characteristic, receivesPoints, path),
		on: '',
		because: '',
	};
}

/** What the edition makes of a conviction's criminal history points: nothing, a lower increase, or none at all. */
function levelsOf(characteristic: Characteristic, receivesPoints: boolean | undefined, path: string): number {
	const { id, levels, levelsWithoutPoints = 0, points } = characteristic;
	if (points === 'irrelevant') return levels;
	if (points === 'lowers' && receivesPoints === undefined) {
		throw factMissing(`${path}/receivesPoints`, {
			question: `Does the conviction behind ${id} receive criminal history points?`,
			problem: `In this edition it adds ${levels} levels if so and ${levelsWithoutPoints} if not`,
			remedy: `give {"id": "${id}", "receivesPoints": true} or false`,
			values: { id },
		});
	}
	return receivesPoints === false ? levelsWithoutPoints : levels;
}
