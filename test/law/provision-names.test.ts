import { expect, test } from 'vitest';
import { isAt, keysOf, namesIn, parentOf } from '../../src/law/provision-names.ts';

test.each([
	['§3E1.1(a), (b)', ['§3E1.1(a)', '§3E1.1(b)']],
	['§4B1.4(b)(1), (2), (c)(1)', ['§4B1.4(b)(1)', '§4B1.4(b)(2)', '§4B1.4(c)(1)']],
	['§5E1.2(c)(1)(B), (c)(2)(B)-(C)', ['§5E1.2(c)(1)(B)', '§5E1.2(c)(2)(B)', '§5E1.2(c)(2)(C)']],
	['18 U.S.C. § 1028A(b)(1), (2), §5G1.2(a)', ['18 U.S.C. § 1028A(b)(1)', '18 U.S.C. § 1028A(b)(2)', '§5G1.2(a)']],
	['18 U.S.C. § 924(c)(1)(D)(i), (ii)', ['18 U.S.C. § 924(c)(1)(D)(i)', '18 U.S.C. § 924(c)(1)(D)(ii)']],
	['8 U.S.C. §§ 1253(a), 1325(a), 1326', ['8 U.S.C. § 1253(a)', '8 U.S.C. § 1325(a)', '8 U.S.C. § 1326']],
	['§§2K2.4, 4B1.1', ['§2K2.4', '§4B1.1']],
	['§2J1.6, comment. (n.3); §3D1.1, comment. (n.2)', ['§2J1.6, comment. (n.3)', '§3D1.1, comment. (n.2)']],
	['§2D1.1(c), Note (B)', ['§2D1.1(c), Note (B)']],
	['Ch. 5, Pt. A', ['Ch. 5, Pt. A']],
])('a combined name covers each of its provisions: %s', (name, names) => {
	expect(namesIn(name)).toEqual(names);
});

test.each([
	['§5C1.2(a)(1)', '§5C1.2(a)'],
	['§5C1.2(a)', '§5C1.2'],
	['§5C1.2', undefined],
	['§2D1.1(c), Note (B)', '§2D1.1(c)'],
	['§2L1.2, comment. (n.1(B)(vii))', '§2L1.2'],
	['18 U.S.C. § 3553(f)', '18 U.S.C. § 3553'],
])('%s stands below %s', (name, parent) => {
	expect(parentOf(name)).toBe(parent);
	if (parent !== undefined) expect(isAt(name, parent)).toBe(true);
});

test('a section does not stand below one whose number it begins with', () => {
	expect(isAt('§2D1.11', '§2D1.1')).toBe(false);
});

test.each(['§3E1.1(b)', '3e1.1b', 'USSG 3e1.1(b)', 'U.S.S.G. § 3E1.1(B)', '§\u00a03E1.1 (b)'])(
	'as people write it: %s',
	(text) => {
		expect(keysOf(text)).toEqual(['3e1.1(b)']);
	},
);

test('a letter after the number of a section of the Code may belong to it or not', () => {
	expect(keysOf('18 USC 3553f')).toEqual(['18usc3553f', '18usc3553(f)']);
	expect(keysOf('18 U.S.C. § 2252A(b)(1)')).toContain('18usc2252a(b)(1)');
});
