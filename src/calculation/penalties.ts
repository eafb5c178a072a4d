import { InputError, shown } from '../case/errors.ts';
import { compareMonths, longer, type Months } from '../case/months.ts';
import { type OffenseClass, offenseClasses } from '../case/offense-class.ts';
import type { CaseDocument } from '../case/schema.ts';
import type { Provisions } from '../law/schema.ts';
import type { StatutoryLimits } from './chapter-five.ts';
import type { Warning } from './warnings.ts';

type Row = Provisions['statutes']['penalties'][number];

/** The penalties of one count of conviction. */
export interface StatuteOfConviction {
	provision: string;
	description: string;
	minimumMonths?: Months;
	maximumMonths: Months;
	offenseClass: OffenseClass;
	/** True where the term runs after every other and stands apart from the range (§5G1.2(a)). */
	consecutive: boolean;
}

/** What the statutes of conviction, or the case in their place, say of the sentence. Terms in months. */
export interface Penalties {
	limits: StatutoryLimits;
	offenseClass?: { class: OffenseClass; provision: string };
	supervisedReleaseMinimumMonths?: Months;
	/** The statute that bars probation, where one does. */
	probationBarredBy?: string;
	/** The statute whose term runs after every other, where no other count stands beside it. */
	soleConsecutive?: string;
	/** False where statutes are named and none is one to which the safety valve extends. */
	safetyValve: boolean;
	statutes: StatuteOfConviction[];
	/** The greatest fine that a statute of conviction sets itself; those of title 18 aside. */
	statutoryFine?: StatutoryFine;
	counts?: number;
	warnings: Warning[];
}

/** A statutory maximum fine for one count, in dollars. */
export interface StatutoryFine {
	dollars: number;
	provision: string;
	/** Why the amount could not be verified. */
	unverified?: string;
	/** The offense date that the amount supposes, where the case gives none. */
	supposesOffensesFrom?: string;
}

/**
 * The statutory minimum and maximum, the class of the offense and what else the statutes of conviction command, by
 * the date of the offense. Throws InputError where a statute is not held, where its penalties turn on a date that the
 * case lacks, or where the case disagrees with it.
 */
export function penaltiesOf(document: CaseDocument, provisions: Provisions, edition: string): Penalties {
	const rows = namedStatutes(document).map(({ given, path }) => rowOf(given, path, document, provisions));
	const inRange = rows.filter((row) => !row.consecutive);
	const limits = {
		minimum: agreeing(document.statutoryMinimumMonths, greatestMinimum(inRange), '/statutoryMinimumMonths'),
		maximum: agreeing(document.statutoryMaximumMonths, sumOfMaximums(inRange), '/statutoryMaximumMonths'),
	};
	const offenseClass = classOf(document, rows, provisions);
	const released = rows.flatMap((row) => row.supervisedReleaseMinimumMonths ?? []);
	const releaseMinimum =
		document.supervisedReleaseMinimumMonths ?? (released.length > 0 ? Math.max(...released) : undefined);
	const barring = rows.find((row) => row.probationPrecluded || row.consecutive);
	const sole = rows.every((row) => row.consecutive) ? rows[0] : undefined;
	refuseOtherCount(document);
	const statutoryFine = fineOfStatutes(rows, document, provisions, edition);
	const counts = document.counts ?? (rows.length > 0 ? rows.length : undefined);
	return {
		limits,
		...(offenseClass === undefined ? {} : { offenseClass }),
		...(releaseMinimum === undefined ? {} : { supervisedReleaseMinimumMonths: releaseMinimum }),
		...(barring === undefined ? {} : { probationBarredBy: barring.provision }),
		...(sole === undefined ? {} : { soleConsecutive: sole.provision }),
		safetyValve: rows.length === 0 || rows.some((row) => row.safetyValve),
		statutes: rows.map(shownPenalties),
		...(statutoryFine === undefined ? {} : { statutoryFine }),
		...(counts === undefined ? {} : { counts }),
		warnings: [
			...(sole === undefined ? [] : [soleConsecutiveWarning(sole, provisions)]),
			...rows.flatMap(unverifiedWarning),
			...exemptWarning(offenseClass?.class, provisions),
		],
	};
}

type Given = NonNullable<CaseDocument['statutes']>[number];

/** The statutes of conviction, wherever the case names them. Throws InputError where it names them twice. */
function namedStatutes({ statutes, instantOffense }: CaseDocument): { given: Given; path: string }[] {
	const ofOffense = instantOffense?.statute;
	if (statutes !== undefined && ofOffense !== undefined) {
		throw new InputError(
			'disagrees',
			'/instantOffense/statute',
			`${shown(ofOffense)} stands beside statutes; name the statutes of conviction in one of the two`,
		);
	}
	if (ofOffense !== undefined) return [{ given: ofOffense, path: '/instantOffense/statute' }];
	return (statutes ?? []).map((given, index) => ({ given, path: `/statutes/${index}` }));
}

function refuseOtherCount({ counts, statutes }: CaseDocument): void {
	if (counts === undefined || statutes === undefined || counts === statutes.length) return;
	throw new InputError(
		'disagrees',
		'/counts',
		`${counts} counts do not agree with statutes, which names ${statutes.length}, one a count; leave counts out or correct one of them`,
	);
}

/** The day of the offense, its last one where it went on. */
export const offenseDayOf = ({ offenseDate, instantOffense }: CaseDocument): string | undefined =>
	[offenseDate, instantOffense?.endedOn]
		.filter((date) => date !== undefined)
		.sort()
		.at(-1);

/** A section as it is written in a row, or as the Code is cited: `8:1326(b)(2)`, `8 U.S.C. § 1326(b)(2)`. */
const plain = (statute: string): string => statute.replace(/u\.?s\.?c\.?|[\s§:]+/gi, '').toLowerCase();

function rowOf(given: Given, path: string, document: CaseDocument, provisions: Provisions): Row {
	const { id, circumstance } = typeof given === 'string' ? { id: given, circumstance: undefined } : given;
	const ofId = provisions.statutes.penalties.filter((row) => plain(row.id) === plain(id));
	if (ofId.length === 0) {
		const ids = [...new Set(provisions.statutes.penalties.map((row) => row.id))].join(', ');
		throw new InputError(
			'no-such-statute',
			path,
			`${shown(id)} is not held; give statutoryMinimumMonths and statutoryMaximumMonths instead, or one of ${ids}`,
		);
	}
	const rows = ofId.filter((row) => row.circumstance === circumstance);
	if (rows.length === 0) {
		const known = [...new Set(ofId.map((row) => row.circumstance ?? 'none'))].join(', ');
		throw new InputError(
			'no-such-statute',
			path,
			`${shown(id)} is not held with the circumstance ${shown(circumstance)}; its circumstances are ${known}`,
		);
	}
	return asOfSentencing(rowInForce(rows, path, offenseDayOf(document)), document.sentencingDate);
}

/** The row, with the lower minimum that a later law gives to sentences from a day on. */
function asOfSentencing(row: Row, sentencingDate: string | undefined): Row {
	const { sentencedFrom } = row;
	if (sentencedFrom === undefined || sentencingDate === undefined || sentencingDate < sentencedFrom.date) return row;
	return { ...row, minimumMonths: sentencedFrom.minimumMonths, note: sentencedFrom.note };
}

function rowInForce(rows: readonly Row[], path: string, offenseDate: string | undefined): Row {
	const [first] = rows as [Row];
	if (offenseDate === undefined) {
		if (rows.every((row) => samePenalties(row, first))) return rows.findLast((row) => !row.confidence) ?? first;
		const dates = rows.map((row) => row.offensesFrom).join(' and ');
		throw new InputError(
			'facts-missing',
			'/offenseDate',
			`on what day was the offense (its last day, where it went on)? The penalties of ${first.provision} differ for offenses from ${dates}; give offenseDate`,
		);
	}
	const found = rows.find(
		(row) => row.offensesFrom <= offenseDate && (row.offensesBefore === undefined || offenseDate < row.offensesBefore),
	);
	if (found) return found;
	throw new InputError(
		'no-such-statute',
		path,
		`the penalties of ${first.provision} are not held for an offense of ${offenseDate}; give statutoryMinimumMonths and statutoryMaximumMonths instead`,
	);
}

const samePenalties = (one: Row, other: Row): boolean =>
	one.minimumMonths === other.minimumMonths && one.maximumMonths === other.maximumMonths;

function greatestMinimum(rows: readonly Row[]): Months | undefined {
	const minimums = rows.flatMap((row) => row.minimumMonths ?? []);
	return minimums.length === 0 ? undefined : minimums.reduce(longer);
}

function fineOfStatutes(
	rows: readonly Row[],
	document: CaseDocument,
	{ statutes }: Provisions,
	edition: string,
): StatutoryFine | undefined {
	const offenseDate = offenseDayOf(document);
	const day = offenseDate ?? edition;
	const fines = rows.flatMap(({ id, circumstance = 'none', provision }) => {
		const found = statutes.fines.find(
			(fine) =>
				fine.id === id &&
				fine.circumstances.some((one) => one === circumstance) &&
				fine.offensesFrom <= day &&
				(fine.offensesBefore === undefined || day < fine.offensesBefore),
		);
		return found === undefined ? [] : [{ ...found, provision }];
	});
	const [first] = fines;
	if (!first) return undefined;
	const { dollars, provision, offensesFrom, note } = fines.reduce(
		(most, fine) => (fine.dollars > most.dollars ? fine : most),
		first,
	);
	return {
		dollars,
		provision,
		...(note === undefined ? {} : { unverified: note }),
		...(offenseDate === undefined ? { supposesOffensesFrom: offensesFrom } : {}),
	};
}

/** Counts may run consecutively as far as the total punishment needs, so their maximums add up (§5G1.2(d)). */
function sumOfMaximums(rows: readonly Row[]): Months | undefined {
	if (rows.length === 0) return undefined;
	return rows.reduce<Months>(
		(sum, { maximumMonths }) => (sum === 'life' || maximumMonths === 'life' ? 'life' : sum + maximumMonths),
		0,
	);
}

function agreeing(given: Months | undefined, found: Months | undefined, path: string): Months | undefined {
	if (given !== undefined && found !== undefined && given !== found) {
		throw new InputError(
			'disagrees',
			path,
			`${shown(given)} does not agree with the statutes of conviction, which make it ${shown(found)}; leave one of them out`,
		);
	}
	return given ?? found;
}

function classOf(document: CaseDocument, rows: readonly Row[], provisions: Provisions): Penalties['offenseClass'] {
	const most = offenseClasses.find((candidate) => rows.some((row) => row.offenseClass === candidate));
	const given = document.offenseClass;
	if (given !== undefined && most !== undefined && given !== most) {
		throw new InputError(
			'disagrees',
			'/offenseClass',
			`class ${given} does not agree with the statutes of conviction, which make it ${most}; leave one of them out`,
		);
	}
	const found = given ?? most;
	const maximum = document.statutoryMaximumMonths;
	if (found === undefined && maximum === undefined) return undefined;
	const rule = provisions['offense-class'];
	const row = rule.classes.find((candidate) =>
		found === undefined ? compareMonths(maximum as Months, candidate.fromMonths) >= 0 : candidate.class === found,
	);
	const offenseClass = found ?? row?.class;
	return offenseClass === undefined ? undefined : { class: offenseClass, provision: row?.provision ?? rule.provision };
}

function shownPenalties({ provision, description, minimumMonths, maximumMonths, offenseClass, consecutive }: Row) {
	return {
		provision,
		description,
		...(minimumMonths === undefined ? {} : { minimumMonths }),
		maximumMonths,
		offenseClass,
		consecutive: consecutive === true,
	};
}

function soleConsecutiveWarning({ id, provision, minimumMonths }: Row, { statutes }: Provisions): Warning {
	const guideline = statutes.consecutiveGuidelines.find(({ section }) => id.startsWith(section));
	const by = guideline === undefined ? '' : ` (${guideline.provision})`;
	const term = minimumMonths === 'life' ? 'life' : `${minimumMonths} months`;
	const ofCount =
		guideline === undefined
			? `The statute itself sets the term of that count, at least ${term}`
			: `The guideline sentence of that count is the term the statute requires, ${term}${by}; Chapters Three, Parts A to E, and Four do not apply to it, save what §4B1.1(c) says of career offenders`;
	return {
		code: 'sole-consecutive-count',
		message: `THE RANGE SHOWN IS NOT THAT OF ${provision}, the only count named: it could only be that of a further count. ${ofCount}`,
	};
}

function unverifiedWarning({ provision, description, confidence, note }: Row): Warning[] {
	if (confidence === undefined) return [];
	return [
		{
			code: 'statute-unverified',
			message: `the penalties of ${provision} (${description}) could not be verified: ${note}`,
		},
	];
}

function exemptWarning(offenseClass: OffenseClass | undefined, provisions: Provisions): Warning[] {
	const { exemptClasses, provision } = provisions['1B1.9'];
	if (offenseClass === undefined || !exemptClasses.includes(offenseClass)) return [];
	const message = `the guidelines do not apply to an offense of class ${offenseClass} (${provision}): the court may impose any sentence that the statute authorizes, and the range is shown for comparison alone`;
	return [{ code: 'guidelines-do-not-apply', message }];
}
