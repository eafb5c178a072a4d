// What is wrong with the answers, in the words of the questions.
import { type InputError, reworded } from '../../case/errors.ts';
import { keyInWords, type NameOf } from '../../case/wording.ts';

/** The keys of which no words can be made that a question would have. */
const names: Record<string, string> = {
	armedCareerCriminal: 'armed career criminal (§4B1.4)',
	base: 'the base offense level',
	careerOffender: 'career offender (§4B1.1)',
	priors: 'the prior sentences',
	safetyValve: 'the criteria of the safety valve',
	statutoryMinimumMonths: 'the statutory minimum',
	statutoryMaximumMonths: 'the statutory maximum',
	statutoryMinimumRelief: 'the relief from the minimum',
	underOffenseDateManual: 'what the case states of the other Manual',
	zeroPointOffender: 'the criteria of §4C1.1',
};

/** `the criminal history points`, `the guideline 2L1.2`: what the questions call a key. */
const nameOf: NameOf = ({ key, value }) => {
	const name = names[key] ?? `the ${keyInWords(key.slice(key.lastIndexOf('/') + 1))}`;
	return value === undefined ? name : `${name} ${value}`;
};

/** The message of an error for someone who answers questions and sees no case document. */
export const inQuestions = (error: InputError): string => reworded(error, { nameOf }).message;
