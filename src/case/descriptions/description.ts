// What the description of a key is: the type.
/** What a key of the case document says, in whose words the schema and the pages describe it. */
export interface Description {
	/** One or more sentences; units where a number or a date could be read in two ways. */
	readonly says: string;
	/** The provision for which the key matters, where one does. */
	readonly provision?: string;
	/** A value that the key takes, as JSON. */
	readonly example: string;
}

/** A description: what the key says, an example, and the provision. */
export const described = (says: string, example: string, provision?: string): Description =>
	provision === undefined ? { says, example } : { says, example, provision };

/** The day that examples of dates name. */
export const day = '"2019-04-01"';
export const yes = 'true';
export const no = 'false';
