// A count whose statute is not held, with penalties that the case states.
import { InputError, shown } from '../../case/errors.ts';
import { compareMonths, inMonths, type Months } from '../../case/months.ts';
import { type OffenseClass, offenseClasses } from '../../case/offense-class.ts';
import { citedAs, sectionOf } from '../../case/statute-names.ts';
import type { Provisions } from '../../law/schema.ts';
import type { Warning } from '../../result/result.ts';
import { classOfMaximum } from './class-of-offense.ts';
import { isUnderExactly, type Row } from './row.ts';

/** A count as the case states it, since no table holds its statute. Terms in months. */
export interface StatedCount {
	label: string;
	minimumMonths?: Months | undefined;
	maximumMonths: Months;
	offenseClass?: OffenseClass | undefined;
	consecutive?: boolean | undefined;
}

/**
 * The penalties of a count whose statute is not held, as the case states them; its class follows from the maximum where
 * it is not given (18 U.S.C. § 3559(a)). Throws InputError where the minimum is above the maximum, or a term that runs after
 * every other has none.
 */
export function statedRow(given: StatedCount, path: string, provisions: Provisions): Row {
	const { label, minimumMonths, maximumMonths, consecutive } = given;
	if (minimumMonths !== undefined && compareMonths(minimumMonths, maximumMonths) > 0) {
		throw new InputError(
			'minimum-above-maximum',
			path,
			`the minimum of ${shown(minimumMonths)} is above the maximum of ${shown(maximumMonths)} months for ${shown(label)}`,
			'correct one of them',
		);
	}
	if (consecutive && (minimumMonths ?? 0) === 0) throw noSpecifiedTerm(label, path);
	const section = sectionOf(label);
	const provision = section === undefined ? label : citedAs(section);
	const extended = isUnderExactly({ provision }, provisions.statutes.safetyValve.statutes);
	return {
		id: 'other',
		provision,
		description: 'penalties as the case states them',
		...(minimumMonths === undefined || minimumMonths === 0 ? {} : { minimumMonths }),
		maximumMonths,
		offenseClass: given.offenseClass ?? classOf(maximumMonths, provisions),
		...(consecutive === undefined ? {} : { consecutive }),
		...(extended ? { safetyValve: true } : {}),
		facts: {},
	};
}

/** Apart from the range stands only a term that the statute specifies; one that it merely limits, or leaves to the court, is part of it. */
const noSpecifiedTerm = (label: string, path: string): InputError =>
	new InputError(
		'missing',
		`${path}/minimumMonths`,
		`missing: ${shown(label)} is marked consecutive, so its statute must require a term of imprisonment and set its length (§3D1.1(b))`,
		'Give the term it requires as minimumMonths. If the statute requires no term or sets no length, leave out "consecutive": the grouping rules then apply to the count (§3D1.1, comment. (n.2))',
	);

/** A class that the case states for such a count, beside a maximum by which it would be another. */
export function statedCountWarnings(rows: readonly Row[], lines: Parameters<typeof classOfMaximum>[0]): Warning[] {
	return rows.flatMap(({ id, provision, maximumMonths, offenseClass }) => {
		const found = id === 'other' ? classOfMaximum(lines, maximumMonths) : undefined;
		if (found === undefined || found.class === offenseClass) return [];
		const message = `The case gives Class ${offenseClass} for ${provision}, but a maximum of ${inMonths(maximumMonths)} makes it Class ${found.class} (${found.provision}), unless its own section classifies it. The program uses Class ${offenseClass} for supervised release, probation and fines. Correct the class, or leave it out.`;
		return [{ code: 'class-not-of-maximum', message }];
	});
}

/** A maximum too short for any line of 18 U.S.C. § 3559(a) is that of the least class. */
const classOf = (maximum: Months, provisions: Provisions): OffenseClass =>
	classOfMaximum(provisions['offense-class'].classes, maximum)?.class ?? (offenseClasses.at(-1) as OffenseClass);
