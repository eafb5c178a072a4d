// How an amendment and its parts are named.
import { factMissing, InputError, shown } from '../../case/errors.ts';

/** An amendment by its number and the letters of its part, however they are written: `821B1`, `821 Part B, Subpart 1`. */
export const plain = (id: string): string => id.toUpperCase().replace(/AMENDMENT|AMEND|SUBPART|PART|PT|[\s,.()-]/g, '');

/** The number without the letters of a part. */
export const numberOf = (id: string): string => id.replace(/[A-Z].*$/, '');

/**
 * Rejects an amendment whose parts are listed apart, where the case does not say which; and a part that is not held. Throws
 * InputError `facts-missing` with the question, or `invalid-value`.
 */
export function refuseParts(id: string, given: string, listed: readonly string[], unlisted: readonly string[]): void {
	if (unlisted.includes(id)) return;
	const number = numberOf(id);
	const known = [...listed, ...unlisted].filter((other) => numberOf(other) === number);
	if (id === number) {
		if (known.length === 0) return;
		throw factMissing('/reduction/amendment', {
			question: `Which part of amendment ${id} is it?`,
			problem: 'Only some parts of it are listed',
			remedy: `give ${listed.filter((other) => known.includes(other)).join(' or ')}`,
		});
	}
	const subparts = known.filter((other) => other.startsWith(id));
	if (subparts.length > 0) {
		throw factMissing('/reduction/amendment', {
			question: `Which subpart of amendment ${id} is it?`,
			problem: 'Not all of its subparts are listed',
			remedy: `give ${subparts.join(' or ')}`,
		});
	}
	const remedy = `give ${known.length === 0 ? number : known.join(', ')}`;
	throw new InputError('invalid-value', '/reduction/amendment', `${shown(given)} is not held`, remedy);
}
