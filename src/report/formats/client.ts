// The page for the client, as text and as a report.
import type { ClientPage } from '../client/page.ts';
import type { ReportDocument } from '../document.ts';
import { asText, type Dress, plainDress } from '../dress.ts';
import { wrap } from '../words.ts';

/** Short lines are easier to read. */
const lineWidth = 68;

const notesHeading = 'Notes for your lawyer';

/** The page as text: short lines, a blank line after each paragraph, nothing in columns. */
export function clientText({ title, caption, parts, notes }: ClientPage, dress: Dress = plainDress): string {
	const paragraph = (text: string, indent = '   '): string[] =>
		wrap(text, lineWidth - indent.length).map((line) => `${indent}${line}`);
	const heading = (text: string): string => dress.strong(text.toUpperCase());
	return asText(
		[
			[dress.strong(title.toUpperCase()), ...(caption === undefined ? [] : wrap(caption, lineWidth))],
			...parts.map(({ heading: name, paragraphs }) => [
				heading(name),
				...paragraphs.flatMap((text, index) => [...(index === 0 ? [] : ['']), ...paragraph(text)]),
			]),
			notes.length === 0
				? []
				: [heading(notesHeading), ...notes.flatMap((note, index) => paragraph(`[${index + 1}] ${note}`))],
		],
		dress,
	);
}

/** The same as the parts of a report, for Word, a browser or Markdown. */
export function clientReport({ title, caption, parts, notes }: ClientPage): ReportDocument {
	const [range, ...rest] = parts;
	const [answer = '', ...others] = range?.paragraphs ?? [];
	return {
		title,
		caption,
		answer,
		sections: [
			...(others.length === 0 ? [] : [{ heading: range?.heading ?? '', blocks: others.map(asNote) }]),
			...rest.map(({ heading, paragraphs }) => ({ heading, blocks: paragraphs.map(asNote) })),
			...(notes.length === 0
				? []
				: [{ heading: notesHeading, blocks: notes.map((note, index) => asNote(`[${index + 1}] ${note}`)) }]),
		],
	};
}

const asNote = (text: string) => ({ kind: 'note' as const, text });
