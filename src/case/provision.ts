// Provisions as people write them, and the section they are of.
/** The chapter of a provision such as `§3B1.2`, `3B1.2` or `USSG §3B1.2`; undefined where it names none. */
export function chapterOf(provision: string): number | undefined {
	const chapter = sectionPattern.exec(provision)?.[1];
	return chapter === undefined ? undefined : Number(chapter);
}

/** Whether the provision of an adjustment names a section, such as `§3B1.2`, with or without its sign, in any case of letters. */
export const namesSection = (provision: string, section: string): boolean =>
	provision.includes(section.slice(1)) ||
	provision.replace(/\s+/g, '').toUpperCase().includes(section.slice(1).toUpperCase());

/** A label that begins with a provision, parted from it: `§3B1.2 minor role`. */
export function partProvision(text: string): { provision?: string; label?: string } {
	const provision = sectionPattern.exec(text)?.[0] ?? '';
	const label = text.slice(provision.length).trim();
	return { ...(provision === '' ? {} : { provision: provision.trim() }), ...(label === '' ? {} : { label }) };
}

const sectionPattern = /^\s*(?:USSG|U\.S\.S\.G\.)?\s*§?\s*(\d)[A-Z]\d+(?:\.\d+)?(?:\([^)\s]+\))*/i;
