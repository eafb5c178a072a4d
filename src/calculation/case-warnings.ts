import type { CaseDocument } from '../case/schema.ts';
import type { Provisions } from '../law/schema.ts';
import { isReentry } from './chapter-two/illegal-reentry/section.ts';
import { unusualFacts } from './criminal-history/unusual-facts.ts';
import type { Warning } from './warnings.ts';

/** What a reader of the range must know of the facts and dates of the case. */
export function caseWarnings(document: CaseDocument, provisions: Provisions): Warning[] {
	return [
		...(document.chapterThree === undefined ? [] : opposedRoles(document.chapterThree)),
		...removalBeforeOrder(document, provisions),
		...unusualFacts(document),
	];
}

/** An aggravating and a mitigating role are found for one offense, and seldom of one defendant. */
function opposedRoles(named: readonly string[]): Warning[] {
	const [aggravating, mitigating] = [/^§3B1\.1(?!\d)/, /^§3B1\.2(?!\d)/].map((role) =>
		named.find((id) => role.test(id)),
	);
	if (aggravating === undefined || mitigating === undefined) return [];
	const message = `${aggravating} and ${mitigating} are both counted: one is for a leader, the other for a minor participant, and in one offense they hardly stand together. Check that both were found`;
	return [{ code: 'roles-opposed', message }];
}

/** Where an edition divides the priors at the first order, a removal before the first one given shows that one is missing. */
function removalBeforeOrder(document: CaseDocument, provisions: Provisions): Warning[] {
	const { removals, removalOrders } = document;
	if (!isReentry(document) || removalOrders === undefined) return [];
	const { characteristics } = provisions['2L1.2'];
	const divides = characteristics.some(({ when }) => when.some(({ timing }) => timing.endsWith('first-order')));
	if (!divides) return [];
	const removal = [...(removals ?? [])].sort()[0];
	const order = [...removalOrders].sort()[0];
	if (removal === undefined || (order !== undefined && order <= removal)) return [];
	const given = order === undefined ? 'no removal order is given' : `the first removal order given is of ${order}`;
	const message = `a removal is of ${removal}, and ${given}: a removal presupposes an order, so the first order may be earlier, and §2L1.2(b) divides the convictions at it. Give removalOrders with every order`;
	return [{ code: 'removal-before-order', message }];
}
