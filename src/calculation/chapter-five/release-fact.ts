// Warning: supervised release turns on a fact that the case does not give.
import { inMonths } from '../../case/months.ts';
import { rangeInWords } from '../../result/range-words.ts';
import type { SupervisedRelease, Warning } from '../../result/result.ts';
import { openRelease } from './longer-release.ts';
import { type ReleaseGrounds, supervisedReleaseOf } from './supervised-release.ts';

/** A term of supervised release that turns on a fact of a count which the case does not give: both outcomes. */
export function openReleaseWarnings(grounds: ReleaseGrounds): Warning[] {
	const { provisions, penalties } = grounds;
	const open = openRelease(penalties.rows, provisions);
	if (open === undefined) return [];
	const { row: asked, fact, words, provision } = open;
	const termIf = (value: boolean) => {
		const rows = penalties.rows.map((row) =>
			row === asked ? { ...row, facts: { ...row.facts, [fact]: value } } : row,
		);
		return supervisedReleaseOf({ ...grounds, penalties: { ...penalties, rows } });
	};
	const [met, otherwise] = [inWords(termIf(true)), inWords(termIf(false))];
	if (met === undefined || otherwise === undefined || met === otherwise) return [];
	const message = `The case does not say whether the count under ${asked.provision} was ${words} (${provision}). If it was, the term of supervised release is ${met}; if not, ${otherwise}, as shown. Answer that question for that count.`;
	return [{ code: 'release-fact-not-given', message }];
}

function inWords(release: SupervisedRelease | undefined): string | undefined {
	if (release === undefined) return undefined;
	const { term, recommended } = release;
	const span = rangeInWords(term);
	return recommended === undefined ? span : `${span}, with ${inMonths(recommended.months)} recommended`;
}
