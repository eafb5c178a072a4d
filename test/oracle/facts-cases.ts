import * as fc from 'fast-check';
import { editions } from '../../src/index.ts';

/** Random facts around the edges of the rules: windows, removal orders, terms, arrests between offenses, of any edition. */

/** Counted in months, so that dates keep their order; the day is one of three about the middle. */
const date = (months: number, day: number): string =>
  `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

const dayOfMonth = fc.constantFrom(14, 15, 15, 16);
const terms = ['0', '0', '29 days', '30 days', '59 days', '60 days', '6 months', '12 months', '1 year 1 day', '13 months', '13 months 1 day', '14 months', '23 months', '2 years', '3 years', '59 months', '5 years', '10 years', 'life'];
const kinds = ['aggravated-felony', 'crime-of-violence', 'crime-of-violence', 'drug-trafficking', 'drug-trafficking', 'firearms', 'alien-smuggling', 'alien-smuggling-for-profit', 'murder', 'firearms-trafficking', 'money-laundering', 'illegal-reentry', 'improper-entry', 'immigration', 'child-pornography', 'national-security', 'human-trafficking'];

const rarely = <T>(value: fc.Arbitrary<T>, freq: number) => fc.option(value, { nil: undefined, freq });

const prior = fc.record({
  years: fc.constantFrom(0, 1, 2, 3, 5, 5, 7, 10, 10, 12, 15, 15, 18, 22),
  poolOf: fc.constantFrom(0, 0, 1, 2),
  monthsBefore: fc.integer({ min: 4, max: 40 }),
  day: dayOfMonth,
  lasting: fc.constantFrom(undefined, undefined, 1, 2),
  arrestAfter: fc.integer({ min: 0, max: 3 }),
  convictionBefore: fc.constantFrom(0, 0, 1),
  grade: fc.constantFrom('felony', 'felony', 'felony', 'misdemeanor'),
  kinds: fc.uniqueArray(fc.constantFrom(...kinds), { maxLength: 2 }),
  sentence: fc.constantFrom(...terms),
  suspended: rarely(fc.constantFrom('6 months', '4 years', '5 years'), 5),
  revocation: rarely(fc.record({ after: fc.integer({ min: 3, max: 60 }), term: fc.constantFrom('30 days', '2 months 1 day', '6 months', '14 months', '2 years') }), 4),
  released: fc.integer({ min: 0, max: 90 }),
  age: rarely(fc.constantFrom(15, 17, 18, 30), 5),
  adult: fc.boolean(),
  never: rarely(fc.constantFrom('foreign', 'expunged', 'tribal'), 8),
  link: fc.constantFrom('none', 'none', 'charges', 'consecutive', 'both', 'fan', 'fan', 'several'),
});

const facts = fc.record({
  edition: fc.constantFrom(...editions.filter(({ verified }) => verified).map(({ effectiveDate }) => effectiveDate)),
  priors: fc.array(prior, { maxLength: 6 }),
  commencedBefore: fc.integer({ min: 0, max: 60 }),
  lasting: fc.integer({ min: 0, max: 40 }),
  day: dayOfMonth,
  under: fc.boolean(),
  orders: fc.array(fc.record({ before: fc.integer({ min: 0, max: 260 }), day: dayOfMonth }), { maxLength: 2 }),
  removals: fc.array(fc.record({ before: fc.integer({ min: 0, max: 260 }), day: dayOfMonth }), { maxLength: 2 }),
});

/** A case document with all facts of §4A1.1 and §2L1.2. */
export const factCase = facts.map((given) => {
  const now = Number(given.edition.slice(0, 4)) * 12 + 10;
  const commenced = now - given.commencedBefore;
  const ended = Math.min(commenced + given.lasting, now);
  let born: number | undefined;
  const priors = given.priors.map((own, index) => {
    // Those that fan out from the first share its days, so that no arrest keeps them apart.
    const isFanned = index > 0 && (own.link === 'fan' || own.link === 'several');
    const { years, poolOf, monthsBefore, day, lasting, arrestAfter, convictionBefore } = given.priors[0] as typeof own;
    const each = isFanned ? { ...own, years, poolOf, monthsBefore, day, lasting, arrestAfter, convictionBefore, age: undefined } : own;
    const sentenced = each.poolOf > 0 ? commenced - each.poolOf * 60 : commenced - each.years * 12;
    const sentencedDay = each.poolOf > 0 ? 15 : each.day;
    const from = sentenced - each.monthsBefore;
    const revoked = each.revocation && sentenced + each.revocation.after;
    const isSeveral = index > 1 && each.link === 'several';
    // One person's ages: of the age drawn at the first offense of which it is told.
    if (each.age !== undefined) born ??= from - each.age * 12 - 3;
    const aged = each.age === undefined || born === undefined ? 0 : Math.floor((from - born) / 12);
    const age = aged < 6 ? undefined : aged;
    const other = index === 0 ? undefined : `p${index - 1}`;
    return {
      id: `p${index}`,
      grade: each.grade,
      kinds: each.kinds,
      conductFrom: date(from, each.day),
      ...(each.lasting === undefined ? {} : { conductTo: date(from + each.lasting, 14) }),
      arrestedOn: date(from + each.arrestAfter, 16),
      convictedOn: date(sentenced - each.convictionBefore, each.convictionBefore ? each.day : sentencedDay),
      sentencedOn: date(sentenced, sentencedDay),
      sentence: each.sentence,
      ...(each.suspended === undefined ? {} : { suspended: each.suspended }),
      ...(revoked === undefined ? {} : { revocations: [{ on: date(revoked, 15), term: each.revocation?.term }] }),
      releasedOn: date(Math.max(sentenced, revoked ?? 0) + each.released, 16),
      ...(age === undefined ? {} : { ageAtOffense: age, convictedAsAdult: each.adult || age >= 18 }),
      ...(each.never === undefined ? {} : { neverCounted: each.never }),
      ...(other && (each.link === 'charges' || each.link === 'both') ? { sameChargesAs: other } : {}),
      ...(other && (each.link === 'consecutive' || each.link === 'both') ? { consecutiveTo: other } : {}),
      ...(other && each.link === 'fan' ? { consecutiveTo: 'p0', sameChargesAs: 'p0' } : {}),
      ...(isSeveral ? { consecutiveTo: ['p0', `p${index - 1}`], sameChargesAs: 'p0' } : {}),
    };
  });
  return {
    edition: given.edition,
    guideline: '2L1.2' as const,
    removalOrders: given.orders.map(({ before, day }) => date(now - before, day)),
    // Nobody is removed after the offense that the case is about.
    removals: given.removals.map(({ before, day }) => date(Math.min(now - before, ended - 1), day)),
    instantOffense: { commencedOn: date(commenced, given.day), endedOn: date(ended, Math.max(given.day, 15)), underCriminalJusticeSentence: given.under },
    priors,
  };
});

export type FactCase = typeof factCase extends fc.Arbitrary<infer T> ? T : never;
