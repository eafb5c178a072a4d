// Whether a case tells of a motion for substantial assistance.
import type { CaseDocument } from './schema.ts';

/** Whether the case says that there was a motion; authority to go below the statutory minimum comes of one alone. */
export function statedAssistance({ statutoryMinimumRelief, reduction }: CaseDocument): boolean | undefined {
	if (statutoryMinimumRelief === 'substantial-assistance' || reduction?.authorityBelowMinimum === true) return true;
	return reduction?.substantialAssistance;
}
