// When a provision was in the law.
import type { RuleInWords } from '../../law/words-schema.ts';
import type { RulesOfTable } from './history.ts';

/** From one day until another, which is no longer in it. */
export interface Period {
	from: string;
	until?: string | undefined;
}

/** What a provision said, in our own words, for the days that are given where an edition does not have it throughout. */
export interface SpanInForce extends Period {
	provision: string;
	text: string;
	section: string;
	authority: string;
}

/** What a rule in words says during an edition. */
export function spansIn({ provision, spans }: RuleInWords, during: Period): SpanInForce[] {
	return spans.flatMap(({ from, text, citation }, at) => {
		const until = spans[at + 1]?.from;
		const { section, authority } = citation;
		const overlaps =
			(until === undefined || until > during.from) && (during.until === undefined || from < during.until);
		return text === undefined || !overlaps ? [] : [{ provision, text, section, authority, from, until }];
	});
}

/** The periods in which rows and tables have something to say, those that meet as one. */
export function periodsOf(rows: readonly RuleInWords[], tables: readonly RulesOfTable[]): Period[] {
	const ofRows = rows.flatMap(({ spans }) =>
		spans.flatMap(({ from, text }, at): Period[] => (text === undefined ? [] : [{ from, until: spans[at + 1]?.from }])),
	);
	const ofTables = tables.flatMap(({ rules, versions }) =>
		versions.flatMap(({ effectiveDate: from }, at): Period[] =>
			rules.some(({ effectiveDate }) => effectiveDate === from)
				? [{ from, until: versions[at + 1]?.effectiveDate }]
				: [],
		),
	);
	const sorted = [...ofRows, ...ofTables].sort((one, other) => (one.from < other.from ? -1 : 1));
	const periods: Period[] = [];
	for (const { from, until } of sorted) {
		const last = periods.at(-1);
		if (last === undefined || (last.until !== undefined && last.until < from)) periods.push({ from, until });
		else if (last.until !== undefined && (until === undefined || until > last.until)) last.until = until;
	}
	return periods;
}
