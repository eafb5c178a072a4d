// An answer as a report to file.
import { isDate } from '../case/dates.ts';
import { InputError, notPossible } from '../case/errors.ts';
import { readDate } from '../case/typed-values.ts';
import { bundledLaw } from '../law/bundled.ts';
import type { ReportDocument } from '../report/document.ts';
import { inAscii } from '../report/words.ts';
import { type Reported, reportDocument } from '../report/worksheet.ts';
import { captionGiven } from './caption.ts';
import { version } from './version.ts';

export type ReportFormat = 'markdown' | 'html' | 'docx';

/** A report to file or hand on. Throws InputError where it has no place on a terminal or its day does not exist. */
export async function reportIn(
	format: ReportFormat,
	reported: Reported,
	options: Record<string, unknown>,
): Promise<string | Uint8Array> {
	if (format === 'docx' && options['output'] === undefined && process.stdout.isTTY) {
		throw new InputError(
			'output-needed',
			'--output',
			'a docx file cannot be shown on the screen',
			'give --output FILE',
		);
	}
	const making = { version, dated: dayOf(options['dated']), ...captionGiven(options) };
	const report = reportDocument(reported, bundledLaw, making);
	return written(format, options['ascii'] === true ? inAscii(report) : report);
}

/** A report in one of its formats. */
export async function written(format: ReportFormat, report: ReportDocument): Promise<string | Uint8Array> {
	if (format === 'markdown') return (await import('../report/formats/markdown.ts')).markdownReport(report);
	if (format === 'html') return (await import('../report/formats/html.ts')).htmlReport(report);
	return (await import('../report/formats/docx.ts')).docxReport(report);
}

function dayOf(dated: unknown): string | undefined {
	if (dated === undefined) return dated;
	const day = readDate(String(dated));
	if (isDate(day)) return day;
	throw notPossible('--dated', dated, 'give a date that exists, as YYYY-MM-DD');
}
