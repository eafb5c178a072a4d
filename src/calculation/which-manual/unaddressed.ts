// Characteristics of the earlier Manual that nothing in the case addresses.
import type { Provisions } from '../../law/schema.ts';
import type { ChapterTwo } from '../../result/result.ts';
import type { Manuals } from './as-stated.ts';

/** A characteristic of the earlier Manual that nothing in the case addresses. */
type Unaddressed = ChapterTwo['notApplied'][number];
type Guideline = NonNullable<ReturnType<Provisions['guideline']>>;
type Offense = Record<string, boolean | number | string>;

/** The characteristics that nothing in the case addresses, and that read otherwise in the other Manual. */
export function unaddressedIn({ guideline, notApplied }: ChapterTwo, manuals: Manuals): Unaddressed[] {
	const [before, after] = bothOf(guideline, manuals);
	return notApplied.filter(({ id }) => asText(rowsOf(before, id)) !== asText(rowsOf(after, id)));
}

const bothOf = (guideline: string, { from, to }: Manuals) =>
	[from, to].map((provisions) => provisions.guideline(guideline)) as [Guideline | undefined, Guideline | undefined];

const rowsOf = (guideline: Guideline | undefined, id: string) =>
	(guideline?.characteristics ?? [])
		.filter((one) => one.id === id || one.rows.some((row) => row.id === id))
		.flatMap(({ rows }) => rows);

const asText = (rows: ReturnType<typeof rowsOf>): string =>
	JSON.stringify(rows.map(({ id, description, when }) => [id, description, when]));

/** More answers than these are not tried. */
const mostAnswers = 64;

/**
 * Every set of answers to the facts on which such characteristics turn, in either Manual, and which the case does not
 * give; undefined where they turn on no facts, or on too many.
 */
export function answersTo(
	unaddressed: readonly Unaddressed[],
	guideline: string,
	given: Offense,
	manuals: Manuals,
): Offense[] | undefined {
	const both = bothOf(guideline, manuals);
	const conditions = unaddressed.map(({ id }) =>
		both.flatMap((each) => rowsOf(each, id).map(({ when }) => conditionsIn(when))).flat(),
	);
	const asked = conditions.map((each) => each.filter(({ fact }) => given[fact] === undefined));
	if (asked.some((each) => each.length === 0)) return undefined;
	const names = [...new Set(asked.flat().map(({ fact }) => fact))];
	let answers: Offense[] = [{}];
	for (const name of names) {
		const values = valuesOf(name, asked.flat(), both);
		answers = answers.flatMap((one) => values.map((value) => ({ ...one, [name]: value })));
		if (answers.length > mostAnswers) return undefined;
	}
	return answers;
}

/** A condition on a fact, as it stands anywhere in a table. */
interface FactCondition {
	fact: string;
	atLeast?: number;
	atMost?: number;
}

function conditionsIn(node: unknown): FactCondition[] {
	if (typeof node !== 'object' || node === null) return [];
	const own = 'fact' in node && typeof node.fact === 'string' ? [node as FactCondition] : [];
	return [...own, ...Object.values(node).flatMap(conditionsIn)];
}

/** The values of a fact between which its conditions can tell. */
function valuesOf(
	name: string,
	conditions: readonly FactCondition[],
	both: readonly (Guideline | undefined)[],
): Offense[string][] {
	const fact = both.flatMap((each) => each?.facts ?? []).find((each) => each.name === name);
	if (fact?.kind === 'choice') return fact.choices.map(({ value }) => value);
	if (fact?.kind !== 'number') return [true, false];
	const of = conditions.filter((each) => each.fact === name);
	const from = of.flatMap(({ atLeast, atMost }) => [
		atLeast ?? fact.least,
		atMost === undefined ? fact.least : atMost + 1,
	]);
	return [...new Set([fact.least, ...from])];
}
