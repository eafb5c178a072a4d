// What each disputed fact is worth, before one is changed.
import { InputError } from '../../case/errors.ts';
import { disputedLines } from '../../report/disputed-facts.ts';
import { plainDress } from '../../report/dress.ts';
import type { Result } from '../../result/result.ts';
import { type Outcome, outcomesOf } from '../interview/outcomes.ts';
import { withDisputedFacts } from '../questions/calculated.ts';
import { narrow } from '../screen/narrow-screen.ts';
import type { Session } from './dialog.ts';
import { whatIf } from './what-if.ts';

/** Shows what each disputed fact of a case of drugs is worth, and then changes one thing at a time. */
export async function whatIfBesideFacts(session: Session): Promise<void> {
	const { interview, host } = session;
	const [only, ...others] = (outcomesOf(interview, host.setting) ?? []).filter(isAnswered);
	if (only && others.length === 0) {
		const lines = disputedLines(withDisputedFacts(only, host.setting), plainDress);
		const { asker } = host;
		const clean = (line: string): string => line.replace(/\S.*/, asker.clean);
		if (lines.length > 0) asker.show(narrow(`\n${lines.map(clean).join('\n')}\n`, asker.columns()));
	}
	await whatIf(session);
}

const isAnswered = (outcome: Outcome): outcome is Outcome & { result: Result } =>
	!(outcome.result instanceof InputError);
