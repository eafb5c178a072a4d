// Status points: an offense under a criminal justice sentence (§4A1.1).
import { longDate } from '../../case/dates.ts';
import { InputError } from '../../case/errors.ts';
import type { CaseDocument } from '../../case/schema.ts';
import { isUnderSupervision } from '../../case/supervision-checks.ts';
import type { Provisions } from '../../law/schema.ts';
import type { Score } from '../../result/result.ts';
import type { Readings } from '../steps/readings.ts';
import { needed, type Prior } from './facts.ts';
import { datesOf, type Standing, standingOf } from './under-sentence.ts';

interface Facts {
	document: CaseDocument;
	provisions: Provisions;
	readings: Readings;
}

interface Under {
	prior: Prior;
	during: Standing;
}

const path = '/instantOffense/underCriminalJusticeSentence';

/**
 * Points for an offense committed under a criminal justice sentence, which must be one that counts (§4A1.1, comment.).
 * The dates of the sentences answer as far as they reach; the case is asked for the rest. `subtotal` are the points of
 * the sentences. Throws InputError where what the case says cannot be so by its own dates.
 */
export function statusOf(
	sentences: { counted: readonly Prior[]; all: readonly Prior[] },
	subtotal: number,
	facts: Facts,
): Score {
	const { document, provisions, readings } = facts;
	const rule = provisions['4A1.1'].status;
	const none = (reason: string): Score => ({ points: 0, provision: rule.provision, reason });
	const isAny = rule.ofSentencesThatCount === 'open' && readings.other('status-any-sentence');
	const considered = isAny ? sentences.all : sentences.counted;
	if (considered.length === 0) return none('no sentence counts');
	if (subtotal < rule.fromPoints) return none(`fewer than ${rule.fromPoints} points`);
	const standings = considered.map((prior): Under => ({ prior, during: standingOf(prior, document) }));
	const given = document.instantOffense?.underCriminalJusticeSentence;
	const found = isUnder(standings, given, facts);
	if (found === false) return none(whyNot(standings, given));
	const on = found === true ? '' : `: ${inWords(found)}`;
	return {
		points: rule.points,
		provision: rule.provision,
		reason: `committed while under a criminal justice sentence${on}`,
	};
}

function whyNot(standings: readonly Under[], given: boolean | undefined): string {
	if (standings.every(({ during }) => during === 'never')) return 'a fine by itself is not a criminal justice sentence';
	if (given === false) return 'not under a criminal justice sentence';
	const isOver = standings.some(
		({ during, prior }) => during === 'before' && isUnderSupervision(prior.given.supervision),
	);
	const warrant = isOver
		? '; if a violation warrant was outstanding then, answer that the offense was committed under a sentence'
		: '';
	return `by its dates, no sentence that counts was still running during the offense${warrant}`;
}

/** The sentence under which the offense was committed; or whether it was, where the case says so. */
function isUnder(all: readonly Under[], given: boolean | undefined, { document, readings }: Facts): Under | boolean {
	const standings = all.filter(({ during }) => during !== 'never');
	if (standings.length === 0) return given === true && anyOther('status-of-fine', all, readings);
	const surely = standings.find(({ during }) => during === 'yes');
	if (surely !== undefined) {
		if (given === false) throw contradiction('false', [surely], document);
		return surely;
	}
	if (standings.every(({ during }) => during === 'before' || during === 'after')) {
		if (given !== true) return false;
		const ended = standings.filter(({ during }) => during === 'before');
		if (ended.length === 0) throw contradiction('true', standings, document);
		return !anyOther('status-after-sentence', ended, readings);
	}
	const byWarrant = standings.filter(({ during }) => during === 'by-warrant');
	const isOpen = standings.some(({ during }) => during === 'likely' || during === 'perhaps');
	if (given === undefined && !isOpen) {
		return !anyOther('revoked-after-supervision', byWarrant, readings) && (byWarrant[0] as Under);
	}
	if (given ?? needed<never>(undefined, path, { question, problem: whyAsked(standings, document) })) return true;
	const likely = standings.filter(({ during }) => during === 'likely' || during === 'by-warrant');
	return anyOther('status-against-dates', likely, readings) ? (likely[0] as Under) : false;
}

const question =
	'Was the client on probation, parole or supervised release, or in custody, on work release or on escape status, at any time during the offense?';

/** The sentences whose dates leave it open, and what they share with those of the offense. */
function whyAsked(standings: readonly Under[], { instantOffense = {} }: CaseDocument): string {
	const open = standings.filter(({ during }) => during === 'likely' || during === 'perhaps' || during === 'by-warrant');
	const { commencedOn, endedOn } = instantOffense;
	const named = open.map((each) => {
		const { sentencedOn, releasedOn, supervision } = each.prior.given;
		const days = [sentencedOn, releasedOn, supervision?.endsOn];
		const shared = [commencedOn, endedOn].find((day) => day !== undefined && days.includes(day));
		return `prior ${inWords(each)}${shared === undefined ? '' : ` (${longDate(shared)} is also a date of the offense)`}`;
	});
	return `The dates do not decide it for ${named.join('; ')}`;
}

function anyOther(
	code: 'revoked-after-supervision' | 'status-after-sentence' | 'status-against-dates' | 'status-of-fine',
	of: readonly Under[],
	readings: Readings,
): boolean {
	return of.map((each) => readings.other(code, `${each.prior.id} (${datesOf(each.prior)})`)).includes(true);
}

const inWords = ({ prior }: Under): string => `${prior.id}, ${datesOf(prior)}`;

function contradiction(given: string, standings: readonly Under[], { instantOffense = {} }: CaseDocument): InputError {
	const { commencedOn = '', endedOn } = instantOffense;
	const offense =
		endedOn === undefined
			? `began ${longDate(commencedOn)}`
			: `ran from ${longDate(commencedOn)} to ${longDate(endedOn)}`;
	const dates = standings.map(({ prior }) => `prior ${prior.id} (${datesOf(prior)})`).join('; ');
	const message = `${given} contradicts the dates: ${dates}; the offense ${offense}. Correct one of them, or leave this answer out if the dates are right`;
	return new InputError('disagrees', path, message);
}
