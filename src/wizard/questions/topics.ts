// All topics, in the order of asking.
import { keptFields } from '../interview/kept-fields.ts';
import { fastTrack, statutoryMaximum, statutoryMinimum, statutoryRelief } from './chapter-five.ts';
import { acceptance, adjustments } from './chapter-three.ts';
import { baseOffenseLevel, characteristics } from './chapter-two.ts';
import { criminalHistory, zeroPointOffender } from './criminal-history.ts';
import { drugs } from './drugs.ts';
import { edition } from './edition.ts';
import { addedExtras } from './extras.ts';
import { datesThatMatter, historyFacts, reentryFacts } from './facts.ts';
import { guidelineFacts } from './guideline-facts.ts';
import { offense } from './offense.ts';
import { offenseDate } from './offense-date.ts';
import { offenseDetails } from './offense-details.ts';
import type { Context, Question } from './question.ts';
import { role } from './role.ts';

/** What is asked, in this order: one line a topic. A topic gives the questions that matter as the answers stand. */
export const topics: readonly ((context: Context) => Question[])[] = [
	edition,
	keptFields,
	offenseDate,
	offense,
	offenseDetails,
	drugs,
	baseOffenseLevel,
	guidelineFacts,
	reentryFacts,
	characteristics,
	role,
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
