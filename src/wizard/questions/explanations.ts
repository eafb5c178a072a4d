// The explanation behind a question.
import type { Provisions } from '../../law/schema.ts';
import type { Context } from './question.ts';

/** The rule behind a question in our own words, and its traps, as they are in this edition: a paragraph each, with its provision. */
export function explain(
	topic: string,
	{ provisions, editionDate }: Pick<Context, 'provisions' | 'editionDate'>,
): string[] {
	const rows: Provisions['explanations']['rows'] = provisions.explanations.rows;
	return rows
		.filter(({ topic: of, from, until = '9' }) => of === topic && from <= editionDate && editionDate < until)
		.map(({ text, citation }) => `${text} (${citation.section})`);
}
