// §4A1.2(a)(2): which prior sentences are one sentence. "Related cases" until 2007, "single sentence" since.

import { type Case, given, needed, type Prior, sentencedOn } from "./case-facts.ts";
import type { Day } from "./dates.ts";
import { add, type Term } from "./terms.ts";

const INTERVENING_ARREST_SINCE = "1991-11-01"; // amendment 382
const SINGLE_SENTENCE_SINCE = "2007-11-01"; // amendment 709

export type Group = readonly Prior[];

function shareCharges(a: Prior, b: Prior): boolean {
  return a.sameChargesAs.includes(b.id) || b.sameChargesAs.includes(a.id);
}

/**
 * Since 2007: same charging instrument, or imposed on the same day.
 * Before: consolidated for trial or sentencing. One charging instrument is a consolidation; one day of sentence is
 * taken for one. A common occasion or plan across days of sentence is no fact that the case document can state.
 */
function areLinked(facts: Case, a: Prior, b: Prior): boolean {
  if (shareCharges(a, b)) return true;
  if (sentencedOn(a) !== sentencedOn(b)) return false;
  return facts.edition >= SINGLE_SENTENCE_SINCE || !facts.readings.has("same-day-consolidation");
}

/** The defendant was arrested for the first offense before committing the second: on an earlier day than it began. */
function areSeparatedByArrest(facts: Case, a: Prior, b: Prior): boolean {
  if (facts.edition < INTERVENING_ARREST_SINCE) return false;
  const conductOfA = needed<Day>(a, "conductFrom");
  const conductOfB = needed<Day>(b, "conductFrom");
  if (conductOfA === conductOfB) return false;
  const [first, second] = conductOfA < conductOfB ? [a, b] : [b, a];
  const arrest = needed<Day>(first, "arrestedOn");
  const secondBegan = needed<Day>(second, "conductFrom");
  if (facts.readings.has("arrest-during-second")) return arrest <= (given<Day>(second, "conductTo") ?? secondBegan);
  return arrest < secondBegan;
}

/**
 * Linked sentences are joined, and what is joined to one is joined to all of them, except that two sentences
 * separated by an arrest are never in one group ("always are counted separately"). Pairs are taken in input order.
 */
export function groupSentences(facts: Case, priors: readonly Prior[]): Group[] {
  let groups: Prior[][] = priors.map((prior) => [prior]);
  for (const [at, a] of priors.entries()) {
    for (const b of priors.slice(at + 1)) {
      if (!areLinked(facts, a, b) || areSeparatedByArrest(facts, a, b)) continue;
      const left = groups.find((group) => group.includes(a));
      const right = groups.find((group) => group.includes(b));
      if (left === undefined || right === undefined || left === right) continue;
      if (left.some((one) => right.some((other) => areLinked(facts, one, other) && areSeparatedByArrest(facts, one, other)))) continue;
      groups = groups.filter((group) => group !== right).map((group) => (group === left ? [...left, ...right] : group));
    }
  }
  return groups.map((group) => group.toSorted((a, b) => a.index - b.index));
}

/**
 * The run of consecutive terms that ends with this sentence: the sentence itself and, before it, what it was made
 * consecutive to (the longest such run). Two sentences both consecutive to a third run beside each other.
 * Only members of `within` add their terms; a sentence outside the group breaks nothing and adds nothing.
 */
export function consecutiveRun(
  group: Group,
  end: Prior,
  within: (prior: Prior) => boolean,
  termOf: (prior: Prior) => Term,
  length: (term: Term) => number,
  seen: readonly Prior[] = [],
): { members: Prior[]; term: Term } {
  const nothing = { members: [] as Prior[], term: { life: false, months: 0, days: 0 } };
  if (seen.includes(end)) return nothing;
  const before = group
    .filter((prior) => end.consecutiveTo.includes(prior.id))
    .map((prior) => consecutiveRun(group, prior, within, termOf, length, [...seen, end]))
    .reduce((best, run) => (length(run.term) > length(best.term) ? run : best), nothing);
  if (!within(end)) return before;
  return { members: [...before.members, end], term: add(before.term, termOf(end)) };
}
