// Compiles a zod schema to a plain function, so that a valid document needs no zod at run time: nothing is slower to
// load. (zod's own compiler needs zod itself; those for JSON Schema make ten times the code, and know less of zod.)

/**
 * The source of a module whose default export tells whether a value fits the schema. It answers true only where zod
 * accepts the value and leaves it as it is. What is not told here (a refinement, a transformation) it answers false,
 * and zod decides: so every schema compiles, and a new key needs no change here.
 */
export function checkSource(schema) {
	return `const plain = Object.prototype;
const isObject = (value) =>
	typeof value === 'object' && value !== null && [plain, null].includes(Object.getPrototypeOf(value));
function every(values, fits) {
	for (let at = 0; at < values.length; at++) if (!fits(values[at])) return false;
	return true;
}
function onlyKeys(object, known) {
	for (const key in object) if (!known.includes(key)) return false;
	return true;
}
function allFit(object, fits) {
	for (const key in object) if (key === '__proto__' || !fits(object[key])) return false;
	return true;
}
export default ${functionOf(schema)};
`;
}

const functionOf = (schema) => `(value) => ${condition(schema, 'value')}`;

/** An expression that is true where the value of the expression `it` fits the schema. */
function condition({ _zod: { def } }, it) {
	const checks = [def, ...(def.checks ?? []).map((check) => check._zod.def)];
	const all = [ofType[def.type]?.(def, it) ?? 'false', ...checks.map((check) => ofCheck(check, def.type, it))];
	if (def.coerce || all.includes('false')) return 'false';
	return all.filter((one) => one !== 'true').join(' && ');
}

const ofType = {
	array: ({ element }, it) => `Array.isArray(${it}) && every(${it}, ${functionOf(element)})`,
	boolean: (_, it) => `typeof ${it} === 'boolean'`,
	enum: ({ entries }, it) => oneOf(Object.values(entries), it),
	literal: ({ values }, it) => oneOf(values, it),
	nullable: ({ innerType }, it) => `(${it} === null || ${condition(innerType, it)})`,
	number: (_, it) => `Number.isFinite(${it})`,
	object: ({ shape, catchall }, it) => (catchall?._zod.def.type === 'never' ? ofShape(shape, it) : 'false'),
	optional: ({ innerType }, it) => `(${it} === undefined || ${condition(innerType, it)})`,
	/** Any text is a key where the keys are texts of any kind; what limits them is left to zod. */
	record: ({ keyType, valueType }, it) =>
		keyType._zod.def.type === 'string' && !keyType._zod.def.checks?.length
			? `isObject(${it}) && allFit(${it}, ${functionOf(valueType)})`
			: 'false',
	string: (_, it) => `typeof ${it} === 'string'`,
	union: ({ options, inclusive }, it) =>
		inclusive === false ? 'false' : `(${options.map((option) => condition(option, it)).join(' || ')})`,
};

function oneOf(values, it) {
	const isText = values.every((value) => typeof value === 'string');
	const isNumber = values.every((value) => Number.isFinite(value));
	if (!isText && !isNumber) return 'false';
	return `(${values.map((value) => `${it} === ${JSON.stringify(value)}`).join(' || ')})`;
}

function ofShape(shape, it) {
	const fields = Object.entries(shape).map(([key, field]) => {
		const at = `${it}[${JSON.stringify(key)}]`;
		if (!field._zod.traits.has('$ZodExactOptional')) return condition(field, at);
		return `(!(${JSON.stringify(key)} in ${it}) || ${condition(field._zod.def.innerType, at)})`;
	});
	const known = JSON.stringify(Object.keys(shape));
	return [`isObject(${it})`, ...fields, `onlyKeys(${it}, ${known})`].join(' && ');
}

/** zod counts a text in code points, of which it has at most as many as it has units, and at least half as many. */
function ofCheck({ check, format, pattern, value, inclusive, minimum, maximum, length }, type, it) {
	switch (check) {
		case undefined:
			return 'true';
		case 'greater_than':
			return `${it} ${inclusive ? '>=' : '>'} ${value}`;
		case 'less_than':
			return `${it} ${inclusive ? '<=' : '<'} ${value}`;
		case 'min_length':
			return `${it}.length >= ${type === 'string' ? 2 * minimum - 1 : minimum}`;
		case 'max_length':
			return `${it}.length <= ${maximum}`;
		case 'length_equals':
			return type === 'array' ? `${it}.length === ${length}` : 'false';
		case 'number_format':
			return format === 'safeint' ? `Number.isSafeInteger(${it})` : 'false';
		case 'string_format':
			return ['date', 'regex'].includes(format) && /^[imsu]*$/.test(pattern.flags) ? `${pattern}.test(${it})` : 'false';
		default:
			return 'false';
	}
}
