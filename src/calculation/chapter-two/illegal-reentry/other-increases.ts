// Enhancements that a case names beside the priors from which they are drawn.
import { disagreement } from '../../../case/errors.ts';
import type { CaseDocument } from '../../../case/schema.ts';
import type { Guideline } from '../../../law/guideline-schema.ts';
import { rowsOf, timedIn } from '../../../law/guidelines.ts';
import type { Finding } from './prior-facts.ts';

/** An increase of one characteristic. */
interface Increase {
	group: string;
	levels: number;
}

/**
 * Enhancements named beside the facts must come to the same increase. Throws InputError where they do not. A case that
 * names other characteristics alone says nothing of those that turn on priors.
 */
export function refuseOtherIncreases(
	{ enhancements }: CaseDocument,
	guideline: Guideline,
	{ increases, findings }: { increases: readonly Increase[]; findings: readonly Finding[] },
): void {
	if (enhancements === undefined) return;
	const rows = rowsOf(guideline);
	if (increases.length === 0 && rows.some((row) => timedIn(row).length === 0)) return;
	const groupOf = (finding: Finding): string => rows.find(({ id }) => id === finding.row.id)?.group ?? '';
	const given = sumOf(increases);
	const drawn = sumOf(findings.map((one) => ({ group: groupOf(one), levels: one.levels })));
	if (given === drawn) return;
	const ids = findings.map(({ row }) => row.id).join(', ') || 'none';
	throw disagreement(
		'/enhancements',
		`the enhancements named add ${given} levels, but in this edition the facts give ${drawn} (${ids})`,
		'leave enhancements out or correct one of them',
	);
}

/** The greatest of each characteristic, added up. */
function sumOf(increases: readonly Increase[]): number {
	const counted = new Map<string, number>();
	for (const { group, levels } of increases) {
		counted.set(group, Math.max(levels, counted.get(group) ?? Number.NEGATIVE_INFINITY));
	}
	return [...counted.values()].reduce((total, levels) => total + levels, 0);
}
