// Whether a prior is what a characteristic asks for.
import { yearsBefore } from '../../../case/dates.ts';
import { addDurations } from '../../../case/durations.ts';
import type { GuidelineRow } from '../../../law/guideline-schema.ts';
import type { Conviction, TimedConvictions } from '../../../law/priors-schema.ts';
import type { Provisions } from '../../../law/schema.ts';
import type { OpenQuestion } from '../../../result/warning-codes.ts';
import { commencedDay, lastOf } from '../../criminal-history/days.ts';
import {
	all,
	any,
	commencedOn,
	convictedOn,
	gradeOf,
	isOfAdult,
	kindsOf,
	type LengthTest,
	meets,
	neverCountedAs,
	type Prior,
	releasedOn,
	revocationTerms,
	wholeTerm,
} from '../../criminal-history/facts.ts';
import type { ScoredPrior } from '../../criminal-history/points.ts';
import type { Readings } from '../../steps/readings.ts';
import { together } from './consecutive-terms.ts';
import type { PriorFacts } from './prior-facts.ts';
import { wasSoWhenRemoved } from './revoked-later.ts';
import { meetsSentence } from './sentence-imposed.ts';
import { isTimely, removalsAfter } from './timing.ts';

/** Whether a prior is what a characteristic asks for. */
export function matches(
	scored: ScoredPrior,
	row: GuidelineRow,
	condition: TimedConvictions,
	facts: PriorFacts,
): boolean {
	const { document, provisions, readings } = facts;
	const { prior } = scored;
	const underEighteen = facts.guideline.priors?.underEighteen;
	return all([
		() => any((condition.convictions ?? []).map((conviction) => () => isConviction(scored, conviction, facts))),
		() => row.points !== 'required' || receivesPoints(scored, provisions, readings),
		() => isTimely(condition.timing, prior, document, readings),
		() => isOfAdult(prior, provisions) || (!underEighteen && readings.other('juvenile-adjudication')),
	]);
}

export function isConviction(scored: ScoredPrior, conviction: Conviction, facts: PriorFacts): boolean {
	const { prior, group = [prior] } = scored;
	const { document, readings } = facts;
	const rule = facts.guideline.priors?.sentenceImposed;
	const { grade, kinds, notKinds, sentence, wholeTerm: whole } = conviction;
	const { openQuestion, openUnlessFelony, onlyIfOpen, termOnRevocation } = conviction;
	const actualGrade = () => gradeOf(prior, facts.provisions, readings);
	const isOf = (some: readonly string[]) => kindsOf(prior).some((kind) => some.includes(kind));
	const hasGrade = () => grade === undefined || actualGrade() === grade;
	const hasKinds = () => (kinds === undefined || isOf(kinds)) && (notKinds === undefined || !isOf(notKinds));
	const isSortKnown = prior.given.grade !== undefined && prior.given.kinds !== undefined;
	// Most convictions are of another sort, which ends it before there is anything to weigh.
	if (isSortKnown && !(hasGrade() && hasKinds())) return false;
	const conditions = isSortKnown ? [] : [hasGrade, hasKinds];
	if (whole !== undefined) conditions.push(() => meetsWhole(prior, whole, readings));
	if (sentence !== undefined && rule !== undefined) {
		const chain = () => together(prior, group, conviction, facts);
		conditions.push(() => meetsSentence(prior, { test: sentence, together: chain, rule }, facts));
	}
	conditions.push(() => isDomestic(prior, conviction, facts));
	if (openUnlessFelony !== undefined) {
		conditions.push(() => actualGrade() === 'felony' || !readings.other(openUnlessFelony as OpenQuestion));
	}
	if (termOnRevocation !== undefined) {
		conditions.push(() => wasSoWhenRemoved(prior, termOnRevocation, document, readings));
	}
	if (openQuestion !== undefined) conditions.push(() => !readings.other(openQuestion as OpenQuestion));
	if (onlyIfOpen !== undefined) conditions.push(() => readings.other(onlyIfOpen as OpenQuestion, prior.id));
	return all(conditions);
}

/** The term pronounced, suspended or not; whether terms given on revocation are part of it is open. */
function meetsWhole(prior: Prior, test: LengthTest, readings: Readings): boolean {
	const term = wholeTerm(prior);
	if (meets(term, test, prior)) return true;
	const revoked = addDurations(term, revocationTerms(prior));
	return meets(revoked, test, prior) && readings.other('frozen-list-revocation');
}

function isDomestic(prior: Prior, { foreign }: Conviction, { document, readings }: PriorFacts): boolean {
	const never = neverCountedAs(prior);
	if (never.includes('expunged') && readings.other('expunged-conviction')) return false;
	const isTribal = never.includes('tribal');
	if ((!isTribal && !never.includes('foreign')) || foreign === 'counted') return true;
	if (foreign === undefined) return false;
	if (foreign === 'open' || isTribal) return readings.other('foreign-felony');
	const released = releasedOn(prior);
	const removal = removalsAfter(convictedOn(prior), document).at(-1) ?? '';
	const within = (date: string) => released >= yearsBefore(date, foreign.releasedWithinYears);
	// Within the years before the last day on which it can have begun, so within those before any earlier one.
	const here = within(lastOf(commencedDay(document))) || within(commencedOn(document));
	const there = within(removal);
	return here === there ? here : here !== readings.other('frozen-list-foreign-window');
}

/** Whether a conviction receives criminal history points: inside a single sentence, if it would alone. */
export function receivesPoints(scored: ScoredPrior, provisions: Provisions, readings: Readings): boolean {
	if (scored.carries) return true;
	if (scored.group === undefined) return false;
	if (scored.beyondCap) return readings.other('cap-receives-points');
	if (scored.alone().points === 0) return false;
	const { memberScoresAlone } = provisions['4A1.2'].multipleSentences;
	return memberScoresAlone === 'stated' || !readings.other('member-of-single-sentence');
}
