import { type Dress, plainDress } from '../report/text.ts';

/**
 * Colour where standard output is a terminal that wants it. chalk does not know NO_COLOR, so it is asked here,
 * and chalk is loaded only where colour is wanted.
 */
export async function dressFor(options: Record<string, unknown>, toTerminal = true): Promise<Dress> {
	const ascii = options['ascii'] === true;
	if (!toTerminal || !wantsColor(options)) return { ...plainDress, ascii };
	const { default: chalk } = await import('chalk');
	return { ascii, bold: chalk.bold, strong: chalk.bold.cyan, alert: chalk.yellow };
}

function wantsColor(options: Record<string, unknown>): boolean {
	const { FORCE_COLOR: forced, NO_COLOR: refused, TERM: terminal } = process.env;
	if (options['color'] === false) return false;
	if (refused) return false;
	if (forced !== undefined) return forced !== '0' && forced !== 'false';
	return terminal !== 'dumb' && process.stdout.isTTY === true;
}
