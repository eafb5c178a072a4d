// Values that every record shares.
import { disagreement, InputError, shown } from '../../../case/errors.ts';
import { asCaseDocument } from '../../../case/human-input.ts';
import { parseField } from '../../../case/parse.ts';
import { type CaseDocument, caseSchema } from '../../../case/schema.ts';
import { toByteText } from '../records/bytes.ts';
import { readCell } from './cell-values.ts';
import { unknownField } from './columns.ts';

const flag = '--set';

/** What every record shares, by field. */
export type Shared = Readonly<Record<string, unknown>>;

/** Reads `edition=2012` and the like, each value as a cell of CSV. Throws InputError naming what cannot be read. */
export function readShared(texts: readonly string[], known: readonly string[]): Shared {
	const shared: Record<string, unknown> = {};
	for (const text of texts) {
		const [, field, value = ''] = /^([^=]+)=(.*)$/s.exec(text)?.map((part) => part.trim()) ?? [];
		if (field === undefined || value === '') {
			throw new InputError('invalid-value', flag, `${shown(text)} is not FIELD=VALUE. Use, for example, edition=2012`);
		}
		if (!known.includes(field)) throw unknownField(flag, field, known);
		if (Object.hasOwn(shared, field)) {
			throw new InputError('repeated', flag, `${shown(field)} is given twice`, 'Give it once');
		}
		shared[field] = readOne(field, value);
	}
	return shared;
}

function readOne(field: string, text: string): unknown {
	try {
		return parseField(field as keyof CaseDocument, normal(field, readCell(field, toByteText(text))));
	} catch (error) {
		if (!(error instanceof InputError)) throw error;
		throw new InputError(error.code, flag, `${field}: ${error.message}`);
	}
}

const normal = (field: string, value: unknown): unknown =>
	(asCaseDocument({ [field]: value }, caseSchema) as Record<string, unknown>)[field];

/**
 * A record with what all share. A record that says otherwise is neither followed nor passed over: throws InputError.
 */
export function withShared(document: unknown, shared: Shared): unknown {
	if (typeof document !== 'object' || document === null || Array.isArray(document)) return document;
	const own = document as Record<string, unknown>;
	for (const [field, value] of Object.entries(shared)) {
		const said = own[field] ?? undefined;
		if (said === undefined || JSON.stringify(normal(field, said)) === JSON.stringify(value)) continue;
		throw disagreement(
			`/${field}`,
			`the record says ${shown(said)}, but --set says ${shown(value)}`,
			'Correct the record, or leave --set out',
		);
	}
	return { ...own, ...shared };
}
