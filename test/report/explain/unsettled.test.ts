// `ussg explain` names the unsettled questions of its edition alone.
import { expect, test } from 'vitest';
import { bundledLaw } from '../../../src/law/bundled.ts';
import { unsettledOf } from '../../../src/report/explain/unsettled.ts';
import type { Result } from '../../../src/result/result.ts';
import { openQuestions } from '../../../src/result/warning-codes.ts';
import { resultOf, storedCases } from '../../golden/answers.ts';

const questions = bundledLaw.tables['open-questions'].at(-1)?.questions ?? [];

// Amendment 802 (2016) made the sentence imposed of §2L1.2(b)(2) and the first removal order; amendment 809 (2018) settled
// what a revocation after that order adds. The list of 1991 and the note of 2001 were gone by then.
test.each([
	['2018-11-01', 'No removal order was made before the instant offense ended', 'after the first removal order'],
	['2018-11-01', 'Terms within a single sentence run consecutively', 'The 1991 list'],
	['2016-11-01', 'after the first removal order', 'the removal. Is it part of the sentence imposed? Circuits divided'],
	['2001-11-01', 'The 2001 note lists four ways', 'No removal order was made'],
	['1995-11-01', 'The 1991 list', 'The 2001 note'],
	['2010-11-01', 'Circuits divided', 'did not mention terms imposed on revocation'],
])('§2L1.2 of %s: "%s", and not "%s"', (edition, asked, notAsked) => {
	const text = unsettledOf('§2L1.2', edition, bundledLaw).join('\n');
	expect(text).toContain(asked);
	expect(text).not.toContain(notAsked);
});

test('an answer turns on no question outside of its editions', () => {
	const seen = new Set<string>();
	for (const { case: document } of storedCases()) {
		const result = resultOf(document);
		if (!('warnings' in result)) continue;
		for (const code of openQuestions.filter((one) => result.warnings.some((warning) => warning.code === one))) {
			const editions = editionsOf(result);
			const isAsked = questions.some(
				({ code: of, asked: { from = '', before = '9' } = {} }) =>
					of === code && editions.some((edition) => from <= edition && edition < before),
			);
			if (!isAsked) expect.fail(`${code} in ${JSON.stringify(document)}`);
			seen.add(code);
		}
	}
	expect(seen.size).toBeGreaterThan(questions.length / 2);
});

/** The editions that an answer may draw on: its own, the other one of §1B1.11, and the day of an order. */
const editionsOf = ({ edition, editionChoice, reduction }: Result): string[] => [
	edition.effectiveDate,
	...(editionChoice?.considered ?? []).map(({ effectiveDate }) => effectiveDate),
	...(reduction === undefined ? [] : [reduction.policyStatementOf, reduction.orderDate]),
];
