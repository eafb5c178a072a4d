// Colors, where the terminal wants them.
import { type Dress, plainDress } from '../report/dress.ts';

/**
 * Colour where the stream is a terminal that wants it, in colours that can be read on light and on dark. chalk does not know NO_COLOR, so it is asked here,
 * and chalk is loaded only where colour is wanted. chalk joins all that it is given, and map gives more than the text.
 */
export async function dressFor(
	options: Record<string, unknown>,
	toTerminal = true,
	stream: { isTTY?: boolean } = process.stdout,
): Promise<Dress> {
	const ascii = options['ascii'] === true;
	if (!toTerminal || !wantsColor(options, stream)) return { ...plainDress, ascii };
	const { Chalk } = await import('chalk');
	const chalk = new Chalk({ level: 1 });
	const only =
		(paint: (text: string) => string) =>
		(text: string): string =>
			paint(text);
	return { ascii, bold: only(chalk.bold), strong: only(chalk.bold.magenta), alert: only(chalk.red) };
}

function wantsColor(options: Record<string, unknown>, stream: { isTTY?: boolean }): boolean {
	const { FORCE_COLOR: forced, NO_COLOR: refused, TERM: terminal } = process.env;
	if (options['color'] === false) return false;
	if (refused) return false;
	if (forced !== undefined) return forced !== '0' && forced !== 'false';
	return terminal !== 'dumb' && stream.isTTY === true;
}
