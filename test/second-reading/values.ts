/** The operative values of a table, and of a second reading of it, by their path: what the comparison holds together. */

/** Words about a value, not the value: our own prose, and where the first reader found it. Nothing is worked out from them. */
const prose: ReadonlySet<string> = new Set([
	'description',
	'note',
	'says',
	'reason',
	'authority',
	'remedy',
	'citation',
	'name',
	'covers',
	'where',
	'text',
	'question',
	'words',
	'title',
	'alsoCalled',
	'unit',
	'changes',
	'spellings',
]);

/** Whether an entry of an object is prose. A fact of a guideline goes by its name, so that name is none. */
export const isProse = (key: string, path: string): boolean =>
	prose.has(key) && !(key === 'name' && /^\/facts\/\d+$/.test(path));

/** Every number, date, id, provision and condition of a table, in its printed order, as text: `/rows/3/levels` → `16`. */
export function valuesOf(table: unknown, path = ''): [string, string][] {
	if (Array.isArray(table)) return table.flatMap((one, index) => valuesOf(one, `${path}/${index}`));
	if (typeof table !== 'object' || table === null) return [[path, String(table)]];
	const values = Object.entries(table).flatMap(([key, value]) =>
		isProse(key, path) ? [] : valuesOf(value, `${path}/${key}`),
	);
	// An entry of words alone is still one that can be left out.
	return values.length === 0 ? [[path, 'in words']] : values;
}

/** One line of a second reading: a value, in which versions of the table it stands, and where the reader found it. */
export interface Reading {
	path: string;
	value: string;
	from: string;
	/** The last version that has it; the newest where the line leaves it open. */
	to: string;
	source: string;
	line: number;
}

/** The lines of a second reading: path, value, versions and source, with tabs between. Blank lines and `#` are skipped. */
export function readingsOf(text: string): Reading[] {
	return text.split('\n').flatMap((line, index) => {
		if (line.trim() === '' || line.startsWith('#')) return [];
		const [path, value, versions, source] = line.split('\t');
		if (!path || value === undefined || !versions || !source)
			throw new Error(`line ${index + 1}: path, value, versions and source, with tabs between`);
		const [from = '', to = from] = versions.split('..');
		return [{ path, value, from, to: to === '' ? '9999' : to, source, line: index + 1 }];
	});
}

/** What the second reading says of one version of the table, by path. Throws where two lines speak of one value. */
export function readingOf(readings: readonly Reading[], version: string): Map<string, Reading> {
	const found = new Map<string, Reading>();
	for (const reading of readings) {
		if (version < reading.from || reading.to < version) continue;
		const twice = found.get(reading.path);
		if (twice) throw new Error(`lines ${twice.line} and ${reading.line} both read ${reading.path} of ${version}`);
		found.set(reading.path, reading);
	}
	return found;
}

/** Where a table and its second reading differ: one line each. */
export function differences(table: { effectiveDate: string }, readings: readonly Reading[]): string[] {
	const version = table.effectiveDate;
	const second = readingOf(readings, version);
	const first = new Map(valuesOf(table));
	return [
		...[...first].flatMap(([path, value]) => {
			const read = second.get(path);
			if (read === undefined) return [`${version} ${path}: ${value} was not read a second time`];
			return read.value === value
				? []
				: [`${version} ${path}: ${value} in the table, ${read.value} read at ${read.source} (line ${read.line})`];
		}),
		...[...second].flatMap(([path, read]) =>
			first.has(path)
				? []
				: [`${version} ${path}: not in the table, ${read.value} read at ${read.source} (line ${read.line})`],
		),
	];
}
