import { expect, test } from 'vitest';
import { readAdjustment } from '../../src/case/typed-values.ts';

// A minus sign as the program prints it, a dash, and spaces as people type them.
test.each(['-2:§3B1.2 minor role', '−2:§3B1.2 minor role', '–2 §3B1.2 minor role', ' -2 : §3B1.2 minor role'])(
	'%s',
	(text) => {
		expect(readAdjustment(text)).toEqual({ levels: -2, provision: '§3B1.2', label: 'minor role' });
	},
);

test('a section in small letters is one', () => {
	expect(readAdjustment('+2:3c1.1')).toEqual({ levels: 2, provision: '3c1.1' });
});
