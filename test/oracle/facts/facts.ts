// From what happened to criminal history points, category and §2L1.2 levels, in any edition from 1987-11-01 on.
// A second implementation, made from the primary texts alone, to compare the program with.

import { readCase, type SuspendedPart } from "./case-facts.ts";
import { illegalReentryIncrease } from "./illegal-reentry.ts";
import { MissingFact } from "./missing.ts";
import { criminalHistory } from "./points.ts";
import { type Question, QUESTIONS, type Readings, remembering } from "./readings.ts";

export type { SuspendedPart } from "./case-facts.ts";
export { type Question, QUESTIONS } from "./readings.ts";

export type Alternative = {
  readonly question: string;
  readonly increase?: number;
  readonly points?: number;
};

export type FactsAnswer = {
  readonly points: number;
  readonly category: string;
  readonly priors: { readonly id: string; readonly points: number }[];
  readonly statusPoints: number;
  readonly recencyPoints: number;
  readonly violencePoints: number;
  readonly increase: number;
  readonly counted: string[];
  readonly alternatives: Alternative[];
};

export type FactsResult = { readonly missing: string } | FactsAnswer;

export type OracleOptions = {
  /** Questions on which to take the other reading from the start. */
  readonly otherReadings?: readonly Question[];
  /** See SuspendedPart: the contract's words put the suspended part beside `sentence`. */
  readonly suspendedPart?: SuspendedPart;
};

export function oracleFacts(caseDocument: unknown, editionEffectiveDate: string, options: OracleOptions = {}): FactsResult {
  const taken = new Set<Question>(options.otherReadings ?? []);
  const suspendedPart = options.suspendedPart ?? "beside";
  const asked = new Set<Question>();
  const answer = answerUnder(caseDocument, editionEffectiveDate, remembering(taken, asked), suspendedPart);
  if ("missing" in answer) return answer;
  const alternatives: Alternative[] = [];
  for (const key of Object.keys(QUESTIONS) as Question[]) {
    if (taken.has(key) || !asked.has(key)) continue;
    const other = answerUnder(caseDocument, editionEffectiveDate, new Set([...taken, key]), suspendedPart);
    if ("missing" in other) continue; // the other reading asks for more than the case says
    if (other.points === answer.points && other.increase === answer.increase) continue;
    alternatives.push({
      question: QUESTIONS[key],
      ...(other.increase === answer.increase ? {} : { increase: other.increase }),
      ...(other.points === answer.points ? {} : { points: other.points }),
    });
  }
  return { ...answer, alternatives };
}

function answerUnder(document: unknown, edition: string, readings: Readings, suspendedPart: SuspendedPart): FactsResult {
  try {
    const facts = readCase(document, edition, readings, suspendedPart);
    const history = criminalHistory(facts);
    const { increase, counted } = illegalReentryIncrease(facts, history);
    const { groups: _inner, ...shown } = history;
    return { ...shown, increase, counted: [...counted], alternatives: [] };
  } catch (error) {
    if (error instanceof MissingFact) return { missing: error.pointer };
    throw error;
  }
}
