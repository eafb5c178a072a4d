import { execFileSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { readPath } from '../../src/case/paths.ts';
import { shellWord } from '../../src/case/shell.ts';

const paths = { home: '/home/counsel', backslashParts: false };

describe('a path as people type it, or drop it on a terminal', () => {
	test.each([
		['case.json', 'case.json'],
		['  case.json ', 'case.json'],
		['~/case.json', '/home/counsel/case.json'],
		['~', '/home/counsel'],
		['~other/case.json', '~other/case.json'],
		['a~b.json', 'a~b.json'],
		["'/home/counsel/My Cases/a.json'", '/home/counsel/My Cases/a.json'],
		['"/home/counsel/My Cases/a.json"', '/home/counsel/My Cases/a.json'],
		['“~/My Cases/a.json”', '/home/counsel/My Cases/a.json'],
		["/home/counsel/My\\ Cases/O\\'Brien\\ \\(2\\).json", "/home/counsel/My Cases/O'Brien (2).json"],
		["O'Brien.json", "O'Brien.json"],
		["client's and wife's.json", "client's and wife's.json"],
		['draft.json', 'draft.json'],
	])('%j is %j', (typed, path) => {
		expect(readPath(typed, paths)).toBe(path);
	});

	test('where a backslash parts folders, it escapes nothing', () => {
		const windows = { home: 'C:\\Users\\counsel', backslashParts: true };
		expect(readPath('C:\\Cases\\(a).json', windows)).toBe('C:\\Cases\\(a).json');
		expect(readPath('"C:\\My Cases\\a.json"', windows)).toBe('C:\\My Cases\\a.json');
		expect(readPath('~\\a.json', windows)).toBe('C:\\Users\\counsel\\a.json');
	});
});

test.each(['case.json', 'My Cases/a.json', "O'Brien.json", '$HOME `x` "y" \\z', '*', ''])(
	'%j as a word is itself to a shell',
	(word) => {
		expect(execFileSync('sh', ['-c', `printf %s ${shellWord(word)}`], { encoding: 'utf8' })).toBe(word);
	},
);
