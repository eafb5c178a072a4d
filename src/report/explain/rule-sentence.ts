// What a row of a table says, as a lawyer would write it: no name of a field of the tables.
import { longDate } from '../../case/dates.ts';
import type { Months } from '../../case/months.ts';
import type { Rule } from '../../law/rules.ts';
import { yearsText } from '../words.ts';

type Values = ReadonlyMap<string, string>;

/** The rule in words; empty where the row says nothing that stands by itself. */
export function sentenceOf(rule: Rule): string {
	const values: Values = new Map(rule.values);
	const parts = [...(rule.description === undefined ? [] : [rule.description]), ...saidOf(values, rule.provision)];
	return parts.join('; ');
}

function saidOf(values: Values, provision: string): string[] {
	const said = provision.startsWith('§')
		? [baseOf(values, provision), ...levelsOf(values, provision), referenceOf(values)]
		: [...termsOf(values), offensesOf(values)];
	return [...said, otherNames(values), values.get('says') ?? ''].filter((text) => text !== '');
}

const isBase = (provision: string): boolean => /^§2[A-Z]\d\.\d+\(a\)/.test(provision);

function baseOf(values: Values, provision: string): string {
	const level = values.get('levels');
	if (level === undefined || !isBase(provision)) return '';
	return /^\d+$/.test(level) ? `base offense level ${level}` : 'the base offense level from the Drug Quantity Table';
}

function levelsOf(values: Values, provision: string): string[] {
	const levels = values.get('levels');
	const [least, most, without] = ['least level', 'most level', 'levels without points'].map((name) => values.get(name));
	const [from, to] = ['from level', 'to level'].map((name) => values.get(name));
	return [
		levels === undefined || isBase(provision) || !isNumber(levels) ? '' : levelsText(Number(levels)),
		without === undefined ? '' : `${levelsText(Number(without))} if the conviction receives no criminal history points`,
		least === undefined ? '' : `at least level ${least}`,
		most === undefined ? '' : `no higher than level ${most}`,
		from === undefined ? '' : `at level ${from} or higher`,
		to === undefined ? '' : `down to level ${to}`,
	];
}

const isNumber = (text: string): boolean => /^-?\d+$/.test(text);

function levelsText(levels: number): string {
	const size = `${Math.abs(levels)} level${Math.abs(levels) === 1 ? '' : 's'}`;
	return levels < 0 ? `reduction of ${size}` : size;
}

function referenceOf(values: Values): string {
	const guideline = values.get('guideline');
	const onlyIfGreater = values.get('only if greater');
	if (guideline === undefined || onlyIfGreater === undefined) return '';
	return `go to §${guideline}${onlyIfGreater === 'yes' ? ', if it gives a higher level' : ''}`;
}

const classes = ['A', 'B', 'C', 'D', 'E'];

/** A row of a statute without the days of the offenses for which it holds. */
export const penaltyOf = ({ description = '', values }: Rule): string =>
	[description, ...termsOf(new Map(values))].filter((text) => text !== '').join('; ');

function termsOf(values: Values): string[] {
	const term = (name: string): string => yearsText(monthsOf(values.get(name)));
	const offenseClass = values.get('offense class');
	const later = values.get('sentenced from: date');
	return [
		['minimum', 'maximum']
			.filter((end) => values.has(`${end} months`))
			.map((end) => `${end} ${term(`${end} months`)}`)
			.join(', '),
		offenseClass === undefined ? '' : classText(offenseClass),
		values.has('supervised release minimum months')
			? `at least ${term('supervised release minimum months')} of supervised release`
			: '',
		values.get('probation precluded') === 'yes' ? 'no probation' : '',
		values.get('consecutive') === 'yes' ? 'consecutive to any other term' : '',
		later === undefined || values.get('sentenced from: minimum months') === values.get('minimum months')
			? ''
			: `minimum ${term('sentenced from: minimum months')} if sentenced on or after ${longDate(later)}`,
		...timesOf(values),
	];
}

const monthsOf = (text = ''): Months => (text === 'life' ? 'life' : Number(text));

const classText = (offenseClass: string): string =>
	classes.includes(offenseClass)
		? `Class ${offenseClass} felony`
		: offenseClass.replace(/^([ABC])-misdemeanor$/, 'Class $1 misdemeanor');

/** A penalty that is a multiple of another: twice the maximum. */
function timesOf(values: Values): string[] {
	const names = { maximum: 'maximum', 'supervised release': 'supervised release', fine: 'fine' };
	return Object.entries(names).map(([name, what]) => {
		const times = values.get(`times: ${name}`);
		return times === undefined ? '' : `${times === '2' ? 'twice' : `${times} times`} the ${what}`;
	});
}

function offensesOf(values: Values): string {
	const [from, before] = [values.get('offenses from'), values.get('offenses before')];
	if (from === undefined) return '';
	const until = before === undefined ? '' : ` and before ${longDate(before)}`;
	const doubt = values.get('confidence') === 'unverified' ? ', not verified' : '';
	return `for offenses from ${longDate(from)}${until}${doubt}`;
}

function otherNames(values: Values): string {
	const [names, statutes] = [values.get('also called'), values.get('statutes')];
	if (names === undefined || statutes === undefined) return '';
	return [statutes && `for ${statutes}`, names && `also called ${names}`].filter(Boolean).join('; ');
}
