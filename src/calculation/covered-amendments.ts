import { InputError, shown } from '../case/errors.ts';
import type { Law } from '../law/schema.ts';

/** An amendment on which a reduction is to rest, and whether the list of the day holds it. */
export interface Amendment {
	id: string;
	name: string;
	listed: boolean;
	/** The day since which it is listed, also where that is later than the order. */
	listedSince?: string;
	/** The first day on which an order resting on it may take effect. */
	ordersFrom?: { date: string; provision: string };
	/** The change that it makes in every case it reaches. */
	adds?: { levels: number; provision: string };
	/** What it amends. */
	changes?: string;
}

/**
 * The amendment of that id as the list stood in an edition; undefined where the case names none. Throws InputError
 * where the list holds parts of the amendment and the case does not say which.
 */
export function amendmentOf(id: string | undefined, law: Law, edition: string): Amendment | undefined {
	if (id === undefined) return undefined;
	const lists = law.tables['covered-amendments'];
	const rows = lists.flatMap(({ effectiveDate, amendments }) =>
		amendments.map((row) => ({ since: effectiveDate, row })),
	);
	const found = rows.find(({ row }) => row.id === id);
	if (!found) {
		refuseParts(
			id,
			rows.map(({ row }) => row.id),
		);
		return { id, name: `amendment ${id}`, listed: false };
	}
	return { ...found.row, listed: found.since <= edition, listedSince: found.since };
}

function refuseParts(id: string, listed: readonly string[]): void {
	if (!/^\d{1,4}([A-Z]\d?)?$/.test(id)) {
		throw new InputError(
			'invalid-value',
			'/reduction/amendment',
			`${shown(id)} is no amendment; give its number, such as "782"`,
		);
	}
	const parts = listed.filter((other) => other.startsWith(id) && /^[A-Z]/.test(other.slice(id.length)));
	if (parts.length > 0) {
		throw new InputError(
			'facts-missing',
			'/reduction/amendment',
			`which part of amendment ${id} is it? Only parts are listed; give ${parts.join(' or ')}`,
		);
	}
}
