// The kinds of conviction that the label of a prior suggests.
import { disagreement, shown } from '../../case/errors.ts';
import type { CaseDocument, GivenPrior } from '../../case/schema.ts';
import { rowsOf, timedIn } from '../../law/guidelines.ts';
import type { Provisions } from '../../law/schema.ts';
import type { Readings } from '../steps/readings.ts';

type Labels = Provisions['prior-labels'];
type Kind = NonNullable<GivenPrior['kinds']>[number];

/** A kind of which a label speaks, with the statute that it names where that is the kind by definition. */
interface Suggested {
	kind: Kind;
	orKinds: readonly string[];
	byDefinition?: { statute: string; section: string } | undefined;
}

/**
 * The case as the kinds of its priors are read: those given, or with those of which the labels speak. Which of them is
 * right is an unsettled question; no kinds beside a statute that is one by definition are rejected.
 * Throws InputError naming the label and the statute.
 */
export function withKindsRead(document: CaseDocument, provisions: Provisions, readings: Readings): CaseDocument {
	if (document.priors?.every(({ label, kinds }) => label === undefined || kinds === undefined) ?? true) return document;
	const used = kindsUsed(document, provisions);
	const priors = document.priors?.map((prior, index) => {
		const lacking = kindsLacking(prior, provisions['prior-labels']).filter(({ kind }) => used.has(kind));
		if (lacking.length === 0) return prior;
		refuseNoKind(prior, lacking, index);
		const kinds = lacking.map(({ kind }) => kind);
		const about = `${prior.id ?? index + 1} (${kinds.join(', ').replaceAll('-', ' ')})`;
		return readings.other('kinds-of-label', about) ? { ...prior, kinds: [...(prior.kinds ?? []), ...kinds] } : prior;
	});
	return { ...document, ...(priors ? { priors } : {}) };
}

function refuseNoKind({ label, kinds }: GivenPrior, lacking: readonly Suggested[], index: number): void {
	const named = lacking.find(({ byDefinition }) => byDefinition !== undefined);
	if (named?.byDefinition === undefined || kinds?.length !== 0) return;
	const { statute, section } = named.byDefinition;
	throw disagreement(
		`/priors/${index}/kinds`,
		`no kind is given, but the label ${shown(label)} names ${statute}, and such a conviction is ${shown(named.kind)} by definition (${section})`,
		'Give the kind, or correct the label',
	);
}

/** The kinds of which a label speaks and that the case does not give; each once. */
function kindsLacking({ label = '', kinds = [] }: GivenPrior, labels: Labels): Suggested[] {
	const given: readonly string[] = kinds;
	const lacking = suggestedBy(label, labels).filter(
		({ kind, orKinds }) => ![kind, ...orKinds].some((each) => given.includes(each)),
	);
	return lacking.filter(({ kind }, index) => lacking.findIndex((each) => each.kind === kind) === index);
}

/** The kinds of which a label speaks, by the statutes that it names and by its words; those by definition first. */
export function suggestedBy(label: string, { statutes, words }: Labels): Suggested[] {
	const text = ` ${label.toLowerCase().replace(/[^a-z0-9]+/g, ' ')} `;
	const cited = citedIn(label);
	const byStatute = statutes
		.filter((row) => cited.some((each) => isOf(each, row)))
		.map(({ title, section, kind, orKinds = [], byDefinition, citation }): Suggested => {
			const definition = byDefinition && { statute: `${title} U.S.C. § ${section}`, section: citation.section };
			return { kind: kind as Kind, orKinds, byDefinition: definition };
		});
	const byWords = words
		.filter((row) =>
			row.words.every((any) =>
				any.some((word) => text.includes(` ${word.replace('*', '')}${word.endsWith('*') ? '' : ' '}`)),
			),
		)
		.map(({ kind, orKinds = [] }): Suggested => ({ kind: kind as Kind, orKinds }));
	return [...byStatute, ...byWords].sort(
		(a, b) => Number(b.byDefinition !== undefined) - Number(a.byDefinition !== undefined),
	);
}

/** A section of the Code that a label names: `1326(b)(2)` of title 8. */
interface Cited {
	title: string;
	section: string;
}

/** `8 U.S.C. § 1326(b)(2)`, `8 USC 1326`, `8:1326`, `8 U.S.C. §§ 1325, 1326` and `Title 8, Section 1326` name 8 U.S.C. § 1326. */
function citedIn(label: string): Cited[] {
	const words = label
		.toLowerCase()
		.replaceAll('.', '')
		.replace(/\s+/g, ' ')
		.replace(/\b(?:united states code|u ?s ?c(?: ?a)?)\b|:/g, ' usc ')
		.replace(/§|\bsec(?:tion|t)?s?\b/g, ' ')
		.replaceAll(' (', '(')
		.split(/[\s,&]+|\band\b/)
		.filter(Boolean);
	const cited: Cited[] = [];
	let title: string | undefined;
	for (const [index, word] of words.entries()) {
		const next = words[index + 1];
		const isTitle = /^\d{1,2}$/.test(word) && (next === 'usc' || words[index - 1] === 'title');
		if (isTitle) title = word;
		else if (/^\d+[a-z]?(?:\([a-z0-9]+\))*$/.test(word) && title !== undefined) cited.push({ title, section: word });
		else if (word !== 'usc') title = undefined;
	}
	return cited;
}

/** A section with whatever follows it; or one subsection and no other. */
function isOf({ title, section }: Cited, row: Labels['statutes'][number]): boolean {
	const wanted = row.section.toLowerCase();
	if (title !== String(row.title)) return false;
	return wanted.endsWith(')') ? section.startsWith(wanted) : /^\d+[a-z]?/.exec(section)?.[0] === wanted;
}

/** The kinds of conviction that a rule of the edition tells apart in the case. */
export function kindsUsed(
	document: Pick<CaseDocument, 'guideline' | 'careerOffender'>,
	provisions: Provisions,
): Set<string> {
	const {
		'4A1.1': { crimesOfViolence },
		'4B1.1': { predicates },
	} = provisions;
	const guideline = provisions.guideline(document.guideline);
	const timed = guideline ? rowsOf(guideline).flatMap(timedIn) : [];
	const convictions = timed.flatMap((each) => each.convictions ?? []);
	return new Set([
		...convictions.flatMap(({ kinds = [], notKinds = [] }) => [...kinds, ...notKinds]),
		...(crimesOfViolence.inForce ? crimesOfViolence.kinds : []),
		...(document.careerOffender === undefined ? [] : predicates.kinds),
	]);
}
