// The shape of a Chapter Two guideline.
import * as z from 'zod';
import { citation, date, levels, provision, version } from './table-fields.ts';

/** The shape of a Chapter Two guideline: one version of one section. `src/calculation/chapter-two/` evaluates any of them. */

const id = z.string().regex(/^(\([a-zA-Z0-9]+\))+$/, 'letters and numbers as printed, such as "(b)(5)(A)"');
const section = z.string().regex(/^\d[A-Z]\d\.\d+$/, 'a section, such as "2L1.1"');
const name = z.string().regex(/^[a-z][a-zA-Z]*$/, 'the name of a fact, such as "aliens"');
const offenseLevel = z.int().min(1).max(43);

/** What the guideline asks of the offense, by name, with the question in words; some only of a count under certain statutes. */
const asked = { name, question: z.string().min(2), convictedUnder: z.array(provision).min(1).optional() };
const fact = z.discriminatedUnion('kind', [
	z.strictObject({ ...asked, kind: z.literal('yes-no') }),
	z.strictObject({ ...asked, kind: z.literal('number'), unit: z.string(), least: z.int() }),
	z.strictObject({
		...asked,
		kind: z.literal('choice'),
		choices: z.array(z.strictObject({ value: z.string().regex(/^[a-z0-9-]+$/), words: z.string().min(2) })).min(2),
	}),
]);

/** How many prior sentences of a kind: each imposed on a day of its own, where separate prosecutions are asked for. */
const priors = z.strictObject({
	grade: z.enum(['felony', 'misdemeanor']).optional(),
	kinds: z.array(z.string()).min(1).optional(),
	atLeast: z.int().min(1),
	separate: z.literal(true).optional(),
	/** The fact that states their number, where the case does not list them. */
	fact: name.optional(),
});

/** When a base offense level, a characteristic or a cross reference applies. */
export type Condition =
	| { fact: string; is: boolean | string | string[] }
	| { fact: string; atLeast?: number | undefined; atMost?: number | undefined }
	| { convictedUnder: string[] }
	| { offenseFrom: string }
	| { base: string[] }
	| { applied: string[] }
	| { adjustment: string[] }
	| { level: { atLeast: number } }
	| { priors: z.infer<typeof priors> }
	| { all: Condition[] }
	| { any: Condition[] }
	| { not: Condition };

const condition: z.ZodType<Condition> = z.lazy(() =>
	z.union([
		z.strictObject({ fact: name, is: z.union([z.boolean(), z.string(), z.array(z.string()).min(2)]) }),
		z
			.strictObject({ fact: name, atLeast: z.int().optional(), atMost: z.int().optional() })
			.refine(({ atLeast, atMost }) => atLeast !== undefined || atMost !== undefined, 'atLeast, atMost or both'),
		/** Sections of the Code, as it is cited: a count under any of them, or under a part of one. */
		z.strictObject({ convictedUnder: z.array(provision).min(1) }),
		z.strictObject({ offenseFrom: date }),
		/** The base offense level that applies is one of these. */
		z.strictObject({ base: z.array(id).min(1) }),
		/** One of these characteristics applies. */
		z.strictObject({ applied: z.array(id).min(1) }),
		/** The case has an adjustment under one of these provisions of Chapter Three. */
		z.strictObject({ adjustment: z.array(provision).min(1) }),
		/** The level that has been reached when the characteristic is weighed. */
		z.strictObject({ level: z.strictObject({ atLeast: offenseLevel }) }),
		z.strictObject({ priors }),
		z.strictObject({ all: z.array(condition).min(2) }),
		z.strictObject({ any: z.array(condition).min(2) }),
		z.strictObject({ not: condition }),
	]),
);

const baseOffenseLevel = z.strictObject({
	id,
	/** None where it is the only one. */
	description: z.string().min(2).optional(),
	/** A level, or that of the drugs in the Drug Quantity Table. */
	levels: z.union([offenseLevel, z.literal('drug-quantity')]),
	/** Where it is the one that applies when no other does, it has none. */
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
	base: z.strictObject({
		apply: z.enum(['first', 'greatest']),
		rows: z.array(baseOffenseLevel).min(1),
		limits: z.array(baseLimit),
	}),
	characteristics: z.array(characteristic),
	caps: z.array(cap),
	crossReferences: z.array(crossReference),
	grouping,
});

const gone = z.strictObject({ ...version, inForce: z.literal(false), movedTo: section.optional() });

type Held = z.infer<typeof held>;

/** Every id a condition or a cap may name, and every fact it may ask for, stand in the guideline itself. */
function loose(guideline: Held): string[] {
	const facts = new Set(guideline.facts.map((one) => one.name));
	const rows = guideline.characteristics.flatMap((one) => one.rows);
	const ids = new Set([...rows, ...guideline.base.rows].map((one) => one.id));
	const namedIn = (one: Condition | undefined): string[] => {
		if (one === undefined) return [];
		if ('fact' in one) return facts.has(one.fact) ? [] : [`the fact ${one.fact} is not among its facts`];
		if ('base' in one) return one.base.filter((each) => !ids.has(each)).map((each) => `${each} is not its`);
		if ('applied' in one) return one.applied.filter((each) => !ids.has(each)).map((each) => `${each} is not its`);
		if ('all' in one) return one.all.flatMap(namedIn);
		if ('any' in one) return one.any.flatMap(namedIn);
		if ('priors' in one) return one.priors.fact === undefined ? [] : namedIn({ fact: one.priors.fact, is: true });
		return 'not' in one ? namedIn(one.not) : [];
	};
	const inGroups = guideline.characteristics.flatMap((one) => [...new Set(one.rows.map((row) => row.id))]);
	const twice = ids.size === inGroups.length + guideline.base.rows.length ? [] : ['an id stands twice'];
	const caps = guideline.caps.filter(({ after }) => !guideline.characteristics.some(({ id: one }) => one === after));
	return [
		...twice,
		...[...guideline.base.rows, ...rows, ...guideline.crossReferences].flatMap(({ when }) => namedIn(when)),
		...guideline.caps.flatMap(({ unless }) => namedIn(unless)),
		...caps.map(({ after }) => `a cap stands after ${after}, which is no characteristic of it`),
	];
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
