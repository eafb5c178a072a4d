// Characteristics of the earlier Manual that nothing in the case addresses.
import type { Provisions } from '../../law/schema.ts';
import type { ChapterTwo } from '../../result/result.ts';
import type { Manuals } from './as-stated.ts';

/** A characteristic of the earlier Manual that nothing in the case addresses. */
type Unaddressed = ChapterTwo['notApplied'][number];
type Guideline = NonNullable<ReturnType<Provisions['guideline']>>;

/**
 * The characteristics of the earlier Manual that nothing in the case addresses, and that the later one does not have under
 * any number: what both have applies under neither.
 */
export function unaddressedIn({ guideline, notApplied }: ChapterTwo, manuals: Manuals): Unaddressed[] {
	return notApplied.filter(({ id }) => {
		// One of a guideline whose level is taken is named with its section.
		const [, section = guideline, own = id] = /^§([^(]+)(.+)$/.exec(id) ?? [];
		const [later, earlier] = bothOf(section, manuals);
		const ofLater = new Set((later?.characteristics ?? []).flatMap(({ rows }) => rows.map(asText)));
		return rowsOf(earlier, own).some((row) => !ofLater.has(asText(row)));
	});
}

const bothOf = (guideline: string, { from, to }: Manuals) =>
	[from, to].map((provisions) => provisions.guideline(guideline)) as [Guideline | undefined, Guideline | undefined];

const rowsOf = (guideline: Guideline | undefined, id: string) =>
	(guideline?.characteristics ?? [])
		.filter((one) => one.id === id || one.rows.some((row) => row.id === id))
		.flatMap(({ rows }) => rows);

const asText = ({ description, when }: ReturnType<typeof rowsOf>[number]): string =>
	JSON.stringify([description, when]);
