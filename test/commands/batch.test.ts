import { describe, expect, test } from 'vitest';
import { json as lines, ussg } from './run.ts';

const good = {
	edition: '2011',
	baseOffenseLevel: 34,
	acceptance: 3,
	criminalHistoryCategory: 'I',
	statutoryMinimumMonths: 120,
};

describe('case documents, one a line', () => {
	test('each is answered as calc answers it, in order', () => {
		const documents = ['I', 'II', 'III'].map((criminalHistoryCategory, at) => ({
			...good,
			id: `case ${at}`,
			criminalHistoryCategory,
		}));
		const { status, stdout } = ussg(['batch'], documents.map((document) => JSON.stringify(document)).join('\n'));
		expect(status).toBe(0);
		const alone = documents.map((document) => ussg(['calc', '--case', '-', '--json'], JSON.stringify(document)).stdout);
		expect(stdout).toBe(alone.join(''));
	});

	test('a refused record stands in its place; all others are answered; exit 3', () => {
		const input = [
			JSON.stringify({ ...good, id: 'a' }),
			JSON.stringify({ ...good, id: 'b', acceptance: 1 }),
			'',
			'{"id":"c",',
			JSON.stringify({ ...good, id: 'd', edition: undefined }),
			'["not", "a case"]',
			JSON.stringify({ ...good, id: 'e' }),
		].join('\r\n');
		const { status, stdout, stderr } = ussg(['batch', '-'], input);
		expect({ status, stderr }).toEqual({ status: 3, stderr: '' });
		const records = lines(stdout);
		expect(records.map((record) => record.id)).toEqual(['a', 'b', undefined, 'd', undefined, 'e']);
		expect(records.map((record) => record.line)).toEqual([undefined, 2, 4, 5, 6, undefined]);
		expect(records[1].error).toMatchObject({ code: 'invalid-value', path: '/acceptance' });
		expect(records[2].error.code).toBe('invalid-json');
		expect(records[3].error).toMatchObject({ code: 'edition-missing', path: '/edition' });
		expect(records[5].guidelineRange).toEqual({ minimumMonths: 120, maximumMonths: 135 });
	});

	test('no clock: a record without edition or sentencing date is refused, not given the edition of today', () => {
		const { stdout } = ussg(['batch'], '{"baseOffenseLevel":8,"criminalHistoryCategory":"I"}');
		expect(lines(stdout)[0].error.path).toBe('/edition');
	});

	test.each([
		['duplicate keys', '{"id":"x","edition":"2012","edition":"2013"}', 'duplicate-key'],
		['duplicate keys behind an escape', '{"id":"x","\\u0069d":"y"}', 'duplicate-key'],
		['__proto__', `{"__proto__":{"edition":"2012"},${JSON.stringify(good).slice(1)}`, 'unknown-key'],
		['a level that is no number', JSON.stringify({ ...good, baseOffenseLevel: 'high' }), 'invalid-value'],
		['nesting of 200,000', '['.repeat(200_000) + ']'.repeat(200_000), 'too-deep'],
	])('%s', (_, line, code) => {
		const { status, stdout } = ussg(['batch'], `${line}\n${JSON.stringify(good)}\n`);
		expect(status).toBe(3);
		const [refusal, answer] = lines(stdout);
		expect(refusal).toMatchObject({ line: 1, error: { code } });
		expect(answer.guidelineRange.minimumMonths).toBe(120);
	});

	test('a line that is not UTF-8 harms no other', () => {
		const bytes = Buffer.concat([Buffer.from([0x7b, 0xff, 0x7d, 0x0a]), Buffer.from(JSON.stringify(good))]);
		const [refusal, answer] = lines(ussg(['batch'], bytes).stdout);
		expect(refusal.error.code).toBe('invalid-utf8');
		expect(answer.offenseLevel.total).toBe(31);
	});

	test('a line separator inside a string ends no line', () => {
		const document = { ...good, id: 'one\u2028two' };
		expect(lines(ussg(['batch'], JSON.stringify(document)).stdout)[0].id).toBe('one\u2028two');
	});
});
