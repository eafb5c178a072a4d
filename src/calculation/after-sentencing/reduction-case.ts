// The case of a reduction: as it was sentenced, and as the amendments change it (§1B1.10(b)(1)).
import { longDate } from '../../case/dates.ts';
import { InputError } from '../../case/errors.ts';
import type { CaseDocument } from '../../case/schema.ts';
import { editionOn, provisionsOf } from '../../law/editions.ts';
import type { Law, Provisions } from '../../law/schema.ts';
import type { Amendment, ChosenEdition, Result } from '../../result/result.ts';
import type { StatutoryLimits } from '../range/guideline-range.ts';
import type { Amended, Context } from '../steps/context.ts';
import { amendedCase, amendedCategory, refuseImpossibleOrder, refuseRaised } from './amended-case.ts';
import { amendmentsOf } from './covered-amendments.ts';
import { drugChangeOf } from './drug-change.ts';
import { type Grounds, groundsOf } from './reduction-grounds.ts';
import type { ReductionRule } from './reduction-rule.ts';
import { type Totals, totalsOf } from './reduction-totals.ts';
import { withStatusAmended } from './status-points-amended.ts';

/** What the reduction takes from the calculation of the case as sentenced. */
export interface Sentencing extends Pick<Context, 'document' | 'law' | 'readings'> {
	/** The penalties by the statutes alone. */
	penalties: { limits: StatutoryLimits };
}

/** Works a case out in the edition of the sentence, also with what amendments put in the place of its own. */
export type CalculateUnder = (document: CaseDocument, amended?: Amended) => Result;

type Given = NonNullable<CaseDocument['reduction']>;

export interface ReductionCase {
	/** The change, as the case gives it or as it follows from the points. */
	given: Given;
	/** The Manual of the day of the order, and its policy statement. */
	order: ChosenEdition;
	rule: ReductionRule;
	amendments: readonly Amendment[];
	/** Whether the list of that day reaches the case. */
	grounds: Grounds;
	/** The provisions of the Manual of the sentence. */
	provisions: Provisions;
	asSentenced: Result;
	asAmended: Result;
	/** The case with another change. */
	changed: (change: Given) => Result;
	/** Those that bound the range at sentencing. */
	limits: StatutoryLimits;
	/** There where one range is set for all counts. */
	totals: Totals | undefined;
}

/**
 * The case as sentenced and as amended. Throws InputError where a fact is missing that the policy statement of that day
 * asks for, or the change given raises a range.
 */
export function reductionCase(
	claimed: Given,
	{ document, law, readings, penalties }: Sentencing,
	calculateUnder: CalculateUnder,
): ReductionCase {
	const { reduction: _, ...sentenced } = document;
	refuseImpossibleOrder(document, claimed);
	const order = editionOn(law, claimed.orderDate, 'in force on the date of the order', '/reduction/orderDate');
	const rule = ruleOf(law, order.effectiveDate);
	const amendments = amendmentsOf(claimed.amendment, law, order.effectiveDate);
	const asSentenced = calculateUnder(sentenced);
	const given = withStatusAmended(claimed, amendments, asSentenced, law);
	const grounds = groundsOf(document, rule, amendments, { asSentenced, law, readings });
	if (rule.amendedRange.onlyListedAmendments) refuseRaised(sentenced, given, asSentenced);
	const provisions = provisionsOf(law, asSentenced.edition.effectiveDate);
	const drugLevels = grounds.reaches ? drugChangeOf(document, amendments, law) : undefined;
	const withChange = (base: CaseDocument, change: Given) => amendedCase(base, change, amendments, drugLevels);
	const changed = (change: Given) =>
		calculateUnder(withChange(sentenced, change), { category: amendedCategory(change, provisions), drugLevels });
	const asAmended = grounds.reaches ? changed(given) : asSentenced;
	const limits = limitsOf(document, penalties.limits, asSentenced);
	const totals = totalsOf(asSentenced, document, limits.minimum, {
		sentenced: (changes) => calculateUnder({ ...withoutRelief(sentenced), ...changes }),
		amended: (changes, of) => {
			const relieved = { ...withoutRelief(sentenced), ...changes };
			const category = of === 'amended' ? amendedCategory(given, provisions) : undefined;
			return calculateUnder(grounds.reaches ? withChange(relieved, given) : relieved, { category, drugLevels });
		},
	});
	return { given, order, rule, amendments, grounds, provisions, asSentenced, asAmended, changed, limits, totals };
}

function ruleOf(law: Law, effectiveDate: string): ReductionRule {
	const rule = provisionsOf(law, effectiveDate)['1B1.10'];
	if (rule.inForce) return rule;
	throw new InputError(
		'reduction-not-in-force',
		'/reduction/orderDate',
		`${rule.provision} begins ${longDate(rule.begins)}`,
		'give a later date',
	);
}

/** A minimum that the safety valve lifted never entered the range; one that only substantial assistance pierces did. */
function limitsOf(document: CaseDocument, stated: StatutoryLimits, { relief }: Result): StatutoryLimits {
	const lifted = relief?.granted === true && document.statutoryMinimumRelief !== 'substantial-assistance';
	return {
		...stated,
		minimum: lifted ? relief.stillBinds?.minimumMonths : stated.minimum,
		leastRange: relief?.leastRange,
	};
}

function withoutRelief({ statutoryMinimumRelief: _, ...document }: CaseDocument): CaseDocument {
	return document;
}
