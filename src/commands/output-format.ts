// The forms of an answer, and the endings of their files.
import { InputError, shown } from '../case/errors.ts';

/** The forms in which an answer can be written, and what their files end in. */
const endings = { text: '.txt', json: '.json', markdown: '.md', html: '.html', docx: '.docx', client: '.txt' };
export type Format = keyof typeof endings;
export const formats = Object.keys(endings) as Format[];

/** The page for the client is text, or a file for a word processor or a browser. */
const clientEndings: readonly string[] = [endings.text, endings.markdown, endings.html, endings.docx];

/** What the files of a format end in: `.md`. */
export const endingOf = (format: Format): string => endings[format];

/** What files may end in, each once. */
export const knownEndings: readonly string[] = [...new Set(Object.values(endings))];

/** The format that the name of a file says; undefined where it says none. */
export const formatIn = (file: string): Format | undefined => formatOfEnding(endingIn(file) ?? '');

/** `.docx` of `memo.DOCX`; undefined where the name has none. */
const endingIn = (file: string): string | undefined => /[^\\/](\.[^.\\/]+)$/.exec(file)?.[1]?.toLowerCase();

const formatOfEnding = (ending: string): Format | undefined => formats.find((format) => endings[format] === ending);

/** Why a file of this name is not to hold that format, and what to do; undefined where it may. */
export function disagreement(file: string, format: Format): string | undefined {
	const ending = endingIn(file);
	if (ending === '.pdf') return asPdf;
	const named = ending === undefined ? undefined : formatOfEnding(ending);
	if (named === undefined || named === format) return undefined;
	if (format === 'client' && clientEndings.includes(ending as string)) return undefined;
	return `${shown(file)} ends in ${ending}, but the format is ${format}. Name a file that ends in ${endings[format]}`;
}

const asPdf =
	'the program does not write PDF. Write a .docx or .html file, open it in a word processor or a browser, and print it to PDF';

/**
 * The format of an answer: that of --format or --json, or else what the file of --output ends in, or else text. Throws
 * InputError where these disagree, or the file ends in what no format does.
 */
export function formatFor({ format, json, output }: Record<string, unknown>): Format {
	const given = json === true ? 'json' : (format as Format | undefined);
	if (json === true && format !== undefined && format !== 'json') {
		throw new InputError('contradiction', '--json', `means --format json, but --format is ${format}`, 'keep one');
	}
	if (typeof output !== 'string') return given ?? 'text';
	const ending = endingIn(output);
	const named = ending === undefined ? undefined : formatOfEnding(ending);
	const problem = disagreement(output, given ?? named ?? 'text');
	if (problem !== undefined) throw new InputError('format-disagrees', '--output', problem);
	if (given === undefined && named === undefined && ending !== undefined) {
		const known = knownEndings.join(', ');
		const remedy = `End the name with one of ${known}, or set the format with --format`;
		throw new InputError(
			'format-unknown',
			'--output',
			`${shown(output)} does not end in a format that the program writes. ${remedy}`,
		);
	}
	return given ?? named ?? 'text';
}

/** What people call a format beside its name. */
export const alsoCalled: Record<string, string[]> = {
	docx: ['word', 'doc', '.docx', 'ms word', 'microsoft word'],
	html: ['web page', '.html'],
	markdown: ['md', '.md'],
	text: ['txt', '.txt', 'plain text'],
	json: ['.json'],
	client: ['page for the client', 'client page', 'plain words'],
};
