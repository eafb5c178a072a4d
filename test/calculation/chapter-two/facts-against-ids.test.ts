import { describe, expect, test } from 'vitest';
import { calculate, InputError, parseCase } from '../../../src/index.ts';

const refusal = (document: object): string => {
	try {
		calculate(parseCase({ edition: '2018', criminalHistoryCategory: 'I', ...document }));
	} catch (error) {
		if (error instanceof InputError) return `${error.code} ${error.path}`;
		throw error;
	}
	return 'answered';
};

describe('a fact and an id that disagree are rejected', () => {
	// §2L1.1(a)(1) to (3): the first that applies; §2D1.1(a)(1) to (5): the greatest.
	test.each([
		['2L1.1', { base: '(a)(2)', offense: { inadmissibleOnSecurityGrounds: true } }],
		['2L1.1', { base: '(a)(3)', offense: { deportedAfterAggravatedFelony: true } }],
		['2D1.1', { base: '(a)(5)', offense: { deathOrInjury: true }, drugs: [{ substance: 'heroin', quantity: '5 g' }] }],
	])('a base offense level of §%s beside a fact that makes it another: %j', (guideline, more) => {
		const document = { guideline, ...more, statutes: ['8:1327'], offenseDate: '2018-11-05' };
		expect(refusal(guideline === '2D1.1' ? { guideline, ...more } : document)).toBe('disagrees /base');
	});

	test.each([
		[{ offense: { weapon: true } }, '/offense'],
		[{ drugs: [{ substance: 'cocaine', quantity: '5 kg' }] }, '/drugs'],
		[{ base: '(a)(7)' }, '/base'],
	])('§2L1.2 takes no facts by name: %j', (more, path) => {
		expect(refusal({ guideline: '2L1.2', ...more })).toBe(`disagrees ${path}`);
	});
});

// 18 U.S.C. § 3553(f)(2): no firearm in connection with the offense. §2D1.1(b)(1) is for one that was possessed.
// A flag or a table gives the fact as a word.
test.each([
	[{ enhancements: ['(b)(1)'] }],
	[{ offense: { weapon: true } }],
	[{ offense: { weapon: 'true' } }],
	[{ offense: { weapon: 'Yes' } }],
])('the safety valve beside a weapon is doubted: %j', (more) => {
	const { warnings } = calculate(
		parseCase({
			edition: '2018',
			criminalHistoryCategory: 'I',
			guideline: '2D1.1',
			drugs: [{ substance: 'cocaine', quantity: '5 kg' }],
			statutes: ['21:841(b)(1)(A)'],
			offenseDate: '2018-01-05',
			statutoryMinimumRelief: 'safety-valve',
			...more,
		}),
	);
	expect(warnings.map(({ code }) => code)).toContain('safety-valve-firearm');
});
