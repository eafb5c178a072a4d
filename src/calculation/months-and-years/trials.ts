// The days of a case that were tried, and what they led to.
import { refuseContradictions } from '../../case/check.ts';
import { withDays } from '../../case/dates-of-case.ts';
import { attempt, InputError, isMissingFact } from '../../case/errors.ts';
import type { CaseDocument } from '../../case/schema.ts';
import type { Law } from '../../law/schema.ts';
import type { Result } from '../../result/result.ts';
import type { Days } from './period.ts';
import { numbersWithoutDays } from './same-for-every-day.ts';

/** A case with months and years, and how it is worked out with days in their place. */
export interface EveryDay {
	given: CaseDocument;
	law: Law;
	/** The day of sentencing where the case gives none. */
	today: string | undefined;
	/** The answer to the facts as they are given. */
	answer: (document: CaseDocument) => Result;
	/** The answer where a fact is missing that may not matter. */
	answerLacking: (document: CaseDocument) => Result;
}

/** What some days lead to: an answer, or why there is none. */
export interface Outcome {
	days: Days;
	/** What has to be the same for all days. */
	numbers: string;
	result?: Result;
	error?: InputError;
}

/** How much is tried at most, so that no case takes long. These are no law. */
const most = {
	/** Times that a case is worked out. */
	calculations: 300,
	/** What it costs to see whether a missing fact matters, in calculations. */
	perMissingFact: 30,
	/** Days that are put together to find those that do not contradict each other. */
	together: 20_000,
};

/** What is tried of a case, each combination of days once. Throws `tooMany` where that is more than may be tried. */
export function newTrials({ given, answer, answerLacking }: EveryDay, tooMany: () => InputError) {
	const known = new Map<string, Outcome | undefined>();
	let [calculations, together] = [0, 0];
	let refusal: InputError | undefined;
	const count = (cost: number): void => {
		calculations += cost;
		if (calculations > most.calculations) throw tooMany();
	};
	const solved = (document: CaseDocument): Result => {
		count(1);
		try {
			return answer(document);
		} catch (error) {
			if (!isMissingFact(error)) throw error;
			count(most.perMissingFact);
			return answerLacking(document);
		}
	};
	const contradicts = (days: Days): boolean => {
		if (++together > most.together) throw tooMany();
		const found = attempt(() => refuseContradictions(withDays(given, days)));
		if (!(found instanceof InputError)) return false;
		refusal ??= found;
		return true;
	};
	const outcomeOf = (days: Days): Outcome | undefined => {
		const key = [...days.values()].join();
		if (!known.has(key)) known.set(key, contradicts(days) ? undefined : tried(days));
		return known.get(key);
	};
	/** What an answer is denied for counts as an answer, but where the case contradicts these days. */
	const tried = (days: Days): Outcome | undefined => {
		try {
			const result = solved(withDays(given, days));
			return { days, result, numbers: numbersWithoutDays(result) };
		} catch (error) {
			if (!(error instanceof InputError) || error.code === 'facts-missing') throw error;
			refusal ??= error;
			return error.code === 'disagrees' ? undefined : { days, error, numbers: `${error.code} ${error.path}` };
		}
	};
	return {
		contradicts,
		outcomeOf,
		outcomes: () => [...known.values()].filter((outcome): outcome is Outcome => outcome !== undefined),
		refusal: () => refusal ?? tooMany(),
	};
}
