// The shape of tables/sentencing-table.
import * as z from 'zod';
import { categories } from '../case/category.ts';
import { cell, citation, provision, version } from './table-fields.ts';

const perCategory = <T extends z.ZodType>(value: T) => z.array(value).length(categories.length);

const parts = z.strictObject({
	...version,
	derivedCells: z
		.strictObject({ where: z.string(), maximumBelowMonths: z.int(), citation, note: z.string() })
		.optional(),
	levelLimits: z.strictObject({ lowest: z.int(), highest: z.int(), provision, citation }),
	criminalHistoryCategories: z
		.array(z.strictObject({ category: z.enum(categories), minimumPoints: z.int(), maximumPoints: z.int().nullable() }))
		.length(categories.length),
	zones: z.array(z.strictObject({ zone: z.enum(['A', 'B', 'C', 'D']), lastLevel: perCategory(z.int()) })),
	rows: z.array(z.strictObject({ level: z.int(), cells: perCategory(cell) })),
});

type Parts = z.infer<typeof parts>;

/** Where in the table something is wrong, and what. */
interface Fault {
	path: (string | number)[];
	message: string;
}

export const sentencingTable = parts
	.refine(
		({ rows, levelLimits: { lowest, highest } }) =>
			rows.length === highest - lowest + 1 && rows.every((row, index) => row.level === lowest + index),
		'one row for each offense level, in order',
	)
	.refine(
		({ criminalHistoryCategories: rows }) =>
			rows.every(
				(row, index) =>
					row.category === categories[index] && row.minimumPoints === (rows[index - 1]?.maximumPoints ?? -1) + 1,
			),
		'the points of each category follow on those of the one before',
	)
	.superRefine((table, context) => {
		for (const { path, message } of [...faultsOfCells(table), ...faultsOfZones(table)])
			context.addIssue({ code: 'custom', path, message });
	});

/** Cells with a minimum above their maximum. */
const faultsOfCells = ({ rows }: Parts): Fault[] =>
	rows.flatMap(({ level, cells }, row) =>
		cells.flatMap((printed, column) => {
			const [low = '', high = 'life'] = printed.split('-');
			if (high === 'life' || Number(low) <= Number(high)) return [];
			const message = `level ${level}, category ${categories[column]}: "${printed}" has its minimum above its maximum`;
			return [{ path: ['rows', row, 'cells', column], message }];
		}),
	);

/** Zones that end below the one before them, and a last one that does not reach the end of the table. */
const faultsOfZones = ({ zones, levelLimits: { highest } }: Parts): Fault[] =>
	zones.flatMap(({ zone, lastLevel }, index) =>
		lastLevel.flatMap((level, column) => {
			const path = ['zones', index, 'lastLevel', column];
			const before = zones[index - 1];
			const beforeEnds = before?.lastLevel[column] ?? level;
			if (before && level < beforeEnds) {
				const message = `category ${categories[column]}: Zone ${zone} ends at level ${level}, below level ${beforeEnds}, where Zone ${before.zone} ends`;
				return [{ path, message }];
			}
			if (index < zones.length - 1 || level === highest) return [];
			const message = `category ${categories[column]}: Zone ${zone} is the last and ends at level ${level}, not at level ${highest}, where the table ends`;
			return [{ path, message }];
		}),
	);
