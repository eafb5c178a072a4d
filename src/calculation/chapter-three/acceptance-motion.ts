// Warning: the third level of acceptance takes the government's motion.
import type { Warning } from '../../result/result.ts';
import { asItStands, type Worked, withLevels } from '../range/with-levels.ts';

/** The third level of acceptance, where "full" counts it and the government must move for it: the range without it. */
export function acceptanceMotionWarnings(worked: Worked): Warning[] {
	const { document, provisions, level } = worked;
	const { decrease, additionalDecrease: additional } = provisions['3E1.1'];
	if (document.acceptance !== 'full' || !additional.inForce || !additional.needsGovernmentMotion) return [];
	if (-level.parts.acceptance <= decrease.levels && level.partB.firearm === undefined) return [];
	const without = withLevels(worked, additional.levels, { ...document, acceptance: decrease.levels as 2 });
	const here = asItStands(worked).range;
	if (without.range === here) return [];
	const message = `The acceptance reduction includes the third level of §3E1.1(b), which requires a government motion. With that motion, as shown, the range is ${here}. Without it: ${without.range}. Check whether the government will make that motion.`;
	return [{ code: 'acceptance-motion-assumed', message }];
}
