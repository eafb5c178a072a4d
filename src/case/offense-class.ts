// The classes of an offense.
/** The classes of 18 U.S.C. § 3559(a): a letter alone is a felony. */
export const offenseClasses = [
	...(['A', 'B', 'C', 'D', 'E'] as const),
	...(['A-misdemeanor', 'B-misdemeanor', 'C-misdemeanor', 'infraction'] as const),
] as const;

export type OffenseClass = (typeof offenseClasses)[number];
