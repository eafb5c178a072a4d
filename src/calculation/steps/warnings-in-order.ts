// The warnings of an answer in their order.
import type { Warning } from '../../result/result.ts';
import { warningCodes } from '../../result/warning-codes.ts';
import { capitalized } from './sentence.ts';

/** The warnings of an answer, the most serious first; those of one code become one. */
export function inOrder(warnings: readonly Warning[]): Warning[] {
	if (warnings.length < 2) return [...warnings];
	return warningCodes.flatMap((code): Warning[] => {
		const messages = new Set(warnings.filter((warning) => warning.code === code).map(({ message }) => message));
		return messages.size === 0 ? [] : [{ code, message: [...messages].reduce(asTwoSentences) }];
	});
}

const asTwoSentences = (one: string, next: string): string => `${one.replace(/\.$/, '')}. ${capitalized(next)}`;
