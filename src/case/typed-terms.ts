// Terms of imprisonment as people type them.
import { compareDurations, type Duration, durationPattern, parseDuration } from './durations.ts';
import { countIn } from './typed-values.ts';

/**
 * `13 mo.`, `2 yrs`, `a year and a day`, `twelve months & one day`; of a span such as `18-24 months` or `8 months to 5 years`
 * its maximum (§4A1.2, comment. (n.2)). As it was where it is no term.
 */
export function readTerm(text: string): string {
	if (durationPattern.test(text)) return text;
	const plain = text
		.replace(/[\u2010-\u2015\u2212]/gu, '-')
		.trim()
		.toLowerCase();
	if (noTerm.test(plain)) return '0';
	const [, from, until] = span.exec(plain) ?? [];
	const term = (from && until && ofSpan(from, until)) ?? ofOne(plain);
	return durationPattern.test(term) ? term : text;
}

const noTerm = /^(?:none|no (?:imprisonment|time|custody)|zero)$/;

/** Two terms; of the first the unit may be left out. */
const span = /^(.*[\da-z.]) *(?: to |-)(?=[\da-z ]*[a-z]) *(.+)$/;

const units: [RegExp, string][] = [
	[/(?<=\d) *-? *(?:years?|yrs?\.?|y)(?![a-z])/g, ' years'],
	[/(?<=\d) *-? *(?:months?|mos?\.?|mths?\.?)(?![a-z])/g, ' months'],
	[/(?<=\d) *-? *(?:weeks?|wks?\.?)(?![a-z])/g, ' weeks'],
	[/(?<=\d) *-? *(?:days?|dys?\.?|d)(?![a-z])/g, ' days'],
];

const numbered = /\b([a-z]+(?:-[a-z]+)?)(?=[ -]+(?:year|yr|month|mo|week|wk|day)s?\b)/g;

function ofOne(text: string): string {
	const figures = text
		.replace(/^sentenced to |^imprisonment (?:of|for) | (?:in prison|imprisonment|custody)$/g, '')
		.replaceAll('&', 'and')
		.replace(numbered, (word) => (word === 'a' || word === 'an' ? '1' : String(countIn(word) ?? word)));
	const term = units.reduce((all, [unit, word]) => all.replace(unit, word), figures);
	return term.replace(/\b1 (year|month|week|day)s\b/g, '1 $1');
}

/** The longer end of a span, which must be the second. */
function ofSpan(from: string, until: string): string | undefined {
	const most = ofOne(until);
	const [unit = ''] = /(?:year|month|week|day)s?$/.exec(most) ?? [];
	const first = ofOne(from);
	const least = durationPattern.test(first) && first !== '0' ? first : ofOne(`${from} ${unit}`);
	const [low, high] = [least, most].map((term) => (durationPattern.test(term) ? parseDuration(term) : undefined));
	return isTerm(low) && isTerm(high) && compareDurations(low, high) < 0 ? most : undefined;
}

const isTerm = (term: Duration | undefined): term is Duration => term !== undefined;
