// What was said on a screen, laid out afresh where the screen changes.
import type { Terminal } from './redrawn-terminal.ts';

/** What was said, to be laid out afresh at another width. */
export interface Said {
	lines: (width: number) => string[];
	/** Of the question that it settles. */
	id?: string | undefined;
	explains?: boolean;
}

/** What stands above the question, from the first line on. */
export function newTranscript(terminal: Pick<Terminal, 'output' | 'rows'>, width: () => number) {
	const { output } = terminal;
	let said: Said[] = [];
	/** How many lines below the first a question has come, since all was drawn: beyond those of the screen, some have scrolled away. */
	let reached = 0;
	const write = (lines: readonly string[]): void => {
		for (const line of lines) output.write(`${line}\n`);
	};
	const linesOf = (entries: readonly Said[]): string[] => entries.flatMap(({ lines }) => lines(width()));
	const redraw = (): void => {
		output.write('\x1b[H\x1b[2J');
		write(linesOf(said).slice(-terminal.rows()));
		reached = 0;
	};
	return {
		redraw,
		put(entry: Said): void {
			said.push(entry);
			write(entry.lines(width()));
		},
		/** It stands on the screen already. */
		add: (entry: Said): void => void said.push(entry),
		/** Takes entries away, and draws afresh from the first of them on. */
		strike(isStruck: (entry: Said) => boolean | undefined): void {
			const first = said.findIndex(isStruck);
			if (first === -1) return;
			const { length } = linesOf(said.slice(first));
			said = said.filter((entry) => !isStruck(entry));
			if (reached >= terminal.rows()) redraw();
			else {
				output.write(`\x1b[${length}A\x1b[J`);
				write(linesOf(said.slice(first)));
			}
		},
		/** A question of so many lines is put below. */
		reachBy(height: number): void {
			reached = Math.max(reached, linesOf(said).length + height);
		},
	};
}
