// What a role in the offense is worth, with the cap that a mitigating one puts on the level of the drugs.
import { namesSection } from '../../../case/provision.ts';
import type { CaseDocument } from '../../../case/schema.ts';
import type { DisputedFact } from '../../../result/result.ts';
import { type Disputed, outcomesOf, type Way } from './outcomes.ts';

/** Where Chapter Three treats the defendant's role: aggravating and mitigating. */
const aggravating = '§3B1.1';
const mitigating = '§3B1.2';

/** The case with no role, and with each mitigating one, through its cap (§2D1.1(a)); and as it stands. */
export function roleDisputed(disputed: Disputed): DisputedFact {
	const { given, provisions } = disputed;
	const { chapterThree = [], adjustments = [] } = given;
	const isOfRole = (provision = ''): boolean =>
		namesSection(provision, aggravating) || namesSection(provision, mitigating);
	const taken = [...chapterThree, ...adjustments.map(({ provision }) => provision)].filter((one) => isOfRole(one));
	const without: CaseDocument = {
		...given,
		chapterThree: chapterThree.filter((id) => !isOfRole(id)),
		adjustments: adjustments.filter(({ provision }) => !isOfRole(provision)),
	};
	const roles = provisions['chapter-three'].adjustments.filter(({ id }) => namesSection(id, mitigating));
	const [levels, ...more] = adjustments.filter(({ provision }) => isOfRole(provision)).map((one) => one.levels);
	const named = roles.find(
		(role) => taken.length === 1 && (chapterThree.includes(role.id) || (more.length === 0 && role.levels === levels)),
	);
	const ways: Way[] = [
		...(named === undefined && taken.length > 0 ? [{ fact: 'as given', other: given, asInCase: true }] : []),
		{ fact: 'no role adjustment', other: without, asInCase: taken.length === 0 },
		...roles
			.toSorted((a, b) => b.levels - a.levels)
			.map(({ id, description }) => ({
				fact: `${description} (${id})`,
				other: { ...without, chapterThree: [...(without.chapterThree ?? []), id] },
				asInCase: named?.id === id,
			})),
	];
	return {
		kind: 'role',
		subject: 'role in the offense',
		provision: mitigating,
		asGiven: taken.length === 0 ? 'no role adjustment' : taken.join(', '),
		...outcomesOf(ways, disputed),
	};
}
