// The guidelines that an edition holds, and which of their rows turn on prior convictions.

import { conditionsIn } from './conditions-in.ts';
import type { Guideline, GuidelineRow } from './guideline-schema.ts';
import type { TimedConvictions } from './priors-schema.ts';
import type { Law } from './schema.ts';

/** The version of a Chapter Two guideline in an edition: the newest that is not after it. Undefined where none is held or in force. */
export function guidelineIn(law: Law, section: string, effectiveDate: string): Guideline | undefined {
	const found = law.guidelines[section]?.findLast((version) => version.effectiveDate <= effectiveDate);
	return found?.inForce ? found : undefined;
}

/** The sections of Chapter Two that an edition holds as data, in the Manual's order. */
export const sectionsIn = (law: Law, effectiveDate: string): string[] =>
	Object.keys(law.guidelines).filter((section) => guidelineIn(law, section, effectiveDate) !== undefined);

/** The guidelines of an edition whose characteristics count prior sentences from removals, in the Manual's order. */
export const guidelinesOfPriors = (law: Law, effectiveDate: string): Guideline[] =>
	sectionsIn(law, effectiveDate).flatMap((section) => {
		const guideline = guidelineIn(law, section, effectiveDate);
		return guideline && countsPriors(guideline) ? [guideline] : [];
	});

/** Whether a guideline counts prior sentences from the removals and removal orders of the case. */
export const countsPriors = (guideline: Guideline | undefined): boolean => guideline?.priors !== undefined;

/** A guideline whose base offense level is its own; undefined for one that takes the level of another guideline. */
export const withOwnLevel = (guideline: Guideline | undefined): Guideline | undefined =>
	guideline?.base.rows.some(({ levels }) => typeof levels === 'object') ? undefined : guideline;

/** A row, with the id of the characteristic of which it is one. */
export type RowOfGroup = GuidelineRow & { group: string };

/** The rows of the characteristics of a guideline, in its order. */
export function rowsOf(guideline: Guideline): readonly RowOfGroup[] {
	const known = rowsFound.get(guideline);
	if (known) return known;
	const rows = guideline.characteristics.flatMap((one) => one.rows.map((row) => ({ ...row, group: one.id })));
	rowsFound.set(guideline, rows);
	return rows;
}

const rowsFound = new WeakMap<Guideline, readonly RowOfGroup[]>();

/** What a row asks of prior convictions by their time, in its order; nothing where it does not turn on them. */
export function timedIn(row: GuidelineRow): readonly TimedConvictions[] {
	const known = timedFound.get(row);
	if (known) return known;
	const timed = conditionsIn(row.when).filter((one) => 'timing' in one);
	timedFound.set(row, timed);
	return timed;
}

const timedFound = new WeakMap<GuidelineRow, readonly TimedConvictions[]>();

/** The rows of a characteristic that turn on prior convictions by their time. */
export function timedRows(rows: readonly GuidelineRow[]): ReadonlySet<GuidelineRow> {
	const known = timedRowsFound.get(rows);
	if (known) return known;
	const timed = new Set(rows.filter((row) => timedIn(row).length > 0));
	timedRowsFound.set(rows, timed);
	return timed;
}

const timedRowsFound = new WeakMap<readonly GuidelineRow[], ReadonlySet<GuidelineRow>>();
