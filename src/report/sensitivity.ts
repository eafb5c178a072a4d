// What one level less is worth, as marks and words.
import type { Result, SensitivityCell } from '../result/result.ts';
import type { Dress } from './dress.ts';
import { hasOtherTotal } from './total-range.ts';
import { rangeText } from './words.ts';

/** What one level less is worth, as a mark behind the range and in words. */
export const sensitivityMarks: { mark: string; words: string; applies: (cell: SensitivityCell) => boolean }[] = [
	{ mark: '=', words: 'one level lower: no change', applies: ({ oneLevelLess }) => oneLevelLess === 'none' },
	{
		mark: '^',
		words: 'one level lower: only the high end falls',
		applies: ({ oneLevelLess }) => oneLevelLess === 'high-end-only',
	},
	{ mark: '!', words: 'one level lower is in another zone', applies: ({ zoneChanges }) => zoneChanges },
];

export const marksOf = (cell: SensitivityCell): string =>
	sensitivityMarks.map(({ mark, applies }) => (applies(cell) ? mark : '')).join('');

/** The ranges around the case's level in every category, the case's own in brackets. */
export function sensitivityLines(result: Result, dress: Dress): string[] {
	const rows = result.sensitivity;
	if (!rows) return [];
	const width = 12;
	const { total } = result.offenseLevel;
	const header = (rows[0]?.cells ?? []).map((cell) => cell.criminalHistoryCategory.padStart(width)).join('');
	const lines = rows.map(({ offenseLevel, cells }) => {
		const ranges = cells.map((cell) => {
			const own = offenseLevel === total && cell.criminalHistoryCategory === result.criminalHistoryCategory;
			const text = `${own ? `[${rangeText(cell.range)}]` : rangeText(cell.range)}${marksOf(cell)}`.padStart(width);
			return own ? dress.bold(text) : text;
		});
		return `  ${String(offenseLevel).padStart(3)}${ranges.join('')}`;
	});
	const used = sensitivityMarks.filter(({ applies }) => rows.some(({ cells }) => cells.some(applies)));
	return [
		`  Sensitivity: the guideline range${hasOtherTotal(result) ? ' for the other counts' : ''} at nearby levels, by category`,
		`     ${header}`,
		...lines,
		...used.map(({ mark, words }) => `      ${mark} ${words}`),
	];
}
