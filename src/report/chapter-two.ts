import type { Result } from '../calculation/result.ts';
import type { Statement } from './statement.ts';

/** Which provisions of the Chapter Two guideline nothing in the case addresses, and which cross references it may call for. */
export function chapterTwoStatements({ chapterTwo }: Result): Statement[] {
	if (chapterTwo === undefined) return [];
	const { guideline, notApplied, crossReferences } = chapterTwo;
	const named = ({ id, description }: { id: string; description: string }) => `${id} ${description}`;
	return [
		...notApplied.map((one, index) => ({ label: index === 0 ? 'Not applied' : '', text: named(one) })),
		...crossReferences.map((one) => ({
			label: 'Cross reference',
			text: `§${guideline}${named(one)}. This program does not decide whether it applies. Check it, and compare the two levels`,
		})),
	];
}
