import { stripVTControlCharacters } from 'node:util';

/** The width for which reports are laid out. */
const wide = 80;
/** From this column on, a line only goes on with what the one above it says. */
const continued = 17;

/** A report for a terminal that is narrower than a report: columns become words that follow each other, the table stays. */
export function narrow(text: string, columns: number): string {
	if (columns >= wide - 1) return text;
	return joined(text.split('\n'))
		.flatMap((line) => (seen(line) <= columns ? [line] : broken(line, columns)))
		.join('\n');
}

function joined(lines: readonly string[]): string[] {
	const whole: string[] = [];
	for (const line of lines) {
		const isContinued = line.search(/\S/) >= continued && whole.at(-1)?.trim();
		if (isContinued) whole.push(`${whole.pop()} ${line.trimStart()}`);
		else whole.push(line);
	}
	return whole;
}

function broken(line: string, columns: number): string[] {
	const indent = ' '.repeat(Math.max(line.search(/\S/), 0));
	const lines = [''];
	for (const word of line.trim().split(/ +/)) {
		const last = lines.at(-1) as string;
		if (last !== '' && seen(last) + 1 + seen(word) > columns - indent.length - 2) lines.push(word);
		else lines[lines.length - 1] = last === '' ? word : `${last} ${word}`;
	}
	return lines.map((part, index) => `${indent}${index === 0 ? '' : '  '}${part}`);
}

/** Characters on the screen: what only dresses them takes no room. */
const seen = (text: string): number => stripVTControlCharacters(text).length;
