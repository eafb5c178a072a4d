// Statutes, relief, options, supervised release, fine and reduction, in words.
import { dollars } from '../calculation/chapter-five/fine.ts';
import { longDate } from '../case/dates.ts';
import type { Months } from '../case/months.ts';
import type { OffenseClass } from '../case/offense-class.ts';
import type {
	PartOfTerm,
	Reduction,
	Relief,
	Result,
	SentencingOptions,
	StatuteOfConviction,
	SupervisedRelease,
} from '../result/result.ts';
import type { Statement } from './statement.ts';
import { hasOtherTotal, termsText } from './total-range.ts';
import { monthsText, rangeInMonths, yearsText } from './words.ts';

/** The statutes of conviction and the terms that stand apart from the range; counts under the same one together. */
export function statuteStatements(result: Result): Statement[] {
	const { statutes = [], guidelineSentence, totalRange } = result;
	const isTerm = guidelineSentence !== undefined && totalRange === undefined;
	const texts = statutes.map((statute) => statuteText(statute, isTerm));
	const different = [...new Set(texts)];
	return different.map((text, index) => {
		const counts = texts.filter((other) => other === text).length;
		return {
			label: index > 0 ? '' : different.length === 1 ? 'Statute' : 'Statutes',
			text: counts === 1 ? text : `${counts} counts of ${text}`,
		};
	});
}

function statuteText(statute: StatuteOfConviction, isGuidelineSentence: boolean): string {
	const { description, minimumMonths, maximumMonths, offenseClass, consecutive, mayRunTogether, inTotalRange } =
		statute;
	const most = monthsText(maximumMonths);
	const term =
		minimumMonths === undefined
			? `up to ${most}`
			: minimumMonths === maximumMonths
				? most
				: `${monthsText(minimumMonths)} to ${most}`;
	const together =
		mayRunTogether === undefined
			? ''
			: `; terms under that section may run concurrently with one another (${mayRunTogether}; §5G1.2, comment. (n.2(B)))`;
	const runs = inTotalRange
		? '; it runs consecutively to every other term, and the range for all counts includes it'
		: '; it runs consecutively to every other term and is not part of the range';
	const apart = consecutive ? `${isGuidelineSentence ? '' : runs}${together}` : '';
	return `${citationOf(statute)}, ${description}: ${term}, ${className(offenseClass)}${apart}`;
}

/** `21 U.S.C. §§ 846, 841(b)(1)(A)`: a statute with its object, as the Code is cited. */
const citationOf = ({ provision, object }: StatuteOfConviction): string =>
	object === undefined ? provision : `${provision.replace('§', '§§')}, ${object.slice(object.indexOf('§') + 2)}`;

/** Warnings that another range than the one shown may be that of the case. */
const saidInWarning = [
	'armed-career-criminal',
	'career-offender-firearm',
	'second-or-subsequent-count',
	'sole-consecutive-count',
];

/**
 * What a reader must see with the guideline range itself: that it is of the other counts alone, or the terms that run after
 * it, and that a warning names another range; empty where there is none of these.
 */
export function consecutiveText(result: Result): string {
	const beside = hasOtherTotal(result) ? ofOtherCounts(result) : termsText(result);
	return [beside, doubtText(result)].filter((text) => text !== '').join('; ');
}

/** That a warning names another range. */
export const doubtText = ({ warnings }: Result): string =>
	warnings.some(({ code }) => saidInWarning.includes(code)) ? 'another range may apply: see the warning' : '';

const ofOtherCounts = ({ statutes = [] }: Result): string =>
	statutes.every(({ consecutive }) => consecutive)
		? 'for another count, if there is one'
		: 'for the other counts alone; the court starts from the total range';

export const className = (offenseClass: OffenseClass): string => {
	if (offenseClass === 'infraction') return 'infraction';
	const [letter, misdemeanor] = offenseClass.split('-');
	return `Class ${letter} ${misdemeanor ?? 'felony'}`;
};

export function reliefStatements(relief: Relief | undefined): Statement[] {
	if (!relief) return [];
	const name = relief.kind === 'safety-valve' ? 'the safety valve' : 'substantial assistance';
	const { leastLevel, leastRange, stillBinds } = relief;
	const does =
		relief.kind === 'safety-valve' ? 'lifts the statutory minimum' : 'lets the sentence go below the statutory minimum';
	const first = relief.granted
		? `${name} (${relief.provision}) ${does}`
		: `${name} (${relief.provision}) does not apply, because a criterion is not met. The statutory minimum binds`;
	const least = leastLevel
		? `The offense level of Chapters Two and Three is at least ${leastLevel.level} (${leastLevel.provision}).`
		: leastRange
			? `The guideline range is at least ${rangeInMonths(leastRange)} (${leastRange.provision}).`
			: '';
	const still = stillBinds
		? `It does not cover ${stillBinds.provision}, whose minimum of ${monthsText(stillBinds.minimumMonths)} still binds.`
		: '';
	const criteria = (relief.criteria ?? []).map(({ provision, description, met }) => ({
		label: '',
		text: `${met ? 'met' : 'NOT met'}: ${provision}, ${description}`,
	}));
	return [{ label: 'Relief', text: [`${first}.`, least, still].filter((part) => part !== '').join(' ') }, ...criteria];
}

/** Zone and options, supervised release, fine and assessment. */
export function afterRangeStatements(result: Result): Statement[] {
	const { supervisedRelease: release, fine, specialAssessment: assessment } = result;
	const amounts = `${dollars(fine.minimumDollars)} to ${dollars(fine.maximumDollars)} (${fine.provision})`;
	const counts = assessment?.counts;
	const total = assessment?.totalDollars ?? 0;
	const ofOtherClasses = total === (counts ?? 0) * (assessment?.dollarsPerCount ?? 0) ? '' : ' of different classes';
	return [
		...optionStatements(result.sentencingOptions),
		...(release === undefined ? [] : releaseStatements(release)),
		{ label: 'Fine', text: fine.note === undefined ? amounts : `${amounts}; ${fine.note}` },
		...(assessment === undefined
			? []
			: [
					{
						label: 'Assessment',
						text: `${dollars(assessment.dollarsPerCount)} per count (${assessment.provision})${
							counts === undefined ? '' : `, ${dollars(total)} for ${counts}${ofOtherClasses}`
						}${
							assessment.supposesOffensesFrom === undefined
								? ''
								: `, for an offense on or after ${longDate(assessment.supposesOffensesFrom)}`
						}`,
					},
				]),
	];
}

function optionStatements(options: SentencingOptions): Statement[] {
	const { probation, splitSentence, besideConsecutiveTerm: beside, onlyBelowMinimum: below, advice } = options;
	const texts: string[] = [];
	if (probation.barredBy !== undefined) texts.push(`probation is barred (${probation.barredBy})`);
	if (probation.authorized) texts.push(probationText(probation));
	if (splitSentence.imprisonment && splitSentence.confinement) {
		const { imprisonment, confinement, substitutes = [] } = splitSentence;
		texts.push(
			`a split sentence: at least ${partText(imprisonment)} of imprisonment, then ${partText(confinement)} of ${either(substitutes)} on supervised release (${splitSentence.provision})`,
		);
	}
	if (splitSentence.barredBy !== undefined) texts.push(`a split sentence is barred (${splitSentence.barredBy})`);
	texts.push(imprisonmentText(options, texts.length === 0));
	if (beside) {
		texts.push(
			`this is for the other counts alone; the consecutive term of at least ${monthsText(beside.leastMonths)} must be imprisonment, whatever the zone (${beside.provision})`,
		);
	}
	if (below) {
		texts.push(
			`these options apply only if the court goes below the statutory minimum of ${monthsText(below.minimumMonths)} (${below.provision})`,
		);
	}
	if (advice) texts.push(`${advice.description} (${advice.provision})`);
	return texts.map((text, index) => ({ label: index === 0 ? 'Options' : '', text }));
}

/** Imprisonment among the options; `alone` where there is no other. */
function imprisonmentText(options: SentencingOptions, alone: boolean): string {
	const { provision, probation, splitSentence, minimumToBeServed, imprisonmentRequiredBy } = options;
	const isTaken = probation.barredBy !== undefined || splitSentence.barredBy !== undefined;
	if (isTaken && !splitSentence.authorized && imprisonmentRequiredBy !== undefined) {
		return `imprisonment, although the range alone would allow other options (${imprisonmentRequiredBy})`;
	}
	if (!minimumToBeServed) {
		return `imprisonment is not required${options.besideConsecutiveTerm ? ' for the low end of the range' : ''} (${provision})`;
	}
	return alone ? `imprisonment for at least the low end of the range (${provision})` : `imprisonment (${provision})`;
}

function probationText({
	confinementMonths,
	substitutes = [],
	provision,
	term,
}: SentencingOptions['probation']): string {
	const years = term ? `, for ${term.minimumMonths === 0 ? 'up to ' : ''}${spanText(term)} (${term.provision})` : '';
	if (confinementMonths === undefined) return `probation (${provision})${years}`;
	return `probation with ${monthsText(confinementMonths)} of ${either(substitutes)} (${provision})${years}`;
}

const spanText = ({ minimumMonths, maximumMonths }: { minimumMonths: Months; maximumMonths: Months }): string => {
	if (minimumMonths === maximumMonths || minimumMonths === 0) return yearsText(maximumMonths);
	return `${yearsText(minimumMonths)} to ${yearsText(maximumMonths)}`;
};

const partText = ({ months, halfMonth }: PartOfTerm): string =>
	halfMonth ? `${months === 0 ? '' : `${months} `}1/2 months` : monthsText(months);

const either = (kinds: readonly string[]): string =>
	kinds.length < 2 ? kinds.join('') : `${kinds.slice(0, -1).join(', ')} or ${kinds.at(-1)}`;

const orderWords: Record<SupervisedRelease['order'], string> = {
	shall: 'must be ordered',
	'shall-above-one-year': 'must be ordered',
	'should-if-warranted': 'should be ordered if an individualized assessment warrants it',
	may: 'may be ordered',
	'ordinarily-not': 'ordinarily should not be ordered, because the client is a deportable alien likely to be deported',
};

function releaseStatements(release: SupervisedRelease): Statement[] {
	const { order, provision, requiredAboveMonths, deportableProvision, term, statuteMayAllowMore } = release;
	const { relievedOfMonths, mayGoBelow, recommended } = release;
	const above = requiredAboveMonths === undefined ? '' : ` after a sentence of more than ${requiredAboveMonths} months`;
	const upTo = term.minimumMonths === 0 ? 'up to ' : '';
	const isLeast = statuteMayAllowMore !== undefined && term.minimumMonths === term.maximumMonths;
	const orMore = isLeast ? ' or more' : '';
	const texts = [
		`${orderWords[order]}${above} (${provision}); the term is ${upTo}${spanText(term)}${orMore} (${term.provision}; ${className(release.offenseClass)}, ${release.classProvision})`,
		...(deportableProvision === undefined
			? []
			: [`ordinarily none for a deportable alien who is likely to be deported (${deportableProvision})`]),
		...(recommended === undefined
			? []
			: [`the Manual recommends the longest term, ${yearsText(recommended.months)} (${recommended.provision}, p.s.)`]),
		...(statuteMayAllowMore === undefined
			? []
			: [`a longer term is possible if the statute that requires one allows it (${statuteMayAllowMore})`]),
		...(relievedOfMonths === undefined
			? []
			: [`the statutory minimum of ${yearsText(relievedOfMonths)} of supervised release is lifted`]),
		...(mayGoBelow === undefined
			? []
			: [
					`a term below the statutory minimum of ${yearsText(mayGoBelow.minimumMonths)} of supervised release is possible (${mayGoBelow.provision})`,
				]),
	];
	return texts.map((text, index) => ({ label: index === 0 ? 'Release' : '', text }));
}

/** A comparable reduction is measured, and may be appropriate; a floor is what the sentence may not fall below. */
function lowestTermText({ lowestTermMonths: floor, comparableTermMonths: comparable }: Reduction): string {
	const about = comparable === undefined ? '' : `; a comparable reduction would be to about ${monthsText(comparable)}`;
	const least = about === '' ? 'but not below' : 'but never below';
	return `${about}${floor === undefined ? '' : `, ${least} ${monthsText(floor)}`}`;
}

/** Whether a sentence may be reduced, how far, and why. */
export function reductionStatements({ reduction, guidelineRange, relief }: Result): Statement[] {
	if (!reduction) return [];
	const { authorized, amended, originalRange, policyStatementOf, orderDate, reasons } = reduction;
	const answer = authorized ? `authorized${lowestTermText(reduction)}` : 'not authorized';
	const day = `${reduction.provision} of ${longDate(policyStatementOf)}, for an order of ${longDate(orderDate)}`;
	const isPierced =
		relief?.kind === 'substantial-assistance' && rangeInMonths(originalRange) !== rangeInMonths(guidelineRange);
	const above = isPierced
		? ` with the statutory minimum, which ${relief.provision} leaves in the range (the ${rangeInMonths(guidelineRange)} above do not include it)`
		: '';
	const ranges = `${rangeInMonths(originalRange)} at sentencing${above}; amended, level ${amended.offenseLevel}, category ${amended.criminalHistoryCategory}, ${rangeInMonths(amended.range)}`;
	return [
		{ label: 'Reduction', text: `${answer} (${day})` },
		{ label: '', text: `Range: ${ranges}` },
		...reasons.map(({ provision, description }) => ({ label: '', text: `${provision}: ${description}` })),
	];
}
