import { describe, expect, test } from 'vitest';
import { calculate } from '../../src/calculation/calculate.ts';
import type { CaseDocument } from '../../src/case/schema.ts';
import { bundledLaw as law } from '../../src/law/bundled.ts';
import type { Warning } from '../../src/result/result.ts';

const said = (code: Warning['code'], more: Partial<CaseDocument>): string | undefined =>
	calculate({ edition: '2025', baseOffenseLevel: 20, criminalHistoryCategory: 'II', ...more }, law).warnings.find(
		(warning) => warning.code === code,
	)?.message;

/** Every range is that of the Sentencing Table, Chapter Five, Part A. */
describe('what the level supposes is said with the range of each answer', () => {
	test('an aggravating and a mitigating role (§§3B1.1(c), 3B1.2(b)): levels 22 and 18 in category II', () => {
		const message = said('roles-opposed', { chapterThree: ['§3B1.1(c)', '§3B1.2(b)'] });
		expect(message).toContain('With §3B1.1(c) alone: level 22, category II, 46 to 57 months.');
		expect(message).toContain('With §3B1.2(b) alone: level 18, category II, 30 to 37 months.');
	});

	test('a hate crime and a vulnerable victim (§3A1.1, comment. (n.3)): without (b), level 23', () => {
		const message = said('adjustment-condition', { chapterThree: ['§3A1.1(a)', '§3A1.1(b)(1)'] });
		expect(message).toContain('Without §3A1.1(b): level 23, category II, 51 to 63 months.');
	});

	test('terrorism given in levels: with §3A1.4, level 32 and category VI', () => {
		const message = said('least-level-not-applied', { adjustments: [{ levels: 12, provision: '§3A1.4' }] });
		expect(message).toContain('level 32, category VI, 210 to 262 months.');
	});

	test('no criminal history points: with §4C1.1, level 18', () => {
		const message = said('zero-point-offender-not-raised', {
			criminalHistoryCategory: undefined,
			criminalHistoryPoints: 0,
		});
		expect(message).toContain(
			'If the reduction applies: level 18, 27 to 33 months. If not, as shown: level 20, 33 to 41 months.',
		);
	});

	test('levels that §4C1.1 does not bring below 43 say nothing of it', () => {
		const more: Partial<CaseDocument> = { criminalHistoryCategory: 'I', adjustments: [{ levels: 25 }] };
		expect(said('zero-point-offender-not-raised', more)).toBeUndefined();
	});

	test('the third level of acceptance (§3E1.1(b)): 21 with the motion, 22 without', () => {
		const message = said('acceptance-motion-assumed', { baseOffenseLevel: 24, acceptance: 'full' });
		expect(message).toContain('With that motion, as shown, the range is 41 to 51 months. Without it: 46 to 57 months.');
	});

	test.each([
		['a level below 16', { baseOffenseLevel: 12 }],
		['a minimum that is the whole range both ways (§5G1.1(b))', { statutoryMinimumMonths: 120 }],
		['three levels claimed as such', { acceptance: 3 as const }],
	])('silent: %s', (_, more) => {
		expect(said('acceptance-motion-assumed', { acceptance: 'full', ...more })).toBeUndefined();
	});

	// §4B1.1(b): 25 years or more, level 34; the third level comes off it (the asterisk), 31 or 32 in category VI.
	test('of a career offender, the ranges of its table', () => {
		const message = said('acceptance-motion-assumed', {
			criminalHistoryCategory: undefined,
			criminalHistoryPoints: 13,
			baseOffenseLevel: 24,
			acceptance: 'full',
			careerOffender: { offenseStatutoryMaximumMonths: 480 },
		});
		expect(message).toContain('the range is 188 to 235 months. Without it: 210 to 262 months.');
	});
});
