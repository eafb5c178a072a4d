// The explanation of a provision as text for the screen.
import { longDate } from '../../case/dates.ts';
import { screenWidth, wrap } from '../words.ts';
import type { Explanation } from './explanation.ts';
import type { Period, SpanInForce } from './in-force.ts';

const mostCases = 10;

/** The rule, its citation, its history, what is unsettled, and the cases that test it. */
export function explanationText(explanation: Explanation, effectiveDate: string): string {
	const { provision, words, history, unsettled, cases } = explanation;
	return [
		/^(§|Ch\.)/.test(provision)
			? `${provision} in the Guidelines Manual of ${longDate(effectiveDate)}`
			: `${provision}, while the Guidelines Manual of ${longDate(effectiveDate)} was in force`,
		...ruleLines(explanation),
		...(words.length === 0 || isSaid(explanation) ? [] : ['', ...words.flatMap(item)]),
		'',
		'History',
		...history.flatMap(({ effectiveDate: since, authority, says }) =>
			item(`${longDate(since)} (${authority}): ${says}`),
		),
		...(unsettled.length === 0 ? [] : ['', 'Unsettled questions', ...unsettled.flatMap(item)]),
		'',
		cases.length === 0
			? 'No conformance case tests this provision'
			: `Tested by ${cases.length} conformance ${cases.length === 1 ? 'case' : 'cases'}`,
		...cases.slice(0, mostCases).flatMap(({ name, citation }) => item(`${name} (${citation})`)),
		...(cases.length > mostCases ? [`  and ${cases.length - mostCases} more`] : []),
	].join('\n');
}

/** Whether the provision has words of its own. Then those of the questions of the wizard add nothing. */
const isSaid = ({ provision, inWords, inForce }: Explanation): boolean =>
	inForce !== undefined || inWords.some((span) => span.provision === provision);

function ruleLines({ provision, part, inWords, rules, parts, inForce }: Explanation): string[] {
	return [
		...(part === undefined ? [] : item(`${part} is explained under ${provision}:`)),
		...(inForce === undefined ? [] : item(`${absence(provision)} ${inForce.map(periodText).join(', and ')}`)),
		...inWords.flatMap((span) => spanLines(span, provision, inWords)),
		...rules.flatMap((rule) => [
			...item(rule.provision === provision ? rule.says : `${rule.provision}: ${rule.says}`),
			...item(`  ${rule.section}, ${rule.authority}`),
		]),
		...(parts.length === 0
			? []
			: item(`Explained separately: ${parts.map((one) => one.replaceAll(' ', '\u00a0')).join(', ')}`)),
	];
}

/** The number of a note can have stood for another note before. */
const absence = (provision: string): string =>
	provision.includes(', comment.') ? 'explained only as it was in force' : 'not in this edition: in force';

/** A statute can change while an edition is in force: then each text has its days. */
function spanLines(span: SpanInForce, provision: string, all: readonly SpanInForce[]): string[] {
	const name = span.provision === provision ? '' : `${span.provision}: `;
	const several = all.filter((other) => other.provision === span.provision).length > 1;
	const days = !several
		? ''
		: span.until === undefined || span !== all.find((other) => other.provision === span.provision)
			? `since ${longDate(span.from)}: `
			: `before ${longDate(span.until)}: `;
	return [...item(`${name}${days}${span.text}`), ...item(`  ${span.section}, ${span.authority}`)];
}

const periodText = ({ from, until }: Period): string =>
	`${until === undefined ? 'since' : 'from'} ${longDate(from)}${until === undefined ? '' : ` until ${longDate(until)}`}`;

const item = (text: string): string[] =>
	wrap(text.trimStart(), screenWidth - 6).map(
		(line, index) => (index === 0 ? (text.startsWith(' ') ? '    ' : '  ') : '      ') + line,
	);
