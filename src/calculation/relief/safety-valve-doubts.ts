// Warnings: facts that speak against the safety valve.
import { sameFacts } from '../../case/criteria-checks.ts';
import { longDate } from '../../case/dates.ts';
import { shown } from '../../case/errors.ts';
import { aggravatingRole } from '../../case/fact-checks.ts';
import { offenseDayOf } from '../../case/offense-day.ts';
import { namesSection } from '../../case/provision.ts';
import type { CaseDocument } from '../../case/schema.ts';
import { circumstanceOf } from '../../case/statute-names.ts';
import type { Provisions } from '../../law/schema.ts';
import { rangeInWords } from '../../result/range-words.ts';
import { isSame } from '../../result/ranges.ts';
import type { Range, Relief, StatuteOfConviction, Warning } from '../../result/result.ts';
import { saysYes } from '../chapter-two/offense-facts.ts';
import type { ScoredHistory } from '../criminal-history/criminal-history.ts';
import { isUnder } from '../statutes/row.ts';
import { criteriaOfHistory, pointsBetween } from './points-allowed.ts';
import { pointsOfOnePointOffenses } from './safety-valve-priors.ts';

/** What in a case speaks against the safety valve that it claims. Relief that is stated is taken at its word. */

type Rule = Extract<Provisions['5C1.2'], { inForce: true }>;

/** Relief from a statutory minimum as a case claims it. Months. */
interface Claim {
	document: CaseDocument;
	provisions: Provisions;
	relief: Relief | undefined;
	history: ScoredHistory | undefined;
	/** The range shown, and the one where the statutory minimum binds. */
	range: Range;
	rangeWithMinimum: () => Range;
	/** The day of the edition. */
	day: string;
}

/** Facts of the case that a criterion of the safety valve asks to be absent, where relief is stated without its criteria. */
export function statedReliefWarnings(claim: Claim): Warning[] {
	const { document, provisions, relief } = claim;
	const rule = provisions['5C1.2'];
	const isStated = document.statutoryMinimumRelief === 'safety-valve' && document.safetyValve === undefined;
	if (!relief?.granted || !isStated || !rule.inForce) return [];
	const then = () => boundInWords(claim);
	return [
		...deathWarnings(document, rule, then),
		...roleWarnings(document, rule, then),
		...pointsWarnings(claim, rule),
	];
}

const answerThem = 'Answer the safety-valve criteria';

/** What the statutory minimum makes of the range shown, where nothing lifts it. Months. */
function boundInWords({ range, rangeWithMinimum }: Claim): string {
	const bound = rangeWithMinimum();
	if (isSame(range, bound)) return `If it is not met, the minimum binds, but the range stays ${rangeInWords(range)}`;
	return `If it is not met, the minimum binds, and the range is ${rangeInWords(bound)}, not ${rangeInWords(range)}`;
}

/** A count that rests on a death stands beside relief that asks for none. */
function deathWarnings({ statutes = [] }: CaseDocument, { otherCriteria }: Rule, then: () => string): Warning[] {
	if (!statutes.some((one) => circumstanceOf(one)?.startsWith('death'))) return [];
	const { provision, words } = otherCriteria.deathOrSeriousInjury;
	const message = `The case applies the safety valve, but a count of conviction rests on a death, and ${provision} requires ${words}. ${then()}. ${answerThem}.`;
	return [{ code: 'safety-valve-death', message }];
}

/** An adjustment for an aggravating role stands beside relief that asks for none. */
function roleWarnings(document: CaseDocument, { otherCriteria }: Rule, then: () => string): Warning[] {
	const role = aggravatingRole(document);
	if (role === undefined) return [];
	const { provision, words } = otherCriteria.leaderOrContinuingEnterprise;
	const message = `The case applies the safety valve, but it also applies ${shown(role)}, and ${provision} requires ${words}. ${then()}. ${answerThem}.`;
	return [{ code: 'safety-valve-role', message }];
}

/** More points than the first criterion allows, by the day of conviction as far as the case tells it. */
function pointsWarnings(claim: Claim, rule: Rule): Warning[] {
	const { document, history: found, provisions, day } = claim;
	const { earlier, later, from } = criteriaOfHistory(rule);
	const { least, most } = pointsBetween(document, provisions);
	const points = least === most ? `${least}` : `at least ${least}`;
	const isConvictedLater = (offenseDayOf(document) ?? '') >= from;
	const isSentencedEarlier = document.sentencingDate !== undefined && document.sentencingDate < from;
	const warning = (why: string): Warning[] => [
		{
			code: 'safety-valve-points',
			message: `The case applies the safety valve, but ${why}. ${boundInWords(claim)}. ${answerThem}.`,
		},
	];
	const ofOne = provisions['4A1.1'].sentences.find((row) => row.most !== undefined);
	const known = found && later.byOffense && pointsOfOnePointOffenses(found, later.byOffense).least;
	const excluded = known ?? ofOne?.most;
	if (!isSentencedEarlier && excluded !== undefined && least - excluded > later.maximumPoints) {
		const come = known === undefined ? `at most ${excluded} can come` : `${excluded} come`;
		const left = `${least - excluded}${known === undefined ? ' or more' : ''}`;
		return warning(
			`of ${points} criminal history points, ${come} from 1-point offenses under ${ofOne?.provision}. That leaves ${left}, and ${later.provision} allows ${later.maximumPoints} (whether status or recency points count is arguable)`,
		);
	}
	const isOpen = !isConvictedLater && (document.sentencingDate ?? day) < from;
	if (!isOpen || least <= earlier.maximumPoints) return [];
	const ofWhom = isSentencedEarlier ? '' : ` for those convicted before ${longDate(from)}`;
	return warning(
		`there are ${points} criminal history points, and ${earlier.provision} required ${earlier.words}${ofWhom}`,
	);
}

/** What the case answers on the criteria of §4C1.1 speaks against the relief that it claims. */
export function otherAnswersWarnings(claim: Claim): Warning[] {
	const { document, relief, provisions } = claim;
	const rule = provisions['5C1.2'];
	const answers = document.zeroPointOffender;
	if (!rule.inForce || relief?.kind !== 'safety-valve' || !relief.granted || !answers) return [];
	const barred = sameFacts.flatMap(({ key, all }) =>
		all.filter((fact) => answers[fact] === true).map((fact) => ({ fact, ...rule.otherCriteria[key] })),
	);
	if (barred.length === 0) return [];
	const { '4C1.1': zeroPoint } = provisions;
	const criteria = zeroPoint.inForce ? zeroPoint.criteria : [];
	const against = barred.map(({ fact, provision, words }) => {
		const { bars, provision: asked } = criteria.find(({ criterion }) => criterion === fact) ?? {};
		return `${bars ?? 'what bars it'} (${asked ?? '§4C1.1'}), but ${provision} requires ${words}`;
	});
	const message = `The case applies the safety valve, but its answers for §4C1.1 say that there was ${against.join('; and ')}. ${boundInWords(claim)}. Correct the answers that are wrong.`;
	return [{ code: 'safety-valve-other-answers', message }];
}

/**
 * A conviction for a firearm, or an adjustment for one, stands beside the answer that there was none in connection with the
 * offense. `rangeWithMinimum` gives the range where the statutory minimum binds, in months.
 */
export function firearmWarnings(
	{ document, relief, provisions, rangeWithMinimum }: Claim,
	statutes: readonly StatuteOfConviction[],
): Warning[] {
	const { adjustments = [], enhancements = [], guideline, offense } = document;
	const rule = provisions['5C1.2'];
	if (!rule.inForce || relief?.kind !== 'safety-valve' || !relief.granted) return [];
	const armed = statutes.find((count) => isUnder(count, rule.firearmStatutes));
	const adjusted = adjustments.find(({ provision: taken = '' }) =>
		rule.firearmAdjustments.some((one) => namesSection(taken, one)),
	);
	const named = enhancements
		.map((one) => `§${guideline}${typeof one === 'string' ? one : one.id}`)
		.find((taken) => rule.firearmAdjustments.some((one) => namesSection(taken, one)));
	const isArmed = saysYes(offense?.['weapon']);
	if (!armed && !adjusted && !named && !isArmed) return [];
	const beside = armed
		? `a count under ${armed.provision}`
		: adjusted
			? `the adjustment ${shown(adjusted.provision)}`
			: (named ?? 'the fact that a weapon was possessed');
	const { provision, words } = rule.otherCriteria.violenceOrWeapon;
	const message = `The case applies the safety valve together with ${beside}. If the firearm was connected with the offense that carries the minimum, ${provision} is not met (${words}), the minimum binds, and the range is ${rangeInWords(rangeWithMinimum())}. If it was not, the range is the one shown. Check which offense the firearm was connected with.`;
	return [{ code: 'safety-valve-firearm', message }];
}
