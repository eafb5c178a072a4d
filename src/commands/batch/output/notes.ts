// What is said once of each input.
import documentFields from '#fields' with { type: 'json' };
import { shown } from '../../../case/errors.ts';
import type { Plan, SourceKind } from '../answer/engine.ts';
import { almostFields } from '../formats/columns.ts';
import { headerOf } from '../records/cells.ts';

/** What to tell of each input once, when it begins: columns that are only carried, and look like a field with a slip. */
export function newNotes({ carry, map }: Plan): (source: SourceKind) => string {
	const known: SourceKind[] = [];
	return (source) => {
		if (!carry || map !== undefined || known.includes(source) || !('header' in source)) return '';
		known.push(source);
		const names = headerOf(source.header, source.delimiter);
		return almostFields(names, source, documentFields.caseDocument)
			.map(
				([name, field]) =>
					`ussg: the column ${shown(name)} is copied to the output but not read. If it gives ${field}, add --columns "${name}=${field}"\n`,
			)
			.join('');
	};
}
