// Writes the manual page from what the program itself says with --help, so that the two cannot differ.
import { execFileSync } from 'node:child_process';

/** The page in roff, from the built program at `path`. */
export function manPage(path, version) {
	const help = (...command) =>
		sectionsOf(execFileSync(process.execPath, [path, ...command, '--help'], { encoding: 'utf8' }));
	const whole = help();
	const commands = whole.Commands.map((line) => /^ {2}([a-z]+)/.exec(line)?.[1]).filter(Boolean);
	return [
		`.TH USSG 1 "" "ussg ${version}" "User Commands"`,
		'.SH NAME',
		'ussg \\- a federal sentencing range under the U.S. Sentencing Guidelines',
		'.SH SYNOPSIS',
		...verbatim([whole.usage, ...commands.map((command) => help(command).usage)]),
		'.SH DESCRIPTION',
		...text(whole.description),
		'.SH OPTIONS',
		...listed(whole.Options),
		...commands.flatMap((command) => {
			const { description, Arguments = [], Options = [], after } = help(command);
			return [
				`.SH USSG ${command.toUpperCase()}`,
				...text(description),
				...listed(Arguments),
				...listed(Options),
				...verbatim(after),
			];
		}),
		'.SH EXAMPLES AND EXIT STATUS',
		...verbatim(whole.after),
		'',
	].join('\n');
}

/** The parts of a help text: its usage, its description, its lists by their titles, and what follows them. */
function sectionsOf(help) {
	const sections = { usage: '', description: [], after: [] };
	let list;
	for (const line of help.split('\n')) {
		const title = /^(Arguments|Options|Commands):$/.exec(line)?.[1];
		if (line.startsWith('Usage: ')) sections.usage = line.slice('Usage: '.length);
		else if (title) {
			list = [];
			sections[title] = list;
		} else if (list && (line === '' || /^ {2}/.test(line)) && sections.after.length === 0) {
			if (line !== '') list.push(line);
		} else if (list) sections.after.push(line);
		else sections.description.push(line);
	}
	return sections;
}

const escaped = (line) =>
	line
		.replaceAll('\\', '\\e')
		.replaceAll('-', '\\-')
		.replace(/^(?=[.'])/, '\\&');

const text = (lines) => lines.filter((line) => line !== '').map(escaped);

const verbatim = (lines) => (lines.length === 0 ? [] : ['.PP', '.nf', ...lines.map(escaped), '.fi']);

/** Names and what they mean, as the help sets them in two columns; a longer meaning goes on in the next line. */
function listed(lines) {
	return lines.flatMap((line) => {
		const [, name, meaning] = /^ {2}(\S.*?)(?: {2,}(\S.*))?$/.exec(line) ?? [];
		return name === undefined ? [escaped(line.trim())] : ['.TP', `.B ${escaped(name)}`, escaped(meaning ?? '')];
	});
}
