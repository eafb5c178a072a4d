// A weapon for which a count of its own is punished.
import { isStatuteUnder, statutesNamed } from '../../case/statute.ts';
import type { Condition } from '../../law/condition-schema.ts';
import type { Guideline } from '../../law/guideline-schema.ts';
import type { CaseAndLaw } from '../steps/context.ts';

type Row = Guideline['characteristics'][number]['rows'][number];

/**
 * The statute of a count whose term accounts for the weapon that a characteristic turns on, so that the characteristic
 * does not apply (§2K2.4, comment. (n.4)); undefined where there is none, or the weapon is taken to be another one.
 */
export function countOfWeapon(row: Row, { document, provisions, readings }: CaseAndLaw): string | undefined {
	const ofWeapon = provisions['open-questions'].questions.find(({ code }) => code === question)?.ofWeapon;
	if (ofWeapon === undefined || !turnsOn(row.when, ofWeapon.facts)) return undefined;
	const section = ofWeapon.statutes.find((one) => statutesNamed(document)?.some((named) => isStatuteUnder(named, one)));
	return section === undefined || readings.other(question) ? undefined : section;
}

const question = 'weapon-of-firearm-count';

/** Whether a condition asks that one of the facts be so. */
function turnsOn(condition: Condition, facts: readonly string[]): boolean {
	if ('fact' in condition) return facts.includes(condition.fact);
	const parts = 'all' in condition ? condition.all : 'any' in condition ? condition.any : [];
	return parts.some((part) => turnsOn(part, facts));
}
