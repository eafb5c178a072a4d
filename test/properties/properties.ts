import { ofMoves } from './moves.ts';
import type { Property } from './property.ts';
import { ofRanges } from './ranges.ts';
import { ofResults } from './results.ts';
import { ofSameness } from './sameness.ts';
import { ofWays } from './ways.ts';
import { ofWriting } from './writing.ts';

/** What holds of every answer of the program. */
export const properties: readonly Property[] = [
	...ofRanges,
	...ofResults,
	...ofMoves,
	...ofSameness,
	...ofWriting,
	...ofWays,
];
