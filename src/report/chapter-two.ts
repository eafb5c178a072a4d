// What a guideline leaves open, in words.
import { amountInWords } from '../result/amount-words.ts';
import type { Result } from '../result/result.ts';
import type { Statement } from './statement.ts';

/** Which provisions of the Chapter Two guideline nothing in the case addresses, and which cross references it may call for. */
export function chapterTwoStatements(result: Result): Statement[] {
	const { chapterTwo } = result;
	if (chapterTwo === undefined) return [];
	const { guideline, notApplied, crossReferences } = chapterTwo;
	const named = ({ id, description }: { id: string; description: string }) => `${id} ${description}`;
	return [
		...drugStatements(result),
		...notApplied.map((one, index) => ({ label: index === 0 ? 'Not applied' : '', text: named(one) })),
		...crossReferences.map((one) => ({
			label: 'May apply',
			text: `${one.id.startsWith('§') ? '' : `§${guideline}`}${named(one)}. The program does not decide whether it applies. Check it, and compare any offense level it gives`,
		})),
	];
}

/** Where the amount stands in the Drug Quantity Table: how much the level covers, which is what a dispute about weight is worth. */
function drugStatements({ drugQuantity }: Result): Statement[] {
	if (drugQuantity === undefined) return [];
	const { method, baseOffenseLevel, unit, thisLevelFrom, nextLevelAt } = drugQuantity;
	const of = method === 'table' ? '' : ' of converted weight';
	const from = thisLevelFrom === '0' ? 'any amount' : `${amountInWords(thisLevelFrom, unit)}${of} or more`;
	const upTo =
		nextLevelAt === null ? 'the highest level' : `the next level begins at ${amountInWords(nextLevelAt, unit)}`;
	const text = `the Drug Quantity Table gives level ${baseOffenseLevel} at ${from}; ${upTo}`;
	return [{ label: 'Drug quantity', text }];
}
