// The questions for facts of an illegal reentry that are missing.
import { key, said } from '../../../case/wording.ts';

export const ordersAsked = {
	question: 'On what dates were final orders of exclusion, deportation or removal entered?',
	remedy: said`Give ${key('removalOrders')}, or [] if there were none`,
};

export const removalsAsked = {
	question: 'On what dates was the client removed, or did the client leave while an order was outstanding?',
	remedy: said`Give ${key('removals')}, or [] if that never happened`,
};

export const priorsAsked = {
	question: 'What prior sentences does the client have?',
	remedy: said`Give ${key('priors')}, or [] if there are none; or give ${key('enhancements')} instead of facts`,
};

export const conductAsked = {
	question: 'When did the conduct begin?',
	problem: 'It decides whether the conduct came before or after the first removal order',
};

/** The end of the instant offense, and what it decides. */
export const endAsked = (problem: string) => ({ question: 'When did the instant offense end?', problem });
