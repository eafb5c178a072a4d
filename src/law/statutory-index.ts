// The shape of the Statutory Index, Appendix A of the Manual.
import * as z from 'zod';
import { date, provision, version } from './table-fields.ts';

const section = z.string().regex(/^\d[A-Z]\d\.\d+$/, 'a section, such as "2K2.1"');

/** To which guidelines the Manual refers a statute (§1B1.2(a), Appendix A), as far as the statutes are held. */
export const statutoryIndex = z.strictObject({
	...version,
	/** The edition whose Appendix A was read; that of an earlier one may refer a statute elsewhere. */
	readIn: date,
	references: z.array(
		z.strictObject({
			statutes: z.array(provision).min(1),
			/** In printed order. */
			guidelines: z.array(section).min(1),
			/** What the index adds in parentheses, in our own words. */
			note: z.string().min(2).optional(),
		}),
	),
	/** Guidelines that have no table of their own in Chapter Two here, by what people call them. */
	names: z.array(
		z.strictObject({ section, title: z.string().min(2), alsoCalled: z.array(z.string().min(2)).optional() }),
	),
});
