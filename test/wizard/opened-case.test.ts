import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { calculate } from '../../src/calculation/calculate.ts';
import type { CaseDocument } from '../../src/case/schema.ts';
import { InputError, parseCase } from '../../src/index.ts';
import { bundledLaw } from '../../src/law/bundled.ts';
import { answer, caseOf, nextQuestion } from '../../src/wizard/interview/interview.ts';
import { interviewOf } from '../../src/wizard/interview/opened-case.ts';
import { outcomesOf } from '../../src/wizard/interview/outcomes.ts';
import { converse } from './script.ts';

const setting = { law: bundledLaw, today: '2025-12-01' };
const folder = new URL('../cases/', import.meta.url);
const cases = ['after-range', 'commentary', 'facts', 'opinions'].flatMap((kind) =>
	readdirSync(new URL(`${kind}/`, folder)).map((file) => {
		const { given } = JSON.parse(readFileSync(new URL(`${kind}/${file}`, folder), 'utf8'));
		return [`${kind}/${file}`, given as CaseDocument] as const;
	}),
);

const resultOf = (document: unknown) => {
	try {
		return calculate(parseCase(document), bundledLaw, { today: setting.today });
	} catch (error) {
		if (error instanceof InputError) return undefined;
		throw error;
	}
};

/** What a result says of prior sentences apart from what they are called: a prior without a name is numbered. */
const unnamed = (result: unknown) =>
	JSON.parse(JSON.stringify(result, (key, value) => (key === 'id' ? undefined : value)));

describe('a case document that is opened', () => {
	const answered = cases.filter(([, given]) => resultOf(given) !== undefined);
	test('there are cases to open', () => expect(answered.length).toBeGreaterThan(100));

	test.each(answered)('%s: is answered in full, and comes to the same', (_, given) => {
		const document = parseCase(given);
		const interview = interviewOf(document, setting);
		const known = caseOf(interview, setting);
		expect(nextQuestion(interview, setting)?.ask).toBeUndefined();
		expect(Object.keys(known).toSorted()).toEqual(
			expect.arrayContaining(
				Object.keys(document).filter((key) => key !== 'priors' && key !== 'criminalHistoryCategory'),
			),
		);
		const { caption: _a, ...found } = unnamed(resultOf({ ...known, id: document.id }));
		const { caption: _b, ...expected } = unnamed(resultOf(document));
		expect(found.guidelineRange).toEqual(expected.guidelineRange);
		expect(found.offenseLevel).toEqual(expected.offenseLevel);
		expect(found.criminalHistoryCategory).toEqual(expected.criminalHistoryCategory);
		expect(
			found.steps.map(({ provision, levels }: { provision: string; levels: number }) => [provision, levels]),
		).toEqual(
			expected.steps.map(({ provision, levels }: { provision: string; levels: number }) => [provision, levels]),
		);
		expect(found.reduction).toEqual(expected.reduction);
		expect(found.statutes).toEqual(expected.statutes);
	});
});

describe('in the conversation', () => {
	const statutes = ['8:1326(b)(2)'];
	const opened = {
		id: 'A-1',
		edition: '2012',
		guideline: '2L1.2',
		enhancements: [{ id: '(b)(1)(A)', receivesPoints: true }],
		adjustments: [{ levels: 2, provision: '§3C1.1', label: 'obstruction' }],
		acceptance: 3,
		criminalHistoryCategory: 'V',
		offenseDate: '2012-05-01',
		statutes,
		deportable: true,
		fastTrackLevels: 2,
	};

	test('begins at the review, with what is not asked beside the answers', async () => {
		const { pages, said } = await converse([], { opened });
		expect(pages).toHaveLength(1);
		expect(pages[0]?.ask).toMatch(/^All answers/);
		const labels = pages[0]?.options.map(({ label }) => label) ?? [];
		expect(labels).toContain(
			'Also in the document: Case id: A-1; Statutes named: 8 U.S.C. § 1326(b)(2); Deportable: yes, and likely to be deported',
		);
		expect(labels).toContain('Other changes: +2 levels §3C1.1 obstruction');
		expect(labels).toContain('Acceptance: −3 levels (§3E1.1(a), (b))');
		expect(said.join('\n')).toContain('Criminal history category, or points? V');
	});

	test('it is saved as it was', async () => {
		const { files } = await converse(['', 'save', 'again.json', ''], { opened });
		expect(JSON.parse(files.get('again.json') as string)).toEqual({ ...opened });
	});

	test('it outlives a change, a what-if and a draft', async () => {
		const changed = ['Acceptance', '2', '', 'what', 'change Criminal', 'VI', 'take B', '', 'save', 'b.json', ''];
		const { files } = await converse(changed, { opened, draft: 'd.json' });
		expect(JSON.parse(files.get('b.json') as string)).toEqual({
			...opened,
			acceptance: 2,
			criminalHistoryCategory: 'VI',
		});
		const again = await converse(['', 'save', 'c.json', ''], { draft: 'd.json', files: Object.fromEntries(files) });
		expect(JSON.parse(again.files.get('c.json') as string)).toMatchObject({ id: 'A-1', statutes, deportable: true });
	});

	test('it can be left out as a whole', async () => {
		const { files } = await converse(['Also in', 'leave it out', '', 'save', 'b.json', ''], { opened });
		expect(JSON.parse(files.get('b.json') as string)).not.toHaveProperty('statutes');
	});

	test('the statutes count in what is shown: 8 U.S.C. § 1326(a) carries two years at most', async () => {
		const { printed } = await converse(['', ''], {
			opened: { ...opened, statutes: ['8:1326(a)'], fastTrackLevels: 0 },
		});
		expect(printed).toMatch(/^Guideline range +24 months/m);
	});

	test('what it leaves open is asked, and nothing else', async () => {
		const { pages } = await converse(['yes'], { opened: { ...opened, enhancements: ['(b)(1)(A)'] } });
		expect(pages.map(({ ask }) => ask.slice(0, 40))).toEqual([
			'Does the conviction behind (b)(1)(A) rec',
			'All answers. Show the range, or change o',
		]);
	});

	test('statutes without the day of the offense: it is asked for', async () => {
		const { offenseDate: _, ...undated } = opened;
		const { pages } = await converse(['Offense date', '2012-05-01'], { opened: undated });
		expect(pages[0]?.options[0]?.refusal).toContain('When was the offense');
		expect(pages.at(-1)?.options[0]?.refusal).toBeUndefined();
	});

	test('an edition that there is not is refused', () => {
		expect(() => interviewOf(parseCase({ ...opened, edition: '2012-03-03' }), setting)).toThrow(InputError);
	});
});

// An id belongs to its Manual: §3A1.2(b) is of an assault until November 1, 2004 (amendment 663), (b)(1)(A) of §2L1.2 of violent and drug
// felonies until November 1, 2016 (amendment 802).
describe('ids of an opened document under another edition', () => {
	const moved = (given: object, edition: string) => {
		const interview = interviewOf(parseCase({ guideline: '2L1.2', criminalHistoryCategory: 'I', ...given }), setting);
		return answer(interview, { id: 'edition' }, { edition });
	};

	test('what is held of it is rejected where it is a different rule, and kept where it is the same', () => {
		const held = { edition: '2003', enhancements: [], chapterThree: ['§3A1.2(b)'] };
		const [other] = outcomesOf(moved(held, '2004'), setting) ?? [];
		expect(other?.result).toMatchObject({ code: 'different-rule', path: '/chapterThree/0' });
		const [same] = outcomesOf(moved(held, '2002'), setting) ?? [];
		expect(same?.result).toMatchObject({ edition: { effectiveDate: '2002-11-01' } });
	});

	test('what it states for the Manual of the offense date belongs to that Manual', () => {
		const given = {
			...{ sentencingDate: '2018-06-01', offenseDate: '2012-06-01', enhancements: ['(b)(2)(B)'] },
			underOffenseDateManual: { enhancements: [{ id: '(b)(1)(A)', receivesPoints: true }] },
		};
		const interview = interviewOf(parseCase({ guideline: '2L1.2', criminalHistoryCategory: 'I', ...given }), setting);
		const resultAt = (offenseDate: string) =>
			outcomesOf(answer(interview, { id: 'offenseDate' }, offenseDate), setting)?.[0]?.result;
		expect(resultAt('2017-06-01')).toMatchObject({
			...{ code: 'different-rule', path: '/underOffenseDateManual/enhancements/0' },
		});
		expect(resultAt('2011-12-01')).toMatchObject({ offenseLevel: { base: 8 } });
	});

	test('those of another Group are its own', () => {
		const other = { guideline: '2L1.2', enhancements: ['(b)(1)(A)'], sameHarm: false };
		const held = { edition: '2005', enhancements: [], otherGroups: [other] };
		const [first] = outcomesOf(moved(held, '2016'), setting) ?? [];
		expect(first?.result).toMatchObject({ code: 'different-rule', path: '/otherGroups/0/enhancements/0' });
	});

	test('an increase that reads otherwise is asked again', () => {
		const other = moved({ edition: '2005', enhancements: ['(b)(1)(A)'] }, '2025');
		expect(nextQuestion(other, setting)?.provision).toBe('§2L1.2(b)(1)');
		expect(caseOf(other, setting).enhancements).toEqual([]);
	});
});
