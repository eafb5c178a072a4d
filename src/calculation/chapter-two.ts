import { InputError, shown } from '../case/errors.ts';
import type { CaseDocument } from '../case/schema.ts';
import type { Characteristic, Provisions } from '../law/schema.ts';
import type { Trace } from './trace.ts';

/** The base offense level: that of §2L1.2 in the edition, or the one the case gives for another guideline. */
export function applyBaseOffenseLevel(trace: Trace, document: CaseDocument, provisions: Provisions): void {
	if (document.guideline === undefined) {
		trace.add(
			provisions['1B1.1'].baseOffenseLevel,
			'base offense level, as given',
			document.baseOffenseLevel as number,
		);
		return;
	}
	const { baseOffenseLevel } = provisions['2L1.2'];
	if (document.baseOffenseLevel !== undefined && document.baseOffenseLevel !== baseOffenseLevel.levels) {
		throw new InputError(
			'disagrees',
			'/baseOffenseLevel',
			`${document.baseOffenseLevel} is not the base offense level of ${baseOffenseLevel.provision} in this edition, which is ${baseOffenseLevel.levels}; leave it out or correct it`,
		);
	}
	trace.add(baseOffenseLevel.provision, 'base offense level', baseOffenseLevel.levels);
}

interface Claim {
	characteristic: Characteristic;
	levels: number;
}

/**
 * The specific offense characteristics of §2L1.2: the greatest increase within each group counts, and the groups
 * are added. Those that do not count stay as steps of 0 levels.
 */
export function applyCharacteristics(trace: Trace, document: CaseDocument, provisions: Provisions): void {
	const claims = (document.enhancements ?? []).map((given, index) => claimOf(given, index, provisions));
	const counted = new Map<string, Claim>();
	for (const claim of claims) {
		const best = counted.get(claim.characteristic.group);
		if (!best || claim.levels > best.levels) counted.set(claim.characteristic.group, claim);
	}
	for (const claim of claims) {
		const { id, description, group } = claim.characteristic;
		const counts = counted.get(group) === claim;
		const why = counts
			? claim.levels === 0
				? ' (receives no criminal history points)'
				: ''
			: ' (not added: the greatest in its group counts)';
		trace.add(`§${document.guideline}${id}`, description + why, counts ? claim.levels : 0);
	}
}

type GivenEnhancement = NonNullable<CaseDocument['enhancements']>[number];

function claimOf(given: GivenEnhancement, index: number, provisions: Provisions): Claim {
	const { id, receivesPoints } = typeof given === 'string' ? { id: given } : given;
	const { characteristics } = provisions['2L1.2'];
	const path = `/enhancements/${index}`;
	const characteristic = characteristics.find((candidate) => candidate.id === id);
	if (!characteristic) {
		const known = characteristics.map((candidate) => candidate.id).join(', ');
		throw new InputError(
			'no-such-enhancement',
			path,
			`${shown(id)} is no characteristic of §2L1.2 in this edition; ${known ? `it has ${known}` : 'it has none'}`,
		);
	}
	return { characteristic, levels: levelsOf(characteristic, receivesPoints, path) };
}

/** What the edition makes of a conviction's criminal history points: nothing, a lower increase, or none at all. */
function levelsOf(characteristic: Characteristic, receivesPoints: boolean | undefined, path: string): number {
	const { id, levels, levelsWithoutPoints = 0, points } = characteristic;
	if (points === 'irrelevant') return levels;
	if (points === 'lowers' && receivesPoints === undefined) {
		throw new InputError(
			'facts-missing',
			`${path}/receivesPoints`,
			`does the conviction behind ${id} receive criminal history points? In this edition it adds ${levels} levels if so and ${levelsWithoutPoints} if not; give {"id": "${id}", "receivesPoints": true} or false`,
		);
	}
	return receivesPoints === false ? levelsWithoutPoints : levels;
}
