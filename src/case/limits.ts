// The largest input that the program takes.
/**
 * How large a case may be: far more than any needs, so that what is hostile or damaged is rejected by its size before it
 * costs time. A document and a line of a file are in bytes (and so in characters), a text and the name of a drug in characters.
 */
export const limits = { document: 1_048_576, line: 4_194_304, depth: 64, list: 100, text: 10_000, name: 200 };
