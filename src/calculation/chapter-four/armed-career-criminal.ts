// Armed career criminal (§4B1.4).
import { longDate } from '../../case/dates.ts';
import { disagreement } from '../../case/errors.ts';
import type { CaseDocument } from '../../case/schema.ts';
import { key, said } from '../../case/wording.ts';
import type { Provisions } from '../../law/schema.ts';
import type { StatuteOfConviction } from '../../result/result.ts';
import { isUnder } from '../statutes/row.ts';
import type { Readings } from '../steps/readings.ts';
import type { Trace } from '../steps/trace.ts';
import { lessAcceptance, withEarlyDisposition } from './career-offender.ts';
import type { ArmedCareer, LeastArmed } from './part-b-found.ts';

type Rule = Extract<Provisions['4B1.4'], { inForce: true }>;

/** An armed career criminal (§4B1.4(a)), and which of its two levels and categories are the case's. */
export interface ArmedClaim {
	rule: Rule;
	/** Whether the greater ones apply; undefined where the case does not say. */
	connected: boolean | undefined;
	/** The count beside whose sentence they never do. */
	beside?: StatuteOfConviction;
}

/**
 * Whether the defendant is an armed career criminal: by a count under 18 U.S.C. § 924(e), or where the case names no
 * statutes because it says so. `begins` where the edition has no such rule yet. Throws InputError where the statutes disagree.
 */
export function armedClaimOf(
	{ armedCareerCriminal: facts }: CaseDocument,
	{ '4B1.4': rule }: Provisions,
	statutes: readonly StatuteOfConviction[],
): ArmedClaim | { begins: string } | undefined {
	if (!rule.inForce) return facts === undefined ? undefined : { begins: longDate(rule.begins) };
	const isCount = statutes.some((count) => isUnder(count, [rule.statute]));
	if (!isCount && facts === undefined) return undefined;
	if (!isCount && statutes.length > 0) {
		throw disagreement(
			'/armedCareerCriminal',
			`an armed career criminal needs a count under ${rule.statute} (${rule.appliesTo}), but the statutes of conviction include none`,
			said`name it, or leave ${key('armedCareerCriminal')} out`,
		);
	}
	const beside = statutes.find((count) => isUnder(count, rule.notConnectedBeside?.statutes ?? []));
	if (beside) return { rule, connected: false, beside };
	const answers = [facts?.inConnectionWithViolenceOrDrugs, facts?.nationalFirearmsActFirearm];
	return { rule, connected: answers.includes(true) || (answers.includes(undefined) ? undefined : false) };
}

/** The level of §4B1.4(b)(3) before acceptance that the case has in any event. */
export const levelOfArmed = ({ rule, connected }: ArmedClaim): number =>
	(connected ? rule.connected : rule.otherwise).level;

/** What the level has become before that of §4B1.4, in levels. */
interface Beside {
	acceptance: number;
	earlyDisposition: number;
	/** True where the level so far is that of §4B1.1(b). */
	isCareerLevel: boolean;
}

/** The level of §4B1.4(b), where it is greater than the one otherwise applicable, as a step with the category of (c). */
export function applyArmedCareer(
	trace: Trace,
	claim: ArmedClaim,
	beside: Beside,
	readings: Readings,
): ArmedCareer & { takesEarlyDisposition: boolean } {
	const { rule, connected } = claim;
	const taken = lessAcceptance(rule, beside.acceptance);
	const leastOf = ({ level, levelProvision, category, categoryProvision }: LeastArmed): LeastArmed => ({
		level: level - taken,
		levelProvision,
		category,
		categoryProvision,
	});
	const row = connected ? rule.connected : rule.otherwise;
	const least = leastOf(row);
	const takesEarlyDisposition = beside.earlyDisposition > 0 && readings.other('armed-career-early-disposition');
	const otherwise = trace.level;
	const final = withEarlyDisposition(otherwise, least.level, takesEarlyDisposition ? beside.earlyDisposition : 0);
	const less = taken > 0 ? `, less ${taken} for acceptance` : '';
	const never = claim.beside
		? `; ${rule.connected.levelProvision} and ${rule.connected.categoryProvision} do not apply together with ${claim.beside.provision} (${rule.notConnectedBeside?.provision})`
		: '';
	const words = `armed career criminal: level ${row.level}${less}, and at least category ${row.category} (${row.categoryProvision})`;
	const isGreater = final > otherwise ? '' : '; that level is not greater';
	trace.add(row.levelProvision, `${words}${isGreater}${never}`, final - otherwise);
	return {
		...least,
		...(connected === undefined ? { undecided: { ...leastOf(rule.connected), words: rule.connected.words } } : {}),
		otherwise: {
			level: otherwise,
			provision: beside.isCareerLevel ? rule.greatest.careerOffender : rule.greatest.chaptersTwoAndThree,
		},
		takesEarlyDisposition,
	};
}
