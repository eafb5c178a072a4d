// A report on a narrow screen.
import { stripVTControlCharacters } from 'node:util';
import { pieces, screenWidth, widthOf } from '../../report/words.ts';

/** From this column on, a line only goes on with what the one above it says. */
const continued = 17;

/** A report for a terminal that is narrower than a report: columns become words that follow each other, the table stays. */
export function narrow(text: string, columns: number): string {
	if (columns >= screenWidth - 1) return text;
	return joined(text.split('\n'))
		.flatMap((line) => (seen(line) <= columns ? [line] : broken(line, columns)))
		.join('\n');
}

function joined(lines: readonly string[]): string[] {
	const whole: string[] = [];
	for (const line of lines) {
		const { indent, rest } = parted(line);
		const isContinued = indent >= continued && rest !== '' && whole.at(-1)?.trim();
		if (isContinued) whole.push(`${whole.pop()} ${rest}`);
		else whole.push(line);
	}
	return whole;
}

function broken(line: string, columns: number): string[] {
	const { indent: spaces, rest } = parted(line);
	const indent = ' '.repeat(spaces);
	const lines = [''];
	const room = columns - indent.length - 2;
	const fitting = (word: string) => (word.includes('\x1b') ? [word] : pieces(word, room));
	for (const word of rest.trimEnd().split(/ +/).flatMap(fitting)) {
		const last = lines.at(-1) as string;
		if (last !== '' && seen(last) + 1 + seen(word) > room) lines.push(word);
		else lines[lines.length - 1] = last === '' ? word : `${last} ${word}`;
	}
	return lines.map((part, index) => `${indent}${index === 0 ? '' : '  '}${part}`);
}

/** A line without the spaces it begins with, which what dresses it may stand before. */
function parted(line: string): { indent: number; rest: string } {
	const [, dress = '', spaces = '', rest = ''] = /^((?:\x1b\[[\d;]*m)*)( *)(.*)$/.exec(line) ?? [];
	return { indent: spaces.length, rest: `${dress}${rest}` };
}

/** Columns on the screen: what only dresses them takes no room. */
const seen = (text: string): number => widthOf(stripVTControlCharacters(text));
