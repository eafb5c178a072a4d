// What a guideline leaves open, in words.
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
			text: `§${guideline}${named(one)}. The program does not decide whether it applies. Check it, and compare any offense level it gives`,
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

type Unit = NonNullable<Result['drugQuantity']>['unit'];

/** `500 g`, `1.5 kg`, `60,000 units`: from a thousand grams on in kilograms, exactly. */
function amountInWords(amount: string, unit: Unit): string {
	const [whole = '', fraction = ''] = amount.split('.');
	if (unit !== 'g' || whole.length <= kilo) return `${withCommas(whole)}${fraction && `.${fraction}`} ${unit}`;
	const rest = `${whole.slice(-kilo)}${fraction}`.replace(/0+$/, '');
	return `${withCommas(whole.slice(0, -kilo))}${rest && `.${rest}`} kg`;
}

/** The digits of a thousand. */
const kilo = 3;

const withCommas = (digits: string): string => digits.replace(/\B(?=(\d{3})+$)/g, ',');
