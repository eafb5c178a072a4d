// What stands around a report: the caption of a court, and of what the report was made.
import { longDate } from '../case/dates.ts';
import type { Law } from '../law/schema.ts';
import type { Making } from './document.ts';
import type { Statement } from './statement.ts';

/** The caption block: court, case number, defendant, judge, who prepared it and the day; nothing where none is given but the day. */
export function captionStatements({ court, caseNumber, defendant, judge, preparedBy, dated }: Making): Statement[] {
	const rows = [
		{ label: 'Court', text: court },
		{ label: 'Case number', text: caseNumber },
		{ label: 'Defendant', text: defendant },
		{ label: 'Judge', text: judge },
		{ label: 'Prepared by', text: preparedBy },
	].filter((row): row is Statement => row.text !== undefined);
	return rows.length === 0 || dated === undefined ? rows : [...rows, { label: 'Date', text: longDate(dated) }];
}

/** The day, where no caption block has it, the program and its tables. */
export function makingStatements(law: Law, making: Making): Statement[] {
	const { version, dated } = making;
	const isInCaption = captionStatements(making).length > 0;
	return [
		...(dated === undefined || isInCaption ? [] : [{ label: 'Dated', text: longDate(dated) }]),
		{ label: 'Program', text: `ussg ${version}` },
		{ label: 'Tables', text: `sha256:${law.digest}` },
	];
}
