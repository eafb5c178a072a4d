// The offense as people type it: a section, a name or a statute.
import { InputError, shown } from '../../case/errors.ts';
import { nearest } from '../../case/nearest.ts';
import { citedAs, readCount } from '../../case/statute-names.ts';
import { sectionsIn } from '../../law/guidelines.ts';
import { guidelinesFor, guidelineText, namedOnly, nameOfGuideline, titlesOf } from './appendix-a.ts';
import { rowsNamed } from './count-rows.ts';
import type { Context, Value } from './question.ts';
import type { NamedOffense } from './statute-answer.ts';

/** A section of Chapter Two, the name of a guideline that is not held, or a statute. Throws InputError where it is none. */
export function readOffense(text: string, context: Context): Value {
	const section = sectionIn(text);
	if (section !== undefined) return section;
	const named = guidelineNamed(text, context);
	if (named !== undefined) return named;
	const count = readCount(text);
	if (count === undefined || count.penalties !== undefined) throw notUnderstood(text, context);
	const sections = titled(count.sections, text, context);
	if (sections.length > 1 && rowsNamed(sections, context.provisions).ids.length === 0) throw moreThanOne(text);
	const unknown = sections.find((one) => !isKnown(one, context));
	if (unknown !== undefined) throw notHeld(unknown);
	return { statute: sections.join(','), ...(count.circumstance && { circumstance: count.circumstance }) };
}

const moreThanOne = (text: string): InputError =>
	new InputError(
		'several',
		'/guideline',
		`${shown(text)} names more than one offense`,
		'type the statute of one count',
	);

const isKnown = (section: string, context: Context): boolean =>
	guidelinesFor(section, context).sections.length > 0 || rowsNamed([section], context.provisions).ids.length > 0;

/** A guideline that is not held, by one of its names, or by what only one of them begins with or holds as a word. */
function guidelineNamed(text: string, context: Context): string | undefined {
	const wanted = text.trim().toLowerCase();
	const all = namedOnly(context);
	const with_ = (is: (name: string) => boolean): string[] =>
		all.filter(({ names }) => names.some((name) => is(name.toLowerCase()))).map(({ section }) => section);
	const exact = with_((name) => name === wanted);
	if (exact.length > 0) return exact[0];
	if (!/[a-z]{4}/.test(wanted)) return undefined;
	const found = with_((name) => ` ${name}`.includes(` ${wanted}`));
	if (found.length < 2) return found[0];
	const listed = found.map((section) => guidelineText(section, context)).join('; ');
	throw new InputError('several', '/guideline', `${shown(text)} can mean ${listed}`, 'type its section');
}

/** Sections with their titles; one that is named without has that of the only title that holds it, or of the section before. */
function titled(sections: readonly string[], text: string, context: Context): string[] {
	return sections.map((section) => {
		if (!section.startsWith(':')) return section;
		const number = section.slice(1).replace(/\(.*/, '');
		const titles = titlesOf(number, context);
		if (titles.length === 1) return `${titles[0]}${section}`;
		const which = titles.map((title) => citedAs(`${title}${section}`)).join(' and ');
		if (titles.length > 1)
			throw new InputError('several', '/guideline', `${shown(text)} can mean ${which}`, 'type it with its title');
		throw notHeld(section);
	});
}

const remedy =
	'type the section of its guideline, such as 2B1.1 (Appendix A of the Manual lists it), or choose "another offense"';

const notHeld = (section: string): InputError =>
	new InputError(
		'no-such-statute',
		'/guideline',
		`${section.startsWith(':') ? `§ ${section.slice(1)}` : citedAs(section)} is not among the statutes held`,
		remedy,
	);

function notUnderstood(text: string, context: Context): InputError {
	const { law, editionDate, provisions } = context;
	const held = sectionsIn(law, editionDate).flatMap((section) => provisions.guideline(section)?.alsoCalled ?? []);
	const names = [...held, ...namedOnly(context).flatMap((one) => one.names)];
	const meant = nearest(text, names);
	const problem = `${shown(text)} is not an offense known here`;
	return new InputError(
		'no-such-offense',
		'/guideline',
		problem,
		meant === undefined ? remedy : `did you mean ${meant}?`,
	);
}

/** The section of Chapter Two that a text is: `§ 2k2.1` is `2K2.1`. */
export const sectionIn = (text: string): string | undefined =>
	/^(?:u\.?s\.?s\.?g\.?)? *§? *(2[a-z]\d+\.\d+)$/i.exec(text.trim())?.[1]?.toUpperCase();

/** That a guideline is not held, and what to bring. */
export const notHeldText = (section: string, context: Context): string =>
	context.provisions.guideline(section)
		? `${guidelineText(section, context)} takes the level of another guideline. Its base offense level and its specific offense characteristics are asked next; ussg calc --guideline ${section} works them out from the facts`
		: `§${section}${nameOfGuideline(section, context) === '' ? '' : ` (${nameOfGuideline(section, context)})`} is not held. Take its base offense level and its specific offense characteristics from the PSR: both are asked next`;

/** The guidelines of an offense that was named by its statute: of an attempt or a conspiracy with its object, those of the object. */
export function referredOf({ sections }: NamedOffense, context: Context) {
	return guidelinesFor(sections.at(-1) as string, context);
}
