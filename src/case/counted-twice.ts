// What a case counts twice is rejected.
import { disagreement, InputError, shown } from './errors.ts';
import { namesSection } from './provision.ts';
import type { CaseDocument } from './schema.ts';
import { key, said, type Words } from './wording.ts';

/** Nothing is counted twice: what the case states by name is not among its adjustments as well. Throws InputError naming both. */
export function refuseCountedTwice(document: CaseDocument): void {
	refuseBothWays(document);
	for (const [index, { levels, provision }] of (document.adjustments ?? []).entries()) {
		const other = provision === undefined ? undefined : countedBy(provision, document);
		if (other === undefined) continue;
		throw new InputError(
			'counted-twice',
			`/adjustments/${index}`,
			said`${other} already counts ${levels} levels under ${shown(provision)}`,
			'keep one of them',
		);
	}
}

/** What else of the case counts what an adjustment is given for. */
function countedBy(provision: string, document: CaseDocument): Words | undefined {
	const { acceptance = 0, fastTrackLevels = 0, chapterThree = [], enhancements = [] } = document;
	const byKey: [string[], string, unknown, boolean][] = [
		[['§3E1.1'], 'acceptance', shown(acceptance), acceptance !== 0],
		[['§3F1.1', '§5K3.1'], 'fastTrackLevels', fastTrackLevels, fastTrackLevels > 0],
		[['§3D1.4'], 'otherGroups', undefined, document.otherGroups !== undefined],
		[['§4B1.1'], 'careerOffender', undefined, document.careerOffender !== undefined],
		[['§4C1.1'], 'zeroPointOffender', undefined, document.zeroPointOffender !== undefined],
	];
	const ofKey = byKey.find(
		([sections, , , isGiven]) => isGiven && sections.some((section) => namesSection(provision, section)),
	);
	if (ofKey) return said`${key(ofKey[1])}${ofKey[2] === undefined ? '' : ` ${ofKey[2]}`}`;
	const exact = provision.replace(/^\s*(?:USSG|U\.S\.S\.G\.)?\s*§?\s*/, '§').trim();
	// A section alone is whichever of its parts is meant.
	const named = chapterThree.find((id) => id === exact || id.startsWith(`${exact}(`));
	if (named !== undefined) return said`${key('chapterThree')} ${shown(named)}`;
	const ids = document.guideline === undefined ? [] : enhancements.map(idOf);
	const id = ids.find((each) => exact === `§${document.guideline}${each}`);
	return id === undefined ? undefined : said`${key('enhancements')} ${shown(id)}`;
}

type Enhancement = NonNullable<CaseDocument['enhancements']>[number];

const idOf = (given: Enhancement): string => (typeof given === 'string' ? given : given.id);

/** One specific offense characteristic stands for one conviction, which receives points or does not. */
function refuseBothWays({ enhancements = [] }: CaseDocument): void {
	const said = new Map<string, boolean>();
	for (const [index, given] of enhancements.entries()) {
		const receives = typeof given === 'string' ? undefined : given.receivesPoints;
		if (receives === undefined) continue;
		const id = idOf(given);
		if (said.has(id) && said.get(id) !== receives) {
			throw disagreement(
				`/enhancements/${index}`,
				`${shown(id)} appears twice, once with criminal history points and once without`,
				'keep one of them',
			);
		}
		said.set(id, receives);
	}
}
