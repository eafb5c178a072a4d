// One line of an answer: a label and words.
/** One thing the answer says, under its label: the same words on the screen and in every report. */
export interface Statement {
	/** Empty where it goes on with the label above. */
	label: string;
	text: string;
}
