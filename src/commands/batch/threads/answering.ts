// Blocks answered one after the other, in this thread.
import type { Answered } from '../answer/answer.ts';
import { type newEngine, type SourceKind, sourceOf } from '../answer/engine.ts';
import type { Task } from '../input/tasks.ts';
import type { Source } from '../records/records.ts';

/** The answers to a block, and the number of its last line in its input. */
export interface AnsweredBlock extends Answered {
	source: SourceKind;
	lastLine: number;
}

/** Answers tasks; what comes out is in the order of what went in. */
export type Answering = (tasks: AsyncGenerator<Task>) => AsyncGenerator<AnsweredBlock>;

export type Engine = Awaited<ReturnType<typeof newEngine>>;

/** In this thread: one block after the other. */
export function answeringHere({ answerBlock }: Engine): Answering {
	return async function* (tasks) {
		let kind: SourceKind | undefined;
		let source: Source | undefined;
		let line = 1;
		for await (const task of tasks) {
			if (source === undefined || task.source !== kind) source = await sourceOf(task.source);
			kind = task.source;
			const firstLine = task.firstLine ?? line;
			const answered = answerBlock(task.block, source, () => firstLine);
			line = firstLine + answered.lines;
			yield { ...answered, source: kind, lastLine: line - 1 };
		}
	};
}
