/** What sentence of a warning tells the reader to do. */
const remedy =
	/(^|[.?:] )(Answer|Ask|Be ready|Check|Compare|Correct|Find out|Give|Leave|Look|Mark|Measure|Name|Propose|Read|Say|Since that decision)\b/;

/** The words that a warning has at the most; some list several counts, decisions, dates of a policy, or the results of a reduction. */
const mostWords = 95;
const mostWordsOf: Record<string, number> = {
	'armed-career-criminal': 150,
	'armed-career-category': 100,
	'aggravated-felony-by-revocation': 100,
	'fast-track-not-illegal-reentry': 155,
	'fast-track-policy': 110,
	'minimum-after-assistance': 175,
	'one-book-undecided': 125,
	'release-after-term': 105,
	'range-displaced-by-minimum': 120,
	'revocation-after-removal': 110,
	'second-or-subsequent-count': 125,
	'statute-unverified': 140,
	'revoked-after-supervision': 100,
	'status-after-sentence': 110,
	'status-against-dates': 105,
};

/** What keeps the message of a warning from being one that a lawyer reads; empty where nothing does. */
export function faultsIn(code: string, message: string): string[] {
	const found: [boolean, string][] = [
		[/\b[a-z]+[A-Z]\w*/.test(message), 'the key of a case document'],
		[/(^|\s)\/\w/.test(message), 'a path into a case document'],
		[/[`{}[\]]|\bundefined\b|\bNaN\b/.test(message), 'a mark of code'],
		[!/^["§A-Z0-9]/.test(message), 'no capital at the beginning'],
		[!/[^.]\.$/.test(message), 'no period at the end'],
		[/ {2}|\.\. |;\. |: \./.test(message), 'marks that do not belong together'],
		[!remedy.test(message), 'nothing to do'],
		[message.split(/\s+/).length > (mostWordsOf[code] ?? mostWords), 'too many words'],
	];
	return found.flatMap(([is, fault]) => (is ? [`${fault}: ${message}`] : []));
}
