import { describe, expect, test } from 'vitest';
import { disagreement, formatFor, formats } from '../../../src/commands/output-format.ts';
import { ussg } from '../run.ts';

/** The contract: `--output` takes the format from the file's extension; a `--format` that disagrees is rejected. */
describe('the format of an answer', () => {
	test.each([
		[{}, 'text'],
		[{ json: true }, 'json'],
		[{ format: 'html' }, 'html'],
		[{ output: 'memo.docx' }, 'docx'],
		[{ output: 'MEMO.DOCX' }, 'docx'],
		[{ output: 'a.b/memo.html' }, 'html'],
		[{ output: 'memo.md' }, 'markdown'],
		[{ output: 'memo.json' }, 'json'],
		[{ output: 'memo.txt' }, 'text'],
		[{ output: 'memo.json', json: true }, 'json'],
		[{ output: 'memo.docx', format: 'docx' }, 'docx'],
		[{ output: 'memo', format: 'html' }, 'html'],
		[{ output: 'memo.htm', format: 'html' }, 'html'],
		[{ output: 'memo' }, 'text'],
		[{ output: 'v1.0/memo' }, 'text'],
		[{ output: '.json' }, 'text'],
		[{ output: '-', format: 'docx' }, 'docx'],
		[{ output: '/dev/stdout' }, 'text'],
	])('%j is %s', (options, format) => {
		expect(formatFor(options)).toBe(format);
	});

	test.each([
		[
			{ output: 'memo.docx', format: 'text' },
			/"memo\.docx" ends in \.docx, but the format is text\. Name a file that ends in \.txt/,
		],
		[{ output: 'memo.html', json: true }, /ends in \.html, but the format is json/],
		[{ output: 'memo.txt', format: 'markdown' }, /ends in \.md/],
		[{ json: true, format: 'html' }, /means --format json, but --format is html. Keep one/],
		[
			{ output: 'memo.rtf' },
			/"memo\.rtf" does not end in a format that the program writes. End the name with one of \.txt, \.json, \.md, \.html, \.docx/,
		],
		[{ output: 'memo.pdf' }, /the program does not write PDF\. Write a \.docx or \.html file, .* and print it to PDF/],
		[{ output: 'memo.PDF', format: 'html' }, /does not write PDF/],
	])('%j is rejected', (options, message) => {
		expect(() => formatFor(options)).toThrow(message);
	});

	test('every format has an ending of its own, but the page for the client', () => {
		const own = formats.filter((format) => format !== 'client');
		for (const format of own) {
			const agreeing = own.filter(
				(other) =>
					disagreement(`a.${format === 'text' ? 'txt' : format === 'markdown' ? 'md' : format}`, other) === undefined,
			);
			expect(agreeing).toEqual([format]);
		}
	});

	test.each([
		['txt', true],
		['md', true],
		['html', true],
		['docx', true],
		['json', false],
		['pdf', false],
	])('the page for the client in a file that ends in .%s: %s', (ending, isTaken) => {
		expect(disagreement(`page.${ending}`, 'client') === undefined).toBe(isTaken);
	});

	test('the command line rejects it before it reads the case', () => {
		const { status, stdout, stderr } = ussg(['calc', '--case', 'no.json', '--output', 'memo.pdf']);
		expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
		expect(stderr).toMatch(/^ussg: --output: the program does not write PDF/);
	});
});
