// What the facts bear out of rows that turn on prior convictions.
import { attempt, InputError } from '../../../case/errors.ts';
import type { Condition } from '../../../law/condition-schema.ts';
import type { GuidelineRow } from '../../../law/guideline-schema.ts';
import type { TimedConvictions } from '../../../law/priors-schema.ts';
import { needed } from '../../criminal-history/facts.ts';
import type { ScoredPrior } from '../../criminal-history/points.ts';
import { type Grounds, truthOf } from '../conditions.ts';
import { matchOf } from './matched-words.ts';
import type { Finding, PriorFacts } from './prior-facts.ts';
import { matches, receivesPoints } from './prior-sentence.ts';
import { priorsAsked } from './questions.ts';
import { countSeparate } from './separate-convictions.ts';
import { wasDeported } from './timing.ts';

/** What is known of a row or of a part of its condition: what the facts bear out, and a fact that could make it more. */
interface Judged {
	finding: Finding | undefined;
	missing: InputError | undefined;
	/** Nothing in the case addresses a fact of the offense on which it turns. */
	isOpen?: boolean;
}

/**
 * What the facts bear out of the rows of a characteristic. The greatest of them counts, so that a fact is asked for only
 * where it could make one greater than what is found; `comesTo` is the level after a row of so many levels. Throws
 * InputError `facts-missing`.
 */
export function findingsOf(
	rows: ReadonlySet<GuidelineRow>,
	facts: PriorFacts,
	grounds: Grounds,
	comesTo: (row: GuidelineRow, levels: number) => number,
): { found: Finding[]; isOpen: boolean } {
	const found: Finding[] = [];
	const lacking: { row: GuidelineRow; missing: InputError }[] = [];
	let isOpen = false;
	for (const row of rows) {
		const judged = judge(row.when, row, facts, grounds);
		if (judged.finding) found.push(judged.finding);
		if (judged.missing) lacking.push({ row, missing: judged.missing });
		isOpen ||= judged.isOpen === true;
	}
	for (const { row, missing } of lacking) {
		const greatest = Math.max(grounds.level ?? 0, ...found.map((one) => comesTo(one.row, one.levels)));
		if (comesTo(row, row.levels) > greatest) throw missing;
	}
	return { found, isOpen };
}

function judge(condition: Condition, row: GuidelineRow, facts: PriorFacts, grounds: Grounds): Judged {
	if ('timing' in condition) return judgeTimed(condition, row, facts);
	if ('any' in condition) return anyOf(condition.any.map((part) => judge(part, row, facts, grounds)));
	if ('all' in condition) return allOf(condition.all.map((part) => judge(part, row, facts, grounds)));
	if ('not' in condition) {
		const inner = judge(condition.not, row, facts, grounds);
		return { ...inner, finding: isKnownFalse(inner) ? whole(row) : undefined };
	}
	const truth = truthOf(condition, grounds);
	return { finding: truth === true ? whole(row) : undefined, missing: undefined, isOpen: truth === undefined };
}

/** A row that rests on no prior. */
const whole = (row: GuidelineRow): Finding => ({ row, levels: row.levels, priors: [], matched: [] });

const isKnownFalse = ({ finding, missing, isOpen }: Judged): boolean => !finding && !missing && !isOpen;

function anyOf(parts: readonly Judged[]): Judged {
	const found = parts.flatMap(({ finding }) => finding ?? []);
	return {
		finding: found.length === 0 ? undefined : found.reduce((best, each) => (each.levels > best.levels ? each : best)),
		missing: parts.find(({ missing }) => missing !== undefined)?.missing,
		isOpen: found.length === 0 && parts.some(({ isOpen }) => isOpen),
	};
}

function allOf(parts: readonly Judged[]): Judged {
	if (parts.some(isKnownFalse)) return { finding: undefined, missing: undefined };
	const found = parts.flatMap(({ finding }) => finding ?? []);
	const { missing } = anyOf(parts);
	if (found.length < parts.length) {
		return { finding: undefined, missing, isOpen: parts.some(({ isOpen, finding }) => isOpen && !finding) };
	}
	const [first, ...others] = found as [Finding, ...Finding[]];
	const together = (one: Finding, other: Finding): Finding => ({
		row: one.row,
		levels: Math.min(one.levels, other.levels),
		priors: [...one.priors, ...other.priors],
		matched: [...one.matched, ...other.matched],
	});
	return { finding: others.reduce(together, first), missing };
}

function judgeTimed(condition: TimedConvictions, row: GuidelineRow, facts: PriorFacts): Judged {
	if (condition.convictions === undefined) {
		const deported = attempt(() => wasDeported(facts.document));
		if (deported instanceof InputError) return { finding: undefined, missing: deported };
		return { finding: deported ? whole(row) : undefined, missing: undefined };
	}
	const scored = needed(facts.scored, '/priors', priorsAsked);
	const sure: ScoredPrior[] = [];
	const open: ScoredPrior[] = [];
	const missing: InputError[] = [];
	for (const each of scored) {
		const holds = attempt(() => matches(each, row, condition, facts));
		if (holds === true) sure.push(each);
		if (!(holds instanceof InputError)) continue;
		open.push(each);
		missing.push(holds);
	}
	// A fact of the whole case may show that another prior is enough.
	const lacking = missing.find(({ path }) => !path.startsWith('/priors')) ?? missing[0];
	const wanted = condition.count ?? 1;
	const number = attempt(() => countSeparate(sure, facts));
	if (number instanceof InputError) return { finding: undefined, missing: number };
	if (number < wanted) {
		if (open.length === 0) return { finding: undefined, missing: undefined };
		const most = attempt(() => countSeparate([...sure, ...open], facts));
		const isEnough = most instanceof InputError || most >= wanted;
		return { finding: undefined, missing: isEnough ? lacking : undefined };
	}
	return findingOn({ sure, lacking }, row, condition, facts);
}

/** The finding on convictions that surely match; and a fact that could bring the greater of two levels. */
function findingOn(
	{ sure, lacking }: { sure: readonly ScoredPrior[]; lacking: InputError | undefined },
	row: GuidelineRow,
	condition: TimedConvictions,
	facts: PriorFacts,
): Judged {
	const leveled = sure.map((each) => ({ each, levels: attempt(() => levelsFor(each, row, facts)) }));
	const known = leveled.flatMap(({ each, levels }) => (levels instanceof InputError ? [] : [{ each, levels }]));
	const levels = Math.max(row.levelsWithoutPoints ?? 0, ...known.map((each) => each.levels));
	const best = known.filter((each) => each.levels === levels).map(({ each }) => each);
	const [unleveled] = leveled.flatMap(({ levels: found }) => (found instanceof InputError ? [found] : []));
	const missing = levels < row.levels ? (unleveled ?? lacking) : undefined;
	const priors = best.map(({ prior }) => prior.id);
	const matched = best.flatMap((each) => matchOf(each, condition, facts));
	return { finding: { row, levels, priors, matched }, missing };
}

function levelsFor(scored: ScoredPrior, row: GuidelineRow, { provisions, readings }: PriorFacts): number {
	const { levels, levelsWithoutPoints, points } = row;
	if (points !== 'lowers' || levelsWithoutPoints === undefined) return levels;
	return scored.violencePoint || receivesPoints(scored, provisions, readings) ? levels : levelsWithoutPoints;
}
