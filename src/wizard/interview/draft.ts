// A draft, written and read.
import { InputError } from '../../case/errors.ts';
import { parseJson } from '../../case/json.ts';
import { jsonText } from '../../report/escape.ts';
import { draftSchema } from './draft-schema.ts';
import type { Interview } from './interview.ts';

/** What a draft keeps: the answers and the scenarios, nothing that follows from them. */
export interface Draft {
	interview: Interview;
	scenarios: readonly Interview[];
	/** The place of the case among the scenarios; left out, the first. */
	caseAt?: number;
}

export const encodeDraft = ({ interview, scenarios, caseAt = 0 }: Draft): string =>
	`${jsonText({ ussgDraft: 1, interview, scenarios, ...(caseAt === 0 ? {} : { caseAt }) }, '\t')}\n`;

/** Reads a draft; whether each answer still fits its question, the interview sees. Throws InputError where the text is no draft. */
export function decodeDraft(text: string): Draft {
	const parsed = draftSchema.safeParse(parseJson(text));
	if (!parsed.success) {
		throw new InputError(
			'not-a-draft',
			'--draft',
			'the file is no draft of the questions',
			'name another file, or a new one',
		);
	}
	return parsed.data as unknown as Draft;
}
