// §2L1.2: the increases, in every version.

import { type Case, commencement, comparison, convictedOn, given, isAdultConviction, isCrimeOfViolence, needed, originalTerm, type Prior, pronouncedTerm, type Revocation, totalTerm } from "./case-facts.ts";
import { addYears, type Day, earliest, latest } from "./dates.ts";
import { MissingFact } from "./missing.ts";
import { type GroupScore, type History, independentPoints, isCountable, pointsOfRun } from "./points.ts";
import type { Question } from "./readings.ts";
import { consecutiveRun, type Group, groupSentences } from "./single-sentences.ts";
import { add, FIVE_YEARS, nominalDays, ONE_YEAR_ONE_MONTH, type Term, TWO_YEARS } from "./terms.ts";

export type Increase = { readonly increase: number; readonly counted: readonly string[] };
type Item = { readonly id: string; readonly levels: number };

const NONE: Increase = { increase: 0, counted: [] };

export function illegalReentryIncrease(facts: Case, history: History): Increase {
  if (!facts.usesIllegalReentryGuideline) return NONE;
  if (facts.edition >= "2016-11-01") return versionOf2016(facts, history); // amendments 802, 809, 822, 836
  if (facts.edition >= "2001-11-01") return versionOf2001(facts, history); // amendments 632, 637, 658, 709, 722, 754, 764
  if (facts.edition >= "1997-11-01") return versionOf1997(facts); // amendment 562
  if (facts.edition >= "1991-11-01") return versionOf1991(facts); // amendment 375
  if (facts.edition >= "1989-11-01") return versionOf1989(facts); // amendment 193
  if (facts.edition >= "1988-01-15") return NONE; // amendment 38 deleted subsection (b)
  return versionOf1987(facts);
}

// ---------------------------------------------------------------------------------------------- common ground

function takesOther(facts: Case, question: Question): boolean {
  return facts.readings.has(question);
}

/** The greatest of the items that apply; the first named among equals. */
function greatest(items: readonly Item[]): Increase {
  const best = items.reduce<Item | undefined>((top, item) => (top === undefined || item.levels > top.levels ? item : top), undefined);
  return best === undefined ? NONE : { increase: best.levels, counted: [best.id] };
}

function isFelony(prior: Prior): boolean {
  return needed<string>(prior, "grade") === "felony";
}

/** "Federal, state, or local" since 1997; before that "felony" was not defined. */
function isDomestic(facts: Case, prior: Prior): boolean {
  if (!prior.never.has("foreign") && !prior.never.has("tribal")) return true;
  return facts.edition < "1997-11-01" && takesOther(facts, "foreign-felony-before-1997");
}

/** Whether there is a conviction to speak of. The exclusion by age is in the text since November 1, 2003 (amendment 658). */
function isUsable(facts: Case, prior: Prior): boolean {
  if (prior.never.has("expunged") && takesOther(facts, "expunged-before-2016")) return false;
  if (facts.edition >= "2003-11-01") return isAdultConviction(prior);
  const isJuvenile = prior.under18 && given<boolean>(prior, "convictedAsAdult") === false;
  return !(isJuvenile && takesOther(facts, "juvenile-before-2003"));
}

/** A later day. Two events of one day are not in order, unless the other reading is taken. */
function isAfter(facts: Case, later: Day, earlier: Day): boolean {
  return takesOther(facts, "same-day-order") ? later >= earlier : later > earlier;
}

// ------------------------------------------------------------------- deported, or remained, after a conviction

/** "Previously": not after the end of the instant offense. */
function isPrevious(facts: Case, day: Day): boolean {
  const end = facts.endedOn ?? facts.commencedOn;
  return end === undefined || day <= end;
}

/**
 * The days on which the person was deported after the conviction or, since 1997, ordered removed after it: who was
 * ordered removed after it either left (deported) or stayed (unlawfully remained).
 */
function triggers(facts: Case, prior: Prior): { days: Day[]; missing: MissingFact | undefined } {
  const conviction = convictedOn(prior);
  const ordersCount = facts.edition >= "1997-11-01";
  const days = [...(facts.removals ?? []), ...(ordersCount ? (facts.removalOrders ?? []) : [])].filter(
    (day) => isPrevious(facts, day) && isAfter(facts, day, conviction),
  );
  let missing: MissingFact | undefined;
  if (facts.removals === undefined) missing = new MissingFact("/removals");
  else if (ordersCount && facts.removalOrders === undefined) missing = new MissingFact("/removalOrders");
  return { days, missing };
}

function isDeportedAfter(facts: Case, prior: Prior): boolean {
  const { days, missing } = triggers(facts, prior);
  if (days.length > 0) return true;
  if (missing !== undefined) throw missing;
  return false;
}

/** Surely not deported after it: then nothing more need be known of the conviction. */
function isSurelyNotDeportedAfter(facts: Case, prior: Prior): boolean {
  const { days, missing } = triggers(facts, prior);
  return days.length === 0 && missing === undefined;
}

/** The priors worth a look. */
function candidates(facts: Case): Prior[] {
  return facts.priors.filter((prior) => !isSurelyNotDeportedAfter(facts, prior));
}

function counts(facts: Case, prior: Prior): boolean {
  return isUsable(facts, prior) && isDeportedAfter(facts, prior);
}

/** The misdemeanors of (b)(1)(B)(ii) and (b)(1)(E), deported after each. Fewer than three give nothing. */
function qualifyingMisdemeanors(facts: Case, priors: readonly Prior[]): Prior[] {
  const found = violentOrDrugMisdemeanors(facts, priors);
  return found.length < 3 ? [] : found.filter((prior) => counts(facts, prior));
}

function violentOrDrugMisdemeanors(facts: Case, priors: readonly Prior[]): Prior[] {
  const isDrugs = (prior: Prior) =>
    prior.kinds.has("drug-trafficking") && !(facts.edition < "2001-11-01" && takesOther(facts, "misdemeanor-drug-1997"));
  const ofKind = priors.filter((prior) => (isCrimeOfViolence(facts, prior) || isDrugs(prior)) && isDomestic(facts, prior));
  return ofKind.length < 3 ? [] : ofKind.filter((prior) => !isFelony(prior));
}

// -------------------------------------------------------------------------------------------------- 1987-1988

/** (b)(1): a previous unlawful entry that ended in deportation, with or without a conviction (amendment 38). */
function versionOf1987(facts: Case): Increase {
  if (facts.removals === undefined) throw new MissingFact("/removals");
  return facts.removals.some((day) => isPrevious(facts, day)) ? greatest([{ id: "(b)(1)", levels: 2 }]) : NONE;
}

// -------------------------------------------------------------------------------------------------- 1989-1991

const IMMIGRATION_KINDS = ["immigration", "illegal-reentry", "improper-entry", "alien-smuggling", "alien-smuggling-for-profit"];

/** (b)(1): a felony "other than a felony involving violation of the immigration laws". */
function isNonImmigrationFelony(facts: Case, prior: Prior): boolean {
  return !IMMIGRATION_KINDS.some((kind) => prior.kinds.has(kind)) && isDomestic(facts, prior) && isFelony(prior);
}

function versionOf1989(facts: Case): Increase {
  const priors = candidates(facts);
  const applies = priors.some((prior) => isNonImmigrationFelony(facts, prior) && counts(facts, prior));
  return applies ? greatest([{ id: "(b)(1)", levels: 4 }]) : NONE;
}

// -------------------------------------------------------------------------------------------------- 1991-1997

function versionOf1991(facts: Case): Increase {
  const items: Item[] = [];
  for (const prior of candidates(facts)) {
    if (isFrozenListFelony(facts, prior) && counts(facts, prior)) items.push({ id: "(b)(2)", levels: 16 });
    else if (isNonImmigrationFelony(facts, prior) && counts(facts, prior)) items.push({ id: "(b)(1)", levels: 4 });
  }
  return greatest(items);
}

/** Note 7 of 1991. It names offenses, not grades; of a crime of violence it asks five years imposed, suspended or not. */
function isFrozenListFelony(facts: Case, prior: Prior): boolean {
  const isListed =
    ["murder", "drug-trafficking", "firearms-trafficking", "money-laundering"].some((kind) => prior.kinds.has(kind)) ||
    (prior.kinds.has("crime-of-violence") && comparison(facts, prior)(frozenListTerm(facts, prior), FIVE_YEARS) >= 0);
  if (!isListed || prior.never.has("tribal")) return false;
  if (takesOther(facts, "frozen-list-felony") && !isFelony(prior)) return false;
  return !prior.never.has("foreign") || isForeignTermRecent(facts, prior);
}

/** The term pronounced; or, if longer, what was to be served at first and on revocation (which may be the same time again). */
function frozenListTerm(facts: Case, prior: Prior): Term {
  const pronounced = pronouncedTerm(facts, prior);
  if (takesOther(facts, "frozen-list-revocation")) return pronounced;
  const served = totalTerm(facts, prior);
  return nominalDays(served) > nominalDays(pronounced) ? served : pronounced;
}

/** "Completed within the previous 15 years": taken back from the commencement of the instant offense. */
function isForeignTermRecent(facts: Case, prior: Prior): boolean {
  const until = takesOther(facts, "frozen-list-foreign-window") ? latest(triggers(facts, prior).days) : undefined;
  return addYears(needed<Day>(prior, "releasedOn"), 15) >= (until ?? commencement(facts));
}

// -------------------------------------------------------------------------------------------------- 1997-2001

function versionOf1997(facts: Case): Increase {
  const priors = candidates(facts);
  const items: Item[] = [];
  for (const prior of priors) {
    // The statute decides what is an aggravated felony, and who judges that says so; any grade.
    if (prior.kinds.has("aggravated-felony")) {
      if (counts(facts, prior)) items.push({ id: "(b)(1)(A)", levels: 16 });
    } else if (isDomestic(facts, prior) && isFelony(prior) && counts(facts, prior)) {
      items.push({ id: "(b)(1)(B)(i)", levels: 4 });
    }
  }
  // Nothing in this version asks that the three be separate.
  if (qualifyingMisdemeanors(facts, priors).length >= 3) items.push({ id: "(b)(1)(B)(ii)", levels: 4 });
  return greatest(items);
}

// -------------------------------------------------------------------------------------------------- 2001-2016

function versionOf2001(facts: Case, history: History): Increase {
  const priors = candidates(facts);
  const items: Item[] = [];
  for (const prior of priors) {
    const item = itemOf2001(facts, history, prior);
    if (item !== undefined && counts(facts, prior)) items.push(item);
  }
  const misdemeanors = qualifyingMisdemeanors(facts, priors);
  if (misdemeanors.length >= 3 && countDistinct(facts, misdemeanors) >= 3) items.push({ id: "(b)(1)(E)", levels: 4 });
  return greatest(items.toSorted((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)));
}

/** The greatest of (A) to (D) for one conviction. */
function itemOf2001(facts: Case, history: History, prior: Prior): Item | undefined {
  // An aggravated felony of no other kind falls to (C) whatever its grade, which then is not needed.
  const onlyAggravated = prior.kinds.size === 1 && prior.kinds.has("aggravated-felony");
  const felony = !onlyAggravated && isDomestic(facts, prior) && isFelony(prior);
  if (felony) {
    if (isListedIn2001(facts, prior)) return withPoints(facts, history, prior, "(b)(1)(A)", 16, 12);
    if (prior.kinds.has("drug-trafficking")) {
      const imposed = sentenceImposed2001(facts, prior);
      const isLong = comparison(facts, prior)(imposed, ONE_YEAR_ONE_MONTH) > 0; // "exceeded 13 months"
      if (isLong) return withPoints(facts, history, prior, "(b)(1)(A)", 16, 12);
      if (nominalDays(imposed) > 0 || countsWhollySuspended(facts)) {
        return withPoints(facts, history, prior, "(b)(1)(B)", 12, 8); // never below (C)
      }
    }
  }
  if (prior.kinds.has("aggravated-felony")) return { id: "(b)(1)(C)", levels: 8 };
  return felony ? { id: "(b)(1)(D)", levels: 4 } : undefined;
}

/** (A)(ii) to (vii). Smuggling had to be for profit until 2003 (amendment 658). Firearms trafficking: note 1(B), firearms offense (I). */
function isListedIn2001(facts: Case, prior: Prior): boolean {
  const kinds = prior.kinds;
  return (
    isCrimeOfViolence(facts, prior) ||
    kinds.has("firearms") ||
    (kinds.has("firearms-trafficking") && !takesOther(facts, "kinds-by-name")) ||
    kinds.has("child-pornography") ||
    kinds.has("national-security") ||
    kinds.has("human-trafficking") ||
    kinds.has("alien-smuggling-for-profit") ||
    (kinds.has("alien-smuggling") && facts.edition >= "2003-11-01")
  );
}

/** Since November 1, 2011 (amendment 754) the levels of (A) and (B) depend on criminal history points. */
function withPoints(facts: Case, history: History, prior: Prior, id: string, levels: number, levelsWithoutPoints: number): Item {
  if (facts.edition < "2011-11-01" || receivesPointsUntil2016(facts, history, prior)) return { id, levels };
  return { id, levels: levelsWithoutPoints };
}

function scoreOf(history: History, prior: Prior): GroupScore | undefined {
  return history.groups.find((score) => score.group.includes(prior));
}

function isBeyondLimit(facts: Case, score: GroupScore): boolean {
  return takesOther(facts, "cap-receives") && score.points > 0 && score.counted === 0;
}

/**
 * A sentence inside a single sentence is looked at by itself (n.3(A), since November 1, 2015; before, courts split).
 * So is one that carries, with others, the aggregate that receives points.
 */
function receivesPointsUntil2016(facts: Case, history: History, prior: Prior): boolean {
  const score = scoreOf(history, prior);
  if (score === undefined || isBeyondLimit(facts, score)) return false;
  if (facts.edition < "2015-11-01" && takesOther(facts, "member-of-single-sentence")) {
    const [first] = score.carriers.toSorted((a, b) => nominalDays(totalTerm(facts, b)) - nominalDays(totalTerm(facts, a)) || 0);
    return first === prior && score.points > 0;
  }
  return (score.points > 0 && score.carriers.includes(prior)) || independentPoints(facts, prior) > 0;
}

/** 2001-2003 nothing but "13 months or less"; since 2003 some imprisonment must have been imposed (§4A1.2 n.2). */
function countsWhollySuspended(facts: Case): boolean {
  const byText = facts.edition < "2003-11-01";
  return takesOther(facts, "wholly-suspended-drug") ? !byText : byText;
}

/**
 * "Sentence imposed": the part not suspended, with revocation terms. 2001: silent on revocations, counted (the cases
 * in amendment 658's reason). 2003: counted, silent on when. 2012 (amendment 764): only if the revocation came before
 * the deportation, or the order after which the person remained; with several, before the last of them.
 */
function sentenceImposed2001(facts: Case, prior: Prior): Term {
  const own = (member: Prior) => totalTerm(facts, member, (revocation) => revocationCounts2001(facts, member, revocation));
  if (!takesOther(facts, "aggregation-before-2016")) return own(prior);
  const drugs = (member: Prior) => member.kinds.has("drug-trafficking") && isCountable(facts, member);
  const group = groupSentences(facts, facts.priors.filter(drugs)).find((members) => members.includes(prior));
  return group === undefined ? own(prior) : longestRunWith(group, prior, drugs, own).term;
}

function revocationCounts2001(facts: Case, prior: Prior, revocation: Revocation): boolean {
  if (facts.edition < "2003-11-01") return !takesOther(facts, "revocation-before-2003");
  const isTimed = facts.edition >= "2012-11-01" || takesOther(facts, "revocation-after-deportation");
  if (!isTimed) return true;
  const { days, missing } = triggers(facts, prior);
  if (missing !== undefined && days.every((day) => revocation.on >= day)) throw missing;
  const conviction = convictedOn(prior);
  const removals = (facts.removals ?? []).filter((day) => isPrevious(facts, day) && isAfter(facts, day, conviction));
  const first = earliest(removals.length > 0 ? removals : days);
  const deported = takesOther(facts, "revocation-first-deportation") ? first : latest(days);
  return deported !== undefined && revocation.on < deported;
}

/** Three convictions, apart from each other: by the tests of 2001, as related cases (2003), as single sentences (2007). */
function countDistinct(facts: Case, misdemeanors: readonly Prior[]): number {
  if (facts.edition >= "2003-11-01" || takesOther(facts, "three-convictions-2001")) return groupSentences(facts, misdemeanors).length;
  // 2001: "separated by an intervening arrest; did not occur on the same occasion; were not part of a single common
  // scheme; OR were not consolidated": any one of the four. Of one occasion are offenses of one and the same day.
  const occasions: Prior[][] = [];
  for (const group of groupSentences({ ...facts, edition: "1987-11-01" }, misdemeanors)) {
    if (group.length === 1) {
      occasions.push([...group]);
      continue;
    }
    const days = new Set(group.map((prior) => needed<Day>(prior, "conductFrom")));
    for (const day of days) occasions.push(group.filter((prior) => needed<Day>(prior, "conductFrom") === day));
  }
  return occasions.length;
}

// -------------------------------------------------------------------------------------------------- since 2016

type Side = "before" | "after" | "neither";

const SENTENCE_TIERS: readonly { item: string; levels: number; reaches: (term: Term, compare: (a: Term, b: Term) => number) => boolean }[] = [
  { item: "(A)", levels: 10, reaches: (term, compare) => compare(term, FIVE_YEARS) >= 0 },
  { item: "(B)", levels: 8, reaches: (term, compare) => compare(term, TWO_YEARS) >= 0 },
  { item: "(C)", levels: 6, reaches: (term, compare) => compare(term, ONE_YEAR_ONE_MONTH) > 0 },
  { item: "(D)", levels: 4, reaches: () => true },
];
const MISDEMEANOR_LEVELS = 2; // (E)

/** The greatest of each of (b)(1), (b)(2), (b)(3), added together (§1B1.1 n.4(A)). Note 3: only what receives points. */
function versionOf2016(facts: Case, history: History): Increase {
  const scoring = history.groups.filter((score) => score.points > 0 && !isBeyondLimit(facts, score));
  const priors = scoring.flatMap((score) => score.group);
  const parts = [
    greatest(earlierReentries(facts, scoring, priors)),
    greatest(convictions(facts, scoring, priors, "before")),
    greatest(convictions(facts, scoring, priors, "after")),
  ];
  return { increase: parts.reduce((sum, part) => sum + part.increase, 0), counted: parts.flatMap((part) => part.counted) };
}

/** 8 U.S.C. § 1253 or § 1326, or a felony under § 1325(a), which is a second or later one. */
function isIllegalReentryOffense(prior: Prior): boolean {
  return prior.kinds.has("illegal-reentry") || prior.kinds.has("improper-entry");
}

function earlierReentries(facts: Case, scoring: readonly GroupScore[], priors: readonly Prior[]): Item[] {
  const sustained = priors.filter((prior) => isIllegalReentryOffense(prior) && isSustainedBeforeOffense(facts, prior));
  const items: Item[] = [];
  const felonies = sustained.filter((prior) => isFelony(prior) && isUsable(facts, prior));
  if (felonies.some((prior) => receivesPoints(facts, scoring, prior, (other) => felonies.includes(other)))) {
    items.push({ id: "(b)(1)(A)", levels: 4 });
  }
  const entries = sustained.filter((prior) => prior.kinds.has("improper-entry") && !isFelony(prior) && isUsable(facts, prior));
  if (countSeparate(scoring, entries, (prior) => receivesPoints(facts, scoring, prior, (other) => entries.includes(other))) >= 2) {
    items.push({ id: "(b)(1)(B)", levels: 2 });
  }
  return items;
}

/** "Committed the instant offense after sustaining": the conviction came before the commencement. */
function isSustainedBeforeOffense(facts: Case, prior: Prior): boolean {
  const start = takesOther(facts, "conviction-during-offense") ? (facts.endedOn ?? commencement(facts)) : commencement(facts);
  return isAfter(facts, start, convictedOn(prior));
}

/** (b)(2) is "before", (b)(3) is "after". */
function convictions(facts: Case, scoring: readonly GroupScore[], priors: readonly Prior[], side: "before" | "after"): Item[] {
  const subsection = side === "before" ? "(b)(2)" : "(b)(3)";
  const items: Item[] = [];
  // Of a consecutive run, the members that count in the same subsection are taken together.
  const isAlike = (prior: Prior) =>
    !isIllegalReentryOffense(prior) && isFelony(prior) && sideOf(facts, prior) === side && isUsable(facts, prior);
  for (const prior of priors) {
    if (isIllegalReentryOffense(prior) || !isFelony(prior)) continue;
    if (!receivesPoints(facts, scoring, prior, isAlike) || !isAlike(prior)) continue;
    const imposed = sentenceImposed2016(facts, scoring, prior, isAlike, side);
    const tier = SENTENCE_TIERS.find((each) => each.reaches(imposed, comparison(facts, prior)));
    if (tier !== undefined) items.push({ id: subsection + tier.item, levels: tier.levels });
  }
  const misdemeanors = violentOrDrugMisdemeanors(facts, priors);
  if (countGroups(scoring, misdemeanors) >= 3) {
    const isUsed = (prior: Prior) => misdemeanors.includes(prior) && sideOf(facts, prior) === side && isUsable(facts, prior);
    const count = countSeparate(scoring, misdemeanors, (prior) => receivesPoints(facts, scoring, prior, isUsed) && isUsed(prior));
    if (count >= 3) items.push({ id: `${subsection}(E)`, levels: MISDEMEANOR_LEVELS });
  }
  return items;
}

/** Note 3: counted separately, so one of each single sentence (§4A1.2 n.3(A)). */
function countSeparate(scoring: readonly GroupScore[], priors: readonly Prior[], isUsed: (prior: Prior) => boolean): number {
  return countGroups(scoring, priors.filter(isUsed));
}

function countGroups(scoring: readonly GroupScore[], priors: readonly Prior[]): number {
  return scoring.filter((score) => priors.some((prior) => score.group.includes(prior))).length;
}

function groupOf(scoring: readonly GroupScore[], prior: Prior): Group {
  return scoring.find((score) => score.group.includes(prior))?.group ?? [prior];
}

/** By itself (note 4, §4A1.2 n.3(A)), or as part of a run of consecutive terms of the same sort. */
function receivesPoints(facts: Case, scoring: readonly GroupScore[], prior: Prior, isAlike: (prior: Prior) => boolean): boolean {
  if (independentPoints(facts, prior) > 0) return true;
  const group = groupOf(scoring, prior);
  if (group.every((other) => other === prior || (!other.consecutiveTo.includes(prior.id) && !prior.consecutiveTo.includes(other.id)))) return false;
  if (!isAlike(prior)) return false;
  const run = longestRunWith(group, prior, isAlike, (member) => totalTerm(facts, member));
  return run.members.length > 1 && pointsOfRun(facts, run.members, run.term) > 0;
}

/** The longest run of consecutive terms that this sentence is part of. */
function longestRunWith(group: Group, prior: Prior, within: (prior: Prior) => boolean, termOf: (prior: Prior) => Term): { members: Prior[]; term: Term } {
  return group
    .filter(within)
    .map((end) => consecutiveRun(group, end, within, termOf, nominalDays))
    .filter((run) => run.members.includes(prior))
    .reduce((best, run) => (nominalDays(run.term) > nominalDays(best.term) ? run : best), { members: [prior], term: termOf(prior) });
}

/**
 * Note 2: the part to be served, with revocation terms (since 2018 whenever imposed; 2016 silent, all counted);
 * consecutive terms of a single sentence together (Garcia-Sanchez; Cuevas-Lopez).
 */
function sentenceImposed2016(facts: Case, scoring: readonly GroupScore[], prior: Prior, isAlike: (prior: Prior) => boolean, side: Side): Term {
  const first = firstOrder(facts);
  const isTimed = facts.edition < "2018-11-01" && side === "before" && takesOther(facts, "revocation-after-first-order");
  const termOf = (member: Prior) => {
    const revocations = member.revocations.filter((revocation) => !isTimed || first === undefined || revocation.on < first);
    return revocations.reduce((sum, revocation) => add(sum, revocation.term), originalTerm(facts, member));
  };
  if (takesOther(facts, "no-aggregation")) return termOf(prior);
  return longestRunWith(groupOf(scoring, prior), prior, isAlike, termOf).term;
}

/** The first order ever made, if it came before the instant offense was over: a later one ordered nobody removed before it. */
function firstOrder(facts: Case): Day | undefined {
  return earliest((facts.removalOrders ?? []).filter((day) => isPrevious(facts, day)));
}

/**
 * On which side of the first order: 2016-2018 the conviction before it, or the conduct after it (and a gap between);
 * since 2018 the conduct, and what straddles is before (note 5). The order is the first ever.
 * Where there never was one, nothing was "before" it.
 */
function sideOf(facts: Case, prior: Prior): Side {
  if (facts.removalOrders === undefined) throw new MissingFact("/removalOrders");
  const first = firstOrder(facts);
  if (first === undefined) return takesOther(facts, "never-ordered") ? "before" : "neither";
  const isByConduct = facts.edition >= "2018-11-01"; // amendment 809
  const conviction = convictedOn(prior);
  if (isAfter(facts, first, conviction)) return "before"; // who was convicted before it had acted before it
  const from = given<Day>(prior, "conductFrom");
  const to = given<Day>(prior, "conductTo");
  if (isByConduct) {
    if (to !== undefined && to < first) return "before";
    const began = from ?? needed<Day>(prior, "conductFrom");
    return isAfter(facts, first, began) ? "before" : "after"; // on the day of the order: not before it, so after it
  }
  if (from !== undefined && from > first) return "after";
  const ended = to ?? needed<Day>(prior, "conductFrom");
  const isConductAfter = takesOther(facts, "same-day-order") ? ended > first : ended >= first;
  return isConductAfter ? "after" : "neither";
}
