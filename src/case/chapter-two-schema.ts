import * as z from 'zod';
import { text } from './fields.ts';

/** The offense by its Chapter Two guideline: the section, the base offense level where several stand there, and facts by name. */

const sectionRemedy = 'give the section of a Chapter Two guideline, such as "2L1.2"';
const factRemedy = 'give true or false, a whole number, or one of the words that the guideline lists';

export const chapterTwoShape = {
	guideline: text(sectionRemedy)
		.regex(/^\d[A-Z]\d\.\d{1,2}$/, { error: sectionRemedy })
		.optional(),
	base: text('give the id of a base offense level of the guideline, such as "(a)(4)(A)"').optional(),
	offense: z
		.record(z.string(), z.union([z.boolean(), z.number(), z.string()], { error: factRemedy }), {
			error: 'give an object of facts by name, such as {"aliens": 24, "weapon": "possessed"}',
		})
		.optional(),
};
