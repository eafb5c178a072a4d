// What a fact of the case is called in a warning.
import type { CaseDocument } from '../../case/schema.ts';

/** What a fact of a prior is called, under its key. */
const ofPrior: Record<string, string> = {
	arrestWasTrafficStop: 'whether the arrest was only a traffic stop',
	arrestedOn: 'the date of the arrest',
	conductFrom: 'the first day of the conduct',
	conductTo: 'the last day of the conduct',
	convictedAsAdult: 'whether the conviction was as an adult',
	convictedOn: 'the day of the conviction',
	earlierReleases: 'the dates of the earlier releases',
	grade: 'the grade (felony or misdemeanor)',
	kinds: 'the kinds of conviction',
	releasedOn: 'the date of the last release',
	revocations: 'the revocations',
	sentence: 'the term imposed',
	sentencedOn: 'the date of the sentence',
	supervision: 'the end of supervision',
};

/** The same of the case, under its pointer. */
const ofCase: Record<string, string> = {
	'/acceptance': 'the levels of acceptance',
	'/adjustments': 'the provision of each adjustment',
	'/baseOffenseLevel': 'the base offense level',
	'/careerOffender/offenseStatutoryMaximumMonths': 'the statutory maximum for career offender (§4B1.1)',
	'/chapterThree': 'the Chapter Three adjustments',
	'/criminalHistoryCategory': 'the criminal history category',
	'/criminalHistoryPoints': 'the criminal history points',
	'/enhancements': 'the enhancements',
	'/instantOffense/commencedOn': 'the first day of the offense',
	'/instantOffense/endedOn': 'the last day of the offense',
	'/instantOffense/underCriminalJusticeSentence': 'whether the offense was committed under a criminal justice sentence',
	'/offenseDate': 'the last day of the offense of conviction',
	'/priors': 'the prior sentences',
	'/removalOrders': 'the removal orders',
	'/removals': 'the removals',
	'/safetyValve/convictedOn': 'the day of the conviction',
	'/safetyValve': 'the criteria of the safety valve',
	'/sentenceImposedMonths': 'the sentence imposed',
	'/sentencingDate': 'the day of the sentencing',
	'/zeroPointOffender': 'the criteria of §4C1.1',
};

/** What a fact is called that stands at a pointer into the case: `the day of the last release of prior 2 (Burglary)`. */
export function factName(path: string, document: CaseDocument): string {
	const [, index, key = ''] = /^\/priors\/(\d+)(?:\/(\w+))?/.exec(path) ?? [];
	if (index !== undefined) {
		const { id = String(Number(index) + 1) } = document.priors?.[Number(index)] ?? {};
		return `${ofPrior[key] ?? 'the facts'} of ${priorName(id, document)}`;
	}
	const known = Object.keys(ofCase).find((pointer) => path === pointer || path.startsWith(`${pointer}/`));
	return known === undefined ? 'another fact of the case' : (ofCase[known] as string);
}

const longestLabel = 60;

/** `prior 2 (Burglary)`: a prior by its id, with its label where that is short and says more. */
export function priorName(id: string, { priors = [] }: CaseDocument): string {
	const label = priors.find((prior, index) => (prior.id ?? String(index + 1)) === id)?.label;
	const isTold = label !== undefined && label !== id && label.length <= longestLabel;
	return isTold ? `prior ${id} (${label})` : `prior ${id}`;
}
