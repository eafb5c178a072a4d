// The rows of the statute tables, by section.
import type { Law, Provisions } from '../../law/schema.ts';
import type { HeldRow } from './row.ts';

/** The tables of statutes, one for each title, so that a case reads those of its own titles alone. */
const titles = { '8': 'statutes-8', '18': 'statutes-18', '21': 'statutes-21' } as const;

type Title = Provisions['statutes-18'];

const tableOf = (provisions: Provisions, section: string): Title | undefined => {
	const name = titles[/^\d+/.exec(section)?.[0] as keyof typeof titles];
	return name === undefined ? undefined : provisions[name];
};

/** The rows of a section by its id, in whatever case it is written; none where the section has no row of its own. */
export function heldRows(provisions: Provisions, section: string): readonly HeldRow[] {
	const table = tableOf(provisions, section);
	if (table === undefined) return [];
	const byId = indexed.get(table) ?? indexOf(table);
	indexed.set(table, byId);
	return byId.get(section.toLowerCase()) ?? [];
}

const indexed = new WeakMap<Title, Map<string, HeldRow[]>>();

function indexOf({ penalties }: Title): Map<string, HeldRow[]> {
	const byId = new Map<string, HeldRow[]>();
	for (const row of penalties) {
		const id = row.id.toLowerCase();
		byId.set(id, [...(byId.get(id) ?? []), row]);
	}
	return byId;
}

/** Every row that is held, of all titles. */
export const allRows = (provisions: Provisions): HeldRow[] =>
	Object.values(titles).flatMap((name) => provisions[name].penalties);

/** The rows of the title of a section. */
export const rowsOfTitle = (provisions: Provisions, section: string): readonly HeldRow[] =>
	tableOf(provisions, section)?.penalties ?? [];

/** The fines that the statutes of the title of a section set themselves. */
export const finesOfTitle = (provisions: Provisions, section: string): Title['fines'] =>
	tableOf(provisions, section)?.fines ?? [];

/** Every row of every version of the tables, whenever it holds. */
export const rowsOfAllVersions = (law: Law): HeldRow[] =>
	Object.values(titles).flatMap((name) => law.tables[name].flatMap(({ penalties }) => penalties));
