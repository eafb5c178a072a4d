// Bold, color and marks, or none.
import { toAscii } from './words.ts';

/** How the text is dressed. The words are the same in every dress. */
export interface Dress {
	ascii: boolean;
	bold: (text: string) => string;
	strong: (text: string) => string;
	alert: (text: string) => string;
}

const plain = (text: string): string => text;
export const plainDress: Dress = { ascii: false, bold: plain, strong: plain, alert: plain };

/** Sections with a blank line between them; in ASCII where the dress asks for it. */
export function asText(sections: readonly string[][], dress: Dress): string {
	const text = sections
		.filter((lines) => lines.length > 0)
		.map((lines) => lines.join('\n'))
		.join('\n\n');
	return `${dress.ascii ? toAscii(text) : text}\n`;
}
