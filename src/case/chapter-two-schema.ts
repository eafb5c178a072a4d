// The keys of the case document for Chapter Two.
import * as z from 'zod';
import { drugs } from './drugs-schema.ts';
import { listOf, text, yesOrNo } from './fields.ts';

/** The offense by its Chapter Two guideline: the section, the base offense level where several stand there, and facts by name. */

const sectionRemedy = 'give the section of a Chapter Two guideline, such as "2L1.2"';
const factRemedy = 'give true or false, a whole number, or one of the words that the guideline lists';

const idRemedy = 'give the id of a specific offense characteristic of the guideline, such as "(b)(1)(A)"';
const facts = z.record(z.string(), z.union([z.boolean(), z.number(), z.string()], { error: factRemedy }), {
	error: 'give an object of facts by name, such as {"aliens": 24, "weapon": true}',
});
const guideline = text(sectionRemedy).regex(/^\d[A-Z]\d\.\d{1,2}$/, { error: sectionRemedy });
/** The letters and numbers of a provision within its section, as the Manual prints them. */
const idPattern = /^\([a-z]\)(?:\(\d+\)(?:\([A-Z]\)(?:\([ivx]+\))?)?)?$/;
export const characteristicId = text(idRemedy).regex(idPattern, { error: idRemedy });
const baseRemedy = 'give the id of a base offense level of the guideline, such as "(a)(4)(A)"';
const base = text(baseRemedy).regex(idPattern, { error: baseRemedy });

const adjustmentRemedy = 'give the provision of an adjustment, such as "§3B1.2(b)"';
/** A provision of Chapter Three, as the Manual prints it. */
export const adjustmentProvision = text(adjustmentRemedy).regex(
	/^§\d[A-Z]\d\.\d{1,2}(?:\([a-z0-9]\)(?:\(\d\)|\([A-Z]\))*)?$/,
	{ error: adjustmentRemedy },
);

/** A count of another guideline, or of the same one: its own facts, and whether it is one harm with the count of the case. */
export const countOfGuideline = z.strictObject({
	guideline,
	base: base.optional(),
	offense: facts.optional(),
	enhancements: listOf(characteristicId, idRemedy).optional(),
	chapterThree: listOf(adjustmentProvision, 'give an array of provisions').optional(),
	sameHarm: yesOrNo().optional(),
	label: text('give text').optional(),
});

export const chapterTwoShape = {
	guideline: guideline.optional(),
	base: base.optional(),
	offense: facts.optional(),
	drugs: drugs.optional(),
};
