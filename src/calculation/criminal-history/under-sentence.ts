// Whether an offense was committed under a prior sentence, by its dates.
import { longDate } from '../../case/dates.ts';
import { dayAfter, isNoTime } from '../../case/durations.ts';
import type { CaseDocument } from '../../case/schema.ts';
import { isUnderSupervision } from '../../case/supervision-checks.ts';
import { addedTerms, type Prior } from './facts.ts';

/**
 * What the dates of a sentence say of the offense. Some of it was committed under the sentence: surely, likely, or perhaps;
 * or under it only by a violation warrant, where its supervision had ended and was revoked afterwards; or the sentence is
 * known to have ended before the offense, or was imposed after it, or is one that nobody is under.
 */
export type Standing = 'yes' | 'likely' | 'perhaps' | 'by-warrant' | 'before' | 'after' | 'never';

/**
 * Whether any of the offense was committed under a sentence, by its dates: somebody is under it from the day on which
 * it is imposed to the last day that the case knows of in imprisonment or under supervision, revocations included. A
 * term that was not all served, or of which no release is told, is likely to have run on. A fine is no such sentence
 * (§4A1.1, comment., on a custodial or supervisory component).
 */
export function standingOf(prior: Prior, document: CaseDocument): Standing {
	const { commencedOn: from, endedOn: to } = document.instantOffense ?? {};
	const { sentencedOn: begins } = prior.given;
	if (begins === undefined || from === undefined) return 'perhaps';
	if (to !== undefined && begins > to) return 'after';
	if (prior.given.disposition === 'fine') return 'never';
	const isSupervised = hasComponent(prior, begins);
	if (isSupervised === false) return 'before';
	const until = lastKnownDay(prior, begins);
	const late = revokedAfterEnd(prior);
	if (late !== undefined && late > from && begins < from && lastKnownDay(withoutLate(prior, late), begins) <= from) {
		return 'by-warrant';
	}
	const isImposedDuring = begins >= from && to !== undefined && begins < to;
	if (isSupervised && (isImposedDuring || (begins < from && until > from))) return 'yes';
	if (isImposedDuring || (isSupervised && (until === from || begins === to))) return 'likely';
	if (begins >= from) return 'perhaps';
	if (isOver(prior)) return 'before';
	return presumedUntil(prior, begins) > from ? 'likely' : 'perhaps';
}

/** Whether a sentence has a custodial or supervisory component; undefined where the case does not tell. */
function hasComponent({ given }: Prior, begins: string): boolean | undefined {
	const { disposition, supervision, revocations = [] } = given;
	if (isUnderSupervision(supervision) || disposition === 'probation' || revocations.length > 0) return true;
	const serves = disposition === 'imprisonment' || !isNoTime(addedTerms([given.sentence]));
	if (serves && !isAllServed(given, begins)) return true;
	return supervision?.kind === 'none' ? false : undefined;
}

/** The last day on which somebody was under the sentence, as far as the case knows. */
function lastKnownDay({ given }: Prior, begins: string): string {
	const { releasedOn = '', revocations = [], supervision } = given;
	const days = [...revocations.map(({ on }) => on), supervision?.endsOn ?? ''];
	return [begins, ...days, ...(wasImprisoned(given) ? [releasedOn] : [])].sort().at(-1) as string;
}

/** The first day on which supervision was revoked that had ended before, as the case has it. */
function revokedAfterEnd({ given: { supervision, revocations = [] } }: Prior): string | undefined {
	const { kind, endsOn } = supervision ?? {};
	if (kind === undefined || kind === 'none' || endsOn === undefined) return undefined;
	return revocations
		.map(({ on }) => on)
		.filter((on) => on > endsOn)
		.sort()
		.at(0);
}

/** The sentence without what followed such a revocation. */
function withoutLate(prior: Prior, late: string): Prior {
	const { revocations = [], releasedOn, ...given } = prior.given;
	const released = releasedOn === undefined || releasedOn >= late ? {} : { releasedOn };
	return { ...prior, given: { ...given, ...released, revocations: revocations.filter(({ on }) => on < late) } };
}

/** Nothing of the sentence runs on after the last day that is known. */
function isOver({ given }: Prior): boolean {
	const { supervision, releasedOn, revocations = [] } = given;
	if (supervision === undefined) return false;
	if (supervision.kind !== 'none') return supervision.endsOn !== undefined;
	return releasedOn !== undefined && revocations.every(({ on }) => on <= releasedOn);
}

/** The day on which all terms have run, those suspended and those given on revocation included. */
function presumedUntil({ given }: Prior, begins: string): string {
	const { revocations = [] } = given;
	const whole = isAllServed(given, begins)
		? addedTerms([given.suspended])
		: addedTerms([given.sentence, given.suspended]);
	return [dayAfter(begins, whole), ...revocations.map(({ on, term }) => dayAfter(on, addedTerms([term])))]
		.sort()
		.at(-1) as string;
}

const isAllServed = ({ releasedOn }: Prior['given'], begins: string): boolean =>
	releasedOn !== undefined && releasedOn <= begins;

const wasImprisoned = ({ sentence, revocations = [] }: Prior['given']): boolean =>
	!isNoTime(addedTerms([sentence, ...revocations.map(({ term }) => term)]));

/** The dates of a sentence in words: `3 years, sentenced April 1, 2006, released July 1, 2008`. */
export function datesOf({ given }: Prior): string {
	const { sentence, disposition, sentencedOn, revocations = [], releasedOn, supervision } = given;
	const what = isNoTime(addedTerms([sentence])) ? disposition : sentence;
	const ends = supervision?.endsOn === undefined ? '' : ` until ${longDate(supervision.endsOn)}`;
	return [
		what ?? '',
		sentencedOn === undefined ? '' : `sentenced ${longDate(sentencedOn)}`,
		...revocations.map(({ on, term }) => `revoked ${longDate(on)} (${term})`),
		releasedOn !== undefined && wasImprisoned(given) ? `released ${longDate(releasedOn)}` : '',
		isUnderSupervision(supervision) ? `${supervision.kind.replace('-', ' ')}${ends}` : '',
	]
		.filter(Boolean)
		.join(', ');
}
