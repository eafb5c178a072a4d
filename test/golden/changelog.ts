/** Where CHANGELOG.md names what changed an answer, and how it must be said there. */
const heading = 'Changes to past results';

/** The law, or a fault of the program. */
const cause = /§|U\.S\.C\.|\bamendments? \d|\bManual of\b|\bfaults?\b/i;

/**
 * What CHANGELOG.md lacks on the answers with this fingerprint; undefined where nothing. A list item under "Changes to past
 * results" must bear the fingerprint and name the law or the fault behind the change.
 */
export function missingFrom(changelog: string, fingerprint: string): string | undefined {
	const mark = `(golden ${fingerprint})`;
	const items = sections(changelog).flatMap((section) => section.split(/^- /m).slice(1));
	const item = items.find((one) => one.includes(mark))?.replaceAll(/\s+/g, ' ');
	if (item === undefined) return `no item under "${heading}" in CHANGELOG.md ends with ${mark}`;
	if (item.match(/\(golden /g)?.length !== 1) return `the item with ${mark} speaks of other answers too`;
	return cause.test(item) ? undefined : `the item with ${mark} names neither the law nor a fault of the program`;
}

/** The text under each heading for changes to past results, one for each release. */
const sections = (changelog: string): string[] =>
	changelog
		.split(/^#+ /m)
		.filter((part) => part.startsWith(`${heading}\n`))
		.map((part) => part.slice(heading.length));
