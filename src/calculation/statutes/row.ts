// The penalties of one count.
import type { Provisions } from '../../law/schema.ts';
import type { StatuteOfConviction } from '../../result/result.ts';

/** What a table holds of one statute for one span of offense dates. */
export type HeldRow = Provisions['statutes-18']['penalties'][number];

/** The penalties of one count: those of a row of a table, of its object, or as the case states them. Terms in months. */
export interface Row
	extends Omit<HeldRow, 'offensesFrom' | 'offensesBefore' | 'verifiedFrom' | 'authority' | 'victim'> {
	/** The statute that is the object of an attempt or a conspiracy, and gives the penalties. */
	object?: string;
	/** How many times the fine of that row is the most, where it is more than once. */
	fineTimes?: number;
	facts: CountFacts;
}

/** What is known of a count beside its statute, for supervised release; undefined where the case does not say. */
export interface CountFacts {
	minorVictim?: boolean | undefined;
	riskOfDeathOrInjury?: boolean | undefined;
}

/** The statutes of some counts, each once. */
export const provisionsIn = (counts: readonly Pick<StatuteOfConviction, 'provision'>[]): string =>
	[...new Set(counts.map(({ provision }) => provision))].join(', ');

/** Whether a count, or the object of one, is under any of the sections, as the Code is cited. */
export const isUnder = (
	{ provision, object = provision }: Pick<StatuteOfConviction, 'provision' | 'object'>,
	sections: readonly string[],
): boolean => sections.some((section) => provision.startsWith(section) || object.startsWith(section));

/** The same, where § 2252 does not stand for § 2252A as well. */
export const isUnderExactly = (
	{ provision, object = provision }: Pick<StatuteOfConviction, 'provision' | 'object'>,
	sections: readonly string[],
): boolean =>
	sections.some((section) => [provision, object].some((one) => one === section || one.startsWith(`${section}(`)));

/** A row as the result shows it. */
export function shownPenalties(row: Row): StatuteOfConviction {
	const { provision, description, circumstance, object, minimumMonths, maximumMonths, offenseClass } = row;
	const { consecutive, mayRunTogether } = row;
	return {
		provision,
		description,
		...(circumstance === undefined ? {} : { circumstance }),
		...(object === undefined ? {} : { object }),
		...(minimumMonths === undefined ? {} : { minimumMonths }),
		maximumMonths,
		offenseClass,
		consecutive: consecutive === true,
		...(mayRunTogether === undefined ? {} : { mayRunTogether }),
	};
}
