// The shape of a Chapter Two guideline: one version of one section. src/calculation/chapter-two/ evaluates any of them.
import * as z from 'zod';
import { type Condition, condition, id, name, offenseLevel } from './condition-schema.ts';
import { conditionsIn } from './conditions-in.ts';
import { leastPoints, pointsOfRow, priorRules } from './priors-schema.ts';
import { factsOfReference, levelByReference } from './reference-schema.ts';
import { citation, levels, provision, version } from './table-fields.ts';

const section = z.string().regex(/^\d[A-Z]\d\.\d+$/, 'a section, such as "2L1.1"');

/** What the guideline asks of the offense, by name, with the question in words; some only of a count under certain statutes. */
const asked = { name, question: z.string().min(2), convictedUnder: z.array(provision).min(1).optional() };
const fact = z.discriminatedUnion('kind', [
	z.strictObject({ ...asked, kind: z.literal('yes-no') }),
	z.strictObject({ ...asked, kind: z.literal('number'), unit: z.string(), least: z.int() }),
	z.strictObject({
		...asked,
		kind: z.literal('choice'),
		choices: z.array(z.strictObject({ value: z.string().regex(/^[a-z0-9.-]+$/), words: z.string().min(2) })).min(2),
	}),
]);

const baseOffenseLevel = z.strictObject({
	id,
	description: z.string().min(2).optional(),
	/** A level, that of the drugs in the Drug Quantity Table, or that of another guideline. Without `when` it applies if no other does. */
	levels: z.union([offenseLevel, z.literal('drug-quantity'), levelByReference]),
	when: condition.optional(),
	citation,
});

/** What the base offense level becomes for some, before any characteristic: a level from one to another is changed. */
const baseLimit = z.strictObject({
	id,
	description: z.string().min(2),
	base: z.array(id).min(1),
	fromLevel: offenseLevel,
	toLevel: offenseLevel.optional(),
	levels: levels.optional(),
	mostLevel: offenseLevel.optional(),
	when: condition,
	citation,
});

const row = z.strictObject({
	id,
	description: z.string().min(2),
	levels,
	/** Where it turns on prior convictions: what their criminal history points make of it. */
	points: pointsOfRow.optional(),
	levelsWithoutPoints: levels.optional(),
	leastPoints: leastPoints.optional(),
	/** A resulting level below it is raised to it. */
	leastLevel: offenseLevel.optional(),
	/** A resulting level above it is lowered to it. */
	mostLevel: offenseLevel.optional(),
	when: condition,
	citation,
});

/** One numbered characteristic: its rows are alternatives, and the one with the greatest resulting level applies. */
const characteristic = z.strictObject({ id, description: z.string().min(2), rows: z.array(row).min(1) });

/** A limit on what some characteristics come to together. */
const cap = z.strictObject({
	after: id,
	mostLevel: offenseLevel,
	unless: condition.optional(),
	description: z.string().min(2),
	citation,
});

const crossReference = z.strictObject({
	id,
	description: z.string().min(2),
	/** The guideline it leads to, where it is one that can be named. */
	guideline: section.optional(),
	/** Applies only where the level there is greater than here. */
	onlyIfGreater: z.boolean(),
	when: condition,
	citation,
});

/** How §3D1.2 treats several counts under it: by adding a quantity up (subsection (d)), or by the harm, which is asked. */
const grouping = z.strictObject({ by: z.enum(['aggregate', 'harm']), citation });

const held = z.strictObject({
	...version,
	inForce: z.literal(true),
	title: z.string().min(2),
	/** What people call it, besides its title. */
	alsoCalled: z.array(z.string()),
	/** The statutes that Appendix A refers to it, as far as they are held. */
	statutes: z.array(provision),
	facts: z.array(fact),
	priors: priorRules.optional(),
	base: z.strictObject({
		apply: z.enum(['first', 'greatest']),
		rows: z.array(baseOffenseLevel).min(1),
		limits: z.array(baseLimit),
	}),
	characteristics: z.array(characteristic),
	caps: z.array(cap),
	crossReferences: z.array(crossReference),
	noAdjustments: z.array(provision).min(1).optional(),
	grouping,
});

const gone = z.strictObject({ ...version, inForce: z.literal(false), movedTo: section.optional() });

type Held = z.infer<typeof held>;
type Row = z.infer<typeof row>;

/** Every id a condition or a cap may name, and every fact it may ask for, stand in the guideline itself. */
function loose(guideline: Held): string[] {
	const facts = new Set(guideline.facts.map((one) => one.name));
	const rows = guideline.characteristics.flatMap((one) => one.rows);
	const ids = new Set([...rows, ...guideline.base.rows].map((one) => one.id));
	const noFact = (fact: string) => (facts.has(fact) ? [] : [`the fact ${fact} is not among its facts`]);
	const namedIn = (one: Condition): string[] => {
		if ('fact' in one) return noFact(one.fact);
		if ('base' in one) return one.base.filter((each) => !ids.has(each)).map((each) => `${each} is not its`);
		if ('applied' in one) return one.applied.filter((each) => !ids.has(each)).map((each) => `${each} is not its`);
		return 'priors' in one && one.priors.fact !== undefined ? noFact(one.priors.fact) : [];
	};
	const inGroups = guideline.characteristics.flatMap((one) => [...new Set(one.rows.map((row) => row.id))]);
	const twice = ids.size === inGroups.length + guideline.base.rows.length ? [] : ['an id stands twice'];
	const asked = guideline.base.rows.flatMap(({ levels }) => factsOfReference(levels));
	const caps = guideline.caps.filter(({ after }) => !guideline.characteristics.some(({ id: one }) => one === after));
	const others = [...guideline.base.rows, ...guideline.base.limits, ...guideline.crossReferences];
	const apart = [...others.map(({ when }) => when), ...guideline.caps.map(({ unless }) => unless)].flatMap(
		conditionsIn,
	);
	return [
		...twice,
		...[...rows.flatMap(({ when }) => conditionsIn(when)), ...apart].flatMap(namedIn),
		...asked.flatMap((one) => namedIn({ fact: one, is: true })),
		...caps.map(({ after }) => `a cap stands after ${after}, which is no characteristic of it`),
		...apart.filter((one) => 'timing' in one).map(() => 'only a row of a characteristic may turn on a timing'),
		...rows.flatMap((one) => untimed(one, guideline)),
	];
}

/** What a row that turns on prior convictions needs of the guideline beside it. */
function untimed({ id: one, when, points, levelsWithoutPoints }: Row, { priors }: Held): string[] {
	const timed = conditionsIn(when).filter((each) => 'timing' in each);
	const ofLength = timed.some(({ convictions = [] }) => convictions.some(({ sentence }) => sentence !== undefined));
	return [
		timed.length > 0 && priors === undefined && `${one} turns on a timing, and priors does not say from what it counts`,
		ofLength && !priors?.sentenceImposed && `${one} turns on a sentence, and priors does not say what is one`,
		points !== undefined && timed.length === 0 && `${one} has points, and turns on no conviction`,
		(points === 'lowers') !== (levelsWithoutPoints !== undefined) &&
			`${one}: levelsWithoutPoints goes with points that lower it, and only with them`,
	].filter((problem) => problem !== false);
}

export const guidelineSchema = z.discriminatedUnion('inForce', [
	held.superRefine((guideline, context) => {
		for (const message of loose(guideline)) context.addIssue({ code: 'custom', message });
	}),
	gone,
]);

/** One version of a Chapter Two guideline, or the date from which there is none. */
export type GuidelineVersion = z.infer<typeof guidelineSchema>;
/** A Chapter Two guideline in force. */
export type Guideline = Held;
export type GuidelineFact = Held['facts'][number];
/** A row of a characteristic. */
export type GuidelineRow = Row;
