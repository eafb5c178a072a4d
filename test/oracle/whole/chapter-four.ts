/** Chapter Four, Parts B and C: what becomes of the offense level and the category (§§4B1.1, 4B1.4, 4C1.1). */

import { careerOffender } from '../after/index.ts';
import type { Months } from '../counts/months.ts';
import { CATEGORIES, type Category } from '../sentencing-table.ts';
import { acceptanceOf, type Stated } from './levels.ts';

type Acceptance = Stated['acceptance'];
export type ChapterFour = NonNullable<Stated['chapterFour']>;

export type ArmedCareerCriminal = { inConnectionWithViolenceOrDrugs: boolean; nationalFirearmsActFirearm: boolean };

type Reduced = { level: number; acceptance: number };

/**
 * The footnote of the tables: "decrease the offense level by 2 levels", since amendment 459 "by the number of levels
 * corresponding to that adjustment". Whether the third level looks to the level of the table is open: it does here.
 */
function reduced(manual: string, level: number, claimed: Acceptance, own: number): Reduced {
	const earned = Math.max(acceptanceOf(manual, claimed, level) ?? own, own);
	const acceptance = manual >= '1992-11-01' || earned === 0 ? earned : 2;
	return { level: level - acceptance, acceptance };
}

/** §4B1.1: no reduction of the level of the table before amendment 266. */
const careerLevel = (manual: string, level: number, claimed: Acceptance, own: number): Reduced =>
	manual < '1989-11-01' ? { level, acceptance: own } : reduced(manual, level, claimed, own);

/** §4B1.4(b)(3), and its note 2, of amendment 674. */
function armedLevels(manual: string, armed: ArmedCareerCriminal, hasFirearmCount: boolean): [number, Category] {
	const isAggravated = armed.inConnectionWithViolenceOrDrugs || armed.nationalFirearmsActFirearm;
	const isExcluded = hasFirearmCount && manual >= '2004-11-01';
	return isAggravated && !isExcluded ? [34, 'VI'] : [33, 'IV'];
}

export type Offender = {
	manual: string;
	category: Category;
	combined: number;
	careerMaximum?: Months | undefined;
	armed?: ArmedCareerCriminal | undefined;
	/** A count under 18 U.S.C. § 844(h), § 924(c) or § 929(a). */
	hasFirearmCount?: boolean;
};

/** §4B1.4 is of amendment 355, November 1, 1990. */
const isArmed = ({ manual, armed }: Offender): boolean => armed !== undefined && manual >= '1990-11-01';

const greatestCategory = (all: readonly Category[]): Category =>
	CATEGORIES.findLast((category) => all.includes(category)) ?? 'I';

export function categoryOf(offender: Offender): Category {
	const { manual, category, careerMaximum, armed, hasFirearmCount = false } = offender;
	const isCareer = careerMaximum !== undefined && careerOffender(manual, careerMaximum) !== null;
	const own = isCareer ? 'VI' : category;
	if (armed === undefined || !isArmed(offender)) return own;
	return greatestCategory([own, armedLevels(manual, armed, hasFirearmCount)[1]]);
}

/** The greatest of the levels; nothing where Chapter Four changes none. */
export function chapterFourOf(offender: Offender): ChapterFour | undefined {
	const { manual, combined, careerMaximum, armed, hasFirearmCount = false } = offender;
	if (careerMaximum === undefined && !isArmed(offender)) return undefined;
	return (otherwise, claimed) => {
		const row = careerMaximum === undefined ? null : careerOffender(manual, careerMaximum);
		const level = armed && isArmed(offender) ? armedLevels(manual, armed, hasFirearmCount)[0] : 0;
		const most = Math.max(row?.level ?? 0, level);
		// A third level that neither the level of Chapters Two and Three nor that of Chapter Four gives
		const earned = acceptanceOf(manual, claimed, combined);
		if (earned === undefined && acceptanceOf(manual, claimed, most) === undefined) return undefined;
		const own = earned ?? 2;
		const all: Reduced[] = [
			{ level: otherwise, acceptance: own },
			...(row === null ? [] : [careerLevel(manual, row.level, claimed, own)]),
			...(level === 0 ? [] : [reduced(manual, level, claimed, own)]),
		];
		return all.reduce((best, one) => (one.level > best.level ? one : best));
	};
}

/** §4C1.1, of amendment 821: two levels off, if nothing stands in the way. */
export function zeroPoints(manual: string, points: number, criteria: Readonly<Record<string, boolean>>): 0 | 2 {
	const isInTheWay = Object.values(criteria).some((one) => one);
	return manual >= '2023-11-01' && points === 0 && !isInTheWay ? 2 : 0;
}
