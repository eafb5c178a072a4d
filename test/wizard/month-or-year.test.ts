import { describe, expect, test } from 'vitest';
import { parseCase } from '../../src/index.ts';
import { bundledLaw } from '../../src/law/bundled.ts';
import { caseOf } from '../../src/wizard/interview/interview.ts';
import { interviewOf } from '../../src/wizard/interview/opened-case.ts';
import { converse } from './script.ts';

const setting = { law: bundledLaw, today: '2025-12-01' };

describe('a month or a year at the prompt', () => {
	const begin = ['2018', '§2L1.2 unlawful reentry, worked'];
	const robbery = (sentenced: string, term: string) => ['add', 'robbery', 'felony', sentenced, term, '', ''];

	test('is taken, said in words and kept, and no day is asked for where none matters', async () => {
		const { said, pages, files } = await converse([...begin, 'June 2018', ...robbery('2010', '18-24 months')], {
			draft: 'd.json',
		});
		expect(said).toContain('Prior robbery: 3 points (§4A1.1(a)): 24 months, imposed 2010');
		expect(pages.at(-1)?.standing).toBe('So far: 3 points for prior sentences');
		const { answers } = JSON.parse(files.get('d.json') as string).interview;
		expect(answers['instantOffense/commencedOn']).toBe('2018-06');
		expect(answers.priors[0]).toMatchObject({ sentencedOn: '2010', sentence: '24 months' });
	});

	// §4A1.2(e)(2): ten years back from June 1, 2018.
	test('where the day decides, the question names it; what leaves it open is asked again', async () => {
		const { pages } = await converse([...begin, '2018-06-01', ...robbery('2008', '6 months')]);
		const page = pages.at(-1);
		expect(page?.ask).toBe('Was the sentence for prior robbery imposed before June 1, 2008, or on or after it?');
		const after = await converse([...begin, '2018-06-01', ...robbery('2008', '6 months'), 'May 2008']);
		expect(after.pages.at(-1)?.standing).toBe('So far: 0 points for prior sentences');
		const within = await converse([...begin, '2018-06-01', ...robbery('2008', '6 months'), 'June 2008']);
		expect(within.pages.at(-1)?.standing).toBe('So far: 2 points for prior sentences');
	});

	test('a document with months is opened and saved again as it was', () => {
		const document = parseCase({
			edition: '2018',
			guideline: '2L1.2',
			acceptance: 'full',
			removalOrders: ['2010-01'],
			removals: ['2010'],
			instantOffense: { commencedOn: '2014-06', endedOn: '2014-06', underCriminalJusticeSentence: false },
			priors: [
				{
					id: 'a',
					grade: 'felony',
					kinds: [],
					conductFrom: '2007',
					sentencedOn: '2008-03',
					sentence: '18 months',
					releasedOn: '2009',
				},
			],
		});
		expect(caseOf(interviewOf(document, setting), setting)).toEqual(document);
	});

	test('by conclusions, an offense month in one Manual is kept', async () => {
		const { files } = await converse(['3/15/2013', 'June 2012', 'draft', ''], { files: {} });
		const [draft] = [...files.values()].map((text) => JSON.parse(text));
		expect(draft.interview.answers.offenseDate).toBe('2012-06');
	});
});
