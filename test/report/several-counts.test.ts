import { expect, test } from 'vitest';
import { calculate, parseCase } from '../../src/index.ts';
import { bundledLaw } from '../../src/law/bundled.ts';
import { textReport } from '../../src/report/formats/text.ts';

const count = (maximumMonths: number | 'life') => ({
	id: 'other',
	label: `18 U.S.C. § ${maximumMonths}`,
	maximumMonths,
});
const textOf = (document: object) =>
	textReport(calculate(parseCase({ edition: '2025', criminalHistoryCategory: 'VI', ...document })), bundledLaw).replace(
		/\s+/g,
		' ',
	);

// Level 32, category VI: 210-262 months, and two counts of ten years: 20 years in all (§5G1.2(d)).
test('the maximum of several counts is said to be their sum', () => {
	const text = textOf({ baseOffenseLevel: 32, statutes: [count(120), count(120)] });
	expect(text).toContain('the maximums of the 2 counts add up to 240 months (120 + 120)');
	expect(text).toContain('(§5G1.2(d))');
	expect(text).toContain('the sentence on a count under 18 U.S.C. § 120 is at most 120 months, its own maximum');
});

// §5G1.2, comment. (n.3(B)): on a count whose maximum is below the range the sentence is no longer than that maximum.
test('a count with a maximum below the range is named; where one count carries it all, nothing adds up', () => {
	const text = textOf({ baseOffenseLevel: 20, statutes: [count(240), count(60)] });
	expect(text).toContain('the sentence on a count under 18 U.S.C. § 60 is at most 60 months, its own maximum');
	expect(text).not.toContain('add up');
	expect(textOf({ baseOffenseLevel: 20, statutes: [count(240), count(120)] })).not.toContain('its own maximum');
	expect(textOf({ baseOffenseLevel: 20, statutes: [count(60)] })).not.toContain('its own maximum');
});
