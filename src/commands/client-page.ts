// An answer as a page for the client.
import { clientPage } from '../report/client/page.ts';
import { clientReport, clientText } from '../report/formats/client.ts';
import { inAscii } from '../report/words.ts';
import type { Reported } from '../report/worksheet.ts';
import { dressFor } from './dress.ts';
import { formatIn } from './output-format.ts';
import { written } from './report.ts';

/** The page for the client: as text, or as the file of --output says. */
export async function clientPageIn(reported: Reported, options: Record<string, unknown>): Promise<string | Uint8Array> {
	const page = clientPage(reported);
	const { output, ascii } = options;
	const format = typeof output === 'string' ? formatIn(output) : undefined;
	if (format === 'markdown' || format === 'html' || format === 'docx') {
		const report = clientReport(page);
		return written(format, ascii === true ? inAscii(report) : report);
	}
	return clientText(page, await dressFor(options, output === undefined));
}
