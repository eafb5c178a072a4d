// Adjustments whose levels go against their provision are rejected.
import { disagreement } from '../../case/errors.ts';
import { namesSection } from '../../case/provision.ts';
import type { CaseDocument } from '../../case/schema.ts';
import type { Provisions } from '../../law/schema.ts';
import { signed } from '../../result/range-words.ts';

/** A section whose adjustments all change the level the same way, by so many levels. */
interface Directed {
	section: string;
	levels: readonly number[];
}

/**
 * Refuses levels that go against the provision that the case gives for them: §3C1.1 never lowers the offense level, and
 * §3B1.2 never raises it. Throws InputError `disagrees`.
 */
export function refuseOtherDirection({ adjustments }: CaseDocument, provisions: Provisions): void {
	if (adjustments === undefined) return;
	const sections = directedSections(provisions);
	for (const [index, { levels, provision }] of adjustments.entries()) {
		const found = sections.find(({ section }) => provision !== undefined && namesSection(provision, section));
		if (found === undefined || found.levels.some((each) => each * levels >= 0)) continue;
		const [does, given] = levels < 0 ? ['raises', 'lowers'] : ['lowers', 'raises'];
		throw disagreement(
			`/adjustments/${index}/levels`,
			`${signed(levels)} ${given} the offense level, but ${found.section} ${does} it (${found.levels.map(signed).join(', ')})`,
			'Correct the levels or the provision',
		);
	}
}

/** What was found for the tables of an edition, which are read for case after case. */
const known = new WeakMap<object, Directed[]>();

/** The sections of Chapter Three in the tables, and §4C1.1 where it is in force, with what they add or take. */
function directedSections(provisions: Provisions): Directed[] {
	const { adjustments } = provisions['chapter-three'];
	const { '3E1.1': acceptance, '4C1.1': zeroPoint } = provisions;
	const found = known.get(adjustments) ?? directedIn(adjustments);
	known.set(adjustments, found);
	return [
		...found,
		{ section: acceptance.provision, levels: [-acceptance.decrease.levels] },
		...(zeroPoint.inForce ? [{ section: zeroPoint.provision, levels: [-zeroPoint.decrease.levels] }] : []),
	];
}

function directedIn(adjustments: Provisions['chapter-three']['adjustments']): Directed[] {
	const levelsOf = new Map<string, number[]>();
	for (const { id, levels } of adjustments) {
		const section = id.replace(/\(.*/, '');
		const others = levelsOf.get(section) ?? [];
		levelsOf.set(section, others.includes(levels) ? others : [...others, levels]);
	}
	return [...levelsOf].map(([section, levels]) => ({ section, levels }));
}
