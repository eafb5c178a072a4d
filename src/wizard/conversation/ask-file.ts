// Asking for the name of a file, and writing it.
import { InputError } from '../../case/errors.ts';
import { type Paths, readPath } from '../../case/paths.ts';
import type { Asker } from '../screen/asker.ts';
import type { Option } from '../screen/meant.ts';
import { entry, menu, type Page } from '../screen/page.ts';

/** Whom to ask for the name of a file, and what is known of files. */
export interface Files {
	asker: Asker;
	/** What the text of a path stands for here. */
	paths: Paths;
	/** What stands at a path already. */
	standsAt: (file: string) => Promise<'file' | 'folder' | 'nothing'>;
	/** Whether two names lead to one file. */
	areSameFile: (one: string, other: string) => boolean;
}

/** The same, with the way to put a page of the conversation, which explains it where that is asked for. */
export interface AskingForFiles extends Files {
	put: (page: Page, explanation: readonly string[]) => Promise<Option | 'back'>;
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
export async function askAndWrite(host: AskingForFiles, writing: Writing): Promise<string | undefined> {
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
async function askFile(host: AskingForFiles, writing: Writing): Promise<string | undefined> {
	const { asker } = host;
	for (let offered = writing.suggested; ; ) {
		const page = entry(writing.ask, 'a file name', offered, (text) => readPath(text, host.paths));
		const named = await host.put(page, fileExplained);
		if (named === 'back') return undefined;
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

const fileExplained = [
	'The name of a file, with its folder if it is to stand in another one than this: case.json, ~/cases/case.json. A path in quotes, or with a backslash before a space, is understood. The file can be read by you alone; one that exists is overwritten only if you say so.',
];

async function mayOverwrite({ put }: AskingForFiles, file: string): Promise<boolean> {
	const chosen = await put(
		menu(`${file} exists. Overwrite it?`, [
			{ value: false, label: 'no, give another name', typed: ['n'] },
			{ value: true, label: 'yes, overwrite it', typed: ['y'] },
		]),
		['What stands in the file now is lost if it is overwritten.'],
	);
	return chosen !== 'back' && chosen.value === true;
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
