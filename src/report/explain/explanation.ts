// A provision explained.
import { verifiedEditions } from '../../law/editions.ts';
import { isAt, namesIn, parentOf } from '../../law/provision-names.ts';
import { type Rule, rulesOf } from '../../law/rules.ts';
import type { Law } from '../../law/schema.ts';
import type { RuleInWords } from '../../law/words-schema.ts';
import {
	byDay,
	historyInWords,
	historyOfPenalties,
	historyOfRules,
	type RulesOfTable,
	type Version,
} from './history.ts';
import { type Period, periodsOf, type SpanInForce, spansIn } from './in-force.ts';
import { sentenceOf } from './rule-sentence.ts';
import { unsettledOf } from './unsettled.ts';

/** A conformance case, and the provisions that its calculation rests on. */
interface TestedCase {
	name: string;
	citation: string;
	provisions: string[];
}

/** A provision explained: the rule, its versions, what is unsettled about it, and the cases that test it. */
export interface Explanation {
	provision: string;
	/** What was asked for, where this provision explains it and nothing nearer does: `(b)(2)`. */
	part?: string;
	/** The rule in our own words, as the edition has it. More than one where a statute changed while the edition was in force. */
	inWords: SpanInForce[];
	/** Its parts that have an explanation of their own. */
	parts: string[];
	/** The rows of the tables behind it, with their values by name. */
	rules: (Rule & { says: string })[];
	/** What the questions of the wizard say about it. */
	words: string[];
	/** When the law had it, where this edition does not. */
	inForce?: Period[];
	history: Version[];
	unsettled: string[];
	cases: TestedCase[];
}

/** What there is to explain from: the tables, the rules in words, and the conformance cases. */
export interface Sources {
	law: Law;
	words: readonly RuleInWords[];
	cases: readonly TestedCase[];
}

/** Every provision that is held, once: those of combined names each by itself. */
export const provisionsHeld = ({ law, words }: Sources): string[] => [
	...new Set(
		[
			...words.map(({ provision }) => provision),
			...singleRules(law)
				.flat()
				.map(({ provision }) => provision),
		].filter((name) => /^(§|Ch\.|Pub\. L\. [^,]+$|\d+ U)/.test(name)),
	),
];

const singleRulesOf = new WeakMap<Law, Rule[][]>();

/** The rules of the tables, one for each provision that they name. */
function singleRules(law: Law): Rule[][] {
	const known = singleRulesOf.get(law);
	if (known !== undefined) return known;
	const single = rulesOf(law).map((rules) =>
		rules.flatMap((rule) => namesIn(rule.provision).map((provision) => ({ ...rule, provision }))),
	);
	singleRulesOf.set(law, single);
	return single;
}

/** A provision that is held, as an edition has it; without rules and words where the edition does not have it. */
export function explanationOf(provision: string, effectiveDate: string, sources: Sources): Explanation {
	const { law, words, cases } = sources;
	const rows = rowsFor(provision, words);
	const during = { from: effectiveDate, until: endOf(effectiveDate, law) };
	const inWords = rows.flatMap((row) => spansIn(row, during));
	const tables = tablesFor(provision, sources);
	const rules = tables.flatMap((table) => rulesIn(table, effectiveDate));
	const history = [
		...rows.flatMap((row) => historyInWords(row, law.editions.editions[0]?.effectiveDate ?? '')),
		...tables.flatMap(isStatute(provision) ? historyOfPenalties : historyOfRules),
	];
	return {
		provision,
		inWords,
		parts: partsOf(provision, during, words),
		rules: rules.map((rule) => ({ ...rule, says: sentenceOf(rule) })),
		words: wordsOf(provision, effectiveDate, law),
		...(inWords.length + rules.length > 0 ? {} : { inForce: periodsOf(rows, tables) }),
		history: byDay(history),
		unsettled: unsettledOf(provision, effectiveDate, law),
		cases: cases.filter(({ provisions }) => provisions.flatMap(namesIn).some((used) => isAt(used, provision))),
	};
}

const isStatute = (provision: string): boolean => /^\d+ U/.test(provision);

/** The row of a provision; those of its parts where it has none. */
function rowsFor(provision: string, words: readonly RuleInWords[]): RuleInWords[] {
	const own = words.filter((row) => row.provision === provision);
	return own.length > 0 ? own : words.filter((row) => isAt(row.provision, provision));
}

/** The rules of each table at a provision and below it, without those that a rule in words explains. */
function tablesFor(provision: string, { law, words }: Sources): RulesOfTable[] {
	const rows = new Map(words.map((row) => [row.provision, row]));
	return singleRules(law)
		.map((all) => ({
			rules: all.filter((rule) => isAt(rule.provision, provision) && sentenceOf(rule) !== '' && !isSaid(rule, rows)),
			versions: all.filter(({ effectiveDate }, at) => effectiveDate !== all[at - 1]?.effectiveDate),
		}))
		.filter(({ rules }) => rules.length > 0);
}

/** Whether a rule in words speaks of the version of a table that a rule is from. */
function isSaid({ provision, effectiveDate }: Rule, rows: ReadonlyMap<string, RuleInWords>): boolean {
	const spans = rows.get(provision)?.spans ?? [];
	return (spans.findLast(({ from }) => from <= effectiveDate) ?? spans[0])?.text !== undefined;
}

function rulesIn({ rules, versions }: RulesOfTable, edition: string): Rule[] {
	const newest = versions.findLast(({ effectiveDate }) => effectiveDate <= edition);
	return rules.filter(({ effectiveDate }) => effectiveDate === newest?.effectiveDate);
}

const endOf = (effectiveDate: string, law: Law): string | undefined =>
	verifiedEditions(law).find((edition) => edition.effectiveDate > effectiveDate)?.effectiveDate;

/** The parts next below a provision that have words of their own in the edition. */
function partsOf(provision: string, during: Period, words: readonly RuleInWords[]): string[] {
	if (!words.some((row) => row.provision === provision)) return [];
	return words
		.filter((row) => parentOf(row.provision) === provision && spansIn(row, during).length > 0)
		.map((row) => row.provision.slice(provision.length).replace(/^, /, ''));
}

function wordsOf(provision: string, effectiveDate: string, law: Law): string[] {
	const { rows = [] } = law.tables.explanations.at(-1) ?? {};
	return rows
		.filter(({ from, until = '9' }) => from <= effectiveDate && effectiveDate < until)
		.filter(({ citation }) => citation.section.split(', ').some((section) => isAt(section, provision)))
		.map(({ text, citation }) => `${text} (${citation.section})`);
}
