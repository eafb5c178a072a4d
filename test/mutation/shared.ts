// What the program under mutation, its tests and the runner share.

/** A test that a file of tests registered. */
export interface Registered {
	file: string;
	name: string;
	run: () => unknown;
}

/** The names are those that StrykerJS writes into the program, but for `cover`, `startFile` and `answer`, which are ours. */
export interface Shared {
	activeMutant?: string | undefined;
	hitCount: number;
	hitLimit: number;
	/** Called with the mutants that are reached. */
	cover: (...mutants: string[]) => void;
	/** Called before the tests of a file are read. */
	startFile: (file: string) => void;
	/** All of the answer that a test came to, also what it does not look at. */
	answer?: unknown;
}

const global = globalThis as typeof globalThis & { __stryker__?: Shared };
global.__stryker__ ??= { hitCount: 0, hitLimit: Number.MAX_SAFE_INTEGER, cover: () => {}, startFile: () => {} };
export const shared = global.__stryker__;
