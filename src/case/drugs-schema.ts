// The keys of the case document for drugs.
import * as z from 'zod';
import { listOf, text, yesOrNo } from './fields.ts';
import { limits } from './limits.ts';

/** Drugs by weight, as the case gives them: for §2D1.1 (relevant conduct), or as charged in a count. */

const drug = z.strictObject(
	{
		substance: text('give the name of a drug, such as "methamphetamine"').max(limits.name).regex(/\S/, {
			error: 'give the name of a drug, such as "methamphetamine"',
		}),
		quantity: text('give a quantity with its unit, such as "500 g"'),
		form: z.enum(['mixture', 'actual', 'ice'], { error: 'give "mixture", "actual" or "ice"' }).optional(),
		purity: text('give the purity in percent, such as "83%"').optional(),
	},
	{ error: 'give an object such as {"substance": "cocaine", "quantity": "500 g"}' },
);

const atLeastOne = { error: 'give at least one drug, or leave it out' };

/** Drugs as a count charges them. */
export const drugsCharged = listOf(drug, 'give an array of drugs').min(1, atLeastOne);

/** Drugs of the offense: under some guidelines also whether each directly involved what the guideline protects. */
export const drugs = listOf(drug.extend({ direct: yesOrNo().optional() }), 'give an array of drugs').min(1, atLeastOne);

export type GivenDrug = z.infer<typeof drugs>[number];
