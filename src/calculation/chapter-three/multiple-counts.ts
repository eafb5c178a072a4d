import type { CaseDocument } from '../../case/schema.ts';
import type { Provisions } from '../../law/schema.ts';
import type { Trace } from '../steps/trace.ts';
import { type Group, groupOf } from './count-groups.ts';

/**
 * Combines the Groups of Closely Related Counts (§3D1.4): the level added up so far is one of them; the case gives the
 * adjusted offense levels of the others, or their guidelines with facts. A count of the same harm joins the Group of the
 * case (§3D1.2), whose level is the highest in it (§3D1.3(a)). The highest Group is raised by the number of Units.
 */
export function applyMultipleCounts(trace: Trace, document: CaseDocument, provisions: Provisions): void {
	const all = (document.otherGroups ?? []).map((given, index) => groupOf(given, index, document, provisions));
	const rule = provisions['3D1.4'];
	for (const { label, offenseLevel, isJoined } of all) {
		if (!isJoined) continue;
		const more = Math.max(offenseLevel - trace.level, 0);
		const words = more > 0 ? 'the highest level of the Group' : `not higher, at level ${offenseLevel}`;
		trace.add(rule.sameGroup.provision, `${label}, grouped with the count above: ${words}`, more);
	}
	const others = all.filter(({ isJoined }) => !isJoined);
	if (others.length > 0) addUnits(trace, rule, others);
}

function addUnits(trace: Trace, rule: Provisions['3D1.4'], others: readonly Group[]): void {
	const own = trace.level;
	const highest = others.reduce((best, group) => (group.offenseLevel > best.offenseLevel ? group : best));
	if (highest.offenseLevel > own) {
		const name = highest.isNamed ? `Group "${highest.label}"` : highest.label;
		trace.add(rule.provision, `${name} has the highest offense level`, highest.offenseLevel - own);
	}
	const most = Math.max(own, highest.offenseLevel);
	for (const { label, offenseLevel } of [{ label: 'the Group of the count above', offenseLevel: own }, ...others]) {
		const units = unitsText(halfUnitsOf(rule, [offenseLevel], most));
		trace.add(rule.provision, `${label}: adjusted offense level ${offenseLevel}, ${units}`, 0);
	}
	const halfUnits = halfUnitsOf(rule, [own, ...others.map((group) => group.offenseLevel)], most);
	const row = rule.increases.find(({ atMostHalfUnits }) => atMostHalfUnits === null || halfUnits <= atMostHalfUnits);
	if (!row) throw new RangeError(`no increase for ${halfUnits} half units`);
	trace.add(rule.provision, `${others.length + 1} Groups, ${unitsText(halfUnits)}`, row.levels);
}

/** The Group with the highest level is one Unit, and each other one counts by how far it lies below. */
function halfUnitsOf(rule: Provisions['3D1.4'], levels: readonly number[], highest: number): number {
	return levels.reduce((sum, level) => {
		const row = rule.groups.find(({ upToLevelsLess }) => upToLevelsLess === null || highest - level <= upToLevelsLess);
		return sum + (row?.halfUnits ?? 0);
	}, 0);
}

function unitsText(halfUnits: number): string {
	const whole = Math.floor(halfUnits / 2);
	const words = halfUnits % 2 === 0 ? `${whole}` : whole === 0 ? '1/2' : `${whole} 1/2`;
	return `${words} ${halfUnits === 2 ? 'Unit' : 'Units'}`;
}
