// How each key of a prior is asked for.
import type { GivenPrior } from '../../case/schema.ts';

/** How each key of a prior sentence is asked for, and what it is called in a list. */
export const priorWords: Record<keyof GivenPrior, { short: string; ask: string }> = {
	id: { short: 'id', ask: 'Which id?' },
	label: { short: 'label', ask: 'What was it for?' },
	grade: { short: 'grade', ask: 'Felony or misdemeanor?' },
	kinds: { short: 'kinds', ask: 'Of what kinds is the conviction, as you judge it?' },
	conductFrom: { short: 'conduct from', ask: 'First day of the conduct?' },
	conductTo: { short: 'conduct to', ask: 'Last day of the conduct?' },
	convictedOn: { short: 'convicted on', ask: 'Day of the conviction, if not that of the sentence?' },
	sentencedOn: { short: 'sentenced on', ask: 'Day on which the sentence was imposed?' },
	sentence: { short: 'sentence', ask: 'Imprisonment to be served, without any part suspended (0 for none)?' },
	suspended: { short: 'suspended', ask: 'How much more was suspended, beside it (0 for none)?' },
	revocations: { short: 'revocations', ask: 'Revocations: the day of each, and the term then imposed?' },
	releasedOn: { short: 'released on', ask: 'Day of the last release from imprisonment on it?' },
	disposition: { short: 'disposition', ask: 'What did the court impose?' },
	supervision: {
		short: 'supervision',
		ask: 'Probation, parole or supervised release on it: which, and until what day?',
	},
	earlierReleases: { short: 'earlier releases', ask: 'Days of earlier releases on it?' },
	arrestedOn: { short: 'arrested on', ask: 'Day of the arrest for it?' },
	arrestWasTrafficStop: { short: 'traffic stop', ask: 'Was that arrest only a traffic stop?' },
	sameChargesAs: { short: 'same charges as', ask: 'Charged in one instrument with which other priors?' },
	consecutiveTo: { short: 'consecutive to', ask: 'Consecutive to which other priors?' },
	ageAtOffense: { short: 'age at offense', ask: 'Age at the offense, in years?' },
	convictedAsAdult: { short: 'convicted as adult', ask: 'Convicted as an adult?' },
	neverCounted: { short: 'never counted', ask: 'Foreign, tribal, expunged, or a listed minor offense?' },
};

/** Asked about every prior; what else an edition needs is asked where it is missing. */
export const askedFirst: readonly (keyof GivenPrior)[] = ['label', 'grade', 'sentencedOn', 'sentence', 'suspended'];

/** What no rule asks for by itself, because leaving it out means that there is none. */
export const saidOnlyIfSo: readonly (keyof GivenPrior)[] = [
	...([
		'revocations',
		'supervision',
		'disposition',
		'ageAtOffense',
		'neverCounted',
		'sameChargesAs',
		'consecutiveTo',
	] as const),
];
