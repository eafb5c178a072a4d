// The role in the offense, where the guideline itself turns on it.

import type { Condition } from '../../law/condition-schema.ts';
import { conditionsIn } from '../../law/conditions-in.ts';
import type { Guideline } from '../../law/guideline-schema.ts';
import { explain } from './explanations.ts';
import { tableOf } from './guideline-facts.ts';
import { levelsText } from './levels.ts';
import type { Context, Question } from './question.ts';

/** The adjustments of the part of Chapter Three that the guideline of the case, or a limit of it, turns on. */
export function role(context: Context): Question[] {
	const guideline = tableOf(context);
	if (!guideline) return [];
	const parts = new Set(adjustmentsIn(guideline).map(partOf));
	const { adjustments } = context.provisions['chapter-three'];
	const possible = adjustments.filter(({ id }) => parts.has(partOf(id)));
	if (possible.length === 0) return [];
	return [
		{
			id: 'role',
			ask: 'Does a role in the offense, or another adjustment of that part of Chapter Three, apply?',
			short: 'Role',
			provision: [...parts].map((part) => `Ch. ${part.charAt(1)}, Pt. ${part.charAt(2)}`).join(', '),
			does: `${guideline.provision} turns on it too. A second one can be given as another change in levels.`,
			explanation: explain('role', context),
			choices: [
				{ value: null, label: 'none', key: 'n', typed: ['no', 'none'] },
				...possible.map(({ id, description, levels }) => ({
					value: id,
					label: `${id} ${description}`,
					effect: levelsText(levels),
					typed: [id, id.slice(1), description],
				})),
			],
			default: null,
			possibilities: [...possible.map(({ id, levels }) => ({ id, levels })), { id: null, levels: 0 }]
				.sort((a, b) => a.levels - b.levels)
				.map(({ id }) => id),
			fields: (value) => (value === null ? {} : { chapterThree: [value as string] }),
			from: ({ chapterThree = [] }) => chapterThree.find((one) => possible.some(({ id }) => id === one)) ?? null,
			path: ['chapterThree'],
		},
	];
}

/** The adjustments that conditions of a guideline name. */
function adjustmentsIn({ base, characteristics, caps }: Guideline): string[] {
	const named = (when: Condition | undefined): string[] =>
		conditionsIn(when).flatMap((one) => ('adjustment' in one ? one.adjustment : []));
	const rows = [...base.rows, ...base.limits, ...characteristics.flatMap((one) => one.rows)];
	return [...rows.flatMap(({ when }) => named(when)), ...caps.flatMap(({ unless }) => named(unless))];
}

/** `§3B1.2(b)` is of `§3B1`. */
const partOf = (provision: string): string => provision.split('.')[0] as string;
