// The specific offense characteristics of any Chapter Two guideline, from its table.
import type { CaseDocument } from '../../case/schema.ts';
import type { Guideline, GuidelineRow } from '../../law/guideline-schema.ts';
import { countsPriors } from '../../law/guidelines.ts';
import type { ScoredPrior } from '../criminal-history/points.ts';
import type { CaseAndLaw } from '../steps/context.ts';
import type { Trace } from '../steps/trace.ts';
import { claimsOf, type Drawn } from './claims.ts';
import { type Claim, greatestOf, lesserSteps, levelAfter } from './claims-in-steps.ts';
import { type Grounds, truthOf } from './conditions.ts';
import { type GuidelineFound, groundsOf } from './guideline.ts';
import { refuseOtherIncreases } from './illegal-reentry/other-increases.ts';
import type { PriorFacts } from './illegal-reentry/prior-facts.ts';
import { unusedPriors } from './illegal-reentry/unused-priors.ts';
import { namedRows } from './named-rows.ts';
import { withFacts } from './offense-facts.ts';
import { countOfWeapon } from './weapon-of-count.ts';

type Characteristic = Guideline['characteristics'][number];

/** The case and the law, with what its priors score where they are. */
type CaseWithPriors = CaseAndLaw & { scored?: readonly ScoredPrior[] | undefined };

/** How far the evaluation has come: the conditions are held against it. */
interface Run {
	trace: Trace;
	guideline: Guideline;
	grounds: Grounds;
	found: GuidelineFound;
	drawn: Drawn;
	countOfWeapon: (row: GuidelineRow) => string | undefined;
}

/** Whether the rows of a guideline that turn on prior convictions are drawn from the facts of the case, and not only named. */
export function drawsOnPriors(document: CaseDocument, guideline: Guideline | undefined): boolean {
	if (!countsPriors(guideline)) return false;
	const { enhancements, priors, removalOrders, removals } = document;
	return removalOrders !== undefined || removals !== undefined || (enhancements === undefined && priors !== undefined);
}

/**
 * The specific offense characteristics in the order of the guideline, with its floors, caps and alternatives
 * (§1B1.1, comment. (n.4(A))): those that the case names by id, and those that its facts and its priors bear out. Those
 * that do not count stay as steps of 0 levels, and so do priors without an enhancement. Throws InputError where an id is not
 * of the guideline, or a fact says otherwise.
 */
export function applyCharacteristics(
	trace: Trace,
	{ document: given, provisions, readings, scored }: CaseWithPriors,
	guideline: Guideline,
	found: GuidelineFound,
): void {
	const document = withFacts(given, guideline, provisions);
	const facts: PriorFacts = { document, provisions, guideline, scored, readings };
	const isDrawn = drawsOnPriors(document, guideline);
	const run: Run = {
		trace,
		guideline,
		found,
		drawn: { facts, isDrawn, named: namedRows(document, guideline), findings: [], increases: [] },
		countOfWeapon: (row) => countOfWeapon(row, { document, provisions, readings }),
		grounds: { ...groundsOf(document, provisions), base: found.base, applied: found.applied },
	};
	for (const characteristic of guideline.characteristics) {
		run.grounds.level = trace.level;
		applyCharacteristic(characteristic, run);
		applyCaps(characteristic.id, run);
	}
	if (isDrawn) {
		refuseOtherIncreases(document, guideline, run.drawn);
		for (const { id, reason } of unusedPriors(facts, run.drawn.findings))
			trace.add(`${guideline.provision}(b)`, `${id}: no enhancement, because ${reason}`, 0);
	}
	for (const { id, description, when } of guideline.crossReferences) {
		if (truthOf(when, run.grounds) !== false) found.crossReferences.push({ id, description });
	}
}

function applyCharacteristic(characteristic: Characteristic, run: Run): void {
	const { trace, guideline, grounds, found } = run;
	const { claims, isOpen } = claimsOf(characteristic, run.drawn, grounds);
	if (claims.length === 0) {
		if (isOpen) found.notApplied.push({ id: characteristic.id, description: characteristic.description });
		return;
	}
	const holding = claims.filter(({ row }) => !isPunishedApart(row, run));
	const best = greatestOf(holding, trace.level);
	const lesser = lesserSteps(holding, best, characteristic.id);
	for (const claim of holding) {
		if (claim === best) addClaim(claim, run);
		const step = lesser.get(claim);
		if (step) trace.add(`${guideline.provision}${step.ids}`, step.words, 0);
	}
}

/** Whether the term of a count accounts for the weapon of a row, which then adds nothing; its step says so. */
function isPunishedApart(row: GuidelineRow, { trace, guideline, countOfWeapon }: Run): boolean {
	const section = countOfWeapon(row);
	if (section === undefined) return false;
	const why = `${row.description} (not added: the term of the count under ${section} accounts for it)`;
	trace.add(`${guideline.provision}${row.id}`, why, 0);
	return true;
}

function addClaim({ row, levels, words, isTimed }: Claim, { trace, guideline, found }: Run): void {
	const provision = `${guideline.provision}${row.id}`;
	const after = levelAfter(row, levels, trace.level);
	const why = isTimed && levels === 0 ? ' (receives no criminal history points)' : '';
	trace.add(provision, words + why, levels);
	if (trace.level < after) trace.add(provision, `raised to level ${after}, the lowest it allows`, after - trace.level);
	if (trace.level > after)
		trace.add(provision, `lowered to level ${after}, the highest it allows`, after - trace.level);
	found.applied.push(row.id);
}

function applyCaps(after: string, { trace, guideline, grounds }: Run): void {
	for (const { mostLevel, unless, description, ...cap } of guideline.caps) {
		if (cap.after !== after || trace.level <= mostLevel) continue;
		if (unless && truthOf(unless, grounds) === true) continue;
		trace.add(cap.citation.section, description, mostLevel - trace.level);
	}
}
