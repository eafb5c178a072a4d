// Where the text is open or courts split, the calculation takes the first reading and, run again, the other.
// Each question below says what the OTHER reading is. None of them is decided by the facts of a case.

export const QUESTIONS = {
  "same-day-consolidation":
    "1987-2007: sentences imposed on one day, without a shared charging document, were not consolidated, so not related cases (amendment 709 records the split over a formal order)",
  "same-occasion-by-date":
    "1991-2007: offenses of one and the same day did not occur on the same occasion, so §4A1.1(f) applies",
  "violence-single-other":
    "since 2007: the extra point goes also to a lone crime of violence in a single sentence carried by another offense (words of the guideline, against the commentary)",
  "arrest-during-second":
    "an arrest while the second offense was under way, or on its first day, also intervenes",
  "shared-revocation":
    "§4A1.2 n.11: an equal revocation term of the same day counts with each separately counted sentence, not once",
  "calendar-terms":
    "months and years are compared with days by the calendar from the day of sentence, not as 30 and 365 days",
  "leap-day":
    "a window that ends on February 29 is counted back to February 28 of a common year",
  "custody-after-commencement":
    "time served on a revocation after the commencement is not in the fifteen (five) years before it",
  "release-before-late-revocation":
    "until 2010: where the last release follows a revocation after the instant offense, the release before it was recent",
  "status-any-sentence":
    "1987-1989: any criminal justice sentence gives status points, countable or not (before amendment 260)",
  "cap-receives":
    "a sentence beyond the four-point limit of §4A1.1(c) does not receive points",
  "member-of-single-sentence":
    "until 2015: only the sentence that carries a single sentence's points receives points (King, against Williams)",
  "revocation-before-2003":
    "2001-2003: revocation terms do not lengthen the sentence imposed",
  "revocation-after-deportation":
    "2003-2012: revocation terms imposed after the deportation do not lengthen the sentence imposed (5th, 7th, 10th, 11th Circuits)",
  "revocation-first-deportation":
    "2012-2016: the revocation must precede the first deportation after the conviction, not the last",
  "revocation-after-first-order":
    "2016-2018: revocation terms imposed after the first order do not count in (b)(2) (Franco-Galvan; Hernandez Martinez)",
  "no-aggregation":
    "since 2016: consecutive terms of a single sentence are not added up for the sentence imposed (dissent in Cuevas-Lopez)",
  "aggregation-before-2016":
    "2001-2016: consecutive terms of a single sentence are added up for the sentence imposed",
  "wholly-suspended-drug":
    "a drug trafficking sentence with nothing to serve: 2001-2003 not in (b)(1)(B); 2003-2016 in it (against Alvarez-Hernandez)",
  "misdemeanor-drug-1997":
    "1997-2001: no misdemeanor is a controlled substance offense, since §4B1.2(b) asks for more than one year",
  "three-convictions-2001":
    "2001-2003: the four tests joined by 'or' must all be met",
  "never-ordered":
    "since 2016: (b)(2) reaches a person who was never ordered removed",
  "foreign-felony-before-1997":
    "1989-1997: 'felony', undefined, includes foreign and tribal felonies",
  "expunged-before-2016":
    "until 2016: an expunged conviction is no conviction for §2L1.2",
  "frozen-list-felony":
    "1991-1997: an aggravated felony of note 7 must be a felony",
  "frozen-list-revocation":
    "1991-1997: revocation terms are no part of the five years imposed",
  "frozen-list-foreign-window":
    "1991-1997: the 15 years since a foreign term was completed run back from the deportation",
  "kinds-by-name":
    "murder is a crime of violence, and firearms trafficking a firearms offense, only where the case says so",
  "juvenile-before-2003":
    "until 2003: a juvenile adjudication is no conviction for §2L1.2",
  "same-day-order":
    "events of one day: the conviction, or the conduct, came first",
  "conviction-during-offense":
    "since 2016: a conviction between commencement and end of the instant offense comes before it",
} as const;

export type Question = keyof typeof QUESTIONS;

/** The questions on which the other reading is taken. */
export type Readings = { has(question: Question): boolean };

/** Readings that remember what they were asked: on what was never asked, the other reading changes nothing. */
export function remembering(taken: ReadonlySet<Question>, asked: Set<Question>): Readings {
  return {
    has(question) {
      asked.add(question);
      return taken.has(question);
    },
  };
}
