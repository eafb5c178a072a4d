import * as z from 'zod';
import { categories } from '../case/category.ts';
import { offenseClasses } from '../case/offense-class.ts';
import { date, level, months, range, tableLevel } from './result-fields.ts';

/** The parts of the result document on relief, on what the range decides besides, and on a later reduction. */

const text = z.string();
const dollars = z.int().min(0);
const offenseClass = z.enum(offenseClasses);
const zone = z.enum(['A', 'B', 'C', 'D']).nullable();
const part = z.strictObject({ months: z.int(), halfMonth: z.boolean() });
const effect = z.enum(['none', 'high-end-only', 'lowers-range']);

const relief = z.strictObject({
	kind: z.enum(['safety-valve', 'substantial-assistance']),
	provision: text,
	granted: z.boolean(),
	criteria: z.array(z.strictObject({ provision: text, description: text, met: z.boolean() })).exactOptional(),
	leastLevel: z.strictObject({ provision: text, level, maximumPoints: z.int().exactOptional() }).exactOptional(),
	leastRange: z.strictObject({ minimumMonths: months, maximumMonths: months, provision: text }).exactOptional(),
	stillBinds: z.strictObject({ minimumMonths: months, provision: text }).exactOptional(),
});

const statute = z.strictObject({
	provision: text,
	description: text,
	circumstance: text.exactOptional(),
	object: text.exactOptional(),
	minimumMonths: months.exactOptional(),
	maximumMonths: months,
	offenseClass,
	consecutive: z.boolean(),
	mayRunTogether: text.exactOptional(),
	inTotalRange: z.literal(true).exactOptional(),
});

const sentencingOptions = z.strictObject({
	provision: text,
	zone,
	minimumToBeServed: z.boolean(),
	probation: z.strictObject({
		authorized: z.boolean(),
		provision: text,
		confinementMonths: z.int().exactOptional(),
		substitutes: z.array(text).exactOptional(),
		term: z.strictObject({ minimumMonths: z.int(), maximumMonths: z.int(), provision: text }).exactOptional(),
		barredBy: text.exactOptional(),
	}),
	splitSentence: z.strictObject({
		authorized: z.boolean(),
		provision: text,
		imprisonment: part.exactOptional(),
		confinement: part.exactOptional(),
		substitutes: z.array(text).exactOptional(),
		barredBy: text.exactOptional(),
	}),
	imprisonmentRequiredBy: text.exactOptional(),
	statutoryMinimumMonths: months.exactOptional(),
	besideConsecutiveTerm: z.strictObject({ leastMonths: months, provision: text }).exactOptional(),
	onlyBelowMinimum: z.strictObject({ minimumMonths: months, provision: text }).exactOptional(),
	advice: z.strictObject({ provision: text, description: text }).exactOptional(),
});

const supervisedRelease = z.strictObject({
	offenseClass,
	classProvision: text,
	order: z.enum(['shall', 'shall-above-one-year', 'should-if-warranted', 'may', 'ordinarily-not']),
	provision: text,
	requiredAboveMonths: z.int().exactOptional(),
	deportableProvision: text.exactOptional(),
	term: z.strictObject({ minimumMonths: months, maximumMonths: months, provision: text }),
	recommended: z.strictObject({ months, provision: text }).exactOptional(),
	statuteMayAllowMore: text.exactOptional(),
	relievedOfMonths: months.exactOptional(),
	mayGoBelow: z.strictObject({ minimumMonths: months, provision: text }).exactOptional(),
});

const amendment = z.strictObject({
	id: text,
	name: text,
	listed: z.boolean(),
	inManualSince: date,
	listedSince: date.exactOptional(),
	ordersFrom: z.strictObject({ date, provision: text, enteredEarlier: text }).exactOptional(),
	adds: z.strictObject({ levels: level, provision: text }).exactOptional(),
	ofDrugQuantity: z.literal(true).exactOptional(),
	changes: text.exactOptional(),
	lowers: z.strictObject({ mostLevels: level.exactOptional(), words: text }).exactOptional(),
	listedParts: z.array(text).exactOptional(),
	otherMotion: z.strictObject({ provision: text, description: text }).exactOptional(),
});

const reduction = z.strictObject({
	provision: text,
	policyStatementOf: date,
	orderDate: date,
	amendment: amendment.nullable(),
	amendments: z.array(amendment),
	originalRange: range,
	amended: z.strictObject({
		offenseLevel: tableLevel,
		criminalHistoryCategory: z.enum(categories),
		tableRange: range,
		range,
	}),
	lowersRange: z.boolean(),
	authorized: z.boolean(),
	reasons: z.array(z.strictObject({ provision: text, description: text })),
	lowestTermMonths: months.exactOptional(),
	comparableTermMonths: months.exactOptional(),
});

const sensitivityCell = z.strictObject({
	criminalHistoryCategory: z.enum(categories),
	range,
	zone,
	oneLevelLess: effect.nullable(),
	zoneChanges: z.boolean(),
});

export const afterRangeShape = {
	relief: relief.exactOptional(),
	statutes: z.array(statute).exactOptional(),
	sentencingOptions,
	supervisedRelease: supervisedRelease.exactOptional(),
	fine: z.strictObject({
		minimumDollars: dollars,
		maximumDollars: dollars,
		provision: text,
		tableOf: date,
		note: text.exactOptional(),
	}),
	specialAssessment: z
		.strictObject({
			dollarsPerCount: dollars,
			provision: text,
			counts: z.int().exactOptional(),
			totalDollars: dollars.exactOptional(),
			supposesOffensesFrom: date.exactOptional(),
		})
		.exactOptional(),
	sensitivity: z
		.array(z.strictObject({ offenseLevel: tableLevel, cells: z.array(sensitivityCell).length(categories.length) }))
		.exactOptional(),
	reduction: reduction.exactOptional(),
};
