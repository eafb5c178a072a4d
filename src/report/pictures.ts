// The pictures of a report, as SVG.
import { type Category, categories } from '../case/category.ts';
import type { Months } from '../case/months.ts';
import type { SentencingTable } from '../law/schema.ts';
import { cellAt } from '../law/sentencing-table.ts';
import type { Range } from '../result/result.ts';
import { rangeText } from './words.ts';

/** Pictures as SVG, drawn from numbers alone: no text of the user's stands in them. The report says the same in words. */

const zoneFill: Record<string, string> = { A: '#e6f0e6', B: '#cfe0ee', C: '#f3e3c3', D: '#e4e4e8', none: '#ececec' };

/** The whole Sentencing Table, zones shaded, the cell of the case framed. */
export function tablePicture(table: SentencingTable, level: number, category: Category): string {
	const [width, height, left, top] = [76, 11, 34, 16];
	const cells = table.rows.flatMap((row, index) =>
		categories.map((column, at) => {
			const { zone, ...range } = cellAt(table, row.level, column);
			const [x, y] = [left + at * width, top + index * height];
			const own = row.level === level && column === category;
			const frame = own ? ' stroke="#7a1020" stroke-width="2"' : ' stroke="#ffffff" stroke-width="0.5"';
			const weight = own ? ' font-weight="bold"' : '';
			return {
				own,
				svg: `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${zoneFill[zone ?? 'none']}"${frame}/><text x="${x + width / 2}" y="${y + 8.4}" text-anchor="middle"${weight}>${rangeText(range)}</text>`,
			};
		}),
	);
	const heads = categories.map((column, at) => text(left + at * width + width / 2, 11, column, ['middle']));
	const levels = table.rows.map((row, index) => text(left - 6, top + index * height + 8.4, String(row.level), ['end']));
	const drawn = [...cells.filter(({ own }) => !own), ...cells.filter(({ own }) => own)].map(({ svg }) => svg);
	const zones = table.zones.length === 0 ? [] : zoneLegend(left, top + table.rows.length * height + 12);
	const size = { width: left + width * categories.length + 4, height: top + table.rows.length * height + 18 };
	return picture(size, 'The Sentencing Table with the cell of the case framed', [
		...heads,
		...levels,
		...drawn,
		...zones,
	]);
}

function zoneLegend(left: number, y: number): string[] {
	return ['A', 'B', 'C', 'D'].flatMap((zone, index) => [
		`<rect x="${left + index * 76}" y="${y - 7}" width="10" height="8" fill="${zoneFill[zone]}" stroke="#555555" stroke-width="0.5"/>`,
		text(left + index * 76 + 14, y, `Zone ${zone}`, ['start']),
	]);
}

/** A range a line, each as a bar from its low to its high end. */
export function rangesPicture(
	lines: readonly { label: string; range: Range; marked: boolean }[],
	title: string,
): string {
	const [left, width, height, top] = [44, 380, 18, 20];
	const ends = lines.flatMap(({ range }) => [range.minimumMonths, range.maximumMonths]);
	const longest = Math.max(...ends.map((months) => (months === 'life' ? 0 : months)), 12);
	const hasLife = ends.includes('life');
	const span = hasLife ? longest * 1.15 : longest;
	const at = (months: Months): number => round(left + (width * (months === 'life' ? span : months)) / span);
	const bars = lines.flatMap(({ label, range, marked }, index) => {
		const y = top + index * height;
		const [from, to] = [at(range.minimumMonths), at(range.maximumMonths)];
		const fill = marked ? '#7a1020' : '#5b6b82';
		const weight = marked ? ' font-weight="bold"' : '';
		return [
			text(left - 8, y + 11, label, ['end', weight]),
			`<rect x="${from}" y="${y + 3}" width="${Math.max(round(to - from), 2)}" height="10" fill="${fill}"/>`,
			text(left + width + 8, y + 11, rangeText(range), ['start', weight]),
		];
	});
	const bottom = top + lines.length * height;
	const axis = ticksOf(longest).flatMap((months) => [
		`<line x1="${at(months)}" y1="${top}" x2="${at(months)}" y2="${bottom}" stroke="#bbbbbb" stroke-width="0.5"/>`,
		text(at(months), 12, String(months), ['middle']),
	]);
	const life = hasLife ? [text(at('life'), 12, 'life', ['middle'])] : [];
	return picture({ width: left + width + 76, height: bottom + 6 }, title, [...axis, ...life, ...bars]);
}

/** Round numbers of months from 0 up, no more than six. */
function ticksOf(longest: number): number[] {
	const step = [6, 12, 24, 60, 120].find((candidate) => longest / candidate <= 6) ?? 120;
	return Array.from({ length: Math.floor(longest / step) + 1 }, (_, index) => index * step);
}

const round = (value: number): number => Math.round(value * 10) / 10;

/** Words at a place; after the anchor, other attributes may follow. */
const text = (x: number, y: number, words: string, [anchor, more = '']: readonly [string, string?]): string =>
	`<text x="${x}" y="${y}" text-anchor="${anchor}"${more}>${words}</text>`;

function picture(
	{ width, height }: { width: number; height: number },
	title: string,
	parts: readonly string[],
): string {
	return `<svg viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${title}" font-family="sans-serif" font-size="8.5" fill="#111111">${parts.join('')}</svg>`;
}
