import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { caseSchema } from '../../src/case/schema.ts';
import { verifiedEditions } from '../../src/law/editions.ts';
import { answersFile, answersTo, editionOf, fingerprintOf, lawOfCases, storedCases } from './answers.ts';
import { missingFrom } from './changelog.ts';
import { difference } from './difference.ts';

const cases = storedCases();
const stored = readFileSync(answersFile, 'utf8');
const changelog = readFileSync(new URL('../../CHANGELOG.md', import.meta.url), 'utf8');

describe('the stored answers', () => {
	test('the program answers as it did (npm run golden writes the answers anew)', () => {
		const now = answersTo(cases).split('\n');
		const then = new Set(stored.split('\n'));
		expect(now.filter((line) => !then.has(line))).toEqual([]);
		expect(now.length).toBe(then.size);
	});

	test('CHANGELOG.md names the law or the fault behind their last change', () => {
		expect(missingFrom(changelog, fingerprintOf(stored))).toBeUndefined();
	});

	test('every edition through the last drawn has forty cases, and every key of the case document is given', () => {
		const held = Map.groupBy(cases, editionOf);
		const editions = verifiedEditions(lawOfCases(cases));
		const few = editions.filter((edition) => (held.get(edition.effectiveDate)?.length ?? 0) < 40);
		expect(few).toEqual([]);
		const given = new Set(cases.flatMap((each) => Object.keys(each.case)));
		expect(Object.keys(caseSchema.shape).filter((key) => !given.has(key) && !['id', 'caption'].includes(key))).toEqual(
			[],
		);
	});
});

describe('a change in them is noticed', () => {
	const item = (text: string) => `# Changelog\n\n## Unreleased\n\n### Changes to past results\n\n- Older.\n- ${text}\n`;
	const named = item('Thirteen months\n  count for three points (§4A1.1(a)). (golden 0123abcd)');

	test('one digit of one answer makes another fingerprint, which CHANGELOG.md lacks', () => {
		const changed = stored.replace(/\d(?=-\d+ \|)/, (digit) => String((Number(digit) + 1) % 10));
		expect(changed).not.toBe(stored);
		expect(missingFrom(changelog, fingerprintOf(changed))).toMatch('no item under');
	});

	test('the law or a fault must be named, under the right heading, for this change alone', () => {
		expect(missingFrom(named, '0123abcd')).toBeUndefined();
		expect(missingFrom(named, '0123abce')).toMatch('no item');
		expect(missingFrom(named.replace('Changes to past results', 'New'), '0123abcd')).toMatch('no item');
		expect(missingFrom(item('The answers were written anew. (golden 0123abcd)'), '0123abcd')).toMatch('neither');
		expect(missingFrom(item('A fault. (golden 0123abcd) (golden 4567abcd)'), '0123abcd')).toMatch('other answers');
	});
});

test('what changed is printed with what stood before; what is new is only counted', () => {
	expect(difference('a/1 | 6\nb/1 | 7\nc/1 | 8\n', 'a/1 | 6\nb/1 | 9\nd/1 | 1\ne/1 | 1\n')).toBe(
		'  before b/1 | 7\n  now    b/1 | 9\nanswers: 1 changed, 2 new, 1 gone\n',
	);
	const many = (level: number) => Array.from({ length: 25 }, (_, at) => `a/${at} | ${level}\n`).join('');
	expect(difference(many(1), many(2))).toMatch(/ {2}now {4}a\/19 \| 2\n {2}and 5 more\nanswers: 25 changed, 0 new\n$/);
	expect(difference(many(1), many(1))).toBe('answers: 0 changed, 0 new\n');
});
