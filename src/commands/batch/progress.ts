import { statSync } from 'node:fs';
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
		const bar =
			part === undefined
				? ''
				: `[${'#'.repeat(Math.round(part * width)).padEnd(width, '.')}] ${Math.floor(part * 100)} % `;
		const rate = Math.round((lines * 1000) / (now - began));
		stream.write(`\r\x1b[K${bar}${count(lines)} records, ${count(rate)} a second`);
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

/** Undefined where an input is no file with a size. */
function sizeOf(files: readonly string[]): number | undefined {
	try {
		const sizes = files.map((file) => statSync(file)).map((stat) => (stat.isFile() ? stat.size : 0));
		return sizes.includes(0) ? undefined : sizes.reduce((total, size) => total + size, 0);
	} catch {
		return undefined;
	}
}
