import { InputError } from '../../case/errors.ts';
import type { Asker } from '../screen/asker.ts';
import { entry, menu } from '../screen/page.ts';

/** Whom to ask for the name of a file, and what is known of files. */
export interface Files {
	asker: Asker;
	/** What stands at a path already. */
	standsAt: (file: string) => Promise<'file' | 'folder' | 'nothing'>;
	/** Whether two names lead to one file. */
	areSameFile: (one: string, other: string) => boolean;
}

/** A file that is to be written, and what to ask for its name. */
interface Writing {
	ask: string;
	suggested: string;
	write: (file: string) => Promise<void>;
	/** What the session has open, and is not to be written over. */
	notOver: readonly (string | undefined)[];
	/** Why a name does not do, and what to do. */
	objection?: (file: string) => string | undefined;
}

/** Asks for a file and writes it, and asks again where it cannot be written. The file, or undefined where the user goes back. */
export async function askAndWrite(host: Files, writing: Writing): Promise<string | undefined> {
	for (let offered = writing.suggested; ; ) {
		const file = await askFile(host, { ...writing, suggested: offered });
		if (file === undefined) return undefined;
		try {
			await writing.write(file);
			return file;
		} catch (error) {
			if (!(error instanceof InputError)) throw error;
			host.asker.say(`Not written: ${error.message}.`, '');
			offered = file;
		}
	}
}

/** The name of a file to write, asked for until it is free or may be overwritten; undefined where the user goes back. */
async function askFile(host: Files, writing: Writing): Promise<string | undefined> {
	const { asker } = host;
	for (let offered = writing.suggested; ; ) {
		const named = await asker.ask(entry(writing.ask, 'a file name', offered));
		if (typeof named === 'string') return undefined;
		const file = String(named.value);
		const found = await host.standsAt(file);
		if (found === 'folder') {
			asker.say(`${file} is a folder: give the name of a file in it.`, '');
			offered = `${file.replace(/[\\/]+$/, '')}/${baseOf(writing.suggested)}`;
			continue;
		}
		const objection = objectionTo(file, host, writing);
		if (objection !== undefined) asker.say(`${objection}.`, '');
		else if (found === 'nothing' || (await mayOverwrite(host, file))) return file;
		offered = objection === undefined ? nextName(file) : writing.suggested;
	}
}

function objectionTo(file: string, host: Files, { notOver, objection }: Writing): string | undefined {
	const isOpen = notOver.some((open) => open !== undefined && host.areSameFile(file, open));
	return isOpen ? `${file} is open in this session: give another name` : objection?.(file);
}

async function mayOverwrite({ asker }: Files, file: string): Promise<boolean> {
	const chosen = await asker.ask(
		menu(`${file} exists. Overwrite it?`, [
			{ value: false, label: 'no, give another name' },
			{ value: true, label: 'yes, overwrite it' },
		]),
	);
	return typeof chosen !== 'string' && chosen.value === true;
}

const baseOf = (file: string): string => file.replace(/^.*[\\/]/, '');

/** `report.html`, then `report-2.html`, then `report-3.html`. */
function nextName(file: string): string {
	const {
		stem = file,
		number,
		ending = '',
	} = /^(?<stem>.*?)(?:-(?<number>\d{1,4}))?(?<ending>\.[^.\\/]*)?$/.exec(file)?.groups ?? {};
	return `${stem}-${Number(number ?? 1) + 1}${ending}`;
}

/** The first of these names under which nothing stands. */
export async function freeName(file: string, { standsAt }: Pick<Files, 'standsAt'>): Promise<string> {
	let free = nextName(file);
	while ((await standsAt(free)) !== 'nothing') free = nextName(free);
	return free;
}
