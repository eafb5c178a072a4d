// A provision explained.
import { longDate } from '../case/dates.ts';
import { type Rule, rulesOf } from '../law/rules.ts';
import type { Law } from '../law/schema.ts';
import { screenWidth, wrap } from './words.ts';

/** A conformance case, and the provisions that its calculation rests on. */
export interface TestedCase {
	name: string;
	citation: string;
	provisions: string[];
}

/** A provision explained: the rule, its versions, what is unsettled about it, and the cases that test it. */
export interface Explanation {
	provision: string;
	/** The rule behind it in our words, where there is more to say. */
	words: string[];
	rules: Rule[];
	history: { effectiveDate: string; authority: string; says: string }[];
	unsettled: string[];
	cases: TestedCase[];
}

/** Every provision that the tables hold, once. */
export const provisionsHeld = (law: Law): string[] => [
	...new Set(rulesOf(law).flatMap((versions) => versions.map(({ provision }) => provision))),
];

/**
 * A provision as an edition has it. Undefined where no version of any table holds it; without rules where the edition
 * does not have it.
 */
export function explanationOf(
	provision: string,
	effectiveDate: string,
	law: Law,
	cases: readonly TestedCase[],
): Explanation | undefined {
	const tables = rulesOf(law).filter((rules) => rules.some((rule) => isAt(rule.provision, provision)));
	if (tables.length === 0) return undefined;
	return {
		provision,
		words: wordsOf(provision, effectiveDate, law),
		rules: tables.flatMap((rules) => inForce(rules, effectiveDate).filter((rule) => isAt(rule.provision, provision))),
		history: tables.flatMap((rules) => historyOf(rules.filter((rule) => isAt(rule.provision, provision)))),
		unsettled: unsettledOf(provision, law),
		cases: cases.filter((one) => one.provisions.some((used) => isAt(used, provision))),
	};
}

/** Whether a provision is the one asked for, or stands below it: `§2L1.2(b)(2)(B)` below `§2L1.2(b)`. */
const isAt = (provision: string, asked: string): boolean =>
	provision === asked || (provision.startsWith(asked) && /^ ?[(,]/.test(provision.slice(asked.length)));

function inForce(rules: readonly Rule[], effectiveDate: string): Rule[] {
	const newest = rules.findLast((rule) => rule.effectiveDate <= effectiveDate)?.effectiveDate;
	return rules.filter((rule) => rule.effectiveDate === newest);
}

/** One line for each version that says something else than the one before it. */
function historyOf(rules: readonly Rule[]): Explanation['history'] {
	const dates = [...new Set(rules.map((rule) => rule.effectiveDate))];
	let before = { says: '', rows: '[]' };
	return dates.flatMap((effectiveDate) => {
		const version = rules.filter((rule) => rule.effectiveDate === effectiveDate);
		const now = {
			says: version.map(sentenceOf).filter(Boolean).join('; '),
			rows: JSON.stringify(version.flatMap((rule) => rule.rows)),
		};
		const isTableOther = now.rows !== before.rows;
		if (now.says === before.says && !isTableOther) return [];
		const says = now.says === before.says ? tableChanged(before.rows) : now.says;
		before = now;
		return [{ effectiveDate, authority: [...new Set(version.map((rule) => rule.authority))].join('; '), says }];
	});
}

/** Of a table whose rows alone are new. */
const tableChanged = (rowsBefore: string): string => (rowsBefore === '[]' ? 'the table' : 'the table changed');

const sentenceOf = ({ description, values }: Rule): string =>
	[description ?? '', ...values.map(([name, value]) => `${name} ${value}`)].filter(Boolean).join(', ');

function wordsOf(provision: string, effectiveDate: string, law: Law): string[] {
	const { rows = [] } = law.tables.explanations.at(-1) ?? {};
	return rows
		.filter(({ from, until = '9' }) => from <= effectiveDate && effectiveDate < until)
		.filter(({ citation }) => citation.section.split(', ').some((section) => isAt(section, provision)))
		.map(({ text, citation }) => `${text} (${citation.section})`);
}

/** The unsettled questions that speak of the section. */
function unsettledOf(provision: string, law: Law): string[] {
	const section = /^§\d[A-Z]\d\.\d+/.exec(provision)?.[0] ?? provision;
	const { questions = [] } = law.tables['open-questions'].at(-1) ?? {};
	return questions
		.filter(({ question, citation }) => `${question} ${citation.authority}`.includes(section))
		.map(
			({ question, reading, otherReading, citation }) =>
				`${question} ${reading}, or ${otherReading} (${citation.authority})`,
		);
}

/** The explanation as text for the screen. */
export function explanationText(
	{ provision, words, rules, history, unsettled, cases }: Explanation,
	effectiveDate: string,
): string {
	const most = 10;
	return [
		provision.startsWith('§')
			? `${provision} in the Guidelines Manual of ${longDate(effectiveDate)}`
			: `${provision}, beside the Guidelines Manual of ${longDate(effectiveDate)}`,
		...(rules.length === 0 ? ['  not in this edition'] : rules.flatMap(ruleLines)),
		...(words.length === 0 ? [] : ['', ...words.flatMap(item)]),
		'',
		'History',
		...history.flatMap(({ effectiveDate: since, authority, says }) =>
			item(`${longDate(since)} (${authority}): ${says}`),
		),
		...(unsettled.length === 0 ? [] : ['', 'Unsettled questions', ...unsettled.flatMap(item)]),
		'',
		cases.length === 0
			? 'No conformance case tests it'
			: `Tested by ${cases.length} conformance ${cases.length === 1 ? 'case' : 'cases'}`,
		...cases.slice(0, most).flatMap(({ name, citation }) => item(`${name} (${citation})`)),
		...(cases.length > most ? [`  and ${cases.length - most} more`] : []),
	].join('\n');
}

function ruleLines({ provision, description, values, section, authority }: Rule): string[] {
	return [
		...item(`${provision}${description === undefined ? '' : `: ${description}`}`),
		...values.flatMap(([name, value]) => item(`  ${name}: ${value}`)),
		...item(`  ${section}, ${authority}`),
	];
}

const item = (text: string): string[] =>
	wrap(text.trimStart(), screenWidth - 6).map(
		(line, index) => (index === 0 ? (text.startsWith(' ') ? '    ' : '  ') : '      ') + line,
	);
