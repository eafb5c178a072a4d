// The questions for facts of an illegal reentry that are missing.
import { key, said } from '../../../case/wording.ts';

export const ordersAsked = {
	question: 'On what days were final orders of exclusion, deportation or removal made?',
	remedy: said`Give ${key('removalOrders')}, [] where there was none`,
};

export const removalsAsked = {
	question: 'On what days was the defendant removed, or left while an order was outstanding?',
	remedy: said`Give ${key('removals')}, [] where it never happened`,
};

export const priorsAsked = {
	question: 'What sentences were imposed before?',
	remedy: said`Give ${key('priors')}, [] where there were none; or ${key('enhancements')} in place of facts`,
};

export const conductAsked = {
	question: 'On what day did the conduct begin?',
	problem: 'It decides on which side of the first removal order it lies',
};

/** The end of the instant offense, and what it decides. */
export const endAsked = (problem: string) => ({ question: 'On what day did the instant offense end?', problem });
