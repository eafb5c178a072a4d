// The facts of a case document, ready to be asked for.

import type { Day } from "./dates.ts";
import { MissingFact } from "./missing.ts";
import type { Readings } from "./readings.ts";
import { add, byCalendarFrom, byNominalDays, type Comparison, NO_TERM, parseTerm, subtract, type Term } from "./terms.ts";

/**
 * `suspended` beside `sentence`. The contract calls `sentence` "imprisonment to be served", so the suspended part
 * stands beside it and both together are the term pronounced. "within" reads `sentence` as the term pronounced.
 */
export type SuspendedPart = "beside" | "within";

export type Revocation = { readonly on: Day; readonly term: Term };

export type Prior = {
  readonly index: number;
  readonly id: string;
  readonly raw: Readonly<Record<string, unknown>>;
  readonly kinds: ReadonlySet<string>;
  readonly never: ReadonlySet<string>;
  readonly revocations: readonly Revocation[];
  readonly sameChargesAs: readonly string[];
  readonly consecutiveTo: readonly string[];
  readonly under18: boolean;
};

export type Case = {
  readonly edition: Day;
  readonly readings: Readings;
  readonly suspendedPart: SuspendedPart;
  readonly priors: readonly Prior[];
  readonly removals: readonly Day[] | undefined;
  readonly removalOrders: readonly Day[] | undefined;
  readonly commencedOn: Day | undefined;
  readonly endedOn: Day | undefined;
  readonly underSentence: boolean | undefined;
  readonly sentencingDate: Day | undefined;
  readonly usesIllegalReentryGuideline: boolean;
};

type Json = Readonly<Record<string, unknown>>;

function object(value: unknown): Json {
  return typeof value === "object" && value !== null ? (value as Json) : {};
}

function list(value: unknown): string[] {
  if (value === undefined || value === null) return [];
  return (Array.isArray(value) ? value : [value]).map(String);
}

function optional<T>(value: unknown): T | undefined {
  return value === undefined || value === null ? undefined : (value as T);
}

function readPrior(value: unknown, index: number): Prior {
  const raw = object(value);
  const revocations = (optional<unknown[]>(raw["revocations"]) ?? []).map((entry, at) => {
    const revocation = object(entry);
    for (const key of ["on", "term"]) {
      if (revocation[key] === undefined) throw new MissingFact(`/priors/${index}/revocations/${at}/${key}`);
    }
    return { on: String(revocation["on"]), term: parseTerm(String(revocation["term"])) };
  });
  const age = optional<number>(raw["ageAtOffense"]);
  return {
    index,
    id: String(raw["id"] ?? index + 1),
    raw,
    kinds: new Set(list(raw["kinds"])), // left out: none of them
    never: new Set(list(raw["neverCounted"])), // left out: none of them
    revocations,
    sameChargesAs: list(raw["sameChargesAs"]), // left out: charges of its own
    consecutiveTo: list(raw["consecutiveTo"]), // left out: concurrent
    under18: age !== undefined && age < 18, // left out: 18 or older
  };
}

export function readCase(document: unknown, edition: Day, readings: Readings, suspendedPart: SuspendedPart): Case {
  const raw = object(document);
  if (raw["priors"] === undefined) throw new MissingFact("/priors");
  const instant = object(raw["instantOffense"]);
  return {
    edition,
    readings,
    suspendedPart,
    priors: (raw["priors"] as unknown[]).map(readPrior),
    removals: optional<Day[]>(raw["removals"]),
    removalOrders: optional<Day[]>(raw["removalOrders"]),
    commencedOn: optional<Day>(instant["commencedOn"]),
    endedOn: optional<Day>(instant["endedOn"]),
    underSentence: optional<boolean>(instant["underCriminalJusticeSentence"]),
    sentencingDate: optional<Day>(raw["sentencingDate"]),
    usesIllegalReentryGuideline: raw["guideline"] === "2L1.2" || (raw["guideline"] === undefined && raw["baseOffenseLevel"] === undefined),
  };
}

export function commencement(facts: Case): Day {
  if (facts.commencedOn === undefined) throw new MissingFact("/instantOffense/commencedOn");
  return facts.commencedOn;
}

export function given<T>(prior: Prior, key: string): T | undefined {
  return optional<T>(prior.raw[key]);
}

export function needed<T>(prior: Prior, key: string): T {
  const value = given<T>(prior, key);
  if (value === undefined) throw new MissingFact(`/priors/${prior.index}/${key}`);
  return value;
}

export function sentencedOn(prior: Prior): Day {
  return needed<Day>(prior, "sentencedOn");
}

/** Left out, the conviction was on the day of sentence. */
export function convictedOn(prior: Prior): Day {
  return given<Day>(prior, "convictedOn") ?? sentencedOn(prior);
}

/** Asked for only of a person under eighteen at the offense. */
export function isAdultConviction(prior: Prior): boolean {
  return !prior.under18 || needed<boolean>(prior, "convictedAsAdult");
}

/** What was to be served at first: the part not suspended (§4A1.2(b)(2)). */
export function originalTerm(facts: Case, prior: Prior): Term {
  const sentence = parseTerm(needed<string>(prior, "sentence"));
  return facts.suspendedPart === "beside" ? sentence : subtract(sentence, suspendedTerm(prior));
}

/** The term as pronounced, suspension disregarded (§2L1.2 note 7, 1991-1997). */
export function pronouncedTerm(facts: Case, prior: Prior): Term {
  const sentence = parseTerm(needed<string>(prior, "sentence"));
  return facts.suspendedPart === "beside" ? add(sentence, suspendedTerm(prior)) : sentence;
}

function suspendedTerm(prior: Prior): Term {
  const suspended = given<string>(prior, "suspended");
  return suspended === undefined ? NO_TERM : parseTerm(suspended);
}

/** §4A1.2(k)(1): the original term and every term imposed on revocation (those that `counts` lets in) together. */
export function totalTerm(facts: Case, prior: Prior, counts: (revocation: Revocation) => boolean = () => true): Term {
  return prior.revocations.filter(counts).reduce((sum, revocation) => add(sum, revocation.term), originalTerm(facts, prior));
}

export function comparison(facts: Case, prior: Prior): Comparison {
  return facts.readings.has("calendar-terms") ? byCalendarFrom(sentencedOn(prior)) : byNominalDays;
}

export function isCrimeOfViolence(facts: Case, prior: Prior): boolean {
  // Murder is named in every definition (§4B1.2 commentary; §2L1.2 note 1(B)(iii) of 2003, note 2 of 2016).
  return prior.kinds.has("crime-of-violence") || (prior.kinds.has("murder") && !facts.readings.has("kinds-by-name"));
}
