import { describe, expect, test } from 'vitest';
import { calculate } from '../../src/calculation/calculate.ts';
import { parseCase } from '../../src/case/parse.ts';
import { bundledLaw as law } from '../../src/law/bundled.ts';
import { htmlReport } from '../../src/report/formats/html.ts';
import { markdownReport } from '../../src/report/formats/markdown.ts';
import { textReport } from '../../src/report/formats/text.ts';
import { reportDocument } from '../../src/report/worksheet.ts';

/**
 * Amendment 836 took departures out of the Manual on November 1, 2025: §5K1.1 speaks of a sentence below the range, §3F1.1
 * lowers the offense level, and what else was a departure is for 18 U.S.C. § 3553(a).
 */
const plain = { edition: '2025', baseOffenseLevel: 10, criminalHistoryCategory: 'I' };
const answers = {
	violenceOrWeapon: false,
	deathOrSeriousInjury: false,
	leaderOrContinuingEnterprise: false,
	truthfulDisclosure: true,
};
const history = { criminalHistoryPoints: 0, pointsFromOnePointOffenses: 0, convictedOn: '2025-12-01' };
const noOffenses = { threePointOffense: false, twoPointViolentOffense: false };
const cases = [
	plain,
	{ ...plain, statutoryMinimumMonths: 60, statutoryMinimumRelief: 'substantial-assistance', sentenceImposedMonths: 30 },
	{ ...plain, statutoryMinimumMonths: 60, statutoryMinimumRelief: 'safety-valve', fastTrackLevels: 4 },
	{ ...plain, statutoryMinimumMonths: 60, safetyValve: { ...answers, ...history, ...noOffenses } },
	{ ...plain, fastTrackLevels: 4 },
	{ ...plain, baseOffenseLevel: 43, adjustments: [{ levels: 4 }], acceptance: 2, fastTrackLevels: 2 },
	{ ...plain, baseOffenseLevel: 3, adjustments: [{ levels: -4, provision: '§3B1.2(a)' }] },
	{ ...plain, baseOffenseLevel: undefined, guideline: '2L1.2', enhancements: ['(b)(2)(A)'], acceptance: 'full' },
	{
		...plain,
		baseOffenseLevel: 30,
		criminalHistoryCategory: 'VI',
		careerOffender: { offenseStatutoryMaximumMonths: 240 },
		fastTrackLevels: 3,
	},
	{ ...plain, baseOffenseLevel: 24, statutes: ['18:924(e)(1)', '21:841(b)(1)(B)'], offenseDate: '2025-11-02' },
];

describe('under the Manual of 2025 nothing speaks of departures', () => {
	test.each(cases.map((document) => [JSON.stringify(document), document]))('%s', (_, document) => {
		const given = parseCase(document);
		const result = calculate(given, law, { sensitivity: true });
		const report = reportDocument({ given, result }, law, { version: '0', dated: undefined });
		const written = [textReport(result, law), markdownReport(report), htmlReport(report), JSON.stringify(result)];
		for (const text of written) expect(text).not.toMatch(/\bdepart(s|ed|ures?)?\b/i);
	});
});

test('the Manual of 2024 still has them', () => {
	const given = parseCase({ ...plain, edition: '2024', fastTrackLevels: 4 });
	expect(textReport(calculate(given, law), law)).toContain('§5K3.1, a departure');
});
