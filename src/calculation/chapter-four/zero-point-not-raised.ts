// Warning: §4C1.1 may apply and the case does not raise it.
import type { CriminalHistory, Warning } from '../../result/result.ts';
import { asItStands, type Worked, withLevels } from '../range/with-levels.ts';
import { openZeroPointRule } from './zero-point-offender.ts';

/** The decrease of §4C1.1, which a case without criminal history points may have and does not raise: the range with it. */
export function zeroPointNotRaised(worked: Worked, history: CriminalHistory | undefined): Warning[] {
	const { document, provisions } = worked;
	const found = openZeroPointRule(document, provisions, history);
	if (found === undefined) return [];
	const { provision, decrease } = found.rule;
	const counted = { levels: -decrease.levels, provision };
	const other = { ...document, adjustments: [...(document.adjustments ?? []), counted] };
	const here = inWords(asItStands(worked));
	const lower = inWords(withLevels(worked, counted.levels, other));
	if (lower === here) return [];
	const when = found.points === 0 ? '' : 'If the client has no criminal history points at all, ';
	const open = `${when}${provision} takes off ${decrease.levels} levels unless one of its criteria bars it`;
	const message = `${open}, and the case does not say whether one does. If the reduction applies: ${lower}. If not, as shown: ${here}. Answer the criteria of ${provision}.`;
	return [{ code: 'zero-point-offender-not-raised', message }];
}

const inWords = ({ level, range }: ReturnType<typeof asItStands>): string => `level ${level}, ${range}`;
