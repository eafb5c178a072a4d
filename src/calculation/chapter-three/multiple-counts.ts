// Multiple counts (§3D1.4).
import type { CaseDocument } from '../../case/schema.ts';
import type { Provisions } from '../../law/schema.ts';
import type { Warning } from '../../result/result.ts';
import { asSentence } from '../steps/sentence.ts';
import type { Trace } from '../steps/trace.ts';
import { type Group, groupOf, sameHarmMissing } from './count-groups.ts';

/**
 * Combines the Groups of Closely Related Counts (§3D1.4): the level added up so far is one of them; the case gives the
 * adjusted offense levels of the others, or their guidelines with facts. A count of the same harm joins the Group of the
 * case (§3D1.2), whose level is the highest in it (§3D1.3(a)). The highest Group is raised by the number of Units. Throws
 * InputError where the case does not say whether a count is of the same harm and the level turns on it.
 */
export function applyMultipleCounts(trace: Trace, document: CaseDocument, provisions: Provisions): Warning[] {
	const groups = (document.otherGroups ?? []).map((one, index) => groupOf(one, index, document, provisions));
	const rule = provisions['3D1.4'];
	const turns = (group: Group): boolean => turnsOnHarm(rule, trace.level, groups, group);
	const missing = groups.find((group) => group.isJoined === undefined && turns(group));
	if (missing) throw sameHarmMissing(missing, provisions);
	const warnings = groups
		.filter((group) => group.isDoubtful && turns(group))
		.map((group) => doubtOf(group, rule, trace.level, groups));
	for (const { label, offenseLevel, isJoined } of groups) {
		if (!isJoined) continue;
		const more = Math.max(offenseLevel - trace.level, 0);
		const words = more > 0 ? 'the highest level of the Group' : `not higher, at level ${offenseLevel}`;
		trace.add(rule.sameGroup.provision, `${label}, grouped with the count above: ${words}`, more);
	}
	const others = groups.filter(({ isJoined }) => !isJoined);
	if (others.length > 0) addUnits(trace, rule, others);
	return warnings;
}

type Rule = Provisions['3D1.4'];

/** The groups of counts, and the level of the first. */
interface Combined {
	rule: Rule;
	own: number;
	groups: readonly Group[];
}

/** The combined level where one of the counts joins the Group of the case, or does not. */
function levelWith({ rule, own, groups }: Combined, of: Group, isJoined: boolean): number {
	const joins = (group: Group): boolean => (group === of ? isJoined : group.isJoined === true);
	const levels = groups.filter((group) => !joins(group)).map(({ offenseLevel }) => offenseLevel);
	const joined = groups.filter(joins).map(({ offenseLevel }) => offenseLevel);
	const all = [Math.max(own, ...joined), ...levels];
	const most = Math.max(...all);
	return most + (levels.length === 0 ? 0 : increaseOf(rule, halfUnitsOf(rule, all, most)));
}

const turnsOnHarm = (rule: Rule, own: number, groups: readonly Group[], group: Group): boolean =>
	levelWith({ rule, own, groups }, group, true) !== levelWith({ rule, own, groups }, group, false);

function doubtOf(group: Group, rule: Rule, own: number, groups: readonly Group[]): Warning {
	const [together, apart] = [true, false].map((isJoined) => levelWith({ rule, own, groups }, group, isJoined));
	const message = `${asSentence(group.label).replace(/\.$/, '')} is treated as a separate harm, so the combined level before acceptance is ${apart}. Both are immigration offenses, whose victim is the public. Such counts are grouped if they are one act or plan and harm closely related interests, such as unlawful entry and false evidence of citizenship (§3D1.2, comment. (n.2)). If they are grouped, the level is ${together}. Check whether they are one harm.`;
	return { code: 'same-harm-doubtful', message };
}

function addUnits(trace: Trace, rule: Rule, others: readonly Group[]): void {
	const own = trace.level;
	const highest = others.reduce((best, group) => (group.offenseLevel > best.offenseLevel ? group : best));
	if (highest.offenseLevel > own) {
		const name = highest.isNamed ? `Group "${highest.label}"` : highest.label;
		trace.add(rule.provision, `${name} has the highest offense level`, highest.offenseLevel - own);
	}
	const most = Math.max(own, highest.offenseLevel);
	for (const { label, offenseLevel } of [{ label: 'the Group with the count above', offenseLevel: own }, ...others]) {
		const units = unitsText(halfUnitsOf(rule, [offenseLevel], most));
		trace.add(rule.provision, `${label}: adjusted offense level ${offenseLevel}, ${units}`, 0);
	}
	const halfUnits = halfUnitsOf(rule, [own, ...others.map((group) => group.offenseLevel)], most);
	trace.add(rule.provision, `${others.length + 1} Groups, ${unitsText(halfUnits)}`, increaseOf(rule, halfUnits));
}

function increaseOf(rule: Rule, halfUnits: number): number {
	const row = rule.increases.find(({ atMostHalfUnits }) => atMostHalfUnits === null || halfUnits <= atMostHalfUnits);
	if (!row) throw new RangeError(`no increase for ${halfUnits} half units`);
	return row.levels;
}

/** The Group with the highest level is one Unit, and each other one counts by how far it lies below. */
function halfUnitsOf(rule: Rule, levels: readonly number[], highest: number): number {
	return levels.reduce((sum, level) => {
		const row = rule.groups.find(({ upToLevelsLess }) => upToLevelsLess === null || highest - level <= upToLevelsLess);
		return sum + (row?.halfUnits ?? 0);
	}, 0);
}

function unitsText(halfUnits: number): string {
	const whole = Math.floor(halfUnits / 2);
	const words = halfUnits % 2 === 0 ? `${whole}` : whole === 0 ? '1/2' : `${whole} 1/2`;
	return `${words} ${halfUnits === 1 || halfUnits === 2 ? 'Unit' : 'Units'}`;
}
