// The fine range (§5E1.2) and the special assessment (18 U.S.C. § 3013).
import { longDate } from '../../case/dates.ts';
import { offenseDayOf } from '../../case/offense-day.ts';
import type { CaseDocument } from '../../case/schema.ts';
import { provisionsOf } from '../../law/editions.ts';
import type { Law, Provisions } from '../../law/schema.ts';
import type { Fine, SpecialAssessment } from '../../result/result.ts';
import type { StatutoryFine } from '../statutes/fines.ts';
import type { Penalties } from '../statutes/penalties.ts';

/**
 * The row of the fine table for an offense level; for an older offense, the table that the edition refers it to. Where
 * the statute authorizes more than the amount of (c)(4), the maximum is that of the statute.
 */
export function fineOf(
	{ document, provisions, penalties }: { document: CaseDocument; provisions: Provisions; penalties: Penalties },
	law: Law,
	level: number,
): Fine {
	const rule = provisions['5E1.2'];
	const { earlierOffenses: earlier } = rule;
	const { statutoryFine } = penalties;
	const isOpen = penalties.statutes.length === 0 && !hasKnownStatutes(document, provisions);
	const lifted = (from: Rule, provision: string, note?: string) => {
		const fine = withStatutoryFine(rowOf(from, level, provision, note), from, statutoryFine);
		const open = isOpen ? 'the case names no statute of conviction' : statedCount(penalties);
		return withOrdinaryLimit(open === undefined ? fine : withOpenStatute(fine, from, open), provisions, penalties);
	};
	if (earlier === undefined) return lifted(rule, rule.provision, rule.gainOrLoss?.words);
	const before = provisionsOf(law, earlier.tableInForceOn)['5E1.2'];
	const offenseDate = offenseDayOf(document);
	if (offenseDate !== undefined && offenseDate < earlier.committedBefore) {
		return lifted(before, `${rule.provision}, ${earlier.provision}`);
	}
	if (offenseDate !== undefined) return lifted(rule, rule.provision);
	const other = rowOf(before, level, earlier.provision);
	const question = `for an offense before ${longDate(earlier.committedBefore)}, ${dollars(other.minimumDollars)} to ${dollars(other.maximumDollars)} (${earlier.provision})`;
	return lifted(rule, rule.provision, question);
}

type Rule = Provisions['5E1.2'];

/** Whether the guideline of the case stands for statutes alone whose fines are those of title 18. */
const hasKnownStatutes = ({ guideline }: CaseDocument, provisions: Provisions): boolean =>
	guideline !== undefined &&
	provisions.statutes.guidelinesOfOrdinaryFines.some((ordinary) => ordinary.guideline === guideline);

/** The most that title 18 allows for one count of the class of the offense; undefined where that is not known. */
export const ordinaryLimitOf = ({ statutes }: Provisions, { offenseClass }: Penalties) =>
	statutes.ordinaryFines.find(({ classes }) => classes.some((one) => one === offenseClass?.class));

/** The table may reach beyond what title 18 allows for one count of the class of the offense. */
function withOrdinaryLimit(fine: Fine, provisions: Provisions, penalties: Penalties): Fine {
	const limit = ordinaryLimitOf(provisions, penalties);
	if (!limit || fine.maximumDollars <= Math.max(limit.dollars, penalties.statutoryFine?.dollars ?? 0)) return fine;
	const note = `for one count, ${limit.provision} allows an individual a fine of up to ${dollars(limit.dollars)}, or more if based on gain or loss (${limit.orGainOrLoss})`;
	return { ...fine, note: fine.note === undefined ? note : `${fine.note}; ${note}` };
}

/** Says that the fine under a statute is not known, since no table holds it. */
function statedCount({ rows }: Penalties): string | undefined {
	const stated = rows.find(({ id }) => id === 'other');
	return stated && `the fine under ${stated.provision} is not held`;
}

/** What a statute whose fine is not known could do to the maximum. */
function withOpenStatute(fine: Fine, { maximumNotBinding }: Rule, open: string): Fine {
	const { provision, whereStatuteExceedsDollars } = maximumNotBinding;
	const note = `${open}. If a statute of conviction authorizes a fine above ${dollars(whereStatuteExceedsDollars)}, or a fine for each day of violation, the table's maximum does not limit the fine (${provision})`;
	return { ...fine, note: fine.note === undefined ? note : `${fine.note}; ${note}` };
}

function withStatutoryFine(fine: Fine, rule: Rule, ofStatute: StatutoryFine | undefined): Fine {
	const { provision, whereStatuteExceedsDollars } = rule.maximumNotBinding;
	if (ofStatute === undefined || ofStatute.dollars <= whereStatuteExceedsDollars) return fine;
	const { supposesOffensesFrom: from, unverified } = ofStatute;
	const supposed = from === undefined ? '' : `, for an offense on or after ${longDate(from)}`;
	const notes = [
		`a count under ${ofStatute.provision} may carry up to ${dollars(ofStatute.dollars)}${supposed}, so the table's maximum of ${dollars(fine.maximumDollars)} does not limit the fine (${provision})`,
		...(unverified === undefined ? [] : [`that amount was not verified: ${unverified}`]),
		...(fine.note === undefined ? [] : [fine.note]),
	];
	return {
		...fine,
		maximumDollars: ofStatute.dollars,
		provision: `${fine.provision}, ${provision}`,
		note: notes.join('; '),
	};
}

function rowOf(rule: Rule, level: number, provision: string, note?: string): Fine {
	const row = rule.rows.find(({ lastLevel }) => lastLevel === null || level <= lastLevel);
	if (!row) throw new RangeError(`no fine for offense level ${level}`);
	const { minimumDollars, maximumDollars } = row;
	return {
		minimumDollars,
		maximumDollars,
		provision,
		tableOf: rule.effectiveDate,
		...(note === undefined ? {} : { note }),
	};
}

/** Undefined where the class of the offense is not known, or had no assessment then. */
export function specialAssessmentOf(
	document: CaseDocument,
	provisions: Provisions,
	penalties: Penalties,
	edition: string,
): SpecialAssessment | undefined {
	const { offenseClass, counts } = penalties;
	if (!offenseClass) return undefined;
	const rule = provisions['special-assessment'];
	const offenseDate = offenseDayOf(document);
	const day = offenseDate ?? edition;
	const row = rule.rows.find(({ offensesFrom }) => offensesFrom <= day);
	if (!row) return undefined;
	const amount = amountOf(row, offenseClass.class);
	if (amount === null) return undefined;
	const ofStatutes = penalties.statutes.map((statute) => amountOf(row, statute.offenseClass) ?? 0);
	const total = ofStatutes.reduce((sum, one) => sum + one, 0);
	return {
		dollarsPerCount: amount,
		provision: rule.provision,
		...(counts === undefined ? {} : { counts, totalDollars: ofStatutes.length === 0 ? counts * amount : total }),
		...(offenseDate === undefined ? { supposesOffensesFrom: row.offensesFrom } : {}),
	};
}

type AssessmentRow = Provisions['special-assessment']['rows'][number];

function amountOf(row: AssessmentRow, offenseClass: NonNullable<Penalties['offenseClass']>['class']): number | null {
	if (offenseClass === 'infraction') return row.infractionDollars;
	const [letter, misdemeanor] = offenseClass.split('-') as ['A' | 'B' | 'C', string | undefined];
	return misdemeanor === undefined ? row.felonyDollars : row.misdemeanorDollars[letter];
}

/** `$100,000`, without the locale of the machine. */
export const dollars = (amount: number): string => `$${String(amount).replace(/\B(?=(\d{3})+$)/g, ',')}`;
