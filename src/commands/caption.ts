// The flags of the caption block of a court page.
import type { Command } from 'commander';
import { InputError } from '../case/errors.ts';
import { harmless } from '../report/words.ts';

/** The rows of the block, by what commander calls their flags. */
const rows = {
	court: ['--court <text>', 'the court'],
	caseNumber: ['--case-number <text>', 'the case number'],
	defendant: ['--defendant <text>', 'the defendant'],
	judge: ['--judge <text>', 'the judge'],
	preparedBy: ['--prepared-by <text>', 'who prepared the report'],
} as const;

type Row = keyof typeof rows;

/** Declares the flags of the caption block, which stands at the head of a report to file. */
export function addCaptionFlags(command: Command): Command {
	for (const [flag, says] of Object.values(rows)) {
		command.option(flag, `${says}, for the caption block of a markdown, html or docx report`);
	}
	return command;
}

/** What the flags give. */
export function captionGiven(options: Record<string, unknown>): Partial<Record<Row, string>> {
	const given = (Object.keys(rows) as Row[]).filter((row) => options[row] !== undefined);
	return Object.fromEntries(given.map((row) => [row, harmless(String(options[row]))]));
}

/** A caption block needs a report to stand in. Throws InputError naming the flag. */
export function refuseCaptionWithoutReport(options: Record<string, unknown>): void {
	const [row] = Object.keys(captionGiven(options)) as Row[];
	if (row === undefined) return;
	const flag = rows[row][0].split(' ')[0] as string;
	throw new InputError(
		'report-needed',
		flag,
		'the caption block stands in a markdown, html or docx report',
		'give --format or --output, such as --output worksheet.docx',
	);
}
