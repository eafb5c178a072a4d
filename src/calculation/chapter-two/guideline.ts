// Any Chapter Two guideline, evaluated from its table.
import { disagreement } from '../../case/errors.ts';
import type { CaseDocument } from '../../case/schema.ts';
import type { Guideline } from '../../law/guideline-schema.ts';
import type { Provisions } from '../../law/schema.ts';
import type { ChapterTwo } from '../../result/result.ts';
import type { CaseAndLaw } from '../steps/context.ts';
import type { Trace } from '../steps/trace.ts';
import { baseRowOf } from './base-offense-level.ts';
import { type Grounds, type Truth, truthOf } from './conditions.ts';
import type { DrugLevel } from './drugs/drug-level.ts';
import { addDrugNotes, drugsOfCase, usesDrugs } from './drugs/of-case.ts';
import { namedRows, rowNamed } from './named-rows.ts';
import { withFacts } from './offense-facts.ts';
import { countOfWeapon } from './weapon-of-count.ts';

/** What the guideline makes of the case, and what its drugs come to where its base offense level turns on them. */
export interface GuidelineFound extends ChapterTwo {
	drugs?: DrugLevel;
}

type Characteristic = Guideline['characteristics'][number];
type Row = Characteristic['rows'][number];

/** How far the evaluation has come: the conditions are held against it. */
interface Run {
	trace: Trace;
	guideline: Guideline;
	grounds: Grounds;
	found: GuidelineFound;
	countOfWeapon: (row: Row) => string | undefined;
}

/**
 * The base offense level of a guideline, with its step. Throws InputError where the case states a fact the guideline
 * does not use, a level that is not its level, or nothing that decides among several.
 */
export function applyBase(
	trace: Trace,
	given: CaseDocument,
	guideline: Guideline,
	provisions: Provisions,
): GuidelineFound {
	const document = withFacts(given, guideline);
	const grounds = groundsOf(document, provisions);
	const drugs = drugsOfCase(document, guideline, provisions);
	const row = baseRowOf(guideline, grounds, () =>
		drugs ? drugs.found.baseOffenseLevel + (provisions.drugLevels ?? 0) : document.baseOffenseLevel,
	);
	const { provision, effectiveDate } = guideline;
	if (document.baseOffenseLevel !== undefined && document.baseOffenseLevel !== row.levels) {
		throw disagreement(
			'/baseOffenseLevel',
			`${document.baseOffenseLevel} is not the base offense level of ${provision}${row.id} in this edition, which is ${row.levels}`,
			'Leave it out or correct it',
		);
	}
	const what = drugs?.words ?? row.description;
	trace.add(`${provision}${row.id}`, what ? `base offense level: ${what}` : 'base offense level', row.levels);
	if (drugs) addDrugNotes(trace, drugs);
	// A level that the case gives in place of its drugs may be lowered already, so both outcomes are named instead (role-cap.ts).
	if (drugs || !usesDrugs(guideline)) applyBaseLimits(trace, guideline, { ...grounds, base: row.id });
	const unanswered = row.when === undefined ? unansweredBases(guideline, grounds) : [];
	return {
		guideline: provision.slice(1),
		effectiveDate,
		base: row.id,
		applied: [],
		notApplied: unanswered,
		crossReferences: [],
		...(drugs === undefined ? {} : { drugs }),
	};
}

/** What the conditions of a guideline are held against, before anything applies. */
const groundsOf = (document: CaseDocument, provisions: Provisions): Grounds => ({
	document,
	base: undefined,
	applied: [],
	named: provisions['chapter-three'].adjustments,
});

/** The base offense levels that would come before the one that applies otherwise, and that nothing in the case addresses. */
function unansweredBases({ base }: Guideline, grounds: Grounds): ChapterTwo['notApplied'][number][] {
	if (grounds.document.base !== undefined) return [];
	const unanswered = base.rows.filter(({ when }) => when && truthOf(when, grounds) === undefined);
	return unanswered.map(({ id, description, levels }) => ({
		id,
		description: `base offense level ${levels}: ${description}`,
	}));
}

/** What the base offense level becomes for some defendants before any characteristic, such as those with a mitigating role. */
function applyBaseLimits(trace: Trace, guideline: Guideline, grounds: Grounds): void {
	const start = trace.level;
	for (const limit of guideline.base.limits) {
		const { id, fromLevel, toLevel = start, levels = 0, mostLevel = start + levels, when } = limit;
		const reaches = limit.base.includes(grounds.base ?? '') && fromLevel <= start && start <= toLevel;
		if (!reaches || truthOf(when, grounds) !== true) continue;
		const lowered = Math.min(trace.level + levels, mostLevel);
		if (lowered < trace.level) trace.add(`${guideline.provision}${id}`, limit.description, lowered - trace.level);
	}
}

/**
 * The specific offense characteristics in the order of the guideline, with its floors, caps and alternatives
 * (§1B1.1, comment. (n.4(A))): those that the case names by id, and those that its facts bear out. Throws InputError
 * where an id is not of the guideline, or a fact says otherwise.
 */
export function applyCharacteristics(
	trace: Trace,
	{ document: given, provisions, readings }: CaseAndLaw,
	guideline: Guideline,
	found: GuidelineFound,
): void {
	const document = withFacts(given, guideline);
	const named = namedRows(document, guideline);
	const run: Run = {
		trace,
		guideline,
		found,
		countOfWeapon: (row) => countOfWeapon(row, { document, provisions, readings }),
		grounds: { ...groundsOf(document, provisions), base: found.base, applied: found.applied },
	};
	for (const characteristic of guideline.characteristics) {
		run.grounds.level = trace.level;
		applyCharacteristic(characteristic, named, run);
		applyCaps(characteristic.id, run);
	}
	for (const { id, description, when } of guideline.crossReferences) {
		if (truthOf(when, run.grounds) !== false) found.crossReferences.push({ id, description });
	}
}

function applyCharacteristic({ id, description, rows }: Characteristic, named: ReadonlySet<string>, run: Run): void {
	const { trace, guideline, grounds, found } = run;
	const truths = new Map<Row, Truth>(rows.map((row) => [row, truthOf(row.when, grounds)]));
	const held = rows.filter((row) => truths.get(row) === true);
	for (const one of named) {
		const row = rows.some((each) => each.id === one) && rowNamed(one, rows, truths, guideline);
		if (row && !held.includes(row)) held.push(row);
	}
	if (held.length === 0) {
		const unanswered = rows.some((row) => truths.get(row) === undefined);
		if (unanswered) found.notApplied.push({ id, description });
		return;
	}
	const holding = held.filter((row) => !isPunishedApart(row, run));
	const best = holding.reduce<Row | undefined>(
		(one, other) => (one && resulting(other, trace.level) <= resulting(one, trace.level) ? one : other),
		undefined,
	);
	for (const row of holding) {
		const why = `${row.description} (not added: ${best?.id} adds at least as much)`;
		if (row === best) addRow(row, run);
		else trace.add(`${guideline.provision}${row.id}`, why, 0);
	}
}

/** Whether the term of a count accounts for the weapon of a row, which then adds nothing; its step says so. */
function isPunishedApart(row: Row, { trace, guideline, countOfWeapon }: Run): boolean {
	const section = countOfWeapon(row);
	if (section === undefined) return false;
	const why = `${row.description} (not added: the term of the count under ${section} accounts for it)`;
	trace.add(`${guideline.provision}${row.id}`, why, 0);
	return true;
}

/** The level after a row: what it adds or takes off, then the level it sets at least or at most. */
function resulting({ levels, leastLevel, mostLevel }: Row, level: number): number {
	const raised = Math.max(level + levels, leastLevel ?? Number.NEGATIVE_INFINITY);
	return Math.min(raised, mostLevel ?? Number.POSITIVE_INFINITY);
}

function addRow(row: Row, { trace, guideline, found }: Run): void {
	const provision = `${guideline.provision}${row.id}`;
	const after = resulting(row, trace.level);
	trace.add(provision, row.description, row.levels);
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
