import type { CaseDocument } from '../case/schema.ts';
import { flagOfField } from './flags.ts';

type Statute = NonNullable<CaseDocument['statutes']>[number];

/** The `ussg calc` command line that gives the answer of a case document, and the fields that no flag can carry. */
export function calcCommandFor(document: Partial<CaseDocument>): { command: string; left: string[] } {
	const fields = Object.entries(document).filter(([, value]) => value !== undefined);
	const carried = fields.filter(([field]) => isCarried(field, document));
	const words = carried.flatMap(([field, value]) => {
		const flag = flagOfField[field] as string;
		return [value]
			.flat()
			.flatMap((one) => [flag, quoted(field === 'statutes' ? statuteValue(one as Statute) : flagValue(one))]);
	});
	return {
		command: ['ussg calc', ...words].join(' '),
		left: fields.map(([field]) => field).filter((field) => !isCarried(field, document)),
	};
}

/** Whether a flag says all that the field holds. */
function isCarried(field: string, { statutes = [] }: Partial<CaseDocument>): boolean {
	if (flagOfField[field] === undefined) return false;
	return field !== 'statutes' || statutes.every((one) => typeof one === 'string' || hasNoMore(one));
}

const inFlag = ['id', 'circumstance', 'object', 'label', 'minimumMonths', 'maximumMonths'];

const hasNoMore = (statute: object): boolean =>
	Object.entries(statute).every(([key, value]) => value === undefined || inFlag.includes(key));

/** A count as its flag reads it: `21:846,21:841(b)(1)(A):one-prior`, or with its penalties `18 U.S.C. § 9999=60-240`. */
function statuteValue(statute: Statute): string {
	if (typeof statute === 'string') return statute;
	if ('label' in statute) {
		const { label, minimumMonths, maximumMonths } = statute;
		return `${label}=${minimumMonths === undefined ? '' : `${minimumMonths}-`}${maximumMonths}`;
	}
	const { id, object, circumstance } = statute;
	return `${[id, object].filter(Boolean).join(',')}${circumstance === undefined ? '' : `:${circumstance}`}`;
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
