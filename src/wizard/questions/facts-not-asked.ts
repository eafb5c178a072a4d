// Facts that are not asked, because no answer changes the result.
import { kindsUsed } from '../../calculation/criminal-history/kinds-of-label.ts';
import { firstDayOf } from '../../case/dates.ts';
import { offenseDayOf } from '../../case/offense-day.ts';
import { editionOn, manualInForceOn, provisionsOf } from '../../law/editions.ts';
import { rowsOf, timedIn } from '../../law/guidelines.ts';
import type { Provisions } from '../../law/schema.ts';
import { schemaAt } from './field-schema.ts';
import type { CaseSoFar, Context } from './question.ts';

/** The case as it is, and in the edition of the offense date, which §1B1.11 weighs without asking. */
export function documentsToWeigh({ known, law }: Pick<Context, 'known' | 'law'>): CaseSoFar[] {
	const { offenseDate: _, sentencingDate, underOffenseDateManual: __, ...rest } = known;
	const offense = offenseDayOf(known);
	const offenseDay = offense && firstDayOf(offense);
	if (offenseDay === undefined || sentencingDate === undefined || known.edition !== undefined) return [known];
	if (manualInForceOn(law, offenseDay) === undefined) return [known];
	return [known, { ...rest, edition: editionOn(law, offenseDay, '', '').effectiveDate }];
}

/** One line that names the facts which no rule of the edition turns on, or of both editions that are weighed; empty where there are none. */
export function factsNotAsked(context: Context): string {
	const { provisions, law, known } = context;
	const other = documentsToWeigh(context)[1]?.edition;
	const books = other === undefined ? [provisions] : [provisions, provisionsOf(law, other)];
	const left = factNames.filter(({ turns }) => !books.some((book) => turns(book, known)));
	const used = new Set(books.flatMap((book) => [...kindsUsed(known, book)]));
	const isCareer = known.careerOffender !== undefined;
	const kinds = (isCareer ? [] : (schemaAt(['priors', 0, 'kinds']).items?.enum ?? [])).filter(
		(kind) => !used.has(kind),
	);
	const ofKinds = used.size === 0 ? 'kinds of conviction' : `the kinds ${kinds.join(', ').replaceAll('-', ' ')}`;
	const names = [...left.map(({ name }) => name), ...(kinds.length === 0 ? [] : [ofKinds])];
	return names.length === 0
		? ''
		: `Not asked, since no rule of ${books.length > 1 ? 'either' : 'this'} edition turns on them: ${names.join('; ')}.`;
}

/** Facts by what they are called, and whether a rule of an edition turns on them: of Chapter Four, and of a guideline that counts priors. */
const factNames: readonly { name: string; turns: (book: Provisions, known: CaseSoFar) => boolean }[] = [
	{ name: 'days of removal', turns: (book, known) => /deported|removal/.test(clocksOf(book, known)) },
	{ name: 'removal orders', turns: (book, known) => /order|remained/.test(clocksOf(book, known)) },
	{
		name: 'arrests for earlier offenses',
		turns: (book) => book['4A1.2'].multipleSentences.interveningArrestSeparates,
	},
];

/** What the rules of the guideline count from, by the names that the tables give it: `deported-or-remained-after counted-before-removal`. */
function clocksOf(book: Provisions, known: CaseSoFar): string {
	const guideline = book.guideline(known.guideline);
	if (!guideline?.priors) return '';
	const { sentenceImposed } = guideline.priors;
	const timings = rowsOf(guideline).flatMap((row) => timedIn(row).map(({ timing }) => timing));
	return [...timings, sentenceImposed?.revocations, sentenceImposed?.otherReading].join(' ');
}
