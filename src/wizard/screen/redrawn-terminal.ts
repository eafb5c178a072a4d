// A terminal that can be redrawn: the type.
import type { Dress } from '../../report/dress.ts';

/** A terminal that can be redrawn. */
export interface Terminal {
	input: NodeJS.ReadableStream;
	output: NodeJS.WritableStream;
	columns: () => number;
	rows: () => number;
	dress: Dress;
	/** Aborts where the program is told to stop, with the error that ends it. */
	stopped: AbortSignal;
	/** Stops the program, as Ctrl-Z does, and resolves when it goes on. */
	suspend: () => Promise<void>;
	/** Hears that the program goes on after another stopped it; answers how to hear no longer. */
	onResumed: (listener: () => void) => () => void;
}
