import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { answersFile, answersTo, lawOfCases, storedCases } from '../golden/answers.ts';

/** Each stored answer as a test of its own, so that a mutant meets only the cases that reach it. */
const cases = storedCases();
const law = lawOfCases(cases);
const stored = new Map(
	readFileSync(answersFile, 'utf8')
		.trimEnd()
		.split('\n')
		.map((line) => [line.split(' | ')[0], line]),
);

test.each(cases)('%o', (one) => {
	expect(answersTo([one], law)).toBe(`${stored.get(one.id)}\n`);
});
