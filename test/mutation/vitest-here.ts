// Stands in for vitest while the tests run inside the runner of mutants: the same `expect`, and a list instead of a run.
import { expect } from 'vitest';
import { type Registered, shared } from './shared.ts';

type Body = (...values: unknown[]) => unknown;
type Call = (name: string, body: Body) => void;

interface Scope {
	path: string[];
	before: Body[];
	after: Body[];
}

export const registered: Registered[] = [];
let file = '';
let scope: Scope = { path: [], before: [], after: [] };

/** Called before the next file of tests is evaluated. */
export function startFile(name: string): void {
	file = name;
	shared.startFile(name);
	scope = { path: [], before: [], after: [] };
}

const register: Call = (name, body) => {
	const { path, before, after } = scope;
	const run = before.length + after.length === 0 ? body : () => withHooks(before, body, after);
	registered.push({ file, name: [...path, name].join(' > '), run });
};

async function withHooks(before: readonly Body[], body: Body, after: readonly Body[]): Promise<void> {
	for (const hook of before) await hook();
	await body();
	for (const hook of after) await hook();
}

const group: Call = (name, body) => {
	const outer = scope;
	scope = { path: [...outer.path, name], before: [...outer.before], after: [...outer.after] };
	body();
	scope = outer;
};

const bodyOf = (given: readonly unknown[]): Body => given.find((one) => typeof one === 'function') as Body;

/** `each` spreads a row that is an array, `for` does not. */
const forEachRow =
	(call: Call, isSpread: boolean) =>
	(rows: readonly unknown[]) =>
	(name: string, ...given: unknown[]): void => {
		const body = bodyOf(given);
		for (const [at, row] of rows.entries()) {
			call(`${name} #${at}`, () => (isSpread && Array.isArray(row) ? body(...row) : body(row)));
		}
	};

const withForms = (call: Call) =>
	Object.assign((name: string, ...given: unknown[]): void => call(name, bodyOf(given)), {
		each: forEachRow(call, true),
		for: forEachRow(call, false),
		skipIf: (isSkipped: boolean) => withForms(isSkipped ? () => {} : call),
	});

export const test = withForms(register);
export const describe = withForms(group);
/** What runs once before a group runs before each of its tests: another mutant may be at work then. */
export const beforeAll = (hook: Body): void => beforeEach(hook);
export const beforeEach = (hook: Body): void => void scope.before.push(hook);
export const afterEach = (hook: Body): void => void scope.after.unshift(hook);
export const afterAll = (): void => {};
export { expect };
