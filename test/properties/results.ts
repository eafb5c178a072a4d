import { bundledLaw } from '../../src/law/bundled.ts';
import { resultSchema } from '../../src/result/schema.ts';
import { warningCodes } from '../../src/result/warning-codes.ts';
import type { Draft } from '../random/random.ts';
import { none, type Property, same } from './property.ts';

/** Sections and statutes in a text: `§4A1.2`, `Ch. 5, Pt. A`, `18 U.S.C. § 3559`. */
const sections = /§\d[A-Z]\d\.\d{1,2}|Ch\. \d, Pt\. [A-Z]|\d+ U\.S\.C\. § \d+[A-Za-z]*/g;
const held = new Set(JSON.stringify([bundledLaw.tables, bundledLaw.guidelines]).match(sections));

/** A provision, or several: nothing stands in it but sections, their letters and numbers, and the commentary. */
const citation = new RegExp(
	`^(?:(?:${sections.source})?(?:–?\\([A-Za-z0-9]{1,4}\\))*(?:,? comment\\.)?(?:, Note \\([A-Z]\\))?(?: \\(n\\.\\d+(?:\\([A-Za-z0-9]+\\))*\\))?(?:[,;] | and )?)+$`,
);

/** The texts under the keys for provisions, at any depth. */
function provisionsIn(value: unknown, key = ''): string[] {
	if (typeof value === 'string') return /[pP]rovisions?$/.test(key) ? [value] : [];
	if (Array.isArray(value)) return value.flatMap((one) => provisionsIn(one, key));
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value).flatMap(([inner, one]) => provisionsIn(one, inner));
}

/** Provisions that the case itself names, in its own words. */
function ownWords({ adjustments = [], statutes = [], underOffenseDateManual = {} }: Draft): unknown[] {
	const ofEarlier = (underOffenseDateManual as Draft)['adjustments'] ?? [];
	const given = [adjustments, statutes, ofEarlier].flat() as Draft[];
	return given.flatMap((one) => [one?.['provision'], one?.['label']]);
}

const pointsOf = (result: { criminalHistory?: { priors: { points: number }[] } }): number =>
	(result.criminalHistory?.priors ?? []).reduce((sum, { points }) => sum + points, 0);

/** The category of so many points (§4A1.1; Ch. 5, Pt. A). */
function categoryOf(points: number): string {
	const most = [1, 3, 6, 9, 12];
	return ['I', 'II', 'III', 'IV', 'V', 'VI'][most.filter((one) => points > one).length] as string;
}

/** What holds of one answer beside its ranges. */
export const ofResults: readonly Property[] = [
	{
		name: 'the steps add up to the offense level, one after the other',
		check({ result: { steps, offenseLevel } }) {
			let level = 0;
			const wrong = steps.filter((step) => {
				level += step.levels;
				return level !== step.offenseLevel;
			});
			if (wrong.length > 0) return `after ${wrong[0]?.description}: ${wrong[0]?.offenseLevel}`;
			return level === offenseLevel.total && level >= 1 && level <= 43 ? true : `${level}, not ${offenseLevel.total}`;
		},
	},
	{
		name: 'a result is a document of its own schema',
		check({ whole }) {
			const { error } = resultSchema.safeParse(whole);
			return error === undefined || error.message;
		},
	},
	{
		name: 'each warning is listed, comes once and in order, and is a sentence',
		check({ whole: { warnings } }) {
			const at = warnings.map(({ code }) => warningCodes.indexOf(code));
			return none([
				...at.filter((one, index) => one <= (at[index - 1] ?? -1)).map((one) => `order of ${warningCodes[one]}`),
				...warnings.filter(({ message }) => !/^[A-Z§"\d].*[.?]$/s.test(message)).map(({ message }) => message),
			]);
		},
	},
	{
		name: 'every provision cited is a citation of law that is held',
		check({ draft, whole }) {
			const given = ownWords(draft).filter((one) => typeof one === 'string');
			const cited = provisionsIn(whole).map((one) => given.reduce((rest, own) => rest.replaceAll(own, '§5G1.2'), one));
			const wrong = cited.filter((one) => {
				const found = one.match(sections) ?? [];
				return found.length === 0 || !citation.test(one) || found.some((section) => !held.has(section));
			});
			return none([...new Set(wrong)].map((one) => `"${one}"`));
		},
	},
	{
		name: 'the points make the category, where nothing but the priors decides on it',
		check({ draft, result }) {
			const { criminalHistory, criminalHistoryCategory: category } = result;
			const points = criminalHistory?.points ?? draft['criminalHistoryPoints'];
			if (typeof points !== 'number') return undefined;
			const own = categoryOf(points);
			if (criminalHistory && own !== criminalHistory.category) return `${points} points: ${criminalHistory.category}`;
			// Chapter Four, Part B, and §3A1.4(b) may put a higher one in its place.
			const order = ['I', 'II', 'III', 'IV', 'V', 'VI'];
			return order.indexOf(category) >= order.indexOf(own) || `${own} became ${category}`;
		},
	},
	{
		name: 'the points of the priors and of status add up to the points of the record',
		ofRecord: true,
		check({ result }) {
			const { criminalHistory } = result;
			if (criminalHistory === undefined) return undefined;
			const { points, status, recency } = criminalHistory;
			return same(String(pointsOf(result) + status.points + (recency?.points ?? 0)), String(points));
		},
	},
];
