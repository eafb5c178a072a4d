// Sections of the Code, compared.
import type { CaseDocument } from './schema.ts';

/** A section as it is written in a row, or as the Code is cited: `8:1326(b)(2)`, `8 U.S.C. § 1326(b)(2)`. */
const plainStatute = (statute: string): string => statute.replace(/u\.?s\.?c\.?|[\s§:]+/gi, '').toLowerCase();

/** Whether a section is another one, or a part of it: `8:1324(a)(1)(A)` is under `8 U.S.C. § 1324(a)`. */
export function isStatuteUnder(statute: string, section: string): boolean {
	const [part, whole] = [plainStatute(statute), plainStatute(section)];
	return part.startsWith(whole) && !/^[a-z0-9]/.test(part.slice(whole.length));
}

/** The statutes of conviction as the case names them; undefined where it names none. */
export function statutesNamed({ statutes, instantOffense }: CaseDocument): string[] | undefined {
	const named = statutes?.map((given) => {
		if (typeof given === 'string') return given;
		return 'label' in given ? given.label : given.id;
	});
	return named ?? (instantOffense?.statute === undefined ? undefined : [instantOffense.statute]);
}
