// Dispositions and supervision that do not fit a sentence are rejected.
import { inOrder } from './date-order.ts';
import { isNoTime, parseDuration } from './durations.ts';
import { disagreement, shown } from './errors.ts';
import type { GivenPrior } from './schema.ts';

type Supervision = NonNullable<GivenPrior['supervision']>;
type Supervised = Supervision & { kind: Exclude<Supervision['kind'], 'none'> };

export const isUnderSupervision = (supervision: Supervision | undefined): supervision is Supervised =>
	supervision !== undefined && supervision.kind !== 'none';

/** The disposition and the supervision of a sentence fit its terms and dates. Throws InputError naming the two facts that do not. */
export function refuseOtherSupervision(prior: GivenPrior, path: string): void {
	const { disposition, supervision, sentencedOn, releasedOn, revocations = [] } = prior;
	const disagrees = (key: string, value: unknown, other: string): never => {
		throw disagreement(`${path}/${key}`, `${shown(value)} does not agree with ${other}`);
	};
	const [serves, suspends] = [prior.sentence, prior.suspended].map(isTime);
	const isSupervised = isUnderSupervision(supervision);
	if (disposition === 'fine') {
		if (serves) disagrees('disposition', disposition, `the sentence of ${prior.sentence}`);
		if (suspends) disagrees('disposition', disposition, `the suspended term of ${prior.suspended}`);
		if (revocations.length > 0) disagrees('disposition', disposition, 'the revocation');
		if (isSupervised) disagrees('disposition', disposition, `supervision ${shown(supervision.kind)}`);
	}
	if (disposition === 'imprisonment' && serves === false && revocations.length === 0) {
		disagrees('disposition', disposition, `the sentence ${shown(prior.sentence)}`);
	}
	if (disposition === 'probation' && supervision?.kind === 'none') disagrees('supervision/kind', 'none', 'probation');
	if (supervision?.kind === 'none' && supervision.endsOn !== undefined) {
		disagrees('supervision/endsOn', supervision.endsOn, 'supervision "none"');
	}
	const at = `${path}/supervision/endsOn`;
	inOrder(sentencedOn, supervision?.endsOn, at, 'the sentence was imposed on');
	const follows = supervision?.kind === 'parole' || supervision?.kind === 'supervised-release';
	if (follows && revocations.length === 0) inOrder(releasedOn, supervision.endsOn, at, 'the release was on');
}

/** Whether a term is of any length; undefined where none is given. */
function isTime(text: string | undefined): boolean | undefined {
	const term = text === undefined ? undefined : parseDuration(text);
	return term && !isNoTime(term);
}
