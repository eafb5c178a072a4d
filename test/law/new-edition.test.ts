import { describe, expect, test } from 'vitest';
import { calculate } from '../../src/calculation/calculate.ts';
import { isRefusal, underEditions } from '../../src/calculation/comparison.ts';
import { parseCase } from '../../src/case/parse.ts';
import { bundledLaw } from '../../src/law/bundled.ts';
import { verifiedEditions } from '../../src/law/editions.ts';
import { copyOfTables, lawOf, tableText } from './copy.ts';

/**
 * A Manual that never was: a line in editions.json, and files for the provisions that it changes. Nothing in src
 * knows of it, and everything in src uses it.
 */
const day = '2031-11-01';
const since = (file: string, text: string, by: string) => {
	const changed = tableText(file).replace(/"effectiveDate": "[\d-]+",\n/, `"effectiveDate": "${day}",\n`);
	const folder = file.slice(0, file.lastIndexOf('/'));
	expect(changed).toContain(text);
	return { file: `${folder}/${day}.json`, replace: '', by: changed.replaceAll(text, by) };
};

const added = {
	effectiveDate: day,
	kind: 'november',
	amendments: '9001-9004',
	citation: 'made up for a test',
	verified: true,
};
/** An announced edition that is not held is left out: none that is verified comes after it. */
const withEditions = (editions: readonly object[]) => {
	const replace = tableText('editions.json');
	return { file: 'editions.json', replace, by: JSON.stringify({ ...JSON.parse(replace), editions }) };
};
const lawBefore = lawOf(copyOfTables([withEditions(verifiedEditions(bundledLaw))]));
const law = lawOf(
	copyOfTables([
		withEditions([...verifiedEditions(bundledLaw), added]),
		since('chapter-two/2L1.2/2018-11-01.json', '"id": "(a)", "levels": 8', '"id": "(a)", "levels": 9'),
		since('3E1.1/2003-04-30.json', '"fromLevel": 16', '"fromLevel": 9'),
		since('early-disposition/2025-11-01.json', '§3F1.1', '§3G1.1'),
		since('sentencing-table/2010-11-01.json', '{"level": 6, "cells": ["0-6"', '{"level": 6, "cells": ["3-9"'),
	]),
);
const document = parseCase({ guideline: '2L1.2', acceptance: 'full', criminalHistoryCategory: 'I', edition: '2031' });

describe('a new edition is a line and files for what changed', () => {
	test('the year names it, and the whole calculation uses it', () => {
		const result = calculate(document, law);
		expect(result).toMatchObject({
			edition: { effectiveDate: day, verified: true },
			offenseLevel: { base: 9, acceptance: -3, total: 6 },
			tableRange: { minimumMonths: 3, maximumMonths: 9 },
			fastTrack: { available: true, provision: '§3G1.1', kind: 'adjustment' },
		});
		expect(result.warnings.map((warning) => warning.code)).not.toContain('edition-unverified');
	});

	test('what it does not change stands as it was', () => {
		const limited = parseCase({ ...document, statutoryMinimumMonths: 6 });
		expect(calculate(limited, law).statutoryEffect).toMatchObject({ provisions: ['§5G1.1(c)(2)'] });
	});

	test('the day before it, and every edition before it, are as they were', () => {
		const before = parseCase({ ...document, edition: undefined, sentencingDate: '2031-10-31' });
		expect(calculate(before, law)).toEqual(calculate(before, lawBefore));
		for (const edition of verifiedEditions(bundledLaw).map(({ effectiveDate }) => effectiveDate)) {
			const earlier = parseCase({ ...document, edition });
			expect(calculate(earlier, law)).toEqual(calculate(earlier, bundledLaw));
		}
	});

	test('it is compared with the others', () => {
		const names = verifiedEditions(law).map((edition) => edition.effectiveDate);
		const last = underEditions(document, law, names).at(-1);
		expect(last && !isRefusal(last) && last.edition.effectiveDate).toBe(day);
	});
});
