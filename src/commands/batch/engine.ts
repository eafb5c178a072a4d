import documentFields from '#fields' with { type: 'json' };
import { calculate } from '../../calculation/calculate.ts';
import type { Result } from '../../calculation/result.ts';
import { bundledLaw } from '../../law/bundled.ts';
import { agreementFields } from './agreement.ts';
import { newAnswerer } from './answer.ts';
import type { ByteText, Output } from './bytes.ts';
import type { Delimiter } from './cells.ts';
import { jsonFormat, jsonLines } from './json-lines.ts';
import type { Answer, Format, Given, Source } from './records.ts';
import { type Field, readFields, selecting, usualFields } from './select.ts';
import { countedFields, newTally } from './tally.ts';

/** What is asked of a batch, as it is told to every worker. */
export interface Plan {
	format: 'jsonl' | 'csv' | 'tsv';
	select: string | undefined;
	map: 'ussc' | undefined;
	/** Whether the records are counted for a closing table. */
	summary: boolean;
}

/** How the lines of an input are read, as it is told to every worker. */
export type SourceKind =
	| { kind: 'jsonl'; file?: string }
	| { kind: 'cells' | 'datafile'; header: ByteText; delimiter: Delimiter; file?: string };

/** Everything that answers records, loaded: the law, the calculation, the format. Throws InputError for a plan that cannot be. */
export async function newEngine(plan: Plan, newOutput?: () => Output) {
	const { parseCase } = await import('../../case/parse.ts');
	const more = plan.map === undefined ? [] : agreementFields;
	const fields = plan.select === undefined ? undefined : readFields(plan.select, [...documentFields.result, ...more]);
	const format = await formatOf(plan, fields, more);
	const tally = newTally(plan.summary);
	const options = { fields: plan.map === undefined ? fields && wantedOf(fields, plan) : undefined };
	const plain = ({ document }: Given): Answer => calculate(parseCase(document), bundledLaw, options);
	const answer = plan.map === undefined ? plain : await comparing(plain);
	return { format, tally, answerBlock: newAnswerer({ format, tally, answer, ...(newOutput && { newOutput }) }) };
}

async function comparing(answer: (given: Given) => Answer): Promise<(given: Given) => Answer> {
	const { comparedWithRow } = await import('./ussc-agreement.ts');
	return (given) => comparedWithRow(given.recorded ?? {}, answer(given), bundledLaw);
}

/** The fields of the result that are written or counted: no others need be worked out. */
function wantedOf(fields: readonly Field[], { summary }: Plan): ReadonlySet<keyof Result> {
	return new Set([...fields.map(([name]) => name as keyof Result), ...(summary ? countedFields : [])]);
}

async function formatOf(
	{ format }: Plan,
	fields: readonly Field[] | undefined,
	more: readonly string[],
): Promise<Format> {
	if (format === 'jsonl') return jsonFormat(fields && selecting(fields));
	const { delimitedFormat } = await import('./delimited.ts');
	const ownFields = more.filter((path) => path !== 'agreement' && path !== 'agreement.recorded');
	const usual = [...usualFields, ...ownFields.map((path) => path.split('.'))];
	return delimitedFormat(format === 'csv' ? ',' : '\t', fields ?? usual);
}

/** The reader of an input. Throws InputError where its header cannot be used. */
export async function sourceOf(kind: SourceKind): Promise<Source> {
	const named = kind.file === undefined ? {} : { file: kind.file };
	if (kind.kind === 'jsonl') return { ...jsonLines, ...named };
	const about = { ...named, layout: `${kind.delimiter}${kind.header}` };
	if (kind.kind === 'datafile') {
		const { datafileSource } = await import('./ussc.ts');
		return { ...datafileSource(kind.header, kind.delimiter), ...about };
	}
	const { delimitedSource } = await import('./delimited.ts');
	return { ...delimitedSource(kind.header, kind.delimiter, documentFields.caseDocument), ...about };
}

/** What an input is, by its first line that is not blank, or by the name of its file. Throws InputError. */
export async function kindOf(firstLine: ByteText, file: string, plan: Plan): Promise<SourceKind> {
	const named = /\.(csv|tsv)(\.gz)?$/i.exec(file)?.[1]?.toLowerCase();
	const byName: Delimiter | undefined = named === undefined ? undefined : named === 'tsv' ? '\t' : ',';
	if (plan.map === 'ussc') {
		const delimiter = firstLine.includes('\t') ? '\t' : ',';
		return { kind: 'datafile', header: firstLine, delimiter };
	}
	if (byName === undefined && /^\s*[{[]/.test(firstLine)) return { kind: 'jsonl' };
	const { delimiterOf } = await import('./delimited.ts');
	const delimiter = delimiterOf(firstLine, documentFields.caseDocument) ?? byName;
	return delimiter === undefined ? { kind: 'jsonl' } : { kind: 'cells', header: firstLine, delimiter };
}
