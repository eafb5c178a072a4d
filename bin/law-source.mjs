/** The law as a module: each table is JSON text until it is asked for, since a call needs few of them. */
export function lawSource({ digest, editions, tables }) {
	const quoted = (value) => JSON.stringify(JSON.stringify(value));
	const getter = (name, value) =>
		`get ${JSON.stringify(name)}() { return parsed(${JSON.stringify(name)}, ${quoted(value)}); }`;
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
};
`;
}
