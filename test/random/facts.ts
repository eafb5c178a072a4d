import { type Draft, dayIn, type Random } from './random.ts';

const kinds = [
	...['aggravated-felony', 'crime-of-violence', 'drug-trafficking', 'firearms', 'alien-smuggling', 'murder'],
	...['illegal-reentry', 'improper-entry', 'immigration', 'child-pornography', 'money-laundering'],
];
const sentences = [
	...['0', '29 days', '30 days', '59 days', '60 days', '6 months', '12 months', '1 year 1 day', '13 months'],
	...['13 months 1 day', '14 months', '2 years', '59 months', '5 years', '10 years', 'life'],
];

/** Priors, removals and an instant offense, most of them in a possible order, for a Manual of about that year. */
export function randomFacts(random: Random, year: number): Draft {
	const ended = year - random.between(0, 2);
	const commenced = ended - random.between(0, 4);
	const priors = Array.from({ length: random.pick([0, 1, 1, 2, 3, 5]) }, (_, index) => prior(random, commenced, index));
	return {
		removalOrders: random.often(80) ? [dayIn(random, commenced - random.between(0, 10))] : [],
		removals: random.often(80) ? [dayIn(random, commenced - random.between(0, 6))] : [],
		instantOffense: {
			commencedOn: dayIn(random, commenced),
			endedOn: dayIn(random, ended + 1),
			underCriminalJusticeSentence: random.often(20),
		},
		priors,
	};
}

function prior(random: Random, commenced: number, index: number): Draft {
	const sentenced = commenced - random.between(0, 18);
	const other = index === 0 || random.often(80) ? undefined : `p${random.below(index)}`;
	return {
		id: `p${index}`,
		grade: random.often(75) ? 'felony' : 'misdemeanor',
		kinds: random.some(kinds, 2),
		conductFrom: dayIn(random, sentenced - 2),
		arrestedOn: dayIn(random, sentenced - 1),
		sentencedOn: dayIn(random, sentenced),
		sentence: random.pick(sentences),
		releasedOn: dayIn(random, sentenced + random.between(0, 8)),
		...(random.often(10) ? { suspended: random.pick(['30 days', '6 months', '1 year']) } : {}),
		...(random.often(12)
			? {
					revocations: [
						{ on: dayIn(random, sentenced + random.between(1, 5)), term: random.pick(sentences.slice(0, 13)) },
					],
				}
			: {}),
		...(random.often(10) ? { ageAtOffense: random.between(14, 30), convictedAsAdult: random.often(50) } : {}),
		...(random.often(20)
			? {
					disposition: random.pick(['imprisonment', 'probation']),
					supervision: { kind: random.pick(['parole', 'supervised-release', 'none']) },
				}
			: {}),
		...(random.often(8) ? { neverCounted: random.pick(['foreign', 'tribal', 'expunged']) } : {}),
		...(other === undefined ? {} : { [random.pick(['sameChargesAs', 'consecutiveTo'])]: other }),
	};
}
