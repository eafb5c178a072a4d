import type { Range } from '../calculation/chapter-five.ts';
import { type Months, monthsInYear } from '../case/months.ts';

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

export const monthsText = (months: Months): string =>
	months === 'life' ? 'life' : `${months} ${months === 1 ? 'month' : 'months'}`;

/** A term in years where it is whole years: `3 years`, `18 months`, `life`. */
export function yearsText(months: Months): string {
	if (months === 'life' || months === 0 || months % monthsInYear !== 0) return monthsText(months);
	return months === monthsInYear ? '1 year' : `${months / monthsInYear} years`;
}

/** A term before its noun: `120-month`, `life`. */
export const termText = (months: Months): string => (months === 'life' ? 'life' : `${months}-month`);

/** A change in levels with its sign: `+16`, `−3`, `0`. */
export function signed(levels: number): string {
	if (levels === 0) return '0';
	return levels > 0 ? `+${levels}` : `−${-levels}`;
}

/** Text of the user's as one harmless line: no control characters, none that is no character, no marks that turn the writing direction. */
export function harmless(text: string): string {
	return text.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}]+/gu, ' ').trim();
}

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

/** Words broken into lines of at most `width` UTF-16 units; a longer word is broken where the line ends. */
export function wrap(text: string, width: number): string[] {
	const lines: string[] = [''];
	const words = text.split(/[ \t\n]+/).flatMap((word) => piecesOf(word, width));
	for (const word of words) {
		const line = lines.at(-1) as string;
		if (line !== '' && line.length + 1 + word.length > width) lines.push(word);
		else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`;
	}
	return lines.map((line) => line.replaceAll('\u00a0', ' '));
}

/** A word in pieces of at most `width`. A character beyond the basic plane counts as two, as it mostly is on a screen, and stays whole. */
function piecesOf(word: string, width: number): string[] {
	if (word.length <= width) return [word];
	const pieces = [''];
	for (const character of word) {
		const last = pieces.at(-1) as string;
		if (last !== '' && last.length + character.length > width) pieces.push(character);
		else pieces[pieces.length - 1] = last + character;
	}
	return pieces;
}
