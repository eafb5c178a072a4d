import { describe, expect, test } from 'vitest';
import { parseJson } from '../../src/case/json.ts';
import { InputError, parseCase } from '../../src/index.ts';

/** The sizes that docs/batch.md states: larger is rejected by its size, and quickly. */
const rejection = (text: string): unknown => {
	try {
		parseCase(parseJson(text));
	} catch (error) {
		if (!(error instanceof InputError)) throw error;
		return `${error.code} ${error.path}`;
	}
	return 'accepted';
};

const document = (more: object) =>
	JSON.stringify({ edition: '2018', baseOffenseLevel: 20, criminalHistoryCategory: 'I', ...more });
const times = <T>(count: number, value: T): T[] => Array.from({ length: count }, () => value);
/** As much of a part as fits into a document. */
const filled = (before: string, part: string, after: string): string =>
	before + part.repeat(Math.floor((1_048_576 - before.length - after.length) / part.length)) + after;

describe('a case of the greatest size is accepted, and a larger one rejected', () => {
	test.each([
		['a document of 1 MiB', document({}).padEnd(1_048_576), `${document({}).padEnd(1_048_577)}`, 'too-large '],
		['a text', document({ id: 'x'.repeat(10_000) }), document({ id: 'x'.repeat(10_001) }), 'out-of-range /id'],
		[
			'a list',
			document({ adjustments: times(100, { levels: 0 }) }),
			document({ adjustments: times(101, { levels: 0 }) }),
			'out-of-range /adjustments',
		],
		[
			'brackets in each other',
			document({ caption: '['.repeat(100) }),
			document({ id: 'brackets' }).replace('"brackets"', '['.repeat(64) + ']'.repeat(64)),
			'too-deep ',
		],
	])('%s', (_, most, more, expected) => {
		expect(rejection(most)).toBe('accepted');
		expect(rejection(more)).toBe(expected);
	});
});

test.each([
	'{"__proto__":{"edition":"2012"}}',
	'{"offense":{"__proto__":1}}',
	'{"otherGroups":[{"offense":{"__proto__":1}}]}',
])('a key that JavaScript would take for something else is rejected by name: %s', (text) =>
	expect(rejection(text)).toMatch(/^unknown-key \/.*__proto__$/),
);

// On a machine at rest each takes less than a tenth of this.
describe('the costliest documents of 1 MiB are rejected in less than three seconds of the processor', () => {
	test.each([
		['priors that are empty', filled('{"edition":"2018","guideline":"2L1.2","priors":[{}', ',{}', ']}')],
		['priors that are none', filled('{"edition":"2018","guideline":"2L1.2","priors":[1', ',1', ']}')],
		['kinds', filled('{"edition":"2018","priors":[{"kinds":["murder"', ',"murder"', ']}]}')],
		['statutes', filled('{"edition":"2018","statutes":["8:1326(a)"', ',"8:1326(a)"', ']}')],
		['one statute', filled('{"edition":"2018","statutes":["', 'u.s.c', '"]}')],
		['a term', filled('{"edition":"2018","priors":[{"sentence":"', '1 year ', '"}]}')],
		['a provision of blanks', filled('{"edition":"2018","adjustments":[{"levels":1,"provision":"', ' ', '"}]}')],
		['one key again and again', filled('{"a":1', ',"a":1', '}')],
		['many keys', `{${times(80_000, 0).map((_, at) => `"k${at}":1`)}}`],
		['brackets', '['.repeat(524_000) + ']'.repeat(524_000)],
	])('%s', (_, text) => {
		const before = process.cpuUsage();
		expect(rejection(text)).not.toBe('accepted');
		const { user, system } = process.cpuUsage(before);
		expect((user + system) / 1e6).toBeLessThan(3);
	});
});
