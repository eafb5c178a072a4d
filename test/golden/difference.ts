/** An answer that changed: the line that stood before and the line that stands now. */
interface Change {
	before: string;
	now: string;
}

/** What stored answers and those of now do not share: lines of new cases, answers that changed, and lines of cases that are gone. */
function differenceOf(before: string, now: string): { added: string[]; changed: Change[]; gone: string[] } {
	const [old, current] = [linesById(before), linesById(now)];
	const changed = [...current].flatMap(([id, line]) => {
		const stood = old.get(id);
		return stood === undefined || stood === line ? [] : [{ before: stood, now: line }];
	});
	return {
		added: [...current].filter(([id]) => !old.has(id)).map(([, line]) => line),
		changed,
		gone: [...old].filter(([id]) => !current.has(id)).map(([, line]) => line),
	};
}

const linesById = (answers: string): Map<string, string> =>
	new Map(
		answers
			.split('\n')
			.filter((line) => line !== '')
			.map((line) => [line.split(' | ')[0] as string, line]),
	);

/** What `npm run golden` prints: of the first changed answers what stood before above what stands now, and the counts. */
export function difference(before: string, now: string): string {
	const { added, changed, gone } = differenceOf(before, now);
	const shown = changed.slice(0, 20).map((one) => `  before ${one.before}\n  now    ${one.now}\n`);
	const more = changed.length > shown.length ? `  and ${changed.length - shown.length} more\n` : '';
	const lost = gone.length > 0 ? `, ${gone.length} gone` : '';
	return `${shown.join('\n')}${more}answers: ${changed.length} changed, ${added.length} new${lost}\n`;
}
