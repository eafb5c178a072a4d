// Warning: a removal before the first order given.
import { longDate } from '../../../case/dates.ts';
import type { CaseDocument } from '../../../case/schema.ts';
import { rowsOf, timedIn } from '../../../law/guidelines.ts';
import type { Provisions } from '../../../law/schema.ts';
import type { Result, Warning } from '../../../result/result.ts';
import { outcomeOrQuestion } from '../../steps/open-questions.ts';

/** Where an edition divides the priors at the first order, a removal before the first one given shows that one is missing. */
export function removalOrderWarnings(
	document: CaseDocument,
	provisions: Provisions,
	inThisEdition: (other: CaseDocument) => Result,
): Warning[] {
	const { removals, removalOrders } = document;
	if (removalOrders === undefined || document.priors?.length === 0) return [];
	const guideline = provisions.guideline(document.guideline);
	if (!guideline?.priors) return [];
	const divides = rowsOf(guideline).some((row) => timedIn(row).some(({ timing }) => timing.endsWith('first-order')));
	if (!divides) return [];
	const removal = [...(removals ?? [])].sort()[0];
	const order = [...removalOrders].sort()[0];
	if (removal === undefined || (order !== undefined && order <= removal)) return [];
	const given =
		order === undefined
			? 'the case gives no removal order'
			: `the first removal order given is dated ${longDate(order)}`;
	const withOrder = { ...document, removalOrders: [removal, ...removalOrders] };
	const earlier = outcomeOrQuestion(() => inThisEdition(withOrder), withOrder);
	const message = `A removal took place on ${longDate(removal)}, but ${given}. A removal requires an order, so the first order may be earlier, and ${guideline.provision}(b) divides the convictions by its date. The answer shown follows the orders given. With an order on the date of that removal: ${earlier}. Give every removal order.`;
	return [{ code: 'removal-before-order', message }];
}
