import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { calculate } from '../../src/calculation/calculate.ts';
import type { CaseDocument } from '../../src/case/schema.ts';
import { calcCommandFor } from '../../src/commands/equivalent.ts';
import { parseCase } from '../../src/index.ts';
import { bundledLaw } from '../../src/law/bundled.ts';
import { answer, caseOf, type Interview, settledQuestions } from '../../src/wizard/interview/interview.ts';
import { sameParts, withChanges } from '../../src/wizard/interview/merge.ts';
import { interviewOf } from '../../src/wizard/interview/opened-case.ts';
import { isUnknown, type Question, same, type Value } from '../../src/wizard/questions/question.ts';
import { bin } from '../commands/run.ts';
import { pathsOfCase, pathsOfSchema, randomCase } from '../random/of-schema.ts';
import { numbersFrom } from '../random/random.ts';
import { answerTo, lostInCommand, lostInQuestions, setting } from './round-trip.ts';
import { converse } from './script.ts';

const documentOf = (seed: number): CaseDocument => JSON.parse(JSON.stringify(randomCase(seed)));

describe('documents that were saved otherwise than they were opened', () => {
	const inputs: [string, unknown, RegExp][] = [
		[
			'an increase whose conviction receives no points',
			{
				...{ edition: '2024-11-01', guideline: '2L1.2', acceptance: 2, criminalHistoryCategory: 'III' },
				enhancements: [
					{ id: '(b)(2)(A)', receivesPoints: false },
					{ id: '(b)(3)(D)', receivesPoints: true },
				],
			},
			// §2L1.2(b)(2) applies to convictions that receive points (comment. (n.3)): 8 + 4 − 2 = 10, category III.
			/^Guideline range +10–16 months .*level 10 · category III/m,
		],
		[
			'a count with its circumstance',
			{
				...{ edition: '2018', baseOffenseLevel: 30, criminalHistoryCategory: 'III', offenseDate: '2018-01-01' },
				...{ statutes: [{ id: '21:841(b)(1)(A)', circumstance: 'one-prior' }], deportable: true },
			},
			// 21 U.S.C. § 841(b)(1)(A) after a prior, before December 21, 2018: twenty years at least; the table gives 121–151.
			/^Guideline range +240 months/m,
		],
		[
			'days of removal',
			{
				...{ edition: '1997', guideline: '2L1.2', acceptance: 0 },
				instantOffense: {
					...{ commencedOn: '1997-09-26', endedOn: '1997-10-18', underCriminalJusticeSentence: true },
				},
				priors: [
					{
						...{ id: 'p0', grade: 'felony', kinds: ['child-pornography', 'alien-smuggling'] },
						...{ conductFrom: '1988-12-06', sentencedOn: '1989-09-25', sentence: '2 years', releasedOn: '1990-10-26' },
					},
				],
				...{ removalOrders: ['1990-12-23'], removals: ['1991-02-20'] },
			},
			/^Guideline range/m,
		],
	];

	test.each(inputs)('%s: the same by calc, at the questions and after it is saved', async (_, opened, shown) => {
		const { printed, files, error } = await converse(['', 'save', 'again.json', 'finish'], { opened });
		expect(error).toBeUndefined();
		expect(printed).toMatch(shown);
		const saved = JSON.parse(files.get('again.json') as string);
		expect(saved).toEqual(opened);
		expect(answerTo(saved)).toEqual(answerTo(opened));
		expect(lostInQuestions(opened)).toBeUndefined();
		expect(lostInCommand(opened).lost).toBeUndefined();
	});
});

test('an empty list beside an increase in more words brings up no question', () => {
	const given = {
		...{ edition: '2007-11-01', guideline: '2L1.2', acceptance: 0, criminalHistoryPoints: 5, statutes: [] },
		enhancements: [{ id: '(b)(1)(C)', receivesPoints: false }],
	};
	expect(answerTo(given).isResult).toBe(true);
	expect(lostInQuestions(given)).toBeUndefined();
});

describe('random documents of every key, in every edition', { timeout: 120_000 }, () => {
	const perTest = 250;
	test.each([0, 1, 2, 3, 4, 5, 6, 7])(
		'opened and written again, they keep their answer or their refusal: %i',
		(part) => {
			for (let seed = part * perTest; seed < (part + 1) * perTest; seed++) {
				const given = documentOf(seed);
				const kept = answerTo(given);
				expect([seed, lostInQuestions(given, kept)]).toEqual([seed, undefined]);
				if (kept.isResult) expect([seed, lostInCommand(given, kept).lost]).toEqual([seed, undefined]);
			}
		},
	);

	test('draw every key and every listed value that the schema knows', () => {
		const seen = new Set<string>();
		for (let seed = 0; seed < 6000; seed++) for (const path of pathsOfCase(randomCase(seed))) seen.add(path);
		expect(pathsOfSchema().filter((path) => !seen.has(path))).toEqual([]);
	});

	test('their commands, run by a shell, give the same result', () => {
		const given = Array.from({ length: 400 }, (_, seed) => documentOf(seed)).filter((one) => answerTo(one).isResult);
		const commands = given.flatMap((one) => ({ one, command: calcCommandFor(parseCase(one)).command ?? [] }));
		const some = commands.filter(
			({ one, command }) => typeof command === 'string' && (one.edition ?? one.sentencingDate),
		);
		expect(some.length).toBeGreaterThan(30);
		for (const { one, command } of some.slice(0, 24)) {
			const line = `${String(command).replace(/^ussg/, `'${process.execPath}' '${bin}'`)} --json`;
			const { stdout, stderr } = spawnSync('sh', ['-c', line], { encoding: 'utf8' });
			expect([command, stderr]).toEqual([command, '']);
			expect(JSON.parse(stdout)).toEqual(JSON.parse(JSON.stringify(calculate(parseCase(one), bundledLaw))));
		}
	});
});

describe('a change at the questions', { timeout: 120_000 }, () => {
	/** What a question may be answered otherwise, if anything. */
	const otherwise = ({ choices, possibilities = [] }: Question, given: Value): Value | undefined =>
		[...choices.map(({ value }) => value), ...possibilities].find((value) => !same(value, given) && !isUnknown(value));

	const fieldsOf = (question: Question, value: Value): string[] => {
		try {
			return Object.keys(question.fields(value));
		} catch {
			return [];
		}
	};

	/** The fields that an answer governs, those of questions that it brings up or puts out, and what says the same again. */
	function governed(question: Question, before: Interview, after: Interview): Set<string> {
		const [were, are] = [before, after].map((one) => settledQuestions(one, setting)) as [Question[], Question[]];
		const moved = [
			...were.filter(({ id }) => !are.some((one) => one.id === id)),
			...are.filter(({ id }) => !were.some((one) => one.id === id)),
			question,
		];
		const values = (one: Question) =>
			[before.answers[one.id], after.answers[one.id]].filter((value) => value !== undefined);
		const fields = moved.flatMap((one) => values(one).flatMap((value) => fieldsOf(one, value)));
		const isHistory = fields.some((field) => /^criminalHistory|^priors$/.test(field));
		return new Set([...fields, ...(isHistory ? ['criminalHistoryCategory', 'criminalHistoryPoints'] : [])]);
	}

	test('changes what its question says, and leaves the rest of the document as it was', () => {
		let changes = 0;
		for (let seed = 0; seed < 700; seed++) {
			const given = documentOf(seed);
			if (!answerTo(given).isResult) continue;
			const before = interviewOf(parseCase(given), setting);
			const questions = settledQuestions(before, setting).filter(
				({ id }) => !/^edition|^guideline|^keptFields/.test(id),
			);
			const question = questions[Math.floor(numbersFrom(seed)() * questions.length)];
			const value = question && otherwise(question, before.answers[question.id] as Value);
			if (question === undefined || value === undefined) continue;
			const after = answer(before, question, value);
			const [was, is] = [given, caseOf(after, setting)] as Record<string, unknown>[];
			const may = governed(question, before, after);
			const changed = [...new Set([...Object.keys(was ?? {}), ...Object.keys(is ?? {})])].filter(
				(key) => !sameParts(was?.[key], is?.[key]),
			);
			expect([seed, question.id, changed.filter((key) => !may.has(key))]).toEqual([seed, question.id, []]);
			changes++;
			const andBack = answer(after, question, before.answers[question.id] as Value);
			expect([seed, question.id, caseOf(andBack, setting)]).toEqual([seed, question.id, given]);
		}
		expect(changes).toBeGreaterThan(80);
	});

	const opened = {
		...{
			id: 'A-1',
			edition: '2018',
			guideline: '2L1.2',
			acceptance: 2,
			criminalHistoryPoints: 5,
			criminalHistoryCategory: 'III',
		},
		enhancements: [{ id: '(b)(3)(D)' }, { id: '(b)(2)(B)', receivesPoints: true }],
		adjustments: [
			{ levels: 2, provision: '§3C1.1' },
			{ levels: -2, label: 'role' },
			{ levels: 1, label: 'other' },
		],
	};

	test('of one increase leaves what the document says of the other, and their order', async () => {
		const lines = ['§2L1.2(b)(2)', '(b)(2)(C)', '', 'save', 'b.json', 'finish'];
		const { files, error } = await converse(lines, { opened });
		expect(error).toBeUndefined();
		expect(JSON.parse(files.get('b.json') as string)).toEqual({
			...opened,
			enhancements: [{ id: '(b)(3)(D)' }, '(b)(2)(C)'],
		});
	});

	test('of the points takes along the category that said the same', async () => {
		const { files, error } = await converse(['Criminal history', '10 points', '', 'save', 'b.json', 'finish'], {
			opened,
		});
		expect(error).toBeUndefined();
		const { criminalHistoryCategory: _, ...rest } = opened;
		expect(JSON.parse(files.get('b.json') as string)).toEqual({ ...rest, criminalHistoryPoints: 10 });
	});

	test('that takes away one of several other changes in levels leaves the others', async () => {
		const { files, error } = await converse(['Other changes', 'n', '', 'save', 'b.json', 'finish'], { opened });
		expect(error).toBeUndefined();
		expect(JSON.parse(files.get('b.json') as string)).toEqual({ ...opened, adjustments: opened.adjustments.slice(1) });
	});
});

describe('another edition', () => {
	const opened = {
		...{ edition: '2018', guideline: '2L1.2', acceptance: 0, criminalHistoryCategory: 'II', deportable: true },
		enhancements: ['(b)(2)(B)', { id: '(b)(2)(D)', receivesPoints: true }],
	};

	test('in which the guideline reads the same takes the designations along', async () => {
		const { files } = await converse(['Edition', '2023', '', 'save', 'b.json', 'finish'], { opened });
		expect(JSON.parse(files.get('b.json') as string)).toEqual({ ...opened, edition: '2023' });
	});

	// §2L1.2(b) was written anew by amendment 802: its (b)(2) and (b)(3) begin on November 1, 2016.
	test('in which it reads otherwise rejects a designation that it does not have, until it is left out', async () => {
		const lines = ['Edition', '2012', '(b)(1)(C)'];
		const refused = await converse(lines, { opened });
		expect(refused.error).toMatchObject({
			message: expect.stringContaining('2012: (b)(2)(D) of the document is not in the Manual of November 1'),
		});
		const { files, error } = await converse(['Also in', 'leave', ...lines, '', 'save', 'b.json', 'finish'], { opened });
		expect(error).toBeUndefined();
		const { deportable: _, ...rest } = opened;
		expect(JSON.parse(files.get('b.json') as string)).toEqual({
			...rest,
			edition: '2012',
			enhancements: ['(b)(1)(C)'],
			fastTrackLevels: 0,
		});
	});

	// §3A1.2(b) is of an assault until November 1, 2004 (amendment 663).
	test('in which a designation is a different rule rejects it, and says both', async () => {
		const held = {
			...{ edition: '2003', guideline: '2L1.2', enhancements: [], acceptance: 0, criminalHistoryCategory: 'I' },
			chapterThree: ['§3A1.2(b)'],
		};
		const { error, files } = await converse(['Edition', '2004'], { opened: held });
		expect(error).toMatchObject({
			message: expect.stringMatching(
				/§3A1\.2\(b\) of the document is a different rule in the Manual of November 1, 2004: ".*assault/,
			),
		});
		expect([...files]).toEqual([]);
	});

	test('of a guideline that is held by its table likewise', async () => {
		const smuggling = {
			...{ edition: '2018', guideline: '2L1.1', base: '(a)(3)', offense: { aliens: 7 }, criminalHistoryCategory: 'I' },
		};
		const { files } = await converse(['Edition', '2020', '', 'save', 'b.json', 'finish'], { opened: smuggling });
		expect(JSON.parse(files.get('b.json') as string)).toEqual({ ...smuggling, edition: '2020' });
	});
});

describe('the parts of a document', () => {
	test('fare alike whatever they are called: a key that there is not yet is carried along', () => {
		const own = { future: { a: 1, b: [2] }, known: 1, list: [{ id: 'x', future: true }, 'y'] };
		const before = { known: 1, list: ['x', 'y'], byDefault: 0 };
		expect(withChanges(own, before, before)).toEqual(own);
		expect(withChanges(own, before, { ...before, known: 2 })).toEqual({ ...own, known: 2 });
		expect(withChanges(own, before, { ...before, byDefault: 3 })).toEqual({ ...own, byDefault: 3 });
		expect(withChanges(own, before, { known: 1, list: ['x', 'z'], byDefault: 0 })).toEqual({
			...own,
			list: [{ id: 'x', future: true }, 'z'],
		});
		expect(withChanges(own, before, { list: ['y'] })).toEqual({ future: own.future, list: ['y'] });
	});

	test('that stand twice in a list are told apart', () => {
		const twice = [{ levels: 2 }, { levels: 2 }];
		expect(withChanges(twice, twice, [{ levels: 2 }])).toEqual([{ levels: 2 }]);
		expect(withChanges(twice, twice, [{ levels: 2 }, { levels: 3 }])).toEqual([{ levels: 2 }, { levels: 3 }]);
	});
});
