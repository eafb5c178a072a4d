// The steps so far, and the offense level after them.
import type { Step, Worksheet } from '../../result/result.ts';
/** The calculation so far. Its steps, added up, are the offense level. */
export interface Trace {
	steps: Step[];
	/** The offense level after the last step. */
	level: number;
	/** The page on which the next steps stand. */
	worksheet: Worksheet;
	add(provision: string, description: string, levels: number): void;
}

export function newTrace(): Trace {
	return { steps: [], level: 0, worksheet: 'A', add };
}

function add(this: Trace, provision: string, description: string, levels: number): void {
	this.level += levels;
	this.steps.push({ provision, description, levels, offenseLevel: this.level, worksheet: this.worksheet });
}
