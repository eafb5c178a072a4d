import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseCase } from '../../src/case/parse.ts';
import type { CaseDocument } from '../../src/case/schema.ts';
import { calculate, editions, InputError } from '../../src/index.ts';
import { bundledLaw } from '../../src/law/bundled.ts';
import { contextOf, newInterview } from '../../src/wizard/interview/interview.ts';
import { factsNotAsked } from '../../src/wizard/questions/facts-not-asked.ts';
import { converse } from './script.ts';

const setting = { law: bundledLaw, today: '2025-12-01' };
const said = (edition: string, known: Partial<CaseDocument> = { guideline: '2L1.2' }) => {
	const context = contextOf({ ...newInterview, answers: { edition: { edition } }, trail: ['edition'] }, setting);
	return factsNotAsked({ ...context, known: { ...context.known, ...known } });
};

describe('the facts that no rule of the edition turns on', () => {
	test.each([
		// An increase for any earlier deportation, with or without a conviction (App. C, amend. 38, text struck).
		['1987-11-01', ['removal orders', 'kinds of conviction', 'arrests'], ['days of removal']],
		['1988-01-15', ['days of removal', 'removal orders', 'kinds of conviction'], []],
		// Deported after a felony other than an immigration felony (amend. 193); the list of Note 7 (amend. 375).
		['1989-11-01', ['removal orders', 'aggravated felony'], ['days of removal', 'improper entry']],
		['1995-11-01', ['removal orders', 'human trafficking'], ['days of removal', 'drug trafficking', 'arrests']],
		// Deported, or unlawfully remained after an order (amend. 562).
		['2012-11-01', ['illegal reentry'], ['removal orders', 'days of removal', 'aggravated felony']],
		// The first order of removal, not the removal (amend. 802), and no kinds but the immigration offenses.
		['2016-11-01', ['days of removal', 'aggravated felony'], ['removal orders', 'illegal reentry']],
		['2025-11-01', ['days of removal', 'firearms'], ['removal orders', 'improper entry']],
	])('%s', (edition, left, turning) => {
		for (const name of left) expect(said(edition)).toContain(name);
		for (const name of turning) expect(said(edition)).not.toContain(name);
	});

	test('of another guideline than §2L1.2 are all of its facts', () => {
		expect(said('2012-11-01', { baseOffenseLevel: 20 })).toMatch(
			/days of removal; removal orders; the kinds aggravated felony/,
		);
	});

	test('of two editions that are weighed, those that neither turns on', () => {
		const both = {
			guideline: '2L1.2',
			sentencingDate: '2016-12-01',
			offenseDate: '2015-06-01',
			edition: undefined,
		} as const;
		expect(said('2016-11-01', both)).toMatch(/no rule of either edition/);
		expect(said('2016-11-01', both)).not.toContain('days of removal');
	});

	test('stand where the priors are entered', async () => {
		const { pages } = await converse(['2018', '§2L1.2 unlawful reentry, worked', '2018-06-01']);
		expect(pages.at(-1)?.does).toMatch(
			/Not asked, since no rule of this edition turns on them: days of removal; the kinds aggravated felony,/,
		);
	});

	const folder = new URL('../cases/facts/', import.meta.url);
	const cases = readdirSync(folder)
		.map((file) => JSON.parse(readFileSync(new URL(file, folder), 'utf8')))
		.filter(({ given }) => given.priors !== undefined && given.careerOffender === undefined)
		.map(({ name, given }) => [name as string, given as CaseDocument] as const);
	const outcome = (document: unknown) => {
		try {
			const { offenseLevel, criminalHistory } = calculate(parseCase(document));
			return { offenseLevel, points: criminalHistory?.points };
		} catch (error) {
			if (error instanceof InputError) return error.code;
			throw error;
		}
	};

	/** The case without the facts that a line names. */
	function without(line: string, { removals, removalOrders, priors = [], ...rest }: CaseDocument): unknown {
		return {
			...rest,
			...(line.includes('days of removal') ? {} : { removals }),
			...(line.includes('removal orders') ? {} : { removalOrders }),
			priors: priors.map(({ arrestedOn, kinds, ...prior }) => ({
				...prior,
				...(line.includes('arrests') ? {} : { arrestedOn }),
				...(kinds && !line.includes('kinds of conviction')
					? { kinds: kinds.filter((kind) => !new RegExp(`[, ]${kind.replaceAll('-', ' ')}[,.;]`).test(line)) }
					: {}),
			})),
		};
	}

	test.each(cases)(
		'%s: in every edition comes to the same without them',
		(_, { edition: __, sentencingDate: ___, offenseDate: ____, enhancements: _____, ...given }) => {
			for (const { effectiveDate, verified } of editions) {
				if (!verified) continue;
				const document = { ...given, edition: effectiveDate } as CaseDocument;
				const line = said(effectiveDate, document);
				expect({ effectiveDate, line, ...Object(outcome(without(line, document))) }).toEqual({
					effectiveDate,
					line,
					...Object(outcome(document)),
				});
			}
		},
	);
});
