// The unsettled questions about a provision.
import { isAt } from '../../law/provision-names.ts';
import type { Law } from '../../law/schema.ts';

/** The unsettled questions that are asked in the edition and name the provision, one above it, or one below it. */
export function unsettledOf(provision: string, effectiveDate: string, law: Law): string[] {
	const { questions = [] } = law.tables['open-questions'].at(-1) ?? {};
	const inEdition = questions.filter(
		({ from = '', asked = {} }) => from <= effectiveDate && isAsked(asked, effectiveDate),
	);
	return inEdition
		.filter(({ code }, at) => !inEdition.slice(at + 1).some((later) => later.code === code))
		.filter(({ question, citation }) =>
			namedIn(`${question} ${citation.authority}`).some((name) => isAt(name, provision) || isAt(provision, name)),
		)
		.map(
			({ question, reading, otherReading, citation }) =>
				`${question} The program's reading: ${reading}. The other reading: ${otherReading}. (${citation.authority})`,
		);
}

const isAsked = (
	{ from = '', before }: { from?: string | undefined; before?: string | undefined },
	date: string,
): boolean => from <= date && (before === undefined || date < before);

/** The provisions that a text names. */
const namedIn = (text: string): string[] => [
	...[...text.matchAll(/\d[A-Z]\d\.\d+(?:\([^()]+\))*/g)].map(([name]) => `§${name}`),
	...[...text.matchAll(/\d+ U\.S\.C\. § \d+[A-Za-z]*(?:\([^()]+\))*/g)].map(([name]) => name),
];
