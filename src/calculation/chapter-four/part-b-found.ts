// What Chapter Four, Part B, finds: the types.
import type { Category } from '../../case/category.ts';
import type { StatuteOfConviction } from '../../result/result.ts';

/** What Chapter Four, Part B, makes of a case. Levels are those after acceptance of responsibility. */
export interface PartB {
	/** There where §4B1.1(b) applies. */
	career?: CareerOffender;
	/** There where §4B1.1(c) sets a range for all counts. */
	firearm?: FirearmOffender;
	/** There where §4B1.4 applies. */
	armed?: ArmedCareer;
	/** The level below which no argument over the levels of Chapters Two and Three goes. */
	least?: { level: number; takesEarlyDisposition: boolean };
}

/** A level of §4B1.1(b) that replaces the one otherwise applicable. */
export interface CareerOffender {
	level: number;
	/** The level otherwise applicable. */
	otherwise: number;
	/** Whether an early disposition reduction comes off it (an open question since §3F1.1). */
	takesEarlyDisposition: boolean;
}

/** The counts of a career offender, and what the case says of those to which §4B1.1(b) goes. */
export interface CareerCounts {
	/** Those under 18 U.S.C. § 924(c) or § 929(a). */
	firearm: readonly StatuteOfConviction[];
	/** Whether there is any other count of the range; undefined where the case does not say. */
	hasOthers: boolean | undefined;
	/** Whether one of those is itself violent or for drugs; undefined where the case does not say. */
	qualifies: boolean | undefined;
}

/** A career offender convicted under 18 U.S.C. § 924(c) or § 929(a). */
export interface FirearmOffender extends CareerCounts {
	/** The levels of acceptance by which the table of §4B1.1(c)(3) goes. */
	acceptance: number;
	/** The level of Chapters Two and Three, for the case that no other count makes a career offender. */
	otherwise: number;
}

/** A least level and category of §4B1.4, and the provisions that set them. */
export interface LeastArmed {
	level: number;
	levelProvision: string;
	category: Category;
	categoryProvision: string;
}

export interface ArmedCareer extends LeastArmed {
	/** The greater ones, where the case does not say whether the firearm went with another crime. */
	undecided?: LeastArmed & { words: string };
	/** The level otherwise applicable, and the provision of §4B1.4 that lets it stand where it is the greatest. */
	otherwise: { level: number; provision: string };
}
