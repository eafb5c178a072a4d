import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { isRefusal, underEditions } from '../../src/calculation/comparison.ts';
import { problemIn } from '../../src/case/errors.ts';
import { parseCase } from '../../src/case/parse.ts';
import { verifiedEditions } from '../../src/law/editions.ts';
import { plainDress } from '../../src/report/dress.ts';
import { yearsReport } from '../../src/report/side-by-side/years.ts';
import { notHeldFrom } from '../law/not-held.ts';

/** A line after `# ` says where the numbers come from, one after `$ ` is a case, and what follows is its report. */
const text = readFileSync(new URL('years.txt', import.meta.url), 'utf8').replace(/^#.*\n/gm, '');
const law = notHeldFrom('2026-11-01');
const names = verifiedEditions(law).map(({ effectiveDate }) => effectiveDate);

for (const part of text.split(/^\$ /m).slice(1)) {
	const [given = '', ...expected] = part.trimEnd().split('\n');
	test(given, () => {
		const [, document = '', ascii] = /^(.*\})( ascii)?$/.exec(given) ?? [];
		const columns = underEditions(parseCase(JSON.parse(document)), law, names).map((answer, index) => {
			const heading = names[index] as string;
			if (!isRefusal(answer)) return { heading, result: answer };
			return { heading, problem: { ...problemIn(answer.error), path: answer.error.path.replace('/', '--') } };
		});
		const dress = { ...plainDress, ascii: ascii !== undefined };
		expect(yearsReport(columns, law, dress).trimEnd().split('\n')).toEqual(expected);
	});
}
