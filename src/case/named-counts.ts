// The statutes of conviction that a case names, wherever it names them.
import { disagreement, shown } from './errors.ts';
import type { CaseDocument } from './schema.ts';
import { isWithin, readCount, sectionOf } from './statute-names.ts';

/** A statute of conviction as the case names it. */
export type NamedStatute = NonNullable<CaseDocument['statutes']>[number];

/** The statutes of conviction, wherever the case names them. Throws InputError where it names them twice. */
export function namedStatutes({ statutes, instantOffense }: CaseDocument): { given: NamedStatute; path: string }[] {
	const ofOffense = instantOffense?.statute;
	if (statutes !== undefined && ofOffense !== undefined) {
		throw disagreement(
			'/instantOffense/statute',
			`${shown(ofOffense)} is given here, and the case also lists statutes`,
			'name the statutes of conviction in only one of the two places',
		);
	}
	if (ofOffense !== undefined) return [{ given: ofOffense, path: '/instantOffense/statute' }];
	return (statutes ?? []).map((given, index) => ({ given, path: `/statutes/${index}` }));
}

/** Whether the case names a statute of conviction anywhere. */
export const namesStatutes = ({ statutes, instantOffense }: CaseDocument): boolean =>
	statutes !== undefined || instantOffense?.statute !== undefined;

/** The first statute of conviction that the case names under one of the sections, as it names it. */
export function namedUnder(document: CaseDocument, sections: readonly string[]): string | undefined {
	if (!namesStatutes(document)) return undefined;
	const asked = sections.flatMap((section) => sectionOf(section) ?? []);
	const names = namedStatutes(document).map(({ given }) => nameOf(given));
	return names.find((name) => readCount(name)?.sections.some((one) => asked.some((section) => isWithin(one, section))));
}

/** A count in the words of the case: `18:922(g)`, or `21:846,21:841(b)(1)(A)`. */
export function nameOf(given: NamedStatute): string {
	if (typeof given === 'string') return given;
	if (isStated(given)) return given.label;
	return given.object === undefined ? given.id : `${given.id},${given.object}`;
}

/** Whether a count states its penalties itself, since no table holds its statute. */
export const isStated = (
	given: Exclude<NamedStatute, string>,
): given is Extract<Exclude<NamedStatute, string>, { id: 'other' }> => given.id === 'other' && 'label' in given;
