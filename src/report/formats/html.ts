// A report as an HTML page.
import { type Block, type Facts, type Grid, keptTogether, type ReportDocument } from '../document.ts';

/** The report as one HTML file: no script, nothing loaded from elsewhere, made to be printed on Letter paper. */
export function htmlReport({ title, caption, answer, sections }: ReportDocument): string {
	const name = caption === undefined ? title : `${title}: ${caption}`;
	const body = sections.map(
		({ heading, blocks }) => `<section>\n<h2>${escaped(heading)}</h2>\n${blocks.map(blockText).join('\n')}\n</section>`,
	);
	return [
		'<!DOCTYPE html>',
		'<html lang="en">',
		'<head>',
		'<meta charset="utf-8">',
		`<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
		'<meta name="viewport" content="width=device-width, initial-scale=1">',
		`<title>${escaped(name)}</title>`,
		`<style>${style}</style>`,
		'</head>',
		'<body>',
		'<main>',
		`<h1>${escaped(title)}</h1>`,
		...(caption === undefined ? [] : [`<p class="caption"><bdi>${escaped(caption)}</bdi></p>`]),
		`<p class="answer">${escaped(answer)}</p>`,
		...body,
		'</main>',
		'</body>',
		'</html>',
		'',
	].join('\n');
}

function blockText(block: Block): string {
	switch (block.kind) {
		case 'note':
			return `<p>${escaped(block.text)}</p>`;
		case 'picture':
			return `<figure>${block.svg}<figcaption>${escaped(block.caption)}</figcaption></figure>`;
		case 'facts':
			return factsText(block);
		case 'grid':
			return gridText(block);
	}
}

function factsText({ rows }: Facts): string {
	const entries = rows.map(
		({ label, lines }) =>
			`<div><dt>${escaped(label)}</dt>${lines.map((line) => `<dd>${bidi(line)}</dd>`).join('')}</div>`,
	);
	const lines = rows.flatMap((row) => row.lines).length;
	return `<dl${lines <= keptTogether ? ' class="kept"' : ''}>\n${entries.join('\n')}\n</dl>`;
}

function gridText({ caption, columns, rows }: Grid): string {
	const head = columns.map(({ heading, numeric }) => `<th scope="col"${classOf(numeric)}>${escaped(heading)}</th>`);
	const body = rows.map((row) => {
		const cells = row.map(({ text, marked }, index) => {
			const numeric = classOf(columns[index]?.numeric === true);
			if (index === 0) return `<th scope="row"${numeric}>${bidi(text)}</th>`;
			return `<td${numeric}>${marked ? `<mark>${bidi(text)}</mark>` : bidi(text)}</td>`;
		});
		return `<tr>${cells.join('')}</tr>`;
	});
	const kept = rows.length <= keptTogether ? ' class="kept"' : '';
	return `<table${kept}>\n<caption>${escaped(caption)}</caption>\n<thead><tr>${head.join('')}</tr></thead>\n<tbody>\n${body.join('\n')}\n</tbody>\n</table>`;
}

const classOf = (numeric: boolean): string => (numeric ? ' class="n"' : '');

/** Text apart from the writing direction around it, where it has letters that run from right to left. */
const bidi = (text: string): string =>
	/[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}]/u.test(text)
		? `<bdi>${escaped(text)}</bdi>`
		: escaped(text);

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => entities[character] as string);

const style = `
@page { size: letter; margin: 0.8in; @bottom-center { content: counter(page) " of " counter(pages); font: 9pt Georgia, "Times New Roman", serif } }
body { font: 15px/1.45 Georgia, "Times New Roman", serif; color: #111; background: #fff; margin: 0 }
main { max-width: 46rem; margin: 0 auto; padding: 1.5rem; overflow-wrap: anywhere }
h1 { font-size: 1.5rem; margin: 0 0 .3rem }
h2 { font-size: 1.1rem; margin: 1.6rem 0 .5rem; border-bottom: 1px solid #777; break-after: avoid }
.caption { font-size: 1.1rem; margin: .2rem 0 }
.answer { font-weight: bold; font-size: 1.1rem; margin: .4rem 0 0 }
table { border-collapse: collapse; width: 100%; margin: .6rem 0; font-size: .9rem }
caption { text-align: left; font-style: italic; padding-bottom: .3rem }
th, td { border: 1px solid #999; padding: .2rem .45rem; text-align: left; vertical-align: top }
thead th { background: #eee }
tbody th:not(.n) { min-width: 6.5rem }
td:not(.n) { min-width: 5.5rem }
th.n, td.n { text-align: right; white-space: nowrap }
mark { background: #ffe9a8; color: #111; font-weight: bold }
dl { margin: .5rem 0 }
dl div { display: grid; grid-template-columns: 9rem 1fr; border-top: 1px solid #ccc; padding: .2rem 0 }
dt { font-weight: bold; grid-column: 1 }
dd { margin: 0; grid-column: 2 }
figure { margin: 1rem 0 }
figure svg { width: 78%; height: auto }
figcaption { font-style: italic; font-size: .9rem }
tr, dl div, figure, table.kept, dl.kept { break-inside: avoid }
thead { display: table-header-group; break-after: avoid }
tbody tr:first-child { break-before: avoid }
@media print { body { font-size: 11pt } main { max-width: none; padding: 0 1px } * { print-color-adjust: exact } }
`;
