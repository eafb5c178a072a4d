/** The page of the Commission's worksheets: A offense level of a count, B multiple counts, D the guideline range. */
export type Worksheet = 'A' | 'B' | 'D';

/** One line of the calculation: a provision, what it adds, and the offense level after it. */
export interface Step {
	provision: string;
	description: string;
	levels: number;
	offenseLevel: number;
	worksheet: Worksheet;
}

/** The calculation so far. Its steps, added up, are the offense level: nothing else is kept. */
export interface Trace {
	steps: Step[];
	readonly level: number;
	/** The page on which the next steps stand. */
	worksheet: Worksheet;
	add(provision: string, description: string, levels: number): void;
}

export function newTrace(): Trace {
	const steps: Step[] = [];
	return {
		steps,
		worksheet: 'A',
		get level() {
			return steps.at(-1)?.offenseLevel ?? 0;
		},
		add(provision, description, levels) {
			const { worksheet } = this;
			steps.push({ provision, description, levels, offenseLevel: this.level + levels, worksheet });
		},
	};
}
