// How far a run is, on the screen.
import { fstatSync, statSync } from 'node:fs';
import { count } from './summary.ts';

/** Work shorter than this shows nothing. */
const quietMilliseconds = 1000;
const betweenMilliseconds = 200;
const width = 24;

/** A bar on standard error, drawn over itself; its last drawing is wiped away at the end. */
export interface Progress {
	read(bytes: number): void;
	answered(lines: number): void;
	end(): void;
}

export const noProgress: Progress = { read: () => {}, answered: () => {}, end: () => {} };

/** The part of the bytes that was read where the inputs are files, and how many records that was. */
export function progressOn(stream: NodeJS.WriteStream, files: readonly string[]): Progress {
	const total = sizeOf(files);
	const began = performance.now();
	let [drawn, bytes, lines] = [0, 0, 0];
	const draw = (now: number): void => {
		const part = total === undefined ? undefined : Math.min(bytes / total, 1);
		const rate = Math.round((lines * 1000) / (now - began));
		stream.write(`\r\x1b[K${fitting(part, `${count(lines)} records, ${count(rate)} a second`, stream.columns)}`);
		drawn = now;
	};
	return {
		read: (more) => {
			bytes += more;
		},
		answered: (more) => {
			lines += more;
			const now = performance.now();
			if (now - began > quietMilliseconds && now - drawn > betweenMilliseconds) draw(now);
		},
		end: () => {
			if (drawn > 0) stream.write('\r\x1b[K');
		},
	};
}

/** As much as one row holds: a second row would not be drawn over. Terminals that do not tell their columns have 80. */
function fitting(part: number | undefined, records: string, columns = 80): string {
	const percent = part === undefined ? '' : `${Math.floor(part * 100)} % `;
	const bar = part === undefined ? '' : `[${'#'.repeat(Math.round(part * width)).padEnd(width, '.')}] `;
	const whole = `${bar}${percent}${records}`;
	return whole.length < columns ? whole : `${percent}${records}`.slice(0, columns - 1);
}

/** Undefined where an input is no file with a size. */
function sizeOf(files: readonly string[]): number | undefined {
	try {
		const sizes = files
			.map((file) => (file === '-' ? fstatSync(0) : statSync(file)))
			.map((stat) => (stat.isFile() ? stat.size : 0));
		return sizes.includes(0) ? undefined : sizes.reduce((total, size) => total + size, 0);
	} catch {
		return undefined;
	}
}
