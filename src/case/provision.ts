// Provisions as people write them, and the section they are of.
import type { CaseDocument } from './schema.ts';

/** The chapter of a provision such as `§3B1.2`, `3B1.2` or `USSG §3B1.2`; undefined where it names none. */
export function chapterOf(provision: string): number | undefined {
	const chapter = sectionPattern.exec(provision)?.[1];
	return chapter === undefined ? undefined : Number(chapter);
}

/** Whether the provision of an adjustment names a section, such as `§3B1.2`, with or without its sign, in any case of letters. */
export const namesSection = (provision: string, section: string): boolean =>
	provision !== '' &&
	(provision.includes(section.slice(1)) || inCapitals(provision).includes(section.slice(1).toUpperCase()));

/** Without spaces and in capitals. One provision is held against many sections, so that the last one is kept. */
function inCapitals(provision: string): string {
	if (lastRead.provision !== provision) {
		lastRead = { provision, capitals: provision.replace(/\s+/g, '').toUpperCase() };
	}
	return lastRead.capitals;
}

let lastRead = { provision: '', capitals: '' };

/** A label that begins with a provision, parted from it: `§3B1.2 minor role`. */
export function partProvision(text: string): { provision?: string; label?: string } {
	const provision = sectionPattern.exec(text)?.[0] ?? '';
	const label = text.slice(provision.length).trim();
	return { ...(provision === '' ? {} : { provision: provision.trim() }), ...(label === '' ? {} : { label }) };
}

type Adjustment = NonNullable<CaseDocument['adjustments']>[number];

/** A label that begins with a section, as `§3B1.2 minor role` does, says the provision. In other words it is only text. */
function withProvision(adjustment: Adjustment): Adjustment {
	if (adjustment.provision !== undefined || adjustment.label === undefined) return adjustment;
	const parts = partProvision(adjustment.label);
	return /\d\.\d/.test(parts.provision ?? '') ? { levels: adjustment.levels, ...parts } : adjustment;
}

type Stated = Pick<CaseDocument, 'adjustments' | 'underOffenseDateManual'>;

/** The case with the provision of each adjustment whose label begins with one; the case itself where none does. */
export function withProvisions<Given extends Stated>(given: Given): Given {
	const { adjustments, underOffenseDateManual: earlier } = given;
	const stated = [...(adjustments ?? []), ...(earlier?.adjustments ?? [])];
	if (stated.every((one) => withProvision(one) === one)) return given;
	return {
		...given,
		...(adjustments && { adjustments: adjustments.map(withProvision) }),
		...(earlier && { underOffenseDateManual: withProvisions(earlier) }),
	};
}

const sectionPattern = /^\s*(?:USSG|U\.S\.S\.G\.)?\s*§?\s*(\d)[A-Z]\d+(?:\.\d+)?(?:\([^)\s]+\))*/i;
