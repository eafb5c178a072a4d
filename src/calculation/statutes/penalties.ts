// What the statutes of conviction say of the sentence.
import { disagreement, shown } from '../../case/errors.ts';
import { inMonths, longer, type Months, plusMonths } from '../../case/months.ts';
import { type OffenseClass, offenseClasses } from '../../case/offense-class.ts';
import { offenseDayOf } from '../../case/offense-day.ts';
import type { CaseDocument } from '../../case/schema.ts';
import type { Provisions } from '../../law/schema.ts';
import { definedFields } from '../../result/defined-fields.ts';
import type { StatuteOfConviction, Warning } from '../../result/result.ts';
import type { SetTerm, StatutoryLimits } from '../range/guideline-range.ts';
import type { Context } from '../steps/context.ts';
import {
	type ClassFound,
	classOfMaximum,
	linesOn,
	type OpenClass,
	otherClassOf,
	statedClass,
	statedClassWarnings,
} from './class-of-offense.ts';
import { termOfCounts, unnamedCountWarning } from './consecutive-terms.ts';
import { fineOfStatutes, type StatutoryFine } from './fines.ts';
import { refuseMinimumAboveMaximum } from './limits-in-order.ts';
import { statedCountWarnings } from './other-count.ts';
import { leastReleaseOf } from './release-terms.ts';
import { type Row, shownPenalties } from './row.ts';
import { countsStated } from './stated-maximum.ts';
import { statutesOf } from './statutes.ts';
import { subsequentCountWarnings, withSubsequentCounts } from './subsequent-counts.ts';
import { codeAgeWarnings, unverifiedWarnings } from './unverified.ts';

/** What the statutes of conviction, or the case in their place, say of the sentence. Terms in months. */
export interface Penalties {
	limits: StatutoryLimits;
	offenseClass?: ClassFound;
	/** There where the class rests on a line that was not read, and the one read gives another. */
	openClass?: OpenClass;
	supervisedReleaseMinimumMonths?: Months;
	/** The statute that bars probation, where one does; in express words, or by the imprisonment that it commands. */
	probationBarredBy?: { provision: string; expressly: boolean };
	/** The statute whose term runs after every other, where no other count stands beside it. */
	soleConsecutive?: string;
	/** The terms of such counts, which are their guideline sentence; undefined where the case gives the limits of a further one. */
	setTerm?: SetTerm;
	safetyValve: SafetyValveReach;
	statutes: StatuteOfConviction[];
	/** The same counts, with what is known of them beside their penalties. */
	rows: readonly Row[];
	/** The greatest fine that a statute of conviction sets itself; those of title 18 aside. */
	statutoryFine?: StatutoryFine;
	counts?: number;
	warnings: Warning[];
}

/** To which counts the safety valve extends (18 U.S.C. § 3553(f)): all, where the case names no statutes. */
export interface SafetyValveReach {
	/** False where statutes are named and none is one to which it extends. */
	extends: boolean;
	/** The greatest minimum that it can lift. */
	minimum?: Months;
	/** The greatest minimum of a count to which it does not extend. */
	beyond?: { minimumMonths: Months; provision: string };
	/** The greatest minimum of supervised release of such a count, in months. */
	releaseBeyond?: number;
}

/**
 * The statutory minimum and maximum, the class of the offense and what else the statutes of conviction command, by
 * the date of the offense; `day` is the one that the edition stands for, `until` gives the one on which it was superseded.
 * Throws InputError where a statute is not held, where its penalties turn on a date that the case lacks, or where the
 * case disagrees with it.
 */
export function penaltiesOf({
	document,
	provisions,
	day,
	until,
}: Pick<Context, 'document' | 'provisions' | 'day' | 'until'>): Penalties {
	const rows = withSubsequentCounts(statutesOf(document, provisions, day, until), document, provisions);
	refuseOtherCount(document);
	return rows.length === 0
		? statedPenalties(document, provisions, day)
		: namedPenalties(document, rows, provisions, day);
}

/** Where no statute is named, the penalties are as the case states them. */
function statedPenalties(document: CaseDocument, provisions: Provisions, day: string): Penalties {
	const rule = provisions['offense-class'];
	const lines = linesOn(rule, offenseDayOf(document) ?? day);
	const offenseClass = classOf(document, [], rule, lines);
	const { statutoryMinimumMonths: minimum, statutoryMaximumMonths: maximum } = document;
	const limits = { minimum: minimum === 0 ? undefined : minimum, maximum };
	return definedFields({
		limits,
		offenseClass,
		openClass: openClassOf(rule, lines, offenseClass, () => classOf(document, [], rule, rule.classes)),
		supervisedReleaseMinimumMonths: document.supervisedReleaseMinimumMonths,
		safetyValve: definedFields({ extends: true, minimum: limits.minimum }),
		statutes: [],
		rows: [],
		counts: document.counts,
		warnings: [...statedClassWarnings(rule, lines, document), ...exemptWarning(offenseClass?.class, provisions)],
	});
}

function namedPenalties(document: CaseDocument, read: readonly Row[], provisions: Provisions, day: string): Penalties {
	const rule = provisions['offense-class'];
	const lines = linesOn(rule, offenseDayOf(document) ?? day);
	const rows = read.map((row) => ({ ...row, offenseClass: classOfRow(row, rule, lines) }));
	const { exemptClasses } = provisions['1B1.9'];
	const guided = rows.filter((row) => !exemptClasses.includes(row.offenseClass));
	const covered = guided.length === 0 ? rows : guided;
	const exempt = rows.filter((row) => !covered.includes(row));
	const inRange = covered.filter((row) => !row.consecutive);
	const limits = {
		minimum: agreeing(document.statutoryMinimumMonths, greatestMinimum(inRange), '/statutoryMinimumMonths'),
		maximum: agreeing(document.statutoryMaximumMonths, sumOfMaximums(inRange), '/statutoryMaximumMonths'),
	};
	refuseMinimumAboveMaximum(limits, inRange);
	const offenseClass = classOf(document, rows, rule, lines);
	const leastReleaseFor = (some: readonly Row[]): number | undefined => {
		const released = some.flatMap(
			(row) => leastReleaseOf(row, provisions.statutes, offenseDayOf(document) ?? day) ?? [],
		);
		return released.length > 0 ? Math.max(...released) : undefined;
	};
	const releaseMinimum = document.supervisedReleaseMinimumMonths ?? leastReleaseFor(rows);
	const barring = rows.find((row) => row.probationPrecluded) ?? rows.find((row) => row.consecutive);
	const sole = covered.every((row) => row.consecutive) ? covered[0] : undefined;
	const term = sole && termOfCounts(covered, provisions, day);
	const tellsOfOther = isFurtherCount(document);
	return definedFields({
		limits,
		offenseClass,
		openClass: openClassOf(rule, lines, offenseClass, () => classOf(document, read, rule, rule.classes)),
		supervisedReleaseMinimumMonths: releaseMinimum,
		probationBarredBy: barring && { provision: barring.provision, expressly: barring.probationPrecluded === true },
		soleConsecutive: sole?.provision,
		setTerm: tellsOfOther ? undefined : term,
		safetyValve: definedFields({
			...reachOf(rows, inRange),
			releaseBeyond: leastReleaseFor(rows.filter((row) => !row.safetyValve)),
		}),
		statutes: rows.map(shownPenalties),
		rows,
		statutoryFine: fineOfStatutes(rows, document, provisions, day),
		counts: document.counts ?? rows.length,
		warnings: [
			...(term === undefined ? [] : soleWarnings(document, covered, term)),
			...subsequentCountWarnings(rows, document, provisions, day),
			...statedCountWarnings(rows, lines),
			...unverifiedWarnings(read),
			...codeAgeWarnings(rows, document, provisions),
			...exemptCountWarnings(exempt, provisions),
			...exemptWarning(offenseClass?.class, provisions),
		],
	});
}

/**
 * Whether a case tells of a count beside those whose terms run after every other: by a level, which these do not have, by its
 * limits, or as what the defendant is.
 */
const isFurtherCount = (document: CaseDocument): boolean =>
	document.guideline !== undefined ||
	document.baseOffenseLevel !== undefined ||
	document.drugs !== undefined ||
	document.statutoryMinimumMonths !== undefined ||
	document.statutoryMaximumMonths !== undefined ||
	(document.otherGroups ?? []).length > 0 ||
	document.armedCareerCriminal !== undefined;

function soleWarnings(document: CaseDocument, counts: readonly Row[], term: SetTerm): Warning[] {
	return isFurtherCount(document) || document.careerOffender !== undefined ? [unnamedCountWarning(counts, term)] : [];
}

function refuseOtherCount({ counts, statutes }: CaseDocument): void {
	if (counts === undefined || statutes === undefined || counts === statutes.length) return;
	throw disagreement(
		'/counts',
		`${counts} counts do not agree with the statutes of conviction: ${statutes.length} are named, one for each count`,
		'Leave the number of counts out, or correct one of them',
	);
}

function greatestMinimum(rows: readonly Row[]): Months | undefined {
	const minimums = rows.flatMap((row) => row.minimumMonths ?? []);
	return minimums.length === 0 ? undefined : minimums.reduce(longer);
}

function reachOf(rows: readonly Row[], inRange: readonly Row[]): SafetyValveReach {
	const beyond = inRange.filter((row) => !row.safetyValve);
	const minimumMonths = greatestMinimum(beyond);
	const provision = beyond.find((row) => row.minimumMonths === minimumMonths)?.provision;
	return definedFields({
		extends: rows.some((row) => row.safetyValve),
		minimum: greatestMinimum(inRange.filter((row) => row.safetyValve)),
		beyond: minimumMonths && provision ? { minimumMonths, provision } : undefined,
	});
}

/** Counts may run consecutively as far as the total punishment needs, so their maximums add up (§5G1.2(d)). */
function sumOfMaximums(rows: readonly Row[]): Months | undefined {
	if (rows.length === 0) return undefined;
	return rows.map(({ maximumMonths }) => maximumMonths).reduce(plusMonths, 0);
}

function agreeing(given: Months | undefined, found: Months | undefined, path: string): Months | undefined {
	if (given !== undefined && found !== undefined && given !== found) {
		throw disagreement(
			path,
			`${shown(given)} does not agree with the statutes of conviction, which make it ${shown(found)}`,
			'leave one of them out',
		);
	}
	return given ?? found;
}

/** The class of a row, whose table goes by the lines read in print, by those of the day of the offense. */
function classOfRow({ offenseClass, maximumMonths }: Row, { classes }: ClassRule, lines: Lines): OffenseClass {
	const isByMaximum = classOfMaximum(classes, maximumMonths)?.class === offenseClass;
	return (isByMaximum && classOfMaximum(lines, maximumMonths)?.class) || offenseClass;
}

type ClassRule = Provisions['offense-class'];
type Lines = ReturnType<typeof linesOn>;

/** What the class would be by the lines read in print, where those of the day of the offense are others. */
function openClassOf(
	rule: ClassRule,
	lines: Lines,
	found: ClassFound | undefined,
	inPrint: () => ClassFound | undefined,
): OpenClass | undefined {
	return lines === rule.classes ? undefined : otherClassOf(rule, lines, found, inPrint());
}

function classOf(document: CaseDocument, rows: readonly Row[], rule: ClassRule, lines: Lines): ClassFound | undefined {
	const most = rows.length === 0 ? undefined : mostSerious(rows);
	const given = document.offenseClass;
	if (given !== undefined && most !== undefined && given !== most) {
		throw disagreement(
			'/offenseClass',
			`class ${given} does not agree with the statutes of conviction, which make it ${most}`,
			'leave one of them out',
		);
	}
	const found = given ?? most;
	if (found !== undefined) return statedClass(lines, found, rule);
	const maximum = document.statutoryMaximumMonths;
	// The maximum of several counts is the sum of theirs (§5G1.2(d)), and each has the class of its own (18 U.S.C. § 3559(a)).
	return maximum === undefined || countsStated(document) > 1 ? undefined : classOfMaximum(lines, maximum);
}

const mostSerious = (rows: readonly Row[]): OffenseClass | undefined =>
	offenseClasses.find((candidate) => rows.some((row) => row.offenseClass === candidate));

/** Counts of a class that the guidelines do not cover, beside others that they do. */
function exemptCountWarnings(exempt: readonly Row[], provisions: Provisions): Warning[] {
	if (exempt.length === 0) return [];
	const counts = exempt.map(
		({ provision, offenseClass, maximumMonths }) =>
			`the count under ${provision} (class ${offenseClass}, at most ${inMonths(maximumMonths)})`,
	);
	const message = `The guidelines do not apply to ${[...new Set(counts)].join(' or ')} (${provisions['1B1.9'].provision}). The range and its limits leave that count out. Check the statute for the sentence on that count.`;
	return [{ code: 'guidelines-do-not-apply', message }];
}

function exemptWarning(offenseClass: OffenseClass | undefined, provisions: Provisions): Warning[] {
	const { exemptClasses, provision } = provisions['1B1.9'];
	if (offenseClass === undefined || !exemptClasses.includes(offenseClass)) return [];
	const message = `The guidelines do not apply to an offense of class ${offenseClass} (${provision}): the court may impose any sentence that the statute authorizes. The range is only for comparison. Check the statute for the sentence.`;
	return [{ code: 'guidelines-do-not-apply', message }];
}
