import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { CaseDocument } from '../../src/case/schema.ts';
import { banuelos, converse } from './script.ts';

const broken = vi.hoisted(() => ({ by: (_: CaseDocument): boolean => false }));
vi.mock(import('../../src/calculation/calculate.ts'), async (original) => {
	const { calculate, ...rest } = await original();
	const breaking: typeof calculate = (document, ...more) => {
		if (broken.by(document)) throw new TypeError("Cannot read properties of undefined (reading 'rows')");
		return calculate(document, ...more);
	};
	return { ...rest, calculate: breaking };
});

const unlucky = ({ adjustments = [] }: CaseDocument) => adjustments.some(({ levels }) => levels === 13);
const noTrace = (said: readonly string[]) => expect(said.join('\n')).not.toMatch(/\bat .*\.ts\b|TypeError/);

describe('where a calculation breaks', () => {
	beforeEach(() => {
		broken.by = unlucky;
	});
	const before = banuelos.slice(0, 3);
	const after = banuelos.slice(4, -1);

	test('the answer that breaks it can be given, is said to break it, and can be changed', async () => {
		const lines = [...before, '13 too many', '', ...after, 'Other changes', '2 enough', '', 'finish'];
		const { pages, said, printed, error } = await converse(lines);
		expect(error).toBeUndefined();
		const review = pages.find(({ ask }) => ask.startsWith('All answers'));
		expect(review?.options[0]?.refusal).toMatch(
			/^a fault in the program stopped the calculation \(Cannot read properties/,
		);
		expect(review?.options[0]?.refusal).toMatch(/Your answers are kept: change one, or type draft to finish later$/);
		expect(review?.standing).toMatch(/^A fault in the program/);
		expect(printed).toMatch(/Guideline range +84–105 months .*level 23/);
		noTrace(said);
	});

	test('every question can still be answered', async () => {
		const { pages } = await converse([...before, '13 too many', '', ...after]);
		const choices = pages.slice(5, -1).flatMap(({ options }) => options);
		expect(choices.filter(({ refusal }) => refusal !== undefined)).toEqual([]);
		expect(choices.map(({ outcome }) => outcome ?? '').join('\n')).toContain(
			'If chosen: not calculated, a fault in the program',
		);
	});

	test('a draft keeps the answers, and goes on with them', async () => {
		const { files } = await converse([...before, '13 too many', '', ...after, 'draft', 'd.json']);
		broken.by = () => false;
		const again = await converse(['', 'finish'], { draft: 'd.json', files: Object.fromEntries(files) });
		expect(again.error).toBeUndefined();
		expect(again.printed).toMatch(/Guideline range .*level 34/);
	});

	test('among the facts of priors it is no question, and the conversation goes on', async () => {
		broken.by = ({ priors }) => priors !== undefined;
		const { error, said } = await converse(['1995', 'worked out', '1995-05-01', 'none']);
		expect(error).toMatchObject({ name: 'ExitPromptError' });
		noTrace(said);
	});

	test('in a scenario the case stays, and the scenario has no range', async () => {
		const lines = [...banuelos, 'what', 'change Other', '13 too many', '', 'back', 'finish', 'yes'];
		const { said, printed, error } = await converse(lines);
		expect(error).toBeUndefined();
		expect(said.join('\n')).toMatch(/^ {2}B {2}not calculated/m);
		expect(printed).toContain('70–87 months');
	});
});

describe('where something else breaks', () => {
	beforeEach(() => {
		broken.by = () => false;
	});

	test('after the range, that is said and nothing is lost', async () => {
		const lines = [...banuelos, 'write', 'text', 'save', 'a.json', 'finish'];
		const { said, files, error } = await converse(lines, { onReport: () => (undefined as unknown as string[]).length });
		expect(error).toBeUndefined();
		expect(said.join('\n')).toMatch(
			/A fault in the program: Cannot read properties of undefined.* Your answers are kept\./,
		);
		expect([...files.keys()]).toEqual(['a.json']);
		noTrace(said);
	});

	test('at a question, the answer before it is taken back', async () => {
		const lines = [...banuelos.slice(0, 4), '3', '2', ...banuelos.slice(5), 'finish'];
		let puts = 0;
		const onAsk = (ask: string) => {
			if (ask.startsWith('Criminal history') && ++puts === 1) throw new RangeError('Invalid array length');
		};
		const { said, printed, error } = await converse(lines, { onAsk });
		expect(error).toBeUndefined();
		expect(said.join('\n')).toMatch(/A fault in the program: Invalid array length\. .*Acceptance.* asked again/);
		expect(printed).toContain('level 22');
	});

	test('where there is no way back, a draft is offered before the end', async () => {
		const onAsk = (ask: string) => {
			if (ask.startsWith('All answers')) throw new RangeError('Invalid array length');
		};
		const { said, files, error } = await converse([...banuelos.slice(0, -1), 'd.json'], { onAsk });
		expect(error).toMatchObject({ name: 'RangeError' });
		expect(JSON.parse(files.get('d.json') as string).interview.answers.edition).toEqual({ edition: '1995' });
		expect(said.join('\n')).toMatch(/A fault in the program: Invalid array length/);
		noTrace(said);
	});

	test('a full disk or a lost terminal is no fault of the program', async () => {
		const onAsk = () => {
			throw Object.assign(new Error('write EPIPE'), { code: 'EPIPE' });
		};
		const { said, error } = await converse([], { onAsk });
		expect(error).toMatchObject({ code: 'EPIPE' });
		expect(said.join('\n')).not.toContain('fault');
	});
});
