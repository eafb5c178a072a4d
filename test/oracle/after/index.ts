// What comes after the range: options, terms, fines, assessments, floors and reductions. See ../README.md.

export { careerOffender, safetyValveFloor } from "./levels.ts";
export type { CareerOffender, SafetyValveFloor } from "./levels.ts";
export { fineRange, specialAssessment } from "./money.ts";
export type { FineRange, FineTableDate, SpecialAssessment } from "./money.ts";
export { probationTerm, sentencingOptions } from "./options.ts";
export type { ProbationTerm, SentencingOptions } from "./options.ts";
export { authorizedReleaseYears, offenseClass, supervisedRelease } from "./release.ts";
export type { FelonyClass, MisdemeanorClass, OffenseClass, ReleaseFacts, SupervisedRelease } from "./release.ts";
export { coveredAmendments } from "./retroactivity.ts";
export type { CoveredAmendment, CoveredAmendments } from "./retroactivity.ts";
