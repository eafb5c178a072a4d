// A case worked out with one fact found otherwise.
import { InputError } from '../../../case/errors.ts';
import type { Months } from '../../../case/months.ts';
import type { CaseDocument } from '../../../case/schema.ts';
import type { Provisions } from '../../../law/schema.ts';
import type { DisputedFact, Range, Result } from '../../../result/result.ts';
import { factName } from '../../steps/fact-names.ts';

export type Outcome = DisputedFact['outcomes'][number];

/** A case of drugs, as it is given and as it stands, and how it is with other facts. */
export interface Disputed {
	given: CaseDocument;
	provisions: Provisions;
	/** The range of the case as it stands, in months. */
	range: Range;
	inThisEdition: (other: CaseDocument) => Result;
}

/** A way to find a fact: its words, and the case with it. */
export interface Way {
	fact: string;
	other: CaseDocument;
	asInCase?: boolean;
}

/** What stands in the way of an outcome, in words. */
type Problem = { problem: string };

/** The case with a fact found otherwise, through every rule and limit again; or what would have to change for it. */
function outcomeOf({ fact, other, asInCase }: Way, disputed: Disputed): { outcome: Outcome; result: Result } | Problem {
	try {
		const result = disputed.inThisEdition(other);
		const { offenseLevel, guidelineRange, totalRange } = result;
		const { minimumMonths, maximumMonths } = totalRange ?? guidelineRange;
		const outcome: Outcome = {
			fact,
			...(asInCase ? { asInCase: true as const } : {}),
			offenseLevel: offenseLevel.total,
			range: { minimumMonths, maximumMonths },
			lowEndChange: changeOf(minimumMonths, disputed.range.minimumMonths),
			highEndChange: changeOf(maximumMonths, disputed.range.maximumMonths),
		};
		return { outcome, result };
	} catch (error) {
		if (!(error instanceof InputError)) throw error;
		return { problem: `${fact}: ${whyNot(error, other)}` };
	}
}

function whyNot({ code, path }: InputError, other: CaseDocument): string {
	if (code === 'relief-not-available') return 'the law does not extend it to these counts';
	if (path === '/statutoryMinimumRelief') return 'the criminal history does not allow it';
	const fact = factName(path, other);
	return code === 'facts-missing' ? `another fact is needed, ${fact}` : `${fact} would have to change`;
}

const changeOf = (months: Months, than: Months): number | null => {
	if (months === than) return 0;
	return months === 'life' || than === 'life' ? null : months - than;
};

/** The outcomes of several ways, and what stood in the way of others. */
export function outcomesOf(
	ways: readonly Way[],
	disputed: Disputed,
	more: (result: Result) => Partial<Outcome> = () => ({}),
): Pick<DisputedFact, 'outcomes' | 'notWorkedOut'> {
	const all = ways.map((way) => outcomeOf(way, disputed));
	const problems = all.flatMap((one) => ('problem' in one ? [one.problem] : []));
	return {
		outcomes: all.flatMap((one) => ('problem' in one ? [] : [{ ...one.outcome, ...more(one.result) }])),
		...(problems.length === 0 ? {} : { notWorkedOut: problems.join('; ') }),
	};
}
