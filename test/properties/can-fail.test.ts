import { beforeAll, describe, expect, test } from 'vitest';
import type { Months } from '../../src/case/months.ts';
import type { Result } from '../../src/result/result.ts';
import type { Draft } from '../random/random.ts';
import { elsewhere } from './elsewhere.ts';
import { type Program, theProgram } from './program.ts';
import { properties } from './properties.ts';
import { search } from './search.ts';

/** A result as it may be written over. */
type Broken = { -readonly [Key in keyof Result]: Result[Key] };

let program: Program;
beforeAll(async () => {
	program = await theProgram();
});

/** The program with something done to each result, by what the case says. */
const answering =
	(change: (result: Broken, document: Draft) => unknown) =>
	(sound: Program): Program => ({
		...sound,
		calculate(document, fields) {
			const result = structuredClone(sound.calculate(document, fields));
			change(result, document as Draft);
			return result;
		},
	});

/** The program that reads something else in a document than it says. */
const reading =
	(change: (document: Draft) => Draft | undefined) =>
	(sound: Program): Program => ({
		...sound,
		parse: (document) => sound.parse(change(document as Draft) ?? document),
		calculate: (document, fields) => sound.calculate(change(document as Draft) ?? document, fields),
	});

const add = (months: Months, more: number): Months => (months === 'life' ? 'life' : Math.max(0, months + more));
const isFewer = (months: Months, than: number): boolean => months !== 'life' && months < than;

/** The range of a case moved to a fifth and below where something is true of it: nothing else in the answer shows it. */
const lowerWhere = (holds: (document: Draft) => boolean) =>
	answering((result, document) => {
		if (holds(document)) result.guidelineRange = { minimumMonths: 0, maximumMonths: 1 };
	});
const higherWhere = (holds: (document: Draft) => boolean) =>
	answering((result, document) => {
		if (holds(document)) result.guidelineRange = { minimumMonths: 'life', maximumMonths: 'life' };
	});

const priorsOf = (document: Draft): Draft[] => (document['priors'] ?? []) as Draft[];
const adjustmentsOf = (document: Draft): Draft[] => (document['adjustments'] ?? []) as Draft[];
const levelsIn = (document: Draft): number =>
	Number(document['baseOffenseLevel'] ?? 0) +
	adjustmentsOf(document).reduce((sum, one) => sum + Number(one['levels']), 0);

/** A program that is broken so that the property must fail, for each of them by its name. */
const breaks: Record<string, (sound: Program) => Program> = {
	'the table range is the cell of the edition, level and category, in its zone': answering(({ tableRange }) => {
		if (tableRange.maximumMonths === 51) tableRange.maximumMonths = 52;
	}),
	'the guideline range is the cell held to the statutory minimum and maximum (§5G1.1)': answering((result) => {
		if (result.statutoryEffect.maximum === 'caps-high-end') result.guidelineRange = { ...result.tableRange };
	}),
	'the guideline range keeps to the minimum and maximum that the case states (§5G1.1)': answering((result) => {
		const { minimum } = result.statutoryEffect;
		if (minimum === 'becomes-guideline-sentence') result.guidelineRange = { ...result.tableRange };
	}),
	'what the minimum and the maximum are said to do is what they do': answering(({ statutoryEffect }) => {
		if (statutoryEffect.minimum === 'raises-low-end') statutoryEffect.minimum = 'becomes-guideline-sentence';
	}),
	'no range ends below where it begins': answering(({ supervisedRelease }) => {
		if (supervisedRelease) supervisedRelease.term.maximumMonths = 1;
	}),
	'each fast-track outcome is a cell, and none lies above the one before': answering(({ fastTrack }) => {
		const last = fastTrack.outcomes[3];
		if (last && isFewer(last.range.minimumMonths, 60)) last.range.maximumMonths = 300;
	}),
	'the effect of the fast track is that of the levels requested': answering(({ fastTrack }) => {
		if (fastTrack.effect === 'high-end-only') fastTrack.effect = 'none';
	}),
	'the levels at which a minimum or a maximum begins and ceases to matter': answering(({ floor }) => {
		if (floor?.noEffectAtOrAboveLevel) floor.noEffectAtOrAboveLevel -= 1;
	}),
	'the sentence imposed stands where it is said to': answering(({ sentenceImposed }) => {
		if (sentenceImposed?.position === 'at-high-end') sentenceImposed.position = 'within';
	}),
	'the steps add up to the offense level, one after the other': answering(({ steps }) => {
		if (steps.length > 3) steps.splice(1, 1);
	}),
	'a result is a document of its own schema': answering(({ edition }) => Object.assign(edition, { printed: true })),
	'each warning is listed, comes once and in order, and is a sentence': answering((result) => {
		result.warnings = result.warnings.toReversed();
	}),
	'every provision cited is a citation of law that is held': answering(({ steps }) => {
		for (const step of steps as { provision: string }[]) step.provision = step.provision.replace('§3E1.1', '§3E9.1');
	}),
	'the points make the category, where nothing but the priors decides on it': answering((result) => {
		if (result.criminalHistoryCategory === 'VI') result.criminalHistoryCategory = 'V';
	}),
	'the points of the priors and of status add up to the points of the record': answering(({ criminalHistory }) => {
		if (criminalHistory && criminalHistory.points > 4) criminalHistory.points--;
	}),
	'more levels never lower a range': lowerWhere((document) => levelsIn(document) > 30),
	'more acceptance of responsibility never raises a range': higherWhere(({ acceptance }) => acceptance === 'full'),
	'fast track never raises a range': higherWhere(({ fastTrackLevels }) => fastTrackLevels === 4),
	'§4C1.1, where it applies, never raises a range': higherWhere(
		({ zeroPointOffender }) => zeroPointOffender !== undefined,
	),
	'a higher category or more points never lower a range': lowerWhere(
		({ criminalHistoryPoints }) => Number(criminalHistoryPoints) > 12,
	),
	'Chapter Four, Part B, never lowers a range': lowerWhere(({ careerOffender }) => careerOffender !== undefined),
	'a higher minimum never lowers a range, nor does a lower maximum raise one': lowerWhere(
		({ statutoryMinimumMonths }) => statutoryMinimumMonths === 'life',
	),
	'relief from the minimum never raises a range, and without it none is lower': higherWhere(
		({ statutoryMinimumRelief }) => statutoryMinimumRelief === 'substantial-assistance',
	),
	'a further count never lowers a range': lowerWhere(({ statutes }) => Array.isArray(statutes) && statutes.length > 2),
	'more in the record never lowers a range': lowerWhere((document) =>
		priorsOf(document).some(({ kinds }) => (kinds as string[] | undefined)?.includes('crime-of-violence')),
	),
	'the same case gives the same bytes in every time zone, and stays as it was': answering(({ edition }) => {
		edition.reason = new Date(0).toString();
	}),
	'the order of keys says nothing': lowerWhere((document) => Object.keys(document)[0] === 'acceptance'),
	'the order of priors says nothing': reading((document) =>
		priorsOf(document).length > 2 ? { ...document, priors: priorsOf(document).slice(1) } : undefined,
	),
	'id and caption change nothing but themselves': lowerWhere(({ caption }) => caption === '2012'),
	'an edition by its year is the edition by its date': lowerWhere(({ edition }) => edition === '2016-11-01'),
	'a case by its sentencing date is the case in the edition of that day': lowerWhere(
		({ sentencingDate }) => sentencingDate === '2016-11-01',
	),
	'the category that points make gives the answer of the points': lowerWhere(
		({ criminalHistoryPoints }) => criminalHistoryPoints === 13,
	),
	'a fact that is not known is asked for or named, or the answer is the same without it': reading((document) =>
		priorsOf(document).some(({ sentencedOn }) => sentencedOn === undefined)
			? { ...document, priors: priorsOf(document).filter(({ sentencedOn }) => sentencedOn !== undefined) }
			: undefined,
	),
	'a key that is not known is rejected, wherever it stands': reading(({ unheardOf: _, ...document }) => document),
	'a minimum above the maximum is rejected': reading((document) =>
		document['statutoryMinimumMonths'] === 'life' ? { ...document, statutoryMinimumMonths: 1 } : undefined,
	),
	'a document written as JSON and read again is the same': (sound) => ({
		...sound,
		readJson: (text) => sound.readJson(text.replaceAll('\\u00a0', ' ').replaceAll('§', '')),
	}),
	'a case that was read, written and read again is the same': (sound) => ({
		...sound,
		writeJson: (value) => sound.writeJson(value).replace('"full"', '3'),
	}),
	'a result written as JSON and read again is the same': (sound) => ({
		...sound,
		writeJson: (value) => sound.writeJson(value).replaceAll('"life"', '470'),
	}),
	'a value as people write it is the value: 10y is 120 months, 11/5/2012 is 2012-11-05': reading((document) => {
		const { sentencingDate } = document;
		const [month, day, year] = String(sentencingDate).split('/');
		return year && Number(day) < 13 ? { ...document, sentencingDate: `${day}/${month}/${year}` } : undefined;
	}),
	'a statute by its number is the statute as the Code is cited': reading((document) => {
		const { statutes } = document;
		const cited = Array.isArray(statutes) && statutes.some((one) => String(one).includes('U.S.C.'));
		return cited ? { ...document, statutes: ['8:1326(a)'] } : undefined;
	}),
	'batch answers a line as the library answers the case, to the byte': (sound) => ({
		...sound,
		batch: (lines) => sound.batch(lines).map((line) => line.replace('"zone":"D"', '"zone":"C"')),
	}),
	'a row of a table is answered as the case is': (sound) => ({
		...sound,
		table: (lines) => sound.table(lines.map((line) => line.replace(',120,', ',,'))),
	}),
	'the text of an answer says what its JSON says': (sound) => ({
		...sound,
		text: (result) => sound.text(result).replace('category VI', 'category V'),
	}),
	'the questions give the answer of the case document, and save the same document': answering(({ offenseLevel }) => {
		if (offenseLevel.total > 30) offenseLevel.total--;
	}),
	'calc with flags gives the answer of the case document': answering(({ guidelineRange }) => {
		guidelineRange.minimumMonths = add(guidelineRange.minimumMonths, -1);
	}),
};

describe('each property can fail', () => {
	test.each(properties)(
		'$name',
		(property) => {
			const broken = breaks[property.name];
			if (broken === undefined) throw new Error('no program is broken so that it fails');
			const found = search([property], { program: broken(program), runs: 4000, seed: 1 });
			expect(found.get(property.name)?.failure?.wrong).toBeTypeOf('string');
		},
		120_000,
	);

	test(elsewhere.name, () => {
		const { batch } = program;
		const there = (env: Record<string, string>, input: string): string => {
			const lines = batch(input.trimEnd().split('\n')).map((line) => `${line}\n`);
			return env['LANG'] === 'tr_TR.UTF-8' ? lines.join('').replace('i', 'ı') : lines.join('');
		};
		expect(elsewhere.try(200, 1, there).failure?.wrong).toMatch('became');
	});
});
