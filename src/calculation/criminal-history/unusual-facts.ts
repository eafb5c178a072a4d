// Facts of priors that are possible and seldom right.
import { longDate } from '../../case/dates.ts';
import { InputError } from '../../case/errors.ts';
import type { CaseDocument } from '../../case/schema.ts';
import type { Provisions } from '../../law/schema.ts';
import type { Warning } from '../../result/result.ts';
import { isAdult, type Prior, priorsOf } from './facts.ts';

/** Dates of priors that are possible, and seldom right. */
export function unusualFacts(document: CaseDocument): Warning[] {
	const early = priorsOf(document).filter(
		({ given: { releasedOn = '9', sentencedOn = '' } }) => releasedOn < sentencedOn,
	);
	if (early.length === 0) return [];
	const dates = early.map(
		({ id, given }) =>
			`${id}: released ${longDate(given.releasedOn ?? '')}, sentenced ${longDate(given.sentencedOn ?? '')}`,
	);
	return [
		{
			code: 'release-before-sentence',
			message: `A release is dated before its sentence (${dates.join('; ')}). That happens only if the whole term was served in jail before sentencing. The date of release can decide whether a prior counts. Check both dates.`,
		},
	];
}

/** A juvenile adjudication is of an offense before the age of the edition (§4A1.2(d)). Throws InputError where the age given, or left out, says otherwise. */
export function refuseAdultJuveniles(priors: readonly Prior[], provisions: Provisions): void {
	const { age } = provisions['4A1.2'].underEighteen;
	const found = priors.find((prior) => prior.given.convictedAsAdult === false && isAdult(prior, age));
	if (found === undefined) return;
	const { ageAtOffense } = found.given;
	const given = ageAtOffense === undefined ? `is assumed to be ${age} or older` : `is ${ageAtOffense}`;
	throw new InputError(
		'disagrees',
		`${found.path}/convictedAsAdult`,
		`false contradicts the age at the offense of prior ${found.id}, which ${given}`,
		ageAtOffense === undefined ? 'give ageAtOffense' : 'correct one of them',
	);
}
