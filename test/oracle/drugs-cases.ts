// Random drug cases about the edges of §2D1.1(c), of the conversions with their caps, and of 21 U.S.C. §§ 841(b)
// and 960(b).

import type { Random } from "../random/random.ts";
import {
  type Drug,
  decimal,
  drugLevel,
  exact,
  type Measure,
  measuresOf,
  ONE,
  type Section,
  TYPICAL,
  tableOf,
  thresholdsOf,
  UNDER_D,
} from "./drugs.ts";

const EDITIONS = [
  ...["2007-11-01", "2008-02-06", "2008-03-03", "2008-05-01", "2008-11-01", "2009-11-01"],
  ...["2010-11-01", "2011-11-01", "2012-11-01", "2013-11-01", "2014-11-01", "2015-11-01"],
  ...["2016-08-01", "2016-11-01", "2018-11-01", "2023-11-01", "2024-11-01", "2025-11-01", "2025-11-01"],
];

const PURITIES = ["0.5%", "5%", "9.99%", "10%", "10.01%", "33.3%", "50%", "79.99%", "80%", "80.01%", "95.5%", "100%"];
const CAPPED = ["Schedule III", "Schedule IV", "Schedule V", "Schedule III Hydrocodone"];
const BESIDE = ["Ketamine", "Flunitrazepam", "Schedule I or II Depressants", "Gamma-hydroxybutyric Acid", "Marihuana"];

export type DrugCase = { edition: string; drugs: Drug[]; off: 0 | 2 | 3 | 4 };

const nameAndForm = (name: string): [string, "actual" | "ice" | ""] =>
  name.endsWith("/actual") ? [name.slice(0, -7), "actual"] : name.endsWith("/ice") ? [name.slice(0, -4), "ice"] : [name, ""];

// Grams (in 10^-18) of one of the unit, and the places that its quantities are written with.
const UNITS: Record<string, [bigint, number]> = {
  g: [ONE, 6],
  kg: [1000n * ONE, 9],
  mg: [ONE / 1000n, 3],
  oz: [exact("28.35"), 4],
  lb: [exact("453.6"), 5],
};

/** The quantity, rounded down to what the unit is written with, and so many steps more. */
function written(quantity: bigint, unit: string, steps: bigint): string {
  const [grams, places] = UNITS[unit] as [bigint, number];
  const step = 10n ** BigInt(places);
  const count = (quantity * step) / grams + steps;
  // The program takes no more than twelve digits before the point.
  if (count >= 10n ** 12n * step) return written(quantity, "kg", steps);
  return `${decimal(((count > 0n ? count : 1n) * ONE) / step)} ${unit}`;
}

const counted = (count: bigint, unit: string): string => `${count > 0n ? count : 1n} ${unit}`;

/** About that many grams, units or milliliters of it: at the edge, one step beside it, or anywhere near. */
function quantityOf(random: Random, measure: Measure, target: bigint): string {
  const near = random.below(10);
  const about = near < 7 ? target : (target * BigInt(random.between(1, 300))) / 100n;
  const steps = BigInt(random.pick([-1, 0, 0, 1]));
  if (measure.kind === "count") return counted(about / ONE + steps, random.pick(["units", "pills"]));
  // Milliliters are only given of what the Manual converts by them. What is counted is two units a milliliter in liquid form
  // (Note (F)); the program rejects it: {"substance": "schedule iii", "quantity": "10 ml"}.
  if (measure.kind === "volume") return counted(about / ONE + steps, "ml");
  const [substance, form] = nameAndForm(measure.name);
  const typical = substance === "LSD" ? "0.0004" : (TYPICAL[`${substance}/actual`] ?? TYPICAL[substance]);
  const asMixture = form === "" && TYPICAL[`${substance}/actual`] !== undefined;
  if (typical !== undefined && !asMixture && form !== "ice" && random.often(30)) {
    return counted(about / exact(typical) + steps, substance === "LSD" ? "doses" : random.pick(["doses", "pills"]));
  }
  if (substance === "Marihuana" && random.often(30)) return counted(about / (100n * ONE) + steps, "plants");
  return written(about, random.pick(Object.keys(UNITS)), steps);
}

const hasActual = (edition: string, { name }: Measure): boolean => measuresOf(edition).has(`${name}/actual`);

function drugOf(random: Random, edition: string, measure: Measure, target: bigint): Drug {
  const [substance, form] = nameAndForm(measure.name);
  // Before the edition of 2015 hydrocodone is weighed with its mixture, and since then by itself.
  if (form === "" && hasActual(edition, measure) && random.often(60)) {
    const purity = random.pick(PURITIES);
    const itself = exact(purity.replace("%", "")) / 100n;
    const weight = random.often(50) ? target : (target * ONE) / itself;
    const unit = random.pick(Object.keys(UNITS));
    const quantity = written(weight, unit, BigInt(random.pick([-1, 0, 1])));
    return { substance, quantity, purity, ...(random.often(30) ? { form: "mixture" as const } : {}) };
  }
  const quantity = quantityOf(random, measure, target);
  if (form === "actual") {
    const isByDose = /(doses|pills)$/.test(quantity);
    return { substance, quantity, ...(isByDose && random.often(70) ? {} : { form }) };
  }
  if (form === "ice") return { substance, quantity, form, ...(random.often(30) ? { purity: random.pick(["80%", "97.5%"]) } : {}) };
  return { substance, quantity };
}

/** A threshold of the table, or of the converted weight, in what the substance is measured in. */
function targetOf(random: Random, edition: string, measure: Measure): bigint {
  const table = tableOf(edition);
  const own = measure.column === undefined ? undefined : table.get(measure.column);
  if (own && (measure.perUnit === 0n || random.often(80))) return random.pick(own).from;
  return (random.pick(table.get("marihuana") ?? []).from * ONE) / measure.perUnit;
}

function someMeasure(random: Random, edition: string, isConverted: boolean): Measure {
  const all = [...measuresOf(edition).values()].filter(({ perUnit }) => !isConverted || perUnit > 0n);
  const inTable = all.filter(({ column }) => column !== undefined);
  return random.pick(random.often(60) ? inTable : all);
}

/** The rows of cocaine base, and what amendment 715 asked of it: less than 250 mg, or 4.5 kg or more. */
const crackEdges = (edition: string): bigint[] => [
  ...(tableOf(edition).get("crack") ?? []).map(({ from }) => from),
  ...["4500", "4500", "0.25", "0.25"].map(exact),
];

function severalDrugs(random: Random, edition: string): Drug[] {
  const measures = measuresOf(edition);
  const isCapped = random.often(40);
  const names = isCapped ? [...CAPPED, ...CAPPED, ...BESIDE].filter((name) => measures.has(name)) : [];
  const crack = measures.get("Cocaine Base") as Measure;
  const withCrack = edition < "2010-11-01" && random.often(50);
  const one = (): Measure =>
    isCapped ? (measures.get(random.pick(names)) as Measure) : someMeasure(random, edition, true);
  const drugs = Array.from({ length: random.between(1, 4) }, (_, index) => {
    if (withCrack && index === 0) return drugOf(random, edition, crack, random.pick(crackEdges(edition)));
    const measure = one();
    // Little of the others lets the exceptions to the two levels off be seen.
    return drugOf(random, edition, measure, targetOf(random, edition, measure) / (withCrack && random.often(50) ? 1000n : 1n));
  });
  if (withCrack && random.often(50)) return drugs;
  const last = one();
  if (random.often(50)) return [...drugs, drugOf(random, edition, last, targetOf(random, edition, last))];
  // The last brings the whole to an edge.
  const before = exact(drugLevel(edition, drugs).converted);
  const above = (tableOf(edition).get("marihuana") ?? []).filter(({ from }) => from > before);
  const wanted = above.length === 0 ? before : random.pick(above.slice(-4)).from;
  return [...drugs, drugOf(random, edition, last, ((wanted - before) * ONE) / last.perUnit)];
}

/** Quantities of one drug, each pure, a mixture, or of a purity of its own. */
function inSeveralPurities(random: Random, edition: string): Drug[] {
  const names = [...measuresOf(edition).keys()].filter((name) => name.endsWith("/actual"));
  const substance = random.pick(names).replace("/actual", "");
  const measures = ["", "/actual", "/ice"].flatMap((form) => measuresOf(edition).get(`${substance}${form}`) ?? []);
  return Array.from({ length: random.between(2, 3) }, () => {
    const measure = random.pick(measures);
    return drugOf(random, edition, measure, targetOf(random, edition, measure));
  });
}

export function randomDrugCase(random: Random): DrugCase {
  const edition = random.pick(EDITIONS);
  const measure = someMeasure(random, edition, false);
  const kind = random.below(100);
  const drugs =
    kind < 40
      ? [drugOf(random, edition, measure, targetOf(random, edition, measure))]
      : kind < 55
        ? inSeveralPurities(random, edition)
        : severalDrugs(random, edition);
  return { edition, drugs, off: random.pick([0, 0, 2, 3, 4]) };
}

// ---------------------------------------------------------------------------------------------------------------
// 21 U.S.C. §§ 841(b) and 960(b)

const BY_WEIGHT = ["Heroin", "Cocaine", "Cocaine Base", "PCP", "LSD", "Fentanyl", "Fentanyl Analogue", "Methamphetamine"];
const OTHERS = ["Morphine", "Oxymorphone", "MDMA", "Mescaline", "Amphetamine", "Psilocybin"];
const HEMP = ["Marihuana", "Hashish", "Hashish Oil"];
const BY_UNITS = ["Schedule III", "Schedule IV", "Schedule V", "Ketamine"];
// Schedules III and IV have their present penalties since April 13, 2009 (Pub. L. 110-425).
const UNITS_SINCE = "2009-04-13";

export type TierCase = { section: Section; offenseDate: string; drugs: Drug[] };

export function randomTierCase(random: Random): TierCase {
  const offenseDate = random.pick([
    ...["2010-08-02", "2010-08-03", "1998-10-20", "1998-10-21", "2009-04-13"],
    `${random.between(1995, 2024)}-0${random.between(1, 9)}-${random.between(10, 28)}`,
  ]);
  const names = [...BY_WEIGHT, ...HEMP, ...OTHERS, ...(offenseDate < UNITS_SINCE ? [] : BY_UNITS)];
  // One quantity of each drug: whether two of one drug in one count are added, the statute does not say.
  const chosen = new Set(Array.from({ length: random.pick([1, 1, 2, 3]) }, () => random.pick(names)));
  const section = random.often(70) ? "841" : "960";
  return { section, offenseDate, drugs: [...chosen].map((name) => charged(random, offenseDate, name)) };
}

function charged(random: Random, offenseDate: string, substance: string): Drug {
  const steps = BigInt(random.pick([-1, 0, 0, 1]));
  if (BY_UNITS.includes(substance)) return { substance, quantity: counted(BigInt(random.between(1, 200_000)), "units") };
  if (substance === "Marihuana" && random.often(50)) {
    return { substance, quantity: counted(BigInt(random.pick([50, 100, 1000])) + steps, "plants") };
  }
  const under = UNDER_D[substance];
  const edges = [...(thresholdsOf(offenseDate, substance) ?? []), ...(under === undefined ? [] : [exact(under)])];
  const edge = edges.length === 0 ? exact(String(random.between(1, 5000))) : random.pick(edges);
  const unit = random.pick(Object.keys(UNITS));
  const actual = thresholdsOf(offenseDate, `${substance}/actual`);
  if (actual && random.often(60)) {
    const itself = random.pick([...actual]);
    if (random.often(30)) return { substance, quantity: written(itself, unit, steps), form: "actual" };
    const purity = random.pick(PURITIES);
    const weight = random.often(50) ? edge : (itself * ONE * 100n) / exact(purity.replace("%", ""));
    return { substance, quantity: written(weight, unit, steps), purity };
  }
  const near = random.often(80) ? edge : (edge * BigInt(random.between(1, 300))) / 100n;
  return { substance, quantity: written(near, unit, steps) };
}
