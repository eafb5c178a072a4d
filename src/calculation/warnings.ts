/**
 * Every warning the program can give. The codes are part of the contract: never renamed, never reused.
 * A warning marks what a reader of the range must know and the range alone does not show.
 */
export const warningCodes = [
	'acceptance-motion-assumed',
	'edition-unverified',
	'editions-not-compared',
	'fast-track-not-illegal-reentry',
	'level-beyond-table',
	'relief-without-minimum',
	'table-cell-derived',
] as const;

export type WarningCode = (typeof warningCodes)[number];

export interface Warning {
	code: WarningCode;
	message: string;
}
