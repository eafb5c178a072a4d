// Levels in words.
import { signed } from '../../report/words.ts';

/** `+16 levels`, `−1 level`, `0 levels`. */
export const levelsText = (levels: number): string =>
	`${signed(levels)} ${Math.abs(levels) === 1 ? 'level' : 'levels'}`;

/** The effect of an answer that brings nothing about. */
export const noChange = 'no change';
