// A report as a Word document.
import {
	AlignmentType,
	Document,
	Footer,
	HeadingLevel,
	Packer,
	PageNumber,
	Paragraph,
	Table,
	TableCell,
	TableRow,
	TextRun,
	WidthType,
} from 'docx';
import { type Block, type Facts, type Grid, keptTogether, type ReportDocument } from '../document.ts';
import { withoutDates } from './zip.ts';

/** Letter paper with margins of 0.9 inch, in twentieths of a point. */
const page = { width: 12_240, height: 15_840, margin: 1_296 };
const textWidth = page.width - 2 * page.margin;

/** The report as a Word document: real headings, tables with header rows. The same report gives the same bytes. */
export async function docxReport(report: ReportDocument): Promise<Uint8Array> {
	const { title, caption, answer, sections } = report;
	const { margin } = page;
	const document = new Document({
		title,
		styles: {
			default: {
				document: { run: { font: 'Times New Roman', size: 22, language: { value: 'en-US' } } },
				title: { run: { size: 36, bold: true }, paragraph: { spacing: { after: 80 } } },
				heading1: {
					run: { size: 26, bold: true, color: '222222' },
					paragraph: { spacing: { before: 160, after: 80 } },
				},
			},
		},
		sections: [
			{
				properties: {
					page: {
						size: { width: page.width, height: page.height },
						margin: { top: margin, bottom: margin, left: margin, right: margin },
					},
				},
				footers: { default: new Footer({ children: [pageNumber()] }) },
				children: [
					new Paragraph({ text: title, heading: HeadingLevel.TITLE }),
					...(caption === undefined
						? []
						: [new Paragraph({ spacing: { after: 80 }, children: [new TextRun({ text: caption, size: 26 })] })]),
					new Paragraph({ children: [new TextRun({ text: answer, bold: true })] }),
					...sections.flatMap(({ heading, blocks }) => [
						new Paragraph({ text: heading, heading: HeadingLevel.HEADING_1, keepNext: true }),
						...blocks.flatMap(blockParts),
					]),
				],
			},
		],
	});
	const core = { path: 'docProps/core.xml', data: coreProperties(title) };
	const bytes = await Packer.toBuffer(document, false, [core]);
	return withoutDates(bytes);
}

const pageNumber = (): Paragraph =>
	new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ children: [PageNumber.CURRENT] })] });

function blockParts(block: Block): (Paragraph | Table)[] {
	switch (block.kind) {
		case 'picture':
			return [];
		case 'note':
			return [new Paragraph({ text: block.text })];
		case 'facts':
			return [factsTable(block), new Paragraph({})];
		case 'grid':
			return [
				new Paragraph({ keepNext: true, children: [new TextRun({ text: block.caption, italics: true })] }),
				gridTable(block),
				new Paragraph({}),
			];
	}
}

function factsTable({ rows }: Facts): Table {
	const widths = [textWidth * 0.22, textWidth * 0.78].map(Math.round);
	return tableOf(
		widths,
		rows.map(
			({ label, lines }) =>
				new TableRow({
					cantSplit: true,
					children: [cell(widths[0] as number, [label], { bold: true }), cell(widths[1] as number, lines, {})],
				}),
		),
	);
}

function gridTable({ columns, rows }: Grid): Table {
	const widths = widthsOf({ columns, rows });
	const kept = rows.length <= keptTogether;
	const head = new TableRow({
		tableHeader: true,
		cantSplit: true,
		children: columns.map(({ heading, numeric }, index) =>
			cell(widths[index] as number, [heading], { bold: true, right: numeric, shaded: 'E8E8E8', keepNext: true }),
		),
	});
	const body = rows.map(
		(row, at) =>
			new TableRow({
				cantSplit: true,
				children: row.map(({ text, marked = false }, index) =>
					cell(widths[index] as number, [text], {
						keepNext: kept && at < rows.length - 1,
						bold: marked || index === 0,
						right: columns[index]?.numeric === true,
						...(marked ? { shaded: 'FFE9A8' } : {}),
					}),
				),
			}),
	);
	return tableOf(widths, [head, ...body]);
}

/** Numbers want little room; what is left goes to the words, to each column by how much it has to say. */
function widthsOf({ columns, rows }: Pick<Grid, 'columns' | 'rows'>): number[] {
	const narrow = Math.round(textWidth * 0.13);
	const [least, most] = [12, 40];
	const shares = columns.map(({ numeric, heading }, index) => {
		const longest = Math.max(heading.length, ...rows.map((row) => row[index]?.text.length ?? 0));
		return numeric ? 0 : Math.min(Math.max(longest, least), most);
	});
	const all = shares.reduce((sum, share) => sum + share, 0);
	if (all === 0) return columns.map(() => Math.floor(textWidth / columns.length));
	const room = textWidth - narrow * columns.filter(({ numeric }) => numeric).length;
	return columns.map(({ numeric }, index) => (numeric ? narrow : Math.floor((room * (shares[index] as number)) / all)));
}

const tableOf = (widths: number[], rows: TableRow[]): Table =>
	new Table({ columnWidths: widths, width: { size: textWidth, type: WidthType.DXA }, rows });

interface Look {
	bold?: boolean;
	right?: boolean;
	shaded?: string;
	/** True where the row stays on the page of the next one. */
	keepNext?: boolean;
}

function cell(
	width: number,
	lines: readonly string[],
	{ bold = false, right = false, shaded, keepNext = false }: Look,
): TableCell {
	return new TableCell({
		width: { size: width, type: WidthType.DXA },
		margins: { top: 30, bottom: 30, left: 80, right: 80 },
		...(shaded === undefined ? {} : { shading: { fill: shaded } }),
		children: lines.map(
			(text) =>
				new Paragraph({
					...(keepNext ? { keepNext } : {}),
					...(right ? { alignment: AlignmentType.RIGHT } : {}),
					children: [new TextRun({ text, bold, size: 20 })],
				}),
		),
	});
}

/** The properties of the document without a day or a person: what the library writes there changes with the clock. */
const coreProperties = (title: string): string =>
	`<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${title.replace(/[<&]/g, (sign) => `&#${sign.charCodeAt(0)};`)}</dc:title></cp:coreProperties>`;
