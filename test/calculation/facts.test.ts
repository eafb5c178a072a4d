import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bundledLaw } from '../../src/law/bundled.ts';
import { resultSchema } from '../../src/result/schema.ts';
import { openQuestions } from '../../src/result/warning-codes.ts';
import { type FactCase, factCase } from '../oracle/facts-cases.ts';
import { answer, caseWith, pointsOf, prior, refusal } from './rap-sheet.ts';

const outcome = (document: unknown) => {
	const { offenseLevel, criminalHistory, guidelineRange } = answer(document);
	return { total: offenseLevel.total, points: criminalHistory?.points, guidelineRange };
};

const outcomeOrMissing = (document: unknown) => {
	try {
		return outcome(document);
	} catch (error) {
		return { refused: (error as { code: string }).code };
	}
};

describe('for any facts, in any edition', () => {
	const holds = (property: (document: FactCase) => void) =>
		fc.assert(fc.property(factCase, property), { numRuns: 600 });
	const answered = (document: FactCase) => {
		const found = outcomeOrMissing(document);
		fc.pre(!('refused' in found));
		return found;
	};

	test('the result fits its schema, and its points add up', () => {
		holds((document) => {
			answered(document);
			const result = answer(document);
			resultSchema.parse(result);
			const { priors, status, recency, points } = result.criminalHistory as NonNullable<typeof result.criminalHistory>;
			const scored = [...priors, status, ...(recency ? [recency] : [])];
			expect(scored.reduce((total, each) => total + each.points, 0)).toBe(points);
			for (const { provision } of scored) expect(provision).toMatch(/^§4A1\.[12]\(/);
		});
	});

	test('the order of the priors does not matter', () => {
		holds((document) => {
			const found = answered(document);
			expect(outcome({ ...document, priors: [...document.priors].reverse() })).toEqual(found);
		});
	});

	test('a prior that scores nothing, and stands alone, can be dropped without changing the points; since 2016 the range', () => {
		holds((document) => {
			const found = answered(document);
			const scored = answer(document).criminalHistory?.priors ?? [];
			const isAlone = (id: string, sentencedOn: string) =>
				document.priors.every(
					(each) =>
						each.id === id ||
						(each.sentencedOn !== sentencedOn &&
							each.sameChargesAs !== id &&
							![each.consecutiveTo].flat().includes(id)),
				);
			const idle = document.priors.find(
				(each, index) =>
					scored[index]?.points === 0 &&
					isAlone(each.id, each.sentencedOn) &&
					!each.sameChargesAs &&
					!each.consecutiveTo,
			);
			fc.pre(idle !== undefined);
			const without = outcome({ ...document, priors: document.priors.filter((each) => each !== idle) });
			expect(without.points).toBe(found.points);
			if (document.edition >= '2016-11-01') expect(without).toEqual(found);
		});
	});

	test('a fact taken away is asked for or not needed, never guessed', () => {
		const keys = [
			'grade',
			'kinds',
			'conductFrom',
			'arrestedOn',
			'sentencedOn',
			'sentence',
			'releasedOn',
			'convictedAsAdult',
		] as const;
		fc.assert(
			fc.property(factCase, fc.nat(), fc.constantFrom(...keys), (document, at, key) => {
				const found = answered(document);
				const index = document.priors.length === 0 ? 0 : at % document.priors.length;
				const priors = document.priors.map((each, position) => {
					const { [key]: _, ...rest } = each as Record<string, unknown>;
					return position === index ? rest : each;
				});
				const without = outcomeOrMissing({ ...document, priors });
				if ('refused' in without) expect(without.refused).toBe('facts-missing');
				else expect(without).toEqual(found);
			}),
			{ numRuns: 1500 },
		);
	});

	test('the same for removals, orders and the instant offense', () => {
		const takings: ((document: FactCase) => unknown)[] = [
			({ removals: _, ...rest }) => rest,
			({ removalOrders: _, ...rest }) => rest,
			({ instantOffense: { commencedOn: _, ...instantOffense }, ...rest }) => ({ ...rest, instantOffense }),
			({ instantOffense: { underCriminalJusticeSentence: _, ...instantOffense }, ...rest }) => ({
				...rest,
				instantOffense,
			}),
		];
		fc.assert(
			fc.property(factCase, fc.constantFrom(...takings), (document, take) => {
				const found = answered(document);
				const without = outcomeOrMissing(take(document));
				if ('refused' in without) expect(without.refused).toBe('facts-missing');
				else if (!isDeepStrictEqual(without, found) && !isOrderedAfterRevocation(document)) {
					// An order after the removal may settle what is an open question without it: then both outcomes are named.
					const said = answer(take(document)).warnings.map(({ message }) => message);
					expect(said.join('\n')).toContain(`: level ${found.total}, `);
				}
			}),
			{ numRuns: 800 },
		);
	});
});

/**
 * Removals stand for the orders that they carried out: of a later order, after which the defendant was not removed, nothing
 * in a case without its orders tells.
 */
function isOrderedAfterRevocation({ removals, removalOrders, priors }: FactCase): boolean {
	const removed = [...removals].sort().at(-1);
	const revoked = priors.flatMap(({ revocations = [] }) => revocations.map(({ on }) => on));
	return removed !== undefined && removalOrders.some((order) => revoked.some((on) => removed <= on && on < order));
}

describe('what a case must tell', () => {
	const without = (key: string) => {
		const { [key]: _, ...rest } = prior() as Record<string, unknown>;
		return rest;
	};

	test.each([
		['2018', 'grade', '/priors/0/grade'],
		['2018', 'kinds', '/priors/0/kinds'],
		['2018', 'sentence', '/priors/0/sentence'],
		['2009', 'releasedOn', '/priors/0/releasedOn'],
	])('%s without %s: %s', (edition, key, path) => {
		const refused = refusal(caseWith(edition, [without(key)]));
		expect(refused).toMatchObject({ code: 'facts-missing', path });
		expect(refused.message).toMatch(/\?/);
	});

	test('2018 without any day of the sentence: /priors/0/sentencedOn', () => {
		const { conductFrom, arrestedOn, convictedOn, sentencedOn, releasedOn, ...dateless } = prior();
		expect([conductFrom, arrestedOn, convictedOn, sentencedOn, releasedOn]).not.toContain(undefined);
		expect(refusal(caseWith('2018', [dateless]))).toMatchObject({
			code: 'facts-missing',
			path: '/priors/0/sentencedOn',
		});
	});

	test('the date of the sentence is not asked for where the arrest and the conviction settle it', () => {
		const document = caseWith('2018', [without('sentencedOn')]);
		expect(answer(document).offenseLevel).toEqual(answer(caseWith('2018', [prior()])).offenseLevel);
		expect(pointsOf(document)).toBe(3);
	});

	test.each([
		['2018', 'releasedOn'],
		['2018', 'arrestedOn'],
		['1988-01-15', 'kinds'],
		['1988-01-15', 'grade'],
	])('%s does not ask for %s', (edition, key) => {
		expect(() =>
			answer(
				caseWith(edition, [without(key)], {
					instantOffense: { commencedOn: '2014-06-15', endedOn: '2014-06-15', underCriminalJusticeSentence: false },
				}),
			),
		).not.toThrow(/arrestedOn|kinds|grade/);
	});

	test('removals before 2016, removal orders since', () => {
		const { removals: _, ...noRemovals } = caseWith('2018', [prior()]);
		expect(() => answer(noRemovals)).not.toThrow();
		expect(refusal({ ...noRemovals, edition: '2012', removalOrders: [] })).toMatchObject({
			code: 'facts-missing',
			path: '/removals',
		});
		const { removalOrders: __, ...noOrders } = caseWith('2018', [prior()]);
		expect(refusal(noOrders)).toMatchObject({ code: 'facts-missing', path: '/removalOrders' });
		expect(() => answer({ ...noOrders, edition: '2012' })).not.toThrow();
	});

	test('removal orders without priors ask for the priors', () => {
		const document = {
			edition: '2018',
			guideline: '2L1.2',
			removalOrders: ['2010-01-01'],
			criminalHistoryCategory: 'II',
		};
		expect(refusal(document)).toMatchObject({ code: 'facts-missing', path: '/priors' });
		expect(answer({ ...document, edition: '1988-01-15' }).offenseLevel.total).toBe(8);
	});

	test('no priors at all', () => {
		expect(answer(caseWith('2018', [])).criminalHistory).toMatchObject({ points: 0, category: 'I', priors: [] });
	});

	test.each([
		[{ id: 'b', sameChargesAs: 'c' }, '/priors/1/sameChargesAs'],
		[{ id: 'b', consecutiveTo: 'b' }, '/priors/1/consecutiveTo'],
		[{ id: 'a' }, '/priors/1/id'],
		[{ id: 'b', sentencedOn: '2007-01-01' }, '/priors/1/sentencedOn'],
		[{ id: 'b', conductTo: '2007-01-01' }, '/priors/1/conductTo'],
		[{ id: 'b', revocations: [{ on: '2008-01-01', term: '1 month' }] }, '/priors/1/revocations/0/on'],
	])('facts that contradict each other are refused: %j', (facts, path) => {
		expect(refusal(caseWith('2018', [prior(), prior(facts)]))).toMatchObject({ code: 'disagrees', path });
	});
});

test('every open question has its words and its source', () => {
	const words = bundledLaw.tables['open-questions'].flatMap(({ questions }) => questions.map(({ code }) => code));
	expect([...new Set(words)]).toEqual([...openQuestions]);
});
