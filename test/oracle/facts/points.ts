// §4A1.1 and §4A1.2: criminal history points, in every edition.

import { type Case, commencement, comparison, given, isAdultConviction, isCrimeOfViolence, needed, type Prior, type Revocation, sentencedOn, totalTerm } from "./case-facts.ts";
import { addYears, type Day, isLessThanYearsAfter, isWithinYears, latest } from "./dates.ts";
import { MissingFact } from "./missing.ts";
import { consecutiveRun, type Group, groupSentences } from "./single-sentences.ts";
import { nominalDays, NO_TERM, ONE_YEAR_ONE_MONTH, SIXTY_DAYS, type Term } from "./terms.ts";

const LONG_SENTENCE_POINTS = 3; // §4A1.1(a)
const MIDDLE_SENTENCE_POINTS = 2; // §4A1.1(b)
const OTHER_SENTENCE_POINTS = 1; // §4A1.1(c)
const OTHER_SENTENCES_LIMIT = 4; // §4A1.1(c)
const LONG_WINDOW_YEARS = 15; // §4A1.2(e)(1)
const OTHER_WINDOW_YEARS = 10; // §4A1.2(e)(2)
const UNDER_18_WINDOW_YEARS = 5; // §4A1.2(d)(2)
const VIOLENCE_SINCE = "1991-11-01"; // §4A1.1(f), amendment 382; (e) since 2010, (d) since 2023
const VIOLENCE_LIMIT = 3;
const SINGLE_SENTENCE_SINCE = "2007-11-01"; // amendment 709
const SHARED_REVOCATION_SINCE = "1991-11-01"; // §4A1.2 n.11, amendment 381
const COUNTABLE_STATUS_SINCE = "1989-11-01"; // amendment 260
const REDUCED_STATUS_SINCE = "2023-11-01"; // §4A1.1(e), amendment 821
const STATUS_POINTS = 2; // §4A1.1(d) until 2023
const REDUCED_STATUS_POINTS = 1;
const REDUCED_STATUS_THRESHOLD = 7; // points under (a) to (d)
const RECENCY_UNTIL = "2010-11-01"; // §4A1.1(e), removed by amendment 742
const RECENCY_POINTS = 2;
const RECENCY_POINTS_BESIDE_STATUS = 1;
const RECENCY_YEARS = 2;

export type GroupScore = {
  readonly group: Group;
  readonly points: number; // before the limit of (c)
  readonly counted: number; // after it
  readonly carriers: readonly Prior[]; // the sentence, or run of consecutive sentences, that the points rest on
};

export type History = {
  readonly points: number;
  readonly category: string;
  readonly priors: { readonly id: string; readonly points: number }[];
  readonly statusPoints: number;
  readonly recencyPoints: number;
  readonly violencePoints: number;
  readonly groups: readonly GroupScore[];
};

type TermOf = (prior: Prior) => Term;

/** Foreign (h), tribal (i), expunged (j), and what (c) leaves out; and what is not "previously imposed" ((a)(1)). */
export function isCountable(facts: Case, prior: Prior): boolean {
  if (prior.never.size > 0) return false;
  return facts.sentencingDate === undefined || sentencedOn(prior) <= facts.sentencingDate;
}

function isWithin(facts: Case, event: Day, years: number): boolean {
  const start = commencement(facts);
  if (facts.readings.has("leap-day")) return event >= addYears(start, -years);
  return isWithinYears(event, years, start);
}

/**
 * Was the person last released within so many years of the commencement (or later)?
 * A release is never earlier than the last day on which a term to be served was imposed, at first or on
 * revocation; where that day is inside already, the date of release is not needed.
 */
function wasReleasedWithin(facts: Case, prior: Prior, years: number): boolean {
  const released = given<Day>(prior, "releasedOn");
  const days = impositions(facts, prior);
  const earlier = days.filter((day) => day <= commencement(facts) || day === sentencedOn(prior));
  if (earlier.length < days.length && (released === undefined || released > commencement(facts))) {
    // Revoked after the commencement. The day of last release is what (k)(2)(A) names, although that time is past the period.
    if (facts.readings.has("custody-after-commencement")) return earlier.some((day) => isWithin(facts, day, years));
  }
  if (released !== undefined) return isWithin(facts, released, years);
  const imposed = latest(days);
  if (imposed !== undefined && isWithin(facts, imposed, years)) return true;
  return isWithin(facts, needed<Day>(prior, "releasedOn"), years);
}

/** The days on which a term to be served was imposed, at first or on revocation. */
function impositions(facts: Case, prior: Prior): Day[] {
  const days = prior.revocations.filter((revocation) => nominalDays(revocation.term) > 0).map((revocation) => revocation.on);
  if (nominalDays(totalTerm(facts, prior, () => false)) > 0) days.push(sentencedOn(prior));
  return days;
}

/** Points of one sentence, or of one run of consecutive sentences, of a given length. */
function pointsOfTerm(facts: Case, members: readonly Prior[], term: Term): number {
  const [first] = members;
  if (first === undefined) return 0;
  const compare = comparison(facts, first);
  const isLong = compare(term, ONE_YEAR_ONE_MONTH) > 0; // exactly 13 months is not
  const isMiddle = compare(term, SIXTY_DAYS) >= 0; // exactly 60 days is
  const imposedWithin = (years: number) => members.some((prior) => isWithin(facts, sentencedOn(prior), years));
  const releasedWithin = (years: number) => anyLazily(members, (prior) => wasReleasedWithin(facts, prior, years));

  // §4A1.2(e)(1), and (d)(1) for an adult conviction of a person under eighteen. The term includes revocations, (k)(2)(A).
  if (isLong && members.every((prior) => isAdultConviction(prior))) {
    return imposedWithin(LONG_WINDOW_YEARS) || releasedWithin(LONG_WINDOW_YEARS) ? LONG_SENTENCE_POINTS : 0;
  }
  // §4A1.2(d)(2): 60 days or more if released within five years; otherwise imposed within five years.
  if (members.some((prior) => prior.under18)) {
    if (isMiddle && releasedWithin(UNDER_18_WINDOW_YEARS)) return MIDDLE_SENTENCE_POINTS;
    return imposedWithin(UNDER_18_WINDOW_YEARS) ? OTHER_SENTENCE_POINTS : 0;
  }
  // §4A1.2(e)(2); the day of the original sentence even after a revocation, (k)(2)(C).
  if (!imposedWithin(OTHER_WINDOW_YEARS)) return 0;
  return isMiddle ? MIDDLE_SENTENCE_POINTS : OTHER_SENTENCE_POINTS;
}

/** True where one answer is yes; a missing fact matters only where no other answer is yes. */
function anyLazily<T>(items: readonly T[], test: (item: T) => boolean): boolean {
  let missing: MissingFact | undefined;
  for (const item of items) {
    try {
      if (test(item)) return true;
    } catch (error) {
      if (!(error instanceof MissingFact)) throw error;
      missing ??= error;
    }
  }
  if (missing !== undefined) throw missing;
  return false;
}

/**
 * §4A1.2(a)(2): the longest of concurrent terms, the aggregate of consecutive ones. Where that sentence is too old
 * and another of the group is not, the other one counts: (e)(3) leaves out only what is outside the periods.
 */
function scoreGroup(facts: Case, group: Group, termOf: TermOf, of: Group = group): { points: number; carriers: readonly Prior[] } {
  const runs = of.flatMap((end) => {
    const alone = { members: [end], term: termOf(end) };
    const run = consecutiveRun(group, end, (prior) => of.includes(prior), termOf, nominalDays);
    return run.members.length > 1 ? [run, alone] : [alone];
  });
  runs.sort((a, b) => Math.sign(nominalDays(b.term) - nominalDays(a.term)) || 0);
  let best = { points: 0, carriers: [] as readonly Prior[] };
  let missing: MissingFact | undefined;
  for (const run of runs) {
    try {
      const points = pointsOfTerm(facts, run.members, run.term);
      if (points > best.points) best = { points, carriers: run.members };
    } catch (error) {
      if (!(error instanceof MissingFact)) throw error;
      missing ??= error;
    }
    if (best.points === LONG_SENTENCE_POINTS) return best;
  }
  if (missing !== undefined) throw missing;
  return best;
}

/** The points that a sentence would have received by itself (§4A1.2 n.3(A)). */
export function independentPoints(facts: Case, prior: Prior): number {
  return pointsOfTerm(facts, [prior], totalTerm(facts, prior));
}

export function pointsOfRun(facts: Case, members: readonly Prior[], term: Term): number {
  return pointsOfTerm(facts, members, term);
}

/** The carrier that a group's points are shown with: its longest sentence, the earlier in the input among equals. */
function longest(carriers: readonly Prior[], termOf: TermOf): Prior | undefined {
  return carriers
    .toSorted((a, b) => a.index - b.index)
    .reduce<Prior | undefined>((best, prior) => (best === undefined || nominalDays(termOf(prior)) > nominalDays(termOf(best)) ? prior : best), undefined);
}

function limitOtherSentences(scores: Omit<GroupScore, "counted">[]): GroupScore[] {
  let room = OTHER_SENTENCES_LIMIT;
  return scores.map((score) => {
    if (score.points !== OTHER_SENTENCE_POINTS) return { ...score, counted: score.points };
    const counted = room > 0 ? OTHER_SENTENCE_POINTS : 0;
    room -= counted;
    return { ...score, counted };
  });
}

/**
 * §4A1.2 n.11: a revocation that applies to several separately counted sentences adds its term to one of them, the
 * one that gains most. The same term imposed on the same day on sentences of different groups is one revocation.
 */
function scoreGroups(facts: Case, groups: readonly Group[]): { scores: GroupScore[]; termOf: TermOf } {
  const shared = new Map<string, Set<Group>>();
  if (facts.edition >= SHARED_REVOCATION_SINCE && !facts.readings.has("shared-revocation")) {
    for (const group of groups) {
      for (const revocation of group.flatMap((prior) => prior.revocations)) {
        const key = revocationKey(revocation);
        shared.set(key, (shared.get(key) ?? new Set()).add(group));
      }
    }
  }
  const choices = [...shared].filter(([, among]) => among.size > 1);
  let best: { scores: GroupScore[]; termOf: TermOf; sum: number } | undefined;
  const tryAll = (at: number, kept: ReadonlyMap<string, Group>) => {
    const choice = choices[at];
    if (choice !== undefined) {
      for (const group of choice[1]) tryAll(at + 1, new Map([...kept, [choice[0], group]]));
      return;
    }
    const termOf: TermOf = (prior) =>
      totalTerm(facts, prior, (revocation) => kept.get(revocationKey(revocation))?.includes(prior) ?? true);
    const scores = limitOtherSentences(groups.map((group) => ({ group, ...scoreGroup(facts, group, termOf) })));
    const sum = scores.reduce((total, score) => total + score.counted, 0);
    if (best === undefined || sum > best.sum) best = { scores, termOf, sum };
  };
  tryAll(0, new Map());
  return best ?? { scores: [], termOf: () => NO_TERM };
}

function revocationKey(revocation: Revocation): string {
  return `${revocation.on} ${nominalDays(revocation.term)}`;
}

/**
 * The extra point for each crime of violence of a group whose sentence added nothing to the group's points.
 * Sentences are laid down longest first (crimes of violence first among equals); one that raises the points has
 * received points (§4A1.1 n.4, second example). One that is too old by itself lost nothing to the single sentence.
 */
function violencePoints(facts: Case, scores: readonly GroupScore[], termOf: TermOf): number {
  if (facts.edition < VIOLENCE_SINCE) return 0;
  let points = 0;
  for (const { group } of scores) {
    const violent = group.filter((prior) => isCrimeOfViolence(facts, prior));
    const isSingleSentenceRule = facts.edition >= SINGLE_SENTENCE_SINCE;
    const fewest = isSingleSentenceRule && facts.readings.has("violence-single-other") ? 1 : 2;
    if (group.length < 2 || violent.length < fewest) continue;
    const order = group.toSorted((a, b) => {
      const byLength = Math.sign(nominalDays(termOf(b)) - nominalDays(termOf(a))) || 0;
      return byLength || Number(violent.includes(b)) - Number(violent.includes(a)) || a.index - b.index;
    });
    let before = 0;
    for (const [at, prior] of order.entries()) {
      const after = scoreGroup(facts, group, termOf, order.slice(0, at + 1)).points;
      const addedNothing = after === before;
      before = after;
      if (!addedNothing || !violent.includes(prior) || independentPoints(facts, prior) === 0) continue;
      const earlier = order.slice(0, at).filter((other) => violent.includes(other));
      if (!isSingleSentenceRule && earlier.some((other) => isSameOccasion(facts, prior, other))) continue;
      points += 1;
    }
  }
  return Math.min(points, VIOLENCE_LIMIT);
}

/** 1991-2007, last sentence of §4A1.1(f). Offenses of one and the same single day are taken as one occasion. */
function isSameOccasion(facts: Case, a: Prior, b: Prior): boolean {
  const days = [a, b].flatMap((prior) => {
    const from = needed<Day>(prior, "conductFrom");
    return [from, given<Day>(prior, "conductTo") ?? from];
  });
  return new Set(days).size === 1 && !facts.readings.has("same-occasion-by-date");
}

/** §4A1.1(d) until 2023, (e) since. The sentence must be a countable one, so without one there is nothing to ask. */
function statusPoints(facts: Case, scores: readonly GroupScore[], pointsSoFar: number): number {
  const isReduced = facts.edition >= REDUCED_STATUS_SINCE;
  const isAnyCountable = scores.some((score) => score.points > 0);
  if (!isAnyCountable) {
    const isOpen = facts.edition < COUNTABLE_STATUS_SINCE && facts.readings.has("status-any-sentence");
    return isOpen && facts.underSentence === true ? STATUS_POINTS : 0;
  }
  if (isReduced && pointsSoFar < REDUCED_STATUS_THRESHOLD) return 0;
  if (facts.underSentence === undefined) throw new MissingFact("/instantOffense/underCriminalJusticeSentence");
  if (!facts.underSentence) return 0;
  return isReduced ? REDUCED_STATUS_POINTS : STATUS_POINTS;
}

/**
 * §4A1.1(e) until 2010: any part of the instant offense less than two years after release from a sentence counted
 * under (a) or (b), or while imprisoned on it (1987-1989 in the commentary, since then in the text).
 */
function recencyPoints(facts: Case, scores: readonly GroupScore[], termOf: TermOf, status: number): number {
  if (facts.edition >= RECENCY_UNTIL) return 0;
  const served = scores
    .filter((score) => score.points >= MIDDLE_SENTENCE_POINTS)
    .flatMap((score) => score.group.filter((prior) => nominalDays(termOf(prior)) > 0));
  if (!anyLazily(served, (prior) => isRecent(facts, prior))) return 0;
  return status > 0 ? RECENCY_POINTS_BESIDE_STATUS : RECENCY_POINTS;
}

function isRecent(facts: Case, prior: Prior): boolean {
  const start = commencement(facts);
  if (sentencedOn(prior) > start) {
    // Imposed after the offense began: recent if the offense was still going on then.
    if (facts.endedOn === undefined) throw new MissingFact("/instantOffense/endedOn");
    return facts.endedOn >= sentencedOn(prior);
  }
  const released = given<Day>(prior, "releasedOn");
  const days = impositions(facts, prior);
  const earlier = days.filter((day) => day <= (facts.endedOn ?? start));
  if (earlier.length < days.length && (released === undefined || released > (facts.endedOn ?? start))) {
    // Revoked after the instant offense: the last release came later still, and the one before it is not stated.
    if (earlier.some((day) => isLessThanYearsAfter(start, RECENCY_YEARS, day))) return true;
    return facts.readings.has("release-before-late-revocation");
  }
  if (released !== undefined) return isLessThanYearsAfter(start, RECENCY_YEARS, released);
  const imposed = latest(days);
  if (imposed !== undefined && isLessThanYearsAfter(start, RECENCY_YEARS, imposed)) return true;
  return isLessThanYearsAfter(start, RECENCY_YEARS, needed<Day>(prior, "releasedOn"));
}

/** Chapter Five, Part A: I 0-1, II 2-3, III 4-6, IV 7-9, V 10-12, VI 13 or more. */
export function categoryOf(points: number): string {
  if (points <= 1) return "I";
  if (points <= 3) return "II";
  if (points <= 6) return "III";
  if (points <= 9) return "IV";
  if (points <= 12) return "V";
  return "VI";
}

export function criminalHistory(facts: Case): History {
  const countable = facts.priors.filter((prior) => isCountable(facts, prior));
  const { scores, termOf } = scoreGroups(facts, groupSentences(facts, countable));
  const violence = violencePoints(facts, scores, termOf);
  const sentencePoints = scores.reduce((sum, score) => sum + score.counted, 0);
  const status = statusPoints(facts, scores, sentencePoints + violence);
  const recency = recencyPoints(facts, scores, termOf, status);
  const points = sentencePoints + violence + status + recency;
  const pointsOf = (prior: Prior) =>
    scores.reduce((sum, score) => (longest(score.carriers, termOf) === prior ? sum + score.counted : sum), 0);
  return {
    points,
    category: categoryOf(points),
    priors: facts.priors.map((prior) => ({ id: prior.id, points: pointsOf(prior) })),
    statusPoints: status,
    recencyPoints: recency,
    violencePoints: violence,
    groups: scores,
  };
}
