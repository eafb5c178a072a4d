import { allRows } from '../../src/calculation/statutes/held-rows.ts';
import type { HeldRow } from '../../src/calculation/statutes/row.ts';
import { categories } from '../../src/case/category.ts';
import { bundledLaw } from '../../src/law/bundled.ts';
import { provisionsOf } from '../../src/law/editions.ts';
import type { GuidelineFact } from '../../src/law/guideline-schema.ts';
import { countsPriors, guidelineIn, rowsOf, sectionsIn } from '../../src/law/guidelines.ts';
import type { Provisions } from '../../src/law/schema.ts';
import { noneInTheWay } from '../calculation/criteria.ts';
import { randomFacts } from './facts.ts';
import { type Draft, dayIn, type Random } from './random.ts';

const all = bundledLaw.editions.editions.map(({ effectiveDate }) => effectiveDate);

const without = (draft: Draft): Draft =>
	Object.fromEntries(Object.entries(draft).filter(([, value]) => value !== undefined));

/** A case with any of the keys of the document, most of them such as can be answered, in any edition or for one. */
export function randomCase(random: Random, edition = random.pick(all)): Draft {
	const provisions = provisionsOf(bundledLaw, edition);
	const year = Number(edition.slice(0, 4));
	const kind = random.below(100);
	return without({
		...manualOf(random, edition, year),
		...(kind < 25
			? { guideline: '2L1.2', ...randomFacts(random, year) }
			: kind < 40
				? guidelineOf(random, edition)
				: conclusions(random, provisions)),
		...adjustmentsOf(random, provisions),
		...(random.often(35) ? statutesOf(random, provisions, year) : limitsOf(random)),
		...reliefOf(random),
		...chapterFourOf(random),
		...(random.often(15) ? { sentenceImposedMonths: random.pick([0, 12, 60, 120, 'life']) } : {}),
		...(random.often(15) ? { deportable: random.often(50) } : {}),
		...(random.often(6) ? { reduction: reductionOf(random, year) } : {}),
	});
}

function manualOf(random: Random, edition: string, year: number): Draft {
	if (random.often(70)) return { edition: random.often(50) ? edition : String(year) };
	const offense = Math.max(1988, year - random.between(0, 8));
	const earlier = { baseOffenseLevel: random.between(1, 43), acceptance: random.pick([0, 2]) };
	return {
		sentencingDate: dayIn(random, year + 1),
		...(random.often(60) ? { offenseDate: dayIn(random, offense) } : {}),
		...(random.often(15) ? { underOffenseDateManual: earlier } : {}),
	};
}

/** A guideline held as a table, by the facts that it asks for. */
function guidelineOf(random: Random, edition: string): Draft {
	const byFacts = (section: string): boolean => !countsPriors(guidelineIn(bundledLaw, section, edition));
	const guideline = random.pick(sectionsIn(bundledLaw, edition).filter(byFacts));
	const facts = guideline === undefined ? [] : (guidelineIn(bundledLaw, guideline, edition)?.facts ?? []);
	return {
		guideline,
		offense: Object.fromEntries(facts.map((fact) => [fact.name, factOf(random, fact)])),
		...historyOf(random),
	};
}

function factOf(random: Random, fact: GuidelineFact): unknown {
	if (fact.kind === 'yes-no') return random.often(25);
	if (fact.kind === 'choice') return random.pick(fact.choices).value;
	return fact.least + random.pick([0, 1, 2, 5, 6, 10, 24, 25, 99, 100, 101, 1000]);
}

const historyOf = (random: Random): Draft =>
	random.often(50)
		? { criminalHistoryCategory: random.often(70) ? random.pick(categories) : random.between(1, 6) }
		: { criminalHistoryPoints: random.often(70) ? random.between(0, 14) : random.between(0, 60) };

function conclusions(random: Random, provisions: Provisions): Draft {
	const guideline = provisions.guideline('2L1.2');
	const characteristics = guideline ? rowsOf(guideline) : [];
	const ofGuideline = random.often(40);
	const enhancements = random.some(characteristics, 3).map(({ id }) => {
		const asks = random.often(40);
		return asks ? { id, receivesPoints: random.often(70) } : id;
	});
	return {
		...(ofGuideline
			? { guideline: '2L1.2', ...(random.often(60) ? { enhancements } : {}) }
			: { baseOffenseLevel: random.between(1, 43) }),
		...historyOf(random),
	};
}

function adjustmentsOf(random: Random, provisions: Provisions): Draft {
	// Those that only raise the level, or only lower it, and others.
	const provisionsGiven = [
		['§2D1.1(b)(1)', 0],
		['§3B1.2', -1],
		['§3C1.1', 1],
		['§3A1.1', 1],
		['§4C1.1', -1],
		['§5H1.6', 0],
		[undefined, 0],
	] as const;
	const adjustments = Array.from({ length: random.between(1, 3) }, () => {
		const levels = random.often(80) ? random.between(-4, 6) : random.between(-43, 43);
		const [provision, direction] = random.pick(provisionsGiven);
		return without({
			levels: direction === 0 ? levels : direction * Math.abs(levels),
			provision,
			label: random.often(30) ? 'as found' : undefined,
		});
	});
	const named = random.some(
		provisions['chapter-three'].adjustments.map(({ id }) => id),
		2,
	);
	return {
		...(random.often(40) ? { adjustments } : {}),
		...(random.often(20) ? { chapterThree: named } : {}),
		...(random.often(70) ? { acceptance: random.pick([0, 2, 2, 3, 'full', 'full']) } : {}),
		...(random.often(40) ? { fastTrackLevels: random.between(0, 4) } : {}),
		...(random.often(10)
			? { otherGroups: Array.from({ length: random.between(1, 4) }, () => ({ offenseLevel: random.between(1, 45) })) }
			: {}),
	};
}

const terms = [0, 1, 6, 12, 18, 24, 36, 41, 60, 84, 120, 180, 240, 262, 300, 360, 480, 'life'];

function limitsOf(random: Random): Draft {
	const [minimum, maximum] = [random.pick(terms), random.pick(terms.slice(1))];
	return {
		...(random.often(45) ? { statutoryMinimumMonths: minimum } : {}),
		...(random.often(35) ? { statutoryMaximumMonths: maximum } : {}),
		...(random.often(10) ? { supervisedReleaseMinimumMonths: random.pick(terms) } : {}),
		...(random.often(10) ? { counts: random.between(1, 5) } : {}),
	};
}

function statutesOf(random: Random, provisions: Provisions, year: number): Draft {
	const held = random.often(20) ? ['8', '18', '21'] : [random.pick(['8', '18', '18', '21', '21'])];
	const all = allRows(provisions).filter(({ id }) => held.some((title) => id.startsWith(`${title}:`)));
	const rows = Array.from({ length: random.pick([1, 1, 1, 2, 3]) }, () => random.pick(all));
	const counts = rows.map((row) => countOf(random, row));
	const minimum = random.often(15) ? { statutoryMinimumMonths: random.pick(terms) } : {};
	return { statutes: counts, ...minimum, offenseDate: dayIn(random, Math.max(1988, year - random.between(0, 6))) };
}

function countOf(random: Random, { id, circumstance }: HeldRow): unknown {
	if (random.often(5)) {
		const [minimumMonths, maximumMonths] = [random.pick([0, 60, 120]), random.pick([60, 240, 480, 'life'])];
		return { id: 'other', label: '18 U.S.C. § 9999', minimumMonths, maximumMonths, consecutive: random.often(20) };
	}
	if (random.often(4)) return { id: random.pick(['18:371', '21:846', '18:1349']), object: id };
	return circumstance === undefined ? id : { id, circumstance };
}

function reliefOf(random: Random): Draft {
	const yes = (percent = 15) => random.often(percent);
	const safetyValve = {
		criminalHistoryPoints: yes(60) ? random.between(0, 6) : undefined,
		pointsFromOnePointOffenses: yes(70) ? random.between(0, 1) : undefined,
		threePointOffense: yes(70) ? yes() : undefined,
		twoPointViolentOffense: yes(70) ? yes() : undefined,
		violenceOrWeapon: yes(),
		deathOrSeriousInjury: yes(),
		leaderOrContinuingEnterprise: yes(),
		truthfulDisclosure: yes(85),
	};
	return {
		...(random.often(20) ? { statutoryMinimumRelief: random.pick(['safety-valve', 'substantial-assistance']) } : {}),
		...(random.often(12) ? { safetyValve: without(safetyValve) } : {}),
	};
}

function chapterFourOf(random: Random): Draft {
	const answers = Object.keys(noneInTheWay).map((criterion) => [criterion, random.often(6)] as const);
	const yesOrNo = (percent: number) => (random.often(60) ? random.often(percent) : undefined);
	return {
		...(random.often(12)
			? {
					careerOffender: without({
						offenseStatutoryMaximumMonths: random.pick([12, 60, 120, 240, 300, 360, 480, 'life']),
						otherCountQualifies: yesOrNo(60),
					}),
				}
			: {}),
		...(random.often(10)
			? {
					armedCareerCriminal: without({
						inConnectionWithViolenceOrDrugs: yesOrNo(50),
						nationalFirearmsActFirearm: yesOrNo(20),
					}),
				}
			: {}),
		...(random.often(10) ? { zeroPointOffender: Object.fromEntries(answers) } : {}),
	};
}

function reductionOf(random: Random, year: number): Draft {
	return without({
		amendment: random.pick(['782', '706', '750A', '821A', '821B', undefined]),
		orderDate: dayIn(random, Math.max(year, 2008) + random.between(1, 10)),
		levels: random.often(60) ? random.between(-4, 0) : undefined,
		criminalHistoryPoints: random.often(20) ? random.between(0, 6) : undefined,
	});
}
