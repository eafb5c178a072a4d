// What is read from a table of the law again and again.

/** A reading of a table that is made once for each table, and kept as long as the table is. */
export function oncePer<Table extends object, T>(read: (table: Table) => T): (table: Table) => T {
	const known = new WeakMap<Table, { value: T }>();
	return (table) => {
		const before = known.get(table);
		if (before !== undefined) return before.value;
		const value = read(table);
		known.set(table, { value });
		return value;
	};
}
