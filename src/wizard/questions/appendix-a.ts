// To which guidelines a statute goes, and what a guideline is called: Appendix A of the Manual.
import { isWithin, sectionOf } from '../../case/statute-names.ts';
import { sectionsIn, withOwnLevel } from '../../law/guidelines.ts';
import type { Context } from './question.ts';

type Known = Pick<Context, 'law' | 'provisions' | 'editionDate'>;

/** The guidelines to which a statute goes (§1B1.2(a), Appendix A). */
export interface Referred {
	/** In printed order. */
	sections: string[];
	/** The edition itself says so, and not the index of a later one. */
	isOfEdition: boolean;
	/** What the index adds, such as when one of several applies. */
	note?: string | undefined;
}

interface Reference {
	statute: string;
	sections: readonly string[];
	note?: string | undefined;
}

/** Whether the questions of a guideline can be asked in an edition. */
export const isHeld = (section: string, { provisions }: Known): boolean =>
	withOwnLevel(provisions.guideline(section)) !== undefined;

/** The guidelines to which a statute such as `8:1326(b)(2)` goes in the edition; none where nothing is held of it. */
export function guidelinesFor(statute: string, known: Known): Referred {
	const { readIn, references } = known.provisions['statutory-index'];
	const indexed = references.flatMap(({ statutes, guidelines, note }) =>
		statutes.map((cited): Reference => ({ statute: sectionOf(cited) ?? cited, sections: guidelines, note })),
	);
	const found = [...nearestTo(statute, indexed), ...nearestTo(statute, ofTables(known))];
	const sections = [...new Set(found.flatMap((one) => one.sections))];
	return {
		sections,
		isOfEdition: known.editionDate >= readIn || sections.every((section) => isHeld(section, known)),
		note: found.find(({ note }) => note !== undefined)?.note,
	};
}

/** What the guidelines that the edition holds say of their statutes. */
function ofTables({ law, provisions, editionDate }: Known): Reference[] {
	return sectionsIn(law, editionDate).flatMap((section) =>
		(provisions.guideline(section)?.statutes ?? []).map((cited) => ({
			statute: sectionOf(cited) ?? cited,
			sections: [section],
		})),
	);
}

/** The references of the narrowest section that holds a statute; or else those of its parts. */
function nearestTo(statute: string, references: readonly Reference[]): Reference[] {
	const around = references.filter((one) => isWithin(statute, one.statute));
	const longest = Math.max(...around.map((one) => one.statute.length));
	if (around.length > 0) return around.filter((one) => one.statute.length === longest);
	return references.filter((one) => isWithin(one.statute, statute));
}

/** What a guideline is called in a few words; the empty text where no name of it is held. */
export function nameOfGuideline(section: string, { provisions }: Known): string {
	const held = provisions.guideline(section);
	if (held) return held.alsoCalled[0] ?? held.title;
	return provisions['statutory-index'].names.find((one) => one.section === section)?.title ?? '';
}

/** `§2L1.1 alien smuggling`. */
export const guidelineText = (section: string, known: Known): string =>
	`§${section} ${nameOfGuideline(section, known)}`.trim();

/** The guidelines that have names and no questions here: each with all that people call it. */
export const namedOnly = (known: Known): { section: string; names: string[] }[] => {
	const held = sectionsIn(known.law, known.editionDate).flatMap((section) => {
		const { title, alsoCalled } = known.provisions.guideline(section) ?? {};
		return title === undefined ? [] : [{ section, title, alsoCalled }];
	});
	return [...held, ...known.provisions['statutory-index'].names]
		.filter(({ section }) => !isHeld(section, known))
		.map(({ section, title, alsoCalled = [] }) => ({ section, names: [title, ...alsoCalled] }));
};

/** The title of a section of the Code that was named without one: `:1326` is `8:1326`. All titles where there are several. */
export function titlesOf(number: string, known: Known): string[] {
	const all = known.provisions['statutory-index'].references.flatMap(({ statutes }) => statutes);
	const sections = all.map((cited) => sectionOf(cited) ?? '');
	const is = (section: string): boolean => section.slice(section.indexOf(':') + 1).replace(/\(.*/, '') === number;
	return [...new Set(sections.filter(is).map((section) => section.slice(0, section.indexOf(':'))))];
}
