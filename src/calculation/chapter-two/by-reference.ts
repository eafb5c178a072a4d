// A guideline whose base offense level is that of another one.
import { disagreement, factMissing } from '../../case/errors.ts';
import { namesSection } from '../../case/provision.ts';
import type { CaseDocument } from '../../case/schema.ts';
import { key, said } from '../../case/wording.ts';
import type { Guideline } from '../../law/guideline-schema.ts';
import type { LevelByReference } from '../../law/reference-schema.ts';
import type { CaseAndLaw } from '../steps/context.ts';
import { newTrace, type Trace } from '../steps/trace.ts';
import { applyCharacteristics } from './characteristics.ts';
import { drugsReferred } from './drugs/direct.ts';
import { applyBase, type GuidelineFound } from './guideline.ts';
import { factsUsed, sectionReferred } from './offense-facts.ts';

type Row = Guideline['base']['rows'][number];
type ByReference = Row & { levels: LevelByReference };

/** The other guideline worked out for the case: its steps, and the level after them. */
interface Referred {
	trace: Trace;
	found: GuidelineFound;
}

const isByReference = (row: Row): row is ByReference => typeof row.levels === 'object';

/**
 * The base offense level of any guideline, with its steps. An offense level taken from another guideline is that of the whole
 * of it for the case, with its characteristics (§1B1.5). Throws InputError where that guideline cannot be worked out, or the
 * case has an adjustment of Chapter Three that does not apply.
 */
export function startGuideline(trace: Trace, caseAndLaw: CaseAndLaw, guideline: Guideline): GuidelineFound {
	const { document, provisions } = caseAndLaw;
	refuseAdjustments(document, guideline);
	const rows = guideline.base.rows.filter(isByReference);
	if (rows.length === 0) return applyBase(trace, document, guideline, { provisions });
	const known = new Map<string, Referred | undefined>();
	const referred = (row: ByReference): Referred | undefined => {
		if (!known.has(row.id)) known.set(row.id, referredBy(row.levels, caseAndLaw, guideline));
		return known.get(row.id);
	};
	const levelOf = (row: Row): number | undefined => {
		const found = isByReference(row) ? referred(row) : undefined;
		return found === undefined ? document.baseOffenseLevel : found.trace.level;
	};
	const itself = newTrace();
	const found = applyBase(itself, document, guideline, { provisions, levelOf });
	const chosen = known.get(found.base);
	for (const { provision, description, levels } of (chosen?.trace ?? itself).steps)
		trace.add(provision, description, levels);
	for (const [id, other] of known) {
		if (other === undefined || id === found.base) continue;
		trace.add(`${guideline.provision}${id}`, `level ${other.trace.level}: the greatest applies`, 0);
	}
	return chosen === undefined ? found : withFound(found, chosen.found);
}

/** What the other guideline leaves open is said with its section. */
function withFound(found: GuidelineFound, { guideline, drugs, ...other }: GuidelineFound): GuidelineFound {
	const named = <T extends { id: string }>(one: T): T =>
		one.id.startsWith('§') ? one : { ...one, id: `§${guideline}${one.id}` };
	return {
		...found,
		notApplied: [...found.notApplied, ...other.notApplied.map(named)],
		crossReferences: [...found.crossReferences, ...other.crossReferences.map(named)],
		...(drugs === undefined ? {} : { drugs }),
	};
}

/** The other guideline for the case, and what is added to it; undefined where the case gives the level in its place. */
function referredBy(
	reference: LevelByReference,
	{ document, provisions, readings }: CaseAndLaw,
	host: Guideline,
): Referred | undefined {
	const section = sectionReferred(reference, document.offense);
	const other = section === undefined ? undefined : provisions.guideline(section);
	const isTyped = document.baseOffenseLevel !== undefined && document.drugs === undefined;
	if (section === undefined || other === undefined) {
		if (document.baseOffenseLevel !== undefined) return undefined;
		throw referenceMissing(reference, document, host);
	}
	if (isTyped && typeof reference.from === 'string') return undefined;
	const { base, offense = {}, baseOffenseLevel: _, enhancements: __, drugs: ___, ...rest } = document;
	const used = factsUsed(other, offense, provisions).map(({ name }) => name);
	const drugs = drugsReferred(document, reference, host, provisions);
	const asOther: CaseDocument = {
		...rest,
		guideline: section,
		offense: Object.fromEntries(Object.entries(offense).filter(([name]) => used.includes(name))),
		...(base === undefined || host.base.rows.some(({ id }) => id === base) ? {} : { base }),
		...(drugs === undefined ? {} : { drugs }),
	};
	const trace = newTrace();
	const found = startGuideline(trace, { document: asOther, provisions, readings }, other);
	applyCharacteristics(trace, { document: asOther, provisions, readings }, other, found);
	addReference(trace, reference, { section, host, id: rowOf(reference, host) });
	return { trace, found };
}

const rowOf = (reference: LevelByReference, { base }: Guideline): string =>
	base.rows.find(({ levels }) => levels === reference)?.id ?? '';

function addReference(
	trace: Trace,
	{ plus, leastLevel }: LevelByReference,
	{ section, host, id }: { section: string; host: Guideline; id: string },
): void {
	const provision = `${host.provision}${id}`;
	if (plus === 0) trace.add(provision, `the level of §${section}`, 0);
	else trace.add(provision, `${plus} plus the level of §${section}`, plus);
	if (leastLevel !== undefined && trace.level < leastLevel) {
		trace.add(provision, `at least level ${leastLevel}`, leastLevel - trace.level);
	}
}

function referenceMissing({ from }: LevelByReference, { offense = {} }: CaseDocument, host: Guideline) {
	const asked = typeof from === 'string' ? undefined : host.facts.find(({ name }) => name === from.fact);
	const isAnswered = asked !== undefined && offense[asked.name] !== undefined;
	return factMissing(isAnswered || asked === undefined ? '/baseOffenseLevel' : `/offense/${asked.name}`, {
		question: isAnswered ? 'what is the offense level of its guideline?' : (asked?.question ?? 'which offense level?'),
		problem: `The base offense level of ${host.provision} is that of another guideline`,
		remedy: said`Name a guideline that is held, with its facts; for another one, give its offense level as ${key('baseOffenseLevel')}`,
	});
}

/** Some guidelines count the role already (§2D1.5, comment. (n.1)). */
function refuseAdjustments(
	{ chapterThree = [], adjustments = [] }: CaseDocument,
	{ provision, noAdjustments = [] }: Guideline,
): void {
	const isBarred = (one = ''): boolean => noAdjustments.some((barred) => namesSection(one, barred));
	const named = chapterThree.find((one) => isBarred(one));
	const given = adjustments.find((one) => isBarred(one.provision));
	if (named === undefined && given === undefined) return;
	throw disagreement(
		named === undefined ? '/adjustments' : '/chapterThree',
		`${named ?? given?.provision} does not apply under ${provision}, whose level counts the role already`,
		'leave it out',
	);
}
