import type { Draft, Random } from '../random/random.ts';

/** Values of the case document as people write them, by key. */

const months = 'Jan. Feb. March April May June July Aug. Sept. Oct. Nov. Dec.'.split(' ');
const dateKeys = /^(?:\w+Date|\w+On|conduct(?:From|To)|removals|removalOrders|earlierReleases)$/;
const monthKeys = /Months$/;
const termKeys = /^(?:sentence|suspended|term)$/;

function day(iso: string, random: Random): string {
	const [year, month, date] = iso.split('-').map(Number) as [number, number, number];
	return random.pick([
		`${month}/${date}/${year}`,
		`${months[month - 1]} ${date}, ${year}`,
		`${date} ${months[month - 1]} ${year}`,
		` ${iso}\u00a0`,
		iso.replaceAll('-', '\u2011'),
	]);
}

function term(count: number, random: Random): unknown {
	const inYears = count > 0 && count % 12 === 0 && count < 12_000 ? [`${count / 12}y`, `${count / 12} years`] : [];
	return random.pick([String(count), `${count} months`, `${count}.0`, `\u00a0${count} mo.`, ...inYears]);
}

const whole = (count: number, random: Random): string =>
	count < 0 ? `\u2212${-count}` : random.pick([String(count), `+${count}`, ` ${count}.0`]);

/** `(b)(1)(A)`, `§2L1.2(b)(1)(A)`, `(B)(1)(a)`. */
const provision = (id: string, random: Random): string =>
	random.pick([id.toLowerCase(), id.toUpperCase(), ` ${id} `, id.replaceAll('(', ' (').trim()]);

const text: Record<string, (value: string, random: Random) => string> = {
	guideline: (section, random) => random.pick([`§${section}`, `§ ${section.toLowerCase()}`, `USSG §\u00a0${section}`]),
	enhancements: provision,
	base: provision,
	chapterThree: (id, random) => provision(random.pick([id, id.slice(1)]), random),
	acceptance: (word) => word.toUpperCase(),
	criminalHistoryCategory: (word) => ` ${word.toLowerCase()}`,
	statutoryMinimumRelief: (word) => word.replace('-', '\u2013').toUpperCase(),
	grade: (word) => `${word[0]?.toUpperCase()}${word.slice(1)}`,
	offenseClass: (word) => word.toLowerCase(),
};

/** What is read as it stands, with everything in it. */
const untouched = new Set(['offense', 'drugs', 'statutes', 'id', 'caption', 'label', 'provision', 'otherGroups']);

/** The value as somebody may have written it. */
export function asWritten(value: unknown, random: Random, key = ''): unknown {
	if (untouched.has(key) || random.often(30)) return value;
	if (Array.isArray(value)) return value.map((one) => asWritten(one, random, key));
	if (typeof value === 'boolean') return random.pick(value ? ['yes', 'TRUE', 'y', 1] : ['no', 'False', 'N', 0]);
	if (typeof value === 'number') {
		if (monthKeys.test(key)) return term(value, random);
		return key === 'criminalHistoryCategory' || key === 'acceptance' ? value : whole(value, random);
	}
	if (typeof value === 'string') return textAsWritten(value, random, key);
	if (typeof value !== 'object' || value === null) return value;
	const entries = Object.entries(value as Draft).map(([inner, one]) => {
		const of = inner === 'id' && key === 'enhancements' ? 'enhancements' : inner;
		return [inner, of === 'id' ? one : asWritten(one, random, of)];
	});
	return Object.fromEntries(entries);
}

function textAsWritten(value: string, random: Random, key: string): string {
	if (/^\d{4}-\d\d-\d\d$/.test(value) && dateKeys.test(key)) return day(value, random);
	if (monthKeys.test(key) && value === 'life') return random.pick(['Life', ' LIFE']);
	if (termKeys.test(key) && /^\d+ (?:months|years)$/.test(value)) {
		return value.replace(' months', ' mos.').replace(' years', ' yrs');
	}
	return text[key]?.(value, random) ?? value;
}
