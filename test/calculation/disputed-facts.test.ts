// What each disputed fact of a drug case is worth: the levels of §2D1.1(c), the caps of §2D1.1(a)(5), §5G1.1 and the Sentencing Table.
import { describe, expect, test } from 'vitest';
import { calculate } from '../../src/calculation/calculate.ts';
import { firstAbove, lastBelow } from '../../src/calculation/chapter-five/disputed/thresholds.ts';
import { parseCase } from '../../src/case/parse.ts';
import { bundledLaw } from '../../src/law/bundled.ts';
import type { DisputedFact } from '../../src/result/result.ts';

const facts = (document: object): DisputedFact[] => {
	const parsed = parseCase({ acceptance: 'full', criminalHistoryCategory: 'I', ...document });
	return calculate(parsed, bundledLaw, { disputedFacts: true }).disputedFacts ?? [];
};
const one = (kind: DisputedFact['kind'], document: object): DisputedFact =>
	facts(document).find((fact) => fact.kind === kind) as DisputedFact;
const rows = ({ outcomes }: DisputedFact): string[] =>
	outcomes.map(
		({ fact, drugLevel, offenseLevel, range, asInCase }) =>
			`${fact}${asInCase ? ' *' : ''}: ${drugLevel ?? '-'}, ${offenseLevel}, ${range.minimumMonths}–${range.maximumMonths}`,
	);

const crack = { edition: '2018', drugs: [{ substance: 'crack', quantity: '27.9 g' }] };

describe('weight', () => {
	// 2018 Manual, §2D1.1(c): cocaine base at least 16.8 g 20, 22.4 g 22, 28 g 24, 112 g 26. Three levels for acceptance.
	test('the levels around the weight, and how far they are', () => {
		const weight = one('weight', crack);
		expect(rows(weight)).toEqual([
			'less than 16.8 g: 18, 15, 18–24',
			'less than 22.4 g: 20, 17, 24–30',
			'27.9 g *: 22, 19, 30–37',
			'28 g or more: 24, 21, 37–46',
			'112 g or more: 26, 23, 46–57',
		]);
		expect(weight).toMatchObject({ belowNext: '0.1', aboveThis: '5.5', unit: 'g', subject: 'Cocaine Base' });
	});

	test('in months, with the floor applied: a minimum of 60 months leaves the weight without effect', () => {
		const { outcomes } = one('weight', { ...crack, statutoryMinimumMonths: 60 });
		expect(outcomes.map(({ lowEndChange, highEndChange }) => [lowEndChange, highEndChange])).toEqual(
			outcomes.map(() => [0, 0]),
		);
		const free = one('weight', crack).outcomes.map(({ lowEndChange }) => lowEndChange);
		expect(free).toEqual([-12, -6, 0, 7, 16]);
	});

	test('pounds are in grams by the factor of the Manual, and a weight at a threshold is exactly there', () => {
		// Comment. (n.8(D) of the 2018 Manual, "1 lb = 453.6 gm"); cocaine: 400 g 22, 500 g 24.
		const pound = one('weight', { edition: '2018', drugs: [{ substance: 'cocaine', quantity: '1 lb' }] });
		expect(pound).toMatchObject({ asGiven: '453.6 g', belowNext: '46.4', aboveThis: '53.6' });
		const exact = one('weight', { edition: '2018', drugs: [{ substance: 'cocaine', quantity: '500 g' }] });
		expect(exact).toMatchObject({ belowNext: '1500', aboveThis: '0' });
	});

	test('plants are whole: the fiftieth made each of them a kilogram until November 1, 1995', () => {
		// 1992 Manual, §2D1.1(c) n.*: 50 or more plants 1 kg each, fewer 100 g each; 4.9 kg is level 12, 50 kg level 20.
		const plants = one('weight', { edition: '1992', drugs: [{ substance: 'marihuana', quantity: '49 plants' }] });
		expect(rows(plants).slice(2, 4)).toEqual(['49 plants *: 12, 10, 6–12', '50 plants or more: 20, 17, 24–30']);
		expect(plants.belowNext).toBe('1');
	});

	test('of several drugs, each with the others as they are', () => {
		// 2018: 1 kg of heroin is 1,000 kg converted and 100 g of fentanyl 250 kg; 1,000 kg is level 30, 3,000 kg level 32.
		const drugs = [
			{ substance: 'heroin', quantity: '800 g' },
			{ substance: 'fentanyl', quantity: '40 g' },
		];
		const [heroin, fentanyl] = facts({ edition: '2018', drugs });
		expect(heroin).toMatchObject({ subject: 'Heroin', belowNext: '100' });
		expect(fentanyl).toMatchObject({ subject: 'Fentanyl', belowNext: '40' });
	});

	test('the highest level has none above, the lowest none below', () => {
		const top = one('weight', { edition: '2018', drugs: [{ substance: 'heroin', quantity: '95 kg' }] });
		expect(top).toMatchObject({ aboveThis: '5000' });
		expect(top.belowNext).toBeUndefined();
		const least = one('weight', { edition: '2018', drugs: [{ substance: 'heroin', quantity: '3 g' }] });
		expect(least).toMatchObject({ belowNext: '7' });
		expect(least.aboveThis).toBeUndefined();
	});

	test('more cocaine base with another drug could convert to less until May 1, 2008: the nearest change is found', () => {
		// 2007 Manual, comment. (n.10(D)): at level 28 a gram of cocaine base is 11.4 kg, at level 30 it is 14 kg.
		const drugs = [
			{ substance: 'crack', quantity: '49 g' },
			{ substance: 'cocaine', quantity: '300 g' },
		];
		const weight = one('weight', { edition: '2007', drugs });
		const levelAt = (quantity: string) =>
			calculate(
				parseCase({
					edition: '2007',
					criminalHistoryCategory: 'I',
					drugs: [{ substance: 'crack', quantity }, drugs[1]],
				}),
				bundledLaw,
			).drugQuantity?.baseOffenseLevel;
		const own = levelAt('49 g');
		const above = Math.round((49 + Number(weight.belowNext)) * 1000);
		const below = Math.round((49 - Number(weight.aboveThis)) * 1000);
		expect(levelAt(`${above / 1000} g`)).not.toBe(own);
		expect(levelAt(`${(below - 1) / 1000} g`)).not.toBe(own);
		for (let at = below; at < above; at += 250) expect(levelAt(`${at / 1000} g`), `${at} mg`).toBe(own);
	});
});

describe('purity', () => {
	const ice = (more: object = {}) => ({
		edition: '2018',
		drugs: [{ substance: 'methamphetamine', quantity: '450 g', ...more }],
	});

	// 2018: mixture 350 g 28; actual 50 g 30, 150 g 32. 50 of 450 g are 11.1 percent, 150 of 450 g 33.3 percent.
	test('break-even where it is not known', () => {
		expect(rows(one('purity', ice()))).toEqual([
			'purity not given *: 28, 25, 57–71',
			'11.2 percent pure or more: 30, 27, 70–87',
			'33.4 percent pure or more: 32, 29, 87–108',
		]);
	});

	test('how far a known one is from the next level', () => {
		const purity = one('purity', ice({ purity: '33%' }));
		expect(purity).toMatchObject({ belowNext: '0.4', aboveThis: '21.8', unit: 'percent' });
		expect(rows(purity)[0]).toBe('less than 11.2 percent pure: 28, 25, 57–71');
	});

	test('none for the drug itself, or for a drug whose purity does not count', () => {
		expect(one('purity', ice({ form: 'actual' }))).toBeUndefined();
		expect(one('purity', crack)).toBeUndefined();
	});
});

describe('role', () => {
	// §2D1.1(a)(5)(B): 32 becomes 30, 34 becomes 31, 36 becomes 33, 38 becomes 34; §3B1.2 takes 2, 3 or 4 levels. (2018)
	test('with the cap on the level of the drugs', () => {
		const role = one('role', { edition: '2018', drugs: [{ substance: 'heroin', quantity: '10 kg' }] });
		expect(rows(role)).toEqual([
			'no role adjustment *: -, 31, 108–135',
			'minor participant (§3B1.2(b)): -, 26, 63–78',
			'between a minimal and a minor participant (§3B1.2): -, 25, 57–71',
			'minimal participant (§3B1.2(a)): -, 24, 51–63',
		]);
	});

	test('a role that the case has, by name or in levels, is the one marked', () => {
		const marked = (document: object) =>
			one('role', { ...crack, ...document }).outcomes.find(({ asInCase }) => asInCase)?.fact;
		expect(marked({ chapterThree: ['§3B1.2(a)'] })).toBe('minimal participant (§3B1.2(a))');
		expect(marked({ adjustments: [{ levels: -2, label: '§3B1.2 minor role' }] })).toBe('minor participant (§3B1.2(b))');
		expect(marked({ chapterThree: ['§3B1.1(c)'] })).toBe('as given');
	});
});

describe('safety valve', () => {
	const valve = (document: object): string[] => rows(one('safety-valve', { ...crack, ...document }));

	test('the minimum lifted and the decrease of §2D1.1(b)(18), with the floor of 60 months without them', () => {
		// Level 22 less 3 is 19; two levels less is 17, 24–30 in category I.
		expect(valve({ statutoryMinimumMonths: 60 })).toEqual([
			'criteria not met *: -, 19, 60–60',
			"criteria met: the statutory minimum does not bind, and the guideline's decrease: -, 17, 24–30",
		]);
	});

	test('a case that claims one of the two stands between them', () => {
		const given = { statutoryMinimumMonths: 60, statutoryMinimumRelief: 'safety-valve' };
		expect(valve(given)[1]).toBe('as given *: -, 19, 30–37');
		expect(valve({ ...given, offense: { safetyValveCriteria: true } })[1]).toMatch(/^criteria met.* \*: -, 17, 24–30$/);
	});

	test('until November 1, 2001, the decrease only from level 26', () => {
		// 1998 Manual, §2D1.1(b)(6), App. C, amend. 515: level 26 or greater. Heroin 100 g is 26, 80 g 24.
		const of = (quantity: string) =>
			rows(one('safety-valve', { edition: '1998', drugs: [{ substance: 'heroin', quantity }] })).map(
				(row) => row.split(': -, ')[1],
			);
		expect(of('100 g')).toEqual(['23, 46–57', '21, 37–46']);
		expect(of('80 g')).toEqual(['21, 37–46', '21, 37–46']);
	});

	test('where the criminal history does not allow it, that is said', () => {
		const document = {
			edition: '2007',
			drugs: crack.drugs,
			criminalHistoryCategory: 'III',
			statutoryMinimumMonths: 60,
		};
		expect(one('safety-valve', document)).toMatchObject({
			notWorkedOut: expect.stringContaining('the criminal history does not allow it'),
		});
		expect(one('safety-valve', document).outcomes).toHaveLength(1);
	});

	test('none where there is neither a minimum nor a decrease', () => {
		expect(one('safety-valve', { edition: '1990', drugs: crack.drugs })).toBeUndefined();
	});
});

describe('the weight charged', () => {
	const charged = (quantity: string) => ({
		...crack,
		offenseDate: '2019-05-01',
		statutes: [{ id: '21:841(b)(1)', drugs: [{ substance: 'crack', quantity }] }],
	});

	// 21 U.S.C. § 841(b)(1): 28 g of cocaine base 5 to 40 years, 280 g 10 years to life.
	test('the tiers around it, each with its floor', () => {
		const fact = one('charged-weight', charged('29 g'));
		expect(rows(fact)).toEqual([
			'less than 28 g: -, 19, 30–37',
			'29 g *: -, 19, 60–60',
			'280 g or more: -, 19, 120–120',
		]);
		expect(fact.outcomes.map(({ statute }) => statute)).toEqual([
			'21 U.S.C. § 841(b)(1)(C)',
			'21 U.S.C. § 841(b)(1)(B)',
			'21 U.S.C. § 841(b)(1)(A)',
		]);
		expect(fact).toMatchObject({ belowNext: '251', aboveThis: '1' });
	});

	test('it moves the tier and not the level, and the weight of the guideline the level and not the tier', () => {
		const [weight] = facts(charged('29 g'));
		expect(new Set(weight?.outcomes.map(({ range }) => range.minimumMonths))).toEqual(new Set([60]));
	});
});

test('only where they are asked for, and only in a case of drugs', () => {
	const document = parseCase({ ...crack, criminalHistoryCategory: 'I' });
	expect(calculate(document, bundledLaw).disputedFacts).toBeUndefined();
	const typed = parseCase({ edition: '2018', baseOffenseLevel: 22, criminalHistoryCategory: 'I' });
	expect(calculate(typed, bundledLaw, { disputedFacts: true }).disputedFacts).toBeUndefined();
});

test('thresholds: the first other value on either side, with breaks and without, as a walk finds it', () => {
	let seed = 7;
	const random = (below: number): number => {
		seed = (seed * 48271) % 2147483647;
		return seed % below;
	};
	for (let round = 0; round < 400; round += 1) {
		const values: number[] = [];
		const breaks: bigint[] = [];
		for (let at = 1; at <= 60; at += 1) {
			const isBreak = at > 1 && random(12) === 0;
			if (isBreak) breaks.push(BigInt(at));
			const before = values.at(-1) ?? 0;
			values.push(isBreak ? random(6) : before + (random(7) === 0 ? 1 : 0));
		}
		const at = (steps: bigint) => values[Number(steps) - 1];
		const stepped = { at, most: 60n, breaks };
		const from = random(60) + 1;
		const own = values[from - 1];
		const above = values.findIndex((value, index) => index >= from && value !== own);
		const below = values.findLastIndex((value, index) => index < from - 1 && value !== own);
		expect(firstAbove(BigInt(from), stepped)).toBe(above === -1 ? undefined : BigInt(above + 1));
		expect(lastBelow(BigInt(from), stepped)).toBe(below === -1 ? undefined : BigInt(below + 1));
	}
});
