/** The law as a module: each table is JSON text until it is asked for, since a call needs few of them. */
export function lawSource({ digest, editions, tables, guidelines }) {
	const quoted = (value) => JSON.stringify(JSON.stringify(value));
	const getter = (name, value, key = name) =>
		`get ${JSON.stringify(name)}() { return parsed(${JSON.stringify(key)}, ${quoted(value)}); }`;
	return `const known = new Map();
function parsed(name, text) {
	if (!known.has(name)) known.set(name, JSON.parse(text));
	return known.get(name);
}
export default {
	digest: ${JSON.stringify(digest)},
	${getter('editions', editions)},
	tables: {
		${Object.entries(tables)
			.map(([name, versions]) => getter(name, versions))
			.join(',\n\t\t')},
	},
	guidelines: {
		${Object.entries(guidelines)
			.map(([name, versions]) => getter(name, versions, `chapter-two/${name}`))
			.join(',\n\t\t')},
	},
};
`;
}
