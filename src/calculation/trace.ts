/** One line of the calculation: a provision, what it adds, and the offense level after it. */
export interface Step {
	provision: string;
	description: string;
	levels: number;
	offenseLevel: number;
}

/** The calculation so far. Its steps, added up, are the offense level: nothing else is kept. */
export interface Trace {
	steps: Step[];
	readonly level: number;
	add(provision: string, description: string, levels: number): void;
}

export function newTrace(): Trace {
	const steps: Step[] = [];
	return {
		steps,
		get level() {
			return steps.at(-1)?.offenseLevel ?? 0;
		},
		add(provision, description, levels) {
			steps.push({ provision, description, levels, offenseLevel: this.level + levels });
		},
	};
}
