// Warnings: penalties that were not verified, or that may have changed since.
import { longDate } from '../../case/dates.ts';
import { offenseDayOf } from '../../case/offense-day.ts';
import type { CaseDocument } from '../../case/schema.ts';
import type { Provisions } from '../../law/schema.ts';
import type { Warning } from '../../result/result.ts';
import { isUnderExactly, type Row } from './row.ts';

/** The penalties that could not be verified, all in one, with the reason for each. */
export function unverifiedWarnings(rows: readonly Row[]): Warning[] {
	const reasons = new Map<string, Set<string>>();
	for (const { provision, description, confidence, note = '' } of rows) {
		if (confidence === undefined) continue;
		reasons.set(note, (reasons.get(note) ?? new Set()).add(`${provision} (${description})`));
	}
	const parts = [...reasons].map(([note, counts]) => ({ note, counts: [...counts].join(', ') }));
	const [first, ...others] = parts;
	if (first === undefined) return [];
	const more = others.map(({ note, counts }) => `; those of ${counts}: ${note}`).join('');
	const message = `The penalties of ${first.counts} were not verified: ${first.note}${more}. Check them against the law then in force. A different minimum or maximum would change the limits of the range.`;
	return [{ code: 'statute-unverified', message }];
}

/** An offense after the day as of which the Code was read: once for all counts, with what is known to have changed since. */
export function codeAgeWarnings(rows: readonly Row[], document: CaseDocument, { statutes }: Provisions): Warning[] {
	const { words, lastDay, changesSince } = statutes.codeRead;
	const day = offenseDayOf(document);
	const held = rows.filter(({ id }) => id !== 'other');
	if (day === undefined || day <= lastDay || held.length === 0) return [];
	const known = changesSince
		.filter((change) => change.offensesFrom <= day && held.some((row) => isUnderExactly(row, change.statutes)))
		.map((change) => ` ${change.words}.`)
		.join('');
	const message = `The statutory penalties are from the United States Code as of ${words}, but the offense date is ${longDate(day)}. The program does not have later amendments. One that changed a minimum or maximum would change the limits of the range.${known} Check the text in force that day.`;
	return [{ code: 'statutes-as-of', message }];
}
