// The history of a provision: one line for each version that changed it.
import type { Rule } from '../../law/rules.ts';
import type { RuleInWords } from '../../law/words-schema.ts';
import { penaltyOf, sentenceOf } from './rule-sentence.ts';

/** A version of a provision: since when, on whose authority, and what it changed. */
export interface Version {
	effectiveDate: string;
	authority: string;
	says: string;
}

/** The rules of a table that are asked for, and all its versions. */
export interface RulesOfTable {
	rules: Rule[];
	versions: { effectiveDate: string; authority: string }[];
}

/** What each span of a rule in words changed. `first` is the day of the first Manual. */
export const historyInWords = ({ spans }: RuleInWords, first: string): Version[] =>
	spans.map(({ from, change, citation }) => ({
		effectiveDate: from,
		authority: citation.authority,
		says: change ?? (from === first ? 'in force when the Guidelines began' : 'begins'),
	}));

/** What each version of a table changed in its rules, by what they say. */
export function historyOfRules({ rules, versions }: RulesOfTable): Version[] {
	let before = new Map<string, string>();
	return versions.flatMap(({ effectiveDate, authority }) => {
		const version = rules.filter((rule) => rule.effectiveDate === effectiveDate);
		const now = new Map(version.map((rule) => [rule.provision, saidTogether(version, rule.provision)]));
		const changed = [...now].filter(([provision, says]) => before.get(provision) !== says);
		const gone = [...before.keys()].filter((provision) => !now.has(provision));
		const begins = before.size === 0 && changed.length > 1;
		before = now;
		if (changed.length === 0 && gone.length === 0) return [];
		const says = begins ? 'begins' : [...changed.map(labelled(now)), ...gone.map(removed)].join('; ');
		return [{ effectiveDate, authority: authorityOf(version, changed) || authority, says }];
	});
}

const saidTogether = (rules: readonly Rule[], provision: string): string =>
	rules
		.filter((rule) => rule.provision === provision)
		.map(sentenceOf)
		.join('; ');

const labelled =
	(now: ReadonlyMap<string, string>) =>
	([provision, says]: [string, string]): string =>
		now.size > 1 ? `${provision}: ${says}` : says;

const removed = (provision: string): string => `${provision} was removed`;

function authorityOf(version: readonly Rule[], changed: readonly [string, string][]): string {
	const names = changed.map(([provision]) => provision);
	const authorities = version.filter(({ provision }) => names.includes(provision)).map(({ authority }) => authority);
	return [...new Set(authorities)].join('; ');
}

/** Statutes are one table for all times: what holds for offenses since each day. */
export function historyOfPenalties({ rules }: RulesOfTable): Version[] {
	const dayOf = ({ values, effectiveDate }: Rule) => new Map(values).get('offenses from') ?? effectiveDate;
	const days = [...new Set(rules.map(dayOf))].sort();
	return days.map((effectiveDate, at) => {
		const since = rules.filter((rule) => dayOf(rule) === effectiveDate);
		const authority = [...new Set(since.map((rule) => rule.authority))].join('; ');
		return { effectiveDate, authority, says: at === 0 ? 'in force' : since.map(penaltyOf).join('; ') };
	});
}

const begins = ['begins', 'in force', 'in force when the Guidelines began'];

/** One line for each day, oldest first. That something begins goes without saying beside what changes on that day. */
export function byDay(versions: readonly Version[]): Version[] {
	const days = [...new Set(versions.map(({ effectiveDate }) => effectiveDate))].sort();
	return days.map((effectiveDate) => {
		const ofDay = versions.filter((version) => version.effectiveDate === effectiveDate);
		const changes = ofDay.filter(({ says }) => !begins.includes(says));
		const told = changes.length > 0 ? changes : ofDay.slice(0, 1);
		const joined = (texts: string[]): string => [...new Set(texts)].join('; ');
		return {
			effectiveDate,
			authority: joined(told.map(({ authority }) => authority)),
			says: joined(told.map(({ says }) => says)),
		};
	});
}
