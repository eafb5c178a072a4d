import { describe, expect, test } from 'vitest';
import { calculate } from '../../../src/calculation/calculate.ts';
import { InputError } from '../../../src/case/errors.ts';
import { parseCase } from '../../../src/case/parse.ts';
import { bundledLaw } from '../../../src/law/bundled.ts';
import type { Condition } from '../../../src/law/condition-schema.ts';
import { type Guideline, guidelineSchema } from '../../../src/law/guideline-schema.ts';
import type { Law } from '../../../src/law/schema.ts';

/**
 * A guideline made up for the test: level 10, and one characteristic of each way to put conditions on facts and on priors
 * together. Nothing in src knows it.
 */
const citation = { section: '§2L9.9', authority: 'made up', effectiveDate: '1987-11-01' };
const afterFelony: Condition = { timing: 'deported-after', convictions: [{ grade: 'felony' }] };
const row = (id: string, levels: number, when: Condition) => ({
	id,
	description: `row ${id}`,
	rows: [{ id, levels, description: `row ${id}`, when, citation }],
});
const guideline = {
	provision: '§2L9.9',
	effectiveDate: '1987-11-01',
	citation,
	inForce: true,
	title: 'made up',
	alsoCalled: [],
	statutes: [],
	facts: [{ name: 'boat', kind: 'yes-no', question: 'Was there a boat?' }],
	priors: { clock: 'removal' },
	base: { apply: 'first', rows: [{ id: '(a)', levels: 10, citation }], limits: [] },
	characteristics: [
		row('(b)(1)', 1, { any: [{ fact: 'boat', is: true }, afterFelony] }),
		row('(b)(2)', 2, { not: afterFelony }),
		row('(b)(3)', 4, { all: [{ not: { fact: 'boat', is: true } }, afterFelony] }),
	],
	caps: [],
	crossReferences: [],
	grouping: { by: 'harm', citation },
};
const law: Law = {
	...bundledLaw,
	tables: bundledLaw.tables,
	guidelines: { ...bundledLaw.guidelines, '2L9.9': [guidelineSchema.parse(guideline) as Guideline] },
};

const felony = { id: 'p', grade: 'felony', kinds: [], sentencedOn: '2010-01-05', sentence: '6 months' };
const removed = { priors: [felony], removals: ['2011-01-05'] };
const notRemoved = { priors: [felony], removals: [] };
const found = (more: object) => {
	const instantOffense = { commencedOn: '2018-12-01', endedOn: '2018-12-02', underCriminalJusticeSentence: false };
	const document = { edition: '2018', guideline: '2L9.9', removalOrders: [], instantOffense, ...more };
	const { offenseLevel, chapterTwo } = calculate(parseCase(document), law);
	return { level: offenseLevel.total, open: chapterTwo?.notApplied.map(({ id }) => id) };
};

describe('conditions on facts and on priors in one row', () => {
	test('either is enough', () => {
		// 10 + 1; (b)(2) is denied by the prior, and (b)(3) by the boat.
		expect(found({ ...removed, offense: { boat: true } })).toEqual({ level: 11, open: [] });
		// The prior alone: 10 + 1 + 4.
		expect(found({ ...removed, offense: { boat: false } })).toEqual({ level: 15, open: [] });
		// The boat alone, and no felony before a removal: 10 + 1 + 2.
		expect(found({ ...notRemoved, offense: { boat: true } })).toEqual({ level: 13, open: [] });
	});

	test('a fact that is not given leaves open only what turns on it', () => {
		// The prior makes (b)(1) apply whatever the fact; (b)(3) needs both.
		expect(found(removed)).toEqual({ level: 11, open: ['(b)(3)'] });
		// Without it the fact decides (b)(1) alone: (b)(3) is denied.
		expect(found(notRemoved)).toEqual({ level: 12, open: ['(b)(1)'] });
	});

	test('a day that decides is asked for', () => {
		const asked = () => found({ priors: [felony], offense: { boat: false } });
		expect(asked).toThrow(InputError);
		expect(asked).toThrow(/On what dates was the client removed/);
	});
});
