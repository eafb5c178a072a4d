// The tables of a report.
import { categories } from '../case/category.ts';
import { provisionsOf } from '../law/editions.ts';
import type { Law } from '../law/schema.ts';
import { cellAt } from '../law/sentencing-table.ts';
import type { Result, SensitivityCell } from '../result/result.ts';
import { disputedBlocks } from './disputed-facts.ts';
import type { Block, Grid } from './document.ts';
import { rangesPicture, tablePicture } from './pictures.ts';
import { marksOf, sensitivityMarks } from './sensitivity.ts';
import { bearsFastTrack } from './statements.ts';
import { hasOtherTotal } from './total-range.ts';
import { rangeInMonths, rangeText } from './words.ts';

/** The part of the Sentencing Table around the cell, with the cell marked, and the whole as a picture. */
export function tableBlocks(result: Result, law: Law): Block[] {
	const table = provisionsOf(law, result.edition.effectiveDate)['sentencing-table'];
	const { total } = result.offenseLevel;
	const { lowest, highest } = table.levelLimits;
	const reach = 3;
	const levels = table.rows
		.map((row) => row.level)
		.filter((level) => Math.abs(level - total) <= reach && level >= lowest && level <= highest);
	const zone = result.tableRange.zone === null ? '' : `, in Zone ${result.tableRange.zone}`;
	return [
		{
			kind: 'grid',
			caption:
				'Months of imprisonment by offense level and criminal history category, with the cell of this case marked',
			columns: categoryColumns(),
			rows: levels.map((level) => [
				{ text: String(level) },
				...categories.map((category) => {
					const marked = level === total && category === result.criminalHistoryCategory;
					const text = rangeText(cellAt(table, level, category));
					return { text: marked ? `[${text}]` : text, marked };
				}),
			]),
		},
		{
			kind: 'picture',
			svg: tablePicture(table, total, result.criminalHistoryCategory),
			caption: `The whole table: the cell for level ${total} and category ${result.criminalHistoryCategory} is ${rangeInMonths(result.tableRange)}${zone}.`,
		},
	];
}

const categoryColumns = (): Grid['columns'] => [
	{ heading: 'Level', numeric: true },
	...categories.map((category) => ({ heading: category, numeric: true })),
];

/** The scenarios of a fast-track reduction side by side. */
export function fastTrackGrid(result: Result): Grid | undefined {
	const { fastTrack } = result;
	if (!fastTrack.available || !bearsFastTrack(result)) return undefined;
	return {
		kind: 'grid',
		caption: 'Each reduction, counted from the level without fast track, after the table and the statutory limits',
		columns: [
			{ heading: 'Levels', numeric: true },
			{ heading: 'Offense level', numeric: true },
			{ heading: 'Table range', numeric: true },
			{ heading: 'Range', numeric: true },
		],
		rows: fastTrack.outcomes.map(({ levels, offenseLevel, tableRange, range }) => [
			{ text: String(levels) },
			{ text: String(offenseLevel) },
			{ text: rangeText(tableRange) },
			{ text: rangeText(range), marked: levels === fastTrack.levels },
		]),
	};
}

/** What an argument is worth: over levels and category, and over each disputed fact of a case of drugs. */
export const sensitivityBlocks = (result: Result): Block[] => [...levelBlocks(result), ...disputedBlocks(result)];

/** The ranges around the case's level in every category, what one level less is worth, and a picture of the case's category. */
function levelBlocks(result: Result): Block[] {
	const rows = result.sensitivity;
	if (!rows) return [];
	const { total } = result.offenseLevel;
	const category = result.criminalHistoryCategory;
	const own = rows.map(({ offenseLevel, cells }) => ({
		offenseLevel,
		cell: cells.find((cell) => cell.criminalHistoryCategory === category) as SensitivityCell,
	}));
	const used = sensitivityMarks.filter(({ applies }) => rows.some(({ cells }) => cells.some(applies)));
	const legend = used.map(({ mark, words }) => `${mark} ${words}`).join('; ');
	return [
		{
			kind: 'grid',
			caption: `Guideline range in months${hasOtherTotal(result) ? ' for the other counts' : ''} at nearby levels, by category, with the statutory limits applied`,
			columns: categoryColumns(),
			rows: rows.map(({ offenseLevel, cells }) => [
				{ text: String(offenseLevel) },
				...cells.map((cell) => {
					const marked = offenseLevel === total && cell.criminalHistoryCategory === category;
					const text = marked ? `[${rangeText(cell.range)}]` : rangeText(cell.range);
					return { text: `${text}${marksOf(cell)}`, marked };
				}),
			]),
		},
		...(legend === '' ? [] : [{ kind: 'note' as const, text: `Marks: ${legend}.` }]),
		{
			kind: 'facts',
			rows: [
				{ label: `Category ${category}`, lines: own.map(({ offenseLevel, cell }) => worthOf(offenseLevel, cell)) },
			],
		},
		{
			kind: 'picture',
			svg: rangesPicture(
				own.map(({ offenseLevel, cell }) => ({
					label: String(offenseLevel),
					range: cell.range,
					marked: offenseLevel === total,
				})),
				`Guideline ranges in category ${category}, by offense level`,
			),
			caption: `Guideline ranges in category ${category} from level ${own[0]?.offenseLevel} to ${own.at(-1)?.offenseLevel}; the case is at level ${total}, ${rangeInMonths(result.guidelineRange)}.`,
		},
	];
}

const worth = {
	none: 'one level lower: no change',
	'high-end-only': 'one level lower: only the high end falls',
	'lowers-range': 'one level lower: the low end falls',
};

function worthOf(level: number, { range, zone, oneLevelLess, zoneChanges }: SensitivityCell): string {
	const words = oneLevelLess === null ? 'the lowest level of the table' : worth[oneLevelLess];
	const edge = zoneChanges ? `, and the range leaves Zone ${zone}` : '';
	return `level ${level}: ${rangeInMonths(range)}; ${words}${edge}`;
}
