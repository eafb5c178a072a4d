// Editions, and the version of each provision in force in one.
import { isDate, longDate } from '../case/dates.ts';
import { InputError, notPossible, shown } from '../case/errors.ts';
import type { ChosenEdition } from '../result/result.ts';
import type { Guideline } from './guideline-schema.ts';
import { guidelineIn } from './guidelines.ts';
import type { Edition, Law, Provisions, TableName, Tables } from './schema.ts';

const newestNotAfter = <T extends { effectiveDate: string }>(versions: readonly T[], date: string): T | undefined =>
	versions.findLast((version) => version.effectiveDate <= date);

/**
 * The edition in force on a day (§1B1.11(a)). After an edition that could not be verified took effect, the last
 * verified one stands in for it, and `verified` says so. Throws InputError for days before the first Manual.
 */
export function editionOn(law: Law, day: string, reason: string, path: string): ChosenEdition {
	const inForce = newestNotAfter(law.editions.editions, day);
	const used = law.editions.editions.findLast((edition) => edition.verified && edition.effectiveDate <= day);
	if (!inForce || !used) {
		const first = law.editions.editions[0] as Edition;
		throw new InputError(
			'before-guidelines',
			path,
			`${shown(day)} is before the first Guidelines Manual, which took effect on ${longDate(first.effectiveDate)}. No guideline range exists for that date`,
		);
	}
	const verified = inForce === used;
	const standsIn = `used instead of the one ${reason}, which was not verified`;
	return { effectiveDate: used.effectiveDate, verified, reason: verified ? reason : standsIn };
}

/** The day on which the Manual in force on a day took effect, whether or not its text was verified; undefined before the first. */
export const manualInForceOn = (law: Law, day: string): string | undefined =>
	newestNotAfter(law.editions.editions, day)?.effectiveDate;

/**
 * Whether a Manual that is not known here may have taken effect after a day and by another one: amendments take effect once
 * a year, on the day by which editions are named, and none is known after the last edition.
 */
export function mayBeAmended(law: Law, after: string, by: string): boolean {
	const known = law.editions.editions.at(-1)?.effectiveDate ?? '';
	const from = after > known ? after : known;
	const { monthAndDay } = law.editions.yearNames;
	const [year] = from.split('-');
	const next = `${year}-${monthAndDay}`;
	return by >= (from < next ? next : `${Number(year) + 1}-${monthAndDay}`);
}

/** The day that the name of an edition stands for: a year means the law in force on one day of it. */
export const dayNamed = (law: Law, name: string): string =>
	/^\d{4}$/.test(name) ? `${name}-${law.editions.yearNames.monthAndDay}` : name;

/**
 * The edition a case names: by its effective date, or by a year, which means the law in force on one day of it.
 * Throws InputError where no edition took effect on the date, or the name is neither.
 */
export function editionNamed(law: Law, name: string, path = '/edition'): ChosenEdition {
	const known = namedEditions.get(law) ?? new Map<string, ChosenEdition>();
	namedEditions.set(law, known);
	const edition = known.get(name) ?? findNamed(law, name, path);
	known.set(name, edition);
	return { ...edition };
}

/** Many cases name few editions. Names that are none are not kept, so it stays as small as the law. */
const namedEditions = new WeakMap<Law, Map<string, ChosenEdition>>();

function findNamed(law: Law, name: string, path: string): ChosenEdition {
	const year = /^\d{4}$/.exec(name)?.[0];
	if (year === undefined && !isDate(name)) {
		const remedy = 'give a year ("2012") or an effective date ("2012-11-01")';
		throw notPossible(path, name, remedy);
	}
	const { monthAndDay } = law.editions.yearNames;
	const day = dayNamed(law, name);
	const exact = law.editions.editions.some((edition) => edition.effectiveDate === day);
	const chosen = editionOn(law, day, exact ? 'named in the case' : `in force on ${longDate(day)}`, path);
	if (!exact && !day.endsWith(monthAndDay)) {
		throw new InputError(
			'no-such-edition',
			path,
			`no edition took effect on ${shown(name)}. Use ${shown(chosen.effectiveDate)}, the edition in force that day (ussg editions lists all)`,
		);
	}
	return chosen;
}

/** The editions whose text was verified, oldest first. */
export function verifiedEditions(law: Law): Edition[] {
	return law.editions.editions.filter((edition) => edition.verified);
}

/** The law does not change: what is found in it by a date is found once. */
function remembered<T>(find: (law: Law, date: string) => T): (law: Law, date: string) => T {
	const found = new WeakMap<Law, Map<string, T>>();
	return (law, date) => {
		const known = found.get(law) ?? new Map<string, T>();
		if (!known.has(date)) {
			found.set(law, known);
			known.set(date, find(law, date));
		}
		return known.get(date) as T;
	};
}

/** The day on which the next verified edition took effect; undefined for the last one. */
export const nextEdition = remembered<string | undefined>(
	(law, effectiveDate) => verifiedEditions(law).find((edition) => edition.effectiveDate > effectiveDate)?.effectiveDate,
);

/** The version of each provision in an edition: the newest that is not after it. */
export const provisionsOf = remembered((law, effectiveDate) => {
	const known = new Map<string, Guideline | undefined>();
	const guideline = (section: string | undefined): Guideline | undefined => {
		if (section === undefined) return undefined;
		if (!known.has(section)) known.set(section, guidelineIn(law, section, effectiveDate));
		return known.get(section);
	};
	return Object.defineProperty(selectProvisions(law.tables, effectiveDate), 'guideline', { value: guideline });
});

/** Each is looked up when it is asked for, so that a table that nobody asks for stays unread. */
function selectProvisions(tables: Tables, effectiveDate: string): Provisions {
	const provisions = {};
	for (const name of Object.keys(tables) as TableName[]) {
		const hold = (value: unknown): unknown => {
			Object.defineProperty(provisions, name, { value, enumerable: true });
			return value;
		};
		const get = () => hold(newestNotAfter<{ effectiveDate: string }>(tables[name], effectiveDate));
		Object.defineProperty(provisions, name, { get, enumerable: true, configurable: true });
	}
	return provisions as Provisions;
}
