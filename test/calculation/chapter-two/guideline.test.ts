import { describe, expect, test } from 'vitest';
import { calculate } from '../../../src/calculation/calculate.ts';
import { parseCase } from '../../../src/case/parse.ts';
import { copyOfTables, lawOf } from '../../law/copy.ts';

const cited = (section: string) => ({
	section: `§2Z9.1${section}`,
	authority: 'made up for a test',
	effectiveDate: '2016-11-01',
});
const row = (id: string, levels: number, when: unknown, more: object = {}) => ({
	id,
	levels,
	description: `row ${id}`,
	when,
	citation: cited(id),
	...more,
});
const alone = (id: string, levels: number, when: unknown, more: object = {}) => ({
	id,
	description: `characteristic ${id}`,
	rows: [row(id, levels, when, more)],
});

/** A guideline that never was: a table alone, which every part of the evaluation reads. */
const guideline = {
	provision: '§2Z9.1',
	effectiveDate: '2016-11-01',
	citation: cited(''),
	inForce: true,
	title: 'a made-up offense',
	alsoCalled: [],
	statutes: ['8 U.S.C. § 1326'],
	facts: [
		{ name: 'things', kind: 'number', question: 'How many things were there?', unit: 'things', least: 1 },
		{ name: 'weapon', kind: 'yes-no', question: 'Was a weapon possessed?' },
		{ name: 'used', kind: 'yes-no', question: 'Was a weapon used?' },
		{ name: 'minor', kind: 'yes-no', question: 'Was a minor there?' },
		{
			name: 'harm',
			kind: 'choice',
			question: 'What harm was done?',
			choices: [
				{ value: 'none', words: 'none' },
				{ value: 'grave', words: 'grave' },
			],
		},
	],
	base: {
		apply: 'first',
		rows: [
			{
				id: '(a)(1)',
				levels: 20,
				description: 'under § 1326',
				when: { convictedUnder: ['8 U.S.C. § 1326'] },
				citation: cited('(a)(1)'),
			},
			{ id: '(a)(2)', levels: 12, description: 'otherwise', citation: cited('(a)(2)') },
		],
		limits: [
			{
				id: '(a)',
				description: 'mitigating role',
				base: ['(a)(1)'],
				fromLevel: 20,
				levels: -2,
				when: { adjustment: ['§3B1.2'] },
				citation: cited('(a)'),
			},
		],
	},
	characteristics: [
		{
			id: '(b)(1)',
			description: 'number of things',
			rows: [
				row('(b)(1)(A)', 3, { fact: 'things', atLeast: 6, atMost: 24 }),
				row('(b)(1)(B)', 6, { fact: 'things', atLeast: 25 }),
			],
		},
		{
			id: '(b)(2)',
			description: 'a weapon',
			rows: [
				row('(b)(2)(A)', 4, { fact: 'used', is: true }, { leastLevel: 20 }),
				row('(b)(2)(B)', 2, { fact: 'weapon', is: true }, { leastLevel: 18 }),
			],
		},
		alone('(b)(3)', -3, { all: [{ fact: 'minor', is: false }, { base: ['(a)(2)'] }] }),
		alone('(b)(4)', 5, { fact: 'harm', is: 'grave' }, { mostLevel: 30 }),
		alone('(b)(5)', 2, { priors: { grade: 'felony', kinds: ['immigration'], atLeast: 1 } }),
	],
	caps: [
		{
			after: '(b)(4)',
			mostLevel: 28,
			unless: { fact: 'used', is: true },
			description: 'not more than 28',
			citation: cited('(b)(4)'),
		},
	],
	crossReferences: [
		{
			id: '(c)(1)',
			description: 'grave harm',
			onlyIfGreater: true,
			when: { fact: 'harm', is: 'grave' },
			citation: cited('(c)(1)'),
		},
	],
	grouping: { by: 'harm', citation: cited('') },
};
const law = lawOf(
	copyOfTables([{ file: 'chapter-two/2Z9.1/2016-11-01.json', replace: '', by: JSON.stringify(guideline) }]),
);
const answer = (more: object) =>
	calculate(parseCase({ edition: '2018', guideline: '2Z9.1', criminalHistoryCategory: 'I', ...more }), law);
const levelOf = (more: object) => answer(more).offenseLevel.total;

describe('a guideline is a table', () => {
	test('the base that applies otherwise, and what nobody addressed is named', () => {
		const { offenseLevel, chapterTwo } = answer({});
		expect(offenseLevel).toMatchObject({ base: 12, enhancements: 0, total: 12 });
		expect(chapterTwo).toMatchObject({ guideline: '2Z9.1', effectiveDate: '2016-11-01', base: '(a)(2)', applied: [] });
		expect(chapterTwo?.notApplied.map(({ id }) => id)).toEqual([
			'(a)(1)',
			'(b)(1)',
			'(b)(2)',
			'(b)(3)',
			'(b)(4)',
			'(b)(5)',
		]);
		expect(chapterTwo?.crossReferences.map(({ id }) => id)).toEqual(['(c)(1)']);
	});

	test.each([
		[5, 12],
		[6, 15],
		[24, 15],
		[25, 18],
	])('%i things: level %i', (things, level) => {
		expect(levelOf({ offense: { things } })).toBe(level);
	});

	test('a floor raises a lower level, and the alternative with the greatest resulting level applies', () => {
		expect(levelOf({ offense: { weapon: true } })).toBe(18);
		expect(levelOf({ offense: { weapon: true, used: true } })).toBe(20);
		expect(answer({ offense: { weapon: true, used: true } }).chapterTwo?.applied).toEqual(['(b)(2)(A)']);
		expect(levelOf({ offense: { weapon: true, things: 25 } })).toBe(20);
	});

	test('order matters: a decrease after a floor goes below it', () => {
		expect(levelOf({ offense: { weapon: true, minor: false } })).toBe(15);
	});

	test('a statute decides the base offense level; a role lowers it, in a step of its own', () => {
		const convicted = { statutes: ['8:1326(a)'], offenseDate: '2017-01-01' };
		expect(answer(convicted).offenseLevel.base).toBe(20);
		expect(
			answer({ ...convicted, chapterThree: ['§3B1.2(b)'] })
				.steps.slice(0, 3)
				.map(({ levels }) => levels),
		).toEqual([20, -2, -2]);
	});

	test('a cap, and what lifts it', () => {
		const most = { base: '(a)(1)', offense: { things: 25, harm: 'grave' } };
		expect(levelOf(most)).toBe(28);
		expect(levelOf({ ...most, offense: { ...most.offense, used: true } })).toBe(30);
	});

	test('an enhancement named by id, alone or beside facts that agree', () => {
		expect(levelOf({ enhancements: ['(b)(1)(A)'] })).toBe(15);
		expect(levelOf({ enhancements: ['(b)(1)(A)'], offense: { things: 6 } })).toBe(15);
	});

	test('priors of the case bear out a characteristic', () => {
		const priors = [
			{
				grade: 'felony',
				kinds: ['immigration'],
				sentencedOn: '2010-01-01',
				sentence: '2 years',
				releasedOn: '2011-06-01',
				conductFrom: '2009-01-01',
			},
		];
		const instantOffense = { commencedOn: '2017-01-01', endedOn: '2017-01-02', underCriminalJusticeSentence: false };
		expect(answer({ priors, instantOffense, criminalHistoryCategory: undefined }).chapterTwo?.applied).toEqual([
			'(b)(5)',
		]);
	});

	test('facts as people write them', () => {
		expect(levelOf({ offense: { things: '25', weapon: 'Yes', used: 'no', harm: 'Grave' } })).toBe(25);
	});

	test('steps add up to the total', () => {
		const { steps, offenseLevel } = answer({
			offense: { weapon: true, things: 25, harm: 'grave' },
			acceptance: 'full',
		});
		expect(steps.reduce((sum, { levels }) => sum + levels, 0)).toBe(offenseLevel.total);
	});
});

describe('what is wrong is named', () => {
	test.each([
		['a fact it does not use', { offense: { thing: 6 } }, 'no-such-fact', '/offense/thing'],
		['a fact of the wrong kind', { offense: { things: true } }, 'invalid-value', '/offense/things'],
		['a number out of range', { offense: { things: 0 } }, 'invalid-value', '/offense/things'],
		['a word that is not among its words', { offense: { harm: 'mild' } }, 'invalid-value', '/offense/harm'],
		['an id it does not have', { enhancements: ['(b)(9)'] }, 'no-such-enhancement', '/enhancements/0'],
		['an id of several levels', { enhancements: ['(b)(1)'] }, 'no-such-enhancement', '/enhancements/0'],
		[
			'an id that a fact excludes',
			{ enhancements: ['(b)(1)(A)'], offense: { things: 30 } },
			'disagrees',
			'/enhancements',
		],
		['a base it does not have', { base: '(a)(3)' }, 'no-such-base', '/base'],
		['another base offense level', { baseOffenseLevel: 14 }, 'disagrees', '/baseOffenseLevel'],
		['a guideline that is not held', { guideline: '2Z9.2' }, 'guideline-not-held', '/guideline'],
		[
			'facts of a guideline that is not held',
			{ guideline: '2Z9.2', baseOffenseLevel: 9, offense: { things: 6 } },
			'guideline-not-held',
			'/offense',
		],
	])('%s', (_, more, code, path) => {
		expect(() => answer(more)).toThrow(expect.objectContaining({ code, path }));
	});

	test('before the guideline began it is not held', () => {
		expect(() => answer({ edition: '2012' })).toThrow(expect.objectContaining({ code: 'guideline-not-held' }));
	});
});
