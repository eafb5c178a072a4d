// Adjustments by the Manual's own letters and numbers (Chapter Three, Parts A to C).
import { type Category, greaterCategory } from '../../case/category.ts';
import { factMissing, InputError, shown } from '../../case/errors.ts';
import { namedInOtherGroups } from '../../case/fact-checks.ts';
import type { CaseDocument } from '../../case/schema.ts';
import type { Provisions } from '../../law/schema.ts';
import type { Step } from '../../result/result.ts';
import type { Trace } from '../steps/trace.ts';

type Named = Provisions['chapter-three']['adjustments'][number];

/**
 * Chapter Three, Parts A to C, by the Manual's own designations, in the Manual's order: the edition knows the levels.
 * Throws InputError where the edition has no such adjustment, where two exclude each other, or where one adds to
 * another that the case does not name.
 */
export function namedAdjustments(
	{ chapterThree: named }: Pick<CaseDocument, 'chapterThree'>,
	provisions: Provisions,
): Named[] {
	if (named === undefined) return [];
	const { adjustments } = provisions['chapter-three'];
	const counted: Named[] = [];
	for (const [index, id] of named.entries()) {
		const path = `/chapterThree/${index}`;
		const found = adjustments.find((adjustment) => adjustment.id === id);
		if (!found) {
			const known = adjustments.map((adjustment) => adjustment.id).join(', ');
			throw new InputError(
				'no-such-adjustment',
				path,
				`${shown(id)} is not an adjustment of this edition. It has ${known}`,
			);
		}
		const other = counted.find(
			({ excludes, id: counts }) => counts === id || (excludes && excludes === found.excludes),
		);
		if (other) {
			throw new InputError(
				'excludes-another',
				path,
				`${shown(id)} and ${other.id} exclude each other`,
				'keep one of them',
			);
		}
		if (found.needs !== undefined && !named.includes(found.needs)) {
			throw new InputError(
				'needs-another',
				path,
				`${shown(id)} applies only with ${found.needs}, which the case does not name`,
				'Include both',
			);
		}
		counted.push(found);
	}
	return adjustments.filter((adjustment) => counted.includes(adjustment));
}

/**
 * Adds one named adjustment, and what is lacking to the least level that it sets. `unplaced` is the sum of the levels
 * given without a provision. Throws InputError where it matters whether those come before the least level or after it.
 */
export function addNamed(trace: Trace, named: Named, unplaced: number): void {
	const { id, description, levels, leastLevel: least, category } = named;
	trace.add(id, description, levels);
	if (least) {
		const raised = (level: number) => Math.max(level, least.level);
		if (raised(trace.level + unplaced) !== raised(trace.level) + unplaced) {
			throw factMissing('/adjustments', {
				question: 'Which provision does each adjustment come under?',
				problem: `${least.provision} sets a minimum level of ${least.level}, so the order of the adjustments matters`,
				remedy: 'give the provision of each',
			});
		}
		if (trace.level < least.level) {
			trace.add(least.provision, `at least level ${least.level}`, least.level - trace.level);
		}
	}
	if (category) trace.add(category.provision, `criminal history category ${category.category}`, 0);
}

/** The category found, or the higher one that a named adjustment commands (§3A1.4(b)). */
export function categoryCommanded(document: CaseDocument, provisions: Provisions, found: Category): Category {
	return [found, ...commandedCategories(document, provisions)].reduce(greaterCategory);
}

/** The categories that adjustments of the case, or of another of its Groups, command. */
const commandedCategories = (document: CaseDocument, provisions: Provisions): Category[] =>
	[document, ...(document.otherGroups ?? [])]
		.flatMap((group) => namedIn(group, provisions))
		.flatMap(({ category }) => category?.category ?? []);

const namedIn = (group: object, provisions: Provisions): Named[] =>
	'chapterThree' in group ? namedAdjustments(group as Pick<CaseDocument, 'chapterThree'>, provisions) : [];

/** A level and a category below which no argument over the levels before it, or over the points, goes. */
export interface Commanded {
	/** With the levels that come after it. */
	level: number;
	category: Category | undefined;
}

/** What a named adjustment with a least level commands, and the levels of the steps after it. Undefined where there is none. */
export function commandedBy(
	document: CaseDocument,
	provisions: Provisions,
	steps: readonly Step[],
): Commanded | undefined {
	const category = commandedCategories(document, provisions)[0];
	const commands = namedAdjustments(document, provisions).flatMap(({ id, leastLevel }) => {
		if (leastLevel === undefined) return [];
		const last = steps.findLastIndex(({ provision }) => provision === id || provision === leastLevel.provision);
		const after = steps.slice(last + 1).reduce((sum, { levels }) => sum + levels, 0);
		return [leastLevel.level + after];
	});
	if (commands.length === 0 && category === undefined) return undefined;
	return { level: Math.max(0, ...commands), category };
}

/** The provisions of the adjustments that the case takes in any of its Groups, by name or in levels. */
export const adjustmentsTaken = (document: CaseDocument): string[] => [
	...(document.chapterThree ?? []),
	...(document.adjustments ?? []).map(({ provision = '' }) => provision),
	...namedInOtherGroups(document),
];
