import { expect, test } from 'vitest';
import { calculate, parseCase } from '../../src/index.ts';
import { newRandom } from '../random/random.ts';
import { afterRole, drugLevel, tier } from './drugs.ts';
import { type DrugCase, randomDrugCase, randomTierCase, type TierCase } from './drugs-cases.ts';

/**
 * The program against the second reading of §2D1.1(c) and of 21 U.S.C. §§ 841(b) and 960(b), on random drugs about the edges.
 * USSG_TEST_WHOLE=1 takes half a million of them; USSG_RUNS and USSG_SEED take others.
 */
const whole = process.env['USSG_TEST_WHOLE'] === '1';
const runs = Number(process.env['USSG_RUNS'] ?? (whole ? 500_000 : 3000));
const seed = Number(process.env['USSG_SEED'] ?? 1);

const roles: Record<DrugCase['off'], string[]> = { 0: [], 2: ['§3B1.2(b)'], 3: ['§3B1.2'], 4: ['§3B1.2(a)'] };

function programLevel({ edition, drugs, off }: DrugCase): unknown {
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

function oracleLevel({ edition, drugs, off }: DrugCase): Record<string, unknown> {
	const { level, method, drugs: each, converted, bounds, isEven } = drugLevel(edition, drugs);
	// No conversion before 2018; see the oracle.
	const hasNone = edition < '2018-11-01' && drugs.some(({ substance }) => substance === 'Fentanyl Analogue');
	// Nor had cocaine base one of its own from November 1, 2007 to April 30, 2008, when it came alone.
	const isCrackAlone = edition < '2008-05-01' && drugs.every(({ substance }) => substance === 'Cocaine Base');
	// Quantities of one drug in different purities reach the level by the mixtures, by the drug itself, or by both together.
	const isOneDrug = drugs.length > 1 && new Set(drugs.map(({ substance }) => substance)).size === 1;
	return {
		level,
		...(isOneDrug ? {} : { method }),
		...(isCrackAlone ? {} : { converted: hasNone ? null : converted }),
		drugs: isCrackAlone
			? each.map(({ grams }) => ({ grams }))
			: hasNone
				? each.map(({ grams }) => ({ grams, converted: null }))
				: each,
		...(bounds === undefined || isEven || isOneDrug ? {} : { bounds }),
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
		expect(programLevel(drawn), JSON.stringify(drawn)).toMatchObject(oracleLevel(drawn));
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
