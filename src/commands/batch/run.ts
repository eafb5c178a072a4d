// A whole run: its inputs, its output and its exit status.
import { setImmediate } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { exitStatus } from '../exit-status.ts';
import { tell } from '../io.ts';
import { newEngine, type Plan } from './answer/engine.ts';
import { programFaultCode } from './answer/faults.ts';
import { checkBefore } from './before.ts';
import { tasksOf } from './input/tasks.ts';
import { newNotes } from './output/notes.ts';
import { newTableHeader } from './output/output-header.ts';
import { noProgress, progressOn } from './output/progress.ts';
import { rejectsFile } from './output/rejects.ts';
import { outputSink } from './output/sink.ts';
import { type Reached, stoppedAt } from './output/stopped.ts';
import { count, summaryJson, summaryText } from './output/summary.ts';
import { cachedBytes } from './records/blocks.ts';
import { newOutput } from './records/bytes.ts';
import { answeringHere } from './threads/answering.ts';
import { answeringInThreads } from './threads/jobs.ts';
import { memories } from './threads/thread.ts';

interface RunOptions {
	rejects?: string;
	summary?: 'text' | 'json' | undefined;
	bom?: boolean;
	jobs: number;
	quiet?: boolean;
}

/**
 * Answers the records of all files to standard output. Resolves to the exit status. Throws InputError before anything
 * is answered, and a failure that says how far the results are complete afterwards.
 */
export async function runOn(files: readonly string[], plan: Plan, options: RunOptions): Promise<number> {
	keepMemorySmall();
	await checkBefore(files, plan, options.rejects);
	const threads = options.jobs > 1;
	const engine = await newEngine(plan, threads ? () => newOutput(memories) : undefined);
	const { format, tally } = engine;
	const ended = new AbortController();
	const visible = process.stderr.isTTY && !process.stdout.isTTY && options.quiet !== true;
	const progress = visible ? progressOn(process.stderr, files) : noProgress;
	const write = outputSink();
	/** Not before there is an answer: where the whole input is rejected, nothing is written. */
	const header = newTableHeader(format, plan, options.bom ? '\ufeff' : '');
	const writeHeader = async (): Promise<void> => {
		const text = header.next();
		if (text !== '') await write(Buffer.from(text));
	};
	const rejects = options.rejects === undefined ? undefined : await rejectsFile(options.rejects);
	const noteOn = newNotes(plan);
	const interrupt = onInterrupt(progress.end);
	let reached: Reached = 'nowhere';
	const hear = newHearing();
	const answering = threads ? answeringInThreads(plan, options.jobs, engine) : answeringHere(engine);
	try {
		const signal = AbortSignal.any([interrupt.signal, ended.signal]);
		const tasks = tasksOf(files, plan, { onRead: progress.read, signal }, cachedBytes);
		for await (const { output, rejected, lines, source, lastLine } of answering(tasks)) {
			if (reached === 'nowhere') reached = 'begun';
			header.check(source);
			if (output.length > 0) await writeHeader();
			const note = noteOn(source);
			if (note !== '') await tell(note);
			await write(output);
			if (rejected.length > 0) await rejects?.add(rejected, source);
			reached = { file: source.file ?? (files[0] as string), line: lastLine };
			progress.answered(lines);
			await hear();
		}
		await writeHeader();
		if (!interrupt.signal.aborted) await rejects?.keep();
	} catch (error) {
		if (!interrupt.signal.aborted || error !== interrupt.signal.reason) {
			throw stoppedAt(error, reached, options.rejects);
		}
	} finally {
		// A read that is under way would keep the program waiting for its input.
		ended.abort();
		progress.end();
		interrupt.forget();
		await rejects?.discard();
	}
	const totals = tally.totals();
	if (options.summary !== undefined) await tell(options.summary === 'json' ? summaryJson(totals) : summaryText(totals));
	if (interrupt.signal.aborted) return exitStatus.interrupted;
	const faults = totals.refusals.get(programFaultCode);
	if (faults !== undefined) {
		await tell(faultsText(faults));
		return exitStatus.fault;
	}
	return totals.refusals.size === 0 ? exitStatus.answered : exitStatus.someRejected;
}

/** Records that the program failed on are no fault of the input, and weigh more than any that were rejected. */
function faultsText(faults: number): string {
	const records = faults === 1 ? '1 record' : `${count(faults)} records`;
	return `ussg: the program failed on ${records}, each answered with the error code ${programFaultCode}. All others are answered. Please report the fault\n`;
}

/** V8 would rather let memory grow than look for what is free; here it looks first, and long runs are no slower for it. */
const keepMemorySmall = (): void => setFlagsFromString('--optimize-for-size');

/** How long what was begun may take after Ctrl-C, and how often the keyboard is listened to. */
const [patienceMilliseconds, listeningMilliseconds] = [1000, 100];

/**
 * Ctrl-C ends the reading, so that what was begun is finished. What takes longer than that, such as a pipe that nobody
 * empties, ends the program as it is, and so does a second Ctrl-C.
 */
function onInterrupt(wipe: () => void) {
	const controller = new AbortController();
	const end = (): void => {
		wipe();
		process.exit(exitStatus.interrupted);
	};
	const interrupt = (): void => {
		if (controller.signal.aborted) end();
		setTimeout(end, patienceMilliseconds).unref();
		controller.abort();
	};
	process.on('SIGINT', interrupt);
	return { signal: controller.signal, forget: () => void process.off('SIGINT', interrupt) };
}

/** Signals are heard between two turns of the event loop; long work on an ordinary file would never let it turn. */
function newHearing(): () => Promise<void> | undefined {
	let last = performance.now();
	return () => {
		const now = performance.now();
		if (now - last < listeningMilliseconds) return undefined;
		last = now;
		return setImmediate();
	};
}
