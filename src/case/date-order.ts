// Dates that cannot come in that order are rejected.
import { firstDayOf, isLater, lastDayOf, longDate, yearsBefore } from './dates.ts';
import { disagreement, shown } from './errors.ts';
import type { CaseDocument, GivenPrior } from './schema.ts';

/** Some day of the second of two dates is not before the first. Throws InputError that names both. */
export function inOrder(first: string | undefined, second: string | undefined, path: string, words: string): void {
	if (first === undefined || second === undefined || !isLater(first, second)) return;
	throw disagreement(path, `${shown(second)} is too early: ${words} ${first}`);
}

/** The dates of a case stand in a possible order. Throws InputError that names the two that do not. */
export function refuseImpossibleOrder(document: CaseDocument): void {
	const priors = document.priors ?? [];
	for (const [index, prior] of priors.entries()) refuseImpossiblePrior(prior, `/priors/${index}`);
	refuseImpossibleAges(priors);
	const { sentencingDate, offenseDate, safetyValve } = document;
	const { commencedOn, endedOn } = document.instantOffense ?? {};
	inOrder(commencedOn, endedOn, '/instantOffense/endedOn', 'the offense commenced on');
	inOrder(commencedOn, offenseDate, '/offenseDate', 'the offense, including relevant conduct, commenced on');
	inOrder(offenseDate, endedOn, '/instantOffense/endedOn', 'the last date of the offense of conviction is');
	inOrder(offenseDate, safetyValve?.convictedOn, '/safetyValve/convictedOn', 'the offense is dated');
	inOrder(endedOn ?? commencedOn, safetyValve?.convictedOn, '/safetyValve/convictedOn', 'the instant offense is dated');
	refuseLaterFacts(document);
	refuseLaterRemovals(document);
	inOrder(endedOn ?? commencedOn, sentencingDate, '/sentencingDate', 'the instant offense is dated');
}

function refuseImpossiblePrior(prior: GivenPrior, path: string): void {
	const { conductFrom, conductTo, convictedOn, sentencedOn, arrestedOn, releasedOn, earlierReleases = [] } = prior;
	const convicted = convictedOn ?? sentencedOn;
	inOrder(conductFrom, conductTo, `${path}/conductTo`, 'the conduct began on');
	inOrder(conductFrom, arrestedOn, `${path}/arrestedOn`, 'the conduct began on');
	inOrder(arrestedOn, sentencedOn, `${path}/sentencedOn`, 'the arrest was on');
	const ofConviction = `${path}/${convictedOn ? 'convictedOn' : 'sentencedOn'}`;
	inOrder(conductTo ?? conductFrom, convicted, ofConviction, 'the conduct is dated');
	inOrder(convictedOn, sentencedOn, `${path}/sentencedOn`, 'the conviction is dated');
	for (const [index, revocation] of (prior.revocations ?? []).entries()) {
		inOrder(sentencedOn, revocation.on, `${path}/revocations/${index}/on`, 'the sentence was imposed on');
	}
	// Time in jail before the sentence may be all of it, but not time before the offense.
	inOrder(conductFrom, releasedOn, `${path}/releasedOn`, 'the conduct began on');
	for (const [index, release] of earlierReleases.entries()) {
		inOrder(conductFrom, release, `${path}/earlierReleases/${index}`, 'the conduct began on');
		inOrder(release, releasedOn, `${path}/releasedOn`, 'an earlier release was on');
	}
}

/** What is the conviction, a prior sentence, its revocation, a removal or its order is not later than the sentencing. */
function refuseLaterFacts({
	priors = [],
	removalOrders = [],
	removals = [],
	safetyValve,
	sentencingDate,
}: CaseDocument): void {
	if (sentencingDate === undefined) return;
	const dated = [
		{ date: safetyValve?.convictedOn, path: '/safetyValve/convictedOn' },
		...priors.flatMap(({ sentencedOn, revocations = [] }, index) => [
			{ date: sentencedOn, path: `/priors/${index}/sentencedOn` },
			...revocations.map(({ on }, at) => ({ date: on, path: `/priors/${index}/revocations/${at}/on` })),
		]),
		...removalOrders.map((date, index) => ({ date, path: `/removalOrders/${index}` })),
		...removals.map((date, index) => ({ date, path: `/removals/${index}` })),
	];
	for (const { date, path } of dated) {
		if (date === undefined || !isLater(date, sentencingDate)) continue;
		throw disagreement(
			path,
			`${shown(date)} is after the sentencing date ${sentencingDate}`,
			'correct one of them, or leave out what came later',
		);
	}
}

/** No removal after the offense is one of which a rule speaks; a date that says so is mostly a slip. */
function refuseLaterRemovals({ removals = [], offenseDate, instantOffense }: CaseDocument): void {
	const ended = instantOffense?.endedOn ?? offenseDate;
	if (ended === undefined) return;
	for (const [index, date] of removals.entries()) {
		if (!isLater(date, ended)) continue;
		throw disagreement(
			`/removals/${index}`,
			`${shown(date)} is after the end of the instant offense, ${ended}`,
			'correct one of them, or leave out what came later',
		);
	}
}

/** When somebody was born, by the age at an offense: after the first day, and on the second at the latest. */
interface Birth {
	after: string;
	by: string;
	age: number;
	on: string;
}

/**
 * The ages at the offenses are those of one person. Each may be a year off: presentence reports give the age at the
 * arrest. An offense at eighteen or later leads to no juvenile adjudication (§4A1.2(d)).
 */
function refuseImpossibleAges(priors: readonly GivenPrior[]): void {
	let earliest: Birth | undefined;
	let latest: Birth | undefined;
	for (const [index, { ageAtOffense: age, conductFrom: on, conductTo = on }] of priors.entries()) {
		if (age === undefined || on === undefined || conductTo === undefined) continue;
		const [from, to] = [firstDayOf(on), lastDayOf(conductTo)];
		const birth = { after: yearsBefore(from, age + 2), by: yearsBefore(to, age - 1), age, on };
		const other =
			latest && latest.after > birth.by ? latest : earliest && earliest.by < birth.after ? earliest : undefined;
		if (other !== undefined) {
			throw disagreement(
				`/priors/${index}/ageAtOffense`,
				`an age of ${age} on ${longDate(on)} does not agree with ${other.age} on ${longDate(other.on)}`,
			);
		}
		if (latest === undefined || birth.after > latest.after) latest = birth;
		if (earliest === undefined || birth.by < earliest.by) earliest = birth;
	}
}
