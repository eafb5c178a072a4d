// A text as a sentence.
export const capitalized = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

/** A text of a table as a sentence: a capital first, a period last. */
export const asSentence = (text: string): string => `${capitalized(text)}${/[.?]$/.test(text) ? '' : '.'}`;
