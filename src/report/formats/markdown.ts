// A report as Markdown.
import type { Block, ReportDocument } from '../document.ts';

/** The report as Markdown with tables (GitHub's). Pictures are left out: the text beside them says the same. */
export function markdownReport({ title, caption, answer, sections }: ReportDocument): string {
	const parts = [
		`# ${escaped(title)}`,
		...(caption === undefined ? [] : [`**${escaped(caption)}**`]),
		escaped(answer),
		...sections.flatMap(({ heading, blocks }) => [`## ${escaped(heading)}`, ...blocks.flatMap(blockLines)]),
	];
	return `${parts.join('\n\n')}\n`;
}

function blockLines(block: Block): string[] {
	switch (block.kind) {
		case 'note':
			return [escaped(block.text)];
		case 'picture':
			return [];
		case 'facts':
			return [
				tableText(
					['Item', 'Answer'],
					[false, false],
					block.rows.map(({ label, lines }) => [`**${escaped(label)}**`, lines.map(escaped).join('<br>')]),
				),
			];
		case 'grid':
			return [
				`${escaped(block.caption)}:`,
				tableText(
					block.columns.map(({ heading }) => escaped(heading)),
					block.columns.map(({ numeric }) => numeric),
					block.rows.map((row) => row.map(({ text, marked }) => (marked ? `**${escaped(text)}**` : escaped(text)))),
				),
			];
	}
}

function tableText(headings: string[], numeric: boolean[], rows: string[][]): string {
	const rule = numeric.map((right) => (right ? '---:' : '---'));
	return [headings, rule, ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** Text in which nothing is markup, a link, an image, a formula, an entity, an item of a list or the edge of a cell. */
function escaped(text: string): string {
	return text
		.replace(/[\\`*_{}[\]<>|#~!$@&]/g, (character) => entities[character] ?? `\\${character}`)
		.replace(/:(?=\/\/|[\w+-]+:)/g, '\\:')
		.replace(/\bwww\./gi, (found) => `${found.slice(0, -1)}\\.`)
		.replace(/^([-+=]|\d+(?=[.)]\s))/, (start) => (/\d/.test(start) ? `${start}\\` : `\\${start}`));
}
