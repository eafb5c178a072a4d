// Text that cannot harm a terminal or a page.
/**
 * What no text of the user's may carry into an output as it is: control characters (also those above ASCII), lone
 * halves of characters and what is no character; and what is not seen, such as marks of no width and marks that turn
 * the direction of writing.
 */
const unseen = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}\p{Default_Ignorable_Code_Point}]/gu;

/** Whether a text may have any, said quickly where it has none: most have nothing beyond the letters of Latin-1. */
const mayHoldUnseen = (text: string): boolean =>
	inLatin1.test(text) || (beyondLatin1.test(text) && elsewhere.test(text));
const inLatin1 = /[\x7f-\x9f\xad]/;
const beyondLatin1 = /[\u0100-\uffff]/;
const elsewhere =
	/[\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u115f\u1160\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ud800-\udfff\ufdd0-\ufdef\ufeff\uffa0\ufff0-\uffff]|\u034f|[\u17b4\u17b5]|[\u180b-\u180f]|[\ufe00-\ufe0f]/;

/** Text of the user's as one harmless line: a space in place of what is not seen or is no text. */
export const harmless = (text: string): string => text.replace(manyUnseen, ' ').trim();
const manyUnseen = new RegExp(`(?:${unseen.source})+`, 'gu');

/** What was typed without what is not seen. What is ASCII are keys: Enter, Escape, Backspace. */
export const typeable = (text: string): string => text.replace(unseen, (mark) => (mark <= '\x7f' ? mark : ''));

/** The same with an escape as JSON has it in place of what is not seen: nothing is lost, and nothing is obeyed. */
export const escaped = (text: string): string =>
	inAscii.test(text) || mayHoldUnseen(text) ? text.replace(unseen, escapeOf) : text;
const inAscii = /[\x00-\x1f]/;

const short: Record<string, string> = { '\n': '\\n', '\r': '\\r', '\t': '\\t', '\b': '\\b', '\f': '\\f' };

function escapeOf(character: string): string {
	const ofUnit = (unit: string): string => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
	return short[character] ?? character.split('').map(ofUnit).join('');
}

/** A value as JSON, in which every mark that is not seen is an escape. `indent` as for JSON.stringify. */
export function jsonText(value: unknown, indent?: string | number): string {
	const text = JSON.stringify(value, null, indent);
	// What is ASCII was escaped where it stands in a text; what is left of it lays out the document.
	return mayHoldUnseen(text) ? text.replace(unseen, (mark) => (/[\t\n]/.test(mark) ? mark : escapeOf(mark))) : text;
}
