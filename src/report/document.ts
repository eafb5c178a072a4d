// A report as its parts, before a format dresses them.
/** A report as its parts, before a format dresses them. All text is harmless: one line, no control characters. */
export interface ReportDocument {
	title: string;
	/** The caption or id of the case: text of the user's. */
	caption: string | undefined;
	/** The guideline range in a line. */
	answer: string;
	sections: Section[];
}

export interface Section {
	heading: string;
	blocks: Block[];
}

export type Block = Facts | Grid | Picture | Note;

/** Labels and what is said under them, one or more lines each. */
export interface Facts {
	kind: 'facts';
	rows: { label: string; lines: string[] }[];
}

/** A table with a header row; the first cell of a row is its header. */
export interface Grid {
	kind: 'grid';
	caption: string;
	columns: { heading: string; numeric: boolean }[];
	rows: { text: string; marked?: boolean }[][];
}

/** Tables of so many rows or fewer, and facts of so many lines, stand on one page. */
export const keptTogether = 12;

/** A picture that says what the text beside it says. */
interface Picture {
	kind: 'picture';
	svg: string;
	caption: string;
}

interface Note {
	kind: 'note';
	text: string;
}

/** What a report says of its own making. `dated` is the user's word for the day, or nothing. */
export interface Making {
	version: string;
	dated: string | undefined;
	/** The caption block of a court page, in the user's words. */
	court?: string | undefined;
	caseNumber?: string | undefined;
	defendant?: string | undefined;
	judge?: string | undefined;
	preparedBy?: string | undefined;
}
