import { readFileSync } from 'node:fs';

/** A citation of a table: the section it names, on whose authority, and since when. */
interface Citation {
	section: string;
	authority: string;
	effectiveDate: string;
}

/** An amendment by the sources: when it took effect, and the sections that it names. */
interface Amendment {
	date: string;
	sections: readonly string[];
}

const lines = readFileSync(new URL('amendments.txt', import.meta.url), 'utf8').split('\n');
const amendments = new Map<number, Amendment>(
	lines.flatMap((line) => {
		const [number, date = '', , sections = ''] = line.split('\t');
		return line === '' || line.startsWith('#') ? [] : [[Number(number), { date, sections: sections.split(' ') }]];
	}),
);

/** Every citation of a table by its path. */
export function citationsOf(table: unknown, path = ''): [string, Citation][] {
	if (Array.isArray(table)) return table.flatMap((one, index) => citationsOf(one, `${path}/${index}`));
	if (typeof table !== 'object' || table === null) return [];
	return Object.entries(table).flatMap(([key, value]) => {
		const below = citationsOf(value, `${path}/${key}`);
		const isCitation = key === 'citation' && typeof value === 'object' && value !== null && 'section' in value;
		return isCitation ? [[`${path}/citation`, value as Citation] as [string, Citation], ...below] : below;
	});
}

/** The sections of the Manual that a text names: `4A1.2`. */
const sectionsIn = (text: string): string[] =>
	[...text.matchAll(/§+\s?(\d[A-Z]\d\.\d{1,2})/g)].map(([, one]) => one as string);

/** The amendments that an authority rests on; those that it mentions after a semicolon came later or elsewhere. */
function amendmentsIn(authority: string): number[] {
	const [first = ''] = authority.split(';');
	const found = /amends?\. ([\d, and]+)/.exec(first)?.[1] ?? '';
	return [...found.matchAll(/\d+/g)].map(([number]) => Number(number));
}

/** Words that say the cited text is older than the amendment through which it is known. */
const older = /struck|strikes|begins?\b|original|\bbefore\b/;

/** What in a citation the sources contradict; undefined where nothing does. */
export function faultOf({ section, authority, effectiveDate }: Citation): string | undefined {
	const numbers = amendmentsIn(authority);
	const named = numbers.map((number) => ({ number, ...amendments.get(number) }));
	const unknown = named.find(({ date }) => date === undefined);
	if (unknown)
		return `amendment ${unknown.number} is not in test/second-reading/amendments.txt: add its number, date, source and line, and sections`;
	const dates = named.map(({ date }) => date);
	if (numbers.length > 0 && !dates.includes(effectiveDate) && !older.test(authority)) {
		return `amendment ${numbers.join(', ')} took effect on ${dates.join(', ')}, not ${effectiveDate}`;
	}
	const cited = sectionsIn(section);
	const touched = named.flatMap(({ sections = [] }) => sections);
	if (numbers.length === 0 || cited.length === 0 || older.test(authority)) return undefined;
	return cited.some((one) => touched.includes(one))
		? undefined
		: `amendment ${numbers.join(', ')} does not name ${section}`;
}
