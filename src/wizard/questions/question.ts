// What a question is: the types.
import type { CaseDocument } from '../../case/schema.ts';
import type { Law, Provisions } from '../../law/schema.ts';

/** What an answer is made of: it goes into a draft as it is, so it is JSON. */
export type Value = string | number | boolean | null | readonly Value[] | { readonly [key: string]: Value };

/** The answer "not known yet": the range is then shown for each possibility. */
export const unknown = { unknown: true } as const;

export const same = (a: Value, b: Value): boolean => JSON.stringify(a) === JSON.stringify(b);

/** What a case document that was opened leaves out, and need not say. */
export const notGiven = { notGiven: true } as const;

export const isNotGiven = (value: Value | undefined): boolean => value !== undefined && same(value, notGiven);

export const isUnknown = (value: Value | undefined): boolean => value !== undefined && same(value, unknown);

/** A case document that is not finished. */
export type CaseSoFar = Partial<CaseDocument>;

/** One answer that may be chosen. */
export interface Choice {
	value: Value;
	/** In the words of the Manual: `(b)(2) deported after an aggravated felony`. */
	label: string;
	/** What it does to the offense level, where it does anything: `+16 levels`. */
	effect?: string;
	/** What chooses it where choices are numbered, if that is not its place in the list. */
	key?: string;
	/** It stands for another of the choices: which one turns on the case. */
	isShorthand?: boolean;
	/** What else may be typed for it, beside the beginning of its label. */
	typed?: readonly string[];
	/** How many letters of a name have to be typed, where one would say too little. */
	fewestLetters?: number;
}

/** One question, without any looks: drawn from the case schema and from the edition's tables. */
export interface Question {
	/** Names the question in a draft. Where the choices come from a version of a provision, its date is part of it. */
	id: string;
	/** In plain words. */
	ask: string;
	/** In a word or two, for a list of answers. */
	short: string;
	provision: string;
	/** One line: what the answer will do. */
	does: string;
	/** The rule in our own words, and its traps: a paragraph each. */
	explanation: readonly string[];
	choices: readonly Choice[];
	/** Reads an answer that is typed instead of chosen. Throws InputError with the remedy. */
	read?: (text: string) => Value;
	/** What has to be known of a typed text beside what it is taken for. */
	note?: (text: string) => string | undefined;
	/** Says an answer that was read in words, so that it can be checked. */
	say?: (value: Value) => string;
	/** Any text is an answer. */
	takesAnyText?: boolean;
	/** What may be typed, in a few words: `months, 10y or life`. */
	hint?: string;
	/** The answer that Enter gives. It is always shown. Without one, Enter gives `unknown`. */
	default?: Value;
	/** Enter alone answers nothing: what stands first must not be taken by chance. */
	mustChoose?: boolean;
	/** The values to show where the answer is not known yet, from the lowest range to the highest; undefined where it has to be known. */
	possibilities?: readonly Value[];
	/** What holds where a document that was opened leaves it out, in words. */
	leftOut?: string;
	/** Not known yet, the case document leaves it out and loses nothing: the result holds each possibility. */
	mayBeLeftOut?: boolean;
	/** It is answered on a screen of its own, one prior at a time. */
	isListOfPriors?: boolean;
	/** The ends of what is possible, where they are not the first and the last possibility. */
	extremes?: readonly [lowest: Value, highest: Value];
	/** What the answer says in the case document. */
	fields: (value: Value) => CaseSoFar;
	/** The answer that a case document gives, where it is not simply the field that the question is named for. */
	from?: (document: CaseSoFar) => Value | undefined;
	/** Where in the case document the answer stands, where the name of the question does not say so. */
	path?: readonly string[];
}

/** What a question may be drawn from: the law, the day, the answers and the case document that they make so far. */
export interface Context {
	law: Law;
	/** ISO date of the day it is for the user. */
	today: string;
	known: CaseSoFar;
	/** The edition that the answers so far come to, by its effective date. */
	editionDate: string;
	provisions: Provisions;
	answers: Readonly<Record<string, Value>>;
}
