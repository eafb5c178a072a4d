import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { drugLevelOf } from '../../../src/calculation/chapter-two/drugs/drug-quantity.ts';
import type { GivenDrug } from '../../../src/case/drugs-schema.ts';
import { InputError } from '../../../src/index.ts';
import type { DrugConversions, DrugNames, DrugQuantityTable } from '../../../src/law/drug-schema.ts';

const folder = new URL('../../../tables/', import.meta.url);
function newest<T>(name: string, date: string): T {
	const files = readdirSync(new URL(`${name}/`, folder)).sort();
	const file = files.findLast((one) => one.slice(0, 10) <= date);
	return JSON.parse(readFileSync(new URL(`${name}/${file}`, folder), 'utf8'));
}
const lawOf = (date: string) => ({
	quantity: newest<DrugQuantityTable>('drug-quantity', date),
	conversions: newest<DrugConversions>('drug-conversions', date),
	names: newest<DrugNames>('drug-names', date),
});
/** Drugs in short: "500 g cocaine". */
const drug = (text: string): GivenDrug => {
	const [, quantity = '', substance = ''] = /^(\S+ \S+) (.*)$/.exec(text) ?? [];
	return { quantity, substance };
};
const found = (date: string, ...drugs: (string | GivenDrug)[]) =>
	drugLevelOf(
		drugs.map((one) => (typeof one === 'string' ? drug(one) : one)),
		lawOf(date),
	).found;
const level = (date: string, ...drugs: (string | GivenDrug)[]): number => found(date, ...drugs).baseOffenseLevel;

describe('the examples of the Manual of 2025 (§2D1.1, comment. (n.8))', () => {
	test('(A) oxymorphone, which has no column of its own', () => {
		expect(found('2025-11-01', '100 g oxymorphone')).toMatchObject({
			baseOffenseLevel: 26,
			method: 'converted-weight',
			convertedGrams: '500000',
		});
	});

	// 100 g of mescaline is 1 kg converted, and level 12 at the least: up to 10 kg (level 12) it stays.
	test('the bounds of a level that a class allows at the least', () => {
		expect(found('2025-11-01', '100 g mescaline')).toMatchObject({
			baseOffenseLevel: 12,
			unit: 'g',
			thisLevelFrom: '0',
			nextLevelAt: '10000',
		});
	});

	test('(C)(i) PCP and LSD', () => {
		expect(level('2025-11-01', '70 g PCP')).toBe(20);
		expect(level('2025-11-01', '250 mg LSD')).toBe(16);
		expect(found('2025-11-01', '70 g PCP', '250 mg LSD')).toMatchObject({
			baseOffenseLevel: 22,
			convertedGrams: '95000',
		});
	});

	test('(C)(ii) marihuana and diazepam', () => {
		expect(level('2025-11-01', '500 g marijuana')).toBe(6);
		expect(level('2025-11-01', '10,000 units diazepam')).toBe(6);
		expect(found('2025-11-01', '500 g marijuana', '10,000 pills diazepam')).toMatchObject({
			baseOffenseLevel: 8,
			convertedGrams: '1125',
		});
	});

	test('(C)(iii) cocaine and cocaine base', () => {
		expect(level('2025-11-01', '80 g cocaine')).toBe(14);
		expect(level('2025-11-01', '2 g crack')).toBe(12);
		expect(found('2025-11-01', '80 g cocaine', '2 g crack')).toEqual({
			baseOffenseLevel: 16,
			method: 'converted-weight',
			drugs: [
				{ substance: 'cocaine', grams: '80', convertedGrams: '16000' },
				{ substance: 'cocaine-base', grams: '2', convertedGrams: '7142' },
			],
			convertedGrams: '23142',
			unit: 'g',
			thisLevelFrom: '20000',
			nextLevelAt: '40000',
		});
	});

	test('(C)(iv) schedules III, IV and V, each held to its most', () => {
		const drugs = ['76,000 units schedule III', '200,000 units schedule IV', '600,000 units schedule V'];
		expect(found('2025-11-01', ...drugs).convertedGrams).toBe('79990');
	});
});

describe('cocaine base', () => {
	test('one drug is never converted: 28 g is 99.988 kg converted, and level 24 by the table', () => {
		expect(found('2025-11-01', '28 g crack cocaine')).toMatchObject({ baseOffenseLevel: 24, convertedGrams: '99988' });
		expect(level('2025-11-01', '27.9 g crack cocaine')).toBe(22);
		expect(level('2025-11-01', '280 g crack')).toBe(30);
	});

	// App. C, amend. 711, note 10(D)(ii), from November 1, 2007 to April 30, 2008.
	test('with other drugs in 2007: by its own level', () => {
		expect(level('2007-11-01', '20 g crack')).toBe(26);
		expect(found('2007-11-01', '1.5 kg cocaine', '10 kg marihuana', '20 g crack')).toMatchObject({
			baseOffenseLevel: 28,
			convertedGrams: '410000',
		});
	});

	// App. C, amend. 715, note 10(D)(iii), from May 1, 2008 to October 31, 2010.
	test('with other drugs in 2008: two levels less, unless the others alone come to more', () => {
		expect(level('2008-05-01', '20 g crack', '1.5 kg cocaine', '10 kg marihuana')).toBe(28);
		expect(level('2008-05-01', '5 g crack', '6 kg heroin')).toBe(34);
		expect(level('2008-05-01', '4.5 kg crack', '1 g heroin')).toBe(level('2008-05-01', '4.5 kg crack'));
	});
});

describe('a mixture and the drug itself in it (§2D1.1(c), note (B))', () => {
	test('the greater level applies', () => {
		const mixture = { substance: 'methamphetamine', quantity: '500 g' };
		expect(level('2025-11-01', mixture)).toBe(30);
		expect(level('2025-11-01', { ...mixture, purity: '50%' })).toBe(32);
		expect(level('2025-11-01', { ...mixture, purity: '5%' })).toBe(30);
		expect(level('2025-11-01', '50 g methamphetamine (actual)')).toBe(30);
	});

	test('from 80 percent on it is "Ice"', () => {
		const mixture = { substance: 'meth', quantity: '500 g' };
		expect(level('2025-11-01', { ...mixture, purity: '80%' })).toBe(34);
		expect(level('2025-11-01', { ...mixture, form: 'ice' })).toBe(34);
		expect(level('2025-11-01', '500 g ice')).toBe(34);
	});

	// Notes 7 and 8(B): 40 g is 80 kg converted, 20 g of "Ice" 400 kg; 100 g of the mixture 200 kg, 10 g of the drug itself 200 kg.
	test('entries of one drug in several forms: converted where that gives more', () => {
		const ice = { substance: 'methamphetamine', quantity: '20 g', purity: '85%' };
		expect(level('2025-11-01', ice)).toBe(26);
		expect(level('2025-11-01', '40 g methamphetamine', ice)).toBe(26);
		const weak = { substance: 'methamphetamine', quantity: '100 g', purity: '5%' };
		expect(level('2025-11-01', weak, '10 g methamphetamine (actual)')).toBe(26);
	});

	test('10 g of a mixture at 50 percent holds 5 g of PCP (actual)', () => {
		const { notes } = drugLevelOf([{ substance: 'PCP', quantity: '10 g', purity: '50%' }], lawOf('2025-11-01'));
		expect(notes.map(({ words }) => words).join()).toContain('5 g of PCP (actual)');
	});

	test('the purity that would matter is named where it is not known', () => {
		const { notes } = drugLevelOf([drug('500 g methamphetamine')], lawOf('2025-11-01'));
		// 150 g of the drug itself is level 32.
		expect(notes.map(({ words }) => words).join()).toContain('at 30 percent or more');
	});
});

describe('plants, doses and pills', () => {
	// App. C, amend. 516: before November 1, 1995 fifty plants or more were 1 kg each, fewer 100 g each.
	test.each([
		['1994-11-01', '49 plants', '4900'],
		['1994-11-01', '50 plants', '50000'],
		['1995-11-01', '50 plants', '5000'],
	])('%s: %s of marihuana', (date, quantity, grams) => {
		expect(found(date, { substance: 'marihuana', quantity }).drugs[0]?.grams).toBe(grams);
	});

	// App. C, amend. 488, from November 1, 1993.
	test('a dose of LSD is 0.4 mg', () => {
		expect(found('1993-11-01', '1000 doses LSD').drugs[0]?.grams).toBe('0.4');
	});

	test('a pill of a drug that is weighed has its typical weight', () => {
		expect(found('2025-11-01', '100 doses mescaline').drugs[0]?.grams).toBe('50');
	});
});

describe('every threshold of every version: at it, and one unit in the last place below it', () => {
	const files = readdirSync(new URL('drug-quantity/', folder));
	test.each(files)('%s', (file) => {
		const law = lawOf(file.slice(0, 10));
		const units = { grams: 'g', units: 'units', plants: 'plants' } as const;
		const printed = law.quantity.columns.filter(({ substance }) => substance !== 'converted-drug-weight');
		for (const { substance, form, measure, rows } of printed) {
			const levelAt = (quantity: string) =>
				drugLevelOf([{ substance, quantity: `${quantity} ${units[measure]}`, form: form ?? undefined }], law).found
					.baseOffenseLevel;
			for (const [index, { level: printedLevel, from }] of rows.entries()) {
				if (from === '0') continue;
				expect(levelAt(from), `${from} of ${substance}`).toBe(printedLevel);
				const below = rows[index + 1];
				if (below === undefined || measure !== 'grams') continue;
				const places = from.split('.')[1]?.length ?? 0;
				const less = (BigInt(from.replace('.', '')) * 10n ** BigInt(6 - places) - 1n).toString().padStart(7, '0');
				expect(levelAt(`${less.slice(0, -6)}.${less.slice(-6)}`), `just below ${from} of ${substance}`).toBe(
					below.level,
				);
			}
		}
	});
});

describe('rejected, with the fix', () => {
	const refusal = (one: GivenDrug, date = '2025-11-01'): string => {
		try {
			level(date, one);
		} catch (error) {
			if (error instanceof InputError) return `${error.path} ${error.message}`;
			throw error;
		}
		return 'was answered';
	};
	test.each([
		[{ substance: 'metamphetamine', quantity: '5 g' }, 'Did you mean methamphetamine?'],
		[{ substance: 'cocaine (crack)', quantity: '5 kg' }, 'does not know the drug'],
		[{ substance: 'marijuana (hashish oil)', quantity: '5 kg' }, 'does not know the drug'],
		[{ substance: 'cocaine', quantity: '5 toString' }, 'is not a quantity'],
		[{ substance: 'methamphetamine', quantity: '5 g', purity: '0.83' }, 'such as "83%"'],
		[{ substance: 'marihuana', quantity: '100 ml' }, 'is not measured in ml'],
		[{ substance: 'schedule III', quantity: '100 ml' }, 'is not measured in ml'],
		[{ substance: 'cocaine', quantity: '5' }, '"5" has no unit'],
		[{ substance: 'cocaine', quantity: '0 g' }, 'above zero'],
		[{ substance: 'cocaine', quantity: '-5 g' }, 'is not a quantity'],
		[{ substance: 'cocaine', quantity: '5 plants' }, 'is not measured in plants'],
		[{ substance: 'cocaine', quantity: '5 g', form: 'actual' as const }, 'does not distinguish'],
		[{ substance: 'heroin', quantity: '5 g', purity: '50%' }, 'does not change its level'],
		[{ substance: 'methamphetamine', quantity: '5 g', purity: '101%' }, 'is not a purity'],
		[{ substance: 'methamphetamine (actual)', quantity: '5 g', purity: '50%' }, 'purity applies only to a mixture'],
		[{ substance: 'methamphetamine', quantity: '5 g', form: 'ice' as const, purity: '50%' }, 'at least 80 percent'],
	])('%j', (given, words) => {
		expect(refusal(given)).toContain(words);
	});
});

// USSG §2D1.1, comment. (n.8(D)), 2025: the names as the Manual prints them.
test.each([
	['Phencyclidine (PCP)', 'pcp'],
	['Fentanyl (N-phenyl-N-[1-(2-phenylethyl)-4-piperidinyl] Propanamide)', 'fentanyl'],
	['D-Lysergic Acid Diethylamide/Lysergide (LSD)', 'lsd'],
	['Marihuana/Cannabis (granulated, powdered, etc.)', 'marihuana'],
])('%s', (substance, id) => {
	expect(found('2025-11-01', { substance, quantity: '5 g' }).drugs[0]?.substance).toBe(id);
});
