import { describe, expect, test } from 'vitest';
import { byKey, nearestTo, provisionAsked } from '../../../src/report/explain/asked.ts';

const held = byKey([
	'§3E1.1',
	'§3E1.1(a)',
	'§3E1.1(b)',
	'§5C1.2, comment. (n.9)',
	'§2L1.2(b)(2)(B)',
	'18 U.S.C. § 3553(f)(1)',
	'18 U.S.C. § 2252A(b)(1)',
]);

describe('the provision that somebody means', () => {
	test.each([
		['3e1.1b', '§3E1.1(b)'],
		['§3E1.1(a), (b)', '§3E1.1'],
		['§3E1.1(a)–(b)', '§3E1.1'],
		['2l1.2b2b', '§2L1.2(b)(2)(B)'],
		['§2L1.2(b)', '§2L1.2(b)'],
		['5C1.2 n.9', '§5C1.2, comment. (n.9)'],
		['5C1.2, comment. (n.9)', '§5C1.2, comment. (n.9)'],
		['5c1.2 cmt. n.9', '§5C1.2, comment. (n.9)'],
		['18 USC 3553f1', '18 U.S.C. § 3553(f)(1)'],
		['18 U.S.C. § 2252a(B)(1)', '18 U.S.C. § 2252A(b)(1)'],
	])('%s is %s', (given, provision) => {
		expect(provisionAsked(given, held)).toEqual({ provision });
	});

	test('a part of what has no parts, and a note, are explained by what stands above them', () => {
		expect(provisionAsked('§3E1.1(b)(2)', held)).toEqual({ provision: '§3E1.1(b)', part: '(2)' });
		expect(provisionAsked('§3E1.1, comment. (n.6)', held)).toEqual({ provision: '§3E1.1', part: 'comment. (n.6)' });
	});

	test('a part that is not among those held is a slip, and the nearest is in the same section or part', () => {
		expect(provisionAsked('§3E1.1(c)', held)).toBeUndefined();
		expect(nearestTo('§3E1.1(c)', held)).toBe('§3E1.1(b)');
		expect(nearestTo('§3E9.1', held)).toBe('§3E1.1');
		expect(nearestTo('quite another thing', held)).toBeUndefined();
	});
});
