import { describe, expect, test } from 'vitest';
import { citationsOf, faultOf } from './citations.ts';
import { ownWords, secondReadingOf, tableFiles } from './tables.ts';
import { differences, readingsOf, valuesOf } from './values.ts';

const files = tableFiles();

describe('every value of the law was read twice, by two who did not see each other’s work', () => {
	const names = [...new Set(files.map(({ name }) => name))].filter((name) => !ownWords.includes(name));

	test('each table has its second reading', () => {
		expect(names.filter((name) => secondReadingOf(name) === undefined)).toEqual([]);
	});

	test.for(names)('%s', (name) => {
		const readings = secondReadingOf(name) ?? [];
		const found = files.filter((file) => file.name === name).flatMap(({ table }) => differences(table, readings));
		expect(found).toEqual([]);
	});

	test('a value that differs, one that was not read, and one that is not in the table are each found', () => {
		const table = { effectiveDate: '2016-11-01', levels: 8, rows: [{ id: 'a' }] };
		const readings = readingsOf(
			'/effectiveDate\\t2016-11-01\\t2016-11-01\\tx:1\\n/levels\\t9\\t1987-11-01..\\tx:2\\n/more\\t1\\t1987-11-01..\\tx:3'
				.replaceAll('\\t', '\t')
				.replaceAll('\\n', '\n'),
		);
		expect(differences(table, readings)).toHaveLength(3);
		expect(valuesOf(table)).toHaveLength(3);
	});
});

describe('every citation agrees with Appendix C and the historical notes', () => {
	test.each(files.map(({ file, table, name }) => ({ file, table, name })))('$file', ({ table, name }) => {
		const faults = citationsOf(table).flatMap(([path, citation]) => {
			const fault = faultOf(citation);
			return fault === undefined || (ownWords.includes(name) && fault.includes('took effect'))
				? []
				: [`${path}: ${fault}`];
		});
		expect(faults).toEqual([]);
	});
});
