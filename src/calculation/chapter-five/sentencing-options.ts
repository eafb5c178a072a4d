// Probation, split sentence and imprisonment, by zone (§§5B1.1, 5C1.1).
import { inMonths, type Months, monthsInYear } from '../../case/months.ts';
import type { Provisions } from '../../law/schema.ts';
import type { Cell, PartOfTerm, SentencingOptions, Step, Warning } from '../../result/result.ts';
import type { PiercedMinimum } from '../relief/substantial-assistance.ts';
import { consecutiveTermOf } from '../statutes/consecutive-terms.ts';
import type { Penalties } from '../statutes/penalties.ts';

/**
 * What the zone of the guideline range allows, or before there were zones its minimum. `cell` is the cell of the
 * Sentencing Table, or the one that §5C1.2(b) puts in its place; `pierced`, a statutory minimum that the sentence may go below.
 */
export function sentencingOptionsOf(
	provisions: Provisions,
	penalties: Penalties,
	level: { parts: { total: number }; steps: readonly Step[] },
	{ cell, pierced }: { cell: Cell; pierced: PiercedMinimum | undefined },
): SentencingOptions {
	const { minimum: statutoryMinimum } = penalties.limits;
	const rule = provisions['5C1.1'];
	const band = bandOf(rule, cell);
	const minimum = cell.minimumMonths === 'life' ? 0 : cell.minimumMonths;
	const { probation, split } = band;
	const required = imprisonmentBy(penalties, statutoryMinimum);
	const barredBy = barOf(rule, penalties) ?? (required && `${required}, ${rule.probationBarred.withImprisonment}`);
	const authorized = probation !== undefined && barredBy === undefined;
	const least = statutoryMinimum ?? 0;
	const splitBarredBy = penalties.soleConsecutive || least === 'life' || least >= minimum ? required : undefined;
	return {
		provision: band.provision,
		zone: cell.zone,
		minimumToBeServed: band.imprisonmentRequired || required !== undefined,
		probation: {
			authorized,
			provision: probation?.provision ?? band.provision,
			...(authorized && probation.confinement
				? { confinementMonths: minimum, substitutes: rule.substitutes.probation }
				: {}),
			...(authorized ? { term: probationTerm(provisions, level.parts.total, penalties) } : {}),
			...(probation !== undefined && barredBy !== undefined ? { barredBy } : {}),
		},
		splitSentence: {
			authorized: split !== undefined && splitBarredBy === undefined,
			provision: split?.provision ?? band.provision,
			...(split === undefined || splitBarredBy !== undefined
				? {}
				: { ...splitParts(split, minimum, least as number), substitutes: rule.substitutes.split }),
			...(split !== undefined && splitBarredBy !== undefined ? { barredBy: splitBarredBy } : {}),
		},
		...(required === undefined ? {} : { imprisonmentRequiredBy: required }),
		...(statutoryMinimum ? { statutoryMinimumMonths: statutoryMinimum } : {}),
		...(probation === undefined && split === undefined ? {} : besideConsecutiveTerm(provisions, penalties)),
		...(pierced === undefined || (probation === undefined && split === undefined && band.imprisonmentRequired)
			? {}
			: { onlyBelowMinimum: { minimumMonths: pierced.minimumMonths, provision: pierced.provision } }),
		...adviceOf(level.steps, rule, cell),
	};
}

type Rule = Provisions['5C1.1'];
type Band = Rule['bands'][number];

function bandOf({ bands }: Rule, { zone, minimumMonths }: Cell): Band {
	const within = (band: Band): boolean =>
		'zone' in band
			? band.zone === zone
			: minimumMonths === 'life'
				? band.minimumToMonths === null
				: minimumMonths >= band.minimumFromMonths &&
					(band.minimumToMonths === null || minimumMonths <= band.minimumToMonths);
	const found = bands.find(within);
	if (!found) throw new RangeError(`no sentencing options for a minimum of ${minimumMonths} months in zone ${zone}`);
	return found;
}

/** The statute that bars probation: by its own words, or by the class of the offense. */
function barOf(rule: Rule, penalties: Penalties): string | undefined {
	const { classes, byClass, byStatute, withImprisonment } = rule.probationBarred;
	const { probationBarredBy: barring } = penalties;
	if (barring !== undefined) return `${barring.provision}, ${barring.expressly ? byStatute : withImprisonment}`;
	const { offenseClass } = penalties;
	if (offenseClass === undefined || !classes.includes(offenseClass.class)) return undefined;
	return `Class ${offenseClass.class} felony, ${byClass}`;
}

/** What requires imprisonment whatever the zone: a statutory minimum that binds, or a count whose term is the statute's alone. */
function imprisonmentBy({ soleConsecutive }: Penalties, statutoryMinimum: Months | undefined): string | undefined {
	if (soleConsecutive !== undefined) return soleConsecutive;
	if (!statutoryMinimum) return undefined;
	return `statutory minimum of ${inMonths(statutoryMinimum)}`;
}

/** A count whose term runs after every other is sentenced apart, whatever the zone of the range leaves open. */
function besideConsecutiveTerm(
	{ statutes }: Provisions,
	penalties: Penalties,
): Pick<SentencingOptions, 'besideConsecutiveTerm'> {
	const term = penalties.soleConsecutive === undefined ? consecutiveTermOf(penalties.statutes) : undefined;
	if (term === undefined) return {};
	const commanding = statutes.consecutiveTerms.filter(({ statute }) =>
		term.provisions.some((provision) => provision.startsWith(statute)),
	);
	const stated = term.provisions.filter((each) => !commanding.some(({ statute }) => each.startsWith(statute)));
	const ofStated = stated.map((each) => `${each}, ${statutes.statutoryTerm.provision}`);
	const provision = [...commanding.map((one) => one.provision), ...ofStated].join('; ');
	return { besideConsecutiveTerm: { leastMonths: term.leastMonths, provision } };
}

/** Imprisonment and confinement of a split sentence; a shorter statutory minimum than that of the range is imprisonment. */
function splitParts(
	split: NonNullable<Band['split']>,
	minimum: number,
	statutoryMinimum: number,
): { imprisonment: PartOfTerm; confinement: PartOfTerm } {
	const halves = Math.max(split.halfOfMinimum ? minimum : 0, 2 * split.leastMonths, 2 * statutoryMinimum);
	return { imprisonment: partOf(halves), confinement: partOf(2 * minimum - halves) };
}

const partOf = (halves: number): PartOfTerm => ({ months: Math.floor(halves / 2), halfMonth: halves % 2 === 1 });

/** The term of §5B1.2, within what the statute authorizes for the class of the offense. */
function probationTerm(
	provisions: Provisions,
	level: number,
	{ offenseClass }: Penalties,
): SentencingOptions['probation']['term'] & object {
	const { terms, authorizedByStatute } = provisions['5B1.2'];
	const found = terms.find((term) => level >= term.fromLevel);
	if (!found) throw new RangeError(`no term of probation for offense level ${level}`);
	const statute =
		offenseClass && authorizedByStatute.find(({ classes }) => classes.some((one) => one === offenseClass.class));
	const minimumYears = Math.max(found.minimumYears, statute?.minimumYears ?? 0);
	const maximumYears = Math.min(found.maximumYears, statute?.maximumYears ?? found.maximumYears);
	const isMoved = minimumYears !== found.minimumYears || maximumYears !== found.maximumYears;
	return {
		minimumMonths: minimumYears * monthsInYear,
		maximumMonths: maximumYears * monthsInYear,
		provision: statute && isMoved ? `${found.provision}, ${statute.provision}` : found.provision,
	};
}

function adviceOf(steps: readonly Step[], rule: Rule, { zone }: Cell): Pick<SentencingOptions, 'advice'> {
	const advice = rule.zeroPointOffender;
	const { adjustment = '' } = advice ?? {};
	const adjusted = steps.some(({ provision, levels }) => levels < 0 && provision.includes(adjustment));
	if (!advice || !adjusted || zone === null || !advice.zones.includes(zone)) return {};
	return { advice: { provision: advice.provision, description: advice.words } };
}

/** The options of a mild zone, which a statutory minimum takes away. */
export function optionWarnings({
	probation,
	splitSentence,
	statutoryMinimumMonths: minimum,
}: SentencingOptions): Warning[] {
	if (minimum === undefined || (probation.barredBy === undefined && splitSentence.barredBy === undefined)) return [];
	const message = `The guidelines allow options for the low end of the range, but the statutory minimum of ${inMonths(minimum)} binds. The program does not decide whether confinement outside prison satisfies it, and shows probation and a split sentence as barred. Read the statute.`;
	return [{ code: 'options-under-statutory-minimum', message }];
}
