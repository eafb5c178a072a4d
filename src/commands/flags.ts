// The flags that fill a case document.
import type { Command } from 'commander';
import { drugInWords } from '../case/drug-quantity.ts';
import { InputError, notPossible, reworded, shown } from '../case/errors.ts';
import { type Adjustment, readAdjustment, readMonths, readNumber } from '../case/typed-values.ts';
import { inDocument, type NameOf } from '../case/wording.ts';

/** The flags of `calc` that fill the case document, by the name of the field they fill. */
export const flagOfField: Record<string, string> = {
	// No key of every object is the name of a field.
	__proto__: null as never,
	id: '--id',
	caption: '--caption',
	edition: '--edition',
	sentencingDate: '--sentencing-date',
	offenseDate: '--offense-date',
	guideline: '--guideline',
	base: '--base',
	offense: '--fact',
	drugs: '--drug',
	baseOffenseLevel: '--base-level',
	enhancements: '--enhancement',
	adjustments: '--adjust',
	acceptance: '--acceptance',
	criminalHistoryCategory: '--category',
	criminalHistoryPoints: '--points',
	statutoryMinimumMonths: '--statutory-min',
	statutoryMaximumMonths: '--statutory-max',
	statutoryMinimumRelief: '--relief',
	fastTrackLevels: '--fast-track',
	sentenceImposedMonths: '--imposed',
	statutes: '--statute',
	offenseClass: '--offense-class',
	counts: '--counts',
	chapterThree: '--chapter-three',
	deportable: '--deportable',
};

/** A reader of a flag that may be given again for more: what each gives is added. */
export const again =
	<T>(read: (text: string) => T) =>
	(text: string, before: T[] | undefined): T[] => [...(before ?? []), read(text)];

/** Declares the flags on a command; what each one gives is read into the value of its field. */
export function addCaseFlags(command: Command): Command {
	return command
		.option('--edition <edition>', 'year or effective date of the Manual (default: the one in force today)')
		.option('--sentencing-date <date>', 'use the edition in force that day')
		.option('--offense-date <date>', 'last day of the offense; with --sentencing-date: compare both editions (§1B1.11)')
		.option('--guideline <section>', 'Chapter Two guideline, such as 2L1.2: supplies the base offense level')
		.option('--base <id>', 'which base offense level of the guideline, such as "(a)(2)"')
		.option('--fact <name=value>', 'a fact of the guideline, such as aliens=24 (repeatable)', readFact)
		.option(
			'--drug <quantity substance>',
			'quantity and drug, such as "500 g methamphetamine" or "50 g methamphetamine (actual)" (repeatable)',
			again((text) => drugInWords(text, '--drug')),
		)
		.option('--base-level <level>', 'base offense level, 1 to 43', readNumber)
		.option(
			'--enhancement <id>',
			'specific offense characteristic of the guideline, such as "(b)(1)(A)" (repeatable). If its level depends on criminal history points, give ID:points or ID:no-points',
			again(readEnhancement),
		)
		.option(
			'--adjust <levels[:label]>',
			'another change in levels, such as "-2:§3B1.2 minor role" (repeatable)',
			again(readAdjustmentFlag),
		)
		.option('--acceptance <levels>', 'acceptance of responsibility: 0, 2, 3 or full', readNumber)
		.option('--category <category>', 'criminal history category, I to VI or 1 to 6', readCategory)
		.option('--points <points>', 'criminal history points instead of a category', readNumber)
		.option('--statutory-min <months>', 'statutory minimum: months, 10y or life', readMonths)
		.option('--statutory-max <months>', 'statutory maximum: months, 10y or life', readMonths)
		.option('--relief <kind>', 'relief from the statutory minimum: safety-valve or substantial-assistance')
		.option('--fast-track <levels>', 'fast-track reduction, 0 to 4 levels', readNumber)
		.option('--imposed <months>', 'sentence imposed: months, 10y or life', readMonths)
		.option(
			'--statute <id>',
			'statute of conviction, such as "8:1326(b)(2)", "21:841(b)(1)(A):one-prior", "21:846,21:841(b)(1)(A)" with its object, or "18 U.S.C. § 9999=60-240" with its penalties (repeatable)',
			again((text) => text),
		)
		.option('--offense-class <class>', 'class if no statute is named: A to E, or A-misdemeanor to C-misdemeanor')
		.option('--counts <number>', 'number of counts of conviction', readNumber)
		.option('--chapter-three <id>', 'Chapter Three adjustment, such as "§3B1.2(b)" (repeatable)', again(readSection))
		.option('--deportable', 'the client is a deportable alien who is likely to be deported (§5D1.1)')
		.option('--no-deportable', 'the client is not a deportable alien, or is not likely to be deported')
		.option('--caption <text>', 'caption of the case, shown above the answer')
		.option('--id <text>', 'id of the case, copied to the result');
}

/** What commander calls the option of a flag. */
const optionName = (flag: string): string =>
	flag.slice(2).replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());

/** The fields of the case document that flags give. */
export const fieldsGiven = (options: Record<string, unknown>): string[] =>
	Object.keys(flagOfField).filter((field) => options[optionName(flagOfField[field] as string)] !== undefined);

/**
 * The fields that the flags give. A flag replaces what the case document says in other words: a category its
 * points, a sentencing date its edition.
 */
export function withFlags(document: unknown, options: Record<string, unknown>): unknown {
	const given = fieldsGiven(options).map(
		(field) => [field, options[optionName(flagOfField[field] as string)]] as const,
	);
	if (given.length === 0) return document;
	if (typeof document !== 'object' || document === null || Array.isArray(document)) return document;
	const merged: Record<string, unknown> = { ...document };
	for (const [field] of given) {
		for (const other of replaces[field] ?? []) delete merged[other];
	}
	const { offense, ...fields } = Object.fromEntries(given);
	if (offense !== undefined) fields['offense'] = { ...(merged['offense'] as object), ...(offense as object) };
	return Object.assign(merged, fields);
}

const replaces: Record<string, string[]> = {
	criminalHistoryCategory: ['criminalHistoryPoints'],
	criminalHistoryPoints: ['criminalHistoryCategory'],
	sentencingDate: ['edition'],
	edition: ['underOffenseDateManual'],
};

/** The same error with the flag in place of the field, where a flag gave the value or should have. */
export function namingFlag(error: InputError, options: Record<string, unknown>): InputError {
	const field = error.path.split('/')[1] ?? '';
	const flag = flagOfField[field];
	const fromFlag =
		flag && (options[optionName(flag)] !== undefined || (isMissing(error) && options['case'] === undefined));
	if (!fromFlag) return error;
	const remedy = remedyByFlag(error);
	return reworded(error, { path: flag, nameOf: flagName, ...(remedy !== undefined && { remedy }) });
}

/** What the command line calls a key: its flag, or where it can be given if it has none. */
export const flagName: NameOf = (key) => {
	const flag = flagOfField[key.key];
	if (flag === undefined) return `${inDocument(key)} in a case document (--case)`;
	return key.value === undefined ? flag : `${flag} ${key.value}`;
};

const isMissing = ({ code }: InputError): boolean => code === 'missing' || code === 'facts-missing';

/** A remedy that has a form of its own on the command line: whether the conviction behind an enhancement receives points. */
const remedyByFlag = ({ code, values: { id } }: InputError): string | undefined =>
	code === 'facts-missing' && id !== undefined ? `give ${id}:points or ${id}:no-points` : undefined;

export function readCategory(text: string): number | string {
	return typeof readNumber(text) === 'number' ? readNumber(text) : text.toUpperCase();
}

export function readEnhancement(text: string): unknown {
	const [id, points] = text.split(':');
	if (points === undefined) return text;
	if (points === 'points' || points === 'no-points') return { id, receivesPoints: points === 'points' };
	throw notPossible('--enhancement', text, 'give an id, or ID:points or ID:no-points');
}

/** `aliens=24`, `weapon=possessed`, `profit=yes`: a fact of the guideline by its name. */
function readFact(text: string, given: Record<string, unknown> | undefined): Record<string, unknown> {
	const before = given ?? {};
	const [, name, value = ''] = /^([^=]+)=(.*)$/.exec(text) ?? [];
	if (name === undefined) {
		throw new InputError('invalid-value', '--fact', `${shown(text)} is not NAME=VALUE. Use, for example, aliens=24`);
	}
	if (Object.hasOwn(before, name))
		throw new InputError('invalid-value', '--fact', `${name} is given twice`, 'Give it once');
	return { ...before, [name]: readNumber(value) };
}

/** The section sign is hard to type, so it may be left out. */
const readSection = (text: string): string => (text.startsWith('§') ? text : `§${text}`);

export function readAdjustmentFlag(text: string): Adjustment {
	const adjustment = readAdjustment(text);
	if (adjustment) return adjustment;
	throw notPossible('--adjust', text, 'give levels and a label, such as "-2:§3B1.2 minor role"');
}
