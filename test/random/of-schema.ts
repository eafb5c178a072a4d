import * as z from 'zod';
import { dateTitle } from '../../src/case/dates.ts';
import { caseSchema } from '../../src/case/schema.ts';
import { bundledLaw } from '../../src/law/bundled.ts';
import { editionOn, provisionsOf } from '../../src/law/editions.ts';
import { countsPriors, guidelineIn, rowsOf, sectionsIn } from '../../src/law/guidelines.ts';
import { dayAfter, numbersFrom } from './random.ts';

/**
 * Random case documents, drawn from the schema of the case: every key, every value of a list, present or absent, in
 * every edition. What makes many of them fit together stands below as hints; a key without one is drawn all the same.
 */

export interface Schema {
	type?: string | string[];
	format?: string;
	title?: string;
	pattern?: string;
	enum?: unknown[];
	const?: unknown;
	anyOf?: Schema[];
	items?: Schema;
	additionalProperties?: Schema | boolean;
	minimum?: number;
	maximum?: number;
	properties?: Record<string, Schema>;
	required?: string[];
}

const schemaOfCase = z.toJSONSchema(caseSchema) as Schema;

type Random = () => number;

const pick = <T>(random: Random, list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
const between = (random: Random, from: number, to: number): number => from + Math.floor(random() * (to - from + 1));

/** What a value is drawn for: the edition, by its day, and what the document holds so far. */
interface Drawing {
	random: Random;
	editionDay: string;
	/** How likely a key is that need not be there. */
	density: number;
	priors: number;
	/** The section of the guideline that the document names. */
	guideline: string;
}

/** On which days around the edition a date mostly lies, by its key: from the one to the other. */
const spans: Record<string, [number, number]> = {
	conductFrom: [-5000, -3600],
	arrestedOn: [-3590, -3500],
	conductTo: [-3600, -3595],
	convictedOn: [-3490, -3400],
	sentencedOn: [-3390, -3000],
	on: [-2900, -2500],
	earlierReleases: [-2400, -2200],
	releasedOn: [-2100, -400],
	removalOrders: [-2900, -1000],
	removals: [-2500, -900],
	commencedOn: [-390, -300],
	endedOn: [-290, -200],
	offenseDate: [-290, -100],
	sentencingDate: [0, 200],
	orderDate: [9000, 14_000],
};

const terms = [
	'18 months',
	'13 months',
	'60 days',
	'5 years',
	'2 years',
	'1 year 1 day',
	'0',
	'life',
	'14 weeks',
	'3 months and 2 days',
];

/** Text as people write it, and as it breaks what passes it on. */
const texts = [
	...[
		'A-1',
		'draft evasion',
		"O'Brien",
		'minor role',
		'§3B1.2 minor role',
		'-2',
		'--json',
		'a "quoted" \\ word',
		'$HOME `x` !1',
	],
	...[
		'two\nlines',
		'a\u00a0space',
		'ünïcode – 日本',
		'\u001b[31mred',
		'',
		' padded ',
		'{"id":"x"}',
		'?',
		'<',
		'no',
		'a:b',
		'3C1.1',
	],
];

const penalties = Object.values(bundledLaw.tables)
	.flat()
	.flatMap((table) => ('penalties' in table ? table.penalties : []));
const statuteIds = [...new Set(penalties.map(({ id }) => id))];
const byCircumstance = Map.groupBy(penalties, ({ circumstance }) => circumstance);
const amendmentIds = ['782', '706', '750A', '821A', '821', '599'];

/** Values that fit, by the key they stand under. */
const hints: Record<string, (drawing: Drawing) => unknown> = {
	guideline: ({ random, editionDay, guideline }) =>
		random() < 0.9 && guideline !== '' ? guideline : pick(random, ['2L1.2', '2B1.1', ...sectionsByFacts(editionDay)]),
	base: (drawing) => pick(drawing.random, guidelineOf(drawing)?.base.rows.map(({ id }) => id) ?? ['(a)(1)']),
	enhancements: (drawing) => {
		const guideline = guidelineOf(drawing) ?? guidelineIn(bundledLaw, '2L1.2', drawing.editionDay);
		const rows = guideline ? rowsOf(guideline) : [];
		return rows.length === 0 ? 'x' : pick(drawing.random, rows).id;
	},
	chapterThree: ({ random, editionDay }) =>
		pick(random, provisionsOf(bundledLaw, editionDay)['chapter-three'].adjustments).id,
	statutes: ({ random }) => pick(random, statuteIds),
	object: ({ random }) => pick(random, statuteIds),
	circumstance: ({ random }) => pick(random, [...byCircumstance.keys()]) ?? 'one-prior',
	amendment: ({ random }) => pick(random, amendmentIds),
	substance: ({ random }) => pick(random, ['cocaine', 'heroin', 'methamphetamine', 'marihuana']),
	quantity: ({ random }) => pick(random, ['500 g', '5 kg', '28 g', '1.5 kg', '100 g']),
	purity: ({ random }) => pick(random, ['83%', '90%']),
	sentence: ({ random }) => pick(random, terms),
	suspended: ({ random }) => pick(random, ['0', ...terms]),
	term: ({ random }) => pick(random, terms),
	statute: ({ random }) => pick(random, statuteIds).replace(/^(\d+):/, '$1 U.S.C. § '),
	provision: ({ random }) =>
		pick(random, ['§3B1.2', '§2D1.1(b)(5)', '3C1.1', 'USSG §3A1.1', 'plea agreement', '§ 3B1.2']),
};

const sectionsByFacts = (editionDay: string): string[] =>
	sectionsIn(bundledLaw, editionDay).filter((section) => !countsPriors(guidelineIn(bundledLaw, section, editionDay)));

const guidelineOf = ({ editionDay, guideline }: Drawing) => guidelineIn(bundledLaw, guideline, editionDay);

/** Facts of the guideline by name, some of them. */
function factsOf(drawing: Drawing): Record<string, unknown> {
	const { random } = drawing;
	const facts = guidelineOf(drawing)?.facts.filter(() => random() < 0.5) ?? [];
	return Object.fromEntries(
		facts.map((fact) => {
			if (fact.kind === 'choice') return [fact.name, pick(random, fact.choices).value];
			return [fact.name, fact.kind === 'number' ? pick(random, [fact.least, 7, 30, 120]) : random() < 0.5];
		}),
	);
}

/** The effective dates of the editions that are held. */
export const editionsHeld = bundledLaw.editions.editions
	.map(({ effectiveDate }) => effectiveDate)
	.filter((day) => editionOn(bundledLaw, day, '', '').effectiveDate === day);

/** What a random document is to have: an edition, and a key of the case document. */
interface Wanted {
	edition: string;
	key: string;
}

/** A random document; the same for the same seed. */
export function randomCase(seed: number, wanted?: Wanted): Record<string, unknown> {
	const random = numbersFrom(seed);
	const edition = wanted?.edition ?? pick(random, bundledLaw.editions.editions).effectiveDate;
	const drawing: Drawing = {
		random,
		editionDay: edition,
		density: pick(random, [0.05, 0.15, 0.3]),
		priors: 0,
		guideline: '',
	};
	const document = { ...whichManual(drawing), ...offense(drawing), ...history(drawing), ...acceptance(drawing) };
	const keys = Object.keys(schemaOfCase.properties ?? {});
	const extra = pick(random, [0, 1, 2, 2, 3, 4, 8]);
	for (let count = 0; count < extra || (count === 0 && wanted !== undefined); count++) {
		const key = count === 0 && wanted !== undefined ? wanted.key : pick(random, keys);
		const value = drawn(schemaOfCase.properties?.[key] ?? {}, key, drawing);
		if (!Object.hasOwn(document, key) || random() < 0.1) document[key] = value;
		if (random() < 0.8) Object.assign(document, goesWith[key]?.(drawing));
	}
	return shuffled(document, random);
}

/** What a key mostly needs beside it; what it mostly cannot stand beside is undefined. */
const goesWith: Record<string, (drawing: Drawing) => Record<string, unknown>> = {
	reduction: ({ random }) => ({ sentenceImposedMonths: pick(random, [60, 120, 180, 240]) }),
	statutes: (drawing) => ({ offenseDate: dayOf('offenseDate', drawing) }),
	careerOffender: (drawing) => {
		const isFirearmAlone = drawing.random() < 0.5;
		return {
			careerOffender: isFirearmAlone
				? { otherCountQualifies: false }
				: { offenseStatutoryMaximumMonths: 240, ...(drawing.random() < 0.5 ? {} : { otherCountQualifies: true }) },
			statutes: ['18:924(c)(1)(A)(i)', isFirearmAlone ? '8:1326(a)' : '21:841(b)(1)(C)'],
			offenseDate: dayOf('offenseDate', drawing),
			criminalHistoryCategory: 'VI',
			criminalHistoryPoints: undefined,
			priors: undefined,
		};
	},
	underOffenseDateManual: ({ random, editionDay }) => ({
		edition: undefined,
		sentencingDate: dayAfter(editionDay, between(random, 0, 200)),
		offenseDate: dayAfter(editionDay, -between(random, 400, 3000)),
		underOffenseDateManual: statedFor(random),
	}),
};

/** The offense as one Manual has it, without what only a guideline by name can have, or with it. */
function statedFor(random: Random): Record<string, unknown> {
	const all = {
		baseOffenseLevel: between(random, 4, 30),
		adjustments: [{ levels: 2, provision: '§3C1.1', label: 'obstruction' }],
		acceptance: pick(random, [0, 2, 3, 'full']),
		chapterThree: ['§3B1.1(c)'],
		enhancements: [
			pick(random, ['(b)(1)', '(b)(2)', '(b)(1)(A)', { id: '(b)(1)(A)', receivesPoints: random() < 0.5 }]),
		],
		base: '(a)(1)',
	};
	return Object.fromEntries(Object.entries(all).filter(([key]) => random() < (key === 'base' ? 0.15 : 0.5)));
}

function whichManual({ random, editionDay }: Drawing): Record<string, unknown> {
	const kind = random();
	if (kind < 0.5) return { edition: editionDay };
	if (kind < 0.6) return { edition: editionDay.slice(0, 4) };
	if (kind < 0.65) return {};
	const sentencingDate = dayAfter(editionDay, between(random, 0, 200));
	const held = editionOn(bundledLaw, sentencingDate, '', '').effectiveDate;
	return kind < 0.95 ? { sentencingDate } : { sentencingDate, edition: held };
}

function offense(drawing: Drawing): Record<string, unknown> {
	const { random, editionDay, density } = drawing;
	if (random() < 0.35) return { baseOffenseLevel: between(random, 1, 43) };
	const sections = sectionsByFacts(editionDay);
	if (random() < 0.3 && sections.length > 0) {
		drawing.guideline = pick(random, sections);
		return { guideline: drawing.guideline, offense: factsOf(drawing) };
	}
	drawing.guideline = '2L1.2';
	const held = guidelineOf(drawing);
	const ids = (held ? rowsOf(held) : []).filter(() => random() < 0.25);
	const enhancements = ids.map(({ id }) => {
		const said = random();
		return said < 0.4 ? id : said < 0.5 ? { id } : { id, receivesPoints: said < 0.75 };
	});
	const isByFacts = random() < 0.4;
	return { guideline: '2L1.2', ...(isByFacts || random() < density ? {} : { enhancements }) };
}

const acceptance = ({ random }: Drawing): Record<string, unknown> =>
	random() < 0.5 ? {} : { acceptance: pick(random, [0, 2, 3, 'full']) };

function history(drawing: Drawing): Record<string, unknown> {
	const { random } = drawing;
	const kind = random();
	if (kind < 0.35) return { criminalHistoryCategory: pick(random, ['I', 'II', 'III', 'IV', 'V', 'VI', 1, 3, 6]) };
	if (kind < 0.55) return { criminalHistoryPoints: pick(random, [0, 0, 1, 2, 5, 9, 13, 20]) };
	drawing.priors = pick(random, [0, 1, 1, 2, 3]);
	const priors = Array.from({ length: drawing.priors }, (_, index) => randomPrior(index, drawing));
	const instantOffense = drawn(schemaOfCase.properties?.['instantOffense'] ?? {}, 'instantOffense', {
		...drawing,
		density: 0.85,
	});
	return {
		priors,
		...(random() < 0.95 ? { instantOffense } : {}),
		...(random() < 0.7 ? { removalOrders: [dayOf('removalOrders', drawing)] } : {}),
		...(random() < 0.6 ? { removals: [dayOf('removals', drawing)] } : {}),
	};
}

function randomPrior(index: number, drawing: Drawing): Record<string, unknown> {
	const { random, density } = drawing;
	const { properties = {} } = schemaOfCase.properties?.['priors']?.items ?? {};
	const usual = ['grade', 'kinds', 'conductFrom', 'sentencedOn', 'sentence', 'releasedOn', 'conductTo'];
	const keys = Object.keys(properties).filter(
		(key) => !tied.includes(key) && random() < (usual.includes(key) ? 0.92 : density * 0.6),
	);
	const entries = keys.map((key) => [key, drawn(properties[key] ?? {}, key, drawing)]);
	const ties = { ...tieTo(index, 'sameChargesAs', drawing), ...tieTo(index, 'consecutiveTo', drawing) };
	const named = random() < 0.8 ? { id: `p${index}` } : random() < 0.1 ? { id: pick(random, texts) } : {};
	return { ...Object.fromEntries(entries), ...fitting(Object.fromEntries(entries), random), ...ties, ...named };
}

/** What a prior mostly says beside what it says. */
function fitting({ disposition, convictedAsAdult }: Record<string, unknown>, random: Random): Record<string, unknown> {
	if (random() < 0.2) return {};
	return {
		...(disposition === undefined || disposition === 'imprisonment' ? {} : { sentence: '0' }),
		...(convictedAsAdult === undefined ? {} : { ageAtOffense: 16 }),
	};
}

const tied = ['sameChargesAs', 'consecutiveTo'];

/** A tie to another prior, mostly to one that is there. */
function tieTo(index: number, key: string, { random, priors, density }: Drawing): Record<string, unknown> {
	if (random() > density || (priors < 2 && random() < 0.95)) return {};
	const other = `p${(index + 1) % Math.max(priors, 2)}`;
	return { [key]: random() < 0.5 ? other : [other] };
}

const dayOf = (key: string, { random, editionDay }: Drawing): string =>
	dayAfter(editionDay, between(random, ...(spans[key] ?? [-3000, 0])));

/** A value that the schema takes, mostly one that fits what stands around it. */
function drawn(schema: Schema, key: string, drawing: Drawing): unknown {
	const { random } = drawing;
	if (schema.const !== undefined) return schema.const;
	if (schema.enum) return pick(random, schema.enum);
	if (schema.anyOf) return drawn(pick(random, schema.anyOf), key, drawing);
	if (Array.isArray(schema.type)) return drawn({ ...schema, type: pick(random, schema.type) }, key, drawing);
	if (schema.type === 'array') {
		const length = pick(random, [0, 1, 1, 1, 2, 3]);
		return Array.from({ length }, () => drawn(schema.items ?? {}, key, drawing));
	}
	if (typeof schema.additionalProperties === 'object') return drawnRecord(schema.additionalProperties, key, drawing);
	if (schema.type === 'object') return drawnObject(schema, key, drawing);
	if (schema.type === 'boolean') return random() < 0.5;
	if (schema.type === 'integer' || schema.type === 'number') return drawnInteger(schema, random);
	if (schema.type !== 'string') throw new Error(`${key}: a kind of value that is not drawn yet`);
	if (schema.format === 'date' || schema.title === dateTitle) return dayOf(key, drawing);
	if (schema.pattern === '^\\d{4}$') return drawing.editionDay.slice(0, 4);
	return hints[key]?.(drawing) ?? pick(random, texts);
}

/** An object whose keys are names: mostly those that the guideline knows. */
function drawnRecord(values: Schema, key: string, drawing: Drawing): unknown {
	const known = key === 'offense' ? factsOf(drawing) : {};
	const names = drawing.random() < 0.1 ? [pick(drawing.random, texts)] : [];
	return { ...known, ...Object.fromEntries(names.map((name) => [name, drawn(values, name, drawing)])) };
}

/** An object under the key of a list keeps the hints of the list for its id. */
function drawnObject({ properties = {}, required = [] }: Schema, list: string, drawing: Drawing): unknown {
	const { random, density, editionDay } = drawing;
	const sections = sectionsByFacts(editionDay);
	const isCount = properties['guideline'] !== undefined && sections.length > 0;
	const inside = isCount ? { ...drawing, guideline: pick(random, sections) } : drawing;
	if (list === 'statutes' && properties['object'] && random() < 0.2) {
		return { id: '21:846', object: pick(random, ['21:841(b)(1)(A)', '21:841(b)(1)(C)', '21:841(b)(1)(B)']) };
	}
	if (list === 'statutes' && properties['drugs'] && random() < 0.1) {
		return { id: '21:841(b)(1)', drugs: drawn(properties['drugs'], 'drugs', drawing) };
	}
	if (list === 'statutes' && properties['circumstance'] && random() < 0.6) {
		const { id, circumstance } = pick(random, pick(random, [...byCircumstance.values()]));
		return circumstance === undefined ? { id } : { id, circumstance };
	}
	const isThere = (key: string) => required.includes(key) || random() < Math.max(density, 0.3);
	const keys = Object.keys(properties).filter(isThere);
	return Object.fromEntries(
		keys.map((key) => [key, drawn(properties[key] ?? {}, key === 'id' && hints[list] ? list : key, inside)]),
	);
}

function drawnInteger({ minimum = 0, maximum = 1000 }: Schema, random: Random): number {
	const usual = [0, 1, 2, 3, -2, -1, 4, 12, 18, 20, 60, 120, 240].filter((one) => one >= minimum && one <= maximum);
	return random() < 0.9 && usual.length > 0 ? pick(random, usual) : between(random, minimum, maximum);
}

/** The keys in another order: it says nothing. */
function shuffled(document: Record<string, unknown>, random: Random): Record<string, unknown> {
	const ranked = Object.entries(document).map((entry) => ({ entry, rank: random() }));
	return Object.fromEntries(ranked.sort((a, b) => a.rank - b.rank).map(({ entry }) => entry));
}

/** Every key and listed value that the schema knows, as paths: `priors/kinds=murder`. */
export function pathsOfSchema(schema: Schema = schemaOfCase, path = ''): string[] {
	if (schema.anyOf) return [...new Set(schema.anyOf.flatMap((one) => pathsOfSchema(one, path)))];
	if (schema.enum) return schema.enum.map((value) => `${path}=${value}`);
	if (schema.const !== undefined) return [`${path}=${schema.const}`];
	if (schema.type === 'boolean') return [`${path}=true`, `${path}=false`];
	if (schema.items) return [path, ...pathsOfSchema(schema.items, path)];
	const inside = Object.entries(schema.properties ?? {}).flatMap(([key, value]) =>
		pathsOfSchema(value, path === '' ? key : `${path}/${key}`),
	);
	return [...new Set(path === '' ? inside : [path, ...inside])];
}

/** The paths of the schema that a document goes through. */
export function pathsOfCase(value: unknown, path = ''): string[] {
	if (Array.isArray(value)) return [path, ...value.flatMap((one) => pathsOfCase(one, path))];
	if (typeof value !== 'object' || value === null) return [path, `${path}=${value}`];
	const inside = Object.entries(value).flatMap(([key, one]) => pathsOfCase(one, path === '' ? key : `${path}/${key}`));
	return path === '' ? inside : [path, ...inside];
}
