// Warning: the decrease of §2D1.1 for those who meet the criteria of the safety valve, and the relief, do not go together.
import type { Relief, Result, Warning } from '../../result/result.ts';
import { factsUsed, saysYes } from '../chapter-two/offense-facts.ts';
import { asItStands, type Worked } from '../range/with-levels.ts';
import { outcomeOrQuestion } from '../steps/open-questions.ts';

/** The fact by which the tables ask whether the client meets the criteria of §5C1.2(a). */
export const criteriaFact = 'safetyValveCriteria';

/**
 * The safety valve lifts the minimum, and the decrease for one who meets its criteria is not taken (§2D1.1); or it is taken
 * beside answers that do not meet them. Names the range with that decrease and without it.
 */
export function decreaseWarnings(worked: Worked, relief: Relief | undefined): Warning[] {
	const { document, provisions, inThisEdition } = worked;
	const { guideline, offense = {} } = document;
	const held = guideline === undefined ? undefined : provisions.guideline(guideline);
	const facts = held === undefined ? [] : factsUsed(held, offense, provisions);
	if (relief?.kind !== 'safety-valve' || !facts.some(({ name }) => name === criteriaFact)) return [];
	const isTaken = saysYes(offense[criteriaFact]);
	if (isTaken === relief.granted) return [];
	const other = { ...document, offense: { ...offense, [criteriaFact]: !isTaken } };
	let turned: Result | undefined;
	const words = outcomeOrQuestion(() => {
		turned = inThisEdition(other);
		return turned;
	}, other);
	const { level, range } = asItStands(worked);
	if (turned?.offenseLevel.total === level) return [];
	const here = `level ${level}, ${range}`;
	const message = isTaken
		? `The case applies the guideline's 2-level reduction for a defendant who meets §5C1.2(a)(1) to (5), but the safety-valve answers do not meet those criteria. With the reduction, as shown: ${here}. Without it: ${words}. Correct one of them.`
		: `The safety valve applies, and the guideline gives a reduction to a defendant who meets §5C1.2(a)(1) to (5) of this Manual. The case does not say whether the client does. If so: ${words}. If not, as shown: ${here}. Compare those criteria with the statute, and answer the question about them.`;
	return [{ code: 'safety-valve-decrease', message }];
}
