// Ranges, terms and signs as the reports write them.
import { inMonths, type Months, monthsInYear } from '../case/months.ts';
import type { Range } from '../result/result.ts';
import { harmless } from './escape.ts';

export { signed } from '../result/range-words.ts';

/** A range as the Manual prints it: `70–87`, `360–life`, `life`, or one number where both ends meet. */
export function rangeText({ minimumMonths, maximumMonths }: Range): string {
	return minimumMonths === maximumMonths ? String(minimumMonths) : `${minimumMonths}–${maximumMonths}`;
}

/** The same with its unit: `70–87 months`, `360 months to life`, `life`. */
export function rangeInMonths(range: Range): string {
	const { minimumMonths, maximumMonths } = range;
	if (minimumMonths === 'life') return 'life';
	return maximumMonths === 'life' ? `${minimumMonths} months to life` : `${rangeText(range)} months`;
}

export { harmless, inMonths as monthsText };

/** A term in years where it is whole years: `3 years`, `18 months`, `life`. */
export function yearsText(months: Months): string {
	if (months === 'life' || months === 0 || months % monthsInYear !== 0) return inMonths(months);
	return months === monthsInYear ? '1 year' : `${months / monthsInYear} years`;
}

/** A term before its noun: `120-month`, `life`. */
export const termText = (months: Months): string => (months === 'life' ? 'life' : `${months}-month`);

const asciiOf: Record<string, string> = {
	'§': 'Sec. ',
	'–': '-',
	'−': '-',
	'·': '|',
	'\u00a0': ' ',
	'…': '...',
	'“': '"',
	'”': '"',
	'’': "'",
	'✓': '*',
	'❯': '>',
	'↑': 'up/',
	'↓': 'down',
};

/** The same in ASCII, for terminals and files that know nothing else. */
export function toAscii(text: string): string {
	return text.replace(/[^\n\x20-\x7e\x1b]/gu, (character) => asciiOf[character] ?? '?');
}

/** A document with all its texts in ASCII. They are longer there, so this comes before they are laid out. */
export function inAscii<T>(document: T): T {
	return JSON.parse(JSON.stringify(document), (_, value) => (typeof value === 'string' ? toAscii(value) : value));
}

/** Joins what must stay on one line; `wrap` writes it as a space. */
export const unbroken = (text: string): string => text.replaceAll(' ', '\u00a0');

/** How many columns a screen has: reports as text keep to them. */
export const screenWidth = 80;

/** What terminals draw two columns wide. */
const wide =
	/[\p{Emoji_Presentation}\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\u3000-\u303f\uff01-\uff60\uffe0-\uffe6]/u;

/** Columns that a text takes on a terminal, at most. A character beyond the basic plane counts as two, as it mostly is. */
export function widthOf(text: string): number {
	// Nothing before the Hangul letters is wide.
	if (!/[\u1100-\uffff]/.test(text)) return text.length;
	return Array.from(text).reduce((sum, character) => sum + (wide.test(character) ? 2 : character.length), 0);
}

/** A word in parts that each fit a line. */
export function pieces(word: string, width: number): string[] {
	if (widthOf(word) <= width) return [word];
	const parts = [''];
	for (const character of word) {
		const part = `${parts.at(-1)}${character}`;
		if (parts.at(-1) !== '' && widthOf(part) > width) parts.push(character);
		else parts[parts.length - 1] = part;
	}
	return parts;
}

/** Words broken into lines of at most `width` columns; a longer word is broken where the line ends. */
export function wrap(text: string, width: number): string[] {
	const lines: string[] = [''];
	for (const word of text.split(/[ \t\n]+/).flatMap((each) => pieces(each, width))) {
		const line = lines.at(-1) as string;
		if (line !== '' && widthOf(line) + 1 + widthOf(word) > width) lines.push(word);
		else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`;
	}
	return lines.map((line) => line.replaceAll('\u00a0', ' '));
}
