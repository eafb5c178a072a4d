// Cases without an offense level.
import { InputError } from '../../case/errors.ts';
import type { CaseDocument } from '../../case/schema.ts';
import { key, said } from '../../case/wording.ts';
import type { Provisions } from '../../law/schema.ts';
import type { Step } from '../../result/result.ts';
import type { FirearmOffender } from '../chapter-four/part-b-found.ts';
import type { SetTerm } from '../range/guideline-range.ts';
import { firearmTerm, rangeOfOnlyCounts } from './total-range.ts';

/**
 * The guideline sentence of a case whose only counts have no offense level (§§2B1.6, 2K2.4, 5G1.2(a)): the terms that
 * their statutes require, or for a career offender the range of §4B1.1(c)(1). Undefined where the case has another count,
 * or may have one: a career offender is one by a count that is not named, unless §4B1.1(c) says otherwise.
 */
export function setTermOf(
	{ careerOffender }: CaseDocument,
	provisions: Provisions,
	ofStatutes: SetTerm | undefined,
	firearm: FirearmOffender | undefined,
): SetTerm | undefined {
	if (careerOffender === undefined) return ofStatutes;
	if (firearm?.hasOthers !== false) return undefined;
	const counts = { term: firearmTerm(firearm.firearm), acceptance: firearm.acceptance };
	const words = `the range for ${firearm.acceptance} levels of acceptance, whatever the offense level`;
	return { ...rangeOfOnlyCounts(provisions, counts), words };
}

/**
 * A case that gives no offense level, as one whose level is not used: without what would need one. Throws InputError
 * where the case has counts that have a level.
 */
export function withoutLevel(document: CaseDocument, ofStatutes: SetTerm | undefined): CaseDocument {
	if (hasLevel(document)) return document;
	if (ofStatutes === undefined) throw missingLevel();
	return document.careerOffender === undefined ? { ...document, acceptance: 0, fastTrackLevels: 0 } : document;
}

/** Whether the case states an offense, by a guideline or a level. */
const hasLevel = ({ guideline, baseOffenseLevel, drugs }: CaseDocument): boolean =>
	guideline !== undefined || baseOffenseLevel !== undefined || drugs !== undefined;

/** A case that gives no offense level must have a guideline sentence without one. Throws InputError. */
export function refuseMissingLevel(document: CaseDocument, setTerm: SetTerm | undefined): void {
	if (setTerm === undefined && !hasLevel(document)) throw missingLevel();
}

const missingLevel = (): InputError =>
	new InputError(
		'missing',
		'/baseOffenseLevel',
		'missing',
		said`give a base offense level from 1 to 43, or ${key('guideline', '2L1.2')}`,
	);

/** The end of the calculation: what sets the guideline sentence, which changes no level. */
export const setTermStep = ({ provisions, words }: SetTerm, offenseLevel: number): Step => ({
	provision: provisions.join(', '),
	description: words,
	levels: 0,
	offenseLevel,
	worksheet: 'D',
});
