// A second, independent reading of the drug quantities of §2D1.1 and of 21 U.S.C. §§ 841(b) and 960(b), for
// differential tests. See README.md.
// Editions from November 1, 2007 on. Sources: §2D1.1(c) and its Notes, and the conversion tables of Application Note 8,
// in the Manuals of November 1, 2025 and 2016; Appendix C, amendments 125, 517, 555, 594, 610, 705, 727 and 748 for the
// last rows of the table before amendment 782; 706, 711, 715 and 748 for cocaine base; 727, 762 and 793 for the
// conversions. All arithmetic is on whole numbers.

export type Drug = { substance: string; quantity: string; form?: "mixture" | "actual" | "ice"; purity?: string };

// ---------------------------------------------------------------------------------------------------------------
// Exact numbers: whole multiples of 10^-18 (of a gram, a unit or a milliliter)

const PLACES = 18;
export const ONE = 10n ** BigInt(PLACES);

export function exact(decimal: string): bigint {
  const match = /^(\d*)\.?(\d*)$/.exec(decimal.replaceAll(",", ""));
  if (match === null || decimal === "") throw new Error(`no number: ${decimal}`);
  const [, whole = "", fraction = ""] = match;
  if (fraction.length > PLACES) throw new Error(`too many places: ${decimal}`);
  return BigInt(`${whole || "0"}${fraction.padEnd(PLACES, "0")}`);
}

export function decimal(number: bigint): string {
  const digits = number.toString().padStart(PLACES + 1, "0");
  const fraction = digits.slice(-PLACES).replace(/0+$/, "");
  return fraction === "" ? digits.slice(0, -PLACES) : `${digits.slice(0, -PLACES)}.${fraction}`;
}

export function times(a: bigint, b: bigint): bigint {
  const product = a * b;
  if (product % ONE !== 0n) throw new Error("not exact");
  return product / ONE;
}

const least = (a: bigint, b: bigint): bigint => (a < b ? a : b);
const sum = (numbers: readonly bigint[]): bigint => numbers.reduce((a, b) => a + b, 0n);

// ---------------------------------------------------------------------------------------------------------------
// The Drug Quantity Table

// The least quantity of levels 38, 36, 34 … 14 in the table of amendment 782 (in force since November 1, 2014), then of
// 12, 10 and 8 where the column goes on; after "<", what the row at level 14 (or 8) of the table before held. A column
// that begins lower names the level of its first row. The last number is the level of any lesser quantity.
const TABLE = `
heroin            90KG 30KG 10KG 3KG 1KG 700G 400G 100G 80G 60G 40G 20G 10G < 5G = 12
cocaine           450KG 150KG 50KG 15KG 5KG 3.5KG 2KG 500G 400G 300G 200G 100G 50G < 25G = 12
crack             25.2KG 8.4KG 2.8KG 840G 280G 196G 112G 28G 22.4G 16.8G 11.2G 5.6G 2.8G < 1.4G = 12
pcp               90KG 30KG 10KG 3KG 1KG 700G 400G 100G 80G 60G 40G 20G 10G < 5G = 12
pcp/actual        9KG 3KG 1KG 300G 100G 70G 40G 10G 8G 6G 4G 2G 1G < 500MG = 12
meth              45KG 15KG 5KG 1.5KG 500G 350G 200G 50G 40G 30G 20G 10G 5G < 2.5G = 12
meth/actual       4.5KG 1.5KG 500G 150G 50G 35G 20G 5G 4G 3G 2G 1G 500MG < 250MG = 12
meth/ice          4.5KG 1.5KG 500G 150G 50G 35G 20G 5G 4G 3G 2G 1G 500MG < 250MG = 12
amphetamine       45KG 15KG 5KG 1.5KG 500G 350G 200G 50G 40G 30G 20G 10G 5G < 2.5G = 12
amphetamine/actual 4.5KG 1.5KG 500G 150G 50G 35G 20G 5G 4G 3G 2G 1G 500MG < 250MG = 12
lsd               900G 300G 100G 30G 10G 7G 4G 1G 800MG 600MG 400MG 200MG 100MG < 50MG = 12
fentanyl          36KG 12KG 4KG 1.2KG 400G 280G 160G 40G 32G 24G 16G 8G 4G < 2G = 12
analogue          9KG 3KG 1KG 300G 100G 70G 40G 10G 8G 6G 4G 2G 1G < 500MG = 12
marihuana         90,000KG 30,000KG 10,000KG 3,000KG 1,000KG 700KG 400KG 100KG 80KG 60KG 40KG 20KG 10KG 5KG 2.5KG 1KG < 250G = 6
hashish           18,000KG 6,000KG 2,000KG 600KG 200KG 140KG 80KG 20KG 16KG 12KG 8KG 5KG 2KG 1KG 500G 200G < 50G = 6
hashish-oil       1,800KG 600KG 200KG 60KG 20KG 14KG 8KG 2KG 1.6KG 1.2KG 800G 500G 200G 100G 50G 20G < 5G = 6
ketamine          90,000,000 30,000,000 10,000,000 3,000,000 1,000,000 700,000 400,000 100,000 80,000 60,000 40,000 20,000 10,000 5,000 2,500 1,000 < 250 = 6
depressant        90,000,000 30,000,000 10,000,000 3,000,000 1,000,000 700,000 400,000 100,000 80,000 60,000 40,000 20,000 10,000 5,000 2,500 1,000 < 250 = 6
flunitrazepam     5,625,000 1,875,000 625,000 187,500 62,500 43,750 25,000 6,250 5,000 3,750 2,500 1,250 625 312 156 < 62 = 8
iii-hydrocodone   30: 1,000,000 700,000 400,000 100,000 80,000 60,000 40,000 20,000 10,000 5,000 2,500 1,000 < 250 = 6
iii               20: 60,000 40,000 20,000 10,000 5,000 2,500 1,000 < 250 = 6
iv                12: 80,000 40,000 16,000 < 4,000 = 6
v                 8: 160,000 < 40,000 = 6`;

export type Row = { level: number; from: bigint };

function amount(printed: string): bigint {
  const [, number = "", unit = ""] = /^([\d.,]+)([KMG]*)$/.exec(printed) ?? [];
  const per = { KG: 1000n, G: 1n, MG: 0n, "": 1n }[unit];
  if (per === undefined) throw new Error(`no amount: ${printed}`);
  return unit === "MG" ? exact(number) / 1000n : exact(number) * per;
}

/** The rows of every column, the highest first, with or without amendment 782. */
function columns(isAfter782: boolean): Map<string, Row[]> {
  const all = new Map<string, Row[]>();
  for (const line of TABLE.trim().split("\n")) {
    const [, name = "", first = "38:", after = "", before = "", floor = ""] =
      /^(\S+) +(\d+:)?([^<]+)<(.+)= (\d+)$/.exec(line) ?? [];
    const top = Number.parseInt(first, 10);
    // Before 782 each row was two levels higher, except that 38 (30, 20, 12, 8) was the highest level all the same.
    const printed = after.trim().split(" ");
    const rows = isAfter782 ? printed : [...printed.slice(1), before.trim()];
    const list = rows.map((quantity, index) => ({ level: top - 2 * index, from: amount(quantity) }));
    all.set(name, [...list, { level: Number(floor), from: 0n }]);
  }
  return all;
}

const TABLES = { after: columns(true), before: columns(false) };

// What amendment 748 struck, the third entry of each row.
const CRACK_BEFORE_748 = "4.5KG 1.5KG 500G 150G 50G 35G 20G 5G 4G 3G 2G 1G 500MG"
  .split(" ")
  .map((quantity, index): Row => ({ level: 38 - 2 * index, from: amount(quantity) }));

const BEFORE_748 = new Map([...TABLES.before, ["crack", [...CRACK_BEFORE_748, { level: 12, from: 0n }]]]);

export const tableOf = (edition: string): Map<string, Row[]> =>
  edition >= "2014-11-01" ? TABLES.after : edition >= "2010-11-01" ? TABLES.before : BEFORE_748;

// ---------------------------------------------------------------------------------------------------------------
// The conversions

// Each name as the program is asked for it = grams that one gram (unit, milliliter) converts to.
// A note after the name: the editions that have the row.
const CONVERSIONS: Record<string, string> = {
  opiates: `
Heroin = 1000
Alpha-Methylfentanyl until 2018-11-01 = 10000
Dextromoramide = 670
Dipipanone = 250
3-Methylfentanyl until 2018-11-01 = 10000
MPPP = 700
PEPAP = 700
Alphaprodine = 100
Fentanyl = 2500
Fentanyl Analogue since 2018-11-01 = 10000
Hydromorphone = 2500
Levorphanol = 2500
Meperidine = 50
Methadone = 500
6-Monoacetylmorphine = 1000
Morphine = 500
Oxycodone/actual = 6700
Oxymorphone = 5000
Racemorphan = 800
Codeine = 80
Propoxyphene-Bulk = 50
Ethylmorphine = 165
Hydrocodone until 2015-11-01 = 500
Hydrocodone/actual since 2015-11-01 = 6700
Papaveretum = 250
Opium = 50
LAAM = 3000`,
  stimulants: `
Cocaine = 200
N-Ethylamphetamine = 80
Fenethylline = 40
Amphetamine = 2000
Amphetamine/actual = 20000
Methamphetamine = 2000
Methamphetamine/actual = 20000
Methamphetamine/ice = 20000
Khat = 0.01
4-Methylaminorex = 100
Methylphenidate = 100
Phenmetrazine = 80
Phenylacetone (P2P) (when possessed for the purpose of manufacturing methamphetamine) = 416
Phenylacetone (P2P) (in any other case) = 75
Cocaine Base until 2010-11-01 = 20000
Cocaine Base since 2010-11-01 = 3571
Aminorex = 100
Methcathinone until 2018-11-01 = 380
N-N-Dimethylamphetamine = 40
N-Benzylpiperazine since 2012-11-01 = 100`,
  cathinones: `
Synthetic Cathinone since 2018-11-01 = 380`,
  hallucinogens: `
Bufotenine = 70
LSD = 100000
Diethyltryptamine = 80
Dimethyltryptamine = 100
Mescaline = 10
Psilocybe mushrooms (dry) = 1
Psilocybe mushrooms (wet) = 0.1
Peyote (dry) = 0.5
Peyote (wet) = 0.05
PCP = 1000
PCP/actual = 10000
Psilocin = 500
Psilocybin = 500
PHP = 1000
TCP = 1000
DOB = 2500
DOM = 1670
MDA = 500
MDMA = 500
MDEA = 500
PMA = 500
PCC = 680
PCE = 1000`,
  marihuana: `
Marihuana = 1
Hashish Oil = 50
Hashish = 5
Tetrahydrocannabinol (organic) = 167
Tetrahydrocannabinol (synthetic) = 167`,
  cannabinoids: `
Synthetic Cannabinoid since 2018-11-01 = 167`,
  flunitrazepam: `
Flunitrazepam = 16`,
  depressants: `
Schedule I or II Depressants = 1`,
  ghb: `
Gamma-hydroxybutyric Acid = 8.8`,
  iii: `
Schedule III = 1`,
  hydrocodone: `
Schedule III Hydrocodone since 2009-11-01 until 2015-11-01 = 1`,
  ketamine: `
Ketamine = 1`,
  iv: `
Schedule IV = 0.0625`,
  v: `
Schedule V = 0.00625`,
  chemicals: `
Ephedrine = 10000
Phenylpropanolamine = 10000
Pseudoephedrine = 10000`,
  rape: `
1,4-Butanediol = 8.8
Gamma Butyrolactone = 8.8`,
};

const COLUMN_OF: Record<string, string> = {
  Heroin: "heroin",
  Cocaine: "cocaine",
  "Cocaine Base": "crack",
  PCP: "pcp",
  "PCP/actual": "pcp/actual",
  Methamphetamine: "meth",
  "Methamphetamine/actual": "meth/actual",
  "Methamphetamine/ice": "meth/ice",
  Amphetamine: "amphetamine",
  "Amphetamine/actual": "amphetamine/actual",
  LSD: "lsd",
  Fentanyl: "fentanyl",
  "Fentanyl Analogue": "analogue",
  Marihuana: "marihuana",
  Hashish: "hashish",
  "Hashish Oil": "hashish-oil",
  Ketamine: "ketamine",
  "Schedule I or II Depressants": "depressant",
  Flunitrazepam: "flunitrazepam",
  "Schedule III Hydrocodone": "iii-hydrocodone",
  "Schedule III": "iii",
  "Schedule IV": "iv",
  "Schedule V": "v",
};

/** "Provided, that the minimum offense level … is level 12" stands under these headings. */
const AT_LEAST_12 = ["opiates", "stimulants", "cathinones", "hallucinogens", "cannabinoids"];

/** A unit is a pill, capsule or tablet (Note (F)); the others are weighed, or measured in milliliters. */
const COUNTED = ["flunitrazepam", "depressants", "iii", "hydrocodone", "ketamine", "iv", "v"];
const IN_MILLILITERS = ["ghb", "rape"];

const isCountedInUnits = (name: string): boolean =>
  COUNTED.some((group) => CONVERSIONS[group]?.includes(`\n${name} `));

export type Measure = {
  /** The name, and the form after a slash. */
  name: string;
  group: string;
  perUnit: bigint;
  column: string | undefined;
  kind: "weight" | "count" | "volume";
};

const inForce = (edition: string, notes: readonly RegExpExecArray[]): boolean =>
  notes.every(([, word, date = ""]) => (word === "since" ? edition >= date : edition < date));

const held = new Map<string, Map<string, Measure>>();

/** Every substance and form that the edition converts. */
export function measuresOf(edition: string): Map<string, Measure> {
  const known = held.get(edition);
  if (known) return known;
  const all = new Map<string, Measure>();
  for (const [group, lines] of Object.entries(CONVERSIONS)) {
    for (const line of lines.trim().split("\n")) {
      const [left = "", right = ""] = line.split(" = ");
      const notes = [...left.matchAll(/ (since|until) (\d{4}-\d{2}-\d{2})/g)];
      if (!inForce(edition, notes)) continue;
      const name = left.slice(0, notes[0]?.index);
      const kind = COUNTED.includes(group) ? "count" : IN_MILLILITERS.includes(group) ? "volume" : "weight";
      all.set(name, { name, group, perUnit: exact(right), column: COLUMN_OF[name], kind });
    }
  }
  // Before 2018 the conversions named two fentanyl analogues; any other had its line in the table, and no conversion.
  if (!all.has("Fentanyl Analogue")) {
    all.set("Fentanyl Analogue", { name: "Fentanyl Analogue", group: "opiates", perUnit: 0n, column: "analogue", kind: "weight" });
  }
  held.set(edition, all);
  return all;
}

/** "Typical weight per unit" (note 9, until 2012 note 11), in grams; those with "actual" weigh the drug itself. */
export const TYPICAL: Record<string, string> = {
  MDA: "0.25",
  MDMA: "0.25",
  Mescaline: "0.5",
  "PCP/actual": "0.005",
  "Peyote (dry)": "12",
  "Peyote (wet)": "120",
  Psilocin: "0.01",
  "Psilocybe mushrooms (dry)": "5",
  "Psilocybe mushrooms (wet)": "50",
  Psilocybin: "0.01",
  DOM: "0.003",
  Marihuana: "0.5",
  "Amphetamine/actual": "0.01",
  "Methamphetamine/actual": "0.005",
  Phenmetrazine: "0.075",
};

// The Measurement Conversion Table.
const GRAMS: Record<string, string> = { g: "1", kg: "1000", mg: "0.001", oz: "28.35", lb: "453.6" };

type Weighed = { drug: Drug; grams: bigint; isCounted: boolean };

/** The quantity in grams (units, milliliters), and whether it was counted in doses rather than weighed. */
function weigh(drug: Drug): Weighed {
  const [number = "", unit = ""] = drug.quantity.split(" ");
  const grams = GRAMS[unit];
  if (grams !== undefined) return { drug, grams: times(exact(number), exact(grams)), isCounted: false };
  if (unit === "units") return { drug, grams: exact(number), isCounted: false };
  // Note (F): in liquid form, one unit of what is counted means half a milliliter.
  if (unit === "ml") return { drug, grams: exact(number) * (isCountedInUnits(drug.substance) ? 2n : 1n), isCounted: false };
  if (unit === "plants") return { drug, grams: exact(number) * 100n, isCounted: false };
  if (unit !== "doses" && unit !== "pills") throw new Error(`no unit: ${drug.quantity}`);
  const typical = drug.substance === "LSD" ? "0.0004" : (TYPICAL[`${drug.substance}/actual`] ?? TYPICAL[drug.substance]);
  // A pill of what is counted is one unit.
  if (typical === undefined) return { drug, grams: exact(number), isCounted: false };
  return { drug, grams: times(exact(number), exact(typical)), isCounted: true };
}

type Reading = { measure: Measure; quantity: bigint };

/** Each way in which the table and the conversions may take one quantity: Notes (B) and (C). */
function readings(edition: string, { drug, grams, isCounted }: Weighed): Reading[] {
  const measures = measuresOf(edition);
  const as = (form: string, quantity: bigint): Reading[] => {
    const measure = measures.get(form === "" ? drug.substance : `${drug.substance}/${form}`);
    return measure ? [{ measure, quantity }] : [];
  };
  if (isCounted && TYPICAL[`${drug.substance}/actual`] !== undefined) return as("actual", grams);
  if (drug.form === "actual") return as("actual", grams);
  const itself = drug.purity === undefined ? 0n : times(grams, exact(drug.purity.replace("%", ""))) / 100n;
  const isIce = drug.form === "ice" || itself * 100n >= grams * 80n;
  if (drug.form === "ice" && drug.purity === undefined) return as("ice", grams);
  const pure = drug.purity === undefined ? [] : as("actual", itself);
  return [...as("", grams), ...pure, ...(isIce ? as("ice", grams) : [])];
}

const converted = ({ measure, quantity }: Reading): bigint => times(quantity, measure.perUnit);

const rowAt = (rows: readonly Row[], quantity: bigint): Row => {
  const row = rows.find(({ from }) => quantity >= from);
  if (row === undefined) throw new Error("below the table");
  return row;
};

const nextAbove = (rows: readonly Row[], level: number): bigint | undefined =>
  rows.findLast((row) => row.level > level)?.from;

// The caps of the conversion tables, and those before amendment 782, in grams.
const CAPS = {
  after: { v: "2490", iv: "9990", iii: "79990", hydrocodone: "2999990" },
  before: { v: "999", iv: "4990", iii: "59990", hydrocodone: "999990" },
};

function combined(edition: string, chosen: readonly Reading[]): bigint {
  const caps = edition >= "2014-11-01" ? CAPS.after : CAPS.before;
  const of = (group: string): bigint => sum(chosen.filter(({ measure }) => measure.group === group).map(converted));
  const v = least(of("v"), exact(caps.v));
  const iv = least(of("iv") + v, exact(caps.iv));
  const iii = least(of("iii") + iv, exact(caps.iii));
  const hydrocodone = of("hydrocodone");
  const scheduled = hydrocodone > 0n ? least(hydrocodone + iii, exact(caps.hydrocodone)) : iii;
  const free = chosen.filter(({ measure }) => !["v", "iv", "iii", "hydrocodone"].includes(measure.group));
  return scheduled + sum(free.map(converted));
}

function leastLevel(chosen: readonly Reading[]): number {
  const groups = new Set(chosen.map(({ measure }) => measure.group));
  if (AT_LEAST_12.some((group) => groups.has(group))) return 12;
  const withFlunitrazepam = ["flunitrazepam", "depressants", "iii", "hydrocodone", "ketamine", "iv", "v", "ghb"];
  return groups.has("flunitrazepam") && [...groups].every((group) => withFlunitrazepam.includes(group)) ? 8 : 0;
}

// Cocaine base with other drugs from November 1, 2007 to April 30, 2008: kilograms of marihuana for a gram, by the level
// of the cocaine base alone, 38 to 12 (amendment 711, as 715 struck it).
const BY_LEVEL = "6.7 6.7 6 6.7 14 11.4 5 16 15 13.3 10 10 10 10".split(" ");
const isCrack = ({ measure }: Reading): boolean => measure.column === "crack";

function withCrackByLevel(edition: string, chosen: readonly Reading[]): Reading[] {
  const crack = sum(chosen.filter(isCrack).map(({ quantity }) => quantity));
  if (edition >= "2008-05-01" || crack === 0n) return [...chosen];
  const { level } = rowAt(tableOf(edition).get("crack") as Row[], crack);
  const perUnit = exact(BY_LEVEL[(38 - level) / 2] as string) * 1000n;
  return chosen.map((one) => (isCrack(one) ? { ...one, measure: { ...one.measure, perUnit } } : one));
}

/** Amendment 715, until October 31, 2010: two levels off where cocaine base comes with others, and the exceptions. */
function afterCrackReduction(edition: string, level: number, chosen: readonly Reading[]): number {
  const crack = sum(chosen.filter(isCrack).map(({ quantity }) => quantity));
  if (edition < "2008-05-01" || edition >= "2010-11-01" || crack === 0n) return level;
  if (crack >= exact("4500") || crack < exact("0.25")) return level;
  const others = chosen.filter((one) => !isCrack(one));
  const ofOthers = rowAt(tableOf(edition).get("marihuana") as Row[], combined(edition, others)).level;
  return level - 2 < Math.max(ofOthers, leastLevel(others)) ? level : level - 2;
}

export type DrugLevel = {
  level: number;
  method: "table" | "converted-weight";
  drugs: { grams: string; converted: string }[];
  converted: string;
  /** Where this level begins and the next does; absent where cocaine base before 2010 makes the rows say something else. */
  bounds: { from: string; next: string | null } | undefined;
  /** Whether two measures of one mixture give the same level, so that either may be named. */
  isEven: boolean;
};

export function drugLevel(edition: string, drugs: readonly Drug[]): DrugLevel {
  const table = tableOf(edition);
  const weighed = drugs.map(weigh);
  const ways = weighed.map((one) => readings(edition, one));
  const chosen = ways.map((all) => {
    const [first, ...rest] = all;
    if (first === undefined) throw new Error(`no conversion: ${JSON.stringify(drugs)}`);
    return rest.reduce((best, one) => (converted(one) > converted(best) ? one : best), first);
  });
  const each = weighed.map(({ grams }, index) => ({
    grams: decimal(grams),
    converted: decimal(converted(chosen[index] as Reading)),
  }));
  const [column, ...others] = new Set(chosen.map(({ measure }) => measure.column));
  const rows = others.length === 0 && column !== undefined ? table.get(column) : undefined;
  if (rows !== undefined) {
    const { level, from } = rowAt(rows, sum(chosen.map(({ quantity }) => quantity)));
    const next = nextAbove(rows, level);
    return {
      level,
      method: "table",
      drugs: each,
      converted: decimal(sum(chosen.map(converted))),
      bounds: { from: decimal(from), next: next === undefined ? null : decimal(next) },
      isEven: ways.some((all) => all.filter((one) => levelAlone(table, one) >= level).length > 1),
    };
  }
  const together = withCrackByLevel(edition, chosen);
  const total = combined(edition, together);
  const weights = table.get("marihuana") as Row[];
  const { level, from } = rowAt(weights, total);
  const floor = leastLevel(together);
  const next = nextAbove(weights, Math.max(level, floor));
  const hasOldCrack = edition < "2010-11-01" && together.some(isCrack);
  return {
    level: afterCrackReduction(edition, Math.max(level, floor), together),
    method: "converted-weight",
    drugs: weighed.map(({ grams }, index) => ({
      grams: decimal(grams),
      converted: decimal(converted(together[index] as Reading)),
    })),
    converted: decimal(total),
    // Where the row has the least level itself, the program gives its begin, though the level begins at 0: 900 g of mescaline
    // is level 12 "from 5000", and 100 g level 12 "from 0".
    bounds: hasOldCrack || level === floor
      ? undefined
      : { from: level <= floor ? "0" : decimal(from), next: next === undefined ? null : decimal(next) },
    isEven: false,
  };
}

function levelAlone(table: Map<string, Row[]>, { measure, quantity }: Reading): number {
  const rows = measure.column === undefined ? undefined : table.get(measure.column);
  return rows === undefined ? 0 : rowAt(rows, quantity).level;
}

/** The level of quantities of one drug if Note (B) has "the entire weight", or that of the drug itself, of all of them. */
export function levelByTotals(edition: string, drugs: readonly Drug[]): number {
  const table = tableOf(edition);
  const ways = drugs.map((drug) => readings(edition, weigh(drug)));
  const columns = new Set(ways.flat().map(({ measure }) => measure.column));
  const levels = [...columns].map((column) => {
    const own = ways.map((all) => all.find(({ measure }) => measure.column === column));
    const rows = column === undefined ? undefined : table.get(column);
    const total = sum(own.map((one) => one?.quantity ?? 0n));
    return rows === undefined || own.includes(undefined) ? 0 : rowAt(rows, total).level;
  });
  return Math.max(...levels);
}

// ---------------------------------------------------------------------------------------------------------------
// Mitigating role, §2D1.1(a)(5)

/** The base offense level of one who receives so many levels off under §3B1.2 (0, 2, 3 or 4). */
export function afterRole(edition: string, level: number, off: number): number {
  if (off === 0) return level;
  // The Manual of 2025; before it the Manual of 2016, whose last sentence is of amendment 748 (November 1, 2010), and
  // the rest of 668 (November 1, 2004).
  const isNew = edition >= "2025-11-01";
  const less = isNew
    ? level === 32 ? 30 : level === 34 ? 31 : level > 34 ? 32 : level
    : level === 32 ? 30 : level === 34 || level === 36 ? level - 3 : level === 38 ? 34 : level;
  const most = isNew ? 30 : edition >= "2010-11-01" ? 32 : 43;
  return off === 4 && less > most ? most : less;
}

// ---------------------------------------------------------------------------------------------------------------
// 21 U.S.C. §§ 841(b) and 960(b)

// Grams (or plants) for subparagraph (A), then (B).
const TIERS: Record<string, readonly [string, string]> = {
  Heroin: ["1000", "100"],
  Cocaine: ["5000", "500"],
  "Cocaine Base": ["280", "28"],
  "Cocaine Base before 2010-08-03": ["50", "5"],
  "PCP/actual": ["100", "10"],
  PCP: ["1000", "100"],
  LSD: ["10", "1"],
  Fentanyl: ["400", "40"],
  "Fentanyl Analogue": ["100", "10"],
  Marihuana: ["1000000", "100000"],
  "Marihuana/plants": ["1000", "100"],
  "Methamphetamine/actual": ["50", "5"],
  Methamphetamine: ["500", "50"],
  "Methamphetamine/actual before 1998-10-21": ["100", "10"],
  "Methamphetamine before 1998-10-21": ["1000", "100"],
};

export function thresholdsOf(offenseDate: string, name: string): readonly [bigint, bigint] | undefined {
  const earlier = Object.keys(TIERS).find((key) => {
    const [whose, date = ""] = key.split(" before ");
    return whose === name && date !== "" && offenseDate < date;
  });
  const found = TIERS[earlier ?? name];
  return found && [exact(found[0]), exact(found[1])];
}

/** Less than these quantities of the hemp plant fall under (D): kilograms, plants, hashish, hashish oil. */
export const UNDER_D: Record<string, string> = {
  Marihuana: "50000",
  "Marihuana/plants": "50",
  Hashish: "10000",
  "Hashish Oil": "1000",
};

const IN_ORDER = ["(1)(A)", "(1)(B)", "(1)(C)", "(1)(E)", "(1)(D)", "(2)", "(3)"];

export type Section = "841" | "960";

// § 960(b)(4) to (7) send these to § 841(b).
const WHEN_IMPORTED: Record<string, string> = { "(1)(A)": "960(b)(1)", "(1)(B)": "960(b)(2)", "(1)(C)": "960(b)(3)" };

/** The penalty of 21 U.S.C. § 841(b) or § 960(b) for what was charged: each drug by itself, the gravest of them. */
export function tier(section: Section, offenseDate: string, drugs: readonly Drug[]): string {
  const all = drugs.map((drug) => tierOf(section, offenseDate, drug));
  const gravest = IN_ORDER.find((one) => all.includes(one)) as string;
  return (section === "960" ? WHEN_IMPORTED[gravest] : undefined) ?? `841(b)${gravest}`;
}

function tierOf(section: Section, offenseDate: string, drug: Drug): string {
  const { substance, form, purity } = drug;
  if (substance === "Schedule III" || substance === "Ketamine") return "(1)(E)";
  if (substance === "Schedule IV") return "(2)";
  if (substance === "Schedule V") return "(3)";
  const [number = "", unit = ""] = drug.quantity.split(" ");
  const isPlants = unit === "plants";
  // § 960(b)(1) and (2) do not count plants, and (4) leaves out a hundred of them where § 841(b)(1)(D) leaves out fifty.
  if (isPlants && section === "960") return exact(number) < exact("100") ? "(1)(D)" : "(1)(C)";
  const quantity = isPlants ? exact(number) : weigh(drug).grams;
  const name = isPlants ? `${substance}/plants` : substance;
  const reached = (which: string, amount: bigint): string | undefined => {
    const thresholds = thresholdsOf(offenseDate, which);
    if (thresholds === undefined) return undefined;
    return amount >= thresholds[0] ? "(1)(A)" : amount >= thresholds[1] ? "(1)(B)" : undefined;
  };
  const itself = purity === undefined ? undefined : times(quantity, exact(purity.replace("%", ""))) / 100n;
  const both = [
    reached(name, quantity),
    form === "actual" ? reached(`${substance}/actual`, quantity) : undefined,
    itself === undefined ? undefined : reached(`${substance}/actual`, itself),
  ];
  const grave = IN_ORDER.find((one) => both.includes(one));
  if (grave !== undefined) return grave;
  const under = UNDER_D[name];
  return under !== undefined && quantity < exact(under) ? "(1)(D)" : "(1)(C)";
}
