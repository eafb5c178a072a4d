// The case as it was given, in words.
import { isDate, longDate } from '../case/dates.ts';
import type { CaseDocument, GivenPrior } from '../case/schema.ts';
import { circumstanceOf, citedAs, readCount } from '../case/statute-names.ts';
import { keyInWords } from '../case/wording.ts';
import type { CriminalHistory } from '../result/result.ts';
import { className } from './after-range.ts';
import type { Grid } from './document.ts';
import type { Statement } from './statement.ts';
import { harmless, monthsText, signed } from './words.ts';

type Said = string | string[];

/** How a fact is called, and how its value is said. */
type Fact<T> = [label: string, say: (value: T) => Said];

const asWritten = (value: string | number): string => String(value);
const yesOrNo = (value: boolean): string => (value ? 'yes' : 'no');
const days = (dates: readonly string[]): string => (dates.length === 0 ? 'none' : dates.map(longDate).join('; '));
const listed = (values: readonly string[]): string => (values.length === 0 ? 'none' : values.join(', '));
const levelsText = (levels: number): string => `${levels} ${levels === 1 ? 'level' : 'levels'}`;

/** The answers under one key of the case, each on a line. */
function answers(given: object): Said {
	const lines = Object.entries(given).map(
		([key, value]) => `${keyInWords(key.replace(/Months$/, ''))}: ${said(key, value)}`,
	);
	return lines.length === 0 ? 'raised' : lines;
}

function said(key: string, value: string | number | boolean | readonly string[]): string {
	if (Array.isArray(value)) return listed(value);
	if (typeof value === 'boolean') return yesOrNo(value);
	if (key.endsWith('Months')) return monthsText(value as number);
	if (key === 'levels') return signed(value as number);
	return typeof value === 'string' ? (isDate(value) ? longDate(value) : value) : String(value);
}

const acceptanceText = (levels: NonNullable<CaseDocument['acceptance']>): string =>
	levels === 'full' ? 'full' : levelsText(levels);

/** What the case states of the Manual in force on the offense date, a line a key. */
function levelsStated(stated: NonNullable<CaseDocument['underOffenseDateManual']>): string[] {
	const { baseOffenseLevel, base, enhancements, adjustments, chapterThree, acceptance } = stated;
	const { criminalHistoryCategory: category, criminalHistoryPoints: points } = stated;
	return [
		...(base === undefined ? [] : [`base ${base}`]),
		...(baseOffenseLevel === undefined ? [] : [`base level ${baseOffenseLevel}`]),
		...(enhancements === undefined ? [] : [`enhancements: ${listed(enhancements.map(enhancementText))}`]),
		...(chapterThree === undefined ? [] : [`Chapter Three: ${listed(chapterThree)}`]),
		...(adjustments === undefined ? [] : [`adjustments: ${listed(adjustments.map(adjustmentText))}`]),
		...(acceptance === undefined ? [] : [`acceptance: ${acceptanceText(acceptance)}`]),
		...(category === undefined ? [] : [`category ${category}`]),
		...(points === undefined ? [] : [`history points: ${points}`]),
	];
}

/** A drug as it was entered, with its form and purity. */
function drugText({ quantity, substance, form, purity }: NonNullable<CaseDocument['drugs']>[number]): string {
	const about = [form, purity === undefined ? undefined : `purity ${purity}`].filter((one) => one !== undefined);
	return `${quantity} of ${substance}${about.length === 0 ? '' : ` (${about.join(', ')})`}`;
}

/** Every key of the case document but its priors, in the order in which the report says them. */
const facts: { [Key in Exclude<keyof CaseDocument, 'priors'>]-?: Fact<NonNullable<CaseDocument[Key]>> } = {
	caption: ['Caption', asWritten],
	id: ['Case id', asWritten],
	edition: ['Edition requested', longDate],
	offenseDate: ['Offense date', longDate],
	sentencingDate: ['Sentencing date', longDate],
	guideline: ['Guideline', (section) => `§${section}`],
	base: ['Base offense level used', asWritten],
	baseOffenseLevel: ['Base level', asWritten],
	offense: ['Offense', answers],
	drugs: ['Drugs', (all) => all.map(drugText)],
	enhancements: ['Enhancements', (ids) => listed(ids.map(enhancementText))],
	chapterThree: ['Chapter Three', listed],
	adjustments: ['Adjustments', (all) => all.map(adjustmentText)],
	otherGroups: [
		'Other Groups',
		(all) =>
			all.map((group) =>
				labelledText('guideline' in group ? `§${group.guideline}` : `level ${group.offenseLevel}`, group.label),
			),
	],
	acceptance: ['Acceptance', acceptanceText],
	underOffenseDateManual: ['Manual in force on offense date', levelsStated],
	criminalHistoryCategory: ['Category', asWritten],
	criminalHistoryPoints: ['History points', asWritten],
	careerOffender: ['Career offender', answers],
	armedCareerCriminal: ['Armed career criminal', answers],
	zeroPointOffender: ['Zero-point offender', answers],
	removalOrders: ['Removal orders', days],
	removals: ['Removals', days],
	instantOffense: ['Instant offense', answers],
	statutes: ['Statutes named', (all) => all.map(statuteText)],
	counts: ['Counts', asWritten],
	offenseClass: ['Offense class', className],
	statutoryMinimumMonths: ['Statutory minimum', monthsText],
	statutoryMaximumMonths: ['Statutory maximum', monthsText],
	statutoryMinimumRelief: ['Relief claimed', (kind) => kind.replace('-', ' ')],
	safetyValve: ['Safety valve', answers],
	supervisedReleaseMinimumMonths: ['Supervised release minimum', monthsText],
	deportable: ['Deportable', (is) => (is ? 'yes, and likely to be deported' : 'no')],
	fastTrackLevels: ['Fast track', levelsText],
	sentenceImposedMonths: ['Sentence imposed', monthsText],
	reduction: ['Reduction requested', answers],
};

/** What a key of the case document is called: `Zero-point offender`. */
export const nameOfField = (key: keyof CaseDocument): string => (key === 'priors' ? 'Prior sentences' : facts[key][0]);

/** What counsel entered, and nothing drawn from it. Each key of the case document that is given has a line. */
export function givenStatements(given: CaseDocument): Statement[] {
	return Object.entries(facts).flatMap(([key, [label, say]]) => {
		const value = given[key as keyof CaseDocument];
		if (value === undefined) return [];
		const lines = [(say as (value: unknown) => Said)(value)].flat();
		return lines.map((text, index) => ({ label: index === 0 ? label : '', text }));
	});
}

type Enhancement = NonNullable<CaseDocument['enhancements']>[number];

function enhancementText(given: Enhancement): string {
	if (typeof given === 'string') return given;
	const { id, receivesPoints } = given;
	if (receivesPoints === undefined) return id;
	return `${id} (the conviction receives ${receivesPoints ? '' : 'no '}points)`;
}

const adjustmentText = ({ levels, provision = '', label = '' }: NonNullable<CaseDocument['adjustments']>[number]) =>
	labelledText(signed(levels), `${provision} ${label}`.trim());

const labelledText = (text: string, label = ''): string => (label === '' ? text : `${text}: ${label}`);

/** `21 U.S.C. § 846 with 21 U.S.C. § 841(b)(1)(A), one prior`, or a count with the penalties that the case states. */
function statuteText(given: NonNullable<CaseDocument['statutes']>[number]): string {
	if (typeof given !== 'string' && 'label' in given) {
		const { label, minimumMonths = 0, maximumMonths, offenseClass, consecutive } = given;
		const least = minimumMonths === 0 ? 'up to ' : `${monthsText(minimumMonths)} to `;
		const named = offenseClass === undefined ? '' : `, ${className(offenseClass)}`;
		return `${label}: ${least}${monthsText(maximumMonths)}${named}${consecutive ? ', consecutive' : ''}`;
	}
	const { id, object = '', minorVictim, riskOfDeathOrInjury } = typeof given === 'string' ? { id: given } : given;
	const circumstance = circumstanceOf(given);
	return [
		[id, object].flatMap(cited).join(' with '),
		...(circumstance === undefined ? [] : [circumstance.replaceAll('-', ' ')]),
		...(minorVictim === undefined ? [] : [`victim was a minor: ${yesOrNo(minorVictim)}`]),
		...(riskOfDeathOrInjury === undefined ? [] : [`risk of death or injury: ${yesOrNo(riskOfDeathOrInjury)}`]),
	].join(', ');
}

/** The sections that a text names, as the Code is cited; the text itself where it names none. */
function cited(text: string): string[] {
	if (text === '') return [];
	const count = readCount(text);
	if (count === undefined || count.penalties !== undefined) return [text];
	return count.sections.map((section) => (section.startsWith(':') ? `§ ${section.slice(1)}` : citedAs(section)));
}

const columns = ['Prior', 'Conviction', 'Days', 'Sentence'] as const;

type Column = (typeof columns)[number];

/** In which column of the priors each of their keys stands, and how it is said there. */
const ofPrior: { [Key in keyof GivenPrior]-?: [Column, (value: NonNullable<GivenPrior[Key]>) => string] } = {
	id: ['Prior', asWritten],
	label: ['Prior', asWritten],
	grade: ['Conviction', asWritten],
	kinds: ['Conviction', (kinds) => (kinds.length === 0 ? 'none of the listed kinds' : kinds.join(', '))],
	neverCounted: ['Conviction', (why) => `not counted, as stated: ${[why].flat().join(', ')}`],
	ageAtOffense: ['Conviction', (age) => `age at the offense ${age}`],
	convictedAsAdult: ['Conviction', (as) => (as ? 'convicted as an adult' : 'not convicted as an adult')],
	sameChargesAs: ['Conviction', (ids) => `same charging instrument as ${[ids].flat().join(', ')}`],
	conductFrom: ['Days', (day) => `conduct from ${longDate(day)}`],
	conductTo: ['Days', (day) => `conduct to ${longDate(day)}`],
	arrestedOn: ['Days', (day) => `arrested ${longDate(day)}`],
	arrestWasTrafficStop: ['Days', (was) => (was ? 'arrest was a traffic stop' : 'arrest was not a traffic stop')],
	convictedOn: ['Days', (day) => `convicted ${longDate(day)}`],
	sentencedOn: ['Days', (day) => `sentenced ${longDate(day)}`],
	earlierReleases: ['Days', (dates) => `earlier releases: ${days(dates)}`],
	releasedOn: ['Days', (day) => `released ${longDate(day)}`],
	sentence: ['Sentence', (term) => (term === '0' ? 'no imprisonment' : term)],
	suspended: ['Sentence', (term) => (term === '0' ? 'none suspended' : `${term} suspended`)],
	disposition: ['Sentence', (kind) => kind],
	supervision: ['Sentence', supervisionText],
	consecutiveTo: ['Sentence', (ids) => `consecutive to ${[ids].flat().join(', ')}`],
	revocations: ['Sentence', (all) => all.map(({ on, term }) => `revoked ${longDate(on)}: ${term}`).join('; ')],
};

function supervisionText({ kind, endsOn }: NonNullable<GivenPrior['supervision']>): string {
	if (kind === 'none') return 'no supervision afterward';
	return `${kind.replace('-', ' ')}${endsOn === undefined ? '' : ` until ${longDate(endsOn)}`}`;
}

/** The prior sentences as counsel gave them, with the points that each was found to score. */
export function givenPriors({ priors = [] }: CaseDocument, history: CriminalHistory | undefined): Grid | undefined {
	if (priors.length === 0) return undefined;
	const inColumn = (prior: GivenPrior, column: Column): string =>
		Object.entries(ofPrior)
			.filter(([key, [where]]) => where === column && prior[key as keyof GivenPrior] !== undefined)
			.map(([key, [, say]]) => (say as (value: unknown) => string)(prior[key as keyof GivenPrior]))
			.filter((text) => text !== '')
			.join('; ');
	return {
		kind: 'grid',
		caption: 'Prior sentences as given, and the points of each',
		columns: [...columns.map((heading) => ({ heading, numeric: false })), { heading: 'Points', numeric: true }],
		rows: priors.map((prior, index) => {
			const scored = history?.priors[index];
			const named = prior.id === undefined ? { id: scored?.id, ...prior } : prior;
			return [
				...columns.map((column) => ({ text: harmless(inColumn(named as GivenPrior, column)) })),
				{ text: scored === undefined ? '' : String(scored.points) },
			];
		}),
	};
}
