import * as z from 'zod';
import { listOf, text, yesOrNo } from './fields.ts';

/** The offense by its Chapter Two guideline: the section, the base offense level where several stand there, and facts by name. */

const sectionRemedy = 'give the section of a Chapter Two guideline, such as "2L1.2"';
const factRemedy = 'give true or false, a whole number, or one of the words that the guideline lists';

const idRemedy = 'give ids of specific offense characteristics of the guideline, such as "(b)(1)(A)"';
const facts = z.record(z.string(), z.union([z.boolean(), z.number(), z.string()], { error: factRemedy }), {
	error: 'give an object of facts by name, such as {"aliens": 24, "weapon": true}',
});
const guideline = text(sectionRemedy).regex(/^\d[A-Z]\d\.\d{1,2}$/, { error: sectionRemedy });
const base = text('give the id of a base offense level of the guideline, such as "(a)(4)(A)"');

/** A count of another guideline, or of the same one: its own facts, and whether it is one harm with the count of the case. */
export const countOfGuideline = z.strictObject({
	guideline,
	base: base.optional(),
	offense: facts.optional(),
	enhancements: listOf(text(idRemedy), idRemedy).optional(),
	chapterThree: listOf(text('give the provision of an adjustment'), 'give an array of provisions').optional(),
	sameHarm: yesOrNo().optional(),
	label: text('give text').optional(),
});

export const chapterTwoShape = {
	guideline: guideline.optional(),
	base: base.optional(),
	offense: facts.optional(),
};
