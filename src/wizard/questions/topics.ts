// All topics, in the order of asking.
import { keptFields } from '../interview/kept-fields.ts';
import { fastTrack, statutoryMaximum, statutoryMinimum, statutoryRelief } from './chapter-five.ts';
import { acceptance, adjustments } from './chapter-three.ts';
import { baseOffenseLevel, characteristics, guideline } from './chapter-two.ts';
import { criminalHistory, zeroPointOffender } from './criminal-history.ts';
import { edition, offenseDate } from './edition.ts';
import { addedExtras } from './extras.ts';
import { datesThatMatter, historyFacts, reentryFacts } from './facts.ts';
import type { Context, Question } from './question.ts';

/** What is asked, in this order: one line a topic. A topic gives the questions that matter as the answers stand. */
export const topics: readonly ((context: Context) => Question[])[] = [
	edition,
	keptFields,
	offenseDate,
	guideline,
	baseOffenseLevel,
	reentryFacts,
	characteristics,
	adjustments,
	acceptance,
	criminalHistory,
	historyFacts,
	zeroPointOffender,
	statutoryMinimum,
	statutoryRelief,
	statutoryMaximum,
	fastTrack,
	addedExtras,
	datesThatMatter,
];
