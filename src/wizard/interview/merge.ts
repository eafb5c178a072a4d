// Documents compared and joined part by part.
/**
 * Documents compared and joined part by part, whatever their keys are: so that a key which no question asks for, or
 * which there is not yet, fares like every other.
 */

type Parts = Readonly<Record<string, unknown>>;

/** Whether two parts of a document say the same; the order of keys says nothing. */
export function sameParts(a: unknown, b: unknown): boolean {
	if (Array.isArray(a) && Array.isArray(b)) {
		return a.length === b.length && a.every((part, index) => sameParts(part, b[index]));
	}
	if (!isObject(a) || !isObject(b)) return a === b;
	return keysOf(a, b).every((key) => sameParts(a[key], b[key]));
}

/**
 * A document with what changed between two readings of it. What the readings agree on stays as the document has it,
 * also where neither of them has it at all.
 */
export function withChanges(own: unknown, before: unknown, now: unknown): unknown {
	if (sameParts(before, now)) return own;
	if (isObject(own) && isObject(now)) return objectWithChanges(own, isObject(before) ? before : {}, now);
	return Array.isArray(own) && Array.isArray(before) && Array.isArray(now) ? listWithChanges(own, before, now) : now;
}

function objectWithChanges(own: Parts, before: Parts, now: Parts): Parts {
	const changed = keysOf(own, now).map((key) => [key, withChanges(own[key], before[key], now[key])] as const);
	return Object.fromEntries(changed.filter(([, value]) => value !== undefined));
}

/** What is new takes the place of what is gone from the same place, so that the rest keeps its order; or else it stands last. */
function listWithChanges(own: readonly unknown[], before: readonly unknown[], now: readonly unknown[]): unknown[] {
	const [was, is] = [named(before), named(now)];
	const gone = [...was.keys()];
	const replaced = new Map(
		[...is].flatMap(([name, part], at) => {
			const from = gone[at];
			return was.has(name) || from === undefined || is.has(from) ? [] : [[from, { name, part }] as const];
		}),
	);
	const placed = new Set([...replaced.values()].map(({ name }) => name));
	const kept = [...named(own, before)].flatMap(([name, part]) => {
		if (!was.has(name)) return [part];
		if (is.has(name)) return [withChanges(part, was.get(name), is.get(name))];
		return replaced.has(name) ? [replaced.get(name)?.part] : [];
	});
	const added = [...is].filter(([name]) => !was.has(name) && !placed.has(name)).map(([, part]) => part);
	return [...kept, ...added];
}

/** The parts of a document that a reading of it does not have; undefined where it has them all. */
export function partsLeft(own: unknown, known: unknown): unknown {
	if (known === undefined) return own;
	if (isObject(own) && isObject(known)) {
		const left = Object.entries(own).map(([key, value]) => [key, partsLeft(value, known[key])] as const);
		const entries = left.filter(([, value]) => value !== undefined);
		return entries.length === 0 ? undefined : Object.fromEntries(entries);
	}
	if (!Array.isArray(own) || !Array.isArray(known)) return undefined;
	const has = named(known);
	const left = [...named(own, known)].filter(([name]) => !has.has(name)).map(([, part]) => part);
	return left.length === 0 ? undefined : left;
}

/** A document with parts added to it that it does not have. */
export function withParts(own: unknown, more: unknown): unknown {
	if (Array.isArray(own) && Array.isArray(more)) return [...own, ...more];
	if (!isObject(own) || !isObject(more)) return own ?? more;
	return Object.fromEntries(keysOf(own, more).map((key) => [key, withParts(own[key], more[key])]));
}

/** A document without the part at a path; undefined where nothing else was there. */
export function withoutPath(own: unknown, [key, ...rest]: readonly string[]): unknown {
	if (key === undefined) return undefined;
	if (!isObject(own) || !Object.hasOwn(own, key)) return own;
	const { [key]: part, ...others } = own;
	const left = withoutPath(part, rest);
	if (left !== undefined) return { ...own, [key]: left };
	return Object.keys(others).length === 0 ? undefined : others;
}

/** The members of a list that a reading of it has in fewer words. */
export function fuller(own: readonly unknown[], known: readonly unknown[]): unknown[] {
	const has = named(known);
	return [...named(own, known)].flatMap(([name, part]) => {
		const other = has.get(name);
		return isObject(part) && Object.keys(part).some((key) => key !== 'id' && !hasKey(other, key)) && has.has(name)
			? [part]
			: [];
	});
}

const hasKey = (part: unknown, key: string): boolean => isObject(part) && Object.hasOwn(part, key);

/** The members of a list by what they are called: by their id, alone or in an object, or else by all they say. What stands twice is told apart. */
function named(list: readonly unknown[], others: readonly unknown[] = list): Map<string, unknown> {
	const members = new Map<string, unknown>();
	for (const [index, part] of list.entries()) {
		const name =
			idOf(part) ?? (list.length === others.length ? idOf(others[index]) : undefined) ?? JSON.stringify(part);
		let number = 1;
		while (members.has(`${number} ${name}`)) number++;
		members.set(`${number} ${name}`, part);
	}
	return members;
}

const idOf = (part: unknown): string | undefined =>
	typeof part === 'string' ? part : isObject(part) && typeof part['id'] === 'string' ? part['id'] : undefined;

const isObject = (part: unknown): part is Parts => typeof part === 'object' && part !== null && !Array.isArray(part);

const keysOf = (a: Parts, b: Parts): string[] => [...new Set([...Object.keys(a), ...Object.keys(b)])];
