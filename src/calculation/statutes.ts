import { longDate } from '../case/dates.ts';
import { InputError, shown } from '../case/errors.ts';
import type { Months } from '../case/months.ts';
import type { CaseDocument } from '../case/schema.ts';
import type { Provisions } from '../law/schema.ts';
import { needed } from './facts.ts';
import type { Warning } from './warnings.ts';

/** The penalty provision of the instant offense, as it stood on the day of the offense, in months. */
export interface Statute {
	provision: string;
	description: string;
	class: string;
	maximumMonths: number;
	minimumMonths?: number;
}

export interface Penalty {
	statute?: Statute;
	minimum: Months | undefined;
	maximum: Months | undefined;
	warnings: Warning[];
}

/**
 * The statutory limits of a case: those it gives, and those of the penalty provision it names on the date of the
 * offense (8 U.S.C. §§ 1253, 1325, 1326). Throws InputError where the provision is unknown on that date or the two disagree.
 */
export function penaltyOf(document: CaseDocument, provisions: Provisions): Penalty {
	const { statutoryMinimumMonths, statutoryMaximumMonths, instantOffense } = document;
	const named = instantOffense?.statute;
	if (named === undefined) return { minimum: statutoryMinimumMonths, maximum: statutoryMaximumMonths, warnings: [] };
	const date = needed(
		document.offenseDate ?? instantOffense?.endedOn,
		'/instantOffense/endedOn',
		`On what day did the offense end? The maximum of ${named} is that of its date`,
	);
	const penalties = provisions.statutes.penalties.filter(({ offensesFrom }) => offensesFrom <= date);
	const row = penalties.findLast(({ provision }) => plain(provision) === plain(named));
	if (!row) {
		const known = [...new Set(penalties.map(({ provision }) => provision))].join(', ');
		throw new InputError(
			'no-such-statute',
			'/instantOffense/statute',
			`${shown(named)} is no penalty provision held for ${longDate(date)}; it has ${known}. Or give statutoryMaximumMonths`,
		);
	}
	refuseOther(statutoryMaximumMonths, row.maximumMonths, '/statutoryMaximumMonths', row.provision, date);
	refuseOther(statutoryMinimumMonths, row.minimumMonths, '/statutoryMinimumMonths', row.provision, date);
	const { provision, description, maximumMonths, minimumMonths } = row;
	return {
		statute: { provision, description, class: row.class, maximumMonths, ...(minimumMonths ? { minimumMonths } : {}) },
		minimum: statutoryMinimumMonths ?? minimumMonths,
		maximum: maximumMonths,
		warnings: row.confidence === 'unverified' ? [unverified(provision, maximumMonths, date)] : [],
	};
}

const plain = (provision: string): string => provision.replace(/[\s.§]+/g, '').toLowerCase();

function refuseOther(
	given: Months | undefined,
	inLaw: number | undefined,
	path: string,
	provision: string,
	date: string,
): void {
	if (given === undefined || inLaw === undefined || given === inLaw) return;
	throw new InputError(
		'disagrees',
		path,
		`${shown(given)} is not that of ${provision} on ${longDate(date)}, which is ${inLaw} months; leave it out or correct it`,
	);
}

function unverified(provision: string, maximum: number, date: string): Warning {
	return {
		code: 'statutory-maximum-unverified',
		message: `the maximum of ${maximum} months of ${provision} on ${longDate(date)} could not be read in the statute of that date; check it`,
	};
}
