// Attempt and conspiracy: the penalties of the object.
import { longDate } from '../../case/dates.ts';
import { InputError, shown } from '../../case/errors.ts';
import { longer, type Months } from '../../case/months.ts';
import type { OffenseClass } from '../../case/offense-class.ts';
import type { Provisions } from '../../law/schema.ts';
import { classOfMaximum } from './class-of-offense.ts';
import type { ObjectStatute } from './resolve.ts';
import type { HeldRow } from './row.ts';
import { asRead, isInForce } from './row-in-force.ts';

/** A row with the penalties of its object. */
type OfObject = HeldRow & { object: string; fineTimes?: number };

/**
 * The penalties of an attempt or a conspiracy, which are those of its object; or of an offense that is punished by a
 * multiple of another (21 U.S.C. §§ 859 to 861). Throws InputError where the statute was not yet in force, or does not
 * say what it makes of the circumstance.
 */
export function rowOfObject(
	statute: ObjectStatute,
	object: HeldRow,
	{
		circumstance,
		path,
		offenseDate,
	}: { circumstance: string | undefined; path: string; offenseDate: string | undefined },
	provisions: Provisions,
): OfObject {
	refuseOtherSpan(statute, offenseDate, path);
	refuseOtherCircumstance(statute, object, path);
	const { times, noMinimum } = statute;
	const own = asRead(statute, offenseDate, provisions.statutes);
	const maximumMonths = statute.maximumMonths ?? timesOf(object.maximumMonths, times?.maximum ?? 1);
	const isFreed = noMinimum !== undefined && circumstance === noMinimum;
	const least = isFreed ? undefined : statute.minimumMonths;
	const minimumMonths = least === undefined ? object.minimumMonths : longer(object.minimumMonths ?? 0, least);
	const released = object.supervisedReleaseMinimumMonths;
	const bars = statute.probationPrecluded === 'always' || (statute.probationPrecluded && minimumMonths !== undefined);
	const { safetyValve: _, ...ofObject } = object;
	return {
		...ofObject,
		...(isFreed ? { circumstance } : {}),
		provision: statute.provision,
		object: object.provision,
		description: `${statute.description}: ${object.description}`,
		...(minimumMonths === undefined ? {} : { minimumMonths }),
		maximumMonths,
		offenseClass: times === undefined ? object.offenseClass : classOf(maximumMonths, provisions),
		...(released === undefined ? {} : { supervisedReleaseMinimumMonths: released * (times?.supervisedRelease ?? 1) }),
		...(bars ? { probationPrecluded: true } : {}),
		...(statute.safetyValve === undefined ? {} : { safetyValve: statute.safetyValve }),
		...(times === undefined ? {} : { fineTimes: times.fine }),
		...unverified(own, object),
	};
}

const timesOf = (months: Months, times: number): Months => (months === 'life' ? months : months * times);

const classOf = (maximum: Months, provisions: Provisions): OffenseClass =>
	classOfMaximum(provisions['offense-class'].classes, maximum)?.class as OffenseClass;

const unverified = (...both: { confidence?: 'unverified' | undefined; note?: string | undefined }[]) => {
	const [open] = both.filter(({ confidence }) => confidence !== undefined);
	return open === undefined ? {} : { confidence: open.confidence, note: open.note };
};

/** The circumstance of the object that a count under such a statute may have: the one of its own stands for none. */
export const circumstanceOfObject = (
	{ noMinimum }: ObjectStatute,
	circumstance: string | undefined,
): string | undefined => (circumstance !== undefined && circumstance === noMinimum ? undefined : circumstance);

function refuseOtherSpan(statute: ObjectStatute, offenseDate: string | undefined, path: string): void {
	if (offenseDate === undefined || isInForce(statute, offenseDate)) return;
	throw new InputError(
		'no-such-statute',
		path,
		`the penalties of ${statute.provision} are not held for an offense of ${longDate(offenseDate)}`,
		`Add them in months, such as "${statute.provision}=0-240"`,
	);
}

function refuseOtherCircumstance({ provision, circumstances }: ObjectStatute, object: HeldRow, path: string): void {
	const circumstance = object.circumstance ?? 'none';
	if (circumstances === undefined || circumstances.includes(circumstance)) return;
	throw new InputError(
		'no-such-statute',
		path,
		`the penalty of ${provision} for ${object.provision} with the circumstance ${shown(circumstance)} is not held, because the section refers to a first offense`,
		`Add its penalties in months, such as "${provision}=12-480"`,
	);
}
