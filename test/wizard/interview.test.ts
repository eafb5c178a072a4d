import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { InputError } from '../../src/case/errors.ts';
import { compareMonths } from '../../src/case/months.ts';
import { editions } from '../../src/index.ts';
import { bundledLaw } from '../../src/law/bundled.ts';
import type { Result } from '../../src/result/result.ts';
import { standingOf } from '../../src/wizard/interview/answer-so-far.ts';
import {
	answer,
	back,
	caseOf,
	type Interview,
	newInterview,
	nextQuestion,
	openQuestions,
	reopen,
	settledQuestions,
} from '../../src/wizard/interview/interview.ts';
import { extremesOf, outcomesOf } from '../../src/wizard/interview/outcomes.ts';
import { type Question, unknown, type Value } from '../../src/wizard/questions/question.ts';

const setting = { law: bundledLaw, today: '2025-12-01' };

/** Answers the questions in order; a question that is not named takes its default or its first choice. */
function answered(named: Record<string, Value>, start: Interview = newInterview): Interview {
	let interview = start;
	for (let question = nextQuestion(interview, setting); question; question = nextQuestion(interview, setting)) {
		const { id } = question;
		const name = Object.keys(named).findLast((key) => id.startsWith(key));
		interview = answer(interview, question, name === undefined ? ordinary(question) : (named[name] as Value));
		if (nextQuestion(interview, setting)?.id === id) throw new Error(`${id} does not take ${JSON.stringify(named)}`);
	}
	return interview;
}

const ordinary = (question: Question): Value =>
	question.default === undefined ? (question.choices[0]?.value as Value) : question.default;

const banuelos: Record<string, Value> = {
	edition: { edition: '1995' },
	'2L1.2(b)': '(b)(2)',
	acceptance: 3,
	criminalHistory: { category: 'V' },
};

const ids = (interview: Interview) => settledQuestions(interview, setting).map(({ id }) => id);

describe('the questions', () => {
	test('come in the order of issue and Manual, and make the case document', () => {
		const interview = answered(banuelos);
		expect(settledQuestions(interview, setting).map(({ short }) => short)).toEqual([
			'Edition',
			'Offense',
			'§2L1.2(b)',
			'Other changes',
			'Acceptance',
			'Criminal history',
			'Statutory minimum',
			'Statutory maximum',
		]);
		expect(caseOf(interview, setting)).toEqual({
			edition: '1995',
			guideline: '2L1.2',
			enhancements: ['(b)(2)'],
			acceptance: 3,
			criminalHistoryCategory: 'V',
		});
	});

	test('ask for relief only where there is a minimum, for the offense date only beside a sentencing date', () => {
		expect(ids(answered(banuelos))).not.toContain('statutoryMinimumRelief');
		expect(ids(answered({ ...banuelos, statutoryMinimumMonths: 60 }))).toContain('statutoryMinimumRelief');
		expect(ids(answered(banuelos))).not.toContain('offenseDate');
		expect(ids(answered({ ...banuelos, edition: { sentencingDate: '1996-03-01' } }))).toContain('offenseDate');
	});

	test('ask for fast track from October 27, 2003 on, and not the day before', () => {
		const on = (sentencingDate: string) =>
			ids(answered({ edition: { sentencingDate }, criminalHistory: { category: 'I' } }));
		expect(on('2003-10-26')).not.toContain('fastTrackLevels');
		expect(on('2003-10-27')).toContain('fastTrackLevels');
	});

	test('offer a third level of acceptance from November 1, 1992 on', () => {
		const levels = (edition: string) => {
			const interview = answered({ edition: { edition }, criminalHistory: { category: 'I' } });
			const question = settledQuestions(interview, setting).find(({ id }) => id === 'acceptance');
			return question?.choices.map(({ value }) => value);
		};
		expect(levels('1991-11-27')).toEqual([2, 0, 'full']);
		expect(levels('1992-11-01')).toEqual([3, 2, 0, 'full']);
	});

	test.each(editions.filter(({ verified }) => verified).map(({ effectiveDate }) => effectiveDate))(
		'in the edition of %s can all be answered, and every one explains itself',
		(edition) => {
			for (const guideline of ['2L1.2', null]) {
				const interview = answered({
					edition: { edition },
					guideline,
					baseOffenseLevel: 20,
					acceptance: 0,
					criminalHistory: { category: 'I' },
				});
				const questions = settledQuestions(interview, setting);
				expect(questions.length).toBeLessThanOrEqual(14);
				for (const question of questions) {
					expect(question.explanation, question.id).not.toEqual([]);
					expect(question.provision, question.id).not.toBe('');
				}
				expect(standingOf(interview, setting)).toHaveProperty('range');
			}
		},
	);

	test('of §2L1.2 are one for each group of the edition', () => {
		const groups = (edition: string) =>
			ids(answered({ edition: { edition }, criminalHistory: { category: 'II' } })).filter((id) =>
				id.startsWith('2L1.2('),
			);
		expect(groups('1988-01-15')).toEqual([]);
		expect(groups('1995-11-01')).toHaveLength(1);
		expect(groups('2010-11-01')).toHaveLength(1);
		expect(groups('2018-11-01')).toHaveLength(3);
	});

	test('ask from November 1, 2011 to 2016 whether the conviction receives points, where levels turn on it', () => {
		const asked = (edition: string, id: string) =>
			ids(answered({ edition: { edition }, '2L1.2(b)(1)@': id, criminalHistory: { category: 'II' } })).some((each) =>
				each.includes('points'),
			);
		expect(asked('2010', '(b)(1)(A)')).toBe(false);
		expect(asked('2011', '(b)(1)(A)')).toBe(true);
		expect(asked('2011', '(b)(1)(C)')).toBe(false);
		expect(asked('2015', '(b)(1)(B)')).toBe(true);
	});
});

describe('relief by the safety valve', () => {
	/** The two levels of Chapter Two: App. C, amend. 515 (1995, from level 26), 624 (2001, any level), 640 (2002, note 21), 763 (2012, §2D1.11). */
	test.each([
		['1994-11-01', undefined],
		['1995-11-01', /§2D1\.1 gives a further 2-level reduction .* if the §2D1\.1 level is 26 or more\./],
		['2000-11-01', /if the §2D1\.1 level is 26 or more\./],
		['2001-11-01', /reduction, at any level, to a client/],
		['2003-11-01', /at any level, with or without a statutory minimum\./],
		['2012-11-01', /§2D1\.11 \(listed chemicals\) give .*with or without a statutory minimum\./],
		['2024-11-01', /§2D1\.11 \(listed chemicals\)/],
		['2025-11-01', /§2D1\.11 \(listed chemicals\).*§2D1\.1\(b\)\(18\)/],
	])('%s: the two levels that Chapter Two takes off as well', (edition, words) => {
		const interview = answered({
			edition: { edition },
			criminalHistory: { category: 'I' },
			statutoryMinimumMonths: 60,
		});
		const relief = settledQuestions(interview, setting).find(({ id }) => id === 'statutoryMinimumRelief');
		const told = relief?.explanation.filter((paragraph) => paragraph.includes('further 2-level reduction')) ?? [];
		expect(told).toEqual(words === undefined ? [] : [expect.stringMatching(words)]);
	});
});

describe('going back and changing', () => {
	test('back leaves the answer as the default and all others settled', () => {
		const before = answered(banuelos);
		const after = back(before, setting) as Interview;
		expect(nextQuestion(after, setting)?.id).toBe('statutoryMaximumMonths');
		expect(after.answers).toEqual(before.answers);
		expect(back(newInterview, setting)).toBeUndefined();
	});

	test('another edition asks again only what reads otherwise there', () => {
		const changed = answer(answered(banuelos), { id: 'edition' }, { edition: '1996' });
		expect(nextQuestion(changed, setting)).toBeUndefined();
		const later = answer(answered(banuelos), { id: 'edition' }, { edition: '2000' });
		const before = ids(later);
		const completed = answered({ '2L1.2(b)(1)@': '(b)(1)(A)' }, later);
		expect(ids(completed).filter((id) => !before.includes(id))).toContain('2L1.2(b)(1)@1997-11-01');
		expect(caseOf(completed, setting)).toMatchObject({
			edition: '2000',
			enhancements: ['(b)(1)(A)'],
			acceptance: 3,
			criminalHistoryCategory: 'V',
		});
	});

	test('changing one’s mind twice costs nothing', () => {
		const there = answer(answered(banuelos), { id: 'edition' }, { edition: '2018' });
		expect(nextQuestion(there, setting)?.id).toContain('(b)(1)');
		const andBack = answer(there, { id: 'edition' }, { edition: '1995' });
		expect(nextQuestion(andBack, setting)).toBeUndefined();
		expect(caseOf(andBack, setting)).toEqual(caseOf(answered(banuelos), setting));
	});

	test('a third level of acceptance is asked again in an edition that has none', () => {
		const changed = answer(answered({ ...banuelos, '2L1.2(b)': '(b)(2)' }), { id: 'edition' }, { edition: '1991' });
		expect(nextQuestion(changed, setting)?.id).toBe('acceptance');
	});

	test('an answer that fits no choice, as in a draft from another hand, is asked again', () => {
		for (const nonsense of [99, 'x', null, { category: 'IX' }, { points: -1 }, [], true]) {
			const broken = answer(answered(banuelos), { id: 'criminalHistory' }, nonsense as Value);
			expect(nextQuestion(broken, setting)?.id).toBe('criminalHistory');
		}
	});

	test('reopening asks one question and keeps the rest', () => {
		const again = reopen(answered(banuelos), 'acceptance');
		expect(nextQuestion(again, setting)?.id).toBe('acceptance');
		expect(nextQuestion(answer(again, { id: 'acceptance' }, 2), setting)).toBeUndefined();
	});
});

describe('what is not known yet', () => {
	const ranges = (interview: Interview) =>
		outcomesOf(interview, setting)?.map(({ result }) => {
			const { offenseLevel, criminalHistoryCategory, guidelineRange } = result as Result;
			return [offenseLevel.total, criminalHistoryCategory, guidelineRange.minimumMonths, guidelineRange.maximumMonths];
		});

	test('acceptance: the cells of levels 24, 22 and 21 in category V', () => {
		expect(ranges(answered({ ...banuelos, acceptance: unknown }))).toEqual(
			[
				[24, 'V', 92, 115],
				[22, 'V', 77, 96],
				[21, 'V', 70, 87],
			].toReversed(),
		);
	});

	test('category: the row of level 21', () => {
		expect(ranges(answered({ ...banuelos, criminalHistory: unknown }))?.map((row) => row.slice(1))).toEqual([
			['I', 37, 46],
			['II', 41, 51],
			['III', 46, 57],
			['IV', 57, 71],
			['V', 70, 87],
			['VI', 77, 96],
		]);
	});

	test('an increase that may turn on points brings up that question too', () => {
		const interview = answered({ ...banuelos, edition: { edition: '2012' }, '2L1.2(b)(1)@': unknown, acceptance: 0 });
		expect(openQuestions(interview, setting).map(({ short }) => short)).toEqual(['§2L1.2(b)(1)']);
		const levels = outcomesOf(interview, setting)?.map(({ result }) => (result as Result).offenseLevel.enhancements);
		expect([...new Set(levels)].toSorted((a, b) => a - b)).toEqual([0, 4, 8, 12, 16]);
		expect(levels?.filter((level) => level === 12)).toHaveLength(2);
	});

	test('too many possibilities are not listed, and lie between the extremes', () => {
		const everything = answered({
			edition: { edition: '2018' },
			'2L1.2(': unknown,
			acceptance: unknown,
			criminalHistory: unknown,
		});
		expect(outcomesOf(everything, setting)).toBeUndefined();
		expect(standingOf(everything, setting)).toMatchObject({ offenseLevels: [6, 32], categories: ['I', 'VI'] });
	});

	test('the extremes hold every possibility between them', () => {
		const someUnknown = fc.record({
			edition: fc.constantFrom(
				...editions.filter(({ verified }) => verified).map(({ effectiveDate }) => ({ edition: effectiveDate })),
			),
			open: fc.subarray(['2L1.2(', 'acceptance', 'criminalHistory', 'fastTrackLevels', 'statutoryMinimumRelief'], {
				minLength: 1,
				maxLength: 2,
			}),
			statutoryMinimumMonths: fc.constantFrom(null, 12, 60, 120),
			statutoryMaximumMonths: fc.constantFrom(null, 240, 'life'),
			category: fc.constantFrom('I', 'III', 'VI'),
		});
		fc.assert(
			fc.property(someUnknown, ({ open, category, ...given }) => {
				const named = {
					acceptance: 2,
					criminalHistory: { category },
					...given,
					...Object.fromEntries(open.map((id) => [id, unknown])),
				};
				const interview = answered(named as Record<string, Value>);
				const standing = standingOf(interview, setting);
				const outcomes = outcomesOf(interview, setting);
				fc.pre(outcomes !== undefined && standing !== undefined && !(standing instanceof InputError));
				for (const { result } of outcomes) {
					if (result instanceof InputError) continue;
					expect(compareMonths(standing.range.minimumMonths, result.guidelineRange.minimumMonths)).toBeLessThanOrEqual(
						0,
					);
					expect(
						compareMonths(standing.range.maximumMonths, result.guidelineRange.maximumMonths),
					).toBeGreaterThanOrEqual(0);
					expect(result.offenseLevel.total).toBeGreaterThanOrEqual(standing.offenseLevels[0]);
					expect(result.offenseLevel.total).toBeLessThanOrEqual(standing.offenseLevels[1]);
				}
				expect(extremesOf(interview, setting).length).toBeLessThanOrEqual(64);
			}),
			{ numRuns: 150 },
		);
	});
});
