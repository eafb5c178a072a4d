// What is checked before the first answer.
import { stat } from 'node:fs/promises';
import { InputError } from '../../case/errors.ts';
import { cannotRead } from '../files/failures.ts';
import { refuseResultsAndRejectsInOne, refuseResultsIn, refuseToWriteOver } from '../files/same-file.ts';
import { refuseFolder } from '../io.ts';
import { type Plan, type SourceKind, sourceOf } from './answer/engine.ts';
import { tasksOf } from './input/tasks.ts';
import { newTableHeader } from './output/output-header.ts';
import { oneLayout } from './output/rejects.ts';

/**
 * What can be known before the first answer: that nothing is written over an input, and that the header of each can be
 * used. Throws InputError.
 */
export async function checkBefore(files: readonly string[], plan: Plan, rejects: string | undefined): Promise<void> {
	if (rejects !== undefined) refuseToWriteOver(rejects, '--rejects', files);
	files.forEach(refuseResultsIn);
	if (rejects !== undefined) refuseResultsAndRejectsInOne(rejects);
	if (files.includes('-')) refuseFolderAsInput();
	// The first header is seen before anything is answered, and what is read only once is not read here.
	const header = newTableHeader(plan.format === 'jsonl' ? {} : { header: () => '' }, plan);
	const [first = '-', ...others] = files;
	const layout = rejects === undefined ? () => {} : oneLayout();
	const isCompared = (plan.carry || rejects !== undefined) && others.length > 0;
	const check = (source: SourceKind): void => {
		header.check(source);
		layout(source);
	};
	for (const file of isCompared ? [first, ...others] : others) {
		if (await isOrdinary(file)) await checkHeader(file, plan, check);
	}
}

function refuseFolderAsInput(): void {
	try {
		refuseFolder();
	} catch (error) {
		throw cannotRead('-', error);
	}
}

const isOrdinary = async (file: string): Promise<boolean> =>
	file !== '-' && (await stat(file).catch(() => undefined))?.isFile() === true;

/** Reads no further than the first line. What cannot be read ends the run where it comes to it. */
async function checkHeader(file: string, plan: Plan, check: (source: SourceKind) => void): Promise<void> {
	const { signal } = new AbortController();
	try {
		for await (const { source } of tasksOf([file], plan, { onRead: () => {}, signal }, 0)) {
			await sourceOf(source);
			check({ ...source, file });
			return;
		}
	} catch (error) {
		if (error instanceof InputError && error.code !== 'cannot-read') throw error;
	}
}
