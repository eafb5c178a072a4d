// The warnings of an answer in their order.
import type { Warning } from '../../result/result.ts';
import { warningCodes } from '../../result/warning-codes.ts';
import { capitalized } from './sentence.ts';

/** The warnings of an answer, the most serious first; those of one code become one. */
export function inOrder(warnings: readonly Warning[]): Warning[] {
	if (warnings.length < 2) return [...warnings];
	const messages = new Map<Warning['code'], Set<string>>();
	for (const { code, message } of warnings) messages.set(code, (messages.get(code) ?? new Set()).add(message));
	return [...messages]
		.sort(([one], [other]) => placeOf(one) - placeOf(other))
		.map(([code, said]) => ({ code, message: [...said].reduce(asTwoSentences) }));
}

const places = new Map(warningCodes.map((code, place) => [code, place]));

const placeOf = (code: Warning['code']): number => places.get(code) as number;

const asTwoSentences = (one: string, next: string): string => `${one.replace(/\.$/, '')}. ${capitalized(next)}`;
