import { expect, test } from 'vitest';
import { calculate, parseCase } from '../../src/index.ts';
import { newRandom } from '../random/random.ts';
import { afterRole, drugLevel, levelByTotals, tier } from './drugs.ts';
import { type DrugCase, randomDrugCase, randomTierCase, type TierCase } from './drugs-cases.ts';

/**
 * The program against the second reading of §2D1.1(c) and of 21 U.S.C. §§ 841(b) and 960(b), on random drugs about the edges.
 * USSG_TEST_WHOLE=1 takes half a million of them; USSG_RUNS and USSG_SEED take others.
 */
const whole = process.env['USSG_TEST_WHOLE'] === '1';
const runs = Number(process.env['USSG_RUNS'] ?? (whole ? 500_000 : 3000));
const seed = Number(process.env['USSG_SEED'] ?? 1);

const roles: Record<DrugCase['off'], string[]> = { 0: [], 2: ['§3B1.2(b)'], 3: ['§3B1.2'], 4: ['§3B1.2(a)'] };

function programLevel({ edition, drugs, off }: DrugCase) {
	const { drugQuantity, offenseLevel } = calculate(
		parseCase({ edition, guideline: '2D1.1', drugs, criminalHistoryCategory: 'II', chapterThree: roles[off] }),
	);
	return {
		level: drugQuantity?.baseOffenseLevel,
		method: drugQuantity?.method,
		drugs: drugQuantity?.drugs.map(({ grams, convertedGrams }) => ({ grams, converted: convertedGrams })),
		converted: drugQuantity?.convertedGrams,
		bounds: { from: drugQuantity?.thisLevelFrom, next: drugQuantity?.nextLevelAt },
		afterRole: offenseLevel.base,
		role: offenseLevel.adjustments,
	};
}

/** Both readings of Note (B) for quantities of one drug: each by its own greater measure, or all by one. */
function levelsOf({ edition, drugs }: DrugCase): number[] {
	const { level } = drugLevel(edition, drugs);
	return isOneDrug(drugs) ? [level, levelByTotals(edition, drugs)] : [level];
}

const isOneDrug = (drugs: DrugCase['drugs']): boolean =>
	drugs.length > 1 && new Set(drugs.map(({ substance }) => substance)).size === 1;

function oracleLevel({ edition, drugs, off }: DrugCase, level: number): Record<string, unknown> {
	const { method, drugs: each, converted, bounds, isEven } = drugLevel(edition, drugs);
	// No conversion before 2018; see the oracle.
	const hasNone = edition < '2018-11-01' && drugs.some(({ substance }) => substance === 'Fentanyl Analogue');
	// Nor had cocaine base one of its own from November 1, 2007 to April 30, 2008, when it came alone.
	const isCrackAlone = edition < '2008-05-01' && drugs.every(({ substance }) => substance === 'Cocaine Base');
	return {
		level,
		// Quantities of one drug reach the level by the mixtures, by the drug itself, or by both together.
		...(isOneDrug(drugs) ? {} : { method }),
		...(isCrackAlone ? {} : { converted: hasNone ? null : converted }),
		drugs: isCrackAlone
			? each.map(({ grams }) => ({ grams }))
			: hasNone
				? each.map(({ grams }) => ({ grams, converted: null }))
				: each,
		...(bounds === undefined || isEven || isOneDrug(drugs) ? {} : { bounds }),
		afterRole: afterRole(edition, level, off),
		role: -off || 0,
	};
}

test('drug quantities: the program and the oracle find the same level in every edition since 2007', {
	timeout: 1_800_000,
}, () => {
	const random = newRandom(seed);
	for (let count = 0; count < runs; count++) {
		const drawn = randomDrugCase(random);
		const mine = programLevel(drawn);
		const [first = 0, ...others] = levelsOf(drawn);
		const level = others.find((one) => one === mine.level) ?? first;
		expect(mine, JSON.stringify(drawn)).toMatchObject(oracleLevel(drawn, level));
	}
});

function programTier({ section, offenseDate, drugs }: TierCase): string | undefined {
	const result = calculate(
		parseCase({
			edition: '2025',
			baseOffenseLevel: 20,
			criminalHistoryCategory: 'II',
			offenseDate,
			statutes: [{ id: section === '841' ? '21:841(b)(1)' : '21:960(b)', drugs }],
		}),
	);
	return result.statutes?.[0]?.provision;
}

test('statutory tiers: the program and the oracle find the same paragraph on every date of offense', {
	timeout: 1_800_000,
}, () => {
	const random = newRandom(seed);
	for (let count = 0; count < runs / 3; count++) {
		const drawn = randomTierCase(random);
		const { section, offenseDate, drugs } = drawn;
		expect(programTier(drawn), JSON.stringify(drawn)).toBe(`21 U.S.C. § ${tier(section, offenseDate, drugs)}`);
	}
});
