import type { CaseDocument } from '../case/schema.ts';
import { flagOfField } from './flags.ts';

/** The `ussg calc` command line that gives the answer of a case document, and the fields that no flag can carry. */
export function calcCommandFor(document: Partial<CaseDocument>): { command: string; left: string[] } {
	const fields = Object.entries(document).filter(([, value]) => value !== undefined);
	const words = fields.flatMap(([field, value]) => {
		const flag = flagOfField[field];
		return flag === undefined ? [] : [value].flat().flatMap((one) => [flag, quoted(flagValue(one))]);
	});
	return {
		command: ['ussg calc', ...words].join(' '),
		left: fields.map(([field]) => field).filter((field) => flagOfField[field] === undefined),
	};
}

/** A value as its flag reads it: `(b)(1)(A):no-points`, `-2:§3B1.2 minor role`, `120`. */
function flagValue(value: unknown): string {
	if (typeof value !== 'object' || value === null) return String(value);
	const { id, receivesPoints, levels, provision, label } = value as Record<string, unknown>;
	if (id !== undefined)
		return receivesPoints === undefined ? String(id) : `${id}:${receivesPoints ? 'points' : 'no-points'}`;
	const words = [provision, label].filter((word) => word !== undefined).join(' ');
	return words === '' ? String(levels) : `${levels}:${words}`;
}

/** A word as a shell takes it: in single quotes where it holds anything but plain characters. */
function quoted(word: string): string {
	return /^[\w./:+-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
