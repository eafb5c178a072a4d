import { type Dress, plainDress } from '../report/text.ts';

/**
 * Colour where standard output is a terminal that wants it. chalk does not know NO_COLOR, so it is asked here,
 * and chalk is loaded only where colour is wanted. chalk joins all that it is given, and map gives more than the text.
 */
export async function dressFor(options: Record<string, unknown>, toTerminal = true): Promise<Dress> {
	const ascii = options['ascii'] === true;
	if (!toTerminal || !wantsColor(options)) return { ...plainDress, ascii };
	const { default: chalk } = await import('chalk');
	const only =
		(paint: (text: string) => string) =>
		(text: string): string =>
			paint(text);
	return { ascii, bold: only(chalk.bold), strong: only(chalk.bold.cyan), alert: only(chalk.yellow) };
}

function wantsColor(options: Record<string, unknown>): boolean {
	const { FORCE_COLOR: forced, NO_COLOR: refused, TERM: terminal } = process.env;
	if (options['color'] === false) return false;
	if (refused) return false;
	if (forced !== undefined) return forced !== '0' && forced !== 'false';
	return terminal !== 'dumb' && process.stdout.isTTY === true;
}
