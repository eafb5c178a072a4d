import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { disagreement, factMissing, InputError, notPossible, problemIn, reworded } from '../../src/case/errors.ts';
import { caseSchema } from '../../src/case/schema.ts';
import { inDocument, key, said, worded } from '../../src/case/wording.ts';

describe('the parts of an error make one message', () => {
	test.each([
		['what is wrong', new InputError('c', '', 'it is wrong'), 'it is wrong'],
		['a remedy as a clause', new InputError('c', '', 'it is wrong', 'give another'), 'it is wrong. Give another'],
		['a remedy as a sentence', new InputError('c', '', 'it is wrong', 'Give another'), 'it is wrong. Give another'],
		['a question alone', factMissing('/a', 'When?'), 'When?'],
		['a question with its remedy', factMissing('/a', 'When?', { remedy: 'Give a' }), 'When? Give a'],
		['a question with a reason', factMissing('/a', { question: 'When?', problem: 'It matters' }), 'When? It matters'],
		[
			'all of them',
			factMissing('/a', { question: 'When?', problem: 'It matters', remedy: 'give a', more: 'So it is' }),
			'When? It matters. Give a. So it is',
		],
		[
			'one more sentence after a question',
			factMissing('/a', { question: 'When?', more: 'So it is' }),
			'When? So it is',
		],
		['two that disagree', disagreement('/a', '1 is not 2'), '1 is not 2. Correct one of them'],
	])('%s', (_, error, message) => {
		expect(error.message).toBe(message);
	});

	test('what it carries', () => {
		const missing = factMissing('/a', { question: 'When?', remedy: said`give ${key('a')}`, values: { id: '(b)' } });
		expect(missing).toMatchObject({ code: 'facts-missing', path: '/a', question: 'When?', remedy: 'give a' });
		expect(missing.values).toEqual({ id: '(b)' });
		const wrong = notPossible('/a', 'x'.repeat(90), 'give less');
		expect([wrong.code, wrong.question, wrong.remedy]).toEqual(['invalid-value', undefined, 'give less']);
		expect(wrong.values).toEqual({ given: 'x'.repeat(90) });
		expect(wrong.message).toMatch(/^"x{56}… is not valid here. Give less$/);
	});

	test('to JSON go code, path and message', () => {
		expect(JSON.stringify(problemIn(notPossible('/a', 1, 'give 2')))).toBe(
			'{"code":"invalid-value","path":"/a","message":"1 is not valid here. Give 2"}',
		);
	});
});

describe('keys in words', () => {
	const words = said`give ${key('guideline', '2L1.2')}, ${key('reduction/levels')} or ${said`${3} of ${key('base')}`}`;

	test('in the words of the case document', () => {
		expect(worded(words)).toBe('give "guideline": "2L1.2", levels or 3 of base');
		expect(worded('as it is')).toBe('as it is');
	});

	test('every key named in the source is one of the case document', () => {
		const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
		const named = files
			.filter((file) => !file.endsWith('wording.ts'))
			.flatMap((file) => [...readFileSync(`src/${file}`, 'utf8').matchAll(/\bkey\('([^']+)'/g)])
			.map(([, path = '']) => path.split('/'));
		const { reduction, ...keys } = caseSchema.shape;
		const ofReduction = Object.keys(reduction.unwrap().shape);
		const isKnown = ([field = '', inner]: string[]) =>
			field === 'reduction' ? ofReduction.includes(inner ?? '') : field in keys && inner === undefined;
		expect(named.length).toBeGreaterThan(20);
		expect(named.filter((path) => !isKnown(path))).toEqual([]);
	});

	test('in those of another reader, and the keys alone', () => {
		const text = 'baseOffenseLevel';
		const error = new InputError('c', '/baseOffenseLevel', `${text} is odd`, said`give ${key('baseOffenseLevel')}`);
		const nameOf = (named: { key: string }) => (named.key === 'baseOffenseLevel' ? 'BOL' : inDocument(named));
		const told = reworded(error, { path: 'BOL', nameOf });
		expect([told.path, told.message]).toEqual(['BOL', 'baseOffenseLevel is odd. Give BOL']);
		expect(reworded(error, { remedy: 'leave it out' }).message).toBe('baseOffenseLevel is odd. Leave it out');
		expect(error.message).toBe('baseOffenseLevel is odd. Give baseOffenseLevel');
	});
});
