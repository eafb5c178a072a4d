// What answers a batch, here or in a thread.
import documentFields from '#fields' with { type: 'json' };
import { calculate } from '../../../calculation/calculate.ts';
import { InputError } from '../../../case/errors.ts';
import type { CaseDocument } from '../../../case/schema.ts';
import { bundledLaw } from '../../../law/bundled.ts';
import type { Result } from '../../../result/result.ts';
import { withoutMissing } from '../formats/cell-values.ts';
import type { HeaderReading } from '../formats/columns.ts';
import { jsonFormat, jsonLines } from '../formats/json-lines.ts';
import { asksFor, type Field, readFields, selecting, usualFields, withOffered } from '../formats/select.ts';
import { selectable } from '../formats/selectable.ts';
import { agreementFields } from '../records/agreement.ts';
import type { ByteText, Output } from '../records/bytes.ts';
import type { Delimiter } from '../records/cells.ts';
import type { Answer, Format, Given, Source } from '../records/records.ts';
import { countedFields, newTally } from '../records/tally.ts';
import { newAnswerer } from './answer.ts';

/** What is asked of a batch, as it is told to every worker. */
export interface Plan {
	format: 'jsonl' | 'csv' | 'tsv';
	select: string | undefined;
	map: 'ussc' | undefined;
	/** Whether the records are counted for a closing table. */
	summary: boolean;
	/** As they were typed: which fields the columns give (`BOL=baseOffenseLevel`), and what all records share (`edition=2012`). */
	columns?: string[] | undefined;
	set?: string[] | undefined;
	/** Whether every column of the input is written before the answer. */
	carry?: boolean | undefined;
}

/** How the lines of an input are read, as it is told to every worker. */
export type SourceKind =
	| { kind: 'jsonl'; file?: string }
	| ({ kind: 'cells' | 'datafile'; header: ByteText; delimiter: Delimiter; file?: string } & HeaderReading);

/** Everything that answers records, loaded: the law, the calculation, the format. Throws InputError for a plan that cannot be. */
export async function newEngine(plan: Plan, newOutput?: () => Output) {
	const { parseCase } = await import('../../../case/parse.ts');
	const more = plan.map === undefined ? [] : agreementFields;
	const fields = plan.select === undefined ? undefined : readFields(plan.select, selectable(plan.map));
	const written = await formatOf(plan, fields, more);
	const flat = asksFor(fields, 'fastTrack', 'offered') ? offering(written) : written;
	const format: Format = { ...flat, hasLine: asksFor(fields, 'line') };
	const tally = newTally(plan.summary);
	const options = { fields: plan.map === undefined ? fields && wantedOf(fields, plan) : undefined };
	const complete = await completing(plan);
	const plain = ({ document }: Given): Answer =>
		calculate(parsedRecord(complete(document), parseCase), bundledLaw, options);
	const answer = plan.map === undefined ? plain : await comparing(plain);
	return { format, tally, answerBlock: newAnswerer({ format, tally, answer, ...(newOutput && { newOutput }) }) };
}

const offering = (format: Format): Format => ({
	...format,
	answer: (answer) => format.answer(withOffered(answer) as Answer),
});

/**
 * A record as a case; where it is none, without what says that there is no value. Throws InputError, which names what
 * stands in a field rather than that it is missing.
 */
function parsedRecord(document: unknown, parse: (document: unknown) => CaseDocument): CaseDocument {
	try {
		return parse(document);
	} catch (error) {
		const given = withoutMissing(document);
		if (given === undefined) throw error;
		try {
			return parse(given);
		} catch (again) {
			throw pathOf(error) === pathOf(again) ? error : again;
		}
	}
}

const pathOf = (error: unknown): string | undefined => (error instanceof InputError ? error.path : undefined);

/** Adds to a record what all share. Throws InputError where --set cannot be read, or later where a record says otherwise. */
async function completing({ set = [] }: Plan): Promise<(document: unknown) => unknown> {
	if (set.length === 0) return (document) => document;
	const { readShared, withShared } = await import('../formats/shared-values.ts');
	const shared = readShared(set, documentFields.caseDocument);
	return (document) => withShared(document, shared);
}

async function comparing(answer: (given: Given) => Answer): Promise<(given: Given) => Answer> {
	const { comparedWithRow } = await import('../ussc/row-agreement.ts');
	return (given) => comparedWithRow(given.recorded ?? {}, answer(given), bundledLaw);
}

/** The fields of the result that are written or counted: no others need be worked out. */
function wantedOf(fields: readonly Field[], { summary }: Plan): ReadonlySet<keyof Result> {
	return new Set([...fields.map(([name]) => name as keyof Result), ...(summary ? countedFields : [])]);
}

async function formatOf(
	{ format, carry }: Plan,
	fields: readonly Field[] | undefined,
	more: readonly string[],
): Promise<Format> {
	if (format === 'jsonl') return jsonFormat(fields && selecting(fields), carry);
	const { delimitedFormat } = await import('../formats/delimited.ts');
	const ownFields = more.filter((path) => path !== 'agreement' && path !== 'agreement.recorded');
	const notCarried = usualFields.filter(([name]) => !carry || (name !== 'id' && name !== 'caption'));
	const usual = [...notCarried, ...ownFields.map((path) => path.split('.'))];
	return delimitedFormat(format === 'csv' ? ',' : '\t', fields ?? usual);
}

/** The reader of an input. Throws InputError where its header cannot be used. */
export async function sourceOf(kind: SourceKind): Promise<Source> {
	const named = kind.file === undefined ? {} : { file: kind.file };
	if (kind.kind === 'jsonl') return { ...jsonLines, ...named };
	const { header, delimiter, columns, carry } = kind;
	const about = { ...named, layout: `${delimiter}${header}` };
	if (kind.kind === 'datafile') {
		const { datafileSource } = await import('../ussc/datafile.ts');
		return { ...datafileSource(header, delimiter, { columns, carry }), ...about };
	}
	const { delimitedSource } = await import('../formats/delimited.ts');
	return { ...delimitedSource(header, delimiter, documentFields.caseDocument, { columns, carry }), ...about };
}
