import type { CaseDocument } from '../../case/schema.ts';
import type { Provisions } from '../../law/schema.ts';
import type { Trace } from '../steps/trace.ts';

/**
 * Combines the Groups of Closely Related Counts (§3D1.4): the level added up so far is one of them, the case gives the
 * adjusted offense levels of the others. The highest is raised by the increase for the number of Units.
 */
export function applyMultipleCounts(trace: Trace, document: CaseDocument, provisions: Provisions): void {
	const others = document.otherGroups ?? [];
	if (others.length === 0) return;
	const rule = provisions['3D1.4'];
	const own = trace.level;
	const highest = others.reduce((best, group) => (group.offenseLevel > best.offenseLevel ? group : best));
	if (highest.offenseLevel > own) {
		const name = highest.label === undefined ? 'another Group' : `Group "${highest.label}"`;
		trace.add(rule.provision, `${name} has the highest offense level`, highest.offenseLevel - own);
	}
	const most = Math.max(own, highest.offenseLevel);
	for (const { label, offenseLevel } of [{ label: 'the Group of the count above', offenseLevel: own }, ...others]) {
		const units = unitsText(halfUnitsOf(rule, [offenseLevel], most));
		trace.add(rule.provision, `${label ?? 'another Group'}: adjusted offense level ${offenseLevel}, ${units}`, 0);
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
